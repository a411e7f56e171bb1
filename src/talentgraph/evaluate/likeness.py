"""When two normal forms differ in spelling only: likeness of letters, and no telling word left over."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio

from talentgraph.evaluate.spelling import Kind, Names, listed
from talentgraph.values.text import fold

Words = tuple[str, ...]

_LITTLE = listed("a an the of at in on to by for and as de la du der die das und y e et le di del della do da van")
_NEGATIONS = ("un", "non", "in", "anti", "semi")
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
SPELLED_OUT = {"sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior"} | _NUMERALS
_SERIAL = re.compile(r"[b-z]|i{1,3}|iv|v|vi{1,3}|ix")
_SHORTEST = 6  # shorter names must be equal


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str, *, kind: Kind, names: Names) -> bool:
    """Whether two normal forms are spellings of one name.

    >>> from talentgraph.evaluate.spelling import NO_NAMES
    >>> alike("acme robotic labs", "acme robotics lab", kind="employers", names=NO_NAMES)
    True
    >>> alike("physical review a", "physical review b", kind="venues", names=NO_NAMES)
    False
    """
    one, other = _comparable(one, kind), _comparable(other, kind)
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or _numbered_otherwise(one, other):
        return False
    if token_sort_ratio(one, other) < (85 if kind == "field" else 90) and _core(one) != _core(other):
        return False
    left, right = left_over(one, other, names)
    if kind == "venues":  # a volume number may be missing
        left, right = _without_numbers(left), _without_numbers(right)
    if kind == "titles":  # long: the likeness of letters decides
        return not _negated(left, right)
    if kind == "awards":  # one side may say a word more, but not another word
        return not (left and right) and not _negated(left, right)
    return not left and not right


def _comparable(name: str, kind: Kind) -> str:
    name = fold(name)
    return " ".join(SPELLED_OUT.get(word, word) for word in name.split()) if kind == "position" else name


@lru_cache(maxsize=1 << 16)
def left_over(one: str, other: str, names: Names) -> tuple[Words, Words]:
    """The telling words of each name that the other lacks; words split or run together do not count."""
    left, right = _telling(one), _telling(other)
    if "".join(left) != "".join(right):
        _drop_pairs(left, right, str.__eq__)
        _drop_pairs(left, right, partial(_one_word, names=names))
    return ((), ()) if "".join(left) == "".join(right) else (tuple(left), tuple(right))


def _drop_pairs(left: list[str], right: list[str], equal: Callable[[str, str], bool]) -> None:
    for word in tuple(left):
        partner = next((each for each in right if equal(word, each)), None)
        if partner is not None:
            left.remove(word)
            right.remove(partner)


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if word not in _LITTLE]


def _core(name: str) -> str:
    return "".join(_telling(name))


def _one_word(one: str, other: str, names: Names) -> bool:
    """Whether two words are one: but for a plural, or one letter of a long word beyond its first three."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long in (short + "s", short[:-1] + "ies"):
        return True
    if len(short) < 7 or short[:3] != long[:3] or names.apart(one, other):
        return False
    return OSA.distance(short, long, score_cutoff=1) <= 1


def _numbered_otherwise(one: str, other: str) -> bool:
    """Whether both names have numbers, or single letters and Roman numerals, and not the same ones."""
    numbers = sorted(re.findall(r"\d+", one)), sorted(re.findall(r"\d+", other))
    serials = _serials(one), _serials(other)
    return any(left and right and left != right for left, right in (numbers, serials))


def _serials(name: str) -> list[str]:
    return sorted(SPELLED_OUT.get(word, word) for word in name.split() if _SERIAL.fullmatch(word))


def _without_numbers(words: Words) -> Words:
    return tuple(word for word in words if not word.isdigit())


def _negated(left: Words, right: Words) -> bool:
    """Whether one side denies what the other says: supervised and unsupervised, linear and non linear."""
    if any(word in (*_NEGATIONS, "not") for word in left + right):
        return True
    pairs = [(a, b) for a in left for b in right]
    return any(a == prefix + b or b == prefix + a for a, b in pairs for prefix in _NEGATIONS)
