"""What a page draws or marks around its letters: bullets that are graphics, and links."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from talentgraph.model import Box
from talentgraph.read.pdf.geometry import Turn, turner
from talentgraph.read.pdf.glyphs import Look, Piece
from talentgraph.read.pdf.scene import Scene

_MAX_BULLET = 7.0  # points


def find_bullets(page: Any, scene: Scene, pieces: Sequence[Piece]) -> list[Piece]:
    """A bullet for each small drawing that stands left of a line, at the height of its letters."""
    left, bottom, right, top = scene.path_boxes.astype(float).T
    width, height = right - left, top - bottom
    small = (np.maximum(width, height) <= _MAX_BULLET) & (np.minimum(width, height) >= 1)
    turn = turner(page)
    found = (_bullet(_box(turn, *edges), pieces) for edges in scene.path_boxes[small].tolist())
    return [piece for piece in found if piece is not None]


def _bullet(box: Box, pieces: Sequence[Piece]) -> Piece | None:
    middle = (box[1] + box[3]) / 2
    beside = [
        p for p in pieces if 0 <= p.x0 - box[2] <= 2.5 * p.size and p.y - 0.85 * p.size < middle < p.y + 0.1 * p.size
    ]
    if not beside:
        return None
    nearest = min(beside, key=lambda piece: piece.x0)
    if any(p.x1 <= box[0] + 1 and p.x1 > box[0] - 2 * p.size and abs(p.y - nearest.y) < 1 for p in pieces):
        return None  # text on both sides: a separator
    look = Look(nearest.size, False, False)
    return Piece(look, nearest.y, box[0], nearest.x0 - 0.3 * nearest.size, text="•")


def _box(turn: Turn, left: float, bottom: float, right: float, top: float) -> Box:
    a, b = turn(left, bottom), turn(right, top)
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def set_links(document: Any, page: Any, pieces: Sequence[Piece]) -> None:
    """Give pieces that lie under a link its address."""
    for box, href in _links(document, page):
        for piece in pieces:
            middle, height = (piece.x0 + piece.x1) / 2, piece.y - 0.3 * piece.size
            if box[0] - 1 <= middle <= box[2] + 1 and box[1] - 1 <= height <= box[3] + 1:
                piece.href = href


def _links(document: Any, page: Any) -> Iterator[tuple[Box, str]]:
    import pypdfium2.raw as pdfium

    turn, position, link, rect = turner(page), ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    buffer = ctypes.create_string_buffer(2048)
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, len(buffer))
        if 1 < length <= len(buffer) and pdfium.FPDFLink_GetAnnotRect(link, rect):
            yield _box(turn, rect.left, rect.bottom, rect.right, rect.top), buffer.value.decode("utf-8", "replace")
