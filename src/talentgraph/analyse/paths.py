"""Chains of people who know each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import beside, held, into, labelled, name, named, out, parts, place, reached, wholes
from talentgraph.analyse.rows import Hop, Way
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_KNOWING = ("WORKED_WITH", "STUDIED_WITH", "COAUTHORED_WITH", "ADVISED")
_WEIGHED = 200  # chains
_QUOTES = 4
_FARTHEST = 8  # steps; what the Cypher file says too


@tabled
def intro_paths(graph: nx.MultiDiGraph, *, person: str, other: str, max_hops: int = 4, k: int = 5) -> list[Hop]:
    """The shortest chains of people from one to another, each knowing the next; one row a step.

    They know each other as colleagues or fellow students, as co-authors, or as advisor and student: an organization
    that both passed through is no introduction. Of chains as short as each other the stronger come first: the strength
    of a step is the months together, plus twelve for each joint paper, plus 24 for advice; that of a chain is its
    weakest step's. No more than 200 chains of a length are weighed, those whose ids sort first.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in ("Ada", "Ben")]
    >>> nodes.append(Node("acme", ("Organization",), {"name": "Acme"}))
    >>> edge = Edge("1", "WORKED_WITH", "Ada", "Ben", {"organization": "acme", "overlapMonths": 9})
    >>> steps = intro_paths(to_networkx(nodes, [edge]), person="Ada", other="Ben")
    >>> [(row.person, row.other, row.because) for row in steps]
    [('Ada', 'Ben', ['worked together at Acme, months: 9'])]
    """
    chains = {
        tuple(chain)
        for start in named(graph, person, "Person")
        for end in named(graph, other, "Person")
        if start != end
        for chain in _shortest(graph, start, end, most=min(max_hops, _FARTHEST))
    }
    weighed = sorted(chains, key=lambda chain: (len(chain), _text(chain)))[:_WEIGHED]
    ranked = sorted(weighed, key=lambda chain: (len(chain), -_weakest(graph, chain), _text(chain)))[:k]
    return [row for number, chain in enumerate(ranked, 1) for row in _hops(graph, number, chain)]


@tabled
def ways_into(graph: nx.MultiDiGraph, *, organization: str, people: Sequence[str], k: int = 100) -> list[Way]:
    """The shortest ways from each of some people to those who have held a position at an organization or a part of it.

    The degree is 0 for who has held one, 1 for who knows such a person, 2 for who knows someone who does.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in ("Ada", "Ben")]
    >>> nodes.append(Node("acme", ("Organization",), {"name": "Acme"}))
    >>> edge = Edge("1", "WORKED_WITH", "Ada", "Ben", {"organization": "acme", "overlapMonths": 9})
    >>> edges = [edge, Edge("2", "HELD", "Ben", "p"), Edge("3", "AT", "p", "acme")]
    >>> graph = to_networkx([*nodes, Node("p", ("Position",))], edges)
    >>> [(row.person, row.degree, row.insider) for row in ways_into(graph, organization="Acme", people=["Ada"])]
    [('Ada', 1, 'Ben')]
    """
    places = parts(graph, named(graph, organization, "Organization"))
    positions = {stint for place in places for stint, _ in into(graph, place, "AT")}
    insiders = {person for stint in positions for person, _ in into(graph, stint, "HELD")}
    ours = [one for one in labelled(graph, "Person") if held(graph, people, [one])]
    return sorted((way for one in ours for way in _ways(graph, one, insiders)), key=_way_order)[:k]


def _ways(graph: nx.MultiDiGraph, person: str, insiders: set[str]) -> Iterator[Way]:
    if person in insiders:
        yield Way(name(graph, person), person, 0, None, None, name(graph, person), person, [], [])
        return
    known = _neighbours(graph, person)
    if near := [one for one in known if one in insiders]:
        for one in near:
            kinds = _kinds(graph, person, one)
            yield Way(name(graph, person), person, 1, None, None, name(graph, one), one, kinds, [])
        return
    for one in known:
        for other in _neighbours(graph, one):
            if other in insiders:
                kinds, onward = _kinds(graph, person, one), _kinds(graph, one, other)
                names = name(graph, person), name(graph, one), name(graph, other)
                yield Way(names[0], person, 2, names[1], one, names[2], other, kinds, onward)


def _kinds(graph: nx.MultiDiGraph, one: str, other: str) -> list[str]:
    return sorted({edge["type"] for node, edge in beside(graph, one, *_KNOWING) if node == other})


def _way_order(way: Way) -> tuple[int, str, str, str, str, str, str]:
    through = (way.through or "", way.through_id or "")
    return way.degree, way.person, way.person_id, *through, way.insider, way.insider_id


def _shortest(graph: nx.MultiDiGraph, start: str, end: str, *, most: int) -> list[tuple[str, ...]]:
    """The shortest chains between two people, as many as are weighed."""
    steps = _distances(graph, end, start, most)
    if start not in steps:
        return []
    return nsmallest(_WEIGHED, _descend(graph, (start,), steps), key=_text)


def _distances(graph: nx.MultiDiGraph, end: str, start: str, most: int) -> dict[str, int]:
    """How many steps people are from the end, up to the start or the most."""
    steps, queue = {end: 0}, deque([end])
    while queue:
        near = queue.popleft()
        if steps[near] == most or start in steps:
            break
        for far in _neighbours(graph, near):
            if far not in steps:
                steps[far] = steps[near] + 1
                queue.append(far)
    return steps


def _descend(graph: nx.MultiDiGraph, chain: tuple[str, ...], steps: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """All chains that come one step nearer to the end with each person."""
    if steps[chain[-1]] == 0:
        yield chain
        return
    for far in _neighbours(graph, chain[-1]):
        if steps.get(far) == steps[chain[-1]] - 1:
            yield from _descend(graph, (*chain, far), steps)


def _neighbours(graph: nx.MultiDiGraph, person: str) -> list[str]:
    return sorted({far for far, _ in beside(graph, person, *_KNOWING)})


def _text(chain: tuple[str, ...]) -> str:
    """What chains of one length are sorted by."""
    return "".join(f"{person} " for person in chain)


def _weakest(graph: nx.MultiDiGraph, chain: tuple[str, ...]) -> int:
    """The strength of the weakest step."""
    return min(sum(map(_strength, _between(graph, *pair))) for pair in pairwise(chain))


def _strength(edge: Mapping[str, Any]) -> int:
    if edge["type"] == "ADVISED":
        return 24
    if edge["type"] == "COAUTHORED_WITH":
        return 12 * int(edge.get("count", 1))
    return int(edge.get("overlapMonths", 0))


def _between(graph: nx.MultiDiGraph, one: str, other: str) -> list[Mapping[str, Any]]:
    return [edge for node, edge in beside(graph, one, *_KNOWING) if node == other]


def _hops(graph: nx.MultiDiGraph, number: int, chain: tuple[str, ...]) -> Iterator[Hop]:
    for hop, (near, far) in enumerate(pairwise(chain), 1):
        edges = _between(graph, near, far)
        said = [graph.nodes[one] | {"path": path} for one, path in _said(graph, near, far, edges)]
        quotes = {f"{one['path']}: {one['quote']}" for one in said if one["path"] and one.get("quote")}
        yield Hop(
            path=number,
            hop=hop,
            person=name(graph, near),
            person_id=near,
            other=name(graph, far),
            other_id=far,
            kinds=sorted({edge["type"] for edge in edges}),
            organizations=sorted({where for edge in edges if (where := place(graph, edge)) is not None}),
            because=sorted(_reasons(graph, near, far)),
            quotes=sorted(quotes)[:_QUOTES],
            confidence=min((one["confidence"] for one in said if "confidence" in one), default=None),
        )


def _reasons(graph: nx.MultiDiGraph, one: str, other: str) -> set[str]:
    """How two people know each other, in words."""
    pairs = [
        (*pair, edge)
        for pair in ((one, other), (other, one))
        for edge in graph.get_edge_data(*pair, default={}).values()
    ]
    return {_reason(graph, *pair) for pair in pairs if pair[2]["type"] in _KNOWING}


def _reason(graph: nx.MultiDiGraph, source: str, target: str, edge: Mapping[str, Any]) -> str:
    first, last = edge.get("firstYear", edge.get("startYear")), edge.get("lastYear", edge.get("endYear"))
    known = dict.fromkeys(year for year in (first, last) if year is not None)
    years = f", {' to '.join(map(str, known))}" if known else ""
    if edge["type"] == "ADVISED":
        return f"{name(graph, source)} advised {name(graph, target)}{years}"
    if edge["type"] == "COAUTHORED_WITH":
        return f"joint papers: {edge.get('count', 1)}{years}"
    did = "worked" if edge["type"] == "WORKED_WITH" else "studied"
    return f"{did} together at {place(graph, edge)}, months: {edge.get('overlapMonths')}"


def _said(graph: nx.MultiDiGraph, one: str, other: str, edges: list[Mapping[str, Any]]) -> set[tuple[str, str | None]]:
    """The evidence that two people know each other, each with the path of its document."""
    kinds = {edge["type"] for edge in edges}
    facts = {stint for person in (one, other) for stint in _shared_stints(graph, person, edges)}
    if "COAUTHORED_WITH" in kinds:
        facts |= set(reached(graph, [one], ("AUTHORED",))) & set(reached(graph, [other], ("AUTHORED",)))
    quotes = {quote for fact in facts for quote, _ in into(graph, fact, "SUPPORTS")}
    if "ADVISED" in kinds:
        for advisor, student in ((one, other), (other, one)):
            studies = {
                quote for fact in reached(graph, [student], ("STUDIED",)) for quote, _ in into(graph, fact, "SUPPORTS")
            }
            quotes |= studies & {quote for quote, _ in into(graph, advisor, "SUPPORTS")}
    found = set()
    for quote in quotes:
        paths = [graph.nodes[document].get("path") for document, _ in out(graph, quote, "FROM_DOCUMENT")]
        found |= {(quote, path) for path in paths or [None]}
    return found


def _shared_stints(graph: nx.MultiDiGraph, person: str, edges: list[Mapping[str, Any]]) -> Iterator[str]:
    """The stints of a person at the places, or at their parts, that the edges speak of."""
    for kind, held_as in (("WORKED_WITH", "HELD"), ("STUDIED_WITH", "STUDIED")):
        places = {edge.get("organization") for edge in edges if edge["type"] == kind}
        for stint, _ in out(graph, person, held_as):
            if places.intersection(wholes(graph, reached(graph, [stint], ("AT",)))):
                yield stint
