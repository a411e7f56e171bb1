"""An academic lineage: advisors above a person, students below, a row for each generation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from talentgraph.draw.charts.svg import Element, colour, drawing, element, shortened
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node

_WIDE, _HIGH, _GAP, _ROW = 190, 40, 18, 96  # pixels: a box, the space between two, a generation
_MOST = 6  # generations each way


def lineage(nodes: Sequence[Node], edges: Sequence[Edge], person: str) -> Element:
    """The advisors of a person (by id) and theirs, the students and theirs, up to six generations each way.

    Whoever is both is drawn once, in the nearer generation. Raises TalentGraphError when there is no such person.

    >>> from talentgraph.draw.charts import text_of
    >>> people = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben")]
    >>> "Ben" in text_of(lineage(people, [Edge("e", "ADVISED", "person/ada", "person/ben")], "person/ada"))
    True
    """
    names = {node.id: str(node.properties.get("name", node.id)) for node in nodes if node.labels[0] == "Person"}
    if person not in names:
        raise TalentGraphError(f"the graph has no {person!r}; `talentgraph show` finds people by name")
    pairs = sorted({(e.source, e.target) for e in edges if e.type == "ADVISED" and e.source != e.target})
    generation = _generations(pairs, person)
    places = _places(generation, pairs)
    lines = [(a, b) for a, b in pairs if a in generation and b in generation]
    return _drawn(names, places, lines, person)


def _generations(pairs: Sequence[tuple[str, str]], person: str) -> dict[str, int]:
    """Everybody in the lineage, with the generation: advisors negative, students positive."""
    found = {person: 0}
    for way in (-1, 1):
        ring = [person]
        for depth in range(1, _MOST + 1):
            ring = sorted({(a, b)[way > 0] for a, b in pairs if (b, a)[way > 0] in ring} - found.keys())
            found |= dict.fromkeys(ring, way * depth)
    return found


def _places(generation: Mapping[str, int], pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """The middle of each box; each stands as near as it can to those that it hangs on."""
    rows: dict[int, list[str]] = defaultdict(list)
    for one, depth in generation.items():
        rows[depth].append(one)
    tied: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        tied[a].append(b)
        tied[b].append(a)
    places: dict[str, tuple[float, float]] = {}
    top = min(rows)
    for depth in sorted(rows, key=lambda depth: (abs(depth), depth)):
        wanted = {one: _mean([places[other][0] for other in tied[one] if other in places]) for one in rows[depth]}
        start = -(len(rows[depth]) - 1) / 2 * (_WIDE + _GAP) + _mean(list(wanted.values()))
        for number, one in enumerate(sorted(rows[depth], key=lambda one: (wanted[one], one))):
            places[one] = start + number * (_WIDE + _GAP), (depth - top) * _ROW
    return places


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _drawn(
    names: Mapping[str, str], places: Mapping[str, tuple[float, float]], lines: Sequence[tuple[str, str]], person: str
) -> Element:
    left = min(x for x, _ in places.values()) - _WIDE / 2 - 20
    right = max(x for x, _ in places.values()) + _WIDE / 2 + 20
    top = 70
    height = top + max(y for _, y in places.values()) + _HIGH + 20
    parts = [element("text", text=f"Lineage of {names[person]}", x=20, y=36, class_="title")]
    for above, below in lines:
        (x1, y1), (x2, y2) = places[above], places[below]
        parts.append(_line(x1 - left, y1 + top + _HIGH, x2 - left, y2 + top))
    parts += [_box(names[one], x - left, y + top, own=one == person) for one, (x, y) in places.items()]
    return drawing(max(right - left, 360), height, *parts, title=f"Lineage of {names[person]}")


def _line(x1: float, y1: float, x2: float, y2: float) -> Element:
    middle = (y1 + y2) / 2
    path = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"
    return element("path", d=path, class_="line", stroke_width=1.5)


def _box(name: str, x: float, y: float, *, own: bool) -> Element:
    blue, strength = colour("Person"), "1" if own else ".14"
    frame = element(
        "rect", x=x - _WIDE / 2, y=y, width=_WIDE, height=_HIGH, rx=8, fill=blue, fill_opacity=strength, stroke=blue
    )
    kind = "on" if own else "name"
    text = element("text", text=shortened(name, 26), x=x, y=y + 25, text_anchor="middle", class_=kind)
    return element("g", element("title", text=name), frame, text)
