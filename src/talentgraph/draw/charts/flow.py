"""Careers flowing between organisations, as a Sankey diagram: from the left column to the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from talentgraph.draw.charts.svg import Element, colour, drawing, element, shortened

_LEFT, _MIDDLE, _BLOCK, _TOP = 250, 420, 14, 76  # pixels: the names, the ribbons, a block, the heading
_UNIT, _GAP, _TALL = 14.0, 10.0, 900.0  # pixels: a person, the space between blocks, the most for all people

Move = tuple[str, str, int]  # from, to, people


def flow(moves: Iterable[Move], *, title: str, top: int = 40, note: str = "") -> Element:
    """The moves between organisations (from, to, people) as ribbons as wide as the people are many.

    The `top` largest are drawn, and a line tells how many are left out; so does `note` of what never came here.

    >>> from talentgraph.draw.charts import text_of
    >>> "Globex" in text_of(flow([("Acme", "Globex", 3)], title="Moves"))
    True
    """
    order = sorted((move for move in moves if move[2] > 0), key=lambda move: (-move[2], move[0], move[1]))
    shown, rest = order[:top], order[top:]
    people = sum(count for *_, count in shown)
    unit = min(_UNIT, _TALL / max(people, 1))
    sides = [_column(shown, side, unit) for side in (0, 1)]
    left_out = f"{len(rest)} smaller moves of {sum(count for *_, count in rest)} people are left out"
    nothing = "" if shown else "No move of enough people to be shown."
    told = [text for text in (nothing, note, left_out if rest else "") if text]
    tall = max(sum(sizes.values()) + _GAP * len(sizes) for sizes in sides)
    height = _TOP + tall + 20 + 20 * len(told)
    parts = [element("text", text=title, x=20, y=36, class_="title"), *_ribbons(shown, sides, unit)]
    for side, sizes in enumerate(sides):
        parts += _blocks(sizes, side)
    for number, text in enumerate(told):
        parts.append(element("text", text=text, x=20, y=_TOP + tall + 4 + 20 * number, class_="quiet"))
    return drawing(2 * _LEFT + 2 * _BLOCK + _MIDDLE, height, *parts, title=title)


def _column(moves: Sequence[Move], side: int, unit: float) -> dict[str, float]:
    """The heights of the blocks of one side, the largest first."""
    sizes: Counter[str] = Counter()
    for move in moves:
        sizes[str(move[side])] += move[2]
    return {name: count * unit for name, count in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))}


def _starts(sizes: Mapping[str, float]) -> dict[str, float]:
    found, y = {}, float(_TOP)
    for name, size in sizes.items():
        found[name] = y
        y += size + _GAP
    return found


def _blocks(sizes: Mapping[str, float], side: int) -> list[Element]:
    parts = []
    x = _LEFT if side == 0 else _LEFT + _BLOCK + _MIDDLE
    anchor, at = ("end", x - 10) if side == 0 else ("start", x + _BLOCK + 10)
    for name, y in _starts(sizes).items():
        parts.append(element("rect", x=x, y=y, width=_BLOCK, height=sizes[name], rx=3, fill=colour("Organization")))
        middle = y + sizes[name] / 2 + 4.5
        label = element("text", text=shortened(name, 34), x=at, y=middle, text_anchor=anchor)
        parts.append(element("g", element("title", text=name), label))
    return parts


def _ribbons(moves: Sequence[Move], sides: Sequence[Mapping[str, float]], unit: float) -> list[Element]:
    """Each ribbon leaves its block below those before it, in the order of the blocks on the other side."""
    starts = [_starts(sizes) for sizes in sides]
    left, right = dict(starts[0]), dict(starts[1])
    spot: dict[Move, list[float]] = {move: [0.0, 0.0] for move in moves}
    for move in sorted(moves, key=lambda move: starts[1][move[1]]):
        spot[move][0] = left[move[0]]
        left[move[0]] += move[2] * unit
    for move in sorted(moves, key=lambda move: starts[0][move[0]]):
        spot[move][1] = right[move[1]]
        right[move[1]] += move[2] * unit
    return [_ribbon(move, spot[move][0], spot[move][1], move[2] * unit) for move in moves]


def _ribbon(move: Move, y1: float, y2: float, wide: float) -> Element:
    a, b = _LEFT + _BLOCK, _LEFT + _BLOCK + _MIDDLE
    m = (a + b) / 2
    path = (
        f"M{a} {y1:.1f}C{m:.0f} {y1:.1f} {m:.0f} {y2:.1f} {b} {y2:.1f}V{y2 + wide:.1f}"
        f"C{m:.0f} {y2 + wide:.1f} {m:.0f} {y1 + wide:.1f} {a} {y1 + wide:.1f}Z"
    )
    says = f"{move[0]} → {move[1]}: {move[2]} {'person' if move[2] == 1 else 'people'}"
    return element("path", element("title", text=says), d=path, class_="band", fill=colour("Person"))
