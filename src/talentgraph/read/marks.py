"""Marks inside a line: Markdown emphasis and links, literal tags, escapes. They become styles."""

from __future__ import annotations

import html
import re
from typing import Literal

from talentgraph.model import Style

Kind = Literal["bold", "italic", "link"]

_TAGS: dict[str, Kind] = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic"}
_PLAIN_TAGS = "b|strong|i|em|cite|u|sup|sub|small|span|font|code|tt"
_LINK = (
    r"!?\[(?P<label>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\((?P<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
_COMMON = (
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!|~$&%<>^\"'/:;=?@,])"
    rf"|(?P<tag></?(?P<name>{_PLAIN_TAGS})(?:\s[^<>]*)?>)"
    r"|(?P<break><br\s*/?>)"
    rf"|(?P<link>{_LINK})"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]+>)"
    r"|(?P<star>\*\*\*|\*\*)"
)
_TEXT = re.compile(_COMMON, re.IGNORECASE)
_MARKDOWN = re.compile(
    _COMMON
    + r"|(?P<single>(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<![\w_])__?(?=\S)|(?<=\S)__?(?![\w_]))"
    + r"|(?P<code>(?<!`)`{1,9}[^`]+`+)|(?P<entity>&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);)",
    re.IGNORECASE,
)


def resolve_marks(raw: str, *, markdown: bool = False) -> tuple[str, tuple[Style, ...]]:
    """The visible text of a line and its styles; `markdown` resolves single stars, entities and code, too.

    >>> resolve_marks("**Acme** <i>Engineer</i>")
    ('Acme Engineer', (Style(start=0, end=4, kind='bold', href=''), Style(start=5, end=13, kind='italic', href='')))
    """
    if not any(mark in raw for mark in "\\<[*_`&"):
        return raw, ()
    writer = _Writer(markdown)
    writer.write(raw)
    return "".join(writer.parts), tuple(writer.styles)


class _Writer:
    """The text and styles of one line as they are put together; nothing of it outlives `resolve_marks`."""

    def __init__(self, markdown: bool) -> None:
        self.pattern, self.markdown = (_MARKDOWN if markdown else _TEXT), markdown
        self.parts: list[str] = []
        self.styles: list[Style] = []
        self.length = 0
        self.open: dict[str, tuple[int, int, str]] = {}  # mark -> offset, index of its part, raw mark

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def write(self, raw: str) -> None:
        position = 0
        for match in self.pattern.finditer(raw):
            self.put(raw[position : match.start()])
            self.mark(match)
            position = match.end()
        self.put(raw[position:])
        self.give_back()

    def mark(self, match: re.Match[str]) -> None:
        kind, raw = str(match.lastgroup), match[0]
        if match["escape"]:
            self.put(raw[1:])
        elif match["tag"]:
            self.tag(match["name"].casefold(), closing=raw.startswith("</"))
        elif match["link"]:
            self.link(match["label"], match["href"])
        elif match["auto"]:
            self.link(raw[1:-1].removeprefix("mailto:"), raw[1:-1])
        elif match["break"]:
            self.put(" ")
        elif kind == "code":
            self.put(raw.strip("`"))
        elif kind == "entity":
            self.put(html.unescape(raw))
        else:
            self.toggle(raw)

    def tag(self, name: str, *, closing: bool) -> None:
        if not closing:
            self.open["<" + name] = (self.length, -1, "")
        elif opened := self.open.pop("<" + name, None):
            self.style(opened[0], _TAGS.get(name))

    def link(self, label: str, href: str) -> None:
        start = self.length
        inner, styles = resolve_marks(label, markdown=self.markdown)
        self.put(inner)
        self.styles += [Style(style.start + start, style.end + start, style.kind, style.href) for style in styles]
        if start < self.length:
            self.styles.append(Style(start, self.length, "link", "" if href == "#" else href))

    def toggle(self, mark: str) -> None:
        """A mark that opens and closes with the same letters."""
        if opened := self.open.pop(mark, None):
            for kind in ("bold", "italic") if len(mark) == 3 else ("bold",) if len(mark) == 2 else ("italic",):
                self.style(opened[0], kind)
            return
        self.open[mark] = (self.length, len(self.parts), mark)
        self.put("")

    def style(self, start: int, kind: Kind | None) -> None:
        if kind and start < self.length:
            self.styles.append(Style(start, self.length, kind))

    def give_back(self) -> None:
        """A mark that nothing closed was no mark: it returns to the text."""
        for start, index, mark in sorted(self.open.values(), reverse=True):
            if index < 0:
                continue
            self.parts[index] = mark
            self.styles = [_moved(style, start, len(mark)) for style in self.styles]


def _moved(style: Style, start: int, by: int) -> Style:
    ahead = by if style.start >= start else 0
    return Style(style.start + ahead, style.end + (by if style.end > start else 0), style.kind, style.href)
