"""Rows of labelled parts, filled in from patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

LABELS = {
    "person": "PERSON", "employer": "EMPLOYER", "title": "TITLE", "team": "TEAM", "place": "PLACE",
    "school": "INSTITUTION", "department": "DEPARTMENT", "degree": "DEGREE", "field": "FIELD",
    "advisor": "ADVISOR", "paper": "PAPER", "author": "AUTHOR", "venue": "VENUE", "award": "AWARD",
    "awarder": "AWARDER", "project": "PROJECT", "skill": "SKILL", "certificate": "CERTIFICATE",
    "issuer": "ISSUER", "language": "LANGUAGE",
}  # fmt: skip
_OPTIONAL = re.compile(r"<([^<>]*)>")
_FIELD = re.compile(r"\{(\w+)\}")
_EDGE = " ,;|·•–—-\t"

Kind = Literal["name", "heading", "entry", "text", "bullet"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a row. `field` says what it is, for styles; `label` what the model is to find."""

    text: str
    label: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line before it is set: what it is, whether blank space stands above it, whether it begins an entry."""

    parts: tuple[Part, ...]
    kind: Kind = "text"
    gap: bool = False
    level: int = 0
    lead: bool = False
    place: int = 0  # number of the row in the head of its entry

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


Values = Mapping[str, str | tuple[Part, ...]]


def fill(pattern: str, values: Values) -> tuple[Part, ...]:
    """The parts that a pattern gives: `{name}` is a value, `<…>` goes away when a value inside it is missing.

    >>> [part.text for part in fill("{title}<, {team}> at {employer}", {"title": "Engineer", "employer": "Acme"})]
    ['Engineer', ' at ', 'Acme']
    """
    while _OPTIONAL.search(pattern):
        pattern = _OPTIONAL.sub(lambda match: match[1] if _complete(match[1], values) else "", pattern)
    parts: list[Part] = []
    for number, piece in enumerate(_FIELD.split(pattern)):
        if number % 2 == 0:
            parts += [Part(piece)] if piece else []
        elif value := values.get(piece):
            parts += value if isinstance(value, tuple) else [Part(value, LABELS.get(piece, ""), piece)]
    return _trimmed(parts)


def rows(patterns: Sequence[str], values: Values, *, gap: bool = False) -> list[Row]:
    """One entry row a pattern; rows in which nothing is filled in go away."""
    filled = [fill(pattern, values) for pattern in patterns]
    kept = [parts for parts in filled if any(part.field for part in parts)]
    return [
        Row(parts, "entry", gap and number == 0, lead=number == 0, place=number) for number, parts in enumerate(kept)
    ]


def text(words: str, kind: Kind = "text", *, gap: bool = False, level: int = 0) -> Row:
    """A row without labels."""
    return Row((Part(words),), kind, gap, level)


def listed(field: str, items: Sequence[str], separator: str, last: str = "") -> tuple[Part, ...]:
    """Items of one field with separators between them; `last` stands before the last one."""
    parts: list[Part] = []
    for number, item in enumerate(items):
        if number:
            parts.append(Part(last if last and number == len(items) - 1 else separator))
        parts.append(Part(item, LABELS.get(field, ""), field))
    return tuple(parts)


def _complete(pattern: str, values: Values) -> bool:
    return all(values.get(name) for name in _FIELD.findall(pattern))


def _trimmed(parts: list[Part]) -> tuple[Part, ...]:
    """Without separators that a missing value has left at the ends."""
    while parts and not parts[0].field and not parts[0].text.strip(_EDGE):
        parts = parts[1:]
    while parts and not parts[-1].field and not parts[-1].text.strip(_EDGE):
        parts = parts[:-1]
    if parts and not parts[0].field:
        parts = [replace(parts[0], text=parts[0].text.lstrip(_EDGE)), *parts[1:]]
    return tuple(parts)
