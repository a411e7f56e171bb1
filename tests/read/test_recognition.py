"""Scans: recognised with boxes where Tesseract is installed, else an error that says how to install it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import Limits, read
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
    document = read(saved(tmp_path, text("First page"), picture(job), text("Last page")))
    assert isinstance(document, Document)
    pages = document.text.split("\f")
    assert pages[0] == "First page"
    assert pages[1].startswith("Ada Example\n")
    assert pages[2] == "Last page"


def text(words: str) -> Draw:
    return lambda sheet: sheet.drawString(50, 700, words)


def test_without_recognition_scanned_pages_among_others_are_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "is_ready", lambda: False)
    document = read(saved(tmp_path, text("First page"), picture(job), text("Last page"), picture(job), picture(job)))
    assert isinstance(document, Document)
    assert document.text == "First page\f\fLast page"
    [note] = document.notes
    assert (note.path, note.place) == ("scan.pdf", "pages 2, 4-5")
    assert "OCR" in note.reason
    assert "pip install 'talentgraph[ocr]'" in note.remedy


def test_blank_pages_are_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_ready", lambda: False)
    document = read(saved(tmp_path, text("First page"), lambda sheet: None, lambda sheet: sheet.line(50, 50, 550, 50)))
    assert isinstance(document, Document)
    assert (document.text, document.notes) == ("First page", ())


def test_letters_that_are_drawn_are_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def outlines(sheet: canvas.Canvas) -> None:
        path = sheet.beginPath()
        for number in range(200):
            path.moveTo(number, 300)
            path.curveTo(number, 310, number + 1, 310, number + 2, 300)
            path.lineTo(number, 295)
        sheet.drawPath(path, fill=1)

    monkeypatch.setattr(recognition, "is_ready", lambda: False)
    document = read(saved(tmp_path, text("First page"), outlines))
    assert isinstance(document, Document)
    assert [note.place for note in document.notes] == ["page 2"]


@needs_tesseract
def test_recognised_pages_need_no_note_and_those_beyond_the_limit_have_one(tmp_path: Path) -> None:
    path = saved(tmp_path, text("First page"), picture(job), picture(job))
    whole = read(path)
    assert isinstance(whole, Document)
    assert whole.notes == ()
    document = read(path, limits=Limits(scans=1))
    assert isinstance(document, Document)
    assert "Acme Labs" in document.text
    assert [(note.place, note.remedy) for note in document.notes] == [("page 3", "raise the limit (--limit scans=100)")]


@needs_tesseract
def test_a_picture_without_words_is_noted_among_pages_with_words(tmp_path: Path) -> None:
    document = read(saved(tmp_path, text("First page"), picture(lambda sheet: None)))
    assert isinstance(document, Document)
    assert document.text == "First page"
    assert [note.place for note in document.notes] == ["page 2"]
    assert "no words" in document.notes[0].reason


@needs_tesseract
def test_nothing_is_made_up_from_an_empty_picture(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="found no words"):
        read(saved(tmp_path, picture(lambda sheet: None)))


def test_a_page_of_drawings_is_no_scan(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no text; check the file"):
        read(saved(tmp_path, lambda sheet: sheet.rect(10, 10, 100, 100, fill=1)))
