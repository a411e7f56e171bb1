"""The themes that invented CVs are printed in, one table. Those kept out are for measuring only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from random import Random

from talentgraph.train.corpus import Draft, set_draft
from talentgraph.train.rendering.markdown import markdown_file
from talentgraph.train.rendering.press import Press, browser_path
from talentgraph.train.rendering.typesetting import Sheet, compile_sheet
from talentgraph.train.rendering.web import Page, page
from talentgraph.train.rendering.word import word_file

Make = Callable[[Draft, Random, Press], bytes]


@dataclass(frozen=True, slots=True)
class Theme:
    """A way to make a file of a CV. `needs` is the Python package that it takes, beside those of the project."""

    name: str
    suffix: str
    make: Make
    needs: str = ""
    kept_out: bool = False


def _printed(look: Page) -> Make:
    return lambda draft, random, press: press.print_page(page(draft, look, random))


def _web(look: Page) -> Make:
    return lambda draft, random, press: page(draft, look, random).encode()


def _typeset(look: Sheet) -> Make:
    return lambda draft, random, press: compile_sheet(draft, look, random)


def _plain(draft: Draft, random: Random, press: Press) -> bytes:
    return set_draft(draft, random)[0].text.encode()


def _made(make: Callable[[Draft, bool, Random], bytes | str], choice: bool) -> Make:
    def made(draft: Draft, random: Random, press: Press) -> bytes:
        file = partial(make, draft, choice)(random)
        return file.encode() if isinstance(file, str) else file

    return made


_TAGS = "aside span{background:#eee;padding:1px 4px;margin:1px}"
_CARDS = ".entry{border-left:3px solid #c30;padding-left:8px}h2{font-variant:small-caps;text-align:center}"
THEMES = (
    Theme("plain", ".txt", _plain),
    Theme("web-plain", ".html", _web(Page())),
    Theme("web-headed", ".html", _web(Page(leads="h3", others="div"))),
    Theme("web-table", ".html", _web(Page(row="table", others="div", leads="div"))),
    Theme("print-plain", ".pdf", _printed(Page()), "playwright"),
    Theme("print-rail", ".pdf", _printed(Page(frame="rail", others="div", leads="h3")), "playwright"),
    Theme("print-side", ".pdf", _printed(Page(frame="left", row="float", leads="h4")), "playwright"),
    Theme("print-table", ".pdf", _printed(Page(row="table", leads="div")), "playwright"),
    Theme("typst-plain", ".pdf", _typeset(Sheet()), "typst"),
    Theme("typst-rail", ".pdf", _typeset(Sheet(frame="rail")), "typst"),
    Theme("word", ".docx", _made(word_file, False), "docx"),
    Theme("markdown", ".md", _made(markdown_file, False)),
    Theme("text-unseen", ".txt", _plain, kept_out=True),
    Theme("web-cards", ".html", _web(Page(leads="h4", others="span", row="float", css=_CARDS)), kept_out=True),
    Theme("print-right", ".pdf", _printed(Page(frame="right", leads="h3", css=_TAGS)), "playwright", kept_out=True),
    Theme("print-cards", ".pdf", _printed(Page(row="float", css=_CARDS)), "playwright", kept_out=True),
    Theme("typst-side", ".pdf", _typeset(Sheet(frame="side")), "typst", kept_out=True),
    Theme("typst-margin", ".pdf", _typeset(Sheet(dates="margin")), "typst", kept_out=True),
    Theme("word-table", ".docx", _made(word_file, True), "docx", kept_out=True),
    Theme("markdown-lines", ".md", _made(markdown_file, True), kept_out=True),
)


def usable(*, kept_out: bool) -> list[Theme]:
    """The themes of a branch that this machine can print."""
    return [theme for theme in THEMES if theme.kept_out == kept_out and _can_print(theme)]


def missing() -> list[str]:
    """What would have to be installed to print all themes."""
    return sorted({theme.needs for theme in THEMES if not _can_print(theme)})


def _can_print(theme: Theme) -> bool:
    if theme.needs == "playwright" and not browser_path():
        return False
    return not theme.needs or find_spec(theme.needs) is not None
