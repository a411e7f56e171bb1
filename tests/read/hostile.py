"""Bad files by name: what strangers send, by malice or by accident. Every byte is made here."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from talentgraph import demo

MIB = 1024 * 1024
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = '<!DOCTYPE a [<!ENTITY l0 "lol">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
)  # fmt: skip
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
REMOTE = '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">'


def corpus() -> Iterator[tuple[str, bytes]]:
    """All bad files. Large ones are made when their turn comes."""
    for make in (_plain, _mislabelled, _truncated, _archives, _xml, _pdfs, _pages, _deep, _large, _data):
        yield from make()


def zipped(parts: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(body: str, *, before: str = "", **parts: bytes | str) -> bytes:
    document = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, **{name.replace("__", "/"): part for name, part in parts.items()}})


def odt(body: str, *, before: str = "") -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'{before}<o:document xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>{body}</o:text></o:body></o:document>'
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def pdf(objects: Mapping[int, bytes | str], *, root: int = 1, trailer: str = "") -> bytes:
    """A PDF of numbered objects, with a right table of them."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += f"trailer\n<< /Size {max(places) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def one_page(content: bytes, *, box: str = "0 0 595 842", catalog: str = "", flate: bool = False) -> bytes:
    """A PDF of one page with a content stream."""
    packed = zlib.compress(content, 9) if flate else content
    stream = f"<< /Length {len(packed)} {'/Filter /FlateDecode' if flate else ''} >>\nstream\n".encode()
    return pdf(
        {
            1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
            "/Resources << /Font << /F 5 0 R >> >> >>",
            4: stream + packed + b"\nendstream",
            5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
    )


SHOWN = b"BT /F 12 Tf 50 700 Td (Ada Example) Tj ET"


def _plain() -> Iterator[tuple[str, bytes]]:
    for suffix in ("pdf", "docx", "odt", "html", "tex", "md", "txt", "json", "yaml", "xml", "bib"):
        yield f"empty.{suffix}", b""
    yield "blank.txt", b" \n\t\r\n\f\n"
    yield "bom-only.txt", b"\xef\xbb\xbf"
    yield "zeros.txt", b"\0" * 100_000
    yield "zeros-inside.txt", b"Ada Example\0\nEducation\0\n"
    yield "zeros-late.txt", b"Ada Example\n" * 1000 + b"\0\0\0"
    yield "controls.txt", bytes(range(1, 32)) + b"Ada\x1b[2J\x1b]0;title\x07 Example\x08\x7f\n"
    yield "controls-c1.txt", "Ada\x85Example\x9b2J\u2028Education".encode()
    yield "bidi.txt", "Ada \u202eelpmaxE\u202c \u2066x\u2069 \u200fEducation\u061c\n".encode()
    yield "bidi.html", "<html><p>Ada \u202eelpmaxE</p><p>&#x202e;x&#0;&#27;[2J</p>".encode()
    yield "bidi.md", "# Ada \u202eelpmaxE\n\n## Education\n\u2067x".encode()
    yield "bidi.docx", docx("<w:p><w:r><w:t>Ada \u202eelpmaxE\u2028x</w:t></w:r></w:p>")
    yield "bidi.tex", "\\documentclass{x}\\begin{document}Ada \u202eelpmaxE \\verb|\x1b[2J|\\end{document}".encode()
    yield "surrogates.txt", b"Ada \xed\xa0\x80\xed\xbf\xbf Example"
    yield "surrogates.json", b'{"basics": {"name": "Ada \\ud800"}, "work": [{"name": "\\udc00"}]}'
    yield "utf-16.txt", "Ada Example\nEducation\n".encode("utf-16")
    yield "utf-16-no-mark.txt", "Ada Example\nEducation\n".encode("utf-16-le")
    yield "utf-16-odd.txt", "Ada Example".encode("utf-16")[:-1]
    yield "utf-16-surrogate.txt", b"\xff\xfeA\x00\x00\xd8d\x00a\x00"
    yield "utf-32.txt", "Ada Example".encode("utf-32")
    yield "latin-1.txt", "Zoë Exâmple\nÉducation\n".encode("latin-1")
    yield "latin-1.md", "# Zoë Exâmple\n\n## Éducation\n".encode("latin-1")
    yield "latin-1.tex", "\\documentclass{x}\\begin{document}Zoë\\end{document}".encode("latin-1")
    yield "random.txt", bytes((n * 7919 + n // 7 * 104729) % 256 or 1 for n in range(100_000))
    yield "combining.txt", ("A" + "\u0301" * 200_000).encode()
    yield "emoji.txt", ("\U0001f468\u200d\U0001f469\u200d" * 20_000 + " Ada").encode()


def _mislabelled() -> Iterator[tuple[str, bytes]]:
    png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0" * 50
    yield "image.pdf", png
    yield "image.docx", png
    yield "image.txt", png
    yield "jpeg.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 50
    yield "text.pdf", b"Ada Example"
    yield "text.docx", b"Ada Example"
    yield "text.odt", b"Ada Example"
    yield "pdf.docx", one_page(SHOWN)
    yield "html.pdf", b"<!doctype html><p>Ada Example"
    yield "rtf.doc", b"{\\rtf1\\ansi Ada Example}"
    yield "rtf.txt", b"{\\rtf1\\ansi Ada Example}"
    yield "ole.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    yield "program.txt", b"MZ\x90\0" + b"\0\x01\x02" * 1000
    yield "packed.txt", gzip.compress(b"Ada Example")
    yield "sheet.docx", zipped({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"})
    yield "unknown.xyz", b"Ada Example"


def _truncated() -> Iterator[tuple[str, bytes]]:
    for path in sorted(demo.cvs().iterdir()):
        data = path.read_bytes()
        for part in (3, 50, 97):
            yield f"cut-{part}-{path.name}", data[: len(data) * part // 100]
    whole = odt("<t:h>Ada</t:h>" + "<t:p>Education</t:p>" * 50)
    for part in (3, 50, 97):
        yield f"cut-{part}.odt", whole[: len(whole) * part // 100]


def _archives() -> Iterator[tuple[str, bytes]]:
    yield "bomb-ratio.docx", docx("<w:p/>" * (60 * MIB // 6))
    yield "bomb-part.docx", zipped({"word/document.xml": b" " * (300 * MIB)})
    yield "bomb-styles.docx", docx("<w:p/>", **{"word__styles.xml": "<s/>" + " " * (200 * MIB)})
    yield "bomb-ratio.odt", odt("<t:p/>" * (60 * MIB // 6))
    header = b"<a>" + b" " * (15 * MIB) + b"</a>"
    yield "bomb-headers.docx", docx("<w:p/>", **{f"word__header{n}.xml": header for n in range(20)})
    inner = zipped({"bomb": b"\0" * (100 * MIB)})
    yield "bomb-nested.docx", zipped({"word/document.xml": zipped({str(n): inner for n in range(10)})})
    yield "many-members.docx", zipped({f"word/{n}.xml": b"" for n in range(60_000)}, method=zipfile.ZIP_STORED)
    tricks = ("../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\x", "a\0b", "word/../word/x", "\u202efdp.x")
    yield "names.docx", docx("<w:p><w:r><w:t>Ada</w:t></w:r></w:p>", **dict.fromkeys(tricks, b"x"))
    yield "names.odt", odt("<t:p>Ada</t:p>") + zipped(dict.fromkeys(tricks, b"x"))
    good = docx("<w:p><w:r><w:t>Ada</w:t></w:r></w:p>")
    yield "crc.docx", good.replace(good[30:60], bytes(30), 1)
    yield "encrypted.docx", good.replace(b"\x14\0\0\0\x08\0", b"\x14\0\x01\0\x08\0")
    yield "method.docx", good.replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x09\0")
    yield "twice.docx", good + good
    yield "prefixed.docx", b"PK\x03\x04" + b"word/" + b"\0" * 1000 + good
    yield "directory-only.docx", good[good.index(b"PK\x01\x02") :]
    yield "linkedin-bomb.zip", zipped({"Profile.csv": b"First Name,Last Name\n" + b"a,b\n" * (60 * MIB // 4)})
    yield "linkedin-names.zip", zipped({"../Profile.csv": "First Name,Last Name\nAda,Example\n", "Positions.csv": "x"})


def _xml() -> Iterator[tuple[str, bytes]]:
    for name, before in {"laughs": LAUGHS + "]>", "outside": OUTSIDE, "remote": REMOTE}.items():
        entity = {"laughs": "&l9;", "outside": "&x;", "remote": ""}[name]
        yield f"{name}.docx", docx(f"<w:p><w:r><w:t>{entity}</w:t></w:r></w:p>", before=before)
        yield f"{name}.odt", odt(f"<t:p>{entity}</t:p>", before=before)
        for root in ("SkillsPassport", "record:record"):
            body = f'<{root} xmlns:record="http://www.orcid.org/ns/record"><a>{entity}</a></{root}>'
            yield f"{name}-{root[:6]}.xml", f"<?xml version='1.0'?>{before}{body}".encode()
        yield f"{name}.html", f"<?xml version='1.0'?>{before}<html><p>Ada {entity}</p></html>".encode()
    yield "attributes.docx", docx("<w:p " + " ".join(f'a{n}="x"' for n in range(200_000)) + "/>")
    yield "encoding.docx", docx("<w:p/>", before="<?xml version='1.0' encoding='nonsense'?>")


def _pdfs() -> Iterator[tuple[str, bytes]]:
    yield "nothing.pdf", b"%PDF-1.7\n"
    yield "cut-short.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"
    yield "half-a-table.pdf", one_page(SHOWN).replace(b"xref", b"xrex")
    yield "no-root.pdf", pdf({1: "<< /Type /Pages >>"}, root=9)
    yield "no-pages.pdf", pdf({1: "<< /Type /Catalog >>"})
    tree = "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 5 >>"
    yield "cyclic-pages.pdf", pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: tree, 3: tree.replace("3 0 R", "2 0 R")})
    kids = {n: f"<< /Type /Pages /Kids [{n + 1} 0 R] /Count 1 >>" for n in range(2, 5000)}
    yield "deep-pages.pdf", pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", **kids, 5000: "<< /Type /Page >>"})
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    numbers = range(3, 10_003)
    listed = " ".join(f"{n} 0 R" for n in numbers)
    pages = f"<< /Type /Pages /Kids [{listed}] /Count 10000 >>"
    yield "10000-pages.pdf", pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: pages, **dict.fromkeys(numbers, page)})
    full = dict.fromkeys(range(5, 10005), page[:-2] + "/Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>")
    listed = " ".join(f"{n} 0 R" for n in full)
    shared = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{listed}] /Count 10000 >>",
        3: f"<< /Length {len(SHOWN)} >>\nstream\n{SHOWN.decode()}\nendstream",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    yield "10000-full-pages.pdf", pdf({**shared, **full}).replace(b"0 0 9 9", b"0 0 595 842")
    yield "count-lies.pdf", one_page(SHOWN).replace(b"/Count 1", b"/Count 99999999")
    yield "table-in-a-circle.pdf", one_page(SHOWN).replace(b"/Root", b"/Prev 9 /Root")
    yield "huge-page.pdf", one_page(SHOWN, box="0 0 1e9 1e9")
    yield "negative-page.pdf", one_page(SHOWN, box="0 0 -5 nan")
    yield (
        "script.pdf",
        one_page(SHOWN, catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(1\\);) >>"),
    )
    launch = "/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /O << /S /URI /URI (http://example.org) >> >>"
    yield "launch.pdf", one_page(SHOWN, catalog=launch)
    yield (
        "xfa.pdf",
        one_page(SHOWN, catalog="/AcroForm << /XFA (<xdp><template/></xdp>) /Fields [] >> /NeedsRendering true"),
    )
    yield "glyphs.pdf", one_page(b"BT /F 1 Tf 9 9 Td " + b"(abcdefghij) Tj " * 200_000 + b"ET", flate=True)
    yield "lines.pdf", one_page(b"BT /F 1 Tf 1 TL " + b"(a) ' " * 100_000 + b"ET", flate=True)
    yield "drawings.pdf", one_page(SHOWN + b" 0 0 1 1 re f" * 200_000, flate=True)
    yield "stream-bomb.pdf", one_page(SHOWN + b" " * (300 * MIB), flate=True)
    yield "open-brackets.pdf", one_page(b"BT /F 9 Tf " + b"[" * 200_000 + b" ET")
    yield "saved-states.pdf", one_page(b"q " * 500_000 + SHOWN)
    yield "controls.pdf", one_page(b"BT /F 12 Tf 50 700 Td (Ada \\001\\033[2J \\200 Example) Tj ET")
    yield "hidden.pdf", one_page(SHOWN + b" BT 3 Tr /F 9 Tf 50 600 Td (Rust Rust Rust) Tj ET")
    yield "all-hidden.pdf", one_page(b"3 Tr " + SHOWN)
    yield "all-white.pdf", one_page(b"1 g BT /F 9 Tf 9 9 Td " + b"(Rust) Tj " * 20_000 + b"ET", flate=True)
    white = b" 1 g BT /F 9 Tf 9 9 Td (Rust) Tj ET "
    yield (
        "slow-to-see.pdf",
        one_page(SHOWN + white + b"0 g 0 0 500 800 re 9 9 480 780 re f* 1 g " * 200_000 + white, flate=True),
    )
    clips = b"q 0 0 600 800 re W n " * 20_000
    yield "many-clips.pdf", one_page(clips + SHOWN, flate=True)
    yield "huge-white.pdf", one_page(SHOWN + white, box="0 0 14000 14000")
    yield "grounds.pdf", one_page(b"0 0 500 800 re f " * 4_000 + white * 2_000, flate=True)
    yield "many-pictures.pdf", one_page(b"BI /W 1 /H 1 /CS /G /BPC 8 ID x EI " * 50_000 + SHOWN + b" 3 Tr" + white)
    yield "no-text.pdf", one_page(b"0 0 100 100 re f")
    yield "named-objects.pdf", b"%PDF-1.7\n" + b"1 0 obj << /A 1 0 R >> endobj\n" * 50_000


def _pages() -> Iterator[tuple[str, bytes]]:
    yield "unclosed.html", b"<html>" + b"<div><p><b><i><table><tr><td>" * 2000 + b"Ada"
    yield "scripts.html", b"<html>" + b"<script>" * 100_000 + b"Ada"
    yield "styles.html", b"<html><p>Ada" + b"<style>x{}</style>" * 50_000
    yield "comments.html", b"<html><p>Ada" + b"<!--" * 200_000
    yield "attributes.html", b"<html><p>Ada<div " + b"a=b " * 300_000 + b">"
    yield "long-classes.html", b"<html><p>Ada<div class='" + b"cookie- " * 200_000 + b"'>x</div>"
    yield "inline-image.html", b"<html><p>Ada</p><img src='data:image/png;base64," + b"A" * (30 * MIB) + b"'>"
    yield "json-ld.html", b"<html><script type='application/ld+json'>" + b'{"a":' * 50_000 + b"</script><p>Ada"
    yield "many-json-ld.html", b"<html>" + b"<script type='application/ld+json'>" * 50_000 + b"<p>Ada"
    yield "microdata.html", b"<html>" + b"<i itemscope itemprop=a itemtype=//schema.org/Person>" * 2000 + b"Ada"
    yield "lists.html", b"<html><p>Ada" + b"<ul><li>" * 50_000
    yield "inline.html", b"<html><p>Ada" + b"<b>x" * 100_000
    yield "siblings.html", b"<html><p>Ada" + b"<div class=a><div>x</div></div>" * 50_000


def _deep() -> Iterator[tuple[str, bytes]]:
    yield "deep.html", b"<html>" + b"<div>" * 300_000 + b"Ada"
    yield "deep-tables.html", b"<html>" + b"<table><tr><td>" * 20_000 + b"Ada"
    yield "deep.json", b'{"basics": ' + b'{"a": ' * 100_000 + b"1" + b"}" * 100_001
    yield "deep-list.json", b"[" * 1_000_000
    yield "deep.yaml", b"cv:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 1500))
    yield "deep-flow.yaml", b"cv: " + b"[" * 100_000
    yield "deep.xml", b"<SkillsPassport>" + b"<a>" * 500_000
    yield "deep-closed.xml", b"<SkillsPassport>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</SkillsPassport>"
    yield "deep.bib", b"@article{a, title = " + b"{" * 200_000
    yield "deep.tex", b"\\documentclass{x}\\begin{document}" + b"{" * 400_000 + b"Ada"
    yield "deep-lists.tex", b"\\documentclass{x}\\begin{document}" + b"\\begin{itemize}\\item x" * 30_000
    yield "deep.md", b"# Ada\n## Work\n" + b"".join(b" " * n + b"- a\n" for n in range(1000)) + b">" * 200_000
    yield "deep-marks.md", b"# Ada\n## Work\n" + b"[" * 200_000 + b"*_" * 100_000 + b"`" * 200_000
    yield "deep.docx", docx("<w:tbl><w:tr><w:tc>" * 50_000 + "</w:tc></w:tr></w:tbl>" * 50_000)
    yield "deep-runs.docx", docx("<w:p>" + "<w:ins>" * 100_000 + "</w:ins>" * 100_000 + "</w:p>")
    yield "deep.odt", odt("<t:section>" * 100_000 + "</t:section>" * 100_000)


def _large() -> Iterator[tuple[str, bytes]]:
    for suffix in ("txt", "md", "html", "tex", "json", "yaml", "bib", "xml"):
        yield f"one-line.{suffix}", b"Ada Example " * (50 * MIB // 12)
    yield "one-line-tex.txt", b"\\documentclass{x}\\begin{document}" + b"\\a{x} " * (50 * MIB // 6)
    yield "blanks.txt", b"Ada" + b" " * (50 * MIB) + b"Example"
    yield "blanks.md", b"# Ada\n## Work\n# x" + b" " * 900_000 + b"y"
    yield "tabs.txt", b"Ada" + b"\t" * 900_000 + b"Example"
    yield "ampersands.txt", b"A" + b" &" * 400_000 + b" xx"
    yield "stars.md", b"# Ada\n## Work\n" + b"**a " * 200_000
    yield "links.md", b"# Ada\n## Work\n" + b"[a](" * 200_000
    yield "tags.txt", b"Ada " + b"<b " * 300_000
    yield "million-lines.txt", b"Ada\n" * 1_000_000
    yield "million-empty-lines.txt", b"Ada" + b"\n" * 1_000_000
    yield "many-pages.txt", b"Ada\n\f" * 90_000
    yield "many-lines.md", b"- Ada\n" * 90_000
    yield "many-cells.txt", b"Ada   Example   2020\n" * 45_000
    yield "many-lines.html", b"<html>" + b"<p>Ada" * 90_000
    yield "many-lines.tex", b"\\documentclass{x}\\begin{document}" + b"\\item Ada\n" * 90_000
    yield "too-large.pdf", b"%PDF-1.7\n" + b"\0" * (65 * MIB)


def _data() -> Iterator[tuple[str, bytes]]:
    yield "not-a-resume.json", b"[1, 2, 3]"
    yield "broken.json", b'{"basics": {"name": "Ada"'
    yield "numbers.json", b'{"basics": {"name": ' + b"9" * 500_000 + b"}}"
    yield "wrong-kinds.json", json.dumps({"basics": [1], "work": {"a": 1}, "skills": [None, 3, []]}).encode()
    yield "nan.json", b'{"basics": {"name": NaN}, "work": [Infinity]}'
    yield "keys.json", b"{" + b",".join(b'"basics": {"name": "Ada"}' for _ in range(50_000)) + b"}"
    yield "many-jobs.json", json.dumps({"work": [{"name": "Acme"}] * 60_000}).encode()
    anchors = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    yield "anchors.yaml", f"a0: &a0 [x, x]\n{anchors}cv:\n  name: *a9\n".encode()
    yield "objects.yaml", b"cv:\n  name: !!python/object/apply:os.system ['touch hacked']\n"
    yield "circle.yaml", b"cv: &a\n  name: Ada\n  sections: *a\n"
    yield "strings.bib", b'@string{a = "x"}' + b"@string{a = a # a}" * 100 + b"@article{b, title = a, author = a}"
    yield "many.bib", b"@article{a, title={A}, author={Ada Example and Bo Example}, year=2020}\n" * 20_000
    yield "open.bib", b'@article{a, title = "' + b"x" * 500_000
