"""Questions about what people have done, and about what says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import (
    beside,
    into,
    labelled,
    name,
    named,
    out,
    parts,
    place,
    reached,
)
from talentgraph.analyse.rows import Colleague, Expert, Match, Statement
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_FACTS = ("HELD", "STUDIED", "AUTHORED", "WORKED_ON", "RECEIVED", "LISTS")
_OWN = ("HELD", "STUDIED", "WORKED_ON", "RECEIVED")  # to nodes that belong to one person


@tabled
def find_people(
    graph: nx.MultiDiGraph,
    *,
    technologies: Sequence[str] = (),
    organizations: Sequence[str] = (),
    min_organizations: int = 1,
    venues: Sequence[str] = (),
) -> list[Match]:
    """Who has all these technologies, worked at so many of these organizations and published at all these venues.

    Names, ids and aliases are taken, in capitals or not. A technology is known to who is skilled in it or has published
    on it; a position at a part of an organization counts for the whole.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("Ben", ("Person",), {"name": "Ben"})]
    >>> nodes += [Node("technology/c++", ("Technology",), {"name": "C++", "aliases": ["cpp"]})]
    >>> graph = to_networkx(nodes, [Edge("1", "SKILLED_IN", "Ada", "technology/c++")])
    >>> find_people(graph, technologies=["CPP"])
    [Match(person='Ada', person_id='Ada', technologies=['CPP'], organizations=[], publications=0)]
    """
    skilled = [_skilled(graph, term) for term in technologies]
    staff = [_staff(graph, term) for term in organizations]
    papers = [_papers(graph, term) for term in venues]
    authors = [{author for work in works for author, _ in into(graph, work, "AUTHORED")} for works in papers]
    everyone = labelled(graph, "Person") if not skilled and not authors else set.intersection(*skilled, *authors)
    published = set().union(*papers)
    found = []
    for person in everyone:
        employers = [term for term, people in zip(organizations, staff, strict=True) if person in people]
        if not organizations or len(employers) >= min_organizations:
            works = published.intersection(reached(graph, [person], ("AUTHORED",)))
            found.append(Match(name(graph, person), person, list(technologies), employers, len(works)))
    return sorted(found, key=lambda row: (row.person, row.person_id))


@tabled
def colleagues(graph: nx.MultiDiGraph, *, person: str, min_months: int = 1, organization: str = "") -> list[Colleague]:
    """Who worked or studied at the same organization in the same months as a person.

    Only dates that are known count: without them nobody is taken for a colleague. With an `organization`, only there
    or at a part of it.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node(one, ("Person",), {"name": one}) for one in ("Ada", "Ben")]
    >>> nodes.append(Node("acme", ("Organization",), {"name": "Acme"}))
    >>> edge = Edge("1", "WORKED_WITH", "Ada", "Ben", {"organization": "acme", "overlapMonths": 9})
    >>> [(row.colleague, row.organization, row.months) for row in colleagues(to_networkx(nodes, [edge]), person="Ben")]
    [('Ada', 'Acme', 9)]
    """
    places = set(parts(graph, named(graph, organization, "Organization")))
    found = []
    for one in named(graph, person, "Person"):
        for other, edge in beside(graph, one, "WORKED_WITH", "STUDIED_WITH"):
            elsewhere = organization and edge.get("organization") not in places
            if (months := edge.get("overlapMonths")) is not None and months >= min_months and not elsewhere:
                together = "worked" if edge["type"] == "WORKED_WITH" else "studied"
                row = Colleague(name(graph, one), name(graph, other), other, place(graph, edge), together, months)
                found.append((one, row))
    found.sort(key=lambda pair: (*_colleague_order(pair[1]), pair[0]))
    return [row for _, row in found]


@tabled
def experts(graph: nx.MultiDiGraph, *, technology: str, min_months: int = 0, k: int = 100) -> list[Expert]:
    """Who knows a technology, those with the most months first, `k` at most.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("c", ("Technology",), {"name": "CUDA"})]
    >>> graph = to_networkx(nodes, [Edge("1", "SKILLED_IN", "Ada", "c", {"months": 30, "lastUsed": 2024})])
    >>> [(row.person, row.months, row.last_used) for row in experts(graph, technology="cuda")]
    [('Ada', 30, 2024)]
    """
    found = []
    for one in named(graph, technology, "Technology"):
        for person, skill in into(graph, one, "SKILLED_IN"):
            if (skill.get("months") or 0) >= min_months:
                found.append((_expert_order(graph, one, person, skill), one, person, skill))
    found.sort(key=itemgetter(0))
    return [_expert(graph, one, person, skill) for _, one, person, skill in found[:k]]


@tabled
def evidence(graph: nx.MultiDiGraph, *, person: str) -> list[Statement]:
    """Every fact about a person with the words that say it, in the order of the documents.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("Ada", ("Person",), {"name": "Ada"}), Node("p", ("Position",), {"name": "Engineer"})]
    >>> nodes += [Node("e", ("Evidence",), {"quote": "an engineer"}), Node("d", ("Document",), {"path": "ada.txt"})]
    >>> edges = [Edge("1", "HELD", "Ada", "p"), Edge("2", "SUPPORTS", "e", "p"), Edge("3", "FROM_DOCUMENT", "e", "d")]
    >>> [(row.kind, row.fact, row.quote) for row in evidence(to_networkx(nodes, edges), person="Ada")]
    [('HELD', 'Engineer', 'an engineer')]
    """
    found = set()
    for one in named(graph, person, "Person"):
        theirs = _documents(graph, one)
        facts = {(fact, edge["type"]) for fact, edge in out(graph, one, *_FACTS)}
        for fact, kind in {(one, "IS"), *facts}:
            for quote, _ in into(graph, fact, "SUPPORTS"):
                for document in reached(graph, [quote], ("FROM_DOCUMENT",)):
                    if kind != "LISTS" or document in theirs:
                        found.add((_order(graph, quote, document), kind, fact, one, quote, document))
    return [
        _statement(graph, one, kind, fact, quote, document) for _, kind, fact, one, quote, document in sorted(found)
    ]


def _skilled(graph: nx.MultiDiGraph, term: str) -> set[str]:
    """Who is skilled in a technology or has published on it."""
    people = set()
    for one in named(graph, term, "Technology"):
        people |= {person for person, _ in into(graph, one, "SKILLED_IN")}
        people |= {author for work, _ in into(graph, one, "USED") for author, _ in into(graph, work, "AUTHORED")}
    return people


def _staff(graph: nx.MultiDiGraph, term: str) -> set[str]:
    """Who has held a position at an organization or at a part of it."""
    places = parts(graph, named(graph, term, "Organization"))
    return {
        person for place in places for stint, _ in into(graph, place, "AT") for person, _ in into(graph, stint, "HELD")
    }


def _papers(graph: nx.MultiDiGraph, term: str) -> set[str]:
    """What was published at a venue."""
    return {work for one in named(graph, term, "Venue") for work, _ in into(graph, one, "PUBLISHED_IN")}


def _documents(graph: nx.MultiDiGraph, person: str) -> set[str]:
    """The documents that are about a person: they speak of the person's own stints, or begin with the person."""
    quotes = {quote for own in reached(graph, [person], _OWN) for quote, _ in into(graph, own, "SUPPORTS")}
    quotes |= {quote for quote, _ in into(graph, person, "SUPPORTS") if "/basics/" in quote}
    return set(reached(graph, sorted(quotes), ("FROM_DOCUMENT",)))


def _order(graph: nx.MultiDiGraph, quote: str, document: str) -> tuple[str, int, int, str]:
    said = graph.nodes[quote]
    return graph.nodes[document].get("path") or "", said.get("page") or 0, said.get("charStart") or 0, quote


def _statement(graph: nx.MultiDiGraph, person: str, kind: str, fact: str, quote: str, document: str) -> Statement:
    said = graph.nodes[quote]
    return Statement(
        person=name(graph, person),
        kind=kind,
        fact=name(graph, fact),
        fact_id=fact,
        quote=said.get("quote"),
        document=graph.nodes[document].get("path"),
        page=said.get("page"),
        section=said.get("section"),
        confidence=said.get("confidence"),
    )


def _colleague_order(row: Colleague) -> tuple[int, str, str, bool, str, str]:
    where = row.organization
    return -row.months, row.colleague, row.colleague_id, where is None, where or "", row.together


def _expert_order(graph: nx.MultiDiGraph, one: str, person: str, skill: Mapping[str, Any]) -> tuple[Any, ...]:
    return -(skill.get("months") or 0), -(skill.get("lastUsed") or 0), name(graph, person), person, one


def _expert(graph: nx.MultiDiGraph, one: str, person: str, skill: Mapping[str, Any]) -> Expert:
    venues = reached(graph, [person], ("AUTHORED",), ("PUBLISHED_IN",))
    return Expert(
        technology=name(graph, one),
        person=name(graph, person),
        person_id=person,
        months=skill.get("months"),
        last_used=skill.get("lastUsed"),
        stated=bool(skill.get("stated", False)),
        venues=sorted({name(graph, venue) for venue in venues}),
    )
