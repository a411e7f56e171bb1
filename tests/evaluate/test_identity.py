"""The measure of identity: scores counted by hand and as laws, the invented cohort, the page and the command."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from talentgraph.cli import app
from talentgraph.evaluate.identity import Cohort, Measured, compare_with, figures, invent, page
from talentgraph.evaluate.identity.clustering import Item, agreement
from talentgraph.evaluate.identity.figures import bands
from talentgraph.evaluate.scores import Score
from talentgraph.identity import Identities, Identity, Likely
from talentgraph.resolve import resolve

ITEMS = st.lists(st.builds(Item, st.integers(0, 4), st.integers(0, 4), st.sampled_from("abc")), max_size=25)


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return invent(24, seed=3)


@pytest.fixture(scope="module")
def measured(cohort: Cohort) -> Measured:
    return compare_with(cohort, resolve(cohort.profiles))


def test_scores_counted_by_hand() -> None:
    # true: aaa bb c; found: x = {a, a}, y = {a, b}, z = {b}, w = {c}
    found = agreement(
        [Item("a", "x", "A"), Item("a", "x", "A"), Item("a", "y", "A1"), Item("b", "y", "B"), Item("b", "z", "B1")]
        + [Item("c", "w", "C")]
    )
    assert found.pairs == Score(right=1, found=2, asked=4)
    assert found.differ == Score(right=0, found=1, asked=3)
    assert found.cubed_precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 1 + 1) / 6)
    assert found.cubed_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 0.5 + 0.5 + 1) / 6)
    assert (found.items, found.true_groups, found.found_groups) == (6, 3, 4)


@given(ITEMS)
def test_truth_against_itself_is_perfect(items: list[Item]) -> None:
    found = agreement([item._replace(found=item.true) for item in items])
    assert found.pairs.found == found.pairs.right == found.pairs.asked
    assert found.cubed_f1 == pytest.approx(1)


@given(ITEMS)
def test_all_apart_is_precise_and_all_together_finds_everything(items: list[Item]) -> None:
    apart = agreement([item._replace(found=number) for number, item in enumerate(items)])
    assert (apart.pairs.found, apart.cubed_precision) == (0, pytest.approx(1))
    one = agreement([item._replace(found=0) for item in items])
    assert (one.pairs.recall or 1, one.cubed_recall) == (1, pytest.approx(1))


@given(ITEMS, st.randoms(use_true_random=False))
def test_order_and_names_of_groups_do_not_matter(items: list[Item], random: Random) -> None:
    mixed = random.sample(items, len(items))
    renamed = agreement([item._replace(found=f"group {item.found}") for item in mixed])
    plain = agreement(items)
    assert (renamed.pairs, renamed.differ) == (plain.pairs, plain.differ)
    assert renamed.cubed_f1 == pytest.approx(plain.cubed_f1)


def test_a_cohort_depends_on_its_seed_alone(cohort: Cohort) -> None:
    assert invent(24, seed=3) == cohort
    assert invent(24, seed=4).truth != cohort.truth


def test_truth_names_what_the_profiles_print(cohort: Cohort) -> None:
    mentions = resolve(cohort.profiles).mentions
    lost = [named.text for place, named in cohort.truth.items() if place not in mentions]
    assert lost == []
    assert {named.kind for named in cohort.truth.values()} == {"person", "organization", "venue", "technology"}
    owners = {place: named for place, named in cohort.truth.items() if place.endswith("#basics")}
    assert len(owners) == len(cohort.profiles) > len({named.entity for named in owners.values()})


def test_a_cohort_is_hard() -> None:
    cohort = invent(150)
    traits = {trait for named in cohort.truth.values() for trait in named.traits}
    people = {
        "typo",
        "OCR",
        "initials",
        "order",
        "no diacritics",
        "transliteration",
        "nickname",
        "married name",
        "script",
    }
    others = {"acronym", "translation", "legal form", "renamed", "department", "year", "abbreviation", "alias"}
    assert people | others <= traits
    assert {"namesakes", "part and whole", "one city", "look-alikes"} <= {rivals.why for rivals in cohort.rivals}


def _perfect(cohort: Cohort) -> Identities:
    nodes = {
        named.entity: Identity(id=named.entity, kind=named.kind, name=named.text) for named in cohort.truth.values()
    }
    return Identities(nodes=nodes, mentions={place: named.entity for place, named in cohort.truth.items()})


def test_a_perfect_resolution_has_no_mistakes(cohort: Cohort) -> None:
    found = figures(compare_with(cohort, _perfect(cohort)))
    assert set(found["all"].values()) == {1.0}
    assert (found["wrong"], found["missed"]) == ([], [])
    assert {each["share"] for each in found["difficulties"]} == {1.0}


def test_everything_apart_only_misses(cohort: Cohort) -> None:
    found = compare_with(cohort, Identities(nodes={}, mentions={}))
    assert found.wrong == []
    assert all(each.pairs.found == 0 for each in found.classes.values())
    assert {each.score.recall for each in found.difficulties if not each.same} == {1.0}


def test_everything_together_is_told_by_the_look_alikes(cohort: Cohort) -> None:
    one = Identities(nodes={}, mentions=dict.fromkeys(cohort.truth, "one"))
    found = compare_with(cohort, one)
    assert found.missed == []
    assert {each.score.recall for each in found.difficulties if not each.same} == {0.0}


def test_bands_and_calibration_count_candidate_pairs(measured: Measured) -> None:
    found = figures(measured)
    every = [pair for pairs in measured.pairs.values() for pair in pairs]
    assert sum(each["pairs"] for each in found["bands"]) == len(every) > 100
    assert sum(each["same"] for each in found["bands"]) == sum(pair.same for pair in every)
    assert [each["band"] for each in bands([])] == ["same", "probably", "unsure", "different"]
    assert sum(each["size"] for each in found["calibration"]["all"]["bins"]) == len(every)


def test_nodes_that_stay_two_are_judged_by_what_most_of_their_names_stand_for(cohort: Cohort) -> None:
    left, right, other, *_ = sorted(place for place, named in cohort.truth.items() if place.endswith("#basics"))
    truth = {left: cohort.truth[left], right: cohort.truth[left], other: cohort.truth[other]}
    likely = (Likely(left, right, 0.8), Likely(left, other, 0.4), Likely(left, "unknown", 0.9))
    found = compare_with(replace(cohort, truth=truth), Identities(likely=likely))
    assert found.doubted == [(0.8, True), (0.4, False)]
    assert [each["same"] for each in bands(found.doubted)] == [0, 1, 0, 0]


def test_the_page_shows_texts_as_texts(cohort: Cohort, measured: Measured) -> None:
    hostile = '<script>alert("1")</script>'
    truth = {place: replace(named, text=hostile, context=f"{hostile}'\"&") for place, named in cohort.truth.items()}
    changed = compare_with(replace(cohort, truth=truth), resolve(cohort.profiles))
    text = page(figures(changed))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert re.search(r"default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'none'", text)
    assert not re.search(r"\s(on\w+|style|src|href)=", text)


def test_the_command_writes_page_and_figures(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", "identity", "--people", "12", "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert "Pairs whose texts differ" in result.output
    told = json.loads((tmp_path / "out" / "identity.json").read_text(encoding="utf-8"))
    assert told["cohort"]["documents"] >= 12
    asked = ["evaluate", "identity", "--people", "12", "--json", "-o", str(tmp_path / "out")]
    assert json.loads(CliRunner().invoke(app, asked).stdout) == told
    assert (tmp_path / "out" / "identity.html").read_text(encoding="utf-8").startswith("<!doctype html>")
