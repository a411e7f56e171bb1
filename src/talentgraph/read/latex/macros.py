r"""Macros: those that documents define, and what the commands of LaTeX and of the popular CV classes come to.

The table below is written in LaTeX itself, over the few commands that `document` knows: \row (ends a line), \cell
(the next cell of it), \bullet@ (a list item), \heading@ N (the line is one), \gap@ (space above), \head@{…} (what
classes print on top of the page, wherever it is said), \commas@{…}{…} (what is not empty, with commas), \href@{…}{…}.
A signature has one letter an argument: m in braces, o in brackets, g in braces that may be missing, s a star.
"""

from __future__ import annotations

from typing import NamedTuple

from talentgraph.read.latex.tokens import tokenize


class Macro(NamedTuple):
    """What a command stands for."""

    signature: str
    body: tuple[str, ...]
    default: tuple[str, ...] = ()  # of the first argument, where that may be missing


_TABLE = r"""
textbf m {\bfseries#1}
textsc m {#1}
emph m {\itshape#1}
textit m {\itshape#1}
textsl m {\itshape#1}
strong m {\bfseries#1}
section m \heading@ 1{#1}
section* m \heading@ 1{#1}
chapter m \heading@ 1{#1}
part m \heading@ 1{#1}
cvsection m \heading@ 1{#1}
cvsect m \heading@ 1{#1}
sectiontitle m \heading@ 1{#1}
makerubrichead m \heading@ 1{#1}
rubric m \heading@ 1{#1}
subsection m \heading@ 2{#1}
cvsubsection m \heading@ 2{#1}
cvsubsect m \heading@ 2{#1}
subsubsection m \heading@ 3{#1}
paragraph m \row\gap@{\bfseries#1}\cell
subparagraph m \row{\bfseries#1}\cell
name mg \head@{\heading@ 1{#1 #2}}
firstname m \head@{{\bfseries#1} }
familyname m \head@{{\bfseries#1}\row}
lastname m \head@{{\bfseries#1}\row}
title m \head@{#1\row}
author m \head@{#1\row}
position m \head@{#1\row}
tagline m \head@{\row#1\row}
address mgg \head@{\row\commas@{#1}{#2}{#3}\row}
phone om \head@{\cell#2\cell}
mobile m \head@{\cell#1\cell}
fax m \head@{\cell#1\cell}
email m \head@{\cell\href@{mailto:#1}{#1}\cell}
homepage m \head@{\cell\href@{#1}{#1}\cell}
website m \head@{\cell\href@{#1}{#1}\cell}
social om \head@{\cell\social@{#1}{#2}\cell}
github m \head@{\cell\social@{github}{#1}\cell}
gitlab m \head@{\cell\social@{gitlab}{#1}\cell}
linkedin m \head@{\cell\social@{linkedin}{#1}\cell}
twitter m \head@{\cell\social@{twitter}{#1}\cell}
orcid m \head@{\cell\social@{orcid}{#1}\cell}
googlescholar mg \head@{\cell\social@{googlescholar}{#1}\cell}
stackoverflow mg \head@{\cell#2\cell}
extrainfo m \head@{\row#1\row}
quote m \head@{\row#1\row}
location m \head@{\cell#1\cell}
mailaddress m \head@{\cell#1\cell}
personalinfo m \head@{\row#1\row}
printinfo mmo \cell#2\cell
contact m \head@{\row#1\row}
cvitem omm \row{\bfseries#2}\cell#3\row
cvline omm \row{\bfseries#2}\cell#3\row
cvitemwithcomment ommm \row{\bfseries#2}\cell#3\cell#4\row
cvlanguage ommm \row{\bfseries#2}\cell#3\cell#4\row
cvdoubleitem ommmm \row{\bfseries#2}\cell#3\row{\bfseries#4}\cell#5\row
cvcomputer ommmm \row{\bfseries#2}\cell#3\row{\bfseries#4}\cell#5\row
cvlistitem om \bullet@#2\row
cvlistdoubleitem omm \bullet@#2\bullet@#3\row
cvcolumn omm \row{\bfseries#2}\row#3\row
cvhonor mmmm \row#4\cell\commas@{{\bfseries#1}}{#2}\cell#3\row
cvskill mm \row{\bfseries#1}\cell#2\row
cvevent mmmm \row\gap@{\bfseries#1}\row{\bfseries#2}\row#3\cell#4\row
cvtag m \cell#1\cell
cvachievement mmm \row\gap@{\bfseries#2}\row#3\row
cvref mmm \row{\bfseries#1}\row\href@{mailto:#2}{#2}\row#3\row
cvproject mmmm \row\gap@{\bfseries#1}\cell#2\row#3\row#4\row
cvsubentry mmmm \row#1\cell#3\row#4\row
cvreference mmmmmmmm \row{\bfseries#1}\row\commas@{#2}{#3}{#4}\row#5\cell#6\row
entry mmmm \row\gap@#1\cell{\bfseries#2}\cell#3\row#4\row
twentyitem mmmm \row\gap@#1\cell{\bfseries#2}\cell#3\row#4\row
twentyitemshort mm \row#1\cell#2\row
resumeSubheading mmmm \row\gap@{\bfseries#1}\cell#2\row{\itshape#3}\cell{\itshape#4}\row
resumeSubSubheading mm \row{\itshape#1}\cell{\itshape#2}\row
resumeProjectHeading mm \row\gap@#1\cell#2\row
resumeItem m \bullet@#1\row
resumeSubItem m \bullet@#1\row
resumeItemWithTitle mm \bullet@{\bfseries#1}: #2\row
cventry@five mmmmm \row\gap@{\bfseries#2}\cell#3\row{\itshape#1}\cell#4\row#5\row
cventry@six ommmmmm \row\gap@#2\cell\commas@{{\bfseries#3}}{{\itshape#4}}{#5}{#6}\row#7\row
textcolor omm #3
colorbox mm #2
fcolorbox mmm #3
href mm \href@{#1}{#2}
hrefWithoutArrow mm \href@{#1}{#2}
url m \href@{#1}{#1}
nolinkurl m #1
footnote om  (#2)
footnotetext om  (#2)
thanks m  (#1)
multicolumn mmm #3
multirow omomom #6
makecell om #2
shortstack om #2
parbox ooomm #5
makebox oom #3
framebox oom #3
raisebox moom #4
resizebox mmm #3
scalebox mom #3
rotatebox omm #3
texorpdfstring mm #1
enquote m “#1”
foreignlanguage omm #3
ensuremath m #1
frac mm #1/#2
tfrac mm #1/#2
bibitem om \bullet@
doi m \href@{https://doi.org/#1}{#1}
ORCID m \href@{https://orcid.org/#1}{#1}
"""


def _table() -> dict[str, Macro]:
    macros = {}
    for row in _TABLE.strip().splitlines():
        name, signature, body = row.split(" ", 2)
        macros["\\" + name] = Macro(signature, tuple(tokenize(body)))
    return macros


BUILTIN = _table()
# What documents restyle but mean as ever.
FIXED = frozenset(
    "\\" + name for name in (
        "section", "subsection", "subsubsection", "chapter", "part", "paragraph", "textbf", "textit", "emph", "href",
        "url", "item", "begin", "end", "par", "cell", "row", "document", "hfill", "maketitle", "today", "input",
    )
)  # fmt: skip


def signature_of(spec: str) -> str:
    r"""The signature of \NewDocumentCommand in our letters.

    >>> signature_of("s o m O{x} +m")
    'somom'
    """
    depth, letters = 0, []
    for letter in spec:
        depth += (letter == "{") - (letter == "}")
        if not depth and letter in "mosOgG":
            letters.append(letter.lower())
    return "".join(letters)
