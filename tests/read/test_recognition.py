"""Scans: recognised with boxes where Tesseract is installed, else an error that says how to install it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import read
from talentgraph.read.pdf import recognition

canvas = pytest.importorskip("reportlab.pdfgen.canvas")
Draw = Callable[["canvas.Canvas"], None]
needs_tesseract = pytest.mark.skipif(
    not recognition.is_ready(), reason="needs Tesseract: pip install 'talentgraph[ocr]' && apt install tesseract-ocr"
)


def drawn(*pages: Draw) -> bytes:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(600, 800))
    for page in pages:
        page(sheet)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def picture(page: Draw) -> Draw:
    """A page that is a picture of another one."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL", reason="pip install 'talentgraph[ocr]'")
    with pypdfium2.PdfDocument(drawn(page)) as document:
        image = document[0].render(scale=3).to_pil()
    return lambda sheet: sheet.drawInlineImage(image, 0, 0, 600, 800)


def job(sheet: canvas.Canvas) -> None:
    sheet.setFont("Helvetica-Bold", 20)
    sheet.drawString(50, 740, "Ada Example")
    sheet.setFont("Helvetica", 12)
    sheet.drawString(50, 690, "Engineer, Acme Labs")
    sheet.drawString(450, 690, "2019 - 2021")
    sheet.drawString(50, 670, "Built caches for storage systems")


def saved(folder: Path, *pages: Draw) -> Path:
    path = folder / "scan.pdf"
    path.write_bytes(drawn(*pages))
    return path


def test_without_recognition_a_scan_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, picture(job))
    monkeypatch.setattr(recognition, "is_ready", lambda: False)
    with pytest.raises(ReadError, match=r"OCR.*pip install 'talentgraph\[ocr\]'.*tesseract-ocr"):
        read(path)


@needs_tesseract
def test_a_scan_is_recognised_with_boxes(tmp_path: Path) -> None:
    document = read(saved(tmp_path, picture(job)))
    assert isinstance(document, Document)
    assert document.text == "Ada Example\nEngineer, Acme Labs\t2019 - 2021\nBuilt caches for storage systems"
    box = document.lines[1].box
    assert box is not None
    assert box[0] == pytest.approx(50, abs=4)
    assert box[1] < 110 < box[3]


@needs_tesseract
def test_a_scanned_page_among_others_stands_in_its_place(tmp_path: Path) -> None:
    def text(words: str) -> Draw:
        return lambda sheet: sheet.drawString(50, 700, words)

    document = read(saved(tmp_path, text("First page"), picture(job), text("Last page")))
    assert isinstance(document, Document)
    pages = document.text.split("\f")
    assert pages[0] == "First page"
    assert pages[1].startswith("Ada Example\n")
    assert pages[2] == "Last page"


@needs_tesseract
def test_nothing_is_made_up_from_an_empty_picture(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="found no words"):
        read(saved(tmp_path, picture(lambda sheet: None)))


def test_a_page_of_drawings_is_no_scan(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no text; check the file"):
        read(saved(tmp_path, lambda sheet: sheet.rect(10, 10, 100, 100, fill=1)))
