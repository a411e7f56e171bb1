"""Drawings of the page: a share as a bar, and how far probabilities can be believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any
from xml.etree.ElementTree import Element

from talentgraph.evaluate.identity.tags import tag

_W, _H, _LEFT, _BOTTOM, _EDGE = 420, 300, 44, 40, 12
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_BARS = 0.22  # of the height, for the number of pairs


def bar(share: float | None) -> Element:
    """A share as a bar that is filled that far."""
    full = tag("rect", class_="rail", width="80", height="8", rx="4")
    filled = tag("rect", class_="fill", width=f"{80 * (share or 0):.1f}", height="8", rx="4")
    return tag("svg", full, filled, class_="bar", viewBox="0 0 80 8", aria_hidden="true")


def reliability_plot(bins: Sequence[Mapping[str, Any]]) -> Element:
    """Probability against share: a point below the line is surer than right. Bars say how many pairs there are."""
    label = "; ".join(f"{_percent(one['confidence'])}: {_percent(one['correct'])} of {one['size']}" for one in bins)
    largest = max((one["size"] for one in bins), default=1)
    points = " ".join(f"{_x(one['confidence']):.1f},{_y(one['correct']):.1f}" for one in bins)
    return tag(
        "svg",
        *_grid(),
        *(_share(one, largest) for one in bins),
        tag("line", class_="ideal", x1=f"{_x(0)}", y1=f"{_y(0)}", x2=f"{_x(1)}", y2=f"{_y(1)}"),
        tag("polyline", class_="curve", points=points),
        *(_point(one, largest) for one in bins),
        class_="plot",
        viewBox=f"0 0 {_W} {_H}",
        role="img",
        aria_label=f"Reliability plot: percent of pairs that are one thing, by probability. {label}",
    )


def _x(value: float) -> float:
    return _LEFT + value * (_W - _LEFT - _EDGE)


def _y(value: float) -> float:
    return _H - _BOTTOM - value * (_H - _BOTTOM - _EDGE)


def _grid() -> list[Element]:
    made = []
    for tick in _TICKS:
        x, y, name = f"{_x(tick)}", f"{_y(tick)}", f"{100 * tick:.0f}"
        made.append(tag("line", class_="grid", x1=x, x2=x, y1=f"{_y(0)}", y2=f"{_y(1)}"))
        made.append(tag("line", class_="grid", x1=f"{_x(0)}", x2=f"{_x(1)}", y1=y, y2=y))
        made.append(tag("text", name, x=x, y=f"{_y(0) + 16}", text_anchor="middle"))
        made.append(tag("text", name, x=f"{_LEFT - 8}", y=f"{_y(tick) + 4}", text_anchor="end"))
    made.append(tag("text", "probability, percent", x=f"{_x(0.5)}", y=f"{_H - 6}", text_anchor="middle"))
    turned = {"transform": "rotate(-90)", "text_anchor": "middle"}
    made.append(tag("text", "one thing, percent", x=f"{-_y(0.5)}", y="12", **turned))
    return made


def _share(one: Mapping[str, Any], largest: int) -> Element:
    height = _y(0) - _y(_BARS * one["size"] / largest)
    width = f"{_x(one['high']) - _x(one['low']) - 2:.1f}"
    place = {"x": f"{_x(one['low']) + 1:.1f}", "y": f"{_y(0) - height:.1f}"}
    return tag("rect", class_="share", width=width, height=f"{height:.1f}", **place)


def _point(one: Mapping[str, Any], largest: int) -> Element:
    says = f"probability {_percent(one['confidence'])}, one thing {_percent(one['correct'])}, {one['size']:,} pairs"
    place = {"cx": f"{_x(one['confidence']):.1f}", "cy": f"{_y(one['correct']):.1f}"}
    return tag("circle", tag("title", says), class_="point", r=f"{4 + 5 * sqrt(one['size'] / largest):.1f}", **place)


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f}"
