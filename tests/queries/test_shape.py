"""No statement leaves what both engines understand."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from queries.shape import faults

from talentgraph import queries
from talentgraph.schema import LABELS, RELATIONSHIPS

VIZ = Path(__file__).parents[2] / "viz"


def lint(statements: dict[str, Any]) -> dict[str, list[str]]:
    """What Neo4j's own language support finds wrong: syntax, variables, parameters, labels and types."""
    if not shutil.which("node") or not (VIZ / "node_modules" / "@neo4j-cypher" / "language-support").is_dir():
        pytest.skip("needs Node and @neo4j-cypher/language-support: run `npm install` in viz/")
    asked = {"labels": list(LABELS), "types": list(RELATIONSHIPS), "statements": statements}
    command = ["node", str(Path(__file__).with_name("lint.mjs")), str(VIZ)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=600)
    return json.loads(done.stdout)


def test_neo4j_reads_every_statement() -> None:
    known = [queries.get(name) for name in queries.names()]
    examples = {query.name: {parameter.name: parameter.example for parameter in query.parameters} for query in known}
    found = lint({query.name: {"text": query.text, "parameters": examples[query.name]} for query in known})
    assert found == {query.name: [] for query in known}


def test_neo4j_refuses_what_is_wrong() -> None:
    wrong = ("MATCH (n RETURN n", "RETURN m", "RETURN $x AS x", "MATCH (n:Persn) RETURN n.id AS id", "SHOW ME")
    assert all(lint({text: {"text": text, "parameters": {}} for text in wrong}).values())


@pytest.mark.parametrize("name", queries.names())
def test_no_statement_has_the_shape_that_loses_rows(name: str) -> None:
    assert faults(queries.get(name).text) == []


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("MATCH (p:Person)-[:R]->(s:Person) WHERE p.h > 3 OR s.born.year > 1980 RETURN s.id AS id", 1),
        ("MATCH (p:Person)-[:R]->(s) RETURN s.id AS id", 1),
        ("OPTIONAL MATCH (p:Person)-[r:R]->(s:Person) WHERE any(t IN s.tags WHERE t = p.id) RETURN s.id AS id", 1),
        ("MATCH (p:Person) MATCH (p)-[:R]->(s:Person {id: 'a'}) WHERE p.h > 3 OR s.tags[0] = 'y' RETURN s.id AS id", 0),
        ("MATCH (p:Person)-[:R*0..3]->(:Person) WHERE p.h > 3 RETURN p.id AS id", 0),
        ("MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:R]->(s) RETURN 1 } RETURN p.id AS id", 1),
    ],
)
def test_the_shape_is_known(statement: str, count: int) -> None:
    assert len(faults(statement)) == count
