"""A crowd of portraits, and how likely two of them show one person: all pairs at once, in numpy."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.resolve.people.weights import LARGEST, PERIOD, SMALLEST, Bits, Weight, of_name, probability, table
from talentgraph.values.frequency import Frequencies, family_bits, given_bits
from talentgraph.values.likeness import Likeness, best, liken

Numbers = NDArray[np.int64]
Shares = Mapping[str, Mapping[str, float]]  # kind of trait → trait → the share of papers or documents that have it
_CHUNK = 200_000  # pairs at once
_LEAST = 1000  # papers or people: in fewer, what is seen twice is not frequent yet
_FEW = 4.3  # bits: a person has about twenty co-authors


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is known of a person in some documents: names, traits by their kind, first and last year."""

    names: tuple[str, ...]
    traits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    years: tuple[int, int] | None = None


class Traits:
    """The traits of one kind that say anything: who has which, and how rare each is."""

    def __init__(self, weight: Weight, portraits: Sequence[Portrait], shares: Mapping[str, float] | None) -> None:
        self.weight = weight
        rows = [portrait.traits.get(weight.kind, ()) for portrait in portraits]
        count = Counter(trait for row in rows for trait in row)
        total = max(len(rows), _LEAST)
        seen = shares if shares is not None else {trait: (n - 2) / total for trait, n in count.items()}
        bits = {trait: self._rarity(trait, seen.get(trait, 0.0)) for trait in count}
        self.rarity = {trait: each for trait, each in bits.items() if each > 0}
        at = {trait: number for number, trait in enumerate(self.rarity)}
        told = [[at[trait] for trait in row if trait in at] for row in rows]
        self.sizes = np.fromiter(map(len, told), np.int64, len(told))
        columns = np.fromiter((column for row in told for column in row), np.int64, int(self.sizes.sum()))
        starts = np.concatenate(([0], np.cumsum(self.sizes)))
        self.has = sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), max(1, len(at))))
        self.bits = np.array(list(self.rarity.values()) or [0.0])

    def _rarity(self, trait: str, share: float) -> float:
        """How rare a trait is; that of a co-author by the name too, which others than one person have."""
        if self.weight.kind == "coauthor":
            share = max(share, 2 ** (_FEW - name_bits(trait)))
        return self.weight.rarity(share)

    def compare(self, left: Numbers, right: Numbers) -> Bits:
        """The weight for each pair: of what is common, or of nothing being common."""
        return np.where(self.known(left, right), self.weight.of(*self.amounts(left, right)), 0.0)

    def known(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """Whether both of each pair have some trait that says anything."""
        return np.minimum(self.sizes[left], self.sizes[right]) > 0

    def amounts(self, left: Numbers, right: Numbers) -> tuple[Bits, Bits, Bits]:
        """For each pair how rare what is common is, how much is common, and how much the one with fewer has."""
        rarity, count = np.zeros(len(left)), np.zeros(len(left))
        known = np.flatnonzero(self.known(left, right))
        for start in range(0, len(known), _CHUNK):
            some = known[start : start + _CHUNK]
            common = self.has[left[some]].multiply(self.has[right[some]])
            rarity[some], count[some] = (np.asarray(each).ravel() for each in (common @ self.bits, common.sum(axis=1)))
        return rarity, count, np.minimum(self.sizes[left], self.sizes[right]).astype(np.float64)

    def reasons(self, left: frozenset[str], right: frozenset[str]) -> list[Reason]:
        """The same for the traits of one pair, in words."""
        mine, other = (sum(trait in self.rarity for trait in traits) for traits in (left, right))
        if not (mine and other):
            return []
        weight, common = self.weight, [self.rarity[trait] for trait in left & right if trait in self.rarity]
        bits = weight.at(sum(common), len(common), min(mine, other))
        return [Reason(weight.kind, weight.says if common else weight.denies, bits)] if bits or common else []


def name_bits(short: str) -> float:
    """The weight of a short form of a name, "petit|c"."""
    family, _, given = short.partition("|")
    return family_bits(family) + (given_bits(given) if len(given) > 1 else 3.7)


class Crowd:
    """Portraits that can be compared; what is frequent among them says little."""

    def __init__(
        self, portraits: Sequence[Portrait], *, prior: float | None = None, shares: Shares | None = None
    ) -> None:
        self.portraits = portraits
        wanted = -math.log2(max(2, len(portraits)))
        self.prior = prior if prior is not None else max(LARGEST, min(SMALLEST, wanted))
        known = shares or {}
        self.traits = [Traits(weight, portraits, known.get(weight.kind)) for weight in table().weights]
        self._name = {names: number for number, names in enumerate(dict.fromkeys(p.names for p in portraits))}
        self._names = list(self._name)
        self._name_of = np.fromiter((self._name[p.names] for p in portraits), np.int64, len(portraits))

    @cached_property
    def frequencies(self) -> Frequencies:
        """How frequent names are here."""
        from talentgraph.values.readings import readings

        first = (readings(names[0])[0] for names in self._names)
        return Frequencies.counted((each.given[0] if each.given else "", each.families[0]) for each in first)

    @cached_property
    def _years(self) -> tuple[Numbers, Numbers]:
        years = [portrait.years or (0, 9999) for portrait in self.portraits]
        return np.array([one for one, _ in years], np.int64), np.array([last for _, last in years], np.int64)

    def score(self, left: Numbers, right: Numbers) -> Bits:
        """The sum of all weights for each pair of portraits, given by their numbers."""
        total = self.prior + of_name(self.name_bits(left, right)) + self._period(left, right)
        for traits in self.traits:
            total += traits.compare(left, right)
        return total

    def compare(self, left: int, right: int) -> Comparison:
        """The comparison of two portraits with its reasons, the weightiest first."""
        likeness = self._likeness(int(self._name_of[left]), int(self._name_of[right]))
        bits = likeness.bits(self.frequencies)
        reasons = [Reason("name", likeness.says, table().name.at(bits) if bits > 0 else bits)]
        mine, other = self.portraits[left].traits, self.portraits[right].traits
        for traits in self.traits:
            kind = traits.weight.kind
            if kind in mine and kind in other:
                reasons += traits.reasons(mine[kind], other[kind])
        if period := float(self._period(np.array([left]), np.array([right]))[0]):
            reasons.append(Reason("period", "careers at other times", period))
        total = self.prior + sum(reason.weight for reason in reasons)
        ordered = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.what))
        return Comparison(probability(total), tuple(ordered))

    def contradict(self, left: int, right: int) -> bool:
        """Whether the names of two portraits cannot be one person's."""
        return self._likeness(int(self._name_of[left]), int(self._name_of[right])).contradicts

    def _likeness(self, left: int, right: int) -> Likeness:
        return best(liken(a, b) for a, b in product(self._names[left], self._names[right]))

    def name_bits(self, left: Numbers, right: Numbers) -> Bits:
        """The likeness of the names of each pair, each pair of names compared once."""
        a, b = self._name_of[left], self._name_of[right]
        codes = np.minimum(a, b) * len(self._names) + np.maximum(a, b)
        unique, back = np.unique(codes, return_inverse=True)
        pairs = (divmod(int(code), len(self._names)) for code in unique)
        bits = [self._likeness(one, other).bits(self.frequencies) for one, other in pairs]
        return np.array(bits, np.float64)[back] if bits else np.zeros(0)

    def _period(self, left: Numbers, right: Numbers) -> Bits:
        """The weight of many years between the careers of each pair."""
        first, last = self._years
        normal, each, most = PERIOD
        between = np.maximum(first[left], first[right]) - np.minimum(last[left], last[right])
        return np.maximum(most, np.minimum(0.0, (between - normal) * each))
