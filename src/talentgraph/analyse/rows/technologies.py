"""Rows of the questions about technologies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trend:
    """How many people used a technology in a year; without a year, how many used it at a time that is not known."""

    technology: str
    technology_id: str
    year: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Together:
    """Two technologies that the same people know; a lift of 1.0 says that they have nothing to do with each other."""

    technology: str
    technology_id: str
    other: str
    other_id: str
    people: int
    technology_people: int
    other_people: int
    lift: float


@dataclass(frozen=True, slots=True)
class Adjacent:
    """What people who know a technology know more often than others; shares are in percent."""

    technology: str
    adjacent: str
    adjacent_id: str
    people: int
    share: int
    share_of_others: int
