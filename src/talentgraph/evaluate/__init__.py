"""How good the extractor is: profiles compared with what is true, by class, by layout, and value by value.

gold, Profile ──judged──▶ values with confidence and verdict        gold, profiles ──scores──▶ figures

`evaluate.identity` measures the next step: who is told from whom.
"""

from __future__ import annotations

from talentgraph.evaluate.comparison import Comparison, compare
from talentgraph.evaluate.gold import Shown, shown
from talentgraph.evaluate.judging import Judged, Outcome, judged, outcomes
from talentgraph.evaluate.page import page, write
from talentgraph.evaluate.run import Evaluation, Result, evaluate, figures
from talentgraph.evaluate.scores import Score, Tally, tally
from talentgraph.evaluate.spelling import NO_NAMES, Names, read_names

__all__ = [
    "NO_NAMES", "Comparison", "Evaluation", "Judged", "Names", "Outcome", "Result", "Score", "Shown", "Tally",
    "compare", "evaluate", "figures", "judged", "outcomes", "page", "read_names", "shown", "tally", "write",
]  # fmt: skip
