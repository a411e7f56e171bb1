"""No cell of a CSV file is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from talentgraph.export.content import Content
from talentgraph.export.tables import safe_cell, write_csv, write_table


def test_both_files_hold_every_row(content: Content, tmp_path: Path) -> None:
    write_csv(content, tmp_path / "out")
    nodes = list(csv.DictReader((tmp_path / "out/nodes.csv").open(encoding="utf-8-sig", newline="")))
    edges = list(csv.DictReader((tmp_path / "out/edges.csv").open(encoding="utf-8-sig", newline="")))
    assert [row["id"] for row in nodes] == [node.id for node in content.nodes]
    assert [(row["source"], row["type"]) for row in edges] == [(edge.source, edge.type) for edge in content.edges]
    assert nodes[1]["labels"] == "Organization; Company"
    assert nodes[0]["quote"].startswith("'=cmd")


@given(st.text())
def test_text_never_begins_as_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip(" \ufeff\u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in (text, "'" + text)


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\0")), min_size=2, max_size=2), max_size=4))
def test_a_table_reads_back(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    write_table(stream, ["a", "b"], rows)
    stream.seek(0)
    assert list(csv.reader(stream))[1:] == [[safe_cell(cell) for cell in row] for row in rows]
