"""Walking the graph by label, type and name, in words like those of the Cypher files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx


def labelled(graph: nx.MultiDiGraph, *labels: str) -> Iterator[str]:
    """The nodes that have any of the labels, by id."""
    wanted = frozenset(labels)
    yield from sorted(node for node, known in graph.nodes(data="labels") if not wanted.isdisjoint(known))


def goes_by(graph: nx.MultiDiGraph, node: str, term: str) -> bool:
    """Whether a node has this id, name or alias, in capitals or not."""
    values = graph.nodes[node]
    return term.lower() in {
        str(name).lower() for name in (node, values.get("name"), *values.get("aliases", ())) if name
    }


def named(graph: nx.MultiDiGraph, term: str, label: str) -> list[str]:
    """The nodes of a label that go by a name."""
    return [node for node in labelled(graph, label) if goes_by(graph, node, term)]


def name(graph: nx.MultiDiGraph, node: str) -> str:
    """What a node is called."""
    found: str = graph.nodes[node].get("name")
    return found


def held(graph: nx.MultiDiGraph, terms: Iterable[str], nodes: Sequence[str]) -> list[str]:
    """The terms that any of the nodes goes by."""
    return [term for term in terms if any(goes_by(graph, node, term) for node in nodes)]


def out(graph: nx.MultiDiGraph, node: str, *types: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The nodes at the far ends of a node's outgoing edges of some types, each with its edge."""
    for _, target, edge in graph.out_edges(node, data=True):
        if edge["type"] in types:
            yield target, edge


def into(graph: nx.MultiDiGraph, node: str, *types: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The nodes that a node's incoming edges of some types come from, each with its edge."""
    for source, _, edge in graph.in_edges(node, data=True):
        if edge["type"] in types:
            yield source, edge


def beside(graph: nx.MultiDiGraph, node: str, *types: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The neighbours over edges of some types, whichever way they point, each with its edge."""
    yield from out(graph, node, *types)
    yield from ((source, edge) for source, edge in into(graph, node, *types) if source != node)


def reached(graph: nx.MultiDiGraph, nodes: Iterable[str], *steps: Sequence[str]) -> list[str]:
    """The nodes at the ends of all walks from some nodes, each step along outgoing edges of the given types."""
    ends = list(dict.fromkeys(nodes))
    for types in steps:
        ends = list(dict.fromkeys(target for node in ends for target, _ in out(graph, node, *types)))
    return ends


def wholes(graph: nx.MultiDiGraph, organizations: Iterable[str]) -> list[str]:
    """Organizations with all that they are part of, up to three steps."""
    level = found = list(dict.fromkeys(organizations))
    for _ in range(3):
        level = reached(graph, level, ("PART_OF",))
        found = list(dict.fromkeys((*found, *level)))
    return found


def parts(graph: nx.MultiDiGraph, organizations: Iterable[str]) -> list[str]:
    """Organizations with all that are part of them, up to three steps."""
    level = found = list(dict.fromkeys(organizations))
    for _ in range(3):
        level = list(dict.fromkeys(part for whole in level for part, _ in into(graph, whole, "PART_OF")))
        found = list(dict.fromkeys((*found, *level)))
    return found


def tops(graph: nx.MultiDiGraph, organization: str) -> list[str]:
    """The wholes of an organization, over up to three steps, that are parts of nothing."""
    above = wholes(graph, [organization])
    return [one for one in above if one != organization and not any(out(graph, one, "PART_OF"))]


def place(graph: nx.MultiDiGraph, edge: Mapping[str, Any]) -> str | None:
    """The name of the organization that an edge mentions."""
    organization: str | None = edge.get("organization")
    if organization is None or organization not in graph:
        return organization
    return name(graph, organization) or organization
