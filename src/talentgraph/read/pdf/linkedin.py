"""The layout of LinkedIn's "save to PDF": recognised by its measures, and read column by column.

All such files are set alike: US Letter, a dark side bar with the contact details, a main column that starts at 223.6
points, a name of 26 points, headings of 15.75 points and 13 points in the side bar. What deviates is no such file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from talentgraph.read.pdf.cells import Visual, spell
from talentgraph.read.rows import Row, unbullet

SIDE, MAIN = 1, 2  # the columns of the lines
_SIDE, _MAIN = 21.6, 223.6  # points from the left edge at which lines start
_NEAR = 3.0
_MOST = 0.8  # share of the lines of a column
_EDGE = 205.0  # where the side bar ends
_HEADING, _SIDE_HEADING, _NAME = (15.2, 16.3), (12.6, 13.4), (20.0, 28.0)  # sizes of letters, from and to
_TEXT = 11.2  # points: letters below are those of descriptions
_PARAGRAPH = 2.6  # times the size: a larger pitch has a blank line in it
_FOOT = re.compile(r"\D{0,15}\d{1,3}\D{1,6}\d{1,3}\D{0,3}")  # "Page 1 of 3"


def find_rows(pages: Sequence[Sequence[Visual]]) -> list[Row] | None:
    """The lines of such a file: the title, the side bar, the main column; None when it is certainly not one."""
    if not pages or not _is_one(pages):
        return None
    return [row for number, rows in enumerate(pages, 1) for row in _page(rows, number)]


def _is_one(pages: Sequence[Sequence[Visual]]) -> bool:
    address = "".join(cell.text for row in _side(pages[0]) for cell in row).replace(" ", "").casefold()
    if "linkedin.com/" not in address or "(linkedin)" not in address:
        return False
    side = [row for rows in pages for row in _side(rows)]
    main = [row for rows in pages for row in _main(rows)]
    return (
        any(_in(row[0].size, _NAME) for row in _main(pages[0]))
        and any(_in(row[0].size, _HEADING) for row in main)
        and any(_in(row[0].size, _SIDE_HEADING) for row in side)
        and _is_column(main, _MAIN)
        and _is_column(side, _SIDE)
        and all(row[-1].x1 < _MAIN for row in side)
    )


def _in(size: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= size <= limits[1]


def _is_column(rows: Sequence[Visual], x: float) -> bool:
    """Whether rows start at an edge: none left of it, and most of them there; signs without letters indent some."""
    starting = sum(_starts(row, x) for row in rows)
    return starting >= _MOST * len(rows) and all(row[0].x0 > x - _NEAR for row in rows)


def _starts(row: Visual, x: float) -> bool:
    return abs(row[0].x0 - x) < _NEAR


def _side(rows: Sequence[Visual]) -> list[Visual]:
    """The rows of the side bar."""
    return _sorted([cell for cell in row if cell.x0 < _EDGE] for row in rows)


def _main(rows: Sequence[Visual]) -> list[Visual]:
    """The rows of the main column, without the one at the foot of the page that counts pages."""
    main = _sorted([cell for cell in row if cell.x0 >= _EDGE] for row in rows)
    if main and not _starts(main[-1], _MAIN) and _FOOT.fullmatch(" ".join(cell.text for cell in main[-1])):
        return main[:-1]
    return main


def _sorted(rows: Iterable[Visual]) -> list[Visual]:
    return sorted((row for row in rows if row), key=lambda row: row[0].y)


def _page(rows: Sequence[Visual], number: int) -> Iterator[Row]:
    """The lines of a page; above the side bar stands what the main column has above its first heading."""
    main = _main(rows)
    title = list(takewhile(lambda row: not _in(row[0].size, _HEADING), main)) if number == 1 else []
    for column, part in ((MAIN, title), (SIDE, _side(rows)), (MAIN, main[len(title) :])):
        above: Row | None = None
        for visual in part:
            row = _row(visual, number, column)
            above = replace(row, gap=number == 1 if above is None else _is_gap(above, row))
            yield above


def _row(visual: Visual, number: int, column: int) -> Row:
    text, styles = "", []
    for cell in visual:
        text += "\t" if text else ""
        words, found = spell(cell, len(text))
        styles += found
        text += words
    boxes = [cell.box for cell in visual]
    box = (boxes[0][0], min(box[1] for box in boxes), boxes[-1][2], max(box[3] for box in boxes))
    bold = all(cell.bold for cell in visual)
    size = max(visual, key=lambda cell: len(cell.text)).size
    row = Row(text=text, styles=tuple(styles), page=number, box=box, size=size, bold=bold, column=column)
    if column == SIDE or (size > _TEXT and text[:1].isalnum()):  # "1. FC Example" is an employer
        return row
    return unbullet(row)


def _is_gap(above: Row, row: Row) -> bool:
    """Whether a blank line stands above a row."""
    if above.box is None or row.box is None or not row.size:
        return False
    return row.box[3] - above.box[3] > _PARAGRAPH * row.size
