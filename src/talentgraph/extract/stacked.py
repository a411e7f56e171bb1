"""Papers set in lines of their own: title, then authors, then venue.

Lists of authors are known by their names. Where most papers of a section stand above and below such a line in the
same way, the rest are read likewise: what stands above the authors is the title, the line below them the venue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentgraph.extract.marks import GUESS, Mark, trimmed, unbracketed
from talentgraph.extract.page import Page
from talentgraph.extract.repeated import is_thesis
from talentgraph.extract.starts import SIGN
from talentgraph.model import Span
from talentgraph.values.authors import split_authors
from talentgraph.values.people import compatible, is_name

_SHARE = 0.6  # of the papers that must keep to the layout, and of a line that must be names
_REGULAR = 0.85  # of the papers that must be of one height where nothing else parts them
_LONGEST_VENUE = 200  # letters
_BEGINS = re.compile(rf"{SIGN.pattern}|[–—-]\s+")
_VENUE_CUE = re.compile(r"(?:(?:Published|Appeared|Presented|Accepted)\s+(?:by|in|at)|In:?(?=\s+[A-Z]))\s+", re.I)
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LINK = re.compile(r"https?:|doi\b|\[|10\.\d", re.I)
_GOES_ON = re.compile(r"(?:[,;&]|\band|\bet|\bund|\by)\s*$")


@dataclass(frozen=True, slots=True)
class _Stack:
    """The lines of one paper, by number: its title, what stands under it, its authors, what stands below them."""

    top: int
    under: int
    authors: int
    below: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Listing:
    """A section of papers, and the names of authors known in it."""

    page: Page
    marks: Sequence[Mark]
    region: Span
    names: frozenset[str]
    owner: str | None


def stacked(page: Page, marks: Sequence[Mark], region: Span, owner: str | None) -> tuple[list[Mark], tuple[int, ...]]:
    """The marks of a section, those of stacked papers made whole, and the lines at which its papers begin.

    Where papers are not stacked, the marks as they are and no lines.
    """
    names = {page.text[mark.start : mark.end] for mark in marks if mark.label == "AUTHOR"} | (
        {owner} if owner else set()
    )
    listing = _Listing(page, marks, region, frozenset(names), owner)
    units = _units(listing)
    stacks = [stack for unit in units if (stack := _stack(listing, unit))]
    if len(stacks) < 2 or len(stacks) < _SHARE * len(units) or not _agree(listing, stacks):
        return list(marks), ()
    for stack in stacks:
        span = page.lines[stack.top].start, page.lines[stack.stop - 1].end
        inside = [mark for mark in marks if span[0] <= mark.start < span[1]]
        marks = [mark for mark in marks if not span[0] <= mark.start < span[1]]
        marks = [*marks, *(mark for mark in inside if mark.label == "DATE"), *_read(page, stack, inside)]
    return sorted(marks, key=lambda mark: (mark.start, mark.end)), tuple(unit.start for unit in units)


def _units(listing: _Listing) -> list[range]:
    """The lines of each paper: it begins with a bullet, a number or below a gap.

    Where there are few of these, or authors stand below gaps, too, it begins as far above its authors as most do.
    """
    page, (start, end) = listing.page, listing.region
    numbers = [n for n, line in enumerate(page.lines) if start <= line.start and line.end <= end]
    numbers = [n for n in numbers if page.line_text(n).strip()][1:]  # without the heading
    begins = [n for n in numbers if page.lines[n].gap or page.lines[n].bullet or _BEGINS.match(page.line_text(n))]
    lists = [n for n in numbers if _share_of_names(listing, n) >= _SHARE and not _goes_on(listing, n)]
    if len(begins) < _SHARE * len(lists) or 2 * len(set(begins) & set(lists)) > len(lists):
        begins = _above(listing, lists, numbers[0])
    stops = [*begins[1:], *(n + 1 for n in numbers[-1:])]
    return [range(a, b) for a, b in zip(begins, stops, strict=False)]


def _above(listing: _Listing, lists: Sequence[int], first: int) -> list[int]:
    """The lines at which papers begin, told by the titles that the model sees above lines of authors."""
    titles = sorted({mark.line for mark in listing.marks if mark.label == "PAPER"})
    found: list[int | None] = []
    for number, before in zip(lists, [first - 1, *lists], strict=False):
        found.append(next((line for line in titles if before < line < number), None))
    heights = Counter(number - line for number, line in zip(lists, found, strict=True) if line is not None)
    if not heights or heights.most_common(1)[0][1] < _REGULAR * sum(heights.values()):
        return []
    usual = heights.most_common(1)[0][0]
    lines = [number - usual if line is None else line for number, line in zip(lists, found, strict=True)]
    return sorted({line for line in lines if line >= first})


def _stack(listing: _Listing, unit: range) -> _Stack | None:
    """The unit as a stack, when a line of authors stands below its first line."""
    for number in unit[1:]:
        if _share_of_names(listing, number) < _SHARE:
            continue
        below = number + 1
        while below in unit and _goes_on(listing, below):
            below += 1
        under = next((n for n in range(unit.start + 1, number) if _is_under(listing, n)), number)
        return _Stack(unit.start, under, number, below, unit.stop)
    return None


def _is_under(listing: _Listing, number: int) -> bool:
    """Whether a line below a title tells venue or date and goes on with no title."""
    start, end = _bare(listing.page, number)
    return (
        start >= end
        or bool(_VENUE_CUE.match(listing.page.text, start, end))
        or any(
            mark.label == "VENUE" and start <= mark.start <= start + 1 and mark.end >= end - 8 for mark in listing.marks
        )
    )


def _share_of_names(listing: _Listing, number: int) -> float:
    """How much of a line is names of people."""
    names, owner = listing.names, listing.owner
    start, end = _bare(listing.page, number)
    text = listing.page.text[start:end]
    found = [name for _, name in split_authors(text)]
    good = [name for name in found if name in names or is_name(name) or (owner and compatible(owner, name))]
    if len(found) == 1 and good and good[0] not in names and not (owner and compatible(owner, good[0])):
        return 0.0
    letters = sum(map(str.isalpha, text))
    return sum(sum(map(str.isalpha, name)) for name in good) / letters if letters else 0.0


def _goes_on(listing: _Listing, number: int) -> bool:
    """Whether a line goes on with the authors of the line before."""
    page = listing.page
    before, text = page.line_text(number - 1).rstrip(), page.line_text(number).strip()
    start = page.lines[number].start
    if text[:1] in '([“"' or page.lines[number].bullet:
        return False
    if any(mark.label == "VENUE" and abs(mark.start - start) < 2 for mark in listing.marks):
        return False
    last, first = re.split(r"[,;]\s*", before)[-1], re.split(r"[,;]\s*", text)[0]
    broken = not is_name(last) and is_name(f"{last} {first}")
    return broken or (bool(_GOES_ON.search(before)) and _share_of_names(listing, number) >= _SHARE)


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
    return unbracketed(page.text, *trimmed(page.text, start, end))


def _agree(listing: _Listing, stacks: Sequence[_Stack]) -> bool:
    """Whether the model, too, sees titles above the authors, filling their lines, and not below, nor authors there."""
    page, marks = listing.page, listing.marks
    above = below = early = 0
    for stack in stacks:
        middle = page.lines[stack.authors].start
        span = page.lines[stack.top].start, page.lines[stack.stop - 1].end
        papers = [mark for mark in marks if mark.label == "PAPER" and span[0] <= mark.start < span[1]]
        top = _bare(page, stack.top)[0]
        above += any(mark.start < middle and abs(mark.start - top) < 3 for mark in papers)
        below += bool(papers) and all(mark.start >= middle for mark in papers)
        title = span[0], page.lines[stack.under].start
        early += any(mark.label == "AUTHOR" and title[0] <= mark.start < title[1] for mark in marks)
    return above >= 2 and above >= _SHARE * len(stacks) and 4 * max(below, early) <= above


def _read(page: Page, stack: _Stack, inside: Sequence[Mark]) -> Iterator[Mark]:
    """Title, authors and venue of one paper; the marks as they are where no title stands above the authors."""
    title = _title(page, stack, inside)
    if title[0] >= title[1]:
        yield from (mark for mark in inside if mark.label != "DATE")
        return
    known = any(mark.label == "PAPER" and mark.start < title[1] for mark in inside)
    yield Mark(*title, "PAPER", stack.top, *(() if known else (None, GUESS)))
    authors = _bare(page, stack.authors)[0], _bare(page, stack.below - 1)[1]
    yield Mark(*authors, "AUTHOR", stack.authors)
    yield from _venue(
        page, stack, [m for m in inside if m.start >= title[1] and not authors[0] <= m.start < authors[1]]
    )


def _title(page: Page, stack: _Stack, inside: Sequence[Mark]) -> Span:
    """The lines above the authors without quotation marks, and without the venue and the date that end them."""
    start, end = _bare(page, stack.top)[0], _bare(page, stack.under - 1)[1]
    for mark in sorted(inside, key=lambda mark: -mark.start):
        rest = _REMARK.sub("", page.text[mark.end : end])
        if mark.label in ("VENUE", "DATE") and start <= mark.start < end and not any(map(str.isalnum, rest)):
            end = mark.start
    return trimmed(page.text, start, end, drop=' \t\n\f,;:|·•–—-."“”„«»')


def _venue(page: Page, stack: _Stack, inside: Sequence[Mark]) -> Iterator[Mark]:
    """The venue that the model or the lexicon sees behind the title or below the authors, else what a line says."""
    if found := [mark for mark in inside if mark.label == "VENUE"]:
        yield from found
        return
    for number in range(stack.under, stack.authors):
        start, end = _bare(page, number)
        if cue := _VENUE_CUE.match(page.text, start, end):
            yield Mark(cue.end(), end, "VENUE", number, None, GUESS)
            return
    if stack.below < stack.stop and not page.lines[stack.below].bullet:
        yield from _line_below(page, stack)


def _line_below(page: Page, stack: _Stack) -> Iterator[Mark]:
    """The line below the authors as a venue; one that opens a bracket goes on to where it closes."""
    last = stack.below
    opened = page.line_text(last).startswith("(")
    while opened and last + 1 < stack.stop and ")" not in page.line_text(last):
        last += 1
    start, end = unbracketed(page.text, *trimmed(page.text, _bare(page, stack.below)[0], _bare(page, last)[1]))
    if cue := _VENUE_CUE.match(page.text, start, end):
        start = cue.end()
    if 1 < end - start <= _LONGEST_VENUE and not _is_other(page.text, start, end):
        yield Mark(start, end, "VENUE", stack.below, None, GUESS)


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether a line is a link, or says where a thesis was written."""
    return _LINK.match(text, start, end) is not None or is_thesis(text, start, end)
