"""Answers about lineage that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.lineage import DRAWN

from talentgraph import analyse, graph

WHOLE = graph.to_networkx(*DRAWN)


def test_lineage_goes_up_generation_by_generation() -> None:
    rows = analyse.lineage(WHOLE, person="Dan")
    assert [(row.generation, row.advisor, row.student, row.start_year, row.end_year) for row in rows] == [
        (1, "Ben", "Dan", None, None),
        (2, "Ada", "Ben", 2000, None),
        (2, "Cyd", "Ben", None, 2004),
        (3, "Emmy", "Ada", 1980, 1985),
        (3, "Emmy", "Cyd", None, None),
    ]


def test_descendants_go_down_and_end_in_a_circle() -> None:
    rows = analyse.descendants(WHOLE, person="Emmy")
    assert [(row.generation, row.student, row.advisor) for row in rows] == [
        (1, "Ada", "Emmy"), (1, "Cyd", "Emmy"), (2, "Ben", "Ada"), (2, "Ben", "Cyd"),
        (2, "Eve", "Cyd"), (3, "Dan", "Ben"),
    ]  # fmt: skip
    assert [row.student for row in analyse.descendants(WHOLE, person="Gus")] == ["Hal"]


def test_common_ancestors_come_nearest_first() -> None:
    rows = analyse.common_ancestors(WHOLE, person="Dan", other="Eve")
    assert [(row.ancestor, row.generations, row.other_generations) for row in rows] == [("Cyd", 2, 1), ("Emmy", 3, 2)]
    advisor = analyse.common_ancestors(WHOLE, person="Dan", other="Ben")[0]
    assert (advisor.ancestor, advisor.generations, advisor.other_generations) == ("Ben", 1, 0)
