"""Marks: the pieces of a text that records are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from talentgraph.model import Span
from talentgraph.values.dates import DateRange

GUESS, MODEL, RULE = 0.6, 0.8, 0.9  # confidence in what the layout suggests, the model says, and a rule finds


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of the text; `date` is set for label DATE."""

    start: int
    end: int
    label: str
    line: int
    date: DateRange | None = None
    confidence: float = MODEL

    @property
    def span(self) -> Span:
        return self.start, self.end


def unbracketed(text: str, start: int, end: int) -> Span:
    """A span without the brackets around all of it."""
    inside = text[start : start + 1] == "(" and text[end - 1 : end] == ")"
    return trimmed(text, start + 1, end - 1) if inside else (start, end)


def trimmed(text: str, start: int, end: int, *, drop: str = " \t\n\f,;:|·•–—-") -> Span:
    """A span without blanks and separators at its ends, and without brackets that only open or only close."""
    while True:
        while start < end and text[start] in drop:
            start += 1
        while start < end and text[end - 1] in drop:
            end -= 1
        piece = text[start:end]
        if piece.startswith(("(", "[")) and piece.count(piece[0]) > piece.count({"(": ")", "[": "]"}[piece[0]]):
            start += 1
        elif (
            piece.endswith((")", "]"))
            and piece.count(piece[-1]) > piece.count({")": "(", "]": "["}[piece[-1]])
            or piece.endswith(("(", "["))
        ):
            end -= 1
        elif piece.startswith((")", "]")):
            start += 1
        else:
            return start, end


def stretches(text: str, spans: Iterable[Span], *, over_cells: bool = True) -> Iterator[Span]:
    """Spans in order, those with nothing but blanks between them as one; a border of cells may part them."""
    start = end = -1
    for left, right in sorted(spans):
        gap = text[end:left]
        if start >= 0 and not gap.strip() and (over_cells or "\t" not in gap):
            end = max(end, right)
            continue
        if start >= 0:
            yield start, end
        start, end = left, right
    if start >= 0:
        yield start, end
