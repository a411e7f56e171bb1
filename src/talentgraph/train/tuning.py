"""Tuning: a trained pipeline learns from the profiles that its user has corrected.

What it learned before is kept by mixing invented CVs in. Whether it helps is measured on people whose profiles it did
not learn from: fold by fold, before and after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from talentgraph.errors import TalentGraphError
from talentgraph.extract.calibration import FILE, read_table, write_table
from talentgraph.model import Document, Profile
from talentgraph.train import training
from talentgraph.train.card import describe, write_card
from talentgraph.train.corpus import generate
from talentgraph.train.corrections import Correction, corrections

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

FEWEST = 5  # people
_RATE = 0.001
_DROPOUT = 0.2
_WORDS = 2000  # of a batch
_HELD_OUT = 60  # invented CVs on which forgetting is measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to learn: `passes` over the profiles, with `invented` new CVs for each; measured in `folds`."""

    seed: int = 0
    passes: int = 10
    invented: int = 3
    folds: int = 5
    held_out: int = _HELD_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """What tuning brought: exact scores of entities on people not learned from, and on invented CVs.

    `lost` are the places of corrected values that their text does not hold, by document.
    """

    profiles: int
    people: int
    before: dict[str, float]
    after: dict[str, float]
    invented_before: dict[str, float]
    invented_after: dict[str, float]
    lost: dict[str, tuple[str, ...]]


def tune(
    output: Path,
    profiles: Iterable[Profile],
    *,
    documents: Iterable[Document] = (),
    model: str | Path | None = None,
    effort: Effort | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Tuning:
    """Let a pipeline learn from the corrected ones among profiles, and write it to a folder.

    `documents` are the files behind the profiles, as `read` gives them; with them, the looks of lines are known.
    `model` is a pipeline that `train` made, by default the one that ships. Raises TalentGraphError when the profiles
    are of fewer than five people, or the pipeline is another one.
    """
    from talentgraph.train.blas import fast_products

    effort = effort or Effort()
    found = corrections(profiles, documents)
    folds = _folds(found, effort.folds)
    tell = progress or (lambda done, total, name: None)
    with fast_products():
        before, after = _measured(folds, model, effort, tell)
        nlp = _load(model)
        invented = list(islice(generate(effort.seed + 1_000_000), effort.held_out))
        invented_before = training.evaluate(nlp, training.examples(nlp, invented))
        _learn(nlp, found, effort)
        invented_after = training.evaluate(nlp, training.examples(nlp, invented))
        tell(len(folds) + 1, len(folds) + 1, "all")
    result = Tuning(
        profiles=len(found),
        people=len({each.person for each in found}),
        before=before,
        after=after,
        invented_before=invented_before,
        invented_after=invented_after,
        lost={each.document.source.path: each.lost for each in found if each.lost},
    )
    _write(nlp, output, result)
    return result


def _folds(found: Sequence[Correction], most: int) -> list[list[Correction]]:
    """The examples in several parts, all of one person in the same."""
    people = sorted({each.person for each in found})
    if len(people) < FEWEST:
        raise TalentGraphError(
            f"corrected profiles of {len(people)} people are too few to learn from: {FEWEST} are needed, and dozens do "
            'better; correct more profiles and set "corrected": true in their meta'
        )
    parts = min(most, len(people))
    return [[each for each in found if people.index(each.person) % parts == part] for part in range(parts)]


def _measured(
    folds: Sequence[Sequence[Correction]],
    model: str | Path | None,
    effort: Effort,
    tell: Callable[[int, int, str], None],
) -> tuple[dict[str, float], dict[str, float]]:
    """The scores on each fold, before and after learning from the others, all folds together."""
    before: list[Example] = []
    after: list[Example] = []
    for number, fold in enumerate(folds):
        nlp = _load(model)
        before += _predicted(nlp, fold)
        _learn(nlp, [each for other in folds if other is not fold for each in other], effort)
        after += _predicted(nlp, fold)
        tell(number + 1, len(folds) + 1, f"fold {number + 1}")
    return training.score(before), training.score(after)


def _load(model: str | Path | None) -> Language:
    from talentgraph import extract

    nlp = extract.load(model)
    if nlp.pipe_names[:2] != ["talentgraph_features", "ner"]:
        raise TalentGraphError(f"{model}: only pipelines that `talentgraph train` made can learn from profiles")
    return nlp


def _predicted(nlp: Language, found: Sequence[Correction]) -> list[Example]:
    examples = training.examples(nlp, ((each.document, each.spans) for each in found))
    for example in examples:
        nlp.get_pipe("ner")(example.predicted)
    return examples


def _learn(nlp: Language, found: Sequence[Correction], effort: Effort) -> None:
    """Update the pipeline on corrections and new invented CVs, in mixed batches."""
    from thinc.api import Adam, fix_random_seed

    fix_random_seed(effort.seed)
    random = Random(effort.seed)
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0)
    ner: Any = nlp.get_pipe("ner")
    corpus = generate(effort.seed + 2_000_000)
    for number in range(effort.passes):
        optimizer.learn_rate = _RATE * (1.0 - number / effort.passes)
        own = [(each.document, each.spans) for each in found]
        mixed: list[Any] = [*own, *islice(corpus, effort.invented * len(own))]
        random.shuffle(mixed)
        for batch in _batches(nlp, mixed):
            for example in batch:
                training.hide(example.predicted, random)
            ner.update(batch, drop=_DROPOUT, sgd=optimizer)


def _batches(nlp: Language, mixed: Sequence[Any]) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for each in mixed:
        batch += training.examples(nlp, [each])
        if sum(len(example.predicted) for example in batch) >= _WORDS:
            yield batch
            batch = []
    if batch:
        yield batch


def _write(nlp: Language, output: Path, result: Tuning) -> None:
    base = f"{nlp.meta['name']} {nlp.meta['version']}"
    table = read_table(Path(nlp.path) / FILE) if nlp.path else {}  # to_disk changes the path
    nlp.to_disk(output)
    write_table(output / FILE, table)
    tuned = {
        "base": base, "profiles": result.profiles, "people": result.people, "before": result.before["f"],
        "after": result.after["f"], "invented_before": result.invented_before["f"],
        "invented_after": result.invented_after["f"],
    }  # fmt: skip
    describe(output, performance=result.after, tuning=tuned)
    write_card(output)
