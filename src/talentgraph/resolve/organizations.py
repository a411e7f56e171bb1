"""Organisations: which one a printed name stands for, what it is part of, and acronyms of full names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from talentgraph.resolve.comparison import Comparison, by_key
from talentgraph.values import organizations as names
from talentgraph.values import places

_BRACKET = re.compile(r"(?P<full>.{3,}?)\s*\((?P<short>[^\s()]{2,15})\)")
_UNIT = re.compile(
    r"\b(?:labs?|laborator\w+|departments?|dept|institutes?|facult\w+|school|cent(?:er|re)|lehrstuhl|chair)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as named: its text, its key, its canonical name where it is known, its properties.

    What only the lexicon says (that AWS belongs to Amazon) is not `printed`.
    """

    text: str
    key: str
    name: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    printed: bool = True


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one organisation; contexts are places, and what is named beside them.

    >>> compare("MIT", "Massachusetts Institute of Technology").band
    'same'
    """
    one, other = named(left), named(right)
    return by_key(one[0].key if one else "", other[0].key if other else "")


@lru_cache(maxsize=65536)
def named(text: str) -> tuple[Named, ...]:
    """The organisation that a printed name stands for, and the wholes that it is part of, from part to whole.

    >>> [found.name for found in named("AWS, Annapurna Labs")][:2]
    ['Annapurna Labs', 'Amazon Web Services']
    >>> named("Acme Labs, Inc.") == named("ACME LABS")
    False
    >>> named("Acme Labs, Inc.")[0].key == named("ACME LABS")[0].key
    True
    """
    text = names.clean(text)
    if not text:
        return ()
    if (split := names.split_unit(text)) is not None:
        whole, part = split
        return _unit(named(whole), part)
    if (entry := names.lookup(text)) is not None:
        return (_known(text, entry), *map(_above, names.ancestors(entry)))
    bracket = _bracket(text)
    return (Named(text, names.key(bracket[0] if bracket else text), "", {"type": names.kind(text)}),)


def team_of(employer: str, team: str) -> tuple[Named, ...]:
    """The team, where it is an organisation: one that is known to belong to the employer, or a laboratory of it."""
    above = named(employer)
    if not above or not names.clean(team):
        return ()
    entry = names.lookup(team)
    belongs = entry is not None and above[0].name in names.ancestors(entry)
    return _unit(above, names.clean(team)) if belongs or _UNIT.search(team) else ()


def department_of(institution: str, department: str) -> tuple[Named, ...]:
    """The department as a part of the institution."""
    above = named(institution)
    return _unit(above, names.clean(department)) if above and names.clean(department) else ()


def _unit(wholes: tuple[Named, ...], part: str) -> tuple[Named, ...]:
    """A part before its wholes: a known organisation, else one that its whole tells from others of its name."""
    entry = names.lookup(part)
    if entry is not None and (not entry.parent or wholes[0].name in (entry.name, *names.ancestors(entry))):
        above = names.ancestors(entry)
        if wholes[0].name in above:
            between = above[: above.index(wholes[0].name)]
            return (_known(part, entry), *map(_above, between), *wholes)
        return named(part) if entry.name == wholes[0].name else (_known(part, entry), *wholes)
    scoped = f"{wholes[0].key} / {names.key(part)}"
    return (Named(part, scoped, "", {"unit": wholes[0].name or wholes[0].text}), *wholes)


def _known(text: str, entry: names.Entry | None) -> Named:
    if entry is None:
        return Named(text, names.key(text), "", {"type": names.kind(text)})
    country = entry.country.upper() or None
    return Named(text, names.key(entry.name), entry.name, {"type": entry.type or None, "countryCode": country})


def _above(name: str) -> Named:
    """A whole that the lexicon knows, and the text does not name."""
    return replace(_known(name, names.lookup(name)), printed=False)


def acronym_links(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of keys (acronym, full name) that are the same organisation, from pairs of (text, key).

    An acronym counts where it stands in brackets behind a full name, or is the initials of one; only where a single
    full name fits.
    """
    texts = sorted(set(found))
    keys = {key for _, key in texts}
    full: dict[str, set[str]] = defaultdict(set)
    for text, key in texts:
        if bracket := _bracket(text):
            full[names.key(bracket[1])].add(key)
        elif " " in text and len(initials := names.acronym(text)) > 2:
            full[names.key(initials)].add(key)
    for short, wholes in sorted(full.items()):
        if short in keys and len(wholes - {short}) == 1:
            yield short, next(iter(wholes - {short}))


def _bracket(text: str) -> tuple[str, str] | None:
    """The full name and the acronym of "Full Name (FN)"; a place in brackets is no acronym."""
    match = _BRACKET.fullmatch(text)
    if match is None or places.known(match["short"]) or not any(map(str.isupper, match["short"])):
        return None
    return match["full"], match["short"]
