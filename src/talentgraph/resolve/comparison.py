"""Two names and what stands around them: how likely they are one thing, in which band, and for which reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from talentgraph.identity import Kind
from talentgraph.identity import Reason as Reason

Band = Literal["same", "probably", "unsure", "different"]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lowest probability of each band; below `unsure` two things are different."""

    same: float = 0.95
    probably: float = 0.75
    unsure: float = 0.3

    def band(self, probability: float) -> Band:
        """The band of a probability.

        >>> [Lines().band(each) for each in (0.99, 0.8, 0.5, 0.1)]
        ['same', 'probably', 'unsure', 'different']
        """
        if probability >= self.same:
            return "same"
        if probability >= self.probably:
            return "probably"
        return "unsure" if probability >= self.unsure else "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two mentions are one thing, from 0 to 1, and the reasons, the weightiest first."""

    probability: float
    reasons: tuple[Reason, ...] = ()

    @property
    def band(self) -> Band:
        """The band by the lines that hold where nobody moves them."""
        return Lines().band(self.probability)

    @property
    def says(self) -> str:
        """The reasons as one line."""
        return "; ".join(reason.says for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two mentions, by their ids, that were compared and left apart though something speaks for one thing."""

    left: str
    right: str
    comparison: Comparison


Compare = Callable[[str, str, str, str], Comparison]  # left, right, left context, right context


def compare(kind: Kind, left: str, right: str, *, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two printed names stand for one thing.

    `kind` is person, organization, venue or technology; a context is what stands around a name: a place, an employer,
    co-authors, other technologies, as free text.

    >>> compare("technology", "k8s", "Kubernetes").band
    'same'
    >>> compare("technology", "C", "C++").band
    'different'
    """
    return _comparers()[kind](left, right, left_context, right_context)


def _comparers() -> Mapping[Kind, Compare]:
    """The comparison of each kind, imported when asked for, since those modules build on this one."""
    from talentgraph.resolve import organizations, people, technologies, venues

    return {
        "person": people.compare,
        "organization": organizations.compare,
        "venue": venues.compare,
        "technology": technologies.compare,
    }
