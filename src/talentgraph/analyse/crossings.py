"""Questions about the ways that many people go: between organizations, and between academia and industry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import into, labelled, name, out, tops
from talentgraph.analyse.rows import Crossing, Flow
from talentgraph.analyse.rows.table import tabled
from talentgraph.values.dates import month_index

if TYPE_CHECKING:
    import networkx as nx

_SECTORS = {"University": "academia", "ResearchInstitute": "academia", "Company": "industry"}
_KINDS = ("move", "suppressed", "undated")


@tabled
def career_flow(
    graph: nx.MultiDiGraph, *, level: str = "organization", since: int = 0, min_people: int = 3
) -> list[Flow]:
    """Moves between organizations, from one position of a person to the one that began next, where it is elsewhere.

    With the level "whole" a part counts as the whole that it belongs to. What fewer than `min_people` people did is not
    named: one row has the number of all such moves, and another that of the positions without a start. Internships and
    student jobs are passed over.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Organization",), {"name": one}) for one in ("Acme", "Labs")]
    >>> nodes += [Node(one, ("Position",), {"startDate": one, "startYear": int(one)}) for one in ("2019", "2021")]
    >>> edges = [Edge("1", "HELD", "Ada", "2019"), Edge("2", "HELD", "Ada", "2021")]
    >>> edges += [Edge("3", "AT", "2019", "Acme"), Edge("4", "AT", "2021", "Labs")]
    >>> graph = to_networkx([Node("Ada", ("Person",)), *nodes], [*edges, Edge("5", "FOLLOWED_BY", "2019", "2021")])
    >>> [(row.origin, row.destination, row.moves, row.people) for row in career_flow(graph, min_people=1)]
    [('Acme', 'Labs', 1, 1)]
    """
    place_of = {one: one for one in labelled(graph, "Organization")}
    if level == "whole":
        place_of = {one: min(tops(graph, one), default=one) for one in place_of}
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for before, after in _steps(graph):
        if (graph.nodes[after].get("startYear") or 0) >= since:
            for origin, _ in out(graph, before, "AT"):
                for destination, _ in out(graph, after, "AT"):
                    if place_of[origin] != place_of[destination]:
                        cells[place_of[origin], place_of[destination]].append(before)
    people = {pair: _holders(graph, steps) if len(steps) >= min_people else 0 for pair, steps in cells.items()}
    few = sum(len(steps) for pair, steps in cells.items() if people[pair] < min_people)
    found = [_flow(graph, *pair, len(cells[pair]), count) for pair, count in people.items() if count >= min_people]
    found += [Flow("suppressed", None, None, None, None, few, None)] if few else []
    return sorted([*found, *_undated(graph)], key=_order)


@tabled
def sector_moves(graph: nx.MultiDiGraph, *, since: int = 0) -> list[Crossing]:
    """How many people went from academia to industry or back in each year, or were in both at once.

    Academia is universities and research institutes, industry is companies; studies are no positions, and internships
    and student jobs are passed over. A move is from one position to the one that began next; where the first is
    certain to have run on then, the person was in both at once.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",)), Node("Uni", ("Organization", "University"))]
    >>> nodes += [Node("Acme", ("Organization", "Company"))]
    >>> nodes += [Node(one, ("Position",), {"startDate": one, "startYear": int(one)}) for one in ("2019", "2021")]
    >>> edges = [Edge("1", "HELD", "Ada", "2019"), Edge("2", "HELD", "Ada", "2021")]
    >>> edges += [Edge("3", "AT", "2019", "Uni"), Edge("4", "AT", "2021", "Acme")]
    >>> sector_moves(to_networkx(nodes, [*edges, Edge("5", "FOLLOWED_BY", "2019", "2021")]))
    [Crossing(kind='academia to industry', year=2021, people=1, moves=1)]
    """
    people: defaultdict[tuple[str, int | None], Counter[str]] = defaultdict(Counter)
    for before, after, kind in {*_crossings(graph), *_out_of_order(graph)}:
        year = graph.nodes[after].get("startYear") if after else None
        if year is None or year >= since:
            known = "both at once" if after and _runs_on(graph.nodes[before], graph.nodes[after]) else kind
            people[known, year].update(person for person, _ in into(graph, before, "HELD"))
    found = [Crossing(*key, len(count), count.total()) for key, count in people.items() if count]
    return sorted(found, key=lambda row: (row.kind, row.year or 0))


def _steps(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    """The pairs of positions of which one followed the other."""
    for after in labelled(graph, "Position"):
        for before, _ in into(graph, after, "FOLLOWED_BY"):
            if "Position" in graph.nodes[before]["labels"]:
                yield before, after


def _holders(graph: nx.MultiDiGraph, positions: list[str]) -> int:
    """How many people held some positions."""
    return len({person for position in positions for person, _ in into(graph, position, "HELD")})


def _undated(graph: nx.MultiDiGraph) -> Iterator[Flow]:
    """How many positions have no start."""
    held = [(position, person) for position, person in _held(graph) if graph.nodes[position].get("startDate") is None]
    if held:
        positions, people = ({*ends} for ends in zip(*held, strict=True))
        yield Flow("undated", None, None, None, None, len(positions), len(people))


def _held(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    for position in labelled(graph, "Position"):
        for person, _ in into(graph, position, "HELD"):
            yield position, person


def _crossings(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str | None, str]]:
    """Positions that followed each other in two sectors, and from which sector to which."""
    for before, after in _steps(graph):
        for origin, destination in product(_sectors(graph, before), _sectors(graph, after)):
            if origin != destination:
                yield before, after, f"{origin} to {destination}"


def _out_of_order(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str | None, str]]:
    """Positions in a sector that have no start."""
    for position in labelled(graph, "Position"):
        if graph.nodes[position].get("startDate") is None and _sectors(graph, position):
            yield position, None, "undated"


def _sectors(graph: nx.MultiDiGraph, position: str) -> set[str]:
    labels = (label for place, _ in out(graph, position, "AT") for label in graph.nodes[place]["labels"])
    return {_SECTORS[label] for label in labels if label in _SECTORS}


def _runs_on(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a position is certain to have run on when the next began: a year counts for as little as it can."""
    start, end = after.get("startDate"), before.get("endDate")
    end = before.get("currentAsOf") if end is None and before.get("isCurrent") else end
    if start is None or end is None:
        return False
    first, last = month_index(start), month_index(end)
    first = int(start[:4]) * 12 + 11 if first is None else first
    return first <= (int(end[:4]) * 12 if last is None else last)


def _flow(graph: nx.MultiDiGraph, origin: str, destination: str, moves: int, people: int) -> Flow:
    return Flow("move", name(graph, origin), origin, name(graph, destination), destination, moves, people)


def _order(row: Flow) -> tuple[int, int, str, str, str, str]:
    names = (row.origin or "", row.destination or "", row.origin_id or "", row.destination_id or "")
    return _KINDS.index(row.kind), -row.moves, *names
