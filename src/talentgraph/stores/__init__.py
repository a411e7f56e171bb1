"""Databases that answer Cypher, behind one small protocol.

    open_embedded(folder)                  ArcadeDB in this process, in a folder of its own
    open_neo4j(uri, user=…, password=…)    a Neo4j 5 server
    load(store, nodes, edges)              the graph into either; twice is the same as once

The same statement gives the same plain Python values from both: dates as ISO text, nodes and relationships as their
properties. Whole paths differ; return `nodes(path)` and `relationships(path)` instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from talentgraph.model import Edge, Node
from talentgraph.stores.loading import Changes

Row = dict[str, Any]
Progress = Callable[[int, int], None]  # rows written so far, rows to write

WITHOUT_EMBEDDED = (
    "the embedded database (arcadedb) has no build for this platform or is not installed: there is no store to query; "
    "load the graph into Neo4j with `talentgraph load --neo4j URI`, or ask with talentgraph.analyse"
)


class Store(Protocol):
    """A graph database. It is also a context manager that closes itself."""

    def run(self, statement: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False) -> list[Row]:
        """The rows that a statement returns; it may only read unless `write` is set.

        Raises QueryError when the engine refuses the statement, StoreError when the database cannot be reached.
        """
        ...

    def write(self, nodes: Sequence[Node], edges: Sequence[Edge], *, progress: Progress | None = None) -> Changes:
        """Make what talentgraph has in the database exactly this graph. What others wrote into a server stays."""
        ...

    def close(self) -> None:
        """Let go of the database; twice does no harm."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_embedded(folder: Path | str, *, read_only: bool = False) -> Store:
    """The embedded database in `folder`, made if it is not there.

    With `read_only` it must be there, nothing can change it, and several processes can have it open.
    Raises MissingExtra where the engine is not installed, StoreError when the folder holds no usable database.
    """
    from talentgraph.stores.embedded import EmbeddedStore

    return EmbeddedStore(Path(folder), read_only=read_only)


def open_neo4j(uri: str, *, user: str = "neo4j", password: str = "", database: str | None = None) -> Store:
    """A Neo4j server, as `bolt://localhost:7687`. Without a password the server must not ask for one.

    `database` defaults to the user's home database. Raises StoreError when the server cannot be reached or refuses.
    """
    from talentgraph.stores.neo4j import Neo4jStore

    return Neo4jStore(uri, user=user, password=password, database=database)


def load(store: Store, nodes: Iterable[Node], edges: Iterable[Edge], *, progress: Progress | None = None) -> Changes:
    """Make a graph what a store holds of talentgraph's; loading twice equals loading once.

    Constraints come first, then nodes and edges that are new or differ; what is no longer in the graph goes last, so
    that a load that breaks off is completed by the next. A database holds one graph. `progress` is called with the rows
    that are up to date so far and the rows in all. Raises StoreError.
    """
    return store.write(list(nodes), list(edges), progress=progress)


def embedded_is_installed() -> bool:
    """Whether the embedded engine can be used here."""
    return find_spec("arcadedb") is not None
