"""How rare traits are among the documents at hand: a topic by the papers that have it, an employer by the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from talentgraph.resolve.mentions import Mention

_LEAST = {"paper": 1000, "document": 500}  # in fewer, what is seen twice is not frequent yet
_OF = {"topic": "paper", "venue": "paper", "affiliation": "document", "together": "document"}


def shares(mentions: Iterable[Mention]) -> dict[str, dict[str, float]]:
    """Kind of trait → trait → the share of papers, or of documents about somebody, that have it besides one.

    >>> one, other = frozenset({"topic:paging", "topic:cache"}), frozenset({"topic:paging"})
    >>> of = [Mention(id=n, kind="person", text="A", path=n, line=n, traits=t) for n, t in (("a", one), ("b", other))]
    >>> shares(of)["topic"]
    {'cache': 0.0, 'paging': 0.001}
    """
    papers, documents = _sources(mentions)
    found: dict[str, dict[str, float]] = {kind: {} for kind in _OF}
    for source, every in (("paper", papers), ("document", documents)):
        counts = Counter(trait for traits in every.values() for trait in traits)
        total = max(len(every), _LEAST[source])
        for trait, count in sorted(counts.items()):
            kind, _, value = trait.partition(":")
            if _OF.get(kind) == source:
                found[kind][value] = (count - 1) / total
    return found


def _sources(mentions: Iterable[Mention]) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """The traits of each paper, wherever it is printed, and of each document's owner."""
    papers: dict[str, frozenset[str]] = {}
    documents: dict[str, frozenset[str]] = {}
    for mention in mentions:
        if mention.line:
            papers[mention.paper or mention.line] = mention.traits
        elif mention.role == "owner":
            documents[mention.path] = mention.traits
    return papers, documents
