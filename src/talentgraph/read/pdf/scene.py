"""What a page draws beside its letters: where paths and pictures lie, and what colour they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from talentgraph.read.pdf.engine import Floats, Handle, bounds_of, fills_of, handle, kinds_of, objects_of, path_info

MAX_OBJECTS = 5_000  # of a page that are looked at
_PATH, _IMAGE, _FORM = 2, 3, 5  # kinds of objects, as PDFium numbers them
_MAX_FORMS = 3  # levels of forms in each other
_MAX_GROUNDS = 400
_WIDE, _HIGH = 20.0, 5.0  # points: smaller paths are no ground of text
_RECTANGLE = 6  # segments of a path that may be a rectangle
_OPAQUE = 250  # of 255
_OUTLINES = 500  # segments: so many draw more than lines and frames, such as letters


class Scene(NamedTuple):
    """The objects of a page in the order of drawing; boxes are left, bottom, right, top in the page's coordinates."""

    objects: list[Handle]
    kinds: NDArray[np.int32]
    paths: NDArray[np.int64]  # places in `objects`
    path_boxes: Floats


class Grounds(NamedTuple):
    """Filled rectangles that text may stand on or lie under: when they are drawn, where, and their colour."""

    order: NDArray[np.int64]
    boxes: Floats
    colours: NDArray[np.int64]


def read_scene(page: Any) -> Scene:
    """What is drawn on a page."""
    objects = objects_of(handle(page.raw), MAX_OBJECTS)
    kinds = kinds_of(objects)
    paths = np.flatnonzero(kinds == _PATH)
    return Scene(objects, kinds, paths, bounds_of([objects[place] for place in paths.tolist()]))


def grounds_of(scene: Scene) -> Grounds:
    """The filled rectangles of a page that are large enough for text."""
    left, bottom, right, top = scene.path_boxes.T
    large = np.flatnonzero((right - left >= _WIDE) & (top - bottom >= _HIGH))[:_MAX_GROUNDS]
    objects = [scene.objects[place] for place in scene.paths[large].tolist()]
    fills = fills_of(objects)
    filled = [mode > 0 and segments <= _RECTANGLE for mode, segments in map(path_info, objects)]
    kept = np.flatnonzero(np.array(filled, bool) & (fills[:, 3] >= _OPAQUE))
    return Grounds(scene.paths[large[kept]], scene.path_boxes[large[kept]], fills[kept, :3].astype(np.int64))


def picture_boxes(scene: Scene) -> Floats:
    """The places of pictures, and of forms that hold one."""
    found = [
        item
        for item, kind in zip(scene.objects, scene.kinds.tolist(), strict=True)
        if kind == _IMAGE or (kind == _FORM and _holds_picture(item))
    ]
    return bounds_of(found)


def has_picture(scene: Scene) -> bool:
    """Whether a page shows a picture, or so many outlines that they may be letters."""
    if len(picture_boxes(scene)):
        return True
    segments = 0
    for place in scene.paths.tolist():
        segments += path_info(scene.objects[place])[1]
        if segments >= _OUTLINES:
            return True
    return False


def _holds_picture(form: Handle) -> bool:
    return any(kind == _IMAGE for kind in _inside([form], 0))


def _inside(forms: Sequence[Handle], depth: int) -> Iterator[int]:
    """The kinds of the objects in forms, and in the forms inside."""
    for form in forms if depth < _MAX_FORMS else ():
        objects = objects_of(form, MAX_OBJECTS, inside=True)
        kinds = kinds_of(objects).tolist()
        yield from kinds
        yield from _inside([item for item, kind in zip(objects, kinds, strict=True) if kind == _FORM][:9], depth + 1)
