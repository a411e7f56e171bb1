"""The explorer: the graph as one HTML page that needs no network and trusts no text."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from talentgraph import assets
from talentgraph.draw.communities import communities
from talentgraph.draw.positions import positions
from talentgraph.draw.projection import is_drawn, without_contacts
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")  # ends a script element, a line, or cannot be UTF-8
_HIDDEN = {"id", "name", "aliases"}


def explorer(nodes: Sequence[Node], edges: Sequence[Edge], *, title: str) -> str:
    """The page as text, to be written as UTF-8. Contact nodes never reach it.

    The page makes no request: script and style are inside and allowed by their hashes alone, the data is inert JSON,
    and texts of documents become text nodes only.

    >>> page = explorer([Node("person/ada", ("Person",), {"name": "Ada Example"})], [], title="People")
    >>> "default-src 'none'" in page, "<title>People</title>" in page
    (True, True)
    """
    nodes, edges = without_contacts(nodes, edges)
    script, style = _vendored("explorer.js"), _vendored("explorer.css")
    policy = (
        f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return fill(
        _vendored("page.html"),
        policy=html.escape(policy, quote=False),
        title=html.escape(title),
        style=style,
        data=island(_payload(nodes, edges, title)),
        script=script,
    )


def digest(content: str) -> str:
    """The source expression that a content security policy allows an inline element by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def island(data: Any) -> str:
    """Data as JSON that can stand inside a script element whatever texts it holds.

    >>> island({"name": "</script>"})
    '{"name":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def fill(template: str, **parts: str) -> str:
    """The template with each `{{name}}` replaced once; what stands inside the parts is left alone."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], template)


def _vendored(name: str) -> str:
    path = assets.folder("viz") / "vendor" / name
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = "install talentgraph again, or run `npm install && npm run build` in viz/"
        raise TalentGraphError(f"the explorer's {name} is missing; {remedy}") from None


def _payload(nodes: Sequence[Node], edges: Sequence[Edge], title: str) -> dict[str, Any]:
    """The data of the page: shown nodes, the edges between them, the evidence by node, and the places."""
    shown = [node for node in nodes if node.labels[:1] not in (("Evidence",), ("Document",))]
    index = {node.id: i for i, node in enumerate(shown)}
    groups = communities(shown, edges)
    places = positions(shown, edges, groups=groups)
    documents = {node.id: str(node.properties.get("path", node.id)) for node in nodes if "Document" in node.labels}
    return {
        "title": title,
        "types": {name: list(label.colour) for name, label in LABELS.items() if label.drawn and not label.parent},
        "nodes": [_node(node, places) for node in shown],
        "edges": [
            [edge.type, index[edge.source], index[edge.target], _plain(edge.properties)]
            for edge in edges
            if edge.source in index and edge.target in index
        ],
        "communities": [{"name": group.name, "members": [index[id_] for id_ in group.members]} for group in groups],
        "documents": list(documents.values()),
        "evidence": _evidence(nodes, edges, index, list(documents)),
    }


def _node(node: Node, places: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
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
