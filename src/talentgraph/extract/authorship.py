"""Authorship: the names in the lists of authors of a section, and which lists are those of papers of its person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.marks import trimmed
from talentgraph.model import Publication, Span
from talentgraph.values.people import compatible, split_authors

_PARTS = re.compile(r"\s*(?:[,;&]|\s(?:and|und|et|y|e)\s)[\s,;&]*(?:(?:and|und|et|y|e)\s+)?")
_ET_AL = re.compile(r"[\s,;.*†‡]*(?:\bet\.?\s+al\b|\band others\b|\bu\.\s?a\.|…)", re.I)
_DROP = " \t\n\f,;:|·•–—-*†‡§¶∗"
_SHORT = 3  # authors: a list that short without its person is something else, where nothing else speaks for it


def are_pairs(lists: Sequence[str], owner: str | None) -> bool:
    """Whether lists name the family before a comma and the given name behind it ("Example, Ada, Sample, Kofi")."""
    if not owner:
        return False
    for text in lists:
        parts = [text[slice(*span)] for span in _parts(text)]
        pairs = list(zip(parts[::2], parts[1::2], strict=False))
        if len(parts) % 2 == 0 and any(_is_reversed(owner, a, b) for a, b in pairs):
            return True
    return False


def _is_reversed(owner: str, family: str, given: str) -> bool:
    initials = len(given) < 3 or given.isupper() or "." in given
    return not initials and compatible(owner, f"{family}, {given}") and not compatible(owner, family)


def _parts(text: str) -> list[Span]:
    """The stretches between all separators of a list, without those that hold no letters."""
    if match := _ET_AL.search(text):
        text = text[: match.start()]
    spans, start = [], 0
    for match in _PARTS.finditer(text):
        spans.append(trimmed(text, start, match.start(), drop=_DROP))
        start = match.end()
    spans.append(trimmed(text, start, len(text), drop=_DROP))
    return [(a, b) for a, b in spans if any(map(str.isalpha, text[a:b]))]


def authors(text: str, span: Span, *, pairs: bool) -> Iterator[tuple[Span, str]]:
    """The names of a list with their places; `pairs` says that each is family and given name with a comma between."""
    words = text[slice(*span)]
    parts = _parts(words) if pairs else []
    if parts and len(parts) % 2 == 0:
        found = [(a[0], b[1]) for a, b in zip(parts[::2], parts[1::2], strict=True)]
    else:
        found = [place for place, _ in split_authors(words)]
    for start, end in found:
        place = trimmed(text, span[0] + start, span[0] + end, drop=_DROP)
        name = " ".join(text[slice(*place)].split())
        if name and not name.casefold().startswith("anonymous"):
            yield place, name


def of_person(text: str, papers: Sequence[Publication], owner: str | None) -> list[Publication]:
    """The papers of a section; a short list of authors without its person is dropped, unless it breaks off or names
    people who write with the person elsewhere."""
    known = {name for paper in papers if _is_by(owner, paper.authors) for name in paper.authors}
    return [paper if _may_be(text, paper, owner, known) else _without_authors(paper) for paper in papers]


def _may_be(text: str, paper: Publication, owner: str | None, known: set[str]) -> bool:
    names = paper.authors
    if len(names) < 2 or len(names) > _SHORT or _is_by(owner, names):
        return len(names) > _SHORT or _is_by(owner, names)
    last = paper.evidence[f"authors.{len(names) - 1}"][-1][1]
    return 2 * sum(name in known for name in names) > len(names) or _ET_AL.match(text, last) is not None


def _is_by(owner: str | None, names: Sequence[str]) -> bool:
    return not owner or not names or any(compatible(owner, name) for name in names)


def _without_authors(paper: Publication) -> Publication:
    keep = {place: spans for place, spans in paper.evidence.items() if not place.startswith("authors.")}
    return replace(paper, authors=(), evidence=keep, confidence={place: paper.confidence[place] for place in keep})
