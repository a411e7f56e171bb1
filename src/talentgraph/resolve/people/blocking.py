"""Blocking: which two people are compared at all. Never all pairs of a frequent name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from talentgraph.resolve.people.crowd import Crowd, Numbers, Portrait
from talentgraph.values.likeness import full_forms, same_families
from talentgraph.values.readings import Reading, readings
from talentgraph.values.sounds import sound

_SMALL = 16  # portraits of one block that are all compared
_NEXT = 6  # neighbours that each is compared with where many share both name and trait
TELLING = ("identifier", "contact", "paper", "coauthor", "together", "affiliation", "institution")
_UNUSUAL = -2.0  # the cost of a reading that makes no block


@lru_cache(maxsize=1 << 18)
def keys(name: str) -> frozenset[str]:
    """The blocks of a name: the sound of a family name and an initial.

    >>> sorted(keys("Ada Quillfeather")), keys("Quillfeather, A.") == keys("Ada Quillfeather")
    (['quillfeather|a'], True)
    >>> keys("Bob Quillfeather") & keys("Robert Quillfeather")
    frozenset({'quillfeather|r'})
    """
    usual = [each for each in readings(name) if each.cost > _UNUSUAL and each.given]
    return frozenset(f"{family}|{letter}" for each in usual for family in _sounds(each) for letter in _letters(each))


@lru_cache(maxsize=1 << 18)
def families(name: str) -> frozenset[str]:
    """The sounds of the family names that a name may have."""
    return frozenset(family for each in readings(name) if each.cost > _UNUSUAL for family in _sounds(each))


def _sounds(reading: Reading) -> set[str]:
    own = set(map(sound, reading.families)) | {sound(part) for part in reading.family if len(part) > 2}
    return own | {f"={number}" for number in same_families(reading.families[0], script=not reading.latin)}


def _letters(reading: Reading) -> set[str]:
    """The initial of the given name, and those of what it may be short for."""
    first = reading.given[0]
    return {"i" if name[0] in "yj" else name[0] for name in (first, *full_forms(first))}


def candidates(crowd: Crowd) -> tuple[Numbers, Numbers]:
    """The pairs of portraits to compare, each once, the lower number first."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(crowd.portraits):
        for key in {key for name in each.names for key in keys(name)}:
            blocks[key].append(number)
    groups = [np.array(group, np.int64) for group in _groups(blocks.values(), crowd.portraits) if len(group) > 1]
    codes = [_pairs(group) * np.int64(1) for group in groups]
    if not codes:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    unique = np.unique(np.concatenate(codes))
    left, right = np.divmod(unique, _FACTOR)
    return left, right


_FACTOR = np.int64(1 << 31)


def _pairs(group: Numbers) -> Numbers:
    """The pairs of a group as one number each: all of a small group, neighbours of a large one."""
    if len(group) <= _SMALL:
        at, other = np.triu_indices(len(group), 1)
        return np.asarray(group[at] * _FACTOR + group[other])
    steps = [group[:-step] * _FACTOR + group[step:] for step in range(1, _NEXT + 1)]
    return np.concatenate(steps)


def _groups(blocks: Iterable[list[int]], portraits: Sequence[Portrait]) -> Iterator[list[int]]:
    """Blocks, the large ones cut by what their people share besides the name."""
    for block in blocks:
        if len(block) <= _SMALL:
            yield block
            continue
        cut: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number in block:
            for name in portraits[number].names:
                cut["name", name].append(number)
            for kind in TELLING:
                for trait in portraits[number].traits.get(kind, ()):
                    cut[kind, trait].append(number)
        yield from cut.values()
