"""A page: a document with its lines and marks at hand, by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from talentgraph.extract.headlines import with_known_employers
from talentgraph.extract.marks import RULE, Mark, trimmed
from talentgraph.extract.mending import mend
from talentgraph.extract.references import whole_references
from talentgraph.model import Document, Section
from talentgraph.values.dates import DateRange, find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ASIDE = re.compile(r"\(.*[^\W\d_]{4,}.*\)", re.DOTALL)


class Page:
    """A document with its lines and marks at hand, by offset."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.document = document
        self.text = document.text
        self.lines = document.lines
        self._starts = [line.start for line in document.lines]
        dates = [self._dated(date) for date in find_dates(document.text)]
        entities = _free_of([self._entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents], dates)
        entities = whole_references(document, mend(document, entities))
        dates = [date for date in dates if not any(e.start <= date.start and date.end <= e.end for e in entities)]
        marks = sorted([*entities, *dates], key=lambda mark: (mark.start, mark.end))
        self.marks = with_known_employers(document, marks)

    def line_at(self, offset: int) -> int:
        """The number of the line on which an offset lies."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def line_text(self, number: int) -> str:
        """The text of a line."""
        line = self.lines[number]
        return self.text[line.start : line.end]

    def is_aside(self, number: int) -> bool:
        """Whether a line says something in brackets, beside what the records are made of."""
        text = self.line_text(number)
        return _ASIDE.fullmatch(text) is not None and len(text.split()) > 3

    def fills_line(self, mark: Mark) -> bool:
        """Whether a mark has its line to itself, but for brackets and stops."""
        return self.line_text(mark.line).strip(" ()[].,;") == self.text[mark.start : mark.end].strip(" ()[].,;")

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


def _free_of(entities: Sequence[Mark], dates: Sequence[Mark]) -> list[Mark]:
    """Entities that are not dates in disguise."""
    taken = [date.span for date in dates]
    return [
        entity
        for entity in entities
        if entity.start < entity.end and not any(a <= entity.start and entity.end <= b for a, b in taken)
    ]
