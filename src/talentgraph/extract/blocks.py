"""Blocks: the entries of a section of short entries (awards, projects, certificates), told apart by how they look.

A section repeats one layout. Each look that a line of it has is tried as the look of first lines, and the division that
fits best is taken: entries have one date, begin with the same look, and hold no further beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from talentgraph.extract.marks import trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Span
from talentgraph.values.dates import DateRange, find_dates

MAX_LINES = 40  # of one entry
_RULE = re.compile(r"[\W_]*")
_OPEN_END = re.compile(
    r"(?:[-–—,&/(]|\b(?:of|for|and|the|at|in|on|with|to|a|an|de|du|des|la|le|les|del|di|und|für|der|die|e|y|et|en|em|von))$",
    re.I,
)
_BEFORE = re.compile(
    r"(?:^|[\t,;:|(\[•·]|\s[-–—]|\b(?:issued|awarded|received|completed|obtained|earned|granted|date|expedid[oa]|ausgestellt|"
    r"obtenid[oa]|concedid[oa]|obtenue?|rilasciat[oa])\b(?: on| in| am| el| em| le)?)\s*$",
    re.I,
)
BY = re.compile(
    r"(?:awarded|issued|given|granted|presented|conferred|offered|verliehen|vergeben|ausgestellt|otorgad[oa]|concedid[oa]|"
    r"expedid[oa]|emitid[oa]|d[ée]cern[ée]e?|d[ée]livr[ée]e?|rilasciat[oa]|conferit[oa])\s+(?:by|von|vom|durch|por|par|da|dal|"
    r"dalla|pela|pelo)[:\s]+",
    re.I,
)
_AFTER = re.compile(r"^\s*(?:$|[\t,;:|)\]•·]|[-–—](?:\s|$)|\.$)")
_LISTING = re.compile(r"[^\W\d_][\w ]{2,24}:\s[^,]+(?:,[^,]+)+$")
_MONTH_ONLY = re.compile(r"[^\W\d_]{3,10}\.?")
_WORDS = re.compile(r"[)\]]?\s+[A-ZÀ-Þ\"“][^\t]*\s\S")
_LAST_YEAR = re.compile(r"[\w)\]] (?:19|20)\d\d$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_CELL = re.compile(r"[^\t\n\f]*")


class Look(NamedTuple):
    """How a line looks, as far as beginnings of entries look alike."""

    bullet: bool
    heading: int
    bold: bool
    size: int
    date: str  # where a date stands: "first", "last", "only" or "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section, with the dates at its edges."""

    number: int
    start: int
    end: int
    look: Look
    dates: tuple[DateRange, ...]
    gap: bool
    goes_on: bool  # with the sentence or name of the line above
    is_text: bool  # reads like a sentence
    level: int
    named: bool  # the model sees the name of an entry begin here
    bold_end: int  # where the bold letters end that its first letter stands in, else its start
    month: Span | None = None  # a month whose year stands on the next line


@dataclass(frozen=True, slots=True)
class _Section:
    rows: Sequence[Row]
    first: Look
    dated: float  # share of beginnings that have a date, at most 1
    gapped: bool  # gaps part entries


def blocks(page: Page, start: int, end: int, label: str) -> list[list[Row]]:
    """The entries of a stretch as rows; `label` is what the model calls their names."""
    rows = list(_rows(page, start, end, label))
    if not rows:
        return []
    looks = dict.fromkeys(row.look for row in rows if not row.goes_on and _may_begin(rows[0], row.look))
    readings = [_reading(rows, look) for look in looks or [rows[0].look]]
    return max((_divide(reading) for reading in readings), key=lambda found: found[0])[1]


def _may_begin(top: Row, look: Look) -> bool:
    """Whether entries may begin like this, where the section begins with a row like `top`."""
    if top.is_text or top.look.date == "only":
        return True
    return (look.bullet <= top.look.bullet) and (bool(look.heading), look.bold) >= (
        bool(top.look.heading),
        top.look.bold,
    )


def _rows(page: Page, start: int, end: int, label: str) -> Iterator[Row]:
    bold = _bold_runs(page, start, end)
    names = [mark.start for mark in page.within(start, end, [label])]
    margin = _Margin(page, loose=_end_in_years(page, start, end))
    above: Row | None = None
    for number in range(page.line_at(start), len(page.lines)):
        line = page.lines[number]
        if line.start >= end:
            break
        if line.start < start or _RULE.fullmatch(page.text[line.start : line.end]):
            continue
        above = _row(page, number, bold, names, above, margin)
        yield above


def _row(
    page: Page, number: int, bold: Sequence[Span], names: Sequence[int], above: Row | None, margin: _Margin
) -> Row:
    line = page.lines[number]
    text = page.text[line.start : line.end]
    dates = tuple(_edge_dates(page.text, line.start, line.end, loose=margin.loose))
    month = None if dates else _lone_month(page, number)
    first = _first_letter(page.text, line.start)
    bold_end = next((b for a, b in bold if a <= first < b), line.start)
    is_bold = line.bold or bold_end > line.start
    place = "first" if month else _date_place(page.text, line.start, line.end, dates)
    look = Look(line.bullet, line.heading, is_bold, round(line.size or 0), place)
    goes_on = above is not None and (above.month is not None or _goes_on(page, above, number, look, margin))
    named = any(line.start <= name < line.start + 12 for name in names)
    is_text = _is_text(text, dates)
    return Row(
        number, line.start, line.end, look, dates, line.gap, goes_on, is_text, line.level, named, bold_end, month
    )


class _Margin:
    """Where the lines of a document end, by column: in points, or in letters where the file has no points."""

    def __init__(self, page: Page, *, loose: bool) -> None:
        self.loose = loose  # whether years end the lines with nothing but a blank before them
        self.right: dict[int, float] = {}
        for line in page.lines:
            end = line.box[2] if line.box else float(line.end - line.start)
            self.right[line.column] = max(self.right.get(line.column, 60.0), end)

    def is_full(self, page: Page, above: int, number: int) -> bool:
        """Whether the first word of a line did not fit on the line above."""
        last, line = page.lines[above], page.lines[number]
        word = len(page.text[line.start : line.end].split(maxsplit=1)[0]) + 1
        if last.box and line.box:
            letter = (last.box[2] - last.box[0]) / max(1, last.end - last.start)
            return last.column == line.column and last.box[2] + word * letter > self.right[last.column]
        return last.end - last.start + word > self.right[last.column]


def _lone_month(page: Page, number: int) -> Span | None:
    """A month in the first cell of a line, with its year below."""
    if number + 1 >= len(page.lines):
        return None
    line, below = page.lines[number], page.lines[number + 1]
    word, year = (_FIRST_CELL.match(page.text, at.start, at.end) for at in (line, below))
    if not word or not year or not _MONTH_ONLY.fullmatch(word.group()) or not _YEAR.fullmatch(year.group()):
        return None
    return word.span() if _monthly(word.group(), year.group()) else None


def _monthly(month: str, year: str) -> str | None:
    """The date of a month and a year, None when the first is no month."""
    found = find_dates(f"{month} {year}")
    return found[0].start if len(found) == 1 and found[0].start and len(found[0].start) == 7 else None


def _bold_runs(page: Page, start: int, end: int) -> list[Span]:
    """The stretches in bold, over signs, line ends and the borders that broken fonts make."""
    runs: list[Span] = []
    for style in page.document.styles:
        if style.kind != "bold" or not start <= style.start < end:
            continue
        between = page.text[runs[-1][1] : style.start] if runs else "x"
        if runs and "\t" not in between and not any(map(str.isalnum, between)):
            runs[-1] = (runs[-1][0], max(runs[-1][1], style.end))
        else:
            runs.append((style.start, style.end))
    return runs


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _end_in_years(page: Page, start: int, end: int) -> bool:
    """Whether most lines of a stretch end in a year that only a blank parts from the words before it."""
    texts = [page.text[line.start : line.end].strip() for line in page.lines if start < line.start and line.end <= end]
    texts = [text for text in texts if any(map(str.isalnum, text))]
    return len(texts) > 2 and sum(_LAST_YEAR.search(text) is not None for text in texts) > 0.6 * len(texts)


def _edge_dates(text: str, start: int, end: int, *, loose: bool) -> list[DateRange]:
    """The dates that stand apart from the words of their line; else the one that the line begins or ends with."""
    found = find_dates(text[start:end], offset=start)
    edges = [date for date in found if _stands_apart(text, start, end, date.span)]
    if (
        not edges
        and found
        and not text[start : found[0].span[0]].strip(" ([")
        and _WORDS.match(text, found[0].span[1], end)
    ):
        return found[:1]
    if loose and not edges and found and not text[found[-1].span[1] : end].strip(" )].,"):
        return found[-1:]
    return edges


def _stands_apart(text: str, start: int, end: int, span: Span) -> bool:
    before, after = text[start : span[0]], text[span[1] : end]
    return bool(_BEFORE.search(before)) and (bool(_AFTER.search(after)) or not after.strip(" )].,"))


def _date_place(text: str, start: int, end: int, dates: Sequence[DateRange]) -> str:
    if not dates:
        return "none"
    before = text[start : dates[0].span[0]].strip(" ()[]")
    after = text[dates[-1].span[1] : end].strip(" ()[].")
    if not before and not after:
        return "only"
    return "first" if not before else "last"


def _goes_on(page: Page, above: Row, number: int, look: Look, margin: _Margin) -> bool:
    """Whether a line carries on what the line above began."""
    line, last = page.lines[number], page.lines[above.number]
    if line.bullet or line.heading or line.gap:
        return False
    if line.level > last.level or (above.goes_on and line.level == last.level > 0):
        return look.date != "only"
    if (look.bold, look.size) != (above.look.bold, above.look.size) or look.date in ("only", "first"):
        return False
    if above.look.date not in ("none", "first"):
        return False
    before, words = page.text[last.start : last.end].rstrip(), page.text[line.start : line.end].lstrip(" \"'“”(")
    if words.startswith(("http", "www.")):
        return False
    opened = before.count("(") > before.count(")") or before.count("“") > before.count("”")
    if opened or look.bold or _OPEN_END.search(before) or margin.is_full(page, above.number, number):
        return True
    return words[:1].islower() and look.date == "none" and len(before) > 30


def _is_text(text: str, dates: Sequence[DateRange]) -> bool:
    words = text.split()
    if BY.match(text) or (not dates and _LISTING.match(text)):
        return True
    return not dates and len(words) > 5 and (text.rstrip().endswith((".", "!")) or len(words) > 14)


def _reading(rows: Sequence[Row], first: Look) -> _Section:
    begins = [row for row in rows if row.look == first and not row.goes_on]
    dates = sum(bool(row.dates) for row in rows)
    inner = [row for row in rows[1:] if not row.goes_on]
    gaps = sum(row.gap for row in inner)
    gapped = gaps > 0 and 0.15 * len(inner) <= gaps <= 0.85 * len(inner)
    return _Section(rows, first, min(1.0, dates / max(1, len(begins))), gapped)


def _divide(section: _Section) -> tuple[float, list[list[Row]]]:
    """The best division, by dynamic programming over the ends of entries."""
    count = len(section.rows)
    totals, froms = [0.0] + [float("-inf")] * count, [0] * (count + 1)
    for start in range(count):
        inside, dates = 0.0, 0
        opening = _opening(section, section.rows[start], start == 0)
        for end in range(start + 1, min(count, start + MAX_LINES) + 1):
            row = section.rows[end - 1]
            inside += _inside(section, section.rows[start], row) if end - 1 > start else 0.0
            dates += bool(row.dates)
            total = totals[start] + opening + inside + _dating(section, dates)
            if total > totals[end]:
                totals[end], froms[end] = total, start
    entries, end = [], count
    while end > 0:
        entries.append(list(section.rows[froms[end] : end]))
        end = froms[end]
    return round(totals[-1], 6), entries[::-1]


def _opening(section: _Section, row: Row, is_top: bool) -> float:
    """How much a row looks like the beginning of an entry."""
    sure = section.first == section.rows[0].look  # the top row is a beginning
    value = 0.5 + 0.5 * sure if row.look == section.first else -0.25 if _are_alike(row.look, section.first) else -0.7
    value -= 1.0 * ((bool(row.look.heading), row.look.bold) < (bool(section.first.heading), section.first.bold))
    value += 0.4 * row.named - 1.5 * (row.goes_on and not is_top) - 0.8 * (row.is_text and not row.look.bullet)
    value += (0.5 if row.gap else -0.8) * (section.gapped and not is_top)
    value += 0.3 * (row.look.heading > 0 or (row.look.bold and not row.look.bullet))
    return value - 1.0 * (row.look.date == "only" and section.first.date != "only")


def _are_alike(left: Look, right: Look) -> bool:
    """Whether two looks differ in nothing but where a date stands."""
    return left[:4] == right[:4] and "only" not in (left.date, right.date)


def _inside(section: _Section, first: Row, row: Row) -> float:
    """What it costs that a row stands inside an entry."""
    if row.goes_on:
        return 0.0
    cost = 0.4 * row.gap * section.gapped
    over_date = first.look.date == "only" and row.number == first.number + 1
    if row.look.heading and not over_date:
        cost += 1.0
    if row.look == section.first and not row.is_text:
        cost += 0.1 if section.gapped and not row.gap else 0.5
    if row.look.bullet and first.look.bullet:
        cost += 2.0 if row.level <= first.level else 0.8
    cost += 0.3 * (row.named and not over_date)
    return -cost


def _dating(section: _Section, dates: int) -> float:
    """Entries have one date where entries have dates."""
    if dates == 1:
        return 1.0 * section.dated
    return -0.8 * section.dated if dates == 0 else -0.9 * (dates - 1)


class When(NamedTuple):
    """The date of an entry: where it stands, and its start and end."""

    spans: tuple[Span, ...]
    date: DateRange


def whens(page: Page, rows: Sequence[Row]) -> list[When]:
    """The dates of an entry, in order; a month with its year below is one date."""
    found: list[When] = []
    month: Span | None = None
    for row in rows:
        for date in row.dates:
            spans: tuple[Span, ...] = (date.span,)
            if month and date.start and (start := _monthly(page.text[slice(*month)], date.start)):
                date, spans = replace(date, start=start), (month, date.span)
            month = None
            found.append(When(spans, date))
        month = row.month
    return found


def pieces(page: Page, rows: Sequence[Row]) -> list[list[Span]]:
    """The cells of an entry in order, without its dates; a cell over several lines is one piece of several spans."""
    found: list[list[Span]] = []
    open_ = False
    for row in rows:
        cells = list(_cells(page, row))
        for place, (cell, ends_line) in enumerate(cells):
            if place == 0 and row.goes_on and open_ and found:
                last = found[-1][-1]
                if page.text[last[1] : cell[0]].strip():
                    found[-1].append(cell)
                else:
                    found[-1][-1] = (last[0], cell[1])
            else:
                found.append([cell])
            open_ = ends_line or len(cells) == 1
    return found


def _cells(page: Page, row: Row) -> Iterator[tuple[Span, bool]]:
    """The cells of a row without its dates; whether each is the last of its line."""
    cuts = [row.month[1] if row.month else row.start]
    for date in row.dates:
        cuts += date.span
    cuts.append(row.end)
    stretches = list(zip(cuts[::2], cuts[1::2], strict=True))
    for a, b in stretches:
        at = a
        for cell in page.text[a:b].split("\t"):
            span = trimmed(page.text, at, at + len(cell), drop=" \t\n\f,;:|·•–—-")
            at += len(cell) + 1
            if any(map(str.isalnum, page.text[span[0] : span[1]])):
                yield span, b == row.end
