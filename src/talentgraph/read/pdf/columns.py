"""The order in which a page is read: gutters part columns, and each column is read to its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from talentgraph.read.pdf.cells import Cell, Visual

MIN_LINES = 4  # on both sides of a gutter
MIN_HEIGHT = 50  # points that both columns stand side by side
_ALONE = 0.4  # share of a column's lines that have no neighbour on their baseline
_MAX_DEPTH = 4


class Gutter(NamedTuple):
    """A vertical stretch of white at `x`, beside the rows from `first` to `last`."""

    x: float
    first: int
    last: int
    score: float


class Placed(NamedTuple):
    """A row in reading order; `column` numbers the columns of a page as they are read."""

    cells: Visual
    column: int


def read_order(rows: Sequence[Visual]) -> list[Placed]:
    """The rows of a page in reading order."""
    placed: list[Placed] = []
    for number, region in enumerate(_regions(list(rows), 0)):
        placed += [Placed(row, number) for row in region]
    return placed


def _regions(rows: list[Visual], depth: int) -> Iterator[list[Visual]]:
    """Stretches of rows that are read one after the other."""
    gutter = find_gutter(rows) if depth < _MAX_DEPTH else None
    if gutter is None:
        if rows:
            yield rows
        return
    inside = rows[gutter.first : gutter.last + 1]
    left = [cells for row in inside if (cells := [cell for cell in row if cell.x0 < gutter.x - 2])]
    right = [cells for row in inside if (cells := [cell for cell in row if cell.x0 >= gutter.x - 2])]
    for part in (rows[: gutter.first], left, right, rows[gutter.last + 1 :]):
        yield from _regions(part, depth + 1)


def find_gutter(rows: Sequence[Visual]) -> Gutter | None:
    """The best place to part rows into two columns, None when they are one column.

    Both sides need lines that do not share a baseline with the other side: that tells a side bar from dates at
    the right edge, which always stand on the line that they belong to.
    """
    starts = sorted({round(cell.x0) for row in rows for cell in row})
    found = [gutter for x in _thinned(starts) for gutter in _gutters(rows, x)]
    return max(found, key=lambda gutter: (gutter.score, gutter.x), default=None)


def _thinned(starts: Sequence[int]) -> Iterator[int]:
    last = -10
    for x in starts:
        if x - last >= 3:
            yield x
            last = x


def _gutters(rows: Sequence[Visual], x: float) -> Iterator[Gutter]:
    first: int | None = None
    for number, row in enumerate([*rows, None]):
        crossed = row is None or any(cell.x0 < x - 2 and cell.x1 > x - 3 for cell in row)
        if not crossed:
            first = number if first is None else first
        elif first is not None:
            if (gutter := _judge(rows, x, first, number - 1)) is not None:
                yield gutter
            first = None


def _judge(rows: Sequence[Visual], x: float, first: int, last: int) -> Gutter | None:
    """The gutter at `x` beside some rows, if it is one."""
    while first <= last and not any(cell.x0 >= x - 2 for cell in rows[first]):
        first += 1  # lines above the right column stand before both
    sides = [(any(c.x0 < x - 2 for c in row), any(c.x0 >= x - 2 for c in row)) for row in rows[first : last + 1]]
    lefts, rights = sum(left for left, _ in sides), sum(right for _, right in sides)
    if lefts < MIN_LINES or rights < MIN_LINES or _height(rows, x, first, last) < MIN_HEIGHT:
        return None
    both = sum(left and right for left, right in sides)
    if lefts - both < _ALONE * lefts or rights - both < _ALONE * rights:
        return None
    return Gutter(x, first, last, lefts + rights - 2 * both)


def _height(rows: Sequence[Visual], x: float, first: int, last: int) -> float:
    """How far both sides of `x` stand side by side, in points."""
    cells = [cell for row in rows[first : last + 1] for cell in row]
    left, right = [c for c in cells if c.x0 < x - 2], [c for c in cells if c.x0 >= x - 2]
    return min(_bottom(left), _bottom(right)) - max(_top(left), _top(right))


def _top(cells: list[Cell]) -> float:
    return min(cell.y for cell in cells)


def _bottom(cells: list[Cell]) -> float:
    return max(cell.y for cell in cells)
