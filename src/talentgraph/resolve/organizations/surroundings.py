"""What stands around the name of an organisation: places and other organisations that tell which is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values import organizations as names
from talentgraph.values import places, wordings
from talentgraph.values.text import fold

_ZIP = re.compile(r"\s*\b[A-Z]{0,2}-?\d{4,6}(?:-\d{3,4})?\b\s*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Parts of a text about a place: their normal forms, what they say of country and region, and those printed parts
    that may be a city. `wholes` are the organisations that it names."""

    parts: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    regions: frozenset[tuple[str, str]] = frozenset()
    cities: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()

    def fits(self, entry: names.Entry) -> int:
        """How well a known organisation lies there: 3 its city, 2 its region, 1 its country, 0 unknown, less where
        something contradicts.

        >>> read("Cambridge, MA").fits(names.Entry("Acme College", country="US", place=("Cambridge", "Massachusetts")))
        3
        >>> read("Berlin, Germany").fits(names.Entry("Acme College", country="US"))
        -2
        """
        if not self.parts:
            return 0
        if self.countries and entry.country and entry.country not in self.countries:
            return -2
        if self.parts & _towns(entry):
            return 3
        here = _areas(entry)
        if here and self.regions:
            return 2 if here & self.regions else -1
        return 1 if entry.country in self.countries else 0

    @property
    def country(self) -> str | None:
        """The country, if one is said."""
        return next(iter(self.countries)) if len(self.countries) == 1 else None

    @staticmethod
    def knows(place: str, entry: names.Entry) -> bool:
        """Whether a piece is a place of a known organisation."""
        return wordings.normal(place) in {wordings.normal(each) for each in entry.place}


@lru_cache(maxsize=65536)
def read(text: str) -> Surroundings:
    """What a text about a place says.

    >>> read("Atlanta, GA").countries, read("Atlanta, GA").cities
    (frozenset({'US'}), ('Atlanta',))
    """
    parts = [part for each in re.split(r"[,;|/()]|\s[-–—]\s", text) if (part := _ZIP.sub(" ", each).strip(" ."))]
    said = [(part, places.country_named(part)) for part in parts]
    countries = {code for _, code in said if code}
    regions = frozenset().union(*(places.regions(part) for part, code in said if code))
    alone = [part for part, code in said if not code or fold(part) in _states()]
    if not countries:
        countries = {code for part in alone if (code := places.country_code(part))}
        regions = frozenset().union(*(places.regions(part) for part in alone))
    return Surroundings(
        parts=frozenset(wordings.normal(part) for part in parts),
        countries=frozenset(countries),
        regions=frozenset(region for region in regions if region[0] in countries),
        cities=tuple(alone),
        wholes=tuple(part for part in parts if not places.known(part) and _institution(part)),
    )


def _institution(part: str) -> bool:
    return bool(names.bearers(part).entries) or names.kind(part) == "University"


def _states() -> frozenset[str]:
    """Names of countries that are cities as well."""
    return frozenset({"singapore", "hong kong", "luxembourg", "monaco", "macau", "new york", "mexico", "berlin"})


@lru_cache(maxsize=16384)
def _towns(entry: names.Entry) -> frozenset[str]:
    """The places of a known organisation, and those that its name ends with."""
    found = {wordings.normal(place) for place in entry.place[:1]}
    for name in entry.names:
        words = wordings.normal(name).split()
        found |= {" ".join(words[start:]) for start in range(1, len(words))} | set(words[:1]) | {" ".join(words[:2])}
    return frozenset(found)


@lru_cache(maxsize=16384)
def _areas(entry: names.Entry) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for place in entry.place:
        found |= {region for region in places.regions(place) if region[0] == entry.country}
    return frozenset(found)
