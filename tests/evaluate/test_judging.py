"""Every value judged by itself, and whether confidence can be believed."""

from __future__ import annotations

from collections import Counter

import pytest
from evaluate.invented import FOUND, GOLD, TEXT, profile
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.codec import profile_to_json
from talentgraph.evaluate import Judged, Outcome, compare, judged, outcomes, shown
from talentgraph.evaluate.locating import Located
from talentgraph.evaluate.reliability import BANDS, band, bands, bins, calibration_error


def judge(found: dict = FOUND, gold: dict = GOLD) -> list[Outcome]:  # type: ignore[type-arg]
    return outcomes(compare(shown(gold), profile_to_json(profile(found))))


def test_verdicts_counted_by_hand() -> None:
    counts = Counter(outcome.verdict for outcome in judge())
    assert counts == {"correct": 17, "wrong": 1, "missed": 2, "false alarm": 4}
    errors = {(each.kind, each.field, each.gold, each.found) for each in judge() if each.verdict != "correct"}
    assert errors == {
        ("work", "position", "Clerk", "Engineer"),
        ("work", "name", "", "Corner Shop"),
        ("work", "position", "", "Baker"),
        ("work", "startDate", "", "2014"),
        ("publications", "publisher", "SysConf", ""),
        ("skills", "keywords", "Rust", ""),
        ("skills", "keywords", "", "Go"),
    }


def test_the_gold_itself_is_right_throughout() -> None:
    assert {outcome.verdict for outcome in judge(GOLD)} == {"correct"}


def test_an_empty_profile_has_missed_all() -> None:
    assert {outcome.verdict for outcome in judge({})} == {"missed"}
    assert len(judge({})) == len(judge(GOLD))


def test_a_job_under_a_wrong_name_stands_beside_the_one_that_is_meant() -> None:
    found = {"work": [{"name": "Corner Shop", "position": "Clerk", "startDate": "2015", "endDate": "2019"}]}
    [wrong] = [each for each in judge(found) if each.verdict == "wrong"]
    assert (wrong.gold, wrong.found) == ("Bee Labs", "Corner Shop")


def test_a_name_with_a_word_too_few_stands_beside_the_whole_one() -> None:
    gold = {"awards": [{"title": "Northlake Medal for Slow Computing"}]}
    [outcome] = judge({"awards": [{"title": "Medal for Slow Computing at the Fair"}]}, gold | {"basics": {}})
    assert outcome.verdict in ("correct", "wrong")
    [outcome] = judge({"awards": [{"title": "Slow Computing, Fair"}]}, gold | {"basics": {}})
    assert (outcome.verdict, outcome.gold) == ("wrong", gold["awards"][0]["title"])


def test_outcomes_know_their_place_and_their_evidence() -> None:
    for outcome in judge():
        if outcome.found:
            assert outcome.place.startswith(outcome.kind)
            assert outcome.confidence == 0.8
            for start, end in outcome.spans:
                assert TEXT[start:end] == outcome.found


def test_only_what_was_found_is_judged() -> None:
    values = list(judged(GOLD, profile()))
    assert Counter(value.correct for value in values) == {True: 17, False: 5}
    assert Judged("skills", "keywords", "Go", 0.8, False) in values
    hidden = list(judged(GOLD, profile(), coverage={"hidden": ["work.1.name"]}))
    assert not [value for value in hidden if value.value == "Bee Labs"]


def test_values_without_confidence_are_not_judged() -> None:
    assert list(judged(GOLD, profile({}))) == []


def test_a_single_date_may_stand_in_either_slot() -> None:
    gold = {"education": [{"institution": "Northlake", "endDate": "2019"}]}
    found = {"education": [{"institution": "Northlake", "startDate": "2019"}]}
    dates = [(each.field, each.verdict) for each in judge(found, gold) if each.field.endswith("Date")]
    assert dates == [("endDate", "correct")]


VALUES = st.lists(st.builds(Judged, st.just("work"), st.just("name"), st.just("x"), st.floats(0, 1), st.booleans()))


@given(VALUES)
def test_bins_hold_every_value_once(values: list[Judged]) -> None:
    for some in (bins(values), bands(values)):
        assert sum(each.size for each in some) == len(values)
        assert all(each.low - 1e-9 <= each.confidence <= each.high + 1e-9 for each in some)
    error = calibration_error(values)
    assert (error is None) == (not values)
    assert error is None or 0 <= error <= 1


def test_perfect_confidence_has_no_error() -> None:
    values = [Judged("work", "name", "x", 0.75, number < 3) for number in range(4)]
    assert calibration_error(values) == pytest.approx(0)
    assert calibration_error([Judged("work", "name", "x", 0.75, False)] * 4) == pytest.approx(0.75)


@given(st.floats(0, 1))
def test_every_confidence_has_a_band(confidence: float) -> None:
    name = band(confidence)
    lows = dict(BANDS)
    assert confidence >= lows[name]


def test_gold_is_located_in_the_text() -> None:
    text = "Acme Rob-\notics, since\tMarch 2020; Cobol, C, 2019. Acme Robotics, 2020-03"
    located = Located(text)
    assert text[slice(*located.find("acme robotics"))] == "Acme Rob-\notics"  # type: ignore[misc]
    assert text[slice(*located.find("Acme Robotics", near=[(60, 61)]))] == "Acme Robotics"  # type: ignore[misc]
    assert text[slice(*located.find("C"))] == "C"  # type: ignore[misc]
    assert text[slice(*located.find_date("2020-03"))] == "March 2020"  # type: ignore[misc]
    assert located.find("Bee") is None
    assert located.find("") is None


@given(st.text(), st.text(max_size=8))
def test_what_is_located_says_the_value(text: str, value: str) -> None:
    span = Located(text).find(value)
    if span:
        start, end = span
        assert 0 <= start < end <= len(text)
        letters = [letter for letter in text[start:end].casefold() if letter.isalnum()]
        wanted = [letter for letter in value.casefold() if letter.isalnum()]
        assert len(letters) >= len(wanted)
