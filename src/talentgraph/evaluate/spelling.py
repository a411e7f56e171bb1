"""Normal forms of names: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from talentgraph.values.text import fold

Kind = str  # what a name is a name of: "employers", "venues", "technologies", …

_TAGS = re.compile(r"</?[bi]>")
_LEGAL = re.compile(r"\b(?:inc|incorporated|llc|ltd|limited|gmbh|corp|corporation|co|srl|s r l|plc|pte|ag|sa|lp|l p)\b")
_PROCEEDINGS = re.compile(r"^(?:in )?(?:the )?proc(?:eedings)? (?:of )?(?:the )?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKET = re.compile(r"\(([^()]*)\)")
_ORGANIZATIONS = ("employers", "institutions")
_GROUPED = ("technologies", "venues", *_ORGANIZATIONS)


def listed(text: str) -> frozenset[str]:
    """The words of a list that stands in the code."""
    return frozenset(text.split())


@lru_cache(maxsize=1 << 17)
def normal(text: str, kind: Kind = "") -> str:
    """The normal form of a name: no case, no punctuation, no leading article.

    `+` and `#` stay for technologies; venues lose years and "Proceedings of the", employers their legal form.

    >>> normal("The <i>Acme</i>-Labs, Inc.", "employers"), normal("C++", "technologies")
    ('acme labs', 'c++')
    >>> normal("Proceedings of the 5th SysConf 2020", "venues"), normal("K.U. Leuven", "institutions")
    ('5th sysconf', 'ku leuven')
    """
    text = _TAGS.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    if kind == "technologies":
        return " ".join(re.sub(r"[^\w+#\s]|_", "", text).split())
    if kind in _ORGANIZATIONS:
        text = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", text)
    plain = " ".join(re.sub(r"[^\w\s]|_", " ", re.sub("['’]", "", text)).split())
    return " ".join(_without_trimmings(plain, kind).split()).removeprefix("the ")


def _without_trimmings(name: str, kind: Kind) -> str:
    if kind == "venues":
        return _YEAR.sub(" ", _PROCEEDINGS.sub("", name))
    if kind == "employers" and " " in name:
        return _LEGAL.sub(" ", name)
    return name


@dataclass(frozen=True, slots=True)
class Spellings:
    """The normal forms of one name: of the whole, and the short ones in brackets or, for technologies, parts of a/b."""

    whole: frozenset[str]
    short: frozenset[str]


@lru_cache(maxsize=1 << 16)
def spellings(text: str, kind: Kind = "", further: tuple[str, ...] = ()) -> Spellings:
    """All normal forms of a name and of the further names that the gold gives it.

    >>> sorted(spellings("Queen Mary (QM)").whole), sorted(spellings("Queen Mary (QM)").short)
    (['queen mary', 'queen mary qm'], ['qm'])
    """
    bare = re.sub(r"\s*\([^()]*\)", "", text)
    short = [inside for inside in _BRACKET.findall(text) if 2 <= len(inside) <= 40]
    if kind == "technologies" and "/" in bare:
        short += bare.split("/")
    whole = _forms((text, bare, *further), kind)
    return Spellings(whole, _forms(short, kind) - whole)


def _forms(texts: Iterable[str], kind: Kind) -> frozenset[str]:
    return frozenset(form for text in texts if (form := normal(text, kind)))


@dataclass(frozen=True, eq=False)
class Names:
    """Groups of names that somebody wrote down: `equal` ones, and look-alikes that are `distinct`.

    Both map (kind, normal form) to the number of a group; the kind "" holds what fits any other kind.
    """

    equal: Mapping[tuple[Kind, str], int] = field(default_factory=dict)
    distinct: Mapping[tuple[Kind, str], int] = field(default_factory=dict)

    def key(self, name: str, kind: Kind) -> str | int:
        """What names of one group have in common: its number, or the normal form itself."""
        return self.equal.get((_group(kind), name), name)

    def apart(self, one: str, other: str, kind: Kind = "") -> bool:
        """Whether two different normal forms are listed as look-alikes."""
        group = self.distinct.get((_group(kind), one))
        return one != other and group is not None and group == self.distinct.get((_group(kind), other))


NO_NAMES = Names()


def read_names(folder: Path) -> Names:
    """The groups in `aliases.tsv` and `distinct.tsv` of a folder; none where there are no such files.

    A line is a group, names are separated by tabs, `#` starts a comment line.
    """
    return Names(_groups(folder / "aliases.tsv"), _groups(folder / "distinct.tsv"))


def _groups(path: Path) -> dict[tuple[Kind, str], int]:
    groups: dict[tuple[Kind, str], int] = {}
    if not path.is_file():
        return groups
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        names = line.split("\t") if not line.startswith("#") else []
        for name, kind in ((name, kind) for name in names for kind in ("", *_GROUPED)):
            for form in (normal(name, kind), fold(normal(name, kind))):
                if form:
                    groups.setdefault((kind, form), number)
    return groups


def _group(kind: Kind) -> Kind:
    return kind if kind in _GROUPED else ""
