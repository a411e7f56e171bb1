"""Making an extractor: an invented corpus, training on it, and scores."""

from __future__ import annotations

from talentgraph.train.corpus import generate
from talentgraph.train.seeds import train_seeds
from talentgraph.train.training import Step, evaluate, train
from talentgraph.train.tuning import Effort, Tuning, tune

__all__ = ["Effort", "Step", "Tuning", "evaluate", "generate", "train", "train_seeds", "tune"]
