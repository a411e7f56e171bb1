"""Commands that print nothing, and those that only change how text looks."""

from __future__ import annotations

import re
from typing import Any

_SIZES = {
    "tiny": 5.0, "scriptsize": 7.0, "footnotesize": 8.0, "small": 9.0, "normalsize": 10.0, "large": 12.0,
    "Large": 14.4, "LARGE": 17.3, "huge": 20.7, "Huge": 24.9, "HUGE": 29.9,
}  # fmt: skip

DECLARATIONS: dict[str, dict[str, Any]] = {
    **{"\\" + name: {"size": size} for name, size in _SIZES.items()},
    **dict.fromkeys(("\\bfseries", "\\bf", "\\boldmath"), {"bold": True}),
    **dict.fromkeys(("\\itshape", "\\it", "\\em", "\\slshape", "\\sl"), {"italic": True}),
    **dict.fromkeys(("\\mdseries", "\\lightfont"), {"bold": False}),
    **dict.fromkeys(("\\normalfont", "\\upshape", "\\rm", "\\rmfamily"), {"italic": False}),
}

# Commands whose arguments are no text, with how many they have; star and brackets are left out, too.
_UNPRINTED = (
    "vspace:1 vspace*:1 addvspace:1 setlength:2 addtolength:2 settowidth:2 setcounter:2 addtocounter:2 stepcounter:1 "
    "color:1 pagecolor:1 definecolor:3 colorlet:2 definecolorset:4 selectcolormodel:1 pagestyle:1 thispagestyle:1 "
    "label:1 ref:1 pageref:1 autoref:1 cref:1 cite:1 citep:1 citet:1 nocite:1 fullcite:1 textcite:1 parencite:1 "
    "bibliography:1 bibliographystyle:1 addbibresource:1 printbibliography:0 input:1 include:1 includeonly:1 import:2 "
    "subimport:2 includegraphics:1 includepdf:1 graphicspath:1 photo:1 photoR:2 photoL:2 usepackage:1 RequirePackage:1 "
    "documentclass:1 PassOptionsToPackage:2 hypersetup:1 geometry:1 newgeometry:1 newlength:1 newcounter:1 "
    "titleformat:5 titlespacing:4 titlerule:0 fontsize:2 fontfamily:1 fontseries:1 fontshape:1 setmainfont:1 "
    "setsansfont:1 newfontfamily:2 fontspec:1 usefont:4 linespread:1 setstretch:1 moderncvstyle:1 moderncvcolor:1 "
    "moderncvtheme:1 setlist:1 setitemize:1 enlargethispage:1 hyphenation:1 selectlanguage:1 setdefaultlanguage:1 "
    "hphantom:1 vphantom:1 phantom:1 rule:2 pdfbookmark:2 phantomsection:0 addcontentsline:3 markboth:2 markright:1 "
    "fancyhf:1 fancyhead:1 fancyfoot:1 lhead:1 chead:1 rhead:1 lfoot:1 cfoot:1 rfoot:1 write:0 openin:0 openout:0 "
    "wheelchart:3 arrayrulewidth:0 arraystretch:0 cline:1 cmidrule:1 columnbreak:0 switchcolumn:0 columnratio:1 "
    "setcolumnwidth:1 makecvfooter:3 newtcolorbox:2 tcbset:1 tikz:0 tikzset:1 pgfmathsetmacro:2 multicolsep:0 "
    "renewbibmacro:2 DeclareFieldFormat:2 newpage:0 faIcon:1 icon:1 faicon:1 hskip:0 setmonofont:1 date:1 "
    "makeatletter:0 makeatother:0 ProvidesFile:1 ProvidesPackage:1 ProvidesClass:1 LoadClass:1 ExecuteOptions:1 "
    "newlist:3 patchcmd:5 pretocmd:4 apptocmd:4 glyphtounicode:2 defaultfontfeatures:1 nameref:1 savebox:2 sbox:2 "
    "usebox:1 newsavebox:1 index:1 glossary:1 tabcolsep:0 hangindent:0 immediate:0 write18:1 directlua:1 special:1"
)
UNPRINTED = {"\\" + name: int(count) for name, _, count in (pair.rpartition(":") for pair in _UNPRINTED.split())}

BREAKS = frozenset(
    "\\" + name for name in (
        "row", "newline", "linebreak", "tabularnewline", "newpage", "pagebreak", "clearpage", "cleardoublepage",
        "hline", "hrule", "toprule", "midrule", "bottomrule", "hrulefill", "break", "endgraf", "nopagebreak",
    )
)  # fmt: skip
GAPS = frozenset(
    "\\" + name for name in ("gap@", "par", "medskip", "bigskip", "smallskip", "divider", "maketitle", "makecvtitle")
)
CELLS = frozenset("\\" + name for name in ("cell", "hfill", "hfil", "dotfill", "tab", "hspacefill", "leaders"))

LISTS = frozenset(
    ("itemize", "enumerate", "description", "compactitem", "compactenum", "cvitems", "list", "trivlist", "tightemize",
     "innerlist", "outerlist", "highlights", "itemize*", "rSubsection", "thebibliography", "etaremune", "inparaenum"),
)  # fmt: skip
# Environments with the number of arguments that are no text.
ENVIRONMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "tabu": 1, "supertabular": 1,
    "xltabular": 2, "minipage": 1, "multicols": 1, "multicols*": 1, "paracol": 1, "list": 2, "thebibliography": 1,
    "adjustwidth": 2, "wrapfigure": 2, "spacing": 1, "textblock": 1, "textblock*": 1, "otherlanguage": 1,
    "onecolentry": 0, "twocolentry": 0, "tblr": 1, "NiceTabular": 1, "cvcolumns": 0, "refsection": 0, "fullwidth": 0,
}  # fmt: skip

SOCIAL = {
    "linkedin": "https://www.linkedin.com/in/", "github": "https://github.com/", "gitlab": "https://gitlab.com/",
    "twitter": "https://twitter.com/", "orcid": "https://orcid.org/", "mastodon": "https://", "skype": "",
    "googlescholar": "https://scholar.google.com/citations?user=", "xing": "https://www.xing.com/profile/",
    "stackoverflow": "https://stackoverflow.com/users/", "researchgate": "https://www.researchgate.net/profile/",
}  # fmt: skip

DIMENSION = re.compile(r"^\s*=?\s*[-+]?[\d.,]*\s*(?:pt|em|ex|cm|mm|in|pc|bp|sp|mu|fil+|plus|minus|\s|[\d.])*\s*$")
ASSIGNED = frozenset(
    "\\" + name for name in (
        "vskip", "hskip", "kern", "parindent", "parskip", "itemsep", "topsep", "parsep", "partopsep", "baselineskip",
        "tabcolsep", "topmargin", "textheight", "textwidth", "oddsidemargin", "evensidemargin", "leftmargin",
        "labelsep", "labelwidth", "raggedcolumns", "itemindent", "listparindent", "columnsep", "penalty", "rightmargin",
    )
)  # fmt: skip
