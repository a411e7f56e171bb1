"""A workspace drawn into a file."""

from __future__ import annotations

from pathlib import Path

from talentgraph.draw.explorer import explorer
from talentgraph.draw.pyvis_view import pyvis_view, surroundings, write_pyvis


def draw(
    workspace: Path, output: Path | None = None, *, ego: str | None = None, depth: int = 2, pyvis: bool = False
) -> Path:
    """Draws the graph of a workspace, or what lies within `depth` steps of `ego` (an id or a name); returns the file.

    Without `output` the explorer goes to explorer.html in the workspace (explorer-around.html around one person), the
    pyvis view to pyvis.html. Raises TalentGraphError when nobody has that name or the pyvis view would be too large.
    """
    from talentgraph.workspace import read_rows

    nodes, edges = read_rows(workspace)
    if pyvis:
        target = output or workspace / "pyvis.html"
        write_pyvis(
            pyvis_view(nodes, edges, ego=ego, depth=depth), target, title=f"talentgraph: {ego or workspace.name}"
        )
        return target
    if ego is not None:
        nodes, edges = surroundings(nodes, edges, ego=ego, depth=depth)
    target = output or workspace / ("explorer.html" if ego is None else "explorer-around.html")
    page = explorer(nodes, edges, title=ego or workspace.resolve().name)
    target.write_text(page, encoding="utf-8", newline="\n")
    return target
