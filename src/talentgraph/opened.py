"""A workspace opened for analysis: a networkx graph that knows where it is from, and shows itself in a notebook."""

from __future__ import annotations

import os
from typing import Any

import networkx as nx

from talentgraph import draw, workspace
from talentgraph.draw.frames import framed
from talentgraph.graph import from_networkx, to_networkx
from talentgraph.schema import LABELS

_MOST = 5_000  # nodes of a page inside a notebook


class TalentGraph(nx.MultiDiGraph):  # type: ignore[misc]  # networkx has no types
    """A networkx.MultiDiGraph as `to_networkx` makes it; `graph` holds its name and the folder that it is from.

    Every algorithm of networkx takes it. In a notebook it shows itself as the explorer.
    """

    def _repr_html_(self) -> str:
        drawn = [node for node, values in self.nodes.items() if _is_drawn(values)]
        counts = f"{self.number_of_nodes():,} nodes and {self.number_of_edges():,} relationships"
        if len(drawn) > _MOST:
            return f"<p>{counts}: more than a notebook shows well; open explorer.html, or take a part.</p>"
        title = str(self.graph.get("name") or "talentgraph")
        return framed(draw.explorer(*from_networkx(self), title=title), title=title)


def open(folder: str | os.PathLike[str]) -> TalentGraph:
    """The graph of a workspace as a networkx.MultiDiGraph, for its algorithms and for `talentgraph.analyse`.

    A node's attributes are its properties and `labels`; an edge's key is its id, its attributes are its properties
    and `type`. `graph.graph` holds `name`, `folder` and `documents`, their number. Raises WorkspaceError when there is
    no workspace.

    >>> import talentgraph
    >>> from tempfile import TemporaryDirectory
    >>> from talentgraph import demo
    >>> with TemporaryDirectory() as folder:
    ...     _ = talentgraph.build([demo.cvs() / "hana-kovarova.md"], f"{folder}/graph")
    ...     graph = talentgraph.open(f"{folder}/graph")
    >>> graph.graph["documents"], graph.nodes["person/hana-kovarova"]["name"]
    (1, 'Hana Kovářová')
    """
    path = workspace.locate(folder)
    graph = TalentGraph(to_networkx(*workspace.read_rows(path)))
    documents = sum("Document" in labels for _, labels in graph.nodes(data="labels"))
    graph.graph |= {"name": path.resolve().name, "folder": str(path), "documents": documents}
    return graph


def _is_drawn(values: dict[str, Any]) -> bool:
    label = LABELS.get(values["labels"][0])
    return label is not None and label.drawn
