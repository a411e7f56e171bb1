"""Node-link JSON, as `networkx.node_link_graph` and D3 read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from talentgraph.export.content import Content, properties


def node_link(content: Content) -> dict[str, Any]:
    """The graph as plain data.

    >>> from talentgraph.model import Node
    >>> node_link(Content(nodes=(Node("venue/osdi", ("Venue",), {"name": "OSDI"}),)))["nodes"]
    [{'id': 'venue/osdi', 'labels': ['Venue'], 'name': 'OSDI'}]
    """
    return {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{"id": node.id, "labels": list(node.labels), **properties(node)} for node in content.nodes],
        "edges": [
            {"source": edge.source, "target": edge.target, "key": edge.id, "type": edge.type, **properties(edge)}
            for edge in content.edges
        ],
    }


def write_json(content: Content, target: Path) -> None:
    """Write node-link JSON to the file `target`."""
    target.write_text(json.dumps(node_link(content), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
