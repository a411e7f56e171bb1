"""How much a name and each kind of trait say of two people, learnt from invented cohorts with known truth.

    python benchmarks/people_weights.py           measures the table in use on cohorts that were not learnt from
    python benchmarks/people_weights.py --learn   learns it anew and writes resolve/data/people_weights.tsv

A logistic regression of what is one person, over the pairs that are compared: how rare the common traits of each kind
are and how many there are where none is common, both as curves of a few straight pieces. Rarer or more in common never
weighs less, more without anything in common never more. Each piece is drawn towards the belief in `BELIEFS`, so that
an invented world cannot teach what it has no example of. Every second cohort is thinned, as documents are: some name
no papers, some only a few; namesakes are rarer in half of them. An invented name is made of few syllables, so that two
people share even a rare one much more often than in the world: such pairs count less, the rarer the name the less.
Figures are told both ways, "as invented" and "as in the world".
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from talentgraph.evaluate.identity.cohort import invent
from talentgraph.model import Profile, Publication
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.mentions import collect, printed_only
from talentgraph.resolve.papers import paper_keys
from talentgraph.resolve.people import weights
from talentgraph.resolve.people.across import gather
from talentgraph.resolve.people.blocking import candidates
from talentgraph.resolve.people.crowd import Crowd
from talentgraph.resolve.people.nearby import join_nearby

Floats = NDArray[np.float64]
LEARNT, KEPT = range(101, 113), range(201, 207)  # the seeds of the cohorts to learn from and to measure on
_CHANCE, _HALVED = 14.0, 3.0  # bits of a name from which on two people of it count less, and by which half as much
_CREDIT = 1500.0  # pairs that all those of the cohorts count for, since few of them are independent
_DOUBT = 1.5  # bits by which a piece may easily differ from the belief
_TOLD = "#  "
_COMMON, _NONE, _NAME = (4, 8, 16, 32), (1, 3, 15), (8, 12, 16, 20, 24, 30)
BELIEFS: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "contact": ((4, 8, 16, 16), (-0.3, -0.5, -0.5)),
    "paper": ((4, 8, 16, 16), ()),
    "coauthor": ((3, 6, 10, 14), (-0.8, -1.6, -3.2)),
    "together": ((3, 6, 8, 9.5), (-0.5, -1, -1)),
    "affiliation": ((4, 8, 8.5, 8.5), (-2, -4, -4)),
    "venue": ((2, 3, 4, 4), (-0.2, -0.4, -0.7)),
    "topic": ((2, 4, 5, 5), (-1.6, -3, -3.6)),
}
LAWS = {"name": (8, 4, 4, 3), "coauthor": (3, 4.2), "affiliation": (2, 5.4)}  # the least that steps may be: a rare
# name against which nothing speaks, or a frequent one with one rare co-author or employer, is one person


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a cohort: amounts of each piece, bits that are not learnt, what is one person, and how much each
    pair counts."""

    pieces: Floats
    given: Floats
    same: NDArray[np.bool_]
    counts: Floats


def cohort_pairs(seed: int, people: int = 300) -> Pairs:
    """The pairs that are compared in a cohort whose names do not contradict each other."""
    cohort = invent(people, seed=seed, namesakes=0.05 if seed % 4 < 2 else 0.01)
    random = Random(f"{seed} thinned")
    profiles = [_thinned(p, random) for p in cohort.profiles] if seed % 2 else cohort.profiles
    truth = {place: named.entity for place, named in cohort.truth.items()}
    papers = paper_keys(profiles)
    found = sorted((m for p in profiles for m in collect(p, papers)), key=lambda mention: mention.id)
    mentions = [m for m in printed_only(found) if m.kind == "person" and m.id in truth]
    clusters = Clusters(mentions)
    firsts, crowd = gather(clusters, join_nearby(clusters, mentions))
    every = zip(*(each.tolist() for each in candidates(crowd)), strict=True)
    kept = [(a, b) for a, b in every if not crowd.contradict(a, b) and not clusters.against(firsts[a], firsts[b])]
    left, right = np.array([a for a, _ in kept], np.int64), np.array([b for _, b in kept], np.int64)
    people_of = [(truth[firsts[a]], truth[firsts[b]]) for a, b in kept]
    often = Counter(people_of)
    same = np.array([a == b for a, b in people_of])
    rare = np.where(same, 1.0, np.minimum(1, 2 ** ((_CHANCE - crowd.name_bits(left, right)) / _HALVED)))
    return Pairs(
        *_amounts(crowd, left, right),
        same=same,
        counts=rare * np.array([often[two] ** -0.5 for two in people_of]),
    )


def _thinned(profile: Profile, random: Random) -> Profile:
    """A profile that says less."""
    chance = random.random()
    papers = profile.publications if chance > 0.3 else tuple(Publication() for _ in profile.publications)
    if 0.3 < chance < 0.6:
        papers = tuple(paper if random.random() < 0.5 else Publication() for paper in papers)
    work = profile.work[:1] if random.random() < 0.25 else profile.work
    education = profile.education[:1] if random.random() < 0.25 else profile.education
    return replace(profile, publications=papers, work=work, education=education)


def _amounts(crowd: Crowd, left: NDArray[np.int64], right: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """How much of each piece of the curves a pair has; and the weights that are not learnt."""
    names = crowd.name_bits(left, right)
    learnt = [_along(np.maximum(0, names), _NAME)]
    given = crowd.score(left, right) - weights.of_name(names) + np.minimum(0, names)
    for traits in crowd.traits:
        if traits.weight.kind in BELIEFS:
            rarity, count, fewer = traits.amounts(left, right)
            known = traits.known(left, right)
            given -= traits.compare(left, right)
            learnt.append(_along(rarity * known, _COMMON))
            learnt.append(_along(np.where(known & (count == 0), np.log2(1 + fewer), 0.0), _doubled(_NONE)))
    return np.hstack(learnt), given


def _doubled(numbers: Sequence[float]) -> list[float]:
    return [math.log2(1 + number) for number in numbers]


def _along(amounts: Floats, points: Sequence[float]) -> Floats:
    """The share of each piece that lies below an amount."""
    pieces = zip((0.0, *points), points, strict=False)
    return np.stack([np.clip((amounts - low) / (high - low), 0, 1) for low, high in pieces], axis=1)


def _steps(values: Sequence[float]) -> list[float]:
    return np.diff([0.0, *values]).tolist()


def _believed() -> tuple[list[float], list[tuple[float, float]]]:
    """What each piece is believed to weigh, and between which bounds it stays; in the order of the table."""
    apart = [(-math.inf, -0.2), *[(-math.inf, 0.0)] * (len(_NONE) - 1)]  # some little at least, so that it is told
    believed = _steps(_NAME)
    least = (*LAWS["name"], *(0.0,) * len(_NAME))
    bounds = [(low, step) for low, step in zip(least, believed, strict=False)]
    for weight in weights.table().weights:
        if weight.kind in BELIEFS:
            common, none = BELIEFS[weight.kind]
            believed += _steps(common) + _steps(none or (0.0,) * len(_NONE))
            least = (*LAWS.get(weight.kind, ()), *(0.0,) * len(_COMMON))
            bounds += [(step, math.inf) for step in least[: len(_COMMON)]]
            bounds += apart if none else [(0.0, 0.0)] * len(_NONE)
    return believed, bounds


def learn(pairs: Pairs) -> list[float]:
    """The weight of each piece."""
    believed, bounds = _believed()
    side = np.where(pairs.same, 1.0, -1.0) * math.log(2) * weights.SLOPE
    credit = pairs.counts * _CREDIT / pairs.counts.sum()

    def loss(steps: Floats) -> tuple[float, Floats]:
        sums = side * (pairs.given + pairs.pieces @ steps)
        off = steps - believed
        slopes = pairs.pieces.T @ (-credit * side / (1 + np.exp(np.clip(sums, -50, 50))))
        return float(credit @ np.logaddexp(0, -sums) + off @ off / (2 * _DOUBT**2)), slopes + off / _DOUBT**2

    found = minimize(loss, np.clip(believed, *zip(*bounds, strict=True)), jac=True, bounds=bounds, method="L-BFGS-B")
    return [float(step) for step in found.x]


def written(steps: Sequence[float], measured: Sequence[str]) -> str:
    """The table in use with the rows that were learnt in place, and how right it is at the end of its head."""
    rest = iter(steps)
    lines = []
    for line in weights.TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(_TOLD):
            continue
        if line.startswith("# kind"):
            lines += [f"{_TOLD} {each.strip()}" for each in measured if not each.startswith("  from")]
        cells = line.split("\t")
        if cells[0] == "name":
            cells[3] = _curve(_NAME, rest)
        elif cells[0] in BELIEFS:
            cells[3] = _curve(_COMMON, rest)
            cells[4] = _curve(_NONE, rest)
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def _curve(points: Sequence[float], steps: Iterator[float]) -> str:
    """The points of a curve; nothing where it is flat at zero."""
    values = np.cumsum([next(steps) for _ in points]).tolist()
    told = " ".join(f"{at}:{round(value, 1):g}" for at, value in zip(points, values, strict=True))
    return told if any(abs(value) >= 0.05 for value in values) else ""


def joined(every: Sequence[Pairs]) -> Pairs:
    """The pairs of several cohorts."""
    return Pairs(*(np.concatenate([getattr(p, part) for p in every]) for part in ("pieces", "given", "same", "counts")))


def report(pairs: Pairs, steps: Sequence[float]) -> Iterator[str]:
    """How far the probabilities are right, as lines."""
    sums = pairs.given + pairs.pieces @ np.array(steps)
    chances = np.array([weights.probability(float(each)) for each in sums])
    for name, counts in (("as invented", np.ones(len(sums))), ("as in the world", pairs.counts)):
        yield from _reliability(name, chances, pairs.same, counts)


def _reliability(name: str, chances: Floats, same: NDArray[np.bool_], counts: Floats) -> Iterator[str]:
    error = 0.0
    yield f"{name}: {len(same)} pairs, {int(same.sum())} of one person"
    for low in range(10):
        some = (chances >= low / 10) & (chances < (low + 1) / 10 + (low == 9))
        if number := int(some.sum()):
            true, told = (float(np.average(each[some], weights=counts[some])) for each in (same, chances))
            error += abs(true - told) * float(counts[some].sum() / counts.sum())
            yield f"  from {low / 10:.1f} on {number:6} pairs: one person {true:.2f}, said {told:.2f}"
    said = chances >= 0.95
    precision, recall = np.average(same[said], weights=counts[said]), np.average(said[same], weights=counts[same])
    yield f"  calibration error {error:.3f}; from 0.95 on precision {precision:.3f}, recall {recall:.3f}"


def current() -> list[float]:
    """The pieces of the table in use."""
    table = weights.table()
    steps = _steps([table.name.at(at) for at in _NAME])
    for weight in table.weights:
        if weight.kind in BELIEFS:
            steps += _steps([weight.common.at(at) for at in _COMMON])
            steps += _steps([weight.none.at(at) for at in _doubled(_NONE)])
    return steps


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--learn", action="store_true")
    given = parser.parse_args()
    steps = learn(joined([cohort_pairs(seed) for seed in LEARNT])) if given.learn else current()
    found = list(report(joined([cohort_pairs(seed) for seed in KEPT]), steps))
    if given.learn:
        weights.TABLE.write_text(written(steps, found), encoding="utf-8")
    print("\n".join(found))  # noqa: T201


if __name__ == "__main__":
    main()
