"""One person's surroundings."""

from __future__ import annotations

from talentgraph.draw.surroundings import surroundings
from talentgraph.model import Edge, Node

NODES = [
    Node("document/a", ("Document",)),
    Node("evidence/a", ("Evidence",)),
    Node("evidence/far", ("Evidence",)),
    Node("organization/acme", ("Organization",)),
    Node("organization/far", ("Organization",)),
    Node("person/a", ("Person",)),
    Node("person/b", ("Person",)),
    Node("position/a", ("Position",)),
    Node("position/far", ("Position",)),
]
EDGES = [
    Edge("1", "HELD", "person/a", "position/a"),
    Edge("2", "AT", "position/a", "organization/acme"),
    Edge("3", "WORKED_AT", "person/a", "organization/acme"),
    Edge("4", "WORKED_AT", "person/b", "organization/acme"),
    Edge("5", "WORKED_AT", "person/b", "organization/far"),
    Edge("6", "SUPPORTS", "evidence/a", "position/a"),
    Edge("7", "FROM_DOCUMENT", "evidence/a", "document/a"),
    Edge("8", "SUPPORTS", "evidence/far", "position/far"),
    Edge("9", "FROM_DOCUMENT", "evidence/far", "document/a"),
]


def ids(depth: int) -> set[str]:
    nodes, edges = surroundings(NODES, EDGES, ego="person/a", depth=depth)
    kept = {node.id for node in nodes}
    assert all({edge.source, edge.target} <= kept for edge in edges)
    return kept


def test_a_step_is_a_drawn_edge_and_facts_come_along() -> None:
    assert ids(1) == {"person/a", "organization/acme", "position/a", "evidence/a", "document/a"}
    assert ids(2) == ids(1) | {"person/b"}
    assert ids(3) == ids(2) | {"organization/far"}


def test_evidence_of_others_does_not() -> None:
    assert "evidence/far" not in ids(3)
