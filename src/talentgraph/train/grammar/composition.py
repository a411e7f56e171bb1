"""Layouts by chance: any order of the fields and any way to part them, besides those that are written down.

None that is kept out of training is made, and none at all in the branch that is kept out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

from talentgraph.train.grammar.pools import chance, is_kept_out, layouts, weighted

_SHARE = 0.3  # of all layouts
_BETWEEN = {"|": 5, "\t": 3, "{s}": 4}
_KEPT_OUT = Path(__file__).resolve().parents[1] / "words" / "kept_out" / "layouts.txt"
_TRIES = 20


def draw(random: Random, table: str, fields: str) -> str:
    """A layout of a table, or one made of its fields, a letter each; P may be missing."""
    if is_kept_out() or not chance(random, _SHARE):
        return weighted(random, layouts(table))
    return _allowed(table, (_lettered(random, fields) for _ in range(_TRIES))) or weighted(random, layouts(table))


def draw_named(random: Random, table: str, fields: Sequence[str], between: Mapping[str, float]) -> str:
    """A layout of a table, or one made of named fields; all but the first may go away with what stands before them."""
    if is_kept_out() or not chance(random, _SHARE):
        return weighted(random, layouts(table))
    made = (_named(random, fields, between) for _ in range(_TRIES))
    return _allowed(table, made) or weighted(random, layouts(table))


def _lettered(random: Random, fields: str) -> str:
    """Letters in some order, parted in some way; dates may stand in brackets or before a colon."""
    letters = [letter for letter in fields if letter != "P" or chance(random, 0.5)]
    random.shuffle(letters)
    made = ""
    for number, letter in enumerate(letters):
        between = weighted(random, dict(_BETWEEN)) if number else ""
        if letter == "D" and number and between != "\t" and chance(random, 0.25):
            letter, between = "(D)", "|" if between == "|" else " "
        if made == "D" and chance(random, 0.15):
            between = ": "
        made += between + letter
    return made


def _named(random: Random, fields: Sequence[str], between: Mapping[str, float]) -> str:
    """Named fields in some order, parted in some way; years may stand in brackets."""
    order = random.sample(fields, len(fields))
    made = f"{{{order[0]}}}"
    for name in order[1:]:
        sign = weighted(random, dict(between))
        shown = f"{{{name}}}"
        if name in ("date", "Y") and chance(random, 0.3):
            sign, shown = (sign if sign in "\n\t|" else " "), f"({shown})"
        made += f"<{sign}{shown}>" if sign not in "\n|" else f"{sign}{shown}"
    return made


def _allowed(table: str, made: Iterable[str]) -> str:
    """The first of some layouts that is not kept out."""
    kept = _kept_out(table.split()[-1] if table.startswith(("short", "publications")) else table.split()[0])
    return next((layout for layout in made if layout not in kept), "")


@lru_cache(maxsize=8)
def _kept_out(topic: str) -> frozenset[str]:
    """The layouts of a topic that training must not see."""
    rows = (line.split("\t") for line in _KEPT_OUT.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return frozenset(row[2].replace("→", "\t").replace("⏎", "\n") for row in rows if topic in row[0].split())
