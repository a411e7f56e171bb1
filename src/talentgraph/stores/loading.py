"""Bring a database up to date with a graph: look at what is there, write what differs, then remove what is gone.

What is there is read in one pass and compared as it comes, so that an unchanged graph is only read. What is gone goes
last: a load that breaks off leaves old and new side by side, and the next one completes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Generic, Protocol, TypeVar

from talentgraph.model import Edge, Node
from talentgraph.schema import COMMON, LABELS, RELATIONSHIPS, neo4j_schema
from talentgraph.stores import cypher
from talentgraph.values.properties import storable

BATCH = 5_000  # rows in one transaction
_LETTERS = 4_000_000  # of text in one transaction, so that long quotes do not fill the server's memory

T = TypeVar("T")
R = TypeVar("R", Node, Edge)
Rows = Iterable[dict[str, Any]]
Records = Iterable[Iterable[Any]]  # what a statement returns: of each row the values, in its order


class Door(Protocol):
    """A database that is read as a stream and written in transactions, each tried again where that helps."""

    def read(self, statement: str, take: Callable[[Records], T]) -> T:
        """What `take` makes of the records; it is called anew when the transaction is tried again."""
        ...

    def send(self, statement: str, rows: Sequence[Any]) -> int:
        """Run a writing statement with `$rows`; how many nodes and relationships it deleted."""
        ...


@dataclass(frozen=True, slots=True)
class Changes:
    """What a load did, in nodes and relationships. `emptied` nodes stay without anything of ours: others use them."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    emptied: int = 0


@dataclass(frozen=True, slots=True)
class _Write(Generic[R]):
    """A row to write; properties in `gone` and `labels` are to be taken away."""

    row: R
    gone: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(slots=True)
class _Difference(Generic[R]):
    """What is to be written, where in the database lies what is to be removed, and how many rows `there` are."""

    writes: list[_Write[R]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    unchanged: int = 0
    there: int = 0


def bring(
    door: Door, nodes: Sequence[Node], edges: Sequence[Edge], progress: Callable[[int, int], None] | None
) -> Changes:
    """Make what is ours in the database equal to the graph, and touch nothing else."""
    for statement in neo4j_schema():
        door.send(statement, ())
    total, done = len(nodes) + len(edges), 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        if progress and count:
            progress(done, total)

    things = door.read(cypher.READ_NODES, partial(_compare_nodes, nodes))
    step(things.unchanged)
    _write_nodes(door, things.writes, step)
    # No relationship of ours is there where no node is: an empty database is not searched for them.
    ties = door.read(cypher.READ_EDGES, partial(_compare_edges, edges)) if things.there else _compare_edges(edges, ())
    step(ties.unchanged)
    _write_edges(door, ties.writes, step)
    removed, emptied = _remove(door, things.stale, ties.stale)
    written = len(things.writes) + len(ties.writes)
    return Changes(written, things.unchanged + ties.unchanged, removed, emptied)


def _compare_nodes(nodes: Iterable[Node], records: Records) -> _Difference[Node]:
    left = {node.id: node for node in nodes}
    found = _Difference[Node]()
    for place, their_labels, properties in records:
        found.there += 1
        node = left.pop(str(properties.get("id")), None)
        if node is None:
            found.stale.append(place)
            continue
        labels = tuple(sorted(label for label in their_labels if label in LABELS))
        others = tuple(label for label in labels if label not in node.labels)
        gone = _gone(cypher.node_properties(node), properties, _of_labels(labels + node.labels))
        if gone is None and labels == tuple(sorted(node.labels)):
            found.unchanged += 1
        else:
            found.writes.append(_Write(node, gone or (), others))
    found.writes += [_Write(node) for node in left.values()]
    return found


def _compare_edges(edges: Iterable[Edge], records: Records) -> _Difference[Edge]:
    left = {(edge.type, edge.id, edge.source, edge.target): edge for edge in edges}
    found = _Difference[Edge]()
    for place, kind, name, source, target, properties in records:
        found.there += 1
        edge = left.pop((kind, str(name), str(source), str(target)), None)
        if edge is None:
            found.stale.append(place)
            continue
        known = ("derived", *RELATIONSHIPS[kind].properties)
        gone = _gone(storable(edge.properties), properties or {}, known)
        if gone is None:
            found.unchanged += 1
        else:
            found.writes.append(_Write(edge, gone))
    found.writes += [_Write(edge) for edge in left.values()]
    return found


def _gone(wanted: dict[str, Any], there: dict[str, Any], known: Iterable[str]) -> tuple[str, ...] | None:
    """The properties of ours to take away, of those `known`; None where nothing differs."""
    gone = tuple(name for name in known if name in there and name not in wanted)
    same = all(_same(value, there.get(name)) for name, value in wanted.items())
    return None if same and not gone else gone


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal and of one type: 1, 1.0 and true are three things."""
    if isinstance(one, list) and isinstance(other, list):
        return one == other and list(map(type, one)) == list(map(type, other))
    return type(one) is type(other) and bool(one == other)


@lru_cache(maxsize=256)
def _of_labels(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(COMMON).union(*(LABELS[label].properties for label in labels))


def _write_nodes(door: Door, writes: Iterable[_Write[Node]], step: Callable[[int], None]) -> None:
    by_labels: defaultdict[tuple[str, ...], list[_Write[Node]]] = defaultdict(list)
    by_stale: defaultdict[tuple[str, ...], list[_Write[Node]]] = defaultdict(list)
    for write in writes:
        by_labels[write.row.labels].append(write)
        if write.labels:
            by_stale[write.labels].append(write)
    for labels, group in by_labels.items():
        _send(door, cypher.merge_nodes(labels), map(_node_row, group), step)
    for labels, group in by_stale.items():
        _send(door, cypher.remove_labels(labels), ({"id": write.row.id} for write in group), lambda _: None)


def _write_edges(door: Door, writes: Iterable[_Write[Edge]], step: Callable[[int], None]) -> None:
    by_type: defaultdict[str, list[_Write[Edge]]] = defaultdict(list)
    for write in writes:
        by_type[write.row.type].append(write)
    for kind, group in by_type.items():
        _send(door, cypher.merge_edges(kind), map(_edge_row, group), step)


def _send(door: Door, statement: str, rows: Rows, step: Callable[[int], None]) -> None:
    for part in _parts(rows):
        door.send(statement, part)
        step(len(part))


def _node_row(write: _Write[Node]) -> dict[str, Any]:
    properties = cypher.node_properties(write.row)
    return {"id": write.row.id, "properties": {**dict.fromkeys(write.gone), **properties}}


def _edge_row(write: _Write[Edge]) -> dict[str, Any]:
    edge = write.row
    properties = {**dict.fromkeys(write.gone), **cypher.edge_properties(edge)}
    return {"id": edge.id, "source": edge.source, "target": edge.target, "properties": properties}


def _parts(rows: Rows) -> Iterator[list[dict[str, Any]]]:
    """The rows in batches, none with too many rows nor with too much text."""
    part: list[dict[str, Any]] = []
    letters = 0
    for row in rows:
        part.append(row)
        letters += sum(len(value) for value in row.get("properties", {}).values() if isinstance(value, str))
        if len(part) >= BATCH or letters >= _LETTERS:
            yield part
            part, letters = [], 0
    if part:
        yield part


def _remove(door: Door, nodes: Sequence[str], edges: Sequence[str]) -> tuple[int, int]:
    """Remove relationships, then nodes; how many went, and how many nodes stay emptied since others use them."""
    ties = sum(door.send(cypher.REMOVE_EDGES, part) for part in _slices(edges))
    gone = sum(door.send(cypher.REMOVE_NODES, part) for part in _slices(nodes))
    if gone < len(nodes):
        for part in _slices(nodes):
            door.send(cypher.EMPTY_NODES, part)
    return ties + gone, len(nodes) - gone


def _slices(places: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (places[start : start + BATCH] for start in range(0, len(places), BATCH))
