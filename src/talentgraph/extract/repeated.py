"""Repeated places: what the papers of a section hold at the places at which the others hold it.

A list of papers repeats one layout. Where most hold the venue between title and year, what stands there in the others
is their venue, too, known or not; where venues are set in italics, what is in italics is the whole of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentgraph.extract.marks import GUESS, Mark, stretches, trimmed, unbracketed
from talentgraph.extract.page import Page
from talentgraph.extract.starts import SIGN
from talentgraph.model import Span

_THESIS = re.compile(
    r"(?:^|[\n\f\t.,;(\"”]\s*)(?:(?:Ph\.?\s?D\.?|Doctoral|Master['’]?s?|M\.?\s?Sc\.?|M\.?S\.?|Bachelor['’]?s?|B\.?\s?Sc\.?|Diploma)\s+)"
    r"(?:thesis|dissertation)\b|(?:^|[\n\f\t.,;(\"”]\s*)(?:thesis|dissertation|habilitation)\b(?!\s+\w+\s+\w)",
    re.I,
)
_UNPRINTED = re.compile(
    r"\W*(?:et al|under (?:review|submission)|in (?:submission|review|preparation|press|prep)|submitted|to appear|"
    r"forthcoming|manuscript|unpublished|working paper|preprint|accepted)\b",
    re.I,
)
_LEAD = re.compile(
    r"(?:[\s.,;:–—\-”\"“»«’)\]]|\bIn\b:?\s+(?=\S)|(?:published|appeared|presented|accepted) (?:in|at|by)\b:?)+", re.I
)
_TAIL = re.compile(
    r"(?:[,;.]?\s*(?:\b(?:vol(?:ume)?|no|pp?|pages?|issue|art(?:icle)?)\b\.?\s*\d|\d+\s?\(\d+\)|\d+[:,]\s?\d).*|\s*[\[(][^\[\]()]*[\])]?\W*)$",
    re.I | re.DOTALL,
)
_DROP = " \t\n\f,;:|·•–—-.("
_LINK = re.compile(r"https?:|doi\b|10\.\d", re.I)
_STOP = re.compile(r"[.?!]\s+\S|[\n\f]\s*[\[(]")
_FIELDS = ("AUTHORS", "PAPER", "VENUE", "DATE")
_LONGEST = 120  # letters of a venue
_SHARE = 0.6  # of the papers that must keep one order, and of italic stretches that must be venues


def is_thesis(text: str, start: int, end: int) -> bool:
    """Whether the end of a stretch names a thesis and where it was written, which is no venue."""
    words = text[start:end]
    return any("." not in words[match.end() :].strip(" .") for match in _THESIS.finditer(words))


@dataclass(frozen=True, slots=True)
class Entry:
    """The marks of one paper, and where it begins and stops."""

    marks: Sequence[Mark]
    start: int
    stop: int

    def first(self, label: str) -> Mark | None:
        """The first mark of a label."""
        return next((mark for mark in self.marks if mark.label == label), None)

    @property
    def order(self) -> tuple[str, ...]:
        """Its fields in the order in which they stand."""
        return tuple(dict.fromkeys(mark.label for mark in self.marks if mark.label in _FIELDS))


def with_places(page: Page, entries: Sequence[Entry], *, sure: bool) -> list[list[Mark]]:
    """The marks of each entry, with venues where the others have them, and titles if it is `sure` where it begins."""
    order = _order(entries)
    lone = not any(entry.first("VENUE") for entry in entries)
    places = [_behind_title(entry) if lone and _is_quoted(page, entry) else order for entry in entries]
    return [[*e.marks, *_missing(page, e, o, titles=sure)] for e, o in zip(entries, places, strict=True)]


def _is_quoted(page: Page, entry: Entry) -> bool:
    title = entry.first("PAPER")
    return title is not None and re.match(r"[.,]?[”\"]", page.text[title.end : title.end + 2]) is not None


def _behind_title(entry: Entry) -> tuple[str, ...]:
    """The order of an entry with the venue behind its title, as references with titles in quotation marks have it."""
    place = entry.order.index("PAPER") + 1
    return (*entry.order[:place], "VENUE", *entry.order[place:])


def _order(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The order that the entries with a venue share; a usual one where none has one."""
    orders = Counter(entry.order for entry in entries if entry.first("VENUE") and entry.first("PAPER"))
    if not orders:
        return ("AUTHORS", "PAPER", "VENUE", "DATE")
    order, count = orders.most_common(1)[0]
    return order if count >= _SHARE * orders.total() else ()


def _missing(page: Page, entry: Entry, order: Sequence[str], *, titles: bool) -> Iterator[Mark]:
    """The venue of a paper that has none, or the title of one that has all else, by its place."""
    missing = [label for label in order if not entry.first(label)]
    label = "VENUE" if entry.first("PAPER") else "PAPER"
    if label not in missing or (label == "PAPER" and not (titles and missing == ["PAPER"] and len(order) > 2)):
        return
    place = order.index(label)
    before = [mark.end for name in order[:place] for mark in entry.marks if mark.label == name]
    after = [mark.start for name in order[place + 1 :] for mark in entry.marks if mark.label == name]
    start, end = max(before, default=entry.start), min(after, default=entry.stop)
    if not before and (sign := SIGN.match(page.text, start)):
        start = sign.end()
    read = _words if label == "VENUE" else _title
    if start < end and (span := read(page.text, start, end, last=not after)):
        yield Mark(*span, label, page.line_at(span[0]), None, GUESS)


def _title(text: str, start: int, end: int, *, last: bool) -> Span | None:
    """A title in what stands between two fields, if that may be one: some words in one cell, no sentence behind."""
    if last and (stop := _STOP.search(text, start, end)):
        end = stop.start()
    start, end = trimmed(text, start, end, drop=' \t\n\f,;:|·•–—-."“”()')
    words = text[start:end]
    if not 2 < len(words.split()) < 40 or "\t" in words or _STOP.search(words) or not words[0].isalnum():
        return None
    return None if _UNPRINTED.match(words) or _LINK.search(words) else (start, end)


def _words(text: str, start: int, end: int, *, last: bool) -> Span | None:
    """The name of a venue in what stands between two fields, if that may be one."""
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if last and (stop := _STOP.search(text, start, end)):
        end = stop.start()
    while tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    start, end = unbracketed(text, *trimmed(text, start, end, drop=' \t\n\f,;:|·•–—-."“”'))
    words = text[start:end]
    if (
        not 1 < len(words) <= _LONGEST
        or not words[0].isalnum()
        or 2 * sum(map(str.isalpha, words)) < len(words)
        or "\t" in words
    ):
        return None
    if is_thesis(text, start, end) or _UNPRINTED.match(words) or _LINK.search(words) or _STOP.search(words):
        return None
    return start, end


def in_italics(page: Page, marks: Sequence[Mark], region: Span) -> list[Mark]:
    """The marks; where italics are those of venues, a venue is all that they hold."""
    runs = list(_italic(page, region))
    labels = [label for run in runs if (label := _label(run, marks))]
    if len(runs) < 2 or labels.count("VENUE") < _SHARE * len(runs):
        return list(marks)
    found = list(marks)
    for run in runs:
        inside = [mark for mark in found if mark.start < run[1] and run[0] < mark.end and mark.label != "DATE"]
        if inside and all(mark.label in ("VENUE", "PAPER") and mark.start >= run[0] for mark in inside):
            dates = [mark.start for mark in found if mark.label == "DATE" and run[0] < mark.start < run[1]]
            lead = _LEAD.match(page.text, *run)
            span = trimmed(page.text, lead.end() if lead else run[0], min([run[1], *dates]), drop=_DROP)
            if span[0] >= span[1]:
                continue
            found = [mark for mark in found if mark not in inside]
            found.append(replace(inside[0], start=span[0], end=span[1], label="VENUE"))
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _italic(page: Page, region: Span) -> Iterator[Span]:
    """The stretches in italics of a section, over line ends."""
    spans = [(style.start, style.end) for style in page.document.styles if style.kind == "italic"]
    inside = [(a, b) for a, b in spans if region[0] <= a and b <= region[1]]
    yield from stretches(page.text, inside, over_cells=False)


def _label(run: Span, marks: Sequence[Mark]) -> str | None:
    """What most of a stretch is marked as."""
    common = {mark: min(run[1], mark.end) - max(run[0], mark.start) for mark in marks}
    best = max(common, key=lambda mark: common[mark], default=None)
    return best.label if best and common[best] > 0 else None


def relabelled(marks: Sequence[Mark], begins: Sequence[int]) -> list[Mark]:
    """The marks; of two titles in an entry without a venue, the shorter one below is the venue, and of two venues in
    an entry without a title the longer one is the title."""
    found = list(marks)
    for start, stop in zip(begins, [*begins[1:], 1 << 30], strict=False):
        inside = [mark for mark in found if start <= mark.line < stop]
        titles, venues = ([m for m in inside if m.label == label] for label in ("PAPER", "VENUE"))
        if len(titles) == 2 and not venues and _size(titles[1]) < min(_LONGEST, _size(titles[0])):
            found[found.index(titles[1])] = replace(titles[1], label="VENUE", confidence=GUESS)
        elif len(venues) == 2 and not titles:
            title = max(venues, key=_size)
            found[found.index(title)] = replace(title, label="PAPER", confidence=GUESS)
    return found


def _size(mark: Mark) -> int:
    return mark.end - mark.start
