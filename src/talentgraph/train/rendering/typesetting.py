"""Typesetting: a CV as a Typst document, compiled to PDF. Text goes in as string literals, never as markup."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from talentgraph.model import SectionKind
from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Row
from talentgraph.train.grammar.pools import chance, pick
from talentgraph.train.grammar.style import Style
from talentgraph.train.rendering.blocks import Block, Cell, blocks, bulleted, cells, is_side, letters

_FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a theme of typeset pages keeps to."""

    frame: str = "column"  # column, rail or side
    dates: str = "edge"  # at the right "edge", or in a "margin" right of the entry


def compile_sheet(draft: Draft, theme: Sheet, random: Random) -> bytes:
    """The PDF of a CV."""
    import typst

    pdf: bytes = typst.compile(sheet(draft, theme, random).encode())
    return pdf


def sheet(draft: Draft, theme: Sheet, random: Random) -> str:
    """The source of the document."""
    head, *sections = ((kind, _section(kind, rows, draft.manner, theme)) for kind, rows in draft.parts)
    if theme.frame == "side":
        side = "\n".join(text for kind, text in sections if is_side(kind))
        main = "\n".join(text for kind, text in sections if not is_side(kind))
        columns = f"#grid(columns: (1fr, 31%), gutter: 18pt, [{main}], [{side}])"
        return "\n".join([_setting(random), head[1], columns])
    return "\n".join([_setting(random), head[1], *(text for _, text in sections)])


def _setting(random: Random) -> str:
    size, margin = random.choice((9.5, 10, 10.5, 11)), random.choice((1.4, 1.8, 2.2))
    numbers = ', numbering: "1 / 1"' if chance(random, 0.3) else ""
    line = "#v(-.7em) #line(length: 100%, stroke: .5pt)" if chance(random, 0.5) else ""
    upper = "upper(it.body)" if chance(random, 0.25) else "it.body"
    return (
        f'#set page(paper: "{pick(random, "a4", "us-letter")}", margin: {margin}cm{numbers})\n'
        f'#set text(font: "{random.choice(_FONTS)}", size: {size}pt, hyphenate: {str(chance(random, 0.4)).lower()})\n'
        f"#set par(justify: {str(chance(random, 0.4)).lower()}, leading: {random.choice((0.55, 0.65, 0.8))}em)\n"
        f"#set block(spacing: {random.choice((0.6, 0.7, 0.8))}em)\n"
        f"#show heading.where(level: 1): it => block(text(size: 18pt, it.body))\n"
        f"#show heading.where(level: 2): it => block(above: 1.2em, below: .6em, width: 100%)"
        f"[#text(size: 12pt, {upper}) {line}]\n"
    )


def _section(kind: SectionKind, rows: tuple[Row, ...], manner: Style, theme: Sheet) -> str:
    if kind == "head":
        return "\n".join(_row(row, manner) for row in rows)
    heading = f"#heading(level: 2, {_literal(''.join(part.text for part in rows[0].parts))})"
    body = "\n".join(_entry(block, manner, theme) for block in blocks(rows[1:]))
    if theme.frame == "rail":
        return f"#grid(columns: (3.6cm, 1fr), gutter: 12pt, [{heading}], [{body}])"
    return f"{heading}\n{body}"


def _entry(block: Block, manner: Style, theme: Sheet) -> str:
    """An entry; a date before it all stands in a column of its own."""
    body = ""
    for bullets, rows in bulleted(block.rows):
        if bullets:
            items = ", ".join(f"[{_cells(row, manner, ' ')}]" for row in rows)
            body += f"#list({items})\n"
        else:
            body += "\n".join(_row(row, manner) for row in rows) + "\n"
    above = "1.1em" if block.rows[0].gap else "0.65em"
    if not block.when:
        return f"#block(above: {above}, width: 100%)[{body}]"
    date = _cell(block.when, manner)
    columns = f"(1fr, 3.4cm), gutter: 10pt, [{body}], [{date}]"
    if theme.dates == "edge":
        columns = f"(3cm, 1fr), gutter: 10pt, [{date}], [{body}]"
    return f"#block(above: {above}, width: 100%, grid(columns: {columns}))"


def _row(row: Row, manner: Style) -> str:
    if row.kind == "name":
        return f"#heading(level: 1)[{_cells(row, manner, ' #h(1fr) ')}]"
    return f"#block(width: 100%)[{_cells(row, manner, ' #h(1fr) ')}]"


def _cells(row: Row, manner: Style, between: str) -> str:
    return between.join(_cell(cell, manner) for cell in cells(row))


def _cell(cell: Cell, manner: Style) -> str:
    names = {"bold": "strong", "italic": "emph", "": "text"}
    return "".join(f"#{names[letters(part, manner)]}({_literal(part.text)});" for part in cell)


def _literal(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
