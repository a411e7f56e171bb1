"""A PDF file becomes a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source
from talentgraph.read.dated import stamp
from talentgraph.read.limits import DEFAULT, Limits
from talentgraph.read.linkedin_pdf import make_profile
from talentgraph.read.pdf import linkedin, recognition
from talentgraph.read.pdf.cells import Visual, make_rows
from talentgraph.read.pdf.columns import read_order
from talentgraph.read.pdf.glyphs import read_pieces
from talentgraph.read.pdf.lines import make_lines
from talentgraph.read.pdf.marks import find_bullets, set_links
from talentgraph.read.pdf.notes import EXPORT, make_notes, reason_of
from talentgraph.read.pdf.scene import has_picture, read_scene
from talentgraph.read.pdf.view import Eye
from talentgraph.read.rows import assemble

_TAIL = 2048  # bytes at the end of a file in which its end is marked
_PASSWORD, _SECURITY = 4, 5  # errors, as PDFium numbers them


class _Page(NamedTuple):
    """The rows of a page from top to bottom, and what is left out of it (see `notes`)."""

    rows: list[Visual]
    left_out: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Means:
    """What is left of the time and the patience for one document."""

    eye: Eye
    scans: int
    seconds: float


def read_pdf(data: bytes, source: Source, *, limits: Limits = DEFAULT) -> Document | Profile:
    """A PDF file, its first pages if it has more than `limits` allow; notes say what of it is left out.

    One that LinkedIn saved is structured by its layout, so it is a profile at once.
    Raises ReadError when it is encrypted, broken or holds no text.
    """
    document = _open(data, source.path)
    try:
        source = replace(source, pages=len(document), dated=_dated(document))
        pages = list(_pages(document, limits))
    finally:
        document.close()
    left_out = [page.left_out for page in pages]
    if not any(page.rows for page in pages):
        raise ReadError(source.path, *reason_of(left_out))
    found = _of_linkedin(pages, source) or assemble(make_lines(read_order([page.rows for page in pages])), source)
    return replace(found, notes=make_notes(source, left_out))


def _dated(document: Any) -> str | None:
    """The day on which a file was last changed, or made."""
    return stamp(document.get_metadata_value("ModDate")) or stamp(document.get_metadata_value("CreationDate"))


def _of_linkedin(pages: Sequence[_Page], source: Source) -> Profile | None:
    """The profile in a file that LinkedIn saved, None for every other file."""
    rows = linkedin.find_rows([page.rows for page in pages])
    return make_profile(assemble(rows, source)) if rows else None


def _open(data: bytes, path: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(path, *_complaint(error.err_code, data)) from error


def _complaint(code: int | None, data: bytes) -> tuple[str, str]:
    """Why a file cannot be opened, and what to do."""
    if code == _PASSWORD:
        return "is encrypted", "save a copy without a password"
    if code == _SECURITY:
        return "is encrypted in a way that cannot be read", "save a copy without protection"
    if b"%%EOF" not in data[-_TAIL:]:
        return "is damaged: its end is missing", "copy or download it again"
    return "is damaged or has no pages", EXPORT


def _pages(document: Any, limits: Limits) -> Iterator[_Page]:
    """The first pages of a document; pages that are pictures are recognised where that is possible."""
    import pypdfium2

    means = _Means(Eye(), limits.scans, limits.scan_seconds)
    for number in range(min(len(document), limits.pages)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield _Page([], frozenset({"damaged"}))
            continue
        try:
            yield _read_page(document, page, means)
        finally:
            page.close()


def _read_page(document: Any, page: Any, means: _Means) -> _Page:
    scene = read_scene(page)
    pieces, left_out = read_pieces(page, scene, means.eye)
    if not pieces and has_picture(scene):
        if not recognition.is_ready():
            return _Page([], left_out | {"picture"})
        if means.scans < 1:
            return _Page([], left_out | {"scan"})
        means.scans -= 1
        pieces = recognition.recognise(page, means.seconds)
        left_out |= set() if pieces else {"wordless"}
    set_links(document, page, pieces)
    pieces += find_bullets(page, scene, pieces)
    return _Page(make_rows(pieces), left_out)
