"""The questions of queries/*.cypher by name: what they take, what they return, and asking them of a store.

A file holds one statement under a header of comments: the title, a description, a line a parameter as
`$name: kind = default (example: value) meaning`, and the columns. Kinds are text, list (of texts), integer, and the
label of the nodes that a text names, as `Person`, in brackets for a list; a parameter without a default must be given.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from talentgraph import assets
from talentgraph.errors import QueryError, TalentGraphError

Value = str | int | list[str]
_PARAMETER = re.compile(
    r"\$(?P<name>\w+): (?P<kind>text|list|integer|\[?[A-Z][\w|]+\]?)(?: = (?P<default>.+?))? "
    r"\(example: (?P<example>.+?)\) (?P<meaning>.+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question takes. Without a default (None) it must be given; `labels` are those of the nodes it names."""

    name: str
    kind: str  # text, list or integer
    labels: tuple[str, ...] = ()
    default: Value | None
    example: Value
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question: `text` is its Cypher statement, with the header."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str


class Answers(Protocol):
    """What a question is asked of: any store."""

    def run(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows that a statement returns."""
        ...


def names() -> list[str]:
    """The names of all questions, sorted.

    >>> "intro_paths" in names()
    True
    """
    return sorted(path.stem for path in assets.folder("queries").glob("*.cypher"))


def get(name: str) -> Query:
    """A question by its name. Raises QueryError, with names that look alike, when there is none.

    >>> get("experts").columns
    ('technology', 'person', 'person_id', 'months', 'last_used', 'stated', 'venues')
    """
    if name not in names():
        raise QueryError(f"there is no question {name!r}{_suggest(name, names())}")
    return _read(name)


def ask(store: Answers, name: str, **parameters: object) -> list[dict[str, Any]]:
    """The rows that answer a question, each with the columns of the question in their order.

    Defaults stand in for what is not given. A list may be one text with commas, and an integer a text, as they come
    from a command line. Raises QueryError for a question or parameter that is unknown, missing or of a wrong kind.
    """
    query = get(name)
    rows = store.run(query.text, values(query, parameters))
    return [{column: row[column] for column in query.columns} for row in rows]


def strangers(store: Answers, name: str, **parameters: object) -> list[str]:
    """A line for each name among the parameters of a question that no node has, with those that look like it."""
    query = get(name)
    given = values(query, parameters)
    lines = []
    for parameter in query.parameters:
        value = given[parameter.name]
        asked = [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str) and text]
        if parameter.labels and asked:
            known = _known(store, parameter.labels)
            what = " or ".join(parameter.labels).lower()
            missing = (text for text in asked if text.lower() not in known)
            lines += [f"there is no {what} {text!r}{_like(text.lower(), known)}" for text in missing]
    return lines


def _known(store: Answers, labels: tuple[str, ...]) -> dict[str, str]:
    """The ids, names and aliases of all nodes of some labels, in small letters, with the names as they are written."""
    rows = store.run(
        f"MATCH (n:{'|'.join(labels)}) RETURN n.id AS id, n.name AS name, n.path AS path, n.aliases AS aliases"
    )
    return {
        text.lower(): row["name"] or row["id"]
        for row in rows
        for text in (row["id"], row["name"], row["path"], *(row["aliases"] or ()))
        if text
    }


def values(query: Query, given: Mapping[str, object]) -> dict[str, Value]:
    """The values of all parameters of a question: those given, checked, and the defaults.

    >>> values(get("experts"), {"technology": "C++", "min_months": "6"})
    {'technology': 'C++', 'min_months': 6, 'k': 100}
    """
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            raise QueryError(f"{query.name}: there is no parameter {name!r}{_suggest(name, known)}")
    return {parameter.name: _filled(query, parameter, given.get(parameter.name)) for parameter in query.parameters}


def _filled(query: Query, parameter: Parameter, value: object) -> Value:
    if value is None:
        if parameter.default is None:
            example = json.dumps(parameter.example, ensure_ascii=False)
            raise QueryError(f"{query.name}: the parameter {parameter.name} is missing; give one, as {example}")
        return parameter.default
    try:
        return _KINDS[parameter.kind](value)
    except ValueError as error:
        raise QueryError(f"{query.name}: the parameter {parameter.name} takes {error}, not {value!r}") from error


def _text(value: object) -> str:
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text:
        raise ValueError("a text")
    return text


def _list(value: object) -> list[str]:
    if isinstance(value, str):  # as CSV, so that a name that holds a comma can stand in quotes
        value = [item for line in csv.reader([value], skipinitialspace=True) for item in line if item.strip()]
    if isinstance(value, Mapping | bytes | int) or not isinstance(value, Iterable):
        raise ValueError("a list of texts, or one text with commas")
    return [_text(item) for item in value]


def _integer(value: object) -> int:
    number = int(value) if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() else value
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError("a whole number from 0")
    return number


_KINDS: dict[str, Callable[[object], Value]] = {"text": _text, "list": _list, "integer": _integer}


@lru_cache(maxsize=64)
def _read(name: str) -> Query:
    path = assets.folder("queries") / f"{name}.cypher"
    text = path.read_text(encoding="utf-8")
    header = [line.removeprefix("//").strip() for line in text.splitlines() if line.startswith("//")]
    found: dict[str, str] = dict(line.split(": ", 1) for line in header if line.startswith(("title: ", "columns: ")))
    if set(found) != {"title", "columns"}:
        raise TalentGraphError(f"{path.name}: the header needs a title and columns; see queries.py")
    matches = [_PARAMETER.fullmatch(line) for line in header if line.startswith("$")]
    if not all(matches):
        raise TalentGraphError(f"{path.name}: a parameter's line is not of the form that queries.py gives")
    return Query(
        name=name,
        title=found["title"],
        description=_description(header),
        parameters=tuple(_parameter(match) for match in matches if match),
        columns=tuple(column.strip() for column in found["columns"].split(",")),
        text=text,
    )


def _parameter(match: re.Match[str]) -> Parameter:
    kind = match["kind"]
    named = kind[:1].isupper() or kind[:1] == "["
    return Parameter(
        name=match["name"],
        kind=("list" if kind[0] == "[" else "text") if named else kind,
        labels=tuple(kind.strip("[]").split("|")) if named else (),
        default=None if match["default"] is None else json.loads(match["default"]),
        example=json.loads(match["example"]),
        meaning=match["meaning"],
    )


def _description(header: list[str]) -> str:
    """The lines between the title and the parameters."""
    end = next((number for number, line in enumerate(header) if line.startswith(("$", "columns: "))), len(header))
    return " ".join(line for line in header[1:end] if line)


def _like(name: str, known: Mapping[str, str]) -> str:
    """The names that look like one in small letters."""
    from rapidfuzz import process

    alike = dict.fromkeys(known[found] for found, *_ in process.extract(name, known.keys(), limit=3, score_cutoff=75))
    return f"; did you mean {' or '.join(alike)}?" if alike else ""


def _suggest(name: str, known: list[str]) -> str:
    """What may have been meant, and all there is when nothing looks alike."""
    from rapidfuzz import process

    alike = [found for found, *_ in process.extract(name, known, limit=3, score_cutoff=60)]
    return f"; did you mean {' or '.join(alike)}?" if alike else f"; there are: {', '.join(known)}"
