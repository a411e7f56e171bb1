"""The weights by which traits speak for one person, from a table that people can read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).resolve().parents[1] / "data" / "people_weights.tsv"

PRIOR = -16.0  # bits against two mentions of the world being one person, before anything is known of them
SMALLEST, LARGEST = -13.5, -19.0  # the same in few and in many documents
SLOPE = 0.8  # traits depend on each other, so that their sum says too much
PERIOD = (15, -0.3, -6.0)  # years between two careers that are normal, bits a further year, at most


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of the traits of one kind."""

    kind: str
    m: float
    u: float
    most: float
    apart: float
    rest: float
    least: float
    common: str
    none: str

    def bits(self, u: float) -> float:
        """The weight of a common trait that a share `u` of all have."""
        return max(0.0, math.log2(self.m / max(u, self.u)))


@lru_cache(maxsize=1)
def weights() -> tuple[Weight, ...]:
    """The table, in its order."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple(_weight(row) for row in rows)


def _weight(row: list[str]) -> Weight:
    m, u, most, apart, rest, least = map(float, row[1:7])
    return Weight(row[0], m, u, most, apart, rest, least, row[7], row[8])


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
