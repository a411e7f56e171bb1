"""JSON Resume files become profiles directly; the evidence points into the file's own text."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from talentgraph.errors import ReadError
from talentgraph.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Language,
    Profile,
    Project,
    Publication,
    Record,
    Skill,
    Source,
    Span,
    Work,
)  # fmt: skip
from talentgraph.read.json_places import Place, find_places, load
from talentgraph.read.text import decode

EXTRACTOR = "json-resume"
_SECTIONS = ("basics", "work", "education", "publications", "skills", "projects", "awards", "certificates", "languages")
_R = TypeVar("_R", bound=Record)

# The keys of the file for the fields of our records, where they differ from the field's own name.
_KEYS: dict[str, tuple[str, ...]] = {
    "name": ("name", "company", "organization", "title"),
    "start_date": ("startDate", "start_date"),
    "end_date": ("endDate", "end_date"),
    "study_type": ("studyType", "degree"),
    "employment_type": ("employmentType",),
    "advisors": ("advisor", "advisors"),
    "release_date": ("releaseDate", "date"),
    "phone": ("phone", "telephone"),
    "url": ("url", "website"),
    "keywords": ("keywords", "technologies"),
}  # fmt: skip
_RECORDS: dict[str, type[Record]] = {
    "work": Work, "education": Education, "publications": Publication, "skills": Skill, "projects": Project,
    "awards": Award, "certificates": Certificate, "languages": Language,
}  # fmt: skip


def read_json_resume(data: bytes, source: Source) -> Profile:
    """A JSON Resume file. Missing keys, null and values of another kind than expected are as good as absent."""
    text = decode(data, source.path)
    try:
        places = find_places(text)
        content = load(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(source.path, f"is not valid JSON ({error})", "correct it or export it again") from error
    if not isinstance(content, dict) or not any(content.get(key) for key in _SECTIONS):
        raise ReadError(source.path, "is JSON, but no JSON Resume", "it needs keys such as basics, work or education")
    reader = _Reader(content, places)
    records = {kind: reader.records(kind, form) for kind, form in _RECORDS.items()}
    return Profile(source=source, text=text, basics=reader.basics(), extractor=EXTRACTOR, **records)  # type: ignore[arg-type]


class _Reader:
    """The content of one file beside the places of its values."""

    def __init__(self, content: Mapping[str, Any], places: Mapping[Place, Span]) -> None:
        self.content, self.places = content, places

    def basics(self) -> Basics:
        raw = self.content.get("basics")
        if not isinstance(raw, dict):
            return Basics()
        basics = self.record(Basics, raw, ("basics",))
        found = [
            (profile["url"], self.places[("basics", "profiles", number, "url")])
            for number, profile in enumerate(_list(raw.get("profiles")))
            if isinstance(profile, dict) and isinstance(profile.get("url"), str) and profile["url"].strip()
        ]
        evidence = {key: spans for key, spans in basics.evidence.items() if not key.startswith("profiles")}
        evidence |= {f"profiles.{number}": (span,) for number, (_, span) in enumerate(found)}
        return dataclasses.replace(basics, profiles=tuple(url for url, _ in found), evidence=evidence)

    def records(self, kind: str, form: type[_R]) -> tuple[_R, ...]:
        rows = enumerate(_list(self.content.get(kind)))
        found = [self.record(form, row, (kind, number)) for number, row in rows if isinstance(row, dict)]
        return tuple(record for record in found if record.evidence)

    def record(self, form: type[_R], raw: Mapping[str, Any], path: Place) -> _R:
        """A record from an object of the file."""
        values: dict[str, Any] = {}
        evidence: dict[str, tuple[Span, ...]] = {}
        for field in dataclasses.fields(form):
            if field.name in ("evidence", "confidence"):
                continue
            key = next((key for key in _keys(field.name, form) if raw.get(key) not in (None, "", [], {})), None)
            if key is not None:
                self.fill(field, raw[key], (*path, key), values, evidence)
        if form is Work and not values.get("end_date") and values.get("start_date"):
            values["current"] = values.get("current", False) or _says_present(raw)
        return form(**values, evidence=evidence)

    def fill(
        self, field: Any, raw: Any, path: Place, values: dict[str, Any], evidence: dict[str, tuple[Span, ...]]
    ) -> None:
        """Note a field's value and where it stands."""
        name = field.name
        if "tuple" in str(field.type):
            items = self.strings(raw, path)
            values[name] = tuple(item for item, _ in items)
            evidence |= {f"{name}.{number}": (span,) for number, (_, span) in enumerate(items)}
        elif "bool" in str(field.type):
            values[name] = raw is True
        elif items := self.strings(raw, path):
            if name == "end_date" and items[0][0].casefold() in _PRESENT:
                values["current"] = True
                evidence["current"] = (items[0][1],)
                return
            values[name] = ", ".join(item for item, _ in items)
            evidence[name] = tuple(span for _, span in items)

    def strings(self, raw: Any, path: Place) -> list[tuple[str, Span]]:
        """The text values in a value; of objects (a location) the telling parts, or their name."""
        if isinstance(raw, str):
            words = " ".join(raw.split())
            return [(words, self.places[path])] if words else []
        if isinstance(raw, bool) or raw is None:
            return []
        if isinstance(raw, int | float):
            return [(str(raw), self.places[path])]
        if isinstance(raw, list):
            return [found for number, item in enumerate(raw) for found in self.strings(item, (*path, number))]
        keys = [key for key in ("city", "region", "countryCode") if key in raw] or ["name"]
        return [found for key in keys if key in raw for found in self.strings(raw[key], (*path, key))]


_PRESENT = frozenset(("present", "current", "now", "today", "ongoing"))


def _says_present(raw: Mapping[str, Any]) -> bool:
    return raw.get("current") is True or raw.get("isCurrent") is True


def _keys(name: str, form: type[Record]) -> tuple[str, ...]:
    if name == "name" and form is not Work:
        return ("name", "title")
    camel = "".join(part if not place else part.capitalize() for place, part in enumerate(name.split("_")))
    return _KEYS.get(name, (camel,))


def _list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else []
