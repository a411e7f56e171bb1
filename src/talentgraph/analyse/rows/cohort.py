"""Rows of the questions about people among others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Similar:
    """Someone who has much in common with a person; the score is the share of it, from 0.0 to 1.0."""

    person: str
    other: str
    other_id: str
    score: float
    organizations: list[str]
    technologies: list[str]
    venues: list[str]


@dataclass(frozen=True, slots=True)
class Broker:
    """Someone who is tied to people of two sides, and how many pairs of them that makes."""

    person: str
    person_id: str
    a_people: int
    b_people: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many people have what was asked for, of how many."""

    people: int
    everyone: int


@dataclass(frozen=True, slots=True)
class Alumnus:
    """Someone who was at an organization, and the next position elsewhere, as far as years say it."""

    organization: str
    person: str
    person_id: str
    left_year: int | None
    next: str | None
    next_id: str | None
    title: str | None
    start_year: int | None
