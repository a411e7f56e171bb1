"""Features: the same every time, on the tokens that the spans of the corpus begin and end with."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from talentgraph.extract import gazetteer
from talentgraph.extract.docs import make_doc
from talentgraph.extract.features import add_features
from talentgraph.extract.tokenizer import Tokenizer, words
from talentgraph.model import Document, Line, Section, Source, Style
from talentgraph.train.corpus import generate

TEXT = "Ada Example\nWork\nEngineer, Acme Labs\t2020 - 2021\nBuilt things\nMIT"


@pytest.fixture(scope="module")
def nlp() -> Language:
    import spacy

    language = spacy.blank("xx")
    language.tokenizer = Tokenizer(language.vocab)
    return language


def document() -> Document:
    starts = [0, 12, 17, 49, 62]
    lines = [
        Line(start=start, end=end - 1, gap=start == 17, bullet=start == 49)
        for start, end in zip(starts, [*starts[1:], len(TEXT) + 1], strict=True)
    ]
    return Document(
        source=Source(path="ada.txt", sha256="0", media_type="text/plain"),
        text=TEXT,
        lines=tuple(lines),
        styles=(Style(27, 36, "bold"),),
        sections=(Section(0, 12, "head"), Section(12, len(TEXT), "work", (12, 16))),
    )


def rows(doc: object) -> dict[str, tuple[str, str, str, str]]:
    return {t.text: (t.tag_, t.lemma_, str(t.morph), t.dep_) for t in doc}  # type: ignore[attr-defined]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200))
def test_tokens_put_together_give_the_text(text: str) -> None:
    tokens, blanks = words(text)
    assert "".join(token + " " * blank for token, blank in zip(tokens, blanks, strict=True)) == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("EuroSys'25", ["EuroSys", "'", "25"]),
        ("Acme,\tBerlin\n", ["Acme", ",", "\t", "Berlin", "\n"]),
        ("C++/C# (O'Brien's)", ["C++", "/", "C#", "(", "O'Brien", "'s", ")"]),
        ("M.Sc. 3.88/4.0 J. Doe", ["M.Sc.", "3.88", "/", "4.0", "J", ".", "Doe"]),
        ("ada@example.com|https://example.com/a", ["ada@example.com", "|", "https://example.com/a"]),
    ],
)
def test_tokens_end_where_names_end(text: str, tokens: list[str]) -> None:
    assert words(text)[0] == tokens


def test_a_doc_knows_its_document_and_sections(nlp: Language) -> None:
    doc = make_doc(nlp, document())
    assert doc.text == TEXT
    assert doc._.document == document()
    assert [(span.label_, span.start_char) for span in doc.spans["sections"]] == [("head", 0), ("work", 12)]


def test_features_say_section_look_neighbourhood_and_class(nlp: Language) -> None:
    found = rows(add_features(make_doc(nlp, document())))
    assert [found[word][0] for word in ("Ada", "Work", "Acme")] == ["head", "heading", "work"]
    assert [found[word][1] for word in ("Engineer", "Acme", "2020", "Built", "MIT")] == [
        "t-0",
        "tB0",
        "t-1",
        "b-0",
        "c-0",
    ]
    assert "Date=this" in found["Acme"][2]
    assert "Date=next" in found["Work"][2]
    assert "Date=last" in found["Built"][2]
    assert "Since=0" in found["Engineer"][2]
    assert "Since=2" in found["MIT"][2]
    assert found["MIT"][3] == "B-university"


def test_features_are_the_same_every_time(nlp: Language) -> None:
    for invented, _ in islice(generate(4), 5):
        assert rows(add_features(make_doc(nlp, invented))) == rows(add_features(make_doc(nlp, invented)))


def test_features_set_no_ends_of_sentences(nlp: Language) -> None:
    doc = add_features(make_doc(nlp, document()))
    assert not any(token.is_sent_start for token in doc[1:])


def test_a_doc_without_document_gets_features_too(nlp: Language) -> None:
    found = rows(add_features(nlp.make_doc("Engineer\nAcme, 2020")))
    assert "Date=next" in found["Engineer"][2]
    assert len(add_features(nlp.make_doc(""))) == 0


def test_spans_of_the_corpus_begin_and_end_with_tokens(nlp: Language) -> None:
    total = aligned = 0
    for invented, spans in islice(generate(2), 50):
        doc = make_doc(nlp, invented)
        for start, end, _ in spans:
            total += 1
            aligned += doc.char_span(start, end) is not None
    assert total > 1000
    assert aligned / total > 0.995


def test_the_longest_name_wins_and_case_counts_for_short_ones() -> None:
    tokens = words("Massachusetts Institute of Technology, MIT, mit")[0]
    hits = [(" ".join(tokens[hit.start : hit.end]), hit.kind) for hit in gazetteer.find(tokens)]
    assert hits[:2] == [("Massachusetts Institute of Technology", "university"), ("MIT", "university")]
    assert ("mit", "university") not in hits
