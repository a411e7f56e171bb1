"""The registry as one SQLite file: written beside its place and then renamed, read by forms of names."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from talentgraph.errors import TalentGraphError
from talentgraph.resolve.registry.dump import Record, read_ror
from talentgraph.values import organizations, wordings

_VARIABLE = "TALENTGRAPH_REGISTRY"
_VERSION = 1  # of the tables and of the forms of names in them
_TABLES = """
create table organizations (number integer primary key, id text, name text, type text, country text, city text,
    names text, acronyms text, parents text);
create table forms (form text, number integer, primary key (form, number)) without rowid;
create index ids on organizations (id);
"""
_COLUMNS = "id, name, type, country, city, names, acronyms, parents"
_STEP = 2000  # records between two calls of `progress`


class Registry:
    """An index that is open for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            version = self._base.execute("pragma user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise TalentGraphError(f"{path}: no registry ({error}); {_remedy(path)}") from error
        if version != _VERSION:
            self._base.close()
            raise TalentGraphError(f"{path}: a registry of another version; {_remedy(path)}")

    def with_form(self, form: str) -> tuple[Record, ...]:
        """The records that have a name of this form."""
        question = f"select {_COLUMNS} from forms join organizations using (number) where form = ? order by number"
        return tuple(map(_row, self._base.execute(question, (form,))))

    def above(self, record: Record) -> frozenset[str]:
        """The ids of all that a record is part of."""
        found: set[str] = set()
        left = list(record.parents)
        while left:
            if (one := left.pop()) not in found:
                found.add(one)
                for row in self._base.execute("select parents from organizations where id = ?", (one,)):
                    left += _split(row[0])
        return frozenset(found)

    def __len__(self) -> int:
        """How many organisations it holds."""
        return int(self._base.execute("select count(*) from organizations").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def default_path() -> Path | None:
    """Where the registry of this user is: $TALENTGRAPH_REGISTRY, else the user's data folder; empty means none."""
    if (named := os.environ.get(_VARIABLE)) is not None:
        return Path(named).expanduser() if named else None
    home = Path.home()
    folder = {
        "win32": Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"),
        "darwin": home / "Library" / "Application Support",
    }.get(sys.platform, Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"))
    return folder / "talentgraph" / "registry.sqlite"


def import_ror(dump: Path, target: Path, *, progress: Callable[[int], None] | None = None) -> int:
    """Make the index of a dump of the Research Organization Registry; returns how many organisations it holds.

    Raises TalentGraphError where the file is no such dump; an index that was there is then as before.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as base:
            base.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
            base.execute("begin")
            count = _fill(base, read_ror(dump), progress)
            base.execute("commit")
            base.execute(f"pragma user_version = {_VERSION}")
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return count


def _fill(base: sqlite3.Connection, records: Iterable[Record], progress: Callable[[int], None] | None) -> int:
    number = 0
    for number, record in enumerate(records, 1):
        lists = (_joined(record.names), _joined(record.acronyms), _joined(record.parents))
        row = (number, record.id, record.name, record.type, record.country, record.city, *lists)
        base.execute("insert into organizations values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        base.executemany("insert into forms values (?, ?)", [(form, number) for form in sorted(forms(record))])
        if progress and number % _STEP == 0:
            progress(number)
    return number


def forms(record: Record) -> set[str]:
    """The forms under which a record is found: its names, their words in any order, and its acronyms."""
    found = {f"* {organizations.key(name)}" for name in record.acronyms}
    for name in record.names:
        found |= set(name_forms(name))
    return found


def name_forms(name: str) -> tuple[str, ...]:
    """The forms of one name, the surest first.

    >>> name_forms("University of Leeds")
    ('= university leeds', '~ leeds university')
    """
    if wordings.is_acronym(name):
        return (f"* {organizations.key(name)}",)
    return (f"= {wordings.normal(name)}", f"~ {wordings.loose(name)}")


def _row(row: tuple[str, ...]) -> Record:
    number, name, kind, country, city, *lists = row
    called, acronyms, parents = map(_split, lists)
    return Record(number, name, kind, country, city, called, acronyms, parents)


def _joined(values: Iterable[str]) -> str:
    return "\n".join(" ".join(value.split()) for value in values)


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n")))


def _remedy(path: Path) -> str:
    return f"make it again with: talentgraph registry import ror FILE --to {path}"


_current: Registry | None = None


def current() -> Registry | None:
    """The registry that holds now, if any."""
    return _current


def use(path: Path | None) -> None:
    """From now on, in this process, this registry holds; none where there is no such file."""
    global _current
    if _current:
        _current.close()
    _current = Registry(path) if path and path.is_file() else None
    for forget in FORGET:
        forget()


FORGET: list[Callable[[], None]] = []  # the caches of those who ask the registry


@contextmanager
def used(path: Path | None) -> Iterator[None]:
    """Inside this block the registry holds."""
    before = _current.path if _current else None
    use(path)
    try:
        yield
    finally:
        use(before)
