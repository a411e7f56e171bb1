"""The statements that write a graph. Names come from the schema and are quoted; values are only ever parameters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talentgraph.errors import StoreError
from talentgraph.model import Edge, Node, Property
from talentgraph.schema import COMMON, LABELS, RELATIONSHIPS

BATCH = 2000  # rows in one transaction


@dataclass(frozen=True, slots=True)
class Batch:
    """A statement and its `$rows`; `size` is how many nodes or edges it brings."""

    statement: str
    rows: list[dict[str, Any]]
    size: int = 0


def quote(name: str) -> str:
    """A name as Cypher takes it, whatever it holds.

    >>> quote("Person"), quote("a`b")
    ('`Person`', '`a``b`')
    """
    return "`" + name.replace("`", "``") + "`"


def constraints() -> list[str]:
    """One unique id a label. Nothing else is indexed: Neo4j refuses long text in an index."""
    return [
        f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{quote(label.name)}) REQUIRE n.id IS UNIQUE"
        for label in LABELS.values()
        if not label.parent
    ]


def check(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """Raise StoreError unless all rows are of the vocabulary, and every edge has its two nodes."""
    for node in nodes:
        if not node.labels or not all(label in LABELS for label in node.labels):
            raise StoreError(f"node {node.id!r}: the labels {node.labels!r} are not of the vocabulary in schema.py")
    known = {node.id for node in nodes}
    for edge in edges:
        if edge.type not in RELATIONSHIPS:
            raise StoreError(f"edge {edge.id!r}: the type {edge.type!r} is not of the vocabulary in schema.py")
        if not (edge.source in known and edge.target in known):
            raise StoreError(f"edge {edge.id!r}: one of its nodes is missing; write nodes and edges of one graph")


def batches(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Batch]:
    """All that brings a database up to date with a graph, in order, in statements that can be repeated."""
    by_labels: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        by_labels[node.labels].append(node)
    for labels, members in by_labels.items():
        yield from _nodes(labels, members)
    first = {node.id: node.labels[0] for node in nodes}
    by_ends: defaultdict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        by_ends[edge.type, first[edge.source], first[edge.target]].append(edge)
    for ends, between in by_ends.items():
        yield from _edges(*ends, between)


def node_properties(node: Node) -> dict[str, Any]:
    """The properties of a node as a database takes them, with its id."""
    return {**plain(node.properties), "id": node.id}


def edge_properties(edge: Edge) -> dict[str, Any]:
    """The properties of an edge as a database takes them, with its id."""
    return {**plain(edge.properties), "id": edge.id}


def plain(properties: Mapping[str, Property | None]) -> dict[str, Any]:
    """Values as both engines store them: no nulls, lists for tuples, no halves of surrogate pairs."""
    return {name: _plain(value) for name, value in properties.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _nodes(labels: tuple[str, ...], nodes: list[Node]) -> Iterator[Batch]:
    first, others = labels[0], labels[1:]
    blank = dict.fromkeys(sum((LABELS[label].properties for label in labels), COMMON))  # so that what is gone, goes
    merge = f"UNWIND $rows AS row MERGE (n:{quote(first)} {{id: row.id}}) SET n += row.properties"
    rows = [{"id": node.id, "properties": {**blank, **node_properties(node)}} for node in nodes]
    yield from (Batch(merge, part, len(part)) for part in _parts(rows))
    ids = [{"id": node.id} for node in nodes]
    stale = [name for name, label in LABELS.items() if label.parent == first and name not in others]
    match = f"UNWIND $rows AS row MATCH (n:{quote(first)} {{id: row.id}})"
    # Two statements: the embedded engine moves a record whose labels change, and not twice in one transaction.
    for verb, names in (("REMOVE", stale), ("SET", others)):
        if names:
            statement = f"{match} {verb} n" + "".join(f":{quote(name)}" for name in names)
            yield from (Batch(statement, part) for part in _parts(ids))


def _edges(kind: str, source: str, target: str, edges: list[Edge]) -> Iterator[Batch]:
    blank = dict.fromkeys((*RELATIONSHIPS[kind].properties, "derived"))
    statement = (
        "UNWIND $rows AS row "
        f"MATCH (a:{quote(source)} {{id: row.source}}) MATCH (b:{quote(target)} {{id: row.target}}) "
        f"MERGE (a)-[r:{quote(kind)} {{id: row.id}}]->(b) SET r += row.properties"
    )
    rows = [
        {"id": e.id, "source": e.source, "target": e.target, "properties": {**blank, **edge_properties(e)}}
        for e in edges
    ]
    yield from (Batch(statement, part, len(part)) for part in _parts(rows))


def _parts(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    yield from (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
