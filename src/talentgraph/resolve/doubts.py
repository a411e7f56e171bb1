"""Pairs of nodes that are probably one, or may be, and stay two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talentgraph.identity import Likely
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.decisions import Ruling


def likely(clusters: Iterable[Clusters], ids: Mapping[str, str], apart: Iterable[Ruling]) -> tuple[Likely, ...]:
    """The doubts between mentions as doubts between their nodes, each pair once, with what speaks for it most.

    Left out is what is decided, and what is one by now.
    """
    decided = {frozenset((ids[a], ids[b])) for ruling in apart for a in ruling.left for b in ruling.right}
    best: dict[tuple[str, str], Likely] = {}
    for doubt in (doubt for each in clusters for doubt in each.doubts):
        left, right = sorted((ids[doubt.left], ids[doubt.right]))
        if left == right or frozenset((left, right)) in decided:
            continue
        found = Likely(left, right, doubt.comparison.probability, doubt.comparison.reasons)
        old = best.get((left, right))
        if old is None or (found.probability, found.says) > (old.probability, old.says):
            best[left, right] = found
    return tuple(found for _, found in sorted(best.items()))
