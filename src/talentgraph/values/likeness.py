"""How alike two names of people are: what each part says, in bits, and whether they contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from talentgraph.values.frequency import Frequencies, family_bits, given_bits, is_family, is_frequent_family, is_given
from talentgraph.values.lexicon import rows
from talentgraph.values.readings import Reading, is_nobody, readings
from talentgraph.values.sounds import roman, single, skeleton, sound, syllables

CONFLICT = -24.0
_MIDDLE, _SUFFIX, _MISSING = -9.0, -12.0, -0.7
_LEVELS = {"variant": -1.5, "language": -6.0, "nickname": -2.5, "typing": -5.0, "moved": -3.0, "part": -3.0}
_NO_GIVEN = -12.0  # a family name alone is never enough
_NICK_INITIAL = -2.5
_SWAPPED = -1.25  # a reading in the other order that has a known family name first


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names say: the family name and the given names or initials that agree, what the kind of agreement
    costs in bits, words for it, and whether the names contradict each other."""

    family: str = ""
    given: tuple[str, ...] = ()
    cost: float = CONFLICT
    says: str = "other names"
    contradicts: bool = True

    def bits(self, frequencies: Frequencies) -> float:
        """The weight of the agreement: rare names say more than frequent ones."""
        if not self.family:
            return self.cost
        shares = [frequencies.of_given(name) for name in self.given]
        first = max(shares, default=0.0)
        more = sum(shares) - first  # further given names are no independent choice
        return frequencies.of_family(self.family) + min(14.0, first + 0.6 * more) + self.cost


_OTHER = Likeness()
_NO_SET: frozenset[int] = frozenset()


def liken(left: str, right: str) -> Likeness:
    """The likeness of two names, by the reading of both that fits best.

    >>> liken("J.-P. Dee", "Jean-Pierre Dée").says, liken("Tanaka Hiroshi", "Hiroshi Tanaka").says
    ('initials fit', 'the same name in another order')
    >>> liken("Mario Example", "Maria Example").contradicts, liken("Bob Example", "Robert Example").says
    (True, 'a short form of the name')
    """
    return _liken(left, right) if left <= right else _liken(right, left)


@lru_cache(maxsize=1 << 18)
def _liken(left: str, right: str) -> Likeness:
    if is_nobody(left) or is_nobody(right):
        return Likeness(says="nobody's name")
    mine, others = readings(left), readings(right)
    if mine[0].words == others[0].words and mine[0].suffix == others[0].suffix and mine[0].given:
        return _equal(mine)
    found = [_likeness(a, b) for a, b in product(mine, others)]
    return best(found)


def best(found: Iterable[Likeness]) -> Likeness:
    """The likeness that is explained best, and of those the one that says least."""
    plain = Frequencies()
    return max(found, key=lambda each: (not each.contradicts, each.cost, -each.bits(plain)), default=_OTHER)


def _equal(readings: tuple[Reading, ...]) -> Likeness:
    """The likeness of a name with itself, whichever part is the family name."""
    usual = readings[0]
    turned = next((each for each in readings if each.family == usual.words[:1]), usual)
    best = turned if is_frequent_family(turned.families[0]) and not is_family(usual.families[0]) else usual
    says = "initials fit" if max(map(len, best.given)) == 1 else "the same name"
    return Likeness(best.families[0], _significant(best.given), 0.0, says, contradicts=False)


def _likeness(a: Reading, b: Reading) -> Likeness:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Likeness(cost=CONFLICT + _SUFFIX, says="other names")
    family, family_level = _family(a, b)
    if not family:
        return Likeness(says="other family names")
    if not (a.given and b.given):
        return Likeness(family, (), _NO_GIVEN, "a family name alone", contradicts=False)
    given, cost, level = _given(a.given, b.given)
    if (level == "typing" and a.cost + b.cost) or (level == "initial" and a.cost + b.cost <= 2 * _SWAPPED):
        return _OTHER
    cost += _LEVELS.get(family_level, 0.0) + a.cost + b.cost
    if cost < CONFLICT / 3 and level in ("conflict", "middle"):
        says = "other middle names" if level == "middle" else "other given names"
        return Likeness("", (), CONFLICT if level == "conflict" else _MIDDLE - 9.0, says)
    return Likeness(family, given, cost, _words(level, family_level, a, b), contradicts=False)


_SAYS = {
    "initial": "initials fit",
    "variant": "another spelling of the name",
    "language": "the name in another language",
    "nickname": "a short form of the name",
    "typing": "names a letter apart",
    "moved": "a further given name used",
    "part": "a part of the family name",
    "shorter": "the same name, a middle name left out",
}


def _words(level: str, family_level: str, a: Reading, b: Reading) -> str:
    words = _SAYS.get(level) or _SAYS.get(family_level, "")
    if not words:
        return "the same name" if a.cost == b.cost == 0 else "the same name in another order"
    return words


def _family(a: Reading, b: Reading) -> tuple[str, str]:
    """The family name on which two readings agree, and how; an empty one where they do not."""
    left, right = a.families, b.families
    for name in left:
        if name in right:
            return name, ""
    x, y = left[0], right[0]
    if _one_family(x, y, script=a.latin != b.latin):
        return min(x, y, key=family_bits), "variant"
    if len(a.family) != len(b.family) and min(len(a.family), len(b.family)) == 1:
        common = [part for part in a.family if len(part) > 2 and part in b.family]
        if common:
            return max(common), "part"
    if not a.cost + b.cost and _one_letter(x, y) and not (is_family(x) and is_family(y)):
        return min(x, y, key=family_bits), "typing"
    return "", ""


def _one_letter(x: str, y: str) -> bool:
    """Whether two longer words are a letter apart."""
    if min(len(x), len(y)) < 5 or abs(len(x) - len(y)) > 1 or (x[0] != y[0] and x[-1] != y[-1]):
        return False
    return OSA.distance(x, y, score_cutoff=1) == 1


def _one_family(x: str, y: str, *, script: bool) -> bool:
    if same_families(x, script=script) & same_families(y, script=script):
        return True
    if is_frequent_family(x) and is_frequent_family(y):
        return False
    return sound(x) == sound(y) or (script and skeleton(x) == skeleton(y) and len(skeleton(x)) > 2)


@lru_cache(maxsize=1 << 18)
def same_families(name: str, *, script: bool) -> frozenset[int]:
    """The numbers of the sets of spellings that have a family name; with `script` those of other scripts too."""
    sets = _sets()
    return sets["family"].get(name, _NO_SET) | (sets["script"].get(name, _NO_SET) if script else _NO_SET)


@lru_cache(maxsize=1)
def _sets() -> dict[str, defaultdict[str, frozenset[int]]]:
    """The kind of a set → a name → the numbers of the sets that have it; of nicknames, full forms are negative."""
    found: dict[str, defaultdict[str, frozenset[int]]] = defaultdict(lambda: defaultdict(frozenset))
    for number, (kind, names) in enumerate(rows("nicknames.tsv"), 1):
        for at, name in enumerate(names.split("|")):
            full = kind == "nickname" and at == 0
            found[kind][roman(name)] |= {-number if full else number}
    return found


def _given(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], float, str]:
    """The given names that agree, the cost of how they do, and the weakest level."""
    if left == right or "".join(left) == "".join(right):
        return _significant(left if len(left) <= len(right) else right), 0.0, "initial" if len(left[0]) == 1 else ""
    best = _in_turn(left, right)
    if best[2] in ("conflict", "middle"):
        best = max([best, *_moved(left, right)], key=lambda each: each[1])
    return best


def _significant(names: tuple[str, ...]) -> tuple[str, ...]:
    return ("".join(names),) if len(names) > 1 and all(len(each) > 1 for each in names) else names


def _moved(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[tuple[str, ...], float, str]]:
    """Given names in another order, or one of them that is a further one of the other."""
    found = []
    if len(left) == len(right) > 1 and sorted(left) == sorted(right):
        found.append((left, -1.0, ""))
    for short, long in ((left, right), (right, left)):
        if not syllables(short[0]) and len(short[0]) > 1 and len(long) > len(short) and short[0] in long[1:]:
            found.append((short[:1], _LEVELS["moved"], "moved"))
    return found


def _in_turn(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], float, str]:
    """The given names compared one after the other."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if all(len(name) == 1 for name in long) and len(short) == 1 and len(long) > 1:
        long, short = short, long
    if len(short) > 1 and len(long) == 1 and (joined := _by_syllables(short, long[0])):
        return joined
    agreed: list[str] = []
    cost, level = 0.0, ""
    for at, (x, y) in enumerate(zip(short, long, strict=False)):
        kind, name = _one_given(x, y)
        if kind == "conflict":
            return ((), _MIDDLE - 9.0, "middle") if at else ((), CONFLICT, "conflict")
        cost += _LEVELS.get(kind, _NICK_INITIAL if kind == "nick initial" else 0.0)
        agreed.append(name)
        level = level or {"nick initial": "nickname"}.get(kind, kind)
    if len(long) > len(short):
        cost += _MISSING
        level = level or "shorter"
    return tuple(agreed), cost, level


def _by_syllables(initials: tuple[str, ...], name: str) -> tuple[tuple[str, ...], float, str] | None:
    """Two initials of one Chinese or Korean given name: "X. M." and "Xiaoming"."""
    if any(len(each) > 1 for each in initials) or initials[0] != name[:1]:
        return None
    if len(initials) == 2 and initials[1] in {part[0] for part in syllables(name)[1:]}:
        return initials, 0.0, "initial"
    return None


def _one_given(x: str, y: str) -> tuple[str, str]:
    """How two given names agree, and the one that counts for it."""
    if x == y:
        return ("initial" if len(x) == 1 else ""), x
    if len(x) == 1 or len(y) == 1:
        return _initial(*((x, y) if len(x) == 1 else (y, x)))
    sets = _sets()
    if sets["variant"][x] & sets["variant"][y]:
        near = ratio(x, y) >= 70 or skeleton(x) == skeleton(y)
        return ("variant" if near else "language"), min(x, y, key=given_bits)
    if sound(x) == sound(y) or single(x) == single(y) or skeleton(x) == y or skeleton(y) == x:
        return "variant", x
    for full, other in ((x, y), (y, x)):
        if any(-number in sets["nickname"][full] for number in sets["nickname"][other]):
            return "nickname", full
    if any(number > 0 for number in sets["nickname"][x] & sets["nickname"][y]):
        return "nickname", x
    typed = _one_letter(x, y) and not (is_given(x) and is_given(y))
    return ("typing" if typed else "conflict"), x


def _initial(initial: str, name: str) -> tuple[str, str]:
    if name[0] == initial:
        return "initial", initial
    full, short = _forms()
    if any(initial == other[0] for other in (*full.get(name, ()), *short.get(name, ()))):
        return "nick initial", initial
    if name[0] in "yij" and initial in "yij":
        return "variant", initial
    return "conflict", initial


def full_forms(name: str) -> tuple[str, ...]:
    """The full given names whose short form this is.

    >>> full_forms("bob"), full_forms("robert")
    (('robert',), ())
    """
    return _forms()[0].get(name, ())


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Short forms → their full given names, and the other way round."""
    full: dict[str, tuple[str, ...]] = {}
    short: dict[str, tuple[str, ...]] = {}
    for kind, names in rows("nicknames.tsv"):
        if kind == "nickname":
            first, *others = map(roman, names.split("|"))
            short[first] = (*short.get(first, ()), *others)
            for other in others:
                full[other] = (*full.get(other, ()), first)
    return full, short
