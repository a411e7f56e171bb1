"""Pairs of names that could be one thing: how likely `compare` holds each to be, and what is true."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from talentgraph.evaluate.identity.truth import Named
from talentgraph.model import Kind
from talentgraph.resolve import Comparison, compare
from talentgraph.values.text import words

_EACH = 4  # names of one thing that are compared: those with other texts, and for people from other documents
_CROWD = 60  # a word that so many names share says nothing
_PAIRS = 2000  # pairs of a kind that are compared, taken by chance


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one thing, and what the comparison says."""

    left: Named
    right: Named
    same: bool
    comparison: Comparison


def compared(truth: Mapping[str, Named], kind: Kind) -> list[Pair]:
    """Candidate pairs of a kind, right and wrong ones as they come: of one thing, or with a word in common."""
    names = list(_chosen(named for named in truth.values() if named.kind == kind))
    pairs = sorted(_pairs(names), key=lambda pair: _by_chance(names[pair[0]], names[pair[1]], pair))
    return [judge(names[a], names[b]) for a, b in sorted(pairs[:_PAIRS])]


def judge(left: Named, right: Named) -> Pair:
    """The pair with what the comparison says."""
    contexts = {"left_context": left.context, "right_context": right.context}
    return Pair(left, right, left.entity == right.entity, compare(left.kind, left.text, right.text, **contexts))


def _chosen(names: Iterable[Named]) -> Iterator[Named]:
    """A few names of each thing: with differing texts, for people with differing surroundings."""
    seen: dict[str, set[str]] = defaultdict(set)
    for named in names:
        form = f"{named.text}\n{named.context}" if named.kind == "person" else named.text
        if form not in seen[named.entity] and len(seen[named.entity]) < _EACH:
            seen[named.entity].add(form)
            yield named


def _pairs(names: Sequence[Named]) -> set[tuple[int, int]]:
    """Pairs of one thing, and pairs that share the beginning of a word or their initials."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(names):
        for block in {f"= {named.entity}", *_beginnings(named.text)}:
            blocks[block].append(number)
    kept = (block for name, block in blocks.items() if name.startswith("= ") or len(block) <= _CROWD)
    return {pair for block in kept for pair in combinations(block, 2)}


def _beginnings(text: str) -> set[str]:
    parts = words(text)
    return {part[:5] for part in parts if len(part) > 2 or len(parts) == 1} | {"".join(part[0] for part in parts)}


def _by_chance(left: Named, right: Named, pair: tuple[int, int]) -> str:
    return hashlib.sha256(f"{left.text}\n{right.text}\n{pair}".encode()).hexdigest()
