"""The Cypher script says what the rows say, and a text never ends its own string."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from talentgraph.export.content import Content
from talentgraph.export.script import statements, write_cypher
from talentgraph.schema import neo4j_schema
from talentgraph.values.cypher import literal

_STRING = re.compile(r"'(?:[^'\\]|\\.)*'", re.DOTALL)
_BACK = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b", "'": "'", "\\": "\\"}


def read_literal(text: str) -> str:
    """What Neo4j reads: strings joined by plus signs."""
    parts = _STRING.findall(text)
    assert " + ".join(parts) == text
    return "".join(re.sub(r"\\(.)", lambda found: _BACK[found[1]], part[1:-1], flags=re.DOTALL) for part in parts)


@given(st.text() | st.lists(st.sampled_from(["\\", "u0027", "'", "\n", ";", "*/", "\\u"])).map("".join))
def test_a_text_comes_back_from_its_literal(text: str) -> None:
    written = literal(text)
    assert "\\u" not in written
    assert read_literal(written) == text.replace("\0", "")


def test_one_statement_a_row(content: Content, tmp_path: Path) -> None:
    write_cypher(content, tmp_path / "graph.cypher")
    lines = (tmp_path / "graph.cypher").read_text(encoding="utf-8").split("\n")[:-1]
    assert len(lines) == len(neo4j_schema()) + len(content.nodes) + len(content.edges)
    assert all(line.endswith(";") for line in lines)


def test_nodes_and_relationships_are_merged_by_id(content: Content) -> None:
    found = [each for each in statements(content) if not each.startswith("CREATE")]
    assert found[1].startswith("MERGE (n:_TalentGraph {id: 'organization/acme'}) SET n:Organization:Company, n += {")
    assert found[-1].startswith(
        "MATCH (a:_TalentGraph {id: 'person/ada-oster'}), (b:_TalentGraph {id: 'organization/acme'})"
    )
    assert "MERGE (a)-[r:WORKED_AT {id: 'e3', _talentgraph: true}]->(b)" in found[-1]
