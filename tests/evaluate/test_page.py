"""The page as text: what is in it, what may run, what never reaches it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from evaluate.invented import TEXT, make, profile

from talentgraph.draw.explorer import digest
from talentgraph.evaluate import Evaluation, figures, page, write
from talentgraph.evaluate.masking import masked_text, masked_value
from talentgraph.evaluate.page import CLASSES, VERDICTS, payload
from talentgraph.evaluate.run import worst


@pytest.fixture(scope="module")
def text(evaluation: Evaluation) -> str:
    return page(evaluation, title="A & B")


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', text, re.S)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_policy_allows_exactly_the_script_and_the_style_inside(text: str) -> None:
    script = re.findall(r"<script>(.*?)</script>", text, re.S)
    style = re.findall(r"<style>(.*?)</style>", text, re.S)
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)
    assert policy
    assert len(script) == len(style) == 1
    assert f"script-src '{digest(script[0])}';" in policy[1]
    assert f"style-src '{digest(style[0])}';" in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]


def test_the_script_parses_no_html_and_asks_no_network(text: str) -> None:
    [script] = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|https?://(?!www\.w3\.org/2000/svg)", script)
    assert "<title>A &amp; B</title>" in text


def test_contact_details_are_blacked_out_unless_asked_for(evaluation: Evaluation, text: str) -> None:
    assert "ada@example.org" not in text
    assert "1234567" not in text
    [*_, document] = (each for each in data_of(text)["documents"] if each["text"])
    assert len(document["text"]) == len(TEXT)
    assert "ada@example.org" in page(evaluation, title="t", include_contacts=True)


def test_where_the_profile_has_contact_details_from_is_blacked_out() -> None:
    found = make([profile({"basics": {"name": "Ada Example", "address": "Bern"}}, "Ada Example\nBern\nBerlin")])
    [document] = payload(found, title="t")["documents"]
    assert document["text"] == "Ada Example\n••••\nBerlin"


def test_a_firm_named_like_a_web_address_stays() -> None:
    text = "Work\nshop.example.com\nSee ada.example.com"
    assert masked_text(text, keep=[(5, 21)]) == "Work\nshop.example.com\nSee •••••••••••••••"
    assert masked_value("shop.example.com") == "shop.example.com"
    assert masked_value("Clerk, bo@example.org") == "Clerk, ••••••••••••••"


def test_values_come_with_their_places(evaluation: Evaluation) -> None:
    classes, seen = list(CLASSES), set()
    for document in payload(evaluation, title="t", include_contacts=True)["documents"]:
        for kind, gold, found, verdict, _group, confidence, spans, place in document["values"]:
            seen.add(VERDICTS[verdict])
            assert classes[kind]
            assert gold or found
            assert bool(spans) <= bool(found)
            assert (confidence is not None) == bool(found)
            if place and gold != "present":
                assert document["text"][slice(*place)].startswith(gold[:3])
    assert seen == set(VERDICTS)


def test_the_worst_come_first(evaluation: Evaluation) -> None:
    names = [result.case.name for result in worst(evaluation, 9)]
    assert names == ["002/plain", "000/plain", "001/classic"]
    assert [f"{each['person']}/{each['variant']}" for each in payload(evaluation, title="t")["documents"]] == names
    assert [each["name"] for each in figures(evaluation)["documents"]] == names


def test_figures_by_layout(evaluation: Evaluation) -> None:
    data = figures(evaluation)
    assert {name: each["documents"] for name, each in data["variants"].items()} == {"plain": 2, "classic": 1}
    assert data["variants"]["classic"]["RECORD_F1"] == 1
    assert data["all"]["entities"]["person"] == {
        "precision": 1.0, "recall": 2 / 3, "f1": 0.8, "right": 2, "found": 2, "asked": 3,
    }  # fmt: skip
    low, high = data["all"]["ENTITY_F1_90"]
    assert low < data["all"]["ENTITY_F1"] < high
    assert [each["name"] for each in data["calibration"]["bands"]] == ["sure", "likely"]
    json.dumps(data, allow_nan=False)


def test_both_files_are_written_and_are_the_same_each_time(evaluation: Evaluation, tmp_path: Any) -> None:
    target = write(evaluation, tmp_path / "a" / "b")
    first = target.read_text(encoding="utf-8")
    assert write(evaluation, tmp_path / "a" / "b").read_text(encoding="utf-8") == first
    data = json.loads((target.parent / "evaluation.json").read_text(encoding="utf-8"))
    assert data == json.loads(json.dumps(figures(evaluation)))


def test_an_empty_text_is_a_page() -> None:
    data = payload(make([profile({}, "")], {"basics": {}}), title="t")
    assert data["documents"][0]["values"] == []
    assert data["calibration"] == {}
