"""OpenDocument texts, made here part by part."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read import read
from talentgraph.read.odt import read_odt

SOURCE = Source(path="ada.odt", sha256="0", media_type="application/x")
NAMES = ("office", "text", "table", "style", "drawing", "xsl-fo-compatible")
XMLNS = " ".join(f'xmlns:{name[:6]}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES)
MANIFEST = "<manifest/>"


def odt(body: str, *, automatic: str = "", common: str = "", manifest: str = MANIFEST) -> bytes:
    opening = f'<office:document {XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink">'
    content = f"{opening}<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", f"{opening}{common}</office:document>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def rows(data: bytes) -> list[str]:
    return read_odt(data, SOURCE).text.split("\n")


STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="T1" style:family="text"><style:text-properties xsl-fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties xsl-fo:font-style="italic"
xsl-fo:font-size="14pt"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
"""
COMMON = """<office:styles><style:style style:name="Title" style:family="paragraph">
<style:text-properties xsl-fo:font-size="20pt" xsl-fo:font-weight="bold"/></style:style></office:styles>"""


def test_headings_lists_tables_boxes_and_links(tmp_path: Path) -> None:
    body = """
<text:p text:style-name="P1">Ada Example</text:p>
<text:h text:outline-level="1">Work</text:h>
<text:p><text:span text:style-name="T1">Acme</text:span>, <text:span text:style-name="T2">Cook</text:span><text:tab
/><text:tab/>2020<text:span text:style-name="T3">hidden</text:span></text:p>
<text:list><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list>
<text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p/>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell>
<table:table-cell><text:p>Gold</text:p><text:p>of Acme</text:p></table:table-cell>
</table:table-row></table:table-header-rows>
</table:table>
<text:p>in<text:s text:c="3"/>line<text:line-break/>next <text:a xlink:href="https://example.org">page</text:a>
<drawin:frame><drawin:text-box><text:p>In a box</text:p></drawin:text-box></drawin:frame></text:p>
<text:tracked-changes><text:p>removed</text:p></text:tracked-changes>
"""
    (tmp_path / "ada.odt").write_bytes(odt(body, automatic=STYLES, common=COMMON))
    document = read(tmp_path / "ada.odt")
    assert isinstance(document, Document)
    assert document.text.split("\n") == [
        "Ada Example", "Work", "Acme, Cook\t2020", "one", "more", "two", "2019\tGold", "of Acme", "in line",
        "next page", "In a box",
    ]  # fmt: skip
    assert [line.heading for line in document.lines] == [1, 1] + [0] * 9
    assert [(line.bullet, line.level) for line in document.lines][3:6] == [(True, 0), (False, 0), (True, 1)]
    assert document.lines[0].size == 20
    assert document.lines[0].bold
    assert document.lines[6].gap
    assert {(document.text[s.start : s.end], s.kind, s.href) for s in document.styles} >= {
        ("Acme", "bold", ""), ("Cook", "italic", ""), ("page", "link", "https://example.org"),
    }  # fmt: skip
    assert document.source.media_type == "application/vnd.oasis.opendocument.text"


def test_a_header_comes_first() -> None:
    header = "<office:master-styles><style:header><text:p>Ada Example</text:p></style:header></office:master-styles>"
    assert rows(odt("<text:p>Work</text:p>", common=header)) == ["Ada Example", "Work"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt("<not closed"), "damaged"),
        (odt(""), "no text"),
        (odt("<text:p>Ada</text:p>", manifest="<m:encryption-data/>"), "encrypted"),
        (odt("<text:p>Ada</text:p>")[:-30], "damaged"),
    ],
)
def test_broken_documents(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_odt(data, SOURCE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<text:section>", "</text:section>"),
        ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"),
        ("<text:p><text:span>", "</text:span></text:p>"),
    ],
)
def test_deep_nesting_does_not_break_the_stack(before: str, after: str) -> None:
    assert rows(odt(f"<text:p>Ada</text:p>{before * 2000}<text:p>deep</text:p>{after * 2000}"))[0] == "Ada"


def test_styles_that_inherit_in_a_circle() -> None:
    circle = "".join(
        f'<style:style style:name="{a}" style:parent-style-name="{b}"/>' for a, b in (("A", "B"), ("B", "A"))
    )
    assert rows(odt('<text:p text:style-name="A">Ada</text:p>', automatic=circle)) == ["Ada"]
