"""The tables of this package: cues and nouns of titles, as regular expressions."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent


def _rows(name: str) -> list[list[str]]:
    lines = _HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=64)
def cues(kind: str, language: str = "en") -> re.Pattern[str]:
    """What announces `kind`, in a language and in English.

    >>> bool(cues("work").search("she joined"))
    True
    """
    wanted = {"en", language}
    parts = [row[2] for row in _rows("cues.tsv") if row[0] == kind and row[1] in wanted]
    return re.compile(
        rf"(?:(?<![\w’'-])|(?=n?['’]))(?:{'|'.join(parts)})(?![\w-])", re.I
    )  # some are glued to a word ("didn't")


@lru_cache(maxsize=4)
def heads(place: str) -> re.Pattern[str]:
    """The nouns of titles that stand at the "end" or the "start" of them, and those too "weak" to be one alone."""
    parts = [row[1] for row in _rows("heads.tsv") if row[0] == place]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.I)


@lru_cache(maxsize=8)
def words(kind: str) -> frozenset[str]:
    """The folded small words of a kind.

    >>> "the" in words("stop")
    True
    """
    return frozenset(word for row in _rows("words.tsv") if row[0] == kind for word in row[1].split())
