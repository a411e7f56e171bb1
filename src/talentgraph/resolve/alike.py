"""Names of one kind that look like one with a slip of the pen: asked about, never joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Comparison, Doubt, Reason
from talentgraph.resolve.mentions import Mention
from talentgraph.values.text import fold, words

_CROWD = 25  # names; a word that more of them have tells nothing
_BEGINNING = 4  # letters by which misspelt words are found
_LONG = 7  # letters; one letter of a shorter name may make another thing of it
_WORD = 5  # letters of the word in which it is: "Track A" is not "Track B"


def slip(left: str, right: str) -> Comparison | None:
    """The comparison of two names that differ in one letter, or in two that changed places; else None.

    >>> slip("Kubernetes", "Kubernets").band, slip("Python 2.7", "Python 3.7"), slip("Redis", "Redux")
    ('unsure', None, None)
    """
    one, other = fold(left), fold(right)
    if min(len(one), len(other)) < _LONG or not 0 < OSA.distance(one, other, score_cutoff=1) < 2:
        return None
    if re.findall(r"[^\W_]*\d\w*|[+#]", one) != re.findall(r"[^\W_]*\d\w*|[+#]", other):
        return None  # versions and signs tell things apart
    changed = {*one.split()} ^ {*other.split()}
    if len(one.split()) == len(other.split()) and min(map(len, changed)) < _WORD:
        return None
    return Comparison(0.45, (Reason("spelling", f"{left} and {right} differ in one letter", -0.3),))


def doubt_alike(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """Keep as doubts the names that differ by a slip from another one, where a list does not know both."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.key, mention)
    for left, right in sorted(_candidates(first)):
        one, other = first[left], first[right]
        if one.name and other.name or clusters.of[one.id] is clusters.of[other.id]:
            continue
        if comparison := slip(one.text, other.text):
            clusters.doubts.append(Doubt(one.id, other.id, comparison))


def _candidates(names: Mapping[str, Mention]) -> set[tuple[str, str]]:
    """Pairs of keys that share a rare word, or the beginning of one."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, mention in names.items():
        for block in _blocks(words(mention.text)):
            blocks[block].append(key)
    return {pair for keys in blocks.values() if len(keys) <= _CROWD for pair in combinations(sorted(keys), 2)}


def _blocks(found: Iterable[str]) -> set[str]:
    return {part for word in found for part in (word, word[:_BEGINNING])}
