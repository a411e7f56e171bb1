"""The pyvis view as a network and as a page."""

from __future__ import annotations

import re

import pytest
from draw.sample import rows

from talentgraph.draw import pyvis_view, write_pyvis
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node

HOSTILE = '<img src=x onerror="alert(1)" href=x></script>'


def test_it_is_directed_placed_and_still():
    network = pyvis_view(*rows())
    assert network.directed
    assert all({"x", "y", "title", "label"} <= set(node) for node in network.nodes)
    assert network.options.physics == {"enabled": False}


def test_parallel_edges_are_kept_and_bend_apart():
    nodes = [Node("person/ada", ("Person",)), Node("organization/acme", ("Organization",))]
    edges = [Edge(kind, kind, "person/ada", "organization/acme") for kind in ("WORKED_AT", "STUDIED_AT")]
    drawn = pyvis_view(nodes, edges).edges
    assert len(drawn) == 2
    assert [("smooth" in edge) for edge in drawn] == [False, True]


def test_around_a_name_are_only_its_neighbours():
    nodes, edges = rows()
    some = pyvis_view(nodes, edges, ego="Jiří Vzorek", depth=1)
    assert 3 < len(some.nodes) < len(pyvis_view(nodes, edges).nodes)


def test_top_keeps_the_best_connected():
    assert len(pyvis_view(*rows(), top=7).nodes) == 7


def test_a_path_keeps_the_people_on_the_shortest_ways():
    nodes = [Node(f"person/{n}", ("Person",), {"name": n}) for n in "abcdef"]
    nodes.append(Node("organization/hub", ("Organization",), {"name": "Hub"}))
    pairs = ["ab", "bc", "ad", "dc", "be", "ef", "fc"]
    edges = [Edge(pair, "ADVISED", f"person/{pair[0]}", f"person/{pair[1]}") for pair in pairs]
    edges += [Edge(f"hub{n}", "WORKED_AT", f"person/{n}", "organization/hub") for n in "ac"]
    assert {node["label"] for node in pyvis_view(nodes, edges, path=("a", "c")).nodes} == {"a", "b", "c", "d"}
    with pytest.raises(TalentGraphError, match="no chain of people"):
        pyvis_view([*nodes, Node("person/z", ("Person",), {"name": "z"})], edges, path=("a", "z"))


def test_in_a_notebook_it_is_a_frame_that_needs_no_network():
    shown = pyvis_view(*rows())._repr_html_()
    assert shown.count("<iframe sandbox=") == 1
    assert shown.count("<") == 2
    assert "cdnjs" not in shown


def test_a_name_that_nobody_has_is_an_error():
    with pytest.raises(TalentGraphError, match="no node has the id or the name 'Nobody'"):
        pyvis_view(*rows(), ego="Nobody")


def test_more_than_a_thousand_nodes_are_refused():
    nodes = [Node(f"person/{i}", ("Person",)) for i in range(1001)]
    with pytest.raises(TalentGraphError, match="1,001 nodes.*explorer"):
        pyvis_view(nodes, [])


def test_names_are_neither_ids_nor_html(tmp_path):
    network = pyvis_view([Node(f"person/{HOSTILE}", ("Person",), {"name": HOSTILE})], [])
    assert [node["id"] for node in network.nodes] == ["n0"]
    assert "href" not in network.nodes[0]["title"]  # pyvis' own template takes such titles for HTML
    write_pyvis(network, tmp_path / "page.html", title=HOSTILE)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert len(re.findall("</script>", page)) == 3
    assert not re.search(r"""(?:src|href)=["']?https?:""", page)


def test_of_a_large_picture_the_best_connected_are_named_in_larger_letters():
    named = [node for node in pyvis_view(*rows()).nodes if "font" in node]
    assert 0 < len(named) < 30
    assert {node["shape"] for node in named} <= {"dot", "square", "diamond"}
    assert not [node for node in pyvis_view(*rows(), ego="Jiří Vzorek", depth=0).nodes if "font" in node]


def test_what_nearly_everyone_shares_is_drawn_faintly():
    nodes = [Node("person/ada", ("Person",)), Node("technology/c", ("Technology",)), Node("person/ben", ("Person",))]
    edges = [
        Edge("1", "SKILLED_IN", "person/ada", "technology/c"),
        Edge("2", "ADVISED", "person/ada", "person/ben"),
    ]
    faint, plain = pyvis_view(nodes, edges).edges
    assert faint["color"] == "#e9ebef"
    assert "color" not in plain
