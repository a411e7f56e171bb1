"""JSON Resume: every value with its place in the file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record, Source
from talentgraph.read.json_places import find_places
from talentgraph.read.json_resume import read_json_resume

SOURCE = Source(path="ada.json", sha256="0", media_type="application/json")
RESUME = {
    "basics": {
        "name": "Ada Exämple", "label": None, "email": "ada@example.com",
        "location": {"city": "Ada Town", "countryCode": "DE", "postalCode": None},
        "profiles": [{"network": "x"}, {"url": "https://example.com/ada"}, None],
    },
    "work": [
        {"company": "Acme \"Labs\"", "position": "Engineer", "startDate": "2020-01", "endDate": "Present",
         "highlights": ["Built a cache", ""], "keywords": None},
        {"name": "Bolt", "startDate": "2018", "endDate": "2019-12-31"},
        None, {},
    ],
    "education": [{"institution": "Acme University", "studyType": "PhD", "score": 3.9, "advisor": ["G. Sample"]}],
    "publications": [{"name": "On Caches", "publisher": "EuroSys", "releaseDate": "2024", "authors": ["A", "B"]}],
    "skills": [{"name": "Languages", "keywords": ["C++", "Go"]}],
    "awards": "none",
}  # fmt: skip


def profile_of(content: Any, **options: Any) -> Profile:
    return read_json_resume(json.dumps(content, **options).encode(), SOURCE)


def test_values_and_places() -> None:
    profile = profile_of(RESUME, ensure_ascii=False, indent=1)
    assert profile.basics.name == "Ada Exämple"
    assert profile.basics.location == "Ada Town, DE"
    assert profile.basics.profiles == ("https://example.com/ada",)
    assert [work.name for work in profile.work] == ['Acme "Labs"', "Bolt"]
    assert [(work.current, work.end_date) for work in profile.work] == [(True, None), (False, "2019-12-31")]
    assert profile.work[0].highlights == ("Built a cache",)
    assert profile.education[0].score == "3.9"
    assert profile.education[0].advisors == ("G. Sample",)
    assert profile.publications[0].authors == ("A", "B")
    assert profile.skills[0].keywords == ("C++", "Go")
    assert profile.awards == ()
    assert quotes(profile, profile.work[0], "position") == ["Engineer"]
    assert quotes(profile, profile.work[0], "current") == ["Present"]
    assert quotes(profile, profile.publications[0], "authors.1") == ["B"]
    assert quotes(profile, profile.basics, "profiles.0") == ["https://example.com/ada"]
    assert quotes(profile, profile.basics, "location") == ["Ada Town", "DE"]


VARIANT = {
    "basics": {"name": "Ada Example", "picture": "https://example.org/ada.png", "website": "https://example.org",
               "location": "Adatown, DE", "profiles": ["https://example.com/ada", {"network": "N", "username": "ada"}]},
    "work": [
        {"company": "Acme", "position": "Engineer", "website": "https://acme.example", "location": {"city": "Adatown"},
         "startDate": "March 2020", "endDate": "May 2021", "technologies": "C++, Go"},
        {"employer": "Bolt", "title": "Lead", "startDate": "2021-06-01T00:00:00Z", "isCurrent": True},
        {"name": "Cog", "startDate": "soon", "endDate": "2019-19"},
    ],
    "education": [{"school": "Acme University", "degree": "BSc", "major": "Physics", "gpa": 3.9, "courses": "Optics"}],
    "publications": [{"title": "On Caches", "journal": "Caches", "date": 2019, "authors": "Ada Example, Bo Sample"}],
    "certifications": [{"title": "Diver", "authority": "Sea", "year": "2018"}],
    "languages": [{"name": "German", "level": "C1"}],
    "skills": [{"category": "Tools", "level": None, "keywords": [{"name": "Make"}, None]}],
    "interests": None,
    "references": {"name": "Bo", "reference": "She works."},
}  # fmt: skip


def test_common_variants() -> None:
    profile = profile_of(VARIANT, ensure_ascii=False)
    basics = profile.basics
    assert (basics.image, basics.url) == ("https://example.org/ada.png", "https://example.org")
    assert (basics.location, basics.profiles) == ("Adatown, DE", ("https://example.com/ada",))
    assert [(account.network, account.username) for account in profile.accounts] == [("N", "ada")]
    first, second, third = profile.work
    assert (first.name, first.url, first.location) == ("Acme", "https://acme.example", "Adatown")
    assert (first.start_date, first.end_date, first.keywords) == ("2020-03", "2021-05", ("C++", "Go"))
    assert quotes(profile, first, "start_date") == ["March 2020"]
    assert quotes(profile, first, "keywords.1") == ["Go"]
    assert (second.position, second.start_date, second.current) == ("Lead", "2021-06-01", True)
    assert quotes(profile, second, "current") == ["true"]
    assert (third.start_date, third.end_date) == (None, "2019")
    degree = profile.education[0]
    assert (degree.institution, degree.study_type, degree.area) == ("Acme University", "BSc", "Physics")
    assert (degree.score, degree.courses) == ("3.9", ("Optics",))
    paper = profile.publications[0]
    assert (paper.name, paper.publisher, paper.release_date) == ("On Caches", "Caches", "2019")
    assert paper.authors == ("Ada Example", "Bo Sample")
    assert quotes(profile, paper, "authors.1") == ["Bo Sample"]
    assert (profile.certificates[0].name, profile.certificates[0].date) == ("Diver", "2018")
    assert (profile.languages[0].language, profile.languages[0].fluency) == ("German", "C1")
    assert (profile.skills[0].name, profile.skills[0].keywords) == ("Tools", ("Make",))
    assert profile.references[0].reference == "She works."


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "not valid JSON"),
        (b'{"basics": {}, "work": []}', "no JSON Resume"),
        (b'{"name": "ada", "version": 1}', "no JSON Resume"),
        (b"[1, 2]", "no JSON Resume"),
        (b"[" * 50_000, "not valid JSON"),
        (b'{"work": [{"name": "x"}]} trailing', "not valid JSON"),
    ],
)
def test_other_json_is_an_error(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_json_resume(data, SOURCE)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_places_hold_the_values(value: Any, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    for path, (start, end) in find_places(text).items():
        found = value
        for key in path:
            found = found[key]
        raw = text[start:end]
        assert (json.loads(f'"{raw}"') if isinstance(found, str) else json.loads(raw)) == found


@given(st.dictionaries(st.sampled_from(["basics", "work", "education", "skills"]), VALUES, min_size=1))
def test_any_shape_is_a_profile_or_an_error(content: dict[str, Any]) -> None:
    try:
        profile = profile_of(content)
    except ReadError:
        return
    assert profile.text == json.dumps(content)
