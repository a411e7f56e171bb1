"""The truth about an invented CV: what a profile of it should say, as JSON Resume, from the rows it was made of.

Dates are read back from the style that the CV's writer keeps to, not by the code that reads real CVs, so that both
can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from talentgraph.model import SectionKind
from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Part, Row
from talentgraph.train.grammar.style import MONTHS, Style

Record = dict[str, Any]
_SEASONS = ("Summer", "Fall", "Spring", "Winter", "Autumn")
_SINCE = ("since ", "Since ", "from ")
_LENGTH = re.compile(r"\s*\(\d+ (?:years|mos)\)$")
_SHORT_YEAR = re.compile(r"'(\d\d)$")
_LAST_YEAR = 30  # a year of two digits above it is one of the last century
_GLUED_YEAR = re.compile(r"(\d\d)$")


def truth(draft: Draft) -> Record:
    """A JSON Resume of everything that the rows of a CV say in records.

    >>> from talentgraph.train.corpus import drafts
    >>> "name" in truth(next(drafts(1)))["basics"]
    True
    """
    makers: dict[SectionKind, Callable[[Sequence[Row], Style], list[Record]]] = {
        "work": _work, "education": _education, "publications": _publications, "skills": _skills,
        "projects": _projects, "awards": _awards, "certificates": _certificates, "languages": _languages,
    }  # fmt: skip
    found: Record = {"basics": _basics(draft.parts[0][1])}
    for kind, rows in draft.parts[1:]:
        if kind in makers:
            found[kind] = makers[kind](rows[1:], draft.manner)
    return {kind: records for kind, records in found.items() if records}


def dates(words: str, style: Style) -> Record:
    """The start and the end that a date of this style says; a single one is an end.

    >>> from random import Random
    >>> from talentgraph.train.grammar.style import draw
    >>> dates("2019", draw(Random(1), ("Ada", "Example")))
    {'endDate': '2019'}
    """
    words = _LENGTH.sub("", words)
    if lead := next((lead for lead in _SINCE if words.startswith(lead)), ""):
        return {"startDate": _point(words.removeprefix(lead), style), "current": True}
    start, dash, end = words.rpartition(style.dash)
    if not dash or not start or (style.dash == "-" and not _point(start, style)):
        return {"endDate": _point(words, style)}
    if end == style.now:
        return {"startDate": _point(start, style), "current": True}
    return {"startDate": _point(start, style), "endDate": _point(end, style)}


def _point(words: str, style: Style) -> str:
    """A point of time as a JSON Resume date; "" for what is none in this style."""
    words = words.strip()
    year = next(iter(re.findall(r"\d{4}", words)), "")
    if not year and (short := _SHORT_YEAR.search(words)):
        year = f"{19 if int(short[1]) > _LAST_YEAR else 20}{short[1]}"
    if words.startswith(_SEASONS) or not year:
        return year
    rest = re.sub(r"\d{4}|'\d\d$", " ", words).strip(" ,-/.").removesuffix(" de")
    if rest.isdigit():
        return f"{year}-{int(rest):02}"
    names = [name.rstrip(".") for name in MONTHS[style.months]]
    return f"{year}-{names.index(rest.rstrip('.')) + 1:02}" if rest.rstrip(".") in names else year


def _entries(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of one record each: a record begins with a leading row that holds a field (bullets hold none)."""
    entry: list[Row] = []
    for row in rows:
        if row.lead and any(part.field for part in row.parts):
            if entry:
                yield entry
            entry = [row]
        elif entry:
            entry.append(row)
    if entry:
        yield entry


def _parts(rows: Iterable[Row]) -> list[Part]:
    return [part for row in rows for part in row.parts]


def _one(rows: Iterable[Row], label: str) -> str:
    """The first value of a label, without tabs."""
    return next((" ".join(part.text.split()) for part in _parts(rows) if part.label == label), "")


def _all(rows: Iterable[Row], label: str) -> list[str]:
    return [" ".join(part.text.split()) for part in _parts(rows) if part.label == label]


def _dated(rows: Iterable[Row], style: Style) -> Record:
    words = next((part.text for part in _parts(rows) if part.field == "date" and part.text.strip()), "")
    return {key: value for key, value in dates(words, style).items() if value} if words else {}


def _full(**values: Any) -> Record:
    return {key: value for key, value in values.items() if value}


def _basics(rows: Sequence[Row]) -> Record:
    return _full(name=_one(rows, "PERSON"), label=_one(rows, "TITLE"))


def _work(rows: Sequence[Row], style: Style) -> list[Record]:
    """The positions; a role without an employer of its own has the one above it."""
    found: list[Record] = []
    employer = ""
    for entry in _entries(rows):
        head = [row for row in entry if row.kind == "entry"]
        employer = _one(head, "EMPLOYER") or employer
        place = _one(head, "PLACE")
        found.append(
            _full(name=employer, position=_one(head, "TITLE"), team=_one(head, "TEAM"), location=place)
            | _dated(head, style)
            | _full(managers=_all(entry, "ADVISOR"))
        )
    return found


def _education(rows: Sequence[Row], style: Style) -> list[Record]:
    found: list[Record] = []
    for entry in _entries(rows):
        schools = _all(entry, "INSTITUTION")
        fields = _full(
            institution=schools[0] if schools else "",
            aka=schools[1:],
            studyType=_one(entry, "DEGREE"),
            area=_one(entry, "FIELD"),
            department=_one(entry, "DEPARTMENT"),
            location=_one(entry, "PLACE"),
            advisors=_all(entry, "ADVISOR"),
        )
        found.append(fields | _dated(entry, style))
    return found


def _publications(rows: Sequence[Row], style: Style) -> list[Record]:
    found: list[Record] = []
    for entry in _entries(rows):
        title = _one(entry, "PAPER")
        date = _dated(entry, style).get("endDate", "")
        venue = _one(entry, "VENUE")
        if not date and (year := _GLUED_YEAR.search(venue)):
            date = f"20{year[1]}"
        authors = [name for name in _all(entry, "AUTHOR") if not name.startswith("Anonymous")]
        if title:
            found.append(_full(name=title, publisher=venue, releaseDate=date, authors=authors))
    return found


def _skills(rows: Sequence[Row], style: Style) -> list[Record]:
    found: list[Record] = []
    name = ""
    for row in rows:
        name = next((part.text for part in row.parts if part.field == "skills"), name)
        if keywords := _all([row], "SKILL"):
            found.append(_full(name=name, keywords=keywords))
            name = ""
    return found


def _projects(rows: Sequence[Row], style: Style) -> list[Record]:
    return [_full(name=_one(entry, "PROJECT")) | _dated(entry, style) for entry in _entries(rows)]


def _awards(rows: Sequence[Row], style: Style) -> list[Record]:
    return [
        _full(title=_one(entry, "AWARD"), awarder=_one(entry, "AWARDER"), date=_dated(entry, style).get("endDate"))
        for entry in _entries(rows)
    ]


def _certificates(rows: Sequence[Row], style: Style) -> list[Record]:
    return [
        _full(name=_one(entry, "CERTIFICATE"), issuer=_one(entry, "ISSUER"), date=_dated(entry, style).get("endDate"))
        for entry in _entries(rows)
    ]


def _languages(rows: Sequence[Row], style: Style) -> list[Record]:
    return [{"language": name} for name in _all(rows, "LANGUAGE")]
