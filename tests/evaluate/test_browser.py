"""The page in a real Chromium, with the network watched."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluate.invented import FOUND, GOLD, TEXT, make, profile

from talentgraph.evaluate import Evaluation, page

pytestmark = pytest.mark.chromium
HOSTILE = (
    "<script>window.ran=1</script>", "</script><script>window.ran=1</script>", "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>', "javascript:window.ran=1", "{{script}}${window.ran=1}", "<!--<script>",
    "\u202eevil\u2066", "\u2028window.ran=1\u2029", "&lt;script&gt;", "'-window.ran=1-'", "\ud800", "__proto__",
    "<style>*{display:none}</style>", "<a href=javascript:window.ran=1>x</a>", "constructor", "😀 C++",
)  # fmt: skip
Load = Callable[..., Any]
Axe = Callable[[Any], list[Any]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, evaluation: Evaluation) -> str:
    path = tmp_path_factory.mktemp("page") / "evaluation.html"
    path.write_text(page(evaluation, title="Evaluation"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def load(chromium: Any) -> Iterator[Load]:
    """Opens an address; afterwards nothing may have been requested and nothing may have failed."""
    contexts: list[Any] = []
    seen: list[str] = []
    failed: list[str] = []

    def open_(address: str, *, size: tuple[int, int] = (1400, 900), scheme: str = "light") -> Any:
        viewport = {"width": size[0], "height": size[1]}
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
        contexts.append(context)
        opened = context.new_page()
        opened.on("request", lambda request: seen.append(request.url))
        opened.on("pageerror", lambda error: failed.append(str(error)))
        opened.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
        opened.goto(address)
        opened.wait_for_selector("html[data-ready]", timeout=60_000)
        return opened

    yield open_
    for context in contexts:
        context.close()
    assert len(seen) == len(contexts)
    assert all(url.startswith("file:") for url in seen)
    assert failed == []


def chosen(opened: Any) -> str:
    """The row of gold and found that is chosen, as text."""
    return str(opened.locator(".pair.on").text_content())


def test_the_overview_leads_to_documents(load: Load, address: str) -> None:
    opened = load(address)
    assert opened.locator(".card .big").first.text_content() == "68.5"  # (0.8 + 8/11 + 0.8 + 0.5 + 0.6) / 5
    assert opened.locator(".plot circle").count() == 2
    opened.click('[aria-label="Employers, plain: 57.1"]')
    assert opened.locator("#variant").input_value() == "plain"
    assert opened.locator("#kind").input_value() == "work.name"
    assert opened.locator(".list .row").count() == 2


def test_the_worst_document_comes_first(load: Load, address: str) -> None:
    opened = load(address + "#doc=")
    assert opened.locator(".list .name").all_text_contents() == ["002plain", "000plain", "001classic"]
    assert "could not be read: is empty" in opened.locator(".paper").text_content()


def test_text_gold_and_found_stand_side_by_side(load: Load, address: str) -> None:
    opened = load(address + "#doc=000/plain")
    assert opened.locator("mark.gold.wrong").all_text_contents() == ["Clerk"]
    assert "Corner Shop" in opened.locator("mark.found.alarm").all_text_contents()
    assert "SysConf" in opened.locator("mark.gold.missed").all_text_contents()
    assert "Northlake University" in opened.locator("mark.found.correct").all_text_contents()
    wrong = opened.locator(".pair.wrong")
    assert wrong.locator(".side").nth(0).text_content() == "Clerk"
    assert wrong.locator(".side").nth(1).text_content() == "Engineerlikely, 80 %"
    opened.keyboard.press("s")
    columns = opened.locator(".text.split .line.head .cell").all_text_contents()
    assert columns == ["Gold", "Found"]
    gold, found = (opened.locator(f".split .line:not(.head) .cell:nth-child({n})") for n in (1, 2))
    assert gold.locator("mark.alarm").count() == 0
    assert found.locator("mark.missed").count() == 0
    assert "text=split" in opened.url


def test_keys_jump_from_error_to_error_and_on_to_the_next_document(load: Load, address: str) -> None:
    opened = load(address + "#doc=000/plain")
    seen = []
    for _ in range(7):
        opened.keyboard.press("n")
        seen.append(chosen(opened))
    assert "Clerk" in seen[0]
    assert len(set(seen)) == 7
    assert opened.locator(".count").text_content() == "7 of 7"
    opened.keyboard.press("p")
    assert chosen(opened) == seen[5]
    assert opened.locator("body > [role=status]").text_content().startswith("Technology: ")
    opened.keyboard.press("n")
    opened.keyboard.press("n")
    assert "No more errors" in opened.locator("body > [role=status]").text_content()
    opened.keyboard.press("k")
    assert opened.locator(".bar h2").text_content() == "002plain"
    opened.keyboard.press("n")
    assert "Ada Example" in chosen(opened)


def test_a_mark_chooses_its_row_and_a_row_its_mark(load: Load, address: str) -> None:
    opened = load(address + "#doc=000/plain")
    opened.locator("mark", has_text="Corner Shop").click()
    assert "Corner Shop" in chosen(opened)
    opened.locator(".pair", has_text="Baker").click()
    assert opened.locator("mark.on").text_content() == "Baker"
    again = load(opened.url)
    assert "Baker" in chosen(again)


def test_filters_by_kind_of_error_class_and_layout(load: Load, address: str) -> None:
    opened = load(address + "#doc=000/plain")
    for verdict in (0, 2, 3):
        opened.click(f'[data-verdict="{verdict}"]')
    assert opened.locator(".text mark").all_text_contents() == ["Engineer", "Clerk"]
    assert opened.locator(".pairs .pair:not(.head)").count() == 1
    opened.select_option("#kind", "education.institution")
    assert opened.locator(".text mark").count() == 0
    assert opened.locator(".list .errors").all_text_contents() == ["not read", "0 errors", "0 errors"]
    again = load(opened.url)
    assert again.locator("#kind").input_value() == "education.institution"
    assert again.locator('[data-verdict="2"]').get_attribute("aria-pressed") == "false"
    opened.select_option("#variant", "classic")
    assert opened.locator(".list .row").count() == 1


def test_search_finds_texts_and_marks_the_places(load: Load, address: str) -> None:
    opened = load(address)
    opened.keyboard.press("/") if opened.locator(".overview:focus").count() else opened.focus("#search")
    opened.keyboard.type("córner")
    assert opened.locator(".list .row").count() == 2
    opened.locator(".list .row").first.click()
    assert opened.locator("mark.hit").all_text_contents() == ["Corner"]
    opened.fill("#search", "no such words")
    assert opened.locator(".list .row").count() == 0


def test_on_a_phone_list_text_and_rows_come_in_turn(load: Load, address: str) -> None:
    opened = load(address + "#doc=", size=(390, 844))
    assert opened.locator(".list").is_visible()
    assert not opened.locator(".paper").is_visible()
    opened.locator(".list .row").nth(1).click()
    assert opened.locator(".paper").is_visible()
    assert opened.locator(".pairs").is_visible()
    opened.click('[aria-label="Next error"]')
    assert "Clerk" in chosen(opened)
    opened.click('[aria-label="Back to the list"]')
    assert opened.locator(".list").is_visible()


def hostile() -> Evaluation:
    """Gold and profiles with a hostile text in every field that holds text, and in the text itself."""
    found = [profile(_spoiled(FOUND, number), TEXT + "\n" + "\n".join(HOSTILE)) for number in range(len(HOSTILE))]
    return make(found, _spoiled(GOLD, 3))


def _spoiled(data: dict[str, Any], start: int) -> dict[str, Any]:
    texts = iter(HOSTILE[start % len(HOSTILE) :] + HOSTILE * 3)
    return {key: _spoil(value, texts) for key, value in copy.deepcopy(data).items()}


def _spoil(value: Any, texts: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {key: _spoil(each, texts) for key, each in value.items()}
    if isinstance(value, list):
        return [_spoil(each, texts) for each in value]
    return next(texts) if isinstance(value, str) else value


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_hostile_texts_run_nothing_and_are_text(load: Load, tmp_path: Path, size: tuple[int, int]) -> None:
    target = tmp_path / "hostile.html"
    target.write_text(page(hostile(), title=HOSTILE[1]), encoding="utf-8")
    opened = load(target.as_uri() + "#doc=%3Cscript%3Ewindow.ran=1%3C/script%3E&kind=__proto__&value=x", size=size)
    for number in range(len(HOSTILE)):
        opened.locator(".list .row").nth(number).click()
        if size[0] > 800:
            opened.keyboard.press("s")
        assert HOSTILE[0] in opened.locator(".text").text_content()
        opened.keyboard.press("n")
        if size[0] < 800:
            opened.click(".back")
    assert opened.evaluate("window.ran") is None
    assert opened.locator("body script").count() == 2
    assert opened.locator("img, a, iframe, style:not(head style)").count() == 0
    assert opened.locator("h1").text_content() == HOSTILE[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
@pytest.mark.parametrize("state", ["", "#doc=", "#doc=000/plain&value=7", "#doc=000/plain&text=split"])
def test_nothing_overflows_and_axe_finds_nothing(
    load: Load, axe: Axe, address: str, scheme: str, size: tuple[int, int], state: str
) -> None:
    opened = load(address + state, size=size, scheme=scheme)
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.evaluate("document.documentElement.dataset.theme") == scheme
    assert axe(opened) == []
