"""The node of a cluster of mentions: its id, its name, and what its mentions know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from talentgraph.model import Identity
from talentgraph.resolve import ids as naming
from talentgraph.resolve import people
from talentgraph.resolve.clusters import Cluster, Clusters
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.organizations.pieces import is_generic, without_place
from talentgraph.resolve.papers import tail
from talentgraph.values import organizations, technologies
from talentgraph.values.text import fold


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
    name = min(canonical, key=lambda name: (-canonical[name], name)) if canonical else _printed_name(mentions)
    if unit := mentions[0].properties.get("unit"):
        name = f"{unit} {name}"
    elif kind == "organization" and not any(mention.name for mention in mentions):
        where = next(mention.key for mention in mentions if mention.text == name).partition(" @ ")[2]
        short = organizations.key(without_place(name))  # without legal form; with the place, where many are called so
        name = f"{short} {where}"
    return f"{kind}/{tail(name, keep='+#' if kind == 'technology' else '')}"


def _identity(node_id: str, group: Cluster, mentions: list[Mention]) -> Identity:
    name = _name(mentions)
    printed = {people.readable(m.text) if m.kind == "person" else m.text for m in mentions if not m.nameless} or {name}
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
    """The canonical name where a document prints it, else the name that is printed most often."""
    if mentions[0].kind == "person":
        return people.best_name(mentions)
    canonical = Counter(mention.name for mention in mentions if mention.name)
    printed = Counter(map(_shown, [m for m in mentions if m.printed] or mentions))
    return _first(canonical if canonical.keys() & printed.keys() else printed)


def _printed_name(mentions: list[Mention]) -> str:
    if mentions[0].kind == "person":
        return people.best_name(mentions)
    return _first(Counter(mention.text for mention in mentions))


def _first(names: Counter[str]) -> str:
    """The name that is there most often; of several no acronym, and the shortest."""
    return min(names, key=lambda name: (-names[name], name.isupper() or " " not in name, len(name), name))


def _shown(mention: Mention) -> str:
    """What is printed, where that is a name, else the canonical one: "Acme Berlin" shows as "Acme"."""
    if not mention.name:
        return _of_document(mention)
    if mention.kind == "organization":
        plain = "," not in mention.text
        names = [entry.name for entry in organizations.bearers(mention.text).entries] if plain else []
    else:
        entry = technologies.known(mention.text) if mention.kind == "technology" else None
        names = [entry.name] if entry else []
    spelt = fold(mention.text) == fold(mention.name)
    return mention.text if mention.name in names and not spelt else mention.name


def _of_document(mention: Mention) -> str:
    """A name that no list has: without a place, unless that tells it from others. A unit that many have, like a law
    school, has the name of its whole behind its own."""
    if mention.kind != "organization" or " @ " in mention.key:
        return mention.text
    unit = mention.properties.get("unit")
    if unit and is_generic(mention.text):
        return f"{mention.text}, {unit}"
    return without_place(mention.text)
