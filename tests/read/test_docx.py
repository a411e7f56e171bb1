"""Word documents made here with python-docx, and some that no word processor makes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read import archives, read
from talentgraph.read.docx import read_docx

docx = pytest.importorskip("docx")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SOURCE = Source(path="ada.docx", sha256="0", media_type="application/x")


def zipped(document: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def body(paragraphs: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>'


def test_headings_lists_tables_and_tabs(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Ada Example", 0)
    made.add_heading("Work", 1)
    paragraph = made.add_paragraph()
    paragraph.add_run("Acme Labs").bold = True
    paragraph.add_run(", ")
    paragraph.add_run("Engineer").italic = True
    paragraph.add_run("\t\t2020")
    made.add_paragraph("Built a cache", style="List Bullet")
    made.add_paragraph("• Written bullet")
    made.add_paragraph("")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "2019"
    table.cell(0, 1).text = "Gold\nof Acme"
    made.save(str(tmp_path / "ada.docx"))
    document = read(tmp_path / "ada.docx")
    assert isinstance(document, Document)
    assert document.text.split("\n") == [
        "Ada Example", "Work", "Acme Labs, Engineer\t2020", "Built a cache", "Written bullet", "2019\tGold", "of Acme",
    ]  # fmt: skip
    assert [line.heading for line in document.lines] == [1, 1, 0, 0, 0, 0, 0]
    assert [line.bullet for line in document.lines] == [False, False, False, True, True, False, False]
    assert document.lines[5].gap
    assert {(document.text[s.start : s.end], s.kind) for s in document.styles} >= {
        ("Acme Labs", "bold"), ("Engineer", "italic"),
    }  # fmt: skip
    assert document == read(tmp_path / "ada.docx")


def test_text_boxes_come_once_and_hidden_text_not_at_all() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    xml = body(
        f'<w:p><w:r><w:t>Ada</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    assert read_docx(zipped(xml), SOURCE).text == "Ada\nIn a box"


def test_a_header_comes_first() -> None:
    xml = body("<w:p><w:r><w:t>Work</w:t></w:r></w:p>")
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>Ada Example</w:t></w:r></w:p></w:hdr>'
    assert read_docx(zipped(xml, header1=header), SOURCE).text == "Ada Example\nWork"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and then nothing word/", "damaged"),
        (zipped("<not closed"), "damaged"),
        (zipped("<other/>"), "no document part"),
        (zipped('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'), "entities"),
        (zipped('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'), "entities"),
        (zipped(body("")), "no text"),
        (zipped(body("<w:p><w:r><w:t>Ada</w:t></w:r></w:p>"))[:-30], "damaged"),
    ],
)
def test_broken_documents(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_docx(data, SOURCE)


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_PART_BYTES", 10_000)
    with pytest.raises(ReadError, match="too large when unpacked"):
        read_docx(zipped(body("<w:p/>" * 10_000)), SOURCE)


def test_deep_tables_do_not_break_the_stack() -> None:
    inner = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    for _ in range(300):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read_docx(zipped(body(f"<w:p><w:r><w:t>Ada</w:t></w:r></w:p>{inner}")), SOURCE).text.startswith("Ada")
