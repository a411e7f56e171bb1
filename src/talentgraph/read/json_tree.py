"""JSON as a tree with places."""

from __future__ import annotations

import json
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Span
from talentgraph.read.json_places import Place, find_places, load
from talentgraph.read.tree import Node, Said, cleaned


def read_json(text: str, path: str) -> Node:
    """The tree of a JSON text. Raises ReadError when it is none.

    >>> read_json('{"work": [{"name": "Acme"}]}', "ada.json").get("work/name")
    Said(text='Acme', spans=((20, 24),))
    """
    try:
        places = find_places(text)
        content = load(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(path, f"is not valid JSON ({error})", "correct it or export it again") from error
    root = Node("")
    _grow(root, content, (), places)
    return root


def _grow(node: Node, content: Any, path: Place, places: dict[Place, Span]) -> None:
    """Add what a value holds to its node."""
    if isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, list):
                items = [_child(key, item, (*path, key, at), places) for at, item in enumerate(value)]
                for item in items:
                    item.alone = False
                node.children += items
            else:
                node.children.append(_child(key, value, (*path, key), places))
    elif isinstance(content, list):
        node.children += [_child("item", item, (*path, at), places) for at, item in enumerate(content)]
    elif content is not None:
        text = cleaned(content) if isinstance(content, str) else json.dumps(content)
        node.said = Said(text, (places[path],))


def _child(key: str, content: Any, path: Place, places: dict[Place, Span]) -> Node:
    child = Node(cleaned(key))
    _grow(child, content, path, places)
    return child
