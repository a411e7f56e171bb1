"""Which mentions, over all documents, stand for the same person, organisation, venue or technology.

mentions       every place of a profile that names something
comparison     how likely two names are one thing, in which band and why
organizations  the organisation of a printed name, and what it is part of
venues         which names are one series
technologies   which names are one technology
people         which mentions are one person
papers         which lines name one paper
clusters       unions with constraints
linking        which mentions of a kind are joined
alike          names with a slip of the pen, to be asked about
doubts         which nodes are probably one, and stay two
following      mentions found again where their places have shifted
decisions      what people decided
ids, nodes     readable ids that stay; the node of a cluster
resolving      all of this, one after the other
finding        which node a name means
deciding       what people ask for becomes decisions
explaining     why two are, or are not, one
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talentgraph.model import Decision, Identities, Profile
from talentgraph.resolve.comparison import Comparison, Lines, compare
from talentgraph.resolve.decisions import DECISIONS, problems
from talentgraph.resolve.explaining import Explanation, explain
from talentgraph.resolve.resolving import Resolution, resolution

__all__ = [
    "DECISIONS",
    "Comparison",
    "Explanation",
    "Lines",
    "Resolution",
    "compare",
    "explain",
    "problems",
    "resolution",
    "resolve",
]


def resolve(
    profiles: Iterable[Profile],
    decisions: Iterable[Decision] = (),
    *,
    previous: Identities | Mapping[str, str] | None = None,
    lines: Lines | None = None,
) -> Identities:
    """Which node every mention stands for.

    The result does not depend on the order of the profiles. `decisions` name nodes by id (or mentions) and hold over
    everything else: what is decided to be different never meets, not through others either. With the `previous`
    identities (or their mentions → ids) no node that is still there gets another id, and decisions stay with what they
    were about. `lines` say how likely two must be one to be joined.

    >>> from talentgraph.model import Basics, Source
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> resolve([Profile(source=source, basics=Basics(name="Ada Example"))]).mentions
    {'ada.txt#basics': 'person/ada-example'}
    """
    if previous is not None and not isinstance(previous, Identities):
        previous = Identities(mentions=previous)
    return resolution(profiles, decisions, previous=previous, lines=lines).identities
