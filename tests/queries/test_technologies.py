"""Answers about technologies that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.technologies import DRAWN

from talentgraph import analyse, graph

WHOLE = graph.to_networkx(*DRAWN)


def test_trends_count_people_by_year_and_what_has_no_year_apart() -> None:
    """A paper counts as a position does, a project does not; Ben's position runs up to his document."""
    rows = analyse.technology_trends(WHOLE, technologies=["CUDA"])
    assert [(row.year, row.people) for row in rows] == [(2020, 2), (2021, 2), (2022, 2), (2023, 1), (None, 1)]


def test_trends_at_an_organization_count_positions_at_its_parts() -> None:
    rows = analyse.technology_trends(WHOLE, organization="Acme")
    assert [(row.technology, row.year, row.people) for row in rows] == [
        ("COBOL", 2019, 1), ("CUDA", 2020, 1), ("CUDA", 2021, 1), ("CUDA", 2022, 1),
    ]  # fmt: skip


def test_technologies_together_have_a_lift() -> None:
    """Of four people three know CUDA and two vLLM: by chance 1.5 would know both, and 2 do."""
    rows = analyse.technologies_together(WHOLE, min_people=1)
    assert [(row.technology, row.other, row.people, row.lift) for row in rows] == [
        ("CUDA", "vLLM", 2, 1.33), ("COBOL", "CUDA", 1, 0.67),
    ]  # fmt: skip


def test_adjacent_is_what_others_know_less() -> None:
    assert analyse.adjacent_technologies(WHOLE, technology="CUDA", min_people=1) == [
        analyse.Adjacent("CUDA", "vLLM", "technology/vllm", 2, 67, 0)
    ]
