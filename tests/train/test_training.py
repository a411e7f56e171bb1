"""Training: quick, on few documents, and the result is a pipeline that loads."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest
import spacy

from talentgraph.extract.docs import make_doc
from talentgraph.extract.features import add_features
from talentgraph.train import training
from talentgraph.train.corpus import generate

Trained = tuple[Path, dict[str, float], list[training.Step]]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("pipeline")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "_HELD_OUT", 4)
        patch.setattr(training, "_REPORT", 6)
        patch.setattr(training, "_PEOPLE", 2)
        steps: list[training.Step] = []
        return folder, training.train(folder, seed=4, documents=24, printed=0, progress=steps.append), steps


def test_training_writes_a_pipeline_that_loads_and_reads(trained: Trained) -> None:
    folder, scores, _ = trained
    nlp = spacy.load(folder)
    document, _ = next(generate(11))
    doc = nlp(make_doc(nlp, document))
    assert doc.text == document.text
    assert nlp.pipe_names == ["talentgraph_features", "ner"]
    assert nlp.meta["training"] == {"seed": 4, "documents": 24}
    assert nlp.meta["performance"] == scores
    assert 0 <= scores["f"] <= 1


def test_training_learns(trained: Trained) -> None:
    steps = trained[2]
    assert steps[-1].loss < 0.8 * steps[0].loss
    assert [step.documents for step in steps] == sorted({step.documents for step in steps})


def test_hiding_takes_away_whole_names_and_adds_none() -> None:
    nlp = training.blank()
    changed = 0
    for document, _ in islice(generate(5), 12):
        before = [token.dep_ for token in add_features(make_doc(nlp, document))]
        doc = add_features(make_doc(nlp, document))
        training.hide(doc, Random(1))
        after = [token.dep_ for token in doc]
        changed += before != after
        assert all(new in (old, "none") for old, new in zip(before, after, strict=True))
        assert not any(
            new.startswith("I-") and after[place - 1] == "none" and before[place - 1] != "none"
            for place, new in enumerate(after)
        )
    assert changed
