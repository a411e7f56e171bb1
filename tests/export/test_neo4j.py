"""What is exported for Neo4j, on a real one: the script by its statements, the folder by the importer itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from stores.test_stores import EDGES, NODES

from talentgraph.export.content import Content
from talentgraph.export.neo4j_admin import write_neo4j_admin
from talentgraph.export.script import write_cypher
from talentgraph.model import Edge, Node
from talentgraph.schema import MARK
from talentgraph.stores import Store, load, open_neo4j

ODD = [
    Node("person/odd", ("Person",), {"name": "", "aliases": ["a;b|c", "d\x1fe", "", '"', "line\nline\r\n\u2028"]}),
    Node("person/even", ("Person",), {"name": "\\", "headline": 'ends with \\"', "aliases": [], "hasProfile": False}),
    Node("award/1", ("Award",), {"name": "$'\ufffd; // /* `", "date": "2020"}),
    Node("evidence/b", ("Evidence",), {"quote": "x", "confidence": 1e-7, "charStart": 2**53 + 1, "charEnd": -(2**63)}),
    Node("evidence/c", ("Evidence",), {"confidence": float("inf"), "page": 2**63 - 1, "charStart": 10**15}),
]
TIES = [
    Edge("t1", "RECEIVED", "person/odd", "award/1", {"derived": False}),
    Edge("t2", "ADVISED", "person/odd", "person/even"),
]


def without_nul(value: Any) -> Any:
    """A value as both forms say it: neither has a way to write NUL."""
    if isinstance(value, Node | Edge):
        return replace(value, properties={name: without_nul(each) for name, each in value.properties.items()})
    if isinstance(value, list):
        return [without_nul(item) for item in value]
    return value.replace("\0", "") if isinstance(value, str) else value


@pytest.fixture
def hostile() -> Content:
    return Content(
        nodes=[without_nul(node) for node in [*NODES, *ODD]], edges=[without_nul(edge) for edge in [*EDGES, *TIES]]
    )


@pytest.mark.neo4j
def test_the_script_makes_what_a_load_makes(neo4j_uri: str, hostile: Content, tmp_path: Path) -> None:
    write_cypher(hostile, tmp_path / "graph.cypher")
    lines = (tmp_path / "graph.cypher").read_text(encoding="utf-8").split(";\n")[:-1]
    with open_neo4j(neo4j_uri) as store:
        store.run("MATCH (n) DETACH DELETE n", write=True)
        for _ in range(2):
            for line in lines:
                store.run(line, write=True)
            assert_is_unchanged(store, hostile)


@pytest.mark.neo4j
def test_the_importer_makes_what_a_load_makes(neo4j_server: ModuleType, hostile: Content, tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    write_neo4j_admin(hostile, folder)
    try:
        with neo4j_server.new_home() as home:
            said = neo4j_server.import_folder(home, folder)
            assert f"{len(list(hostile.nodes))} nodes" in said
            assert f"{len(list(hostile.edges))} relationships" in said
            with neo4j_server.running(home) as server, open_neo4j(server.uri) as store:
                for statement in (folder / "schema.cypher").read_text().split(";\n")[:-1]:
                    store.run(statement, write=True)
                counted = store.run("MATCH (n) UNWIND labels(n) AS label RETURN label, count(n) AS n")
                expected = Counter(label for node in hostile.nodes for label in (*node.labels, MARK))
                assert {row["label"]: row["n"] for row in counted} == expected
                empty = [node.id for node in hostile.nodes if node.properties.get("aliases") == []]
                ids = "MATCH (n) WHERE n.id IN $ids SET n.aliases = []"  # the importer knows no empty list
                store.run(ids, {"ids": empty}, write=True)
                assert_is_unchanged(store, hostile)
    except neo4j_server.Unavailable as error:
        pytest.skip(str(error))


def assert_is_unchanged(store: Store, content: Content) -> None:
    changes = load(store, content.nodes, content.edges)
    nodes, edges = list(content.nodes), list(content.edges)
    assert (changes.written, changes.unchanged, changes.removed) == (0, len(nodes) + len(edges), 0)
