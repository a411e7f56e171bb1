"""PDFium in bulk: what it says about all letters of a page, as arrays.

PDFium is asked letter by letter, since it has no other way; the loops run in C, on functions that are bound once and
take plain addresses, which is several times faster than calls with wrapped arguments.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Codes = NDArray[np.uint32]
Addresses = NDArray[np.uint64]

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
_BOX = 16  # bytes: left, top, right, bottom


class Letters(NamedTuple):
    """The letters of a page that the file holds: codes, text objects, boxes (left, top, right, bottom), numbers."""

    codes: Codes
    objects: Addresses
    boxes: Floats
    numbers: NDArray[np.int64]


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
    count = min(textpage.count_chars(), limit)
    page = address(textpage.raw)
    objects = np.fromiter(
        (found or 0 for found in map(_bound("FPDFText_GetTextObject"), repeat(page, count), range(count))),
        np.uint64,
        count,
    )
    numbers = np.flatnonzero(objects)
    boxes = np.zeros((len(numbers), 4), np.float32)
    start = boxes.ctypes.data
    places = range(start, start + _BOX * len(numbers), _BOX)
    _run(map(_bound("FPDFText_GetLooseCharBox"), repeat(page), numbers.tolist(), places))
    return Letters(_codes(page, count)[numbers], objects[numbers], boxes, numbers)


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
