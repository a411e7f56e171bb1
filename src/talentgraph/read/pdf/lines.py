"""Rows of a PDF in reading order become lines: bullets, levels, gaps, dates behind what they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talentgraph.model import Style
from talentgraph.read.pdf.cells import Visual, spell
from talentgraph.read.pdf.columns import Placed
from talentgraph.read.rows import Row, unbullet

_GAP = 1.25  # times the usual pitch


def make_lines(pages: Sequence[Sequence[Placed]]) -> list[Row]:
    """The lines of a document from the rows of its pages."""
    rows = []
    for number, page in enumerate(pages, 1):
        for placed in page:
            rows.append(_row(placed.cells, number))
    return rows


def _row(cells: Visual, page: int) -> Row:
    """A row as a line of text; cells are parted by tabs."""
    text, styles = "", list[Style]()
    for cell in cells:
        words, looks = spell(cell)
        text += "\t" if text else ""
        styles += [replace(look, start=look.start + len(text), end=look.end + len(text)) for look in looks]
        text += words
    boxes = [cell.box for cell in cells]
    box = (boxes[0][0], min(b[1] for b in boxes), boxes[-1][2], max(b[3] for b in boxes))
    bold = all(cell.bold for cell in cells)
    return unbullet(Row(text=text, styles=tuple(styles), page=page, box=box, size=cells[0].size, bold=bold))
