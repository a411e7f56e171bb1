"""Which mentions, over all documents, stand for the same person, organisation, venue or technology.

mentions       every place of a profile that names something
comparison     how likely two names are one thing, in which band and why
organizations  the organisation of a printed name, and what it is part of
venues         which names are one series
technologies   which names are one technology
people         which mentions are one person
papers         which lines name one paper
clusters       unions with constraints
decisions      what people decided
ids            readable ids that stay
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from talentgraph.model import Decision, Identities, Identity, Kind, Profile
from talentgraph.resolve import ids as naming
from talentgraph.resolve import organizations, people
from talentgraph.resolve.clusters import Cluster, Clusters
from talentgraph.resolve.comparison import Comparison, Lines, compare
from talentgraph.resolve.decisions import Ruling, rulings
from talentgraph.resolve.mentions import Mention, collect, printed_only
from talentgraph.resolve.papers import paper_keys, tail

__all__ = ["Comparison", "Lines", "compare", "resolve"]

Linker = Callable[[Clusters, Sequence[Mention]], None]


def resolve(
    profiles: Iterable[Profile],
    decisions: Iterable[Decision] = (),
    *,
    previous: Identities | Mapping[str, str] | None = None,
) -> Identities:
    """Which node every mention stands for.

    The result does not depend on the order of the profiles. `decisions` name nodes by id (or single mentions) and
    hold over everything else: what is decided to be different never meets, not through others either. With the
    `previous` identities (or their mentions → ids) no node that is still there gets another id.

    >>> from talentgraph.model import Basics, Source
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> resolve([Profile(source=source, basics=Basics(name="Ada Example"))]).mentions
    {'ada.txt#basics': 'person/ada-example'}
    """
    ordered = sorted(profiles, key=lambda profile: profile.source.path)
    papers = paper_keys(ordered)
    mentions = sorted((m for p in ordered for m in collect(p, papers)), key=lambda mention: mention.id)
    mentions = printed_only(mentions)
    known = _Known.of(previous)
    decided = list(decisions)
    parts: list[Resolved] = []
    for kind, linker in _LINKERS.items():
        parts.append(_resolve([m for m in mentions if m.kind == kind], linker, decided, known))
    found = Identities(
        nodes={node.id: node for part in parts for node in sorted(part.nodes, key=lambda node: node.id)},
        mentions=dict(sorted(chain.from_iterable(part.ids.items() for part in parts))),
        before=dict(sorted(chain.from_iterable(part.before.items() for part in parts))),
    )
    return Identities(
        nodes=found.nodes, mentions=found.mentions, before=found.before, part_of=_part_of(mentions, found.mentions)
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids of the build before: as they were shown, and as they were before decisions."""

    shown: Mapping[str, str]
    base: Mapping[str, str]

    @classmethod
    def of(cls, previous: Identities | Mapping[str, str] | None) -> _Known:
        if isinstance(previous, Identities):
            return cls(previous.mentions, {**previous.mentions, **previous.before})
        return cls(previous or {}, previous or {})


@dataclass(frozen=True, slots=True)
class Resolved:
    """The nodes of one kind, the id of each mention, and the ids that decisions have changed."""

    nodes: list[Identity]
    ids: dict[str, str]
    before: dict[str, str]


def _resolve(mentions: list[Mention], linker: Linker, decisions: list[Decision], known: _Known) -> Resolved:
    """The identities of the mentions of one kind."""
    by_id = {mention.id: mention for mention in mentions}
    base = Clusters(mentions)
    linker(base, mentions)
    base_ids = _ids(base, by_id, [known.base])
    held = rulings(decisions, _nameable(base_ids, known)) if decisions else ()
    if not _change(held, base):
        return Resolved(_identities(base, by_id, base_ids), base_ids, {})
    clusters = _decided(mentions, linker, held)
    ids = _ids(clusters, by_id, [{**base_ids, **_of_these(known.shown, by_id)}, base_ids])
    before = {mention: old for mention, old in base_ids.items() if ids[mention] != old}
    return Resolved(_identities(clusters, by_id, ids), ids, before)


def _decided(mentions: list[Mention], linker: Linker, held: tuple[Ruling, ...]) -> Clusters:
    clusters = Clusters(mentions, [(ruling.left, ruling.right) for ruling in held if not ruling.same])
    for ruling in held:
        if ruling.same:
            first = min(ruling.left)
            for member in sorted(ruling.left | ruling.right):
                clusters.join(first, member, ruling.reason, decided=True)
    linker(clusters, mentions)
    return clusters


def _change(held: Iterable[Ruling], base: Clusters) -> bool:
    """Whether some decision says other than what was found without them."""
    for ruling in held:
        together = [base.of[a] is base.of[b] for a in ruling.left for b in ruling.right]
        if not all(together) if ruling.same else any(together):
            return True
    return False


def _nameable(base_ids: Mapping[str, str], known: _Known) -> dict[str, frozenset[str]]:
    """What decisions may name → its mentions: a mention, the id of a node, an id that an earlier decision made."""
    named: dict[str, set[str]] = defaultdict(set)
    for ids in (_of_these(known.shown, base_ids), base_ids):
        fresh: dict[str, set[str]] = defaultdict(set)
        for mention, node in ids.items():
            fresh[node].add(mention)
        named |= fresh  # the base clusters last: decisions go on naming those
    return {name: frozenset(members) for name, members in named.items()} | {m: frozenset({m}) for m in base_ids}


def _of_these(ids: Mapping[str, str], mentions: Iterable[str]) -> dict[str, str]:
    return {mention: ids[mention] for mention in mentions if mention in ids}


def _ids(clusters: Clusters, mentions: Mapping[str, Mention], known: list[Mapping[str, str]]) -> dict[str, str]:
    """The id of each mention. Owners of documents come first, so that they have the plain ids."""
    groups = clusters.groups()
    groups.sort(key=lambda group: (not group.owned, group.members[0]))
    fresh = {group.members[0]: _fresh_id([mentions[member] for member in group.members]) for group in groups}
    given = naming.assign([group.members for group in groups], fresh, known)
    return {member: given[group.members[0]] for group in groups for member in group.members}


def _fresh_id(mentions: list[Mention]) -> str:
    canonical = Counter(mention.name for mention in mentions if mention.name)
    kind = mentions[0].kind
    name = min(canonical, key=lambda name: (-canonical[name], name)) if canonical else _name(mentions)
    if unit := mentions[0].properties.get("unit"):
        name = f"{unit} {name}"
    elif kind == "organization" and not any(mention.name for mention in mentions):
        name = next(mention.key for mention in mentions if mention.text == name)  # without legal form
    return f"{kind}/{tail(name, keep='+#' if kind == 'technology' else '')}"


def _identities(clusters: Clusters, by_id: Mapping[str, Mention], ids: Mapping[str, str]) -> list[Identity]:
    return [
        _identity(ids[group.members[0]], group, [by_id[member] for member in group.members])
        for group in clusters.groups()
    ]


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
    printed = Counter(mention.text for mention in mentions if mention.printed)
    count = canonical if canonical.keys() & printed.keys() else printed
    return min(count, key=lambda name: (-count[name], name.isupper() or " " not in name, len(name), name))


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


_LINKERS: dict[Kind, Linker] = {
    "person": people.link,
    "organization": _link_organizations,
    "venue": _link_names,
    "technology": _link_names,
}


def _part_of(mentions: Iterable[Mention], ids: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = {(ids[mention.id], ids[mention.whole]) for mention in mentions if mention.whole}
    return tuple(sorted(pair for pair in pairs if pair[0] != pair[1]))
