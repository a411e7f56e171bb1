"""Decisions in the making: what people ask for by name becomes lines of decisions.jsonl."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from talentgraph.errors import QueryError
from talentgraph.identity import Decision, Held, Identities
from talentgraph.resolve.decisions import hold, said, standing
from talentgraph.resolve.finding import find, find_two
from talentgraph.values.text import fold

Names = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who decides, when and why."""

    by: str = ""
    at: str = ""
    why: str = ""

    def on(self, verdict: Literal["same", "different", "open"], left: Names, right: Names) -> Decision:
        """The decision on two sides."""
        return Decision(verdict=verdict, left=left, right=right, by=self.by, at=self.at, why=self.why)


def merge(identities: Identities, left: str, right: str, stamp: Stamp) -> Decision:
    """The decision that two nodes are one. Raises QueryError where they are already, or a name is not clear."""
    one, other = find_two(identities, left, right)
    if one.id == other.id:
        raise QueryError(f"{left!r} and {right!r} are one already: {one.id} ({one.name}), {one.reason}")
    return stamp.on("same", one.id, other.id)


def part(identities: Identities, left: str, right: str, stamp: Stamp) -> Decision:
    """The decision that two nodes are two, or that two mentions of one node are. Raises QueryError as `merge` does."""
    one, other = find_two(identities, left, right)
    if one.id != other.id:
        return stamp.on("different", one.id, other.id)
    sides = [name if name in identities.mentions else one.id for name in (left, right)]
    if sides[0] == sides[1]:
        raise QueryError(
            f"{left!r} and {right!r} are one node, {one.id} ({one.name}); part it with split, "
            "or take back with --undo what made it one"
        )
    return stamp.on("different", sides[0], sides[1])


def split(identities: Identities, name: str, wanted: Sequence[str], stamp: Stamp) -> list[Decision]:
    """The decisions that part some mentions from the rest of a node; without any, the mentions of each document.

    `wanted` are mentions, or documents, which stand for all their mentions of the node. What is named together stays
    together.
    """
    node = find(identities, name)
    documents = mentions_by_document(identities, node.id)
    if wanted:
        leaving = tuple(sorted({each for text in wanted for each in _meant(documents, text, node.id)}))
        if len(leaving) == sum(map(len, documents.values())):
            raise QueryError(f"these are all mentions of {node.id}; name only those that are another's")
        return [stamp.on("different", node.id, leaving)]
    if len(documents) < 2:
        own = ", ".join(mention for mentions in documents.values() for mention in mentions)
        raise QueryError(f"{node.id} is named in one document only; name the mentions that are another's, of {own}")
    return [stamp.on("different", node.id, mentions) for _, mentions in list(documents.items())[1:]]


def mentions_by_document(identities: Identities, node: str) -> dict[str, tuple[str, ...]]:
    """The mentions of a node by their documents; documents about it come first, then those that name it most."""
    documents: dict[str, list[str]] = defaultdict(list)
    for mention, found in identities.mentions.items():
        if found == node:
            documents[mention.rpartition("#")[0]].append(mention)
    order = sorted(documents.items(), key=lambda d: (f"{d[0]}#basics" not in d[1], -len(d[1]), d[0]))
    return {path: tuple(sorted(mentions)) for path, mentions in order}


def take_back(
    identities: Identities, decisions: Iterable[Decision], wanted: Sequence[str], verdict: str, stamp: Stamp
) -> list[Decision]:
    """The decisions that take back a merge, a parting ("different") or a split of what is named.

    Raises QueryError where nobody decided so, or several decisions are meant.
    """
    held = current(identities, decisions)
    fitting = [each for each in held if _verdict(each.decision) == verdict]
    chosen = [each for each in fitting if _fits(each, wanted, identities, verdict)]
    if verdict == "split" and chosen:
        last = chosen[-1].decision
        chosen = [each for each in chosen if (each.decision.by, each.decision.at) == (last.by, last.at)]
    pairs = {frozenset((each.decision.left, each.decision.right)) for each in chosen}
    if not chosen or len(pairs) > 1 and verdict != "split":
        listed = "; ".join(said(each.decision) for each in chosen or fitting)
        problem = "several decisions are meant; give the ids of one" if chosen else "there is no such decision"
        raise QueryError(problem + (f": {listed}" if listed else ""))
    names = {(each.decision.left, each.decision.right) for each in chosen}
    return [stamp.on("open", *pair) for pair in sorted(names, key=str)]


def current(identities: Identities, decisions: Iterable[Decision]) -> tuple[Held, ...]:
    """The decisions that hold by now, those since the last build too, with what they are about."""
    members: dict[str, set[str]] = defaultdict(set)
    for mention, node in identities.mentions.items():
        members[node].add(mention)
        members[mention].add(mention)
    named = {name: frozenset(each) for name, each in members.items()}
    return standing(hold(decisions, {held.decision: held for held in identities.held}, named))


def _meant(documents: Mapping[str, tuple[str, ...]], text: str, node: str) -> tuple[str, ...]:
    """The mentions that a mention or a document stands for; the end of a path is enough where it is clear."""
    if text in documents:
        return documents[text]
    every = [mention for mentions in documents.values() for mention in mentions]
    ends = [path for path in documents if path.endswith(f"/{text}")]
    found = [m for m in every if m == text] or [m for m in every if m.endswith(f"/{text}")]
    if len(ends) == 1 and not found:
        return documents[ends[0]]
    if len(found) == 1:
        return (found[0],)
    problem = "several mentions or documents end so" if found or ends else "is no mention of it"
    raise QueryError(f"{text!r}: {problem}; {node} has {', '.join(every)}")


def _verdict(decision: Decision) -> str:
    return "split" if decision.verdict == "different" and not isinstance(decision.right, str) else decision.verdict


def _fits(held: Held, wanted: Sequence[str], identities: Identities, verdict: str) -> bool:
    left, right = (
        _called(names, side, identities)
        for names, side in ((held.decision.left, held.left), (held.decision.right, held.right))
    )
    terms = [{term, fold(term)} for term in wanted]
    if verdict == "split":
        return bool(terms[0] & (left | right)) and all(term & right for term in terms[1:])
    return bool(terms[0] & left and terms[1] & right or terms[0] & right and terms[1] & left)


def _called(names: Names, side: Iterable[str], identities: Identities) -> set[str]:
    """All that a side of a decision may be called: as decided, its mentions, what these print, their nodes."""
    called = {names} if isinstance(names, str) else set(names)
    for mention in side:
        node = identities.mentions.get(mention, "")
        called |= {mention, mention.rpartition("#")[0], node, identities.before.get(mention, node)}
        if mention in identities.printed:
            called.add(fold(identities.printed[mention].text))
    return called - {""}
