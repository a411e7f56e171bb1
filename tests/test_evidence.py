"""The law of evidence: whatever the text, each value stands in it where its evidence says, and each quote is exact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from talentgraph import extract, graph
from talentgraph.extract.fields import printed
from talentgraph.model import Document, Node, Profile, Record, Source
from talentgraph.read.text import read_text
from talentgraph.resolve import resolve
from talentgraph.train.corpus import generate

NORMALISED = {"start_date", "end_date", "release_date", "date", "current", "status", "employment_type", "phone"}


@cache
def nlp() -> Language:
    return extract.load()


@cache
def invented() -> tuple[str, ...]:
    """The lines of a few invented CVs."""
    texts = (document.text for document, _ in islice(generate(7), 6))
    return tuple(line for text in texts for line in text.replace("\f", "\n").split("\n"))


def records(profile: Profile) -> Iterator[Record]:
    yield profile.basics
    for field in fields(profile):
        many = getattr(profile, field.name)
        if isinstance(many, tuple):
            yield from (item for item in many if isinstance(item, Record))


def said(record: Record, place: str) -> object:
    name, _, number = place.partition(".")
    value = getattr(record, name)
    return value[int(number)] if number else value


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_values_and_quotes_stand_in_the_text(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(invented()) - 60))
    lines = list(invented()[start : start + 60])
    for _ in range(data.draw(st.integers(0, 5))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(st.text(max_size=30)))
    raw = "\n".join(lines).encode("utf-8", "replace")
    document = read_text(raw, Source(path="a.txt", sha256="0", media_type="text/plain"))
    assert isinstance(document, Document)
    profile = next(extract.extract([document], nlp()))
    for record in records(profile):
        for place, spans in record.evidence.items():
            assert all(0 <= a < b <= len(profile.text) for a, b in spans)
            if place.partition(".")[0] not in NORMALISED:
                assert said(record, place) == printed(profile.text, spans)
    for node in _evidence(profile):
        properties = node.properties
        assert properties["quote"] == profile.text[int(properties["charStart"]) : int(properties["charEnd"])]  # type: ignore[arg-type]


def _evidence(profile: Profile) -> list[Node]:
    nodes, _ = graph.rows([profile], resolve([profile]))
    return [node for node in nodes if node.labels[0] == "Evidence"]
