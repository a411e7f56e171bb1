"""The invented corpus: the same for the same seed, labelled right, laid out as documents are."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from talentgraph.model import Document
from talentgraph.train.corpus import generate
from talentgraph.train.grammar.pieces import LABELS, fill, listed
from talentgraph.train.grammar.work import place_fields

Labelled = list[tuple[int, int, str]]


@pytest.fixture(scope="module")
def corpus() -> list[tuple[Document, Labelled]]:
    return list(islice(generate(7), 120))


def test_the_same_seed_gives_the_same_corpus(corpus: list[tuple[Document, Labelled]]) -> None:
    assert list(islice(generate(7), 20)) == corpus[:20]
    assert next(generate(8)) != corpus[0]


def test_spans_are_in_order_apart_and_without_blanks_at_their_ends(corpus: list[tuple[Document, Labelled]]) -> None:
    for document, spans in corpus:
        assert all(0 <= start < end <= len(document.text) for start, end, _ in spans)
        assert all(left[1] <= right[0] for left, right in zip(spans, spans[1:], strict=False))
        assert all(document.text[start:end] == document.text[start:end].strip() for start, end, _ in spans)


def test_lines_and_sections_tile_the_text(corpus: list[tuple[Document, Labelled]]) -> None:
    for document, _ in corpus:
        joined = "\n".join(document.text[line.start : line.end] for line in document.lines)
        assert joined == document.text.replace("\f", "\n")
        edges = [(section.start, section.end) for section in document.sections]
        assert edges[0][0] == 0
        assert edges[-1][1] == len(document.text)
        assert all(left[1] == right[0] for left, right in zip(edges, edges[1:], strict=False))


def test_headings_stand_in_the_text_as_headings(corpus: list[tuple[Document, Labelled]]) -> None:
    for document, spans in corpus:
        for section in document.sections[1:]:
            assert section.heading is not None
            start, end = section.heading
            assert section.start <= start < end <= section.end
            assert "\n" not in document.text[start:end]
            assert not any(a < end and start < b for a, b, _ in spans)


def test_every_label_occurs_where_it_belongs(corpus: list[tuple[Document, Labelled]]) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for document, spans in corpus:
        for start, _, label in spans:
            kind = next(s.kind for s in document.sections if s.start <= start < s.end)
            seen[label, kind] += 1
    assert {label for label, _ in seen} == set(LABELS.values())
    assert not {kind for label, kind in seen if label == "PAPER"} - {"publications"}
    assert not {kind for label, kind in seen if label == "INSTITUTION"} - {"education"}
    assert not {label for label, kind in seen if kind in ("talks", "service", "references", "summary")}


def test_layouts_are_many(corpus: list[tuple[Document, Labelled]]) -> None:
    orders = set()
    for document, spans in corpus:
        work = [s for s in document.sections if s.kind == "work"]
        orders |= {tuple(label for start, _, label in spans if s.start <= start < s.end)[:4] for s in work}
    assert len(orders) > 25


def test_a_pattern_drops_what_is_missing() -> None:
    def words(pattern: str, **values: str) -> str:
        return "".join(part.text for part in fill(pattern, values))

    assert words("{title}<, {team}> at {employer}", title="Engineer", employer="Acme") == "Engineer at Acme"
    assert words("{title}<, {team}>", title="Engineer", team="Core") == "Engineer, Core"
    assert words("{title}, {employer}", title="Engineer") == "Engineer"
    assert words("{employer}\t{date}", date="2020") == "2020"


def test_a_list_puts_separators_between_items_only() -> None:
    parts = listed("skill", ["Go", "C++", "R"], ", ", " and ")
    assert "".join(part.text for part in parts) == "Go, C++ and R"
    assert [part.text for part in parts if part.label == "SKILL"] == ["Go", "C++", "R"]


def test_short_layouts_become_patterns() -> None:
    blocks = {"E": "{employer}", "T": "{title}", "D": "{date}", "P": "{place}"}
    assert place_fields("T at E|D{s}P", " | ", blocks) == ["{title} at {employer}", "{date}< | {place}>"]
