"""The lists of this package: tab-separated UTF-8 files in `data/`, made to be read and extended by people.

A line is an entry, `#` starts a comment line, aliases are separated by `|`. `added` puts the lists of a folder, files
of the same names and form, before those of the package for as long as a block runs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from talentgraph.errors import TalentGraphError

Row = tuple[str, ...]
Lists = Mapping[str, tuple[Row, ...]]  # the name of a list → its entries
_DATA = Path(__file__).resolve().parent / "data"
_ROOMS = ("talentgraph.values.", "talentgraph.extract.", "talentgraph.resolve.")
_CLOSED = {  # the columns of a list that hold a kind, one of those that the package's own list has
    "organizations.tsv": (1,),
    "technologies.tsv": (1, 3),
    "venues.tsv": (2, 4),
    "senses.tsv": (0,),
    "places.tsv": (0,),
    "degrees.tsv": (1,),
}
_COLUMNS = {"organizations.tsv": 6}  # as far as a list may go, where no entry of the package has to go so far
_more: Lists = {}


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[Row, ...]:
    """The entries of a list, as tuples of stripped columns; those that a user has added stand first.

    >>> len(rows("legal_forms.txt")) > 20
    True
    """
    return _more.get(name, ()) + _rows(_DATA / name)


def _rows(path: Path) -> tuple[Row, ...]:
    return tuple(row for _, row in _numbered(path.read_text(encoding="utf-8")))


def _numbered(text: str) -> Iterator[tuple[int, Row]]:
    """The entries of a list with the numbers of their lines."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, tuple(map(str.strip, line.split("\t")))


def read_lists(folder: Path) -> Lists:
    """The lists of a folder; none where there is no folder.

    Raises TalentGraphError with file, line and remedy where a list has no known name, or an entry the wrong form.
    """
    found = {}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in (".tsv", ".txt"):
            found[path.name] = _read_list(path)
    return found


def _read_list(path: Path) -> tuple[Row, ...]:
    known = sorted(file.name for file in _DATA.iterdir())
    if path.name not in known:
        raise TalentGraphError(f"{path}: no list has this name; rename it to one of {', '.join(known)}")
    try:
        entries = list(_numbered(path.read_text(encoding="utf-8-sig")))
    except UnicodeDecodeError as error:
        raise TalentGraphError(f"{path}: not UTF-8; save it as UTF-8") from error
    for number, row in entries:
        if fault := _fault(path.name, row):
            raise TalentGraphError(f"{path}:{number}: {fault}")
    return tuple(row for _, row in entries)


def _fault(name: str, row: Row) -> str:
    """What is wrong with an entry of a list, and the remedy."""
    columns = max(_COLUMNS.get(name, 0), *map(len, _rows(_DATA / name)))
    if len(row) > columns:
        return f"{len(row)} columns where the list has {columns}; take out tabs"
    if not (cell(row, 0) or (name == "venues.tsv" and cell(row, 1))):
        return "the first column is empty; write the name there"
    if re.search(r"\s{2,}", row[0]):
        return "blanks inside the name; part columns by one tab"
    for column in _CLOSED.get(name, ()):
        kinds = {cell(each, column) for each in _rows(_DATA / name)}
        if cell(row, column) not in kinds:
            known = ", ".join(filter(None, sorted(kinds)))
            return f"unknown {cell(row, column)!r} in column {column + 1}; write one of {known}"
    return ""


@contextmanager
def added(lists: Lists) -> Iterator[None]:
    """Inside this block the lists stand before those of the package.

    >>> with added({"legal_forms.txt": (("Limitada Nova",),)}):
    ...     rows("legal_forms.txt")[0]
    ('Limitada Nova',)
    """
    before = _more
    use(lists)
    try:
        yield
    finally:
        use(before)


def current() -> Lists:
    """The lists that stand before those of the package."""
    return _more


def use(lists: Lists) -> None:
    """From now on, in this process, the lists stand before those of the package."""
    global _more
    if lists != _more:
        _more = lists
        _forget()


def _forget() -> None:
    """Empty the caches of the rooms that read lists, whatever function has one, so that none can be missed."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS):
            for item in list(vars(module).values()):
                if hasattr(item, "cache_clear"):
                    item.cache_clear()


@lru_cache(maxsize=32)
def column(name: str) -> tuple[str, ...]:
    """The first column of a list."""
    return tuple(row[0] for row in rows(name))


def cell(row: tuple[str, ...], number: int) -> str:
    """A column of an entry, empty where the line ends before it.

    >>> cell(("a", "b"), 4)
    ''
    """
    return row[number] if number < len(row) else ""


def items(row: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The aliases in a column of an entry.

    >>> items(("a", "b | c"), 1)
    ('b', 'c')
    """
    return tuple(part.strip() for part in cell(row, number).split("|") if part.strip())


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first, written as a tree so that it runs fast.

    A blank in a phrase stands for any white space.

    >>> import re
    >>> re.findall(alternation(["May", "March", "Mar"]), "March Mar May")
    ['March', 'Mar', 'May']
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in tree
    options = [_escape(letter) + _branch(below) for letter, below in sorted(tree.items()) if letter]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return "(?:" + "|".join(options) + ")" + ("?" if ends else "")


def _escape(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)


def aliases(row: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The aliases of an organisation, without the mark `*` of its best-known bearer.

    >>> aliases(("a", "b* | c"), 1)
    ('b', 'c')
    """
    return tuple(filter(None, (alias.removesuffix("*").strip() for alias in items(row, number))))
