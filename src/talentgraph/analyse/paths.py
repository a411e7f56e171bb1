"""Chains of people who know each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import TYPE_CHECKING

from talentgraph.analyse.lookup import beside, held, into, labelled, name, named, parts, place
from talentgraph.analyse.rows import Hop, Way

if TYPE_CHECKING:
    import networkx as nx

_KNOWING = ("WORKED_WITH", "STUDIED_WITH", "COAUTHORED_WITH", "ADVISED")
_FARTHEST = 8  # steps; what the Cypher file says too


def intro_paths(graph: nx.MultiDiGraph, *, person: str, other: str, max_hops: int = 4, k: int = 5) -> list[Hop]:
    """The shortest chains of people from one to another, each knowing the next; one row a step.

    They know each other as colleagues or fellow students, as co-authors, or as advisor and student: an organization
    that both passed through is no introduction. Of chains as short as each other those come first whose ids sort first.
    """
    chains = {
        tuple(chain)
        for start in named(graph, person, "Person")
        for end in named(graph, other, "Person")
        if start != end
        for chain in _best(graph, start, end, most=min(max_hops, _FARTHEST), k=k)
    }
    ranked = sorted(chains, key=lambda chain: (len(chain), _text(chain)))[:k]
    return [row for number, chain in enumerate(ranked, 1) for row in _hops(graph, number, chain)]


def ways_into(graph: nx.MultiDiGraph, *, organization: str, people: Sequence[str], k: int = 100) -> list[Way]:
    """The shortest ways from each of some people to those who have held a position at an organization or a part of it.

    The degree is 0 for who has held one, 1 for who knows such a person, 2 for who knows someone who does.
    """
    places = parts(graph, named(graph, organization, "Organization"))
    positions = {stint for place in places for stint, _ in into(graph, place, "AT")}
    insiders = {person for stint in positions for person, _ in into(graph, stint, "HELD")}
    ours = [one for one in labelled(graph, "Person") if held(graph, people, [one])]
    return sorted((way for one in ours for way in _ways(graph, one, insiders)), key=_way_order)[:k]


def _ways(graph: nx.MultiDiGraph, person: str, insiders: set[str]) -> Iterator[Way]:
    if person in insiders:
        yield Way(name(graph, person), person, 0, None, None, name(graph, person), person, [], [])
        return
    known = _neighbours(graph, person)
    if near := [one for one in known if one in insiders]:
        for one in near:
            kinds = _kinds(graph, person, one)
            yield Way(name(graph, person), person, 1, None, None, name(graph, one), one, kinds, [])
        return
    for one in known:
        for other in _neighbours(graph, one):
            if other in insiders:
                kinds, onward = _kinds(graph, person, one), _kinds(graph, one, other)
                names = name(graph, person), name(graph, one), name(graph, other)
                yield Way(names[0], person, 2, names[1], one, names[2], other, kinds, onward)


def _kinds(graph: nx.MultiDiGraph, one: str, other: str) -> list[str]:
    return sorted({edge["type"] for node, edge in beside(graph, one, *_KNOWING) if node == other})


def _way_order(way: Way) -> tuple[int, str, str, str, str, str, str]:
    through = (way.through or "", way.through_id or "")
    return way.degree, way.person, way.person_id, *through, way.insider, way.insider_id


def _best(graph: nx.MultiDiGraph, start: str, end: str, *, most: int, k: int) -> list[tuple[str, ...]]:
    """The first k of the shortest chains between two people."""
    steps = _distances(graph, end, most)
    if start not in steps:
        return []
    return nsmallest(k, _descend(graph, (start,), steps), key=_text)


def _distances(graph: nx.MultiDiGraph, end: str, most: int) -> dict[str, int]:
    """How many steps each person is from the end, up to the most."""
    steps, queue = {end: 0}, deque([end])
    while queue:
        near = queue.popleft()
        if steps[near] == most:
            break
        for far in _neighbours(graph, near):
            if far not in steps:
                steps[far] = steps[near] + 1
                queue.append(far)
    return steps


def _descend(graph: nx.MultiDiGraph, chain: tuple[str, ...], steps: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """All chains that come one step nearer to the end with each person."""
    if steps[chain[-1]] == 0:
        yield chain
        return
    for far in _neighbours(graph, chain[-1]):
        if steps.get(far) == steps[chain[-1]] - 1:
            yield from _descend(graph, (*chain, far), steps)


def _neighbours(graph: nx.MultiDiGraph, person: str) -> list[str]:
    return sorted({far for far, _ in beside(graph, person, *_KNOWING)})


def _text(chain: tuple[str, ...]) -> str:
    """What chains of one length are sorted by."""
    return "".join(f"{person} " for person in chain)


def _hops(graph: nx.MultiDiGraph, number: int, chain: tuple[str, ...]) -> Iterator[Hop]:
    for hop, (near, far) in enumerate(zip(chain, chain[1:], strict=False), 1):
        edges = [edge for node, edge in beside(graph, near, *_KNOWING) if node == far]
        yield Hop(
            path=number,
            hop=hop,
            person=name(graph, near),
            person_id=near,
            other=name(graph, far),
            other_id=far,
            kinds=sorted({edge["type"] for edge in edges}),
            organizations=sorted({where for edge in edges if (where := place(graph, edge)) is not None}),
        )
