"""Answers as tables in a notebook."""

from __future__ import annotations

import networkx as nx
import pytest

from talentgraph import analyse, queries
from talentgraph.analyse.rows.table import Table, tabled


@pytest.mark.parametrize("name", queries.names())
def test_every_question_answers_with_a_table(name: str) -> None:
    question = queries.get(name)
    given = {parameter.name: parameter.example for parameter in question.parameters}
    found = getattr(analyse, name)(nx.MultiDiGraph(), **given)
    assert isinstance(found, Table)
    assert found._repr_html_().startswith(("<p>nothing found", "<table>"))


def test_a_table_has_the_columns_and_no_html_of_documents() -> None:
    row = analyse.Feeder("<script>", "organization/x", "Acme & Sons", "organization/acme", 2, 1)
    shown = tabled(lambda: [row] * 70)()._repr_html_()
    assert shown.count("<tr>") == 61
    assert "<th>university</th>" in shown
    assert "&lt;script&gt;" in shown
    assert "Acme &amp; Sons" in shown
    assert "10 more rows" in shown
