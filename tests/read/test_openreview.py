"""OpenReview profiles: history as work and studies, relations as advisors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import read

ACME = {"name": "Acme University", "domain": "acme.example", "country": "DE", "city": "Adatown", "department": "Caches"}
CONTENT: dict[str, Any] = {
    "names": [
        {"first": "A.", "middle": None, "last": "Example", "username": "~A_Example1"},
        {"fullname": "Ada Example", "preferred": True, "username": "~Ada_Example1"},
    ],
    "preferredEmail": "****@example.org",
    "emails": ["****@example.com", "ada@example.org"],
    "homepage": "https://example.org/ada",
    "dblp": "https://dblp.example/ada",
    "orcid": "https://orcid.org/0000-0000-0000-0000",
    "history": [
        {"position": "Researcher", "start": 2022, "end": None, "institution": {"name": "Acme Labs"}},
        {"position": "Postdoc", "start": 2020, "end": 2022, "institution": {"domain": "bolt.example"}},
        {"position": "PhD student", "start": 2015, "end": 2019, "institution": ACME},
        {"position": "Undergrad student", "start": 2011, "end": 2014, "institution": ACME},
    ],
    "relations": [
        {"relation": "PhD Advisor", "name": "Grace Teacher", "start": 2015, "end": 2019},
        {"relation": "Postdoc Advisor", "name": "Pat Host", "start": 2020, "end": None},
        {"relation": "MS Advisor", "name": "Max Master", "start": None, "end": None},
        {"relation": "PhD Advisee", "name": "Sam Student", "start": 2023},
        {"relation": "Coauthor", "name": "Bo Sample"},
    ],
    "expertise": [{"keywords": ["caching", "C++"], "start": 2015}, {"keywords": ["Caching", "queues"]}],
    "publications": [{"content": {"title": {"value": "On Caches"}, "authors": {"value": ["Ada Example", "Bo Sample"]},
                                  "venue": {"value": "EuroSys 2018"}}}],
}  # fmt: skip


def profile_of(folder: Path, content: Any) -> Profile:
    (folder / "ada.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    profile = read(folder / "ada.json")
    assert isinstance(profile, Profile)
    return profile


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


@pytest.mark.parametrize("wrap", [lambda profile: profile, lambda profile: {"profiles": [profile], "count": 1}])
def test_a_profile(tmp_path: Path, wrap: Any) -> None:
    profile = profile_of(tmp_path, wrap({"id": "~Ada_Example1", "content": CONTENT}))
    basics = profile.basics
    assert (basics.name, basics.aliases, basics.label) == ("Ada Example", ("A. Example",), "Researcher")
    assert basics.email == "ada@example.org"
    assert basics.profiles == ("https://example.org/ada", "https://dblp.example/ada")
    first, second = profile.work
    assert (first.name, first.start_date, first.current) == ("Acme Labs", "2022", True)
    assert (second.name, second.end_date, second.managers) == ("bolt.example", "2022", ("Pat Host",))
    phd, bachelor, master = profile.education
    assert (phd.study_type, phd.institution, phd.department) == ("PhD", "Acme University", "Caches")
    assert (phd.advisors, phd.location, phd.end_date) == (("Grace Teacher",), "Adatown, DE", "2019")
    assert (bachelor.study_type, bachelor.advisors) == ("Undergrad", ())
    assert (master.study_type, master.institution, master.advisors) == ("MS", None, ("Max Master",))
    assert quotes(profile, phd, "study_type") == ["PhD"]
    assert quotes(profile, phd, "advisors.0") == ["Grace Teacher"]
    assert quotes(profile, first, "start_date") == ["2022"]
    assert profile.skills[0].keywords == ("caching", "C++", "queues")
    (paper,) = profile.publications
    assert (paper.name, paper.publisher, paper.authors) == ("On Caches", "EuroSys 2018", ("Ada Example", "Bo Sample"))
    assert [account.network for account in profile.accounts] == ["homepage", "dblp"]


def test_several_people_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="several people"):
        profile_of(tmp_path, {"profiles": [{"content": CONTENT}, {"content": CONTENT}]})


@pytest.mark.parametrize("content", [{"content": {"names": "Ada"}}, {"profiles": []}, {"notes": [{"content": {}}]}])
def test_other_json_is_an_error(tmp_path: Path, content: Any) -> None:
    with pytest.raises(ReadError, match="no JSON Resume, ORCID record or OpenReview profile"):
        profile_of(tmp_path, content)
