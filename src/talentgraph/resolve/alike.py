"""Names of one kind that are spelt otherwise and may be one: found by the words they share, judged by `compare`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Comparison, Doubt, compare
from talentgraph.resolve.mentions import Mention
from talentgraph.values.text import fold, words

Names = Mapping[str, Mention]  # key → the mention that prints it most often
_CROWD = 25  # names; a word that more of them have tells nothing
_LIKENESS = 70.0  # per cent of likeness, below which two names are not compared
_BEGINNING = 4  # letters by which misspelt words are found


def link_alike(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """Join names that are compared as the same, and keep the doubts.

    A name is joined with all that it is the same as, and only where these are the same as each other: a tie stays
    unmerged.
    """
    found = dict(_compared(_names(mentions), {mention.id: mention.key for mention in mentions}, clusters))
    same: dict[str, set[str]] = defaultdict(set)
    for (left, right), comparison in found.items():
        if comparison.probability >= clusters.lines.same:
            same[left] |= {left, right}
            same[right] |= {left, right}
    first = {mention.key: mention.id for mention in reversed(mentions)}
    for (left, right), comparison in sorted(found.items()):
        one, other = first[left], first[right]
        if right in same[left] and same[left] == same[right] and clusters.join(one, other, comparison.says):
            continue
        if comparison.probability >= clusters.lines.unsure:
            clusters.doubts.append(Doubt(one, other, comparison))


def _names(mentions: Iterable[Mention]) -> Names:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    by_text: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        counts[mention.key][mention.text] += 1
        by_text.setdefault((mention.key, mention.text), mention)
    return {
        key: by_text[key, min(count, key=lambda text: (-count[text], len(text), text))] for key, count in counts.items()
    }


def _compared(
    names: Names, keys: Mapping[str, str], clusters: Clusters
) -> Iterator[tuple[tuple[str, str], Comparison]]:
    """Pairs of keys, the smaller first, that are no less than unsure. Two names that are both known are two."""
    for left, right in sorted(_candidates(names)):
        one, other = names[left], names[right]
        if one.name and other.name or keys.get(one.whole) != keys.get(other.whole):
            continue
        if clusters.of[one.id] is clusters.of[other.id] or not _near(one.text, other.text):
            continue
        comparison = compare(one.kind, one.text, other.text)
        if comparison.probability >= min(clusters.lines.unsure, clusters.lines.same):
            yield (left, right), comparison


def _candidates(names: Names) -> set[tuple[str, str]]:
    """Pairs of keys that share a rare word, or the beginning of one."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, mention in names.items():
        for block in _blocks(mention.text):
            blocks[block].append(key)
    return {pair for keys in blocks.values() if len(keys) <= _CROWD for pair in combinations(sorted(keys), 2)}


def _blocks(text: str) -> set[str]:
    found = words(text)
    initials = "".join(word[0] for word in found if word)
    return {*found, *(word[:_BEGINNING] for word in found if len(word) > _BEGINNING), initials}


def _near(left: str, right: str) -> bool:
    return fuzz.token_set_ratio(fold(left), fold(right)) >= _LIKENESS or _initials(left, right)


def _initials(left: str, right: str) -> bool:
    """Whether one is the initials of the other."""
    short, long = sorted((words(left), words(right)), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
