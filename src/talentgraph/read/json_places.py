"""JSON with places: where in a text each value stands."""

from __future__ import annotations

import json
import re
from typing import Any

from talentgraph.model import Span

_BLANK = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null')
MAX_DEPTH = 100
MAX_VALUES = 150_000  # a record of a thousand works has some 50,000

Place = tuple[str | int, ...]


def find_places(text: str) -> dict[Place, Span]:
    """The span of each scalar of a JSON text by its path; strings without their quotes.

    Raises ValueError when the text is not JSON nested more than MAX_DEPTH deep, or of more than MAX_VALUES.

    >>> find_places('{"work": [{"name": "Acme"}]}')
    {('work', 0, 'name'): (20, 24)}
    """
    if sum(map(text.count, ",[{")) > 4 * MAX_VALUES:  # empty containers cost as much
        raise ValueError("it holds too many values")
    places: dict[Place, Span] = {}
    end = _value(text, _skip(text, 0), (), places)
    if _skip(text, end) != len(text):
        raise ValueError("something follows the JSON value")
    return places


def _skip(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _value(text: str, position: int, path: Place, places: dict[Place, Span]) -> int:
    """Note the places in the value that starts here; where it ends."""
    if len(path) > MAX_DEPTH:
        raise ValueError("nested too deeply")
    opening = text[position : position + 1]
    if opening in ("{", "["):
        return _container(text, position, path, places)
    match = _SCALAR.match(text, position)
    if match is None:
        raise ValueError(f"no JSON value at {position}")
    quoted = int(match[0].startswith('"'))
    if len(places) >= MAX_VALUES:
        raise ValueError("it holds too many values")
    places[path] = (position + quoted, match.end() - quoted)
    return match.end()


def _container(text: str, position: int, path: Place, places: dict[Place, Span]) -> int:
    named, closing = text[position] == "{", "}" if text[position] == "{" else "]"
    position, number = _skip(text, position + 1), 0
    while text[position : position + 1] != closing:
        key: str | int = number
        if named:
            key, position = _key(text, position)
        position = _skip(text, _value(text, position, (*path, key), places))
        number += 1
        if text[position : position + 1] == ",":
            position = _skip(text, position + 1)
        elif text[position : position + 1] != closing:
            raise ValueError(f"no comma at {position}")
    return position + 1


def _key(text: str, position: int) -> tuple[str, int]:
    match = _SCALAR.match(text, position)
    if match is None or not match[0].startswith('"'):
        raise ValueError(f"no key at {position}")
    colon = _skip(text, match.end())
    if text[colon : colon + 1] != ":":
        raise ValueError(f"no colon at {colon}")
    return str(json.loads(match[0])), _skip(text, colon + 1)


def load(text: str) -> Any:
    """The value of a JSON text."""
    return json.loads(text)
