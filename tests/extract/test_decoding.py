"""Decoding: the same entities as spaCy's own, with chances."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from spacy.tokens import Span

from talentgraph.extract import load
from talentgraph.extract.decoding import analyse
from talentgraph.extract.docs import make_doc
from talentgraph.model import Document, Source
from talentgraph.train.corpus import generate


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load()


def entities(doc: Any) -> list[tuple[int, int, str]]:
    return [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


def of(text: str) -> Document:
    return Document(source=Source(path="a.txt", sha256="0", media_type="text/plain"), text=text)


@pytest.mark.parametrize("kept_out", [False, True])
def test_it_finds_what_spacy_finds(nlp: Any, kept_out: bool) -> None:
    for document, _ in islice(generate(21, kept_out=kept_out), 12):
        own = analyse(nlp, make_doc(nlp, document))
        assert entities(own) == entities(nlp(make_doc(nlp, document)))
        assert set(own._.chances) == {(start, end) for start, end, _ in entities(own)}
        assert all(0 < chance <= 1 for chance in own._.chances.values())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "A", "Ada", "\t\t", "Google", "Engineer at Google\n", "x " * 400])
def test_small_and_odd_texts(nlp: Any, text: str) -> None:
    doc = analyse(nlp, make_doc(nlp, of(text)))
    assert entities(doc) == entities(nlp(make_doc(nlp, of(text))))
    assert doc.text == text


def test_what_is_set_before_is_kept_and_found_as_spacy_does(nlp: Any) -> None:
    document, _ = next(generate(22))

    def preset(doc: Any) -> Any:
        doc.set_ents([Span(doc, 1, 3, label="AWARD")], default="missing")
        return doc

    ours = analyse(nlp, preset(make_doc(nlp, document)))
    assert entities(ours) == entities(nlp(preset(make_doc(nlp, document))))
    assert "AWARD" in {label for _, _, label in entities(ours)}
    assert ours._.chances == {}


def test_what_is_right_has_higher_chances_than_what_is_wrong(nlp: Any) -> None:
    right, wrong = [], []
    for document, spans in islice(generate(23, kept_out=True), 25):
        doc = analyse(nlp, make_doc(nlp, document))
        for start, end, label in entities(doc):
            (right if (start, end, label) in spans else wrong).append(doc._.chances[start, end])
    assert len(wrong) > 20
    assert sum(right) / len(right) > sum(wrong) / len(wrong) + 0.15
