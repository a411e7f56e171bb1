"""Fields: values for records, collected together with where they stand and how sure we are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from talentgraph.extract.marks import RULE, Mark
from talentgraph.extract.page import Page
from talentgraph.model import Span
from talentgraph.values.dates import DateRange


class Fields:
    """The values of one record, with evidence; `record` makes the record."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: dict[str, Any] = {}
        self.evidence: dict[str, tuple[Span, ...]] = {}
        self.confidence: dict[str, float] = {}

    def put(self, name: str, spans: Iterable[Span], confidence: float, value: Any = None) -> None:
        """Set a field, as printed unless a value is given."""
        spans = tuple(spans)
        if not spans:
            return
        self.values[name] = printed(self.text, spans) if value is None else value
        self.evidence[name] = spans
        self.confidence[name] = confidence

    def mark(self, name: str, mark: Mark | None) -> None:
        """Set a field from a mark."""
        if mark is not None:
            self.put(name, [mark.span], mark.confidence)

    def items(self, name: str, found: Iterable[tuple[Span, str]], confidence: float = RULE) -> None:
        """Set a list field; equal items count once."""
        values: dict[str, Span] = {}
        for span, value in found:
            values.setdefault(value, span)
        for number, span in enumerate(values.values()):
            self.evidence[f"{name}.{number}"] = (span,)
            self.confidence[f"{name}.{number}"] = confidence
        if values:
            self.values[name] = tuple(values)

    def dates(self, mark: Mark | None) -> None:
        """Set start, end and current from a date mark."""
        if mark is None or mark.date is None:
            return
        date = mark.date
        if date.start:
            self.put("start_date", self._start_spans(date), RULE, date.start)
        if date.end:
            self.put("end_date", [date.end_span or date.span], RULE, date.end)
        elif date.current:
            self.put("current", [date.end_span or date.span], RULE, True)

    def _start_spans(self, date: DateRange) -> list[Span]:
        """Where a range says its start: a month without a year ("Jun – Aug 2021") takes the year from the end."""
        start = date.start_span or date.span
        if date.end_span and not any(map(str.isdecimal, self.text[slice(*start)])):
            return [start, date.end_span]
        return [start]

    def record(self, kind: type[Any]) -> Any:
        """The record with these values."""
        return kind(**self.values, evidence=self.evidence, confidence=self.confidence)


def printed(text: str, spans: Iterable[Span]) -> str:
    """The text at these spans on one line: blanks collapsed, words broken at line ends joined again.

    >>> printed("Master of Com-\\nputer  Science", [(0, 30)])
    'Master of Computer Science'
    """
    pieces = [re.sub(r"(?<=[^\W\d_])-[\n\f][ ]*(?=[a-zà-ÿ])", "", text[start:end]) for start, end in spans]
    return " ".join(" ".join(pieces).split())


def first(marks: Iterable[Mark], label: str) -> Mark | None:
    """The first mark of a label."""
    return next((mark for mark in marks if mark.label == label), None)


def line_region(page: Page, first_line: int, last_line: int) -> Span:
    """The span of whole lines, both ends included."""
    last = min(last_line, len(page.lines) - 1)
    return page.lines[first_line].start, page.lines[max(first_line, last)].end
