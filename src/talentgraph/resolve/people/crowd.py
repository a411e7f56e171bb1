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
from talentgraph.resolve.people.weights import LARGEST, PERIOD, SMALLEST, Weight, probability, weights
from talentgraph.values.frequency import Frequencies, family_bits, given_bits
from talentgraph.values.likeness import Likeness, best, liken

Numbers = NDArray[np.int64]
Bits = NDArray[np.float64]
_NONE: frozenset[str] = frozenset()
_CHUNK = 200_000  # pairs at once
_FEW = 4.3  # bits: a person has about twenty co-authors


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is known of a person in some documents: names, traits by their kind, first and last year."""

    names: tuple[str, ...]
    traits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    years: tuple[int, int] | None = None


class _Traits:
    """The traits of one kind: who has which, and what each weighs."""

    def __init__(self, weight: Weight, portraits: Sequence[Portrait]) -> None:
        self.weight = weight
        rows = [portrait.traits.get(weight.kind, ()) for portrait in portraits]
        count = Counter(trait for row in rows for trait in row)
        self.at = at = {trait: number for number, trait in enumerate(count)}
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        columns = np.fromiter((at[trait] for row in rows for trait in row), np.int64, int(sizes.sum()))
        starts = np.concatenate(([0], np.cumsum(sizes)))
        shape = (len(rows), max(1, len(count)))
        self.sizes = sizes
        self.has = sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)
        self.bits = np.fromiter((self._bits(t, n, len(rows)) for t, n in count.items()), np.float64, len(count))
        if not count:
            self.bits = np.zeros(1)

    def _bits(self, trait: str, count: int, total: int) -> float:
        """The weight of a trait, by its share among all others than two of its bearers."""
        u = (count - 2) / max(total, 1000)
        if self.weight.kind == "coauthor":
            u = max(u, 2 ** (_FEW - name_bits(trait)))
        return self.weight.bits(u)

    def compare(self, left: Numbers, right: Numbers) -> Bits:
        """The weight for each pair: of what is common, or of nothing being common."""
        bits = np.zeros(len(left))
        known = np.flatnonzero((self.sizes[left] > 0) & (self.sizes[right] > 0))
        for start in range(0, len(known), _CHUNK):
            some = known[start : start + _CHUNK]
            common = self.has[left[some]].multiply(self.has[right[some]])
            weight = np.asarray(common @ self.bits).ravel()
            count = np.asarray(common.sum(axis=1)).ravel()
            fewer = np.log2(1 + np.minimum(self.sizes[left[some]], self.sizes[right[some]]) - count)
            each = np.where(count == 0, self.weight.apart, self.weight.rest)
            bits[some] = np.minimum(weight, self.weight.most) + np.maximum(self.weight.least, each * fewer)
        return bits

    def reasons(self, left: frozenset[str], right: frozenset[str]) -> list[Reason]:
        """The same for one pair, in words."""
        if not (left and right):
            return []
        weight, common = self.weight, left & right
        each = weight.rest if common else weight.apart
        bits = max(weight.least, each * math.log2(1 + min(len(left), len(right)) - len(common)))
        bits += min(weight.most, float(sum(self.bits[self.at[trait]] for trait in common)))
        return [Reason(weight.kind, weight.common if common else weight.none, bits)] if bits or common else []


def name_bits(short: str) -> float:
    """The weight of a short form of a name, "petit|c"."""
    family, _, given = short.partition("|")
    return family_bits(family) + (given_bits(given) if len(given) > 1 else 3.7)


class Crowd:
    """Portraits that can be compared; what is frequent among them says little."""

    def __init__(self, portraits: Sequence[Portrait], *, prior: float | None = None) -> None:
        self.portraits = portraits
        wanted = -math.log2(max(2, len(portraits)))
        self.prior = prior if prior is not None else max(LARGEST, min(SMALLEST, wanted))
        self._traits = [_Traits(weight, portraits) for weight in weights()]
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
        total = self.prior + self._name_weights(left, right) + self._period(left, right)
        for traits in self._traits:
            total += traits.compare(left, right)
        return total

    def compare(self, left: int, right: int) -> Comparison:
        """The comparison of two portraits with its reasons, the weightiest first."""
        likeness = self._likeness(int(self._name_of[left]), int(self._name_of[right]))
        reasons = [Reason("name", likeness.says, likeness.bits(self.frequencies))]
        mine, other = self.portraits[left], self.portraits[right]
        for traits in self._traits:
            reasons += traits.reasons(*(each.traits.get(traits.weight.kind, _NONE) for each in (mine, other)))
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

    def _name_weights(self, left: Numbers, right: Numbers) -> Bits:
        """The weight of the names of each pair, each pair of names compared once."""
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
