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
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Codes = NDArray[np.uint32]
Addresses = NDArray[np.uint64]

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
_BLANK = np.array([chr(code).isspace() or not code for code in range(0x3002)])
_BOX = 16  # bytes: left, top, right, bottom


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
    page = address(textpage.raw)
    objects = np.fromiter(
        (item or 0 for item in map(_bound("FPDFText_GetTextObject"), repeat(page, count), range(count))),
        np.uint64,
        count,
    )
    numbers = np.flatnonzero(objects)
    boxes = np.zeros((len(numbers), 4), np.float32)
    start = boxes.ctypes.data
    places = range(start, start + _BOX * len(numbers), _BOX)
    _run(map(_bound("FPDFText_GetLooseCharBox"), repeat(page), numbers.tolist(), places))
    codes = _codes(page, count)[numbers]
    return Letters(codes, objects[numbers], boxes, numbers, _is_blank(codes), found > limit)


def _is_blank(codes: Codes) -> NDArray[np.bool_]:
    """Which code points are white space."""
    return _BLANK[np.minimum(codes, len(_BLANK) - 1)]


def _codes(page: int, count: int) -> Codes:
    """The code points of all letters."""
    buffer = np.zeros(count + 1, np.uint16)
    got = _bound("FPDFText_GetText")(page, 0, count, buffer.ctypes.data)
    codes = buffer[:count].astype(np.uint32)
    if got == count + 1 and not ((codes >= 0xD800) & (codes < 0xE000)).any():
        return codes
    # letters without a code, or with one of two parts, are told one by one
    return np.fromiter(map(_bound("FPDFText_GetUnicode"), repeat(page, count), range(count)), np.uint32, count)


def fonts_of(objects: Iterable[int]) -> list[int]:
    """The address of the font of each text object."""
    return [found or 0 for found in map(_bound("FPDFTextObj_GetFont"), objects)]


def modes_of(objects: Sequence[int]) -> NDArray[np.int32]:
    """How each text object is painted: 3 is not at all."""
    return np.fromiter(map(_bound("FPDFTextObj_GetTextRenderMode"), objects), np.int32, len(objects))


def clips_of(objects: Sequence[int]) -> NDArray[np.int32]:
    """How many paths clip each object, -1 where none does."""
    paths = map(_bound("FPDFPageObj_GetClipPath"), objects)
    return np.fromiter(map(_bound("FPDFClipPath_CountPaths"), paths), np.int32, len(objects))


def fills_of(objects: Sequence[int]) -> Codes:
    """The colour that each object is filled with: red, green, blue, opacity from 0 to 255; black where it is none."""
    fills = np.zeros((len(objects), 4), np.uint32)
    fills[:, 3] = 255
    places = _places(fills.ctypes.data, len(objects))
    _run(map(_bound("FPDFPageObj_GetFillColor"), objects, *places))
    return fills


def bounds_of(objects: Sequence[int]) -> Floats:
    """The box of each object: left, bottom, right, top."""
    boxes = np.zeros((len(objects), 4), np.float32)
    _run(map(_bound("FPDFPageObj_GetBounds"), objects, *_places(boxes.ctypes.data, len(objects))))
    return boxes


def _places(start: int, count: int) -> list[range]:
    """The addresses of the four columns of a table of four bytes a field."""
    return [range(start + shift, start + shift + _BOX * count, _BOX) for shift in (0, 4, 8, 12)]


def objects_of(owner: int, limit: int, *, inside: bool = False) -> list[int]:
    """The objects of a page, or those inside a form, in the order of drawing, up to a limit."""
    kind = "FPDFFormObj" if inside else "FPDFPage"
    count = max(min(_bound(f"{kind}_CountObjects")(owner), limit), 0)
    return [found or 0 for found in map(_bound(f"{kind}_GetObject"), repeat(owner, count), range(count))]


def kinds_of(objects: Sequence[int]) -> NDArray[np.int32]:
    """What each object is: 1 text, 2 a path, 3 an image, 4 a shading, 5 a form."""
    return np.fromiter(map(_bound("FPDFPageObj_GetType"), objects), np.int32, len(objects))


def path_info(path: int) -> tuple[int, int]:
    """How a path is filled (0 is not at all), and of how many segments it consists."""
    modes = (ctypes.c_int * 2)()
    place = ctypes.addressof(modes)
    _bound("FPDFPath_GetDrawMode")(path, place, place + 4)
    return modes[0], _bound("FPDFPath_CountSegments")(path)


def switch(objects: Iterable[int], *, on: bool) -> None:
    """Show objects when their page is rendered, or do not."""
    _run(map(_bound("FPDFPageObj_SetIsActive"), objects, repeat(int(on))))


def font_info(textpage: Any, number: int) -> Font:
    """The font of a letter."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    page = address(textpage.raw)
    _bound("FPDFText_GetFontInfo")(page, number, ctypes.addressof(name), 128, ctypes.addressof(flags))
    weight = _bound("FPDFText_GetFontWeight")(page, number)
    return Font(name.value.decode("utf-8", "replace").split("+")[-1], flags.value, weight)


def placed(textpage: Any, number: int) -> Placed:
    """How a letter is set."""
    matrix, origin = (ctypes.c_float * 6)(), (ctypes.c_double * 2)()
    page, place = address(textpage.raw), ctypes.addressof(origin)
    _bound("FPDFText_GetMatrix")(page, number, ctypes.addressof(matrix))
    _bound("FPDFText_GetCharOrigin")(page, number, place, place + 8)
    a, b, c, d = matrix[:4]
    return Placed(_bound("FPDFText_GetFontSize")(page, number), (a, b, c, d), (origin[0], origin[1]))


def address(handle: Any) -> int:
    """The address of one of PDFium's handles."""
    return ctypes.cast(handle, _ADDRESS).value or 0


_SIGNATURES: dict[str, tuple[Any, ...]] = {  # result, arguments
    "FPDFText_GetTextObject": (_ADDRESS, _ADDRESS, _INT),
    "FPDFText_GetLooseCharBox": (_INT, _ADDRESS, _INT, _ADDRESS),
    "FPDFText_GetText": (_INT, _ADDRESS, _INT, _INT, _ADDRESS),
    "FPDFText_GetUnicode": (ctypes.c_uint, _ADDRESS, _INT),
    "FPDFText_GetFontInfo": (ctypes.c_ulong, _ADDRESS, _INT, _ADDRESS, ctypes.c_ulong, _ADDRESS),
    "FPDFText_GetFontWeight": (_INT, _ADDRESS, _INT),
    "FPDFText_GetFontSize": (ctypes.c_double, _ADDRESS, _INT),
    "FPDFText_GetMatrix": (_INT, _ADDRESS, _INT, _ADDRESS),
    "FPDFText_GetCharOrigin": (_INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS),
    "FPDFTextObj_GetFont": (_ADDRESS, _ADDRESS),
    "FPDFTextObj_GetTextRenderMode": (_INT, _ADDRESS),
    "FPDFPageObj_SetIsActive": (_INT, _ADDRESS, _INT),
    "FPDFPageObj_GetClipPath": (_ADDRESS, _ADDRESS),
    "FPDFClipPath_CountPaths": (_INT, _ADDRESS),
    "FPDFPath_GetDrawMode": (_INT, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPath_CountSegments": (_INT, _ADDRESS),
    "FPDFFormObj_CountObjects": (_INT, _ADDRESS),
    "FPDFFormObj_GetObject": (_ADDRESS, _ADDRESS, ctypes.c_ulong),
    "FPDFPage_CountObjects": (_INT, _ADDRESS),
    "FPDFPage_GetObject": (_ADDRESS, _ADDRESS, _INT),
    "FPDFPageObj_GetType": (_INT, _ADDRESS),
    "FPDFPageObj_GetBounds": (_INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetFillColor": (_INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS),
}


@cache
def _bound(name: str) -> Callable[..., Any]:
    """A function of PDFium that takes addresses as numbers."""
    import pypdfium2.raw as pdfium

    found = ctypes.cast(getattr(pdfium, name), _ADDRESS).value
    bound: Callable[..., Any] = ctypes.PYFUNCTYPE(*_SIGNATURES[name])(found or 0)
    return bound


def _run(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)
