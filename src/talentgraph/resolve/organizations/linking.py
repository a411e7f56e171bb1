"""Names with different keys that are one organisation after all: acronyms, former names, units without their whole."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.resolve.organizations import known, pieces, slips
from talentgraph.resolve.organizations.chains import Named
from talentgraph.values import organizations as names
from talentgraph.values import wordings

_ABBREVIATED = re.compile(r"\b(?:univ|uni|u)\b(?!-)", re.I)
_SURE = 0.97
_LIKELY = 0.8
_WORDS = 2  # of a unit's own name that stands for itself


@dataclass(frozen=True, slots=True)
class Link:
    """Two keys that are one organisation, how likely and why."""

    left: str
    right: str
    probability: float
    says: str

    @property
    def comparison(self) -> Comparison:
        """How likely the two are one, as a comparison of the two names."""
        return Comparison(self.probability, (Reason("name", self.says, bits(self.probability)),))


def bits(probability: float) -> float:
    """A probability as a weight in bits.

    >>> bits(0.5), bits(0.8)
    (0.0, 2.0)
    """
    return round(math.log2(probability / (1 - probability)), 1)


def links(found: Iterable[Named]) -> Iterator[Link]:
    """What speaks for names of different keys being one organisation; the same for any order of the names.

    A rule holds only where it leads to a single name: an acronym that fits two full names is neither.
    """
    each = sorted({(name.key, name.text): name for name in found}.values(), key=lambda name: (name.key, name.text))
    for rule in (_said, _abbreviated, _joined, _units, _registered, _stated, _slipped, _turned):
        yield from rule(each)


def _said(each: list[Named]) -> Iterator[Link]:
    """Names that a text itself puts in brackets behind another."""
    keys = _by_form(each)
    listed = {name.key for name in each if name.name}
    said: dict[str, set[str]] = defaultdict(set)
    for name in each:
        for other in name.others:
            said[_form(other)].add(name.key)
    for other, wholes in sorted(said.items()):
        for key in keys.get(other, ()):
            if len(wholes - {key}) == 1 and key not in listed:
                yield Link(key, next(iter(wholes - {key})), _SURE, "one text puts both names together")


def _abbreviated(each: list[Named]) -> Iterator[Link]:
    """Acronyms that no list knows, and the one full name with these initials."""
    full: dict[str, set[str]] = defaultdict(set)
    called = {name.key: name.name for name in each}
    for name in each:
        for short in wordings.initials(name.name or name.text) | {names.acronym(name.text).lower()}:
            if len(short) > _WORDS:
                full[short].add(name.key)
    for name in each:
        short = names.key(name.text)
        if name.name or not wordings.is_acronym(name.text) or " / " in name.key:
            continue
        wholes = full.get(short, set()) - {name.key}
        if len(wholes) == 1 and not known.bearing(name.text).entries:
            rivals = {entry.name for entry in known.with_initials(short)} - {called[key] for key in wholes}
            probability = _LIKELY if rivals and len(short) < _WORDS + 2 else _SURE
            yield Link(name.key, next(iter(wholes)), probability, "the acronym of a full name, and of no other")


def _joined(each: list[Named]) -> Iterator[Link]:
    """Names that differ in blanks and hyphens only."""
    yield from _alike(each, wordings.compact, _SURE, "written as one word or several")


def _turned(each: list[Named]) -> Iterator[Link]:
    """Institutions whose names have the same words in another order: surely, where one is abbreviated."""
    short = [name for name in each if _ABBREVIATED.search(name.text)]
    says = "the same words in another order"
    for link in _alike(each, wordings.loose, _LIKELY, says):
        sure = any(name.key in (link.left, link.right) for name in short)
        yield Link(link.left, link.right, _SURE if sure else _LIKELY, says)


def _stated(each: list[Named]) -> Iterator[Link]:
    """ "Acme State" and "Acme State University"."""
    keys = {name.key for name in _plain(each)}
    for key in sorted(keys):
        if key.endswith(" state") and f"{key} university" in keys:
            yield Link(key, f"{key} university", _SURE, "one without the word university")


def _slipped(each: list[Named]) -> Iterator[Link]:
    """Names that no list knows and that differ in one letter of one long word, which is strange in one of them."""
    keys = sorted({name.key for name in _plain(each)})
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in keys:
        words = key.split()
        for at, word in enumerate(words if len(words) > 1 else ()):
            if len(word) > _WORDS * 3:
                for form in {*slips.shortened(word), *slips.reshaped(word)}:
                    groups[" ".join((*words[:at], f"<{form}>", *words[at + 1 :]))].append((key, word))
    for left, right in sorted({pair for group in groups.values() for pair in combinations(group, 2)}):
        if left[0] != right[0] and _is_slip(left[1], right[1]):
            yield Link(left[0], right[0], _SURE, "the same name but for one letter")


def _is_slip(left: str, right: str) -> bool:
    """Whether one word is the other with a slip: not two words that both exist, nor one with its ending."""
    words = slips.vocabulary()
    if (left in words and right in words) or left.rstrip("s") == right.rstrip("s"):
        return False
    return slips.one_edit(left, right) or left in slips.reshaped(right) or right in slips.reshaped(left)


def _plain(each: list[Named]) -> list[Named]:
    """The names that no list knows, without units and names that need their places."""
    return [n for n in each if not n.name and not n.vague and " / " not in n.key and " @ " not in n.key]


def _alike(each: list[Named], form: Callable[[str], str], probability: float, says: str) -> Iterator[Link]:
    groups: dict[str, set[str]] = defaultdict(set)
    for name in _plain(each):
        groups[form(name.text)].add(name.key)
    for keys in groups.values():
        for left, right in zip(sorted(keys), sorted(keys)[1:], strict=False):
            yield Link(left, right, probability, says)


def _units(each: list[Named]) -> Iterator[Link]:
    """A unit with a name of its own, once with its whole and once without."""
    inside: dict[str, set[str]] = defaultdict(set)
    for name in each:
        if " / " in name.key and not name.name:
            inside[name.key.rpartition(" / ")[2]].add(name.key)
    for name in each:
        own = pieces.is_unit(name.text) or wordings.is_acronym(name.text)
        if name.name or name.vague or " / " in name.key or not own:
            continue
        wholes = inside.get(" ".join(sorted(wordings.normal(name.text).split())), set())
        if len(wholes) == 1:
            yield Link(name.key, next(iter(wholes)), _SURE, "a unit of this name, with its whole and without")


def _registered(each: list[Named]) -> Iterator[Link]:
    """Names that no list knows, with the id that another name has in the registry."""
    groups: dict[str, dict[str, Named]] = defaultdict(dict)
    for name in each:
        if number := name.properties.get("rorId"):
            groups[str(number)].setdefault(name.key, name)
    for group in groups.values():
        known_first = sorted(group.values(), key=lambda name: (not name.name, name.key))
        for name in known_first[1:]:
            if not name.name:
                yield Link(name.key, known_first[0].key, _SURE, "one organisation of the registry")


def _by_form(each: list[Named]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in each:
        found[_form(name.text)].add(name.key)
    return found


def _form(text: str) -> str:
    return wordings.normal(text)
