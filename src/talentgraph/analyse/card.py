"""One person on one card: every fact with the words of the documents that say it."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from talentgraph.errors import QueryError
from talentgraph.model import Edge, Node
from talentgraph.values.text import fold

_HEADINGS = {  # relationship of the person, and whether it leads to the person, to the heading of its facts
    ("HELD", False): "Positions",
    ("STUDIED", False): "Education",
    ("ADVISED", True): "Advised by",
    ("ADVISED", False): "Advisor of",
    ("AUTHORED", False): "Publications",
    ("WORKED_ON", False): "Projects",
    ("RECEIVED", False): "Awards and certificates",
    ("LISTS", False): "Technologies listed",
    ("WORKED_WITH", False): "Worked with",
    ("STUDIED_WITH", False): "Studied with",
    ("COAUTHORED_WITH", False): "Wrote papers with",
}
_SYMMETRIC = ("WORKED_WITH", "STUDIED_WITH", "COAUTHORED_WITH")  # stored once, read from either end
_OWN = ("HELD", "STUDIED", "WORKED_ON", "RECEIVED", "REACHED_AT")  # what these lead to is never shared
_MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document; `page` counts from 1."""

    text: str
    document: str
    page: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in words, with the places that say it; a derived fact has none."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A person and what the graph knows of them, in groups under headings. Contact details are left out."""

    id: str
    name: str
    headline: str = ""
    groups: tuple[tuple[str, tuple[Fact, ...]], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The card as plain data."""
        groups = {heading: [dataclasses.asdict(fact) for fact in facts] for heading, facts in self.groups}
        return {"id": self.id, "name": self.name, "headline": self.headline, "facts": groups}


def find_person(nodes: Iterable[Node], name: str) -> Node:
    """The one person with a name, an alias or an id, however it is spelled; or whose name has all the words given.

    Raises QueryError with the nearest names when there is none, and with the candidates when there are several.

    >>> people = [Node("person/zoe-nunez", ("Person",), {"name": "Zoë Núñez"})]
    >>> find_person(people, "nunez").id
    'person/zoe-nunez'
    """
    people = [(node, _names(node)) for node in nodes if node.labels[0] == "Person"]
    wanted = fold(name)
    found = [node for node, names in people if wanted in names]
    found = found or [node for node, names in people if any(_has_words(each, wanted) for each in names)]
    owners = [node for node in found if node.properties.get("hasProfile")]
    if len(owners) == 1 or len(found) == 1:
        return (owners or found)[0]
    if found:
        raise QueryError(f"{name!r} may be {_listed(found)}; give the whole name")
    close = get_close_matches(wanted, [names[0] for _, names in people], 3, 0.5)
    near = [node for each in close for node, names in people if names[0] == each]
    raise QueryError(f"there is no person named {name!r}" + (f"; did you mean {_listed(near)}?" if near else ""))


_SAID_IN = {"ADVISED": "/education.", "COAUTHORED_WITH": "/publications."}  # the records that say it


def card(person: Node, nodes: Iterable[Node], edges: Iterable[Edge]) -> Card:
    """What the graph knows of a person, with the quotes from the person's own documents first."""
    web = _Web.of(nodes, edges)
    groups: dict[str, list[Fact]] = {heading: [] for heading in _HEADINGS.values()}
    for edge, other, heading in _facts_of(person.id, web):
        groups[heading].append(
            Fact(_say(edge, other, web), web.quotes(other.id, web.documents(person.id), _SAID_IN.get(edge.type, "")))
        )
    name, headline = str(person.properties.get("name", person.id)), str(person.properties.get("headline", ""))
    return Card(person.id, name, headline, tuple((heading, tuple(facts)) for heading, facts in groups.items() if facts))


def count(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[dict[str, str | int]]:
    """How many nodes of each first label, and relationships of each type, there are; the most frequent first.

    >>> count([Node("venue/osdi", ("Venue",))], [])
    [{'kind': 'node', 'name': 'Venue', 'count': 1}]
    """
    labels = Counter(node.labels[0] for node in nodes)
    types = Counter(edge.type for edge in edges)
    rows = [("node", *pair) for pair in _ordered(labels)] + [("relationship", *pair) for pair in _ordered(types)]
    return [{"kind": kind, "name": name, "count": number} for kind, name, number in rows]


@dataclass(frozen=True, slots=True)
class _Web:
    """The rows, indexed by node."""

    nodes: Mapping[str, Node]
    outgoing: Mapping[str, list[Edge]] = field(default_factory=dict)
    incoming: Mapping[str, list[Edge]] = field(default_factory=dict)

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> _Web:
        outgoing, incoming = defaultdict(list), defaultdict(list)
        for edge in edges:
            outgoing[edge.source].append(edge)
            incoming[edge.target].append(edge)
        return cls({node.id: node for node in nodes}, outgoing, incoming)

    def targets(self, node: str, kind: str) -> list[Node]:
        return [self.nodes[edge.target] for edge in self.outgoing.get(node, ()) if edge.type == kind]

    def name(self, node: object) -> object:
        """What the node with an id is called; the id itself where there is no such node."""
        return self.nodes[node].properties.get("name", node) if isinstance(node, str) and node in self.nodes else node

    def evidence(self, node: str) -> list[tuple[Node, Node]]:
        """The evidence of a node, each with its document."""
        sources = [self.nodes[edge.source] for edge in self.incoming.get(node, ()) if edge.type == "SUPPORTS"]
        return [(each, document) for each in sources for document in self.targets(each.id, "FROM_DOCUMENT")]

    def documents(self, person: str) -> set[str]:
        """The documents that nobody but the person can have written: those of the person's stints and contacts."""
        own = [node for kind in _OWN for node in self.targets(person, kind)]
        return {document.id for node in own for _, document in self.evidence(node.id)}

    def quotes(self, node: str, own: set[str], place: str = "") -> tuple[Quote, ...]:
        found = self.evidence(node)
        found = [pair for pair in found if place in pair[0].id] or found
        found = [pair for pair in found if pair[1].id in own] or found
        return tuple(dict.fromkeys(_quote(*pair) for pair in found))[:_MOST_QUOTES]


def _facts_of(person: str, web: _Web) -> Iterable[tuple[Edge, Node, str]]:
    """The edges of a person that a card tells of, latest first, each with the node at its other end."""
    ends = [(edge, edge.target, (edge.type, False)) for edge in web.outgoing.get(person, ())]
    ends += [(edge, edge.source, (edge.type, edge.type not in _SYMMETRIC)) for edge in web.incoming.get(person, ())]
    known = [(edge, web.nodes[other], _HEADINGS[key]) for edge, other, key in ends if key in _HEADINGS]
    return sorted(known, key=lambda fact: (_latest(fact[1]), fact[1].id), reverse=True)


def _latest(node: Node) -> tuple[bool, str]:
    properties = node.properties
    return bool(properties.get("isCurrent")), str(properties.get("startDate") or properties.get("year") or "")


def _say(edge: Edge, node: Node, web: _Web) -> str:
    """A fact in words: `Engineer, Storage, Acme Labs (2019-03 to 2021-08)`."""
    values = node.properties
    words: list[object]
    if node.labels[0] == "Position":
        words = [values.get("title"), values.get("team"), *_named(web.targets(node.id, "AT"))]
    elif node.labels[0] == "Education":
        words = [values.get("degree"), values.get("field"), *_named(web.targets(node.id, "AT"))]
    elif node.labels[0] == "Publication":
        words = [values.get("title") or values.get("name"), *_named(web.targets(node.id, "PUBLISHED_IN"))]
    else:
        words = [values.get("name"), web.name(edge.properties.get("organization")), values.get("awarder")]
    return ", ".join(str(word) for word in words if word) + _when(edge, values)


def _when(edge: Edge, values: Mapping[str, object]) -> str:
    if start := values.get("startDate"):
        end = "now" if values.get("isCurrent") else values.get("endDate")
        return f" ({start} to {end})" if end else f" (from {start})"
    if (months := edge.properties.get("overlapMonths")) is not None:
        return f" ({months} months)"
    parts = [values.get(name) for name in ("endDate", "year", "date", "status")] + [edge.properties.get("count")]
    known = [str(part) for part in parts if part]
    return f" ({', '.join(known)})" if known else ""


def _named(nodes: Iterable[Node]) -> list[object]:
    return [node.properties.get("name") for node in nodes]


def _quote(evidence: Node, document: Node) -> Quote:
    page = evidence.properties.get("page", 1)
    path = document.properties.get("path", document.id)
    return Quote(str(evidence.properties.get("quote", "")), str(path), page if isinstance(page, int) else 1)


def _names(node: Node) -> list[str]:
    aliases = node.properties.get("aliases", [])
    others = aliases if isinstance(aliases, list | tuple) else [aliases]
    return [fold(str(name)) for name in (node.properties.get("name", ""), *others, node.id)]


def _has_words(name: str, wanted: str) -> bool:
    return bool(wanted) and set(wanted.split()) <= set(name.split())


def _listed(people: Iterable[Node]) -> str:
    return ", ".join(str(node.properties.get("name", node.id)) for node in people)


def _ordered(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
