"""What a writer is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talentgraph.model import Edge, Node, Profile, Property


def _none() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The rows of a graph, already without contacts unless `contacts`, and the profiles they come from.

    Rows can be gone through again and again, but need not lie in memory. `mentions` maps a mention to its node, so
    that a profile finds its person.
    """

    nodes: Iterable[Node] = ()
    edges: Iterable[Edge] = ()
    profiles: tuple[Profile, ...] = ()
    mentions: Mapping[str, str] = field(default_factory=_none)
    contacts: bool = False


def properties(row: Node | Edge) -> dict[str, Property]:
    """The properties of a row in the order of their names, without the id, which every form has a place for."""
    return {name: value for name, value in sorted(row.properties.items()) if name != "id"}
