"""XML as a tree with places. Document types and entities are refused: they are how XML attacks its readers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Span
from talentgraph.read.tree import MAX_DEPTH, Node, Said, cleaned

MAX_ELEMENTS = 150_000
_TAG = re.compile(r"""<[^<>"'\s/]++(?:[^<>"']|"[^"]*+"|'[^']*+')*>""")
_ATTRIBUTE = re.compile(r"""(?<![^\s"'=<>/])([^\s"'=<>/]++)\s*+=\s*+("[^"]*+"|'[^']*+')""")
_CDATA = ("<![CDATA[", "]]>")


def read_xml(text: str, path: str) -> Node:
    """The tree of an XML text; names are without their namespace, attributes are children named `@key`.

    Raises ReadError when it is none, declares a document type, or has more than MAX_ELEMENTS or a depth of MAX_DEPTH.

    >>> read_xml("<cv><name kind='full'>Ada &amp; Co</name></cv>", "ada.xml").get("name")
    Said(text='Ada & Co', spans=((22, 34),))
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    builder = _Builder(text)
    parser = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
    builder.offset = lambda: int(parser.parser.CurrentByteIndex)
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except DefusedXmlException as error:
        raise ReadError(path, "is XML with a document type or entities", "export it again without them") from error
    except ParseError as error:
        line, column = error.position
        raise ReadError(path, f"is damaged XML (line {line}, column {column})", "export it again") from error
    except _TooMuch as error:
        raise ReadError(path, "is XML of too many or too deeply nested elements", "export it again") from error
    return builder.root


class _TooMuch(Exception):
    pass


class _Builder:
    """What the parser tells of a document, as nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node("")
        self.offset: Callable[[], int] = lambda: 0
        self._count = 0
        self._open: list[tuple[Node, int, list[str]]] = []
        self._bytes = None if text.isascii() else list(accumulate(map(_size, text), initial=0))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise _TooMuch
        node = Node(_local(tag))
        if self._open:
            self._open[-1][0].children.append(node)
        else:
            self.root = node
        match = _TAG.match(self.text, self._place())
        begin = match.end() if match else self._place()
        if attributes and match:
            node.children += _attributes(match, attributes)
        self._open.append((node, begin, []))

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def end(self, _: str) -> None:
        node, begin, pieces = self._open.pop()
        words = cleaned("".join(pieces)).strip()
        if words:
            node.said = Said(words, (_trimmed(self.text, begin, self._place()),))

    def close(self) -> Any:
        return self.root

    def _place(self) -> int:
        """Where the parser is, in characters."""
        offset = self.offset()
        return offset if self._bytes is None else bisect_left(self._bytes, offset)


def _attributes(tag: re.Match[str], attributes: Mapping[str, str]) -> list[Node]:
    """The attributes of a tag that have a value, with their places."""
    known = {_local(key): cleaned(value) for key, value in attributes.items()}
    found = []
    for match in _ATTRIBUTE.finditer(tag[0]):
        key = match[1].rpartition(":")[2]
        if known.get(key, "").strip():
            span = (tag.start() + match.start(2) + 1, tag.start() + match.end(2) - 1)
            found.append(Node(f"@{key}", Said(known[key], (span,))))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without the blanks and the CDATA marks around its text."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.startswith(_CDATA[0], start) and text.endswith(_CDATA[1], start, end):
        return _trimmed(text, start + len(_CDATA[0]), end - len(_CDATA[1]))
    return start, end


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _size(letter: str) -> int:
    code = ord(letter)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
