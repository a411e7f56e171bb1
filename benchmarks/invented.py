"""A large graph of invented people as rows, skewed as careers are: few organizations and technologies take most.

The same numbers give the same graph. Derived edges are made by the build's own rules. Nobody in it exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from talentgraph.graph.collect import Rows
from talentgraph.graph.derived import add_derived
from talentgraph.model import Edge, Node

_LEVELS = ("intern", "junior", "mid", "mid", "senior", "senior", "lead", "principal", "director")
_KINDS = ("Company", "Company", "Company", "University", "ResearchInstitute", "Nonprofit")
_DEGREES = ("bachelor", "master", "doctor")
_FIRST, _LAST = 1990, 2024


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything; a tenth of the people are students of another."""

    people: int = 20_000
    stints: int = 100_000
    organizations: int = 5_000
    technologies: int = 1_500
    venues: int = 400
    papers: int = 20_000
    evidence: bool = True
    seed: int = 7


class _Pool:
    """Ids of one kind, of which the first are drawn most."""

    def __init__(self, ids: list[str], chance: random.Random, *, skew: float = 0.5) -> None:
        self._ids, self._chance = ids, chance
        self._weights = list(accumulate(rank**-skew for rank in range(1, len(ids) + 1)))

    def draw(self, count: int = 1) -> list[str]:
        return self._chance.choices(self._ids, cum_weights=self._weights, k=count)


def invent(size: Size) -> tuple[list[Node], list[Edge]]:
    """The nodes and edges of a graph of this size, sorted by id."""
    chance, rows = random.Random(size.seed), Rows()
    organizations = _Pool(_organizations(rows, size, chance), chance)
    technologies = _Pool(_named(rows, "Technology", size.technologies), chance, skew=0.9)
    people = _people(rows, size, chance)
    _stints(rows, size, chance, people, organizations, technologies)
    _papers(rows, size, chance, people)
    for student in chance.sample(people, size.people // 10):
        if (advisor := chance.choice(people)) != student:
            rows.edge("ADVISED", advisor, student, startYear=chance.randint(_FIRST, _LAST))
    for person in people:
        for technology in technologies.draw(chance.randint(0, 8)):
            rows.edge("LISTS", person, technology)
    add_derived(rows)
    return rows.sorted()


def _named(rows: Rows, label: str, count: int) -> list[str]:
    return [
        rows.node(f"{label.lower()}/{number}", label, name=f"{label} {number}", aliases=[f"{label[0]}{number}"])
        for number in range(count)
    ]


def _organizations(rows: Rows, size: Size, chance: random.Random) -> list[str]:
    """Organizations, of which one in twenty is a part of a larger one."""
    ids = [f"organization/{number}" for number in range(size.organizations)]
    for number, one in enumerate(ids):
        rows.node(one, "Organization", chance.choice(_KINDS), name=f"Organization {number}", aliases=[f"O{number}"])
        if number % 20 == 19:
            rows.edge("PART_OF", one, ids[number // 20])
    return ids


def _people(rows: Rows, size: Size, chance: random.Random) -> list[str]:
    """People, of whom one in fifty has a namesake."""
    people = []
    for number in range(size.people):
        name = f"Person {number - 1 if number % 50 == 1 else number}"
        people.append(rows.node(f"person/{number}", "Person", name=name, aliases=[f"P. {number}"], hasProfile=True))
        rows.node(f"document/{number}.txt", "Document", name=f"{number}.txt", path=f"cvs/{number}.txt")
        if size.evidence:
            _support(rows, people[-1], number, "basics", name)
    chance.shuffle(people)
    return people


def _stints(
    rows: Rows, size: Size, chance: random.Random, people: list[str], organizations: _Pool, technologies: _Pool
) -> None:
    """Careers, one stint after the other, some at the same time; some dates are partial and some are missing."""
    counts = [1] * len(people)
    for lucky in chance.choices(range(len(people)), k=size.stints - len(people)):
        counts[lucky] += 1
    for person, count in zip(people, counts, strict=True):
        month = chance.randint(_FIRST, _LAST - 8) * 12
        for number in range(count):
            study, length = number < min(2, count - 1), chance.randint(6, 60)
            if month // 12 >= _LAST:  # a second career beside the first
                month = chance.randint(_FIRST, _LAST - 1) * 12
            label, held = ("Education", "STUDIED") if study else ("Position", "HELD")
            stint = f"{label.lower()}/{person[7:]}/{number}"
            values = {"degreeLevel": _DEGREES[number]} if study else {"level": chance.choice(_LEVELS)}
            name = f"{values.get('level', 'student')} {number}"
            rows.node(stint, label, name=name, title=None if study else name, **values, **_dates(chance, month, length))
            rows.edge(held, person, stint)
            rows.edge("AT", stint, organizations.draw()[0])
            for technology in [] if study else technologies.draw(chance.randint(0, 4)):
                rows.edge("USED", stint, technology)
            if size.evidence:
                _support(rows, stint, int(person[7:]), f"work.{number}", f"{name}, {month // 12}")
            month += max(1, length - chance.choice((0, 0, 0, 12)) + chance.choice((0, 0, 3)))


def _dates(chance: random.Random, month: int, length: int) -> dict[str, object]:
    """Dates as they are written: to the month, to the year, or not at all."""
    end, kind = month + length, chance.random()
    if kind < 0.1:
        return {}
    if end // 12 > _LAST:
        return {"startDate": _month(month), "startYear": month // 12, "isCurrent": True, "currentAsOf": f"{_LAST}-12"}
    first, last = (str(month // 12), str(end // 12)) if kind < 0.3 else (_month(month), _month(end))
    dates: dict[str, object] = {"startDate": first, "startYear": month // 12}
    return dates if kind < 0.33 else {**dates, "endDate": last, "endYear": end // 12}


def _month(index: int) -> str:
    return f"{index // 12}-{index % 12 + 1:02}"


def _papers(rows: Rows, size: Size, chance: random.Random, people: list[str]) -> None:
    """Papers of circles of people, at venues."""
    venues = _Pool(_named(rows, "Venue", size.venues), chance, skew=0.9)
    for number in range(size.papers):
        name = f"Paper {number}"
        year = chance.choice((None, *range(_FIRST, _LAST)))
        paper = rows.node(f"publication/{number}", "Publication", name=name, title=name, year=year)
        rows.edge("PUBLISHED_IN", paper, venues.draw()[0])
        circle = int(chance.random() ** 2 * len(people))
        authors = {people[(circle + chance.randint(0, 15)) % len(people)] for _ in range(chance.randint(1, 6))}
        for place, author in enumerate(sorted(authors), 1):
            rows.edge("AUTHORED", author, paper, position=place)


def _support(rows: Rows, node: str, number: int, place: str, quote: str) -> None:
    """The words of a person's document that say a thing."""
    values = {"quote": quote, "page": 1, "charStart": 0, "charEnd": len(quote), "confidence": 0.5 + number % 5 / 10}
    said = rows.node(f"evidence/{number}.txt/{place}", "Evidence", **values, section=place.partition(".")[0])
    rows.edge("SUPPORTS", said, node)
    rows.edge("FROM_DOCUMENT", said, f"document/{number}.txt")
