"""Elements of SVG. They are built as a tree, so that text of a document can be nothing but text."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

from talentgraph.draw.explorer import digest
from talentgraph.schema import LABELS

Element = ElementTree.Element
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_LOOK = """
html, svg { background: #fff } body { margin: 16px } svg { max-width: max(100%, 720px); height: auto }
svg { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
text { fill: #161b26 } .quiet { fill: #525c6c } .line { stroke: #d5d8de; fill: none }
.title { font-size: 18px; font-weight: 650 } .on { fill: #fff; font-weight: 550 } .band { fill-opacity: .42 }
@media (prefers-color-scheme: dark) {
  html, svg { background: #10141c } text { fill: #f1f5f9 } .quiet { fill: #a6b0c0 } .line { stroke: #2a3242 }
  .on { fill: #10141c }
"""
_DARK = "".join(
    f"  [fill='{light}'] {{ fill: {dark} }}\n" for light, dark in sorted({o.colour for o in LABELS.values()})
)
_STYLE = f"{_LOOK}{_DARK}}}\n"


def element(name: str, /, *children: Element | None, text: str = "", **attributes: object) -> Element:
    """An element with children and text; an underscore in the name of an attribute stands for a hyphen.

    >>> ElementTree.tostring(element("text", text="<b>", x=1.25, font_size=12)).decode()
    '<text x="1.2" font-size="12">&lt;b&gt;</text>'
    """
    made = Element(name, {key.strip("_").replace("_", "-"): _number(value) for key, value in attributes.items()})
    made.text = clean(text) or None
    made.extend(child for child in children if child is not None)
    return made


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else clean(str(value))


def clean(text: str) -> str:
    """Text without characters that XML cannot hold, or that turn the direction of what follows."""
    return _ILLEGAL.sub("", text)


def drawing(width: float, height: float, *children: Element | None, title: str) -> Element:
    """A whole chart with its title, which screen readers say."""
    style = element("style", text=_STYLE)
    head = element("title", text=title)
    return element(
        "svg", head, style, *children, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=float(width), height=float(height), role="img",
    )  # fmt: skip


def text_of(chart: Element) -> str:
    """The chart as an SVG file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(chart, encoding="unicode") + "\n"


def page(chart: Element, *, title: str) -> str:
    """The chart as an HTML page that makes no request and runs nothing."""
    policy = f"default-src 'none'; style-src '{digest(_STYLE)}'"
    body = ElementTree.tostring(chart, encoding="unicode", short_empty_elements=False)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{policy}"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(clean(title))}</title></head><body>{body}</body></html>\n"
    )


def colour(label: str) -> str:
    """The colour of a kind of node, the same as in the explorer."""
    return LABELS[label].colour[0]


def shortened(text: str, letters: int) -> str:
    """A text of at most so many letters.

    >>> shortened("University of Nowhere", 12)
    'University…'
    """
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
