"""How frequent names are: what it says that two people are named alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from talentgraph.values.lexicon import rows
from talentgraph.values.people import family_names, given_names
from talentgraph.values.sounds import roman, syllables

_LISTED_FAMILY, _RARE_FAMILY = 12.0, 16.0  # bits
_LISTED_GIVEN, _RARE_GIVEN = 9.0, 12.0
_ONE_SYLLABLE, _TWO_SYLLABLES = 8.5, 10.5
_FEW = 5  # bearers in the documents at hand from which on their share counts


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Bits that the agreement of a name tells: the rarer it is, the more.

    `family` and `given` hold names that are more frequent in the documents at hand than in the world.
    """

    family: Mapping[str, float] = field(default_factory=dict)
    given: Mapping[str, float] = field(default_factory=dict)

    def of_family(self, name: str) -> float:
        """The bits of a romanised family name.

        >>> Frequencies().of_family("wang") < Frequencies().of_family("quillfeather")
        True
        """
        return min(family_bits(name), self.family.get(name, 99.0))

    def of_given(self, name: str) -> float:
        """The bits of a romanised given name, or of its initial."""
        return min(given_bits(name), self.given.get(name, 99.0)) if len(name) > 1 else _INITIALS.get(name, 4.0)

    @classmethod
    def counted(cls, names: Iterable[tuple[str, str]]) -> Frequencies:
        """The frequencies in distinct (given, family) names."""
        family: dict[str, int] = {}
        given: dict[str, int] = {}
        total = 0
        for first, last in names:
            total += 1
            family[last] = family.get(last, 0) + 1
            given[first] = given.get(first, 0) + 1
        return cls(_bits(family, total), _bits(given, total))


_INITIALS = dict.fromkeys("jamsc", 3.3) | dict.fromkeys("xqzuoiw", 4.6)


def _bits(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """Only of what is borne often enough to be no chance; in few documents every name is frequent."""
    return {name: math.log2(max(total, 2000) / count) for name, count in counts.items() if count >= _FEW}


@lru_cache(maxsize=1)
def _listed() -> tuple[dict[str, float], dict[str, float]]:
    parts: dict[str, dict[str, float]] = {"family": {}, "given": {}}
    for part, count, names in rows("name_frequencies.tsv"):
        for name in names.split("|"):
            parts[part].setdefault(name.strip(), math.log2(10_000 / float(count)))
    return parts["family"], parts["given"]


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(roman, family_names())), frozenset(map(roman, given_names()))


def is_family(name: str) -> bool:
    """Whether a list has this romanised family name."""
    return name in _listed()[0] or name in _known()[0]


def is_frequent_family(name: str) -> bool:
    """Whether this romanised family name is a frequent one."""
    return name in _listed()[0]


def is_given(name: str) -> bool:
    """Whether a list has this romanised given name."""
    return name in _listed()[1] or name in _known()[1]


@lru_cache(maxsize=65536)
def family_bits(name: str) -> float:
    """The bits of a family name in the world."""
    return _listed()[0].get(name) or (_LISTED_FAMILY if name in _known()[0] else _RARE_FAMILY)


@lru_cache(maxsize=65536)
def given_bits(name: str) -> float:
    """The bits of a given name among people of one language."""
    if bits := _listed()[1].get(name):
        return bits
    if parts := syllables(name):
        return _ONE_SYLLABLE if len(parts) == 1 else _TWO_SYLLABLES
    return _LISTED_GIVEN if name in _known()[1] else _RARE_GIVEN
