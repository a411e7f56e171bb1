"""What holds for every store, on the embedded engine and on a real Neo4j."""

from __future__ import annotations

import pytest

from talentgraph.errors import QueryError, StoreError
from talentgraph.model import Edge, Node
from talentgraph.stores import Store, load

HOSTILE = "'); MATCH (n) DETACH DELETE n // \" ` \\u0027 \\ {} $rows\n\t\x00 é 数据 🚀 \u202e ß"
LONG = "A sentence about data. " * 2000  # 46,000 characters: more than any index takes

NODES = [
    Node("person/ada", ("Person",), {"name": HOSTILE, "aliases": ["A. Example", HOSTILE], "hasProfile": True}),
    Node("person/ben", ("Person",), {"name": "Ben", "aliases": []}),
    Node("organization/acme", ("Organization", "Company"), {"name": "Acme", "aliases": ["ACME"]}),
    Node("evidence/a/basics/0-3", ("Evidence",), {"quote": LONG, "marks": [0, 3, 5, 9], "confidence": 0.25, "page": 1}),
]
EDGES = [
    Edge("e1", "WORKED_AT", "person/ada", "organization/acme", {"firstYear": 2019, "derived": True}),
    Edge("e2", "WORKED_AT", "person/ben", "organization/acme", {"derived": True}),
    Edge("e3", "ADVISED", "person/ada", "person/ben"),
    Edge("e4", "ADVISED", "person/ada", "person/ben", {"startYear": 2020}),
    Edge("e`5", "SUPPORTS", "evidence/a/basics/0-3", "person/ada"),
    Edge("e`6", "SAME_AS", "person/ada", "person/ben", {"probability": 0.81, "reason": HOSTILE, "derived": True}),
]


def everything(store: Store) -> tuple[list, list]:
    """All that a store holds."""
    nodes = store.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id")
    edges = store.run(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties "
        "ORDER BY r.id"
    )
    return nodes, edges


def expected(nodes: list[Node] = NODES, edges: list[Edge] = EDGES) -> tuple[list, list]:
    nodes = sorted(nodes, key=lambda node: node.id)
    return (
        [{"labels": list(node.labels), "properties": {**node.properties, "id": node.id}} for node in nodes],
        [
            {"type": e.type, "source": e.source, "target": e.target, "properties": {**e.properties, "id": e.id}}
            for e in sorted(edges, key=lambda e: e.id)
        ],
    )


def in_order(found: tuple[list, list]) -> tuple[list, list]:
    return [{**node, "labels": sorted(node["labels"], reverse=True)} for node in found[0]], found[1]


def test_what_goes_in_comes_out_and_twice_equals_once(empty_store: Store) -> None:
    steps: list[tuple[int, int]] = []
    load(empty_store, NODES, EDGES, progress=lambda done, total: steps.append((done, total)))
    once = everything(empty_store)
    load(empty_store, NODES, EDGES)
    assert in_order(once) == in_order(expected())
    assert everything(empty_store) == once
    assert steps[-1] == (len(NODES) + len(EDGES),) * 2


def test_a_later_load_makes_what_is_there_the_graph(empty_store: Store) -> None:
    """Values and labels that are gone are taken away, and so are nodes and relationships."""
    load(empty_store, NODES, EDGES)
    acme = Node("organization/acme", ("Organization", "University"), {"name": "Acme U"})
    nodes = [*NODES[:2], acme]
    edges = [Edge("e1", "WORKED_AT", "person/ben", "organization/acme", {"lastYear": 2021}), EDGES[2]]
    changes = load(empty_store, nodes, edges)
    assert changes.removed >= 5  # the evidence, and four of the relationships
    assert changes.emptied == 0
    assert in_order(everything(empty_store)) == in_order(expected(nodes, edges))
    load(empty_store, NODES, EDGES)
    assert in_order(everything(empty_store)) == in_order(expected())
    load(empty_store, [], [])
    assert everything(empty_store) == ([], [])


AWKWARD = {
    "name": "half \ud83d",
    "aliases": ["A", None, "B"],
    "headline": None,
    "givenName": 2**70,
    "familyName": float("nan"),
    "orcid": ["x", 1, 2.5, ["y", "\udc00"]],
}


def test_what_no_database_takes_becomes_text_or_goes(empty_store: Store) -> None:
    load(empty_store, [Node("person/x", ("Person",), AWKWARD)], [])  # type: ignore[arg-type]
    assert empty_store.run("MATCH (p:Person) RETURN p") == [
        {
            "p": {
                "id": "person/x",
                "name": "half ?",
                "aliases": ["A", "B"],
                "givenName": str(2**70),
                "orcid": ["x", "1", "2.5", '["y", "?"]'],
            }
        }
    ]


@pytest.mark.parametrize("name", ["person/" + "x" * 4000, "person/\udc00"])
def test_an_id_that_cannot_be_one_is_named(empty_store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="node 'person/"):
        load(empty_store, [Node(name, ("Person",))], [])


def test_the_same_statement_gives_the_same_values(empty_store: Store) -> None:
    rows = empty_store.run(
        "RETURN 1 AS whole, 1.5 AS part, true AS yes, null AS nothing, $list AS list, {a: [1, {b: 'x'}]} AS map, "
        "date('2024-02-29') AS day, datetime('2024-01-02T03:04:05Z') AS moment, time('10:00') AS hour, "
        "localdatetime('2024-01-01T00:00:00') AS here, datetime('2024-01-02T03:04:05.120+02:00') AS there, "
        "duration('P1Y2M3DT4H') AS span",
        {"list": ["a", 1, None, HOSTILE]},
    )
    assert rows == [
        {
            "whole": 1,
            "part": 1.5,
            "yes": True,
            "nothing": None,
            "list": ["a", 1, None, HOSTILE],
            "map": {"a": [1, {"b": "x"}]},
            "day": "2024-02-29",
            "moment": "2024-01-02T03:04:05Z",
            "hour": "10:00Z",
            "here": "2024-01-01T00:00",
            "there": "2024-01-02T03:04:05.120+02:00",
            "span": "P1Y2M3DT4H",
        }
    ]


def test_nodes_and_relationships_are_their_properties(empty_store: Store) -> None:
    load(empty_store, NODES, EDGES)
    rows = empty_store.run("MATCH (b:Person {id: 'person/ben'})-[r:WORKED_AT]->(o) RETURN b, r, [o] AS o")
    assert rows == [
        {
            "b": {"id": "person/ben", "name": "Ben", "aliases": []},
            "r": {"id": "e2", "derived": True},
            "o": [{"id": "organization/acme", "name": "Acme", "aliases": ["ACME"]}],
        }
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Person {id: 'x'})",
        "MERGE (:Person {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) FOREACH (i IN [1] | CREATE (:Person {id: 'y'}))",
        "UNWIND [1] AS x CALL (x) { CREATE (:Person {id: 'z'}) } RETURN x",
        "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Other) REQUIRE n.id IS UNIQUE",
    ],
)
def test_run_refuses_to_write_unless_told(empty_store: Store, statement: str) -> None:
    load(empty_store, NODES, EDGES)
    before = everything(empty_store)
    with pytest.raises(QueryError, match="writes"):
        empty_store.run(statement)
    assert everything(empty_store) == before


def test_a_refused_write_leaves_nothing_behind(empty_store: Store) -> None:
    load(empty_store, NODES, EDGES)
    with pytest.raises(QueryError):
        empty_store.run("CREATE (:Person {id: 'new'}) RETURN 1 / 0 AS x", write=True)
    assert empty_store.run("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 2}]


@pytest.mark.parametrize("statement", ["MATCH (p RETURN", "RETURN zz", "RETURN $missing AS x", "RETURN 1 / 0 AS x", ""])
def test_a_statement_that_is_refused_says_why_in_one_line(empty_store: Store, statement: str) -> None:
    with pytest.raises(QueryError) as caught:
        empty_store.run(statement)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) > 4
    assert "Exception" not in str(caught.value)


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ([Node("x", ("Person`) DETACH DELETE n //",))], []),
        ([Node("x", ())], []),
        (NODES, [Edge("e", "OWNS", "person/ada", "person/ben")]),
        (NODES, [Edge("e", "ADVISED", "person/ada", "person/nobody")]),
    ],
)
def test_rows_outside_the_vocabulary_are_refused(empty_store: Store, nodes: list[Node], edges: list[Edge]) -> None:
    with pytest.raises(StoreError, match="vocabulary|missing"):
        load(empty_store, nodes, edges)
    assert everything(empty_store) == ([], [])


def test_a_closed_store_says_so(empty_store: Store) -> None:
    empty_store.close()
    empty_store.close()
    with pytest.raises(StoreError, match="closed"):
        empty_store.run("RETURN 1 AS one")
