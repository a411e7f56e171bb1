"""Names that several things bear, and the words beside them that tell which is meant."""

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.values.lexicon import cell, rows
from talentgraph.values.text import fold

_WORD = re.compile(r"[\w+#.]*[\w+#]")


def sense(kind: str, name: str, beside: str = "") -> str:
    """The known name that a name of several bearers stands for; empty where it has one bearer only.

    The words beside it decide, else the bearer that is known best.

    >>> sense("technology", "Spark", "Ada, GNAT"), sense("technology", "Spark"), sense("technology", "Kafka")
    ('SPARK Ada', 'Apache Spark', '')
    """
    bearers = _senses().get((kind, name), ())
    seen = frozenset(_WORD.findall(fold(beside))) if beside else frozenset()
    if not bearers and seen and name.islower():
        bearers = tuple(each for each in _senses().get((kind, name.capitalize()), ()) if seen & each[1])
    return max(bearers, key=lambda bearer: len(seen & bearer[1]))[0] if bearers else ""


@lru_cache(maxsize=1)
def _senses() -> dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in rows("senses.tsv"):
        kind, name, words = row[0], cell(row, 1), frozenset(fold(cell(row, 3)).split())
        found[kind, name] = (*found.get((kind, name), ()), (cell(row, 2), words))
    return found
