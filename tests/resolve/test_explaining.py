"""Explanations tell the reasons of resolve itself."""

from __future__ import annotations

from cohorts import profile_sets
from factory import named, people
from hypothesis import given, settings

from talentgraph.identity import Decision, Reason
from talentgraph.model import Profile, Publication
from talentgraph.resolve import explain, resolution, resolve
from talentgraph.resolve.comparison import Comparison

SAME = Decision(verdict="same", left="person/ben-sample", right="person/cho-third", by="ada", why="married name")


@settings(max_examples=30, deadline=None)
@given(profile_sets())
def test_the_steps_of_a_node_join_all_its_mentions(profiles: list[Profile]) -> None:
    found = resolution(profiles)
    for node in found.identities.nodes.values():
        why = explain(found, node.id)
        mentions = {mention for mention, other in found.identities.mentions.items() if other == node.id}
        assert len(why.steps) == len(mentions) - 1
        assert {end for step in why.steps for end in (step.left, step.right)} == (mentions if why.steps else set())
        assert all(step.says in node.reason for step in why.steps)


def test_two_names_of_one_node_are_led_to_each_other() -> None:
    why = explain(resolution(people()), "cvs/ben.txt#publications.0.authors.0", "Ada Example")
    assert why.verdict == "one"
    ends = [{step.left, step.right} for step in why.steps]
    assert "cvs/ben.txt#publications.0.authors.0" in ends[0]
    assert all(one & other for one, other in zip(ends, ends[1:], strict=False))


def test_a_decision_is_told_with_what_was_found_inside_its_sides() -> None:
    found = resolution(people(), [SAME], previous=resolve(people()))
    why = explain(found, "Ben Sample", "Cho Third")
    assert why.verdict == "one"
    assert why.decisions == (SAME,)
    says = [step.says for step in explain(found, "Ben Sample").steps]
    assert says.count("decided by ada: married name") == 1


def test_two_nodes_are_two_by_their_comparison_and_what_keeps_them_apart() -> None:
    apart = Decision(verdict="different", left="person/ben-sample", right="person/cho-third")
    why = explain(resolution(people()), "Ben Sample", "Cho Third")
    assert (why.verdict, why.band, why.decisions) == ("two", "different", ())
    assert why.reasons
    assert why.reasons[0].weight < 0
    assert why.against == "both are authors of one paper"
    assert explain(resolution(people(), [apart]), "Ben Sample", "Cho Third").decisions == (apart,)


def test_a_comparison_that_joined_is_told_with_its_weights() -> None:
    found = resolution(people())
    clusters = found.clusters["person"]
    reasons = (Reason("name", "one letter is other", 6.0),)
    first = next(join for join in clusters.joins if found.identities.mentions[join.left] == "person/ada-example")
    clusters.joins[clusters.joins.index(first)] = first._replace(reason=Comparison(0.97, reasons))
    steps = explain(found, "Ada Example").steps
    assert [(step.probability, step.reasons) for step in steps if step.reasons] == [(0.97, reasons)]


def test_two_people_are_compared_with_all_that_documents_say() -> None:
    papers = {"Bea Muster": "Counting Sheep in Parallel", "Dan Fourth": "On Slow Teaching Machines"}
    profiles = [
        named(f"{number}.txt", "Wei Wang", publications=(Publication(name=title, authors=("Wei Wang", other)),))
        for number, (other, title) in enumerate(papers.items())
    ]
    why = explain(resolution(profiles), "0.txt#basics", "1.txt#basics")
    assert why.verdict == "two"
    assert {"name", "coauthor"} <= {reason.what for reason in why.reasons}
