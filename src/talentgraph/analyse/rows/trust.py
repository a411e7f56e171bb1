"""Rows of the questions about what the facts rest on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeakFact:
    """A fact about a person and the best quote that says so; all None where nothing does."""

    person: str
    person_id: str
    kind: str
    fact: str
    fact_id: str
    confidence: float | None
    quote: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact about a person that cannot be true, alone or together with another."""

    person: str
    person_id: str
    kind: str
    fact: str
    fact_id: str
    other: str | None
    other_id: str | None


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """Something that quotes of a document speak of; with 0 `elsewhere` no other document does."""

    document: str | None
    kind: str
    fact: str
    fact_id: str
    quotes: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two that are probably one, and why."""

    kind: str
    name: str
    id: str
    other: str
    other_id: str
    probability: float | None
    reason: str | None
