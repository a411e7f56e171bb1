"""Questions about the ways that many people go: between organizations, and between academia and industry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from talentgraph.analyse.careers import certain_months
from talentgraph.analyse.lookup import labelled, name, out, tops
from talentgraph.analyse.rows import Crossing, Flow

if TYPE_CHECKING:
    import networkx as nx

_SECTORS = {"University": "academia", "ResearchInstitute": "academia", "Company": "industry"}
_KINDS = ("move", "suppressed", "undated")


def career_flow(
    graph: nx.MultiDiGraph, *, level: str = "organization", since: int = 0, min_people: int = 3
) -> list[Flow]:
    """Moves between organizations, from one position of a person to the next by the dates of their starts.

    With the level "whole" a part counts as the whole that it belongs to. What fewer than `min_people` people did is not
    named: one row has the number of all such moves, and another that of the positions without a start.
    """
    place_of = {one: one for one in labelled(graph, "Organization")}
    if level == "whole":
        place_of = {one: min(tops(graph, one), default=one) for one in place_of}
    people: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    undated: Counter[str] = Counter()
    for person in labelled(graph, "Person"):
        steps = {_Step(at.start, at.position, place_of[at.place]) for at in _steps(graph, person)}
        if unknown := {step.position for step in steps if step.start is None}:
            undated[person] = len(unknown)
        for before, after in pairwise(_ordered(steps)):
            if before.place != after.place and _year(after) >= since:
                people[before.place, after.place][person] += 1
    enough = {pair: count for pair, count in people.items() if len(count) >= min_people}
    few = sum(count.total() for pair, count in people.items() if pair not in enough)
    found = [_flow(graph, *pair, count) for pair, count in enough.items()]
    found += [Flow("suppressed", None, None, None, None, few, None)] if few else []
    found += [Flow("undated", None, None, None, None, undated.total(), len(undated))] if undated else []
    return sorted(found, key=_order)


def sector_moves(graph: nx.MultiDiGraph, *, since: int = 0) -> list[Crossing]:
    """How many people went from academia to industry or back in each year, or were in both at once.

    Academia is universities and research institutes, industry is companies; positions elsewhere are passed over, and
    studies are no positions. "both at once" counts pairs of positions whose months are certain to overlap.
    """
    people: defaultdict[tuple[str, int | None], Counter[str]] = defaultdict(Counter)
    for person in labelled(graph, "Person"):
        steps = {
            _Step(at.start, at.position, sector)
            for at in _steps(graph, person)
            if (sector := _sector(graph, at.place)) is not None
        }
        for before, after in pairwise(_ordered(steps)):
            if before.place != after.place:
                people[f"{before.place} to {after.place}", _year(after)][person] += 1
        for year in _at_once(graph, steps):
            people["both at once", year][person] += 1
        if unknown := sum(1 for step in steps if step.start is None):
            people["undated", None][person] += unknown
    found = [
        Crossing(kind, year, len(count), count.total())
        for (kind, year), count in people.items()
        if year is None or year >= since
    ]
    return sorted(found, key=lambda row: (row.kind, row.year or 0))


class _Step(NamedTuple):
    """A position and its organization, or what stands for it."""

    start: str | None
    position: str
    place: str


def _steps(graph: nx.MultiDiGraph, person: str) -> Iterator[_Step]:
    for position, _ in out(graph, person, "HELD"):
        for place, _ in out(graph, position, "AT"):
            yield _Step(graph.nodes[position].get("startDate"), position, place)


def _ordered(steps: set[_Step]) -> list[_Step]:
    """The steps that have a start, in the order of the starts."""
    return sorted(step for step in steps if step.start is not None)


def _year(step: _Step) -> int:
    return int((step.start or "")[:4])


def _sector(graph: nx.MultiDiGraph, place: str) -> str | None:
    return next((_SECTORS[label] for label in graph.nodes[place]["labels"] if label in _SECTORS), None)


def _at_once(graph: nx.MultiDiGraph, steps: set[_Step]) -> Iterator[int]:
    """The years in which positions in both sectors began to overlap."""
    runs = {step: certain_months(graph.nodes[step.position]) for step in steps}
    for one, other in product(steps, steps):
        mine, theirs = runs[one], runs[other]
        if (one.place, other.place) == ("academia", "industry") and mine and theirs:
            first, last = max(mine[0], theirs[0]), min(mine[1], theirs[1])
            if first <= last and mine[0] <= mine[1] and theirs[0] <= theirs[1]:
                yield first // 12


def _flow(graph: nx.MultiDiGraph, origin: str, destination: str, people: Counter[str]) -> Flow:
    return Flow("move", name(graph, origin), origin, name(graph, destination), destination, people.total(), len(people))


def _order(row: Flow) -> tuple[int, int, str, str, str, str]:
    names = (row.origin or "", row.destination or "", row.origin_id or "", row.destination_id or "")
    return _KINDS.index(row.kind), -row.moves, *names
