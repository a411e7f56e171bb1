"""Technologies: languages, frameworks, tools, methods, hardware, fields and models."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.model import Span
from talentgraph.values.lexicon import Row, cell, items, rows
from talentgraph.values.text import fold

_ATOM = re.compile(r"(?:(?<![\w.])\.(?=[A-Za-z]))?[^\W_]+(?:[+#]+(?:\d{2}(?!\d))?)?")
_GAP = re.compile(r"[ \u00a0\t]?|[-‐‑–._/]|\s?\n\s{0,40}|-\n\s{0,40}")
_LIST_SIGN = re.compile(
    r"\s{0,3}(?:[,;/|•·&+]|\n|\t|\band\b|\bor\b|\bund\b|\by\b|\bet\b|\be\b|\boder\b|\bmit\b|\bwith\b)[\s(]{0,3}(?:and\s|or\s|und\s)?|\s?[()]\s?,?\s?"
)
_CALL = re.compile(
    r"(?:(?<!\w)(?:in|using|via|languages?:?|programming|code|coding|with|Skills:?|Tools:?|Technologies:?|Frameworks:?|Stack:?|Languages:|mit|en|con|such\sas|e\.g\.,?|including)[\s:]{1,3}\(?)$"
)
_NOUN = re.compile(
    r"\s(?:image generation|models?|framework|library|pipelines?|scripts?|code|programming|server|database|backend|frontend|"
    r"(?:micro)?services?|developers?|engineers?|DSL|compiler|kernels?|bindings?|extensions?|modules?|packages?|apps?|applications?)\b",
    re.I,
)
VERSION = re.compile(r"(?:[\s-]*v?\.?\d+(?:\.\d+)*(?:\.x|\+)?|[\s-]*\d+(?:\.\d+)?[bBmM])$")
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """A known technology; `ambiguous` marks names that are also words of prose, `parent` is what it is a part, a
    service or a special case of, `quiet` names are those that nobody looks for in a text."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False
    parent: str = ""
    quiet: tuple[str, ...] = ()


def lookup(name: str) -> Entry | None:
    """The known technology of this name, alias or name with a version.

    >>> lookup("k8s").name, lookup("C++17").name, lookup("C").name, lookup("C#").name
    ('Kubernetes', 'C++', 'C', 'C#')
    >>> lookup("Python 3.11").name, lookup("No Such Thing") is None
    ('Python', True)
    """
    name = name.strip()
    if entry := _by_normal().get(normal(name)):
        return entry
    bare = VERSION.sub("", name)
    if bare and bare != name and (entry := _by_normal().get(normal(bare))):
        return entry
    if match := re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name):
        return lookup(match[1]) or lookup(match[2])
    return None


def known(name: str) -> Entry | None:
    """The known technology of exactly this name or alias, quiet ones too: for names that stand alone.

    >>> known("ML").name, lookup("ML"), known("C++17").name
    ('Machine Learning', None, 'C++')
    """
    form = normal(name)
    return _by_normal().get(form) or _quiet().get(form)


def find_technologies(text: str, *, strict: bool = True) -> list[tuple[Span, Entry]]:
    """The known technologies of a text in order, the longest match at each place.

    Names that are also words (Go, R, Spring) count as printed in the list only, and, when strict, only beside other
    technologies or behind words like "using".

    >>> [entry.name for _, entry in find_technologies("Ported C++ and Go services to k8s; go fast.")]
    ['C++', 'Go', 'Kubernetes']
    >>> find_technologies("R. Bee will go in spring")
    []
    """
    found = _candidates(text)
    kept = [
        item
        for number, item in enumerate(found)
        if not strict or not item[1].ambiguous or _supported(text, found, number)
    ]
    return [(span, entry) for span, entry in kept]


def _candidates(text: str) -> list[tuple[Span, Entry]]:
    """All matches, longest first at each place, ambiguous names in printed form only."""
    atoms = [(match.start(), match.end(), _atom(match.group())) for match in _ATOM.finditer(text)]
    found: list[tuple[Span, Entry]] = []
    index, number = _index(), 0
    while number < len(atoms):
        options = index.get(atoms[number][2]) or index.get(_shorter(atoms[number][2]))
        taken = _longest(text, atoms, number, options) if options else None
        if taken is None:
            number += 1
            continue
        count, entry = taken
        found.append(((atoms[number][0], atoms[number + count - 1][1]), entry))
        number += count
    return found


def _longest(
    text: str, atoms: list[tuple[int, int, str]], number: int, options: tuple[tuple[str, ...], ...]
) -> tuple[int, Entry] | None:
    """How many atoms the longest name that starts here takes, and its entry."""
    for option in options:  # the longest first
        last = number + len(option) - 1
        if last >= len(atoms) or any(
            atoms[number + step][2] != part and (step != len(option) - 1 or _shorter(atoms[number + step][2]) != part)
            for step, part in enumerate(option)
        ):
            continue
        if not all(_GAP.fullmatch(text, atoms[at][1], atoms[at + 1][0]) for at in range(number, last)):
            continue
        entry = _by_atoms()[option]
        if _as_printed(text[atoms[number][0] : atoms[last][1]], entry) and _free(
            text, atoms[number][0], atoms[last][1]
        ):
            return len(option), entry
    return None


def _as_printed(piece: str, entry: Entry) -> bool:
    """Whether the case of a match is that of a technology: short and ambiguous names must be printed as in the list."""
    if not entry.ambiguous and len(piece) > 3:
        return True
    forms = _forms(entry)
    return (
        piece in forms
        or (not entry.ambiguous and (piece.isupper() or piece[:1].isupper()))
        or piece.rstrip("0123456789.") in forms
    )


@lru_cache(maxsize=4096)
def _forms(entry: Entry) -> frozenset[str]:
    return frozenset((entry.name, *entry.aliases))


def _free(text: str, start: int, end: int) -> bool:
    """Whether a match is no part of a longer name, an initial, an address or an abbreviation."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if (
        before
        and before in "@&'’_$"
        or (before == "." and text[start - 2 : start - 1].isalnum())
        or (before == "-" and end - start < 3)
    ):
        return False
    if after[:1] and after[0] in "@&'’_" and after[1:].isalnum() and not (after[0] in "'’" and after[1:] == "s"):
        return False
    if after[:1] in ("-", "+", "#") and (end - start < 3 or after[:1] != "-"):
        return not after[1:].strip() and after[:1] != "#"
    return not (end - start == 1 and after[:1] == "." and (after[1:].isalnum() or after[1:] == " "))


def _supported(text: str, found: list[tuple[Span, Entry]], number: int) -> bool:
    """Whether an ambiguous match stands in a list with a clear technology, or behind words that call for one."""
    (start, end), _ = found[number]
    if _CALL.search(text[max(0, start - 24) : start]) and not re.match(r"\s?(?:19|20)\d\d|\s[a-z]+ing\b", text[end:]):
        return True
    if start and _NOUN.match(text, end) and not re.search(r"(?:^|[.!?:•\n\t])\s*$", text[max(0, start - 4) : start]):
        return True
    return any(_chained(text, found, number, step) for step in (1, -1))


def _chained(text: str, found: list[tuple[Span, Entry]], number: int, step: int) -> bool:
    """Whether list signs lead from a match to a clear technology, in one direction and at most twelve steps."""
    for at in range(number + step, number + 13 * step, step):
        if not 0 <= at < len(found):
            return False
        left, right = found[min(at, at - step)], found[max(at, at - step)]
        if not _LIST_SIGN.fullmatch(text, left[0][1], right[0][0]):
            return False
        if not found[at][1].ambiguous:
            return True
    return False


def _atom(text: str) -> str:
    text = text.lower() if text.isascii() else fold(text)
    return re.sub(r"(?<=[+#])\d+$", "", text) if text[-1].isdigit() else text


def _shorter(atom: str) -> str:
    """An atom without a version number, a plus or the s of a plural."""
    bare = atom.rstrip("0123456789")
    if len(bare) > 2 and bare != atom:
        return bare
    if atom.endswith("s") and len(atom) > 3:
        return atom[:-1]
    return atom.rstrip("+#") if len(atom) > 3 else atom


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The folded letters, digits, + and # of a name.

    >>> normal("Foo-Bar 2"), normal("C#"), normal(".NET")
    ('foobar2', 'c#', '.net')
    """
    text = fold(name)
    start = "." if text.startswith(".") else ""
    return start + re.sub(r"[^\w+#]|_", "", text) or text


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """All known technologies, in the order of the list."""
    return tuple(_entry(row) for row in rows("technologies.tsv"))


def _entry(row: Row) -> Entry:
    flag, quiet = cell(row, 3), items(row, 5)
    if flag == "quiet":
        return Entry(row[0], cell(row, 1), (), False, cell(row, 4), (row[0], *items(row, 2), *quiet))
    return Entry(row[0], cell(row, 1), items(row, 2), flag == "ambiguous", cell(row, 4), quiet)


def _loud() -> Iterator[Entry]:
    return (entry for entry in entries() if entry.name not in entry.quiet)


@lru_cache(maxsize=1)
def _quiet() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries():
        for name in entry.quiet:
            found.setdefault(normal(name), entry)
    return found


@lru_cache(maxsize=1)
def _by_normal() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in _loud():
        found.setdefault(normal(entry.name), entry)
    for entry in _loud():
        for alias in entry.aliases:
            found.setdefault(normal(alias), entry)
    return found


@lru_cache(maxsize=1)
def _by_atoms() -> dict[tuple[str, ...], Entry]:
    found: dict[tuple[str, ...], Entry] = {}
    for entry in _loud():
        found.setdefault(_atoms_of(entry.name), entry)
    for entry in _loud():
        for alias in entry.aliases:
            found.setdefault(_atoms_of(alias), entry)
    found.pop((), None)
    return found


def _atoms_of(name: str) -> tuple[str, ...]:
    return tuple(_atom(match.group()) for match in _ATOM.finditer(name))


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First atom → names that start with it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for atoms in _by_atoms():
        found.setdefault(atoms[0], []).append(atoms)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}
