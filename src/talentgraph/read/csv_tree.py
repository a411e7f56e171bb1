"""CSV as a tree with places: a row is a node, its cells are named after the columns."""

from __future__ import annotations

import re

from talentgraph.read.tree import Node, Said, cleaned

MAX_CELLS = 100_000
# The standard library's reader does not tell where a cell stands.
_CELL = re.compile(r'[ ]*"((?:[^"]|"")*)"[^,\r\n]*|([^,\r\n]*)')
_END = re.compile(r"\r\n|\n|\r")


def read_csv(text: str, *, offset: int = 0) -> list[Node]:
    """The rows of a CSV text with a line of column names; `offset` is added to the places.

    Raises ValueError for more than MAX_CELLS.

    >>> [row.get("Company Name") for row in read_csv('Company Name,Title\\n"Acme, Inc",Engineer\\n')]
    [Said(text='Acme, Inc', spans=((20, 29),))]
    """
    rows = _rows(text, offset)
    if not rows:
        return []
    names = [cell.text.strip() for cell in rows[0]]
    return [
        Node("row", children=[Node(name, cell) for name, cell in zip(names, row, strict=False) if cell.text.strip()])
        for row in rows[1:]
    ]


def _rows(text: str, offset: int) -> list[list[Said]]:
    """All cells, row by row; empty lines are left out."""
    rows: list[list[Said]] = []
    row: list[Said] = []
    position, count = 0, 0
    while position < len(text):
        match = _CELL.match(text, position)
        assert match is not None  # it matches nothing at least
        count += 1
        if count > MAX_CELLS:
            raise ValueError("it holds too many cells")
        group = 1 if match[1] is not None else 2
        words = match[group].replace('""', '"') if group == 1 else match[group]
        row.append(Said(cleaned(words), ((match.start(group) + offset, match.end(group) + offset),)))
        position = match.end()
        if text.startswith(",", position):
            position += 1
            continue
        end = _END.match(text, position)
        position = end.end() if end else len(text)
        rows += [row] if any(cell.text for cell in row) else []
        row = []
    return rows + ([row] if row else [])
