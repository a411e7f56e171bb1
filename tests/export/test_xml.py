"""GraphML comes back as it went; GEXF is read by networkx."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.export.content import Content, properties
from talentgraph.export.xml import flatten, write_gexf, write_graphml
from talentgraph.model import Edge, Node


def back(content: Content, path: Path) -> tuple[dict[str, dict], dict[str, tuple]]:  # type: ignore[type-arg]
    write_graphml(content, path)
    graph = nx.read_graphml(path, force_multigraph=True)
    edges = {key: (source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def test_graphml_round_trip(content: Content, tmp_path: Path) -> None:
    nodes, edges = back(content, tmp_path / "graph.graphml")
    for node in content.nodes:
        expected = {name: flatten(value) for name, value in properties(node).items()}
        assert nodes[node.id] == expected | {"labels": "".join(f":{label}" for label in node.labels)}
    for edge in content.edges:
        source, target, data = edges[edge.id]
        assert (source, target, data.pop("label")) == (edge.source, edge.target, edge.type)
        data.pop("id", None)
        assert data == properties(edge)
    assert (len(nodes), len(edges)) == (len(content.nodes), len(content.edges))


values = st.one_of(
    st.text(), st.booleans(), st.integers(-(2**31), 2**31 - 1), st.lists(st.text(max_size=5), max_size=3)
)


@given(st.dictionaries(st.sampled_from(["name", "quote", "year", "aliases"]), values))
def test_any_property_comes_back(given_values: dict) -> None:  # type: ignore[type-arg]
    from tempfile import TemporaryDirectory

    content = Content(
        nodes=(Node("a", ("Person",), given_values), Node("b", ("Person",))), edges=(Edge("e", "X", "a", "b"),)
    )
    with TemporaryDirectory() as folder:
        nodes, _ = back(content, Path(folder) / "graph.graphml")
    nodes["a"].pop("labels")
    # XML itself turns a carriage return into a line feed
    expected = {name: flatten(value) for name, value in given_values.items()}
    assert _normal(nodes["a"]) == _normal(expected)


def _normal(found: dict) -> dict:  # type: ignore[type-arg]
    plain = {k: v.replace("\r\n", "\n").replace("\r", "\n") if isinstance(v, str) else v for k, v in found.items()}
    return {name: value for name, value in plain.items() if value != ""}


def test_gexf_is_readable(content: Content, tmp_path: Path) -> None:
    write_gexf(content, tmp_path / "graph.gexf")
    graph = nx.read_gexf(tmp_path / "graph.gexf")
    assert set(graph) == {node.id for node in content.nodes}
    assert graph.nodes["person/ada-oster"]["label"] == "Ada Øster"
    assert graph.number_of_edges() == len(content.edges)
