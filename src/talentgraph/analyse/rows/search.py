"""Rows of the search in free text."""

from __future__ import annotations

from dataclasses import dataclass


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
