"""Web pages: a CV as HTML, to be read as it is or printed by a browser.

A page has a frame (one column, headings in a rail, a side bar left or right) and a way to set the cells of a row
(at the right edge, floating, as a table, or in running text).
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from random import Random

from talentgraph.model import SectionKind
from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Row
from talentgraph.train.grammar.pools import chance, pick
from talentgraph.train.grammar.style import Style
from talentgraph.train.rendering.blocks import Block, Cell, blocks, bulleted, cells, is_side, letters

_FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif", "Nimbus Roman", "P052", "URW Gothic")
_SHORT = 40  # letters of a cell at the right edge that are kept in one line
_FRAMES = {
    "column": "main{display:block}",
    "rail": "section{display:grid;grid-template-columns:36mm 1fr;gap:5mm}section>h2{text-align:right;font-size:1em}",
    "left": "body>div{display:grid;grid-template-columns:52mm 1fr;gap:7mm}",
    "right": "body>div{display:grid;grid-template-columns:1fr 55mm;gap:6mm}aside{order:2}",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a theme of pages keeps to."""

    frame: str = "column"  # column, rail, left or right
    row: str = "edge"  # how cells are set: edge, float, table or inline
    leads: str = "p"  # the tag of rows that begin an entry
    others: str = "p"  # that of the rows below
    css: str = ""


def page(draft: Draft, theme: Page, random: Random) -> str:
    """The source of the page."""
    head, *sections = ((kind, _section(kind, rows, draft.manner, theme)) for kind, rows in draft.parts)
    if theme.frame in ("left", "right"):
        side = "".join(html for kind, html in sections if is_side(kind))
        main = "".join(html for kind, html in sections if not is_side(kind))
        body = f"{head[1]}<div><aside>{side}</aside><main>{main}</main></div>"
    else:
        body = f"{head[1]}<main>{''.join(html for _, html in sections)}</main>"
    style = f"{_css(random)}{_FRAMES[theme.frame]}{theme.css}"
    return f"<!doctype html><html><head><meta charset='utf-8'><style>{style}</style></head><body>{body}</body></html>"


def _css(random: Random) -> str:
    """Letters and distances of one CV."""
    lines = pick(random, "", "border-bottom:1px solid #333;", "border-top:2px solid #07c;padding-top:2px;")
    case = "text-transform:uppercase;" if chance(random, 0.25) else ""
    spaced = "letter-spacing:.08em;" if chance(random, 0.15) else ""
    margin = random.choice((12, 16, 20, 25))
    size, pitch = random.choice((9.5, 10, 10.5, 11, 12)), random.choice((1.15, 1.25, 1.4, 1.55))
    gap, between = random.choice((2, 6, 10, 14)), random.choice((0, 1, 3))
    return (
        f"@page{{size:{pick(random, 'A4', 'Letter')};margin:{margin}mm}}"
        f"body{{font:{size}pt/{pitch} '{random.choice(_FONTS)}',sans-serif;margin:0}}"
        f"h1{{font-size:2em;margin:0}}h2{{{lines}{case}{spaced}font-size:1.25em;margin:14px 0 6px}}"
        f"h3,h4{{font-size:1.05em;margin:0}}p,ul,table{{margin:{between}px 0}}.entry{{margin:{gap}px 0}}"
        ".row{display:flex;justify-content:space-between;gap:1em}.row .short{white-space:nowrap}"
        ".float span:last-child{float:right}"
        "table{width:100%;border-collapse:collapse}td{padding:0;vertical-align:top}td:last-child{text-align:right}"
        f".dated{{display:grid;grid-template-columns:{random.choice((28, 34, 42))}mm 1fr;gap:4mm}}"
        f"ul{{padding-left:{random.choice((12, 18, 24))}px}}"
    )


def _section(kind: SectionKind, rows: tuple[Row, ...], manner: Style, theme: Page) -> str:
    if kind == "head":
        return f"<header>{''.join(_row(row, manner, theme) for row in rows)}</header>"
    body = "".join(_entry(block, manner, theme) for block in blocks(rows[1:]))
    heading = "".join(escape(part.text) for part in rows[0].parts)
    return f"<section><h2>{heading}</h2><div>{body}</div></section>"


def _entry(block: Block, manner: Style, theme: Page) -> str:
    """An entry; a date before it all stands in a column of its own."""
    body = ""
    for bullets, rows in bulleted(block.rows):
        if bullets:
            items = (f"<li>{_cells(row, manner, 'inline')}</li>" for row in rows)
            body += f"<ul>{''.join(items)}</ul>"
        else:
            body += "".join(_row(row, manner, theme) for row in rows)
    if not block.when:
        return f"<div class='entry'>{body}</div>"
    return f"<div class='entry dated'><div>{_cell(block.when, manner)}</div><div>{body}</div></div>"


def _row(row: Row, manner: Style, theme: Page) -> str:
    tag = "h1" if row.kind == "name" else theme.leads if row.lead and row.kind == "entry" else theme.others
    return f"<{tag}>{_cells(row, manner, theme.row)}</{tag}>"


def _cells(row: Row, manner: Style, way: str) -> str:
    found = [_cell(cell, manner) for cell in cells(row)]
    if len(found) == 1 or way == "inline":
        return " ".join(found)
    if way == "table":
        return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in found)}</tr></table>"
    kind = "row" if way == "edge" else "float"
    short = sum(len(part.text) for part in cells(row)[-1]) <= _SHORT  # what is long would run off the page
    last = f"<span class='short'>{found[-1]}</span> " if short else f"<span>{found[-1]}</span> "
    return f"<span class='{kind}'>{''.join(f'<span>{cell}</span> ' for cell in found[:-1])}{last}</span>"


def _cell(cell: Cell, manner: Style) -> str:
    tags = {"bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "": ("", "")}
    return "".join(escape(part.text).join(tags[letters(part, manner)]) for part in cell)
