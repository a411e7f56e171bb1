"""Which mentions of a kind are joined, by one function each: the surest reasons first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from talentgraph.identity import Kind
from talentgraph.resolve import organizations, people
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.mentions import Mention

Linker = Callable[[Clusters, Sequence[Mention]], None]


def _by_key(clusters: Clusters, mentions: Sequence[Mention]) -> dict[str, str]:
    """Join mentions of the same key; returns the first mention of each key."""
    first: dict[str, str] = {}
    for mention in mentions:
        start = first.setdefault(mention.key, mention.id)
        clusters.join(start, mention.id, "a known name or alias" if mention.name else "the same name")
    return first


def _link_organizations(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    first = _by_key(clusters, mentions)
    unknown = [(mention.text, mention.key) for mention in mentions if not mention.name]
    for short, full in organizations.acronym_links(unknown):
        clusters.join(first[short], first[full], "the acronym of a full name, and of no other")


def _link_names(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    _by_key(clusters, mentions)


LINKERS: Mapping[Kind, Linker] = {
    "person": people.link,
    "organization": _link_organizations,
    "venue": _link_names,
    "technology": _link_names,
}
