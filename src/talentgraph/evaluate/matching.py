"""When a value that was found is the one that the gold gives. Names, dates, degrees and grades each have their rule."""

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.evaluate.degrees import levels
from talentgraph.evaluate.likeness import SPELLED_OUT, alike
from talentgraph.evaluate.people import same_person
from talentgraph.evaluate.spelling import NO_NAMES, Kind, Names, listed, normal, spellings

Further = tuple[str, ...]

_PRESENT = frozenset(("present", "now", "current", "ongoing", "today"))
_RANKS = listed(
    "senior junior lead principal staff chief head intern internship trainee assistant associate deputy vice visiting"
    " adjunct interim acting emeritus student"
)
_TRACKS = {
    "workshop": "workshop", "workshops": "workshop", "demo": "demo", "demos": "demo", "demonstration": "demo",
    "demonstrations": "demo", "tutorial": "tutorial", "tutorials": "tutorial", "findings": "findings",
    "companion": "companion",
}  # fmt: skip
_AT_A_HOST = re.compile(r"\b(?:at|@|in the \d+(?:st|nd|rd|th))\b.*\(", re.I)
_WORKSHOP_BY_NAME = re.compile(r"\w*w\w*")  # WMT says of itself that it is a workshop
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=1 << 18)
def same(kind: Kind, gold: str, found: str, further: Further = (), names: Names = NO_NAMES) -> bool:
    """Whether `found` names what the gold names, by its name or one of its `further` names.

    `kind` is a class of names (person, coauthors, employers, institutions, venues, technologies, titles, awards,
    projects) or a field (position, field).

    >>> same("employers", "Acme Robotics Inc.", "ACME Robotics, GmbH"), same("technologies", "C", "C++")
    (True, False)
    >>> same("position", "Sr. Engineer", "Senior Engineer"), same("position", "Engineer", "Engineer II")
    (True, False)
    """
    if kind in ("person", "coauthors"):
        return any(same_person(each, found) for each in (gold, *further))
    if not (spellings(gold, kind, further).whole and spellings(found, kind).whole):
        return False
    if normal(found, kind) in {normal(each, kind) for each in (gold, *further)}:
        return True
    if kind == "position" and rank(gold) != rank(found) or kind == "venues" and _other_track(gold, found):
        return False
    return _any_alike(kind, gold, found, further, names)


def _any_alike(kind: Kind, gold: str, found: str, further: Further, names: Names) -> bool:
    """Whether a spelling of one is a spelling of the other; two short forms alone prove nothing."""
    one, other = spellings(gold, kind, further), spellings(found, kind)
    short = frozenset() if kind == "venues" and _AT_A_HOST.search(gold) else one.short
    short_found = frozenset() if kind == "venues" and _AT_A_HOST.search(found) else other.short
    if one.whole & (other.whole | short_found) or short & other.whole:
        return True
    pairs = [(a, b) for a in one.whole for b in other.whole | short_found]
    pairs += [(a, b) for a in short for b in other.whole]
    return any(_alike(a, b, kind, names) for a, b in pairs)


def _alike(one: str, other: str, kind: Kind, names: Names) -> bool:
    if names.key(one, kind) == names.key(other, kind):
        return True
    return not names.apart(one, other, kind) and alike(one, other, kind=kind, names=names)


@lru_cache(maxsize=1 << 14)
def rank(title: str) -> tuple[str, ...]:
    """Numbers and words of seniority of a job title, in order; of brackets only such as "(II)" and "(Senior)".

    >>> rank("Sr. Engineer II"), rank("Engineer (Contract)")
    (('2', 'senior'), ())
    """
    words = _spelled_out(re.sub(r"\s*\([^()]*\)", "", title))
    for inside in re.findall(r"\(([^()]*)\)", title):
        more = _spelled_out(inside)
        if all(_is_rank(word) or word in ("level", "grade") for word in more):
            words += more
    return tuple(sorted({word for word in words if _is_rank(word)}))


def _spelled_out(text: str) -> list[str]:
    return [SPELLED_OUT.get(word, word) for word in normal(text).split()]


def _is_rank(word: str) -> bool:
    return word.isdigit() or word in _RANKS


def _other_track(gold: str, found: str) -> bool:
    """Whether one venue is a workshop, demo, tutorial or findings and the other is not."""
    if _tracks(gold) == _tracks(found):
        return False
    return not any(_WORKSHOP_BY_NAME.fullmatch(normal(venue)) for venue in (gold, found))


def _tracks(venue: str) -> frozenset[str]:
    return frozenset(_TRACKS[word] for word in normal(venue).split() if word in _TRACKS)


def same_date(gold: str, found: str) -> bool:
    """Whether a date agrees with the gold as far as the gold goes.

    >>> same_date("2019", "2019-09"), same_date("2019-09", "2019")
    (True, False)
    """
    return bool(gold) and found[: len(gold)] == gold


def is_present(end: str, current: bool) -> bool:
    """Whether an end says "present"; an end left out does not.

    >>> is_present("", current=True), is_present("Present", current=False), is_present("", current=False)
    (True, True, False)
    """
    return end.strip().casefold() in _PRESENT or (not end and current)


def same_degree(gold: str, found: str) -> bool:
    """Whether two degrees are of one level; where the gold's has none, whether they are named alike.

    >>> same_degree("Ph.D.", "Doctor of Philosophy"), same_degree("MSc", "BSc")
    (True, False)
    """
    return bool(levels(gold) & levels(found)) if levels(gold) else same("", gold, found)


def same_grade(gold: str, found: str) -> bool:
    """Whether two grades have the same numbers; the scale may be missing.

    >>> same_grade("3.9/4.0", "3.90"), same_grade("3.9/4.0", "3.9/5")
    (True, False)
    """
    one, other = (list(map(float, _NUMBER.findall(grade))) for grade in (gold, found))
    if not one:
        return same("", gold, found)
    return bool(other) and all(a == b for a, b in zip(one[:2], other[:2], strict=False))
