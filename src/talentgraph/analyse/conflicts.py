"""Who is too close to whom to judge the work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import goes_by, labelled, name, out, reached, wholes
from talentgraph.analyse.rows import Conflict
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_Tie = tuple[str, str, int | None]  # kind, the id of what ties, the last year


@dataclass(frozen=True, slots=True)
class _Stay:
    """The years of a stay: the last that is known of it, and the one in which it has ended."""

    first: int | None
    last: int | None
    end: int | None


@tabled
def conflicts(
    graph: nx.MultiDiGraph, *, people: Sequence[str], reviewers: Sequence[str], year: int, years: int = 5
) -> list[Conflict]:
    """What each of the people and each of the reviewers had to do with each other in the `years` before `year`.

    Stays at one organization count when they ran at the same time, papers when both wrote them, advising whenever it
    was. What may have been in these years, but has no dates that say so, stands without a year.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("b", ("Person",), {"name": "Ben"})]
    >>> graph = to_networkx(nodes, [Edge("1", "ADVISED", "a", "b", {"endYear": 2001})])
    >>> [(row.kind, row.what, row.last_year) for row in conflicts(graph, people=["Ben"], reviewers=["Ada"], year=2026)]
    [('advisor', 'Ada', 2001)]
    """
    found = [
        Conflict(name(graph, person), person, name(graph, reviewer), reviewer, kind, name(graph, what), what, last)
        for person, reviewer in product(_chosen(graph, people), _chosen(graph, reviewers))
        for kind, what, last in _ties(graph, person, reviewer, year - years)
    ]
    return sorted(found, key=_order)


def _ties(graph: nx.MultiDiGraph, person: str, reviewer: str, since: int) -> Iterator[_Tie]:
    yield from _advising(graph, person, reviewer)
    if person == reviewer:
        yield "same person", person, None
        return
    for work in set(reached(graph, [person], ("AUTHORED",))).intersection(reached(graph, [reviewer], ("AUTHORED",))):
        year = graph.nodes[work].get("year")
        if year is None or year >= since:
            yield "coauthor", work, year
    theirs = _stays(graph, reviewer)
    for place, stays in _stays(graph, person).items():
        overlaps = [found for one in stays for two in theirs.get(place, ()) for found in _overlap(one, two, since)]
        if overlaps:
            yield "colleague", place, max((last for last in overlaps if last is not None), default=None)


def _advising(graph: nx.MultiDiGraph, person: str, reviewer: str) -> Iterator[_Tie]:
    """Who of the two advised the other, and until when."""
    for advisor, student in dict.fromkeys([(person, reviewer), (reviewer, person)]):
        ends = [edge.get("endYear") for target, edge in out(graph, advisor, "ADVISED") if target == student]
        if ends:
            yield "advisor", advisor, max((end for end in ends if end is not None), default=None)


def _stays(graph: nx.MultiDiGraph, person: str) -> dict[str, list[_Stay]]:
    """The positions and studies of a person by organization, and by what it is part of."""
    found: defaultdict[str, list[_Stay]] = defaultdict(list)
    for stint in reached(graph, [person], ("HELD", "STUDIED")):
        for place in wholes(graph, reached(graph, [stint], ("AT",))):
            found[place].append(_stay(graph.nodes[stint]))
    return found


def _stay(stint: Mapping[str, Any]) -> _Stay:
    end = stint.get("endYear")
    current = int(stint["currentAsOf"][:4]) if stint.get("isCurrent") and stint.get("currentAsOf") else None
    return _Stay(stint.get("startYear"), current if end is None else end, end)


def _overlap(one: _Stay, two: _Stay, since: int) -> Iterator[int | None]:
    """The last common year since a year; None where the dates leave it open, nothing where they exclude it."""
    if any(_before(*pair) for pair in ((one.end, two.first), (two.end, one.first), (one.end, since), (two.end, since))):
        return
    last = None
    if one.first is not None and two.first is not None and one.last is not None and two.last is not None:
        last = min(one.last, two.last) if one.first <= two.last and two.first <= one.last else None
    yield None if _before(last, since) else last


def _before(year: int | None, other: int | None) -> bool:
    return year is not None and other is not None and year < other


def _chosen(graph: nx.MultiDiGraph, terms: Sequence[str]) -> list[str]:
    return [one for one in labelled(graph, "Person") if any(goes_by(graph, one, term) for term in terms)]


def _order(row: Conflict) -> tuple[str, str, str, str, str, int, str, str]:
    ends = (row.person, row.person_id, row.reviewer, row.reviewer_id)
    return (*ends, row.kind, -(row.last_year or 0), row.what, row.what_id)
