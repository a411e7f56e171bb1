"""DOCX: paragraphs, lists, tables and text boxes of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.archives import Archive
from talentgraph.read.dated import saved
from talentgraph.read.html import join_cells
from talentgraph.read.ink import Ink
from talentgraph.read.rows import Row, all_bold, assemble, normal, strip, unbullet, with_gaps

_MODIFIED = "{http://purl.org/dc/terms/}modified"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"^(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek)\s*([1-6])$", re.IGNORECASE)
_GAP = 120  # twentieths of a point of space above a paragraph that make a gap
MAX_DEPTH = 40  # of tables and text boxes in each other


@dataclass(frozen=True, slots=True)
class _Format:
    """What a paragraph style says."""

    heading: int = 0
    bold: bool = False
    italic: bool = False
    listed: bool = False
    above: int = 0
    size: float | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    """What paragraphs refer to: styles by id, links by id."""

    styles: dict[str, _Format] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def read_docx(data: bytes, source: Source) -> Document:
    """A Word document. Raises ReadError when it is broken, encrypted or too large."""
    archive = Archive(data, source.path)
    root = archive.parse("word/document.xml")
    if root is None or (body := root.find(f"{_W}body")) is None:
        raise ReadError(source.path, "has no document part", "save it again with a word processor")
    word = _Word(_styles(archive), _links(archive, "word/_rels/document.xml.rels"))
    rows = [row for name in sorted(archive.names) if re.fullmatch(r"word/header\d*\.xml", name)
            for row in _blocks(archive.parse(name), word, 0)]  # fmt: skip
    body_rows = list(_blocks(body, word, 0))
    known = {row.text for row in body_rows}
    heads = [row for row in dict.fromkeys(rows) if row.text.strip() and row.text not in known]
    source = replace(source, dated=saved(archive, "docProps/core.xml", _MODIFIED))
    return assemble(with_gaps([*heads, *body_rows]), source)


def _blocks(parent: Any, word: _Word, depth: int) -> Iterator[Row]:
    """The rows of what a body, a cell or a text box holds; an empty row is an empty paragraph."""
    if depth > MAX_DEPTH:
        return
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, word, depth)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, word, depth)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}smartTag"):
            yield from _blocks(child, word, depth + 1)


def _table(table: Any, word: _Word, depth: int) -> Iterator[Row]:
    """First lines of the cells of a row are one line; further lines follow cell by cell."""
    for row in table.findall(f"{_W}tr"):  # rows of inner tables come with their cell
        columns = []
        for cell in row.findall(f"{_W}tc"):
            rows = [strip(line) for line in _blocks(cell, word, depth + 1) if line.text.strip()]
            if rows:
                columns.append(rows)
        if columns:
            yield join_cells([column[0] for column in columns])
        for column in columns:
            yield from column[1:]


def _paragraph(paragraph: Any, word: _Word, depth: int) -> Iterator[Row]:
    look, level = _format(paragraph, word)
    ink = Ink()
    _runs(paragraph, word, look, ink, "")
    size = ink.size() or look.size
    for number, row in enumerate(ink.rows()):
        row = strip(replace(row, heading=look.heading, size=size, level=level, gap=look.above >= _GAP and not number))
        row = replace(row, bold=all_bold(row.text, row.styles))
        yield replace(row, bullet=True) if look.listed and not number and not look.heading else unbullet(row)
    for box in _boxes(paragraph):
        yield from _blocks(box, word, depth + 1)


def _format(paragraph: Any, word: _Word) -> tuple[_Format, int]:
    """What style and direct format say together, and the level of a list."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return word.styles.get("", _Format()), 0
    look = word.styles.get(_value(properties, "pStyle"), _Format())
    numbers = properties.find(f"{_W}numPr")
    level = 0
    if numbers is not None:
        look = replace(look, listed=_value(numbers, "numId") != "0")
        level = _number(_value(numbers, "ilvl"))
    if outline := _value(properties, "outlineLvl"):
        look = replace(look, heading=_outline(outline))
    if (spacing := properties.find(f"{_W}spacing")) is not None and f"{_W}before" in spacing.attrib:
        look = replace(look, above=_number(spacing.get(f"{_W}before")))
    return look, min(level, 8)


def _runs(parent: Any, word: _Word, look: _Format, ink: Ink, href: str, *, depth: int = 0) -> None:
    if depth > MAX_DEPTH:
        return
    for child in parent:
        if child.tag == f"{_W}r":
            _run(child, look, ink, href)
        elif child.tag == f"{_W}hyperlink":
            _runs(child, word, look, ink, word.links.get(child.get(f"{_R}id") or "", ""), depth=depth + 1)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}smartTag", f"{_W}ins", f"{_W}fldSimple"):
            _runs(child, word, look, ink, href, depth=depth + 1)


def _run(run: Any, look: _Format, ink: Ink, href: str) -> None:
    properties = run.find(f"{_W}rPr")
    if _on(properties, "vanish", default=False):
        return
    bold, italic = _on(properties, "b", default=look.bold), _on(properties, "i", default=look.italic)
    size = (_number(_value(properties, "sz")) / 2 if properties is not None else 0) or look.size
    for child in run:
        if child.tag == f"{_W}t":
            ink.put(normal(child.text or "").replace("\n", " "), bold=bold, italic=italic, href=href, size=size)
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            ink.tab()
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            ink.line()
        elif child.tag == f"{_W}noBreakHyphen":
            ink.put("-", bold=bold, italic=italic, href=href)


def _boxes(node: Any, depth: int = 0) -> Iterator[Any]:
    """The contents of text boxes; Word writes each one twice, for old programs (Fallback), too."""
    for child in node if depth <= MAX_DEPTH else ():
        if child.tag == f"{_W}txbxContent":
            yield child  # boxes inside come with its paragraphs
        elif child.tag != f"{_MC}Fallback":
            yield from _boxes(child, depth + 1)


def _styles(archive: Archive) -> dict[str, _Format]:
    """Formats by the id of their style, with what they inherit; "" is the default."""
    root = archive.parse("word/styles.xml")
    if root is None:
        return {}
    nodes = {node.get(f"{_W}styleId") or "": node for node in root.iter(f"{_W}style")}
    formats = {name: _inherited(name, nodes) for name in nodes}
    for name, node in nodes.items():
        if node.get(f"{_W}type") == "paragraph" and node.get(f"{_W}default") in ("1", "true"):
            formats[""] = formats[name]
    return formats


def _inherited(name: str, nodes: dict[str, Any]) -> _Format:
    chain: list[Any] = []
    while name in nodes and len(chain) < MAX_DEPTH:
        chain.append(nodes[name])
        name = _value(nodes[name], "basedOn")
    look = _Format()
    for node in reversed(chain):
        look = _overlay(look, node)
    return look


def _overlay(look: _Format, style: Any) -> _Format:
    """A style over what it is based on."""
    title = _value(style, "name")
    match = _HEADING.match(title)
    heading = int(match[1]) if match else 1 if title.casefold() == "title" else look.heading
    paragraph, run = style.find(f"{_W}pPr"), style.find(f"{_W}rPr")
    above, listed = look.above, look.listed
    if paragraph is not None:
        heading = _outline(outline) if (outline := _value(paragraph, "outlineLvl")) else heading
        listed = listed or paragraph.find(f"{_W}numPr") is not None
        spacing = paragraph.find(f"{_W}spacing")
        above = _number(spacing.get(f"{_W}before")) if spacing is not None and spacing.get(f"{_W}before") else above
    half_points = _number(_value(run, "sz")) if run is not None else 0
    return _Format(
        heading=heading, listed=listed, above=above, size=half_points / 2 or look.size,
        bold=_on(run, "b", default=look.bold), italic=_on(run, "i", default=look.italic),
    )  # fmt: skip


def _links(archive: Archive, name: str) -> dict[str, str]:
    root = archive.parse(name)
    if root is None:
        return {}
    return {node.get("Id") or "": node.get("Target") or "" for node in root if node.get("TargetMode") == "External"}


def _on(properties: Any, name: str, *, default: bool) -> bool:
    node = properties.find(f"{_W}{name}") if properties is not None else None
    return default if node is None else node.get(f"{_W}val") not in ("0", "false", "off", "none")


def _value(parent: Any, name: str) -> str:
    node = parent.find(f"{_W}{name}")
    return "" if node is None else node.get(f"{_W}val") or ""


def _number(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 9 else 0


def _outline(value: str) -> int:
    level = _number(value) + 1
    return level if level <= 6 else 0
