"""The page of identity in a real Chromium, with the network watched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from talentgraph.evaluate.identity import measure, write

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(measure(24, seed=3), tmp_path_factory.mktemp("identity")).as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_it_requests_nothing_fits_and_axe_finds_nothing(
    chromium: Any, axe: Callable[[Any], list[Any]], address: str, scheme: str, size: tuple[int, int]
) -> None:
    opened = chromium.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    seen: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: seen.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(address)
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (seen, said) == ([address], [])
    assert axe(opened) == []


def test_a_class_is_chosen_without_a_script(chromium: Any, address: str) -> None:
    opened = chromium.new_page()
    opened.goto(address)
    assert opened.locator("script").count() == 0
    shown = opened.locator(".mistake:visible")
    every = shown.count()
    opened.get_by_role("radio", name="Venues").check()
    kinds = set(shown.locator(".kind").all_text_contents())
    assert kinds == {"venue"}
    assert 0 < shown.count() < every
    opened.close()
