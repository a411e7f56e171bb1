"""Letters that a file holds and nobody sees: they are found before the page is read.

Text may be written without ink, in the colour of its ground, too small to see, outside the page, below a filled
rectangle or outside of what is clipped. What its colour or place only make doubtful is settled by looking: the page is
rendered with and without it. Text without ink over a scanned picture says what the picture shows, and stays.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from talentgraph.read.pdf.engine import Floats, Handle, Letters, clips_of, fills_of, modes_of
from talentgraph.read.pdf.geometry import Turn, turned_boxes
from talentgraph.read.pdf.scene import Grounds, Scene, grounds_of, picture_boxes
from talentgraph.read.pdf.view import Eye

_UNPAINTED = 3  # the mode of text without ink
_TRANSPARENT = 20  # of 255: less is not seen
_LIKE = 24  # of 255: colours that differ less are alike
_TINY = 1.15  # points: the largest extent of letters of 1 point and less
_NOTHING = 0.01  # points: the height of letters whose font does not say how high they are
_MARGIN = 1.0  # points that a letter may stand over the edge
_PICTURE = 0.25  # of the page: smaller pictures are no scans
_LATE = 1 << 40  # the order of what is drawn in a form

Mask = NDArray[np.bool_]


class Runs(NamedTuple):
    """Letters that follow each other in one text object: its address, how many they are, their box, which have ink."""

    first: NDArray[np.int64]
    lengths: NDArray[np.int64]
    objects: list[Handle]
    boxes: Floats  # left, top, right, bottom in the coordinates of the page
    inked: NDArray[np.int64]  # letters that are no blanks


def find_hidden(page: Any, letters: Letters, scene: Scene, *, turn: Turn, eye: Eye) -> Mask | None:
    """Which letters nobody sees, None when all are seen."""
    runs = runs_of(letters)
    fills, modes = fills_of(runs.objects), modes_of(runs.objects)
    unseen = (modes == _UNPAINTED) | (fills[:, 3] < _TRANSPARENT)
    if unseen.any():
        unseen &= ~_over_pictures(page, runs, scene, unseen)
    doubtful = ~unseen & (runs.inked > 0) & (_blends(runs, fills, scene) | (clips_of(runs.objects) > 0))
    if doubtful.any():
        unseen |= _unseen(page, runs, doubtful, turn=turn, eye=eye)
    hidden = np.repeat(unseen, runs.lengths) | _outside(page, letters.boxes) | _tiny(letters)
    hidden &= ~letters.blank
    return hidden if hidden.any() else None


def runs_of(letters: Letters) -> Runs:
    """The letters of a page as stretches of one text object."""
    objects, boxes = letters.objects, letters.boxes
    first = np.flatnonzero(np.concatenate(([True], objects[1:] != objects[:-1])))
    ends = np.append(first[1:], len(objects))
    left, top, right, bottom = boxes.T
    low, high = np.minimum.reduceat, np.maximum.reduceat
    edges = (low(left, first), high(top, first), high(right, first), low(bottom, first))
    inked = np.add.reduceat((~letters.blank).astype(np.int64), first)
    return Runs(first, ends - first, list(map(Handle, objects[first].tolist())), np.stack(edges, axis=1), inked)


def _blends(runs: Runs, fills: NDArray[np.uint32], scene: Scene) -> Mask:
    """Whether the text may have the colour of its ground, or lie below a filled rectangle."""
    grounds = grounds_of(scene)
    behind = np.full((len(runs.objects), 3), 255, np.int64)  # paper
    covered: Mask = np.zeros(len(runs.objects), bool)
    if len(grounds.order):
        order = _order(runs, scene)
        inside = _inside(runs.boxes, grounds)
        later = (grounds.order > order[:, None]) & (order < _LATE)[:, None]
        covered |= (inside & later).any(axis=1)
        below = inside & (grounds.order < order[:, None])
        last = len(grounds.order) - 1 - below[:, ::-1].argmax(axis=1)
        behind[below.any(axis=1)] = grounds.colours[last[below.any(axis=1)]]
    alike = np.abs(fills[:, :3].astype(np.int64) - behind).max(axis=1) < _LIKE
    result: Mask = alike | covered
    return result


def _order(runs: Runs, scene: Scene) -> NDArray[np.int64]:
    """When the text of each run is drawn."""
    places = {item.value: place for place, item in enumerate(scene.objects)}
    return np.array([places.get(item.value, _LATE) for item in runs.objects], np.int64)


def _inside(boxes: Floats, grounds: Grounds) -> Mask:
    """Whether the middle of each box lies in each ground: a row for each box."""
    x, y = _middles(boxes)
    left, bottom, right, top = grounds.boxes.T
    result: Mask = (left <= x) & (x <= right) & (bottom <= y) & (y <= top)
    return result


def _middles(boxes: Floats) -> tuple[Floats, Floats]:
    left, top, right, bottom = boxes.T
    return ((left + right) / 2)[:, None], ((top + bottom) / 2)[:, None]


def _over_pictures(page: Any, runs: Runs, scene: Scene, unseen: Mask) -> Mask:
    """Which runs without ink say what a scan shows: they lie on a large picture that bears hardly any other text."""
    pictures = picture_boxes(scene)
    left, bottom, right, top = pictures.T
    width, height = page.get_size()
    if ((right - left) * (top - bottom)).sum() < _PICTURE * width * height:
        return np.zeros(len(unseen), bool)
    x, y = _middles(runs.boxes)
    over: Mask = ((left <= x) & (x <= right) & (bottom <= y) & (y <= top)).any(axis=1)
    bare = int(runs.inked[over & unseen].sum()) > int(runs.inked[over & ~unseen].sum())
    return over if bare else np.zeros(len(unseen), bool)


def _unseen(page: Any, runs: Runs, doubtful: Mask, *, turn: Turn, eye: Eye) -> Mask:
    """Which of the doubtful runs leave no trace on the page."""
    places = np.flatnonzero(doubtful)
    boxes = turned_boxes(turn, runs.boxes[places])
    result = np.zeros(len(doubtful), bool)
    result[places] = ~eye.sees(page, [runs.objects[place] for place in places.tolist()], boxes.T)
    return result


def _outside(page: Any, boxes: Floats) -> Mask:
    """Which letters stand outside the page."""
    left, bottom, right, top = page.get_bbox()
    if right - left <= _MARGIN or top - bottom <= _MARGIN:
        return np.zeros(len(boxes), bool)
    a, b, c, d = boxes.T
    result: Mask = (c < left - _MARGIN) | (a > right + _MARGIN) | (b < bottom - _MARGIN) | (d > top + _MARGIN)
    return result


def _tiny(letters: Letters) -> Mask:
    """Which letters are too small to be read; where only dots and strokes are small, none is."""
    left, top, right, bottom = letters.boxes.T
    height = top - bottom
    tiny: Mask = (np.maximum(right - left, height) < _TINY) & (height > _NOTHING)
    if tiny.any() and not any(chr(code).isalnum() for code in letters.codes[tiny].tolist() if code < 0x110000):
        tiny[:] = False
    return tiny
