"""A person's career over the years: a row for each organisation, a bar for each stint, papers below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talentgraph.draw.charts.svg import Element, colour, drawing, element, shortened
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node

_LEFT, _WIDE, _ROW, _TOP = 230, 640, 30, 76  # pixels: the names, the years, a row, the heading
_STINTS = {"HELD": "Person", "STUDIED": "Organization"}  # how a stint is reached → the colour of its bar


@dataclass(frozen=True, slots=True)
class _Bar:
    """A stint from the start of one month to the end of another, in years; open ends are drawn as such."""

    place: str
    says: str
    start: float
    end: float
    colour: str
    open: bool = False


def timeline(nodes: Sequence[Node], edges: Sequence[Edge], person: str) -> Element:
    """The stints and papers of a person (by id) over the years; stints without a date are listed below.

    Raises TalentGraphError when the graph has no such person.

    >>> from talentgraph.draw.charts import text_of
    >>> "Ada" in text_of(timeline([Node("person/ada", ("Person",), {"name": "Ada"})], [], "person/ada"))
    True
    """
    by_id = {node.id: node for node in nodes}
    if person not in by_id:
        raise TalentGraphError(f"the graph has no {person!r}; `talentgraph show` finds people by name")
    bars, undated = _bars(by_id, edges, person)
    papers = _papers(by_id, edges, person)
    name = str(by_id[person].properties.get("name", person))
    return _drawn(name, bars, undated, papers)


def _bars(by_id: Mapping[str, Node], edges: Sequence[Edge], person: str) -> tuple[list[_Bar], list[str]]:
    at = {e.source: by_id[e.target].properties.get("name") for e in edges if e.type == "AT"}
    bars, undated = [], []
    for edge in edges:
        if edge.source == person and edge.type in _STINTS:
            values = by_id[edge.target].properties
            place = str(at.get(edge.target) or "no organisation")
            role = str(values.get("title") or values.get("degree") or values.get("name") or "")
            span = _span(values)
            if span is None:
                undated.append(f"{role}, {place}")
            else:
                bars.append(_Bar(place, role, *span, colour(_STINTS[edge.type]), bool(values.get("isCurrent"))))
    return sorted(bars, key=lambda bar: (bar.start, bar.end, bar.place, bar.says)), sorted(undated)


def _span(values: Mapping[str, Any]) -> tuple[float, float] | None:
    """From when to when, as years; a date without a month counts from January, and to the end of December."""
    start, end = _time(values.get("startDate"), 0), _time(values.get("endDate"), 1)
    if values.get("isCurrent"):
        end = _time(values.get("currentAsOf"), 1) or end
    if start is None and end is None:
        return None
    first = start if start is not None else (end or 0) - 1 / 12
    return first, max(first + 1 / 12, end if end is not None else first + 1 / 12)


def _time(date: object, after: int) -> float | None:
    text = str(date or "")
    if not text[:4].isdecimal():
        return None
    month = int(text[5:7]) if text[5:7].isdecimal() else (1, 12)[after]
    return int(text[:4]) + (month - 1 + after) / 12


def _papers(by_id: Mapping[str, Node], edges: Sequence[Edge], person: str) -> list[tuple[int, str]]:
    works = [by_id[e.target].properties for e in edges if e.source == person and e.type == "AUTHORED"]
    return sorted((year, str(work.get("title", ""))) for work in works if isinstance(year := work.get("year"), int))


def _drawn(name: str, bars: Sequence[_Bar], undated: Sequence[str], papers: Sequence[tuple[int, str]]) -> Element:
    years = (
        [bar.start for bar in bars] + [bar.end for bar in bars] + [year + half for year, _ in papers for half in (0, 1)]
    )
    first, last = (int(min(years)), int(-(-max(years) // 1))) if years else (0, 1)

    def across(time: float) -> float:
        return _LEFT + _WIDE * (time - first) / max(last - first, 1)

    lanes = _lanes(bars)
    rows = len(lanes) + bool(papers)
    height = _TOP + _ROW * rows + 34 + 20 * len(undated)
    parts = [element("text", text=name, x=20, y=36, class_="title"), *_axis(first, last, _TOP + _ROW * rows, across)]
    for row, lane in enumerate(lanes):
        y = _TOP + _ROW * row
        if row == 0 or lanes[row - 1][0].place != lane[0].place:
            place = element("title", text=lane[0].place)
            label = shortened(lane[0].place, 30)
            parts.append(element("text", place, text=label, x=_LEFT - 12, y=y + 18, text_anchor="end"))
        parts += [_bar(bar, y, across, alone=bar is lane[-1]) for bar in lane]
    if papers:
        parts += _dots(papers, _TOP + _ROW * len(lanes), across)
    for number, text in enumerate(undated):
        y = height - 20 * (len(undated) - number) + 4
        parts.append(element("text", text=f"no date: {shortened(text, 90)}", x=20, y=y, class_="quiet"))
    return drawing(_LEFT + _WIDE + 150, height, *parts, title=f"Timeline of {name}")


def _lanes(bars: Sequence[_Bar]) -> list[list[_Bar]]:
    """Rows of bars that do not meet, those of one organisation below each other, the earliest organisation first."""
    lanes: dict[str, list[list[_Bar]]] = {}
    for bar in bars:
        rows = lanes.setdefault(bar.place, [])
        free = next((row for row in rows if row[-1].end <= bar.start), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return [row for rows in lanes.values() for row in rows]


def _axis(first: int, last: int, bottom: float, across: Any) -> list[Element]:
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 10_000) if (last - first) / size <= 12)
    parts = []
    for year in range(first - first % step + step * (first % step > 0), last + 1, step):
        x = across(year)
        parts.append(element("line", x1=x, x2=x, y1=_TOP - 10, y2=float(bottom), class_="line"))
        parts.append(element("text", text=str(year), x=x, y=_TOP - 16, text_anchor="middle", class_="quiet"))
    return parts


def _bar(bar: _Bar, y: float, across: Any, *, alone: bool) -> Element:
    """A bar with what it says, on it or, where there is room, behind it."""
    x, wide = across(bar.start), max(4.0, across(bar.end) - across(bar.start))
    label = element("title", text=f"{bar.says}, {bar.place}")
    body = element("rect", label, x=x, y=float(y + 4), width=wide, height=20, rx=4, fill=bar.colour)
    tip = element("path", d=f"M{x + wide:.1f} {y + 4}l8 10l-8 10z", fill=bar.colour) if bar.open else None
    fits, behind = len(bar.says) * 7 < wide - 10, x + wide + (14 if bar.open else 6)
    room = alone and behind + len(bar.says) * 7 < _LEFT + _WIDE + 140
    text = element("text", text=bar.says, x=x + 7, y=float(y + 18), class_="on") if fits else None
    if not fits and room:
        text = element("text", text=bar.says, x=behind, y=float(y + 18), class_="quiet")
    return element("g", body, tip, text)


def _dots(papers: Sequence[tuple[int, str]], y: float, across: Any) -> list[Element]:
    parts = [element("text", text="Papers", x=_LEFT - 12, y=float(y + 18), text_anchor="end", class_="quiet")]
    for number, (year, title) in enumerate(papers):
        before = sum(other == year for other, _ in papers[:number])
        x = across(year + min(0.9, 0.1 + 0.16 * before))
        parts.append(
            element(
                "circle",
                element("title", text=f"{title} ({year})"),
                cx=x,
                cy=float(y + 14),
                r=5,
                fill=colour("Publication"),
            )
        )
    return parts
