"""Rows of the questions about who advised whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lineage:
    """That an academic ancestor of a person advised someone of the generation below, which is 0 for the person."""

    person: str
    generation: int
    advisor: str
    advisor_id: str
    student: str
    student_id: str
    start_year: int | None
    end_year: int | None


@dataclass(frozen=True, slots=True)
class Descent:
    """That an academic descendant of a person was advised by someone of the generation above."""

    person: str
    generation: int
    student: str
    student_id: str
    advisor: str
    advisor_id: str
    start_year: int | None
    end_year: int | None


@dataclass(frozen=True, slots=True)
class Ancestor:
    """An academic ancestor that two people have in common, and the generations up from each of them."""

    person: str
    other: str
    ancestor: str
    ancestor_id: str
    generations: int
    other_generations: int
