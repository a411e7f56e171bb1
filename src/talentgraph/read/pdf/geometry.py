"""Where things stand on a page as it is shown: points from its top left corner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Turn = Callable[[Any, Any], tuple[Any, Any]]  # of numbers or arrays


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


def turned_boxes(turn: Turn, boxes: NDArray[np.float32]) -> NDArray[np.float64]:
    """Four rows (left, top, right, bottom) of the shown page from boxes left, top, right, bottom of the page's own."""
    left, top, right, bottom = boxes.astype(np.float64).T
    a, b = turn(left, bottom), turn(right, top)
    return np.stack([np.minimum(a[0], b[0]), np.minimum(a[1], b[1]), np.maximum(a[0], b[0]), np.maximum(a[1], b[1])])
