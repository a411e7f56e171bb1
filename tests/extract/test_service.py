"""Service, talks, languages, interests and references, without help from a model."""

# ruff: noqa: E501 - sections are easier to read on one line

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph import graph
from talentgraph.extract.records import profile
from talentgraph.model import Profile
from talentgraph.resolve import resolve

TEXT = "Ada Example\nada@example.org\n\nEDUCATION\n\nAcme University\tOslo\nMSc\t2012\n\nEXPERIENCE\n\nAcme Labs\tOslo\nEngineer\t2013 – 2014\n\n{}\n\n{}\n\nAVAILABILITY\n\nNow\n"

SERVICE = {
    "a role and its venues": (
        "Reviewer: NeurIPS 2022, ICML 2023, ICLR\nProgram Committee Member, OSDI 2024",
        [
            ("Reviewer", "NeurIPS", "2022"),
            ("Reviewer", "ICML", "2023"),
            ("Reviewer", "ICLR", None),
            ("Program Committee Member", "OSDI", "2024"),
        ],
    ),
    "bullets in every order": (
        "- NeurIPS (reviewer), 2021\n- Area Chair, ACL 2023\n- Treasurer, Chess Club, Acme University, 2010 - 2012",
        [("reviewer", "NeurIPS", "2021"), ("Area Chair", "ACL", "2023"), ("Treasurer", "Chess Club", "2010")],
    ),
    "memberships": (
        "2015 – present\tMember, IEEE Computer Society\n2012 – 2014\tStudent member, ACM",
        [("Member", "IEEE Computer Society", "2015"), ("Student member", "ACM", "2012")],
    ),
    "stacked": (
        "Acme House\t2018 – 2019\nVolunteer\n- Cooked soup\n\nRed Cross\t2016\nMentor\n- Taught",
        [("Volunteer", "Acme House", "2018"), ("Mentor", "Red Cross", "2016")],
    ),
    "other languages": (
        "2020–2022\tMitglied, Deutsche Physikalische Gesellschaft\n2019\tGutachter für ICLR\n2018\tRevisora de NeurIPS\n2017\tMembre du comité de programme, ECML",
        [
            ("Mitglied", "Deutsche Physikalische Gesellschaft", "2020"),
            ("Gutachter", "ICLR", "2019"),
            ("Revisora", "NeurIPS", "2018"),
            ("Membre du comité de programme", "ECML", "2017"),
        ],
    ),
}


def read(folder: Path, heading: str, body: str) -> Profile:
    return profile(*labelled(folder, TEXT.format(heading, body)), "test")


@pytest.mark.parametrize("layout", SERVICE)
def test_service(tmp_path: Path, layout: str) -> None:
    body, wanted = SERVICE[layout]
    found = read(tmp_path, "PROFESSIONAL SERVICE", body)
    assert [(v.position, v.organization, v.start_date) for v in found.volunteer] == wanted
    assert not found.publications
    for record in found.volunteer:
        (span,) = record.evidence["organization"]
        assert found.text[slice(*span)] == record.organization


def test_a_list_under_a_heading_that_names_the_role(tmp_path: Path) -> None:
    found = read(tmp_path, "REVIEWING", "NeurIPS 2021, 2022, ICML 2022")
    assert [(v.organization, v.start_date, v.end_date) for v in found.volunteer] == [
        ("NeurIPS", "2021", "2022"),
        ("ICML", "2022", None),
    ]


@pytest.mark.parametrize(
    "heading", ["SERVICE", "REVIEWING", "INVITED TALKS", "TEACHING", "VORTRÄGE", "TALKS AND PUBLICATIONS"]
)
def test_no_venue_is_published_in_for_service_and_talks(tmp_path: Path, heading: str) -> None:
    body = (
        "Reviewer for {VENUE:NeurIPS} 2020\n{PAPER:How to Sail}. Invited talk, {VENUE:EuroSys} 2021\n"
        "Keynote: {PAPER:Why to Sail}, {VENUE:OSDI} 2022"
    )
    found = read(tmp_path, heading, body)
    nodes, edges = graph.rows([found], resolve([found]))
    assert not found.publications
    assert not [edge for edge in edges if edge.type in ("AUTHORED", "PUBLISHED_IN")]
    assert not [node for node in nodes if node.labels[0] == "Publication"]


def test_papers_beside_talks_stay_papers(tmp_path: Path) -> None:
    body = (
        "{AUTHOR:Ada Example}, {AUTHOR:Bo Sample}. {PAPER:Prefetching Needs Feedback}. {VENUE:EuroSys} 2021.\n"
        "{AUTHOR:Ada Example}. {PAPER:How to Sail}. Invited talk, {VENUE:OSDI} 2020."
    )
    found = read(tmp_path, "TALKS AND PUBLICATIONS", body)
    assert [(p.name, p.publisher) for p in found.publications] == [("Prefetching Needs Feedback", "EuroSys")]


@pytest.mark.parametrize(
    ("heading", "body", "wanted"),
    [
        (
            "LANGUAGES",
            "English (native), German B2, French: basic",
            [("English", "native"), ("German", "B2"), ("French", "basic")],
        ),
        (
            "LANGUAGES",
            "English\nNative or Bilingual\nSpanish\nProfessional Working",
            [("English", "Native or Bilingual"), ("Spanish", "Professional Working")],
        ),
        (
            "SPRACHEN",
            "Deutsch – Muttersprache\nEnglisch – verhandlungssicher",
            [("Deutsch", "Muttersprache"), ("Englisch", "verhandlungssicher")],
        ),
        (
            "LANGUAGES",
            "Native: English, Italian; Fluent: French",
            [("English", "Native"), ("Italian", "Native"), ("French", "Fluent")],
        ),
        (
            "SKILLS",
            "Languages: English (native), German B2\nProgramming: Python",
            [("English", "native"), ("German", "B2")],
        ),
        ("SKILLS", "Languages: Python, C++, Go\nTools: Git", []),
        ("LANGUAGES", "Python, C++, Java", []),
        ("LINGUE", "Italiano\tmadrelingua\nInglese\tottimo", [("Italiano", "madrelingua"), ("Inglese", "ottimo")]),
        ("IDIOMAS", "Español: nativo\nInglés: avanzado", [("Español", "nativo"), ("Inglés", "avanzado")]),
    ],
)
def test_languages(tmp_path: Path, heading: str, body: str, wanted: list[tuple[str, str]]) -> None:
    found = read(tmp_path, heading, body)
    assert [(spoken.language, spoken.fluency) for spoken in found.languages] == wanted
    listed = {word for skill in found.skills for word in skill.keywords}
    assert not listed & {"English (native)", "German B2"}


def test_interests(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "HOBBIES",
        "Climbing, chess and piano\nSports: sailing, running\nI have been fond of small boats since I was a child.",
    )
    assert [(i.name, i.keywords) for i in found.interests] == [
        ("Climbing", ()),
        ("chess", ()),
        ("piano", ()),
        ("Sports", ("sailing", "running")),
    ]


def test_references_are_names_without_contacts(tmp_path: Path) -> None:
    found = read(
        tmp_path, "REFERENCES", "Prof. Kofi B. Sample, Acme University\nkofi@example.org\nAvailable upon request"
    )
    assert [(r.name, r.reference) for r in found.references] == [("Kofi B. Sample", None)]
