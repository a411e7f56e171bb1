"""Text that keeps the layout of a page by blanks, as `pdftotext -layout` writes it.

Columns of characters stand in for points, so that the rules which put a PDF page in order serve here, too: columns,
narrow first cells ("Mas-/ter of"), and dates at the right edge of titles that need two lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.read.pdf.cells import Cell, Visual
from talentgraph.read.pdf.columns import read_order
from talentgraph.read.pdf.glyphs import Look, Piece
from talentgraph.read.pdf.wrapping import make_whole
from talentgraph.read.rows import Row

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
MIN_GAPS = 3  # wide blanks inside lines: fewer are chance
_WIDTH, _HEIGHT = 6.0, 12.0  # points of a character
_LOOK = Look(10.0, False, False)
_SLACK = 0.03  # share of a line's room that its letters may be wider than they seem
_LEAST = 6  # lines of a column
_RIGHT = 0.7  # share of the page's width behind which a last cell stands at the right edge
_BREADTHS = {
    **dict.fromkeys(" ijl.,:;'|!’", 0.58), **dict.fromkeys("tf()[]-/I", 0.75), **dict.fromkeys("rsz", 0.88),
    **dict.fromkeys("mM–", 1.75), **dict.fromkeys("wW@%—", 1.8),
}  # fmt: skip


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows of laid out text in reading order, cells parted by tabs; other rows as they are.

    `level` is the indent, in columns, before and after.
    """
    if not _is_laid_out(rows):
        return list(rows)
    pages: dict[int, list[Visual]] = {row.page: [] for row in rows}
    edge = max(map(_end, rows))
    for number, row in enumerate(rows):
        if row.text:
            pages[row.page].append(_visual(row, number, edge))
    result: list[Row] = []
    for page, placed in zip(pages, read_order(list(pages.values()), least=_LEAST), strict=True):
        for region, column in sorted({(row.region, row.column) for row in placed}):
            whole = make_whole([row.cells for row in placed if row.region == region], slack=_SLACK)
            result += (replace(row, page=page, column=column) for row in _rows(whole))
    return result


def _is_laid_out(rows: Sequence[Row]) -> bool:
    """Whether wide blanks part columns: those of other text have one width."""
    gaps = Counter(len(match[0]) for row in rows for match in _GAP.finditer(row.text))
    if gaps.total() < MIN_GAPS or any("\t" in row.text for row in rows):
        return False
    return gaps.most_common(1)[0][1] <= 0.5 * gaps.total()


def _end(row: Row) -> int:
    return row.level + len(row.text)


def _visual(row: Row, number: int, edge: int) -> Visual:
    """The cells of a row; what stands at the right edge ends there."""
    pieces = []
    for match in _CELL.finditer(row.text):
        start = (row.level + match.start()) * _WIDTH
        pieces.append(Piece(_LOOK, number * _HEIGHT, start, start + _width(match[0]), text=match[0]))
    if len(pieces) > 1 and _end(row) > _RIGHT * edge:
        pieces[-1].x1 = edge * _WIDTH
    return [Cell([piece]) for piece in pieces]


def _width(words: str) -> float:
    """About how wide words are in letters of different widths, in points."""
    return _WIDTH * sum(map(_breadth, words))


def _breadth(letter: str) -> float:
    """How wide a letter is in an ordinary typeface, times the average."""
    if letter in _BREADTHS:
        return _BREADTHS[letter]
    return 1.45 if letter.isupper() else 1.08


def _rows(whole: Sequence[Visual]) -> Iterator[Row]:
    """Lines of text again, with a blank one where the page has some."""
    bottom: float | None = None
    for cells in whole:
        heights = [piece.y for cell in cells for piece in cell.pieces]
        if bottom is not None and min(heights) - bottom > 1.5 * _HEIGHT:
            yield Row(text="")
        bottom = max(heights) if bottom is None else max(bottom, *heights)
        yield Row(text="\t".join(cell.text for cell in cells), level=round(cells[0].x0 / _WIDTH))
