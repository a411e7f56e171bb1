"""JSON Resume → Profile → JSON Resume loses nothing of the standard's fields."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentgraph.export.json_resume import resume
from talentgraph.model import Source
from talentgraph.read.json_resume import read_json_resume

SOURCE = Source(path="ada.json", sha256="0", media_type="application/json")
PROSE = ("summary", "description", "reference", "highlights")  # these keep their line breaks

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9).filter(
    lambda text: text.strip() and text not in ("true", "false")
)
prose = st.lists(words, min_size=1, max_size=3).map("\n".join)
dates = st.dates().flatmap(lambda day: st.sampled_from([day.isoformat()[:size] for size in (4, 7, 10)]))
several = st.lists(words, max_size=3)


def fields(**known: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=known)


def rows(*names: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(fields(**{name: kind(name) for name in names}), max_size=2)


def kind(name: str) -> st.SearchStrategy[Any]:
    if name in ("highlights", "keywords", "roles", "courses"):
        return several
    if name in ("startDate", "endDate", "date", "releaseDate"):
        return dates
    return prose if name in PROSE else words


resumes = fields(
    basics=fields(
        name=words, label=words, image=words, email=words, phone=words, url=words, summary=prose,
        location=fields(address=words, postalCode=words, city=words, countryCode=words, region=words),
        profiles=rows("network", "username", "url"),
    ),
    work=rows("name", "location", "description", "position", "url", "startDate", "endDate", "summary", "highlights"),
    volunteer=rows("organization", "position", "url", "startDate", "endDate", "summary", "highlights"),
    education=rows("institution", "url", "area", "studyType", "startDate", "endDate", "score", "courses"),
    awards=rows("title", "date", "awarder", "summary"),
    certificates=rows("name", "date", "url", "issuer"),
    publications=rows("name", "publisher", "releaseDate", "url", "summary"),
    skills=rows("name", "level", "keywords"),
    languages=rows("language", "fluency"),
    interests=rows("name", "keywords"),
    references=rows("name", "reference"),
    projects=rows(
        "name", "description", "highlights", "keywords", "startDate", "endDate", "url", "roles", "entity", "type"
    ),
    meta=fields(canonical=words, version=words, lastModified=words),
)  # fmt: skip


def normal(value: Any, key: str = "") -> Any:
    """A value without what is empty, and with single blanks where line breaks say nothing."""
    if isinstance(value, dict):
        return {name: part for name, item in value.items() if (part := normal(item, name))}
    if isinstance(value, list):
        return [part for item in value if (part := normal(item, key))]
    return value if key in PROSE else " ".join(value.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(resumes)
def test_a_resume_comes_back_whole(content: dict[str, Any]) -> None:
    told = normal({key: value for key, value in content.items() if key != "meta"})
    if not told:
        return
    profile = read_json_resume(json.dumps(content).encode(), SOURCE)
    assert {"basics": {}} | normal(content) == resume(profile, contacts=True)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(resumes)
def test_writing_and_reading_again_changes_nothing(content: dict[str, Any]) -> None:
    if not normal({key: value for key, value in content.items() if key != "meta"}):
        return
    once = resume(read_json_resume(json.dumps(content).encode(), SOURCE), contacts=True)
    if {key for key in once if once[key]} <= {"meta"}:
        return
    assert resume(read_json_resume(json.dumps(once).encode(), SOURCE), contacts=True) == once


def test_without_contacts_no_part_of_the_place_is_left() -> None:
    content = {
        "basics": {
            "name": "Ada Example",
            "image": "https://example.org/ada.png",
            "location": {"address": "1 Example Road", "postalCode": "12345", "city": "Adatown", "countryCode": "DE"},
            "profiles": [{"network": "GitHub", "username": "ada-example", "url": "https://example.com/ada-example"}],
        },
        "meta": {"canonical": "https://example.org/ada.json"},
    }
    profile = read_json_resume(json.dumps(content).encode(), SOURCE)
    assert resume(profile) == {"basics": {"name": "Ada Example"}}
