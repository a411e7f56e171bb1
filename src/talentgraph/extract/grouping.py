"""Entries of a section: the marks of one position, degree or paper, told apart by the layout they share.

A CV repeats one layout: employer, title, dates; title, employer, dates; and so on. Each order of the fields is
tried on the whole section, and the order and division that fit best together win.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from talentgraph.extract.marks import Mark
from talentgraph.extract.page import Page
from talentgraph.values.dates import DateRange

MAX_MARKS = 14  # of one entry
_OPEN_RANGE = re.compile(r"\s*(?:[–—~→-]|to|bis|until)\s*(?=[\t\n\f]|$)")
_GOES_ON = re.compile(r"\s*(?:[–—-]\s*)?")
_CELL_END = re.compile(r"[ )\]]*(?:[\t\n\f]|$)")
_NUMBERED = re.compile(r"[\[(]?[A-Z]{0,2}\d{1,3}[.\])]?\s")


@dataclass(frozen=True, slots=True)
class Form:
    """What an entry is made of. `core` fields stand once each; `weights` say how much each is missed."""

    core: tuple[str, ...]
    weights: tuple[float, ...]
    repeatable: frozenset[str] = frozenset()  # core fields that may come twice, side by side


def joined_years(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """Two single dates as one range: years with only blanks between ("2018 2021"), and what a narrow column parts."""
    joined: list[Mark] = []
    for mark in marks:
        before = joined[-1] if joined else None
        left = next((n for n, other in enumerate(joined) if _is_parted(page, other, mark)), None)
        if before and before.date and mark.date and _are_range(page, before, mark):
            joined[-1] = replace(before, end=mark.end, date=_range(before.date, mark.date))
        elif left is not None and (opened := joined[left].date) and mark.date:
            joined[left] = replace(joined[left], date=_range(opened, mark.date))
        else:
            joined.append(mark)
    return joined


def _range(left: DateRange, right: DateRange) -> DateRange:
    span = left.span[0], right.span[1]
    return replace(left, end=right.start, current=right.current, span=span, start_span=left.span, end_span=right.span)


def _is_parted(page: Page, left: Mark, right: Mark) -> bool:
    """Whether a range breaks at its dash, and its end stands in a cell of the line below."""
    if right.line != left.line + 1 or not _is_single(left) or not _is_single(right):
        return False
    a, b = left.date, right.date
    if not a or not b or not a.start or a.current or not (b.current or a.start[:4] <= (b.start or "")[:4]):
        return False
    cell = max(page.text.rfind("\t", 0, right.start) + 1, page.lines[right.line].start)
    behind = _CELL_END.match(page.text, right.end)
    dashes = (_OPEN_RANGE.match(page.text, left.end), _GOES_ON.fullmatch(page.text, cell, right.start))
    return behind is not None and dashes[1] is not None and (dashes[0] is not None or "-" in _dash(dashes[1].group()))


def _is_single(mark: Mark) -> bool:
    return mark.date is not None and not mark.date.end


def _dash(words: str) -> str:
    return words.replace("–", "-").replace("—", "-")


def _are_range(page: Page, left: Mark, right: Mark) -> bool:
    a, b = left.date, right.date
    if not a or not b or not a.start or a.end or a.current or b.end or page.text[left.end : right.start].strip():
        return False
    return b.current or (len(a.start) == 4 and b.start is not None and len(b.start) == 4 and a.start <= b.start)


class _Entry(NamedTuple):
    """Marks that may be one entry: where they start, their core labels, and what speaks for them in any order."""

    start: int
    sequence: tuple[str, ...]
    score: float


def group(
    page: Page, marks: Sequence[Mark], form: Form, *, begins: Collection[int] = ()
) -> tuple[list[list[Mark]], tuple[str, ...]]:
    """The marks, divided into entries, and the order of fields that the section follows.

    `begins` are the numbers of the lines at which all entries begin, where that is known.
    """
    seen = [label for label in form.core if any(mark.label == label for mark in marks)]
    if not seen:
        return [], ()
    breaks = _borders(marks, begins) if begins else _breaks(page, marks)
    ends = [list(_entries(marks, breaks, form, end)) for end in range(1, len(marks) + 1)]
    weights = dict(zip(form.core, form.weights, strict=True))
    cost = 0.5 * sum(weights[label] for label in seen)
    divided = ((*_divide(ends, order, cost), order) for order in permutations(seen))
    _, starts, order = max(divided, key=lambda found: found[0])
    return [list(marks[start:end]) for start, end in zip(starts, [*starts[1:], len(marks)], strict=True)], order


def _divide(ends: Sequence[Sequence[_Entry]], order: tuple[str, ...], cost: float) -> tuple[float, list[int]]:
    """The best division under one order, by dynamic programming over the ends of entries: its score, and the starts."""
    totals, froms = [0.0], [0]
    for entries in ends:
        best, start = float("-inf"), 0
        for entry in entries:
            total = totals[entry.start] + entry.score + (_fit(entry.sequence, order) - cost if entry.sequence else 0.0)
            if total > best:
                best, start = total, entry.start
        totals.append(best)
        froms.append(start)
    starts, end = list[int](), len(ends)
    while end > 0:
        end = froms[end]
        starts.append(end)
    return round(totals[-1], 6), starts[::-1]


def _entries(marks: Sequence[Mark], breaks: Sequence[float], form: Form, end: int) -> Iterator[_Entry]:
    """The entries that may end before a mark."""
    weights = dict(zip(form.core, form.weights, strict=True))
    for start in range(end - 1, max(-1, end - 1 - MAX_MARKS), -1):
        sequence = _core_sequence(marks[start:end], form)
        if sequence is None:
            return  # a longer entry repeats the field, too
        if not sequence:
            yield _Entry(start, (), -1.0 - 0.1 * (end - start))
            continue
        score = sum(weights[label] for label in sequence) - sum(breaks[start + 1 : end])
        parted = start and marks[start].line == marks[start - 1].line
        yield _Entry(start, tuple(sequence), score - 0.7 if parted else score)


@lru_cache(maxsize=4096)
def _fit(sequence: tuple[str, ...], order: tuple[str, ...]) -> float:
    """How well the core labels of an entry follow an order."""
    ranks = [order.index(label) for label in sequence]
    in_order = 0.25 * len(ranks) if ranks == sorted(ranks) else -0.5
    return in_order + (0.2 if sequence[0] == order[0] else 0.0)


def _core_sequence(entry: Sequence[Mark], form: Form) -> list[str] | None:
    """The core labels in order of first standing; None when one stands twice that may not."""
    sequence: list[str] = []
    last: dict[str, Mark] = {}
    for mark in entry:
        if mark.label not in form.core:
            continue
        if mark.label in last:
            near = mark.line - last[mark.label].line <= 1
            if mark.label not in form.repeatable or not near:
                return None
        else:
            sequence.append(mark.label)
        last[mark.label] = mark
    return sequence


def _borders(marks: Sequence[Mark], begins: Collection[int]) -> list[float]:
    """The costs where it is known at which lines entries begin."""
    pairs = zip(marks, marks[1:], strict=False)
    return [0.0, *(4.0 * any(left.line < n <= right.line for n in begins) for left, right in pairs)]


def _breaks(page: Page, marks: Sequence[Mark]) -> list[float]:
    """What it costs that an entry goes on from the mark before to this one."""
    costs = [0.0]
    spaced = _is_spaced(page, marks)
    for left, right in zip(marks, marks[1:], strict=False):
        over_heading = right.line == left.line + 1 and left.label == "DATE" and _is_alone(page, left)
        costs.append(0.0 if over_heading else min(_break(page, left.line, right.line, spaced), 4.0))
    return costs


def _is_alone(page: Page, mark: Mark) -> bool:
    """Whether a mark has its line to itself and a gap above it: a date above the heading of its entry."""
    return page.lines[mark.line].gap and page.fills_line(mark)


def _break(page: Page, left: int, right: int, spaced: bool) -> float:
    """The cost of going on from one line to a later one."""
    if left == right:
        return 0.0
    new, inside = page.lines[left + 1 : right + 1], page.lines[left + 1 : right]
    cost = 1.5 if any(line.bullet for line in inside) else 0.35 * len(inside)
    cost += 0.9 * (not spaced and any(line.gap for line in new))
    cost += 1.5 * any(line.heading for line in new)
    cost += 1.2 * any(_NUMBERED.match(page.line_text(number)) for number in range(left + 1, right + 1))
    goes_on = page.lines[right].level > page.lines[left].level and not any(line.gap for line in new)
    cost += 1.5 * (page.lines[left].bullet and not page.lines[right].bullet and not goes_on)
    return cost + 0.9 * (page.lines[left].bullet and page.lines[right].bullet)


def _is_spaced(page: Page, marks: Sequence[Mark]) -> bool:
    """Whether a gap stands above nearly every line, so that gaps tell nothing."""
    numbers = {mark.line for mark in marks}
    return sum(page.lines[number].gap for number in numbers) > 0.8 * len(numbers)
