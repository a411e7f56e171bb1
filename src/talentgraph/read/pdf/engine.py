"""PDFium in bulk: what it says about all letters of a page, as arrays.

PDFium is asked letter by letter, since it has no other way; the loops run in C, on functions that are bound once and
take plain addresses, which is several times faster than calls with wrapped arguments.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import repeat
from math import isfinite
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Codes = NDArray[np.uint32]
Addresses = NDArray[np.uint64]

_BLANK = np.array([chr(code).isspace() or not code for code in range(0x3002)])
_BOX = 16  # bytes: left, top, right, bottom


class Handle(ctypes.c_void_p):
    """The address of something that PDFium holds, or that it may write to."""


class Letters(NamedTuple):
    """The letters of a page that the file holds: codes, text objects, boxes (left, top, right, bottom), numbers.

    `blank` says which have no ink; `beyond` that the page holds more than were asked for.
    """

    codes: Codes
    objects: Addresses
    boxes: Floats
    numbers: NDArray[np.int64]
    blank: NDArray[np.bool_]
    beyond: bool = False

    def without(self, hidden: NDArray[np.bool_]) -> Letters:
        """The letters but those that are hidden."""
        kept = ~hidden
        codes, objects, boxes, numbers, blank = self[:5]
        return Letters(codes[kept], objects[kept], boxes[kept], numbers[kept], blank[kept], self.beyond)


class Font(NamedTuple):
    """What a font says about itself."""

    name: str
    flags: int
    weight: int


class Placed(NamedTuple):
    """How one letter is set: size of the font, matrix, and origin in the coordinates of the page."""

    size: float
    matrix: tuple[float, float, float, float]
    origin: tuple[float, float]


def read_letters(textpage: Any, limit: int) -> Letters:
    """All letters of a page, up to a limit, but those that PDFium made up."""
    found = textpage.count_chars()
    count = min(found, limit)
    page = handle(textpage.raw)
    objects = np.fromiter(map(_bound("FPDFText_GetTextObject"), repeat(page, count), range(count)), np.uint64, count)
    numbers = np.flatnonzero(objects)
    boxes, places = _boxes(len(numbers))
    _run(map(_bound("FPDFText_GetLooseCharBox"), repeat(page), numbers.tolist(), places))
    boxes = np.nan_to_num(boxes, nan=0.0, posinf=0.0, neginf=0.0)  # files may lie about where letters are
    codes = _codes(page, count)[numbers]
    return Letters(codes, objects[numbers], boxes, numbers, _is_blank(codes), found > limit)


def _is_blank(codes: Codes) -> NDArray[np.bool_]:
    """Which code points are white space."""
    return _BLANK[np.minimum(codes, len(_BLANK) - 1)]


def _codes(page: Handle, count: int) -> Codes:
    """The code points of all letters."""
    buffer = np.zeros(count + 1, np.uint16)
    got = _bound("FPDFText_GetText")(page, 0, count, Handle(buffer.ctypes.data))
    codes = buffer[:count].astype(np.uint32)
    if got == count + 1 and not ((codes >= 0xD800) & (codes < 0xE000)).any():
        return codes
    # letters without a code, or with one of two parts, are told one by one
    return np.fromiter(map(_bound("FPDFText_GetUnicode"), repeat(page, count), range(count)), np.uint32, count)


def fonts_of(objects: Iterable[Handle]) -> list[int]:
    """The address of the font of each text object."""
    return list(map(_bound("FPDFTextObj_GetFont"), objects))


def modes_of(objects: Sequence[Handle]) -> NDArray[np.int32]:
    """How each text object is painted: 3 is not at all."""
    return np.fromiter(map(_bound("FPDFTextObj_GetTextRenderMode"), objects), np.int32, len(objects))


def clips_of(objects: Sequence[Handle]) -> NDArray[np.int32]:
    """How many paths clip each object, -1 where none does."""
    paths = map(_bound("FPDFPageObj_GetClipPath"), objects)
    return np.fromiter(map(_bound("FPDFClipPath_CountPaths"), paths), np.int32, len(objects))


def fills_of(objects: Sequence[Handle]) -> Codes:
    """The colour that each object is filled with: red, green, blue, opacity from 0 to 255; black where it is none."""
    fills, places = _columns(len(objects))
    fills[3] = 255
    _run(map(_bound("FPDFPageObj_GetFillColor"), objects, *places))
    return fills.T.copy()


def bounds_of(objects: Sequence[Handle]) -> Floats:
    """The box of each object: left, bottom, right, top."""
    edges, places = _columns(len(objects))
    _run(map(_bound("FPDFPageObj_GetBounds"), objects, *places))
    return np.nan_to_num(edges.view(np.float32).T, nan=0.0, posinf=0.0, neginf=0.0)


def objects_of(owner: Handle, limit: int, *, inside: bool = False) -> list[Handle]:
    """The objects of a page, or those inside a form, in the order of drawing, up to a limit."""
    kind = "FPDFFormObj" if inside else "FPDFPage"
    count = max(min(_bound(f"{kind}_CountObjects")(owner), limit), 0)
    return list(map(_bound(f"{kind}_GetObject"), repeat(owner, count), range(count)))


def kinds_of(objects: Sequence[Handle]) -> NDArray[np.int32]:
    """What each object is: 1 text, 2 a path, 3 an image, 4 a shading, 5 a form."""
    return np.fromiter(map(_bound("FPDFPageObj_GetType"), objects), np.int32, len(objects))


def path_info(path: Handle) -> tuple[int, int]:
    """How a path is filled (0 is not at all), and of how many segments it consists."""
    modes = (ctypes.c_int * 2)()
    place = ctypes.addressof(modes)
    _bound("FPDFPath_GetDrawMode")(path, Handle(place), Handle(place + 4))
    return modes[0], _bound("FPDFPath_CountSegments")(path)


def switch(objects: Iterable[Handle], *, on: bool) -> None:
    """Show objects when their page is rendered, or do not."""
    _run(map(_bound("FPDFPageObj_SetIsActive"), objects, repeat(int(on))))


def font_info(textpage: Any, number: int) -> Font:
    """The font of a letter."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    page = handle(textpage.raw)
    _bound("FPDFText_GetFontInfo")(page, number, name, ctypes.c_ulong(128), ctypes.byref(flags))
    weight = _bound("FPDFText_GetFontWeight")(page, number)
    return Font(name.value.decode("utf-8", "replace").split("+")[-1], flags.value, weight)


def placed(textpage: Any, number: int) -> Placed:
    """How a letter is set."""
    matrix, origin = (ctypes.c_float * 6)(), (ctypes.c_double * 2)()
    page, place = handle(textpage.raw), ctypes.addressof(origin)
    _bound("FPDFText_GetMatrix")(page, number, matrix)
    _bound("FPDFText_GetCharOrigin")(page, number, Handle(place), Handle(place + 8))
    a, b, c, d, x, y = (number if isfinite(number) else 0.0 for number in (*matrix[:4], *origin))  # files may lie
    size = _bound("FPDFText_GetFontSize")(page, number)
    return Placed(size if isfinite(size) else 0.0, (a, b, c, d), (x, y))


def handle(pointer: Any) -> Handle:
    """One of PDFium's pointers, as the functions here take it."""
    return ctypes.cast(pointer, Handle)


def _boxes(count: int) -> tuple[Floats, list[Handle]]:
    """Room for so many boxes, which the next call uses again, and the place of each."""
    room, places = _room(_rounded(count), _BOX)
    boxes = room.view(np.float32).reshape(-1, 4)[:count]
    boxes[:] = 0
    return boxes, places[0]


def _columns(count: int) -> tuple[Codes, list[list[Handle]]]:
    """Room for four rows of so many numbers, which the next call uses again, and the places of each row."""
    room, places = _room(_rounded(count), 4)
    columns = room.reshape(4, -1)[:, :count]
    columns[:] = 0
    return columns, places


def _rounded(count: int) -> int:
    return 1 << max(count - 1, 1023).bit_length()


@cache
def _room(size: int, step: int) -> tuple[Codes, list[list[Handle]]]:
    """Room for `size` times four numbers, and places in it, so many bytes apart, a list for each part of `size` places.

    It is kept: making places takes longer than filling them.
    """
    room = np.zeros(4 * size, np.uint32)
    start, part = room.ctypes.data, step * size
    parts = range(start, start + room.nbytes, part)
    return room, [list(map(Handle, range(first, first + part, step))) for first in parts]


_RESULTS: dict[str, Any] = {
    **dict.fromkeys(("FPDFTextObj_GetFont", "FPDFText_GetTextObject"), ctypes.c_size_t),  # addresses as numbers
    **dict.fromkeys(("FPDFPage_GetObject", "FPDFFormObj_GetObject", "FPDFPageObj_GetClipPath"), Handle),
    **dict.fromkeys(("FPDFText_GetUnicode",), ctypes.c_uint),
    **dict.fromkeys(("FPDFText_GetFontInfo",), ctypes.c_ulong),
    **dict.fromkeys(("FPDFText_GetFontSize",), ctypes.c_double),
}


@cache
def _bound(name: str) -> Callable[..., Any]:
    """A function of PDFium that takes handles, small numbers and nothing else, and returns a number where not told.

    It doesn't declare its arguments: converting them would take longer than the call.
    """
    import pypdfium2.raw as pdfium

    found = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    bound: Callable[..., Any] = ctypes.PYFUNCTYPE(_RESULTS.get(name, ctypes.c_int))(found or 0)
    return bound


def _run(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)
