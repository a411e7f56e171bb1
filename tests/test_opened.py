"""A workspace opened for analysis."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import talentgraph
from talentgraph import demo
from talentgraph.draw.frames import framed
from talentgraph.errors import WorkspaceError


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> talentgraph.TalentGraph:
    folder = tmp_path_factory.mktemp("opened") / "people"
    talentgraph.build([demo.cvs() / "hana-kovarova.md"], folder)
    return talentgraph.open(folder)


def test_it_is_a_networkx_graph_that_knows_where_it_is_from(web: talentgraph.TalentGraph) -> None:
    assert (web.name, web.graph["documents"], Path(web.graph["folder"]).name) == ("people", 1, "people")
    assert nx.number_weakly_connected_components(web) >= 1
    assert isinstance(web.subgraph(["person/hana-kovarova"]).copy(), talentgraph.TalentGraph)


def test_it_goes_back_to_its_rows(web: talentgraph.TalentGraph) -> None:
    nodes, edges = talentgraph.workspace.read_rows(web.graph["folder"])
    assert talentgraph.from_networkx(web) == (nodes, edges)


def test_in_a_notebook_it_is_the_explorer_in_a_frame(web: talentgraph.TalentGraph) -> None:
    shown = web._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts allow-downloads" title="people" srcdoc="&lt;!doctype html')
    assert shown.count("<") == 2  # the frame and its end: all else is escaped
    assert "hana@" not in shown


def test_a_large_graph_is_counted_and_not_shown() -> None:
    large = talentgraph.TalentGraph()
    large.add_nodes_from((str(i), {"labels": ("Person",)}) for i in range(5_001))
    assert "5,001 nodes" in large._repr_html_()
    assert "iframe" not in large._repr_html_()


def test_a_title_is_no_html() -> None:
    assert '"><script' not in framed("<p>", title='"><script>')


def test_no_workspace_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="talentgraph build"):
        talentgraph.open(tmp_path)
