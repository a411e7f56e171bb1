"""Questions about careers: who was where and for how long, what came after what, and what lies between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from talentgraph.analyse.lookup import into, name, named, out, parts
from talentgraph.analyse.rows import Ascent, Gap, Presence, Tenure
from talentgraph.analyse.rows.table import tabled
from talentgraph.values.dates import month_index

if TYPE_CHECKING:
    import networkx as nx

SENIOR = (
    "senior",
    "lead",
    "staff",
    "principal",
    "manager",
    "director",
    "vp",
    "chief",
    "professor",
    "associate professor",
    "full professor",
)


@tabled
def who_was_at(graph: nx.MultiDiGraph, *, organization: str, year: int) -> list[Presence]:
    """Who worked or studied at an organization, or at a part of it, in a year.

    Whoever may have been there, since a date is unknown, is a row too, with `known` false.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("Acme", ("Organization",), {"name": "Acme"})]
    >>> dates = {"startDate": "2019-03", "endDate": "2021-02", "startYear": 2019, "endYear": 2021}
    >>> nodes.append(Node("p", ("Position",), {"name": "Engineer", **dates}))
    >>> graph = to_networkx(nodes, [Edge("1", "HELD", "Ada", "p"), Edge("2", "AT", "p", "Acme")])
    >>> [(row.person, row.together, row.known) for row in who_was_at(graph, organization="acme", year=2020)]
    [('Ada', 'worked', True)]
    """
    found = []
    for place in _places(graph, organization):
        for stint, _ in into(graph, place, "AT"):
            if (known := _was_there(graph.nodes[stint], year)) is not None:
                for person, edge in into(graph, stint, "HELD", "STUDIED"):
                    found.append(_presence(graph, person, place, stint, edge["type"], known))
    return sorted(set(found), key=lambda row: (not row.known, row.person, row.person_id, row.stint_id, *_place(row)))


@tabled
def tenure(graph: nx.MultiDiGraph, *, organization: str) -> list[Tenure]:
    """For how many months people worked at an organization or its parts; what overlaps counts once.

    Months are those that are certain from the dates, None where no stint says a range; those that say none are counted
    apart as `undated`.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("Acme", ("Organization",), {"name": "Acme"})]
    >>> dates = {"startDate": "2019-03", "endDate": "2021-02", "startYear": 2019, "endYear": 2021}
    >>> nodes.append(Node("p", ("Position",), {"name": "Engineer", **dates}))
    >>> graph = to_networkx(nodes, [Edge("1", "HELD", "Ada", "p"), Edge("2", "AT", "p", "Acme")])
    >>> [(row.person, row.months, row.stints) for row in tenure(graph, organization="Acme")]
    [('Ada', 24, 1)]
    """
    found = []
    for whole in named(graph, organization, "Organization"):
        stints: defaultdict[str, set[str]] = defaultdict(set)
        for place in parts(graph, [whole]):
            for stint, _ in into(graph, place, "AT"):
                for person, _ in into(graph, stint, "HELD"):
                    stints[person].add(stint)
        found += [_tenure(graph, person, whole, held) for person, held in stints.items()]
    return sorted(found, key=lambda row: (-(row.months or 0), row.person, row.person_id, row.organization_id))


@tabled
def first_senior_title(graph: nx.MultiDiGraph, *, organization: str, levels: Sequence[str] = SENIOR) -> list[Ascent]:
    """How long those who have worked at an organization needed from their first position to a senior title.

    Positions anywhere count. Months are given where both dates say the month; positions without a start cannot be
    placed and are counted as `undated`.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("Acme", ("Organization",), {"name": "Acme"})]
    >>> nodes.append(Node("p", ("Position",), {"name": "Engineer", "startDate": "2019-03"}))
    >>> nodes.append(Node("q", ("Position",), {"name": "Lead", "level": "lead", "startDate": "2021"}))
    >>> edges = [Edge("1", "HELD", "Ada", "p"), Edge("2", "HELD", "Ada", "q"), Edge("3", "AT", "p", "Acme")]
    >>> rows = first_senior_title(to_networkx(nodes, edges), organization="Acme")
    >>> [(row.person, row.senior, row.years, row.months) for row in rows]
    [('Ada', 'Lead', 2, None)]
    """
    people = {
        person
        for place in _places(graph, organization)
        for stint, _ in into(graph, place, "AT")
        for person, _ in into(graph, stint, "HELD")
    }
    found = [_ascent(graph, person, levels) for person in people]
    return sorted(found, key=lambda row: (row.years is None, row.years or 0, row.person, row.person_id))


@tabled
def career_gaps(graph: nx.MultiDiGraph, *, person: str, min_months: int = 3) -> list[Gap]:
    """The months between the stints of a person, at work or in study, in which none is known to have run.

    Partial dates count for as much as they can, so that a gap is certain; stints whose start or end is unknown may
    fill one, and are counted as `undated`.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"})]
    >>> nodes.append(Node("p", ("Position",), {"name": "Engineer", "startDate": "2015-01", "endDate": "2018-12"}))
    >>> nodes.append(Node("q", ("Position",), {"name": "Lead", "startDate": "2020-01", "endDate": "2021-12"}))
    >>> graph = to_networkx(nodes, [Edge("1", "HELD", "Ada", "p"), Edge("2", "HELD", "Ada", "q")])
    >>> [(row.after, row.before, row.months) for row in career_gaps(graph, person="Ada")]
    [('Engineer', 'Lead', 12)]
    """
    found = []
    for one in named(graph, person, "Person"):
        stints = {stint for stint, _ in out(graph, one, "HELD", "STUDIED")}
        ranges = sorted(run for stint in stints if (run := _widest(stint, graph.nodes[stint])) is not None)
        undated = len(stints) - len(ranges)
        found += [row for row in _gaps(graph, one, ranges, undated) if row.months >= max(min_months, 1)]
    return found


class _Run(NamedTuple):
    """The first and the last month of a stint."""

    first: int
    last: int
    stint: str


def _places(graph: nx.MultiDiGraph, organization: str) -> list[str]:
    """All organizations of a name, and their parts."""
    return parts(graph, named(graph, organization, "Organization"))


def _was_there(stint: Mapping[str, Any], year: int) -> bool | None:
    """Whether a stint ran in a year for certain; None when it did not."""
    first, end = stint.get("startYear"), stint.get("endYear")
    if (first is not None and year < first) or (end is not None and year > end):
        return None
    last = _year(stint.get("currentAsOf")) if end is None and stint.get("isCurrent") else end
    return year in (first, last) or (first is not None and last is not None and first <= year <= last)


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date else None


def _presence(graph: nx.MultiDiGraph, person: str, place: str, stint: str, kind: str, known: bool) -> Presence:
    values = graph.nodes[stint]
    return Presence(
        person=name(graph, person),
        person_id=person,
        organization=name(graph, place),
        organization_id=place,
        together="worked" if kind == "HELD" else "studied",
        stint=name(graph, stint),
        stint_id=stint,
        start=values.get("startDate"),
        end=values.get("endDate"),
        known=known,
    )


def _place(row: Presence) -> tuple[str, str]:
    return row.organization_id, row.together


def _tenure(graph: nx.MultiDiGraph, person: str, whole: str, stints: set[str]) -> Tenure:
    values = [graph.nodes[stint] for stint in stints]
    runs = [run for one in values if (run := certain_months(one)) is not None]
    months = {month for first, last in runs for month in range(first, last + 1)}
    return Tenure(
        person=name(graph, person),
        person_id=person,
        organization=name(graph, whole),
        organization_id=whole,
        months=len(months) if runs else None,
        away=(max(months) - min(months) + 1 - len(months) if months else 0) if runs else None,
        stints=len(stints),
        undated=len(stints) - len(runs),
        current=any(one.get("isCurrent", False) for one in values),
    )


def _ends(stint: Mapping[str, Any]) -> tuple[str, str] | None:
    """The dates of a stint; one that is current runs up to the date of its document."""
    start = stint.get("startDate")
    end = stint.get("endDate") or (stint.get("currentAsOf") if stint.get("isCurrent") else None)
    return (start, end) if start and end else None


def certain_months(stint: Mapping[str, Any]) -> tuple[int, int] | None:
    """The months in which a stint is certain to have run: a year alone counts for as little as it can."""
    if (dates := _ends(stint)) is None:
        return None
    first, last = month_index(dates[0]), month_index(dates[1])
    return (
        int(dates[0][:4]) * 12 + 11 if first is None else first,
        int(dates[1][:4]) * 12 if last is None else last,
    )


def _widest(stint: str, values: Mapping[str, Any]) -> _Run | None:
    """The months in which a stint may have run: a year alone counts for as much as it can."""
    if (dates := _ends(values)) is None:
        return None
    first, last = month_index(dates[0]), month_index(dates[1])
    return _Run(
        int(dates[0][:4]) * 12 if first is None else first,
        int(dates[1][:4]) * 12 + 11 if last is None else last,
        stint,
    )


def _gaps(graph: nx.MultiDiGraph, person: str, runs: list[_Run], undated: int) -> Iterator[Gap]:
    """The gaps between runs in order of their months."""
    for last in sorted({run.last for run in runs}):
        later = [run.first for run in runs if run.first > last + 1]
        if later and not any(run.first <= last + 1 and run.last > last for run in runs):
            after = min(run.stint for run in runs if run.last == last)
            before = min(run.stint for run in runs if run.first == min(later))
            length = min(later) - last - 1
            yield Gap(
                name(graph, person), person, name(graph, after), after, name(graph, before), before, length, undated
            )


def _ascent(graph: nx.MultiDiGraph, person: str, levels: Sequence[str]) -> Ascent:
    positions = {stint for stint, _ in out(graph, person, "HELD")}
    dated = sorted((start, stint) for stint in positions if (start := graph.nodes[stint].get("startDate")))
    senior = next((stint for _, stint in dated if graph.nodes[stint].get("level") in levels), None)
    first = dated[0][0] if dated else None
    reached = graph.nodes[senior]["startDate"] if senior else None
    years = int(reached[:4]) - int(first[:4]) if first and reached else None
    known = month_index(first), month_index(reached)
    return Ascent(
        person=name(graph, person),
        person_id=person,
        first=first,
        senior=name(graph, senior) if senior else None,
        senior_id=senior,
        reached=reached,
        years=years,
        months=known[1] - known[0] if known[0] is not None and known[1] is not None else None,
        undated=len(positions) - len(dated),
    )
