"""Degrees: institution, degree, field, grade, honours, advisors, thesis, dates and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from talentgraph.extract.areas import may_be_area, with_areas, without_label
from talentgraph.extract.echoes import grouped
from talentgraph.extract.fields import Fields, first
from talentgraph.extract.grouping import Form, joined_years
from talentgraph.extract.marks import GUESS, RULE, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.people import find_advisors
from talentgraph.model import Education, Span
from talentgraph.values import organizations, places
from talentgraph.values.degrees import honours, score

FORM = Form(("INSTITUTION", "DEGREE", "DATE"), (1.2, 1.0, 1.0), repeatable=frozenset({"DEGREE"}))
_LABELS = (*FORM.core, "FIELD", "DEPARTMENT", "PLACE")
_AREA_LINE = re.compile(r"[A-ZÀ-Þ][^\W\d_][^\d:.@|\t]{1,78}")
_SINCE = re.compile(
    r"\b(?:since|from|start(?:ed|ing)?|began|seit|ab|depuis|desde|à partir de|a partir de)\W{0,3}$", re.I
)
_THESIS = re.compile(r"\b(?:thesis|dissertation|tesis|tesi|m[ée]moire|abschlussarbeit)\b[^:\n\f]{0,30}:\s*", re.I)


def degrees(page: Page) -> list[Education]:
    """The degrees of all education sections."""
    return [degree for s in page.sections("education") for degree in _section(page, s.start, s.end)]


def _section(page: Page, start: int, end: int) -> list[Education]:
    marks = [m for m in page.within(start, end, _LABELS) if not _is_detail(page, m)]
    header = joined_years(page, with_areas(page, marks))
    entries = grouped(page, header, FORM)
    found = []
    for number, entry in enumerate(entries):
        stop = entries[number + 1][0].start if number + 1 < len(entries) else end
        if first(entry, "INSTITUTION") or (first(entry, "DEGREE") and first(entry, "DATE")):
            found.append(_degree(page, entry, (entry[0].start, max(stop, entry[-1].end))))
    return found


def _graduation(page: Page, mark: Mark | None) -> Mark | None:
    """The date of a degree; a single one without "since" says when it was awarded."""
    if mark is None or mark.date is None or mark.date.end or mark.date.current or not mark.date.start:
        return mark
    if _SINCE.search(page.text, page.lines[mark.line].start, mark.start):
        return mark
    date = mark.date
    return replace(mark, date=replace(date, start=None, end=date.start, end_span=date.start_span or date.span))


def _area_line(page: Page, degree: Mark | None, stop: int) -> Mark | None:
    """The line below a degree that has a line to itself, where no more than a field of study stands there."""
    if degree is None or not _ends_line(page, degree):
        return None
    number = page.line_at(degree.end - 1) + 1
    line = page.lines[number] if number < len(page.lines) else None
    if line is None or line.end > stop or line.bullet or line.heading or page.within(line.start, line.end):
        return None
    words = page.line_text(number)
    named = organizations.kind(words) or places.find_place(words)
    if not _AREA_LINE.fullmatch(words) or named or not may_be_area(words):
        return None
    return Mark(line.start, line.end, "FIELD", number, None, GUESS)


def _ends_line(page: Page, mark: Mark) -> bool:
    """Whether a mark begins its line and nothing follows but a remark in brackets."""
    line = page.lines[page.line_at(mark.end - 1)]
    rest = page.text[mark.end : line.end].strip()
    return mark.start == page.lines[mark.line].start and (not rest or (rest[0] == "(" and rest[-1] == ")"))


def _is_detail(page: Page, mark: Mark) -> bool:
    """Whether a mark stands in a bullet that tells more about a degree (courses, theses, awards)."""
    line = page.lines[mark.line]
    if not line.bullet or page.fills_line(mark):
        return False
    beside = (other.label for other in page.marks if other.line == mark.line)
    return not any(label in ("INSTITUTION", "DEGREE") for label in beside)


def _degree(page: Page, entry: Sequence[Mark], region: Span) -> Education:
    fields = Fields(page.text)
    fields.mark("institution", first(entry, "INSTITUTION"))
    fields.mark("study_type", first(entry, "DEGREE"))
    area = first(entry, "FIELD") or _area_line(page, first(entry, "DEGREE"), region[1])
    fields.mark("area", area and without_label(page, area))
    fields.mark("department", first(entry, "DEPARTMENT"))
    fields.mark("location", first(entry, "PLACE"))
    fields.dates(_graduation(page, first(entry, "DATE")))
    start, end = region
    for name, find in (("score", score), ("honours", honours)):
        if found := find(page.text[start:end]):
            value, (a, b) = found
            fields.put(name, [(start + a, start + b)], RULE, value)
    fields.items("advisors", find_advisors(page, start, end))
    if match := _THESIS.search(page.text, start, end):
        stop = page.lines[page.line_at(match.end())].end
        fields.put("thesis", [trimmed(page.text, match.end(), stop)], RULE)
    return fields.record(Education)  # type: ignore[no-any-return]
