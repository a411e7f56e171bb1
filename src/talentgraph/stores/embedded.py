"""ArcadeDB inside this process: a folder is the database, and no server runs."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from talentgraph.errors import MissingExtra, QueryError, StoreError
from talentgraph.model import Edge, Node
from talentgraph.schema import RELATIONSHIPS, first_labels
from talentgraph.stores import cypher
from talentgraph.stores.loading import Changes
from talentgraph.values.cypher import quote

_LANGUAGE = "opencypher"
_CONSTRAINT = "CREATE CONSTRAINT IF NOT EXISTS FOR (n:{}) REQUIRE n.id IS UNIQUE"
_JAVA = re.compile(r"(?:[a-z]\w*\.)+[A-Z]\w*(?:: )?")  # class names in front of the reason


class EmbeddedStore:
    """A Store in a folder."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder, self._read_only = folder, read_only
        self._database: Any = _open(folder, read_only)

    def run(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False
    ) -> list[dict[str, Any]]:
        """The rows of a statement. Reads go through the engine's query door, which refuses whatever writes."""
        database, values = self._opened(), dict(parameters or {})
        if write:
            return _asking(lambda: _in_transaction(database, statement, values))
        return _asking(lambda: _rows(database.query(_LANGUAGE, statement, values)))

    def write(
        self, nodes: Sequence[Node], edges: Sequence[Edge], *, progress: Callable[[int, int], None] | None = None
    ) -> Changes:
        """Make the database this graph: what it held goes, and the rows come in bulk."""
        cypher.check(nodes, edges)
        database, total = self._opened(), len(nodes) + len(edges)
        try:
            for label in first_labels():
                database.command(_LANGUAGE, _CONSTRAINT.format(quote(label)), {})
            removed = _clear(database)
            _bulk(database, nodes, edges)
        except engine().ArcadeDBError as error:
            raise StoreError(f"{self._folder}: the graph cannot be written: {_reason(error)}") from error
        if progress:
            progress(total, total)
        return Changes(written=total, removed=removed)

    def close(self) -> None:
        """Let go of the folder."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _opened(self) -> Any:
        if self._database is None:
            raise StoreError(f"{self._folder}: the database is closed; open it again")
        return self._database


@lru_cache(maxsize=1)
def engine() -> Any:
    """The engine, told before it starts to keep off the console and out of the working directory."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "off")
    if "ARCADEDB_LOG_DIR" not in os.environ:
        logs = tempfile.mkdtemp(prefix="talentgraph-log-")
        atexit.register(shutil.rmtree, logs, ignore_errors=True)
        os.environ["ARCADEDB_LOG_DIR"] = logs
    try:
        import arcadedb
    except ImportError as error:
        raise MissingExtra(
            "the embedded database (or a build of it for this platform)", "pip install arcadedb"
        ) from error
    return arcadedb


def _open(folder: Path, read_only: bool) -> Any:
    arcadedb = engine()
    folder = folder.absolute()  # Java looks from where the process began, whatever chdir has said since
    there = folder.is_dir() and any(folder.iterdir())
    if read_only and not there:
        raise StoreError(f"{folder}: there is no database here; make one with `talentgraph build`")
    if there and not arcadedb.database_exists(str(folder)):
        raise StoreError(f"{folder}: the folder holds something else than a database; give another one")
    try:
        if there:
            return arcadedb.open_database(str(folder), read_only=read_only)
        folder.parent.mkdir(parents=True, exist_ok=True)
        return arcadedb.create_database(str(folder))
    except arcadedb.ArcadeDBError as error:
        remedy = "close the program that has it open, or build the workspace again"
        raise StoreError(f"{folder}: the database cannot be opened ({_reason(error)}); {remedy}") from error


def _asking(ask: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
    try:
        return ask()
    except engine().ArcadeDBError as error:
        text = str(error)
        if "NotIdempotent" in text:
            raise QueryError("this statement writes, and only reading is allowed here") from error
        raise QueryError(_reason(error)) from error


def _in_transaction(database: Any, statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = database.run_in_transaction(
        lambda: _rows(database.command(_LANGUAGE, statement, values))
    )
    return rows


def _rows(found: Any) -> list[dict[str, Any]]:
    return [{name: _value(row.get(name)) for name in row.get_property_names()} for row in found]


def _value(value: Any) -> Any:
    """A value without the engine's own keys (`@rid`, `@type`) in nodes and relationships."""
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items() if not key.startswith("@")}
    return [_value(item) for item in value] if isinstance(value, list | tuple | set) else value


def _reason(error: Exception) -> str:
    """What the engine says, in one line without the names of its classes.

    >>> _reason(Exception("Query failed: com.arcadedb.Oops: Variable 'z' not defined (caused by a.B: c)"))
    "Variable 'z' not defined"
    """
    text = str(error).split("(caused by")[0]
    text = re.sub(r"^[A-Z][\w ]* failed: |^Failed to [\w ]+: ", "", _JAVA.sub("", text))
    return " ".join(text.split()) or type(error).__name__


def _clear(database: Any) -> int:
    """Delete all that is there; how many nodes and relationships."""
    nodes = _rows(database.query(_LANGUAGE, "MATCH (n) RETURN count(n) AS count", {}))[0]["count"]
    if not nodes:
        return 0
    edges = _rows(database.query(_LANGUAGE, "MATCH ()-[r]->() RETURN count(r) AS count", {}))[0]["count"]
    _in_transaction(database, "MATCH (n) DETACH DELETE n", {})
    return int(nodes + edges)


def _bulk(database: Any, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """Write into an empty database without looking anything up: some ten times faster than by statements."""
    by_labels: defaultdict[tuple[str, ...], dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        by_labels[node.labels][node.id] = node
    kinds = {labels: _make_type(database, labels) for labels in by_labels}
    for name in RELATIONSHIPS:
        database.command("sql", f"CREATE EDGE TYPE {quote(name)} IF NOT EXISTS")
    records: dict[str, str] = {}
    with database.graph_batch(commit_every=5000) as batch:
        for labels, members in by_labels.items():
            rows = [cypher.node_properties(node) for node in members.values()]
            records.update(zip(members, batch.create_vertices(kinds[labels], rows), strict=True))
        _bulk_edges(batch, edges, records)


def _bulk_edges(batch: Any, edges: Sequence[Edge], records: Mapping[str, str]) -> None:
    by_type: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
    for edge in edges:
        by_type[edge.type][edge.id] = edge
    for kind, members in by_type.items():
        sources = [records[edge.source] for edge in members.values()]
        targets = [records[edge.target] for edge in members.values()]
        batch.new_edges(sources, kind, targets, [cypher.edge_properties(edge) for edge in members.values()])


def _make_type(database: Any, labels: tuple[str, ...]) -> str:
    """The record type behind a set of labels; Cypher makes it, since it has no name of its own there."""
    names = "".join(f":{quote(label)}" for label in labels)
    _in_transaction(database, f"CREATE (n{names} {{id: $id}}) DELETE n", {"id": "type"})
    return "~".join(sorted(labels))
