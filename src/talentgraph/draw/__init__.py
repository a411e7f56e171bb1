"""Pictures of the graph: the explorer page and the pyvis view, each one HTML file that needs no network."""

from __future__ import annotations

from talentgraph.draw.explorer import explorer
from talentgraph.draw.files import draw
from talentgraph.draw.positions import positions
from talentgraph.draw.pyvis_view import pyvis_view, write_pyvis

__all__ = ["draw", "explorer", "positions", "pyvis_view", "write_pyvis"]
