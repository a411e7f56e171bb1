"""An invented cohort in communities, as large as wanted, to look at: `cohort(5_000)` gives nodes and edges."""

from __future__ import annotations

from itertools import count
from random import Random

from talentgraph.model import Edge, Node

_GIVEN = [
    "Ada",
    "Ben",
    "Cyd",
    "Dan",
    "Eve",
    "Fay",
    "Gus",
    "Hana",
    "Ines",
    "Jan",
    "Kira",
    "Lou",
    "Mia",
    "Nils",
    "Olga",
    "Paul",
    "Quin",
    "Rosa",
    "Sam",
    "Tess",
    "Uma",
    "Vik",
    "Yara",
    "Zoe",
]
_FAMILY = [
    "Abel",
    "Berg",
    "Costa",
    "Dahl",
    "Fuchs",
    "Gupta",
    "Haas",
    "Ito",
    "Jung",
    "Kim",
    "Moreau",
    "Nagy",
    "Okoye",
    "Park",
    "Rossi",
    "Singh",
    "Tanaka",
    "Vega",
    "Wang",
    "Zhao",
]
_KINDS = {"person": 0.45, "organization": 0.2, "technology": 0.12, "venue": 0.03, "publication": 0.2}
_LABELS = {"organization": ("Organization", "Company"), "person": ("Person",), "technology": ("Technology",),
           "venue": ("Venue",), "publication": ("Publication",)}  # fmt: skip
_HOME = 0.85  # the share of ties that stay in the own community
_SIZE = 250  # nodes of a community


def cohort(size: int, *, seed: int = 3) -> tuple[list[Node], list[Edge]]:
    """Some `size` nodes in communities, the first of each kind with the most ties; the same ones for the same seed."""
    random, groups = Random(seed), max(4, size // _SIZE)
    ids = {kind: [f"{kind}/{i}" for i in range(int(size * share))] for kind, share in _KINDS.items()}
    edges: list[Edge] = []
    numbers = count()

    def tie(kind: str, source: str, group: int, other: str, **values: int) -> None:
        pool = ids[other][group::groups] if random.random() < _HOME else ids[other]
        target = pool[int(len(pool) * random.random() ** 3)]
        edges.append(Edge(f"edge/{next(numbers)}", kind, source, target, values))

    for i, person in enumerate(ids["person"]):
        for _ in range(random.randint(1, 4)):
            tie("WORKED_AT", person, i % groups, "organization", firstYear=random.randint(2000, 2020))
        tie("STUDIED_AT", person, i % groups, "organization")
        for _ in range(random.randint(1, 5)):
            tie("SKILLED_IN", person, i % groups, "technology")
        for _ in range(random.choice((0, 0, 1, 2, 3))):
            tie("AUTHORED", person, i % groups, "publication")
    for i, paper in enumerate(ids["publication"]):
        tie("PUBLISHED_IN", paper, i % groups, "venue")
    met = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = [_node(kind, i, random) for kind in _KINDS for i, id_ in enumerate(ids[kind]) if id_ in met]
    return nodes, edges


def _node(kind: str, number: int, random: Random) -> Node:
    names = {
        "person": f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}",
        "organization": f"{('Acme', 'University of Nowhere', 'Globex')[number % 3]} {number + 1}",
        "technology": f"Tool {number + 1}",
        "venue": f"Conf {number + 1}",
        "publication": f"A Study of Things, Part {number + 1}",
    }
    values = {"year": 2000 + number % 25} if kind == "publication" else {}
    return Node(f"{kind}/{number}", _LABELS[kind], {"name": names[kind], "aliases": [], **values})
