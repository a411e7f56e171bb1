"""Whether confidence can be believed: of values with confidence 0.8, eight of ten should be right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from talentgraph.evaluate.judging import Judged

BANDS = (("sure", 0.9), ("likely", 0.7), ("unsure", 0.4), ("doubtful", 0.0))  # a band and its lowest confidence
_BINS = 10


class Bin(NamedTuple):
    """Values whose confidence lies from `low` to `high`: how many, their mean confidence, the share that is right."""

    name: str
    low: float
    high: float
    size: int
    confidence: float
    correct: float


def band(confidence: float) -> str:
    """The word for a confidence.

    >>> band(0.95), band(0.7), band(0.1)
    ('sure', 'likely', 'doubtful')
    """
    return next((name for name, low in BANDS if confidence >= low), BANDS[-1][0])


def bins(values: Iterable[Judged], *, count: int = _BINS) -> list[Bin]:
    """The values by their confidence in bins of equal width; empty bins are left out.

    >>> values = [Judged("work", "name", "Acme", 0.75, True), Judged("work", "name", "Bee", 0.85, False)]
    >>> [(one.low, one.size, one.correct) for one in bins(values)]
    [(0.7, 1, 1.0), (0.8, 1, 0.0)]
    """
    edges = [number / count for number in range(count + 1)]
    return _filled([("", low, high) for low, high in zip(edges, edges[1:], strict=False)], values)


def bands(values: Iterable[Judged]) -> list[Bin]:
    """The values by the four words for confidence, the surest first; empty bands are left out."""
    highs = [1.0, *(low for _, low in BANDS)]
    return _filled([(name, low, high) for (name, low), high in zip(BANDS, highs, strict=False)], values)


def calibration_error(values: Iterable[Judged], *, count: int = _BINS) -> float | None:
    """The expected calibration error: the mean distance of confidence from correctness, each bin by its size.

    >>> calibration_error([Judged("work", "name", "Acme", 1.0, True), Judged("work", "name", "Bee", 1.0, False)])
    0.5
    """
    filled = bins(values, count=count)
    total = sum(each.size for each in filled)
    return sum(each.size * abs(each.confidence - each.correct) for each in filled) / total if total else None


def _filled(edges: list[tuple[str, float, float]], values: Iterable[Judged]) -> list[Bin]:
    """The bins with these edges that hold a value; the upper edge belongs to the next bin, but 1 to the last one."""
    values = list(values)
    filled = []
    for name, low, high in edges:
        inside = [value for value in values if low <= value.confidence < high or value.confidence == high == 1.0]
        if inside:
            confidence = sum(value.confidence for value in inside) / len(inside)
            correct = sum(value.correct for value in inside) / len(inside)
            filled.append(Bin(name, low, high, len(inside), confidence, correct))
    return filled
