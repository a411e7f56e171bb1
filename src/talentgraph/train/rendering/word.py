"""Word files: a CV as DOCX, with tab stops at the right edge or with a table of dates and text."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Row
from talentgraph.train.grammar.style import Style
from talentgraph.train.rendering.blocks import Block, Cell, blocks, cells, letters


def word_file(draft: Draft, tables: bool, random: Random) -> bytes:
    """The bytes of a DOCX; with `tables` a date before an entry stands in a column of its own."""
    from docx import Document

    file = Document()
    for number, (_, rows) in enumerate(draft.parts):
        if number == 0:
            for row in rows:
                _paragraph(file, row, draft.manner, "Title" if row.kind == "name" else "Normal")
            continue
        _paragraph(file, rows[0], draft.manner, "Heading 1")
        for block in blocks(rows[1:]):
            _entry(file, block, draft.manner, tables)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _entry(file: Any, block: Block, manner: Style, tables: bool) -> None:
    place = file
    if block.when and tables:
        left, place = file.add_table(rows=1, cols=2).rows[0].cells
        _runs(left.paragraphs[0], block.when, manner)
    for number, row in enumerate(block.rows):
        paragraph = _paragraph(place, row, manner, "List Bullet" if row.kind == "bullet" else "Normal")
        if number == 0 and block.when and not tables:
            first = paragraph.insert_paragraph_before()
            _runs(first, block.when, manner)


def _paragraph(file: Any, row: Row, manner: Style, style: str) -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    paragraph = file.add_paragraph(style=style)
    for number, cell in enumerate(cells(row)):
        if number:
            paragraph.add_run("\t")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
        _runs(paragraph, cell, manner)
    return paragraph


def _runs(paragraph: Any, cell: Cell, manner: Style) -> None:
    for part in cell:
        run = paragraph.add_run(part.text)
        run.bold = letters(part, manner) == "bold" or None
        run.italic = letters(part, manner) == "italic" or None
