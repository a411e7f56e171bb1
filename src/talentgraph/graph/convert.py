"""Rows ⇄ networkx, and rows without contact details."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from talentgraph.model import Edge, Node

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph:
    """The graph as a networkx.MultiDiGraph.

    A node's attributes are its properties and `labels`, a tuple; an edge's key is its id, its attributes are its
    properties and `type`.

    >>> graph = to_networkx([Node("a", ("Person",)), Node("b", ("Person",))], [Edge("e", "ADVISED", "a", "b")])
    >>> graph.edges["a", "b", "e"]
    {'type': 'ADVISED'}
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.id, **(dict(node.properties) | {"labels": node.labels}))
    for edge in edges:
        graph.add_edge(edge.source, edge.target, key=edge.id)
        graph.edges[edge.source, edge.target, edge.id].update(dict(edge.properties) | {"type": edge.type})
    return graph


def from_networkx(graph: nx.MultiDiGraph) -> tuple[list[Node], list[Edge]]:
    """The rows of a graph that `to_networkx` made, sorted by id."""
    nodes = [Node(node, values["labels"], _without(values, "labels")) for node, values in graph.nodes.items()]
    edges = [
        Edge(key, values["type"], source, target, _without(values, "type"))
        for (source, target, key), values in graph.edges.items()
    ]
    return sorted(nodes, key=lambda node: node.id), sorted(edges, key=lambda edge: edge.id)


def without_contacts(nodes: Iterable[Node], edges: Iterable[Edge]) -> tuple[list[Node], list[Edge]]:
    """The rows without contact details: no Contact nodes, and no evidence that supports nothing else.

    >>> without_contacts([Node("c", ("Contact",)), Node("p", ("Person",))], [Edge("e", "REACHED_AT", "p", "c")])
    ([Node(id='p', labels=('Person',), properties={})], [])
    """
    nodes, edges = list(nodes), list(edges)
    gone = contact_ids(nodes, edges)
    kept = [edge for edge in edges if edge.source not in gone and edge.target not in gone]
    return [node for node in nodes if node.id not in gone], kept


def contact_ids(nodes: Iterable[Node], edges: Iterable[Edge]) -> set[str]:
    """The ids of all Contact nodes, and of evidence that supports nothing else; `edges` are gone through twice."""
    gone = {node.id for node in nodes if "Contact" in node.labels}
    told = {edge.source for edge in edges if edge.type == "SUPPORTS" and edge.target in gone}
    needed = {e.source for e in edges if e.source in told and e.type == "SUPPORTS" and e.target not in gone}
    return gone | (told - needed)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
