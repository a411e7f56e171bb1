"""Rows in the making: nodes and edges that are said several times come together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from talentgraph.model import Edge, Identities, Node, Property, mention, part_of_place

_LATEST = ("endDate", "endYear", "lastYear", "currentAsOf")
_EARLIEST = ("firstYear",)
_AWKWARD = re.compile(r"[\x00-\x1f\x7f-\x9f%\[\]<>\ud800-\udfff]")


@dataclass(slots=True)
class Rows:
    """Collects nodes and edges; what is unknown (None, "" or empty) is left out."""

    nodes: dict[str, tuple[tuple[str, ...], dict[str, Property]]] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)

    def node(self, node_id: str, *labels: str, **properties: Any) -> str:
        """Add a node, or what is new about it, and return its id."""
        _, known = self.nodes.setdefault(node_id, (labels, {}))
        _merge(known, _known(properties))
        return node_id

    def edge(self, kind: str, source: str, target: str, *, key: str = "", **properties: Any) -> None:
        """Add an edge, or what is new about it; `key` tells edges between the same nodes apart."""
        edge_id = f"{source}-[{kind}{':' + key if key else ''}]->{target}"
        merged = dict(self.edges[edge_id].properties) if edge_id in self.edges else {}
        _merge(merged, _known(properties))
        self.edges[edge_id] = Edge(edge_id, kind, source, target, merged)

    def sorted(self) -> tuple[list[Node], list[Edge]]:
        """All rows, sorted by id."""
        nodes = [Node(node_id, labels, values) for node_id, (labels, values) in sorted(self.nodes.items())]
        return nodes, [edge for _, edge in sorted(self.edges.items())]


@dataclass(frozen=True, slots=True)
class Names:
    """Looks up what the mentions of one document stand for."""

    path: str
    identities: Identities
    papers: dict[str, str]

    @property
    def owner(self) -> str:
        """The id of the person that the document is about."""
        return self.identities.mentions[mention(self.path, "basics")]

    def of(self, place: str) -> str | None:
        """The id of the node that a place in the profile stands for."""
        return self.identities.mentions.get(mention(self.path, place))

    def all(self, place: str) -> Iterator[str]:
        """The ids of the nodes that a place stands for, where it may name several."""
        number = 0
        while found := self.of(part_of_place(place, number)):
            yield found
            number += 1

    def paper(self, number: int) -> str | None:
        """The key of a paper."""
        return self.papers.get(mention(self.path, f"publications.{number}"))


def escaped(path: str) -> str:
    """A path as a part of an id: signs that could be taken for something else are written as their code.

    >>> escaped("cvs/ada [1].pdf")
    'cvs/ada %5b1%5d.pdf'
    """
    return _AWKWARD.sub(lambda sign: f"%{ord(sign.group()):02x}", path)


def _known(properties: dict[str, Any]) -> dict[str, Property]:
    return {name: value for name, value in properties.items() if value is not None and value != "" and value != []}


def _merge(known: dict[str, Property], new: dict[str, Property]) -> None:
    """What the first document says stays, but lists grow and a stated end is later than "present"."""
    for name, value in new.items():
        old = known.get(name)
        if isinstance(value, list) and isinstance(old, list):
            known[name] = sorted({*old, *value})
        elif old is not None and (name in _LATEST or name in _EARLIEST):
            known[name] = (max if name in _LATEST else min)(old, value)
        else:
            known.setdefault(name, value)
    if "endDate" in known and known.get("isCurrent"):
        known["isCurrent"] = False
        known.pop("currentAsOf", None)
