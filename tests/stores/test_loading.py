"""Loads into a server that others use too, and that goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import neo4j
import pytest

from talentgraph import workspace
from talentgraph.errors import StoreError
from talentgraph.model import Edge, Identities, Node
from talentgraph.stores import Store, load, open_neo4j

pytestmark = pytest.mark.neo4j

ADA = Node("person/ada", ("Person",), {"name": "Ada Example"})
BEN = Node("person/ben", ("Person",), {"name": "Ben Example"})
ACME = Node("organization/acme", ("Organization", "Company"), {"name": "Acme"})
NODES = [ADA, BEN, ACME]
EDGES = [
    Edge("w1", "WORKED_AT", ADA.id, ACME.id, {"derived": True}),
    Edge("w2", "WORKED_AT", BEN.id, ACME.id, {"derived": True}),
]


@pytest.fixture
def store(neo4j_uri: str) -> Iterator[Store]:
    with open_neo4j(neo4j_uri) as found:
        found.run("MATCH (n) DETACH DELETE n", write=True)
        yield found


def test_what_others_wrote_survives(store: Store) -> None:
    """Nodes of theirs that have our labels and ids, relationships of our types, properties beside ours."""
    store.run(
        "CREATE (:Person {id: 'person/ada', name: 'their Ada'})-[:WORKED_AT {id: 'w1'}]->(:Organization {id: 'x'}), "
        "(:Person {id: 'person/ada', name: 'their other Ada'})",
        write=True,
    )
    theirs = store.run("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.name")
    load(store, NODES, EDGES)
    store.run(
        "MATCH (a:_TalentGraph {id: 'person/ada'}), (b:_TalentGraph {id: 'person/ben'}), (o:_TalentGraph:Organization) "
        "SET a.note = 'mine', a:Friend CREATE (:Note {id: 'note'})-[:ABOUT]->(b), (a)-[:WORKED_AT {id: 'w9'}]->(o)",
        write=True,
    )
    changes = load(store, [Node(ADA.id, ADA.labels, {"name": "Ada E."}), ACME], EDGES[:1])
    assert (changes.written, changes.unchanged, changes.removed, changes.emptied) == (1, 2, 1, 1)
    ours = store.run("MATCH (a:Friend)-[r:WORKED_AT]->(o) RETURN a, r, o ORDER BY r.id")
    ada, acme = {"id": ADA.id, "name": "Ada E.", "note": "mine"}, {"id": ACME.id, "name": "Acme"}
    assert ours == [
        {"a": ada, "r": {"id": "w1", "derived": True}, "o": acme},
        {"a": ada, "r": {"id": "w9"}, "o": acme},
    ]
    assert store.run("MATCH (n:Note)-[:ABOUT]->(b) RETURN b, labels(b) AS labels") == [{"b": {}, "labels": []}]
    load(store, [], [])
    left = "MATCH (n) WHERE n:Person OR n:Organization OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.name"
    emptied = "MATCH (a:Friend)-[:WORKED_AT]->(o) DETACH DELETE a, o"  # kept for the relationship w9
    store.run(emptied, write=True)
    assert store.run(left) == theirs


def test_what_others_changed_of_ours_comes_back(store: Store) -> None:
    load(store, NODES, EDGES)
    store.run("MATCH (p:Person) SET p.name = 1, p.headline = 'not so', p:Venue", write=True)
    store.run("MATCH ()-[r:WORKED_AT {id: 'w2'}]->() SET r.firstYear = 2001", write=True)
    store.run("MATCH (o:Organization) REMOVE o:Company", write=True)
    assert load(store, NODES, EDGES).written == 4
    assert store.run("MATCH (p:Person) RETURN p ORDER BY p.id") == [
        {"p": {"id": ADA.id, "name": "Ada Example"}},
        {"p": {"id": BEN.id, "name": "Ben Example"}},
    ]
    assert load(store, NODES, EDGES).unchanged == 5


def test_a_constraint_of_others_is_told(store: Store) -> None:
    store.run("CREATE (:Person {id: 'person/ada'})", write=True)
    store.run("CREATE CONSTRAINT theirs FOR (p:Person) REQUIRE p.name IS UNIQUE", write=True)
    try:
        load(store, NODES, EDGES)
        with pytest.raises(StoreError, match="constraint that others made"):
            load(store, [*NODES, Node("person/other-ada", ("Person",), {"name": "Ada Example"})], EDGES)
    finally:
        store.run("DROP CONSTRAINT theirs", write=True)


def test_indexes_find_what_the_questions_ask_for(store: Store) -> None:
    load(store, NODES, EDGES)
    rows = store.run(
        "SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint WHERE properties = ['id'] RETURN *"
    )
    found = {(label, row["owningConstraint"]) for row in rows for label in row["labelsOrTypes"]}
    assert {("Person", None), ("Evidence", None), ("Organization", None)} <= found


MANY = [Node(f"person/{number}", ("Person",), {"name": f"Person {number}"}) for number in range(12_000)]
TIES = [Edge(f"a{n}", "ADVISED", f"person/{n}", f"person/{n + 1}", {"startYear": n}) for n in range(11_000)]


def test_ctrl_c_ends_a_load_in_one_line_and_the_next_completes_it(store: Store, neo4j_uri: str, tmp_path: Path) -> None:
    workspace.write(tmp_path / "graph", profiles=[], identities=Identities(), nodes=MANY, edges=TIES)
    command = [sys.executable, "-m", "talentgraph", "load", "--neo4j", neo4j_uri, "-w", str(tmp_path / "graph")]
    environment = os.environ | {"NEO4J_PASSWORD": ""}
    load(store, MANY[:1], [])
    with (
        neo4j.GraphDatabase.driver(neo4j_uri) as driver,
        driver.session() as session,
        session.begin_transaction() as held,
    ):
        held.run("CREATE (:_TalentGraph {id: $id})", id=MANY[-1].id).consume()  # the load has to wait for this id
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as loading:
            while loading.poll() is None and store.run("MATCH (n) RETURN count(n) AS n")[0]["n"] <= 1:
                time.sleep(0.05)
            loading.send_signal(signal.SIGINT)
            _, said = loading.communicate(timeout=60)
        held.rollback()
    assert (loading.returncode, said.strip()) == (130, "ended before all was written; the same command completes it")
    changes = load(store, MANY, TIES)
    assert changes.written > 0
    assert changes.written + changes.unchanged == len(MANY) + len(TIES)


def test_a_server_that_dies_in_the_middle_is_completed(neo4j_server: ModuleType) -> None:
    try:
        with neo4j_server.new_home() as home:
            _break_off(neo4j_server, home)
            with neo4j_server.running(home) as server, open_neo4j(server.uri) as store:
                changes = load(store, MANY, TIES)
                assert changes.unchanged >= 5_000
                assert changes.written + changes.unchanged == len(MANY) + len(TIES)
                assert store.run("MATCH (n) RETURN count(n) AS n") == [{"n": len(MANY)}]
                assert store.run("MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": len(TIES)}]
                assert load(store, MANY, TIES).written == 0
            _is_refused_by_a_reader(neo4j_server, home)
    except neo4j_server.Unavailable as error:
        pytest.skip(str(error))


def _break_off(neo4j_server: ModuleType, home: object) -> None:
    """Kill the server when the first batch is in."""
    with neo4j_server.running(home) as server, open_neo4j(server.uri) as store:
        with pytest.raises(StoreError, match="went away .* load again") as caught:
            load(store, MANY, TIES, progress=lambda done, total: server.kill())
        assert "\n" not in str(caught.value)


def _is_refused_by_a_reader(neo4j_server: ModuleType, home: object) -> None:
    with neo4j_server.running(home, read_only=True) as server, open_neo4j(server.uri) as store:
        assert store.run("MATCH (n:Person {id: 'person/7'}) RETURN n.name AS name") == [{"name": "Person 7"}]
        with pytest.raises(StoreError, match="read-only"):
            load(store, MANY[:1], [])
