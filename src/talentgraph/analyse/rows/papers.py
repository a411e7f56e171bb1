"""Rows of the questions about papers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coauthor:
    """Someone with whom a person wrote papers; for `undated` of them the year is not known."""

    person: str
    coauthor: str
    coauthor_id: str
    papers: int
    undated: int
    first_year: int | None
    last_year: int | None
    venues: list[str]


@dataclass(frozen=True, slots=True)
class Coauthorship:
    """A pair of people with papers together; for `undated` of them the year is not known."""

    person: str
    person_id: str
    coauthor: str
    coauthor_id: str
    papers: int
    undated: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class VenuePerson:
    """Someone who published at a venue: how many papers, in which years, and how many without a year."""

    venue: str
    person: str
    person_id: str
    papers: int
    undated: int
    years: list[int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person and a reviewer had to do with each other; `last_year` is None where no dates say when."""

    person: str
    person_id: str
    reviewer: str
    reviewer_id: str
    kind: str
    what: str
    what_id: str
    last_year: int | None
