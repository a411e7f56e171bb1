"""The nouns of identity: what people decided, and which node every mention stands for.

Sides of a decision are named by the id of a node, by a mention, or by several mentions that are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["person", "organization", "venue", "technology"]  # of what mentions name


@dataclass(frozen=True, slots=True)
class Reason:
    """One named comparison. `weight` is in bits: how much more often it is seen between mentions of one thing than
    between those of two, as a logarithm to the base 2; negative where it speaks against."""

    what: str
    says: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Someone's word that two nodes are, or are not, the same; a later decision on the same pair wins.

    `open` takes back what was said of the pair.
    """

    verdict: Literal["same", "different", "open"]
    left: str | tuple[str, ...]
    right: str | tuple[str, ...]
    by: str = ""
    at: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A decision and the mentions that its sides stand for; a side that stands for nothing is empty."""

    decision: Decision
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """What a document prints where a mention stands; `beside` is the paper of an author."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two nodes, the smaller id first, that may be one: how likely it is, and the reasons, the weightiest first."""

    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...] = ()

    @property
    def says(self) -> str:
        """The reasons as one line."""
        return "; ".join(reason.says for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The node that one or more mentions stand for."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Which node every mention stands for.

    A mention is named by its document and the place in its profile, as `ada.pdf#work.0.name` or
    `ada.pdf#publications.2.authors.1`; the person of a document is `ada.pdf#basics`. `part_of` holds
    (part, whole) pairs of organisation ids. `before` holds the ids that mentions would have without the decisions
    of people, where these differ. `printed` is what stands at each mention, so that it is found again when places
    shift; `held` says which mentions each decision was about when it was first met. `likely` are the pairs of nodes
    that are probably one, or may be, and stay two.
    """

    nodes: Mapping[str, Identity] = field(default_factory=dict)
    mentions: Mapping[str, str] = field(default_factory=dict)
    part_of: tuple[tuple[str, str], ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    printed: Mapping[str, Printed] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    likely: tuple[Likely, ...] = ()
