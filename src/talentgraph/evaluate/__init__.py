"""How good the extractor is: profiles compared with what is true, by class, by layout, and value by value.

gold, Profile ──judged──▶ values with confidence and verdict        gold, profiles ──scores──▶ figures
"""

from __future__ import annotations

from talentgraph.evaluate.gold import Shown, shown
from talentgraph.evaluate.judging import Judged, Outcome, judged, outcomes
from talentgraph.evaluate.spelling import NO_NAMES, Names, read_names

__all__ = ["NO_NAMES", "Judged", "Names", "Outcome", "Shown", "judged", "outcomes", "read_names", "shown"]
