"""HTML: the text that a browser shows, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source, Style
from talentgraph.read.limits import MAX_HTML_CHARS
from talentgraph.read.page_source import decode_page, nesting, without_unseen
from talentgraph.read.rows import Row, all_bold, assemble, normal, strip, unbullet
from talentgraph.read.schema_org import read_person
from talentgraph.read.surroundings import is_surrounding

_HIDDEN = frozenset(
    {
        *("head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "audio"),
        *("video", "nav", "button", "select", "textarea", "input", "meta", "link", "title"),
    }
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    {
        *_HEADINGS,
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "ul"),
    }
)
_SPACED = frozenset(
    {*_HEADINGS, *("section", "article", "table", "ul", "ol", "dl", "p", "hr", "blockquote", "dt", "header")}
)
_APART = frozenset(("span", "time", "small", "label", "a", "cite", "kbd", "data"))  # side by side, they are cells
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "cite", "var", "dfn"))
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_UNSHOWN_CLASSES = frozenset(["sr-only", "visually-hidden", "screen-reader-text", "hidden", "d-none", "print-only"])
_RIGHT = frozenset(["pull-right", "float-right", "float-end", "text-right", "text-end"])
MAX_DEPTH = 200
MAX_NESTED = 10_000  # parsing takes the square of it
MAX_LOOKED_AT = 2_000  # elements below one, to tell what it is
LITTLE = 200  # letters that are hardly any text


def read_html(data: bytes, source: Source) -> Document | Profile:
    """An HTML file; a Profile where it shows hardly any text but holds a person's data. Raises ReadError."""
    from selectolax.lexbor import LexborHTMLParser

    page = decode_page(data)
    lean = without_unseen(page)
    if len(lean) > MAX_HTML_CHARS:
        raise ReadError(source.path, "is too large", "save the page of one person, or leave the file out")
    if nesting(lean) > MAX_NESTED:
        raise ReadError(source.path, "is nested too deeply", "save the page anew with a browser")
    root = LexborHTMLParser(lean).body
    rows = _visible(root) if root is not None else []
    if _size(rows) < LITTLE and (profile := read_person(page, root, source)):
        return profile
    return assemble(_spaced(rows), source)


def _visible(root: Any) -> list[Row]:
    """The rows of a page, without what surrounds its text unless that is nearly all."""
    rows = list(_read(root, _Look(), 0))
    return rows if _size(rows) >= LITTLE else list(_read(root, _Look(whole=True), 0))


def _size(rows: list[Row]) -> int:
    return sum(len(row.text) for row in rows)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the elements around a text say about it."""

    heading: int = 0
    bold: bool = False
    italic: bool = False
    href: str = ""
    depth: int = -1  # of lists
    bullet: bool = False
    whole: bool = False  # whether to read what surrounds the text, too


@dataclass(slots=True)
class _Ink:
    """The line that is being written."""

    text: str = ""
    styles: list[Style] = field(default_factory=list)

    def put(self, words: str, look: _Look) -> None:
        words = re.sub(r"[ \n\r\f]+", " ", normal(words).replace("\t", " "))
        if not self.text or self.text[-1] in " \t":
            words = words.lstrip()
        start = len(self.text)
        self.text += words
        kinds = [("bold", look.bold), ("italic", look.italic), ("link", bool(look.href))]
        end = len(self.text.rstrip())
        if start < end:
            self.styles += [
                Style(start, end, kind, look.href if kind == "link" else "")  # type: ignore[arg-type]
                for kind, on in kinds
                if on
            ]

    def cell(self) -> None:
        if self.text.strip():
            self.text = self.text.rstrip() + "\t"

    def take(self, look: _Look) -> Iterator[Row]:
        row = strip(Row(text=self.text, styles=tuple(self.styles), heading=look.heading, level=max(look.depth, 0)))
        self.text, self.styles = "", []
        if row.text:
            row = replace(row, bold=all_bold(row.text, row.styles), bullet=look.bullet and not look.heading)
            yield row if row.bullet else unbullet(row)


_GAP = Row(text="")  # stands where a block with space around it begins or ends


def _read(node: Any, look: _Look, depth: int) -> Iterator[Row]:
    """The rows of a block element."""
    if node.tag == "tr":
        yield from _table_row(node, look, depth)
        return
    ink = _Ink()
    yield from _inside(node, look, ink, depth)
    yield from ink.take(look)


def _inside(node: Any, look: _Look, ink: _Ink, depth: int) -> Iterator[Row]:
    if depth > MAX_DEPTH:
        ink.put(node.text(deep=True, separator=" "), look)
        return
    last, child = "", node.child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            words = child.text(deep=False) or ""
            ink.put(words, look)
            last = last if words.isspace() else ""
        elif tag == "br":
            yield from ink.take(look)
            last = ""
        elif _is_element(child) and _shown(child, tag, look):
            yield from _element(child, tag, look, ink, last, depth)
            last = tag
        child = child.next


def _element(child: Any, tag: str, look: _Look, ink: _Ink, last: str, depth: int) -> Iterator[Row]:
    if tag in _BLOCKS and _classes(child) & _RIGHT and ink.text.strip() and not _has_blocks(child):
        ink.cell()
        yield from _inside(child, look, ink, depth + 1)
    elif tag in _BLOCKS:
        yield from ink.take(look)
        yield from [_GAP] * (tag in _SPACED or _repeats(child))
        yield from _read(child, _enter(child, tag, look), depth + 1)
        yield from [_GAP] * (tag in _SPACED)
    else:
        if last in _APART and tag in _APART:
            ink.cell()
        elif ink.text and last:
            ink.put("", look)
        yield from _inside(child, _enter(child, tag, look), ink, depth + 1)


def _repeats(node: Any) -> bool:
    """Whether an element looks like the next entry of a list of entries: tag, class and blocks like the one before."""
    before = node.prev
    while before is not None and not _is_element(before):
        before = before.prev
    if before is None or before.tag != node.tag or not _classes(node) or _classes(before) != _classes(node):
        return False
    return _has_blocks(node) and _has_blocks(before)


def _is_element(node: Any) -> bool:
    return not (node.tag or "-").startswith(("-", "_", "!"))


def _enter(node: Any, tag: str, look: _Look) -> _Look:
    """The look inside an element."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return replace(look, heading=int(tag[1]), bullet=False)
    if tag in _BOLD or tag in ("th", "dt"):
        return replace(look, bold=True)
    if tag in _ITALIC:
        return replace(look, italic=True)
    if tag == "a":
        return replace(look, href=(node.attributes.get("href") or "")[:2000])
    if tag in ("ul", "ol"):
        return replace(look, depth=look.depth + 1, bullet=False)
    if tag == "li":
        return replace(look, bullet=_is_bullet(node))
    return look


def _is_bullet(item: Any) -> bool:
    """A list item is a bullet when it is one line; others are the entries of a page that is laid out with lists."""
    blocks = [child for child in item.iter() if child.tag in _BLOCKS and child.tag not in ("ul", "ol")]
    return not _has_blocks(item, besides_lists=True) or (len(blocks) == 1 and blocks[0].tag == "p")


def _has_blocks(node: Any, *, besides_lists: bool = False) -> bool:
    lists = ("ul", "ol", "li")
    below = islice(node.traverse(), 1, MAX_LOOKED_AT)
    found = (child.tag for child in below if child.tag in _BLOCKS)
    return any(not (besides_lists and tag in lists) for tag in found)


def _shown(node: Any, tag: str, look: _Look) -> bool:
    if tag in _HIDDEN and not (tag == "nav" and look.whole):
        return False
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return False
    classes = _classes(node)
    if _UNSHOWN.search(attributes.get("style") or "") or classes & _UNSHOWN_CLASSES:
        return False
    return look.whole or not is_surrounding(node, tag, classes)


def _classes(node: Any) -> set[str]:
    return set((node.attributes.get("class") or "").split())


def _table_row(node: Any, look: _Look, depth: int) -> Iterator[Row]:
    """A row of a table: the first lines of its cells are one line, further lines follow cell by cell."""
    columns = []
    for cell in node.iter():
        if cell.tag in ("td", "th") and _shown(cell, cell.tag, look):
            rows = [row for row in _read(cell, _enter(cell, cell.tag, look), depth + 1) if row.text]
            if rows:
                columns.append(rows)
    tall = any(len(column) > 1 for column in columns)
    yield from [_GAP] * tall
    if columns:
        yield join_cells([column[0] for column in columns])
    for column in columns:
        yield from column[1:]
    yield from [_GAP] * tall


def join_cells(rows: list[Row]) -> Row:
    """Rows side by side as the cells of one."""
    text, styles = "", list[Style]()
    for row in rows:
        text += "\t" if text else ""
        styles += [replace(style, start=style.start + len(text), end=style.end + len(text)) for style in row.styles]
        text += row.text
    return replace(rows[0], text=text, styles=tuple(styles), bold=all_bold(text, styles))


def _spaced(rows: list[Row]) -> Iterator[Row]:
    """Rows with their gaps; rows without text only mark where gaps are."""
    gap = False
    bullet = False
    for row in rows:
        if not row.text:
            gap = True
            continue
        yield replace(row, gap=gap and not (row.bullet and bullet))
        gap, bullet = False, row.bullet
