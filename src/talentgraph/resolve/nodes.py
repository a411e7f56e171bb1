"""The node of a cluster of mentions: its id, its name, and what its mentions know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from talentgraph.model import Identity
from talentgraph.resolve import ids as naming
from talentgraph.resolve import people
from talentgraph.resolve.clusters import Cluster, Clusters
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.papers import tail
from talentgraph.values import organizations


def node_ids(
    clusters: Clusters,
    mentions: Mapping[str, Mention],
    known: Sequence[Mapping[str, str]],
    reserved: Collection[str] = (),
) -> dict[str, str]:
    """The id of each mention's node. Owners of documents come first, so that they have the plain ids."""
    groups = clusters.groups()
    groups.sort(key=lambda group: (not group.owned, group.members[0]))
    fresh = {group.members[0]: _fresh_id([mentions[member] for member in group.members]) for group in groups}
    given = naming.assign([group.members for group in groups], fresh, known, reserved)
    return {member: given[group.members[0]] for group in groups for member in group.members}


def nodes(clusters: Clusters, by_id: Mapping[str, Mention], ids: Mapping[str, str]) -> list[Identity]:
    """The nodes, in the order of their ids."""
    found = [
        _identity(ids[group.members[0]], group, [by_id[member] for member in group.members])
        for group in clusters.groups()
    ]
    return sorted(found, key=lambda node: node.id)


def _fresh_id(mentions: list[Mention]) -> str:
    canonical = Counter(mention.name for mention in mentions if mention.name)
    kind = mentions[0].kind
    name = min(canonical, key=lambda name: (-canonical[name], name)) if canonical else _name(mentions)
    if unit := mentions[0].properties.get("unit"):
        name = f"{unit} {name}"
    elif kind == "organization" and not any(mention.name for mention in mentions):
        where = next(mention.key for mention in mentions if mention.text == name).partition(" @ ")[2]
        name = f"{organizations.key(name)} {where}"  # without legal form; with the place, where many are called so
    return f"{kind}/{tail(name, keep='+#' if kind == 'technology' else '')}"


def _identity(node_id: str, group: Cluster, mentions: list[Mention]) -> Identity:
    name = _name(mentions)
    printed = {people.readable(m.text) if m.kind == "person" else m.text for m in mentions}
    printed |= {alias for mention in mentions for alias in (*mention.aliases, mention.name) if alias}
    properties: dict[str, str] = {}
    for mention in mentions:
        for key, value in mention.properties.items():
            if value:
                properties.setdefault(key, value)
    return Identity(
        id=node_id,
        kind=mentions[0].kind,
        name=name,
        aliases=tuple(sorted(printed - {name})),
        properties=properties,
        reason="; ".join(sorted(group.reasons)) or "named once",
    )


def _name(mentions: list[Mention]) -> str:
    """The canonical name where a document prints it, else what is printed most often, the shortest no acronym first."""
    if mentions[0].kind == "person":
        return people.best_name(mentions)
    canonical = Counter(mention.name for mention in mentions if mention.name)
    printed = Counter(mention.text for mention in [m for m in mentions if m.printed] or mentions)
    count = canonical if canonical.keys() & printed.keys() else printed
    return min(count, key=lambda name: (-count[name], name.isupper() or " " not in name, len(name), name))
