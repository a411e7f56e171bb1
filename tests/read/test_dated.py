"""When a document was last changed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from read.test_pdf import drawn, write

from talentgraph.model import Document
from talentgraph.read import read
from talentgraph.read.dated import said


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Example\nLast updated: March 2024\nAcme Labs, 2019 – 2021", "2024-03"),
        ("Ada Example\nStand: 03/2024", "2024-03"),
        ("Ada Example\n" + "word " * 1000 + "\nUpdated on 2024-03-05", "2024-03-05"),
        ("Ada Example\nmise à jour le 5 mars 2024", "2024-03-05"),
        ("Ada Example\nUpdated the cache, 2019 – 2021", None),
        ("Ada Example\nBSc, 2019", None),
    ],
)
def test_what_a_text_says_of_itself(text: str, date: str | None) -> None:
    assert said(text) == date


def test_a_pdf_knows_when_it_was_made(tmp_path: Path) -> None:
    file = tmp_path / "ada.pdf"
    file.write_bytes(drawn(lambda sheet: write(sheet, 40, 60, "Ada Example")))
    document = read(file)
    assert isinstance(document, Document)
    assert len(document.source.dated or "") == 10


@pytest.mark.parametrize(
    ("core", "date"), [("<dcterms:modified>2024-03-05T10:00:00Z</dcterms:modified>", "2024-03-05"), ("<", None)]
)
def test_a_word_file_knows_when_it_was_saved(tmp_path: Path, core: str, date: str | None) -> None:
    data = io.BytesIO()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>Ada Example</w:t></w:r></w:p></w:body></w:document>',
        )
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("docProps/core.xml", f'<a xmlns:dcterms="http://purl.org/dc/terms/">{core}</a>')
    file = tmp_path / "ada.docx"
    file.write_bytes(data.getvalue())
    document = read(file)
    assert isinstance(document, Document)
    assert document.source.dated == date
