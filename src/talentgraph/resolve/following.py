"""Mentions from build to build: what a document prints is found again where its places have shifted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import fuzz

from talentgraph.identity import Identities, Printed
from talentgraph.resolve.mentions import Mention

Key = Callable[[str, Printed], tuple[str, ...]]
_NUMBER = re.compile(r"(\d+)")
_ALIKE = 60.0  # per cent, of two readings of one title


def printed(mention: Mention) -> Printed:
    """What a document prints at a mention."""
    return Printed(mention.text, mention.paper)


def follow(previous: Identities, mentions: Iterable[Mention]) -> dict[str, str]:
    """The mentions of the build before that are still there, each with the mention that it is now.

    A mention is the one that prints the same at the same place; else the one of the same text in the same document,
    where that leaves no choice, or none that matters. The owner of a document stays its owner, and a document that
    was renamed stays the same document.
    """
    if not previous.mentions:
        return {}
    new = {mention.id: printed(mention) for mention in mentions}
    said = previous.printed
    moved = {
        old: old
        for old in previous.mentions
        if old in new and (old not in said or said[old] == new[old] or _place(old) == "basics")
    }
    old = {name: said[name] for name in previous.mentions if name in said and name not in moved}
    if not old:
        return moved
    here, before = set(map(_path, new)), set(map(_path, previous.mentions))
    new = {name: text for name, text in new.items() if name not in moved}
    _move(_renamed(old, new, lambda path: path not in here, lambda path: path not in before), moved, old, new)
    for key in (_by_paper, _by_place, _by_shape, _by_field):
        _move(_paired(old, new, key, previous.mentions), moved, old, new)
    return moved


def _move(found: Mapping[str, str], moved: dict[str, str], old: dict[str, Printed], new: dict[str, Printed]) -> None:
    moved |= found
    for before, after in found.items():
        del old[before], new[after]


def _renamed(
    old: Mapping[str, Printed], new: Mapping[str, Printed], gone: Callable[[str], bool], fresh: Callable[[str], bool]
) -> dict[str, str]:
    """The mentions of documents that are gone, where a single new one says the same at the same places."""
    gone_by, fresh_by = _by_content(old, gone), _by_content(new, fresh)
    pairs = [(one, fresh_by[content]) for content, one in gone_by.items() if content in fresh_by]
    single = {other[0]: one[0] for one, other in pairs if len(one) == len(other) == 1}
    return {f"{single[_path(name)]}#{_place(name)}": name for name in new if _path(name) in single}


def _by_content(texts: Mapping[str, Printed], wanted: Callable[[str], bool]) -> dict[frozenset[object], list[str]]:
    """Documents by all that they print and where."""
    content: dict[str, set[object]] = defaultdict(set)
    for name, text in texts.items():
        if wanted(_path(name)):
            content[_path(name)].add((_place(name), text))
    documents: dict[frozenset[object], list[str]] = defaultdict(list)
    for path, said in content.items():
        documents[frozenset(said)].append(path)
    return documents


def _paired(
    old: Mapping[str, Printed], new: Mapping[str, Printed], key: Key, nodes: Mapping[str, str]
) -> dict[str, str]:
    """Old and new mentions of one key, in their order: as many as before, or all of what stood for one node."""
    before, after = _grouped(old, key), _grouped(new, key)
    found: dict[str, str] = {}
    for value in before.keys() & after.keys():
        one, other = before[value], after[value]
        if len(one) == len(other) or len({nodes[name] for name in one}) == 1:
            found |= {a: b for a, b in zip(one, other, strict=False) if _alike(old[a].beside, new[b].beside)}
    return found


def _grouped(texts: Mapping[str, Printed], key: Key) -> dict[tuple[str, ...], list[str]]:
    groups = defaultdict(list)
    for name in sorted(texts, key=_natural):
        groups[key(name, texts[name])].append(name)
    return groups


def _by_place(name: str, said: Printed) -> tuple[str, ...]:
    return (name, said.text)


def _by_paper(name: str, said: Printed) -> tuple[str, ...]:
    return (_shape(name), said.text, said.beside)


def _by_shape(name: str, said: Printed) -> tuple[str, ...]:
    return (_shape(name), said.text)


def _by_field(name: str, said: Printed) -> tuple[str, ...]:
    """By the kind of what is named, so that an employer may become a school."""
    field = next((word for word in reversed(_place(name).split(".")) if word in _PEOPLE or word in _THINGS), "name")
    return (_path(name), _PEOPLE.get(field) or _THINGS.get(field, ""), said.text)


_PEOPLE = {"authors": "person", "advisors": "person", "managers": "person", "basics": "person"}
_THINGS = {"publisher": "venue", "keywords": "technology", "skills": "technology"}


def _alike(one: str, other: str) -> bool:
    return not (one and other) or fuzz.ratio(one, other) >= _ALIKE


def _shape(name: str) -> str:
    """The mention without its numbers: the same field of any record."""
    return f"{_path(name)}#{_NUMBER.sub('', _place(name))}"


def _path(name: str) -> str:
    return name.rpartition("#")[0]


def _place(name: str) -> str:
    return name.rpartition("#")[2]


def _natural(name: str) -> list[str | int]:
    return [int(part) if part.isdecimal() else part for part in _NUMBER.split(name)]
