"""A folder for Neo4j's offline importer, which takes millions of rows in a minute.

One CSV a label and one a relationship type, with typed headers. The rows are gone through twice, first for the types of
the columns, and never kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from talentgraph.errors import TalentGraphError
from talentgraph.export.content import Content
from talentgraph.model import Edge, Node
from talentgraph.schema import EDGE_MARK, MARK, neo4j_schema
from talentgraph.values.properties import as_text, storable

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
# What may part the items of a list: whatever stands in no item. Private use, so that texts hardly ever hold them.
_DELIMITERS = ";|\x1f\x1e" + "".join(map(chr, range(0xE000, 0xE040)))
_BUFFER = 4_194_304  # bytes of the importer's buffer, in which a field has to fit

README = """\
Neo4j's offline importer makes a database of this folder. On a machine with Neo4j 5, with the server stopped:

    cd FOLDER
    neo4j-admin database import full neo4j @import.args

The database must be new, or add --overwrite-destination=true, which deletes what it holds. The Community edition has
one database, neo4j. Then start the server, and make the constraint and the indexes, once:

    cypher-shell -u neo4j --file schema.cypher

The importer knows no empty list: a value like that is absent. `talentgraph load` takes it from there: it changes only
what differs.
"""


@dataclass(slots=True)
class _Columns:
    """The columns of the files, by label or type: for each property the kinds of its values."""

    kinds: defaultdict[str, defaultdict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    used: set[str] = field(default_factory=set)  # delimiters that stand in some item
    longest: int = 0

    def see(self, file: str, row: Node | Edge) -> None:
        """Note what a row holds."""
        kinds = self.kinds[file]
        for name, value in storable(row.properties).items():
            if name == "id":
                continue
            kinds[name].add(_kind(value))
            if isinstance(value, str):
                self.longest = max(self.longest, len(value))
            elif isinstance(value, list):
                text = "".join(map(as_text, value))
                self.longest = max(self.longest, len(text) + len(value))
                self.used.update(letter for letter in _DELIMITERS if letter in text)

    def delimiter(self) -> str:
        """A character that stands in no item of a list."""
        return next((letter for letter in _DELIMITERS if letter not in self.used), _DELIMITERS[-1])


def write_neo4j_admin(content: Content, target: Path) -> None:
    """Write the CSV files, import.args, schema.cypher and README.txt into the folder `target`."""
    write_rows(content.nodes, content.edges, target)


def write_rows(nodes: Iterable[Node], edges: Iterable[Edge], target: Path) -> None:
    """The same from rows; each of the two is gone through twice, so an iterator will not do."""
    target.mkdir(parents=True, exist_ok=True)
    columns, ties = _Columns(), _Columns()
    for node in nodes:
        columns.see(node.labels[0], node)
    for edge in edges:
        ties.see(edge.type, edge)
    columns.used |= ties.used
    delimiter = columns.delimiter()
    for kinds in (columns.kinds, ties.kinds):
        _check(kinds)
    with _Files(target, delimiter) as files:
        for label in sorted(columns.kinds):
            files.begin(label, ["id:ID", ":LABEL"], columns.kinds[label])
        for node in nodes:
            files.write(node.labels[0], [node.id, [*node.labels, MARK]], node.properties)
        for kind in sorted(ties.kinds):
            files.begin(kind, [":START_ID", ":END_ID", "id:string", f"{EDGE_MARK}:boolean"], ties.kinds[kind])
        for edge in edges:
            files.write(edge.type, [edge.source, edge.target, edge.id, True], edge.properties)
    longest = max(columns.longest, ties.longest)
    _write_texts(target, list(_arguments(columns.kinds, ties.kinds, delimiter, longest)))


class _Files:
    """The CSV files, open at once, each with its columns."""

    def __init__(self, folder: Path, delimiter: str) -> None:
        self._folder, self._delimiter = folder, delimiter
        self._streams: dict[str, TextIO] = {}
        self._columns: dict[str, list[tuple[str, str]]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def begin(self, name: str, first: Sequence[str], kinds: Mapping[str, set[str]]) -> None:
        """Open a file and write its header."""
        path = self._folder / f"{name}.csv"
        stream = self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        columns = [(column, _type(found)) for column, found in sorted(kinds.items())]
        stream.write(",".join([*first, *(f"{column}:{kind}" for column, kind in columns)]) + "\n")
        self._streams[name], self._columns[name] = stream, columns

    def write(self, name: str, first: Sequence[Any], properties: Mapping[str, Any]) -> None:
        """Write a row."""
        values = storable(properties)
        cells = [*first, *(_fitting(values.get(column), kind) for column, kind in self._columns[name])]
        self._streams[name].write(",".join(_cell(cell, self._delimiter) for cell in cells) + "\n")


def _kind(value: Any) -> str:
    if isinstance(value, list):
        return f"{_TYPES[type(value[0])]}[]" if value else "[]"
    return _TYPES[type(value)]


def _type(kinds: set[str]) -> str:
    """The type of a column that holds values of these kinds; where they do not agree it is text."""
    found = kinds - {"[]"} if len(kinds) > 1 else kinds
    if found == {"[]"}:
        return "string[]"
    if found == {"long", "double"}:
        return "double"
    if len(found) == 1 and ("[]" not in kinds or all(kind.endswith("[]") for kind in found)):
        return next(iter(found))
    return "string[]" if all(kind.endswith("[]") for kind in kinds) else "string"


def _fitting(value: Any, kind: str) -> Any:
    """A value as its column has it."""
    if value is None or kind not in ("string", "string[]"):
        return value
    return [as_text(item) for item in value] if kind == "string[]" else as_text(value)


def _cell(value: Any, delimiter: str) -> str:
    """A field: nothing where there is no value, and quotes around all text."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _cell(delimiter.join(as_text(item).replace(delimiter, " ") for item in value), delimiter)
    if not isinstance(value, str):
        return as_text(value)
    text = value.replace('"', '""').replace("\0", "").replace("\uffff", "\ufffd")  # the last is its end of file
    return f'"{text}"'


def _check(kinds: Mapping[str, Mapping[str, object]]) -> None:
    for file, columns in kinds.items():
        for name in (file, *columns):
            if not _NAME.fullmatch(name):
                raise TalentGraphError(f"{file}: {name!r} is no name that the importer takes; correct nodes.jsonl")


def _arguments(labels: Iterable[str], kinds: Iterable[str], delimiter: str, longest: int) -> Iterator[str]:
    yield from (f"--nodes={label}.csv" for label in sorted(labels))
    yield from (f"--relationships={kind}={kind}.csv" for kind in sorted(kinds))
    yield f"--array-delimiter=U+{ord(delimiter):04X}"
    yield "--multiline-fields=true"
    if longest * 4 > _BUFFER // 2:
        yield f"--read-buffer-size={longest * 8}"


def _write_texts(target: Path, arguments: Sequence[str]) -> None:
    schema = "".join(f"{statement};\n" for statement in neo4j_schema())
    texts = {"import.args": "\n".join(arguments) + "\n", "schema.cypher": schema, "README.txt": README}
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
