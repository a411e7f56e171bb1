"""Values as graph databases store them: text, whole numbers of 64 bits, numbers, truth, and lists of one of these."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

_WHOLE = range(-(2**63), 2**63)


def storable(properties: Mapping[str, Any]) -> dict[str, Any]:
    r"""The properties that say something, in a form that every engine takes; what it cannot take becomes text.

    >>> storable({"a": None, "b": float("nan"), "c": ("x", None), "d": [1, 2.5], "e": ["x", 1, True], "f": 2**63})
    {'c': ['x'], 'd': [1.0, 2.5], 'e': ['x', '1', 'true'], 'f': '9223372036854775808'}
    >>> storable({"half": "\ud83d!", "nested": [["x"]], "map": {"k": 1}})
    {'half': '?!', 'nested': ['["x"]'], 'map': '{"k": 1}'}
    """
    return {name: value for name, raw in properties.items() if (value := _value(raw)) is not None}


def whole_text(text: str) -> str:
    """Text without halves of surrogate pairs, which UTF-8 has no form for."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _value(raw: Any) -> Any:
    if isinstance(raw, str):
        return whole_text(raw)
    if isinstance(raw, bool) or raw is None:
        return raw
    if isinstance(raw, int):
        return raw if raw in _WHOLE else str(raw)
    if isinstance(raw, float):
        return None if math.isnan(raw) else raw
    return _list(raw) if isinstance(raw, list | tuple) else as_text(raw)


def _list(items: Iterable[Any]) -> list[Any]:
    """The items that say something, all of one type."""
    values = [value for item in items if (value := as_text(item) if _is_nested(item) else _value(item)) is not None]
    kinds = set(map(type, values))
    if len(kinds) < 2:
        return values
    return [float(value) for value in values] if kinds == {int, float} else [as_text(value) for value in values]


def _is_nested(item: Any) -> bool:
    return isinstance(item, list | tuple | dict)


def as_text(value: Any) -> str:
    """A stored value as text, that of JSON where it is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return whole_text(json.dumps(value, ensure_ascii=False, default=str))
