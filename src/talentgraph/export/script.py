"""A Cypher script that makes the graph, for `cypher-shell` and people who read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from talentgraph.export.content import Content, properties
from talentgraph.model import Edge, Node, Property
from talentgraph.schema import EDGE_MARK, MARK, neo4j_schema
from talentgraph.values.cypher import literal, quote
from talentgraph.values.properties import storable


def write_cypher(content: Content, target: Path) -> None:
    """Write the script to the file `target`. Running it twice gives the same graph as once."""
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{statement};\n" for statement in statements(content))


def statements(content: Content) -> Iterator[str]:
    """Constraints, nodes, then relationships, each as one statement without its semicolon.

    They make what `load` makes, with its marks, so that a later load takes over.
    """
    yield from neo4j_schema()
    yield from map(_node, content.nodes)
    yield from map(_edge, content.edges)


def _node(node: Node) -> str:
    labels = "".join(f":{_name(label)}" for label in node.labels)
    return f"MERGE {_ours('n', node.id)} SET n{labels}, n += {_map(properties(node))}"


def _edge(edge: Edge) -> str:
    merge = f"MERGE (a)-[r:{_name(edge.type)} {{id: {literal(edge.id)}, {EDGE_MARK}: true}}]->(b)"
    return f"MATCH {_ours('a', edge.source)}, {_ours('b', edge.target)} {merge} SET r += {_map(properties(edge))}"


def _ours(variable: str, name: str) -> str:
    return f"({variable}:{MARK} {{id: {literal(name)}}})"


def _map(values: Mapping[str, Property]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(value)}" for name, value in storable(values).items()) + "}"


def _name(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else quote(name)
