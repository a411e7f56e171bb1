"""Names of people: parts, keys, whether two can be one person's, and lists of authors."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values.authors import split_authors as split_authors
from talentgraph.values.degrees import fields
from talentgraph.values.lexicon import column
from talentgraph.values.text import fold

_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "des",
        "la",
        "le",
        "los",
        "las",
        "ter",
        "ten",
        "te",
        "zu",
        "zum",
        "zur",
        "af",
        "av",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "ben",
        "st",
        "y",
        "e",
        "i",
        "vom",
        "vander",
    ]
)
_CAPITAL_PARTICLES = frozenset(["Van", "Von", "De", "Del", "Della", "Di", "Du", "Der", "Den", "Dos"])
_VIETNAMESE = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "trinh",
        "doan",
    ]
)
_TWO_SIGN_FAMILIES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "司徒",
        "南宫",
        "慕容",
        "尉迟",
        "皇甫",
        "남궁",
        "황보",
        "제갈",
        "선우",
    ]
)
_SUFFIX = re.compile(r"(?:,\s*|\s+)(Jr\.?|Sr\.?|II|III|IV)(?=\s*(?:,|$))")
_TITLES = re.compile(
    r"^(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Herr|Frau|Univ|Ing|Dipl|Mag|Priv|Doz|Assoc|Asst|rer|nat|habil|Eng|Dra|Sra?)"
    r"(?:\.-?\s*|\s+))+"
)
_DEGREES = re.compile(
    r",?\s+\(?(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?S\.?c?\.?|M\.?B\.?A\.?|J\.?D\.?|B\.?S\.?c\.?|Dr\.?|D\.?Phil\.?|Esq\.?|CPA|PMP|CFA|P\.?Eng\.?|FRS"
    r"|RN|MPH|EdD|DDS)\)?(?=\s*(?:,|$)).*$"
)
_EAST_ASIAN = re.compile("^[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff々]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name as printed; particles ("van", "de") belong to the family name."""

    given: str
    family: str
    suffix: str = ""


@lru_cache(maxsize=1 << 18)
def parse(name: str) -> PersonName:
    """The parts of a name: "First Last", "Last, First", "Last FM"; titles and degrees are left out.

    Names in Chinese, Japanese or Korean script without a blank begin with the family name.

    >>> parse("van Dijk, Ada M."), parse("Dr. Ada van Dijk, PhD").family, parse("王小明")
    (PersonName(given='Ada M.', family='van Dijk', suffix=''), 'van Dijk', PersonName(given='小明', family='王', suffix=''))
    """
    name = _TITLES.sub("", " ".join(name.split()).strip(" ,;*†‡"))
    name = _DEGREES.sub("", name)
    suffix = ""
    if match := _SUFFIX.search(name):
        suffix, name = match[1], (name[: match.start()] + name[match.end() :]).strip(" ,")
    if "," in name:
        family, _, given = name.partition(",")
        return PersonName(given.strip(" ,"), family.strip(), suffix)
    if _EAST_ASIAN.match(name) and 2 <= len(name) <= 5:
        cut = 2 if name[:2] in _TWO_SIGN_FAMILIES and len(name) > 2 else 1
        return PersonName(name[cut:], name[:cut], suffix)
    return _in_order(name.split(), suffix)


def _in_order(tokens: list[str], suffix: str) -> PersonName:
    """The parts of a name without comma."""
    if len(tokens) < 2:
        return PersonName("", " ".join(tokens), suffix)
    if cut := _initials_last(tokens):
        return PersonName(" ".join(tokens[-cut:]), " ".join(tokens[:-cut]), suffix)
    cut = len(tokens) - 1
    for number in range(1, len(tokens) - 1):
        if _is_particle(tokens, number):
            cut = number
            break
    return PersonName(" ".join(tokens[:cut]), " ".join(tokens[cut:]), suffix)


def _initials_last(tokens: list[str]) -> int:
    """How many words at the end are initials ("Bee AB", "Bee A. B."), where not everything stands in capitals."""
    count = 0
    while count < len(tokens) and _INITIALS.fullmatch(tokens[~count]) and tokens[~count][0].isupper():
        count += 1
    if not count and len(tokens[-1]) <= 3 and tokens[-1].isalpha() and tokens[-1].isascii() and tokens[-1].isupper():
        count = 1
    before = tokens[:-count]
    is_name = any(token != token.upper() for token in before) and not any(map(_INITIALS.fullmatch, before))
    return count if is_name else 0


def _is_particle(tokens: list[str], number: int) -> bool:
    token = tokens[number]
    if token in _PARTICLES and len(token) > 1:
        return True
    return token in _CAPITAL_PARTICLES and fold(tokens[-1]) not in _VIETNAMESE


def is_particle(word: str) -> bool:
    """Whether a folded word belongs to family names: "van", "de"."""
    return word in _PARTICLES and len(word) > 1


def is_settled(name: str) -> bool:
    """Whether the form of a name leaves no doubt which part is the family name: a comma, initials before or after."""
    tokens = name.split()
    given = [_INITIALS.fullmatch(token) is not None for token in tokens]
    return "," in name or (any(given) and given != [False, *[True] * (len(tokens) - 1)])


@lru_cache(maxsize=1 << 18)
def key(name: str) -> str:
    """The normal form of a name: folded given names and family name; hyphens and full stops gone.

    >>> key("Dee, Jean-Pierre"), key("Jean-Pierre Dée")
    ('jeanpierre dee', 'jeanpierre dee')
    """
    parts = parse(name)
    text = fold(f"{parts.given} {parts.family} {parts.suffix.rstrip('.')}".replace(".", " "))
    return " ".join(re.sub(r"[^\w\s]|_", "", text).split())


def compatible(a: str, b: str) -> bool:
    """Whether two names can be one person's: equal family names, and given names that agree or abbreviate.

    A family name alone is never enough.

    >>> compatible("A. Bee", "Ada Bée"), compatible("Bee, Ada M.", "Ada Bee"), compatible("Bee", "Ada Bee")
    (True, True, False)
    >>> compatible("Ada Bee", "Amy Bee"), compatible("J.-P. Dee", "Jean-Pierre Dee")
    (False, True)
    """
    first, second = parse(a), parse(b)
    if not (first.given and second.given) or _family(first.family) != _family(second.family):
        return False
    if first.suffix and second.suffix and fold(first.suffix).strip(".") != fold(second.suffix).strip("."):
        return False
    left, right = _given(first.given), _given(second.given)
    if not left or not right:
        return False
    if "".join(left) == "".join(right):
        return True
    return _aligned(left, right)


def _aligned(left: list[str], right: list[str]) -> bool:
    """Whether given names agree pairwise, "xiaoming" with "xiao ming" too."""
    for short, long in ((left, right), (right, left)):
        if len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(long):
            return True
    return all(_fits(x, y) for x, y in zip(left, right, strict=False))


def _fits(x: str, y: str) -> bool:
    return x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])


def _given(given: str) -> list[str]:
    """The folded given names; joined initials ("AM", "A.-M.") apart."""
    tokens = [token for token in re.split(r"[\s.\-‐‑–'’]+", given) if token]
    tokens = [
        part
        for token in tokens
        for part in (token if re.fullmatch(r"[A-ZÀ-Þ]{2,3}", token) and len(tokens) == 1 else [token])
    ]
    return [folded for token in tokens if (folded := re.sub(r"\W", "", fold(token)))]


def _family(family: str) -> str:
    tokens = [token for token in re.split(r"[\s\-‐‑–'’.]+", fold(family)) if token]
    kept = [token for token in tokens if token not in _PARTICLES] or tokens
    return "".join(kept)


def is_name(text: str) -> bool:
    """Whether a text looks like the name of one person, and of nothing else.

    >>> is_name("Ada M. van Dijk"), is_name("ADA EXAMPLE"), is_name("王小明")
    (True, True, True)
    >>> is_name("Data Engineer"), is_name("Room 12"), is_name("ada example")
    (False, False, False)
    """
    text = " ".join(text.split())
    if not 2 <= len(text) <= 60 or re.search(r"[\d@/\\|:;_<>=+#&!?%•]", text):
        return False
    parts = parse(text)
    if _EAST_ASIAN.match(text):
        return 2 <= len(text) <= 5
    tokens = f"{parts.given} {parts.family}".split()
    if not 2 <= len(tokens) <= 6 or not parts.given:
        return False
    if any(fold(token).strip(".,'()") in _other_words() for token in tokens):
        return False
    return all(_name_token(token) for token in tokens) and _long_enough(tokens) and not _is_other_thing(text)


def _name_token(token: str) -> bool:
    """Whether one word can stand in a name: a capital letter first, or a particle, or a nickname in brackets."""
    bare = token.strip("()\"“”'’.,")
    if bare in _PARTICLES:
        return True
    if not bare or not re.fullmatch(r"[^\W\d_]+(?:[-‐‑'’.·][^\W\d_]*)*", bare):
        return False
    first = bare[0]
    return not first.islower() or re.match(r"[a-z]['’][A-Z]", bare) is not None


def _long_enough(tokens: list[str]) -> bool:
    return any(len(token.strip(".")) > 1 for token in tokens)


def _is_other_thing(text: str) -> bool:
    """Whether a text of capitalised words names a place, a technology or a field of study."""
    first, *_, last = text.split()
    if fold(first) in given_names() and fold(last) in family_names():
        return False
    from talentgraph.values import organizations, places, technologies

    return (
        places.known(text)
        or technologies.lookup(text) is not None
        or organizations.lookup(text) is not None
        or fold(text) in fields()
    )


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """The folded given names of the list."""
    return frozenset(map(fold, column("given_names.txt")))


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """The folded family names of the list."""
    return frozenset(map(fold, column("family_names.txt")))


@lru_cache(maxsize=1)
def _other_words() -> frozenset[str]:
    return frozenset(column("not_in_names.txt"))
