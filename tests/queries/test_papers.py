"""Answers about papers that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.papers import DRAWN

from talentgraph import analyse, graph

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
