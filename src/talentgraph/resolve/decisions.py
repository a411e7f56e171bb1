"""Decisions of people: pairs of mentions that are, or are not, the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from talentgraph.identity import Decision, Held, Identities
from talentgraph.model import Problem

Side = frozenset[str]
DECISIONS = "decisions.jsonl"  # where problems with decisions are found


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision about mentions, which its sides name. All of each side of `whole` are one."""

    same: bool
    left: Side
    right: Side
    whole: tuple[Side, ...]
    reason: str


def hold(
    decisions: Iterable[Decision], earlier: Mapping[Decision, Held], named: Mapping[str, Side]
) -> tuple[Held, ...]:
    """Decisions with the mentions that they are about.

    These are the ones that a decision was about when it was first met, as far as they are still there: `earlier` has
    them. Else `named` maps what a decision may name (the id of a node, or a mention) to mentions.
    """
    held = []
    for decision in decisions:
        before = earlier.get(decision, Held(decision))
        left, right = before.left or _members(decision.left, named), before.right or _members(decision.right, named)
        held.append(Held(decision, left, right))
    return tuple(held)


def standing(held: Iterable[Held]) -> tuple[Held, ...]:
    """The decisions that nobody replaced or took back, the oldest first.

    A later decision replaces earlier ones on the same two, or on parts of them.
    """
    found: list[Held] = []
    for new in held:
        found = [old for old in found if not _replaced(old, new)]
        if new.decision.verdict != "open":
            found.append(new)
    return tuple(found)


def rulings(held: Iterable[Held]) -> tuple[Ruling, ...]:
    """What holds, the latest first. A decision on something that is not there says nothing."""
    found = []
    for each in reversed(standing(held)):
        same = each.decision.verdict == "same"  # also of one node with itself: what was found stays together
        left, right = (frozenset(each.left), frozenset(each.right)) if same else sides(each)
        if left and right:
            named = ((left, each.decision.left), (right, each.decision.right))
            whole = (left | right,) if same else tuple(side for side, name in named if not isinstance(name, str))
            found.append(Ruling(same, left, right, whole, reason(each.decision)))
    return tuple(found)


def sides(held: Held) -> tuple[Side, Side]:
    """The mentions on both sides, none on both: what is a part of the other side counts as parted from it."""
    left, right = frozenset(held.left), frozenset(held.right)
    if right < left:
        return left - right, right
    return (left, right - left) if left < right else (left - right, right - left)


def problems(identities: Identities) -> Iterator[Problem]:
    """The decisions that cannot be followed, as problems of a build."""
    for each in standing(identities.held):
        decision = each.decision
        gone = [_text(name) for name, side in ((decision.left, each.left), (decision.right, each.right)) if not side]
        if gone:
            yield _problem(decision, f"{' and '.join(gone)} is not there")
        elif decision.verdict == "different" and not all(sides(each)):
            yield _problem(decision, "both sides are one thing")
        elif len({identities.mentions[m].partition("/")[0] for m in (*each.left, *each.right)}) > 1:
            yield _problem(decision, "its sides are of two kinds")


def reason(decision: Decision) -> str:
    """A decision as the reason of what it made."""
    text = "decided" + (f" by {decision.by}" if decision.by else "")
    return text + (f": {decision.why}" if decision.why else "")


def said(decision: Decision) -> str:
    """A decision in words: who are one, or two."""
    verdict = {"same": "are one", "different": "are two", "open": "are as documents say"}[decision.verdict]
    return f"{_text(decision.left)} and {_text(decision.right)} {verdict}"


def _problem(decision: Decision, reason: str) -> Problem:
    return Problem(
        path=DECISIONS,
        reason=f"that {said(decision)} cannot be followed: {reason}",
        remedy="take the decision back with --undo, or decide on what is there now",
    )


def _text(name: str | tuple[str, ...]) -> str:
    return name if isinstance(name, str) else ", ".join(name)


def _members(name: str | tuple[str, ...], named: Mapping[str, Side]) -> tuple[str, ...]:
    names = (name,) if isinstance(name, str) else name
    return tuple(sorted(frozenset().union(*(named.get(each, frozenset()) for each in names))))


def _replaced(old: Held, new: Held) -> bool:
    if {old.decision.left, old.decision.right} == {new.decision.left, new.decision.right}:
        return True
    (left, right), (new_left, new_right) = sides(old), sides(new)
    if not (left and right):
        return False
    if new.decision.verdict == "open":
        return {left, right} == {new_left, new_right}
    return left <= new_left and right <= new_right or left <= new_right and right <= new_left
