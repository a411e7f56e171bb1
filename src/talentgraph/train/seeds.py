"""Training with several seeds: how much of a score is chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from talentgraph.train.card import describe, write_card
from talentgraph.train.training import PRINTED, Step, train

Scores = dict[int, dict[str, float]]  # seed → name of a score → its value


def train_seeds(
    output: Path,
    seeds: Sequence[int] = (0,),
    *,
    documents: int = 6000,
    minutes: float | None = None,
    printed: float = PRINTED,
    progress: Callable[[int, Step], None] | None = None,
) -> Scores:
    """Train once with each seed, and return the scores of each on invented CVs that it has not seen.

    The pipeline of the first seed is written to `output` with a model card; the others tell how far scores depend on
    the seed. Options are those of `train`; `progress` is called with the seed and the step.
    """
    scores: Scores = {}
    for number, seed in enumerate(dict.fromkeys(seeds)):
        tell = (lambda step, seed=seed: progress(seed, step)) if progress else None
        with TemporaryDirectory() as folder:
            place = output if number == 0 else Path(folder)
            scores[seed] = train(place, seed=seed, documents=documents, minutes=minutes, printed=printed, progress=tell)
    first = next(iter(scores))
    facts = {"seed": first, "documents": documents, "seeds": {str(seed): each for seed, each in scores.items()}}
    describe(output, training=facts)
    write_card(output)
    return scores
