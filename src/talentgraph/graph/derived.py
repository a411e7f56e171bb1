"""Edges that follow from the others, so that common questions are one step: rebuilt with every build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Any

from talentgraph.graph.collect import Rows
from talentgraph.model import Property
from talentgraph.values.dates import month_index, year

Months = frozenset[int]
_ON_THE_SIDE = ("intern", "student")  # levels of positions that are no step of a career
_CROWD = 30  # authors; a paper of more relates only pairs of which one has a profile

_WITH = {"HELD": ("WORKED_AT", "WORKED_WITH"), "STUDIED": ("STUDIED_AT", "STUDIED_WITH")}


@dataclass(slots=True)
class _Links:
    """Edges by type and source."""

    targets: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def of(self, kind: str, source: str) -> list[str]:
        return self.targets.get((kind, source), [])


def add_derived(rows: Rows) -> None:
    """Add the derived edges. Months are whole months that are certain to lie in a range.

    A year without a month counts for as little as it can, and a range without an end that is not current for
    nothing; one that is current runs up to the date of its document. WORKED_WITH, STUDIED_WITH and COAUTHORED_WITH
    stand once a pair (and organisation), from the smaller id to the greater; read them without direction.
    """
    links = _Links()
    for edge in rows.edges.values():
        links.targets[edge.type, edge.source].append(edge.target)
    people = sorted(node for node, (labels, _) in rows.nodes.items() if labels[0] == "Person")
    for held in _WITH:
        _add_stints(rows, links, people, held)
    for person in people:
        _add_skills(rows, links, person)
        _add_steps(rows, links, person)
    _add_coauthors(rows)


def _add_stints(rows: Rows, links: _Links, people: list[str], held: str) -> None:
    """Who was where, first and last year; and who was there at the same time."""
    at, beside = _WITH[held]
    present: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))  # organisation → person → months
    for person in people:
        stays: dict[str, list[Mapping[str, Property]]] = defaultdict(list)
        for stint in links.of(held, person):
            for place in _wholes(links, links.of("AT", stint)):
                stays[place].append(rows.nodes[stint][1])
        for place, stints in stays.items():
            rows.edge(at, person, place, derived=True, **_years(stints))
            present[place][person] = set().union(*(_months(stint) for stint in stints))
    _add_pairs(rows, links, beside, present)


def _add_pairs(rows: Rows, links: _Links, kind: str, present: Mapping[str, Mapping[str, set[int]]]) -> None:
    """Pairs of people whose months at an organisation overlap; not at a whole when all of it was at one part."""
    shared: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(dict)
    for place, people in present.items():
        for left, right in combinations(sorted(people), 2):
            if months := people[left] & people[right]:
                shared[left, right][place] = months
    for (left, right), places in shared.items():
        for place, months in places.items():
            parts = [other for other in places if other != place and place in _wholes(links, [other])]
            if not any(places[part] == months for part in parts):
                rows.edge(kind, left, right, key=place, derived=True, organization=place, overlapMonths=len(months))


def _wholes(links: _Links, organizations: Iterable[str]) -> list[str]:
    """The organisations and all wholes that they are part of."""
    found = list(dict.fromkeys(organizations))
    for organization in found:  # grows while it is read
        found += [whole for whole in links.of("PART_OF", organization) if whole not in found]
    return found


def _years(stints: Iterable[Mapping[str, Property]]) -> dict[str, Any]:
    """The first and the last year of some stints; the last is not known while one of them is open."""
    stints = list(stints)
    years = [
        value for stint in stints for name in ("startYear", "endYear") if isinstance(value := stint.get(name), int)
    ]
    is_open = any("endYear" not in stint for stint in stints)
    return {"firstYear": min(years, default=None), "lastYear": None if is_open else max(years, default=None)}


def _months(stint: Mapping[str, Property]) -> Months:
    """The months, counted from the year 0, in which a stint is certain to run."""
    start, end = stint.get("startDate"), stint.get("endDate")
    if not end and stint.get("isCurrent"):
        end = stint.get("currentAsOf")
    if not isinstance(start, str) or not isinstance(end, str):
        return frozenset()
    first_year, last_year = year(start), year(end)
    if first_year is None or last_year is None:
        return frozenset()
    first, last = month_index(start), month_index(end)
    return frozenset(
        range(first_year * 12 + 11 if first is None else first, 1 + (last_year * 12 if last is None else last))
    )


def _add_skills(rows: Rows, links: _Links, person: str) -> None:
    """What a person is skilled in: what is listed, and what was used in a position or project."""
    months: dict[str, set[int]] = defaultdict(set)
    used: dict[str, set[int]] = defaultdict(set)
    stated = set(links.of("LISTS", person))
    for stint in (*links.of("HELD", person), *links.of("WORKED_ON", person)):
        values = rows.nodes[stint][1]
        for technology in links.of("USED", stint):
            used[technology] |= {last} if (last := _last_year(values)) else set()
            months[technology] |= _months(values) if stint.startswith("position/") else set()
    for technology in sorted(stated | months.keys()):
        rows.edge(
            "SKILLED_IN",
            person,
            technology,
            derived=True,
            months=len(months[technology]) or None,
            lastUsed=max(used[technology], default=None),
            stated=technology in stated,
        )


def _add_steps(rows: Rows, links: _Links, person: str) -> None:
    """From each position to the one that began next, and from a study to the position that it led to.

    That is the first that began when the study had ended, and of several studies before a position the last. What has
    no such date has no place in the order, and internships and student jobs are not part of it.
    """
    positions = sorted(
        (start, stint)
        for stint in links.of("HELD", person)
        if isinstance(start := rows.nodes[stint][1].get("startDate"), str)
        and rows.nodes[stint][1].get("level") not in _ON_THE_SIDE
    )
    steps = {after: before for (_, before), (_, after) in pairwise(positions)}
    studies = sorted(
        (end, stint)
        for stint in links.of("STUDIED", person)
        if isinstance(end := rows.nodes[stint][1].get("endDate"), str)
    )
    led_to: dict[str, str] = {}
    for end, study in studies:
        if after := next((stint for start, stint in positions if _not_before(start, end)), None):
            led_to[after] = study
    for after, before in (*steps.items(), *led_to.items()):
        rows.edge("FOLLOWED_BY", before, after, derived=True)


def _not_before(start: str, end: str) -> bool:
    """Whether a date is not before another, as far as both are known."""
    known = min(len(start), len(end))
    return start[:known] >= end[:known]


def _last_year(stint: Mapping[str, Property]) -> int | None:
    end = stint.get("currentAsOf" if stint.get("isCurrent") else "endDate")
    return year(end) if isinstance(end, str) else None


def _add_coauthors(rows: Rows) -> None:
    """Who wrote papers together: how many, and the first and the last year where known."""
    authors: dict[str, list[str]] = defaultdict(list)
    for edge in rows.edges.values():
        if edge.type == "AUTHORED":
            authors[edge.target].append(edge.source)
    papers: dict[tuple[str, str], list[Mapping[str, Property]]] = defaultdict(list)
    for paper, names in authors.items():
        for pair in _pairs(rows, sorted(names)):
            papers[pair].append(rows.nodes[paper][1])
    for (left, right), shared in papers.items():
        years = [value for paper in shared if isinstance(value := paper.get("year"), int)]
        span: dict[str, Any] = {"firstYear": min(years, default=None), "lastYear": max(years, default=None)}
        rows.edge("COAUTHORED_WITH", left, right, derived=True, count=len(shared), **span)


def _pairs(rows: Rows, names: list[str]) -> Iterator[tuple[str, str]]:
    for left, right in combinations(names, 2):
        if len(names) <= _CROWD or any(rows.nodes[name][1].get("hasProfile") for name in (left, right)):
            yield left, right
