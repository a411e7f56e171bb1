"""Awards and certificates in many layouts, without help from a model."""

# ruff: noqa: E501 - layouts are easier to read on one line

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Profile
from talentgraph.values.text import fold

CV = """Ada Example
ada@example.org

EDUCATION

Acme University\tOslo
MSc in Physics\t2010 - 2012

{heading}

{body}

INTERESTS

Chess, sailing
"""

PAPER, PRIZE, STIPEND = "Best Paper Award", "Young Researcher Prize", "Doctoral Scholarship"
THREE = [(PAPER, "EuroSys", "2021"), (PRIZE, "Acme Foundation", "2019"), (STIPEND, "DAAD", "2018")]

AWARDS = {
    "dots before givers": (
        "Best Paper Award · EuroSys, 2021\nYoung Researcher Prize · Acme Foundation, 2019\nDoctoral Scholarship · DAAD, 2018",
        THREE,
    ),
    "by in a cell of its own": (
        "Best Paper Award\tby EuroSys\t2021\nYoung Researcher Prize\tby Acme Foundation\t2019\nDoctoral Scholarship\tby DAAD\t2018",
        THREE,
    ),
    "years with nothing before them": (
        "Best Paper Award (EuroSys) 2021\nYoung Researcher Prize (Acme Foundation) 2019\nDoctoral Scholarship (DAAD) 2018",
        THREE,
    ),
    "giver in brackets": (
        "Best Paper Award (EuroSys), 2021\nYoung Researcher Prize (Acme Foundation), 2019\nDoctoral Scholarship (DAAD), 2018",
        THREE,
    ),
    "giver below, year at the right": (
        "Best Paper Award\t2021\nEuroSys\n\nYoung Researcher Prize\t2019\nAcme Foundation\n\nDoctoral Scholarship\t2018\nDAAD",
        THREE,
    ),
    "giver first": (
        "2021\tEuroSys\nBest Paper Award\n2019\tAcme Foundation\nYoung Researcher Prize\n2018\tDAAD\nDoctoral Scholarship",
        THREE,
    ),
    "year at the left": (
        "2021\tBest Paper Award, EuroSys\n2019\tYoung Researcher Prize, Acme Foundation\n2018\tDoctoral Scholarship, DAAD",
        THREE,
    ),
    "year below": (
        "Best Paper Award\nEuroSys\n2021\n\nYoung Researcher Prize\nAcme Foundation\n2019\n\nDoctoral Scholarship\nDAAD\n2018",
        THREE,
    ),
    "awarded by": (
        "Young Researcher Prize\nAwarded by Acme Foundation\n2019\nBest Poster\nAwarded by Example Society\n2018",
        [(PRIZE, "Acme Foundation", "2019"), ("Best Poster", "Example Society", "2018")],
    ),
    "months beside their years": (
        "May\tAcme Foundation\n2019\nYoung Researcher Prize\nJuly\tDAAD\n2018\nDoctoral Scholarship",
        [(PRIZE, "Acme Foundation", "2019-05"), (STIPEND, "DAAD", "2018-07")],
    ),
    "bullets": (
        "- Best Paper Award, EuroSys, 2021\n- Dean's List (2x), 2018\n- Ada Lovelace Fellowship (top 1%), 2017",
        [
            (PAPER, "EuroSys", "2021"),
            ("Dean's List (2x)", None, "2018"),
            ("Ada Lovelace Fellowship (top 1%)", None, "2017"),
        ],
    ),
    "several years": (
        "Dean's List (2018, 2019)\nBest Poster Award (2021)",
        [("Dean's List", None, "2018"), ("Dean's List", None, "2019"), ("Best Poster Award", None, "2021")],
    ),
    "several in a line": (
        "Best Paper Award (2021); Young Researcher Prize (2019)",
        [(PAPER, None, "2021"), (PRIZE, None, "2019")],
    ),
    "sentences below": (
        "Best Paper Award, EuroSys\t2021\nGiven for the paper on admission control, out of 600.\n"
        "Young Researcher Prize, Acme Foundation\t2019\nFor work on storage systems and their use in practice.",
        THREE[:2],
    ),
    "years within names": (
        "ICML 2020 Outstanding Reviewer\t2020\nDelegate to the 2019 Example Summit\t2019",
        [("ICML 2020 Outstanding Reviewer", None, "2020"), ("Delegate to the 2019 Example Summit", None, "2019")],
    ),
    "undated": (
        "Best Paper Award at EuroSys\nDean's List (2x)",
        [("Best Paper Award at EuroSys", None, None), ("Dean's List (2x)", None, None)],
    ),
}

CERTIFICATES = {
    "one line": (
        "Solutions Architect Associate, Amazon Web Services, 2021\nKubernetes Administrator, Linux Foundation, 2020",
        [
            ("Solutions Architect Associate", "Amazon Web Services", "2021"),
            ("Kubernetes Administrator", "Linux Foundation", "2020"),
        ],
    ),
    "stacked": (
        "Solutions Architect Associate\nAmazon Web Services\tMay 2021\nKubernetes Administrator\nLinux Foundation\tJune 2020",
        [
            ("Solutions Architect Associate", "Amazon Web Services", "2021-05"),
            ("Kubernetes Administrator", "Linux Foundation", "2020-06"),
        ],
    ),
    "issuer first": (
        "Coursera: Machine Learning (2020)\nCoursera: Deep Learning (2021)",
        [("Machine Learning", "Coursera", "2020"), ("Deep Learning", "Coursera", "2021")],
    ),
    "as networks print them": (
        "Scrum Master\nIssued by Scrum Alliance · Issued Jan 2020\nCredential ID 1234\n\nAzure Fundamentals\nIssued by Microsoft · Issued Mar 2021",
        [("Scrum Master", "Scrum Alliance", "2020-01"), ("Azure Fundamentals", "Microsoft", "2021-03")],
    ),
    "a list": (
        "PMP, CISSP, Solutions Architect",
        [("PMP", None, None), ("CISSP", None, None), ("Solutions Architect", None, None)],
    ),
}


def read(folder: Path, heading: str, body: str) -> Profile:
    return profile(*labelled(folder, CV.format(heading=heading, body=body)), "test")


@pytest.mark.parametrize("layout", AWARDS)
@pytest.mark.parametrize("heading", ["AWARDS AND HONORS", "STIPENDIEN UND PREISE"])
def test_awards(tmp_path: Path, layout: str, heading: str) -> None:
    body, wanted = AWARDS[layout]
    found = read(tmp_path, heading, body)
    assert [(a.title, a.awarder, a.date) for a in found.awards] == wanted
    for award in found.awards:
        for spans in award.evidence.values():
            assert all(found.text[a:b].strip() for a, b in spans)
        assert fold(award.title or "") in fold(" ".join(found.text.split()))


@pytest.mark.parametrize("layout", CERTIFICATES)
def test_certificates(tmp_path: Path, layout: str) -> None:
    body, wanted = CERTIFICATES[layout]
    found = read(tmp_path, "CERTIFICATIONS", body).certificates
    assert [(c.name, c.issuer, c.date) for c in found] == wanted


def test_an_empty_section_has_no_awards(tmp_path: Path) -> None:
    assert read(tmp_path, "AWARDS", "---\n").awards == ()


def test_awards_that_a_degree_tells_of(tmp_path: Path) -> None:
    text = CV.format(heading="AWARDS", body="Best Paper Award, 2021").replace(
        "2010 - 2012",
        "2010 - 2012\n- Recipient of a €12,500 Talent Scholarship (two a year)\n- Awarded the Ada Prize for Physics, 2011\n"
        "- Honors: Dean's List (2010), Best Thesis Prize\n- Awarded leave to see the sea\n- Won the Best Paper Award",
    )
    found = profile(*labelled(tmp_path, text), "test").awards
    assert [(a.title, a.date) for a in found] == [
        ("Best Paper Award", "2021"),
        ("€12,500 Talent Scholarship", None),
        ("Ada Prize", "2011"),
        ("Dean's List", "2010"),
        ("Best Thesis Prize", None),
    ]
