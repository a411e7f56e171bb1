"""The gold: what is true of a person, and how much of it one document shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from talentgraph.errors import ProfileError

Record = Mapping[str, Any]  # a JSON object
SECTIONS = ("work", "education", "publications", "skills", "projects", "awards")


@dataclass(frozen=True, slots=True)
class Shown:
    """The gold of a person as one document shows it.

    `hidden` names the places that the document does not show ("work.3.endDate"), `shown_as` gives the dates that it
    shows less exactly.
    """

    gold: Record
    hidden: frozenset[str] = frozenset()
    shown_as: Mapping[str, str] = field(default_factory=dict)

    def value(self, section: str, number: int, name: str) -> str:
        """A value of a record as the document shows it; empty where it does not."""
        place = f"{section}.{number}.{name}"
        if place in self.hidden:
            return ""
        return self.shown_as.get(place) or text(records(self.gold, section)[number], name)

    def is_current(self, section: str, number: int) -> bool:
        """Whether a record goes on and the document says so."""
        record = records(self.gold, section)[number]
        return bool(record.get("current")) and f"{section}.{number}.current" not in self.hidden


def shown(gold: Record, coverage: Record | None = None) -> Shown:
    """The gold as a document with this entry of `coverage.json` shows it; by default all of it.

    >>> shown({"work": [{"name": "Acme"}]}, {"hidden": ["work.0.name"]}).value("work", 0, "name")
    ''
    """
    coverage = coverage or {}
    return Shown(gold, frozenset(coverage.get("hidden") or ()), coverage.get("shown_as") or {})


def check(gold: Any, path: str) -> Record:
    """The gold, if it has the form of a JSON Resume. Raises ProfileError with the place of what has not."""
    if not isinstance(gold, dict):
        raise ProfileError(f"{path}: is no JSON object; give a JSON Resume")
    if not isinstance(gold.get("basics", {}), dict):
        raise ProfileError(f"{path}: basics: is no JSON object; correct the file")
    for section in SECTIONS:
        found = gold.get(section)
        if found is not None and not (isinstance(found, list) and all(isinstance(each, dict) for each in found)):
            raise ProfileError(f"{path}: {section}: is no list of JSON objects; correct the file")
    return gold


def records(data: Record, section: str) -> Sequence[Record]:
    """The records of a section; none where it is missing."""
    return data.get(section) or ()


def text(record: Record, name: str) -> str:
    """A value of a record as text; empty where there is none.

    >>> text({"score": 3.9}, "score"), text({"name": None}, "name")
    ('3.9', '')
    """
    value = record.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def texts(record: Record, name: str) -> list[str]:
    """A list of a record as texts, one text as a list of one."""
    value = record.get(name)
    items = value if isinstance(value, list | tuple) else [value]
    return [each if isinstance(each, str) else "" for each in items]


def own_names(data: Record) -> tuple[str, ...]:
    """The names of the person a profile is about, as they stand in lists of authors, too."""
    basics = data.get("basics") or {}
    return tuple(name for name in (text(basics, "name"), *texts(basics, "aliases")) if name)
