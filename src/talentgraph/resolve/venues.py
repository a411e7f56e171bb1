"""Venues: whether two printed names are one series, and acronyms of full names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.values.text import fold
from talentgraph.values.venue_index import shortens, words
from talentgraph.values.venue_names import Named, initials, named

_LEAST = 4  # letters of initials that tell one name from all others


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one series of conferences or one journal; contexts are what stands beside them.

    >>> compare("EuroSys '25", "Proc. of EuroSys 2024").band, compare("NeurIPS", "NIPS Workshops").says
    ('same', 'NIPS Workshops is a part of NeurIPS')
    """
    one, other = named(left, left_context), named(right, right_context)
    if one.key and one.key == other.key:
        known = one.entry is not None
        says = f"both are names of {one.name}" if known else "the same words without year and sponsor"
        return Comparison(0.99 if known else 0.96, (Reason("series", says, 12.0 if known else 8.0),))
    for short, full in ((one, other), (other, one)):
        if short.whole and short.whole.key == full.key:
            return Comparison(0.02, (Reason("track", f"{short.text} is a part of {full.name or full.text}", -8.0),))
        if abbreviates(short, full):
            return Comparison(0.95, (Reason("acronym", f"{short.text} is short for {full.text}", 7.0),))
    return _different(one, other)


def _different(one: Named, other: Named) -> Comparison:
    if one.whole and other.whole and one.whole.key == other.whole.key:
        return Comparison(0.03, (Reason("track", f"two parts of {one.whole.name or one.whole.text}", -6.0),))
    both = one.entry is not None and other.entry is not None
    says = f"{one.name} and {other.name} are two known series" if both else "other words"
    return Comparison(0.005 if both else 0.03, (Reason("series", says, -12.0 if both else -6.0),))


def abbreviates(short: Named, full: Named) -> bool:
    """Whether an unknown name is another one with its words cut short, an acronym printed with it, or its initials,
    four at least."""
    if _cut_short(short, full):
        return True
    if short.entry or not short.acronym or fold(short.text) != fold(short.acronym):
        return False
    if (short.whole.key if short.whole else "") != (full.whole.key if full.whole else ""):
        return False
    acronym = fold(short.acronym)
    if full.acronym and fold(full.acronym) != fold(full.text):
        return acronym == fold(full.acronym)
    return len(acronym) >= _LEAST and not full.acronym and initials(full.text) == acronym


def _near(short: Named, by_letters: Mapping[str, list[Named]]) -> list[Named]:
    return by_letters.get("".join(word[0] for word in words(short.text)), []) if "." in short.text else []


def _cut_short(short: Named, full: Named) -> bool:
    """Whether an unknown name in abbreviated words stands for an unknown one in full, word by word."""
    if short.entry or full.entry or "." not in short.text or short.whole or full.whole:
        return False
    one, other = words(short.text), words(full.text)
    return len(one) == len(other) > 1 and all(map(shortens, one, other))


def acronym_links(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys (acronym, full name) that are the same series; only where a single full name fits."""
    found = {one.key: one for one in map(named, sorted(set(texts)))}
    by_acronym: dict[str, list[Named]] = defaultdict(list)
    for one in found.values():
        for acronym in {fold(one.acronym), initials(one.text)} - {""}:
            by_acronym[acronym].append(one)
    by_letters: dict[str, list[Named]] = defaultdict(list)
    for one in found.values():
        by_letters["".join(word[0] for word in words(one.text))].append(one)
    for short in found.values():
        near = (*by_acronym.get(fold(short.acronym), ()), *_near(short, by_letters))
        fits = {full.key for full in near if abbreviates(short, full)}
        if len(fits - {short.key}) == 1:
            yield short.key, next(iter(fits - {short.key}))
