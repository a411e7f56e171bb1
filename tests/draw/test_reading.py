"""How the page helps to read: what to try, keys, empty results, shapes, and the sheet on paper; in a real Chromium."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from draw.hostile import ADA
from draw.sample import choose, rows
from draw.test_browser import AXE

from talentgraph.draw import explorer

pytestmark = pytest.mark.chromium
SVG = "{http://www.w3.org/2000/svg}"
pypdfium2 = pytest.importorskip("pypdfium2")


def test_the_first_view_asks_what_the_graph_answers(load, address):
    page = load(address)
    asked = page.locator(".try button").all_text_contents()
    assert len(asked) == 3
    page.click(".try button >> nth=0")
    assert page.locator(".panel .kind").text_content() == "Path"
    assert page.locator(".panel ol > li").count() == 2
    page.click(".panel .close")
    page.click(".try button >> nth=1")
    assert page.locator(".panel h2").text_content() in asked[1]
    assert page.locator(".panel h3", has_text="People").count() > 0


def test_the_help_opens_by_its_key_and_closes_by_escape(load, address):
    page = load(address)
    choose(page, "ada ex")
    page.keyboard.press("?")
    assert page.locator("dialog.help").is_visible()
    if AXE.is_file():
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate("axe.run().then(r => r.violations.map(v => v.id))") == []
    page.keyboard.press("Escape")
    assert not page.locator("dialog.help").is_visible()
    assert page.locator(".panel h2").text_content() == "Ada Exämple"
    page.focus("#search")
    page.keyboard.type("?")
    assert not page.locator("dialog.help").is_visible()


def test_a_choice_that_nothing_matches_says_so_and_is_undone(load, address):
    page = load(f"{address}#hide=Person,Organization,Publication,Venue,Technology,Project")
    assert page.locator(".nothing").is_visible()
    page.click(".nothing button")
    assert not page.locator(".nothing").is_visible()
    assert page.locator('.legend [data-kind][aria-pressed="false"]').count() == 0


def test_marks_have_the_shape_of_their_kind(load, address):
    page = load(address)
    shapes = {
        row.get_attribute("data-kind"): row.locator(".dot").get_attribute("class").split()[1:]
        for row in page.locator(".legend [data-kind]").all()
    }
    assert shapes["Person"] == []
    assert shapes["Organization"] == ["square"]
    page.fill("#search", "acme")
    assert shapes["Venue"] == ["diamond"]
    assert page.locator("#search-found .dot").first.get_attribute("class") == "dot square"


def saved(page) -> ElementTree.Element:
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    return ElementTree.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))


def test_a_large_picture_names_its_communities_and_a_small_one_its_dots(load, tmp_path, address):
    target = tmp_path / "many.html"
    nodes, edges = rows(200)
    target.write_text(explorer(nodes, edges, title="Many"), encoding="utf-8")
    page = load(target.as_uri())
    names = {name.partition(" · ")[0] for name in page.locator(".chips .link bdi").all_text_contents()}
    lettered = {text.text for text in saved(page).iter(f"{SVG}text") if text.get("font-weight") == "650"}
    assert lettered
    assert lettered <= {name if len(name) <= 28 else f"{name[:26].rstrip()}…" for name in names}
    assert not [text for text in saved(load(address)).iter(f"{SVG}text") if text.get("font-weight") == "650"]


def test_pointing_at_a_dot_tells_what_it_is(load, address):
    page = load(address)
    at, box = page.evaluate("id => talentgraph.at(id)", ADA), page.locator(".stage").bounding_box()
    page.mouse.move(box["x"] + at["x"] - 2, box["y"] + at["y"])
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.locator(".card", has_text="Ada Exämple").wait_for()
    assert "Systems Engineer at" in page.locator(".card").text_content()
    inside = page.locator(".card").bounding_box()
    assert box["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= box["x"] + box["width"]
    page.mouse.move(box["x"] + box["width"] - 10, box["y"] + 10)
    page.locator(".card").wait_for(state="hidden")


def test_the_card_follows_the_arrow_keys_and_goes_with_the_focus(load, address):
    page = load(address)
    page.focus(".stage")
    page.keyboard.press("ArrowRight")
    page.locator(".card").wait_for()
    spoken = page.locator("body > [role=status]").text_content()
    assert spoken.startswith(page.locator(".card strong").text_content())
    page.focus("#search")
    page.locator(".card").wait_for(state="hidden")


def sheet(page) -> list[str]:
    """The text of each page on paper."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [document[i].get_textpage().get_text_range() for i in range(len(document))]


def test_on_paper_a_person_comes_with_all_sentences_and_no_controls(load, address):
    page = load(f"{address}#node=person%2Fada-ex%C3%A4mple", scheme="dark")
    text = "\n".join(sheet(page))
    assert "Ada Exämple" in text
    assert "storage</b> & networks" in text
    for control in ("Path from here", "1 step", "PNG", "Filters", "Stints and papers by year"):
        assert control not in text
    assert page.locator(".panel details[open]").count() == 0
    assert page.locator(".sheet").count() == 0


def test_on_paper_the_overview_is_the_picture_with_its_key(load, address):
    page = load(address, scheme="dark")
    text = sheet(page)[0]
    for part in ("Twelve careers", "Organisations", "Where careers cross"):
        assert part in text
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # names in the drawing are outlines on paper
    assert "Jiří Vzorek" in page.locator(".sheet text").all_text_contents()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheet").count() == 0


def test_on_paper_a_list_is_the_list(load, address):
    text = sheet(load(f"{address}#view=table&list=Person"))[0]
    assert "Gus Model" in text
    assert "Save CSV" not in text
