"""Decisions of people: pairs of mentions that are, or are not, the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talentgraph.model import Decision

Side = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision about mentions, which its sides name."""

    same: bool
    left: Side
    right: Side
    reason: str


def rulings(decisions: Iterable[Decision], mentions: Mapping[str, Side]) -> tuple[Ruling, ...]:
    """The decisions that hold, the latest first.

    `mentions` maps what a decision may name (the id of a node, or a mention) to mentions. A decision on something
    that is not there says nothing. A later decision replaces earlier ones of the other verdict on the same two.
    """
    held: list[Ruling] = []
    for decision in decisions:
        left, right = mentions.get(decision.left), mentions.get(decision.right)
        if left and right and left - right and right - left:
            same = decision.verdict == "same"
            ruling = Ruling(same, left - right, right - left, _reason(decision))
            held = [other for other in held if not _replaced(other, ruling)] + [ruling]
    return tuple(reversed(held))


def _replaced(old: Ruling, new: Ruling) -> bool:
    straight = old.left <= new.left and old.right <= new.right
    crossed = old.left <= new.right and old.right <= new.left
    return straight or crossed


def _reason(decision: Decision) -> str:
    reason = "decided" + (f" by {decision.by}" if decision.by else "")
    return reason + (f": {decision.why}" if decision.why else "")
