"""From labelled text to records. Labels are written into the text: {EMPLOYER:Acme Labs}."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.fields import printed
from talentgraph.extract.records import profile
from talentgraph.model import Profile, Record

CV = """
Ada Example
{TITLE:Research Engineer}
ada@example.org | +1 555 010 0199

EDUCATION

{INSTITUTION:University of Nowhere}\tGPA: 3.88/4.0\tAug 2019 – May 2021
<i>{DEGREE:M.S.} in {FIELD:Computer Engineering}</i>
- Advisor: Prof. Kofi B. Sample

EXPERIENCE

{EMPLOYER:Acme Labs}\t{PLACE:Oslo, Norway}
{TITLE:Senior Engineer}\tJul 2024 – Present
- Wrote a cache for Ceph in Rust.
{TITLE:Engineer}\tJun 2021 – Jun 2024
- Ported it to
  PostgreSQL.

{EMPLOYER:Beta Corp}, {TEAM:Storage Group}
{TITLE:Engineering Intern}\t2020
- Measured things. (Paper accepted at ATC '23)

PUBLICATIONS

{VENUE:EuroSys}'25
{AUTHOR:Daniel H. Kern}, {AUTHOR:Ada Example}, and {AUTHOR:Kofi B. Sample}. **{PAPER:Admission Done Right}.**

In Submission '25
Ada Example. **{PAPER:Prefetching Needs Feedback}.**

{PAPER:Long Context Training}\t[Accepted, {VENUE:MLSys26}]

SKILLS

- **Systems:** Inference (vLLM, TensorRT-LLM), Storage
Languages: C++, Rust (advanced), C#
"""


@pytest.fixture
def ada(tmp_path: Path) -> Profile:
    return profile(*labelled(tmp_path, CV), "test")


def test_the_person_and_their_contacts(ada: Profile) -> None:
    assert (ada.basics.name, ada.basics.label) == ("Ada Example", "Research Engineer")
    assert (ada.basics.email, ada.basics.phone) == ("ada@example.org", "+1 555 010 0199")


def test_two_roles_share_an_employer(ada: Profile) -> None:
    rows = [(w.name, w.position, w.team, w.start_date, w.end_date, w.current) for w in ada.work]
    assert rows == [
        ("Acme Labs", "Senior Engineer", None, "2024-07", None, True),
        ("Acme Labs", "Engineer", None, "2021-06", "2024-06", False),
        ("Beta Corp", "Engineering Intern", "Storage Group", "2020", None, False),
    ]
    assert [w.keywords for w in ada.work] == [("Ceph", "Rust"), ("PostgreSQL",), ()]
    assert ada.work[1].highlights == ("Ported it to PostgreSQL.",)


def test_degree_with_grade_and_advisor(ada: Profile) -> None:
    (degree,) = ada.education
    assert (degree.institution, degree.study_type, degree.area) == (
        "University of Nowhere",
        "M.S.",
        "Computer Engineering",
    )
    assert (degree.score, degree.start_date, degree.end_date) == ("3.88/4.0", "2019-08", "2021-05")
    assert degree.advisors == ("Kofi B. Sample",)


def test_papers_with_venue_year_and_status(ada: Profile) -> None:
    rows = [(p.name, p.publisher, p.release_date, p.status) for p in ada.publications]
    assert rows == [
        ("Admission Done Right", "EuroSys'25", "2025", "published"),
        ("Prefetching Needs Feedback", None, "2025", "submitted"),
        ("Long Context Training", "MLSys26", "2026", "accepted"),
        (None, "ATC '23", "2023", "accepted"),
    ]
    assert ada.publications[0].authors == ("Daniel H. Kern", "Ada Example", "Kofi B. Sample")


def test_skills_by_group(ada: Profile) -> None:
    rows = [(s.name, s.keywords) for s in ada.skills]
    assert rows == [
        ("Systems", ("vLLM", "TensorRT-LLM", "Storage")),
        ("Languages", ("C++", "Rust", "C#")),
    ]


def records(found: Profile) -> list[Record]:
    """All records of a profile."""
    lists = (getattr(found, field.name) for field in dataclasses.fields(found))
    return [
        found.basics,
        *(item for many in lists if isinstance(many, tuple) for item in many if isinstance(item, Record)),
    ]


def test_every_value_is_in_the_text_where_its_evidence_says(ada: Profile) -> None:
    for record in records(ada):
        assert record.evidence.keys() == record.confidence.keys()
        for place, spans in record.evidence.items():
            name, _, number = place.partition(".")
            value = getattr(record, name)
            value = value[int(number)] if number else value
            quote = printed(ada.text, spans)
            assert quote
            if name not in ("start_date", "end_date", "current", "release_date", "status", "employment_type", "phone"):
                assert value == quote
