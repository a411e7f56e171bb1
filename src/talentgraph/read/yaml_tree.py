"""YAML as a tree with places: plain data only, within bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from talentgraph.errors import ReadError
from talentgraph.model import Span
from talentgraph.read.tree import MAX_DEPTH, Node, Said, cleaned

if TYPE_CHECKING:
    import yaml

MAX_LETTERS = 400_000  # CVs in YAML have some 10,000; the parser takes seconds for a million
MAX_NODES = 50_000  # an alias counts as often as it is used: nested aliases grow without end
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)+")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


def read_yaml(text: str, path: str) -> Node:
    """The tree of a YAML text. No tags of other types are followed, and nothing is run.

    Raises ReadError when it is none, or too large.

    >>> read_yaml("cv:\\n  name: 'Ada Example'\\n", "ada.yaml").get("cv/name")
    Said(text='Ada Example', spans=((13, 24),))
    """
    import yaml

    if len(text) > MAX_LETTERS:
        raise ReadError(path, "is too large for a YAML file", "CVs are smaller; leave the file out")
    try:
        composed = yaml.compose(text, Loader=yaml.SafeLoader)
        return _Grower(text).grow("", composed, 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f" (line {mark.line + 1})" if mark else ""
        raise ReadError(path, f"is not valid YAML{place}", "correct it") from error
    except yaml.YAMLError as error:
        raise ReadError(path, "is not valid YAML", "correct it") from error
    except (_TooMuch, RecursionError) as error:
        raise ReadError(path, "is YAML nested or repeated beyond measure", "write out its aliases") from error


class _TooMuch(Exception):
    pass


class _Grower:
    """Turns the parser's nodes into ours."""

    def __init__(self, text: str) -> None:
        self.text, self.count = text, 0

    def grow(self, name: str, raw: yaml.Node | None, depth: int) -> Node:
        import yaml

        self.count += 1
        if self.count > MAX_NODES or depth > MAX_DEPTH:
            raise _TooMuch
        node = Node(name)
        if isinstance(raw, yaml.ScalarNode):
            node.said = self.said(raw)
        elif isinstance(raw, yaml.SequenceNode):
            node.children = [self.grow("item", item, depth + 1) for item in raw.value]
        elif isinstance(raw, yaml.MappingNode):
            for key, value in raw.value:
                node.children += self.pair(_name(key), value, depth)
        return node

    def pair(self, name: str, value: Any, depth: int) -> list[Node]:
        """The children that a key and its value make: a list makes several."""
        if isinstance(value.value, list) and value.id == "sequence":
            items = [self.grow(name, item, depth + 1) for item in value.value]
            for item in items:
                item.alone = False
            return items
        return [self.grow(name, value, depth + 1)]

    def said(self, raw: yaml.ScalarNode) -> Said | None:
        """The value of a scalar; null is none."""
        if raw.style is None and raw.value in _NULL:
            return None
        return Said(cleaned(raw.value), (self.span(raw),))

    def span(self, raw: yaml.ScalarNode) -> Span:
        """Where the letters of a scalar stand, without tags, anchors, quotes and block marks."""
        start, end = raw.start_mark.index, raw.end_mark.index
        if match := _PROPERTIES.match(self.text, start, end):
            start = match.end()
        if raw.style in ("'", '"'):
            return start + 1, max(start + 1, end - 1)
        if raw.style in ("|", ">"):
            start = self.text.find("\n", start, end) + 1 or start
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end


def _name(key: Any) -> str:
    return cleaned(key.value) if isinstance(key.value, str) else ""
