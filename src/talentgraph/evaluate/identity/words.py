"""The words that invented cohorts are made of, and choices among them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


@cache
def words() -> dict[str, Any]:
    """All tables of words.toml."""
    return tomllib.loads((Path(__file__).resolve().parent / "words.toml").read_text(encoding="utf-8"))


def skewed(random: Random, choices: Sequence[str]) -> str:
    """One of the choices; the n-th is taken as often as 1 to n, as names are.

    >>> counts = [skewed(Random(seed), "abc") for seed in range(100)]
    >>> counts.count("a") > counts.count("c")
    True
    """
    return random.choices(choices, [1 / number for number in range(1, len(choices) + 1)])[0]


def chance(random: Random, share: float) -> bool:
    """True in a share of the cases."""
    return random.random() < share
