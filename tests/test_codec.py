from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from factory import people
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentgraph import model
from talentgraph.codec import profile_from_json, profile_to_json
from talentgraph.errors import ProfileError

# What is empty is not told from what is absent, so that only texts with something in them come back as they were.
text = st.text(min_size=1, max_size=8)
texts = st.lists(text, max_size=3).map(tuple)
places = st.sampled_from(["name", "start_date", "keywords.0", "authors.12", "advisors.1", "study_type"])
spans = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=2).map(tuple)
said = {
    "evidence": st.dictionaries(places, spans, max_size=3),
    "confidence": st.dictionaries(places, st.integers(0, 1000).map(lambda number: number / 1000), max_size=3),
}
BY_ANNOTATION = {"str | None": st.none() | text, "tuple[str, ...]": texts, "bool": st.booleans()}


def records(kind: type[model.Record]) -> st.SearchStrategy[model.Record]:
    import dataclasses

    fields: dict[str, Any] = {f.name: BY_ANNOTATION.get(str(f.type)) for f in dataclasses.fields(kind)} | said
    if kind is model.Publication:
        fields["status"] = st.none() | st.sampled_from(get_args(model.PublicationStatus))
    assert None not in fields.values(), fields
    return st.builds(kind, **fields)


def several(kind: type[model.Record]) -> st.SearchStrategy[tuple[model.Record, ...]]:
    return st.lists(records(kind), max_size=1).map(tuple)


sections = st.builds(
    model.Section,
    st.integers(0, 9),
    st.integers(0, 9),
    st.sampled_from(get_args(model.SectionKind)),
    st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
)
profiles = st.builds(
    model.Profile,
    source=st.builds(
        model.Source,
        path=text,
        sha256=text,
        media_type=text,
        pages=st.none() | st.integers(1, 9),
        language=st.none() | text,
        canonical=st.none() | text,
        version=st.none() | text,
        last_modified=st.none() | text,
    ),
    text=st.text(max_size=20),
    notes=st.lists(st.builds(model.Problem, path=text, reason=text, remedy=text, place=text), max_size=2).map(tuple),
    sections=st.lists(sections, max_size=2).map(tuple),
    basics=records(model.Basics),
    work=several(model.Work),
    education=several(model.Education),
    publications=several(model.Publication),
    skills=several(model.Skill),
    projects=several(model.Project),
    awards=several(model.Award),
    certificates=several(model.Certificate),
    languages=several(model.Language),
    volunteer=several(model.Volunteer),
    interests=several(model.Interest),
    references=several(model.Reference),
    accounts=several(model.Account),
    extractor=st.text(max_size=5),
    corrected=st.booleans(),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profiles)
def test_a_profile_comes_back_from_json_as_it_was(profile: model.Profile) -> None:
    data = json.loads(json.dumps(profile_to_json(profile)))
    assert profile_from_json(data, profile.text) == profile


@pytest.mark.parametrize("profile", people(), ids=lambda profile: profile.source.path)
def test_writing_again_gives_the_same_json(profile: model.Profile) -> None:
    data = profile_to_json(profile)
    assert profile_to_json(profile_from_json(data, profile.text)) == data


def test_keys_are_those_of_json_resume() -> None:
    data = profile_to_json(people()[0])
    assert data["work"][0]["startDate"] == "2021-03"
    assert data["education"][0]["studyType"] == "PhD"
    assert data["education"][0]["advisor"] == ["Grace Teacher"]
    assert data["education"][0]["evidence"].keys() >= {"studyType", "advisor.0"}
    assert "endDate" not in data["work"][0]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"work": [{"position": 3}]}, "work.0.position"),
        ({"meta": {"document": {"path": "x"}}}, "source"),
        ({"publications": [{"status": "lost"}]}, "publications.0.status"),
        ({"work": [{"evidence": {"name": [["a", 2]]}}]}, "work.0.evidence"),
    ],
)
def test_errors_name_the_place_and_what_to_do(data: dict[str, Any], place: str) -> None:
    data.setdefault("meta", {"document": {"path": "x", "sha256": "0", "mediaType": "text/plain"}})
    with pytest.raises(ProfileError, match="correct the value") as caught:
        profile_from_json(data, path="ada.json")
    assert str(caught.value).startswith(f"ada.json: {place}")


@pytest.mark.parametrize(
    "data",
    [
        {"work": 3},
        {"work": ["x"]},
        {"basics": "x"},
        {"meta": []},
        {"meta": {"sections": [[1, 2]]}},
        {"meta": {"sections": [3]}},
    ],
)
def test_data_of_another_form_is_a_profile_error(data: dict[str, Any]) -> None:
    with pytest.raises(ProfileError, match=r"ada\.json"):
        profile_from_json(data, path="ada.json")
