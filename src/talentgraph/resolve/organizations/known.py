"""Which known organisation a printed name stands for, in its surroundings; where it's a tie, none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.resolve.organizations.surroundings import Surroundings
from talentgraph.values import organizations as names
from talentgraph.values import people, places, wordings

_OF = re.compile(r"\b[A-Z] ?of ?[A-Z]")  # "UofX"
_SHORTEST = 6  # letters of a joined name
_FEW = 5  # letters of an acronym that many may bear
_TIMES = 20  # as often as any other word near a slip
_SEVERAL = 3  # words of a name that leave less doubt
_PLAIN = 6  # letters of a word that may hold a slip

Entries = tuple[names.Entry, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A known organisation, and in words how the name was found to be its."""

    entry: names.Entry
    how: str


NOWHERE = Surroundings()


@lru_cache(maxsize=16384)
def bearing(name: str) -> names.Bearers:
    """The known organisations of this name of which the list tells more than a name, offices left out."""
    found = names.bearers(name)
    if not found.entries:
        return found
    twins = _twins()
    entries = tuple(dict.fromkeys(twins.get(entry, entry) for entry in found.entries if _is_described(entry)))
    usual = twins.get(found.usual, found.usual) if found.usual else None
    return names.Bearers(entries, usual if usual in entries else entries[0] if len(entries) == 1 else None)


@lru_cache(maxsize=16384)
def _is_described(entry: names.Entry) -> bool:
    if entry.type == "Company" and entry.parent and entry.name.startswith(f"{entry.parent} "):
        rest = entry.name[len(entry.parent) :].strip()
        if places.known(rest) and places.country_named(rest) is None:
            return False  # an office is the company
    return bool(entry.country or entry.aliases or entry.parent or entry.place)


def find(name: str, around: Surroundings = NOWHERE) -> Found | None:
    """The known organisation of a name: by the name with its place, the name itself, other wordings of it, its
    initials in that place, and a single slip of a long word.

    >>> find("Massachusetts Inst. of Tech.").entry.aliases
    ('MIT',)
    """
    return _completed(name, around) or exact(name, around) or _reworded(name, around) or _placed(name, around)


def exact(name: str, around: Surroundings = NOWHERE) -> Found | None:
    """The known organisation that bears this very name, if its surroundings do not say otherwise."""
    return _chosen(name, bearing(name), around, "the list has this name")


def worded(name: str, around: Surroundings = NOWHERE) -> Found | None:
    """The known organisation that bears this name, or this one but for abbreviated and translated words."""
    if (found := exact(name, around)) is None and len(entries := _index().get("= " + wordings.normal(name), ())) == 1:
        return Found(entries[0], "another wording of a name in the list")
    return found


def is_tie(name: str) -> bool:
    """Whether several known organisations bear the name, and none of them usually."""
    return (found := bearing(name)).usual is None and len(found.entries) > 1


def _chosen(name: str, found: names.Bearers, around: Surroundings, how: str) -> Found | None:
    if (best := _best(found.entries, around)) is not None:
        return Found(best, f"{how}; the place decides" if len(found.entries) > 1 else how)
    usual = _as_written(name, found.entries) or found.usual
    return Found(usual, how) if usual and not _contradicted(name, usual, around) else None


def _as_written(name: str, entries: Entries) -> names.Entry | None:
    """Of several the one whose name has these very capitals: the UvA is not UVA."""
    exact = [entry for entry in entries if name in (entry.name, *entry.aliases)]
    return exact[0] if len(exact) == 1 < len(entries) and wordings.is_mixed(name) else None


def _best(entries: Entries, around: Surroundings) -> names.Entry | None:
    """The one that fits its surroundings best, if any does."""
    ranks = sorted(((around.fits(entry), at) for at, entry in enumerate(entries)), reverse=True)
    if not ranks or ranks[0][0] < 1 or (len(ranks) > 1 and ranks[1][0] == ranks[0][0]):
        return None
    return entries[ranks[0][1]]


def _contradicted(name: str, entry: names.Entry, around: Surroundings) -> bool:
    """Whether a name that others may bear too stands at a place where this one isn't. Companies are everywhere."""
    if entry.type == "Company" or not (wordings.is_acronym(name) or wordings.is_shared(name)):
        return False
    return around.fits(entry) < (0 if len(name) < _FEW and entry.type == "University" else -1)


def _completed(name: str, around: Surroundings) -> Found | None:
    """ "IIT" in Kanpur is "IIT Kanpur"."""
    for city in around.cities:
        for whole in (f"{name} {city}", f"{name} at {city}", f"{name} of {city}", f"{name} in {city}"):
            found = bearing(whole)
            if found.usual is not None and found.usual != bearing(name).usual:
                return Found(found.usual, f"the list has this name with {city}")
    return None


def _reworded(name: str, around: Surroundings) -> Found | None:
    for form, how in _forms(name):
        if entries := _index().get(form):
            usual = entries[0] if len(entries) == 1 else None
            return _chosen(name, names.Bearers(entries, usual), around, how)
    return _at_home(name) or _slip(name, around)


def _at_home(name: str) -> Found | None:
    """ "Acme Research Council of Norway" is the Acme Research Council, if that is Norwegian."""
    *words, last = wordings.normal(name).split()
    if len(words) < _SEVERAL or not (country := places.country_named(last)):
        return None
    entries = [entry for entry in _index().get("= " + " ".join(words), ()) if entry.country == country]
    return Found(entries[0], "a name in the list, with its country") if len(entries) == 1 else None


def _forms(name: str) -> Iterator[tuple[str, str]]:
    if not wordings.is_acronym(name):
        yield "= " + wordings.normal(name), "another wording of a name in the list"
    loose = wordings.loose(name)
    if " " in loose:
        yield "~ " + loose, "the same words as a name in the list"
    joined = wordings.compact(name)
    if (len(joined) >= _SHORTEST or _OF.search(name)) and not wordings.is_acronym(name):
        yield "- " + joined, "written as one word or several"


def _placed(name: str, around: Surroundings) -> Found | None:
    """An acronym of a known name that lies in the same city."""
    if not wordings.is_acronym(name) or not around.parts:
        return None
    fitting = tuple(entry for entry in _initials().get(names.key(name), ()) if around.fits(entry) > 2)
    return Found(fitting[0], "the initials of a name at this place") if len(fitting) == 1 else None


def with_initials(short: str) -> Entries:
    """The known organisations whose names have these initials."""
    return _initials().get(names.key(short), ())


def _slip(name: str, around: Surroundings) -> Found | None:
    """A name with one letter wrong in one long word that the list does not know, where only one word is near."""
    words = wordings.normal(name).split()
    strange = [at for at, word in enumerate(words) if word not in _vocabulary()]
    if len(strange) != 1 or len(words) < 2 or not _may_slip(words[strange[0]], words):
        return None
    near = sorted((_vocabulary()[word], word) for word in _near(words[strange[0]]))
    if not near or (len(near) > 1 and near[-1][0] < _TIMES * near[-2][0]):
        return None
    words[strange[0]] = near[-1][1]
    for form in ("= " + " ".join(words), "~ " + wordings.loose(" ".join(words))):
        if len(entries := _index().get(form, ())) == 1 and around.fits(entries[0]) >= 0:
            return Found(entries[0], "a name in the list but for one letter")
    return None


def _may_slip(word: str, words: list[str]) -> bool:
    """Whether a word is long enough to tell a slip, and no name of a place or person."""
    long = len(word) >= (_PLAIN if len(words) < _SEVERAL else _PLAIN - 1)
    return long and not (
        places.known(word)
        or word in people.given_names()
        or word in people.family_names()
        or any(map(str.isdigit, word[:-1]))
    )


def _near(word: str) -> frozenset[str]:
    """The words of the list that differ in one letter, or in two that have changed places."""
    found: set[str] = set()
    for form in _shortened(word):
        found |= _slips().get(form, frozenset())
    return frozenset(other for other in found if _one_edit(word, other))


def _shortened(word: str) -> Iterable[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _one_edit(left: str, right: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])


@lru_cache(maxsize=1)
def _twins() -> dict[names.Entry, names.Entry]:
    """Entries with a name and a country only → the entry that has the rest, of which theirs is another wording."""
    found: dict[names.Entry, names.Entry] = {}
    for entries in _wordings().values():
        full = [entry for entry in entries if entry.aliases]
        for entry in entries if len(full) == 1 < len(entries) else ():
            bare = not entry.aliases and not entry.parent and entry.country in ("", full[0].country)
            if bare and entry.type == full[0].type:
                found[entry] = full[0]
    return found


@lru_cache(maxsize=1)
def _index() -> dict[str, Entries]:
    """Other wordings → the organisations that have them."""
    twins = _twins()
    return {form: tuple(dict.fromkeys(twins.get(e, e) for e in entries)) for form, entries in _wordings().items()}


@lru_cache(maxsize=1)
def _wordings() -> dict[str, Entries]:
    found: dict[str, dict[names.Entry, None]] = defaultdict(dict)
    for entry in filter(_is_described, names.entries()):
        for name in (entry.name, *entry.aliases):
            for form, _ in _forms(name):
                found[form][entry] = None
    return {form: tuple(entries) for form, entries in found.items()}


@lru_cache(maxsize=1)
def _initials() -> dict[str, Entries]:
    found: dict[str, dict[names.Entry, None]] = defaultdict(dict)
    for entry in filter(_is_described, names.entries()):
        for name in (entry.name, *entry.aliases):
            for short in wordings.initials(name):
                found[short][entry] = None
    return {short: tuple(entries) for short, entries in found.items()}


@lru_cache(maxsize=1)
def _vocabulary() -> Counter[str]:
    """The words of the list, and in how many names each stands."""
    every = (name for entry in names.entries() for name in (entry.name, *entry.aliases))
    return Counter(word for form in {wordings.normal(name) for name in every} for word in form.split())


@lru_cache(maxsize=1)
def _slips() -> dict[str, frozenset[str]]:
    """Words of the list with one letter left out → those words."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in _vocabulary():
        if len(word) >= _PLAIN - 1 and word.isascii() and word.isalpha():
            for form in _shortened(word):
                found[form].add(word)
    return {form: frozenset(words) for form, words in found.items()}
