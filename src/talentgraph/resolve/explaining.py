"""Why mentions are one node, or two nodes are not one: the reasons for which `resolve` did what it did."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from talentgraph.identity import Decision, Identities, Identity, Reason
from talentgraph.resolve.clusters import Join
from talentgraph.resolve.comparison import Comparison, Lines, compare
from talentgraph.resolve.decisions import standing
from talentgraph.resolve.finding import find, find_two
from talentgraph.resolve.people.across import gather
from talentgraph.resolve.resolving import Resolution
from talentgraph.values.text import fold


@dataclass(frozen=True, slots=True)
class Step:
    """Two mentions that were joined, and why; reasons have weights where names were compared."""

    left: str
    right: str
    says: str
    probability: float | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two are one, by the `steps` that lead from one to the other, or why they are two.

    Of two nodes `probability` and `reasons` are those of their comparison, and `against` is what keeps them apart
    whatever speaks for one. `decisions` are those of people that hold between them.
    """

    left: Identity
    right: Identity
    verdict: Literal["one", "two"]
    steps: tuple[Step, ...] = ()
    probability: float | None = None
    band: str = ""
    reasons: tuple[Reason, ...] = ()
    against: str = ""
    decisions: tuple[Decision, ...] = ()


def explain(resolution: Resolution, left: str, right: str = "", *, lines: Lines | None = None) -> Explanation:
    """Why two names are, or are not, one node; with one name, why its mentions are one."""
    identities = resolution.identities
    one, other = find_two(identities, left, right) if right else (find(identities, left),) * 2
    if one.id != other.id:
        return _apart(resolution, one, other, lines or Lines())
    clusters = resolution.clusters[one.kind]
    members = sorted(mention for mention, node in identities.mentions.items() if node == one.id)
    joins = [join for join in clusters.joins if identities.mentions[join.left] == one.id]
    ends = [_called(identities, members, name) for name in (left, right) if name]
    if len(ends) == 2 and all(ends) and ends[0] != ends[1]:
        joins = _path(joins, ends[0], ends[1])
    return Explanation(one, other, "one", tuple(map(_step, joins)), decisions=_within(identities, one.id))


def _apart(resolution: Resolution, one: Identity, other: Identity, lines: Lines) -> Explanation:
    identities, clusters = resolution.identities, resolution.clusters[one.kind]
    first = {node: mention for mention, node in reversed(list(identities.mentions.items()))}
    pair = sorted((one.id, other.id))
    found = next((each for each in identities.likely if [each.left, each.right] == pair), None)
    against, decisions = clusters.against(first[one.id], first[other.id]), _between(identities, one.id, other.id)
    comparison = found or _compared(resolution, one, other)
    return Explanation(
        one,
        other,
        "two",
        probability=comparison.probability,
        band=lines.band(comparison.probability),
        reasons=comparison.reasons,
        against="" if against == "decided" and decisions else against,
        decisions=decisions,
    )


def _compared(resolution: Resolution, one: Identity, other: Identity) -> Comparison:
    """The comparison of two nodes as linking makes it: people with all that documents say of them."""
    if one.kind == "person":
        clusters = resolution.clusters["person"]
        firsts, crowd = gather(clusters, [m for m in resolution.mentions.values() if m.kind == "person"])
        place = {resolution.identities.mentions[first]: number for number, first in enumerate(firsts)}
        if not crowd.contradict(place[one.id], place[other.id]):
            return crowd.compare(place[one.id], place[other.id])
    return compare(one.kind, one.name, other.name)


def _called(identities: Identities, members: Iterable[str], name: str) -> set[str]:
    """The mentions that a name stands for by itself: the mention, or those that print it."""
    if name in identities.mentions:
        return {name}
    return {m for m in members if m in identities.printed and fold(identities.printed[m].text) == fold(name)}


def _path(joins: Iterable[Join], starts: set[str], ends: set[str]) -> list[Join]:
    """The joins that lead from some mentions to others, the fewest."""
    beside: Mapping[str, list[Join]] = defaultdict(list)
    for join in joins:
        beside[join.left].append(join)
        beside[join.right].append(join)
    came: dict[str, tuple[str, Join] | None] = dict.fromkeys(sorted(starts))
    queue = deque(came)
    while queue:
        here = queue.popleft()
        if here in ends:
            return _walked(came, here)
        for join in beside[here]:
            there = join.right if join.left == here else join.left
            if there not in came:
                came[there] = (here, join)
                queue.append(there)
    return []


def _walked(came: Mapping[str, tuple[str, Join] | None], end: str) -> list[Join]:
    found: list[Join] = []
    while (step := came[end]) is not None:
        end, join = step
        found.append(join)
    return found[::-1]


def _step(join: Join) -> Step:
    if isinstance(join.reason, str):
        return Step(join.left, join.right, join.reason)
    return Step(join.left, join.right, join.reason.says, join.reason.probability, join.reason.reasons)


def _within(identities: Identities, node: str) -> tuple[Decision, ...]:
    """Decisions that hold and touch a node."""
    return tuple(
        each.decision
        for each in standing(identities.held)
        if any(identities.mentions.get(mention) == node for mention in (*each.left, *each.right))
    )


def _between(identities: Identities, one: str, other: str) -> tuple[Decision, ...]:
    """Decisions that hold between two nodes."""
    return tuple(
        each.decision
        for each in standing(identities.held)
        for left, right in [({identities.mentions[m] for m in side} for side in (each.left, each.right))]
        if one in left and other in right or other in left and one in right
    )
