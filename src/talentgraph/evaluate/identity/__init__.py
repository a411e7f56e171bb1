"""How well identity is told: an invented cohort with known truth is resolved, or names from files are.

words, naming, things, life, documents ──invent──▶ Cohort: profiles, and what each name stands for
Cohort ──measure──▶ Measured ──figures──▶ plain data ──page──▶ HTML          listed: names and pairs from files
"""

from __future__ import annotations

from talentgraph.evaluate.identity.cohort import Cohort, invent
from talentgraph.evaluate.identity.figures import figures
from talentgraph.evaluate.identity.listed import predict_items, predict_pairs, write_predictions
from talentgraph.evaluate.identity.measuring import Measured, compare_with, measure
from talentgraph.evaluate.identity.page import page, write

__all__ = [
    "Cohort", "Measured", "compare_with", "figures", "invent", "measure", "page", "predict_items",
    "predict_pairs", "write", "write_predictions",
]  # fmt: skip
