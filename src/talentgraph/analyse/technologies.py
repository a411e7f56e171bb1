"""Questions about technologies: who uses them when, and what goes with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import goes_by, into, labelled, name, named, parts
from talentgraph.analyse.rows import Adjacent, Together, Trend
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx


@tabled
def technology_trends(
    graph: nx.MultiDiGraph,
    *,
    technologies: Sequence[str] = (),
    organization: str = "",
    since: int = 0,
    until: int = 9999,
    min_people: int = 1,
    top: int = 20,
) -> list[Trend]:
    """In which years how many people used the `top` technologies, in positions that ran then or in papers of the year.

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
    at = _positions(graph, organization) if organization else None
    uses = {
        one: {fact for fact, _ in into(graph, one, "USED") if _counts(graph, fact, at)}
        for one in _chosen(graph, technologies)
    }
    found = []
    for technology in sorted(uses, key=lambda one: (-len(uses[one]), one))[:top]:
        for year, people in _users(graph, uses[technology]).items():
            if len(people) >= max(min_people, 1) and (year is None or since <= year <= until):
                found.append(Trend(name(graph, technology), technology, year, len(people)))
    return sorted(found, key=lambda row: (row.technology, row.technology_id, 10000 if row.year is None else row.year))


@tabled
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
    known = _knowers(graph)
    everyone = len(set().union(*known.values()))
    chosen = [one for one in _chosen(graph, technologies) if known[one]]
    ranked = sorted(chosen, key=lambda one: (-len(known[one]), one))[:top]
    found = []
    for one, other in combinations(sorted(ranked), 2):
        people, first, second = len(known[one] & known[other]), len(known[one]), len(known[other])
        if people >= max(min_people, 1):
            lift = (200 * people * everyone + first * second) // (2 * first * second) / 100
            found.append(Together(name(graph, one), one, name(graph, other), other, people, first, second, lift))
    found.sort(key=lambda row: (-row.people, row.technology, row.other, row.technology_id, row.other_id))
    return found


@tabled
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
    known = _knowers(graph)
    everyone = len(set().union(*known.values()))
    found = []
    for one in named(graph, technology, "Technology"):
        others = everyone - len(known[one])
        for skill, knowers in known.items():
            people = len(knowers & known[one])
            of_others = len(knowers) - people
            enough = skill != one and people >= max(min_people, 1)
            if enough and people * others > of_others * len(known[one]):
                shares = _percent(people, len(known[one])), _percent(of_others, others)
                row = Adjacent(name(graph, one), name(graph, skill), skill, people, *shares)
                found.append(((shares[1] - shares[0], -people, row.adjacent, skill, one), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])[:k]]


def _chosen(graph: nx.MultiDiGraph, terms: Sequence[str]) -> Iterator[str]:
    """The technologies that go by one of the terms; all of them where there is none."""
    for one in labelled(graph, "Technology"):
        if not terms or any(goes_by(graph, one, term) for term in terms):
            yield one


def _knowers(graph: nx.MultiDiGraph) -> dict[str, set[str]]:
    """Who lists each technology or has used it at work."""
    return {one: {person for person, _ in into(graph, one, "SKILLED_IN")} for one in labelled(graph, "Technology")}


def _users(graph: nx.MultiDiGraph, uses: Iterable[str]) -> dict[int | None, set[str]]:
    """The people of some positions and papers by year."""
    users: defaultdict[int | None, set[str]] = defaultdict(set)
    for fact in uses:
        people = [person for person, _ in into(graph, fact, "HELD", "AUTHORED")]
        for year in _years(graph.nodes[fact]) if people else ():
            users[year].update(people)
    return users


def _positions(graph: nx.MultiDiGraph, organization: str) -> set[str]:
    """The positions at an organization or at a part of it."""
    places = parts(graph, named(graph, organization, "Organization"))
    return {stint for place in places for stint, _ in into(graph, place, "AT")}


def _counts(graph: nx.MultiDiGraph, fact: str, at: Set[str] | None) -> bool:
    """Whether a use of a technology counts: in a position or paper or, where these are given, in one of the stints."""
    labels = graph.nodes[fact]["labels"]
    if at is None:
        return "Position" in labels or "Publication" in labels
    return "Position" in labels and fact in at


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
