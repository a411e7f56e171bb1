"""Confidence: from 0 to 1, never lower for more of a sign, and the same from file to file."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.errors import TalentGraphError
from talentgraph.extract import MODEL, extract, load
from talentgraph.extract.analysis import analysed
from talentgraph.extract.calibration import FILE, REST, Row, calibrated, read_table, table_of, write_table
from talentgraph.extract.signs import SIGNS, Signs, find_signs, records
from talentgraph.model import Document, Line, Section, Source
from talentgraph.train.corpus import generate

share = st.floats(0, 1)
signs = st.builds(Signs, *[share] * len(SIGNS))
rows = st.builds(Row, st.floats(-50, 50), st.tuples(*[st.floats(0, 20)] * len(SIGNS)))


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load()


@given(rows, signs)
def test_confidence_is_a_share_and_no_value_is_certain(row: Row, given_signs: Signs) -> None:
    assert 0 < row.confidence(given_signs) < 1


@given(rows, signs, st.sampled_from(SIGNS), share)
def test_more_of_a_sign_never_lowers_confidence(row: Row, given_signs: Signs, sign: str, more: float) -> None:
    raised = given_signs._replace(**{sign: max(getattr(given_signs, sign), more)})
    assert row.confidence(raised) >= row.confidence(given_signs)


def test_a_table_comes_back_from_its_file(tmp_path: Path) -> None:
    table = {"work.name": Row(-1.5, (2.0, 0, 0.25, 0, 0, 0, 3.0)), REST: Row(0.5, (0,) * len(SIGNS))}
    write_table(tmp_path / FILE, table)
    assert read_table(tmp_path / FILE) == table
    assert "work.name" in (tmp_path / FILE).read_text()
    assert read_table(tmp_path / "none.json") == {}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"kinds": 3}', '{"kinds": {"a": {"base": 1, "model": -2}}}', '{"kinds": {"a": {}}}']
)
def test_a_broken_table_names_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(TalentGraphError, match=FILE):
        read_table(tmp_path / FILE)


def test_signs_are_shares_and_every_value_with_evidence_has_them(nlp: Any) -> None:
    for document, _ in islice(generate(31), 10):
        profile, doc = analysed(document, nlp)
        found = find_signs(profile, doc)
        assert all(0 <= sign <= 1 for of_value in found.values() for sign in of_value)
        for kind, number, record in records(profile):
            assert all((kind, number, field) in found for field, spans in record.evidence.items() if spans)


def test_only_confidences_change(nlp: Any) -> None:
    document, _ = next(generate(32))
    profile, doc = analysed(document, nlp)
    table = {REST: Row(0.0, (1.0,) * len(SIGNS))}
    made = calibrated(profile, doc, table)
    assert calibrated(profile, doc, {}) is profile
    for (_, _, before), (_, _, after) in zip(records(profile), records(made), strict=True):
        assert before.evidence == after.evidence
        assert set(before.confidence) == set(after.confidence)
    assert {value for _, _, record in records(made) for value in record.confidence.values()} - {0.6, 0.8, 0.9}
    assert made.text == profile.text


def test_prose_keeps_the_confidence_of_its_rules(nlp: Any) -> None:
    text = "Ada Example is a research engineer at Acme Labs. She joined the company in 2019 and studied in Lund before."
    document = Document(source=Source(path="a.txt", sha256="0", media_type="text/plain"), text=text)
    document = replace(document, lines=(Line(start=0, end=len(text)),), sections=(Section(0, len(text), "head"),))
    profile, doc = analysed(document, nlp)
    made = calibrated(profile, doc, {REST: Row(-9.0, (0,) * len(SIGNS))})
    assert profile.work
    assert made.work == profile.work
    assert made.education == profile.education


def test_the_model_that_ships_has_a_table_for_the_values_that_matter(nlp: Any) -> None:
    table = table_of(nlp)
    assert (MODEL / FILE).is_file()
    assert {"work.name", "work.position", "education.institution", "publications.publisher", REST} <= set(table)
    (profile,) = extract([next(generate(33))[0]], nlp)
    sure = [value for _, _, record in records(profile) for value in record.confidence.values()]
    assert len(set(sure)) > 5
    assert all(0 < value < 1 for value in sure)
