"""Charts as self-contained SVG: a person's timeline, an academic lineage, careers flowing between organisations.

timeline   one person's stints and papers over the years
lineage    advisors above a person, students below
flow       moves between organisations as a Sankey diagram
svg        elements of SVG whose text is only ever text
"""

from __future__ import annotations

from talentgraph.draw.charts.flow import flow
from talentgraph.draw.charts.lineage import lineage
from talentgraph.draw.charts.svg import page, text_of
from talentgraph.draw.charts.timeline import timeline

__all__ = ["flow", "lineage", "page", "text_of", "timeline"]
