"""Chains: an organisation as named, before the wholes that it is part of; and its branches in other places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from talentgraph.resolve.organizations import known
from talentgraph.resolve.organizations.surroundings import Surroundings
from talentgraph.resolve.organizations.surroundings import read as surroundings
from talentgraph.values import organizations as names
from talentgraph.values import places, wordings


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as named: its text, its key, its canonical name where it is known, its properties.

    What only the lexicon says (that AWS belongs to Amazon) is not `printed`. `how` says how it was found; `vague`
    names stand for another thing wherever they stand. `others` are names that the text itself gives the same thing.
    """

    text: str
    key: str
    name: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    printed: bool = True
    how: str = ""
    vague: bool = False
    others: tuple[str, ...] = ()


Chain = tuple[Named, ...]


def chain_of(text: str, found: known.Found) -> Chain:
    """The known organisation of a name, before what the list says that it is part of."""
    return (replace(of_entry(text, found.entry), how=found.how), *map(unprinted, names.ancestors(found.entry)))


def of_entry(text: str, entry: names.Entry | None) -> Named:
    """A name as that of a known organisation."""
    if entry is None:
        return Named(text, wordings.normal(text), "", {"type": names.kind(text)})
    country = entry.country.upper() or None
    return Named(text, _key(entry), entry.name, {"type": entry.type or None, "countryCode": country})


def _key(entry: names.Entry) -> str:
    """The name in normal form, with the country where several organisations of the list are called so."""
    key = names.key(entry.name)
    namesakes = [other for other in names.bearers(entry.name).entries if names.key(other.name) == key]
    return key if len(namesakes) < 2 else f"{key} @ {entry.country}"


def unprinted(name: str) -> Named:
    """A whole that the lexicon knows, and the text does not name."""
    return replace(of_entry(name, names.lookup(name)), printed=False)


def placed(chain: Chain, entry: names.Entry, said: Sequence[str], *, apart: str = ", ") -> Chain:
    """A known organisation with a place behind its name: itself, or a campus or a national branch of it."""
    here = surroundings(", ".join(said))
    if entry.type == "Company":
        branch = apart == " " and said and _is_country(said[0]) and places.country_named(said[0]) != entry.country
        return _branch(chain, said[0], apart) if branch else chain
    if entry.type == "University" and said and _is_campus(entry, here):
        return _branch(chain, here.cities[0] if here.cities else said[0], apart)
    return chain


def _branch(chain: Chain, place: str, apart: str) -> Chain:
    """The part of an organisation in another place, by the name of both."""
    properties = {"type": chain[0].properties.get("type"), "countryCode": surroundings(place).country}
    text, key = f"{chain[0].text}{apart}{place}", f"{chain[0].key} / {wordings.normal(place)}"
    return (Named(text, key, "", properties), *chain)


def _is_campus(entry: names.Entry, here: Surroundings) -> bool:
    """Whether a university that is said to be here has its seat elsewhere: in another country or region, or, for one
    that is called by its region, in another city."""
    fits = here.fits(entry)
    if fits == -2 or (fits == -1 and entry.place) or (fits < 1 and _is_system(entry)):
        return True
    regional = any(region in wordings.normal(entry.name) for _, region in here.regions)
    return bool(regional and entry.place and here.cities and fits < 3)  # noqa: PLR2004 - no city of its own


def _is_country(name: str) -> bool:
    return places.country_named(name) is not None and not places.regions(name)


@lru_cache(maxsize=4096)
def _is_system(entry: names.Entry) -> bool:
    """Whether other known universities belong to this one."""
    return any(other.parent == entry.name and other.type == "University" for other in names.entries())
