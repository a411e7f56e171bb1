"""The letters of a PDF page, put together to pieces: stretches of one look on one baseline.

Coordinates are points from the top left corner of the page as it is shown. The order of the content stream is
used only inside a piece; the blanks that PDFium makes up are not used at all, gaps between letters decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from talentgraph.model import Box
from talentgraph.read.pdf.engine import Font, Handle, Letters, font_info, fonts_of, placed, read_letters
from talentgraph.read.pdf.geometry import Turn, turned_boxes, turner
from talentgraph.read.pdf.hidden import find_hidden
from talentgraph.read.pdf.scene import Scene
from talentgraph.read.pdf.view import Eye
from talentgraph.read.rows import normal

CELL_GAP = 0.8  # em: a wider gap parts two cells
BLANK_GAP = 0.12  # em: a wider gap is a blank
_BACK = 0.6  # em: how far a letter may stand behind the end of the one before
_LEVEL = 0.15  # em: how far baselines of one piece may lie apart
_SLANT = 5.7  # degrees: less is straight
_TRACKED = 0.06  # em: a median gap above this is letter spacing
MAX_GLYPHS = 60_000  # per page; the rest of a page beyond is not read
_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|[-,])(?:bd|sb)\b|cmbx|cmssbx|sfbx|-medi$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|cmti|cmsl|sfti|(?:-|[a-z])it$", re.IGNORECASE)
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_HEAVY = 650  # font weight

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Look:
    """How letters of one text object look."""

    size: float
    bold: bool
    italic: bool
    angle: int = 0  # degrees, clockwise: 90 for letters that are read downwards

    @property
    def upright(self) -> bool:
        """Whether letters are read from left to right."""
        return self.angle == 0


@dataclass(slots=True)
class Piece:
    """A stretch of letters of one look on one baseline `y`."""

    look: Look
    y: float
    x0: float
    x1: float
    text: str = ""
    tracking: float = 0.0  # the usual gap between letters, in points
    href: str = ""
    turned: Box | None = None  # the place of letters that do not stand upright

    @property
    def size(self) -> float:
        """The size of the letters in points."""
        return self.look.size

    @property
    def box(self) -> Box:
        """The place of the letters: x0, y0, x1, y1."""
        return self.turned or (self.x0, self.y - 0.8 * self.look.size, self.x1, self.y + 0.2 * self.look.size)


class _Runs(NamedTuple):
    """Stretches of letters of one text object: their looks, and where each letter stands along its baseline."""

    looks: list[Look]
    look: Places  # of each letter, a number in `looks`
    y: Numbers
    x0: Numbers
    x1: Numbers
    boxes: Numbers


class Pieces(NamedTuple):
    """What is read of a page, and what is left out of it: "hidden" letters, and those "beyond" the limit."""

    pieces: list[Piece]
    left_out: frozenset[str] = frozenset()


def read_pieces(page: Any, scene: Scene, eye: Eye) -> Pieces:
    """The pieces of a page in the order of its content; text drawn twice (for effect) comes once."""
    textpage, turn, left_out = page.get_textpage(), turner(page), set[str]()
    try:
        letters = read_letters(textpage, MAX_GLYPHS)
        left_out |= {"beyond"} if letters.beyond else set()
        hidden = find_hidden(page, letters, scene, turn=turn, eye=eye) if len(letters.codes) else None
        if hidden is not None:
            left_out, letters = left_out | {"hidden"}, letters.without(hidden)
        runs = _runs(textpage, letters, turn) if len(letters.codes) else None
    finally:
        textpage.close()
    return Pieces(_once(_pieces(letters, runs)) if runs else [], frozenset(left_out))


def _once(found: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that stand twice at one place."""
    seen: set[tuple[str, int, int]] = set()
    pieces = []
    for piece in found:
        mark = (piece.text, round(piece.x0 / 2), round(piece.y / 2))
        if piece.text and mark not in seen:
            seen.add(mark)
            pieces.append(piece)
    return pieces


def _runs(textpage: Any, letters: Letters, turn: Turn) -> _Runs:
    """How the letters look and where they stand; all letters of a text object look alike."""
    objects = letters.objects
    first = np.flatnonzero(np.concatenate(([True], objects[1:] != objects[:-1])))
    lengths = np.diff(np.append(first, len(objects)))
    boxes = turned_boxes(turn, letters.boxes)
    high, low = boxes[1], boxes[3]
    finder = _Looks(textpage, turn)
    found = finder.all(
        fonts_of(map(Handle, objects[first].tolist())), letters.numbers[first], (low - high)[first], low[first]
    )
    look = np.repeat(np.array([number for number, _ in found]), lengths)
    y = np.repeat(np.array([base for _, base in found]), lengths)
    return _Runs(finder.looks, look, y, *_along(boxes, finder.looks, look))


def _along(boxes: Numbers, looks: Sequence[Look], look: Places) -> tuple[Numbers, Numbers, Numbers]:
    """Where letters start and end in the direction that they are read in, and their boxes."""
    x0, x1 = boxes[0].copy(), boxes[2].copy()
    for number, seen in enumerate(looks):
        if seen.upright:
            continue
        here = look == number
        left, top, right, bottom = boxes[:, here]
        if seen.angle % 90:  # boxes overlap: take half an em around the middle
            middle = cos(radians(seen.angle)) * (left + right) / 2 + sin(radians(seen.angle)) * (top + bottom) / 2
            x0[here], x1[here] = middle - seen.size / 4, middle + seen.size / 4
        else:
            pairs = ((left, right), (top, bottom), (-right, -left), (-bottom, -top))
            x0[here], x1[here] = pairs[seen.angle // 90]
    return x0, x1, boxes


class _Looks:
    """The looks met on a page, by font and height of the letters; nothing of it outlives `_runs`."""

    def __init__(self, textpage: Any, turn: Turn) -> None:
        self.textpage, self.turn = textpage, turn
        self.looks: list[Look] = []
        self.numbers: dict[Look, int] = {}
        self.fonts: dict[int, Font] = {}
        self.known: dict[tuple[int, float], tuple[int, float]] = {}  # -> look, height of the baseline above the box

    def all(self, fonts: Sequence[int], numbers: Places, heights: Numbers, low: Numbers) -> list[tuple[int, float]]:
        """The number of each run's look, and its baseline."""
        found = []
        keys = zip(fonts, np.round(heights, 2).tolist(), strict=True)
        for key, number, bottom in zip(keys, numbers.tolist(), low.tolist(), strict=True):
            known = self.known.get(key)
            if known is None:
                known = self.measure(key[0], number, bottom)
                if self.looks[known[0]].upright:
                    self.known[key] = known
            found.append((known[0], bottom - known[1]))
        return found

    def measure(self, font: int, number: int, low: float) -> tuple[int, float]:
        """The same for a font and height not met before."""
        if font not in self.fonts:
            self.fonts[font] = font_info(self.textpage, number)
        size, (a, b, c, d), (x, y) = placed(self.textpage, number)
        origin, ahead = self.turn(x, y), self.turn(x + a, y + b)
        angle = degrees(atan2(ahead[1] - origin[1], ahead[0] - origin[0]))
        look = _look(self.fonts[font], size * (c**2 + d**2) ** 0.5, _quarter(angle))
        if look not in self.numbers:
            self.numbers[look] = len(self.looks)
            self.looks.append(look)
        return self.numbers[look], low - origin[1 - round(look.angle / 90) % 2]


def _quarter(angle: float) -> int:
    """An angle from 0 to 359, a multiple of 90 if it nearly is one."""
    near = round(angle / 90) * 90
    return (near if abs(angle - near) < _SLANT else round(angle)) % 360


def _look(font: Font, size: float, angle: int) -> Look:
    bold = bool(_BOLD.search(font.name) or font.flags & _FLAG_BOLD or font.weight >= _HEAVY)
    italic = bool(_ITALIC.search(font.name) or font.flags & _FLAG_ITALIC)
    return Look(round(abs(size), 1) or 1.0, bold, italic, angle)


def _pieces(letters: Letters, runs: _Runs) -> list[Piece]:
    """The pieces of a page, cut where the look changes, the baseline moves or the gap is wide."""
    inked = np.flatnonzero(~letters.blank)
    if not len(inked):
        return []
    look, y, x0 = runs.look[inked], runs.y[inked], runs.x0[inked]
    x1 = np.maximum(runs.x1[inked], x0)
    size = np.array([look.size for look in runs.looks])[look]
    gap = np.concatenate(([0.0], x0[1:] - x1[:-1]))
    blank = np.concatenate(([False], np.diff(inked) > 1))
    cut = (gap <= -_BACK * size) | (gap >= CELL_GAP * size)
    cut[1:] |= (look[1:] != look[:-1]) | (abs(y[1:] - y[:-1]) >= _LEVEL * size[1:])
    cut[0] = True
    starts = np.flatnonzero(cut)
    ends = np.append(starts[1:], len(inked))
    tracking, limits = _spacing(gap, cut, blank, size[starts])
    parted = blank | (gap > np.repeat(limits, ends - starts))
    words = _spelled(letters.codes[inked], parted, cut)
    places = zip(y[starts].tolist(), x0[starts].tolist(), x1[ends - 1].tolist(), strict=True)
    pieces = [
        Piece(runs.looks[number], *place, normal(text).strip(), tracked)
        for number, place, text, tracked in zip(look[starts].tolist(), places, words, tracking.tolist(), strict=True)
    ]
    if not all(look.upright for look in runs.looks):
        for piece, start, end in zip(pieces, starts, ends, strict=True):
            if not piece.look.upright:
                _turn(piece, runs.boxes[:, inked[start:end]])
    return pieces


def _turn(piece: Piece, boxes: Numbers) -> None:
    """Give a piece that is not read from left to right its place on the page."""
    left, top = float(boxes[0].min()), float(boxes[1].min())
    right, bottom = float(boxes[2].max()), float(boxes[3].max())
    piece.turned = left, top, right, bottom
    piece.x0, piece.x1, piece.y = left, right, top + 0.8 * piece.size


def _spacing(gap: Numbers, cut: NDArray[np.bool_], blank: NDArray[np.bool_], size: Numbers) -> tuple[Numbers, Numbers]:
    """The letter spacing of each piece (`size` are their sizes), and the gap above which a blank stands in it."""
    inner = ~cut & ~blank
    piece, gaps = (np.cumsum(cut) - 1)[inner], gap[inner]
    gaps = gaps[np.lexsort((gaps, piece))]
    counts = np.bincount(piece, minlength=len(size))
    first = np.cumsum(counts) - counts
    usual = np.zeros(len(size))
    several = counts >= 3
    first, counts = first[several], counts[several]
    usual[several] = (gaps[first + counts // 2] + gaps[first + (counts - 1) // 2]) / 2  # the median
    tracking = np.where(usual > _TRACKED * size, usual, 0.0)
    return tracking, BLANK_GAP * size + np.where(tracking != 0, tracking, np.minimum(usual, 0.0))


def _spelled(codes: NDArray[np.uint32], parted: NDArray[np.bool_], cut: NDArray[np.bool_]) -> list[str]:
    """The words of each piece: letters with blanks where they are parted, cut into pieces."""
    wide = np.zeros((len(codes), 2), np.uint32)
    wide[:, 0] = np.where(cut, 10, np.where(parted, 32, 0))
    wide[:, 1] = np.where((codes > 0x10FFFF) | ((codes >= 0xD800) & (codes < 0xE000)), 0xFFFD, codes)
    flat = wide.ravel()
    return str(flat[flat != 0].tobytes(), "utf-32-le").split("\n")[1:]
