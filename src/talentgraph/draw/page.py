"""Either picture as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from talentgraph.draw.explorer import explorer
from talentgraph.draw.pyvis_view import pyvis_view, write_pyvis
from talentgraph.draw.surroundings import surroundings
from talentgraph.model import Edge, Node


def write_page(
    target: Path,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    ego: str | None = None,
    depth: int = 2,
    pyvis: bool = False,
) -> None:
    """Write the explorer, or with `pyvis` the small view, as one HTML file.

    `ego` is the id of a node: only what lies within `depth` steps of it is drawn. Raises TalentGraphError when that is
    too much for the small view.
    """
    if ego:
        nodes, edges = surroundings(nodes, edges, ego=ego, depth=depth)
    if pyvis:
        write_pyvis(pyvis_view(nodes, edges), target)
    else:
        target.write_text(explorer(nodes, edges, title="talentgraph"), encoding="utf-8")
