"""Projections: simple graphs whose weights agree with the questions."""

from __future__ import annotations

import networkx as nx
from hypothesis import HealthCheck, given, settings
from queries.graphs import graphs

from talentgraph import analyse
from talentgraph.graph import to_networkx
from talentgraph.model import Edge, Node

PEOPLE = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben", "cyd")]
PLACES = [Node(f"organization/{name}", ("Organization",), {"name": name.title()}) for name in ("acme", "globex")]


def together(edge: str, left: str, right: str, place: str, months: int | None) -> Edge:
    values = {"organization": f"organization/{place}"} | ({} if months is None else {"overlapMonths": months})
    return Edge(edge, "WORKED_WITH", f"person/{left}", f"person/{right}", values)


def test_shared_work_takes_the_longest_time_and_names_all_places() -> None:
    edges = [
        together("1", "ada", "ben", "acme", 5),
        together("2", "ada", "ben", "globex", 9),
        together("3", "ben", "cyd", "acme", None),
    ]
    found = analyse.work_graph(to_networkx([*PEOPLE, *PLACES], edges))
    assert dict(found.edges) == {("person/ada", "person/ben"): {"weight": 9, "organizations": ["Acme", "Globex"]}}
    assert set(found) == {person.id for person in PEOPLE}
    assert analyse.work_graph(to_networkx([*PEOPLE, *PLACES], edges), min_months=10).number_of_edges() == 0


def test_coauthorship_counts_papers_of_some_years() -> None:
    papers = [Node("publication/a", ("Publication",), {"year": 2010}), Node("publication/b", ("Publication",), {})]
    edges = [Edge(f"{p.id}{a.id}", "AUTHORED", a.id, p.id) for p in papers for a in PEOPLE[:2]]
    web = to_networkx([*PEOPLE, *papers], edges)
    assert analyse.coauthor_graph(web).edges["person/ada", "person/ben"]["weight"] == 2
    assert analyse.coauthor_graph(web, since=2010).edges["person/ada", "person/ben"]["weight"] == 1


@settings(deadline=None, derandomize=True, max_examples=15, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_they_are_simple_weighted_graphs_that_algorithms_take(rows) -> None:  # type: ignore[no-untyped-def]
    web = to_networkx(*rows)
    for found in (analyse.work_graph(web), analyse.coauthor_graph(web), analyse.move_graph(web)):
        assert not found.is_multigraph()
        assert nx.number_of_selfloops(found) == 0
        assert all(weight > 0 for _, _, weight in found.edges(data="weight"))
        assert len(nx.pagerank(found, weight="weight")) == len(found)
    flow = [row for row in analyse.career_flow(web, min_people=1) if row.kind == "move"]
    assert {(row.origin_id, row.destination_id, row.people) for row in flow} == set(
        analyse.move_graph(web).edges(data="weight")
    )
