"""Markdown: a CV as people write it, with headings, bullets and line breaks."""

from __future__ import annotations

import re
from random import Random

from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Row
from talentgraph.train.grammar.pools import pick
from talentgraph.train.grammar.style import Style
from talentgraph.train.rendering.blocks import Cell, blocks, cells, letters

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown_file(draft: Draft, underlined: bool, random: Random) -> str:
    """The text; headings have hash signs, or are underlined."""
    between = pick(random, " | ", " — ", "  ", " · ")
    leads = pick(random, "", "", "### ") if not underlined else ""
    found: list[str] = []
    for number, (_, rows) in enumerate(draft.parts):
        if number == 0:
            found += [_line(row, draft.manner, between) + "\n" for row in rows]
            found[0] = _heading(found[0].strip(), 1, underlined)
            continue
        found.append(_heading(_line(rows[0], draft.manner, " "), 2, underlined))
        for block in blocks(rows[1:]):
            when = f"{_cell(block.when, draft.manner)}{between}" if block.when else ""
            found.append(when + _entry(block.rows, draft.manner, between, leads if not when else ""))
    return "\n".join(found)


def _heading(words: str, level: int, underlined: bool) -> str:
    return f"{words}\n{'=-'[level - 1] * max(3, len(words))}\n" if underlined else f"\n{'#' * level} {words}\n"


def _entry(rows: tuple[Row, ...], manner: Style, between: str, lead: str) -> str:
    found = ""
    for number, row in enumerate(rows):
        words = _line(row, manner, between)
        if row.kind == "bullet":
            found += ("\n" if number and rows[number - 1].kind != "bullet" else "") + f"- {words}\n"
        elif number == 0 and lead:
            found += f"{lead}{words}\n\n"
        else:
            found += f"{words}  \n"
    return found


def _line(row: Row, manner: Style, between: str) -> str:
    return between.join(_cell(cell, manner) for cell in cells(row))


def _cell(cell: Cell, manner: Style) -> str:
    signs = {"bold": "**", "italic": "*", "": ""}
    return "".join(_marked(_SPECIAL.sub(r"\\\1", part.text), signs[letters(part, manner)]) for part in cell)


def _marked(words: str, sign: str) -> str:
    """Words between signs, which may not stand beside blanks."""
    inner = words.strip()
    return words.replace(inner, f"{sign}{inner}{sign}") if sign and inner else words
