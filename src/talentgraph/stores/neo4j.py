"""A Neo4j server over Bolt, by the official driver."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j.graph import Node as GraphNode
from neo4j.graph import Path as GraphPath
from neo4j.graph import Relationship as GraphRelationship

from talentgraph.errors import QueryError, StoreError
from talentgraph.model import Edge, Node
from talentgraph.schema import EDGE_MARK, MARK
from talentgraph.stores.cypher import check
from talentgraph.stores.loading import Changes, Records, bring

T = TypeVar("T")

_MAY_NOT = "this user may not write here, nor make constraints; give one who may (role architect or admin)"
_REASONS = {
    "Unauthorized": "the server refuses this user or password; set NEO4J_PASSWORD and the user",
    "AuthenticationRateLimit": "too many wrong passwords; wait some seconds and try again",
    "CredentialsExpired": "the password has expired; set a new one (ALTER CURRENT USER SET PASSWORD) and try again",
    "Forbidden": _MAY_NOT,
    "ForbiddenOnReadOnlyDatabase": "the database is read-only; give another one, or let the server write",
    "WriteOnReadOnlyAccessDatabase": "the database is read-only; give another one, or let the server write",
    "DatabaseNotFound": "the server has no database of this name; the Community edition has one, neo4j",
}
_GONE = "the server went away while the graph was written; start it and load again, which completes what is there"
_IN_THE_WAY = "; a constraint that others made stands in the way: drop it, or give another database"
_FETCH = 5_000  # records that the server sends at once
_SCHEME = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://", re.I)
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver logs comes as an error too
_USER_INFO = re.compile(r"//[^/]*@")


class Neo4jStore:
    """A Store on a Neo4j server."""

    def __init__(self, uri: str, *, user: str, password: str, database: str | None = None) -> None:
        self._place, self._database = _USER_INFO.sub("//", uri), database
        if not _SCHEME.match(uri):
            raise StoreError(f"{self._place}: this is no Bolt address; give one like bolt://localhost:7687")
        self._driver: neo4j.Driver | None = None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password) if password else None,
                notifications_min_severity="OFF",  # the driver would log them on the console
                connection_timeout=10,
                connection_acquisition_timeout=20,
                max_transaction_retry_time=15,
            )
            self._driver.verify_connectivity()  # fails at once where a transaction would try again for long
            self.run("RETURN 1 AS one")  # an expired password and an unknown database show only here
        except BaseException as error:
            self.close()
            if isinstance(error, Neo4jError | DriverError | ValueError):
                raise self._unreachable(error) from error
            raise

    def run(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False
    ) -> list[dict[str, Any]]:
        """The rows of a statement. Reads are read transactions, in which the server refuses whatever writes."""

        def work(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return [_row(record) for record in transaction.run(statement, dict(parameters or {}))]

        return self._transact(work, write=write)

    def write(
        self, nodes: Sequence[Node], edges: Sequence[Edge], *, progress: Callable[[int, int], None] | None = None
    ) -> Changes:
        """Make what talentgraph has in the database this graph, in transactions that the driver retries."""
        check(nodes, edges)
        try:
            return bring(self, nodes, edges, progress)
        except QueryError as error:
            raise StoreError(f"{self._place}: the graph cannot be written: {error}{_remedy(error)}") from error
        except StoreError as error:
            if _went_away(error.__cause__):
                raise StoreError(f"{self._place}: {_GONE}") from error
            raise

    def read(self, statement: str, take: Callable[[Records], T]) -> T:
        """What `take` makes of the records as they come; it is called anew when the transaction is tried again."""
        return self._transact(lambda transaction: take(transaction.run(statement)))

    def send(self, statement: str, rows: Sequence[Any]) -> int:
        """Run a writing statement with `$rows`; how many nodes and relationships it deleted."""

        def work(transaction: neo4j.ManagedTransaction) -> int:
            counters = transaction.run(statement, {"rows": rows}).consume().counters
            return counters.nodes_deleted + counters.relationships_deleted

        return self._transact(work, write=True)

    def close(self) -> None:
        """Close the connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _transact(self, work: Callable[[neo4j.ManagedTransaction], T], *, write: bool = False) -> T:
        session = self._opened().session(database=self._database, fetch_size=_FETCH)
        try:
            return session.execute_write(work) if write else session.execute_read(work)
        except Neo4jError as error:
            raise self._refused(error) from error
        except DriverError as error:
            raise self._unreachable(error) from error
        finally:
            with suppress(Neo4jError, DriverError):  # after Ctrl-C the server complains of the half message
                session.close()

    def _opened(self) -> neo4j.Driver:
        if self._driver is None:
            raise StoreError(f"{self._place}: the connection is closed; open it again")
        return self._driver

    def _refused(self, error: Neo4jError) -> QueryError | StoreError:
        code = error.code or ""
        if code.endswith("Statement.AccessMode"):
            return QueryError("this statement writes, and only reading is allowed here")
        kind = code.rpartition(".")[2]
        if ".Security." in code or ".Database." in code or kind in _REASONS or code.startswith("Neo.TransientError"):
            return self._unreachable(error)
        return QueryError(_line(error.message or code))

    def _unreachable(self, error: Exception) -> StoreError:
        code = error.code or "" if isinstance(error, Neo4jError) else ""
        reason = _REASONS.get(code.rpartition(".")[2])
        if reason is None and isinstance(error, Neo4jError):
            reason = _line(error.message or code)
        if reason is None and _went_away(error):
            reason = "no Neo4j server answers here; start it, or correct the address (bolt://localhost:7687)"
        place = f"{self._place}, database {self._database!r}" if ".Database." in code else self._place
        return StoreError(f"{place}: {reason or _line(_USER_INFO.sub('//', str(error)))}")


def _remedy(error: QueryError) -> str:
    """What to do about a refusal, where more can be said than the server says."""
    code = getattr(error.__cause__, "code", None) or ""
    return _IN_THE_WAY if code.endswith("ConstraintValidationFailed") else ""


def _went_away(error: BaseException | None) -> bool:
    return isinstance(error, neo4j.exceptions.ServiceUnavailable | neo4j.exceptions.SessionExpired)


def _row(record: neo4j.Record) -> dict[str, Any]:
    return {name: _value(value) for name, value in zip(record.keys(), record.values(), strict=True)}


def _value(value: Any) -> Any:
    """A value of the driver as plain Python, as the embedded engine has it: without our marks, which are no answer."""
    if isinstance(value, GraphNode | GraphRelationship | Mapping):
        return {key: _value(item) for key, item in dict(value).items() if key != EDGE_MARK}
    if isinstance(value, GraphPath):
        return [_value(node) for node in value.nodes]
    if isinstance(value, list | tuple) and not isinstance(value, neo4j.time.Duration):
        return [_value(item) for item in value if item != MARK]
    return _iso(value.iso_format()) if hasattr(value, "iso_format") else value


def _iso(text: str) -> str:
    """A time as briefly as ISO 8601 allows.

    >>> _iso("2024-01-02T03:04:05.120000000+00:00"), _iso("10:00:00.000000000"), _iso("2024-01-02")
    ('2024-01-02T03:04:05.120Z', '10:00', '2024-01-02')
    """
    text = re.sub(r"\.(\d{3})0{6}|\.(\d{6})0{3}", lambda found: "." + (found[1] or found[2]), text)
    text = re.sub(r"\+00:00$", "Z", text.replace(".000Z", "Z"))
    text = re.sub(r"\.000(?=$|[Z+-])", "", text)
    return re.sub(r"(\d\d:\d\d):00(?=$|[Z+-])", r"\1", text)


def _line(text: str) -> str:
    """The first sentence of a server's message, in one line, without the drawing of the place."""
    return " ".join(text.split('\n"')[0].split())
