"""Communities: found alike on every run, named by what their members share."""

from __future__ import annotations

import random

from draw.sample import rows

from talentgraph.draw.communities import communities
from talentgraph.model import Edge, Node


def two_firms() -> tuple[list[Node], list[Edge]]:
    people = [Node(f"person/{i}", ("Person",), {"name": f"P{i}"}) for i in range(12)]
    firms = [Node(f"organization/{name.lower()}", ("Organization",), {"name": name}) for name in ("Acme", "Globex")]
    edges = [Edge(f"w{i}", "WORKED_AT", f"person/{i}", firms[i // 6].id) for i in range(12)]
    edges += [Edge(f"t{i}", "SKILLED_IN", f"person/{i}", "technology/rust") for i in range(12)]
    return [*people, *firms, Node("technology/rust", ("Technology",), {"name": "Rust"})], edges


def test_each_firm_is_one_and_gives_it_its_name() -> None:
    found = communities(*two_firms())
    assert sorted(each.name for each in found) == ["Acme", "Globex"]
    assert all(len(each.members) == 7 for each in found)


def test_a_technology_that_all_know_joins_nothing() -> None:
    assert all("technology/rust" not in each.members for each in communities(*two_firms()))


def test_the_order_of_the_rows_changes_nothing() -> None:
    nodes, edges = rows(40)
    found = communities(nodes, edges)
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    assert communities(nodes, edges) == found


def test_no_node_is_in_two() -> None:
    members = [member for each in communities(*rows(40)) for member in each.members]
    assert len(members) == len(set(members))


def test_without_a_landmark_the_best_connected_gives_the_name() -> None:
    people = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben", "cyd", "dan")]
    edges = [Edge(n.id, "ADVISED", "person/ada", n.id) for n in people[1:]]
    assert [each.name for each in communities(people, edges)] == ["Ada"]
