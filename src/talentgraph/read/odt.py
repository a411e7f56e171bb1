"""ODT: headings, paragraphs, lists, tables and text boxes of an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.archives import Archive
from talentgraph.read.dated import saved
from talentgraph.read.html import join_cells
from talentgraph.read.ink import Ink
from talentgraph.read.rows import Row, all_bold, assemble, strip, unbullet, with_gaps

_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE, _STYLE = f"{_NS}office:1.0}}", f"{_NS}text:1.0}}", f"{_NS}table:1.0}}", f"{_NS}style:1.0}}"
_DRAW, _FO = f"{_NS}drawing:1.0}}", f"{_NS}xsl-fo-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_HEADING = re.compile(r"^Heading(?:_20_|\s)*([1-6])$")
_UNREAD = frozenset(
    {
        *(f"{_TEXT}{name}" for name in ("tracked-changes", "note", "bibliography-mark", "sequence-decls", "change")),
        *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "scripts")),
        *(f"{_DRAW}{name}" for name in ("image", "object", "object-ole", "plugin")),
    }
)
_DRAWN = frozenset(f"{_DRAW}{name}" for name in ("frame", "custom-shape", "rect", "g", "text-box", "line", "a"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_GAP = 4.0  # points of space above a paragraph that make a gap
_UNITS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}
MAX_DEPTH = 40  # of lists, tables and boxes in each other


@dataclass(frozen=True, slots=True)
class _Format:
    """What a style says."""

    heading: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    above: float = 0.0
    size: float | None = None


_Styles = dict[str, _Format]


def read_odt(data: bytes, source: Source) -> Document:
    """An OpenDocument text. Raises ReadError when it is broken, encrypted or too large."""
    archive = Archive(data, source.path)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ReadError(source.path, "is encrypted", "save a copy without a password")
    content, common = archive.parse("content.xml"), archive.parse("styles.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise ReadError(source.path, "has no document part", "save it again with a word processor")
    styles = _styles([root for root in (common, content) if root is not None])
    heads = list(_heads(common, styles))
    rows = list(_blocks(body, styles, 0))
    known = {row.text for row in rows}
    source = replace(source, dated=saved(archive, "meta.xml", "{http://purl.org/dc/elements/1.1/}date"))
    return assemble(with_gaps([*(row for row in heads if row.text not in known), *rows]), source)


def _heads(common: Any, styles: _Styles) -> Iterator[Row]:
    """The rows above each page."""
    for header in common.iter(f"{_STYLE}header") if common is not None else ():
        yield from (row for row in _blocks(header, styles, 0) if row.text)


def _blocks(parent: Any, styles: _Styles, depth: int) -> Iterator[Row]:
    """The rows of a body, a cell or a box; an empty row is an empty paragraph."""
    for child in parent if depth <= MAX_DEPTH else ():
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from _paragraph(child, styles, depth)
        elif child.tag == f"{_TEXT}list":
            yield from _list(child, styles, depth + 1, 1)
        elif child.tag == f"{_TABLE}table":
            yield from _table(child, styles, depth + 1)
        elif child.tag not in _UNREAD:
            yield from _blocks(child, styles, depth + 1)


def _list(items: Any, styles: _Styles, depth: int, level: int) -> Iterator[Row]:
    for item in items:
        if item.tag in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
            yield from _item(item, styles, depth, level)


def _item(item: Any, styles: _Styles, depth: int, level: int) -> Iterator[Row]:
    first = item.tag == f"{_TEXT}list-item"
    for child in item if depth <= MAX_DEPTH else ():
        if child.tag == f"{_TEXT}list":
            yield from _list(child, styles, depth + 1, level + 1)
        elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            for row in _paragraph(child, styles, depth, listed=first):
                yield replace(row, level=min(level - 1, 8)) if not row.heading else row
            first = False


def _table(table: Any, styles: _Styles, depth: int) -> Iterator[Row]:
    """First lines of the cells of a row are one line; further lines follow cell by cell."""
    for part in table if depth <= MAX_DEPTH else ():
        if part.tag == f"{_TABLE}table-row":
            yield from _table_row(part, styles, depth)
        elif part.tag.startswith(f"{_TABLE}table-") and part.tag != f"{_TABLE}table-column":
            yield from _table(part, styles, depth + 1)  # groups of rows


def _table_row(row: Any, styles: _Styles, depth: int) -> Iterator[Row]:
    cells = [cell for cell in row if cell.tag in _CELLS]
    columns = [[strip(line) for line in _blocks(cell, styles, depth + 1) if line.text.strip()] for cell in cells]
    columns = [column for column in columns if column]
    if columns:
        yield join_cells([column[0] for column in columns])
    for column in columns:
        yield from column[1:]


def _paragraph(paragraph: Any, styles: _Styles, depth: int, *, listed: bool = False) -> Iterator[Row]:
    look = styles.get(paragraph.get(f"{_TEXT}style-name") or "", _Format())
    if look.hidden:
        return
    level = _level(paragraph.get(f"{_TEXT}outline-level")) if paragraph.tag == f"{_TEXT}h" else 0
    heading = level or look.heading
    ink, boxes = Ink(), list[Any]()
    _runs(paragraph, styles, look, ink, boxes)
    for number, row in enumerate(ink.rows()):
        row = replace(strip(row), heading=heading, size=ink.size() or look.size)
        row = replace(row, bold=all_bold(row.text, row.styles), gap=look.above >= _GAP and not number)
        yield replace(row, bullet=True) if listed and not number and not heading and row.text else unbullet(row)
    for box in boxes:
        yield from _blocks(box, styles, depth + 1)


def _runs(
    parent: Any, styles: _Styles, look: _Format, ink: Ink, boxes: list[Any], *, href: str = "", depth: int = 0
) -> None:
    """Write what a paragraph or a part of it holds; drawings are put aside."""

    def put(words: str | None) -> None:
        ink.put(re.sub(r"\s+", " ", words or ""), bold=look.bold, italic=look.italic, href=href, size=look.size)

    put(parent.text)
    for child in parent:
        if child.tag == f"{_TEXT}s":
            put(" ")
        elif child.tag == f"{_TEXT}tab":
            ink.tab()
        elif child.tag == f"{_TEXT}line-break":
            ink.line()
        elif child.tag in _DRAWN:
            boxes.append(child)
        elif child.tag not in _UNREAD and depth < MAX_DEPTH:
            inner = _over(look, styles.get(child.get(f"{_TEXT}style-name") or ""))
            if not inner.hidden:
                target = (child.get(_HREF) or "")[:2000] if child.tag == f"{_TEXT}a" else href
                _runs(child, styles, inner, ink, boxes, href=target, depth=depth + 1)
        put(child.tail)


def _over(look: _Format, style: _Format | None) -> _Format:
    """A text style inside a paragraph."""
    if style is None:
        return look
    return replace(
        look,
        bold=look.bold or style.bold,
        italic=look.italic or style.italic,
        hidden=style.hidden,
        size=style.size or look.size,
    )


def _styles(roots: list[Any]) -> _Styles:
    """Formats by the name of their style, with what they inherit."""
    nodes = {node.get(f"{_STYLE}name") or "": node for root in roots for node in root.iter(f"{_STYLE}style")}
    return {name: _inherited(name, nodes) for name in nodes}


def _inherited(name: str, nodes: dict[str, Any]) -> _Format:
    chain: list[Any] = []
    while name in nodes and len(chain) < MAX_DEPTH:
        chain.append(nodes[name])
        name = nodes[name].get(f"{_STYLE}parent-style-name") or ""
    look = _Format()
    for node in reversed(chain):
        look = _overlay(look, node)
    return look


def _overlay(look: _Format, style: Any) -> _Format:
    """A style over what it is based on."""
    name = style.get(f"{_STYLE}name") or ""
    match = _HEADING.match(name)
    heading = int(match[1]) if match else 1 if name == "Title" else look.heading
    outline = _level(style.get(f"{_STYLE}default-outline-level"))
    look = replace(look, heading=outline or heading)
    text, paragraph = style.find(f"{_STYLE}text-properties"), style.find(f"{_STYLE}paragraph-properties")
    if paragraph is not None and (above := paragraph.get(f"{_FO}margin-top")):
        look = replace(look, above=_points(above) or 0.0)
    if text is None:
        return look
    weight, slant = text.get(f"{_FO}font-weight"), text.get(f"{_FO}font-style")
    return replace(
        look,
        bold=weight in ("bold", "600", "700", "800", "900") if weight else look.bold,
        italic=slant in ("italic", "oblique") if slant else look.italic,
        hidden=display == "none" if (display := text.get(f"{_TEXT}display")) else look.hidden,
        size=_points(text.get(f"{_FO}font-size") or "") or look.size,
    )


def _points(length: str) -> float | None:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,6})?)(pt|cm|mm|in|pc|px)", length)
    return round(float(match[1]) * _UNITS[match[2]], 1) if match else None


def _level(value: str | None) -> int:
    return int(value) if value and value in "123456" and len(value) == 1 else 0
