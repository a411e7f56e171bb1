"""The rows that the questions answer with: the same columns, in the same order, as those of queries/."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Match:
    """A person found by `find_people`; the lists hold what was asked for and holds, as it was given."""

    person: str
    person_id: str
    technologies: list[str]
    organizations: list[str]
    publications: int


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a chain of introductions; `path` and `hop` count from 1."""

    path: int
    hop: int
    person: str
    person_id: str
    other: str
    other_id: str
    kinds: list[str]
    organizations: list[str]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who was at an organization in the same months; `together` is worked or studied."""

    person: str
    colleague: str
    colleague_id: str
    organization: str | None
    together: str
    months: int


@dataclass(frozen=True, slots=True)
class Expert:
    """Someone who knows a technology: whole months, the year of the last use, whether it is on the own list."""

    technology: str
    person: str
    person_id: str
    months: int | None
    last_used: int | None
    stated: bool
    venues: list[str]


@dataclass(frozen=True, slots=True)
class Feeder:
    """How many people studied at the one and worked at the other; for `undated` of them no years say what was first."""

    university: str
    university_id: str
    employer: str
    employer_id: str
    people: int
    undated: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact about a person and the words that say it; `page` counts from 1."""

    person: str
    kind: str
    fact: str
    fact_id: str
    quote: str | None
    document: str | None
    page: int | None
    section: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a free text fits: a node, or a sentence of evidence with its document and page; `score` is from 0 to 1."""

    kind: str
    name: str
    id: str
    matched: str
    score: float
    document: str | None
    page: int | None


Row = Found | Match | Hop | Colleague | Expert | Feeder | Statement


def as_dicts(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows as plain dictionaries, as a store gives them.

    >>> as_dicts([Feeder("Uni", "organization/uni", "Acme", "organization/acme", 2, 1)])[0]["people"]
    2
    """
    return [dataclasses.asdict(row) for row in rows]
