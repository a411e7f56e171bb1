"""A PDF file becomes a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.pdf.cells import Visual, make_rows
from talentgraph.read.pdf.columns import read_order
from talentgraph.read.pdf.glyphs import read_pieces
from talentgraph.read.pdf.lines import make_lines
from talentgraph.read.pdf.marks import find_bullets, set_links
from talentgraph.read.rows import assemble

MAX_PAGES = 200
_OCR = "run text recognition (OCR) on it first, for example with ocrmypdf"


def read_pdf(data: bytes, source: Source) -> Document:
    """A PDF file. Raises ReadError when it is encrypted, broken, too long or holds no text."""
    document = _open(data, source.path)
    try:
        source = replace(source, pages=len(document))
        if len(document) > MAX_PAGES:
            raise ReadError(source.path, f"has {len(document)} pages", f"give a file of at most {MAX_PAGES} pages")
        pages = list(_pages(document))
    finally:
        document.close()
    if not any(pages):
        raise ReadError(source.path, "holds no text, only pictures", _OCR)
    return assemble(make_lines(read_order(pages)), source)


def _open(data: bytes, path: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise ReadError(path, "is encrypted", "save a copy without a password") from error
        raise ReadError(path, "is damaged or no PDF", "export it again") from error


def _pages(document: Any) -> Iterator[list[Visual]]:
    """The rows of each page, from top to bottom."""
    for number in range(len(document)):
        page = document[number]
        try:
            pieces = read_pieces(page)
            set_links(document, page, pieces)
            pieces += find_bullets(page, pieces)
        finally:
            page.close()
        yield make_rows(pieces)
