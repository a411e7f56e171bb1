"""What lies within some steps of one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from talentgraph.draw.projection import is_drawn, project
from talentgraph.model import Edge, Node


def surroundings(
    nodes: Sequence[Node], edges: Sequence[Edge], *, ego: str, depth: int
) -> tuple[list[Node], list[Edge]]:
    """The rows within `depth` steps of the node with the id `ego`, a step being an edge that pages draw.

    The stints of those people, the evidence of all that is kept, and its documents come along.

    >>> people = [Node(f"person/{name}", ("Person",)) for name in "abc"]
    >>> met = [Edge(f"{a}{b}", "WORKED_WITH", f"person/{a}", f"person/{b}") for a, b in ("ab", "bc")]
    >>> [node.id for node in surroundings(people, met, ego="person/a", depth=1)[0]]
    ['person/a', 'person/b']
    """
    kept = _within(project(nodes, edges)[1], ego, depth)
    drawn = {node.id for node in nodes if is_drawn(node)}
    kept |= _ends(edges, kept) - drawn
    kept |= {edge.source for edge in edges if edge.type == "SUPPORTS" and edge.target in kept}
    kept |= {edge.target for edge in edges if edge.type == "FROM_DOCUMENT" and edge.source in kept}
    inside = [edge for edge in edges if edge.source in kept and edge.target in kept]
    return [node for node in nodes if node.id in kept], inside


def _within(edges: Iterable[Edge], ego: str, depth: int) -> set[str]:
    neighbours = defaultdict(set)
    for edge in edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    kept = {ego}
    for _ in range(depth):
        kept |= {other for node in kept for other in neighbours[node]}
    return kept


def _ends(edges: Iterable[Edge], kept: set[str]) -> set[str]:
    """The other ends of the edges of nodes, but for evidence."""
    facts = [edge for edge in edges if edge.type not in ("SUPPORTS", "FROM_DOCUMENT")]
    return {edge.target for edge in facts if edge.source in kept} | {
        edge.source for edge in facts if edge.target in kept
    }
