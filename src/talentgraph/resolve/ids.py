"""Ids for clusters: readable, the same for the same input, and kept from build to build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

Ids = Mapping[str, str]  # mention → id


def assign(
    clusters: Sequence[Sequence[str]],
    fresh: Mapping[str, str],
    known: Sequence[Ids] = (),
    reserved: Collection[str] = (),
) -> dict[str, str]:
    """An id for each cluster, by its first member.

    `fresh` gives the id that a cluster of this first member has where nothing is known. `known` are earlier ids of
    mentions, the ones that count most first. A cluster keeps the id that most of its mentions had; where two
    clusters had the same, the one whose own fresh id it is keeps it, else the one with more mentions that had it. Ids
    that were given once, and `reserved` ones, are never given to others. Namesakes are numbered in the order of their
    first members.
    """
    claims = _claims(clusters, fresh, known)
    given: dict[str, str] = {}
    taken: set[str] = set()
    for *_, cluster, wanted in sorted(claims):
        if cluster not in given and wanted not in taken:
            given[cluster] = wanted
            taken.add(wanted)
    taken |= {old for ids in known for old in ids.values()} | set(reserved)
    for members in clusters:
        if members[0] not in given:
            given[members[0]] = _free(fresh[members[0]], taken)
            taken.add(given[members[0]])
    return given


def _claims(
    clusters: Iterable[Sequence[str]], fresh: Mapping[str, str], known: Sequence[Ids]
) -> Iterable[tuple[int, bool, int, str, str]]:
    """What clusters ask for, to be sorted: (generation, is not its own, -votes, cluster, id)."""
    for generation, ids in enumerate(known):
        for members in clusters:
            votes = Counter(ids[member] for member in members if member in ids)
            for wanted, count in votes.items():
                if count == max(votes.values()):
                    yield generation, wanted != fresh[members[0]], -count, members[0], wanted


def _free(wanted: str, taken: set[str]) -> str:
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
