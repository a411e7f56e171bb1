"""What a free text around a name says of its bearer: co-authors, employers, places, topics, years."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from talentgraph.resolve.people.crowd import Portrait
from talentgraph.resolve.traits import plain_words, topics
from talentgraph.values import organizations, places
from talentgraph.values.readings import is_nobody, readings
from talentgraph.values.text import fold

_WITH = re.compile(r"^(?:(?:joint(?:ly)?|works?|papers?|published|writes)\s+)?(?:with|w/|co-?authors?:?)\s+", re.I)
_YEARS = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SINCE = re.compile(r"\bsince\s+(?:1[89]|20)\d\d", re.I)
_FAMILY = re.compile(r"\b([^\W\d_]+)\s+(?:is|as|being)\s+(?:the\s+)?(family|last|given|first)[ -]?name", re.I)
_ONE_PAPER = re.compile(r"\bboth\b.*\b(?:paper|publication|author|article|line|list)", re.I)
_SAME_PAPER = re.compile(r"^same\s+(?:paper|publication|article)", re.I)


def portrait(name: str, context: str) -> Portrait:
    """The portrait that a name and the text around it give.

    >>> found = portrait("A. Bee", "Osaka; fisheries; with C. Petit; since 1988")
    >>> sorted(found.traits["coauthor"]), sorted(found.traits["field"]), found.years
    (['petit|c'], ['fisherie'], (1988, 2025))
    """
    traits: defaultdict[str, set[str]] = defaultdict(set)
    is_with = False
    for part in re.split(r"\s*([;,])\s*", _FAMILY.sub("", context)):
        if part in (";", ","):
            is_with = is_with and part == ","
        elif part.strip():
            is_with = is_with or _WITH.match(part) is not None
            _read(part.strip(), traits, is_with=is_with)
    return Portrait((_in_order(name, context),), {k: frozenset(v) for k, v in traits.items()}, _years(context))


def is_one_list(left: str, right: str) -> bool:
    """Whether a text says that one list of authors has both.

    >>> is_one_list("hydrogels", "hydrogels; both on one paper")
    True
    """
    return any(_ONE_PAPER.search(context) for context in (left, right))


@lru_cache(maxsize=1 << 18)
def short_forms(name: str) -> frozenset[str]:
    """The family name and the initial of a name, in the usual reading: by this a co-author is known.

    >>> short_forms("Petit, Claire"), short_forms("et al.")
    (frozenset({'petit|c'}), frozenset())
    """
    usual = readings(name)[0]
    if is_nobody(name) or not usual.given or not usual.families[0]:
        return frozenset()
    return frozenset({f"{usual.families[0]}|{usual.given[0][0]}"})


def _read(part: str, traits: defaultdict[str, set[str]], *, is_with: bool) -> None:
    """Put what one part of a text says where it belongs."""
    if is_with:
        for name in re.split(r"\s+(?:and|&)\s+", _WITH.sub("", part)):
            traits["coauthor"] |= short_forms(name)
        return
    if _SAME_PAPER.match(part):
        traits["remark"].add("paper")
        return
    text = _YEARS.sub("", part).strip(" -()")
    if affiliation := _affiliation(text):
        traits["institution"] |= affiliation
    else:
        traits["field"] |= _topics(text)
        traits["word"] |= _proper(text)


@lru_cache(maxsize=4096)
def _affiliation(text: str) -> frozenset[str]:
    """What names the organisation or the place of a text, the words of its name among them; nothing for a topic."""
    entry = organizations.lookup(text)
    is_known = entry is not None or organizations.kind(text) is not None
    if not text[:1].isupper() or not (is_known or places.known(text) or _has_place(text)):
        return frozenset()
    return frozenset({organizations.key(text), *_proper(text), *(_proper(entry.name) if entry else ())})


def _has_place(text: str) -> bool:
    span = places.find_place(text)
    return span is not None and span[1] - span[0] > 3


def _proper(text: str) -> set[str]:
    """The words of names in a text, and the letters with which a longer one begins."""
    words = re.findall(r"[^\W\d_][^\W_]*(?:[.'’-][^\W_]+)*", text)
    found = {fold(word) for word in words if word[0].isupper() and len(word) > 2} - plain_words("context_words.txt")
    if len(words) > 2:
        letters = [word[0] for word in words]
        found.add(fold("".join(letters)))
        found.add(
            fold(
                "".join(
                    x for x, word in zip(letters, words, strict=True) if fold(word) not in ("of", "and", "for", "the")
                )
            )
        )
    return found


def _topics(text: str) -> set[str]:
    return topics(text) - plain_words("context_words.txt")


def _years(context: str) -> tuple[int, int] | None:
    years = [int(year) for year in _YEARS.findall(context)]
    if not years:
        return None
    return min(years), (2025 if _SINCE.search(context) else max(years))


def _in_order(name: str, context: str) -> str:
    """The name with a comma where the text says which word is the family name."""
    if not (match := _FAMILY.search(context)) or "," in name:
        return name
    words = name.split()
    is_family = match[2].lower() in ("family", "last")
    said = [word for word in words if (fold(word) == fold(match[1])) is is_family]
    rest = [word for word in words if word not in said]
    return f"{' '.join(said)}, {' '.join(rest)}" if said and rest else name
