"""Records: which jobs, degrees and papers of the gold were found whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from talentgraph.evaluate.entities import assign
from talentgraph.evaluate.gold import Record, Shown, records, text, texts
from talentgraph.evaluate.matching import is_present, same, same_date, same_degree, same_grade
from talentgraph.evaluate.spelling import NO_NAMES, Names, normal


class Form(NamedTuple):
    """A kind of record: its section, the field that names it, the class of that name, and what must be right."""

    section: str
    field: str
    names: str
    needed: tuple[str, ...]


RECORDS = {
    "employment": Form("work", "name", "employers", ("title", "start", "end")),
    "education": Form("education", "institution", "institutions", ("degree", "field", "end")),
    "publication": Form("publications", "name", "titles", ("venue", "year")),
}
FACTS = ("title", "start", "end", "degree", "field", "gpa", "venue", "year")


@dataclass(frozen=True, slots=True)
class Pair:
    """A record of the gold and the one that was found for it, by their numbers; `facts` says which fields are right."""

    gold: int
    found: int
    facts: Mapping[str, bool]

    def is_whole(self, kind: str) -> bool:
        """Whether everything that such a record needs is right."""
        return all(self.facts.get(name, True) for name in RECORDS[kind].needed)


@dataclass(frozen=True, slots=True)
class Matched:
    """How the records of one kind fared in one document, by their numbers."""

    kind: str
    pairs: tuple[Pair, ...]
    missed: tuple[int, ...]
    wrong: tuple[int, ...]

    def counts(self) -> tuple[int, int, int]:
        """Numbers of records: whole ones, found ones, and those asked for."""
        whole = sum(pair.is_whole(self.kind) for pair in self.pairs)
        return whole, len(self.pairs) + len(self.wrong), len(self.pairs) + len(self.missed)


def match_records(kind: str, gold: Shown, found: Record, names: Names = NO_NAMES) -> Matched:
    """The one-to-one matching of records with the same employer, institution or title that agrees best.

    >>> from talentgraph.evaluate.gold import shown
    >>> gold = {"work": [{"name": "Acme", "position": "Engineer", "startDate": "2020", "current": True}]}
    >>> found = {"work": [{"name": "Acme", "position": "Engineer", "startDate": "2020-03", "current": True}]}
    >>> match_records("employment", shown(gold), found).counts()
    (1, 1, 1)
    """
    section, field, _, _ = RECORDS[kind]
    asked = [number for number, _ in enumerate(records(gold.gold, section)) if gold.value(section, number, field)]
    predicted = [number for number, record in enumerate(records(found, section)) if text(record, field)]
    pairs = _best_pairs(kind, gold, found, (asked, predicted), names)
    left = {pair.found for pair in pairs}
    hidden = [number for number, _ in enumerate(records(gold.gold, section)) if number not in asked]
    wrong = [n for n in predicted if n not in left and not any(_meet(kind, gold, h, found, n, names) for h in hidden)]
    matched = {pair.gold for pair in pairs}
    return Matched(kind, tuple(pairs), tuple(n for n in asked if n not in matched), tuple(wrong))


def _best_pairs(
    kind: str, gold: Shown, found: Record, numbers: tuple[list[int], list[int]], names: Names
) -> list[Pair]:
    """As many pairs as there can be; of these as many whole ones, and so on."""
    asked, predicted = numbers
    section = RECORDS[kind].section
    candidates = {
        (row, column): Pair(one, other, facts_of(section, gold, one, records(found, section)[other], names))
        for row, one in enumerate(asked)
        for column, other in enumerate(predicted)
        if _meet(kind, gold, one, found, other, names)
    }
    weights = [[0.0] * len(predicted) for _ in asked]
    for (row, column), pair in candidates.items():
        weights[row][column] = _weight(kind, pair, gold, found)
    return [candidates[pair] for pair in sorted(assign(weights).items())]


def _weight(kind: str, pair: Pair, gold: Shown, found: Record) -> float:
    """How good a pair is: a step of one counts more than any number of steps of the next."""
    section, field, _, needed = RECORDS[kind]
    agreement = sum(pair.facts.get(name, True) for name in needed)
    name, candidate = gold.value(section, pair.gold, field), text(records(found, section)[pair.found], field)
    literal = normal(name) == normal(candidate)
    return 1e10 + 1e7 * pair.is_whole(kind) + 1e4 * agreement + sum(pair.facts.values()) + 0.5 * literal


def _meet(kind: str, gold: Shown, one: int, found: Record, other: int, names: Names) -> bool:
    """Whether two records are of one employer, one institution, or one title."""
    section, field, name_kind, _ = RECORDS[kind]
    record = records(gold.gold, section)[one]
    further = tuple(filter(None, texts(record, "aka")))
    name, candidate = text(record, field), text(records(found, section)[other], field)
    return bool(name) and same(name_kind, name, candidate, further, names)


def facts_of(section: str, gold: Shown, number: int, found: Record, names: Names = NO_NAMES) -> dict[str, bool]:
    """Which facts of a record are right; those that the gold lacks or the document does not show are absent.

    >>> from talentgraph.evaluate.gold import shown
    >>> gold = {"education": [{"institution": "Acme", "studyType": "PhD", "endDate": "2020"}]}
    >>> facts_of("education", shown(gold), 0, {"studyType": "Doctorate", "endDate": "2021"})
    {'degree': True, 'end': False}
    """
    facts = {}
    for fact, field, equal in _COMPARED[section]:
        if value := gold.value(section, number, field):
            facts[fact] = equal(value, text(found, field), records(gold.gold, section)[number], names)
    return facts | (_dates(section, gold, number, found) if section in ("work", "education") else {})


def _dates(section: str, gold: Shown, number: int, found: Record) -> dict[str, bool]:
    """Whether start and end are right; a single date may stand in either slot."""
    start, end = gold.value(section, number, "startDate"), gold.value(section, number, "endDate")
    found_start, found_end = text(found, "startDate"), text(found, "endDate")
    if start and start == end:
        both = not (found_start and found_end) or same_date(end, found_start)
        right = same_date(end, found_end or found_start) and both
        return {"start": right, "end": right}
    if section == "education" and end and not start:
        return {"end": same_date(end, found_end or found_start)}
    facts = {"start": same_date(start, found_start)} if start else {}
    if end:
        facts["end"] = same_date(end, found_end)
    elif gold.is_current(section, number):
        facts["end"] = is_present(found_end, found.get("current") is True)
    return facts


def _same_title(gold: str, found: str, record: Record, names: Names) -> bool:
    return same("position", gold, found, tuple(filter(None, texts(record, "positionAka"))), names)


def _same_field(gold: str, found: str, record: Record, names: Names) -> bool:
    return same("field", gold, found, (), names)


def _same_venue(gold: str, found: str, record: Record, names: Names) -> bool:
    return same("venues", gold, found, (), names)


def _same_level(gold: str, found: str, record: Record, names: Names) -> bool:
    return same_degree(gold, found)


def _same_grade(gold: str, found: str, record: Record, names: Names) -> bool:
    return same_grade(gold, found)


def _same_year(gold: str, found: str, record: Record, names: Names) -> bool:
    return same_date(gold[:4], found)


# Per section: a fact, the field that holds it, and whether a found value is the gold's.
_COMPARED = {
    "work": (("title", "position", _same_title),),
    "education": (("degree", "studyType", _same_level), ("field", "area", _same_field), ("gpa", "score", _same_grade)),
    "publications": (("venue", "publisher", _same_venue), ("year", "releaseDate", _same_year)),
}
