"""People: which mentions are one person.

names      which names are full, and which one to show
nearby     within one document and one paper
contexts   what a free text says of a person
weights    the weights of traits, from a table
rarity     how frequent traits are in the documents at hand
crowd      portraits and how likely two show one person
blocking   which two are compared at all
across     over documents: pairs scored, and joined from the likeliest down
"""

from __future__ import annotations

from collections.abc import Sequence

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people.across import join_across
from talentgraph.resolve.people.contexts import is_one_list, portrait
from talentgraph.resolve.people.crowd import Crowd
from talentgraph.resolve.people.names import best_name as best_name
from talentgraph.resolve.people.names import full_key as full_key
from talentgraph.resolve.people.names import is_full as is_full
from talentgraph.resolve.people.names import readable as readable
from talentgraph.resolve.people.nearby import join_nearby
from talentgraph.resolve.people.weights import PRIOR


def link(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """Join the mentions, which come sorted by id, that are the same person; what is likely only becomes a doubt."""
    join_across(clusters, join_nearby(clusters, mentions))


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one person's; contexts are employers, places, topics and "with" co-authors.

    >>> compare("Quillfeather, Ada", "Ada Quillfeather").band
    'same'
    >>> compare("Wei Wang", "Wei Wang", "Osaka; fisheries", "Leeds; compilers; with T. Becker").band
    'different'
    """
    mine, other = portrait(left, left_context), portrait(right, right_context)
    found = Crowd([mine, other], prior=PRIOR).compare(0, 1)
    if is_one_list(left_context, right_context):
        return Comparison(0.001, (Reason("line", "two authors of one paper", -20.0), *found.reasons))
    return found
