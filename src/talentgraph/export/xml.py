"""GraphML and GEXF, through networkx."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from talentgraph.export.content import Content, properties
from talentgraph.model import Property, Scalar

if TYPE_CHECKING:
    import networkx as nx

# XML 1.0 has no way to write these, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat_graph(content: Content) -> nx.MultiDiGraph:
    """The graph with scalar attributes only: lists become JSON text.

    Labels stand in `labels` as `:Organization:University` and relationship types in `label`, as Neo4j's APOC writes
    and reads them.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in content.nodes:
        attributes = {name: flatten(value) for name, value in properties(node).items()}
        graph.add_node(_clean(node.id), labels="".join(f":{label}" for label in node.labels), **attributes)
    for edge in content.edges:
        attributes = {name: flatten(value) for name, value in properties(edge).items()}
        graph.add_edge(_clean(edge.source), _clean(edge.target), key=_clean(edge.id), label=edge.type, **attributes)
    return graph


def write_graphml(content: Content, target: Path) -> None:
    """Write GraphML to the file `target`."""
    import networkx as nx

    nx.write_graphml_xml(flat_graph(content), target)


def write_gexf(content: Content, target: Path) -> None:
    """Write GEXF to the file `target`; what a node is called is its label there."""
    import networkx as nx

    graph = flat_graph(content)
    for attributes in graph.nodes.values():
        attributes["label"] = attributes.get("name", "")
    nx.write_gexf(graph, target)


def flatten(value: Property) -> Scalar:
    """A property as one scalar that XML can hold.

    >>> flatten(["C++", "C"])
    '["C++", "C"]'
    """
    if isinstance(value, list | tuple):
        value = json.dumps(value, ensure_ascii=False)
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
