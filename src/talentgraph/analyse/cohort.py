"""Questions about people among others: who is alike, who connects, how many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from talentgraph.analyse.lookup import beside, into, labelled, name, named, parts, reached
from talentgraph.analyse.rows import Broker, Count, Similar
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_COMPARED = 200  # people; what the Cypher file says too
_HAS = ("WORKED_AT", "STUDIED_AT", "SKILLED_IN")
_TIES = ("WORKED_WITH", "STUDIED_WITH", "COAUTHORED_WITH", "ADVISED")


@tabled
def similar_people(graph: nx.MultiDiGraph, *, person: str, k: int = 10) -> list[Similar]:
    """Who has been where a person has, knows the same and publishes at the same venues.

    The score is what is common to both as a share of all that either has: organizations, technologies and venues, each
    counting one. Compared are the 200 who have the most in common.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in ("Ada", "Ben")]
    >>> nodes += [Node(one, ("Technology",), {"name": one}) for one in ("C", "Go")]
    >>> skills = [Edge(one + two, "SKILLED_IN", one, two) for one, two in (("Ada", "C"), ("Ada", "Go"), ("Ben", "Go"))]
    >>> [(row.other, row.score, row.technologies) for row in similar_people(to_networkx(nodes, skills), person="Ada")]
    [('Ben', 0.5, ['Go'])]
    """
    common: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    owned = {one: _features(graph, one) for one in named(graph, person, "Person")}
    for one, own in owned.items():
        for feature in own:
            for other in _holders(graph, feature) - {one}:
                common[one, other].add(feature)
    compared = sorted(common, key=lambda pair: (-len(common[pair]), pair[1], pair[0]))[:_COMPARED]
    found = []
    for one, other in compared:
        shared, total = len(common[one, other]), len(owned[one] | _features(graph, other))
        score = (2000 * shared + total) // (2 * total) / 1000
        found.append(((-score, name(graph, other), other, one), score))
    return [_similar(graph, one, other, score, common[one, other]) for (*_, other, one), score in sorted(found)[:k]]


@tabled
def brokers(graph: nx.MultiDiGraph, *, a: str, b: str, k: int = 20) -> list[Broker]:
    """Who is tied to people of one technology or organization and to people of another, by the pairs that makes.

    Ties are work, studies and papers together, and advising. Who is of both sides counts for neither.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in ("Ada", "Ben", "Cyd")]
    >>> nodes += [Node(one, ("Technology",), {"name": one}) for one in ("C", "Go")]
    >>> edges = [Edge("1", "SKILLED_IN", "Ada", "C"), Edge("2", "SKILLED_IN", "Cyd", "Go")]
    >>> edges += [Edge("3", "WORKED_WITH", "Ada", "Ben"), Edge("4", "COAUTHORED_WITH", "Ben", "Cyd")]
    >>> [(row.person, row.pairs) for row in brokers(to_networkx(nodes, edges), a="C", b="Go")]
    [('Ben', 1)]
    """
    first, second = _side(graph, a), _side(graph, b)
    tied = [Counter(far for one in side for far in _tied(graph, one)) for side in (first - second, second - first)]
    found = [
        Broker(name(graph, one), one, tied[0][one], tied[1][one], tied[0][one] * tied[1][one])
        for one in tied[0].keys() & tied[1].keys()
    ]
    return sorted(found, key=lambda row: (-row.pairs, row.person, row.person_id))[:k]


@tabled
def count_people(
    graph: nx.MultiDiGraph,
    *,
    technologies: Sequence[str] = (),
    organizations: Sequence[str] = (),
    degree: str = "",
    min_universities: int = 0,
    min_employers: int = 0,
) -> list[Count]:
    """How many of the people with a document of their own have all that is asked for; one row.

    A degree is its level, as bachelor, master or doctor. What is empty or 0 asks nothing.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one, "hasProfile": True}) for one in ("Ada", "Ben")]
    >>> java = [Node("java", ("Technology",), {"name": "Java"})]
    >>> count_people(to_networkx(nodes + java, [Edge("1", "SKILLED_IN", "Ada", "java")]), technologies=["Java"])
    [Count(people=1, everyone=2)]
    """
    everyone = {one for one in labelled(graph, "Person") if graph.nodes[one].get("hasProfile")}
    found = set(everyone)
    for term in technologies:
        found &= {one for tool in named(graph, term, "Technology") for one, _ in into(graph, tool, "SKILLED_IN")}
    for term in organizations:
        found &= set(_employed(graph, term))
    if degree:
        found = {one for one in found if degree.lower() in _levels(graph, one)}
    if min_universities:
        found = {one for one in found if len(reached(graph, [one], ("STUDIED",), ("AT",))) >= min_universities}
    if min_employers:
        found = {one for one in found if len(reached(graph, [one], ("HELD",), ("AT",))) >= min_employers}
    return [Count(len(found), len(everyone))]


def _features(graph: nx.MultiDiGraph, person: str) -> set[str]:
    """The organizations, technologies and venues of a person."""
    venues = reached(graph, [person], ("AUTHORED",), ("PUBLISHED_IN",))
    return {*reached(graph, [person], _HAS), *venues}


def _holders(graph: nx.MultiDiGraph, feature: str) -> set[str]:
    """The people of an organization, technology or venue."""
    works = [work for work, _ in into(graph, feature, "PUBLISHED_IN")]
    holders = {one for one, _ in into(graph, feature, *_HAS)}
    return holders | {author for work in works for author, _ in into(graph, work, "AUTHORED")}


def _similar(graph: nx.MultiDiGraph, person: str, other: str, score: float, common: set[str]) -> Similar:
    kinds = [
        sorted(name(graph, one) for one in common if label in graph.nodes[one]["labels"])
        for label in ("Organization", "Technology", "Venue")
    ]
    return Similar(name(graph, person), name(graph, other), other, score, *kinds)


def _side(graph: nx.MultiDiGraph, term: str) -> set[str]:
    """The people who know a technology, or have worked or studied at an organization."""
    places = [*named(graph, term, "Technology"), *named(graph, term, "Organization")]
    return {one for place in places for one, _ in into(graph, place, *_HAS)}


def _tied(graph: nx.MultiDiGraph, person: str) -> set[str]:
    return {far for far, _ in beside(graph, person, *_TIES)}


def _employed(graph: nx.MultiDiGraph, organization: str) -> Iterator[str]:
    """Who has held a position at an organization or at a part of it."""
    for place in parts(graph, named(graph, organization, "Organization")):
        for stint, _ in into(graph, place, "AT"):
            yield from (one for one, _ in into(graph, stint, "HELD"))


def _levels(graph: nx.MultiDiGraph, person: str) -> set[str | None]:
    return {graph.nodes[course].get("degreeLevel") for course in reached(graph, [person], ("STUDIED",))}
