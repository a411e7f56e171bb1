"""Texts that are no profiles give none: no records from code, poems, tables, licences, logs, contracts or chats."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from strangers import foreign, strangers

from talentgraph import extract
from talentgraph.extract.gate import REASON, is_profile
from talentgraph.model import Basics, Document, Profile, Record, Source, Work
from talentgraph.read.text import read_text


def read(text: str, name: str = "a.txt") -> Document:
    found = read_text(text.encode("utf-8", "replace"), Source(path=name, sha256="0", media_type="text/plain"))
    assert isinstance(found, Document)
    return found


def records(profile: Profile) -> list[Record]:
    lists = (getattr(profile, field.name) for field in fields(profile))
    return [item for many in lists if isinstance(many, tuple) for item in many if isinstance(item, Record)]


def test_two_hundred_texts_that_are_no_profiles_give_at_most_one_record() -> None:
    texts = [(name, text) for name, text in strangers() if text.strip()]
    assert len(texts) > 195
    profiles = list(extract.extract([read(text, name) for name, text in texts], extract.load()))
    assert sum(len(records(profile)) for profile in profiles) <= 1, [p.source.path for p in profiles if records(p)]
    named = [profile.source.path for profile in profiles if profile.basics.name]
    assert len(named) <= 2, named
    assert all([note.reason for note in p.notes] == [REASON] for p in profiles if not p.basics.evidence)


def test_languages_that_are_not_read_give_empty_profiles_with_a_problem() -> None:
    for name, text in foreign():
        (profile,) = extract.extract([read(text, name)], extract.load())
        assert (records(profile), profile.basics) == ([], Basics())
        assert [(note.path, note.reason) for note in profile.notes] == [(name, REASON)]
        assert profile.text


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example\n\nSkills\n\nRust, Python\n",
        "Ada Example\nada@example.org\n",
        "Ada Example\nResearch Engineer\n",
        "Ada Example\n\nExperience\n\nAcme Labs, Oslo\nEngineer, Mar 2019 - Aug 2021\n",
    ],
)
def test_short_profiles_are_profiles(text: str) -> None:
    (profile,) = extract.extract([read(text)], extract.load())
    assert profile.basics.name == "Ada Example"
    assert profile.notes == ()


def test_a_position_is_enough_and_an_employer_alone_is_not() -> None:
    profile = Profile(source=Source(path="a", sha256="0", media_type="text/plain"))
    assert not is_profile(replace(profile, work=(Work(name="Acme Labs"),)))
    assert is_profile(replace(profile, work=(Work(name="Acme Labs", start_date="2019"),)))
