"""Which known organisation a printed name stands for, in its surroundings; where it's a tie, none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.resolve.organizations import slips
from talentgraph.resolve.organizations.surroundings import Surroundings
from talentgraph.values import organizations as names
from talentgraph.values import places, wordings

_OF = re.compile(r"\b[A-Z] ?of ?[A-Z]")  # "UofX"
_SHORTEST = 6  # letters of a joined name
_FEW = 5  # letters of an acronym that many may bear
_SEVERAL = 3  # words of a name that leave less doubt

Entries = tuple[names.Entry, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A known organisation, and in words how the name was found to be its."""

    entry: names.Entry
    how: str


NOWHERE = Surroundings()


def bearing(name: str) -> names.Bearers:
    """The known organisations of this name of which the list tells more than a name, offices left out."""
    return _bearing(names.key(name))


@lru_cache(maxsize=65536)
def _bearing(form: str) -> names.Bearers:
    found = names.bearers_of(form)
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

    >>> find("Massachusetts Inst. of Tech.").entry.name
    'Massachusetts Institute of Technology'
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
    exact = [entry for entry in entries if name in entry.names]
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
    form = names.key(name) if around.cities else ""
    for city in map(names.key, around.cities):
        for between in (" ", " at ", " of ", " in "):
            found = _bearing(f"{form}{between}{city}")
            if found.usual is not None and found.usual != _bearing(form).usual:
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
    """A name with a letter wrong in long words: in common ones, and in one of its own if only one word is near."""
    form = slips.reread(name)
    for words in filter(None, (form if form != wordings.normal(name) else None, slips.without_slip(form))):
        for each in (f"= {words}", f"~ {wordings.loose(words)}"):
            if len(entries := _index().get(each, ())) == 1 and around.fits(entries[0]) >= 0:
                return Found(entries[0], "a name in the list but for one letter")
    return None


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
        for name in entry.names:
            for form, _ in _forms(name):
                found[form][entry] = None
    return {form: tuple(entries) for form, entries in found.items()}


@lru_cache(maxsize=1)
def _initials() -> dict[str, Entries]:
    found: dict[str, dict[names.Entry, None]] = defaultdict(dict)
    for entry in filter(_is_described, names.entries()):
        for name in entry.names:
            for short in wordings.initials(name):
                found[short][entry] = None
    return {short: tuple(entries) for short, entries in found.items()}
