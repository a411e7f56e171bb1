"""Parts of the graph in the page: filters, years, communities, paths, and what is saved."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from draw.sample import choose, rows
from draw.test_browser import HOSTILE, hostile_rows

from talentgraph.draw import explorer
from talentgraph.draw.payload import TYPES
from talentgraph.model import Edge, Node

pytestmark = pytest.mark.chromium


def counts(page) -> int:
    """How many rows the lists hold of the kind that is chosen."""
    return page.locator("tbody tr").count()


def people(page) -> set[str]:
    page.click('.views [data-view="table"]')
    page.click('.tabs [data-kind="Person"]')
    found = set(page.locator("tbody th").all_text_contents())
    page.click('[data-view="picture"]')
    return found


def pick(page, box: str, text: str) -> None:
    if not page.locator(f"#{box}").is_visible():
        page.click(".filters > summary")
    page.fill(f"#{box}", text)
    page.keyboard.press("Enter")


def test_a_technology_leaves_those_who_know_it(load, address):
    page = load(address)
    pick(page, "technology", "ceph")
    nodes, edges = rows()
    name = {node.id: node.properties["name"] for node in nodes if "name" in node.properties}
    known = {name[e.source] for e in edges if e.target == "technology/ceph" and e.type in ("SKILLED_IN", "LISTS")}
    assert people(page) == known
    assert "technology=technology%2Fceph" in page.url
    page.click("text=Clear filters")
    assert len(people(page)) == 12


def test_an_organisation_leaves_those_who_were_there(load, address):
    page = load(address)
    pick(page, "organisation", "acme")
    nodes, edges = rows()
    name = {node.id: node.properties["name"] for node in nodes if "name" in node.properties}
    assert people(page) == {
        name[e.source] for e in edges if e.target == "organization/acme-labs" and e.type == "WORKED_AT"
    }


def test_years_are_bounded_by_keyboard_and_leave_what_runs_in_them(load, address):
    page = load(address)
    first = page.locator("[aria-label='First year']")
    last = int(first.get_attribute("max"))
    first.focus()
    page.keyboard.press("End")
    assert page.locator(".says").text_content() == str(last)
    assert f"years={last}-{last}" in page.url
    some = people(page)
    assert 0 < len(some) < 12
    page.click("text=All years")
    assert len(people(page)) == 12


def test_a_drag_over_the_bars_bounds_the_years(load, address):
    page = load(address)
    box = page.locator(".years-strip .columns").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
    page.mouse.up()
    low, high = map(int, page.locator(".says").text_content().split(" – "))
    assert low < high < int(page.locator("[aria-label='Last year']").get_attribute("max"))


def test_a_community_is_named_and_shown_alone(load, tmp_path):
    nodes = [Node(f"person/{i}", ("Person",), {"name": f"P{i}"}) for i in range(12)]
    nodes += [Node(f"organization/{name}", ("Organization",), {"name": name}) for name in ("Acme", "Globex")]
    edges = [Edge(f"{i}", "WORKED_AT", f"person/{i}", nodes[12 + i // 6].id) for i in range(12)]
    edges.append(Edge("x", "STUDIED_WITH", "person/0", "person/11"))
    target = tmp_path / "two.html"
    target.write_text(explorer(nodes, edges, title="Two"), encoding="utf-8")
    page = load(target.as_uri())
    page.locator(".panel .chips button", has_text="Globex").click()
    assert people(page) == {f"P{i}" for i in range(6, 12)}
    page.click(".groups > summary")
    assert page.locator(".groups [aria-pressed=true]").text_content().startswith("Globex")


def test_only_what_is_around_one(load, address):
    page = load(address)
    choose(page, "bea muster")
    page.click(".acts >> text=1 step")
    near = people(page)
    assert "Bea Muster" in near
    page.click(".acts >> text=2 steps")
    assert near < people(page)
    page.click(".acts >> text=All")
    assert len(people(page)) == 12


def test_the_overview_shows_where_people_go_next(load, address):
    page = load(address)
    flow = page.locator(".panel .flow")
    bands = flow.locator("path title").all_text_contents()
    assert 2 <= len(bands) <= 12
    assert all(" → " in band and "pe" in band for band in bands)
    page.locator(".panel section", has=page.locator(".flow")).locator("summary").click()
    items = page.locator(".panel section", has=page.locator(".flow")).locator("li")
    assert items.count() >= len(bands)


def test_a_likely_double_is_told_with_its_reason(load, tmp_path):
    nodes = [Node(f"person/{i}", ("Person",), {"name": name}) for i, name in enumerate(("Ada Example", "A. Example"))]
    likely = Edge("s", "SAME_AS", nodes[0].id, nodes[1].id, {"probability": 0.83, "reason": "initials fit"})
    target = tmp_path / "likely.html"
    target.write_text(explorer(nodes, [likely], title="Two"), encoding="utf-8")
    page = load(target.as_uri() + "#node=person/1")
    section = page.locator(".panel section", has_text="May be the same as")
    assert "Ada Example" in section.text_content()
    assert "83 %" in section.text_content()
    assert "initials fit" in section.text_content()


def chain() -> tuple[list[Node], list[Edge]]:
    """Ada and Cyd both were at a hub; Ada knows Ben, and Ben Cyd. Dan was at the hub only."""
    nodes = [Node(f"person/{n}", ("Person",), {"name": n.title()}) for n in ("ada", "ben", "cyd", "dan")]
    nodes += [Node("organization/hub", ("Organization",), {"name": "Hub"})]
    nodes += [Node("publication/x", ("Publication",), {"name": "On Paths"})]
    nodes += [Node("evidence/1", ("Evidence",), {"quote": "Ben, Cyd. On Paths.", "page": 3})]
    nodes += [Node("document/a", ("Document",), {"path": "ben.pdf"})]
    edges = [Edge(f"w{n}", "WORKED_AT", f"person/{n}", "organization/hub") for n in ("ada", "cyd", "dan")]
    edges += [
        Edge("1", "ADVISED", "person/ada", "person/ben"),
        Edge("2", "COAUTHORED_WITH", "person/ben", "person/cyd", {"count": 1}),
        Edge("3", "AUTHORED", "person/ben", "publication/x"),
        Edge("4", "AUTHORED", "person/cyd", "publication/x"),
        Edge("5", "SUPPORTS", "evidence/1", "publication/x"),
        Edge("6", "FROM_DOCUMENT", "evidence/1", "document/a"),
    ]
    return nodes, edges


@pytest.fixture
def chained(load, tmp_path):
    target = tmp_path / "chain.html"
    target.write_text(explorer(*chain(), title="Chain"), encoding="utf-8")
    return load(target.as_uri())


def find_path(page, start: str, end: str) -> None:
    if not page.locator(".pathbar").is_visible():
        page.click("header >> text=Path")
    for box, name in (("path-from", start), ("path-to", end)):
        page.fill(f"#{box}", name)
        page.keyboard.press("Enter")


def test_a_path_goes_over_people_and_says_why(chained):
    find_path(chained, "ada", "cyd")
    steps = chained.locator(".panel ol > li")
    assert steps.count() == 2
    assert "Ada advised Ben" in steps.nth(0).text_content()
    steps.nth(1).locator("summary").click()
    assert "Ben, Cyd. On Paths." in steps.nth(1).locator("blockquote").text_content()
    assert "ben.pdf · page 3" in steps.nth(1).locator("figcaption").text_content()


def test_a_hub_alone_is_no_path(chained):
    find_path(chained, "ada", "dan")
    assert "is no acquaintance" in chained.locator(".panel .lead").text_content()
    find_path(chained, "dan", "hub")
    assert chained.locator(".panel ol > li").count() == 1


def test_the_address_restores_a_path_and_filters(load, address):
    page = load(address)
    pick(page, "technology", "python")
    page.locator("[aria-label='First year']").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    find_path(page, "bea muster", "gus model")
    again = load(page.url)
    for part in (".panel h2", ".says"):
        assert again.locator(part).text_content() == page.locator(part).text_content()
    assert again.locator("#technology").input_value() == page.locator("#technology").input_value() != ""
    assert again.locator("#path-to").input_value() == "Gus Model"
    assert people(again) == people(page)
    assert again.url == page.url


@pytest.mark.parametrize("state", ["path=x", "path=%5B1%2C2%5D", "path=null", "years=1-2", "community=99", "steps=7"])
def test_an_address_that_means_nothing_is_the_overview(load, address, state):
    page = load(f"{address}#{state}")
    assert page.locator(".panel h2").text_content() == "Twelve careers"


def test_packed_data_opens(load, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["talentgraph.draw.explorer"], "_LARGE", 100)
    target = tmp_path / "packed.html"
    target.write_text(explorer(*rows(), title="Packed"), encoding="utf-8")
    page = load(target.as_uri())
    assert len(people(page)) == 12


@pytest.fixture
def hostile(load, tmp_path):
    target = tmp_path / "hostile.html"
    target.write_text(explorer(*hostile_rows(), title=HOSTILE[1]), encoding="utf-8")
    return load(target.as_uri())


def test_saved_csv_is_inert_and_whole(hostile):
    page = hostile
    page.click('.views [data-view="table"]')
    page.click('.tabs [data-kind="Person"]')
    with page.expect_download() as download:
        page.click("text=Save CSV")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # without the mark Excel takes it for another encoding
    content = content.decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(content, newline="")))
    assert len(table) - 1 == counts(page)
    assert {len(row) for row in table} == {len(table[0])}
    assert not [cell for row in table for cell in row if cell.lstrip().startswith(tuple("=+@-\t\r|%＝"))]


COLOUR_AT = """async ([image, { x, y }]) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(image)]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context.drawImage(picture, 0, 0);
    return [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3);
}"""


def colour_at(page, id_: str) -> list[int]:
    """The colour of the saved picture where a node stands."""
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as PNG']")
    image = list(Path(download.value.path()).read_bytes())
    return page.evaluate(COLOUR_AT, [image, page.evaluate("id => talentgraph.at(id)", id_)])


def bright(kind: str) -> list[int]:
    return [int(TYPES[kind][0][i : i + 2], 16) for i in (1, 3, 5)]


@pytest.mark.parametrize("state", ["", "#node=person%2Fbea-muster"])
@pytest.mark.parametrize("id_", ["person/bea-muster", "organization/acme-labs", "venue/netmeet"])
def test_dots_are_drawn_in_the_colour_of_their_kind(load, address, state, id_):
    found = colour_at(load(address + state), id_)
    kind = {"person": "Person", "organization": "Organization", "venue": "Venue"}[id_.partition("/")[0]]
    veiled = state and kind != "Person"  # neither is beside her
    assert (sum(found) > sum(bright(kind)) + 200) if veiled else found == pytest.approx(bright(kind), abs=3)


def test_what_is_hidden_is_drawn_only_while_it_is_chosen(load, address):
    page = load(address + "#hide=Person&node=person%2Fbea-muster")
    assert colour_at(page, "person/bea-muster") == pytest.approx(bright("Person"), abs=3)
    page.click(".panel .close")
    page.wait_for_timeout(200)
    assert colour_at(page, "person/bea-muster") != pytest.approx(bright("Person"), abs=60)


BOXES = """text => {
    const drawn = document.adoptNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
    document.body.append(drawn);
    const boxes = [...drawn.querySelectorAll("text")].map((text) => text.getBBox());
    return boxes.map(({ x, y, width, height }) => [x, y, x + width, y + height]);
}"""


def test_names_find_room_and_never_cover_each_other(load, tmp_path):
    target = tmp_path / "many.html"
    target.write_text(explorer(*rows(60), title="Many"), encoding="utf-8")
    page = load(target.as_uri())
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    boxes = page.evaluate(BOXES, Path(download.value.path()).read_text(encoding="utf-8").partition("?>")[2])
    assert len(boxes) > 20
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:  # a line is higher than its letters
            aside = left + 2 >= other[2] or right - 2 <= other[0]
            assert aside or top + 3 >= other[3] or bottom - 3 <= other[1]


def test_likely_doubles_are_joined_by_a_dashed_line(load, tmp_path):
    nodes = [Node(f"person/{i}", ("Person",), {"name": f"P{i}"}) for i in range(3)]
    edges = [Edge("s", "SAME_AS", "person/0", "person/1"), Edge("a", "ADVISED", "person/1", "person/2")]
    target = tmp_path / "doubles.html"
    target.write_text(explorer(nodes, edges, title="Doubles"), encoding="utf-8")
    for state in ("", "#node=person%2F0"):
        page = load(target.as_uri() + state)
        with page.expect_download() as download:
            page.click("[aria-label='Save the picture as SVG']")
        drawn = Path(download.value.path()).read_text(encoding="utf-8")
        assert drawn.count("<path") == 2
        assert drawn.count("stroke-dasharray") == 1


def test_saved_svg_is_shapes_and_text(hostile):
    page = hostile
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    tree = ElementTree.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))  # noqa: S314 - our own page
    kinds = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert kinds <= {"svg", "title", "rect", "g", "path", "circle", "text"}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert any(element.text in HOSTILE for element in tree.iter() if element.tag.endswith("title"))


def test_nothing_runs_in_filters_and_paths(hostile):
    page = hostile
    for box in ("technology", "organisation"):
        if not page.locator(f"#{box}").is_visible():
            page.click(".filters > summary")
        page.fill(f"#{box}", "<")
        page.keyboard.press("Enter")
    page.click("text=Clear filters")
    page.goto(page.url.partition("#")[0] + "#path=" + quote('["<script>window.ran=1</script>","person/ada-exämple"]'))
    assert page.evaluate("window.ran") is None
