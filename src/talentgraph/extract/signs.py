"""Signs: what speaks for each value of a profile, as numbers from 0 to 1; more of a sign never speaks against it.

model    the chance that the model gives to this very stretch with this meaning; less where it drew other borders
source   what made the value: a guess from the layout, the model, or a rule
known    the share of its words that a lexicon knows
whole    the share of the fields that records of its kind are made of, and that this one has
alike    the share of the records beside it whose fields stand in the same order
placed   whether it stands in a section of its kind that a heading announces
clear    the mean chance of everything that the model found in the document
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from talentgraph.model import Profile, Record, Section, SectionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

SIGNS = ("model", "source", "known", "whole", "alike", "placed", "clear")
KINDS = ("work", "education", "publications", "skills", "projects", "awards", "certificates", "languages", "volunteer")
_CORE = {
    "basics": ("name", "label", "email"),
    "work": ("name", "position", "start_date"),
    "education": ("institution", "study_type", "area", "end_date"),
    "publications": ("name", "publisher", "release_date", "authors.0"),
    "skills": ("keywords.0", "keywords.1", "keywords.2", "name"),
    "projects": ("name", "start_date", "keywords.0"),
    "awards": ("title", "awarder", "date"),
    "certificates": ("name", "issuer", "date"),
    "languages": ("language", "fluency"),
    "volunteer": ("organization", "position", "start_date"),
}
_LABELS = {
    "basics.name": "PERSON", "basics.label": "TITLE", "work.name": "EMPLOYER", "work.position": "TITLE",
    "work.team": "TEAM", "work.location": "PLACE", "work.managers": "ADVISOR", "education.institution": "INSTITUTION",
    "education.study_type": "DEGREE", "education.area": "FIELD", "education.department": "DEPARTMENT",
    "education.location": "PLACE", "education.advisors": "ADVISOR", "publications.name": "PAPER",
    "publications.publisher": "VENUE", "publications.authors": "AUTHOR", "skills.keywords": "SKILL",
    "work.keywords": "SKILL", "projects.keywords": "SKILL", "projects.name": "PROJECT", "awards.title": "AWARD",
    "awards.awarder": "AWARDER", "certificates.name": "CERTIFICATE", "certificates.issuer": "ISSUER",
    "languages.language": "LANGUAGE",
}  # fmt: skip
_LOWEST = 0.5  # what `source` counts from


class Signs(NamedTuple):
    """What speaks for one value; see above."""

    model: float = 0.0
    source: float = 0.0
    known: float = 0.0
    whole: float = 0.0
    alike: float = 0.0
    placed: float = 0.0
    clear: float = 0.0


def records(profile: Profile) -> Iterator[tuple[str, int, Record]]:
    """The records of a profile with their kind and number."""
    yield "basics", 0, profile.basics
    for kind in KINDS:
        for number, record in enumerate(getattr(profile, kind)):
            yield kind, number, record


def find_signs(profile: Profile, doc: Doc) -> dict[tuple[str, int, str], Signs]:
    """The signs of each value, by kind and number of its record and by its field, as `("work", 0, "name")`."""
    view = _View(doc)
    orders = Counter((kind, _order(kind, record)) for kind, _, record in records(profile))
    sizes = Counter(kind for kind, _, _ in records(profile))
    found: dict[tuple[str, int, str], Signs] = {}
    for kind, number, record in records(profile):
        whole = sum(name in record.evidence or bool(record.evidence.get(f"{name}.0")) for name in _CORE[kind])
        shared = (whole / len(_CORE[kind]), orders[kind, _order(kind, record)] / sizes[kind])
        for field, spans in record.evidence.items():
            if spans:
                source = (record.confidence.get(field, _LOWEST) - _LOWEST) / (1 - _LOWEST)
                found[kind, number, field] = view.signs(kind, field, spans, max(0.0, source), shared)
    return found


def plain(field: str) -> str:
    """The name of a field without the number of an item.

    >>> plain("authors.2")
    'authors'
    """
    return field.partition(".")[0]


def _order(kind: str, record: Record) -> tuple[str, ...]:
    """The fields that records are made of, in the order in which they stand in the text."""
    core = [(record.evidence[name][0], name) for name in _CORE[kind] if record.evidence.get(name)]
    return tuple(name for _, name in sorted(core))


class _View:
    """An analysed document, with what the signs are taken from at hand."""

    def __init__(self, doc: Doc) -> None:
        chances = doc._.chances or {}
        self._entities = [
            (e.start_char, e.end_char, e.label_, chances.get((e.start_char, e.end_char), 0.5)) for e in doc.ents
        ]
        self._ends = [end for _, end, _, _ in self._entities]
        self._words = [(token.idx, token.dep_ not in ("", "none")) for token in doc if not token.is_space]
        self._starts = [start for start, _ in self._words]
        document: Any = doc._.document
        self._sections: Sequence[Section] = document.sections if document is not None else ()
        self._clear = sum(chance for *_, chance in self._entities) / max(1, len(self._entities))

    def signs(self, kind: str, field: str, spans: Sequence[Span], source: float, shared: tuple[float, float]) -> Signs:
        """The signs of one value; of several stretches the worst counts."""
        label = _LABELS.get(f"{kind}.{plain(field)}", "")
        return Signs(
            model=min(self._model(span, label) for span in spans),
            source=source,
            known=min(self._known(span) for span in spans),
            whole=shared[0],
            alike=shared[1],
            placed=min(self._placed(span, kind) for span in spans),
            clear=self._clear,
        )

    def _model(self, span: Span, label: str) -> float:
        """The chance of the entity that covers a stretch, by how far their borders agree."""
        best = 0.0
        for start, end, found, chance in self._entities[bisect_left(self._ends, span[0] + 1) :]:
            if start >= span[1]:
                break
            common = min(end, span[1]) - max(start, span[0])
            union = max(end, span[1]) - min(start, span[0])
            best = max(best, chance * common / union if found == label else 0.0)
        return best

    def _known(self, span: Span) -> float:
        words = self._words[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]
        return sum(known for _, known in words) / len(words) if words else 0.0

    def _placed(self, span: Span, kind: str) -> float:
        for section in self._sections:
            if section.start <= span[0] < section.end:
                return float(_is_of(section.kind, kind) and (section.heading is not None or kind == "basics"))
        return 0.0


def _is_of(section: SectionKind, kind: str) -> bool:
    return section == {"basics": "head", "volunteer": "service"}.get(kind, kind)
