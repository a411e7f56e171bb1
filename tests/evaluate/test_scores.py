"""The figures: counted by hand on one document, and laws for any gold and any prediction."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from evaluate.invented import FOUND, GOLD
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.evaluate.comparison import compare
from talentgraph.evaluate.entities import ENTITIES, assign
from talentgraph.evaluate.gold import shown
from talentgraph.evaluate.records import RECORDS
from talentgraph.evaluate.scores import Score, Tally, add, intervals, tally

ORGANIZATIONS = ["Acme", "Bee Labs", "Cee Works", "Dee Institute of Slow Computing", "Northlake University"]
TITLES = ["Engineer", "Clerk", "Baker"]
DATES = ["2015", "2016-03", "2019"]


def _records(names: str, **fields: list[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    optional = {key: st.sampled_from(values) for key, values in fields.items()}
    record = st.fixed_dictionaries({names: st.sampled_from(ORGANIZATIONS)}, optional=optional)
    return st.lists(record, max_size=5)


PROFILES = st.fixed_dictionaries(
    {"basics": st.fixed_dictionaries({"name": st.sampled_from(["Ada Example", "Bo Sample"])})},
    optional={
        "work": _records("name", position=TITLES, startDate=DATES, endDate=DATES),
        "education": _records("institution", studyType=["PhD", "BSc"], area=["Physics", "Law"], endDate=DATES),
        "publications": _records("name", publisher=["SysConf", "NetMeet"], releaseDate=DATES),
        "skills": st.lists(
            st.fixed_dictionaries({"keywords": st.lists(st.sampled_from(["C", "C++", "Go"]), min_size=1, max_size=3)}),
            max_size=2,
        ),
        "awards": st.lists(st.fixed_dictionaries({"title": st.sampled_from(["Best Paper", "Gold Medal"])}), max_size=2),
    },
)


def scores(gold: dict[str, Any], found: dict[str, Any]) -> Tally:
    return tally(compare(shown(gold), found))


def test_counted_by_hand() -> None:
    result = scores(GOLD, FOUND)
    assert {kind: result.entities[kind] for kind in ENTITIES if result.entities[kind] != Score()} == {
        "person": Score(1, 1, 1),
        "employers": Score(2, 3, 2),
        "institutions": Score(1, 1, 1),
        "venues": Score(0, 0, 1),
        "technologies": Score(1, 2, 2),
        "titles": Score(1, 1, 1),
        "coauthors": Score(1, 1, 1),
    }
    assert dict(result.records) == {
        "employment": Score(1, 3, 2),
        "education": Score(1, 1, 1),
        "publication": Score(0, 1, 1),
    }
    assert (result.facts["title"], result.facts["start"]) == (Score(1, 0, 2), Score(2, 0, 2))


def test_what_a_document_does_not_show_is_not_asked_for() -> None:
    hidden = {"hidden": ["publications.0.publisher", "work.1.position"], "shown_as": {"work.0.startDate": "2020"}}
    found = copy.deepcopy(FOUND)
    found["work"][0]["startDate"] = "2020"
    result = tally(compare(shown(GOLD, hidden), found))
    assert result.records["publication"] == Score(1, 1, 1)
    assert result.records["employment"] == Score(2, 3, 2)
    assert result.entities["venues"] == Score()


def test_a_record_that_the_document_does_not_show_is_no_false_alarm() -> None:
    result = tally(compare(shown(GOLD, {"hidden": ["work.1.name"]}), FOUND))
    assert result.records["employment"] == Score(1, 2, 1)
    assert result.entities["employers"] == Score(1, 2, 1)


def test_headings_of_skills_are_neither_right_nor_wrong() -> None:
    found = {"skills": [{"name": "Things I know", "keywords": ["Rust"]}, {"name": "Cooking"}]}
    assert scores(GOLD, found).entities["technologies"] == Score(1, 2, 2)


@given(PROFILES)
def test_the_gold_itself_is_perfect(gold: dict[str, Any]) -> None:
    result = scores(gold, gold)
    assert result.entity_f1 == 1
    assert result.record_f1 in (1, None)
    assert all(fact.right == fact.asked for fact in result.facts.values())


@given(PROFILES)
def test_nothing_found_scores_nothing(gold: dict[str, Any]) -> None:
    result = scores(gold, {})
    assert result.entity_f1 == 0
    assert result.record_f1 in (0, None)
    assert all(score.found == 0 for score in (*result.entities.values(), *result.records.values()))


@given(PROFILES, PROFILES, st.randoms(use_true_random=False))
def test_the_order_of_records_says_nothing(gold: dict[str, Any], found: dict[str, Any], random: Any) -> None:
    turned = copy.deepcopy(found)
    for section in ("work", "education", "publications", "skills", "awards"):
        random.shuffle(turned.get(section, []))
    before, after = scores(gold, found), scores(gold, turned)
    assert (before.entities, before.records) == (after.entities, after.records)


@given(PROFILES, PROFILES)
def test_names_count_alike_from_both_sides(gold: dict[str, Any], found: dict[str, Any]) -> None:
    one, other = scores(gold, found), scores(found, gold)
    for kind in ENTITIES:
        assert (one.entities[kind].right, one.entities[kind].found, one.entities[kind].asked) == (
            other.entities[kind].right,
            other.entities[kind].asked,
            other.entities[kind].found,
        )


@given(PROFILES, PROFILES)
def test_no_more_is_right_than_there_is(gold: dict[str, Any], found: dict[str, Any]) -> None:
    result = scores(gold, found)
    for score in (*result.entities.values(), *result.records.values()):
        assert 0 <= score.right <= min(score.found, score.asked)
    for kind, form in RECORDS.items():
        assert result.records[kind].asked == len(gold.get(form.section, []))


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), max_size=4))
def test_the_matching_is_one_to_one_and_as_large_as_can_be(allowed: list[list[bool]]) -> None:
    pairs = assign([list(map(float, row)) for row in allowed])
    assert len(set(pairs.values())) == len(pairs)
    assert all(allowed[row][column] for row, column in pairs.items())
    assert len(pairs) == _largest(allowed, frozenset())


def _largest(allowed: list[list[bool]], taken: frozenset[int]) -> int:
    if not allowed:
        return 0
    first, *rest = allowed
    free = [column for column, good in enumerate(first) if good and column not in taken]
    return max(_largest(rest, taken), *(1 + _largest(rest, taken | {column}) for column in free), 0)


def test_sums_and_intervals() -> None:
    people = [scores(GOLD, GOLD), scores(GOLD, {}), scores(GOLD, FOUND)]
    total = add(people)
    assert total.entities["person"] == Score(2, 2, 3)
    spans = intervals(people, draws=200)
    for name, mean in (("entities", total.entity_f1), ("records", total.record_f1)):
        low, high = spans[name]
        assert mean is not None
        assert 0 <= low < mean < high <= 1
    assert intervals(people[:1]) == {}
    assert intervals(people, draws=200) == spans


def test_equal_people_have_no_interval() -> None:
    low, high = intervals([scores(GOLD, GOLD)] * 3, draws=50)["entities"]
    assert low == high == pytest.approx(1)
