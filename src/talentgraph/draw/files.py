"""A workspace drawn into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from talentgraph.draw import charts
from talentgraph.draw.explorer import explorer
from talentgraph.draw.pyvis_view import pyvis_view, surroundings, write_pyvis
from talentgraph.errors import TalentGraphError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Part(TypedDict, total=False):
    """Which part of a graph is drawn: see `pyvis_view`."""

    ego: str | None
    depth: int
    path: tuple[str, str] | None
    top: int | None


def draw(workspace: Path, output: Path | None = None, *, pyvis: bool = False, **part: Unpack[Part]) -> Path:
    """Draws the graph of a workspace, or what lies within `depth` steps of `ego` (an id or a name); returns the file.

    Without `output` the explorer goes to explorer.html in the workspace (explorer-around.html around one person), the
    pyvis view to pyvis.html. Raises TalentGraphError when nobody has that name, the pyvis view would be too large, or
    `path` or `top` is given for the explorer, which has paths inside and shows all.
    """
    from talentgraph.workspace import read_rows

    nodes, edges = read_rows(workspace)
    ego = part.get("ego")
    name = next((str(node.properties.get("name", ego)) for node in nodes if node.id == ego), ego)
    if pyvis:
        target = output or workspace / "pyvis.html"
        write_pyvis(pyvis_view(nodes, edges, **part), target, title=f"talentgraph: {name or workspace.name}")
        return target
    if part.get("path") or part.get("top") is not None:
        raise TalentGraphError("a path and the best connected are parts of the pyvis view: add --pyvis")
    if ego is not None:
        nodes, edges = surroundings(nodes, edges, ego=ego, depth=part.get("depth", 2))
    target = output or workspace / ("explorer.html" if ego is None else "explorer-around.html")
    page = explorer(nodes, edges, title=name or workspace.resolve().name)
    target.write_text(page, encoding="utf-8", newline="\n")
    return target


def write_chart(chart: Element, target: Path, *, title: str) -> Path:
    """Writes a chart as SVG, or as an HTML page where the name of the file ends so; returns the file."""
    html = target.suffix.lower() in (".html", ".htm")
    text = charts.page(chart, title=title) if html else charts.text_of(chart)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target
