"""Questions about what the facts rest on, and which of them do not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import into, labelled, name, named, out, reached, wholes
from talentgraph.analyse.rows import Contradiction, DocumentFact, Duplicate, WeakFact
from talentgraph.analyse.rows.table import tabled

if TYPE_CHECKING:
    import networkx as nx

_FACTS = ("HELD", "STUDIED", "AUTHORED", "WORKED_ON", "RECEIVED")
_NAMED = ("Person", "Organization", "Venue", "Technology")
_KINDS = (*_NAMED, "Position", "Education", "Publication", "Project", "Award", "Certificate", "Location")


@tabled
def weak_facts(graph: nx.MultiDiGraph, *, person: str = "", below: int = 50, k: int = 100) -> list[WeakFact]:
    """Facts of which the best quote was read with less confidence than `below` percent, or which have no quote.

    The weakest come first. What a structured file says has no confidence and counts as certain. Without a person, the
    facts of all people with a document of their own.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("p", ("Position",), {"name": "Engineer"})]
    >>> nodes.append(Node("e", ("Evidence",), {"quote": "engineer (?)", "confidence": 0.4}))
    >>> graph = to_networkx(nodes, [Edge("1", "HELD", "a", "p"), Edge("2", "SUPPORTS", "e", "p")])
    >>> [(row.fact, row.confidence, row.quote) for row in weak_facts(graph, person="Ada")]
    [('Engineer', 0.4, 'engineer (?)')]
    """
    found = []
    for one in named(graph, person, "Person") if person else _with_document(graph):
        for fact, kind in {(fact, edge["type"]) for fact, edge in out(graph, one, *_FACTS)}:
            best = _best(graph, fact)
            if best < below / 100:
                found.append((best, name(graph, one), one, kind, name(graph, fact), fact))
    return [_weak(graph, *row) for row in sorted(found)[:k]]


@tabled
def conflicting_facts(graph: nx.MultiDiGraph, *, person: str = "", k: int = 100) -> list[Contradiction]:
    """Stints of one person that cannot be true, alone or both together.

    They end before they start; two positions at one place that began on the same date have two titles; what has the
    same title, or degree and field, at the same place and overlaps has two starts; or two positions were full-time at
    once, at organizations that are not of one whole. Where dates are missing nothing is in conflict.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> dates = {"startDate": "2020-05", "endDate": "2019"}
    >>> nodes = [Node("a", ("Person",), {"name": "Ada"}), Node("p", ("Position",), {"name": "Engineer", **dates})]
    >>> [(row.kind, row.fact) for row in conflicting_facts(to_networkx(nodes, [Edge("1", "HELD", "a", "p")]))]
    [('ends before it starts', 'Engineer')]
    """
    found = []
    for one in named(graph, person, "Person") if person else labelled(graph, "Person"):
        for kind, fact, other in _contradictions(graph, one):
            told = name(graph, other) if other else None
            found.append(Contradiction(name(graph, one), one, kind, name(graph, fact), fact, told, other))
    found.sort(key=lambda row: (row.person, row.person_id, row.kind, row.fact_id, row.other_id or ""))
    return found[:k]


@tabled
def facts_by_document(graph: nx.MultiDiGraph, *, document: str) -> list[DocumentFact]:
    """What quotes of a document speak of, and how many other documents do: what has 0 would go if it were erased.

    A document goes by its name, path or id. Contact details are left out.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("d", ("Document",), {"path": "ada.txt"}), Node("e", ("Evidence",))]
    >>> nodes.append(Node("a", ("Person",), {"name": "Ada"}))
    >>> graph = to_networkx(nodes, [Edge("1", "FROM_DOCUMENT", "e", "d"), Edge("2", "SUPPORTS", "e", "a")])
    >>> [(row.kind, row.fact, row.elsewhere) for row in facts_by_document(graph, document="ada.txt")]
    [('Person', 'Ada', 0)]
    """
    found = []
    for one in labelled(graph, "Document"):
        values = graph.nodes[one]
        if document.lower() in {str(term).lower() for term in (one, values.get("name"), values.get("path")) if term}:
            quotes = {quote for quote, _ in into(graph, one, "FROM_DOCUMENT")}
            for fact in reached(graph, sorted(quotes), ("SUPPORTS",)):
                kind = next((label for label in graph.nodes[fact]["labels"] if label in _KINDS), None)
                if kind:
                    row = _of_document(graph, values.get("path"), kind, fact, quotes)
                    found.append(((row.document or "", one, kind, row.fact, fact), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


@tabled
def duplicates(graph: nx.MultiDiGraph, *, label: str = "", min_percent: int = 0, k: int = 100) -> list[Duplicate]:
    """Pairs of people, organizations, venues or technologies that are probably the same, the most probable first.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("a", ("Person",), {"name": "Ada Li"}), Node("b", ("Person",), {"name": "A. Li"})]
    >>> graph = to_networkx(nodes, [Edge("1", "SAME_AS", "a", "b", {"probability": 0.8, "reason": "initials"})])
    >>> [(row.name, row.other, row.reason) for row in duplicates(graph, label="Person")]
    [('Ada Li', 'A. Li', 'initials')]
    """
    found = []
    for one in labelled(graph, *_NAMED):
        kind = next(kind for kind in _NAMED if kind in graph.nodes[one]["labels"])
        for other, edge in out(graph, one, "SAME_AS"):
            probability = edge.get("probability")
            if label.lower() in ("", kind.lower()) and (probability or 0) >= min_percent / 100:
                row = Duplicate(kind, name(graph, one), one, name(graph, other), other, probability, edge.get("reason"))
                found.append(row)
    found.sort(key=lambda row: (-(row.probability or 0), row.id, row.other_id, row.reason or ""))
    return found[:k]


def _with_document(graph: nx.MultiDiGraph) -> Iterator[str]:
    yield from (one for one in labelled(graph, "Person") if graph.nodes[one].get("hasProfile"))


def _best(graph: nx.MultiDiGraph, fact: str) -> float:
    """The confidence of the best quote of a fact; -1 where there is none."""
    said = [graph.nodes[quote].get("confidence") for quote, _ in into(graph, fact, "SUPPORTS")]
    return max((1.0 if confidence is None else confidence for confidence in said), default=-1.0)


def _weak(
    graph: nx.MultiDiGraph, best: float, person: str, person_id: str, kind: str, fact: str, fact_id: str
) -> WeakFact:
    """A row, with the quote of the least id of the best ones."""
    said = sorted(
        (quote, document)
        for quote, _ in into(graph, fact_id, "SUPPORTS")
        if graph.nodes[quote].get("confidence") == best
        for document in reached(graph, [quote], ("FROM_DOCUMENT",)) or [""]
    )
    quote, document = said[0] if said else ("", "")
    return WeakFact(
        person=person,
        person_id=person_id,
        kind=kind,
        fact=fact,
        fact_id=fact_id,
        confidence=best if best >= 0 else None,
        quote=graph.nodes[quote].get("quote") if quote else None,
        document=graph.nodes[document].get("path") if document else None,
    )


def _contradictions(graph: nx.MultiDiGraph, person: str) -> Iterator[tuple[str, str, str | None]]:
    stints = sorted(reached(graph, [person], ("HELD", "STUDIED")))
    for one in stints:
        start, end = graph.nodes[one].get("startDate"), graph.nodes[one].get("endDate")
        if start and end and end[: len(start)] < start[: len(end)]:
            yield "ends before it starts", one, None
    for one, other in combinations(stints, 2):
        if kind := _kind(graph, one, other):
            yield kind, one, other


def _kind(graph: nx.MultiDiGraph, one: str, other: str) -> str | None:
    """What is wrong with two stints together."""
    x, y = graph.nodes[one], graph.nodes[other]
    positions = ["Position" in values["labels"] for values in (x, y)]
    if positions[0] != positions[1]:
        return None
    titles = _title(x), _title(y)
    starts = x.get("startDate"), y.get("startDate")
    known, at_once = all(titles) and all(starts), _at_once(x, y)
    if known and starts[0] == starts[1] and titles[0] != titles[1] and positions[0]:
        return "two titles" if _together(graph, one, other) else None
    if known and starts[0] != starts[1] and titles[0] == titles[1] and _one_field(x, y) and at_once:
        return "two starts" if _together(graph, one, other) else None
    if at_once and x.get("employmentType") == y.get("employmentType") == "full-time":
        return "two full-time positions" if _apart(graph, one, other) else None
    return None


def _title(stint: Mapping[str, Any]) -> str:
    return str(stint.get("title") or stint.get("degree") or "").lower()


def _one_field(x: Mapping[str, Any], y: Mapping[str, Any]) -> bool:
    """Whether two studies are of one field, as far as is known."""
    return len({str(values["field"]).lower() for values in (x, y) if values.get("field")}) < 2


def _at_once(x: Mapping[str, Any], y: Mapping[str, Any]) -> bool:
    """Whether years say that two stints ran at the same time, not only one after the other in one year."""
    return _before(x.get("startYear"), y.get("endYear")) and _before(y.get("startYear"), x.get("endYear"))


def _before(year: int | None, other: int | None) -> bool:
    return year is not None and other is not None and year < other


def _together(graph: nx.MultiDiGraph, one: str, other: str) -> bool:
    return not set(reached(graph, [one], ("AT",))).isdisjoint(reached(graph, [other], ("AT",)))


def _apart(graph: nx.MultiDiGraph, one: str, other: str) -> bool:
    """Whether two stints were at organizations, and at such that are not of one whole."""
    mine, theirs = (set(wholes(graph, reached(graph, [stint], ("AT",)))) for stint in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_document(graph: nx.MultiDiGraph, path: str | None, kind: str, fact: str, quotes: set[str]) -> DocumentFact:
    said = [quote for quote, _ in into(graph, fact, "SUPPORTS")]
    documents = reached(graph, said, ("FROM_DOCUMENT",))
    return DocumentFact(path, kind, name(graph, fact), fact, len(quotes.intersection(said)), len(documents) - 1)
