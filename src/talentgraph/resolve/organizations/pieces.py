"""The pieces of a printed name: names, units, places, former names and acronyms."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values import organizations as names
from talentgraph.values import places, wordings
from talentgraph.values.lexicon import column
from talentgraph.values.text import fold

_CUTS = (re.compile(r"\s*[,;|]\s+|\s+/\s+"), re.compile(r"\s+[-–—@]+\s+|\s*·\s*"))
_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")
_NOW = re.compile(r"(?:now|today|currently|since \d{4}|renamed(?: to)?|rebranded as)\s+(?P<name>[^\W\d].+)", re.I)
_ONCE = re.compile(
    r"(?:formerly|former|previously|prev\.?|ex|née|originally|until \d{4}|aka|a\.k\.a\.|also known as|known as|dba|d/b/a|vormals|ehemals|anciennement"
    r"|antes|già)(?:\s+(?:known as|called|as))?[:\s]+(?P<name>[^\W\d].+)",
    re.I,
)  # fmt: skip
_BELONGS = re.compile(
    r"(?:now )?(?:a |an )?(?:part|subsidiary|division|member|unit|acquired|owned|company|spin-?off|startup|client)\b",
    re.I,
)
_UNIT = re.compile(
    r"(?<!\w)(?:departments?|dept|dep|schools?|faculty|fac|college of|division|div|group|team|lab|labs|laborator\w+|cent(?:er|re)|centro|office|institute|programme?|unit"
    r"|chair|section|branch|committee|chapter|club|library|hospital|press|project|clinic|museum|observatory|fakult\w+|fachbereich|lehrstuhl|departamento|departement"
    r"|facultad|faculdade|faculte|facolta|dipartimento|instituut|institut|istituto|instituto|abteilung|research|laboratoire|laboratorio|escuela|escola|ecole|scuola|umr)(?!\w)"
)  # fmt: skip
_INNER = re.compile(r"(?<!\w)(?:department|dept|faculty|division|group|team|lab|laboratory|chair|school|unit)(?!\w)")
_FIELD = (  # what units are for, beyond the fields of study
    "computer computing computational data electrical electronic electronics mechanical civil chemical applied pure"
    " social political natural life physical health public human humanities computers systems studies technology"
    " technologies engineering management business administration arts letters education graduate undergraduate research"
    " medicine medical software information communication communications robotics ai ml machine learning intelligence"
    " artificial general advanced theoretical experimental material materials environmental earth planetary network"
    " networks security computation"
)
_KINDS = (
    "department school faculty college institute laboratory laboratories division group team center office unit section"
    " branch program high chair lehrstuhl"
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a name in their order; `others` are names that a bracket gives the same thing, `later` is the one
    that it has now, `within` what a bracket says that it is part of."""

    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    later: str = ""
    within: tuple[str, ...] = ()


def cut(text: str) -> Pieces:
    """The pieces of a printed name.

    >>> cut("Acme Labs, Berlin").names, cut("Acme (now Bolt)").later, cut("Acme Widgets (AW)").others
    (('Acme Labs', 'Berlin'), 'Bolt', ('AW',))
    """
    found: list[str] = []
    others: list[str] = []
    within: list[str] = []
    later = ""
    for part in _parts(text):
        bare, brackets = _BRACKETS.sub(" ", part).strip(), _BRACKETS.findall(part)
        extra = []
        for bracket in brackets if bare else ():
            if _BELONGS.match(bracket):
                continue
            if now := _NOW.fullmatch(bracket):
                later = now["name"]
            elif once := _ONCE.fullmatch(bracket):
                others.append(once["name"])
            else:
                others += _other_names(bracket, bare)
                extra += [each for each in _further(bracket, bare) if is_place(each)]
                within += [each for each in _further(bracket, bare) if not is_place(each)]
        said = _NOW.fullmatch(bare) or _ONCE.fullmatch(bare)
        if said and found:
            later, others = (said["name"], others) if _NOW.fullmatch(bare) else (later, [*others, said["name"]])
        else:
            found += [bare or part, *extra]
    return Pieces(tuple(filter(None, map(names.clean, found))) or (text,), tuple(others), later, tuple(within))


def without_place(text: str) -> str:
    """A name without the place behind it.

    >>> without_place("Acme Labs, Inc., Berlin, Germany"), without_place("Acme Labs, Widget Team")
    ('Acme Labs, Inc.', 'Acme Labs, Widget Team')
    """
    name, *others = cut(text).names
    return name if others and all(map(is_place, others)) else text


def _parts(text: str) -> list[str]:
    """The text cut at commas and the like, or, where there are none, at dashes; never inside brackets."""
    for pattern in _CUTS:
        spans = [match.span() for match in _BRACKETS.finditer(text)]
        found, start = [], 0
        for match in pattern.finditer(text):
            if not any(a < match.start() < b for a, b in spans):
                found.append(text[start : match.start()])
                start = match.end()
        found = [part for part in (*found, text[start:]) if part.strip()]
        if len(found) > 1:
            return _without_legal_forms(found)
    return [text]


def _without_legal_forms(parts: Sequence[str]) -> list[str]:
    """ "Acme, Inc." is one piece."""
    found = [parts[0]]
    for part in parts[1:]:
        if names.is_legal_form(part):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found


def _other_names(bracket: str, name: str) -> list[str]:
    """What a bracket gives the name before it: its initials, or another name in one word."""
    words = bracket.split()
    if short := [word for word in words if names.key(word) in wordings.initials(name)]:
        return short
    single = len(words) == 1 and any(map(str.isupper, bracket)) and not places.known(bracket)
    above = is_generic(name) or (_INNER.search(fold(name)) and names.bearers(bracket).entries)
    return [bracket] if single and not above else []


def _further(bracket: str, name: str) -> list[str]:
    """The place or the whole that a bracket names; what describes the name is neither."""
    left = " ".join(word for word in bracket.split() if names.key(word) not in wordings.initials(name))
    if not left or left in _other_names(bracket, name):
        return []
    means = is_place(left) or is_unit(left) or is_institution(left) or names.bearers(left).entries
    return [left] if means or (is_generic(name) and wordings.is_acronym(left)) else []


@lru_cache(maxsize=16384)
def is_unit(name: str) -> bool:
    """Whether the words of a name say that it is a part of something."""
    return _UNIT.search(fold(name).replace(".", "")) is not None


def is_institution(name: str) -> bool:
    """Whether the words of a name say that it is a university, and no part of one."""
    return names.kind(name) == "University" and not re.match(
        r"(?:the )?(?:\w+ )?(?:school|college of|faculty|faculte|facultad|facolta|department|dept|fakultat|division|institute?)\b",
        fold(name),
    )


def is_generic(name: str) -> bool:
    """Whether a unit has only a common name, so that without its whole nobody knows which one is meant.

    >>> is_generic("Department of Physics"), is_generic("Lunar Laboratory"), is_generic("Acme Labs")
    (True, False, False)
    """
    words = wordings.normal(name)
    return is_unit(name) and "institute technology" not in words and all(word in _common() for word in words.split())


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    words = {word for field in column("fields.txt") for word in wordings.normal(field).split()}
    return frozenset(words | set(_FIELD.split()) | set(_KINDS.split()))


def is_place(name: str) -> bool:
    """Whether a piece is a place, and no organisation."""
    if places.known(name):
        return True
    if places.find_place(name) == (0, len(name)):
        return True
    bare = re.sub(r"\s*\b[A-Z]{0,2}-?\d{4,6}(?:-\d{3,4})?\b\s*", " ", name).strip()
    return bool(bare) and bare != name and places.known(bare)
