"""Rows of a table whose cells are wrapped, each within its column, made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talentgraph.read.pdf.cells import Cell, Visual
from talentgraph.read.pdf.glyphs import CELL_GAP, Piece

_SAME_X = 2.0  # points
_PITCH = 1.6  # sizes of letters: lines further apart do not belong together
_BLANK = 0.25  # em: the width of a blank
_LEAST = 3  # columns; two are a title and what stands at the right edge of it


def join_columns(rows: Sequence[Visual]) -> Iterator[Visual]:
    """The rows; what goes on below some cells of a row, because it did not fit into their columns, belongs to these."""
    edge = max((row[-1].x1 for row in rows if row), default=0.0)
    head: list[list[Cell]] = []  # the lines of each cell of the last row
    for row in rows:
        places = _columns(head, row, edge) if len(head) >= _LEAST else None
        if places is None:
            if head:
                yield [joined(lines) for lines in head]
            head = [[cell] for cell in row]
            continue
        for place, cell in zip(places, row, strict=True):
            head[place].append(cell)
    if head:
        yield [joined(lines) for lines in head]


def _columns(head: Sequence[Sequence[Cell]], row: Visual, edge: float) -> list[int] | None:
    """The column that each cell of a row goes on in; None where any of them starts something else."""
    limits = [*(lines[0].x0 - CELL_GAP * lines[0].size for lines in head[1:]), edge]
    places = [
        next((place for place, lines in enumerate(head) if _goes_on(lines[-1], cell, limits[place])), -1)
        for cell in row
    ]
    return places if row and len(row) < len(head) and -1 not in places and len({*places}) == len(places) else None


def _goes_on(upper: Cell, lower: Cell, limit: float) -> bool:
    """Whether a cell is the next line of the one above, which had no room left for its first word."""
    if abs(upper.x0 - lower.x0) > _SAME_X or not 0 < lower.y - upper.y < _PITCH * upper.size:
        return False
    if abs(upper.size - lower.size) > 0.5 or upper.bold != lower.bold:
        return False
    return upper.text.endswith("-") or upper.x1 + _BLANK * lower.size + word_width(lower) > limit


def word_width(cell: Cell) -> float:
    """About how wide the first word of a cell is, in points."""
    piece = cell.pieces[0]
    word = piece.text.split(" ", 1)[0]
    return (piece.x1 - piece.x0) * len(word) / max(len(piece.text), 1)


def joined(lines: Sequence[Cell]) -> Cell:
    """The lines of a cell as one."""
    whole = lines[0]
    for line in lines[1:]:
        whole = glued(whole, line)
    return whole


def glued(upper: Cell, lower: Cell) -> Cell:
    """Two cells as one; a word that was parted by a hyphen is whole again, and "Apr-" goes on with its year."""
    last, first = upper.pieces[-1], lower.pieces[0]
    following, text = first.text[:1], f"{last.text} {first.text}"
    if last.text.endswith("-") and (following.islower() or _is_parted(last.text, first.text)):
        text = f"{last.text[:-1]}{first.text}"
    elif last.text.endswith("-") and following.isdigit():
        text = f"{last.text}{first.text}"
    end = first.x1 if len(lower.pieces) > 1 else max(last.x1, first.x1)  # what comes behind it stands behind `first`
    glued = Piece(last.look, last.y, last.x0, end, text=text, href=last.href)
    return Cell([*upper.pieces[:-1], glued, *lower.pieces[1:]])


def _is_parted(upper: str, lower: str) -> bool:
    """Whether a line ends in the first part of a word in capitals."""
    first, second = upper[:-1].rpartition(" ")[2], lower.partition(" ")[0]
    return len(first) > 1 and len(second) > 1 and first.isalpha() and (first + second).isupper()
