"""What the explorer's page holds as data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from talentgraph.draw.communities import communities
from talentgraph.draw.positions import positions
from talentgraph.draw.projection import is_drawn
from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS

Places = Mapping[str, tuple[float, float]]  # by id
TYPES = {name: list(label.colour) for name, label in LABELS.items() if label.drawn and not label.parent}
_HIDDEN = {"id", "name", "aliases"}
_SAID_BY_TYPE = {"derived"}


def payload(nodes: Sequence[Node], edges: Sequence[Edge], title: str, *, rounds: int | None = None) -> dict[str, Any]:
    """The data of the page: shown nodes, the edges between them, the evidence by node, communities and places."""
    shown = [node for node in nodes if node.labels[:1] not in (("Evidence",), ("Document",))]
    index = {node.id: i for i, node in enumerate(shown)}
    groups = communities(shown, edges)
    places = positions(shown, edges, groups=groups, rounds=rounds)
    documents = {node.id: str(node.properties.get("path", node.id)) for node in nodes if "Document" in node.labels}
    return {
        "title": title,
        "types": TYPES,
        "nodes": [_node(node, places) for node in shown],
        "edges": columns(
            (edge.type, index[edge.source], index[edge.target], _plain(edge.properties))
            for edge in edges
            if edge.source in index and edge.target in index
        ),
        "communities": [{"name": group.name, "members": [index[id_] for id_ in group.members]} for group in groups],
        "documents": list(documents.values()),
        "evidence": _evidence(nodes, edges, index, list(documents)),
    }


def columns(edges: Iterable[tuple[str, int, int, Mapping[str, Any]]]) -> dict[str, Any]:
    """Edges (type, from, to, facts) by type, in columns, which browsers read several times as fast as objects.

    >>> columns([("ADVISED", 0, 1, {"startYear": 1999}), ("ADVISED", 0, 2, {})])
    {'ADVISED': {'from': [0, 0], 'to': [1, 2], 'facts': {'startYear': [1999, None]}}}
    """
    types: dict[str, list[tuple[int, int, Mapping[str, Any]]]] = {}
    for type_, source, target, facts in edges:
        types.setdefault(type_, []).append((source, target, facts))
    return {
        type_: {
            "from": [source for source, _, _ in rows],
            "to": [target for _, target, _ in rows],
            "facts": {
                name: [facts.get(name) for _, _, facts in rows]
                for name in sorted({name for _, _, facts in rows for name in facts} - _SAID_BY_TYPE)
            },
        }
        for type_, rows in sorted(types.items())
    }


def _node(node: Node, places: Places) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": node.id,
        "labels": list(node.labels),
        "name": str(node.properties.get("name") or node.properties.get("title") or node.id),
        "aliases": _texts(node.properties.get("aliases")),
        "facts": _plain({key: value for key, value in node.properties.items() if key not in _HIDDEN}),
    }
    if is_drawn(node) and node.id in places:
        row["at"] = list(places[node.id])
    return row


def _evidence(
    nodes: Sequence[Node], edges: Sequence[Edge], index: Mapping[str, int], documents: Sequence[str]
) -> list[dict[str, Any]]:
    supports: dict[str, list[int]] = {}
    origin: dict[str, int] = {}
    place = {id_: i for i, id_ in enumerate(documents)}
    for edge in edges:
        if edge.type == "SUPPORTS" and edge.target in index:
            supports.setdefault(edge.source, []).append(index[edge.target])
        elif edge.type == "FROM_DOCUMENT" and edge.target in place:
            origin[edge.source] = place[edge.target]
    keys = ("quote", "marks", "page", "section", "confidence")
    return [
        {"for": supports[node.id], "in": origin.get(node.id, -1)}
        | _plain({key: node.properties[key] for key in keys if key in node.properties})
        for node in nodes
        if node.id in supports
    ]


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties that JSON can hold."""
    return {
        key: value for key, value in properties.items() if not (isinstance(value, float) and not math.isfinite(value))
    }


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
