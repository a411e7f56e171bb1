"""Rows about careers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """Moves from one organization to another; `kind` is move, suppressed (cells of few people) or undated."""

    kind: str
    origin: str | None
    origin_id: str | None
    destination: str | None
    destination_id: str | None
    moves: int
    people: int | None


@dataclass(frozen=True, slots=True)
class Presence:
    """Someone who was, or if not `known` may have been, at an organization; `together` is worked or studied."""

    person: str
    person_id: str
    organization: str
    organization_id: str
    together: str
    stint: str
    stint_id: str
    start: str | None
    end: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Someone who has been at an organization (degree 0), knows one who has (1), or knows one who knows one (2)."""

    person: str
    person_id: str
    degree: int
    through: str | None
    through_id: str | None
    insider: str
    insider_id: str
    kinds: list[str]
    onward: list[str]


@dataclass(frozen=True, slots=True)
class Tenure:
    """The months of a person at an organization, each once, and how many lie between; None where no dates say any."""

    person: str
    person_id: str
    organization: str
    organization_id: str
    months: int | None
    away: int | None
    stints: int
    undated: int
    current: bool


@dataclass(frozen=True, slots=True)
class Ascent:
    """How long a person needed to the first senior title; absent where there is none, or no dates say it."""

    person: str
    person_id: str
    first: str | None
    senior: str | None
    senior_id: str | None
    reached: str | None
    years: int | None
    months: int | None
    undated: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Months in which no stint of a person is known to have run; `undated` stints may lie in them."""

    person: str
    person_id: str
    after: str
    after_id: str
    before: str
    before_id: str
    months: int
    undated: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """How many people moved between sectors in a year, or were in both at once."""

    kind: str
    year: int | None
    people: int
    moves: int
