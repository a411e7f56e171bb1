"""Invented CVs with labels, without end: the corpus that the model is trained on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from talentgraph.model import Document, SectionKind
from talentgraph.train import surface
from talentgraph.train.grammar import education, head, names, publications, short, style, work
from talentgraph.train.grammar.pieces import Part, Row
from talentgraph.train.grammar.pools import branch, chance, pick
from talentgraph.train.surface import Labelled

_SHARES: dict[SectionKind, float] = {
    "summary": 0.25, "work": 0.97, "education": 0.95, "publications": 0.6, "skills": 0.45,
    "projects": 0.3, "awards": 0.35,
    "certificates": 0.15, "languages": 0.25, "service": 0.15, "talks": 0.12,
    "teaching": 0.12, "interests": 0.15, "references": 0.06,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """An invented CV before it is set: the rows of its sections, the style its writer keeps to, and how it may look."""

    name: str
    manner: style.Style
    look: surface.Look
    parts: tuple[tuple[SectionKind, tuple[Row, ...]], ...]


def generate(seed: int = 0, *, kept_out: bool = False) -> Iterator[tuple[Document, list[Labelled]]]:
    """Invented CVs and their labelled spans (start, end, label), the same ones for the same seed.

    With `kept_out` their layouts, headings, dates and names are those that training never sees.

    >>> document, spans = next(generate(1))
    >>> all(document.text[start:end].strip() for start, end, _ in spans)
    True
    """
    for draft, random in _drafts(seed, kept_out=kept_out):
        yield set_draft(draft, random)


def drafts(seed: int = 0, *, kept_out: bool = False) -> Iterator[Draft]:
    """The CVs of `generate`, before they are set."""
    return (draft for draft, _ in _drafts(seed, kept_out=kept_out))


def set_draft(draft: Draft, random: Random) -> tuple[Document, list[Labelled]]:
    """A CV as one of the readers might give it back, and its labelled spans."""
    return surface.set_rows(random, draft.parts, draft.look, draft.manner, draft.name)


def _drafts(seed: int, *, kept_out: bool) -> Iterator[tuple[Draft, Random]]:
    for number in count():
        random = Random(f"{seed}/{number}/unseen" if kept_out else f"{seed}/{number}")
        with branch(kept_out=kept_out):
            draft = _draft(random, f"invented-{number}", kept_out=kept_out)
        yield draft, random


def _draft(random: Random, name: str, *, kept_out: bool) -> Draft:
    person = names.person(random)
    manner = style.draw(random, person)
    if kept_out:
        manner = replace(manner, date=pick(random, *style.KEPT_OUT), dash=pick(random, " → ", " ~ ", " – ", " - "))
    look = surface.draw(random, " ".join(person))
    last = 12 * random.randint(2019, 2026) + random.randint(0, 11)
    parts: list[tuple[SectionKind, tuple[Row, ...]]] = [("head", tuple(head.section(random, person)))]
    rule = [Row((Part("_" * random.choice((20, 40, 60))),))] if chance(random, 0.06) else []
    for kind in _order(random):
        rows = _rows(random, manner, kind, last)
        if rows:
            parts.append((kind, (Row((Part(manner.headings[kind]),), "heading", True), *rule, *rows)))
    return Draft(name, manner, look, tuple(parts))


def _order(random: Random) -> list[SectionKind]:
    """The sections of one CV, in its order."""
    kinds = [kind for kind, share in _SHARES.items() if chance(random, share)]
    lead = [kind for kind in kinds if kind == "summary"]
    rest = [kind for kind in kinds if kind != "summary"]
    if chance(random, 0.6):
        random.shuffle(rest)
    return [*lead, *rest]


def _rows(random: Random, manner: style.Style, kind: SectionKind, last: int) -> list[Row]:
    if kind == "work":
        return work.section(random, manner, last, random.randint(1, 7))
    if kind == "education":
        return education.section(random, manner, last, random.randint(1, 4))
    if kind == "publications":
        return publications.section(random, manner, last, random.choice((1, 2, 3, 5, 8, 12)))
    if kind in ("awards", "certificates", "projects"):
        make = {"awards": short.awards, "certificates": short.certificates, "projects": short.projects}[kind]
        return make(random, manner, last, random.randint(1, 6))
    if kind in ("skills", "languages", "summary"):
        return {"skills": short.skills, "languages": short.languages, "summary": short.summary}[kind](random)
    return short.distraction(random, manner, kind, last)
