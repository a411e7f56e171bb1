"""Questions about who advised whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import into, name, named, out
from talentgraph.analyse.rows import Ancestor, Descent, Lineage
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_FARTHEST = 8  # generations; what the Cypher files say too

Step = Callable[..., Iterable[tuple[str, Mapping[str, Any]]]]


@tabled
def lineage(graph: nx.MultiDiGraph, *, person: str, max_generations: int = _FARTHEST) -> list[Lineage]:
    """Who advised a person, and who advised the advisors, the nearest generation first.

    One row for each time that an ancestor advised someone of the generation below; an ancestor on several ways stands
    in the nearest generation.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> people = [Node(f"person/{name.lower()}", ("Person",), {"name": name}) for name in ("Ada", "Ben")]
    >>> graph = to_networkx(people, [Edge("e", "ADVISED", "person/ada", "person/ben", {"endYear": 2020})])
    >>> [(row.generation, row.advisor, row.student, row.end_year) for row in lineage(graph, person="Ben")]
    [(1, 'Ada', 'Ben', 2020)]
    """
    found = []
    for one in named(graph, person, "Person"):
        for generation, student, advisor, edge_id in _tree(graph, one, into, max_generations):
            row = Lineage(
                name(graph, one),
                generation,
                name(graph, advisor),
                advisor,
                name(graph, student),
                student,
                *_years(graph.edges[advisor, student, edge_id]),
            )
            order = (generation, row.advisor, advisor, row.student, student, one, edge_id)
            found.append((order, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


@tabled
def descendants(graph: nx.MultiDiGraph, *, person: str, max_generations: int = _FARTHEST) -> list[Descent]:
    """Whom a person advised, and whom the students advised, the nearest generation first.

    One row for each time that someone of the generation above advised a descendant.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> people = [Node(f"person/{name.lower()}", ("Person",), {"name": name}) for name in ("Ada", "Ben")]
    >>> graph = to_networkx(people, [Edge("e", "ADVISED", "person/ada", "person/ben", {"endYear": 2020})])
    >>> [(row.generation, row.student, row.advisor, row.start_year) for row in descendants(graph, person="Ada")]
    [(1, 'Ben', 'Ada', None)]
    """
    found = []
    for one in named(graph, person, "Person"):
        for generation, advisor, student, edge_id in _tree(graph, one, out, max_generations):
            row = Descent(
                name(graph, one),
                generation,
                name(graph, student),
                student,
                name(graph, advisor),
                advisor,
                *_years(graph.edges[advisor, student, edge_id]),
            )
            order = (generation, row.student, student, row.advisor, advisor, one, edge_id)
            found.append((order, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


@tabled
def common_ancestors(graph: nx.MultiDiGraph, *, person: str, other: str, k: int = 5) -> list[Ancestor]:
    """The academic ancestors that two people have in common, the nearest first, with the generations to each.

    A person counts as an ancestor of generation 0: where the one advised the other, the advisor is the nearest.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> people = [Node(f"person/{name.lower()}", ("Person",), {"name": name}) for name in ("Ada", "Ben", "Cyd")]
    >>> advised = [Edge(one, "ADVISED", "person/ada", f"person/{one}") for one in ("ben", "cyd")]
    >>> common_ancestors(to_networkx(people, advised), person="Ben", other="Cyd")[0].ancestor
    'Ada'
    """
    found = []
    for one in named(graph, person, "Person"):
        steps = _generations(graph, one, into, _FARTHEST)
        for two in named(graph, other, "Person"):
            others = _generations(graph, two, into, _FARTHEST) if one != two else {}
            for ancestor in steps.keys() & others.keys():
                near, far = steps[ancestor], others[ancestor]
                row = Ancestor(name(graph, one), name(graph, two), name(graph, ancestor), ancestor, near, far)
                found.append(((near + far, near, row.ancestor, ancestor, one, two), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])[:k]]


def _tree(graph: nx.MultiDiGraph, start: str, step: Step, most: int) -> Iterator[tuple[int, str, str, str]]:
    """Every edge from a generation to the next: the number of the next, the two people, and the edge."""
    generations = _generations(graph, start, step, min(most, _FARTHEST))
    for near, generation in generations.items():
        for far, edge_id in _advising(graph, near, step):
            if generations.get(far) == generation + 1:
                yield generation + 1, near, far, edge_id


def _generations(graph: nx.MultiDiGraph, start: str, step: Step, most: int) -> dict[str, int]:
    """How many steps of advising each person is from the start."""
    found = {start: 0}
    level = [start]
    for generation in range(1, most + 1):
        level = [far for near in level for far, _ in step(graph, near, "ADVISED")]
        level = [far for far in dict.fromkeys(level) if far not in found]
        found |= dict.fromkeys(level, generation)
    return found


def _advising(graph: nx.MultiDiGraph, person: str, step: Step) -> Iterator[tuple[str, str]]:
    """The people one step away and the ids of the edges to them."""
    if step is out:
        edges = [(far, key, edge) for _, far, key, edge in graph.out_edges(person, keys=True, data=True)]
    else:
        edges = [(far, key, edge) for far, _, key, edge in graph.in_edges(person, keys=True, data=True)]
    yield from ((far, key) for far, key, edge in edges if edge["type"] == "ADVISED")


def _years(edge: Mapping[str, Any]) -> tuple[int | None, int | None]:
    return edge.get("startYear"), edge.get("endYear")
