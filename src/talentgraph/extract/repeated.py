"""Repeated places: what the papers of a section hold at the places at which the others hold it.

A list of papers repeats one layout. Where most hold the venue between title and year, what stands there in the others
is their venue, too, known or not; where venues are set in italics, what is in italics is the whole of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talentgraph.extract.marks import GUESS, Mark, trimmed, unbracketed
from talentgraph.extract.page import Page
from talentgraph.extract.starts import SIGN
from talentgraph.model import Span

_THESIS = re.compile(
    r"(?:^|[\n\f\t.,;(\"”]\s*)(?:(?:Ph\.?\s?D\.?|Doctoral|Master['’]?s?|M\.?\s?Sc\.?|M\.?S\.?|Bachelor['’]?s?|B\.?\s?Sc\.?|Diploma)\s+)"
    r"(?:thesis|dissertation)\b|(?:^|[\n\f\t.,;(\"”]\s*)(?:thesis|dissertation|habilitation)\b(?!\s+\w+\s+\w)",
    re.I,
)
_UNPRINTED = re.compile(
    r"\W*(?:under (?:review|submission)|in (?:submission|review|preparation|press|prep)|submitted|to appear|"
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


def with_venues(page: Page, entries: Sequence[Entry]) -> list[list[Mark]]:
    """The marks of each entry, with venues where the others have them."""
    order = _order(entries)
    return [[*entry.marks, *_venue(page, entry, order)] for entry in entries]


def _order(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The order that the entries with a venue share; that of a lone reference where none has one."""
    orders = Counter(entry.order for entry in entries if entry.first("VENUE") and entry.first("PAPER"))
    if not orders:
        return ("AUTHORS", "PAPER", "VENUE", "DATE")
    order, count = orders.most_common(1)[0]
    return order if count >= _SHARE * orders.total() else ()


def _venue(page: Page, entry: Entry, order: Sequence[str]) -> Iterator[Mark]:
    """The venue of a paper that has none, by its place."""
    if entry.first("VENUE") or not entry.first("PAPER") or "VENUE" not in order:
        return
    place = order.index("VENUE")
    before = [mark.end for label in order[:place] for mark in entry.marks if mark.label == label]
    after = [mark.start for label in order[place + 1 :] for mark in entry.marks if mark.label == label]
    start, end = max(before, default=entry.start), min(after, default=entry.stop)
    if not before and (sign := SIGN.match(page.text, start)):
        start = sign.end()
    if start >= end:
        return
    span = _words(page.text, start, end, last=not after)
    if span:
        yield Mark(*span, "VENUE", page.line_at(span[0]), None, GUESS)


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
    if not 1 < len(words) <= _LONGEST or 2 * sum(map(str.isalpha, words)) < len(words) or "\t" in words:
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
    start = end = -1
    for style in sorted((s for s in page.document.styles if s.kind == "italic"), key=lambda s: s.start):
        if not (region[0] <= style.start and style.end <= region[1]):
            continue
        if start >= 0 and not page.text[end : style.start].strip() and "\t" not in page.text[end : style.start]:
            end = max(end, style.end)
            continue
        if start >= 0:
            yield start, end
        start, end = style.start, style.end
    if start >= 0:
        yield start, end


def _label(run: Span, marks: Sequence[Mark]) -> str | None:
    """What most of a stretch is marked as."""
    common = {mark: min(run[1], mark.end) - max(run[0], mark.start) for mark in marks}
    best = max(common, key=lambda mark: common[mark], default=None)
    return best.label if best and common[best] > 0 else None


def relabelled(marks: Sequence[Mark], begins: Sequence[int]) -> list[Mark]:
    """The marks; of two titles in an entry without a venue, the shorter one below the other is the venue."""
    found = list(marks)
    for start, stop in zip(begins, [*begins[1:], 1 << 30], strict=False):
        inside = [mark for mark in found if start <= mark.line < stop]
        titles = [mark for mark in inside if mark.label == "PAPER"]
        if len(titles) == 2 and not any(mark.label == "VENUE" for mark in inside):
            title, venue = titles
            if venue.end - venue.start < min(_LONGEST, title.end - title.start):
                found[found.index(venue)] = replace(venue, label="VENUE", confidence=GUESS)
    return found
