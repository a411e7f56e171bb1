"""Answers about papers that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.papers import DRAWN

from talentgraph import analyse, graph
from talentgraph.model import Edge, Node

WHOLE = graph.to_networkx(*DRAWN)


def test_coauthors_count_papers_without_a_year_apart() -> None:
    assert analyse.coauthors(WHOLE, person="Ada") == [
        analyse.Coauthor("Ada", "Ben", "person/ben", 2, 1, 2020, 2020, ["OSDI"]),
        analyse.Coauthor("Ada", "Cyd", "person/cyd", 2, 1, 2024, 2024, ["OSDI", "SOSP"]),
        analyse.Coauthor("Ada", "Dan", "person/dan", 1, 0, 2024, 2024, ["SOSP"]),
    ]


def test_the_network_is_of_people_with_documents_or_of_an_organization() -> None:
    among_us = [(row.person, row.coauthor, row.papers) for row in analyse.coauthor_network(WHOLE)]
    assert among_us == [("Ada", "Ben", 2), ("Ada", "Cyd", 2), ("Ben", "Cyd", 1)]
    at_acme = analyse.coauthor_network(WHOLE, organization="ACME Inc")
    assert [(row.person, row.coauthor, row.papers) for row in at_acme] == [("Ada", "Dan", 1)]


def test_the_network_since_a_year_keeps_what_has_no_year() -> None:
    rows = analyse.coauthor_network(WHOLE, venue="OSDI", since=2021)
    assert [(row.person, row.coauthor, row.papers, row.undated) for row in rows] == [
        ("Ada", "Ben", 1, 1), ("Ada", "Cyd", 1, 1), ("Ben", "Cyd", 1, 1),
    ]  # fmt: skip


def test_venue_people() -> None:
    rows = analyse.venue_people(WHOLE, venue="Operating Systems")
    assert [(row.person, row.papers, row.undated, row.years) for row in rows] == [
        ("Ada", 2, 1, [2020]), ("Ben", 2, 1, [2020]), ("Cyd", 1, 1, []),
    ]  # fmt: skip


def test_conflicts_show_what_has_no_dates_and_leave_out_what_dates_exclude() -> None:
    """Cyd left Acme before Ada came; nothing says when Dan came, or when Y was written."""
    rows = analyse.conflicts(WHOLE, people=["Ada"], reviewers=["Ben", "Cyd", "Dan", "Ada"], year=2025)
    assert [(row.reviewer, row.kind, row.what, row.last_year) for row in rows] == [
        ("Ada", "same person", "Ada", None),
        ("Ben", "advisor", "Ben", None),
        ("Ben", "coauthor", "X", 2020),
        ("Ben", "coauthor", "Y", None),
        ("Ben", "colleague", "Acme", 2022),
        ("Cyd", "coauthor", "Z", 2024),
        ("Cyd", "coauthor", "Y", None),
        ("Dan", "coauthor", "Z", 2024),
        ("Dan", "colleague", "Acme", None),
    ]


def test_conflicts_with_whoever_left_long_ago_are_over() -> None:
    rows = analyse.conflicts(WHOLE, people=["Ben"], reviewers=["Ada"], year=2030)
    assert [(row.kind, row.what) for row in rows] == [("advisor", "Ben"), ("coauthor", "Y")]


def test_a_current_stay_may_have_gone_on() -> None:
    """Ben was still at Acme in 2024, which is too long ago; whether he was there since nobody knows."""
    people = {"people": ["Ben"], "reviewers": ["Ben", "Gus"]}
    nodes = [*DRAWN[0], *_gus()[0]]
    rows = analyse.conflicts(graph.to_networkx(nodes, [*DRAWN[1], *_gus()[1]]), **people, year=2030)
    assert [(row.reviewer, row.kind, row.last_year) for row in rows if row.kind == "colleague"] == [
        ("Gus", "colleague", None)
    ]


def _gus() -> tuple[list[Node], list[Edge]]:
    """Someone at Acme since 2020, and still in 2026."""
    stay = {"startYear": 2020, "isCurrent": True, "currentAsOf": "2026"}
    return (
        [Node("person/gus", ("Person",), {"name": "Gus"}), Node("position/gus", ("Position",), stay)],
        [
            Edge("gus held", "HELD", "person/gus", "position/gus"),
            Edge("gus at", "AT", "position/gus", "organization/acme"),
        ],
    )
