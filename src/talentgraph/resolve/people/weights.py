"""The weights by which names and traits speak for one person, from a table that people can read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.float64]
TABLE = Path(__file__).resolve().parents[1] / "data" / "people_weights.tsv"

PRIOR = -16.0  # bits against two mentions of the world being one person, before anything is known of them
SMALLEST, LARGEST = -13.5, -19.0  # the same in few and in many documents
SLOPE = 0.8  # traits depend on each other, so that their sum says too much
PERIOD = (15, -0.3, -6.0)  # years between two careers that are normal, bits a further year, at most


@dataclass(frozen=True, slots=True)
class Curve:
    """Bits by an amount: straight between its points, nothing at zero, and no more beyond the last one."""

    points: tuple[tuple[float, float], ...]

    def of(self, amounts: Bits) -> Bits:
        """The bits of each amount.

        >>> Curve(((4, 3), (8, 4))).of(np.array([0, 2, 6, 99])).tolist()
        [0.0, 1.5, 3.5, 4.0]
        """
        at, bits = zip((0.0, 0.0), *self.points, strict=True)
        return np.asarray(np.interp(amounts, at, bits), np.float64)

    def at(self, amount: float) -> float:
        """The bits of one amount, for which no arrays are worth making."""
        before = bits_before = 0.0
        for point, bits in self.points:
            if amount <= point:
                return bits_before + (bits - bits_before) * (amount - before) / (point - before)
            before, bits_before = point, bits
        return bits_before

    @classmethod
    def read(cls, text: str) -> Curve:
        """The curve of a text like "4:3.1 8:4"."""
        return cls(tuple((float(at), float(bits)) for at, bits in (point.split(":") for point in text.split())))


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of the traits of one kind: `common` by how rare those are that both have, in bits, `none` by how many
    the one with fewer has where none is common, `rest` for each doubling of those where some are."""

    kind: str
    nothing: float
    rarest: float
    common: Curve
    none: Curve
    rest: float
    says: str
    denies: str

    def rarity(self, share: float) -> float:
        """How rare a trait is that a share of all have, in bits: 0 for one that says nothing."""
        return max(0.0, math.log2(self.nothing / max(share, self.rarest)))

    def of(self, rarity: Bits, count: Bits, fewer: Bits) -> Bits:
        """The bits of pairs by the rarity and the number of what is common, and the number that the lesser one has."""
        left = np.log2(1 + fewer - count)
        common = self.common.of(rarity) + np.maximum(self._least, self.rest * left)
        return np.where(count > 0, common, self.none.of(left))

    def at(self, rarity: float, count: int, fewer: int) -> float:
        """The bits of one pair."""
        left = math.log2(1 + fewer - count)
        return self.common.at(rarity) + max(self._least, self.rest * left) if count else self.none.at(left)

    @property
    def _least(self) -> float:
        return self.none.points[-1][1] if self.none.points else 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """All weights: of the name by its bits, and of each kind of traits."""

    name: Curve
    weights: tuple[Weight, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    """The table that is shipped."""
    return read(TABLE.read_text(encoding="utf-8"))


def read(text: str) -> Table:
    """The table of a text, in its order."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    name = next(Curve.read(row[3]) for row in rows if row[0] == "name")
    return Table(name, tuple(_weight(row) for row in rows if row[0] != "name"))


def _weight(row: list[str]) -> Weight:
    none = tuple((math.log2(1 + at), bits) for at, bits in Curve.read(row[4]).points)
    return Weight(row[0], float(row[1]), float(row[2]), Curve.read(row[3]), Curve(none), float(row[5]), row[6], row[7])


def of_name(bits: Bits) -> Bits:
    """What names of so many bits weigh: beyond some rarity they say little more, since namesakes are no mere chance."""
    return np.where(bits > 0, table().name.of(bits), bits)


def probability(bits: float) -> float:
    """The calibrated probability of a sum of weights, the prior among them.

    >>> probability(0.0), probability(10.0) > 0.99
    (0.5, True)
    """
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, bits * SLOPE)))


def bits_of(chance: float) -> float:
    """The sum of weights from which on a probability is reached.

    >>> round(probability(bits_of(0.95)), 6)
    0.95
    """
    return math.log2(chance / (1 - chance)) / SLOPE if 0 < chance < 1 else math.copysign(math.inf, chance - 0.5)
