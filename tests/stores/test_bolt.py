"""The embedded database behind Bolt, asked by the official driver."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import AuthError, Neo4jError

from talentgraph import queries
from talentgraph.errors import StoreError
from talentgraph.model import Edge, Node
from talentgraph.stores import embedded_is_installed, load, open_embedded, open_neo4j
from talentgraph.stores.bolt import USER, serving

pytestmark = pytest.mark.skipif(
    not embedded_is_installed(), reason="the embedded engine has no build for this platform"
)

SECRET = "correct-horse-battery"
WRITES = (
    "CREATE (:Person {id: 'x'})",
    "MERGE (:Person {id: 'x'})",
    "MATCH (n:Person) SET n.name = 'x'",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) SET n:Other",
    "MATCH (n) DETACH DELETE n",
    "MATCH (a:Person), (b:Person) CREATE (a)-[:ADVISED]->(b)",
    "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Other) REQUIRE n.id IS UNIQUE",
    "CREATE USER other SET PASSWORD 'long enough'",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    people = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben")]
    path = tmp_path / "a workspace" / "store"
    (path.parent / "profiles").mkdir(parents=True)
    with open_embedded(path) as store:
        store.write(people, [Edge("e", "ADVISED", "person/ada", "person/ben")])
    return path


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def driver(folder: Path, port: int) -> Iterator[neo4j.Driver]:
    with serving(folder, password=SECRET, port=port) as uri, _connect(uri) as found:
        yield found


def _connect(uri: str, password: str = SECRET) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(uri, auth=(USER, password))


def test_drivers_read_and_may_not_write(driver: neo4j.Driver) -> None:
    ask = "MATCH (a:Person)-[:ADVISED]->(b:Person) RETURN a.name AS one, b.name AS other"
    for database in (None, "store"):
        assert [record.data() for record in driver.execute_query(ask, database_=database).records] == [
            {"one": "Ada", "other": "Ben"}
        ]
    for statement in WRITES:
        with pytest.raises(Neo4jError, match="Forbidden|not allowed"), driver.session() as session:
            session.run(statement).consume()
    assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 2


def test_the_workspace_stays_free_and_our_own_commands_may_ask(folder: Path, port: int) -> None:
    with serving(folder, password=SECRET, port=port) as uri:
        with open_embedded(folder) as store:
            store.run("MATCH (p:Person {id: 'person/ben'}) SET p.name = 'Benedict'", write=True)
        with open_neo4j(uri, user=USER, password=SECRET) as remote:
            assert queries.ask(remote, "lineage", person="Ben")
            with pytest.raises(StoreError, match="may not write"):
                load(remote, [Node("person/eve", ("Person",))], [])
        with pytest.raises(AuthError), _connect(uri, "wrong") as other:
            other.verify_connectivity()
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.2", port))  # another address of this machine: only 127.0.0.1 listens


def test_writable_changes_the_workspace(folder: Path, port: int) -> None:
    with serving(folder, password=SECRET, port=port, writable=True) as uri, _connect(uri) as driver:
        driver.execute_query("MATCH (p:Person {id: 'person/ben'}) SET p.name = 'Benedict'")
    with open_embedded(folder, read_only=True) as store:
        assert store.run("MATCH (p:Person) RETURN p.name AS name ORDER BY name") == [
            {"name": "Ada"},
            {"name": "Benedict"},
        ]


def test_no_database_and_no_port(folder: Path, tmp_path: Path, port: int) -> None:
    with pytest.raises(StoreError, match="talentgraph build"), serving(tmp_path / "none", password=SECRET, port=port):
        pass
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(StoreError, match="--port"), serving(folder, password=SECRET, port=port):
            pass
