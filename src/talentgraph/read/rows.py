"""Rows: what every reader makes of its file, and how rows become a Document.

A row is one line with its own offsets; `assemble` puts rows together, sees to it that lines carry no blanks at
their ends, and finds the sections.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from talentgraph.errors import ReadError
from talentgraph.model import Box, Document, Line, Source, Span, Style
from talentgraph.read.dated import said
from talentgraph.read.headings import heading_kind
from talentgraph.read.limits import MAX_ROWS, MAX_TEXT_CHARS
from talentgraph.read.sections import find_sections

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "‑": "-", "‐": "-",
}  # fmt: skip
_BLANKS = [*"\v\x1c\x1d\x1e\x1f\x85\xa0", *map(chr, range(0x2000, 0x200B)), *"\u1680\u2028\u2029\u202f\u205f\u3000"]
_TABLE = str.maketrans({**_LIGATURES, **dict.fromkeys(_BLANKS, " "), "\ufffe": "-", "\x02": "-"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000fffff]"
)
_STEERING = re.compile(
    "[\x00-\x08\n-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)  # what breaks a line or turns it around
_BULLET = re.compile(
    r"(?:[•◦▪▫■□●○‣⁃∙◆◇➢➤►▸✓✔❖⦁◾▶→»]\s*"  # what is a bullet wherever it stands
    r"|[-–—*·+]\s+"  # a bullet only with a blank behind it
    r"|o\s+(?=[A-Z])"  # Word's second level, copied as a letter
    r"|(?:\(?\d{1,2}[.)]|\[\d{1,3}\])\s+)"  # numbers
    r"(?=\S)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line before it has a place in a text; spans of `styles` count from the start of `text`."""

    text: str
    styles: tuple[Style, ...] = ()
    page: int = 1
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    heading: int = 0
    bullet: bool = False
    level: int = 0
    gap: bool = False
    column: int = 0


def normal(text: str) -> str:
    """Text with ligatures dissolved, all blanks alike, and without characters that nobody sees.

    >>> normal("O\\ufb03ce\\u00a0of the\\u00ad Dean")
    'Office of the Dean'
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text.translate(_TABLE)))


def cut(row: Row, start: int, end: int) -> Row:
    """The part of a row, with the styles that lie in it."""
    styles = (
        Style(max(style.start, start) - start, min(style.end, end) - start, style.kind, style.href)
        for style in row.styles
        if style.start < end and style.end > start
    )
    return replace(row, text=row.text[start:end], styles=tuple(styles))


def strip(row: Row) -> Row:
    """A row without blanks at its ends."""
    text = row.text
    if text == text.strip():
        return row
    start = len(text) - len(text.lstrip())
    return cut(row, start, max(start, len(text.rstrip())))


def unbullet(row: Row) -> Row:
    """A row without the bullet that it starts with; `bullet` says that there was one.

    >>> unbullet(Row(text="◦ Built a cache")).text, unbullet(Row(text="1. Education")).bullet
    ('Built a cache', False)
    """
    match = _BULLET.match(row.text)
    if match is None or row.heading or (match[0][0] in "([123456789" and heading_kind(row.text[match.end() :])):
        return row
    return unbullet(replace(cut(row, match.end(), len(row.text)), bullet=True))  # "- 1) One" has two


def assemble(rows: Iterable[Row], source: Source) -> Document:
    """The document that consists of these rows; rows without visible text are left out.

    Raises ReadError when there are none, or more than any CV has.
    """
    kept = list(islice((row for row in map(_shown, rows) if row.text), MAX_ROWS + 1))
    if len(kept) > MAX_ROWS or sum(len(row.text) for row in kept) > MAX_TEXT_CHARS:
        raise ReadError(source.path, "has more text than a CV", "give the pages of one person only")
    if not kept:
        raise ReadError(source.path, "holds no text", "check the file; a scan needs text recognition (OCR) first")
    text, starts = _join(kept)
    source = replace(source, dated=said(text) or source.dated)
    lines = tuple(_line(row, start) for row, start in zip(kept, starts, strict=True))
    styles = tuple(style for row, start in zip(kept, starts, strict=True) for style in _shift(row.styles, start))
    return Document(source=source, text=text, lines=lines, styles=styles, sections=find_sections(text, lines, styles))


def _shown(row: Row) -> Row:
    """A row without blanks at its ends; signs that readers let through and that steer a screen become blanks."""
    if _STEERING.search(row.text):
        row = replace(row, text=_STEERING.sub(" ", row.text))
    return strip(row)


def _join(rows: Sequence[Row]) -> tuple[str, list[int]]:
    """The text of rows, and where each of them starts."""
    parts: list[str] = []
    starts: list[int] = []
    position, page = 0, 1
    for row in rows:
        separator = "\f" * (row.page - page) if row.page > page else "\n" if parts else ""
        position += len(separator)
        starts.append(position)
        parts += [separator, row.text]
        position += len(row.text)
        page = max(page, row.page)
    return "".join(parts), starts


def _line(row: Row, start: int) -> Line:
    return Line(
        start=start, end=start + len(row.text), box=row.box, size=row.size, bold=row.bold,
        heading=row.heading, bullet=row.bullet, level=row.level, gap=row.gap, column=row.column,
    )  # fmt: skip


def _shift(styles: Sequence[Style], by: int) -> list[Style]:
    ordered = sorted(styles, key=lambda style: (style.start, style.end, style.kind))
    return [Style(s.start + by, s.end + by, s.kind, s.href) for s in ordered if s.start < s.end]


def all_bold(text: str, styles: Sequence[Style]) -> bool:
    """Whether every letter of a line stands in bold."""
    spans: list[Span] = [(style.start, style.end) for style in styles if style.kind == "bold"]
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    return bool(spans and places) and all(any(a <= place < b for a, b in spans) for place in places)


def with_gaps(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without empty ones; those below an empty one, and headings, have a gap."""
    blank = False
    for row in rows:
        if not row.text.strip():
            blank = True
            continue
        yield replace(row, gap=row.gap or blank or row.heading > 0)
        blank = False
