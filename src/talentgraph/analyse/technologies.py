"""Questions about technologies: who uses them when, and what goes with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import goes_by, into, labelled, name, named, out, parts, reached
from talentgraph.analyse.rows import Adjacent, Together, Trend

if TYPE_CHECKING:
    import networkx as nx


def technology_trends(
    graph: nx.MultiDiGraph,
    *,
    technologies: Sequence[str] = (),
    organization: str = "",
    since: int = 0,
    until: int = 9999,
    min_people: int = 1,
) -> list[Trend]:
    """In which years how many people used a technology, in positions that ran in the year or in papers of the year.

    Of a position of which only one year is known, that year alone counts. People whose use has no year at all stand in
    a row without one. With an organization, positions there (or at a part of it) alone count.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("c", ("Technology",), {"name": "CUDA"})]
    >>> nodes.append(Node("p", ("Position",), {"name": "Engineer", "startYear": 2020, "endYear": 2021}))
    >>> graph = to_networkx(nodes, [Edge("1", "HELD", "a", "p"), Edge("2", "USED", "p", "c")])
    >>> [(row.year, row.people) for row in technology_trends(graph, technologies=["cuda"])]
    [(2020, 1), (2021, 1)]
    """
    places = parts(graph, named(graph, organization, "Organization")) if organization else None
    found = []
    for technology in _chosen(graph, technologies):
        users: defaultdict[int | None, set[str]] = defaultdict(set)
        for fact, _ in into(graph, technology, "USED"):
            if _counts(graph, fact, places):
                people = [person for person, _ in into(graph, fact, "HELD", "AUTHORED")]
                for year in _years(graph.nodes[fact]):
                    users[year].update(people)
        for year, them in users.items():
            if len(them) >= max(min_people, 1) and (year is None or since <= year <= until):
                found.append(Trend(name(graph, technology), technology, year, len(them)))
    return sorted(found, key=lambda row: (row.technology, row.technology_id, 10000 if row.year is None else row.year))


def technologies_together(
    graph: nx.MultiDiGraph, *, technologies: Sequence[str] = (), top: int = 25, min_people: int = 2
) -> list[Together]:
    """Which technologies the same people list or have used at work, those with the most people first.

    Pairs are made of the `top` technologies that most people know, or of the given ones.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in "abcd"]
    >>> nodes += [Node(one, ("Technology",), {"name": one}) for one in "xy"]
    >>> edges = [Edge(one + two, "SKILLED_IN", one, two) for one, two in ("ax", "ay", "bx", "by", "cx", "dx")]
    >>> together = technologies_together(to_networkx(nodes, edges))[0]
    >>> together.people, together.technology_people, together.other_people, together.lift
    (2, 4, 2, 1.0)
    """
    everyone = len({person for one in labelled(graph, "Technology") for person in _knowers(graph, one)})
    knowers = {one: _knowers(graph, one) for one in _chosen(graph, technologies)}
    ranked = sorted((one for one in knowers if knowers[one]), key=lambda one: (-len(knowers[one]), one))[:top]
    found = []
    for one, other in combinations(sorted(ranked), 2):
        people, first, second = len(knowers[one] & knowers[other]), len(knowers[one]), len(knowers[other])
        if people >= max(min_people, 1):
            lift = (200 * people * everyone + first * second) // (2 * first * second) / 100
            found.append(Together(name(graph, one), one, name(graph, other), other, people, first, second, lift))
    found.sort(key=lambda row: (-row.people, row.technology, row.other, row.technology_id, row.other_id))
    return found


def adjacent_technologies(
    graph: nx.MultiDiGraph, *, technology: str, min_people: int = 2, k: int = 20
) -> list[Adjacent]:
    """What people who know a technology know more often than others, the greatest difference of the shares first.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in "abcd"]
    >>> nodes += [Node(one, ("Technology",), {"name": one}) for one in "xyz"]
    >>> edges = [Edge(one + two, "SKILLED_IN", one, two) for one, two in ("ax", "ay", "bx", "by", "cy", "dz")]
    >>> adjacent = adjacent_technologies(to_networkx(nodes, edges), technology="x")
    >>> [(row.adjacent, row.people, row.share, row.share_of_others) for row in adjacent]
    [('y', 2, 100, 50)]
    """
    everyone = len({person for one in labelled(graph, "Technology") for person in _knowers(graph, one)})
    found = []
    for one in named(graph, technology, "Technology"):
        knowers = _knowers(graph, one)
        others = everyone - len(knowers)
        together = Counter(skill for person in knowers for skill in reached(graph, [person], ("SKILLED_IN",)))
        for skill, people in together.items():
            of_others = len(_knowers(graph, skill)) - people
            if skill != one and people >= min_people and people * others > of_others * len(knowers):
                shares = _percent(people, len(knowers)), _percent(of_others, others)
                row = Adjacent(name(graph, one), name(graph, skill), skill, people, *shares)
                found.append(((shares[1] - shares[0], -people, row.adjacent, skill, one), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])[:k]]


def _chosen(graph: nx.MultiDiGraph, terms: Sequence[str]) -> Iterator[str]:
    """The technologies that go by one of the terms; all of them where there is none."""
    for one in labelled(graph, "Technology"):
        if not terms or any(goes_by(graph, one, term) for term in terms):
            yield one


def _knowers(graph: nx.MultiDiGraph, technology: str) -> set[str]:
    return {person for person, _ in into(graph, technology, "SKILLED_IN")}


def _counts(graph: nx.MultiDiGraph, fact: str, places: Sequence[str] | None) -> bool:
    """Whether a use of a technology counts: in a position or paper, or in a position at one of the places."""
    labels = graph.nodes[fact]["labels"]
    if places is None:
        return "Position" in labels or "Publication" in labels
    return "Position" in labels and any(place in places for place, _ in out(graph, fact, "AT"))


def _years(fact: Mapping[str, Any]) -> Sequence[int | None]:
    """The years that are known of a position or paper; one None where there are none."""
    current = int(fact["currentAsOf"][:4]) if fact.get("isCurrent") and fact.get("currentAsOf") else None
    first = next((year for key in ("year", "startYear") if (year := fact.get(key)) is not None), None)
    last = next((year for key in ("year", "endYear") if (year := fact.get(key)) is not None), current)
    if first is not None and last is not None and first <= last:
        return range(first, last + 1)
    return [year for year in (first, last) if year is not None] or [None]


def _percent(part: int, whole: int) -> int:
    """A share in whole percent, halves rounded up: in whole numbers, as databases reckon it too."""
    return (200 * part + whole) // (2 * whole)
