"""How well groups agree with true ones: over pairs, over pairs whose texts differ, and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from talentgraph.evaluate.scores import Score


class Item(NamedTuple):
    """A name: what it stands for, in which group it was put, and its text."""

    true: Hashable
    found: Hashable
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Scores of a grouping. `differ` counts only pairs of names whose texts differ; B-cubed is a mean over names."""

    items: int
    true_groups: int
    found_groups: int
    pairs: Score
    differ: Score
    cubed_precision: float
    cubed_recall: float

    @property
    def cubed_f1(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        both = self.cubed_precision + self.cubed_recall
        return 2 * self.cubed_precision * self.cubed_recall / both if both else 0.0


def agreement(items: Iterable[Item]) -> Agreement:
    """The scores of names put into groups. Nothing at all agrees perfectly.

    >>> scored = agreement([Item("a", 1, "A"), Item("a", 1, "a"), Item("a", 2, "A."), Item("b", 2, "B")])
    >>> scored.pairs, round(scored.cubed_precision, 3), round(scored.cubed_recall, 3)
    (Score(right=1, found=2, asked=3), 0.75, 0.667)
    """
    items = list(items)
    cells = Counter((item.true, item.found) for item in items)
    true, found = Counter(item.true for item in items), Counter(item.found for item in items)
    total = len(items)
    every = _score(items, lambda item: "")
    equal = _score(items, lambda item: item.text)
    return Agreement(
        items=total,
        true_groups=len(true),
        found_groups=len(found),
        pairs=every,
        differ=Score(every.right - equal.right, every.found - equal.found, every.asked - equal.asked),
        cubed_precision=sum(n * n / found[group] for (_, group), n in cells.items()) / total if total else 1.0,
        cubed_recall=sum(n * n / true[group] for (group, _), n in cells.items()) / total if total else 1.0,
    )


def together(left: Mapping[Hashable, int], right: Mapping[Hashable, int]) -> Score:
    """Of all pairs of one name here and one there, how many are in one group; the names are counted by group.

    >>> together({1: 2, 2: 1}, {1: 1, 3: 1})
    Score(right=2, found=0, asked=6)
    """
    shared = sum(count * right.get(group, 0) for group, count in left.items())
    return Score(right=shared, asked=sum(left.values()) * sum(right.values()))


def _score(items: Iterable[Item], within: Callable[[Item], Hashable]) -> Score:
    """Pairs that are together and should be, are together, and should be; among names that agree `within`."""
    cells, found, true = Counter[Hashable](), Counter[Hashable](), Counter[Hashable]()
    for item in items:
        cells[item.true, item.found, within(item)] += 1
        found[item.found, within(item)] += 1
        true[item.true, within(item)] += 1
    return Score(*(sum(n * (n - 1) // 2 for n in counter.values()) for counter in (cells, found, true)))
