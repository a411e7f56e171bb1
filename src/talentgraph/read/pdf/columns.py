"""The order in which a page is read: gutters part columns, and each column is read to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from talentgraph.read.headings import heading_kind
from talentgraph.read.pdf.cells import Cell, Visual
from talentgraph.read.pdf.rails import without_rail

MIN_LINES = 4  # on both sides of a gutter
MIN_HEIGHT = 50  # points that both columns stand side by side
_ALONE = 0.4  # share of a column's lines that have no neighbour on their baseline
_SOME_ALONE = 0.15  # the same for columns that look like columns in every other way
_ALIGNED = 0.9  # share of a right column's cells that start where the column starts
_INDENTED = 0.6  # the same, bullets and what hangs below them set aside
_WIDE = 12.0  # sizes of letters: cells of running text are wider on average
_FLUSH = 0.8  # share of the cells at the right edge that end there
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAX_DEPTH = 4
_LARGE = 1.1  # times the usual size: the letters of a heading
_SHORT = 4  # words of a heading
_TITLE = 1.2  # times the usual size: the letters of a name
_SHIFT = 15.0  # points that the gutter may move from page to page
_OTHER = {"left": "right", "right": "left"}
_NUMBERS = {"left": 1, "right": 2}
_NARROW = 0.75  # times the width of the wider column: what is narrower does not belong to it
_MOST = 2_000_000  # pairs of cells and places that are compared at once
_MAX_TITLE = 8  # cells of a name and what stands below it


class Gutter(NamedTuple):
    """A vertical stretch of white at `x`, beside the rows from `first` to `last`."""

    x: float
    first: int
    last: int
    score: float


class Placed(NamedTuple):
    """A row in reading order; `region` numbers the stretches of a page as they are read.

    `column` is 1 left and 2 right of a gutter, 0 for rows across the page.
    """

    cells: Visual
    region: int
    column: int = 0


def read_order(pages: Sequence[Sequence[Visual]], *, least: int = MIN_LINES) -> list[list[Placed]]:
    """The rows of all pages in reading order; columns have at least `least` lines.

    A column that goes on on the next page is read last on the one and first on the other, so that it stays whole.
    """
    gutters: list[Gutter | None] = []
    railed = [without_rail(rows) for rows in pages]
    for rows, rail in zip(pages, railed, strict=True):
        gutters.append(None if rail else _gutter_like(rows, gutters[-1] if gutters else None, least))
    pages = [rail or rows for rows, rail in zip(pages, railed, strict=True)]
    placed, ended, widths = [], "", dict[str, float]()
    for number, rows in enumerate(pages):
        gutter, alone = gutters[number], ""
        if gutter is not None:
            widths = {side: max(widths.get(side, 0), _width(_column(rows, gutter, side))) for side in _OTHER}
        elif widths:
            alone = _like_one(rows, widths)
        going = _going(widths, pages[number + 1], gutters[number + 1]) if number + 1 < len(pages) else []
        first, ended = _sides(gutter, ended, widths, going)
        title, rest = _title(rows, gutter) if number == 0 else ([], list(rows))
        regions = [(title, 0)] * bool(title) + list(
            _regions(rest, 0, gutter, first, least=least, side=_NUMBERS.get(alone, 0))
        )
        ended = ended if number + 1 < len(pages) else ""
        placed.append([Placed(row, place, side) for place, (region, side) in enumerate(regions) for row in region])
    return placed


def _like_one(rows: Sequence[Visual], widths: dict[str, float]) -> str:
    """Which of two columns the only column of a further page continues, "" when its lines are wider than both.

    It stands where it stood, or further left, where the other column ended.
    """
    width = _width([cell for row in rows for cell in row])
    narrow, wide = sorted(_OTHER, key=lambda side: widths[side])
    if len(rows) >= MIN_LINES and width <= 1.05 * widths[narrow] and width < _NARROW * widths[wide]:
        return narrow
    return wide if width <= 1.05 * widths[wide] else ""


def _going(widths: dict[str, float], after: Sequence[Visual], gutter: Gutter | None) -> list[str]:
    """The columns of a page that go on on the next one, within a section."""
    if not widths:
        return []
    if gutter is None:
        side = _like_one(after, widths)
        return [side] if side and after and not heading_kind(after[0][0].text) else []
    return [side for side in _OTHER if (cells := _column(after, gutter, side)) and not _starts_section(cells)]


def _title(rows: Sequence[Visual], gutter: Gutter | None) -> tuple[list[Visual], list[Visual]]:
    """The lines with the largest letters of a first page and those above its first heading, and the other rows.

    A name at the top of one column stands above both of them in the reader's mind.
    """
    largest = max((cell for row in rows for cell in row), key=lambda cell: cell.size, default=None)
    if gutter is None or largest is None or _crosses(largest, gutter.x):
        return [], list(rows)
    side = "left" if largest.x0 < gutter.x - 2 else "right"
    cells = list(takewhile(lambda cell: not heading_kind(cell.text), _column(rows, gutter, side)))[:_MAX_TITLE]
    usual = median(cell.size for row in rows for cell in row)
    if largest not in cells[:2] or largest.size < _TITLE * usual:
        return [], list(rows)
    title = [found for row in rows if (found := [cell for cell in row if cell in cells])]
    # empty rows stay, so that the gutter's row numbers hold
    return title, [[cell for cell in row if cell not in cells] for row in rows]


def _sides(gutter: Gutter | None, ended: str, widths: dict[str, float], going: Sequence[str]) -> tuple[str, str]:
    """Which column of a page comes first, and which is read last."""
    if gutter is None:
        return "left", ""
    if ended:
        return ended, _OTHER[ended]
    last = max(going, key=lambda side: widths[side], default="right")
    return _OTHER[last], last


def _column(rows: Sequence[Visual], gutter: Gutter, side: str) -> list[Cell]:
    """The cells on one side of a gutter down to the first row that crosses it."""
    cells: list[Cell] = []
    for row in rows:
        if any(_crosses(cell, gutter.x) for cell in row):
            if cells:
                break
            continue
        cells += [cell for cell in row if (cell.x0 < gutter.x - 2) == (side == "left")]
    return cells


def _starts_section(cells: Sequence[Cell]) -> bool:
    return bool(heading_kind(cells[0].text))


def _width(cells: Sequence[Cell]) -> float:
    return max((cell.x1 for cell in cells), default=0) - min((cell.x0 for cell in cells), default=0)


def _crosses(cell: Cell, x: float) -> bool:
    return cell.x0 < x - 2 and cell.x1 > x - 3


def _gutter_like(rows: Sequence[Visual], before: Gutter | None, least: int) -> Gutter | None:
    """The gutter of a page; that of the page before comes first, with fewer lines, too, where nothing crosses it."""
    found = find_gutter(rows, least)
    if before is None or (found and abs(found.x - before.x) < _SHIFT):
        return found
    same = max(_gutters(rows, _grid(rows), [before.x], least), key=lambda gutter: gutter.score, default=None)
    if same or found:
        return same or found
    clear = list(takewhile(lambda row: not any(_crosses(cell, before.x) for cell in row), rows))
    sides = {cell.x0 < before.x - 2 for row in clear for cell in row}
    return Gutter(before.x, 0, len(clear) - 1, 0) if len(sides) == 2 else None


def _regions(
    rows: list[Visual], depth: int, gutter: Gutter | None = None, first: str = "left", *, least: int, side: int = 0
) -> Iterator[tuple[list[Visual], int]]:
    """Stretches of rows that are read one after the other, and the column that each stands in."""
    if gutter is None and 0 < depth < _MAX_DEPTH:
        gutter = find_gutter(rows, least)
    if gutter is None:
        if rows := [row for row in rows if row]:
            yield rows, side
        return
    inside = rows[gutter.first : gutter.last + 1]
    left = [cells for row in inside if (cells := [cell for cell in row if cell.x0 < gutter.x - 2])]
    right = [cells for row in inside if (cells := [cell for cell in row if cell.x0 >= gutter.x - 2])]
    both = [(left, side or 1), (right, side or 2)]
    parts = [(rows[: gutter.first], side), *(both if first == "left" else both[::-1]), (rows[gutter.last + 1 :], side)]
    for part, place in parts:
        yield from _regions(part, depth + 1, least=least, side=place)


def find_gutter(rows: Sequence[Visual], least: int = MIN_LINES) -> Gutter | None:
    """The best place to part rows into two columns, None when they are one column.

    Both sides need lines that do not share a baseline with the other side: that tells a side bar from dates at
    the right edge, which always stand on the line that they belong to.
    """
    if len(rows) < least:
        return None
    grid = _grid(rows)
    starts = sorted({round(cell.x0) for row in rows for cell in row})
    found = [*_gutters(rows, grid, list(_thinned(starts)), least), *_headed(rows, grid)]
    return max(found, key=lambda gutter: (gutter.score, gutter.x), default=None)


def _headed(rows: Sequence[Visual], grid: _Grid) -> Iterator[Gutter]:
    """The gutters below two headings that stand side by side; a side bar may be too short to tell otherwise."""
    usual = median([cell.size for row in rows for cell in row] or [0.0])
    for first, row in enumerate(rows):
        for left, right in zip(row, row[1:], strict=False):
            if not _are_headings(left, right, usual):
                continue
            x = right.x0
            crossing = grid.row[(grid.x0 < x - 2) & (grid.x1 > x - 3) & (grid.row > first)]
            last = int(crossing.min()) - 1 if len(crossing) else len(rows) - 1
            cells = [cell for row in rows[first : last + 1] for cell in row]
            if min(sum(cell.x0 < x - 2 for cell in cells), sum(cell.x0 >= x - 2 for cell in cells)) > 1:
                yield Gutter(x, first, last, len(cells))


def _are_headings(left: Cell, right: Cell, usual: float) -> bool:
    """Whether two cells look alike and announce sections; one may have unknown words, if both stand out."""
    if left.bold != right.bold or abs(left.size - right.size) > 0.5 or not (_is_title(left) and _is_title(right)):
        return False
    known = bool(heading_kind(left.text)) + bool(heading_kind(right.text))
    return known == 2 or (known == 1 and left.size > _LARGE * usual)


def _is_title(cell: Cell) -> bool:
    """Whether a cell holds a few words and no other signs than headings have."""
    return cell.text.replace("&", "").replace(":", "").replace(" ", "").isalpha() and cell.text.count(" ") < _SHORT


def _thinned(starts: Sequence[int]) -> Iterator[int]:
    last = -10
    for x in starts:
        if x - last >= 3:
            yield x
            last = x


class _Grid(NamedTuple):
    """Where the cells of some rows start and end, and in which row each stands; the outermost starts of each row."""

    row: NDArray[np.int64]
    x0: NDArray[np.float64]
    x1: NDArray[np.float64]
    y: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


def _grid(rows: Sequence[Visual]) -> _Grid:
    cells = [(number, cell.x0, cell.x1, cell.y) for number, row in enumerate(rows) for cell in row]
    number, x0, x1, y = np.array(cells, float).reshape(-1, 4).T
    row = number.astype(np.int64)
    low, high = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    if len(row):
        first = np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1])))
        low[row[first]], high[row[first]] = np.minimum.reduceat(x0, first), np.maximum.reduceat(x0, first)
    return _Grid(row, x0, x1, y, low, high)


def _gutters(rows: Sequence[Visual], grid: _Grid, starts: Sequence[float], least: int) -> Iterator[Gutter]:
    """The gutters at some places, between the rows that cross these."""
    step = max(1, _MOST // (len(grid.row) + len(rows) + 1))
    for number in range(0, len(starts), step):
        xs = np.array(starts[number : number + step], float)
        for place, first, end in _stretches(grid, xs, least):
            gutter = _judge(rows, grid, starts[number + place], first, end - 1, least=least)
            if gutter is not None:
                yield gutter


def _stretches(grid: _Grid, xs: NDArray[np.float64], least: int) -> Iterator[tuple[int, int, int]]:
    """Rows between those that cross a place, with enough lines on both sides of it: number of the place, first, end."""
    across, count = xs[:, None], len(grid.low)
    crossed = np.zeros((len(xs), count + 1), bool)
    place, cell = np.nonzero((grid.x0 < across - 2) & (grid.x1 > across - 3))
    crossed[place, grid.row[cell]] = crossed[:, -1] = True
    sums = np.zeros((2, len(xs), count + 1), np.int64)
    np.cumsum(grid.low < across - 2, axis=1, out=sums[0, :, 1:])
    np.cumsum(grid.high >= across - 2, axis=1, out=sums[1, :, 1:])
    place, end = np.nonzero(crossed)
    first = np.where(np.concatenate(([True], place[1:] != place[:-1])), 0, np.concatenate(([0], end[:-1] + 1)))
    enough = (sums[:, place, end] - sums[:, place, first] >= least).all(axis=0)
    yield from zip(place[enough].tolist(), first[enough].tolist(), end[enough].tolist(), strict=True)


def _judge(rows: Sequence[Visual], grid: _Grid, x: float, first: int, last: int, *, least: int) -> Gutter | None:
    """The gutter at `x` beside some rows, if it is one."""
    first = _top_row(rows, x, first, last)
    left, right = grid.low[first : last + 1] < x - 2, grid.high[first : last + 1] >= x - 2
    lefts, rights = int(left.sum()), int(right.sum())
    if lefts < least or rights < least or _height(grid, x, first, last) < MIN_HEIGHT:
        return None
    both = int((left & right).sum())
    alone = min((lefts - both) / lefts, (rights - both) / rights)
    if _is_dates(rows[first : last + 1], x) or alone < _ALONE and not _looks_apart(rows[first : last + 1], x, alone):
        return None
    return Gutter(x, first, last, lefts + rights - 2 * both)


def _top_row(rows: Sequence[Visual], x: float, first: int, last: int) -> int:
    """The first row that stands beside the right column; lines above it stand before both columns."""
    top = next((n for n in range(first, last + 1) if any(cell.x0 >= x - 2 for cell in rows[n])), last + 1)
    if first < top <= last and rows[top - 1] and rows[top][0].y - rows[top - 1][0].y < rows[top][0].size:
        return top - 1  # less than a line above
    return top


def _looks_apart(rows: Sequence[Visual], x: float, alone: float) -> bool:
    """Whether sides whose lines happen to share baselines are columns all the same, not labels or dates with text."""
    if _have_headings(rows, x):
        return True
    cells = [cell for row in rows for cell in row]
    left, right = [c for c in cells if c.x0 < x - 2], [c for c in cells if c.x0 >= x - 2]
    aligned = sum(abs(cell.x0 - x) < 3 for cell in right) >= _ALIGNED * len(right)
    dated = sum(bool(_YEAR.search(cell.text)) for cell in right) > 0.3 * len(right)
    wide = [sum(c.x1 - c.x0 for c in side) > _WIDE * sum(c.size for c in side) for side in (left, right)]
    return aligned and not dated and wide[0] and (alone >= _SOME_ALONE or wide[1])


def _have_headings(rows: Sequence[Visual], x: float) -> bool:
    """Whether both sides have headings of their own, flush with their lines."""
    lefts = [row[0] for row in rows if row and row[0].x0 < x - 2]
    rights = [cell for row in rows if (cell := next((c for c in row if c.x0 >= x - 2), None))]
    flush = sum(cell.x0 - x < 3 for cell in rights) >= _INDENTED * len(rights)
    heads = [sum(bool(heading_kind(cell.text)) for cell in side) for side in (lefts, rights)]
    return flush and min(heads) >= 1 and sum(heads) >= 3 and heads[0] * 3 <= len(lefts)


def _is_dates(rows: Sequence[Visual], x: float) -> bool:
    """Whether one side holds nothing but dates, or dates and places at the right edge, of what stands on the other."""
    cells = [cell for row in rows for cell in row]
    left, right = [c for c in cells if c.x0 < x - 2], [c for c in cells if c.x0 >= x - 2]
    edge = max(cell.x1 for cell in right)
    flush = sum(cell.x1 > edge - 3 for cell in right) >= _FLUSH * len(right)
    return _dated(left, 0.6) or (flush and _dated(right, 0.3))


def _dated(cells: Sequence[Cell], share: float) -> bool:
    """Whether so many cells hold a year, and none is as wide as running text."""
    dated = sum(bool(_YEAR.search(cell.text)) for cell in cells)
    return dated > share * len(cells) and all(cell.x1 - cell.x0 < _WIDE * cell.size for cell in cells)


def _height(grid: _Grid, x: float, first: int, last: int) -> float:
    """How far both sides of `x` stand side by side, in points."""
    here = slice(*np.searchsorted(grid.row, (first, last + 1)))
    left, y = grid.x0[here] < x - 2, grid.y[here]
    return float(min(y[left].max(), y[~left].max()) - max(y[left].min(), y[~left].min()))
