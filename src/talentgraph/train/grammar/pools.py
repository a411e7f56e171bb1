"""Pools of words and names, read from `words/` beside this package and from the lexicons of the project."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from random import Random

from talentgraph.values import lexicon

_WORDS = Path(__file__).resolve().parents[1] / "words"


@lru_cache(maxsize=64)
def lines(name: str) -> tuple[str, ...]:
    """The lines of a word list, without comments."""
    text = (_WORDS / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=64)
def items(name: str) -> tuple[str, ...]:
    """All items of a word list whose lines are divided by bars."""
    return tuple(item for line in lines(name) for item in line.split("|"))


@lru_cache(maxsize=64)
def names(name: str) -> tuple[str, ...]:
    """All items of a word list divided by blanks."""
    return tuple(item for line in lines(name) for item in line.split())


@lru_cache(maxsize=16)
def known(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of one of the project's lexicons."""
    rows = lexicon.rows(name)
    return rows if len(rows) > 50 else ()


@lru_cache(maxsize=16)
def organizations(universities: bool) -> tuple[str, ...]:
    """Names and aliases of the lexicon: universities, or all others."""
    rows = [row for row in known("organizations.tsv") if (lexicon.cell(row, 1) == "University") == universities]
    return tuple(name for row in rows for name in (row[0], *lexicon.items(row, 3)) if len(name) > 2)


@lru_cache(maxsize=4)
def topics() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Things, methods and notions of each domain."""
    return tuple(tuple(tuple(part.split(";")) for part in line.split("|")) for line in lines("topics"))


@lru_cache(maxsize=64)
def layouts(table: str) -> dict[str, float]:
    """The layouts of one table with their weights."""
    rows = (line.split("\t") for line in lines("layouts"))
    return {row[2].replace("→", "\t").replace("⏎", "\n"): float(row[1]) for row in rows if row[0] == table}


def pick(random: Random, *choices: str) -> str:
    """One of some strings."""
    return random.choice(choices)


def one(random: Random, choices: str) -> str:
    """One of some strings divided by bars."""
    return random.choice(choices.split("|"))


def word(random: Random, name: str) -> str:
    """An item of a word list."""
    return random.choice(items(name))


def weighted(random: Random, choices: dict[str, float]) -> str:
    """One of some strings, by weight."""
    return random.choices(list(choices), list(choices.values()))[0]


def chance(random: Random, probability: float) -> bool:
    """True with a probability."""
    return random.random() < probability
