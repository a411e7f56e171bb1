"""The statements that write a graph. Names come from the schema and are quoted; values are only ever parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from talentgraph.errors import StoreError
from talentgraph.model import Edge, Node
from talentgraph.schema import COMMON, EDGE_MARK, LABELS, MARK, RELATIONSHIPS
from talentgraph.values.cypher import quote
from talentgraph.values.properties import storable

_LONGEST_ID = 4_000  # Neo4j refuses longer text in an index


_OURS, _MARKED = quote(MARK), quote(EDGE_MARK)
_PROPERTIES = sum((label.properties for label in LABELS.values()), COMMON)

READ_NODES = f"MATCH (n:{_OURS}) RETURN elementId(n) AS place, labels(n) AS labels, properties(n) AS properties"
READ_EDGES = (  # most have their id and our mark alone, and these are not read twice
    f"MATCH (a:{_OURS})-[r]->(b:{_OURS}) WHERE r.{_MARKED} "
    "RETURN elementId(r) AS place, type(r) AS type, r.id AS id, a.id AS source, b.id AS target, "
    "CASE WHEN size(keys(r)) > 2 THEN properties(r) END AS properties"
)
REMOVE_EDGES = f"MATCH ()-[r]->() WHERE elementId(r) IN $rows AND r.{_MARKED} DELETE r"
REMOVE_NODES = f"MATCH (n:{_OURS}) WHERE elementId(n) IN $rows AND NOT EXISTS {{ (n)--() }} DELETE n"
# A node that others have tied something to: all that is ours goes, and it stays as an end of theirs.
EMPTY_NODES = (
    f"MATCH (n:{_OURS}) WHERE elementId(n) IN $rows REMOVE n:{_OURS}"
    + "".join(f":{quote(name)}" for name in LABELS)
    + "".join(f", n.{quote(name)}" for name in dict.fromkeys(_PROPERTIES))
)


def merge_nodes(labels: Sequence[str]) -> str:
    """Make nodes of these labels, or bring them up to date."""
    names = "".join(f":{quote(label)}" for label in labels)
    return f"UNWIND $rows AS row MERGE (n:{_OURS} {{id: row.id}}) SET n{names}, n += row.properties"


def remove_labels(labels: Sequence[str]) -> str:
    """Take labels away from nodes."""
    names = "".join(f":{quote(label)}" for label in labels)
    return f"UNWIND $rows AS row MATCH (n:{_OURS} {{id: row.id}}) REMOVE n{names}"


def merge_edges(kind: str) -> str:
    """Make relationships of a type between our nodes, or bring them up to date."""
    return (
        f"UNWIND $rows AS row MATCH (a:{_OURS} {{id: row.source}}) MATCH (b:{_OURS} {{id: row.target}}) "
        f"MERGE (a)-[r:{quote(kind)} {{id: row.id, {_MARKED}: true}}]->(b) SET r += row.properties"
    )


def check(nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Raise StoreError unless all rows are of the vocabulary, and every edge has its two nodes."""
    known = set()
    for node in nodes:
        if not node.labels or not all(label in LABELS for label in node.labels):
            raise StoreError(f"node {node.id!r}: the labels {node.labels!r} are not of the vocabulary in schema.py")
        _check_id("node", node.id)
        known.add(node.id)
    for edge in edges:
        if edge.type not in RELATIONSHIPS:
            raise StoreError(f"edge {edge.id!r}: the type {edge.type!r} is not of the vocabulary in schema.py")
        _check_id("edge", edge.id)
        if not (edge.source in known and edge.target in known):
            raise StoreError(f"edge {edge.id!r}: one of its nodes is missing; write nodes and edges of one graph")


def node_properties(node: Node) -> dict[str, Any]:
    """The properties of a node as a database takes them, with its id."""
    return {**storable(node.properties), "id": node.id}


def edge_properties(edge: Edge) -> dict[str, Any]:
    """The properties of an edge as a database takes them, with its id."""
    return {**storable(edge.properties), "id": edge.id}


def _check_id(what: str, name: str) -> None:
    if len(name) > _LONGEST_ID:
        raise StoreError(f"{what} {name[:60]!r}…: its id has {len(name)} characters, and an index takes {_LONGEST_ID}")
    if not name.isascii() and any("\ud800" <= letter <= "\udfff" for letter in name):
        raise StoreError(f"{what} {name!r}: its id holds half a surrogate pair, which no database takes")
