"""The page by keyboard alone: every function, and the keyboard never falls back to the top of the page."""

from __future__ import annotations

import pytest
from draw.sample import rows

from talentgraph.draw import explorer

pytestmark = pytest.mark.chromium
NOW = "document.activeElement"


def walk_to(page, selector: str) -> None:
    """Presses the tab key until the keyboard is there."""
    for _ in range(120):
        if page.evaluate(f"selector => {NOW}.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key does not come to {selector}")


def act(page, selector: str, key: str = "Enter") -> None:
    walk_to(page, selector)
    page.keyboard.press(key)
    assert page.evaluate(f"{NOW} !== document.body"), selector


def address_of(page) -> str:
    return page.evaluate("location.hash")


def test_a_person_is_found_read_and_left(load, address):
    page = load(address)
    walk_to(page, "#search")
    page.keyboard.type("bea mus")
    page.keyboard.press("Enter")
    act(page, ".panel .source > summary")
    assert page.locator(".panel blockquote").first.is_visible()
    act(page, ".panel .close")
    assert page.evaluate(f"{NOW}.className") == "stage"
    assert "node" not in address_of(page)


def test_what_is_around_and_the_path_to_another(load, address):
    page = load(address + "#node=person%2Fbea-muster")
    act(page, '.acts [data-steps="1"]')
    assert "steps=1" in address_of(page)
    act(page, ".acts > .chip")
    page.keyboard.type("gus")
    page.keyboard.press("Enter")
    assert page.locator(".panel ol > li").count() > 0
    act(page, ".panel ol .link")
    page.go_back()
    page.wait_for_function("location.hash.includes('path')")
    page.keyboard.press("Escape")
    assert page.evaluate(f"{NOW}.textContent") == "Path"


def test_kinds_filters_communities_and_years(load, tmp_path):
    target = tmp_path / "forty.html"
    target.write_text(explorer(*rows(40), title="Forty"), encoding="utf-8")
    page = load(target.as_uri())
    act(page, '.legend [data-kind="Venue"]', "Space")
    assert "hide=Venue" in address_of(page)
    act(page, ".filters > summary")
    walk_to(page, "#organisation")
    page.keyboard.type("acme")
    page.keyboard.press("Enter")
    assert "organisation=" in address_of(page)
    act(page, ".filters .clear")
    assert "organisation=" not in address_of(page)
    act(page, ".groups > summary")
    act(page, ".groups button")
    assert "community=1" in address_of(page)
    act(page, "[aria-label='Last year']", "ArrowLeft")
    assert "years=" in address_of(page)
    act(page, ".years-strip .clear")
    assert "years=" not in address_of(page)


def test_lists_are_sorted_opened_and_left(load, address):
    page = load(address)
    act(page, '[data-view="table"]')
    act(page, '.table .tabs [data-kind="Organization"]')
    act(page, "thead button")
    assert "sort=-1" in address_of(page)
    act(page, "tbody th button")
    name = page.locator(".panel h2").text_content()
    assert page.evaluate(f"{NOW}.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.evaluate(f"{NOW}.textContent") == name
    assert page.evaluate(f"{NOW}.closest('tbody') !== null")


@pytest.mark.parametrize("name", ["Save the picture as PNG", "Save the picture as SVG"])
def test_the_picture_is_saved(load, address, name):
    page = load(address)
    walk_to(page, f"[aria-label='{name}']")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_a_list_is_saved_and_copied(load, address):
    page = load(address + "#view=table&list=Venue")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk_to(page, ".table .chip")
    page.keyboard.press("Enter")
    page.locator(".table [role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Name,Acronym,Type,Papers,Authors\r\n")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "venues.csv"
