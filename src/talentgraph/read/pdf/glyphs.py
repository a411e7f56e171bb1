"""The letters of a PDF page, put together to pieces: stretches of one look on one baseline.

Coordinates are points from the top left corner of the page as it is shown. The order of the content stream is
used only inside a piece; the blanks that PDFium makes up are not used at all, gaps between letters decide.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from talentgraph.model import Box
from talentgraph.read.rows import normal

CELL_GAP = 0.8  # em: a wider gap parts two cells
BLANK_GAP = 0.12  # em: a wider gap is a blank
_TRACKED = 0.06  # em: a median gap above this is letter spacing
MAX_GLYPHS = 60_000  # per page; the rest of a page beyond is not read
_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|[-,])(?:bd|sb)\b|cmbx|cmssbx|sfbx|-medi$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|cmti|cmsl|sfti|(?:-|[a-z])it$", re.IGNORECASE)
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_HEAVY = 650  # font weight

Turn = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Look:
    """How letters of one text object look."""

    size: float
    bold: bool
    italic: bool
    upright: bool


@dataclass(slots=True)
class Piece:
    """A stretch of letters of one look on one baseline `y`."""

    look: Look
    y: float
    x0: float
    x1: float
    letters: list[str] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)  # before each letter; infinite where a blank stands
    text: str = ""
    tracking: float = 0.0  # the usual gap between letters, in points
    href: str = ""

    @property
    def size(self) -> float:
        """The size of the letters in points."""
        return self.look.size

    @property
    def box(self) -> Box:
        """The place of the letters: x0, y0, x1, y1."""
        return self.x0, self.y - 0.8 * self.size, self.x1, self.y + 0.2 * self.size


def read_pieces(page: Any) -> list[Piece]:
    """The pieces of a page in the order of its content; text drawn twice (for effect) comes once."""
    textpage = page.get_textpage()
    try:
        turn = turner(page)
        seen: set[tuple[str, int, int]] = set()
        pieces = []
        for piece in _pieces(textpage, turn):
            _finish(piece)
            mark = (piece.text, round(piece.x0 / 2), round(piece.y / 2))
            if piece.text.strip() and mark not in seen:
                seen.add(mark)
                pieces.append(piece)
        return pieces
    finally:
        textpage.close()


def turner(page: Any) -> Turn:
    """From the page's own coordinates to those of the page as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation() % 360]


def _pieces(textpage: Any, turn: Turn) -> Iterator[Piece]:
    piece: Piece | None = None
    blank = False
    for letter, look, y, x0, x1 in _glyphs(textpage, turn):
        if letter.isspace():
            blank = True
            continue
        if piece is None or not _continues(piece, look, y, x0):
            if piece is not None:
                yield piece
            piece = Piece(look, y, x0, x0)
            blank = False
        piece.letters.append(letter)
        piece.gaps.append(float("inf") if blank else x0 - piece.x1)
        piece.x1 = max(x1, x0)
        blank = False
    if piece is not None:
        yield piece


def _continues(piece: Piece, look: Look, y: float, x0: float) -> bool:
    gap = x0 - piece.x1
    return look == piece.look and abs(y - piece.y) < 0.15 * look.size and -0.6 * look.size < gap < CELL_GAP * look.size


def _glyphs(textpage: Any, turn: Turn) -> Iterator[tuple[str, Look, float, float, float]]:
    """Each letter that the file holds: the letter, its look, its baseline, where it starts and ends."""
    import pypdfium2.raw as pdfium

    raw, rect = textpage.raw, pdfium.FS_RECTF()
    place = ctypes.byref(rect)
    count = min(textpage.count_chars(), MAX_GLYPHS)
    current, look, y = 0, Look(0, False, False, False), 0.0
    for index in range(count):
        handle = pdfium.FPDFText_GetTextObject(raw, index)
        if not handle:  # made up by PDFium
            continue
        address = ctypes.addressof(handle.contents)
        if address != current:
            current, (look, y) = address, _look(raw, index, turn)
        pdfium.FPDFText_GetLooseCharBox(raw, index, place)
        code = pdfium.FPDFText_GetUnicode(raw, index)
        a, b = turn(rect.left, rect.bottom), turn(rect.right, rect.top)
        yield chr(code or 32), look, y, min(a[0], b[0]), max(a[0], b[0])


def _look(raw: Any, index: int, turn: Turn) -> tuple[Look, float]:
    """The look of a letter and its baseline."""
    import pypdfium2.raw as pdfium

    matrix, name, flags = pdfium.FS_MATRIX(), ctypes.create_string_buffer(128), ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    pdfium.FPDFText_GetFontInfo(raw, index, name, 128, flags)
    size = pdfium.FPDFText_GetFontSize(raw, index) * (matrix.c**2 + matrix.d**2) ** 0.5
    font = name.value.decode("utf-8", "replace").split("+")[-1]
    bold = bool(_BOLD.search(font) or flags.value & _FLAG_BOLD or pdfium.FPDFText_GetFontWeight(raw, index) >= _HEAVY)
    italic = bool(_ITALIC.search(font) or flags.value & _FLAG_ITALIC)
    origin, ahead = turn(x.value, y.value), turn(x.value + matrix.a, y.value + matrix.b)
    upright = abs(ahead[1] - origin[1]) <= 0.1 * abs(ahead[0] - origin[0])
    return Look(round(abs(size), 1) or 1.0, bold, italic, upright), origin[1]


def _finish(piece: Piece) -> None:
    """Join the letters of a piece; letter-spaced words have wider blanks."""
    gaps = [gap for gap in piece.gaps[1:] if gap != float("inf")]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    if usual > _TRACKED * piece.size:
        piece.tracking = usual
    limit = BLANK_GAP * piece.size + (piece.tracking or min(usual, 0.0))
    joined = "".join(
        (" " if gap > limit and place else "") + letter
        for place, (letter, gap) in enumerate(zip(piece.letters, piece.gaps, strict=True))
    )
    piece.text = normal(joined).strip()
