"""Communities: drawn nodes that have more to do with each other than with the rest, named by their landmarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talentgraph.draw.projection import PULL, project
from talentgraph.model import Edge, Node

_LANDMARKS = ("organization", "venue")  # as ids begin
_SMALLEST = 4  # nodes; fewer are no community to speak of


@dataclass(frozen=True, slots=True)
class Community:
    """Ids of nodes that belong together, and the names of what most of them have in common, as "Acme · Globex"."""

    name: str
    members: tuple[str, ...]


def communities(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Community]:
    """The communities of the drawn nodes, the largest first; the same on every run.

    They are those of the Louvain method. Technologies join nearly everyone, so they found none and belong to none.

    >>> people = [Node(f"person/{name}", ("Person",)) for name in ("ada", "ben", "cyd", "dan")]
    >>> acme = Node("organization/acme", ("Organization",), {"name": "Acme"})
    >>> edges = [Edge(person.id, "WORKED_AT", person.id, acme.id) for person in people]
    >>> [each.name for each in communities([*people, acme], edges)]
    ['Acme']
    """
    from networkx import Graph
    from networkx.algorithms.community import louvain_communities

    drawn, between = project(nodes, edges)
    ids = sorted(node.id for node in drawn if node.labels[0] != "Technology")
    pulls = _pulls(ids, between)
    graph = Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_weighted_edges_from((left, right, pull) for (left, right), pull in sorted(pulls.items()))
    found = [sorted(group) for group in louvain_communities(graph, seed=1) if len(group) >= _SMALLEST]
    found.sort(key=lambda group: (-len(group), group[0]))
    names = {node.id: str(node.properties.get("name") or node.id) for node in drawn}
    degrees = {ids[number]: degree for number, degree in graph.degree(weight="weight")}
    return [_named([ids[number] for number in group], names, degrees) for group in found]


def _pulls(ids: Sequence[str], edges: Sequence[Edge]) -> dict[tuple[int, int], float]:
    """How strongly two nodes, by their places in the list, belong together."""
    place = {id_: number for number, id_ in enumerate(ids)}
    pulls: dict[tuple[int, int], float] = defaultdict(float)
    for edge in edges:
        if edge.source in place and edge.target in place:
            left, right = sorted((place[edge.source], place[edge.target]))
            pulls[left, right] += PULL[edge.type]
    return pulls


def _named(members: Sequence[str], names: Mapping[str, str], degrees: Mapping[str, float]) -> Community:
    """A community with the names of its one or two best connected landmarks, else of its best connected node."""
    best = sorted(members, key=lambda id_: (-round(degrees[id_], 6), id_))
    marks = [id_ for id_ in best if id_.partition("/")[0] in _LANDMARKS] or best[:1]
    first = names[marks[0]]
    more = [names[id_] for id_ in marks[1:2] if degrees[id_] * 2 >= degrees[marks[0]] and first not in names[id_]]
    return Community(" · ".join((first, *more)), tuple(members))
