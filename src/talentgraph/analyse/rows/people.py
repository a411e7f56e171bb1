"""Rows of the questions about people and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass


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
    """A step of a chain of introductions; `path` and `hop` count from 1, `confidence` is the lowest of what says it."""

    path: int
    hop: int
    person: str
    person_id: str
    other: str
    other_id: str
    kinds: list[str]
    organizations: list[str]
    because: list[str]
    quotes: list[str]
    confidence: float | None


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
    """How many people came from the one to the other; of `undated` students no date says until when they were there."""

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
