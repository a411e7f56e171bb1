"""What pages draw as a node or an edge, and what they never hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS

# How strongly an edge pulls its ends together. Technologies join nearly everyone, so they hardly pull.
PULL = {
    "WORKED_AT": 1.0, "STUDIED_AT": 0.7, "AUTHORED": 1.0, "PUBLISHED_IN": 0.7, "ADVISED": 0.8, "PART_OF": 0.8,
    "WORKED_ON": 0.8, "COAUTHORED_WITH": 0.4, "WORKED_WITH": 0.15, "STUDIED_WITH": 0.1,
    "SKILLED_IN": 0.12, "LISTS": 0.12, "USED": 0.12, "SAME_AS": 0.5,
}  # fmt: skip


def without_contacts(nodes: Iterable[Node], edges: Iterable[Edge]) -> tuple[list[Node], list[Edge]]:
    """The rows without Contact nodes, their edges, and the evidence whose quote is the contact itself.

    >>> without_contacts([Node("contact/1", ("Contact",))], [])
    ([], [])
    """
    nodes, edges = list(nodes), list(edges)
    private = {node.id for node in nodes if "Contact" in node.labels}
    private |= {edge.source for edge in edges if edge.type == "SUPPORTS" and edge.target in private}
    kept = [node for node in nodes if node.id not in private]
    known = {node.id for node in kept}
    return kept, [edge for edge in edges if edge.source in known and edge.target in known]


def is_drawn(node: Node) -> bool:
    """Whether pages show the node as a dot; the others are facts of the panel."""
    label = LABELS.get(node.labels[0]) if node.labels else None
    return label is not None and label.drawn


def project(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[list[Node], list[Edge]]:
    """The drawn nodes and the edges between two different ones of them, in the order of the input."""
    drawn = [node for node in nodes if is_drawn(node)]
    known = {node.id for node in drawn}
    between = [e for e in edges if e.source in known and e.target in known and e.source != e.target and e.type in PULL]
    return drawn, between
