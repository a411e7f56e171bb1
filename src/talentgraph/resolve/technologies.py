"""Technologies: whether two printed names are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.values import technology_names as names
from talentgraph.values.technologies import known, normal
from talentgraph.values.text import fold


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one technology; contexts are what is listed beside them.

    >>> compare("k8s", "Kubernetes").band, compare("R", "Ruby").band, compare("C/C++", "C").band
    ('same', 'different', 'different')
    >>> compare("SageMaker", "AWS").says
    'Amazon SageMaker is a part or a special case of AWS'
    """
    one, other = _named(left, left_context), _named(right, right_context)
    if {found.key for found in one} != {found.key for found in other}:
        fits = "" if len(one) + len(other) > 2 else _fit(left, right, one[0], other[0])
        return Comparison(0.95, (Reason("acronym", fits, 7.0),)) if fits else _different(one, other)
    sure = min(0.99, *(found.sure for found in (*one, *other)))
    known_to_both = all(found.entry for found in (*one, *other))
    says = f"both are names of {one[0].name or one[0].key}" if known_to_both else "the same name"
    return Comparison(sure, (Reason("name", says, 12.0 if known_to_both else 8.0),))


def _fit(left: str, right: str, one: names.Named, other: names.Named) -> str:
    return _abbreviates(left, right, one) or _abbreviates(right, left, other)


def _abbreviates(short: str, full: str, found: names.Named) -> str:
    """Why an unknown acronym of three letters and more stands for a name that has its initials."""
    short = short.strip()
    if found.entry or not (short.isupper() and 2 < len(short) < 7) or names.initials(full) != fold(short):
        return ""
    return f"{short} has the initials of {full}"


def acronym_links(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys (acronym, full name) that are one technology; only where a single full name fits."""
    by_initials: dict[str, list[str]] = defaultdict(list)
    printed = sorted(set(texts))
    for text in printed:
        by_initials[names.initials(text)].append(text)
    for short in printed:
        found = names.named(short)
        fits = {names.key(full) for full in by_initials.get(fold(short), ()) if _abbreviates(short, full, found)}
        if len(fits - {found.key}) == 1:
            yield found.key, next(iter(fits - {found.key}))


def _named(text: str, context: str) -> tuple[names.Named, ...]:
    return tuple(names.named(part, context) for part in names.split(text))


def _different(one: tuple[names.Named, ...], other: tuple[names.Named, ...]) -> Comparison:
    """Two keys are two things; the reason says which kind of difference it is."""
    if len(one) != len(other):
        return Comparison(0.01, (Reason("joint", "one names several technologies, the other not all of them", -10.0),))
    for part, whole in ((one[0], other[0]), (other[0], one[0])):
        if part.entry and _above(part.key, part.entry.parent) == whole.key:
            says = f"{part.name or part.key} is a part or a special case of {whole.name or whole.key}"
            return Comparison(0.02, (Reason("parent", says, -8.0),))
    both = one[0].entry is not None and other[0].entry is not None
    says = "names of two known technologies" if both else "other names"
    return Comparison(0.005 if both else 0.03, (Reason("name", says, -12.0 if both else -6.0),))


def _above(key: str, parent: str) -> str:
    entry = known(parent) if parent else None
    return normal(entry.name) if entry and normal(entry.name) != key else ""
