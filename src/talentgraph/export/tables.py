"""Two CSV files, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from talentgraph.export.content import Content, properties

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: Any) -> Any:
    """A cell of CSV. Text that a spreadsheet would run as a formula gets an apostrophe in front.

    >>> [safe_cell(value) for value in ("=1+1", " @SUM(1)", -1, ["C++", "Go"], None)]
    ["'=1+1", "' @SUM(1)", -1, 'C++; Go', '']
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, str) and value.lstrip(" \ufeff\u00a0").startswith(_FORMULA):
        return "'" + value
    return value


def write_table(stream: TextIO, columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a table with a heading line as CSV."""
    writer = csv.writer(stream, lineterminator="\r\n")  # as RFC 4180 has it; so a lone \r is quoted too
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)


def write_csv(content: Content, target: Path) -> None:
    """Write nodes.csv and edges.csv into the folder `target`."""
    nodes = [{"id": node.id, "labels": list(node.labels), **properties(node)} for node in content.nodes]
    edges = [
        {"id": edge.id, "type": edge.type, "source": edge.source, "target": edge.target, **properties(edge)}
        for edge in content.edges
    ]
    target.mkdir(parents=True, exist_ok=True)
    _write(target / "nodes.csv", ["id", "labels", "name"], nodes)
    _write(target / "edges.csv", ["id", "type", "source", "target"], edges)


def _write(path: Path, first: list[str], rows: list[dict[str, Any]]) -> None:
    columns = [*first, *sorted({name for row in rows for name in row}.difference(first))]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:  # the mark tells Excel that it is UTF-8
        write_table(stream, columns, ([row.get(column) for column in columns] for row in rows))
