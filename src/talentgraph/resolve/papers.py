"""Papers: which lines of which CVs name the same one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from talentgraph.model import Profile, Publication, mention
from talentgraph.values import people
from talentgraph.values.text import fold, slug, words

_LONGEST = 80  # characters of a readable part of an id


def tail(text: str, *, keep: str = "") -> str:
    """A readable part of an id, of bounded length.

    >>> tail("Acme Labs"), len(tail("word " * 100)) <= 80
    ('acme-labs', True)
    """
    part = slug(text, keep=keep)
    if len(part) <= _LONGEST:
        return part
    return f"{part[: _LONGEST - 9].rstrip('-')}-{hashlib.sha256(part.encode()).hexdigest()[:8]}"


def paper_keys(profiles: Iterable[Profile]) -> dict[str, str]:
    """The key of each publication, by its mention; one paper has one key, by its title or its DOI.

    A title of one or two words ("Introduction") counts with its first author only.
    """
    titles: dict[str, str] = {}
    by_doi: dict[str, set[str]] = {}
    for profile in profiles:
        for number, paper in enumerate(profile.publications):
            if paper.name:
                key = _title_key(paper)
                titles[mention(profile.source.path, f"publications.{number}")] = key
                if doi := doi_key(paper.doi):
                    by_doi.setdefault(doi, set()).add(key)
    first = _joined(by_doi.values())
    return {place: first.get(key, key) for place, key in titles.items()}


def doi_key(doi: str | None) -> str:
    """The bare, folded DOI; empty where there is none.

    >>> doi_key("https://doi.org/10.1000/ABC.1")
    '10.1000/abc.1'
    """
    match = re.search(r"10\.\d{4,9}/\S+", doi or "")
    return fold(match.group().rstrip(".,;")) if match else ""


def _title_key(paper: Publication) -> str:
    name = paper.name or ""
    if len(words(name)) > 2 or not paper.authors:
        return tail(name)
    return tail(f"{name} {people.parse(paper.authors[0]).family}")


def _joined(groups: Iterable[set[str]]) -> dict[str, str]:
    """Each key → the first key of all that are joined with it."""
    first: dict[str, str] = {}
    for group in groups:
        whole = {first.get(key, key) for key in group}
        whole |= {key for key, old in first.items() if old in whole} | group
        first |= dict.fromkeys(whole, min(whole))
    return first
