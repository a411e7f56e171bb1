"""Clusters of mentions: unions with constraints, so that what must stay apart never meets."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from talentgraph.resolve.comparison import Comparison, Doubt, Lines
from talentgraph.resolve.mentions import Mention

Apart = tuple[Collection[str], Collection[str]]
T = TypeVar("T")
_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Cluster:
    """Mentions of one thing, and what keeps them from being another's.

    `lines` are the publications in whose author list it stands: two authors of one line are two people. `owned` are
    documents about it, `foreign` documents about someone else, `names` the names of a person. `sides` are the
    decisions that part it from others.
    """

    members: list[str]
    lines: Collection[str] = _NOTHING
    owned: Collection[str] = _NOTHING
    foreign: Collection[str] = _NOTHING
    orcids: Collection[str] = _NOTHING
    names: Collection[str] = _NOTHING
    reasons: Collection[str] = _NOTHING
    sides: Collection[tuple[int, bool]] = frozenset[tuple[int, bool]]()


_PARTS = ("lines", "owned", "foreign", "orcids", "names", "reasons", "sides")


class Join(NamedTuple):
    """Two mentions that were found to be one, and why."""

    left: str
    right: str
    reason: str | Comparison


class Clusters:
    """The partition of some mentions, each alone at first.

    `lines` say from which probability on two are joined; `doubts` are the pairs that a linker compared and left
    apart though they are no less than unsure, `joins` the pairs that it joined, a tree for each cluster.
    """

    def __init__(self, mentions: Iterable[Mention], apart: Iterable[Apart] = (), *, lines: Lines | None = None) -> None:
        shared: dict[str, frozenset[str]] = {}
        self.of: dict[str, Cluster] = {mention.id: _alone(mention, shared) for mention in mentions}
        self.lines = lines or Lines()
        self.doubts: list[Doubt] = []
        self.joins: list[Join] = []
        for number, pair in enumerate(apart):
            for side, members in enumerate(pair):
                for member in members:
                    self.of[member].sides = {*self.of[member].sides, (number, bool(side))}

    def join(
        self, left: str, right: str, reason: str | Comparison, *, evident: bool = False, decided: bool = False
    ) -> bool:
        """Make two clusters one, unless something speaks against it; returns whether they are one now.

        `evident` reasons may join two documents' owners; `decided` ones give way to other decisions only.
        """
        a, b = self.of[left], self.of[right]
        if a is b:
            return True
        if _parted(a, b) or (not decided and _against(a, b, evident)):
            return False
        self.joins.append(Join(left, right, reason))
        small, large = (a, b) if len(a.members) < len(b.members) else (b, a)
        for name in _PARTS:
            setattr(large, name, _union(getattr(large, name), getattr(small, name)))
        large.reasons = _union(large.reasons, (reason if isinstance(reason, str) else reason.says,))
        large.members += small.members
        for member in small.members:
            self.of[member] = large
        return True

    def against(self, left: str, right: str) -> str:
        """What keeps two mentions from being one whatever speaks for it; empty where nothing does."""
        a, b = self.of[left], self.of[right]
        return "decided" if _parted(a, b) else _against(a, b, evident=True)

    def groups(self) -> list[Cluster]:
        """The clusters, members sorted, in the order of their first members."""
        unique = {id(cluster): cluster for cluster in self.of.values()}
        for cluster in unique.values():
            cluster.members.sort()
        return sorted(unique.values(), key=lambda cluster: cluster.members[0])


def _union(large: Collection[T], small: Collection[T]) -> Collection[T]:
    """Both together: nothing new is made where nothing is added, a set that grows stays the same one."""
    if all(each in large for each in small):
        return large
    if isinstance(large, set):
        large.update(small)
        return large
    return {*large, *small} if large else frozenset(small)


def _alone(mention: Mention, shared: dict[str, frozenset[str]]) -> Cluster:
    """The cluster of one mention; a million of them share their sets."""

    def one(value: str) -> frozenset[str]:
        return shared.setdefault(value, frozenset((value,))) if value else _NOTHING

    is_person = mention.kind == "person"
    return Cluster(
        [mention.id],
        lines=one(mention.line),
        owned=one(mention.path if mention.role == "owner" else ""),
        foreign=one(mention.path if mention.role in ("advisor", "manager") else ""),
        orcids=one(mention.orcid),
        names=one(mention.text if is_person else ""),
    )


def _parted(a: Cluster, b: Cluster) -> bool:
    """Whether somebody decided that the two are different."""
    return any((number, not side) in b.sides for number, side in a.sides)


def _against(a: Cluster, b: Cluster, evident: bool) -> str:
    """Why two clusters cannot be one; empty where they can."""
    if _meet(a.lines, b.lines):
        return "both are authors of one paper"
    if _meet(a.owned, b.foreign) or _meet(a.foreign, b.owned):
        return "a document about one names the other as someone else"
    if a.orcids and b.orcids and not _meet(a.orcids, b.orcids):
        return "they have two ORCIDs"
    return "documents are about each of them" if a.owned and b.owned and not evident else ""


def _meet(a: Collection[str], b: Collection[str]) -> bool:
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return any(each in large for each in small)
