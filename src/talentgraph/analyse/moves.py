"""Questions about the ways between organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import labelled, name, out
from talentgraph.analyse.rows import Feeder

if TYPE_CHECKING:
    import networkx as nx

_BEFORE, _UNDATED, _AFTER = range(3)  # work against study


def feeder_universities(graph: nx.MultiDiGraph, *, min_people: int = 2) -> list[Feeder]:
    """How many people studied at one organization and then worked at another, for each pair of them.

    People for whom no years say what came first count too, and are counted apart as `undated`.
    """
    moves: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for person in labelled(graph, "Person"):
        for university, studied in out(graph, person, "STUDIED_AT"):
            for employer, worked in out(graph, person, "WORKED_AT"):
                if university != employer:
                    known = moves[university, employer].get(person, _BEFORE)
                    moves[university, employer][person] = max(known, _sequence(studied, worked))
    found = [_row(graph, *pair, list(people.values())) for pair, people in moves.items()]
    enough = [row for row in found if row.people >= max(min_people, 1)]
    return sorted(
        enough, key=lambda row: (-row.people, row.university, row.employer, row.university_id, row.employer_id)
    )


def _sequence(studied: Mapping[str, Any], worked: Mapping[str, Any]) -> int:
    first, then = _year(studied), _year(worked)
    if first is None or then is None:
        return _UNDATED
    return _AFTER if then >= first else _BEFORE


def _year(edge: Mapping[str, Any]) -> int | None:
    year: int | None = edge.get("firstYear")
    return edge.get("lastYear") if year is None else year


def _row(graph: nx.MultiDiGraph, university: str, employer: str, sequences: list[int]) -> Feeder:
    people = sum(1 for sequence in sequences if sequence != _BEFORE)
    return Feeder(
        name(graph, university), university, name(graph, employer), employer, people, sequences.count(_UNDATED)
    )
