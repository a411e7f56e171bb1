"""Employers that words announce: "Data Engineer at Northwind Traders"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from talentgraph.extract.echoes import fits
from talentgraph.extract.marks import GUESS, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.values import organizations

_AT = re.compile(
    r"(?: ?[\[(][^\n\f\t\[\]()]{2,40}[\])])?,?\s(?P<word>at|@|bei|chez|presso|with|for)\s"
    r"(?P<name>[A-ZÀ-Þ0-9][^\n\f\t,;:|·\[\]]{1,70})"
)
_SURE = frozenset({"at", "@", "bei", "chez", "presso"})  # the others may tell what a job is about
_OFTEN = 2  # entries in which one of the others must stand


def with_announced(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a work section, with the employers that stand behind "at" and the like on lines without one."""
    found = list(_announced(page, marks))
    words = Counter(word for word, _ in found)
    kept = [
        mark
        for word, mark in found
        if word in _SURE or words[word] >= _OFTEN or organizations.lookup(page.text[mark.start : mark.end])
    ]
    return sorted([*marks, *kept], key=lambda mark: (mark.start, mark.end))


def _announced(page: Page, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
    """The words that announce, each with the employer behind it."""
    taken = {mark.line for mark in marks if mark.label == "EMPLOYER"}
    for title in marks:
        line = page.lines[title.line]
        match = _AT.match(page.text, title.end, line.end)
        if title.label != "TITLE" or match is None or title.line in taken or line.bullet:
            continue
        start, end = match.span("name")
        end = min([end, *(mark.start for mark in marks if start < mark.start < end)])
        start, end = trimmed(page.text, start, end)
        if fits(page.text[start:end], "EMPLOYER") and not any(m.start < end and start < m.end for m in page.marks):
            yield match["word"], Mark(start, end, "EMPLOYER", title.line, None, GUESS)
