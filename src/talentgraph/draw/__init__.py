"""Pictures of the graph: the explorer page, the pyvis view and charts, each one file that needs no network."""

from __future__ import annotations

from talentgraph.draw import charts
from talentgraph.draw.explorer import explorer
from talentgraph.draw.files import draw, write_chart
from talentgraph.draw.positions import positions
from talentgraph.draw.pyvis_view import pyvis_view, write_pyvis

__all__ = ["charts", "draw", "explorer", "positions", "pyvis_view", "write_chart", "write_pyvis"]
