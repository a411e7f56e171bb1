"""Marks: the pieces of a section that records are put together from, and the lines they stand on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from talentgraph.model import Document, Section, Span
from talentgraph.values.dates import DateRange, find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL, RULE = 0.8, 0.9  # confidence in what the model says, and in what a rule finds


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


class Page:
    """A document with its lines and marks at hand, by offset."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.document = document
        self.text = document.text
        self.lines = document.lines
        self._starts = [line.start for line in document.lines]
        dates = [self._dated(date) for date in find_dates(document.text)]
        entities = _free_of([self._entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents], dates)
        dates = [date for date in dates if not any(e.start <= date.start and date.end <= e.end for e in entities)]
        self.marks = sorted([*entities, *dates], key=lambda mark: (mark.start, mark.end))

    def line_at(self, offset: int) -> int:
        """The number of the line on which an offset lies."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def line_text(self, number: int) -> str:
        """The text of a line."""
        line = self.lines[number]
        return self.text[line.start : line.end]

    def within(self, start: int, end: int, labels: Iterable[str] | None = None) -> list[Mark]:
        """The marks of a stretch, of some labels or of all."""
        wanted = None if labels is None else set(labels)
        return [m for m in self.marks if start <= m.start and m.end <= end and (wanted is None or m.label in wanted)]

    def sections(self, *kinds: str) -> list[Section]:
        """The sections of some kinds, in order."""
        return [section for section in self.document.sections if section.kind in kinds]

    def _entity(self, start: int, end: int, label: str) -> Mark:
        start, end = trimmed(self.text, start, end)
        return Mark(start, end, label, self.line_at(start))

    def _dated(self, date: DateRange) -> Mark:
        start, end = date.span
        return Mark(start, end, "DATE", self.line_at(start), date, RULE)


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


def _free_of(entities: Sequence[Mark], dates: Sequence[Mark]) -> list[Mark]:
    """Entities that are not dates in disguise."""
    taken = [date.span for date in dates]
    return [
        entity
        for entity in entities
        if entity.start < entity.end and not any(a <= entity.start and entity.end <= b for a, b in taken)
    ]
