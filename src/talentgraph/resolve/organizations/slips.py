"""Slips of the pen and of recognition in names: letters that stand for others, and long words with one wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from talentgraph.values import organizations as names
from talentgraph.values import people, places, wordings

_LONG = 6  # letters of a word that may hold a slip; one less in a name of several words
_SEVERAL = 3
_TIMES = 20  # how much more often a word must be than any other that is as near
_OFTEN = 25  # names of the list with a word that everybody uses
_KIND = 1000  # the weight of a word that says what something is
_DIGIT = re.compile(r"(?<=[^\W\d_])[015](?=[^\W\d_])")
_READ = {"0": "o", "1": "l", "5": "s"}
_SHAPES = (("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"), ("ii", "u"), ("li", "h"))


def mended(name: str) -> str:
    """A name without signs that recognition put for letters like them.

    >>> mended("TECHN0LOGY of Varrowda1e"), mended("UNIVERSlTY"), mended("Web3")
    ('TECHNOLOGY of Varrowdale', 'UNIVERSITY', 'Web3')
    """
    if not name or names.bearers(name).entries:
        return name
    return " ".join(map(_mended_word, name.split(" ")))


def _mended_word(word: str) -> str:
    if len(word) < _LONG - 1:
        return word
    capitals = sum(map(str.isupper, word)) > len(word) / 2
    if capitals:
        word = re.sub(r"(?<=[A-ZÀ-Þ])l|l(?=[A-ZÀ-Þ])", "I", word)
    return _DIGIT.sub(lambda found: _READ[found[0]].upper() if capitals else _READ[found[0]], word)


@lru_cache(maxsize=65536)
def reread(name: str) -> str:
    """The words of a name, with slips in those that everybody uses put right.

    >>> reread("Univeristy of Zyxwave"), reread("Zyxwave Securiyt")
    ('university zyxwave', 'zyxwave security')
    """
    words = wordings.normal(name).split()
    for at, word in enumerate(words):
        if may_slip(word, words) and (better := _likeliest(word)) and vocabulary()[better] >= _OFTEN:
            words[at] = better
    form = " ".join(words)
    return wordings.normal(form) if words != wordings.normal(name).split() else form


def without_slip(form: str) -> str | None:
    """The words of a name where a single one is strange, with that put right; None where nothing or much is near."""
    words = form.split()
    strange = [at for at, word in enumerate(words) if word not in vocabulary()]
    if len(strange) != 1 or len(words) < 2 or not may_slip(words[strange[0]], words):
        return None
    better = _likeliest(words[strange[0]])
    return " ".join((*words[: strange[0]], better, *words[strange[0] + 1 :])) if better else None


def may_slip(word: str, words: list[str]) -> bool:
    """Whether a strange word is long enough to tell a slip, and no name of a place or person."""
    if len(word) < _LONG - (len(words) >= _SEVERAL) or word in vocabulary() or any(map(str.isdigit, word)):
        return False
    return not (places.known(word) or word in people.given_names() or word in people.family_names())


def _likeliest(word: str) -> str | None:
    """The one word of the list that is near, or by far the commonest of them. Forms of one word count together."""
    near: Counter[str] = Counter()
    for other in _near(word):
        near[wordings.normal(other)] += vocabulary()[other]
    ranked = near.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    return ranked[0][0]


def _near(word: str) -> set[str]:
    found = {other for form in shortened(word) for other in _slips().get(form, ()) if one_edit(word, other)}
    return found | {other for other in reshaped(word) if other in vocabulary()}


def shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def reshaped(word: str) -> set[str]:
    """The word with letters that look alike put for each other.

    >>> "modern" in reshaped("modem"), "modem" in reshaped("modern")
    (True, True)
    """
    return {
        word[: match.start()] + other + word[match.end() :]
        for shape, other in _SHAPES
        for match in re.finditer(shape, word)
    }


def one_edit(left: str, right: str) -> bool:
    """Whether two words differ in one letter, or in two neighbours that have changed places.

    >>> one_edit("university", "univeristy"), one_edit("nanjing", "nankai")
    (True, False)
    """
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])


@lru_cache(maxsize=1)
def vocabulary() -> Counter[str]:
    """The words of the list of organisations, and in how many names each stands; words of kinds weigh more."""
    every = (name for entry in names.entries() for name in entry.names)
    found = Counter(word for form in {wordings.normal(name) for name in every} for word in form.split())
    for word in wordings.kind_words():
        found[word] += _KIND
    return found


@lru_cache(maxsize=1)
def _slips() -> dict[str, tuple[str, ...]]:
    """Words of the list with one letter left out → those words."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in vocabulary():
        if len(word) >= _LONG - 1 and word.isascii() and word.isalpha():
            for form in shortened(word):
                found[form].append(word)
    return {form: tuple(words) for form, words in found.items()}
