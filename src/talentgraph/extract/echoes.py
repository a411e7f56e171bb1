"""Echoes: what the model misses in one entry of a section, found at the place where its siblings have it.

A place is told by what stands around it: the field before and the signs between, the field behind and the signs
between, or the edge of the line and the field on the line above or below. Where at least two marks of one label stand
at a place, other words at this place are of that label too: an employer marked as a title gets its label, and words
that nothing marks are taken where their entry lacks the field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from talentgraph.extract.areas import may_be_area
from talentgraph.extract.grouping import Form, group
from talentgraph.extract.marks import GUESS, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Span
from talentgraph.values import degrees, organizations, places, technologies, titles
from talentgraph.values.people import is_name

Place = tuple[str, str]

_ENOUGH = 2  # how often a place must be seen; once is enough for lines of their own and words of a trade
_MOST_WORDS = 9  # of a name
_SIGNS = re.compile(r"[^\w\n\f]{1,12}|[^\w\n\f]{1,3}[a-zà-ÿ]{1,5}[^\w\n\f]{1,3}")
_LEAD = re.compile(r"[\W_]*(?:[a-zà-ÿ]{1,5}\s)?[\W_]*")
_TRAIL = re.compile(r"\s[a-zà-ÿ]{1,5}$")
_SENTENCE = re.compile(r"[:!?]|\.(?:\s|$)|;|https?|\d{3}")
_SMALL = re.compile(r"of|for|the|and|at|in|on|de|du|des|la|le|les|del|della|di|da|do|dos|das|et|e|y|und|für|der|von")
_WANTED = frozenset({"EMPLOYER", "TITLE", "INSTITUTION", "DEGREE", "FIELD"})
_NAMES = frozenset({"EMPLOYER", "INSTITUTION"})


@dataclass(frozen=True, slots=True)
class _Section:
    """The header marks of a section by line, and what stands at which place."""

    page: Page
    form: Form
    rows: Mapping[int, Sequence[Mark]]
    labels: Mapping[Place, Counter[str]]

    def label_at(self, span: Span, number: int, own: str | None = None) -> str | None:
        """The label that most other marks at the places of a stretch have, where it is a core field."""
        words = self.page.text[slice(*span)]
        for place in _places(self.page, self.rows, span, number):
            seen = Counter(self.labels.get(place)) - Counter([own] if own else [])
            label, count = next(iter(seen.most_common(1)), ("", 0))
            once = not own and ("/" in place[0] + place[1] or (label == "TITLE" and titles.has_title_word(words)))
            if count >= (1 if once else _ENOUGH) and (seen.total() - count) * 2 <= count and label in _WANTED:
                return label if fits(words, label) else None
        return None


def grouped(page: Page, marks: Sequence[Mark], form: Form) -> list[list[Mark]]:
    """The marks, divided into entries, with what the entries echo from one another."""
    entries, _ = group(page, marks, form)
    marks = _relabelled(_section(page, marks, form), entries)
    entries, _ = group(page, marks, form)
    section = _section(page, marks, form)
    return [sorted([*e, *_missing(section, entries, n)], key=lambda mark: mark.start) for n, e in enumerate(entries)]


def _section(page: Page, marks: Sequence[Mark], form: Form) -> _Section:
    rows: dict[int, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.line, []).append(mark)
    labels: dict[Place, Counter[str]] = {}
    for mark in marks:
        for place in _places(page, rows, mark.span, mark.line):
            labels.setdefault(place, Counter())[mark.label] += 1
    return _Section(page, form, rows, labels)


def _places(page: Page, rows: Mapping[int, Sequence[Mark]], span: Span, number: int) -> list[Place]:
    """How a stretch stands on its line; nothing where other words stand between it and the next mark or edge."""
    line = page.lines[number]
    row = [mark for mark in rows.get(number, ()) if mark.span != span]
    before = max((mark for mark in row if mark.end <= span[0]), key=lambda mark: mark.end, default=None)
    behind = min((mark for mark in row if mark.start >= span[1]), key=lambda mark: mark.start, default=None)
    left = _signs(page.text, before.end if before else line.start, span[0], at_edge=before is None)
    right = _signs(page.text, span[1], behind.start if behind else line.end, at_edge=behind is None)
    if left is None or right is None or span[1] > line.end:
        return []
    above, below = rows.get(number - 1, ()), rows.get(number + 1, ())
    if before or behind:
        found = [(f"{before.label if before else '^'}{left}", f"{right}{behind.label if behind else '$'}")]
        return [*found, (f"^{left}", f"|{below[0].label}")] if below and not before else found
    look = f"{left}{line.bold:d}{line.heading}"
    found = [(f"{look}/{above[0].label}", "$")] if above else []
    return [*found, (f"{look}^", f"{right}/{below[0].label}")] if below else found


def _signs(text: str, start: int, end: int, *, at_edge: bool) -> str | None:
    """What parts a stretch from the mark or edge beside it; None where that is more than signs and a small word."""
    between = text[start:end]
    if at_edge and not between.strip():
        return ""
    return " ".join(re.sub(r"\t", " ⇥ ", between).split()) or " " if _SIGNS.fullmatch(between) else None


def _relabelled(section: _Section, entries: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks, with the label of their place where their entry lacks it and their words allow it."""
    return [_relabel(section, mark, {other.label for other in entry}) for entry in entries for mark in entry]


def _relabel(section: _Section, mark: Mark, seen: Collection[str]) -> Mark:
    is_place = mark.label == "PLACE" and not organizations.kind(section.page.text[mark.start : mark.end])
    if mark.label == "DATE" or is_place:
        return mark
    label = section.label_at(mark.span, mark.line, mark.label)
    if not label or label in seen or any(other.label == label for other in section.rows[mark.line]):
        return mark
    return replace(mark, label=label, confidence=GUESS)


def _missing(section: _Section, entries: Sequence[Sequence[Mark]], number: int) -> Iterator[Mark]:
    """The fields that an entry lacks, from the words that stand where its siblings have them."""
    entry = entries[number]
    lacking = set(_WANTED.difference(mark.label for mark in entry))
    first = max(entry[0].line - 1, entries[number - 1][-1].line + 1 if number else 0)
    last = entries[number + 1][0].line - 1 if number + 1 < len(entries) else len(section.page.lines) - 1
    for line in range(min(first, entry[0].line), min(last, entry[-1].line + 1) + 1):
        for mark in _unmarked(section, line, lacking):
            lacking.discard(mark.label)
            yield mark


def _unmarked(section: _Section, number: int, lacking: Collection[str]) -> Iterator[Mark]:
    """The stretches of a line that nothing marks and whose place is that of a lacking field."""
    page, line = section.page, section.page.lines[number]
    if line.bullet or not lacking:
        return
    for start, end in _gaps(section.rows.get(number, ()), line.start, line.end):
        for span in _stretches(page.text, start, end):
            label = section.label_at(span, number)
            if label in lacking and label and not _is_taken(page, span) and not _runs_on(page, span, number):
                yield Mark(*span, label, number, None, GUESS)
                break


def _gaps(row: Sequence[Mark], start: int, end: int) -> Iterator[Span]:
    """What the marks of a line leave over."""
    for mark in row:
        if start < mark.start:
            yield start, mark.start
        start = max(start, mark.end)
    if start < end:
        yield start, end


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """The words of a gap without the signs and small words at its edges, the longer reading first."""
    lead = _LEAD.match(text, start, end)
    begin, stop = trimmed(text, lead.end() if lead else start, end, drop=" \t\n\f,;:|·•–—-/@")
    if begin < stop and (text[begin].isupper() or text[begin].isdigit()):
        yield begin, stop
        if small := _TRAIL.search(text, begin, stop):
            yield begin, small.start()


def _runs_on(page: Page, span: Span, number: int) -> bool:
    """Whether the words end their line and go on in small letters on the next."""
    below = page.lines[number + 1 : number + 2]
    return any(span[1] == page.lines[number].end and page.text[line.start].islower() for line in below)


def _is_taken(page: Page, span: Span) -> bool:
    """Whether something of another kind is marked there."""
    return any(mark.start < span[1] and span[0] < mark.end for mark in page.marks)


def fits(words: str, label: str) -> bool:
    """Whether words may be what a label says: a short name, and nothing that is known as something else."""
    small = [word for word in words.split() if word.islower() and not _SMALL.fullmatch(word)]
    if not words[:1].isalnum() or len(words.split()) > _MOST_WORDS or _SENTENCE.search(words) or len(words) < 2:
        return False
    if len(small) * 2 > len(words.split()) or (small and label in _NAMES):
        return False
    if technologies.lookup(words) and not organizations.lookup(words):
        return False
    return _speaks_for(words, label)


def _speaks_for(words: str, label: str) -> bool:
    known = organizations.lookup(words) is not None
    if label in _NAMES:
        other = titles.known(words) or titles.has_title_word(words) or _is_place(words)
        return known or not (other or degrees.level(words) or degrees.is_field(words))
    if label == "DEGREE":
        return degrees.level(words) is not None
    if label == "FIELD" and not may_be_area(words):
        return False
    return not known and not organizations.kind(words) and not _is_place(words) and not is_name(words)


def _is_place(words: str) -> bool:
    return places.known(words) or places.find_place(words) == (0, len(words))
