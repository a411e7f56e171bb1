"""How a printed name can be read: which words are given names and which the family name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values import people
from talentgraph.values.frequency import is_family
from talentgraph.values.sounds import is_latin, roman

_PART = re.compile(r"[\s.\-‐‑–'’·]+")
_BRACKETS = re.compile(r"\s*[(\[\"“„]([^)\]\"”]*)[)\]\"”]\s*")
_NOBODY = frozenset(
    [
        "me",
        "myself",
        "self",
        "et al",
        "al",
        "others",
        "and others",
        "and other",
        "the authors",
        "authors",
        "author",
        "anonymous",
        "anon",
        "unknown",
        "n n",
        "nn",
        "tba",
        "tbd",
        "various",
        "various authors",
        "several authors",
        "co-authors",
        "coauthors",
        "many others",
        "editors",
        "eds",
        "ed",
    ]
)
_SELF = frozenset(["me", "myself", "self", "i"])
_GROUP = re.compile(
    r"\b(?:collaboration|consortium|group|team|committee|community|network|initiative|investigators|contributors"
    r"|members|participants|authors|students|staff|working|society|project|et\.? ?al)\b"
)
_ORDER, _SPLIT = -2.5, -1.5  # bits that a less usual reading costs


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name, in small Latin letters.

    `families` are the family name in one word, without and with its particles; `cost` is negative for an unusual way.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    families: tuple[str, ...]
    suffix: str = ""
    cost: float = 0.0
    latin: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """All words, given names first."""
        return self.given + self.family


def _in_one_word(family: tuple[str, ...]) -> tuple[str, ...]:
    bare = "".join(part for part in family if not people.is_particle(part))
    whole = "".join(family)
    return (bare, whole) if bare and bare != whole else (whole,)


@lru_cache(maxsize=1 << 18)
def is_nobody(name: str) -> bool:
    """Whether a text in a list of authors is nobody's own name: "et al.", "Me", a group.

    >>> is_nobody("et al."), is_nobody("Me"), is_nobody("The Example Collaboration"), is_nobody("Ada Example")
    (True, True, True, False)
    """
    bare = " ".join(re.sub(r"[.,()\[\]*]", " ", name).casefold().split())
    return not bare or bare in _NOBODY or _GROUP.search(bare) is not None


def is_self(name: str) -> bool:
    """Whether a text stands for the owner of the document: "Me"."""
    return name.strip(" .,*()[]").casefold() in _SELF


@lru_cache(maxsize=1 << 18)
def readings(name: str) -> tuple[Reading, ...]:
    """The ways to read a name, the usual one first.

    >>> [(each.given, each.family) for each in readings("Tanaka Hiroshi")]
    [(('tanaka',), ('hiroshi',)), (('hiroshi',), ('tanaka',))]
    >>> readings("Вапник В. Н.")[0].family
    ('vapnik',)
    """
    extra = [inside for inside in _BRACKETS.findall(name) if inside[:1].isupper() and len(inside.split()) == 1]
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    parts = people.parse(bare)
    given, family = _tokens(parts.given), _words(parts.family)
    suffix = roman(parts.suffix).strip(".")
    found = {(given, family): 0.0}
    if "," not in bare and given:
        for other in _others((*given, *family), turned=" " in bare and not people.is_settled(bare)):
            found.setdefault(other[:2], other[2])
    nick = tuple(roman(inside) for inside in extra)
    latin = is_latin(name)
    return tuple(
        Reading(given + nick, family, _in_one_word(family), suffix, cost, latin)
        for (given, family), cost in found.items()
    )


def _others(words: tuple[str, ...], *, turned: bool) -> list[tuple[tuple[str, ...], tuple[str, ...], float]]:
    """Given names, family name and cost of the less usual readings."""
    found = []
    if len(words) > 2:
        given = tuple(word for word in words[:-1] if not people.is_particle(word))
        found.append((given, words[-1:], _SPLIT if len(words[-1]) > 1 else 4 * _SPLIT))
        if len(words[-1]) > 1 and len(words[-2]) > 2:  # two family names
            found.append((words[:-2], words[-2:], _SPLIT))
    if turned and len(words[0]) > 1:
        likely = is_family(words[0]) and not is_family(words[-1])
        found.append((words[1:], words[:1], _ORDER / 2 if likely else _ORDER))
    return found


def _tokens(given: str) -> tuple[str, ...]:
    """The given names; joined initials ("AM", "A.-M.") apart."""
    words = [word for word in _PART.split(given) if word]
    split = [p for w in words for p in (w if len(words) == 1 and re.fullmatch(r"[A-ZÀ-Þ]{2,3}", w) else [w])]
    return tuple(token for word in split if (token := _letters(word)))


def _words(family: str) -> tuple[str, ...]:
    return tuple(token for word in _PART.split(family) if (token := _letters(word)))


def _letters(word: str) -> str:
    return re.sub(r"[\W\d_]", "", roman(word))
