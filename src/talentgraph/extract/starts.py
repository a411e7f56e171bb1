"""Starts: the lines at which the entries of a list of papers begin, told by what their first lines share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.marks import RULE, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Span
from talentgraph.values.dates import DateRange

SIGN = re.compile(r"(?:\[?[A-Z]{0,3}\d{1,3}(?:[.:)\]]+\s+|\t)|\(\d{1,3}\)\s+|[•◦▪‣∙*·]\s+)")
_YEAR = re.compile(r"[\[(]?(?:19|20)\d\d\b")
_LAST_YEAR = re.compile(r"\b((?:19|20)\d\d)\)?$")
_SHARE = 0.75  # of the entries that must hold a title
_CROSSED = 0.125  # marks to an entry that may run over its beginning
_MOST = 1.3  # titles to an entry


def starts(page: Page, marks: Sequence[Mark], region: Span) -> tuple[int, ...]:
    """The numbers of the lines at which papers begin; none where no sign of a beginning fits the titles seen."""
    numbers = lines_of(page, region)
    titles = [mark.line for mark in marks if mark.label == "PAPER"]
    for is_start in (_is_numbered, _is_bullet, _is_dated, _is_below_gap):
        found = [number for number in numbers if is_start(page, number)]
        crossed = sum(_is_crossed(page, mark, found) for mark in marks)
        if found and found[0] <= min(titles, default=0) and crossed <= _CROSSED * len(found) and _fits(found, titles):
            return tuple(found)
    return ()


def lines_of(page: Page, region: Span) -> list[int]:
    """The lines of a section with words on them, without its heading."""
    inside = [n for n, line in enumerate(page.lines) if region[0] <= line.start and line.end <= region[1]]
    return [n for n in inside if any(map(str.isalnum, page.line_text(n)))][1:]


def cut(page: Page, marks: Sequence[Mark], begins: Sequence[int]) -> Iterator[Mark]:
    """The marks, none of which runs over the beginning of an entry; the year before such an end is a date."""
    borders = [page.lines[number].start for number in begins]
    for mark in marks:
        border = next((at for at in borders if mark.start < at < mark.end), None)
        if border is None:
            yield mark
            continue
        start, end = trimmed(page.text, mark.start, border)
        year = _LAST_YEAR.search(page.text[:end], start) if mark.label == "VENUE" else None
        stop = trimmed(page.text, start, year.start())[1] if year else end
        if start < stop:
            yield replace(mark, start=start, end=stop)
        if year:
            yield dated(page, year.span(1))


def dated(page: Page, span: Span) -> Mark:
    """A year as a mark."""
    year = page.text[slice(*span)]
    return Mark(*span, "DATE", page.line_at(span[0]), DateRange(year, None, False, span, span, None), RULE)


def _is_crossed(page: Page, mark: Mark, found: Sequence[int]) -> bool:
    return any(mark.start < page.lines[number].start < mark.end for number in found)


def _is_numbered(page: Page, number: int) -> bool:
    return SIGN.match(page.line_text(number)) is not None and not page.lines[number].bullet


def _is_bullet(page: Page, number: int) -> bool:
    return page.lines[number].bullet


def _is_dated(page: Page, number: int) -> bool:
    return _YEAR.match(page.line_text(number)) is not None and page.line_text(number)[4:].strip() != ""


def _is_below_gap(page: Page, number: int) -> bool:
    return page.lines[number].gap


def _fits(found: Sequence[int], titles: Sequence[int]) -> bool:
    """Whether nearly each entry has one title."""
    stops = [*found[1:], 1 << 30]
    counts = [sum(a <= line < b for line in titles) for a, b in zip(found, stops, strict=True)]
    held = sum(count > 0 for count in counts)
    return held >= 2 and held >= _SHARE * len(counts) and sum(counts) <= _MOST * len(counts)
