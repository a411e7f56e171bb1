"""Corrected profiles as examples to learn from: the values that people have checked, where they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talentgraph.extract.fields import printed
from talentgraph.model import Document, Line, Profile, Record, Span
from talentgraph.train.surface import Labelled
from talentgraph.values.text import fold

_LABELS: Mapping[str, Mapping[str, str]] = {  # records → fields → labels
    "work": {"name": "EMPLOYER", "position": "TITLE", "team": "TEAM", "location": "PLACE"},
    "education": {
        "institution": "INSTITUTION", "study_type": "DEGREE", "area": "FIELD", "department": "DEPARTMENT",
        "location": "PLACE", "advisors": "ADVISOR",
    },
    "publications": {"name": "PAPER", "publisher": "VENUE", "authors": "AUTHOR"},
    "skills": {"keywords": "SKILL"},
    "projects": {"name": "PROJECT"},
    "awards": {"title": "AWARD", "awarder": "AWARDER"},
    "certificates": {"name": "CERTIFICATE", "issuer": "ISSUER"},
    "languages": {"language": "LANGUAGE"},
}  # fmt: skip
_PERSON = {"name": "PERSON", "label": "TITLE"}


@dataclass(frozen=True, slots=True)
class Correction:
    """A document with its right entities; `lost` are the places of values that its text does not hold."""

    person: str
    document: Document
    spans: tuple[Labelled, ...]
    lost: tuple[str, ...] = ()


def corrections(profiles: Iterable[Profile], documents: Iterable[Document] = ()) -> list[Correction]:
    """The corrected ones among profiles, as examples.

    `documents` are the files behind them, as they are read: where one has the text of a profile, its lines and styles
    are known; elsewhere lines are plain.
    """
    read = {(document.source.sha256, document.text): document for document in documents}
    return [
        _correction(profile, read.get((profile.source.sha256, profile.text)) or _plain(profile))
        for profile in profiles
        if profile.corrected and profile.text.strip()
    ]


def _correction(profile: Profile, document: Document) -> Correction:
    found: list[Labelled] = []
    lost: list[str] = []
    for where, record, fields in _records(profile):
        for place, value, label in _values(record, fields):
            span = _place(profile.text, record, place, value)
            if span is None:
                lost.append(f"{where}.{place}")
            else:
                found.append((*span, label))
    person = fold(profile.basics.name or "") or profile.source.path
    return Correction(person, document, tuple(_apart(found)), tuple(lost))


def _records(profile: Profile) -> Iterator[tuple[str, Record, Mapping[str, str]]]:
    yield "basics", profile.basics, _PERSON
    for kind, fields in _LABELS.items():
        yield from ((f"{kind}.{number}", record, fields) for number, record in enumerate(getattr(profile, kind)))


def _values(record: Record, fields: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The set values of a record that have a label: place, value, label."""
    for name, label in fields.items():
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from ((f"{name}.{number}", item, label) for number, item in enumerate(value))
        elif value:
            yield name, value, label


def _place(text: str, record: Record, place: str, value: str) -> Span | None:
    """Where a value stands: at its evidence if that still says it, else where it is printed next to its record."""
    spans = record.evidence.get(place, ())
    if len(spans) == 1 and fold(printed(text, spans)) == fold(value):
        return spans[0]
    words = r"\s+".join(map(re.escape, value.split()))
    places = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text)] if words else []
    around = [start for many in record.evidence.values() for start, _ in many] or [0]
    return min(places, key=lambda span: min(abs(span[0] - start) for start in around), default=None)


def _apart(spans: Sequence[Labelled]) -> list[Labelled]:
    """The spans without those that lie across longer ones, in order."""
    kept: list[Labelled] = []
    for start, end, label in sorted(set(spans), key=lambda span: (span[0] - span[1], span)):
        if not any(start < b and a < end for a, b, _ in kept):
            kept.append((start, end, label))
    return sorted(kept)


def _plain(profile: Profile) -> Document:
    """The document of a profile, as far as its text tells."""
    lines, start = [], 0
    for words in re.split(r"[\n\f]", profile.text):
        lines.append(Line(start=start, end=start + len(words)))
        start += len(words) + 1
    return Document(source=profile.source, text=profile.text, lines=tuple(lines), sections=profile.sections)
