"""When two names are one person's, for counting: first and last name in full."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from talentgraph.evaluate.spelling import listed
from talentgraph.values.text import fold

Words = tuple[str, ...]

_HONORIFICS = listed("dr prof professor mr mrs ms miss mx sir")
_CREDENTIALS = listed(
    "phd dphil md mba msc bsc ma ba ms jr sr ii iii iv pe jd pmp cfa cpa esq he she they him her them"
)
_ALSO_NAMES = frozenset(("ma", "ba", "he", "her"))  # at the end of a name rather a family name
_PAGE_WORDS = frozenset(("cv", "cvs", "resume", "vitae", "curriculum", "profile"))
_TAGS = re.compile(r"</?[bi]>")
_SPACED_DEGREE = re.compile(r"\b(ph|d|m|b)\. ?(d|sc|phil|s|a)\b\.?(?=[\s,]*$)")


@lru_cache(maxsize=1 << 18)
def same_person(gold: str, found: str) -> bool:
    """Whether a name that was found is the one that the gold gives.

    First and last name must be there in full; middle names may be initials or missing, titles and degrees do not
    count, the order may be turned. Any other word more makes it another name.

    >>> same_person("Ada M. Exämple", "EXAMPLE, Ada"), same_person("Ada Example", "A. Example")
    (True, False)
    >>> same_person("Ada Example", "Ada Example CV")
    False
    """
    one, other = name_words(gold), name_words(found)
    if not one or not other:
        return False
    turned = (other, other[1:] + other[:1], other[-1:] + other[:-1])
    if sorted(one) == sorted(other) or "".join(one) in map("".join, turned):
        return True
    if set(other) & (_PAGE_WORDS - set(one)) or len(other) > len(one) + 1:
        return False
    return any(_agree(one, order) for order in (turned if len(other) <= len(one) else turned[:1]))


@lru_cache(maxsize=1 << 17)
def name_words(name: str) -> Words:
    """The folded words of a name, first names first, without title and degree.

    >>> name_words("Dr. Example, Ada M., PhD")
    ('ada', 'm', 'example')
    """
    text = fold(_TAGS.sub(" ", unicodedata.normalize("NFKC", name).casefold()))
    text = re.sub("['’`´ʼ]", "", re.sub(r"\([^()]*\)", " ", text))
    text = _SPACED_DEGREE.sub(r"\1\2", text)
    parts = [words for part in text.split(",") if (words := re.findall(r"[^\W\d_]+", part))]
    parts = [_untitled(words, 1) for words in parts if not set(words) <= _CREDENTIALS]
    ordered = parts[1] + parts[0] if len(parts) == 2 else [word for words in parts for word in words]
    return _undecorated(ordered)


def _untitled(words: list[str], fewest: int) -> list[str]:
    """The words without titles before them, as long as more than `fewest` are left."""
    while len(words) > fewest and words[0] in _HONORIFICS:
        words = words[1:]
    return words


def _undecorated(words: list[str]) -> Words:
    words = _untitled(words, 2)
    while len(words) > 2 and words[-1] in _CREDENTIALS - _ALSO_NAMES:
        words = words[:-1]
    return tuple(words)


def _agree(one: Words, other: Words) -> bool:
    """Whether first and last words are equal and the middle ones of the shorter name stand in the longer one."""
    if min(len(one), len(other)) < 2 or not (_equal(one[0], other[0]) and _equal(one[-1], other[-1])):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and len(short[0]) == 1:  # J. Doe may be another than J. M. Doe
        return False
    rest = iter(long[1:-1])
    return all(any(_fits(word, each) for each in rest) for word in short[1:-1])


def _fits(word: str, other: str) -> bool:
    return _equal(word, other) or (1 in (len(word), len(other)) and word[0] == other[0])


def _equal(word: str, other: str) -> bool:
    """Whether two words are one, "ue" and "u" for "ü" too."""
    return word == other or _without_umlauts(word) == _without_umlauts(other)


def _without_umlauts(word: str) -> str:
    return re.sub("(?<=[aou])e", "", word)
