"""Fields of study: which words are one, and which announce one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.marks import GUESS, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Line
from talentgraph.values import organizations, places
from talentgraph.values.degrees import honours, is_field, level, score

_NO_AREA = re.compile(
    r"(?:relevant |selected )?(?:courses?|coursework|modules?|thesis|dissertation|advisors?|highlights|activities|"
    r"awards?|honou?rs|scholarships?|minor|grade|with|summary|skills|kurse|cours|cursos?)\b",
    re.I,
)
_FIELD_LABEL = re.compile(
    r"(?:double )?(?:major(?:ing|ed)?|speciali[sz](?:ation|ing|ed)|concentration|field(?: of study)?|hauptfach|"
    r"studienfach|fachrichtung|especialidad|spécialité|orientation|indirizzo)(?:\s*:|\s+in\b)?\s+",
    re.I,
)
_ANNOUNCED = re.compile(
    r"(?:^|(?<=[\t([,;|·–—-])|(?<=[\t([,;|·–—-]\s))(?P<minor>minor|nebenfach)?"
    r"(?(minor)|(?:double )?(?:major(?:ing|ed)?|speciali[sz](?:ation|ing|ed)|concentration|hauptfach))"
    r"(?:\s*:|\s+in\b)\s+(?P<area>[^\W\d_][^\n\f\t;:|·()\[\]]{1,80})",
    re.I,
)
_WORD = re.compile(r"(?:double )?major|minor|speciali[sz]ation|concentration", re.I)
_CLOSED = re.compile(r"(?P<rest>\n[^\n\f\t:;|·()\[\]]{2,60})[)\]]")
_EDGES = " \t\n\f,;:|·•–—-@/"
_AREA_ENDS = re.compile(r",?\s(?:at|from|minor|with|\d)|\s[–—-]\s|,\s(?=\S+,|\S+$)", re.I)
_AT = re.compile(r"\s(?:at|@|an der)\s(?P<name>[^\W\d_][^\n\f\t,;:|·()\[\]]{1,80})")
_IN = re.compile(r"\s(?:in|en|em)\s")
_BESIDE = re.compile(r"\s?[\[(](?P<area>[^\W\d_][^\n\f\t:()\[\]]{2,60})[\])]\s?(?=[\n\f\t,;|·–—]|$)")
_BEFORE = re.compile(r"(?:^|[\n\f\t])(?P<area>[^\W\d_][^\n\f\t:;|()\[\]]{2,60}) [\[(]$")
_STUDIES = ("DEGREE", "FIELD", "INSTITUTION", "DEPARTMENT")


def with_areas(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of an education section, with the fields and institutions that words and brackets announce."""
    found = list(marks)
    for number in dict.fromkeys(mark.line for mark in marks if mark.label in _STUDIES):
        line = page.lines[number]
        for mark in [
            *_announced(page, line, number, found),
            *_at(page, line, number, found),
            *_beside(page, found, number),
        ]:
            found = [m for m in (_cut(page, other, mark) for other in found) if m is not None]
            found += [mark] if mark.label else []
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _cut(page: Page, mark: Mark, by: Mark) -> Mark | None:
    """A mark without what another one takes from it; nothing where only words that announce are left."""
    if mark.end <= by.start or by.end <= mark.start:
        return None if mark.line == by.line and _WORD.fullmatch(page.text, *mark.span) else mark
    start, end = trimmed(page.text, mark.start, by.start)
    words = page.text[start:end].removesuffix(" at").removesuffix(" @")
    return replace(mark, end=start + len(words)) if words and mark.label != by.label else None


def _announced(page: Page, line: Line, number: int, marks: Sequence[Mark]) -> Iterator[Mark]:
    """What stands behind "Major in" and "Major:"; what stands behind "Minor in" is no mark at all."""
    for match in _ANNOUNCED.finditer(page.text[: line.end], line.start):
        start, end = match.span("area")
        if stop := _AREA_ENDS.search(page.text, start, end):
            end = stop.start()
        others = [mark for mark in marks if mark.label not in ("FIELD", "DEGREE") and mark.end > start]
        end = min([end, *(mark.start for mark in others)])
        longer = [mark.end for mark in marks if mark.label == "FIELD" and mark.start == start]
        closed = _CLOSED.match(page.text, end) if page.text[match.start() - 1] in "([" and end == line.end else None
        start, end = trimmed(
            page.text, start, max([end, *longer, *([closed.end("rest")] if closed else [])]), drop=_EDGES
        )
        if start < end and (match["minor"] or may_be_area(page.text[start:end])):
            yield Mark(start, end, "" if match["minor"] else "FIELD", number)


def _at(page: Page, line: Line, number: int, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The institution behind "at", where the line has none yet."""
    if any(mark.label == "INSTITUTION" and mark.line == number for mark in marks):
        return
    for match in _AT.finditer(page.text[: line.end], line.start):
        start, end = match.span("name")
        for place in _IN.finditer(page.text, start, end):
            words = page.text[place.end() : end].strip()
            if not words or places.known(words) or page.text[end : end + 1] in (",", "\n", "\f"):
                end = place.start()
                break
        start, end = trimmed(page.text, start, end)
        words = page.text[start:end]
        if (
            words[:1].isupper()
            and not words.split()[-1].islower()
            and (organizations.lookup(words) or organizations.kind(words))
        ):
            yield Mark(start, end, "INSTITUTION", number, None, GUESS)


def _beside(page: Page, marks: Sequence[Mark], number: int) -> Iterator[Mark]:
    """The field in brackets behind a degree, or before one in brackets, where the line has none yet."""
    row = [mark for mark in marks if mark.line == number]
    if any(mark.label == "FIELD" for mark in row):
        return
    for degree in (mark for mark in row if mark.label == "DEGREE"):
        behind = _BESIDE.match(page.text, degree.end)
        before = _BEFORE.search(page.text[page.lines[number].start : degree.start])
        span = behind.span("area") if behind else None
        if span is None and before and page.text[degree.end : degree.end + 1] in ")]":
            span = degree.start - len(before.group()) + before.start("area") - before.start(), degree.start
            span = span[0], span[0] + len(before["area"])
        free = span and not any(mark.start < span[1] and span[0] < mark.end for mark in page.marks)
        if (
            span
            and free
            and _is_area(page.text[slice(*span)], sure=page.text[degree.end : degree.end + 2].strip()[:1] != "(")
        ):
            yield Mark(*span, "FIELD", number, None, GUESS)


def _is_area(words: str, *, sure: bool) -> bool:
    """Whether words in brackets are a field of study; round ones hold much else."""
    if is_field(words):
        return True
    place = places.known(words) or places.find_place(words) == (0, len(words))
    other = place or organizations.kind(words) or organizations.lookup(words)
    return sure and not other and words[0].isupper() and may_be_area(words)


def may_be_area(words: str) -> bool:
    """Whether words may be a field of study: no heading of what else was done there, no grade and no degree.

    >>> may_be_area("Physics"), may_be_area("Relevant coursework"), may_be_area("Magna cum laude")
    (True, False, False)
    """
    return not (_NO_AREA.match(words) or honours(words) or score(words) or level(words))


def without_label(page: Page, area: Mark) -> Mark:
    """A field of study without the word that announces it ("Major in Physics")."""
    label = _FIELD_LABEL.match(page.text, *area.span)
    return replace(area, start=label.end()) if label and label.end() < area.end else area
