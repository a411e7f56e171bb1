"""Making an extractor: an invented corpus, training on it, and scores."""

from __future__ import annotations

from talentgraph.train.corpus import generate
from talentgraph.train.training import Step, evaluate, train

__all__ = ["Step", "evaluate", "generate", "train"]
