"""Pairs of nodes that may be one, with what documents print of both, those first whose answer helps most."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from talentgraph.analyse.card import Quote
from talentgraph.graph.collect import escaped
from talentgraph.identity import Identities, Likely, Reason
from talentgraph.model import Edge, Node

_MOST_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One node of a pair: how often and in how many documents it is named, and quotes that name it."""

    id: str
    name: str
    mentions: int
    documents: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two nodes are one. `gain` says how much an answer helps: the bits that are not known, times the
    relationships that move."""

    left: Side
    right: Side
    probability: float
    reasons: tuple[Reason, ...]
    gain: float

    def as_json(self) -> dict[str, Any]:
        """The question as plain data."""
        return asdict(self)


class Quotes:
    """What documents print of nodes, without contact details."""

    def __init__(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        evidence = {node.id: node for node in nodes if node.labels[0] == "Evidence"}
        self._of: dict[str, list[Node]] = defaultdict(list)
        for edge in edges:
            if edge.type == "SUPPORTS":
                self._of[edge.target].append(evidence[edge.source])

    def of_node(self, node: str, most: int = _MOST_QUOTES) -> tuple[Quote, ...]:
        """A few quotes that name a node, from as many documents as can be."""
        turns: Counter[str] = Counter()
        ranked = []
        for place, quote in enumerate(map(_quote, self._of.get(node, ()))):
            ranked.append((turns[quote.document], place, quote))
            turns[quote.document] += 1
        return tuple(dict.fromkeys(quote for *_, quote in sorted(ranked, key=lambda each: each[:2])))[:most]

    def of_mention(self, mention: str, node: str) -> tuple[Quote, ...]:
        """The quotes of the record in which a mention stands."""
        path, _, place = mention.rpartition("#")
        record = ".".join(place.split(".")[:2])
        start = f"evidence/{escaped(path)}/{record}/"
        return tuple(_quote(each) for each in self._of.get(node, ()) if each.id.startswith(start))


def questions(identities: Identities, nodes: Iterable[Node], edges: Iterable[Edge]) -> list[Question]:
    """The pairs that are probably one, or may be: those first whose answer helps most."""
    nodes, edges = list(nodes), list(edges)
    quotes, sizes = Quotes(nodes, edges), _sizes(edges)
    documents: dict[str, set[str]] = defaultdict(set)
    for mention, node in identities.mentions.items():
        documents[node].add(mention.rpartition("#")[0])
    count = Counter(identities.mentions.values())

    def side(node: str) -> Side:
        return Side(node, identities.nodes[node].name, count[node], len(documents[node]), quotes.of_node(node))

    pairs = sorted(identities.likely, key=lambda pair: (-_gain(pair, sizes), pair.left, pair.right))
    return [
        Question(side(pair.left), side(pair.right), pair.probability, pair.reasons, round(_gain(pair, sizes), 3))
        for pair in pairs
    ]


def _sizes(edges: Iterable[Edge]) -> Mapping[str, int]:
    """How many relationships each node has that would move with it."""
    return Counter(end for edge in edges if edge.type != "SAME_AS" for end in _ends(edge))


def _ends(edge: Edge) -> Iterator[str]:
    yield edge.source
    yield edge.target


def _gain(pair: Likely, sizes: Mapping[str, int]) -> float:
    return _unknown(pair.probability) * (1 + min(sizes.get(pair.left, 0), sizes.get(pair.right, 0)))


def _unknown(probability: float) -> float:
    """The bits that an answer brings."""
    chances = [each for each in (probability, 1 - probability) if each > 0]
    return -sum(each * math.log2(each) for each in chances)


def _quote(evidence: Node) -> Quote:
    page, document = evidence.properties.get("page", 1), str(evidence.properties.get("name", ""))
    return Quote(str(evidence.properties.get("quote", "")), document.rpartition(", page ")[0], int(str(page)))
