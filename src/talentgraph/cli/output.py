"""What leaves the program: tables for people, JSON and CSV for programs, and lines on stderr.

Documents are strangers' text. Nothing of theirs that steers a terminal gets through, in any of the three forms.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

import typer

if TYPE_CHECKING:
    from talentgraph.model import Problem

Form = Literal["table", "json", "csv"]

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_WIDE = 200  # columns of a table that goes into a pipe
_LONGEST = 400  # letters of a cell for people


def plain(text: str) -> str:
    r"""Text without characters that steer a terminal; those that part words become blanks.

    >>> plain("red \x1b[31m\u202eevil\nline")
    'red [31mevil line'
    """
    return _STEERING.sub(lambda found: " " if found[0] in "\n\r\t\f\v\u2028\u2029\x85" else "", text)


def form_of(as_json: bool, as_csv: bool) -> Form:
    """The form that two flags ask for."""
    if as_json and as_csv:
        raise typer.BadParameter("choose one of --json and --csv")
    return "json" if as_json else "csv" if as_csv else "table"


def print_rows(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = (), *, form: Form = "table", title: str = ""
) -> None:
    """Print rows on stdout; `columns` gives their order, by default that of the first row."""
    columns = list(columns) or list(dict.fromkeys(key for row in rows for key in row))
    if form == "json":
        print_json([{column: row.get(column) for column in columns} for row in rows])
    elif form == "csv":
        _print_csv(rows, columns)
    elif rows:
        _print_table(rows, columns, title)
    else:
        note(f"{title}: nothing found" if title else "nothing found")


def print_json(data: Any) -> None:
    """Print plain data on stdout as JSON; steering characters as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(_STEERING.sub(_escape, text) + "\n")


def print_line(text: str) -> None:
    """Print one line on stdout."""
    sys.stdout.write(plain(text) + "\n")


def note(text: str) -> None:
    """Print one line on stderr."""
    sys.stderr.write(plain(text) + "\n")


def complain(text: str) -> None:
    """Print an error as one line on stderr."""
    note(f"talentgraph: {text}")


def print_problems(problems: Iterable[Problem]) -> None:
    """List on stderr what could not be read, and why."""
    for problem in problems:
        place = f" ({problem.place})" if problem.place else ""
        remedy = f"; {problem.remedy}" if problem.remedy else ""
        note(f"problem: {problem.path}{place}: {problem.reason}{remedy}")


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on stderr where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)
        yield lambda done, total, name: bars.update(task, completed=done, total=total, description=plain(name))


def _escape(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1]  # JSON itself has line feeds only between values


def _print_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from talentgraph.export.tables import write_table

    text = io.StringIO(newline="")
    write_table(text, _cleaned(columns), ([_cleaned(row.get(column)) for column in columns] for row in rows))
    sys.stdout.write(text.getvalue().replace("\r\n", "\n"))


def _cleaned(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return plain(value) if isinstance(value, str) else value


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, markup=False, emoji=False)
    if title:
        console.print(Text(plain(title), "bold"))
    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        numbers = all(isinstance(row.get(column), int | float | None) for row in rows)
        table.add_column(Text(plain(column)), overflow="fold", justify="right" if numbers else "left")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    console.print(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, Mapping):
        value = json.dumps(value, ensure_ascii=False, default=str)
    text = plain(str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
