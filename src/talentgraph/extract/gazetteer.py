"""The gazetteer: what the lexicons know, found in tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from talentgraph.extract.tokenizer import words
from talentgraph.values import lexicon


class _List(NamedTuple):
    """A lexicon: its class, the columns with names, and the columns with aliases divided by bars and with flags."""

    file: str
    kind: str
    columns: tuple[int, ...] = (0,)
    aliases: int | None = None
    flag: int | None = None


_LISTS = (  # where lists share a name the earlier one wins
    _List("degrees.tsv", "degree"),
    _List("technologies.tsv", "technology", (0,), 2, 3),
    _List("venues.tsv", "venue", (0, 1), 3, 4),
    _List("organizations.tsv", "institute", (0,), 3),
    _List("titles.txt", "title"),
    _List("fields.txt", "field"),
    _List("places.tsv", "place", (1,), 4),
    _List("given_names.txt", "given"),
    _List("family_names.txt", "family"),
)
_TYPES = {"University": "university", "Company": "company"}
_SHORT = 4  # names of up to so many letters must be written as in the list


class Hit(NamedTuple):
    """Tokens [start, end) that a lexicon knows as `kind`."""

    start: int
    end: int
    kind: str


class _Node:
    """A place in the tree of names, by folded token."""

    __slots__ = ("below", "kinds")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.kinds: dict[str, str] = {}  # as written, "" for any case → class


def find(tokens: Sequence[str]) -> Iterator[Hit]:
    """The longest names of the lexicons among tokens, without overlaps.

    >>> [hit for hit in find(["zzz", "qqq"])]
    []
    """
    root = _tree()
    folded = [token.lower() for token in tokens]
    start = 0
    while start < len(folded):
        end, kind = _longest(root, folded, tokens, start)
        if kind:
            yield Hit(start, end, kind)
        start = max(end, start + 1)


def _longest(root: _Node, folded: Sequence[str], tokens: Sequence[str], start: int) -> tuple[int, str]:
    node, end, kind = root, start, ""
    for place in range(start, len(folded)):
        below = node.below.get(folded[place])
        if below is None:
            break
        node = below
        if found := node.kinds.get(" ".join(tokens[start : place + 1])) or node.kinds.get(""):
            end, kind = place + 1, found
    return end, kind


@lru_cache(maxsize=1)
def _tree() -> _Node:
    root = _Node()
    for name, kind in _names():
        tokens, _ = words(name)
        node = root
        for token in tokens:
            node = node.below.setdefault(token.lower(), _Node())
        node.kinds.setdefault(" ".join(tokens) if len(name) <= _SHORT else "", kind)
    return root


def _names() -> Iterator[tuple[str, str]]:
    """All names of the lexicons with their classes."""
    for source in _LISTS:
        marked = source.file == "organizations.tsv"
        for row in lexicon.rows(source.file):
            if source.flag is not None and lexicon.cell(row, source.flag) == "quiet":
                continue
            kind = _TYPES.get(lexicon.cell(row, 1), source.kind) if marked else source.kind
            names = [lexicon.cell(row, column) for column in source.columns]
            if source.aliases is not None:
                names += (lexicon.aliases if marked else lexicon.items)(row, source.aliases)
            yield from ((name, kind) for name in names if name)
