"""Projects, awards, certificates and languages: sections of short entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.fields import Fields, first
from talentgraph.extract.marks import MODEL, RULE, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.skills import used_technologies
from talentgraph.model import Award, Certificate, Language, Project, Span

_FLUENCY = re.compile(
    r"\b(?:native(?: speaker| or bilingual| proficiency)?|bilingual|fluent|mother tongue|proficient|"
    r"(?:full |limited )?(?:professional|working)(?: working)?(?: proficiency)?|intermediate|advanced|basic|beginner|"
    r"elementary|conversational|muttersprache|flie(?:ß|ss)end|nativo|fluido|avanzado|intermedio|b[áa]sico|"
    r"langue maternelle|courant|[ABC][12])\b",
    re.I,
)


def projects(page: Page) -> list[Project]:
    """The projects of the project sections."""
    found = []
    for start, end in _stretches(page, "projects"):
        marks = page.within(start, end, ["PROJECT"])
        for number, mark in enumerate(marks):
            stop = marks[number + 1].start if number + 1 < len(marks) else end
            found.append(_project(page, mark, stop))
    return found


def awards(page: Page) -> list[Award]:
    """The awards of the award sections."""
    return [award for start, end in _stretches(page, "awards") for award in _awards(page, start, end)]


def certificates(page: Page) -> list[Certificate]:
    """The certificates of the certificate sections."""
    found = []
    for start, end in _stretches(page, "certificates"):
        for unit in _units(page, start, end):
            fields = Fields(page.text)
            fields.put("name", [_title(page, unit, "CERTIFICATE")], MODEL)
            fields.mark("issuer", first(page.within(*unit), "ISSUER"))
            _date(page, unit, fields)
            if fields.values.get("name"):
                found.append(fields.record(Certificate))
    return found


def languages(page: Page) -> list[Language]:
    """The natural languages of the language sections."""
    found = []
    for start, end in _stretches(page, "languages"):
        for mark in page.within(start, end, ["LANGUAGE"]):
            fields = Fields(page.text)
            fields.mark("language", mark)
            line_end = page.lines[mark.line].end
            later = [m.start for m in page.within(mark.end, line_end, ["LANGUAGE"])]
            if level := _FLUENCY.search(page.text, mark.end, min([*later, line_end])):
                fields.put("fluency", [level.span()], RULE)
            found.append(fields.record(Language))
    return found


def _stretches(page: Page, kind: str) -> Iterator[Span]:
    """The sections of a kind, without their headings."""
    for section in page.sections(kind):
        yield (section.heading[1] if section.heading else section.start), section.end


def _project(page: Page, mark: Mark, stop: int) -> Project:
    fields = Fields(page.text)
    fields.mark("name", mark)
    line_end = max(mark.end, page.lines[min(mark.line + 1, len(page.lines) - 1)].end)
    date = first(page.within(mark.end, min(stop, line_end)), "DATE")
    fields.dates(date)
    fields.values.pop("current", None)
    fields.items("keywords", used_technologies(page, mark.end, stop))
    return fields.record(Project)  # type: ignore[no-any-return]


def _awards(page: Page, start: int, end: int) -> Iterator[Award]:
    """What the model takes for awards; where it sees none, one award an entry."""
    marks = page.within(start, end, ["AWARD"])
    stops = [*(mark.start for mark in marks[1:]), end][: len(marks)]
    units = [(mark.start, stop) for mark, stop in zip(marks, stops, strict=True)] or list(_units(page, start, end))
    for unit in units:
        fields = Fields(page.text)
        fields.put("title", [_title(page, unit, "AWARD")], MODEL)
        fields.mark("awarder", first(page.within(*unit), "AWARDER"))
        _date(page, unit, fields)
        if fields.values.get("title"):
            yield fields.record(Award)


def _units(page: Page, start: int, end: int) -> Iterator[Span]:
    """The entries of a section: each bullet, else each block, else each line."""
    lines = [line for line in page.lines if start <= line.start and line.end <= end]
    lines = [line for line in lines if any(map(str.isalnum, page.text[line.start : line.end]))]
    bullets = any(line.bullet for line in lines)
    gaps = any(line.gap for line in lines[1:])
    unit: list[Span] = []
    for line in lines:
        begins = line.bullet if bullets else (line.gap or not gaps)
        if unit and (begins or line.heading):
            yield unit[0][0], unit[-1][1]
            unit = []
        unit.append((line.start, line.end))
    if unit:
        yield unit[0][0], unit[-1][1]


def _title(page: Page, unit: Span, label: str) -> Span:
    """The span that the model labels, else the first line up to a date or a tab."""
    if mark := first(page.within(*unit), label):
        return mark.span
    line_end = page.lines[page.line_at(unit[0])].end
    stops = [m.start for m in page.within(unit[0], line_end, ["DATE", "AWARDER", "ISSUER"])]
    tab = page.text.find("\t", unit[0], line_end)
    stop = min([*stops, tab if tab > unit[0] else line_end, line_end])
    return trimmed(page.text, unit[0], stop, drop=" \t\n\f,;:|·•–—-(")


def _date(page: Page, unit: Span, fields: Fields) -> None:
    mark = first(page.within(*unit), "DATE")
    if mark and mark.date:
        fields.put("date", [mark.span], RULE, mark.date.end or mark.date.start)
