"""Head lines: an organisation that the lexicon knows, heading a dated line of a work section, is the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talentgraph.extract.marks import RULE, Mark, trimmed
from talentgraph.extract.mending import cut_title
from talentgraph.model import Document, Line, Span
from talentgraph.values import organizations, titles

_END = re.compile(r"[(\[|\t]|\s[-–—]\s|$")


def with_known_employers(document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, with the employers that the lexicon knows at the head of dated lines."""
    dated = {mark.line for mark in marks if mark.label == "DATE"}
    work = [(s.start, s.end) for s in document.sections if s.kind == "work"]
    found = list(marks)
    for number in sorted(dated):
        line = document.lines[number]
        if line.bullet or not any(a <= line.start < b for a, b in work):
            continue
        head = _head(document, line)
        known = [] if _is_place(marks, head) else list(_organisation(document.text, head, number))
        if known and not any(
            mark.label == "TITLE" and mark.start < known[0].end and head[0] <= mark.start for mark in marks
        ):
            found = [m for m in found if not _is_replaced(m, head, number)]
            found += known
            if not any(mark.label == "TITLE" and mark.line == number for mark in found):
                found += _title(document, head, line, number)
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _is_place(marks: Sequence[Mark], head: Span) -> bool:
    """Whether the model says that all of a head is where something is: a city may be called like a firm."""
    return any(mark.label == "PLACE" and mark.start <= head[0] and head[1] <= mark.end for mark in marks)


def _is_replaced(mark: Mark, head: Span, line: int) -> bool:
    """Whether what the lexicon knows takes the place of a mark: in the head, or as another employer of the line."""
    if mark.label == "EMPLOYER" and mark.line == line:
        return True
    return mark.label != "DATE" and head[0] <= mark.start < head[1]


def _head(document: Document, line: Line) -> Span:
    """The beginning of a line, as far as one kind of letters and one cell go."""
    match = _END.search(document.text, line.start, line.end)
    borders = [at for s in document.styles if s.kind != "link" for at in (s.start, s.end) if line.start < at < line.end]
    end = min([match.start() if match else line.end, *borders])
    return trimmed(document.text, line.start, end)


def _title(document: Document, head: Span, line: Line, number: int) -> Iterator[Mark]:
    """The title in letters of another kind right behind the head, where it has the noun of a trade."""
    text = document.text
    for style in document.styles:
        behind = head[1] <= style.start < line.end and not text[head[1] : style.start].strip(" \t,;|–—-")
        if behind and style.kind != "link" and titles.has_title_word(text[style.start : style.end]):
            start, end = trimmed(text, style.start, min(style.end, line.end))
            yield cut_title(text, Mark(start, end, "TITLE", number, None, RULE))
            return


def _organisation(text: str, head: Span, line: int) -> Iterator[Mark]:
    """The employer that a head names, and the team behind it."""
    words = text[slice(*head)]
    if titles.has_title_word(words) or not words:
        return
    if organizations.lookup(words):
        yield Mark(*head, "EMPLOYER", line, None, RULE)
        return
    name, comma, unit = words.partition(",")
    if not comma or not organizations.lookup(name.strip()):
        return
    if organizations.lookup(unit.strip()):
        yield Mark(*head, "EMPLOYER", line, None, RULE)
        return
    yield Mark(head[0], head[0] + len(name), "EMPLOYER", line, None, RULE)
    start, end = trimmed(text, head[0] + len(name) + 1, head[1])
    if start < end:
        yield Mark(start, end, "TEAM", line, None, RULE)
