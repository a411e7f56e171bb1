"""A graph too large for one picture: communities first, each with a part of its own, and what is left out is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from talentgraph.draw import explorer
from talentgraph.model import Edge, Node

FIRMS = ("Acme", "Globex", "Initech")


def firms() -> tuple[list[Node], list[Edge]]:
    """Three firms of seven people; one has changed between two, all know Rust, and one stands alone."""
    nodes = [Node(f"organization/{name.lower()}", ("Organization",), {"name": name}) for name in FIRMS]
    nodes += [
        Node("technology/rust", ("Technology",), {"name": "Rust"}),
        Node("person/lone", ("Person",), {"name": "L"}),
    ]
    edges = []
    for number in range(21):
        person, stint = f"person/{number:02}", f"position/{number:02}"
        nodes += [
            Node(person, ("Person",), {"name": f"P{number}"}),
            Node(stint, ("Position",), {"title": f"Job {number}"}),
        ]
        edges += [
            Edge(f"at{number}", "WORKED_AT", person, nodes[number // 7].id),
            Edge(f"held{number}", "HELD", person, stint),
            Edge(f"in{number}", "AT", stint, nodes[number // 7].id),
            Edge(f"can{number}", "SKILLED_IN", person, "technology/rust"),
        ]
    nodes += [
        Node("evidence/1", ("Evidence",), {"quote": "Job 0"}),
        Node("document/a", ("Document",), {"path": "a.pdf"}),
    ]
    edges += [
        Edge("said", "SUPPORTS", "evidence/1", "position/00"),
        Edge("from", "FROM_DOCUMENT", "evidence/1", "document/a"),
        Edge("moved", "WORKED_AT", "person/00", "organization/globex"),
    ]
    return nodes, edges


@pytest.fixture(scope="module")
def page() -> str:
    return explorer(*firms(), title="Firms", most=10)


def islands(page: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', page, re.S)
    return {name: json.loads(text) for name, text in found}


def test_the_first_part_holds_the_communities(page: str) -> None:
    data = islands(page)
    assert list(data) == ["data", "part-1", "part-2", "part-3"]
    assert sorted(node["name"] for node in data["data"]["nodes"]) == list(FIRMS)
    assert data["data"]["left"] == {"whole": 26, "nodes": 1, "shared": 1}
    assert data["data"]["edges"]["LINKED"]["facts"] == {"count": [1]}


def test_every_node_of_a_community_is_in_its_part_with_its_facts(page: str) -> None:
    data = islands(page)
    for dot in data["data"]["nodes"]:
        part = data[f"part-{dot['facts']['part']}"]
        kinds = [node["labels"][0] for node in part["nodes"]]
        assert (kinds.count("Person"), kinds.count("Position"), kinds.count("Technology")) == (7, 7, 1)
        assert part["whole"] == "Firms"
    acme = next(data[f"part-{dot['facts']['part']}"] for dot in data["data"]["nodes"] if dot["name"] == "Acme")
    assert [row["quote"] for row in acme["evidence"]] == ["Job 0"]
    assert acme["documents"] == ["a.pdf"]
    assert acme["left"] == {"links": 1}


def test_a_graph_that_fits_is_one_part() -> None:
    assert list(islands(explorer(*firms(), title="Firms", most=100))) == ["data"]


@pytest.mark.chromium
def test_a_community_is_opened_and_left_again(load, page: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "firms.html"
    target.write_text(page, encoding="utf-8")
    view = load(target.as_uri())
    assert "1 node in no community" in view.locator(".left-out").text_content()
    view.locator(".bars button", has_text="Globex").click()
    with view.expect_navigation():
        view.click("text=Open these")
    view.wait_for_selector("html[data-ready]")
    assert "part=" in view.url
    assert view.locator(".panel h2").text_content() == "Globex"
    assert "A part of Firms" in view.locator(".left-out").text_content()
    view.click('.views [data-view="table"]')
    view.click('.tabs [data-kind="Person"]')
    assert view.locator("tbody tr").count() == 7
    with view.expect_navigation():
        view.click("text=All communities")
    view.wait_for_selector("html[data-ready]")
    assert view.locator(".panel h2").text_content() == "Firms"
