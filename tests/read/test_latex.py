"""LaTeX source of the popular CV classes, made here, and what strangers write."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read import read
from talentgraph.read.latex import read_latex

SOURCE = Source(path="ada.tex", sha256="0", media_type="application/x-tex")


def latex(body: str, preamble: str = "") -> Document:
    source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nafter the end"
    return read_latex(source.encode(), SOURCE)


def rows(document: Document) -> list[str]:
    return document.text.split("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Zo\"e Exa\v{c}kov\'a, \L{}\'od\'z, Stra\ss e, na\"{\i}ve, \c Sahin, \r{A}, \aa", None),
        (r"AT\&T 100\% C\# \$5 a\_b \{x\} \textbackslash", "AT&T 100% C# $5 a_b {x} \\"),
        ("shown % not shown\nmore", "shown more"),
        ("one % \n\ntwo", "one\ntwo"),
        (r"2019--2020 --- ``Best''~Paper", "2019–2020 — “Best” Paper"),
        (r"$\alpha$-decay, $x_1^2$, \(\times\) 5, A $|$ B", "α-decay, x12, × 5, A | B"),
        (r"Acme \hfill 2020 \\[2pt] Engineer\\* \hspace*{\fill} Town", "Acme\t2020\nEngineer\nTown"),
        (r"\begin{tabular}{l@{ }r} a & \textbf{b} \\ \hline c \& d & e \end{tabular}", "a\tb\nc & d\te"),
        (r"\multicolumn{2}{c}{wide} \textcolor{red}{red} \vspace{2pt}\includegraphics[width=1in]{x}", "wide red"),
        (r"\verb|a_{b}%c| \begin{verbatim}" + "\n\\x  y%\n" + r"\end{verbatim}", "a_{b}%c\n\\x y%"),
        (r"\begin{comment}hidden\end{comment}\iffalse hidden \else shown\fi \input{/etc/passwd}", "shown"),
        (r"\unknown{kept} \unknownEntry[x]{A}{B}{2cm}{2019}", "kept\nA\tB\t2019"),
        (r"\foreignlanguage{ngerman}{Bahn} \footnote{note}", "Bahn (note)"),
    ],
)
def test_text(body: str, text: str | None) -> None:
    assert latex(body).text == (text or "Zoë Exačková, Łódź, Straße, naïve, Şahin, Å, å")


@pytest.mark.parametrize(
    ("preamble", "body", "text"),
    [
        (r"\newcommand{\me}{Ada}", r"\me{} Example", "Ada Example"),
        (r"\newcommand{\job}[2][Acme]{\textbf{#2} at #1}", r"\job{Cook}, \job[Inc]{Maid}", "Cook at Acme, Maid at Inc"),
        (r"\newcommand*\a[1]{<#1>}\newcommand{\b}[1]{\a{#1}!}", r"\b{x}", "<x>!"),
        (r"\def\pair#1#2{#2-#1}", r"\pair{a}{b}", "b-a"),
        (r"\let\old\textbf", r"\old{x}", "x"),
        (r"\NewDocumentCommand{\j}{s m o}{#2}", r"\j*{x}[y]", "x"),
        (r"\newenvironment{job}[1]{\textbf{#1}\\}{(end)}", r"\begin{job}{Cook}Soup \end{job}", "Cook\nSoup (end)"),
        (r"\newif\ifshort\shorttrue", r"\ifshort yes\else no\fi", "yes"),
        (r"\newcommand{\m}[1]{\ifthenelse{\equal{#1}{}}{none}{some}}", r"\m{} \m{x}", "none some"),
        (r"\newcommand{\m}[1]{\ifx&#1&none\else some\fi}", r"\m{} \m{x}", "none some"),
    ],
)
def test_macros_of_the_document(preamble: str, body: str, text: str) -> None:
    assert latex(body, preamble).text == text


def test_moderncv() -> None:
    document = latex(
        r"""\makecvtitle
\section{Education}
\cventry{2010--2014}{PhD}{Acme University}{Town}{\textit{cum laude}}{Advisor: Jan Example}
\section{Experience}
\cventry{2015}{Engineer}{Acme \& Sons}{}{}{Built things
\begin{itemize}
\item one
  \begin{itemize} \item two \end{itemize}
\end{itemize}}
\section{Languages}
\cvitemwithcomment{English}{Fluent}{native}
\cvitem{German}{some}
\cvlistdoubleitem{x}{y}""",
        r"\name{Ada}{Example}\title{Physicist}\phone[mobile]{+1~2}\email{a@example.org}\social[github]{ada}",
    )
    assert rows(document) == [
        "Ada Example", "Physicist", "+1 2\ta@example.org\tada",
        "Education", "2010–2014\tPhD, Acme University, Town, cum laude", "Advisor: Jan Example",
        "Experience", "2015\tEngineer, Acme & Sons", "Built things", "one", "two",
        "Languages", "English\tFluent\tnative", "German\tsome", "x", "y",
    ]  # fmt: skip
    assert [section.kind for section in document.sections] == ["head", "education", "work", "languages"]
    assert [(line.bullet, line.level) for line in document.lines][9:11] == [(True, 0), (True, 1)]
    links = {style.href for style in document.styles if style.kind == "link"}
    assert links == {"mailto:a@example.org", "https://github.com/ada"}


def test_awesome_cv() -> None:
    document = latex(
        r"""\makecvheader[C]
\cvsection{Work Experience}
\begin{cventries}
  \cventry
    {Architect} % title
    {Acme} % organisation
    {Town}
    {2017 - 2018}
    {\begin{cvitems} \item {Built one} \item {Built two} \end{cvitems}}
\end{cventries}
\cvsection{Honors}
\begin{cvhonors} \cvhonor{Finalist}{Cup}{Town}{2018} \end{cvhonors}
\cvsection{Skills}
\begin{cvskills} \cvskill{DevOps}{AWS, Docker} \end{cvskills}""",
        r"\name{Ada}{Example}\position{Engineer{\enskip\cdotp\enskip}Expert}\linkedin{adax}",
    )
    assert rows(document) == [
        "Ada Example", "Engineer · Expert", "adax", "Work Experience", "Acme\tTown", "Architect\t2017 - 2018",
        "Built one", "Built two", "Honors", "2018\tFinalist, Cup\tTown", "Skills", "DevOps\tAWS, Docker",
    ]  # fmt: skip
    assert [line.bullet for line in document.lines][6:8] == [True, True]


def test_altacv() -> None:
    document = latex(
        r"""\name{Ada Example} \tagline{Cook} \personalinfo{\email{a@example.org}\location{Town}}
\makecvheader
\cvsection{Experience}
\cvevent{Cook}{Acme}{2019 -- 2020}{Town}
\begin{itemize} \item Soup \end{itemize}
\divider
\cvevent{Maid}{Inc}{2018}{Town}
\cvsection{Strengths}
\cvtag{Calm}\cvtag{Quick}""",
    )
    assert rows(document) == [
        "Ada Example", "Cook", "a@example.org\tTown", "Experience", "Cook", "Acme", "2019 – 2020\tTown", "Soup",
        "Maid", "Inc", "2018\tTown", "Strengths", "Calm\tQuick",
    ]  # fmt: skip
    assert document.lines[4].bold
    assert document.lines[8].gap


def test_the_usual_macros_of_articles_and_res() -> None:
    document = latex(
        r"""\begin{center}\textbf{\Huge \scshape Ada Example} \\ \href{https://example.org/a%20b}{page}\end{center}
\section{Experience}
\resumeSubHeadingListStart
  \resumeSubheading{Acme}{2020}{Cook}{Town}
    \resumeItemListStart \resumeItem{Soup \textbf{and} salad} \resumeItemListEnd
\resumeSubHeadingListEnd
\section{Skills}
\begin{itemize}[leftmargin=1em, label={}] \item{\textbf{Languages}{: C, R}} \end{itemize}""",
        r"""\newcommand{\resumeItem}[1]{\item\small{{#1 \vspace{-2pt}}}}
\newcommand{\resumeSubheading}[4]{\item\begin{tabular*}{9cm}[t]{l@{\extracolsep{\fill}}r}\textbf{#1} & #2 \\
 \textit{\small#3} & #4 \\\end{tabular*}}
\newcommand{\resumeSubHeadingListStart}{\begin{itemize}[leftmargin=0.15in, label={}]}
\newcommand{\resumeSubHeadingListEnd}{\end{itemize}}
\newcommand{\resumeItemListStart}{\begin{itemize}}
\newcommand{\resumeItemListEnd}{\end{itemize}\vspace{-5pt}}""",
    )
    assert rows(document) == [
        "Ada Example", "page", "Experience", "Acme\t2020", "Cook\tTown", "Soup and salad", "Skills", "Languages: C, R",
    ]  # fmt: skip
    assert [line.bullet for line in document.lines] == [False] * 5 + [True] + [False] * 2
    assert document.lines[0].size == 24.9
    assert "https://example.org/a%20b" in {style.href for style in document.styles}
    res = latex(
        r"""\begin{rSection}{Education}
{\bf Acme University} \hfill {\em June 2004} \\ B.S. in Cooking
\end{rSection}
\begin{rSection}{Experience}
\begin{rSubsection}{ACME}{2010 - Present}{Cook}{Town} \item Soup \end{rSubsection}
\end{rSection}""",
        r"\name{Ada Example}\address{1 Street \\ Town}",
    )
    assert rows(res) == [
        "Ada Example", "1 Street", "Town", "Education", "Acme University\tJune 2004", "B.S. in Cooking",
        "Experience", "ACME\t2010 - Present", "Cook\tTown", "Soup",
    ]  # fmt: skip
    assert [(res.text[s.start : s.end], s.kind) for s in res.styles] == [
        ("Acme University", "bold"),
        ("June 2004", "italic"),
    ]


LAUGHS = r"\newcommand{\a}{lol}" + "".join(
    f"\\newcommand{{\\{name}}}{{{f'{chr(92)}{last}' * 10}}}" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "body",
    [
        r"\newcommand{\a}{x\a\a}\a",
        LAUGHS + r"\i",
        r"\def\a#1{\a{#1#1}}\a{xx}",
    ],
)
def test_macros_without_end_are_refused(body: str) -> None:
    with pytest.raises(ReadError, match="without end"):
        latex(body)


@pytest.mark.parametrize(
    "body",
    ["{" * 200_000 + "Ada", r"\textbf{" * 50_000 + "Ada", r"\begin{itemize}" * 50_000 + "Ada", "Ada" + "}" * 100_000,
     "Ada" + r"\item[" * 50_000, "Ada $" * 50_000, "Ada" + r"\begin{comment}" * 20_000, "Ada" + r"\verb|" * 50_000,
     "Ada" + r"\'" * 100_000, "Ada " + r"\if" * 50_000, "Ada" + r"\href{" * 50_000, r"Ada\def\x" + "#1" * 50_000],
)  # fmt: skip
def test_deep_and_unclosed_groups_take_no_time(body: str) -> None:
    start = time.process_time()
    with suppress(ReadError):
        assert "Ada" in latex(body).text
    assert time.process_time() - start < 8


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("secret", encoding="utf-8")
    (tmp_path / "ada.tex").write_text(
        r"\documentclass{article}\begin{document}Ada \input{secret}\include{secret}\end{document}"
    )
    document = read(tmp_path / "ada.tex")
    assert isinstance(document, Document)
    assert document.text == "Ada"
    assert document.source.media_type == "application/x-tex"
    (tmp_path / "ada.txt").write_bytes(b"% a CV\n\\documentclass{article}\\begin{document}Ada\\end{document}")
    assert read(tmp_path / "ada.txt").text == "Ada"
