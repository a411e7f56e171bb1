"""Answers about people among others that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.cohort import DRAWN

from talentgraph import analyse, graph

WHOLE = graph.to_networkx(*DRAWN)


def test_similar_people_have_much_in_common() -> None:
    """Ada has C, Acme and Uni, as Ben has, and he has OSDI too: three of four."""
    first, second, *_ = analyse.similar_people(WHOLE, person="Ada")
    assert (first.other, first.score, first.organizations, first.technologies) == ("Ben", 0.75, ["Acme", "Uni"], ["C"])
    assert (second.other, second.score) == ("Cyd", 0.25)


def test_brokers_are_tied_to_both_sides() -> None:
    """Eve knows both and so is of neither side; Ada and Dan are tied to one side only."""
    assert analyse.brokers(WHOLE, a="C", b="Go") == [analyse.Broker("Fay", "person/fay", 1, 1, 1)]


def test_count_people() -> None:
    assert analyse.count_people(WHOLE, technologies=["C"]) == [analyse.Count(3, 5)]
    assert analyse.count_people(WHOLE, degree="doctor", min_universities=2) == [analyse.Count(1, 5)]
    assert analyse.count_people(WHOLE, organizations=["Uni"]) == [analyse.Count(1, 5)], "a part counts for the whole"


def test_alumni_go_elsewhere_and_what_is_not_known_is_empty() -> None:
    """Ada left in the year in which she began at Acme; the lab is a part of Uni; Cyd is still there."""
    rows = analyse.alumni(WHOLE, organization="Uni")
    assert [(row.person, row.left_year, row.next, row.title, row.start_year) for row in rows] == [
        ("Ada", 2010, "Acme", "Engineer", 2010),
        ("Ben", 2012, None, None, None),
        ("Dan", 2015, "Globex", "Engineer", 2016),
        ("Cyd", None, None, None, None),
    ]
