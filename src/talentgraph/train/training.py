"""Training: from the invented corpus to the pipeline that reads CVs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from talentgraph.extract.calibration import FILE, write_table
from talentgraph.train.calibrating import PEOPLE as _PEOPLE
from talentgraph.train.calibrating import calibrate
from talentgraph.train.corpus import generate
from talentgraph.train.rendering import rendered

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

CONFIG = Path(__file__).with_name("config.cfg")
_HELD_OUT = 120  # documents kept for the score
_SAMPLE = 60  # documents that show all labels
_HIDE = 0.15  # share of names that lexicons know and the model must do without
_HIDE_ALL = 0.1  # share of documents in which lexicons know nothing
_DROPOUT = 0.1
_REPORT = 200  # documents between two reports of progress
_RATE = 0.0015
PRINTED = 0.15  # share of CVs that go through renderers and readers


@dataclass(frozen=True, slots=True)
class Step:
    """How far training is: documents seen, seconds gone, mean loss of a document since the last step."""

    documents: int
    seconds: float
    loss: float


def train(
    output: Path,
    *,
    seed: int = 0,
    documents: int = 6000,
    minutes: float | None = None,
    printed: float = PRINTED,
    progress: Callable[[Step], None] | None = None,
) -> dict[str, float]:
    """Train a pipeline on invented CVs, write it to a folder, and return its scores on CVs that it has not seen.

    The table of confidences beside it is fitted on further invented CVs, in files.

    `documents` CVs are seen once each; `minutes` ends training earlier, or goes over them again. The scores are
    `precision`, `recall` and `f`, and the same for each label as `PAPER.f`. A share of the CVs, `printed`, goes
    through real renderers and our own readers; `rendering.missing()` names those that are not installed and left out.
    The same seed and renderers give the same pipeline, unless `minutes` cuts it.
    """
    from thinc.api import fix_random_seed

    from talentgraph.train.blas import fast_products

    with fast_products():
        fix_random_seed(seed)
        nlp = blank()
        held_out = examples(nlp, islice(generate(seed), _HELD_OUT))
        nlp.initialize(lambda: examples(nlp, islice(generate(seed + 1), _SAMPLE)))
        _run(nlp, _Plan(seed, documents, minutes, printed), progress or (lambda step: None))
        scores = evaluate(nlp, held_out)
    _describe(nlp, {"seed": seed, "documents": documents, "scores": scores})
    nlp.to_disk(output)
    write_table(output / FILE, calibrate(nlp, people=_PEOPLE))
    return scores


def blank() -> Language:
    """The pipeline before training."""
    from spacy import util

    from talentgraph.extract import features  # noqa: F401  registers the factories

    return util.load_model_from_config(util.load_config(CONFIG), auto_fill=True, validate=True)


def examples(nlp: Language, corpus: Iterable[tuple[Any, Sequence[tuple[int, int, str]]]]) -> list[Example]:
    """Documents with their features and right entities."""
    return [_example(nlp, document, spans) for document, spans in corpus]


def evaluate(nlp: Language, held_out: Iterable[Example]) -> dict[str, float]:
    """Exact scores of the entities that a pipeline finds in examples, together and by label."""
    ner = nlp.get_pipe("ner")
    held_out = list(held_out)
    for example in held_out:
        ner(example.predicted)
    return score(held_out)


def score(held_out: Iterable[Example]) -> dict[str, float]:
    """Exact scores of entities that were found, together and by label."""
    from spacy.scorer import Scorer

    found = Scorer.score_spans(held_out, "ents")
    scores = {"precision": found["ents_p"], "recall": found["ents_r"], "f": found["ents_f"]}
    by_label = {f"{label}.f": score["f"] for label, score in sorted(found["ents_per_type"].items())}
    return {name: round(score, 4) for name, score in (scores | by_label).items()}


@dataclass(frozen=True, slots=True)
class _Plan:
    seed: int
    documents: int
    minutes: float | None
    printed: float


def _example(nlp: Language, document: Any, spans: Sequence[tuple[int, int, str]]) -> Example:
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.util import filter_spans

    from talentgraph.extract.docs import make_doc
    from talentgraph.extract.features import add_features

    doc = add_features(make_doc(nlp, document))
    right = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    entities = (right.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans)
    right.ents = filter_spans(entity for entity in entities if entity is not None)  # a file may glue words
    return Example(doc, right)


def _run(nlp: Language, plan: _Plan, progress: Callable[[Step], None]) -> None:
    """Go over the corpus in growing batches, the rate falling towards the end."""
    from thinc.api import Adam

    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0)
    random = Random(plan.seed)
    begin, seen, loss, reported = time.monotonic(), 0, 0.0, 0
    ner = nlp.get_pipe("ner")
    for batch in _batches(nlp, plan):
        share = _share(plan, seen, time.monotonic() - begin)
        if share >= 1:
            break
        optimizer.learn_rate = _RATE * min(1.0, 2.0 * (1.0 - share) + 0.05)
        for example in batch:
            hide(example.predicted, random)
        loss += sum(ner.update(batch, drop=_DROPOUT, sgd=optimizer).values())  # type: ignore[attr-defined]
        seen += len(batch)
        if seen - reported >= _REPORT:
            progress(Step(seen, time.monotonic() - begin, float(loss) / (seen - reported)))
            loss, reported = 0.0, seen


def _share(plan: _Plan, seen: int, seconds: float) -> float:
    """How much of the training is done, 0 to 1."""
    return seconds / (plan.minutes * 60) if plan.minutes is not None else seen / plan.documents


def _batches(nlp: Language, plan: _Plan) -> Iterator[list[Example]]:
    """Batches whose number of words grows."""
    size, words = 900.0, 0
    batch: list[Example] = []
    while True:
        for document, spans in _corpus(plan):
            example = _example(nlp, document, spans)
            batch.append(example)
            words += len(example.predicted)
            if words >= size:
                yield batch
                batch, words, size = [], 0, min(size * 1.002, 2500.0)


def _corpus(plan: _Plan) -> Iterator[tuple[Any, Sequence[tuple[int, int, str]]]]:
    """The CVs of one round; some come out of printed files in place of those that are set here."""
    random = Random(f"{plan.seed}/printed")
    from_files = rendered(plan.seed + 1)
    try:
        for made in islice(generate(plan.seed), _HELD_OUT, _HELD_OUT + plan.documents):
            yield next(from_files) if random.random() < plan.printed else made
    finally:
        from_files.close()


def hide(doc: Any, random: Random) -> None:
    """Take away some of what the lexicons know, so that the model learns to do without."""
    everything = random.random() < _HIDE_ALL
    hidden = False
    for token in doc:
        if token.dep_ == "none":
            continue
        if token.dep_.startswith("B-"):
            hidden = everything or random.random() < _HIDE
        if hidden:
            token.dep_ = "none"


def _describe(nlp: Language, facts: dict[str, Any]) -> None:
    """Write into the pipeline what it is."""
    nlp.meta.update(
        name="talentgraph_cv", version="0.1.0", license="Apache-2.0", author="The talentgraph founders",
        description="Finds the entities of CVs: employers, titles, schools, degrees, papers, venues, skills. "
        "Trained on invented CVs only; no CV of a real person was used.",
        performance=facts["scores"], training={"seed": facts["seed"], "documents": facts["documents"]},
    )  # fmt: skip
