"""Good files of every format: what the fuzzer starts from."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import read.test_bibtex as bibtex
import read.test_docx as docx
import read.test_europass as europass
import read.test_html as html
import read.test_json_resume as json_resume
import read.test_linkedin as linkedin
import read.test_linkedin_pdf as saved
import read.test_odt as odt
import read.test_openreview as openreview
import read.test_orcid as orcid
import read.test_rendercv as rendercv
from read import linkedin_page, orcid_record
from read.hostile import zipped

from talentgraph import demo

ARTICLE = r"""\documentclass{article}
\newcommand{\resumeItem}[1]{\item\small{{#1 \vspace{-2pt}}}}
\newcommand{\resumeSubheading}[4]{\item\begin{tabular*}{9cm}[t]{l@{\extracolsep{\fill}}r}\textbf{#1} & #2 \\
 \textit{\small#3} & #4 \\\end{tabular*}}
\newenvironment{entry}[1][x]{\begin{itemize}\item[#1]}{\end{itemize}}
\def\where#1{\hfill{\em #1}}
\begin{document}
\begin{center}\textbf{\Huge \scshape Ada Example} \\ \href{https://example.org/a%20b}{page}\end{center}
\section{Experience}
\begin{itemize}[leftmargin=1em, label={}]
  \resumeSubheading{Acme}{2020}{Cook}{Town} \resumeItem{Soup \textbf{and} salad \footnote{$x^{2}$}}
\end{itemize}
\begin{entry}[2019] Maid \where{Town} % no more
\end{entry}
\section*{Publications}
\begin{enumerate} \item A.~Example, ``On Caches'', \emph{EuroSys}, 2019 --- \'Eclair \ss \end{enumerate}
\end{document}
"""
MODERN = r"""\documentclass{moderncv}\name{Ada}{Example}\title{Cook}\phone[mobile]{+1~2}\social[github]{ada}
\newcommand{\at}[2][x]{\textbf{#2} (#1)}
\begin{document}\makecvtitle\section{Experience}
\cventry{2010--2014}{Cook}{Acme \& Sons}{Town}{\textit{cum laude}}{Soup
\begin{itemize}\item \at{one} \begin{itemize} \item two \end{itemize}\item[three] \'e\end{itemize}}
\cvsection{Work}
\begin{cventries}\cventry{Architect}{Acme}{Town}{2017}{\begin{cvitems}\item {A}\end{cvitems}}\end{cventries}
\cvevent{Cook}{Acme}{2019 -- 2020}{Town}\cvtag{Calm}\cvlistdoubleitem{x}{y}
\section{Education}\begin{tabular}{ll}a & b\\ \multicolumn{2}{c}{d}\\\end{tabular}
\end{document}
"""
PLAIN = """ADA EXAMPLE                                   ada@example.org
Adatown, Utopia                               +49 30 555 0101

WORK EXPERIENCE
Acme Labs, Adatown                            Mar 2020 - Present
Senior Engineer
  * Built a cache that never for-
    gets anything at all
  - and another one
Bolt Works\tJan 2018 – Feb 2020

EDUCATION
University of Example                         2010 - 2014
PhD, Computer Science                         Adatown
\fPage 2
<b>Publications</b>
[1] A. Example, B. Sample: On Caches. EuroSys 2019.
"""
MARKDOWN = """---
title: Ada Example
---
# Ada Example
*Engineer* · <ada@example.org> · [page](https://example.org "home")

Work
----
| When | Where |
|------|-------|
| 2020 | **Acme** |

1. Built a `cache`
   - and ~~lost~~ found another
> quoted ![image](a.png)

```
code
```
## Education ##
University of Example\\
PhD, 2014
"""
SIDES = [  # font, size, x, y
    ("Helvetica-Bold", 20, 200, 60, "Ada Example"), ("Helvetica-Bold", 12, 200, 100, "Work"),
    *(("Helvetica", 10, 200, 120 + 13 * n, f"- {n} Built a cache, fi\xe9 that (never) forgets") for n in range(20)),
    *(("Helvetica", 9, 30, 120 + 13 * n, f"Skill {n}, C++") for n in range(12)),
    ("Helvetica", 9, 280, 780, "Page 1 of 2"),
]  # fmt: skip


def files() -> Iterator[tuple[str, str, bytes]]:
    """The format, the name and the bytes of each file."""
    yield from _of_the_demo()
    yield "pdf", "sides.pdf", sides()
    yield "pdf", "saved.pdf", linkedin_page.drawn(saved.ADA, compressed=False)
    yield "pdf", "saved-small.pdf", linkedin_page.drawn(saved.ADA)
    yield "docx", "box.docx", docx.zipped(docx.body("<w:p><w:r><w:t>Ada</w:t><w:tab/></w:r></w:p>" * 9))
    yield "odt", "a.odt", odt.odt(_odt_body(), automatic=odt.STYLES, common=odt.COMMON)
    yield "latex", "article.tex", ARTICLE.encode()
    yield "latex", "modern.tex", MODERN.encode()
    yield "html", "data.html", f'<html><script type="application/ld+json">{html.PERSON}</script></html>'.encode()
    yield "text", "plain.txt", PLAIN.encode()
    yield "markdown", "a.md", MARKDOWN.encode()
    yield "bibtex", "a.bib", bibtex.LIST.encode()
    yield "rendercv", "a.yaml", rendercv.CV.encode()
    yield "europass", "old.xml", europass.OLD.encode()
    yield "europass", "new.xml", europass.NEW.encode()
    yield "orcid-xml", "section.xml", orcid.XML.encode()
    yield "orcid-xml", "whole.xml", orcid_record.as_xml()
    yield "linkedin", "export.zip", zipped(linkedin.FILES)
    yield from _json()


def _of_the_demo() -> Iterator[tuple[str, str, bytes]]:
    forms = {".md": "markdown", ".txt": "text"}
    for path in sorted(demo.cvs().iterdir()):
        yield forms.get(path.suffix, path.suffix[1:]), path.name, path.read_bytes()


def _json() -> Iterator[tuple[str, str, bytes]]:
    yield "json", "resume.json", json.dumps(json_resume.RESUME, indent=1).encode()
    yield "json", "variant.json", json.dumps(json_resume.VARIANT, ensure_ascii=False).encode()
    yield "orcid-json", "record.json", json.dumps(orcid.RECORD, ensure_ascii=False, indent=1).encode()
    yield "orcid-json", "whole.json", orcid_record.as_json()
    yield "openreview", "profile.json", json.dumps({"id": "~A1", "content": openreview.CONTENT}).encode()
    yield "openreview", "profiles.json", json.dumps({"profiles": [{"content": openreview.CONTENT}]}).encode()


def _odt_body() -> str:
    return """<text:p text:style-name="P1">Ada Example</text:p><text:h text:outline-level="1">Work</text:h>
<text:p><text:span text:style-name="T1">Acme</text:span>, <text:span text:style-name="T2">Cook</text:span>
<text:tab/>2020<text:span text:style-name="T3">hidden</text:span></text:p>
<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item>
</text:list></text:list-item></text:list>
<table:table><table:table-row>
<table:table-cell table:number-columns-repeated="2"><text:p>2019</text:p></table:table-cell>
<table:table-cell><text:p>Gold</text:p></table:table-cell></table:table-row></table:table>
<text:p>in<text:s text:c="3"/>line<text:line-break/>next <text:a xlink:href="https://example.org">page</text:a>
<drawin:frame><drawin:text-box><text:p>In a box</text:p></drawin:text-box></drawin:frame></text:p>"""


def sides() -> bytes:
    """A page with a side bar, whose instructions stand in the file as plain text."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), pageCompression=0, invariant=True)
    for _ in range(2):
        canvas.setFillColorRGB(0.2, 0.2, 0.3)
        canvas.rect(0, 0, 180, 842, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for font, size, x, y, words in SIDES:
            canvas.setFont(font, size)
            canvas.drawString(x, 842 - y, words)
        canvas.linkURL("https://example.org/ada", (200, 700, 300, 720))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
