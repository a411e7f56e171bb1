"""Dates and date ranges as CVs print them, in the precision of the text: `2019`, `2019-09` or `2019-09-15`.

Finding goes in three steps: stretches that only look like dates are masked (phone numbers, addresses of pages,
page numbers), points of time are found, and neighbouring points with a dash or "to" between them become ranges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from talentgraph.model import Span
from talentgraph.values import _date_words as spoken

Triple = tuple[str | None, str | None, bool]
Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date or a range as printed. A single date has a `start` only; `current` says that it lasts until now.

    The spans are those of the whole range, of the start and of the end (or of the word for now).
    """

    start: str | None
    end: str | None
    current: bool
    span: Span
    start_span: Span | None
    end_span: Span | None


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of time, a word for now ("now"), or a month without a year ("month")."""

    start: int
    end: int
    kind: str
    value: str
    until: str = ""


_DAY_AND_MONTH = re.compile(r"\d{1,2}\s+(?=[^\W\d_])")


def find_dates(text: str, *, offset: int = 0) -> list[DateRange]:
    """Every date and date range of a text, in order; `offset` is added to the spans.

    >>> [(d.start, d.end, d.current) for d in find_dates("Aug 2023 – May 2026, Since 2015, 08/2018 - now")]
    [('2023-08', '2026-05', False), ('2015', None, True), ('2018-08', None, True)]
    >>> find_dates("Llama2-70B is 1.7x faster (GPA: 3.88/4.0)")
    []
    """
    points = _points(text)
    found: list[DateRange] = []
    number = 0
    while number < len(points):
        taken, date = _range_at(text, points, number)
        if date is not None:
            found.append(_shift(date, offset))
        number += taken
    return found


def _range_at(text: str, points: list[_Point], number: int) -> tuple[int, DateRange | None]:
    """How many points the range that starts here takes, and the range."""
    first = points[number]
    following = points[number + 1] if number + 1 < len(points) else None
    if following is None or first.kind == "now":
        return 1, _single(text, first)
    if spoken.BETWEEN.fullmatch(text, first.end, following.start) and (date := _joined(text, first, following)):
        return 2, date
    return 1, _single(text, first)


def _joined(text: str, first: _Point, last: _Point) -> DateRange | None:
    """The range of two points, or None when they make none."""
    start, end = first.value, last.value
    if last.kind == "month" or (first.until and last.kind != "now"):
        return None
    if first.kind == "month":  # "Jun – Aug 2021": the year stands at the end
        if last.kind == "now" or precision(end) == "year":
            return None
        start = f"{end[:4]}{first.value}" if first.value <= end[4:7] else f"{int(end[:4]) - 1}{first.value}"
    if last.kind == "now":
        return DateRange(start, None, True, (first.start, last.end), _span(first), _span(last))
    if first.kind == "short" and last.kind not in ("short",):
        return None
    if not _in_order(start, end):
        return None
    if precision(start) == "day" and precision(end) == "month" and (day := _DAY_AND_MONTH.match(text, first.start)):
        first, start = replace(first, start=day.end()), start[:7]  # the number belongs to the name before the dates
    return DateRange(start, end, False, (_lead(text, first.start), last.end), _span(first), _span(last))


def _single(text: str, point: _Point) -> DateRange | None:
    """The date or the half-open range that one point says."""
    if point.kind in ("now", "month", "short"):
        return None
    span = _span(point)
    if point.until:
        return DateRange(point.value, point.until, False, span, span, span)
    before = text[max(0, point.start - 24) : point.start]
    if match := spoken.SINCE.search(before):
        return DateRange(point.value, None, True, (point.start - len(match.group().lstrip()), point.end), span, None)
    if match := spoken.UNTIL.search(before):
        return DateRange(None, point.value, False, (point.start - len(match.group().lstrip()), point.end), None, span)
    return DateRange(point.value, None, False, span, span, None)


def _points(text: str) -> list[_Point]:
    """All points of time of a text, in order."""
    masked = [match.span() for match in spoken.MASK.finditer(text)]
    found = []
    mask = 0
    for match in spoken.POINT.finditer(text):
        while mask < len(masked) and masked[mask][1] <= match.start():
            mask += 1
        hidden = mask < len(masked) and masked[mask][0] < match.end()
        if not hidden and (point := _point(text, match)) is not None:
            found.append(point)
    return found


def _point(text: str, match: re.Match[str]) -> _Point | None:
    """The point that a match says, or None when its numbers make no date."""
    kind = match.lastgroup or ""
    start, end = match.span()
    if kind == "now":
        return _Point(start, end, "now", "")
    if kind == "lone":
        return _Point(start, end, "month", "-" + spoken.month_number(match["lone"]))
    if kind == "year" and _part_of_number(text, start):
        return None
    if kind == "years":
        return _two_years(match)
    value = _value(match, kind)
    if not value:
        return None
    if kind == "named" and match.group().split()[0] in spoken.PLAIN_WORDS:
        return _Point(match.start("named_y"), end, "date", value[:4])
    return _Point(start, end, "short" if kind == "brief" else "date", value)


def _value(match: re.Match[str], kind: str) -> str:
    """The ISO form of a matched date; empty when there is no such month or day."""
    parts = {name: match[f"{kind}_{name}"] for name in spoken.PARTS[kind]}
    whole = _full_year(parts["y"])
    if kind == "slashed":
        return _slashed(whole, match["slashed_a"], match["slashed_b"], match["slashed_s"])
    month = parts.get("m")
    if month is None:
        return whole
    number = int(month) if month.isdecimal() else int(spoken.month_number(month))
    if not 1 <= number <= 12:
        return ""
    day = parts.get("d")
    if day is None:
        return f"{whole}-{number:02}"
    return f"{whole}-{number:02}-{int(day):02}" if 1 <= int(day) <= 31 else ""


def _slashed(whole: str, first: str, second: str, sign: str) -> str:
    """The date of "15/03/2021": the order is known where one number is over 12, or where dots part them."""
    a, b = int(first), int(second)
    if sign == "." or a > 12 or a == b:
        day, month = a, b
    elif b > 12:
        day, month = b, a
    else:
        return whole  # day and month, or month and day: the text does not say
    return f"{whole}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _two_years(match: re.Match[str]) -> _Point | None:
    """The point of "2014-18", which is a range already; "2019/20" too."""
    first, tail = match["years_y"], match["years_z"]
    end = first[:2] + tail
    if int(end) <= int(first) or int(end) - int(first) > 40:
        return None
    return _Point(*match.span(), "date", first, end)


def _full_year(digits: str) -> str:
    if len(digits) == 4:
        return digits
    digits = digits[-2:]
    return ("19" if int(digits) >= 50 else "20") + digits


def _part_of_number(text: str, start: int) -> bool:
    """Whether a bare year is the tail of a longer number, as in "555-2019"."""
    match = spoken.NUMBER_BEFORE.search(text, max(0, start - 12), start)
    return match is not None and not spoken.YEAR_ONLY.fullmatch(match[1])


def _in_order(start: str, end: str) -> bool:
    size = min(len(start), len(end))
    return start[:size] <= end[:size]


def _lead(text: str, start: int) -> int:
    """Where a range starts, with the "from" before it."""
    match = spoken.FROM.search(text[max(0, start - 10) : start])
    return start - len(match.group().lstrip()) if match else start


def _span(point: _Point) -> Span:
    return point.start, point.end


def _shift(date: DateRange, offset: int) -> DateRange:
    if not offset:
        return date
    moved = [
        None if span is None else (span[0] + offset, span[1] + offset) for span in (date.start_span, date.end_span)
    ]
    span = (date.span[0] + offset, date.span[1] + offset)
    return DateRange(date.start, date.end, date.current, span, *moved)


def year(date: str | None) -> int | None:
    """The year of an ISO date.

    >>> year("2019-09"), year(None), year("soon")
    (2019, None, None)
    """
    return int(date[:4]) if date and re.match(r"\d{4}(?!\d)", date) else None


def precision(date: str | None) -> Precision | None:
    """How exact an ISO date is.

    >>> precision("2019"), precision("2019-09"), precision("2019-09-15")
    ('year', 'month', 'day')
    """
    if year(date) is None:
        return None
    assert date is not None
    return "year" if len(date) < 7 else "month" if len(date) < 10 else "day"


def month_index(date: str | None) -> int | None:
    """Months since January of the year 0; None when the month is not known.

    >>> month_index("2019-09") - month_index("2018-12")
    9
    """
    whole = year(date)
    if whole is None or date is None or len(date) < 7:
        return None
    return whole * 12 + int(date[5:7]) - 1


def overlap_months(a: Triple, b: Triple, *, as_of: str) -> int | None:
    """The months in which two (start, end, current) ranges are both certain to run; None when none is certain.

    A year without a month counts for as little as it can: a start in 2018 may be in December, an end in January.
    Ranges that lack an end and are not current are unknown. Months are counted with both ends.

    >>> overlap_months(("2019-01", "2019-06", False), ("2019-04", None, True), as_of="2024-01")
    3
    >>> overlap_months(("2014", "2018", False), ("2018", "2020", False), as_of="2024-01") is None
    True
    """
    first, second = _months(a, as_of), _months(b, as_of)
    if first is None or second is None:
        return None
    shared = min(first[1], second[1]) - max(first[0], second[0]) + 1
    return shared if shared > 0 else None


def _months(triple: Triple, as_of: str) -> tuple[int, int] | None:
    """The first and the last month of a range, the least it can mean."""
    start, end, current = triple
    last = as_of if current else end
    whole_start, whole_last = year(start), year(last)
    if whole_start is None or whole_last is None:
        return None
    first, final = month_index(start), month_index(last)
    return (
        whole_start * 12 + 11 if first is None else first,
        whole_last * 12 if final is None else final,
    )
