"""Free text search over names and sentences, tolerant of spelling, diacritics and the order of words."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from talentgraph.analyse.lookup import name, reached
from talentgraph.analyse.rows import Found
from talentgraph.analyse.rows.table import tabled
from talentgraph.errors import QueryError
from talentgraph.values.text import fold

if TYPE_CHECKING:
    import networkx as nx

KINDS = ("Person", "Organization", "Technology", "Venue", "Publication", "Project", "Evidence")
_TOKEN = re.compile(r"[^\W_]+(?:[+#]+(?![^\W_]))?")
_WEIGHTS = {"name": 1.0, "alias": 0.95, "fact": 0.6, "quote": 0.5}  # what a word says of a node, by where it stands
_Got = defaultdict[int, float]  # the number of a text → how well it has a word
_FACTS = ("headline", "acronym", "title")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a node: a name, an alias, another property or a quote."""

    node: str
    where: str
    text: str
    tokens: tuple[str, ...]


@tabled
def find(graph: nx.MultiDiGraph, text: str, *, kinds: Sequence[str] = KINDS, limit: int = 20) -> list[Found]:
    """The people, organisations, technologies, venues, works and evidence sentences that a text fits best.

    Every word of the text counts by how rare it is, whether it is met as it is, as the beginning of a word, written
    together ("KVCache" for "kv cache") or with a letter or two wrong; case, diacritics and order do not matter.
    `score` is from 0 to 1, `matched` the name or sentence that fits. Contact details are never searched.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Node
    >>> web = to_networkx([Node("person/zoe", ("Person",), {"name": "Zoë Example"})], [])
    >>> [row.name for row in find(web, "exmaple zoe")]
    ['Zoë Example']
    """
    texts = list(_texts(graph, kinds))
    asked = _tokens(text)
    if not asked or not texts:
        return []
    scores = _scores(asked, texts)
    order = sorted(scores, key=lambda number: (-round(scores[number], 6), texts[number].text, texts[number].node))
    rows: dict[tuple[str | None, ...], Found] = {}  # a node once, and a sentence of a document once
    for number in order:
        if len(rows) == limit:
            break
        row = _found(graph, texts[number], scores[number])
        rows.setdefault((row.document, row.matched) if row.kind == "Evidence" else (row.id,), row)
    return list(rows.values())


def kinds_of(names: Sequence[str]) -> tuple[str, ...]:
    """The kinds that some names mean, all where there are none. Raises QueryError for a name of no kind.

    >>> kinds_of(["person", "Venue"])
    ('Person', 'Venue')
    """
    known = {kind.lower(): kind for kind in KINDS}
    for each in names:
        if each.lower() not in known:
            raise QueryError(f"there is no kind {each!r} to find; take one of {', '.join(KINDS)}")
    return tuple(known[each.lower()] for each in names) or KINDS


def _texts(graph: nx.MultiDiGraph, kinds: Sequence[str]) -> Iterator[_Text]:
    private = {node for node, values in graph.nodes.items() if "Contact" in values["labels"]}
    for node, values in graph.nodes.items():
        kind = values["labels"][0]
        if kind not in kinds or (kind == "Evidence" and _only_private(graph, node, private)):
            continue
        for where, text in _fields(values):
            if tokens := _tokens(text):
                yield _Text(node, where, text, tokens)


def _only_private(graph: nx.MultiDiGraph, node: str, private: set[str]) -> bool:
    """Whether a sentence says a contact detail and nothing else."""
    said = reached(graph, [node], ("SUPPORTS",))
    return bool(said) and all(target in private for target in said)


def _fields(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if values["labels"][0] == "Evidence":
        yield "quote", str(values.get("quote") or "")
        return
    yield "name", str(values.get("name") or "")
    yield from (("alias", str(alias)) for alias in values.get("aliases") or ())
    yield from (("fact", str(values[key])) for key in _FACTS if values.get(key) and values[key] != values.get("name"))


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(fold(text)))


def _scores(asked: Sequence[str], texts: Sequence[_Text]) -> dict[int, float]:
    """How well each text fits, from 0 to 1; texts that share nothing are left out."""
    posts = _postings(texts)
    rare = {token: math.log(1 + len(texts) / len(where)) for token, where in posts.items()}
    most = math.log(1 + len(texts))
    weight, got = [], [defaultdict[int, float](float) for _ in asked]
    for place, token in enumerate(asked):
        alike = _alike(token, posts)
        weight.append(max((rare[each] * quality for each, quality in alike.items()), default=most))
        _collect(got[place], alike, posts)
    for place in range(len(asked) - 1):  # "kv cache" is also "kvcache"
        together = {each: 0.95 for each in (asked[place] + asked[place + 1],) if each in posts}
        for side in (place, place + 1):
            _collect(got[side], together, posts)
    whole = sum(weight)
    met = set().union(*got)
    return {number: _score(number, got, weight, whole, texts[number]) for number in met}


def _score(
    number: int, got: Sequence[Mapping[int, float]], weight: Sequence[float], whole: float, text: _Text
) -> float:
    """The share of the words asked for that is met, times what the place says; a little less for longer texts."""
    share = sum(each.get(number, 0.0) * value for each, value in zip(got, weight, strict=True)) / whole
    extra = max(0, len(text.tokens) - len(got))
    return share**2 * _WEIGHTS[text.where] / (1 + 0.02 * min(extra, 20))


def _collect(got: _Got, alike: Mapping[str, float], posts: Mapping[str, Sequence[int]]) -> None:
    for token, quality in alike.items():
        for number in posts[token]:
            got[number] = max(got[number], quality)


def _postings(texts: Sequence[_Text]) -> dict[str, list[int]]:
    """Word → the numbers of the texts that have it; neighbours of names also written together."""
    posts: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        together = (a + b for a, b in zip(text.tokens, text.tokens[1:], strict=False)) if text.where != "quote" else ()
        for token in {*text.tokens, *together}:
            posts[token].append(number)
    return posts


def _alike(token: str, words: Iterable[str]) -> dict[str, float]:
    """The known words that one word may mean, and how sure that is."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = {word: 0.85 for word in words if len(token) > 2 and word.startswith(token)}
    wrong = 0 if len(token) < 4 else 1 if len(token) < 8 else 2
    if wrong:
        near = extract(token, list(words), scorer=OSA.distance, score_cutoff=wrong, limit=50)
        for word, distance, _ in near:
            found[word] = max(found.get(word, 0.0), 1 - 0.2 * distance)
    elif token in words:
        found[token] = 1.0
    return found


def _found(graph: nx.MultiDiGraph, text: _Text, score: float) -> Found:
    values, kind = graph.nodes[text.node], graph.nodes[text.node]["labels"][0]
    said = list(reached(graph, [text.node], ("SUPPORTS",))) if kind == "Evidence" else []
    documents = reached(graph, [text.node], ("FROM_DOCUMENT",))
    return Found(
        kind=kind,
        name=str(name(graph, said[0] if said else text.node) or text.node),
        id=text.node,
        matched=text.text,
        score=round(score, 3),
        document=graph.nodes[documents[0]].get("path") if documents else None,
        page=values.get("page"),
    )
