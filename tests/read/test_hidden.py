"""Text in a PDF that nobody sees is left out, with a note; text that only looks suspicious stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import read

canvas = pytest.importorskip("reportlab.pdfgen.canvas")
Draw = Callable[["canvas.Canvas"], None]
STUFFED = "Kubernetes Terraform Haskell"


def read_pages(folder: Path, *pages: Draw) -> Document:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(600, 800))
    for page in pages:
        page(sheet)
        sheet.showPage()
    sheet.save()
    path = folder / "ada.pdf"
    path.write_bytes(buffer.getvalue())
    document = read(path)
    assert isinstance(document, Document)
    return document


def job(sheet: canvas.Canvas) -> None:
    sheet.setFont("Helvetica", 10)
    sheet.drawString(50, 700, "Ada Example")
    sheet.drawString(50, 680, "Engineer, Acme Labs")


def put(sheet: canvas.Canvas, x: float = 50, y: float = 600, *, mode: int | None = None, words: str = STUFFED) -> None:
    sheet.drawString(x, y, words, mode=mode)


def without_ink(sheet: canvas.Canvas) -> None:
    put(sheet, mode=3)


def white(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet)


def nearly_white(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(0.98, 0.97, 0.99)
    put(sheet)


def white_beside_seen(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet, 200, 680)


def black_on_black(sheet: canvas.Canvas) -> None:
    sheet.rect(40, 580, 300, 40, fill=1)
    put(sheet)


def white_on_white_on_black(sheet: canvas.Canvas) -> None:
    sheet.rect(40, 580, 300, 40, fill=1)
    sheet.setFillColorRGB(1, 1, 1)
    sheet.rect(45, 585, 290, 30, fill=1, stroke=0)
    put(sheet)


def covered(sheet: canvas.Canvas) -> None:
    put(sheet)
    sheet.setFillColorRGB(1, 1, 1)
    sheet.rect(40, 580, 300, 40, fill=1, stroke=0)


def transparent(sheet: canvas.Canvas) -> None:
    sheet.setFillAlpha(0)
    put(sheet)


def tiny(sheet: canvas.Canvas) -> None:
    sheet.setFont("Helvetica", 0.7)
    put(sheet)


def tiny_by_scale(sheet: canvas.Canvas) -> None:
    sheet.scale(0.05, 0.05)
    put(sheet, 1000, 9000)


def off_page(sheet: canvas.Canvas) -> None:
    put(sheet, 50, -40)
    put(sheet, 650, 400)


def clipped(sheet: canvas.Canvas) -> None:
    path = sheet.beginPath()
    path.rect(300, 300, 20, 20)
    sheet.clipPath(path, stroke=0)
    put(sheet)


HIDDEN = [
    without_ink, white, nearly_white, white_beside_seen, black_on_black, white_on_white_on_black, covered, transparent,
    tiny, tiny_by_scale, off_page, clipped,
]  # fmt: skip


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_what_nobody_sees_is_left_out_and_noted(tmp_path: Path, hide: Draw) -> None:
    def stuffed(sheet: canvas.Canvas) -> None:
        job(sheet)
        hide(sheet)

    document = read_pages(tmp_path, lambda sheet: put(sheet, words="A letter"), stuffed)
    assert document.text == "A letter\fAda Example\nEngineer, Acme Labs"
    [note] = document.notes
    assert (note.path, note.place) == ("ada.pdf", "page 2")
    assert "nobody sees" in note.reason
    assert note.remedy
    assert "Kubernetes" not in repr(document.notes)


def white_on_dark(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(0.1, 0.2, 0.4)
    sheet.rect(40, 580, 300, 40, fill=1)
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet)


def white_on_a_dark_form(sheet: canvas.Canvas) -> None:
    sheet.beginForm("bar")
    sheet.setFillColorRGB(0.1, 0.2, 0.4)
    sheet.rect(40, 580, 300, 40, fill=1)
    sheet.endForm()
    sheet.doForm("bar")
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet)


def white_on_a_picture(sheet: canvas.Canvas) -> None:
    image = pytest.importorskip("PIL.Image", reason="pip install 'talentgraph[ocr]'")
    sheet.drawInlineImage(image.new("RGB", (30, 4), (30, 60, 90)), 40, 580, 300, 40)
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet)


def white_with_an_outline(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet, mode=2)


def white_on_a_dark_curve(sheet: canvas.Canvas) -> None:
    sheet.circle(120, 600, 110, fill=1)
    sheet.setFillColorRGB(1, 1, 1)
    put(sheet)


def highlighted(sheet: canvas.Canvas) -> None:
    put(sheet)
    sheet.setFillColorRGB(1, 1, 0)
    sheet.setFillAlpha(0.4)
    sheet.rect(40, 580, 300, 40, fill=1, stroke=0)


def clipped_to_its_place(sheet: canvas.Canvas) -> None:
    path = sheet.beginPath()
    path.rect(40, 580, 300, 40)
    sheet.clipPath(path, stroke=0)
    put(sheet)


def pale(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(0.75, 0.75, 0.75)
    put(sheet)


def small(sheet: canvas.Canvas) -> None:
    sheet.setFont("Helvetica", 3)
    put(sheet)


def turned(sheet: canvas.Canvas) -> None:
    sheet.setPageRotation(90)
    put(sheet)


SEEN = [
    white_on_dark, white_on_a_dark_form, white_on_a_picture, white_with_an_outline, white_on_a_dark_curve, highlighted,
    clipped_to_its_place, pale, small, turned,
]  # fmt: skip


@pytest.mark.parametrize("show", SEEN, ids=lambda show: show.__name__)
def test_what_is_seen_stays(tmp_path: Path, show: Draw) -> None:
    document = read_pages(tmp_path, show)
    assert document.text == STUFFED
    assert document.notes == ()


def scan(sheet: canvas.Canvas) -> None:
    image = pytest.importorskip("PIL.Image", reason="pip install 'talentgraph[ocr]'")
    sheet.drawInlineImage(image.new("L", (60, 80), 250), 0, 0, 600, 800)


def test_the_words_below_a_scan_stay(tmp_path: Path) -> None:
    def page(sheet: canvas.Canvas) -> None:
        scan(sheet)
        put(sheet, mode=3, words="Engineer, Acme Labs")

    document = read_pages(tmp_path, page)
    assert (document.text, document.notes) == ("Engineer, Acme Labs", ())


def test_words_without_ink_do_not_hide_behind_a_background(tmp_path: Path) -> None:
    def page(sheet: canvas.Canvas) -> None:
        scan(sheet)
        job(sheet)
        put(sheet, mode=3, words="Rust")

    document = read_pages(tmp_path, page)
    assert document.text == "Ada Example\nEngineer, Acme Labs"
    assert [note.place for note in document.notes] == ["page 1"]


def test_a_page_of_hidden_words_alone_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no text that anybody sees; export it again"):
        read_pages(tmp_path, white)


def test_white_blanks_are_no_hidden_text(tmp_path: Path) -> None:
    def page(sheet: canvas.Canvas) -> None:
        job(sheet)
        sheet.setFillColorRGB(1, 1, 1)
        put(sheet, words="     ")

    assert read_pages(tmp_path, page).notes == ()
