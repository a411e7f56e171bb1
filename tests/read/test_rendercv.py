"""RenderCV: all kinds of entries, by their keys and the titles of their sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import read

CV = """
cv:
  name: Ada Example
  headline: Cache Engineer
  location: Adatown, DE
  email: ada@example.org
  phone: tel:+49-30-1234567
  website: https://example.org/ada
  social_networks:
    - network: GitHub
      username: ada-example
    - {network: ORCID, username: 0000-0000-0000-0000}
    - {network: Mastodon, username: "@ada@example.org"}
  sections:
    summary:
      - Builds **caches** that [last](https://example.org/last).
    education:
      - institution: Acme University
        area: Computer Science
        degree: PhD
        start_date: 2015-09
        end_date: 2019-05
        highlights:
          - "GPA: 3.9/4.0"
          - "**Coursework:** Caches, Queues (advanced, part II)"
    experience:
      - company: "Acme Labs"
        position: "*Senior* Engineer"
        location: Adatown
        start_date: 2020-06
        end_date: present
        highlights:
          - Reduced misses by 30%
      - company: Bolt
        position: Intern
        date: "June 2014 – Aug 2014"
      - {company: Cog, position: Helper, start_date: 2013}
    publications:
      - title: On Caches
        authors:
          - "***Ada Example***"
          - Bo Sample
        doi: 10.1000/caches
        journal: EuroSys
        date: 2018-04
    projects:
      - name: "[minicache](https://example.org/minicache)"
        start_date: 2016
        end_date: 2017-02
        summary: A small cache
        highlights: [Fast]
    selected_honors:
      - bullet: Best Cache, 2019
    skills:
      - label: Languages
        details: C++, Go (since 2019, daily), Rust
    languages:
      - label: German
        details: native
    certifications:
      - {name: Cache Master, date: 2021-03, summary: Cache Board}
    volunteering:
      - {company: Queue Club, position: Treasurer, start_date: 2018, end_date: 2019}
    invited_talks:
      - reversed_number: A Talk that is no record
design:
  theme: classic
"""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    (tmp_path / "ada.yaml").write_text(CV, encoding="utf-8")
    found = read(tmp_path / "ada.yaml")
    assert isinstance(found, Profile)
    return found


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


def test_the_person(profile: Profile) -> None:
    basics = profile.basics
    assert (basics.name, basics.label, basics.location) == ("Ada Example", "Cache Engineer", "Adatown, DE")
    assert (basics.email, basics.phone, basics.url) == ("ada@example.org", "+49-30-1234567", "https://example.org/ada")
    assert basics.summary == "Builds caches that last."
    assert basics.orcid == "0000-0000-0000-0000"
    assert basics.profiles == ("https://github.com/ada-example", "https://orcid.org/0000-0000-0000-0000")
    assert [account.network for account in profile.accounts] == ["GitHub", "ORCID", "Mastodon"]
    assert quotes(profile, basics, "phone") == ["+49-30-1234567"]
    assert quotes(profile, basics, "name") == ["Ada Example"]


def test_work_and_education(profile: Profile) -> None:
    first, second, third = profile.work
    assert (first.name, first.position, first.location) == ("Acme Labs", "Senior Engineer", "Adatown")
    assert (first.start_date, first.end_date, first.current) == ("2020-06", None, True)
    assert first.highlights == ("Reduced misses by 30%",)
    assert quotes(profile, first, "name") == ["Acme Labs"]
    assert quotes(profile, first, "current") == ["present"]
    assert (second.start_date, second.end_date, second.current) == ("2014-06", "2014-08", False)
    assert (third.start_date, third.current) == ("2013", True)
    (degree,) = profile.education
    assert (degree.institution, degree.area, degree.study_type) == ("Acme University", "Computer Science", "PhD")
    assert (degree.start_date, degree.end_date, degree.score) == ("2015-09", "2019-05", "3.9/4.0")
    assert degree.courses == ("Caches", "Queues (advanced, part II)")
    assert quotes(profile, degree, "score") == ["3.9/4.0"]


def test_what_else_there_is(profile: Profile) -> None:
    (paper,) = profile.publications
    assert (paper.name, paper.authors) == ("On Caches", ("Ada Example", "Bo Sample"))
    assert (paper.publisher, paper.release_date, paper.doi) == ("EuroSys", "2018-04", "10.1000/caches")
    assert quotes(profile, paper, "authors.0") == ["Ada Example"]
    (project,) = profile.projects
    assert (project.name, project.url) == ("minicache", "https://example.org/minicache")
    assert (project.description, project.end_date, project.highlights) == ("A small cache", "2017-02", ("Fast",))
    assert [(award.title, award.date) for award in profile.awards] == [("Best Cache", "2019")]
    (skill,) = profile.skills
    assert (skill.name, skill.keywords) == ("Languages", ("C++", "Go (since 2019, daily)", "Rust"))
    assert quotes(profile, skill, "keywords.2") == ["Rust"]
    assert [(each.language, each.fluency) for each in profile.languages] == [("German", "native")]
    assert [(each.name, each.issuer, each.date) for each in profile.certificates] == [
        ("Cache Master", "Cache Board", "2021-03")
    ]
    assert [(each.organization, each.position) for each in profile.volunteer] == [("Queue Club", "Treasurer")]


def test_a_json_resume_in_yaml(tmp_path: Path) -> None:
    (tmp_path / "ada.yml").write_text("basics:\n  name: Ada Example\nwork:\n  - name: Acme\n", encoding="utf-8")
    found = read(tmp_path / "ada.yml")
    assert isinstance(found, Profile)
    assert (found.basics.name, found.work[0].name) == ("Ada Example", "Acme")
    assert quotes(found, found.work[0], "name") == ["Acme"]


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text(CV, encoding="utf-8")
    assert isinstance(read(tmp_path / "ada.txt"), Profile)


@pytest.mark.parametrize("text", ["services:\n  web: {image: nginx}\n", "- a\n- b\n", "cv: text\n", "cv:\n  foo: 1\n"])
def test_other_yaml(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match="no RenderCV file") as caught:
        read(tmp_path / "other.yaml")
    assert caught.value.remedy
