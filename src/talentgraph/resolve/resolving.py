"""How mentions become nodes: linked by what documents say, then by what people decided, and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talentgraph.identity import Decision, Held, Identities, Identity, Kind
from talentgraph.model import Profile
from talentgraph.resolve import doubts
from talentgraph.resolve.clusters import Clusters, Join
from talentgraph.resolve.comparison import Lines
from talentgraph.resolve.decisions import Ruling, Side, hold, rulings
from talentgraph.resolve.following import follow, printed
from talentgraph.resolve.linking import LINKERS
from talentgraph.resolve.mentions import Mention, collect, printed_only
from talentgraph.resolve.nodes import node_ids, nodes
from talentgraph.resolve.papers import paper_keys


@dataclass(frozen=True, slots=True)
class Resolution:
    """Identities, and what they were made of."""

    identities: Identities
    mentions: Mapping[str, Mention]
    clusters: Mapping[Kind, Clusters]


def resolution(
    profiles: Iterable[Profile],
    decisions: Iterable[Decision] = (),
    *,
    previous: Identities | None = None,
    lines: Lines | None = None,
) -> Resolution:
    """What `resolve` finds, with the clusters that say why."""
    ordered = sorted(profiles, key=lambda profile: profile.source.path)
    papers = paper_keys(ordered)
    found = sorted((m for p in ordered for m in collect(p, papers)), key=lambda mention: mention.id)
    mentions = {mention.id: mention for mention in printed_only(found)}
    known = _Known.of(previous or Identities(), mentions)
    lines = lines or Lines()
    kinds = [_linked(kind, mentions, known, lines) for kind in LINKERS]
    held = hold(decisions, known.held, _nameable(mentions, known, kinds))
    settled = [_settled(kind, known, rulings(held)) for kind in kinds]
    ids = {mention: node for kind in settled for mention, node in kind.ids.items()}
    apart = [ruling for ruling in rulings(held) if not ruling.same]
    identities = Identities(
        nodes={node.id: node for kind in settled for node in kind.nodes()},
        mentions=dict(sorted(ids.items())),
        before=dict(sorted((m, old) for kind in kinds for m, old in kind.ids.items() if ids[m] != old)),
        part_of=_part_of(mentions.values(), ids),
        printed={name: printed(mention) for name, mention in mentions.items()},
        held=held,
        likely=doubts.likely([kind.clusters for kind in settled], ids, apart),
    )
    return Resolution(identities, mentions, {kind.kind: kind.clusters for kind in settled})


@dataclass(frozen=True, slots=True)
class _Known:
    """The build before in terms of the mentions of now: ids as they were shown, ids as they were before decisions, and
    what decisions were about. `moved` are its mentions, `reserved` the ids of people that are gone."""

    shown: Mapping[str, str]
    base: Mapping[str, str]
    held: Mapping[Decision, Held]
    moved: Mapping[str, str]
    reserved: frozenset[str]

    @classmethod
    def of(cls, previous: Identities, mentions: Mapping[str, Mention]) -> _Known:
        moved = follow(previous, mentions.values())
        shown = {now: previous.mentions[old] for old, now in moved.items()}
        before = {now: previous.before[old] for old, now in moved.items() if old in previous.before}
        held = {each.decision: _moved(each, moved) for each in previous.held}
        ids = {*previous.mentions.values(), *previous.before.values()}
        reserved = frozenset(node for node in ids if node.startswith("person/"))
        return cls(shown, shown | before, held, moved, reserved)


def _moved(held: Held, moved: Mapping[str, str]) -> Held:
    left, right = (tuple(sorted(moved[m] for m in side if m in moved)) for side in (held.left, held.right))
    return Held(held.decision, left, right)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The mentions of one kind, their clusters, and the id of each one's node."""

    kind: Kind
    mentions: Mapping[str, Mention]
    clusters: Clusters
    ids: dict[str, str]

    def nodes(self) -> list[Identity]:
        return nodes(self.clusters, self.mentions, self.ids)


def _linked(kind: Kind, mentions: Mapping[str, Mention], known: _Known, lines: Lines) -> _Kind:
    """The mentions of a kind, linked by what documents say alone."""
    own = {name: mention for name, mention in mentions.items() if mention.kind == kind}
    clusters = Clusters(own.values(), lines=lines)
    LINKERS[kind](clusters, list(own.values()))
    ids = node_ids(clusters, own, [{m: known.base[m] for m in own if m in known.base}], known.reserved)
    return _Kind(kind, own, clusters, ids)


def _settled(base: _Kind, known: _Known, held: Iterable[Ruling]) -> _Kind:
    """The same mentions as people decided, where that changes anything."""
    own = [ruling for ruling in held if all(m in base.mentions for m in (*ruling.left, *ruling.right))]
    if not _change(own, base.clusters):
        return base
    clusters = _decided(base, own)
    shown = {m: known.shown[m] for m in base.mentions if m in known.shown}
    ids = node_ids(clusters, base.mentions, [shown, base.ids], known.reserved)
    return _Kind(base.kind, base.mentions, clusters, ids)


def _decided(base: _Kind, held: Iterable[Ruling]) -> Clusters:
    """The mentions joined by decisions first. Inside their sides joins that were found keep their reasons."""
    held = list(held)
    apart = [(ruling.left, ruling.right) for ruling in held if not ruling.same]
    clusters = Clusters(base.mentions.values(), apart, lines=base.clusters.lines)
    pinned = {member for ruling in held for side in ruling.whole for member in side}
    found: dict[str, list[Join]] = defaultdict(list)
    for join in base.clusters.joins:
        if join.left in pinned:
            found[join.left].append(join)
    for ruling in held:
        for side in ruling.whole:
            first, *others = sorted(side)
            for join in (join for member in (first, *others) for join in found[member] if join.right in side):
                clusters.join(join.left, join.right, join.reason, decided=True)
            for member in others:
                clusters.join(first, member, ruling.reason, decided=True)
    LINKERS[base.kind](clusters, list(base.mentions.values()))
    return clusters


def _change(held: Iterable[Ruling], base: Clusters) -> bool:
    """Whether some decision says other than what was found without them."""
    for ruling in held:
        if any(len({id(base.of[member]) for member in side}) > 1 for side in ruling.whole):
            return True
        if not ruling.same and {id(base.of[m]) for m in ruling.left} & {id(base.of[m]) for m in ruling.right}:
            return True
    return False


def _nameable(mentions: Iterable[str], known: _Known, kinds: Iterable[_Kind]) -> dict[str, Side]:
    """What decisions may name → its mentions: the id of a node as it was shown, else as it was found; a mention."""
    named: dict[str, Side] = {}
    for ids in (*(kind.ids for kind in kinds), known.shown):
        members: dict[str, set[str]] = defaultdict(set)
        for mention, node in ids.items():
            members[node].add(mention)
        named |= {node: frozenset(each) for node, each in members.items()}
    return named | {m: frozenset({m}) for m in mentions} | {old: frozenset({now}) for old, now in known.moved.items()}


def _part_of(mentions: Iterable[Mention], ids: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = {(ids[mention.id], ids[mention.whole]) for mention in mentions if mention.whole}
    return tuple(sorted(pair for pair in pairs if pair[0] != pair[1]))
