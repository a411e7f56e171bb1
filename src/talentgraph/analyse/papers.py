"""Questions about papers: who writes them with whom, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from talentgraph.analyse.lookup import into, labelled, name, named, reached
from talentgraph.analyse.rows import Coauthor, Coauthorship, VenuePerson
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx


@tabled
def coauthors(graph: nx.MultiDiGraph, *, person: str, min_papers: int = 1) -> list[Coauthor]:
    """With whom a person writes papers, those with the most papers together first.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("b", ("Person",), {"name": "Ben"})]
    >>> nodes.append(Node("x", ("Publication",), {"name": "On X", "year": 2024}))
    >>> graph = to_networkx(nodes, [Edge("1", "AUTHORED", "a", "x"), Edge("2", "AUTHORED", "b", "x")])
    >>> [(row.coauthor, row.papers, row.last_year) for row in coauthors(graph, person="Ada")]
    [('Ben', 1, 2024)]
    """
    found = []
    for one in named(graph, person, "Person"):
        together: defaultdict[str, list[str]] = defaultdict(list)
        for work in reached(graph, [one], ("AUTHORED",)):
            for other in _authors(graph, work) - {one}:
                together[other].append(work)
        for other, works in together.items():
            if len(works) >= min_papers:
                venues = sorted({name(graph, venue) for venue in reached(graph, works, ("PUBLISHED_IN",))})
                row = Coauthor(name(graph, one), name(graph, other), other, *_counted(graph, works), venues)
                found.append(((-row.papers, row.coauthor, other, one), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


@tabled
def coauthor_network(
    graph: nx.MultiDiGraph, *, organization: str = "", venue: str = "", since: int = 0, k: int = 100
) -> list[Coauthorship]:
    """Who writes papers with whom: the k pairs of people with the most papers together.

    Both have a document of their own or, where an organization is given, both worked or studied at it. Papers count
    from the year `since` on, and those without a year; where a venue is given, only those that appeared there.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one, "hasProfile": True}) for one in ("Ada", "Ben", "Cyd")]
    >>> edges = [Edge(node.id, "AUTHORED", node.id, "x") for node in nodes]
    >>> graph = to_networkx([*nodes, Node("x", ("Publication",), {"name": "On X"})], edges)
    >>> [(row.person, row.coauthor, row.papers, row.undated) for row in coauthor_network(graph, k=2)]
    [('Ada', 'Ben', 1, 1), ('Ada', 'Cyd', 1, 1)]
    """
    members = _members(graph, organization)
    venues = set(named(graph, venue, "Venue")) if venue else set()
    together: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for work in labelled(graph, "Publication"):
        there = not venue or not venues.isdisjoint(reached(graph, [work], ("PUBLISHED_IN",)))
        if there and _within(graph, work, since, 9999):
            for pair in combinations(sorted(_authors(graph, work) & members), 2):
                together[pair].append(work)
    found = [
        Coauthorship(name(graph, one), one, name(graph, other), other, *_counted(graph, works))
        for (one, other), works in together.items()
    ]
    found.sort(key=lambda row: (-row.papers, row.person_id, row.coauthor_id))
    return found[:k]


@tabled
def venue_people(graph: nx.MultiDiGraph, *, venue: str, since: int = 0, until: int = 9999) -> list[VenuePerson]:
    """Who published at a venue, and in which years, those with the most papers first.

    A paper of which the year is not known counts whatever years are asked for, and is counted apart as `undated`.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("v", ("Venue",), {"name": "OSDI"})]
    >>> nodes.append(Node("x", ("Publication",), {"name": "On X", "year": 2024}))
    >>> graph = to_networkx(nodes, [Edge("1", "AUTHORED", "a", "x"), Edge("2", "PUBLISHED_IN", "x", "v")])
    >>> [(row.person, row.years) for row in venue_people(graph, venue="osdi", since=2020)]
    [('Ada', [2024])]
    """
    found = []
    for place in named(graph, venue, "Venue"):
        works: defaultdict[str, list[str]] = defaultdict(list)
        for work in {work for work, _ in into(graph, place, "PUBLISHED_IN") if _within(graph, work, since, until)}:
            for author in _authors(graph, work):
                works[author].append(work)
        for author, theirs in works.items():
            years = _years(graph, theirs)
            row = VenuePerson(
                venue=name(graph, place),
                person=name(graph, author),
                person_id=author,
                papers=len(theirs),
                undated=len(theirs) - len(years),
                years=sorted(set(years)),
            )
            found.append(((-row.papers, row.person, author, place), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _members(graph: nx.MultiDiGraph, organization: str) -> set[str]:
    """Who worked or studied at an organization; without one, who has a document."""
    if not organization:
        return {person for person in labelled(graph, "Person") if graph.nodes[person].get("hasProfile")}
    places = named(graph, organization, "Organization")
    return {person for place in places for person, _ in into(graph, place, "WORKED_AT", "STUDIED_AT")}


def _authors(graph: nx.MultiDiGraph, work: str) -> set[str]:
    return {author for author, _ in into(graph, work, "AUTHORED")}


def _within(graph: nx.MultiDiGraph, work: str, since: int, until: int) -> bool:
    """Whether a paper is of these years, or of a year that is not known."""
    year = graph.nodes[work].get("year")
    return year is None or since <= year <= until


def _years(graph: nx.MultiDiGraph, works: Iterable[str]) -> list[int]:
    return [year for work in works if (year := graph.nodes[work].get("year")) is not None]


def _counted(graph: nx.MultiDiGraph, works: list[str]) -> tuple[int, int, int | None, int | None]:
    """How many papers, how many of them without a year, and the first and the last year."""
    years = _years(graph, works)
    return len(works), len(works) - len(years), min(years, default=None), max(years, default=None)
