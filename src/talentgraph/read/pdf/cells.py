"""Pieces of a page become cells, and cells that share a baseline become rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from talentgraph.model import Box, Style
from talentgraph.read.pdf.glyphs import BLANK_GAP, CELL_GAP, Piece

_SMALL_CAPITALS = (0.6, 0.9)  # of the size of the capital before them
_SMALL_CAPITALS_GAP = 0.16  # em of that capital: a wider gap is a blank
_STYLE_GAP = 0.45  # em: a gap that parts cells where the weight changes
_COLUMN_GAP = 0.03  # em: a gap that parts cells where a column of the rows around starts
_NEAR = 3  # rows above and below that show where columns start
_BASELINE = 0.3  # em: how far baselines of one row may lie apart


@dataclass(slots=True, eq=False)
class Cell:
    """Neighbouring pieces of one row that belong together; they don't change any more.

    `x0` and `x1` are where it starts and ends, `y` is the baseline of its largest letters, `size` that of most of them.
    What is `beside` its section is a heading by its place.
    """

    pieces: Sequence[Piece]
    beside: bool = False
    x0: float = field(init=False)
    x1: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)
    _spelled: tuple[str, list[Style]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        first = self.pieces[0]
        self.x0, self.x1, self.y, self.size = first.x0, self.pieces[-1].x1, first.y, first.size
        if len(self.pieces) > 1:
            self.y = max(self.pieces, key=lambda piece: piece.look.size).y
            self.size = max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return all(piece.look.bold for piece in self.pieces if any(map(str.isalnum, piece.text)))

    @property
    def box(self) -> Box:
        """The place of its letters."""
        boxes = [piece.box for piece in self.pieces]
        return self.x0, min(box[1] for box in boxes), self.x1, max(box[3] for box in boxes)

    @property
    def text(self) -> str:
        """Its text."""
        return self.spelled[0]

    @property
    def spelled(self) -> tuple[str, list[Style]]:
        """Its text, and the styles in it."""
        if self._spelled is None:
            self._spelled = _spell(self.pieces)
        return self._spelled


Visual = list[Cell]  # the cells of one row, from left to right


def spell(cell: Cell, place: int = 0) -> tuple[str, list[Style]]:
    """The text of a cell and its styles, where it starts at a place of a line."""
    text, styles = cell.spelled
    return text, [Style(s.start + place, s.end + place, s.kind, s.href) for s in styles] if place else styles


def _spell(pieces: Sequence[Piece]) -> tuple[str, list[Style]]:
    """The text of pieces and its styles."""
    parts, styles, last, place = list[str](), list[Style](), None, 0
    for piece in pieces:
        look = piece.look
        if last is not None and piece.x0 - last.x1 > _blank_gap(last, piece):
            parts.append(" ")
            place += 1
        end = place + len(piece.text)
        if look.bold:
            styles.append(Style(place, end, "bold"))
        if look.italic:
            styles.append(Style(place, end, "italic"))
        if piece.href:
            styles.append(Style(place, end, "link", piece.href))
        parts.append(piece.text)
        place, last = end, piece
    return "".join(parts), styles


def _blank_gap(left: Piece, right: Piece) -> float:
    """The gap in points above which two pieces are two words; small capitals keep more of a distance to a large one."""
    low, high = sorted((left.look.size, right.look.size))
    small_capitals = left.text[-1].isupper() and left.look.size == high and right.text[0].isalpha()
    if small_capitals and _SMALL_CAPITALS[0] < low / high < _SMALL_CAPITALS[1]:
        return _SMALL_CAPITALS_GAP * high
    return BLANK_GAP * low


def make_rows(pieces: Sequence[Piece]) -> list[Visual]:
    """Rows of cells, from top to bottom; turned text has rows of its own, and slanted text comes last."""
    rows: list[_Baseline] = []
    for piece in sorted((piece for piece in pieces if piece.look.upright), key=lambda piece: piece.y):
        for row in reversed(rows[-3:]):
            if _shares_baseline(row, piece):
                row.add(piece)
                break
        else:
            rows.append(_Baseline([piece], piece))
    upright = _aligned([make_cells(row.pieces) for row in rows])
    turned = [[Cell([piece])] for piece in pieces if not piece.look.upright]
    if not turned:
        return upright
    straight = [row for row in turned if row[0].pieces[0].look.angle % 90 == 0]
    slanted = [row for row in turned if row[0].pieces[0].look.angle % 90]
    return sorted(upright + straight, key=lambda row: row[0].y) + slanted


def _aligned(rows: list[Visual]) -> list[Visual]:
    """Rows whose cells are parted where a column of the rows around them starts, though the gap is narrow."""
    starts = [{round(cell.x0) for cell in row[1:]} for row in rows]
    result = []
    for number, row in enumerate(rows):
        if all(len(cell.pieces) == 1 for cell in row):
            result.append(row)
            continue
        near = set[int]().union(*starts[max(0, number - _NEAR) : number + _NEAR + 1])
        columns = near | {x + 1 for x in near} | {x - 1 for x in near}
        result.append([part for cell in row for part in _cut_at(cell, columns)])
    return result


def _cut_at(cell: Cell, columns: set[int]) -> list[Cell]:
    """The parts of a cell: a piece that starts where a column does starts a cell."""
    parts = [[cell.pieces[0]]]
    for left, piece in zip(cell.pieces, cell.pieces[1:], strict=False):
        if round(piece.x0) in columns and piece.x0 - left.x1 > _COLUMN_GAP * piece.size:
            parts.append([piece])
        else:
            parts[-1].append(piece)
    return [cell] if len(parts) == 1 else [Cell(part) for part in parts]


@dataclass(slots=True, eq=False)
class _Baseline:
    """The pieces of a row, and the first of those with the largest letters."""

    pieces: list[Piece]
    largest: Piece

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if piece.look.size > self.largest.look.size:
            self.largest = piece


def _shares_baseline(row: _Baseline, piece: Piece) -> bool:
    largest = row.largest
    distance, size, most = abs(piece.y - largest.y), piece.look.size, largest.look.size
    low, high = min(size, most), max(size, most)
    if distance <= _BASELINE * low:
        return True
    if low >= 0.85 * high or distance > 0.5 * high:
        return False
    room = 0.3 * most  # of a raised letter
    return any(-1 < piece.x0 - other.x1 < room or -1 < other.x0 - piece.x1 < room for other in row.pieces)


def make_cells(row: list[Piece]) -> Visual:
    """The pieces of a row as cells, parted at wide gaps."""
    row = sorted(row, key=lambda piece: piece.x0)
    cells = [[row[0]]]
    for piece in row[1:]:
        if _parts(cells[-1][-1], piece):
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return [Cell(pieces) for pieces in cells]


def _parts(left: Piece, right: Piece) -> bool:
    size = max(left.size, right.size)
    limit = CELL_GAP if left.look.bold == right.look.bold else _STYLE_GAP
    return right.x0 - left.x1 > limit * size + 3 * max(left.tracking, right.tracking)
