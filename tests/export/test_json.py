"""Node-link JSON, and JSON Resume without contact details."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import networkx as nx

from talentgraph.export.content import Content
from talentgraph.export.json_resume import write_json_resume
from talentgraph.export.node_link import write_json


def test_networkx_reads_node_link(content: Content, tmp_path: Path) -> None:
    write_json(content, tmp_path / "graph.json")
    graph = nx.node_link_graph(json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")), edges="edges")
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes["evidence/1"]["marks"] == [0, 4, 6, 9]
    assert {key for *_, key in graph.edges(keys=True)} == {edge.id for edge in content.edges}


def test_a_resume_leaves_contacts_out(content: Content, tmp_path: Path) -> None:
    write_json_resume(content, tmp_path)
    text = (tmp_path / "ada-oster.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"basics": {"name": "Ada Øster"}}


def test_a_resume_takes_contacts_along_when_asked(content: Content, tmp_path: Path) -> None:
    write_json_resume(replace(content, contacts=True), tmp_path)
    basics = json.loads((tmp_path / "ada-oster.json").read_text(encoding="utf-8"))["basics"]
    assert basics["email"] == "ada@example.org"
    assert basics["location"] == {"address": "Oslo"}


def test_two_documents_of_one_person_are_two_files(content: Content, tmp_path: Path) -> None:
    write_json_resume(replace(content, profiles=content.profiles * 2), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ada-oster-2.json", "ada-oster.json"]
