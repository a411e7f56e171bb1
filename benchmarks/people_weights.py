"""What traits say about two people, counted on invented cohorts with known truth, and how far probabilities are right.

    python benchmarks/people_weights.py [--people 200] [--seeds 1 2 3]

For each kind of trait: the share of pairs of one person and of two people who have one in common, where both have some,
as bits; beside it the mean weight that the table in use gives. Then the slope and the shift by which a logistic
regression would make the sums right (1 and 0 are right), and the share that is the same in each tenth of probability.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from talentgraph.evaluate.identity.cohort import invent
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.mentions import collect
from talentgraph.resolve.papers import paper_keys
from talentgraph.resolve.people.across import gather
from talentgraph.resolve.people.blocking import candidates
from talentgraph.resolve.people.crowd import Crowd
from talentgraph.resolve.people.nearby import join_nearby
from talentgraph.resolve.people.weights import probability

Pair = tuple[dict[str, tuple[bool, float]], float, bool]  # kind → in common and its weight; the sum; one person


def pairs(people: int, seed: int) -> Iterator[Pair]:
    """The pairs that are compared in a cohort whose names do not contradict each other."""
    cohort = invent(people, seed=seed)
    papers = paper_keys(cohort.profiles)
    found = [m for profile in cohort.profiles for m in collect(profile, papers) if m.kind == "person"]
    mentions = sorted(found, key=lambda mention: mention.id)
    clusters = Clusters(mentions)
    firsts, crowd = gather(clusters, join_nearby(clusters, mentions))
    truth = {place: named.entity for place, named in cohort.truth.items()}
    for left, right in zip(*candidates(crowd), strict=True):
        one, other = firsts[int(left)], firsts[int(right)]
        if one in truth and other in truth and not crowd.contradict(int(left), int(right)):
            yield _pair(crowd, int(left), int(right), same=truth[one] == truth[other])


def _pair(crowd: Crowd, left: int, right: int, *, same: bool) -> Pair:
    mine, other = crowd.portraits[left].traits, crowd.portraits[right].traits
    comparison = crowd.compare(left, right)
    kinds = {
        reason.what: (bool(mine.get(reason.what, set()) & other.get(reason.what, set())), reason.weight)
        for reason in comparison.reasons
    }
    return kinds, crowd.prior + sum(reason.weight for reason in comparison.reasons), same


def fit(bits: NDArray[np.float64], same: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and shift, in bits, of the logistic regression of what is the same on a sum of bits."""

    def loss(given: NDArray[np.float64]) -> float:
        sums = (given[0] * bits + given[1]) * math.log(2)
        return float(np.mean(np.logaddexp(0, np.where(same, -sums, sums))))

    slope, shift = minimize(loss, np.array([0.8, 0.0])).x
    return float(slope), float(shift)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    given = parser.parse_args()
    found = [pair for seed in given.seeds for pair in pairs(given.people, seed)]
    bits, same = np.array([pair[1] for pair in found]), np.array([pair[2] for pair in found])
    print(f"{len(found)} pairs, {int(same.sum())} of one person")  # noqa: T201
    for kind in sorted({kind for kinds, _, _ in found for kind in kinds}):
        _print_kind(kind, [(*kinds[kind], one) for kinds, _, one in found if kind in kinds])
    slope, shift = fit(bits, same)
    print(f"slope {slope:.2f}, shift {shift:.1f} bits")  # noqa: T201
    chances = np.array([probability(float(each)) for each in bits])
    for low in range(10):
        some = (chances >= low / 10) & (chances < (low + 1) / 10 + (low == 9))
        if count := int(some.sum()):
            is_same, said = same[some].mean(), chances[some].mean()
            print(f"{low / 10:.1f} {count:6} pairs, the same {is_same:.2f}, said {said:.2f}")  # noqa: T201


def _print_kind(kind: str, seen: list[tuple[bool, float, bool]]) -> None:
    for common in (True, False):
        shares = [np.mean([c == common for c, _, one in seen if one is same] or [0]) for same in (True, False)]
        weights = [weight for c, weight, _ in seen if c == common]
        if min(shares) > 0 and weights:
            counted = math.log2(shares[0] / shares[1])
            word = "common" if common else "none"
            print(f"{kind:12} {word:7} counted {counted:5.1f} bits, in use {np.mean(weights):5.1f} ({len(weights)})")  # noqa: T201


if __name__ == "__main__":
    main()
