"""Answers about careers that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.careers import DRAWN

from talentgraph import analyse, graph

WEB = graph.to_networkx(*DRAWN)


def test_who_was_at_says_what_is_not_known() -> None:
    """In 2023 Ben may still be at Acme: he has no end. Cyd has no dates at all. Ada has left."""
    rows = analyse.who_was_at(WEB, organization="Acme", year=2023)
    assert [(row.person, row.stint, row.known) for row in rows] == [("Ben", "Lead", False), ("Cyd", "Engineer", False)]
    rows = analyse.who_was_at(WEB, organization="Acme", year=2016)
    assert [(row.person, row.organization, row.known) for row in rows] == [
        ("Ada", "Acme Labs", True),
        ("Dan", "Acme Labs", True),
        ("Cyd", "Acme Labs", False),
    ]


def test_present_is_known_up_to_the_document() -> None:
    known = {year: analyse.who_was_at(WEB, organization="Globex", year=year)[0].known for year in (2021, 2022, 2023)}
    assert known == {2021: True, 2022: True, 2023: False}
    assert analyse.who_was_at(WEB, organization="Globex", year=2019) == []


def test_tenure_counts_months_once_and_the_undated_apart() -> None:
    rows = analyse.tenure(WEB, organization="acme inc")
    assert [(row.person, row.months, row.away, row.stints, row.undated) for row in rows] == [
        ("Ada", 70, 0, 2, 0),
        ("Dan", 48, 12, 2, 0),
        ("Ben", None, None, 1, 1),
        ("Cyd", None, None, 1, 1),
    ]


def test_the_first_senior_title_is_reached_anywhere() -> None:
    rows = analyse.first_senior_title(WEB, organization="Acme")
    assert [(row.person, row.senior, row.years, row.months, row.undated) for row in rows] == [
        ("Ada", "Senior Engineer", 3, 36, 0),
        ("Ben", "Lead", 3, None, 0),  # no month is known of the first position
        ("Dan", "Professor", 4, 54, 0),
        ("Cyd", None, None, None, 1),
    ]


def test_gaps_are_certain() -> None:
    """Dan's studies may have lasted until the job began; then a year is empty. What overlaps leaves no gap."""
    rows = analyse.career_gaps(WEB, person="Dan")
    assert [(row.after_id, row.before_id, row.months) for row in rows] == [("position/dan/1", "position/dan/2", 12)]
    assert analyse.career_gaps(WEB, person="Dan", min_months=13) == []


def test_flow_keeps_small_cells_to_itself() -> None:
    assert analyse.career_flow(WEB) == [
        analyse.Flow("suppressed", None, None, None, None, 5, None),
        analyse.Flow("undated", None, None, None, None, 1, 1),
    ]
    moves = analyse.career_flow(WEB, min_people=1)[:-1]
    assert [(row.origin, row.destination, row.people) for row in moves] == [
        ("Acme", "Acme Labs", 1),
        ("Acme", "Globex", 1),
        ("Acme Labs", "Acme", 1),
        ("Acme Labs", "Uni X", 1),
        ("Uni X", "Acme", 1),
    ]


def test_a_part_stands_for_its_whole() -> None:
    moves = analyse.career_flow(WEB, min_people=1, level="whole")[:-1]
    assert [(row.origin, row.destination) for row in moves] == [
        ("Acme", "Globex"),
        ("Acme", "Uni X"),
        ("Uni X", "Acme"),
    ]


def test_sectors_are_crossed_and_shared() -> None:
    """Ben leaves the university; Dan becomes a professor while his job runs on."""
    assert analyse.sector_moves(WEB) == [
        analyse.Crossing("academia to industry", 2019, 1, 1),
        analyse.Crossing("both at once", 2016, 1, 1),
        analyse.Crossing("undated", None, 1, 1),
    ]


def test_ways_into_take_the_shortest() -> None:
    rows = analyse.ways_into(WEB, organization="Globex", people=["Dan", "Ben", "Ada", "Cyd"])
    assert [(row.person, row.degree, row.through, row.insider, row.kinds, row.onward) for row in rows] == [
        ("Ada", 0, None, "Ada", [], []),
        ("Ben", 1, None, "Ada", ["WORKED_WITH"], []),
        ("Dan", 2, "Ben", "Ada", ["ADVISED", "COAUTHORED_WITH"], ["WORKED_WITH"]),
    ]
