"""The lists of this package: tab-separated UTF-8 files in `data/`, made to be read and extended by people.

A line is an entry, `#` starts a comment line, aliases are separated by `|`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list, as tuples of stripped columns.

    >>> len(rows("legal_forms.txt")) > 20
    True
    """
    text = (_DATA / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(map(str.strip, line.split("\t"))) for line in lines)


@lru_cache(maxsize=32)
def column(name: str) -> tuple[str, ...]:
    """The first column of a list."""
    return tuple(row[0] for row in rows(name))


def cell(row: tuple[str, ...], number: int) -> str:
    """A column of an entry, empty where the line ends before it.

    >>> cell(("a", "b"), 4)
    ''
    """
    return row[number] if number < len(row) else ""


def items(row: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The aliases in a column of an entry.

    >>> items(("a", "b | c"), 1)
    ('b', 'c')
    """
    return tuple(part.strip() for part in cell(row, number).split("|") if part.strip())


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first, written as a tree so that it runs fast.

    A blank in a phrase stands for any white space.

    >>> import re
    >>> re.findall(alternation(["May", "March", "Mar"]), "March Mar May")
    ['March', 'Mar', 'May']
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in tree
    options = [_escape(letter) + _branch(below) for letter, below in sorted(tree.items()) if letter]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return "(?:" + "|".join(options) + ")" + ("?" if ends else "")


def _escape(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
