"""What only a server has to do: being reached and entered, and keeping passwords to itself."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from talentgraph.errors import StoreError
from talentgraph.stores import open_neo4j
from talentgraph.stores.neo4j import Neo4jStore

SECRET = "correct-horse-battery"


@pytest.fixture(scope="module")
def guarded_uri(neo4j_server: ModuleType) -> Iterator[str]:
    """A server that asks for a password, whose first one has expired."""
    try:
        with neo4j_server.server(password=True) as uri:
            yield uri
    except neo4j_server.Unavailable as error:
        pytest.skip(str(error))


@pytest.mark.neo4j
def test_who_may_not_enter_is_told_why_in_one_line(guarded_uri: str) -> None:
    with pytest.raises(StoreError, match="has expired"):
        open_neo4j(guarded_uri, password="neo4j")
    _change_password(guarded_uri)
    with open_neo4j(guarded_uri, password=SECRET) as store:
        assert store.run("RETURN 1 AS one") == [{"one": 1}]
    with pytest.raises(StoreError, match="no database of this name"):
        open_neo4j(guarded_uri, password=SECRET, database="no-such")
    said = [_refusal(guarded_uri, password=f"{SECRET}-not") for _ in range(5)]
    assert "refuses this user or password" in said[0]
    assert "too many wrong passwords" in said[-1]
    assert "\n" not in "".join(said)
    assert SECRET not in "".join(said)


def test_no_server() -> None:
    said = _refusal("bolt://someone:secret@127.0.0.1:1", password="secret")
    assert said.startswith("bolt://127.0.0.1:1: ")
    assert "secret" not in said


def test_no_address() -> None:
    assert "\n" not in _refusal("localhost:7687", password="secret")


@pytest.mark.neo4j
def test_a_store_shows_no_password(neo4j_uri: str) -> None:
    with Neo4jStore(neo4j_uri, user="neo4j", password=SECRET) as store:
        assert SECRET not in repr(store) + repr(vars(store))


class Broken(list[int]):
    """Rows in the middle of which somebody presses Ctrl-C."""

    def __iter__(self) -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt


@pytest.mark.neo4j
def test_ctrl_c_in_the_middle_of_a_message_ends_it(neo4j_uri: str) -> None:
    with Neo4jStore(neo4j_uri, user="neo4j", password="") as store:
        with pytest.raises(KeyboardInterrupt):
            store.send("UNWIND $rows AS row CREATE (:Broken {id: row})", Broken([1, 2]))
        assert store.run("MATCH (n:Broken) RETURN n") == []


def _refusal(uri: str, *, password: str) -> str:
    with pytest.raises(StoreError) as caught:
        open_neo4j(uri, password=password)
    return str(caught.value)


def _change_password(uri: str) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        driver.execute_query(change, old="neo4j", new=SECRET, database_="system")
