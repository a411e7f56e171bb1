"""Charts: what they hold, and that text stays text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from draw.hostile import ADA, HOSTILE, hostile_rows
from draw.sample import rows
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.draw.charts import flow, lineage, page, text_of, timeline
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS

SPACE = "{http://www.w3.org/2000/svg}"


def texts(chart: ElementTree.Element, tag: str = "text") -> list[str]:
    whole = ElementTree.fromstring(text_of(chart).partition("?>")[2])
    return [element.text or "" for element in whole.iter(SPACE + tag)]


def test_a_timeline_has_a_row_for_each_organisation_and_a_bar_for_each_stint() -> None:
    nodes, edges = rows()
    chart = timeline(nodes, edges, ADA)
    at = {e.source: e.target for e in edges if e.type == "AT"}
    names = {node.id: node.properties.get("name") for node in nodes}
    stints = [e.target for e in edges if e.source == ADA and e.type in ("HELD", "STUDIED")]
    assert {names[at[stint]] for stint in stints} <= set(texts(chart))
    assert len(list(chart.iter("rect"))) == len(stints)


def test_a_stint_without_dates_is_told_and_not_drawn() -> None:
    nodes = [
        Node("person/ada", ("Person",), {"name": "Ada"}),
        Node("position/1", ("Position",), {"title": "Engineer"}),
        Node("position/2", ("Position",), {"title": "Chief", "startDate": "2019-03", "isCurrent": True}),
    ]
    chart = timeline(nodes, [Edge(str(i), "HELD", "person/ada", f"position/{i}") for i in (1, 2)], "person/ada")
    assert "no date: Engineer, no organisation" in texts(chart)
    assert len(list(chart.iter("rect"))) == 1


def test_a_lineage_has_generations_and_ends_where_advisors_go_round() -> None:
    names = ("ada", "ben", "cyd", "dan")
    people = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in names]
    pairs = [("ada", "ben"), ("ben", "cyd"), ("cyd", "ada"), ("ben", "dan")]
    edges = [Edge(a + b, "ADVISED", f"person/{a}", f"person/{b}") for a, b in pairs]
    chart = lineage(people, edges, "person/ben")
    assert sorted(texts(chart)[1:]) == ["Ada", "Ben", "Cyd", "Dan"]
    heights = {text.text: float(text.get("y", 0)) for text in chart.iter("text")}
    assert heights["Ada"] < heights["Ben"] < heights["Dan"]


def test_ribbons_are_as_wide_as_people_are_many_and_the_rest_is_told() -> None:
    chart = flow([("Acme", "Globex", 3), ("Acme", "Uni", 1), ("Uni", "Globex", 1)], title="Moves", top=2)
    assert {"Acme", "Globex", "Uni"} <= set(texts(chart))
    assert "1 smaller moves of 1 people are left out" in texts(chart)
    assert [path.find("title").text for path in chart.iter("path")] == [
        "Acme → Globex: 3 people",
        "Acme → Uni: 1 person",
    ]


def test_moves_that_are_not_named_are_told() -> None:
    assert "7 moves are not named" in texts(flow([], title="Moves", note="7 moves are not named"))


def test_what_only_looks_like_a_year_is_no_date() -> None:
    nodes = [
        Node("person/ada", ("Person",), {"name": "Ada"}),
        Node("position/1", ("Position",), {"title": "Engineer", "startDate": "²⁰¹⁹-⁰³"}),
    ]
    chart = timeline(nodes, [Edge("h", "HELD", "person/ada", "position/1")], "person/ada")
    assert "no date: Engineer, no organisation" in texts(chart)


@pytest.mark.parametrize("draw", [timeline, lineage])
def test_nobody_is_an_error(draw) -> None:
    with pytest.raises(TalentGraphError, match="talentgraph show"):
        draw([], [], "person/nobody")


@pytest.mark.parametrize("draw", [timeline, lineage])
def test_hostile_texts_are_text_in_svg_and_html(draw) -> None:
    chart = draw(*hostile_rows(), ADA)
    assert "<script" not in page(chart, title=HOSTILE[1])
    assert "<img" not in text_of(chart)
    kinds = {
        element.tag.removeprefix(SPACE) for element in ElementTree.fromstring(text_of(chart).partition("?>")[2]).iter()
    }
    assert kinds <= {"svg", "title", "style", "text", "line", "rect", "path", "circle", "g"}


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.text(max_size=4), st.integers(0, 50)), max_size=12))
def test_any_moves_make_a_chart(moves) -> None:
    ElementTree.fromstring(text_of(flow(moves, title="\x00<&")).partition("?>")[2])


def test_where_nothing_may_be_shown_the_chart_says_so() -> None:
    assert "No move of enough people to be shown." in texts(flow([], title="Moves"))


def test_on_dark_pages_the_colours_are_those_for_dark_pages() -> None:
    style = next(timeline(*rows(), ADA).iter("style")).text
    for label in ("Person", "Organization", "Publication"):
        light, dark = LABELS[label].colour
        assert f"[fill='{light}'] {{ fill: {dark} }}" in style
