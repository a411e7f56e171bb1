"""Questions about the ways between organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import into, labelled, name, named, out, parts, reached
from talentgraph.analyse.rows import Alumnus, Feeder

if TYPE_CHECKING:
    import networkx as nx

_BEFORE, _UNDATED, _AFTER = range(3)  # work against study


def feeder_universities(graph: nx.MultiDiGraph, *, min_people: int = 2, since: int = 0) -> list[Feeder]:
    """How many people studied at one organization and then worked at another, for each pair of them.

    Every place of study counts, not the last alone; work that began before the year `since` does not. People for whom
    no years say what came first count too, and are counted apart as `undated`.
    """
    moves: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for person in labelled(graph, "Person"):
        for university, studied in out(graph, person, "STUDIED_AT"):
            for employer, worked in out(graph, person, "WORKED_AT"):
                if university != employer:
                    known = moves[university, employer].get(person, _BEFORE)
                    moves[university, employer][person] = max(known, _sequence(studied, worked, since))
    found = [_row(graph, *pair, list(people.values())) for pair, people in moves.items()]
    enough = [row for row in found if row.people >= max(min_people, 1)]
    return sorted(
        enough, key=lambda row: (-row.people, row.university, row.employer, row.university_id, row.employer_id)
    )


def alumni(graph: nx.MultiDiGraph, *, organization: str) -> list[Alumnus]:
    """Everyone who studied or worked at an organization, and the first position elsewhere that began when they left.

    Elsewhere is not at a part of it. Where the years do not say what came next, the next is None: also for those who
    are still there.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Organization",), {"name": one}) for one in ("Uni", "Acme")]
    >>> nodes += [Node("Ada", ("Person",), {"name": "Ada"}), Node("p", ("Position",), {"startYear": 2020})]
    >>> edges = [Edge("1", "STUDIED_AT", "Ada", "Uni", {"lastYear": 2019})]
    >>> edges += [Edge("2", "HELD", "Ada", "p"), Edge("3", "AT", "p", "Acme")]
    >>> [(row.person, row.left_year, row.next) for row in alumni(to_networkx(nodes, edges), organization="Uni")]
    [('Ada', 2019, 'Acme')]
    """
    found = []
    for one in named(graph, organization, "Organization"):
        inside = set(parts(graph, [one]))
        stays: defaultdict[str, list[int | None]] = defaultdict(list)
        for person, stay in into(graph, one, "STUDIED_AT", "WORKED_AT"):
            stays[person].append(stay.get("lastYear"))
        for person, years in stays.items():
            left = max((year for year in years if year is not None), default=None) if None not in years else None
            row = Alumnus(name(graph, one), name(graph, person), person, left, *_next(graph, person, left, inside))
            found.append(((row.organization, one, 10000 if left is None else left, row.person, person), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _next(graph: nx.MultiDiGraph, person: str, left: int | None, inside: set[str]) -> tuple[Any, ...]:
    """The organization, its id, the title and the year of the first position elsewhere since a year."""
    steps = []
    for stint in reached(graph, [person], ("HELD",)):
        values = graph.nodes[stint]
        started = values.get("startYear")
        if left is not None and started is not None and started >= left:
            for place in reached(graph, [stint], ("AT",)):
                if place not in inside:
                    title = values.get("title")
                    steps.append((started, values.get("startDate") or "", name(graph, place), place, stint, title))
    if not steps:
        return None, None, None, None
    started, _, where, place, _, title = min(steps, key=lambda step: step[:5])
    return where, place, title, started


def _sequence(studied: Mapping[str, Any], worked: Mapping[str, Any], since: int) -> int:
    first, then = _year(studied), _year(worked)
    if first is None or then is None:
        return _UNDATED
    return _AFTER if then >= max(first, since) else _BEFORE


def _year(edge: Mapping[str, Any]) -> int | None:
    year: int | None = edge.get("firstYear")
    return edge.get("lastYear") if year is None else year


def _row(graph: nx.MultiDiGraph, university: str, employer: str, sequences: list[int]) -> Feeder:
    people = sum(1 for sequence in sequences if sequence != _BEFORE)
    return Feeder(
        name(graph, university), university, name(graph, employer), employer, people, sequences.count(_UNDATED)
    )
