"""Which mentions of a kind are joined, by one function each: the surest reasons first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from talentgraph.identity import Kind
from talentgraph.resolve import organizations, people, technologies, venues
from talentgraph.resolve.alike import doubt_alike
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Doubt
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
    found = [organizations.Named(m.text, m.key, m.name, m.properties, others=m.aliases) for m in mentions]
    for link in organizations.links(found):
        left, right = first[link.left], first[link.right]
        if link.probability >= clusters.lines.same:
            clusters.join(left, right, link.says)
        else:
            clusters.doubts.append(Doubt(left, right, link.comparison))


def _link_names(links: Callable[[Iterable[str]], Iterator[tuple[str, str]]]) -> Linker:
    """Join by key, then acronyms with full names; what looks like a slip of the pen is a doubt."""

    def link(clusters: Clusters, mentions: Sequence[Mention]) -> None:
        first = _by_key(clusters, mentions)
        for short, full in links(mention.text for mention in mentions):
            if short in first and full in first:
                clusters.join(first[short], first[full], "the acronym of a full name, and of no other")
        doubt_alike(clusters, mentions)

    return link


LINKERS: Mapping[Kind, Linker] = {
    "person": people.link,
    "organization": _link_organizations,
    "venue": _link_names(venues.acronym_links),
    "technology": _link_names(technologies.acronym_links),
}
