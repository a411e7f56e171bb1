"""The figures of identity as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, get_args

from talentgraph.evaluate.identity.candidates import Pair
from talentgraph.evaluate.identity.clustering import Agreement
from talentgraph.evaluate.identity.measuring import KINDS, Difficulty, Measured, Mistake
from talentgraph.evaluate.judging import Judged
from talentgraph.evaluate.reliability import Bin, bins, calibration_error
from talentgraph.evaluate.scores import Score, mean
from talentgraph.resolve.comparison import Band, Lines

_MOST = 50  # mistakes of each sort and class that are told


def figures(found: Measured) -> dict[str, Any]:
    """All figures: by class and in all, by difficulty, by band, calibration, and the worst mistakes."""
    every = [pair for pairs in found.pairs.values() for pair in pairs]
    return {
        "cohort": {
            "documents": len(found.cohort.profiles),
            "names": len(found.cohort.truth),
            "things": len({named.entity for named in found.cohort.truth.values()}),
            "nodes": found.nodes,
        },
        "classes": {kind: _agreement(each) for kind, each in found.classes.items()},
        "all": _means(found),
        "difficulties": [_difficulty(each) for each in found.difficulties],
        "bands": bands((pair.comparison.probability, pair.same) for pair in every),
        "doubted": bands(found.doubted),
        "calibration": {name: calibration(pairs) for name, pairs in (("all", every), *found.pairs.items())},
        "wrong": _mistakes(found.wrong),
        "missed": _mistakes(found.missed),
        "mistakes": {"wrong": len(found.wrong), "missed": len(found.missed)},
    }


def bands(pairs: Iterable[tuple[float, bool]]) -> list[dict[str, Any]]:
    """For each band how many pairs (how likely, whether one thing) fall into it, and how many of them are one thing."""
    lines = Lines()
    counts = Counter((lines.band(probability), same) for probability, same in pairs)
    return [
        {"band": band, "pairs": counts[band, True] + counts[band, False], "same": counts[band, True]}
        for band in get_args(Band)
    ]


def calibration(pairs: Sequence[Pair]) -> dict[str, Any]:
    """How far probabilities are from shares: the expected error, and the bins of the plot."""
    values = [judged(pair) for pair in pairs]
    return {"error": calibration_error(values), "pairs": len(pairs), "bins": [each._asdict() for each in filled(pairs)]}


def filled(pairs: Iterable[Pair]) -> list[Bin]:
    """The pairs by their probability."""
    return bins(map(judged, pairs))


def judged(pair: Pair) -> Judged:
    """A pair as a value that is right where the two are one thing."""
    return Judged(pair.left.kind, "same", pair.left.text, pair.comparison.probability, pair.same)


def _agreement(each: Agreement) -> dict[str, Any]:
    return {
        "names": each.items,
        "things": each.true_groups,
        "nodes": each.found_groups,
        "pairs": _score(each.pairs),
        "differ": _score(each.differ),
        "b_cubed": {"precision": each.cubed_precision, "recall": each.cubed_recall, "f1": each.cubed_f1},
    }


def _means(found: Measured) -> dict[str, Any]:
    """The means over the classes, so that none counts more because it has more names."""
    kinds = [found.classes[kind] for kind in KINDS if found.classes[kind].items]
    return {
        "pairs_f1": mean(each.pairs.f1 for each in kinds),
        "differ_f1": mean(each.differ.f1 for each in kinds),
        "b_cubed_f1": mean(each.cubed_f1 for each in kinds),
    }


def _score(score: Score) -> dict[str, Any]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1, **asdict(score)}


def _difficulty(each: Difficulty) -> dict[str, Any]:
    rate = {"share": each.score.recall, "right": each.score.right, "pairs": each.score.asked}
    return {"class": each.kind, "name": each.name, "same": each.same, **rate}


def _mistakes(every: Iterable[Mistake]) -> list[dict[str, Any]]:
    """The worst of each class, in order."""
    told: Counter[str] = Counter()
    chosen = []
    for each in every:
        told[each.pair.left.kind] += 1
        if told[each.pair.left.kind] <= _MOST:
            chosen.append(_mistake(each))
    return chosen


def _mistake(each: Mistake) -> dict[str, Any]:
    pair = each.pair
    return {
        "class": pair.left.kind,
        "pairs": each.count,
        "left": {"text": pair.left.text, "context": pair.left.context, "traits": sorted(pair.left.traits)},
        "right": {"text": pair.right.text, "context": pair.right.context, "traits": sorted(pair.right.traits)},
        "probability": pair.comparison.probability,
        "band": pair.comparison.band,
        "reasons": [asdict(reason) for reason in pair.comparison.reasons],
        "put_together_by": each.reason,
    }
