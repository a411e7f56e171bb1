"""Degrees: institution, degree, field, grade, honours, advisors, thesis, dates and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talentgraph.extract.fields import Fields, first
from talentgraph.extract.grouping import Form, group, joined_years
from talentgraph.extract.marks import RULE, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.people import find_advisors
from talentgraph.model import Education, Span
from talentgraph.values.degrees import honours, score

FORM = Form(("INSTITUTION", "DEGREE", "DATE"), (1.2, 1.0, 1.0), repeatable=frozenset({"DEGREE"}))
_LABELS = (*FORM.core, "FIELD", "DEPARTMENT", "PLACE")
_THESIS = re.compile(r"\b(?:thesis|dissertation|tesis|tesi|m[ée]moire|abschlussarbeit)\b[^:\n\f]{0,30}:\s*", re.I)


def degrees(page: Page) -> list[Education]:
    """The degrees of all education sections."""
    return [degree for s in page.sections("education") for degree in _section(page, s.start, s.end)]


def _section(page: Page, start: int, end: int) -> list[Education]:
    header = joined_years(page, [m for m in page.within(start, end, _LABELS) if not _is_detail(page, m)])
    entries, _ = group(page, header, FORM)
    found = []
    for number, entry in enumerate(entries):
        stop = entries[number + 1][0].start if number + 1 < len(entries) else end
        if first(entry, "INSTITUTION") or (first(entry, "DEGREE") and first(entry, "DATE")):
            found.append(_degree(page, entry, (entry[0].start, max(stop, entry[-1].end))))
    return found


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
    fields.mark("area", first(entry, "FIELD"))
    fields.mark("department", first(entry, "DEPARTMENT"))
    fields.mark("location", first(entry, "PLACE"))
    fields.dates(first(entry, "DATE"))
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
