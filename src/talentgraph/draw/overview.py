"""A graph that is too large for one picture: its communities as dots, and a part of the page for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talentgraph.draw.communities import Community, communities
from talentgraph.draw.payload import TYPES, Places, columns, payload
from talentgraph.draw.positions import positions
from talentgraph.draw.projection import project
from talentgraph.model import Edge, Node

_COLOUR = ["#475569", "#9fb0c6"]  # of a community, on light and on dark pages
_ROUNDS = 100  # of moving the nodes of a part: there are many parts, and each is small
_STRONGEST = 4  # ties of a community that are drawn
_TOLD = 5  # names of each kind that stand for a community
_STINTS = ("Position", "Education", "Award", "Certificate")
_FACTS = (*_STINTS, "Evidence", "Location")


def parts(nodes: Sequence[Node], edges: Sequence[Edge], title: str, *, most: int) -> Iterator[dict[str, Any]]:
    """The data of the overview, then that of each community, the largest first.

    What is in no community, or beyond `most` nodes of one, is counted as left out; so are links between communities
    within a part.
    """
    drawn, between = project(nodes, edges)
    found = communities(nodes, edges)
    places = positions(nodes, edges, groups=found)
    groups = [Community(each.name, each.members[:most]) for each in found]
    belongs = {member: number for number, group in enumerate(groups) for member in group.members}
    yield _overview(drawn, between, groups, places) | {"title": title}
    around = _surroundings(nodes, edges, belongs)
    links = _links(between, belongs)
    for number, group in enumerate(groups):
        data = payload(*around[number], group.name, rounds=_ROUNDS)
        yield data | {"whole": title, "left": {"links": links[number]}}


def _overview(
    drawn: Sequence[Node], between: Sequence[Edge], groups: Sequence[Community], places: Places
) -> dict[str, Any]:
    belongs = {member: number for number, group in enumerate(groups) for member in group.members}
    pairs = (sorted((belongs.get(edge.source, -1), belongs.get(edge.target, -1))) for edge in between)
    ties = Counter((a, b) for a, b in pairs if 0 <= a < b)
    by_id = {node.id: node for node in drawn}
    degree = Counter(end for edge in between for end in (edge.source, edge.target))
    dots = [_dot(number, group, by_id, degree) | {"at": _middle(group, places)} for number, group in enumerate(groups)]
    shared = sum(node.labels[0] == "Technology" for node in drawn)
    return {
        "types": TYPES | {"Community": _COLOUR},
        "nodes": dots,
        "edges": columns(("LINKED", a, b, {"count": count}) for (a, b), count in _strongest(ties)),
        "documents": [],
        "evidence": [],
        "left": {"whole": len(drawn), "nodes": len(drawn) - len(belongs) - shared, "shared": shared},
    }


def _strongest(ties: Mapping[tuple[int, int], int]) -> list[tuple[tuple[int, int], int]]:
    """The ties that are among the strongest of either end, in order."""
    kept: set[tuple[int, int]] = set()
    seen: Counter[int] = Counter()
    for pair in sorted(ties, key=lambda pair: (-ties[pair], pair)):
        if any(seen[end] < _STRONGEST for end in pair):
            kept.add(pair)
            seen.update(pair)
    return [(pair, ties[pair]) for pair in sorted(kept)]


def _middle(group: Community, places: Places) -> list[float]:
    spots = [places[member] for member in group.members]
    return [round(sum(spot[axis] for spot in spots) / len(spots), 3) for axis in (0, 1)]


def _dot(number: int, group: Community, by_id: dict[str, Node], degree: Counter[str]) -> dict[str, Any]:
    """A community as a node: how many of each kind it has, and its best connected ones by name."""
    kinds = Counter(by_id[member].labels[0] for member in group.members)
    best = sorted(group.members, key=lambda member: (-degree[member], member))
    told = {
        kind: [str(by_id[m].properties.get("name", m)) for m in best if by_id[m].labels[0] == kind] for kind in kinds
    }
    facts = {"part": number + 1, "members": len(group.members), "kinds": dict(kinds)}
    return {
        "id": f"community/{number + 1}",
        "labels": ["Community"],
        "name": group.name,
        "aliases": [],
        "facts": facts | {"names": {kind: names[:_TOLD] for kind, names in told.items()}},
    }


def _surroundings(
    nodes: Sequence[Node], edges: Sequence[Edge], belongs: dict[str, int]
) -> dict[int, tuple[list[Node], list[Edge]]]:
    """The rows of each community: its members, their facts, evidence, and the technologies that they share with all."""
    by_id = {node.id: node for node in nodes}
    home: dict[str, set[int]] = {member: {number} for member, number in belongs.items()}
    for _ in range(3):  # facts of members, what hangs on those, and the documents of the evidence
        for edge in edges:
            for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
                if one in home and _follows(by_id, one, other, belongs):
                    home.setdefault(other, set()).update(home[one])
    rows: dict[int, tuple[list[Node], list[Edge]]] = {number: ([], []) for number in set(belongs.values())}
    for node in nodes:
        for number in home.get(node.id, ()):
            rows[number][0].append(node)
    for edge in edges:
        for number in home.get(edge.source, set()) & home.get(edge.target, set()):
            rows[number][1].append(edge)
    return rows


def _follows(by_id: dict[str, Node], one: str, other: str, belongs: dict[str, int]) -> bool:
    """Whether a row belongs to a community because of another: facts and technologies do, members of others do not."""
    if other in belongs or one not in by_id or other not in by_id:
        return False
    kind, from_ = by_id[other].labels[0], by_id[one].labels[0]
    if from_ == "Evidence":
        return kind == "Document"
    return (one in belongs or from_ in _STINTS) and (kind in _FACTS or kind == "Technology")


def _links(between: Sequence[Edge], belongs: dict[str, int]) -> Counter[int]:
    """How many edges of each community lead to another."""
    ends = [(belongs.get(edge.source), belongs.get(edge.target)) for edge in between]
    return Counter(end for pair in ends if None not in pair and pair[0] != pair[1] for end in pair if end is not None)
