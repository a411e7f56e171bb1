"""Positions: the same on every run, apart from each other, neighbours near."""

from __future__ import annotations

import math
import random
import time

import numpy as np
from draw.sample import rows
from scipy.spatial import cKDTree

from talentgraph.draw import positions
from talentgraph.model import Edge, Node


def test_the_order_of_the_rows_changes_nothing():
    nodes, edges = rows()
    places = positions(nodes, edges)
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    assert positions(nodes, edges) == places


def test_only_drawn_nodes_get_a_place_and_every_place_is_a_number():
    nodes, edges = rows()
    places = positions(nodes, edges)
    assert set(places) == {n.id for n in nodes if n.labels[0] in
                           {"Person", "Organization", "Publication", "Venue", "Technology", "Project"}}  # fmt: skip
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())


def test_no_two_nodes_stand_on_one_spot():
    places = list(positions(*rows(40)).values())
    nearest = min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i])
    assert nearest > 0.3


def test_communities_stand_apart():
    nodes = [Node(f"person/{i}", ("Person",)) for i in range(40)]
    edges = [
        Edge(f"{i}-{j}", "COAUTHORED_WITH", f"person/{i}", f"person/{j}")
        for i in range(40)
        for j in range(i)
        if i // 20 == j // 20 or (i, j) == (20, 0)
    ]
    places = positions(nodes, edges)
    half = [[places[f"person/{i}"] for i in range(k, k + 20)] for k in (0, 20)]
    centres = [(sum(x for x, _ in side) / 20, sum(y for _, y in side) / 20) for side in half]
    spread = max(math.dist(spot, centre) for side, centre in zip(half, centres, strict=True) for spot in side)
    assert math.dist(*centres) > spread


def test_lone_nodes_stand_around_the_others():
    nodes, edges = rows()
    lone = [Node(f"person/lone-{i}", ("Person",)) for i in range(30)]
    places = positions([*nodes, *lone], edges)
    assert len({places[node.id] for node in lone}) == 30


def test_an_empty_graph_has_no_places():
    assert positions([], []) == {}


def test_thousands_that_hang_on_nobody_find_room_side_by_side():
    nodes = [Node(f"person/{i:04}", ("Person",)) for i in range(3000)]
    edges = [Edge(f"{i}", "ADVISED", nodes[i].id, nodes[i + 1].id) for i in range(0, 800, 2)]
    start = time.process_time()
    places = np.array(list(positions(nodes, edges).values()))
    assert time.process_time() - start < 30  # minutes, where each looks for the nearest free spot
    nearest = cKDTree(places).query(places, k=2)[0][:, 1]
    assert nearest.min() > 1
    assert np.hypot(*places.T).max() < 2 * math.sqrt(len(nodes))


def test_components_of_one_size_and_several_shapes_stand_apart():
    """As many nodes in a row need more room than around one."""
    nodes, edges, belongs = [], [], []
    for group in range(300):
        ids = [f"person/{group:03}-{i}" for i in range(5)]
        nodes += [Node(id_, ("Person",)) for id_ in ids]
        ends = [(0 if group % 3 else i, i + 1) for i in range(4)]
        edges += [Edge(f"{group}-{a}-{b}", "ADVISED", ids[a], ids[b]) for a, b in ends]
        belongs += [group] * 5
    places = positions(nodes, edges)
    tree = cKDTree([places[node.id] for node in nodes])
    near = [(a, b) for a, b in tree.query_pairs(1.9) if belongs[a] != belongs[b]]
    assert near == []
