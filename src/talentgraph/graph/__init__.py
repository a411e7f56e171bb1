"""The graph as plain rows, made from profiles and identities; networkx and back."""

from __future__ import annotations

from collections.abc import Iterable

from talentgraph.graph.collect import Names, Rows
from talentgraph.graph.convert import contact_ids, from_networkx, to_networkx, without_contacts
from talentgraph.graph.derived import add_derived
from talentgraph.graph.facts import add_identities, add_profile
from talentgraph.model import Edge, Identities, Node, Profile
from talentgraph.resolve.papers import paper_keys

__all__ = ["contact_ids", "from_networkx", "rows", "to_networkx", "without_contacts"]


def rows(profiles: Iterable[Profile], identities: Identities) -> tuple[list[Node], list[Edge]]:
    """The nodes and edges of the graph, sorted by id: a pure function of its input, whatever its order.

    Labels, relationships and properties are those of `schema`; what is not known is absent. Edges that follow from
    others carry `derived: True`. `identities` must be those of these profiles.

    >>> from talentgraph.model import Basics, Source
    >>> from talentgraph.resolve import resolve
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> profiles = [Profile(source=source, basics=Basics(name="Ada Example"))]
    >>> nodes, edges = rows(profiles, resolve(profiles))
    >>> [node.id for node in nodes]
    ['document/ada.txt', 'person/ada-example']
    """
    ordered = sorted(profiles, key=lambda profile: profile.source.path)
    papers = paper_keys(ordered)
    collected = Rows()
    add_identities(collected, identities)
    for profile in ordered:
        add_profile(collected, profile, Names(profile.source.path, identities, papers))
    add_derived(collected)
    return collected.sorted()
