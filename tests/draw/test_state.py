"""The state of the page: what the address holds, what the back button undoes, and that both ways give the same."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from draw.sample import choose

pytestmark = pytest.mark.chromium

LOOK = """() => { const seen = (e) => e.checkVisibility(); return {
    hash: location.hash, view: document.documentElement.dataset.view, theme: document.documentElement.dataset.theme,
    head: document.querySelector(".panel h2").textContent,
    pressed: [...document.querySelectorAll("[aria-pressed=true]")].filter(seen).map((e) => e.textContent),
    inputs: [...document.querySelectorAll("input")].map((e) => e.value),
    sorted: [...document.querySelectorAll("th[aria-sort]")].filter(seen).map((e) => e.textContent),
    rows: [...document.querySelectorAll("tbody tr")].filter(seen).map((e) => e.textContent),
    path: [...document.querySelectorAll(".panel ol > li")].map((e) => e.textContent),
}; }"""  # noqa: E501


def pick(page, box: str, text: str) -> None:
    if not page.locator(f"#{box}").is_visible():
        page.click(".filters > summary")
    page.fill(f"#{box}", text)
    page.keyboard.press("Enter")


def sort_and_filter(page) -> None:
    page.click('[data-view="table"]')
    page.click('.tabs [data-kind="Organization"]')
    page.click("thead button:has-text('Worked here')")
    page.click("thead button:has-text('Worked here')")
    page.fill(".table > .bar input", "labs")


def narrow(page) -> None:
    pick(page, "organisation", "acme")
    page.locator("[aria-label='First year']").focus()
    page.keyboard.press("ArrowRight")


def step(page) -> None:
    choose(page, "bea muster")
    page.click(".acts >> text=2 steps")


def way(page) -> None:
    page.click("header >> text=Path")
    for box, name in (("path-from", "bea muster"), ("path-to", "gus model")):
        page.fill(f"#{box}", name)
        page.keyboard.press("Enter")


def dark(page) -> None:
    page.click("[aria-label='Dark or light']")
    page.click('.legend [data-kind="Venue"]')


@pytest.mark.parametrize("make", [sort_and_filter, narrow, step, way, dark])
def test_the_state_of_the_address_equals_the_one_that_made_it(load, address, make):
    page = load(address)
    make(page)
    made = page.evaluate("location.href")
    assert "#" in made
    assert load(made).evaluate(LOOK) == page.evaluate(LOOK)


def test_the_back_button_undoes_one_choice_after_the_other(load, address):
    page = load(address)
    looks = [page.evaluate(LOOK)]
    for choice in (
        lambda: pick(page, "technology", "python"),
        lambda: choose(page, "bea muster"),
        lambda: page.click('[data-view="table"]'),
    ):
        choice()
        looks.append(page.evaluate(LOOK))
    for before in reversed(looks[:-1]):
        page.go_back()
        page.wait_for_function("hash => location.hash === hash", arg=before["hash"])
        assert page.evaluate(LOOK) == before


def test_to_slide_over_the_years_is_one_step(load, address):
    page = load(address)
    before = page.evaluate("history.length")
    page.locator("[aria-label='First year']").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("history.length") == before + 1


WAY = "path=%5B%22person%2Fbea-muster%22%2C%22person%2Fgus-model%22%5D"


@pytest.mark.parametrize("state", ["hide=Person", "organisation=organization%2Facme-labs", "node=venue%2Fnetmeet", WAY])
def test_a_picture_that_comes_after_the_lists_is_that_of_the_address(load, address, state):
    late, early = load(f"{address}#view=table&{state}"), load(f"{address}#{state}")
    late.click('.views [data-view="picture"]')
    assert dots(late) == dots(early)


def dots(page) -> list[str]:
    """All dots of the picture as the saved drawing has them, and how bright each is."""
    page.wait_for_timeout(200)
    page.click("[aria-label='Show all']")
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    drawn = ElementTree.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))
    return sorted(f"{dot[0].text} {dot.get('fill')}" for dot in drawn.iter() if len(dot) == 1 and dot.get("fill"))


@pytest.mark.parametrize("state", ["view=table&list=constructor", "hide=toString", "view=table&list=Person&sort=99"])
def test_names_that_every_object_has_are_no_kinds(load, address, state):
    page = load(f"{address}#{state}")
    assert page.locator(".panel h2").text_content() == "Twelve careers"


def test_years_are_read_in_either_order(load, address):
    assert load(f"{address}#years=2019-2012").locator(".says").text_content() == "2012 – 2019"


def test_the_ground_and_the_title_end_a_path(load, address):
    page = load(address)
    way(page)
    page.click(".brand")
    assert not page.locator(".pathbar").is_visible()
    assert "path" not in page.url
    page.go_back()
    page.locator(".panel h2", has_text="Gus Model").wait_for()


def test_what_is_typed_and_not_chosen_filters_nothing_and_goes(load, address):
    page = load(address)
    pick(page, "technology", "python")
    page.fill("#technology", "nothing of the sort")
    page.keyboard.press("Tab")
    assert page.input_value("#technology") == "Python"
    page.fill("#technology", "x")
    page.keyboard.press("Escape")
    assert page.input_value("#technology") == "Python"
    page.fill("#technology", "")
    page.keyboard.press("Tab")
    assert "technology" not in page.url


def test_the_theme_changes_every_colour(load, address):
    page = load(address)
    tint = "getComputedStyle(document.querySelector('.panel .bars .bar')).backgroundColor"
    light = page.evaluate(tint)
    page.click("[aria-label='Dark or light']")
    dark = page.evaluate(tint)
    assert light != dark
    assert load(address, scheme="dark").evaluate(tint) == dark


def test_filters_are_beside_the_lists_too(load, address):
    page = load(address)
    page.click('[data-view="table"]')
    page.click('.tabs [data-kind="Person"]')
    pick(page, "organisation", "acme")
    assert 0 < page.locator("tbody tr").count() < 12
    page.click('[data-view="picture"]')
    assert page.input_value("#organisation") == "Acme Labs"


def test_who_has_no_dates_is_told_when_years_are_bounded(load, tmp_path):
    from draw.sample import rows

    from talentgraph.draw import explorer
    from talentgraph.model import Node

    nodes, edges = rows()
    target = tmp_path / "undated.html"
    target.write_text(explorer([*nodes, Node("person/x", ("Person",), {"name": "X"})], edges, title="T"), "utf-8")
    page = load(target.as_uri())
    assert not page.locator("text=without dates").is_visible()
    page.locator("[aria-label='First year']").focus()
    page.keyboard.press("ArrowRight")
    assert "1 person without dates left out" in page.locator(".years-strip").text_content()
