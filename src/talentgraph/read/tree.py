"""Structured files as one kind of tree, whose values know their places: JSON, XML, YAML and CSV alike.

A list is several children of one name, so that `works/group/work-summary` reads the same in JSON and in XML.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from talentgraph.model import Record, Span
from talentgraph.values.authors import split_authors
from talentgraph.values.dates import find_dates, precision
from talentgraph.values.text import fold

MAX_DEPTH = 100
_R = TypeVar("_R", bound=Record)
_STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_PROSE = frozenset(("summary", "description", "reference", "highlights"))  # these keep their line breaks
_ISO = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_NOW = frozenset(("present", "current", "now", "today", "ongoing", "till date"))


@dataclass(frozen=True, slots=True)
class Said:
    """A value and the places that say it."""

    text: str
    spans: tuple[Span, ...] = ()

    @property
    def line(self) -> Said:
        """The value with single blanks for all white space."""
        return Said(" ".join(self.text.split()), self.spans)


@dataclass(slots=True, eq=False)
class Node:
    """A value with a name, or a group of such."""

    name: str
    said: Said | None = None
    children: list[Node] = field(default_factory=list)
    alone: bool = True  # not an item of a list

    def all(self, path: str) -> list[Node]:
        """The nodes at a path of names that slashes part; the empty path is the node itself."""
        found = [self]
        for name in filter(None, path.split("/")):
            found = [child for node in found for child in node.children if child.name == name]
        return found

    def find(self, *names: str) -> Iterator[Node]:
        """The nodes below this one that have one of the names, in the order of the file."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.find(*names)

    def values(self, *paths: str) -> list[Said]:
        """The values at paths. An object stands for the value that it wraps, as `{"value": "Acme"}` does."""
        return [said for path in paths for node in self.all(path) if (said := node.value())]

    def get(self, *paths: str) -> Said | None:
        """The first value at the first path that has one."""
        return next(iter(self.values(*paths)), None)

    def has(self, *names: str) -> bool:
        """Whether there is a child of one of the names."""
        return any(child.name in names for child in self.children)

    def value(self) -> Said | None:
        """The node's own value."""
        if self.said is not None and self.said.text.strip():
            return self.said
        return next((child.value() for child in self.children if child.name == "value"), None)


def cleaned(text: str) -> str:
    """A text without signs that no text has: control signs and halves of signs."""
    return _STEERING.sub("", text)


def joined(parts: Iterable[Said | None], mark: str = ", ") -> Said | None:
    """Several values as one.

    >>> joined([Said("Ada", ((0, 3),)), None, Said("Example", ((9, 16),))], " ")
    Said(text='Ada Example', spans=((0, 3), (9, 16)))
    """
    known = list(dict.fromkeys(part for part in parts if part))
    if not known:
        return None
    return Said(mark.join(part.text for part in known), tuple(span for part in known for span in part.spans))


def once(values: Iterable[Said | None]) -> list[Said]:
    """Several values, each once, up to case and accents.

    >>> [said.text for said in once([Said("Ada"), Said("Bo"), None, Said("ada")])]
    ['Ada', 'Bo']
    """
    found: dict[str, Said] = {}
    for said in values:
        if said:
            found.setdefault(fold(said.text), said)
    return list(found.values())


def dated(said: Said | None) -> Said | None:
    """A date in the form 2021, 2021-03 or 2021-03-15; None when the value says none.

    >>> dated(Said("March 2021")), dated(Said("2021-03-15T10:00:00Z")), dated(Said("soon"))
    (Said(text='2021-03', spans=()), Said(text='2021-03-15', spans=()), None)
    """
    if said is None:
        return None
    text = said.text.strip()
    if match := _ISO.fullmatch(text):
        return Said(_sound(match[1]), said.spans)
    found = find_dates(text)
    return Said(found[0].start or found[0].end or "", said.spans) if found else None


def _sound(date: str) -> str:
    """An ISO date without a month or day that no calendar has."""
    if precision(date) != "year" and not 0 <= int(date[5:7]) - 1 < 12:
        return date[:4]
    if precision(date) == "day" and not 1 <= int(date[8:]) <= 31:
        return date[:7]
    return date


def period(start: Said | None, end: Said | None, *, open_is_current: bool = False) -> dict[str, Said | bool | None]:
    """The fields of a stretch of time: start_date, end_date, and current where the end says so.

    >>> period(Said("Jan 2020"), Said("Present", ((9, 16),)))["current"]
    Said(text='True', spans=((9, 16),))
    """
    first = dated(start)
    if end is not None and end.text.strip().casefold() in _NOW:
        return {"start_date": first, "end_date": None, "current": Said("True", end.spans)}
    last = dated(end)
    return {"start_date": first, "end_date": last, "current": open_is_current and bool(first) and last is None}


def make(form: type[_R], **fields: Any) -> _R:
    """A record from values with places: a Said, several, a bool, or None for what is not known."""
    values: dict[str, Any] = {}
    evidence: dict[str, tuple[Span, ...]] = {}
    for item in dataclasses.fields(form):
        name, said = item.name, fields.pop(item.name, None)
        if isinstance(said, bool):
            values[name] = said
        elif isinstance(said, Said):
            values[name] = "bool" in str(item.type) or _told(name, said)
            evidence[name] = said.spans
        elif said:
            values[name] = tuple(_told(name, part) for part in said)
            evidence |= {f"{name}.{number}": part.spans for number, part in enumerate(said)}
    assert not fields, fields
    return form(**values, evidence={key: spans for key, spans in evidence.items() if spans})


def _told(name: str, said: Said) -> str:
    return said.text if name in _PROSE else said.line.text


def told(records: Iterable[_R]) -> tuple[_R, ...]:
    """The records that say something."""
    return tuple(record for record in records if record.evidence)


def split(said: Said | None, mark: str = "[,;]") -> list[Said]:
    """The parts of a value between marks, each with its own place where the text is written as it reads.

    Parts have no blanks at their ends, so that marks need none, which would cost time where there are very many.

    >>> split(Said("C++, Go", ((10, 17),)))
    [Said(text='C++', spans=((10, 13),)), Said(text='Go', spans=((15, 17),))]
    """
    if said is None:
        return []
    return parts(said, [match.span() for match in re.finditer(mark, said.text)])


def parts(said: Said, marks: Iterable[Span]) -> list[Said]:
    """The parts of a value between stretches of it."""
    pieces, start = [], 0
    for begin, end in marks:
        pieces.append((start, begin))
        start = end
    return [part(said, a, b) for a, b in [*pieces, (start, len(said.text))] if said.text[a:b].strip()]


def part(said: Said, start: int, end: int) -> Said:
    """A stretch of a value, with its own place where the text is written as it reads, else with that of the whole."""
    while start < end and said.text[start].isspace():
        start += 1
    while end > start and said.text[end - 1].isspace():
        end -= 1
    if len(said.spans) == 1 and said.spans[0][1] - said.spans[0][0] == len(said.text):
        first = said.spans[0][0]
        return Said(said.text[start:end], ((first + start, first + end),))
    return Said(said.text[start:end], said.spans)


def authors_of(said: Said | None) -> list[Said]:
    """The names of a list of authors."""
    return [part(said, *span) for span, _ in split_authors(said.text)] if said else []
