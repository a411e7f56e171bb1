"""Blocks: the rows of a section put together as a theme sets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentgraph.model import SectionKind
from talentgraph.train.grammar.pieces import Part, Row
from talentgraph.train.grammar.style import Style

Cell = tuple[Part, ...]
_SIDE: tuple[SectionKind, ...] = ("skills", "languages", "certificates", "interests", "awards")


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one leading row. `when` is the date to the left of it all, where the layout has it there."""

    rows: tuple[Row, ...]
    when: Cell = ()


def blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The entries of a section, each with the rows below it."""
    entry: list[Row] = []
    for row in rows:
        if entry and row.lead and row.kind != "bullet":
            yield _block(entry)
            entry = []
        entry.append(row)
    if entry:
        yield _block(entry)


def _block(rows: list[Row]) -> Block:
    """The entry, its first cell set apart where that is a date."""
    first, *others = cells(rows[0])
    if others and len(first) == 1 and first[0].field == "date":
        rest = tuple(part for cell in joined(others) for part in cell)
        return Block((replace(rows[0], parts=rest), *rows[1:]), first)
    return Block(tuple(rows))


def joined(found: Sequence[Cell]) -> Iterator[Cell]:
    """Cells with tabs between them."""
    for number, cell in enumerate(found):
        yield ((Part("\t"),) if number else ()) + cell


def cells(row: Row) -> list[Cell]:
    """The cells of a row: its parts, cut at tabs."""
    found: list[list[Part]] = [[]]
    for part in row.parts:
        first, *rest = part.text.split("\t")
        found[-1] += [replace(part, text=first)] if first else []
        found += [[replace(part, text=piece)] if piece else [] for piece in rest]
    return [tuple(cell) for cell in found if cell] or [()]


def bulleted(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Runs of bullets and of other rows."""
    run: list[Row] = []
    for row in rows:
        if run and (row.kind == "bullet") != (run[0].kind == "bullet"):
            yield run[0].kind == "bullet", run
            run = []
        run.append(row)
    if run:
        yield run[0].kind == "bullet", run


def is_side(kind: SectionKind) -> bool:
    """Whether a section stands in the side bar of themes that have one."""
    return kind in _SIDE


def letters(part: Part, manner: Style) -> str:
    """ "bold", "italic" or "" as the style of a CV sets a part."""
    return "bold" if part.field in manner.bold else "italic" if part.field in manner.italic else ""
