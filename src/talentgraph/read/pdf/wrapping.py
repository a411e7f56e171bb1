"""Cells that were wrapped, made whole.

A grid sets a title beside a date; when the title needs two lines, its second line stands below, and what stood at
the right edge must come behind it. Narrow first columns ("Mas-/ter of/Sci-/ence") are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from talentgraph.read.pdf.cells import Cell, Visual
from talentgraph.read.pdf.tables import glued, join_columns, word_width
from talentgraph.read.rows import Row, unbullet

_SAME_X = 2.0  # points
_NARROW = 75.0  # points: the widest first column that is put together
_PITCH = 2.0  # sizes of letters: lines further apart do not belong together
_FULL = 0.6  # share of the room beside a date that a line fills at least before it is wrapped
_LONG = 8.0  # sizes of letters: shorter cells are not wrapped
_STACK = 4  # lines beside each other at the right edge
_YEAR = re.compile(r"(?:19|20)\d\d|present|current", re.IGNORECASE)


def make_whole(rows: Sequence[Visual], *, slack: float = 0.0) -> list[Visual]:
    """Rows of one column with wrapped cells put together; `slack` is the share of widths that may be wrong."""
    return _attach_right(_join_first(list(join_columns(rows))), slack)


def _join_first(rows: list[Visual]) -> list[Visual]:
    """Rows whose narrow first cells go on in the rows below, with those cells as one."""
    result: list[Visual] = []
    edge = max((row[-1].x1 for row in rows), default=0.0)
    head: _Head | None = None
    for number, row in enumerate(rows):
        if head is not None and head.takes(row, edge) and not _is_list(rows[number - 1 : number + 2]):
            result[head.place] = [glued(result[head.place][0], row[0]), *result[head.place][1:]]
            head = head.followed(row)
            if len(row) > 1:
                result.append(row[1:])
            continue
        result.append(row)
        if len(row) > 1 and row[0].x1 - row[0].x0 < _NARROW and row[1].x0 - row[0].x0 < 1.6 * _NARROW:
            head = _Head(len(result) - 1, row[0], row[1], row[1].x0 - row[0].x0)
        elif head is not None and row[0].x0 < head.last.x0 + head.room - _SAME_X:
            head = None
        elif head is not None:
            head = head._replace(beside=row[0])
    return result


def _is_list(rows: Sequence[Visual]) -> bool:
    """Whether rows that follow each other all start with a date: entries, not one date of several lines."""
    return len(rows) > 2 and all(len(row) > 1 and _dated(row[0]) for row in rows)


class _Head(NamedTuple):
    """A narrow first cell that may go on: its row, its last line, the line beside that, and its room.

    `parted` says that a word of it was parted by a hyphen, so that it is as narrow as a column can be.
    """

    place: int
    last: Cell
    beside: Cell
    room: float
    parted: bool = False

    def followed(self, row: Visual) -> _Head:
        """The head with the first cell of the next row."""
        beside = row[1] if len(row) > 1 else self.beside
        return self._replace(last=row[0], beside=beside, parted=self.parted or self.last.text.endswith("-"))

    def takes(self, row: Visual, edge: float) -> bool:
        """Whether the first cell of a row continues it."""
        cell, last = row[0], self.last
        if abs(cell.x0 - last.x0) > _SAME_X or not 0 < cell.y - last.y < _PITCH * last.size or _bulleted(cell):
            return False
        if cell.x1 - cell.x0 > self.room or cell.bold != last.bold or abs(cell.size - last.size) > 0.5:
            return False
        if last.text.endswith("-"):
            return True
        if len(row) > 1 and not (_bulleted(row[1]) or _wraps(self.beside, row[1], edge)):
            return False  # an entry of its own
        return self.parted or last.x1 - last.x0 + word_width(cell) + 0.25 * cell.size > self.room - 0.4 * cell.size


def _attach_right(rows: list[Visual], slack: float) -> list[Visual]:
    """What stands at the right edge beside a wrapped title comes behind it, stacked lines as further cells."""
    limit = (1 - slack) * max((row[-2].x1 for row in rows if len(row) > 1), default=0.0)
    result: list[Visual] = []
    place = 0
    while place < len(rows):
        row, place = rows[place], place + 1
        if len(row) < 2 or not _is_right(row, rows):
            result.append(row)
            continue
        lines, rights, place = _stack(row, rows, place, limit)
        result += [*lines[:-1], [*lines[-1], *rights[0]]] if len(lines) > 1 else [[*row[:-1], *rights[0]]]
        result += [[*left] for left in rights[1]]
    return result


def _stack(
    row: Visual, rows: list[Visual], place: int, limit: float
) -> tuple[list[Visual], tuple[list[Cell], list[Visual]], int]:
    """The lines of a title, the cells right of it, the bulleted rows beside those, and the next row."""
    lines, rights, beside, main = [row[:-1]], [row[-1]], list[Visual](), row[-2]
    while place < len(rows) and len(rights) + len(beside) < _STACK:
        below = rows[place]
        right = below[-1] if _below(rights[-1], below[-1]) else None
        lefts = below[:-1] if right else below
        if right is not None and any(map(_dated, rights)) and _dated(right):
            break
        room = max(limit, main.x0 + _FULL * (rights[0].x0 - main.x0))
        if len(lefts) == 1 and not beside and _wraps(main, lefts[0], min(rights[0].x0, room)):
            lines.append(lefts)
            main = lefts[0]
        elif right is None or (lefts and not (_bulleted(lefts[0]) and not _bulleted(row[0]))):
            break
        elif lefts:
            beside.append(lefts)
        if right is not None:
            rights.append(right)
        place += 1
    return lines, (rights, beside), place


def _is_right(row: Visual, rows: Sequence[Visual]) -> bool:
    """Whether the last cell of a row stands at the right edge and is no column of text."""
    edge = max(other[-1].x1 for other in rows)
    return row[-1].x1 > edge - 12 and row[-1].x1 - row[-1].x0 < 0.45 * (edge - min(other[0].x0 for other in rows))


def _below(upper: Cell, lower: Cell) -> bool:
    """Whether a cell stands below another one at the same right edge."""
    return abs(upper.x1 - lower.x1) < 4 and 0 < lower.y - upper.y < _PITCH * upper.size and lower.x0 > upper.x0 - 100


def _wraps(main: Cell, lower: Cell, limit: float) -> bool:
    """Whether a cell is the next line of the one above, which had no room for its first word."""
    if abs(main.x0 - lower.x0) > _SAME_X or not 0 < lower.y - main.y < _PITCH * main.size or _bulleted(lower):
        return False
    if abs(main.size - lower.size) > 0.5 or main.pieces[-1].look.bold != lower.pieces[0].look.bold:
        return False
    if main.text.endswith("-") and lower.text[:1].islower():
        return True
    if main.x1 - main.x0 < _LONG * main.size:
        return False
    if main.x1 + word_width(lower) + 0.25 * lower.size > limit:
        return True
    full, short = main.x1 - main.x0 > 0.7 * (limit - main.x0), lower.x1 - lower.x0 < 0.4 * (limit - main.x0)
    return main.bold and lower.bold and full and short


def _bulleted(cell: Cell) -> bool:
    return unbullet(Row(text=cell.text + " x")).bullet


def _dated(cell: Cell) -> bool:
    return bool(_YEAR.search(cell.text))
