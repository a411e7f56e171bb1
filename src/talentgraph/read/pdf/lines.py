"""Rows of a PDF in reading order become lines: bullets, levels, gaps, wrapped cells made whole again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from talentgraph.model import Style
from talentgraph.read.headings import heading_kind
from talentgraph.read.pdf.cells import Visual, spell
from talentgraph.read.pdf.columns import Placed
from talentgraph.read.pdf.wrapping import make_whole
from talentgraph.read.rows import Row, unbullet
from talentgraph.read.running import is_page_number, key

_GAP = 1.22  # times the usual pitch: more is a gap
_INDENT = 4.0  # points: a deeper bullet stands at least so much further right
_RAIL = 1.15  # times the size of the next cell: a heading beside its section
_EDGE_ROWS = 2


@dataclass(slots=True)
class _Placed:
    """A row on its page, in its region and its column."""

    cells: Visual
    page: int
    region: int
    column: int
    size: float = field(init=False)
    top: float = field(init=False)  # the first and the last baseline; a row that was made whole has several
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        levels = [piece.y for cell in self.cells for piece in cell.pieces if piece.look.size > 0.85 * cell.size]
        self.size, self.top, self.bottom = max(cell.size for cell in self.cells), min(levels), max(levels)


def make_lines(pages: Sequence[Sequence[Placed]]) -> list[Row]:
    """The lines of a document from the rows of its pages."""
    pages = _without_running(pages)
    placed: list[_Placed] = []
    for number, page in enumerate(pages, 1):
        for region, column in sorted({(row.region, row.column) for row in page}):
            rows = [cells for row in page if row.region == region for cells in _cut_rail(row.cells)]
            placed += [_Placed(cells, number, region, column) for cells in make_whole(rows)]
    lines = [_row(row) for row in placed]
    return list(_levels(_gaps(lines, placed), placed))


def _row(row: _Placed) -> Row:
    """A row as a line of text; cells are parted by tabs."""
    text, styles, cells = "", list[Style](), row.cells
    for cell in cells:
        text += "\t" if text else ""
        words, found = spell(cell, len(text))
        styles += found
        text += words
    boxes = [cell.box for cell in cells]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    bold = all(cell.bold for cell in cells)
    size = max(cells, key=lambda cell: len(cell.text)).size
    looks, level = tuple(styles), int(len(cells) == 1 and cells[0].beside)
    return _unbulleted(
        Row(text=text, styles=looks, page=row.page, column=row.column, box=box, size=size, bold=bold, heading=level)
    )


def _unbulleted(row: Row) -> Row:
    """The row without its bullet; a bullet may be a cell of its own."""
    first, tab, _ = row.text.partition("\t")
    if tab and len(first) <= 4:
        joined = unbullet(replace(row, text=first + " " + row.text[len(first) + 1 :]))
        return joined if joined.bullet else row
    return unbullet(row)


def _cut_rail(cells: Visual) -> Iterator[Visual]:
    """A heading that stands left of its section becomes a line of its own."""
    if len(cells) > 1 and cells[0].size > _RAIL * cells[1].size and heading_kind(cells[0].text):
        yield cells[:1]
        yield cells[1:]
    else:
        yield cells


def _without_running(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Pages without what they repeat at their upper and lower edges, and without page numbers there."""
    edges = [_edges(page) for page in pages]
    counts = Counter(mark for page in edges for mark in set(page.values()))
    repeated = {mark for mark, count in counts.items() if count > 1}
    return [
        [
            row
            for place, row in enumerate(page)
            if not (
                place in edge and (is_page_number(edge[place][0]) or _repeats(edge[place], repeated, first=number == 0))
            )
        ]
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
    ]


def _edges(page: Sequence[Placed]) -> dict[int, tuple[str, int]]:
    """The outermost rows of a page by their place: what they keep from page to page, and how high they stand."""
    ordered = sorted(range(len(page)), key=lambda place: page[place].cells[0].y)
    places = {*ordered[:_EDGE_ROWS], *ordered[-_EDGE_ROWS:]}
    return {
        place: (key(" ".join(cell.text for cell in page[place].cells)), round(page[place].cells[0].y / 8))
        for place in places
    }


def _repeats(mark: tuple[str, int], repeated: set[tuple[str, int]], *, first: bool) -> bool:
    """Whether other pages say the same at the same height; of a name without number the first page keeps its own."""
    return mark in repeated and ("0" in mark[0] or not first)


def _gaps(rows: Sequence[Row], placed: Sequence[_Placed]) -> Iterator[Row]:
    """Rows with `gap` where more white stands above them than the document's lines usually have."""
    pitch = _pitch(placed)
    before: _Placed | None = None
    for row, place in zip(rows, placed, strict=True):
        if before is None or (before.page, before.region) != (place.page, place.region):
            gap = before is None or (not row.bullet and not row.text[:1].islower())
        else:
            size = max(place.size, before.size)
            gap = place.top - before.bottom > _GAP * pitch * size + 0.5
        yield replace(row, gap=True) if gap else row
        before = place


def _pitch(placed: Sequence[_Placed]) -> float:
    """The usual distance of baselines, in sizes of letters."""
    pitches = Counter[float]()
    for above, below in zip(placed, placed[1:], strict=False):
        distance = (below.top - above.bottom) / max(below.size, 1)
        together = (above.page, above.region) == (below.page, below.region)
        if together and abs(above.size - below.size) < 0.5 and 0.8 < distance < 2.2:
            pitches[round(distance * 20) / 20] += 1
    if not pitches:
        return 1.3
    most = max(pitches.values())
    return min(pitch for pitch, count in pitches.items() if count >= 0.3 * most)


def _levels(rows: Iterator[Row], placed: Sequence[_Placed]) -> Iterator[Row]:
    """Rows with their depth: bullets by how far they are indented, and what goes on below a bullet one more."""
    stack: list[float] = []
    last: tuple[int, int] | None = None
    bullet: tuple[float, int] | None = None
    for row, place in zip(rows, placed, strict=True):
        x, where = place.cells[0].x0, (place.page, place.region)
        if where[1] != (last or where)[1]:
            stack, bullet = [], None
        last = where
        if row.bullet:
            while stack and stack[-1] > x + _INDENT:
                stack.pop()
            if not stack or x > stack[-1] + _INDENT:
                stack.append(x)
            bullet = (x, len(stack) - 1)
            yield replace(row, level=bullet[1])
        elif bullet and bullet[0] + _INDENT - 1 < x < bullet[0] + 30 and not row.gap:
            yield replace(row, level=bullet[1] + 1)
        else:
            bullet = None
            yield row
