"""Pools of words and names, read from `words/` beside this package and from the lexicons of the project.

There are two branches. Training draws from the known one; the unseen one is kept for measuring: it has layouts,
headings and names of its own (`words/kept_out/`), and every twelfth entry of the lexicons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from random import Random
from typing import ParamSpec, TypeVar
from zlib import crc32

from talentgraph.values import lexicon

_WORDS = Path(__file__).resolve().parents[1] / "words"
_SHARE = 12  # one of so many lexicon entries is kept out of training
_unseen: ContextVar[bool] = ContextVar("unseen", default=False)
P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def branch(*, kept_out: bool) -> Iterator[None]:
    """What is drawn in this block comes from the branch that training never sees, or from the one it does."""
    token = _unseen.set(kept_out)
    try:
        yield
    finally:
        _unseen.reset(token)


def is_kept_out() -> bool:
    """Whether the branch that training never sees is drawn from."""
    return _unseen.get()


def _by_branch(draw: Callable[P, T]) -> Callable[P, T]:
    """A function that remembers what it has read, apart for each branch."""
    remembered = {kept_out: lru_cache(maxsize=64)(draw) for kept_out in (False, True)}

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        return remembered[_unseen.get()](*args, **kwargs)  # type: ignore[arg-type]

    return drawn


@_by_branch
def lines(name: str) -> tuple[str, ...]:
    """The lines of a word list, without comments."""
    kept = _WORDS / "kept_out" / f"{name}.txt"
    path = kept if _unseen.get() and kept.exists() else _WORDS / f"{name}.txt"
    text = path.read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@_by_branch
def items(name: str) -> tuple[str, ...]:
    """All items of a word list whose lines are divided by bars."""
    return tuple(item for line in lines(name) for item in line.split("|"))


@_by_branch
def names(name: str) -> tuple[str, ...]:
    """All items of a word list divided by blanks."""
    return tuple(item for line in lines(name) for item in line.split())


@_by_branch
def known(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of one of the project's lexicons that belong to this branch."""
    rows = lexicon.rows(name)
    own = tuple(row for row in rows if (crc32(row[0].encode()) % _SHARE == 0) == _unseen.get())
    return own if len(rows) > 50 else ()


@_by_branch
def organizations(universities: bool) -> tuple[str, ...]:
    """Names and aliases of the lexicon: universities, or all others."""
    rows = [row for row in known("organizations.tsv") if (lexicon.cell(row, 1) == "University") == universities]
    return tuple(name for row in rows for name in (row[0], *lexicon.aliases(row, 3)) if len(name) > 2)


@lru_cache(maxsize=4)
def topics() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Things, methods and notions of each domain."""
    return tuple(tuple(tuple(part.split(";")) for part in line.split("|")) for line in lines("topics"))


@_by_branch
def layouts(table: str) -> dict[str, float]:
    """The layouts of one table with their weights; what the unseen branch lacks is as in the known one."""
    rows = (line.split("\t") for line in lines("layouts"))
    own = {row[2].replace("→", "\t").replace("⏎", "\n"): float(row[1]) for row in rows if row[0] == table}
    if own or not _unseen.get():
        return own
    with branch(kept_out=False):
        return layouts(table)


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
