"""What is left out of a PDF file, in words: for each kind a reason and a remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from talentgraph.model import Problem, Source
from talentgraph.read.pdf.recognition import REMEDY

EXPORT = "export it again"
_EMPTY = "holds no text", "check the file: a reader of PDFs shows nothing either, or only drawings"
_SCANNED = "holds no text, only pictures, which need text recognition (OCR)", REMEDY
_SHARPER = "scan it again, sharper and upright"

_KINDS = {  # what pages are said to leave out: reason and remedy for these pages
    "damaged": ("left out, since it is damaged", EXPORT),
    "picture": ("left out: only pictures without text, which need text recognition (OCR)", REMEDY),
    "scan": ("left out: more scanned pages than are recognised", "raise the limit (--limit scans=100)"),
    "wordless": ("left out: text recognition (OCR) found no words in its pictures", _SHARPER),
    "hidden": (
        "text that nobody sees is left out: without ink, in the colour of its ground, tiny, covered or off the page",
        "look at the page; what it should say must be seen",
    ),
    "beyond": ("has more letters than a page of a CV; those beyond the limit are left out", "print it to a new PDF"),
}  # fmt: skip
_WHOLE = {  # why nothing of a file could be read, the first that holds for a page
    "picture": _SCANNED,
    "wordless": ("holds pictures, and text recognition (OCR) found no words in them", _SHARPER),
    "scan": _SCANNED,
    "hidden": ("holds no text that anybody sees", "export it again, with text that is seen"),
    "damaged": ("is damaged: its pages cannot be opened", EXPORT),
}


def make_notes(source: Source, left_out: Sequence[Collection[str]]) -> tuple[Problem, ...]:
    """A note for each kind of what the pages of a document leave out, and for the pages that are not read."""
    return tuple(_notes(source, left_out))


def reason_of(left_out: Sequence[Collection[str]]) -> tuple[str, str]:
    """Why a document without text has none, and what to do."""
    kinds = {kind for page in left_out for kind in page}
    return next((said for kind, said in _WHOLE.items() if kind in kinds), _EMPTY)


def _notes(source: Source, left_out: Sequence[Collection[str]]) -> Iterator[Problem]:
    for kind, (reason, remedy) in _KINDS.items():
        if pages := [number for number, page in enumerate(left_out, 1) if kind in page]:
            yield Problem(path=source.path, reason=reason, remedy=remedy, place=name_pages(pages))
    read, count = len(left_out), source.pages or 0
    if count > read:
        remedy = f"give the pages of one person, or raise the limit (--limit pages={2 * read})"
        place = name_pages(range(read + 1, count + 1))
        yield Problem(path=source.path, reason=f"only {read} of its {count} pages are read", remedy=remedy, place=place)


def name_pages(numbers: Sequence[int]) -> str:
    """The numbers of pages in words.

    >>> name_pages([2]), name_pages([1, 3, 4, 5])
    ('page 2', 'pages 1, 3-5')
    """
    if len(numbers) == numbers[-1] - numbers[0] + 1:
        parts = [(numbers[0], numbers[-1])]
    else:
        parts = []
        for number in numbers:
            if parts and number == parts[-1][1] + 1:
                parts[-1] = parts[-1][0], number
            else:
                parts.append((number, number))
    named = ", ".join(f"{a}-{b}" if a < b else f"{a}" for a, b in parts)
    return f"page {named}" if len(numbers) == 1 else f"pages {named}"
