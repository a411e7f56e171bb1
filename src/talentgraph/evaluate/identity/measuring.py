"""The measure of identity: an invented cohort is resolved, and what comes out compared with what is true."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, get_args

from talentgraph.evaluate.identity.candidates import Pair, compared, judge
from talentgraph.evaluate.identity.clustering import Agreement, Item, agreement, together
from talentgraph.evaluate.identity.cohort import Cohort, invent
from talentgraph.evaluate.identity.truth import Named
from talentgraph.evaluate.scores import Score
from talentgraph.model import Identities, Kind
from talentgraph.resolve import resolve

KINDS: tuple[Kind, ...] = get_args(Kind)
Groups = Mapping[str, str]  # mention → the node that it was given, or itself


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What makes names hard to tell: of the pairs that it concerns, how many were decided rightly."""

    kind: Kind
    name: str
    same: bool  # whether those pairs are one thing
    score: Score


@dataclass(frozen=True, slots=True)
class Mistake:
    """Two names that were put together or kept apart wrongly, standing for `count` pairs of mentions of one cause."""

    pair: Pair
    count: int
    reason: str = ""  # that of the node, where they were put together


class Doubted(NamedTuple):
    """Two nodes that may be one and stay two: how likely that is held to be, and whether they are."""

    probability: float
    same: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is found out about a cohort."""

    cohort: Cohort
    nodes: int
    classes: Mapping[Kind, Agreement]
    difficulties: Sequence[Difficulty]
    pairs: Mapping[Kind, Sequence[Pair]]
    wrong: Sequence[Mistake]
    missed: Sequence[Mistake]
    doubted: Sequence[Doubted] = ()


def measure(people: int = 300, *, seed: int = 1) -> Measured:
    """Invent a cohort, resolve it and compare.

    >>> found = measure(12)
    >>> found.classes["technology"].cubed_precision > 0.5
    True
    """
    cohort = invent(people, seed=seed)
    return compare_with(cohort, resolve(cohort.profiles))


def compare_with(cohort: Cohort, found: Identities) -> Measured:
    """How well identities agree with what is true of a cohort."""
    groups = {mention: found.mentions.get(mention, mention) for mention in cohort.truth}
    return Measured(
        cohort=cohort,
        nodes=len(found.nodes),
        classes={kind: agreement(_items(cohort, groups, kind)) for kind in KINDS},
        difficulties=[*_spellings(cohort, groups), *_look_alikes(cohort, groups)],
        pairs={kind: compared(cohort.truth, kind) for kind in KINDS},
        wrong=_worst(_wrong(cohort, groups, found)),
        missed=_worst(_missed(cohort, groups)),
        doubted=list(_doubted(cohort, groups, found)),
    )


def _items(cohort: Cohort, groups: Groups, kind: Kind) -> Iterator[Item]:
    for mention, named in cohort.truth.items():
        if named.kind == kind:
            yield Item(named.entity, groups[mention], named.text)


def _spellings(cohort: Cohort, groups: Groups) -> list[Difficulty]:
    """Of names in an unusual form, how many are together with those in the usual form of the same thing."""
    counts: dict[tuple[Kind, str, str], Counter[Hashable]] = defaultdict(Counter)
    for mention, named in cohort.truth.items():
        for trait in named.traits or {""}:
            counts[named.kind, trait, named.entity][groups[mention]] += 1
    scores: dict[tuple[Kind, str], Score] = defaultdict(Score)
    for (kind, trait, entity), found in counts.items():
        if trait and (usual := counts.get((kind, "", entity))):
            scores[kind, trait] += together(found, usual)
    return [Difficulty(kind, trait, True, score) for (kind, trait), score in sorted(scores.items())]


def _look_alikes(cohort: Cohort, groups: Groups) -> list[Difficulty]:
    """Of pairs of mentions of two things that look alike, how many were kept apart."""
    counts: dict[str, Counter[Hashable]] = defaultdict(Counter)
    kinds: dict[str, Kind] = {}
    for mention, named in cohort.truth.items():
        counts[named.entity][groups[mention]] += 1
        kinds[named.entity] = named.kind
    scores: dict[tuple[Kind, str], Score] = defaultdict(Score)
    for rivals in cohort.rivals:
        if rivals.left in counts and rivals.right in counts:
            merged = together(counts[rivals.left], counts[rivals.right])
            scores[kinds[rivals.left], rivals.why] += Score(right=merged.asked - merged.right, asked=merged.asked)
    return [Difficulty(kind, why, False, score) for (kind, why), score in sorted(scores.items())]


def _wrong(cohort: Cohort, groups: Groups, found: Identities) -> Iterator[Mistake]:
    """For each node that stands for several things: two names of two of them."""
    for group, members in _by(groups).items():
        things = _things(cohort, members)
        for left, right in combinations(sorted(things), 2):
            reason = found.nodes[group].reason if group in found.nodes else ""
            yield _mistake(things[left], things[right], reason)


def _missed(cohort: Cohort, groups: Groups) -> Iterator[Mistake]:
    """For each thing that has several nodes: a name of its largest one and a name of each other."""
    entities: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for mention, named in cohort.truth.items():
        entities[named.entity][groups[mention]].append(named)
    for parts in entities.values():
        first, *others = sorted(parts.values(), key=len, reverse=True)
        yield from (_mistake(first, other) for other in others)


def _doubted(cohort: Cohort, groups: Groups, found: Identities) -> Iterator[Doubted]:
    """The likely pairs of nodes, by what most of the names in each stand for."""
    mostly = {
        group: max(sorted(things.items()), key=lambda item: len(item[1]))[0]
        for group, members in _by(groups).items()
        if (things := _things(cohort, members))
    }
    for pair in found.likely:
        if pair.left in mostly and pair.right in mostly:
            yield Doubted(pair.probability, mostly[pair.left] == mostly[pair.right])


def _by(groups: Groups) -> dict[str, list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for mention, group in groups.items():
        members[group].append(mention)
    return members


def _things(cohort: Cohort, members: Iterable[str]) -> dict[str, list[Named]]:
    things: dict[str, list[Named]] = defaultdict(list)
    for mention in members:
        things[cohort.truth[mention].entity].append(cohort.truth[mention])
    return things


def _mistake(left: Sequence[Named], right: Sequence[Named], reason: str = "") -> Mistake:
    return Mistake(judge(_typical(left), _typical(right)), len(left) * len(right), reason)


def _typical(names: Sequence[Named]) -> Named:
    """The name that is printed most often."""
    count = Counter(named.text for named in names)
    return min(names, key=lambda named: (-count[named.text], named.text, named.context))


def _worst(mistakes: Iterable[Mistake]) -> list[Mistake]:
    return sorted(mistakes, key=lambda one: (-one.count, one.pair.left.text, one.pair.right.text))
