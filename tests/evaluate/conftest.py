"""An evaluation of three invented documents: one with errors, one without, one that could not be read."""

from __future__ import annotations

import pytest
from evaluate.invented import GOLD, make, profile

from talentgraph.evaluate import Evaluation
from talentgraph.model import Problem


@pytest.fixture(scope="session")
def evaluation() -> Evaluation:
    return make([profile(), profile(GOLD, confidence=0.95), Problem(path="x", reason="is empty")])
