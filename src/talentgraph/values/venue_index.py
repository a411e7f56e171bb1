"""Known venues by the words of their names: with and without sponsors, in full and abbreviated."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import chain

from talentgraph.values.text import fold
from talentgraph.values.venues import Entry, entries

_STOP = frozenset(("the", "a", "an", "of", "on", "in", "for", "and", "to", "with", "by", "its", "at", "from", "de", "des", "du", "et", "und", "der"))  # fmt: skip
_FRAME = frozenset(
    ("annual", "international", "intl", "int", "inter", "intern", "internat", "world")
)  # words that prints leave out or put in
_SPONSORS = frozenset(("acm", "ieee", "usenix", "cvf", "ifip", "eurasip", "isca-speech", "iapr", "siam", "informs", "spec", "asme", "aaai", "iacr"))  # fmt: skip
_SPONSOR = re.compile(r"sig(?:chi|comm|mod|kdd|plan|soft|arch|ops|sac|ir|act|mm|mobile|metrics|bed|cas|web|graph|spatial|ecom|dial|hpc|da|csa|access|app|ai|micro|cse|ite|log|sam|sim|doc|apl)")  # fmt: skip
_LETTERS = {"j": "journal", "symp": "symposium"}  # what is no mere beginning of one word
_GENERIC = frozenset(
    ("proceedings", "transactions", "journal", "conference", "symposium", "workshop", "letters", "review")
)
_SPONSORED = re.compile(r"(IEEE|ACM)\s+([A-Z]{3,6})")
_WORD = re.compile(r"[^\W_]+(?:\+\+|[*#])?")
_SHORT = {
    "conf": "conference", "symp": "symposium", "proc": "proceedings", "trans": "transactions", "j": "journal", "jour": "journal",
    "wkshp": "workshop", "wkshps": "workshop", "wksp": "workshop", "wshp": "workshop", "workshops": "workshop", "lett": "letters",
    "rev": "review", "mag": "magazine", "natl": "national", "assoc": "association", "soc": "society", "univ": "university",
    "dept": "department", "comp": "computer", "sys": "systems", "info": "information", "tech": "technology", "eng": "engineering",
    "vis": "vision", "lang": "languages", "prog": "programming", "dist": "distributed", "mgmt": "management", "bull": "bulletin",
}  # fmt: skip


def words(text: str, *, sponsors: bool = False, short: Mapping[str, str] = _SHORT) -> tuple[str, ...]:
    """The words of a venue's name that tell it from others, folded, abbreviations of frequent ones in full.

    >>> words("Proc. of the ACM Symp. on Cloud Computing")
    ('proceedings', 'symposium', 'cloud', 'computing')
    """
    all_words = _WORD.findall(_spelled(text))
    found = [word for word in all_words[:-1] if word not in _STOP] + all_words[-1:]  # "Review A"
    found = [short.get(word, word) for word in found if word != "annual"] or found
    if not sponsors:
        found = [word for word in found if word not in _FRAME]
        found = [word for word in found if not _sponsors(word)] or found
    return tuple(found)


def _spelled(text: str) -> str:
    text = fold(text).replace("&", " and ").replace("'s", "s")
    return re.sub(r"(?<=\w{3})is(?=ations?\b|ing\b)", "iz", re.sub(r"lling\b", "ling", text))


def _sponsors(word: str) -> bool:
    return word in _SPONSORS or _SPONSOR.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def find(text: str) -> Entry | None:
    """The known venue of this name, acronym or alias, in full or abbreviated.

    >>> [find(text).name for text in ("IEEE Trans. Pattern Anal. Mach. Intell.", "Conf. on Operating Sys. Principles")
    ...  if find(text)]
    ['IEEE Transactions on Pattern Analysis and Machine Intelligence']
    """
    if entry := _exact().get(words(text, sponsors=True)):
        return entry
    if not (bare := words(text)):
        return None
    if (match := _SPONSORED.fullmatch(text.strip())) and (entry := _sponsored(match[1], match[2])):
        return entry
    known = _bare().get(bare) or _bare().get(tuple(map(_singular, bare)))
    return known or _abbreviated(text, sponsors=True) or _abbreviated(text, sponsors=False)


def _sponsored(sponsor: str, acronym: str) -> Entry | None:
    """The only journal of a sponsor whose initials these are, as in "IEEE TNSM"; what is known as it is printed first."""
    if _bare().get((fold(acronym),)):
        return None
    fits = _journals().get((fold(sponsor), fold(acronym)), ())
    return fits[0] if len(fits) == 1 else None


@lru_cache(maxsize=1)
def _journals() -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for entry in entries():
        first, *rest = words(entry.name, sponsors=True) or ("",)
        if entry.type == "journal" and first in _SPONSORS and len(rest) > 2:
            key = first, "".join(word[0] for word in rest)
            found[key] = (*found.get(key, ()), entry)
    return found


def _abbreviated(text: str, *, sponsors: bool) -> Entry | None:
    """The only venue whose words begin, one by one, with those that are printed."""
    found = words(text, sponsors=sponsors, short=_LETTERS)
    if len(found) < (2 if "." in text else 3) or len("".join(found)) < 5:
        return None
    near = _by_initials().get("".join(word[0] for word in found), ())
    for likeness in (str.startswith, lambda full, short: shortens(short, full)):
        fits = {id(entry): entry for full, entry in near if all(map(likeness, full, found))}
        if fits:
            return next(iter(fits.values())) if len(fits) == 1 else None
    return None


def shortens(short: str, full: str) -> bool:
    """Whether a word is another one, or its beginning, or some of its letters in order as in "natl"."""
    if full.startswith(short) or (short[:-1] == full and short[-1] == "s"):
        return len(short) > 1 or short == full
    if len(short) < 3 or short[-1] != full[-1]:
        return len(short) > 4 and full.startswith(short[:-2])
    letters = iter(full)
    return len(short) < 6 and all(letter in letters for letter in short)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _exact() -> dict[tuple[str, ...], Entry]:
    return _index(lambda name: words(name, sponsors=True))


@lru_cache(maxsize=1)
def _bare() -> dict[tuple[str, ...], Entry]:
    found = {name: entry for name, entry in _index(_without_sponsor).items() if not _GENERIC.issuperset(name)}
    for name, entry in list(found.items()):
        if len(name) > 1:
            found.setdefault(tuple(map(_singular, name)), entry)
    return found


@lru_cache(maxsize=1)
def _by_initials() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name, entry in chain(_bare().items(), _exact().items()):
        found.setdefault("".join(word[0] for word in name), []).append((name, entry))
    return {initials: tuple(names) for initials, names in found.items()}


def _index(form: Callable[[str], tuple[str, ...]]) -> dict[tuple[str, ...], Entry]:
    """Forms of names → venues; acronyms before names, names before aliases, quiet ones last."""
    found: dict[tuple[str, ...], Entry] = {}
    for rank in range(4):
        for entry in entries():
            for name in _names(entry)[rank]:
                if name and (key := form(name)):
                    found.setdefault(key, entry)
    return found


def _without_sponsor(name: str) -> tuple[str, ...]:
    """The words of a name; none of "Proceedings of the ACM on Networking", which is no "Proceedings of Networking"."""
    first, second, *_ = *words(name, sponsors=True), "", ""
    return () if first == "proceedings" and second in _SPONSORS else words(name)


def _names(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return (entry.acronym,), (entry.name,), entry.aliases, entry.quiet
