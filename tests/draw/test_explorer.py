"""The explorer's page as text: what is in it, what may run, what never reaches it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import sys

import pytest
from draw.sample import rows

from talentgraph import assets
from talentgraph.draw import draw, explorer
from talentgraph.draw.explorer import digest, island
from talentgraph.draw.projection import without_contacts
from talentgraph.model import Node


@pytest.fixture(scope="module")
def page() -> str:
    return explorer(*rows(), title="A & B")


def data_of(page: str) -> dict:
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])


def test_the_policy_allows_exactly_the_script_and_the_style_inside(page):
    script = re.findall(r'<script type="module">(.*?)</script>', page, re.S)
    style = re.findall(r"<style>(.*?)</style>", page, re.S)
    policy = re.search(r'Security-Policy" content="([^"]*)"', page)[1]
    assert len(script) == len(style) == 1
    assert f"script-src '{digest(script[0])}';" in policy
    assert f"style-src '{digest(style[0])}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_vendored_files_are_those_that_were_summed():
    vendor = assets.folder("viz") / "vendor"
    sums = dict(reversed(line.split("  ")) for line in (vendor / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == {"explorer.js", "explorer.css", "page.html", "LICENSES.txt"}
    for name, expected in sums.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == expected


def test_the_bundle_parses_no_html():
    script = (assets.folder("viz") / "vendor" / "explorer.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script)


def test_no_contact_reaches_the_page(page):
    assert "secret" not in page
    assert "example.org" not in page


def test_evidence_comes_with_marks_file_and_page(page):
    data = data_of(page)
    job = next(i for i, node in enumerate(data["nodes"]) if node["labels"] == ["Position"])
    row = next(row for row in data["evidence"] if job in row["for"])
    marked = [row["quote"][a:b] for a, b in zip(row["marks"][::2], row["marks"][1::2], strict=True)]
    assert "Systems Engineer" in marked
    assert data["documents"][row["in"]].endswith(".pdf")
    assert row["page"] == 1


@pytest.mark.parametrize("text", ["</script><script>", "<!--", "\u2028", "\ud800", "{{script}}", "&lt;"])
def test_the_island_holds_any_text(text):
    written = island({"name": text})
    assert json.loads(written)["name"] == text
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)


def test_the_same_rows_give_the_same_page(page):
    assert explorer(*rows(), title="A & B") == page


def test_large_data_is_packed_and_whole(monkeypatch):
    monkeypatch.setattr(sys.modules["talentgraph.draw.explorer"], "_LARGE", 100)
    packed = re.search(r'id="data" data-form="gzip">(.*?)</script>', explorer(*rows(), title="A & B"), re.S)[1]
    assert json.loads(gzip.decompress(base64.b64decode(json.loads(packed)))) == data_of(explorer_plain())


def explorer_plain() -> str:
    from talentgraph.draw.payload import payload

    return f'id="data">{island(payload(*without_contacts(*rows()), "A & B"))}</script>'


def test_an_empty_graph_is_a_page():
    assert data_of(explorer([], [], title="Nothing"))["nodes"] == []


def test_what_is_no_number_is_left_out():
    node = Node("person/ada", ("Person",), {"name": "Ada", "weight": float("nan")})
    assert data_of(explorer([node], [], title="t"))["nodes"][0]["facts"] == {}


def test_a_workspace_is_drawn_around_one_person(tmp_path, monkeypatch):
    monkeypatch.setattr("talentgraph.workspace.read_rows", lambda folder: rows())
    target = draw(tmp_path, ego="jiří vzorek", depth=1)
    names = {node["name"] for node in data_of(target.read_text(encoding="utf-8"))["nodes"] if "at" in node}
    assert "Jiří Vzorek" in names
    assert len(names) < 40
