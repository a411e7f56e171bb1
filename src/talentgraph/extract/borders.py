"""Borders inside a reference: where number, authors, title and venue part, whatever the model makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from talentgraph.extract.marks import GUESS, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.starts import SIGN, dated
from talentgraph.model import Span
from talentgraph.values.authors import split_authors
from talentgraph.values.people import is_name

_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:[–—:·|-]\s*|\t)")
_BY = re.compile(r"(?:^|[\s.,;(])by\s+", re.I)
_COLON = re.compile(r"[^:\n\f]{1,60}:\s+")
_BETWEEN = re.compile(r"[\s,;&*†‡§¶∗]*(?:(?:and|und|et|y|e)\s+)?")
_COMMA = re.compile(r"[*†‡§¶∗#\d]{0,3}\s*(?:,\s*(?:and|&)?|;|&|\s(?:and|und|et|y|e)\s)\s*")
_LAST = re.compile(r"(?:[,;&]|\s(?:and|und|et|y|e))[\s*†‡]*$")
_INITIAL = re.compile(r"\b[^\W\d_]\.?$")
_ONLY_YEAR = re.compile(r"(?:19|20)\d\d")
_OPEN = re.compile(r"\b(?:of|for|and|the|with|in|on|to|a|an|from|by|under|via|or)$", re.I)
_QUOTED = re.compile(
    r"(?P<authors>[^“”\"]{0,300}?)\(?(?P<year>(?:19|20)\d\d)?\)?[\s.,:]*(?<!\w)[“\"](?P<title>[^“”\"]{12,300}?)[.,]?(?:[”\"]|$)"
)
_ROOM = 8  # letters that a line must have been able to hold more
_PARTED = re.compile(r"\s[·|]\s")
_LOW = 2  # lines that must begin with a year before it is one of them all


def parted(page: Page, marks: Sequence[Mark], names: frozenset[str]) -> list[Mark]:
    """The marks of a section, with titles that neither begin with a number, a year or an author nor end with them.

    `names` are people known in the section.
    """
    years = sum(_YEAR.match(page.text, _entry_start(page, mark)) is not None for mark in marks if mark.label == "PAPER")
    found: list[Mark] = []
    for mark in (piece for each in marks for piece in _quoted(page, each)):
        if mark.label in ("PAPER", "VENUE"):
            mark = _unnumbered(page, mark)
            if years >= _LOW and (year := _year(page, mark)):
                found.append(dated(page, year.span(1)))
                mark = replace(mark, start=year.end())
        found.append(mark)
    return list(_by_lists(page, list(_colons(page, _cells(page, found))), names))


def _quoted(page: Page, mark: Mark) -> Iterator[Mark]:
    """A title without what stands before its quotation marks: authors and a year."""
    match = _QUOTED.match(page.text, mark.start, mark.end) if mark.label == "PAPER" else None
    if not match:
        yield mark
        return
    start, end = trimmed(page.text, *match.span("authors"), drop=" .,;:")
    if start < end and _is_list(page.text[start:end]):
        yield Mark(start, end, "AUTHOR", mark.line)
    if match["year"]:
        yield dated(page, match.span("year"))
    yield replace(mark, start=match.start("title"), end=match.end("title"), line=page.line_at(match.start("title")))


def _entry_start(page: Page, mark: Mark) -> int:
    line = page.lines[mark.line]
    sign = SIGN.match(page.text, line.start)
    return sign.end() if sign else line.start


def _unnumbered(page: Page, mark: Mark) -> Mark:
    """A mark without the number of its entry."""
    sign = SIGN.match(page.text, page.lines[mark.line].start)
    return replace(mark, start=sign.end()) if sign and mark.start < sign.end() < mark.end else mark


def _year(page: Page, mark: Mark) -> re.Match[str] | None:
    """The year that a mark and its entry begin with."""
    match = _YEAR.match(page.text, mark.start)
    return match if match and mark.start == _entry_start(page, mark) and match.end() < mark.end else None


def _cells(page: Page, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks; a title that holds a venue and a date in cells or between dots is parted from them."""
    labels = [mark.label for mark in marks]
    few = 2 * labels.count("VENUE") < labels.count("PAPER")
    for number, mark in enumerate(marks):
        words = page.text[mark.start : mark.end]
        cuts = [match.span() for match in _PARTED.finditer(words)] if mark.label == "PAPER" else []
        after = marks[number + 1] if number + 1 < len(marks) else None
        if len(cuts) == 2 and _ONLY_YEAR.fullmatch(words, cuts[1][1]):
            base = mark.start
            yield replace(mark, end=base + cuts[0][0])
            yield Mark(base + cuts[0][1], base + cuts[1][0], "VENUE", mark.line, None, GUESS)
            yield dated(page, (base + cuts[1][1], mark.end))
        elif after and mark.label == "PAPER" and (border := _cell(page, mark, after, lines=few)):
            yield replace(mark, end=trimmed(page.text, mark.start, border)[1])
            yield Mark(border + 1, mark.end, "VENUE", page.line_at(border + 1), None, GUESS)
        else:
            yield mark


def _cell(page: Page, mark: Mark, after: Mark, *, lines: bool) -> int | None:
    """The last border of cells, or of lines that had room for more, in a title right before a date or authors."""
    words = page.text[mark.start : mark.end]
    by_authors = after.label == "AUTHOR" and page.text[mark.end : after.start].strip(" \t") in ("\n", "\f")
    if not by_authors and not _ends_in_date(page, mark, after):
        return None
    if "\t" in words:
        return mark.start + words.rindex("\t")
    border = mark.start + max(words.rfind("\n"), words.rfind("\f"))
    if not lines or border < mark.start:
        return None
    above, next_word = page.line_text(page.line_at(border)).rstrip(), words[border + 1 - mark.start :].split()[0]
    widest = max(len(line) for line in page.text[max(0, mark.start - 2000) : mark.end + 2000].splitlines())
    ends = above.endswith("-") or not next_word[0].isupper() or _OPEN.search(above)
    return None if ends or len(above) + len(next_word) + _ROOM > widest else border


def _ends_in_date(page: Page, mark: Mark, after: Mark) -> bool:
    """Whether nothing but a comma or a remark in brackets parts a mark from the date behind it."""
    between = page.text[mark.end : after.start]
    return after.label == "DATE" and re.fullmatch(r"\s*(?:\([a-z ]+\))?[,.]?\s*\(?", between) is not None


def _colons(page: Page, marks: Iterator[Mark]) -> Iterator[Mark]:
    """The marks; the last author before a colon is no part of the title behind it ("A. Bee & C. Dee: Title")."""
    before: Mark | None = None
    for mark in marks:
        if before and (border := _colon(page, before, mark)):
            yield replace(before, end=trimmed(page.text, before.start, border, drop=" \t\n\f,;:&*†‡")[1])
            before = replace(mark, start=border, label="PAPER")
            continue
        if before:
            yield before
        before = mark
    if before:
        yield before


def _colon(page: Page, authors: Mark, title: Mark) -> int | None:
    """Where the title begins, when the end of the authors stands in it before a colon."""
    colon = _COLON.match(page.text, title.start, title.end)
    if not colon or authors.label != "AUTHOR" or title.label not in ("PAPER", "VENUE"):
        return None
    gap = page.text[authors.end : title.start]
    goes_on = authors.end > title.start or _COMMA.fullmatch(gap) or _INITIAL.search(page.text[slice(*authors.span)])
    if not (goes_on and _BETWEEN.fullmatch(gap)):
        return None
    return colon.end() if _is_list(page.text[authors.start : colon.end()].rstrip(": \t\n\f")) else None


def _is_list(text: str) -> bool:
    found = [name for _, name in split_authors(text)]
    return bool(found) and all(map(is_name, found))


def _by_lists(page: Page, marks: Sequence[Mark], names: frozenset[str]) -> Iterator[Mark]:
    """The marks; what follows "by" in a title, or between a title and its authors, are authors."""
    for mark, after in zip_longest(marks, marks[1:]):
        authors = after if after and after.label == "AUTHOR" else None
        border = _by(page, mark, authors, names) if mark.label in ("PAPER", "VENUE") else None
        if border is None:
            yield mark
            continue
        yield replace(mark, end=trimmed(page.text, mark.start, border[0])[1], label="PAPER")
        end = authors.start if authors else mark.end
        span = trimmed(page.text, border[1], end, drop=" \t\n\f,;&")
        yield Mark(*span, "AUTHOR", page.line_at(span[0]))


def _by(page: Page, mark: Mark, authors: Mark | None, names: frozenset[str]) -> Span | None:
    """The word "by" that parts a title from its authors, where those behind it go on as a list or are known."""
    stop = authors.start if authors else mark.end
    for match in reversed(list(_BY.finditer(page.text, mark.start + 1, stop))):
        words = page.text[match.end() : stop]
        found = [name for _, name in split_authors(_LAST.sub("", words))]
        goes_on = authors is not None and _LAST.search(words) is not None
        if found and all(name in names or (goes_on and is_name(name)) for name in found):
            return match.span()
    return None
