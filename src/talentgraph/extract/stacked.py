"""Papers set in lines of their own: title, then authors, then venue.

Lists of authors are known by their names. Where most papers of a section stand above and below such a line in the
same way, the rest are read likewise: what stands above the authors is the title, the line below them the venue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentgraph.extract.marks import GUESS, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Span
from talentgraph.values.authors import split_authors
from talentgraph.values.people import compatible, is_name

_SHARE = 0.6  # of the papers that must keep to the layout, and of a line that must be names
_LONGEST_VENUE = 200  # letters
_BEGINS = re.compile(r"(?:[•◦▪‣∙*·–—-]|\[?[A-Z]{0,2}\d{1,3}[.\])]|\(\d{1,3}\))\s+")
_GOES_ON = re.compile(r"(?:[,;&]|\band|\bet|\bund|\by)\s*$")


@dataclass(frozen=True, slots=True)
class _Stack:
    """The lines of one paper, by number: title from `top`, authors, and what stands below them up to `stop`."""

    top: int
    authors: int
    below: int
    stop: int


def stacked(page: Page, marks: Sequence[Mark], region: Span, owner: str | None) -> tuple[list[Mark], tuple[int, ...]]:
    """The marks of a section, those of stacked papers made whole, and the lines at which its papers begin.

    Where papers are not stacked, the marks as they are and no lines.
    """
    names = {page.text[mark.start : mark.end] for mark in marks if mark.label == "AUTHOR"} | (
        {owner} if owner else set()
    )
    units = list(_units(page, region))
    stacks = [stack for unit in units if (stack := _stack(page, unit, names, owner))]
    if len(stacks) < 2 or len(stacks) < _SHARE * len(units) or not _agree(page, marks, stacks):
        return list(marks), ()
    for stack in stacks:
        span = page.lines[stack.top].start, page.lines[stack.stop - 1].end
        inside = [mark for mark in marks if span[0] <= mark.start < span[1]]
        marks = [mark for mark in marks if not span[0] <= mark.start < span[1]]
        marks = [*marks, *(mark for mark in inside if mark.label == "DATE"), *_read(page, stack, inside)]
    return sorted(marks, key=lambda mark: (mark.start, mark.end)), tuple(unit.start for unit in units)


def _units(page: Page, region: Span) -> Iterator[range]:
    """The lines of each paper: it begins with a bullet, a number or below a gap."""
    numbers = [n for n, line in enumerate(page.lines) if region[0] <= line.start and line.end <= region[1]]
    numbers = [n for n in numbers if page.line_text(n).strip()][1:]  # without the heading
    begins = [n for n in numbers if page.lines[n].gap or page.lines[n].bullet or _BEGINS.match(page.line_text(n))]
    for start, stop in zip(begins, [*begins[1:], *(n + 1 for n in numbers[-1:])], strict=False):
        yield range(start, stop)


def _stack(page: Page, unit: range, names: set[str], owner: str | None) -> _Stack | None:
    """The unit as a stack, when a line of authors stands below its first line."""
    for number in unit[1:]:
        if _share_of_names(page, number, names, owner) < _SHARE:
            continue
        below = number + 1
        while below in unit and _goes_on(page, below, names, owner):
            below += 1
        return _Stack(unit.start, number, below, unit.stop)
    return None


def _share_of_names(page: Page, number: int, names: set[str], owner: str | None) -> float:
    """How much of a line is names of people."""
    start, end = _bare(page, number)
    text = page.text[start:end]
    found = [name for _, name in split_authors(text)]
    good = [name for name in found if name in names or is_name(name) or (owner and compatible(owner, name))]
    if len(found) == 1 and good and good[0] not in names and not (owner and compatible(owner, good[0])):
        return 0.0
    letters = sum(map(str.isalpha, text))
    return sum(sum(map(str.isalpha, name)) for name in good) / letters if letters else 0.0


def _goes_on(page: Page, number: int, names: set[str], owner: str | None) -> bool:
    """Whether a line goes on with the authors of the line before."""
    before, text = page.line_text(number - 1).rstrip(), page.line_text(number).strip()
    if text[:1] in '([“"' or page.lines[number].bullet:
        return False
    last, first = re.split(r"[,;]\s*", before)[-1], re.split(r"[,;]\s*", text)[0]
    broken = not is_name(last) and is_name(f"{last} {first}")
    return broken or (bool(_GOES_ON.search(before)) and _share_of_names(page, number, names, owner) >= _SHARE)


def _bare(page: Page, number: int) -> Span:
    """A line without its sign, without dates in cells of their own at its ends, and without brackets around it."""
    line = page.lines[number]
    start, end = line.start, line.end
    if sign := _BEGINS.match(page.text, start, end):
        start = sign.end()
    for date in page.within(start, end, ["DATE"]):
        if not page.text[start : date.start].strip():
            start = date.end
        elif not page.text[date.end : end].strip(" .)") and page.text[date.start - 1] in "\t,(. ":
            end = date.start
    start, end = trimmed(page.text, start, end)
    if page.text[start : start + 1] == "(" and page.text[end - 1] == ")":
        start, end = trimmed(page.text, start + 1, end - 1)
    return start, end


def _agree(page: Page, marks: Sequence[Mark], stacks: Sequence[_Stack]) -> bool:
    """Whether the model, too, sees titles above the authors, filling their lines, and not below."""
    above = below = 0
    for stack in stacks:
        middle = page.lines[stack.authors].start
        span = page.lines[stack.top].start, page.lines[stack.stop - 1].end
        papers = [mark for mark in marks if mark.label == "PAPER" and span[0] <= mark.start < span[1]]
        top = _bare(page, stack.top)[0]
        above += any(mark.start < middle and abs(mark.start - top) < 3 for mark in papers)
        below += bool(papers) and all(mark.start >= middle for mark in papers)
    return above >= 2 and above >= _SHARE * len(stacks) and below * 4 <= above


def _read(page: Page, stack: _Stack, inside: Sequence[Mark]) -> Iterator[Mark]:
    """Title, authors and venue of one paper."""
    title = _bare(page, stack.top)[0], _bare(page, stack.authors - 1)[1]
    if title[0] < title[1]:
        known = any(mark.label == "PAPER" and mark.start < title[1] for mark in inside)
        yield Mark(*title, "PAPER", stack.top, *(() if known else (None, GUESS)))
    authors = _bare(page, stack.authors)[0], _bare(page, stack.below - 1)[1]
    yield Mark(*authors, "AUTHOR", stack.authors)
    yield from _venue(page, stack, [mark for mark in inside if mark.start > authors[1]])


def _venue(page: Page, stack: _Stack, inside: Sequence[Mark]) -> Iterator[Mark]:
    """The venue that the model or the lexicon sees below the authors, else the line below them."""
    found = [mark for mark in inside if mark.label == "VENUE"]
    if found or stack.below >= stack.stop or page.lines[stack.below].bullet:
        yield from found
        return
    last = stack.below
    opened = page.line_text(last).startswith("(")
    while opened and last + 1 < stack.stop and ")" not in page.line_text(last):
        last += 1
    start, end = _bare(page, stack.below)[0], _bare(page, last)[1]
    if page.text[start] == "(" and page.text[end - 1 : end] == ")":
        start, end = start + 1, end - 1
    if 1 < end - start <= _LONGEST_VENUE and not re.match(r"https?:|doi\b|\[|10\.\d", page.text[start:end], re.I):
        yield Mark(start, end, "VENUE", stack.below, None, GUESS)
