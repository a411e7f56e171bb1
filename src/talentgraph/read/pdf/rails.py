"""Rails: headings that stand left of their sections become rows of their own above them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from talentgraph.read.headings import heading_kind
from talentgraph.read.pdf.cells import Cell, Visual
from talentgraph.read.pdf.tables import joined

_PLACES = 6  # where most cells start: one of them is where the sections stand
_PITCH = 1.7  # sizes of letters between the lines of one heading
_KNOWN = 0.6  # share of the headings whose words announce a section
_FILLED = 0.25  # share of the rows that have a cell where the sections start; others are indented
_ROWS = 2.5  # rows of a section on average: fewer make a list of labels
_SPARE = 1.5  # rows to a line of the rail, at least
_LETTERS = 40  # of one of its lines
_WORDS = 6  # of a heading
_BESIDE = 1.6  # sizes of letters between the baselines of a heading and of its section's first row
_APART = 8.0  # points at least from the start of a heading to that of its section


def without_rail(rows: Sequence[Visual]) -> list[Visual] | None:
    """The rows of a page with headings in a rail, each in rows of its own above its section; None without a rail."""
    starts = Counter(round(cell.x0) for row in rows for cell in row)
    for x, _ in starts.most_common(_PLACES):
        if found := _rail(rows, float(x)):
            first, stop, blocks = found
            return [*rows[:first], *_apart(rows[first:stop], blocks), *rows[stop:]]
    return None


def _rail(rows: Sequence[Visual], x: float) -> tuple[int, int, list[list[Cell]]] | None:
    """The rows beside a rail left of `x`, and the cells of each heading in it."""
    lefts = [[cell for cell in row if cell.x0 < x - _APART] for row in rows]
    crossed = [any(cell.x1 > x - 2 for cell in left) for left in lefts]
    first = next((n for n, left in enumerate(lefts) if left and not crossed[n] and _opens(lefts[n : n + 3])), None)
    if first is None:
        return None
    heading = lefts[first][0]
    while (
        first
        and not lefts[first - 1]
        and rows[first - 1]
        and heading.y - rows[first - 1][0].y <= _BESIDE * heading.size
    ):
        first -= 1
    stop = next((n for n in range(first, len(rows)) if crossed[n]), len(rows))
    blocks = list(_blocks(lefts[first:stop]))
    known = sum(bool(heading_kind(_words(block))) for block in blocks)
    filled = sum(any(abs(cell.x0 - x) < 3 for cell in row) for row in rows[first:stop])
    least = max(_ROWS * len(blocks), _SPARE * sum(map(len, blocks)))
    fits = known >= _KNOWN * len(blocks) and filled >= _FILLED * (stop - first) and stop - first >= least
    return (first, stop, blocks) if fits and all(len(_words(block).split()) <= _WORDS for block in blocks) else None


def _opens(lefts: Sequence[Visual]) -> bool:
    """Whether a heading begins in the first of some rows."""
    if not lefts[0] or len(lefts[0][0].text) > _LETTERS:
        return False
    block = next(_blocks(lefts), [])
    return any(heading_kind(_words(block[: n + 1])) for n in range(len(block)))


def _blocks(lefts: Sequence[Visual]) -> Iterator[list[Cell]]:
    """The cells of a rail, those of one heading together."""
    block: list[Cell] = []
    for cell in (cell for left in lefts for cell in left):
        if block and cell.y - block[-1].y > _PITCH * cell.size:
            yield block
            block = []
        block.append(cell)
    if block:
        yield block


def _words(block: Sequence[Cell]) -> str:
    return joined(block).text if block else ""


def _apart(rows: Sequence[Visual], blocks: Sequence[list[Cell]]) -> Iterator[Visual]:
    """The rows with the cells of each heading before the row that its section begins with."""
    inside = {id(cell) for block in blocks for cell in block}
    bare = [rest for row in rows if (rest := [cell for cell in row if id(cell) not in inside])]
    levels = [min(cell.y for cell in row) for row in bare]
    headings: dict[int, list[Cell]] = {}
    for block in blocks:
        whole = (Cell(cell.pieces, beside=True) for cell in _whole(block))
        headings.setdefault(_beginning(levels, block[0]), []).extend(whole)
    for number in range(len(bare) + 1):
        yield from ([cell] for cell in headings.get(number, ()))
        yield from bare[number : number + 1]


def _whole(block: Sequence[Cell]) -> Iterator[Cell]:
    """The headings of a block: its lines together, unless some announce another section than those above them."""
    start = 0
    while start < len(block):
        ends = range(len(block), start + 1, -1)
        end = next((end for end in ends if _is_one(block[start:end])), start + 1)
        yield joined(block[start:end])
        start = end


def _is_one(lines: Sequence[Cell]) -> bool:
    """Whether lines are one heading, not one below the other."""
    kind = heading_kind(_words(lines))
    return not any(_are_two(lines[:n], lines[n:], kind) for n in range(1, len(lines)))


def _are_two(upper: Sequence[Cell], lower: Sequence[Cell], kind: str) -> bool:
    """Whether lines announce other sections than those below; `kind` is what they announce together, "" if nothing."""
    above, below = heading_kind(_words(upper)), heading_kind(_words(lower))
    if not kind:
        return bool(above or below)
    word = " " not in _words(upper) and kind == below  # as in Research Interests
    return bool(above and below and above != below) and not word and not _words(upper).endswith(("&", ","))


def _beginning(levels: Sequence[float], heading: Cell) -> int:
    """The number of the row, of those beside a heading, that has the most white above it."""
    reach = _BESIDE * heading.size
    beside = [n for n, y in enumerate(levels) if abs(y - heading.y) <= reach]
    if not beside:
        return bisect_left(levels, heading.y)
    return max(beside, key=lambda n: round(levels[n] - levels[n - 1]) if n else reach)
