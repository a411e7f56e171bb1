"""Wordings of the name of one organisation: abbreviations, translations, order and joining of its words."""

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.values import places
from talentgraph.values.lexicon import column, items, rows
from talentgraph.values.organizations import key
from talentgraph.values.text import fold

_SMALL_WORDS = (
    "of the at in de la le les du des di del della degli dell dei der die das dem den fur zu zur zum da do dos das van"
    " von el los las for a and und y e et och i d l s o studi na w"
)
_COMMON_WORDS = (
    "university college institute technology technical polytechnic applied sciences school high department faculty"
    " laboratory laboratories center research academy national international engineering medical medicine hospital"
    " state federal catholic autonomous free law business arts music graduate community"
)
_SMALL, _COMMON = frozenset(_SMALL_WORDS.split()), frozenset(_COMMON_WORDS.split())
_ACADEMIC = frozenset({"university", "college", "institute", "school", "academy", "polytechnic", "laboratory", "eth"})
_UNIVERSITY = "university"
_LEADING = frozenset(  # legal forms and honours that stand in front
    {"ooo", "oao", "pao", "zao", "pt", "koninklijke", "telefonaktiebolaget", "aktiebolaget", "ab", "ооо", "оао", "пао"}
)
_GENITIVE = re.compile(r"(\w{4,})s (universitet|tekniska|hogskola)\b")  # "Lunds universitet"
_UMLAUTS = re.compile(r"(?<=\w)([aou])e(?=[^\W_]{2})")  # "Goettingen"


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The words of a name in their order: abbreviated, translated and left-out ones made alike.

    >>> normal("Univ. of Example"), normal("Universität Example"), normal("TU München")
    ('university example', 'university example', 'technical university munich')
    """
    folded = _GENITIVE.sub(r"\1 \2", key(name))
    tokens = [token for token in folded.split() if token not in _SMALL] or folded.split()
    if len(tokens) > 1 and tokens[0] in _LEADING:
        tokens = tokens[1:]
    if len(tokens) > 1:  # "U of Example", "Example U."
        ends = [_UNIVERSITY if token == "u" else token for token in (tokens[0], tokens[-1])]
        tokens = [ends[0], *tokens[1:-1], ends[1]]
    for _ in range(3):
        if (again := _replaced(tokens)) == tokens:
            break
        tokens = again
    return " ".join(tokens)


def _replaced(tokens: list[str]) -> list[str]:
    table, longest = _table(), _longest()
    found: list[str] = []
    start = 0
    while start < len(tokens):
        for size in range(min(longest.get(tokens[start], 0), len(tokens) - start), 0, -1):
            if words := table.get(tuple(tokens[start : start + size])):
                found += words
                start += size
                break
        else:
            found.append(tokens[start])
            start += 1
    return found


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """The words of the name of an institution in any order; in theirs where the order tells institutions apart.

    >>> loose("University of Leeds") == loose("Leeds University")
    True
    >>> loose("University of Washington") == loose("Washington University")
    False
    """
    tokens = [_UMLAUTS.sub(r"\1", token) for token in normal(name).split()]
    names = [token for token in tokens if token not in _COMMON]
    if names and is_academic(tokens) and not _guarded().search(" ".join(tokens)):
        tokens = sorted(tokens)
    return " ".join(tokens)


def is_academic(tokens: list[str]) -> bool:
    """Whether one of the words says that this is a place of learning or research."""
    return not _ACADEMIC.isdisjoint(tokens)


def compact(name: str) -> str:
    """The name without blanks and signs.

    >>> compact("Open Widgets"), compact("OpenWidgets")
    ('openwidgets', 'openwidgets')
    """
    return key(name).replace(" ", "")


def initials(name: str) -> frozenset[str]:
    """What a name may be abbreviated to: the initials of its words, with the small ones and without.

    >>> sorted(initials("Federal University of Example"))
    ['fue', 'fuoe']
    """
    words = re.findall(r"[^\W\d_]+", fold(re.sub(r"\([^)]*\)", " ", name)))
    if len(words) < 2:
        return frozenset()
    large = [word for word in words if word not in _SMALL]
    home = large[:-1] if places.country_named(large[-1] if large else "") else []  # "… Council of Canada"
    return frozenset("".join(word[0] for word in each) for each in (words, large, home) if len(each) > 1)


@lru_cache(maxsize=16384)
def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: one word of two to eight letters, mostly capitals.

    >>> [is_acronym(name) for name in ("UFRJ", "K.U.", "UofX", "Acme", "U.S. Navy")]
    [True, True, False, False, False]
    """
    text = re.sub(r"[.&*-]", "", name.strip())
    return bool(re.fullmatch(r"[^\W\d_]{2,8}\d?", text)) and sum(map(str.isupper, text)) > 0.7 * len(text)


def is_small(word: str) -> bool:
    """Whether a word of a name does not count."""
    return fold(word) in _SMALL


def is_common(word: str) -> bool:
    """Whether a normal word says what kind of institution something is, and not which."""
    return word in _COMMON


def is_mixed(name: str) -> bool:
    """Whether a name in one word has small letters between capitals: its writing tells it from others.

    >>> is_mixed("UvA"), is_mixed("UVA"), is_mixed("Acme")
    (True, False, False)
    """
    return re.search(r"[A-Z][a-z]+[A-Z]", name) is not None and " " not in name


def is_shared(name: str) -> bool:
    """Whether several institutions bear this very name.

    >>> is_shared("Trinity College"), is_shared("University of Oxford")
    (True, False)
    """
    return normal(name) in _shared()


def is_nobody(name: str) -> bool:
    """Whether this stands in the place of an employer and names none.

    >>> is_nobody("Freelance"), is_nobody("self-employed"), is_nobody("Acme")
    (True, True, False)
    """
    return key(name) in _nobody()


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows("organization_words.tsv"):
        for form in items(row, 1):
            tokens = tuple(key(form).split())
            short = tuple(token for token in tokens if token not in _SMALL)
            for each in {tokens, short} - {()}:
                found.setdefault(each, row[0].split())
    return found


@lru_cache(maxsize=1)
def kind_words() -> frozenset[str]:
    """The single words of the list, in all their forms, that say what an organisation is."""
    forms = {tokens[0]: words for tokens, words in _table().items() if len(tokens) == 1 and len(tokens[0]) > 4}
    return frozenset(forms) | {word for words in forms.values() for word in words}


@lru_cache(maxsize=1)
def _longest() -> dict[str, int]:
    """The first word of an entry of the list → how many words the longest of these has."""
    found: dict[str, int] = {}
    for tokens in _table():
        found[tokens[0]] = max(len(tokens), found.get(tokens[0], 0))
    return found


@lru_cache(maxsize=1)
def _guarded() -> re.Pattern[str]:
    words = "|".join(re.escape(normal(name)) for name in column("guarded_names.txt"))
    return re.compile(rf"\b(?:{words})\b")


@lru_cache(maxsize=1)
def _shared() -> frozenset[str]:
    return frozenset(normal(name) for name in column("shared_names.txt"))


@lru_cache(maxsize=1)
def _nobody() -> frozenset[str]:
    return frozenset(key(name) for name in column("no_organizations.txt"))
