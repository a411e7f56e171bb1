"""A PDF file becomes a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.pdf import recognition
from talentgraph.read.pdf.cells import Visual, make_rows
from talentgraph.read.pdf.columns import read_order
from talentgraph.read.pdf.glyphs import read_pieces
from talentgraph.read.pdf.lines import make_lines
from talentgraph.read.pdf.marks import find_bullets, has_picture, set_links
from talentgraph.read.rows import assemble

MAX_PAGES = 200
_SCANNED = "holds no text, only pictures, which need text recognition (OCR)"
_UNREAD = "scan it again, sharper and upright"
_EMPTY = "check the file: a reader of PDFs shows nothing either, or only drawings"


def read_pdf(data: bytes, source: Source) -> Document:
    """A PDF file. Raises ReadError when it is encrypted, broken, too long or holds no text."""
    document = _open(data, source.path)
    try:
        source = replace(source, pages=len(document))
        if len(document) > MAX_PAGES:
            raise ReadError(source.path, f"has {len(document)} pages", f"give a file of at most {MAX_PAGES} pages")
        pages = list(_pages(document))
        blank = not any(pages) and not any(_has_picture(document, number) for number in range(len(document)))
    finally:
        document.close()
    if blank:
        raise ReadError(source.path, "holds no text", _EMPTY)
    if not any(pages):
        ready = recognition.is_ready()
        reason = "holds pictures, and text recognition (OCR) found no words in them"
        raise ReadError(source.path, *((reason, _UNREAD) if ready else (_SCANNED, recognition.REMEDY)))
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
    """The rows of each page, from top to bottom; pages that are pictures are recognised where that is possible."""
    left = recognition.MAX_PAGES if recognition.is_ready() else 0
    for number in range(len(document)):
        page = document[number]
        try:
            pieces = read_pieces(page)
            if not pieces and left and has_picture(page):
                left -= 1
                pieces = recognition.recognise(page)
            set_links(document, page, pieces)
            pieces += find_bullets(page, pieces)
        finally:
            page.close()
        yield make_rows(pieces)


def _has_picture(document: Any, number: int) -> bool:
    page = document[number]
    try:
        return has_picture(page)
    finally:
        page.close()
