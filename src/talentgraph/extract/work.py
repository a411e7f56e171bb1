"""Positions: employer, title, team, place, dates, and what was done and used there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.echoes import grouped
from talentgraph.extract.fields import Fields, first, line_region
from talentgraph.extract.grouping import Form, joined_years
from talentgraph.extract.marks import GUESS, RULE, Mark
from talentgraph.extract.page import Page
from talentgraph.extract.people import find_advisors
from talentgraph.extract.skills import used_technologies
from talentgraph.extract.whose import with_announced
from talentgraph.model import Span, Work
from talentgraph.values.titles import employment_type

FORM = Form(("EMPLOYER", "TITLE", "DATE"), (1.2, 1.0, 1.1))
_LABELS = (*FORM.core, "TEAM", "PLACE")


def positions(page: Page) -> list[Work]:
    """The positions of all work sections."""
    return [work for s in page.sections("work", "teaching") for work in _section(page, s.start, s.end, s.kind)]


def _section(page: Page, start: int, end: int, kind: str) -> list[Work]:
    header = joined_years(page, [m for m in page.within(start, end, _LABELS) if not _is_body(page, m)])
    entries = grouped(page, with_announced(page, header), FORM)
    kept = [(e, employer) for e, employer in _with_employers(page, entries) if _is_position(e, employer, kind)]
    stops = [*(entry[0].start for entry, _ in kept[1:]), end][: len(kept)]
    return [_position(page, e, employer, _body(page, e, stop)) for (e, employer), stop in zip(kept, stops, strict=True)]


def _with_employers(page: Page, entries: Sequence[list[Mark]]) -> Iterator[tuple[list[Mark], Mark | None]]:
    """Entries with their employer: their own, or the one above that stands before its roles."""
    shared: Mark | None = None
    above: Mark | None = None
    for number, entry in enumerate(entries):
        own = first(entry, "EMPLOYER")
        if own is not None and len(_core(entry)) == 1 and _has_role(entries, number + 1):
            shared = own  # the head of the roles that follow, no position itself
            continue
        inherited = shared if _has_role(entries, number) else None
        if inherited is None and above and not first(entry, "TEAM") and _goes_on(page, entries, number):
            inherited = replace(above, confidence=GUESS)
        yield entry, own or inherited or first(entry, "TEAM")
        above = own or inherited
        if own is not None:
            shared = own if _leads(entry) else None


def _goes_on(page: Page, entries: Sequence[Sequence[Mark]], number: int) -> bool:
    """Whether an entry has no word to spare for an employer, where the others name theirs: it goes on at the last."""
    entry = entries[number]
    others = [first(other, "EMPLOYER") is not None for place, other in enumerate(entries) if place != number]
    if not _has_role(entries, number) or sum(others) < 2 or sum(others) * 3 < len(others) * 2:
        return False
    top, last = entry[0].line, entry[-1].line
    around = [page.lines[number] for number in (top - 1, last + 1) if number < len(page.lines)]
    words = "".join(page.text[line.start : line.end] for line in page.lines[top : last + 1])
    marked = sum(mark.end - mark.start for mark in entry)
    return len(words.strip()) - marked <= 3 * len(entry) and all(line.bullet or line.gap for line in around[-1:])


def _core(entry: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in entry if mark.label in FORM.core]


def _has_role(entries: Sequence[Sequence[Mark]], number: int) -> bool:
    """Whether an entry is a title with dates that leaves the employer to the lines above."""
    if number >= len(entries):
        return False
    labels = {mark.label for mark in entries[number]}
    return {"TITLE", "DATE"} <= labels and "EMPLOYER" not in labels


def _leads(entry: Sequence[Mark]) -> bool:
    """Whether the employer of an entry stands before its title, and not on the title's line."""
    employer, title = first(entry, "EMPLOYER"), first(entry, "TITLE")
    return employer is not None and (title is None or (employer.start < title.start and employer.line != title.line))


def _is_body(page: Page, mark: Mark) -> bool:
    """Whether a mark stands in a bullet that tells what was done."""
    line = page.lines[mark.line]
    if page.is_aside(mark.line) or (mark.label == "EMPLOYER" and mark.end - mark.start < 2):
        return True
    if mark.label == "TEAM" and not _is_beside(page, mark):
        return True
    if not line.bullet:
        return False
    return mark.label != "DATE" or len(page.line_text(mark.line)) > 90 or mark.start - line.start > 60


def _is_position(entry: Sequence[Mark], employer: Mark | None, kind: str) -> bool:
    """A name alone is no position: it needs an employer with a title or dates, or a title with dates."""
    title, date = first(entry, "TITLE"), first(entry, "DATE")
    if kind == "teaching":
        return employer is not None and title is not None and date is not None
    return date is not None and (employer or title) is not None or (employer is not None and title is not None)


def _is_beside(page: Page, team: Mark) -> bool:
    """Whether a team stands where teams do: at the head of a line or cell, or right behind another name."""
    line = page.lines[team.line]
    before = [mark.end for mark in page.within(line.start, team.start, _LABELS)]
    cell = page.text.rfind("\t", line.start, team.start) + 1
    start = max([line.start, cell, *before])
    return not any(map(str.isalnum, page.text[start : team.start]))


def _body(page: Page, entry: Sequence[Mark], stop: int) -> Span:
    """What follows the header of an entry, up to the next one."""
    last = max(mark.line for mark in entry)
    start = page.lines[last].end
    return start, max(start, stop)


def _position(page: Page, entry: Sequence[Mark], employer: Mark | None, body: Span) -> Work:
    fields = Fields(page.text)
    fields.mark("name", employer)
    fields.mark("position", first(entry, "TITLE"))
    team = first(entry, "TEAM")
    fields.mark("team", team if team != employer else None)
    fields.mark("location", first(entry, "PLACE"))
    fields.dates(first(entry, "DATE"))
    if (title := fields.values.get("position")) and (kind := employment_type(title)):
        fields.put("employment_type", fields.evidence["position"], RULE, kind)
    fields.items("highlights", _highlights(page, body))
    header = line_region(page, min(m.line for m in entry), max(m.line for m in entry))
    fields.items("keywords", used_technologies(page, header[0], max(body[1], header[1]), entry))
    fields.items("managers", find_advisors(page, body[0], body[1]))
    return fields.record(Work)  # type: ignore[no-any-return]


def _highlights(page: Page, body: Span) -> list[tuple[Span, str]]:
    """The bullets of a stretch, with the lines that go on from them."""
    found: list[tuple[Span, str]] = []
    for line in page.lines:
        if line.start < body[0] or line.end > body[1]:
            continue
        if line.bullet:
            found.append(((line.start, line.end), ""))
        elif found and not line.gap and not line.heading:
            found[-1] = ((found[-1][0][0], line.end), "")
    return [(span, " ".join(page.text[span[0] : span[1]].split())) for span, _ in found]
