"""A Cypher script that makes the graph, for `cypher-shell` and people who read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from talentgraph.export.content import Content, properties
from talentgraph.model import Edge, Node, Property

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b", "\0": ""}


def write_cypher(content: Content, target: Path) -> None:
    """Write the script to the file `target`. Running it twice gives the same graph as once."""
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{statement};\n" for statement in statements(content))


def statements(content: Content) -> Iterator[str]:
    """Constraints, nodes, then relationships, each as one statement without its semicolon."""
    labels = {node.id: node.labels[0] for node in content.nodes}
    for label in sorted(set(labels.values())):
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{_name(label)}) REQUIRE n.id IS UNIQUE"
    yield from map(_node, content.nodes)
    yield from (_edge(edge, labels) for edge in content.edges)


def literal(value: Property) -> str:
    r"""A value as Cypher writes it.

    Neo4j 5 resolves \u0027 before it looks for the end of a string, even behind a second backslash, so the two
    characters never stand side by side.

    >>> print(literal("it's"), literal(["a", "b"]), literal(True), literal("\\u0027"))
    'it\'s' ['a', 'b'] true '\\' + 'u0027'
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if not isinstance(value, str):
        return repr(value)
    text = "".join(_ESCAPES.get(letter, letter) for letter in value)
    return "'" + text.replace("\\u", "\\' + 'u") + "'"


def _node(node: Node) -> str:
    first, *others = node.labels
    more = "".join(f", n:{_name(label)}" for label in others)
    return f"MERGE (n:{_name(first)} {{id: {literal(node.id)}}}) SET n += {_map(properties(node))}{more}"


def _edge(edge: Edge, labels: Mapping[str, str]) -> str:
    source = f"(a:{_name(labels[edge.source])} {{id: {literal(edge.source)}}})"
    target = f"(b:{_name(labels[edge.target])} {{id: {literal(edge.target)}}})"
    merge = f"MERGE (a)-[r:{_name(edge.type)} {{id: {literal(edge.id)}}}]->(b)"
    return f"MATCH {source}, {target} {merge} SET r += {_map(properties(edge))}"


def _map(values: Mapping[str, Property]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(value)}" for name, value in values.items()) + "}"


def _name(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else "`" + name.replace("`", "``") + "`"
