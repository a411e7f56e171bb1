"""Names and values as Cypher writes them."""

from __future__ import annotations

from typing import Any

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b", "\0": ""}
_INFINITE = {float("inf"): "toFloat('Infinity')", float("-inf"): "toFloat('-Infinity')"}


def quote(name: str) -> str:
    """A name as Cypher takes it, whatever it holds.

    >>> quote("Person"), quote("a`b")
    ('`Person`', '`a``b`')
    """
    return "`" + name.replace("`", "``") + "`"


def literal(value: Any) -> str:
    r"""A value as Cypher writes it.

    Neo4j 5 resolves \u0027 before it looks for the end of a string, even behind a second backslash, so the two
    characters never stand side by side.

    >>> print(literal("it's"), literal(["a", "b"]), literal(True), literal("\\u0027"))
    'it\'s' ['a', 'b'] true '\\' + 'u0027'
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, float):
        return _INFINITE.get(value) or repr(value)
    if not isinstance(value, str):
        return repr(value)
    text = "".join(_ESCAPES.get(letter, letter) for letter in value)
    return "'" + text.replace("\\u", "\\' + 'u") + "'"
