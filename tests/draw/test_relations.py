"""Facts between two: each is seen in the picture and told in the panel, with the sentence behind it one click away."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from draw.sample import choose, rows

from talentgraph.draw import explorer
from talentgraph.model import Edge, Node

pytestmark = pytest.mark.chromium


def pair(*edges: tuple[str, str, str, dict]) -> tuple[list[Node], list[Edge]]:
    """Ada and Ben, who both were at Acme, and what is said to join the two."""
    nodes = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben")]
    nodes += [Node(f"organization/{name.lower()}", ("Organization",), {"name": name}) for name in ("Acme", "Globex")]
    made = [Edge(f"{i}", kind, f"person/{a}", f"person/{b}", facts) for i, (kind, a, b, facts) in enumerate(edges)]
    for number, name in enumerate(("ada", "ben")):
        dates = {"startDate": f"{2010 + 2 * number}", "endDate": "2015"}
        nodes.append(Node(f"position/{name}", ("Position",), {"title": "Engineer", **dates}))
        nodes.append(
            Node(f"evidence/{name}", ("Evidence",), {"quote": f"{name} at Acme", "page": 2, "confidence": 0.9})
        )
        made += [
            Edge(f"h{name}", "HELD", f"person/{name}", f"position/{name}"),
            Edge(f"a{name}", "AT", f"position/{name}", "organization/acme"),
            Edge(f"s{name}", "SUPPORTS", f"evidence/{name}", f"position/{name}"),
            Edge(f"d{name}", "FROM_DOCUMENT", f"evidence/{name}", "document/a"),
        ]
    return [*nodes, Node("document/a", ("Document",), {"path": "a.pdf"})], made


MET = {"organization": "organization/acme", "overlapMonths": 30}


def opened(load, tmp_path, *edges, state=""):
    target = tmp_path / "pair.html"
    target.write_text(explorer(*pair(*edges), title="Pair"), encoding="utf-8")
    return load(target.as_uri() + state)


def drawn_lines(page) -> list[str]:
    """The lines of the picture, as the saved drawing has them."""
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    tree = ElementTree.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))  # noqa: S314 - our own page
    return [element.get("d") for element in tree.iter() if element.tag.endswith("}path")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("ADVISED", "ada", "ben", {}), ("COAUTHORED_WITH", "ada", "ben", {"count": 1})),
        (("ADVISED", "ada", "ben", {}), ("ADVISED", "ben", "ada", {})),
        (("ADVISED", "ada", "ben", {}), ("WORKED_WITH", "ben", "ada", MET)),
        (("STUDIED_WITH", "ada", "ben", MET), ("WORKED_WITH", "ada", "ben", MET)),
        (("WORKED_WITH", "ada", "ben", MET), ("WORKED_WITH", "ada", "ben", {"organization": "organization/globex"})),
    ],
)
def test_two_relations_of_one_pair_are_two_lines(load, tmp_path, first, second):
    page = opened(load, tmp_path, first, second, state="#node=person%2Fada")
    assert len(set(drawn_lines(page))) == 2


def test_to_list_and_to_use_a_technology_is_one_line(load, address):
    page = load(address)
    choose(page, "ada ex")
    _, edges = rows()
    known = {
        edge.target for edge in edges if edge.source == "person/ada-exämple" and edge.type in ("SKILLED_IN", "LISTS")
    }
    page.click('.legend [data-kind="Technology"]')
    without = len(drawn_lines(page))
    page.click('.legend [data-kind="Technology"]')
    assert len(drawn_lines(page)) - without == len(known)


def test_a_way_over_quiet_relations_is_drawn(load, tmp_path):
    page = opened(
        load, tmp_path, ("WORKED_WITH", "ada", "ben", MET), state="#path=%5B%22person%2Fada%22%2C%22person%2Fben%22%5D"
    )
    assert len(drawn_lines(page)) == 1


def test_colleagues_are_told_with_place_years_and_sentences(load, tmp_path):
    second = {"organization": "organization/globex", "overlapMonths": 7}
    page = opened(
        load,
        tmp_path,
        ("WORKED_WITH", "ada", "ben", MET),
        ("WORKED_WITH", "ada", "ben", second),
        state="#node=person%2Fada",
    )
    colleague = page.locator(".panel section", has_text="Worked with").locator("li")
    assert colleague.count() == 1
    assert "Acme, 2012 – 2015, 30 months; Globex, 7 months" in colleague.text_content()
    colleague.locator("summary").click()
    assert set(colleague.locator("blockquote").all_text_contents()) == {"ada at Acme", "ben at Acme"}
    assert "a.pdf · page 2" in colleague.locator("figcaption").first.text_content()


@pytest.mark.parametrize("section", ["Publications", "Co-authors"])
def test_the_sentence_of_every_fact_of_a_person_is_one_click_away(load, address, section):
    page = load(address)
    choose(page, "bea muster")
    items = page.locator(".panel section", has=page.locator("h3", has_text=section)).locator("ul").first.locator("> li")
    assert items.count() > 0
    for item in items.all():
        item.locator("summary").first.click()
        assert item.locator("blockquote").first.is_visible()
        assert ".pdf · page 1" in item.locator("figcaption").first.text_content()


def test_every_sentence_is_there_however_many(load, tmp_path):
    nodes, edges = pair()
    for number in range(11):
        nodes.append(Node(f"evidence/x{number}", ("Evidence",), {"quote": f"Sentence {number}"}))
        edges.append(Edge(f"x{number}", "SUPPORTS", f"evidence/x{number}", "position/ada"))
    target = tmp_path / "many.html"
    target.write_text(explorer(nodes, edges, title="Many"), encoding="utf-8")
    stint = load(target.as_uri() + "#node=person%2Fada").locator(".timeline li").first
    assert stint.locator("blockquote").count() == 12
    stint.locator("summary", has_text="Source (12)").click()
    stint.locator("summary", has_text="4 more").click()
    assert stint.locator("blockquote").last.is_visible()


def test_what_is_chosen_is_shown_in_spite_of_filters(load, address):
    page = load(address + "#node=person%2Fbea-muster&hide=Person")
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    drawing = Path(download.value.path()).read_text(encoding="utf-8")
    assert "<title>Bea Muster</title>" in drawing
    assert "<title>Gus Model</title>" not in drawing


def test_every_community_can_be_chosen(load, tmp_path):
    nodes, edges = [], []
    for firm in range(15):
        nodes.append(Node(f"organization/{firm}", ("Organization",), {"name": f"Firm {firm}"}))
        for number in range(4):
            nodes.append(Node(f"person/{firm}-{number}", ("Person",), {"name": f"P{firm}-{number}"}))
            edges.append(Edge(f"{firm}-{number}", "WORKED_AT", nodes[-1].id, f"organization/{firm}"))
    target = tmp_path / "firms.html"
    target.write_text(explorer(nodes, edges, title="Firms"), encoding="utf-8")
    page = load(target.as_uri())
    page.click(".groups > summary")
    page.locator(".groups summary", has_text="3 more").click()
    last = page.locator(".groups button").last
    last.click()
    assert last.get_attribute("aria-pressed") == "true"
    assert last.is_visible()
    assert page.locator(".panel section", has_text="Communities").locator("button").count() == 15


def test_a_lineage_is_drawn_over_generations(load, tmp_path):
    names = ("ada", "ben", "cyd", *"efghi")
    nodes = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in names]
    pairs = [("ada", "ben"), ("ben", "cyd"), *(("cyd", name) for name in "efghi"), ("e", "ada")]  # and round again
    edges = [Edge(a + b, "ADVISED", f"person/{a}", f"person/{b}") for a, b in pairs]
    target = tmp_path / "lineage.html"
    target.write_text(explorer(nodes, edges, title="Lineage"), encoding="utf-8")
    page = load(target.as_uri() + "#node=person%2Fben")
    height = {text.text_content(): float(text.get_attribute("y")) for text in page.locator(".lineage text").all()}
    assert set(height) == {"Ada", "E", "Ben", "Cyd", "F", "G", "2 more"}
    assert height["E"] < height["Ada"] < height["Ben"] < height["Cyd"] < height["F"] == height["2 more"]
    after = page.locator(".panel section", has_text="Students after them")
    assert after.locator("li").count() == 6
