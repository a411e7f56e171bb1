"""Questions about the ways between organizations."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import into, labelled, name, named, out, parts, reached
from talentgraph.analyse.rows import Alumnus, Feeder
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx


@tabled
def feeder_universities(graph: nx.MultiDiGraph, *, min_people: int = 2, since: int = 0) -> list[Feeder]:
    """How many people came from a place of study to an employer elsewhere, for each pair of them.

    The employer is that of the first position that began when the study had ended, and of several studies before it
    the last counts. Internships and student jobs are passed over, and work that began before the year `since`.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Organization",), {"name": one}) for one in ("Uni", "Acme")]
    >>> nodes += [Node("Ada", ("Person",)), Node("s", ("Education",)), Node("p", ("Position",), {"startYear": 2020})]
    >>> edges = [Edge("1", "STUDIED", "Ada", "s"), Edge("2", "AT", "s", "Uni"), Edge("3", "AT", "p", "Acme")]
    >>> feeders = feeder_universities(to_networkx(nodes, [*edges, Edge("4", "FOLLOWED_BY", "s", "p")]), min_people=1)
    >>> [(row.university, row.employer, row.people, row.undated) for row in feeders]
    [('Uni', 'Acme', 1, 1)]
    """
    cells: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for study in labelled(graph, "Education"):
        for position, _ in out(graph, study, "FOLLOWED_BY"):
            if (graph.nodes[position].get("startYear") or 0) >= since:
                for university, employer in product(_places(graph, study), _places(graph, position)):
                    if university != employer:
                        cells[university, employer] |= _students(graph, study)
    enough = {ends: people for ends, people in cells.items() if len(people) >= max(min_people, 1)}
    undated = {university: _undated(graph, university) for university, _ in enough}
    found = [_row(graph, *ends, len(people), undated[ends[0]]) for ends, people in enough.items()]
    return sorted(
        found, key=lambda row: (-row.people, row.university, row.employer, row.university_id, row.employer_id)
    )


@tabled
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


def _places(graph: nx.MultiDiGraph, stint: str) -> list[str]:
    return reached(graph, [stint], ("AT",))


def _students(graph: nx.MultiDiGraph, study: str) -> set[str]:
    return {person for person, _ in into(graph, study, "STUDIED")}


def _undated(graph: nx.MultiDiGraph, university: str) -> int:
    """How many people studied at a university who are not there now, while no date says until when."""
    studies = (
        stint
        for stint, _ in into(graph, university, "AT")
        if "Education" in (values := graph.nodes[stint])["labels"]
        and values.get("endDate") is None
        and not values.get("isCurrent")
    )
    return len({person for study in studies for person in _students(graph, study)})


def _row(graph: nx.MultiDiGraph, university: str, employer: str, people: int, undated: int) -> Feeder:
    return Feeder(name(graph, university), university, name(graph, employer), employer, people, undated)
