"""People over documents: pairs of portraits scored, and joined from the likeliest down, with constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from talentgraph.resolve.clusters import Cluster, Clusters
from talentgraph.resolve.comparison import Comparison, Doubt
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people.blocking import TELLING, candidates
from talentgraph.resolve.people.contexts import short_forms
from talentgraph.resolve.people.crowd import Crowd, Numbers, Portrait
from talentgraph.resolve.people.names import is_full
from talentgraph.resolve.people.rarity import shares
from talentgraph.resolve.people.weights import Bits, bits_of, probability
from talentgraph.resolve.traits import by_kind
from talentgraph.values.likeness import liken
from talentgraph.values.readings import is_nobody

_MARGIN = 4.0  # bits by which one of several full names must fit a short form better than the others
_DOUBTS = 5000  # no more doubts are kept than somebody can look at, the likeliest first
_DEMOTED = 0.9  # what nothing but a rule keeps from being joined


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of portraits and the sums of their weights."""

    left: Numbers
    right: Numbers
    bits: Bits

    def some(self, which: Numbers) -> _Pairs:
        return _Pairs(self.left[which], self.right[which], self.bits[which])


def join_across(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """Join the people of several documents that are the same; those that are likely only become doubts."""
    firsts, crowd = gather(clusters, mentions)
    left, right = candidates(crowd)
    bits = crowd.score(left, right)
    pairs = _Pairs(left, right, bits).some(np.flatnonzero(bits >= bits_of(clusters.lines.unsure)))
    order = np.lexsort((pairs.right, pairs.left, -np.round(pairs.bits, 6)))
    _join(clusters, crowd, firsts, pairs.some(order))


def gather(clusters: Clusters, mentions: Sequence[Mention]) -> tuple[list[str], Crowd]:
    """The people found so far: the first mention of each, and their portraits, in the order of those mentions."""
    people: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        people[id(clusters.of[mention.id])].append(mention)
    beside = _beside(clusters, mentions)
    groups = sorted(people.values(), key=lambda group: group[0].id)
    portraits = [_portrait(group, clusters, beside) for group in groups]
    return [group[0].id for group in groups], Crowd(portraits, shares=shares(mentions))


Beside = dict[str, tuple[tuple[int, frozenset[str]], ...]]  # a line or document → whose it is, and their short forms


def _beside(clusters: Clusters, mentions: Iterable[Mention]) -> Beside:
    """The authors of each line, and the owner of each document."""
    places: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for mention in mentions:
        place = mention.path if mention.role == "owner" else mention.line
        if place and not is_nobody(mention.text):
            places[place].append((id(clusters.of[mention.id]), short_forms(mention.text)))
    return {place: tuple(people) for place, people in places.items()}


def _place(mention: Mention) -> str:
    """Where the people stand with whom somebody works: authors with each other, advisors with whose document it is."""
    return mention.path if mention.role in ("advisor", "manager") else mention.line


def _portrait(group: list[Mention], clusters: Clusters, beside: Beside) -> Portrait:
    """What the mentions of one person say."""
    own = id(clusters.of[group[0].id])
    traits = by_kind({trait for each in {id(m.traits): m.traits for m in group}.values() for trait in each})
    years = sorted(int(year) for year in traits.pop("year", ()))
    others = {form for m in group for who, forms in beside.get(_place(m), ()) if who != own for form in forms}
    traits["coauthor"] = others
    traits["identifier"] = {mention.orcid for mention in group if mention.orcid}
    known = {kind: frozenset(values) for kind, values in traits.items() if values}
    return Portrait(_names(group), known, (years[0], years[-1]) if years else None)


def _names(group: list[Mention]) -> tuple[str, ...]:
    """The names that tell a person from others: the full ones, else all; one of each spelling."""
    printed = {name for m in group for name in (m.text, *m.aliases)}
    full = {name for name in printed if is_full(name)} or printed
    longest = sorted(full, key=lambda name: (-len(name), name))
    kept: list[str] = []
    for name in longest:
        if not any(liken(name, other).cost > -1 and not liken(name, other).contradicts for other in kept):
            kept.append(name)
    return tuple(kept[:4])


def _join(clusters: Clusters, crowd: Crowd, firsts: Sequence[str], pairs: _Pairs) -> None:
    """Join from the likeliest pair down; keep as doubts what is left apart for want of evidence only."""
    least, most = bits_of(clusters.lines.same), bits_of(_DEMOTED)
    undecided = _undecided(crowd, pairs)
    apart: list[tuple[int, int, float]] = []
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.bits.tolist(), strict=True)
    for at, (left, right, bits) in enumerate(rows):
        one, other = firsts[left], firsts[right]
        a, b = clusters.of[one], clusters.of[other]
        if a is b or clusters.against(one, other) or not _agree(a, b):
            continue
        if bits >= least and at not in undecided:
            comparison = crowd.compare(left, right)
            if not (a.owned and b.owned) or most >= least or _tell(comparison):
                clusters.join(one, other, comparison, evident=True)
                continue
        apart.append((left, right, min(bits, most)))
    _keep_doubts(clusters, crowd, firsts, apart)


def _tell(comparison: Comparison) -> bool:
    """Whether more than the name speaks for one person: two whole documents have more than that in common."""
    return any(reason.weight > 0 and reason.what in TELLING for reason in comparison.reasons)


def _agree(a: Cluster, b: Cluster) -> bool:
    """Whether no name of one contradicts one of the other."""
    return not any(liken(one, other).contradicts for one in a.names for other in b.names)


def _undecided(crowd: Crowd, pairs: _Pairs) -> set[int]:
    """The pairs whose short form fits several full names about as well."""
    rivals: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    short = [not any(map(is_full, portrait.names)) for portrait in crowd.portraits]
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.bits.tolist(), strict=True)
    for at, (left, right, bits) in enumerate(rows):
        if short[left] != short[right]:
            one, other = (left, right) if short[left] else (right, left)
            rivals[one].append((bits, other, at))
    found: set[int] = set()
    for fitting in rivals.values():
        best = fitting[0]
        for bits, other, _ in fitting[1:]:
            if best[0] - bits < _MARGIN and crowd.contradict(best[1], other):
                found |= {at for _, _, at in fitting}
    return found


def _keep_doubts(clusters: Clusters, crowd: Crowd, firsts: Sequence[str], apart: list[tuple[int, int, float]]) -> None:
    seen: set[tuple[int, int]] = set()
    for left, right, bits in sorted(apart, key=lambda each: (-each[2], each[0], each[1])):
        a, b = id(clusters.of[firsts[left]]), id(clusters.of[firsts[right]])
        pair = (min(a, b), max(a, b))
        if a == b or pair in seen or len(seen) >= _DOUBTS:
            continue
        seen.add(pair)
        comparison = crowd.compare(left, right)
        likely = min(comparison.probability, probability(bits))
        clusters.doubts.append(Doubt(firsts[left], firsts[right], Comparison(likely, comparison.reasons)))
