"""The explorer: the graph as one HTML page that needs no network and trusts no text."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from talentgraph import assets
from talentgraph.draw.overview import parts
from talentgraph.draw.payload import payload
from talentgraph.draw.projection import is_drawn, without_contacts
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")  # ends a script element, a line, or cannot be UTF-8

_LARGE = 3_000_000  # characters; more are packed


def explorer(nodes: Sequence[Node], edges: Sequence[Edge], *, title: str, most: int = 50_000) -> str:
    """The page as text, to be written as UTF-8. Contact nodes never reach it.

    Of a graph of more than `most` drawn nodes the page shows its communities, and each of them when it is opened; it
    says what that leaves out.

    The page makes no request: script and style are inside and allowed by their hashes alone, the data is inert JSON,
    and texts of documents become text nodes only.

    >>> page = explorer([Node("person/ada", ("Person",), {"name": "Ada Example"})], [], title="People")
    >>> "default-src 'none'" in page, "<title>People</title>" in page
    (True, True)
    """
    nodes, edges = without_contacts(nodes, edges)
    script, style = _vendored("explorer.js"), _vendored("explorer.css")
    policy = (
        f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return fill(
        _vendored("page.html"),
        policy=html.escape(policy, quote=False),
        title=html.escape(title),
        style=style,
        islands="".join(_islands(nodes, edges, title, most)),
        script=script,
    )


def _islands(nodes: Sequence[Node], edges: Sequence[Edge], title: str, most: int) -> Iterator[str]:
    """The data of the page as script elements that run nothing; the first is what it opens with."""
    if sum(map(is_drawn, nodes)) <= most:
        yield _element("data", payload(nodes, edges, title))
        return
    for number, part in enumerate(parts(nodes, edges, title, most=most)):
        yield _element(f"part-{number}" if number else "data", part)


def _element(name: str, data: Any) -> str:
    text = island(data)
    if len(text) > _LARGE:
        packed = base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()
        return f'<script type="application/json" id="{name}" data-form="gzip">"{packed}"</script>\n'
    return f'<script type="application/json" id="{name}">{text}</script>\n'


def digest(content: str) -> str:
    """The source expression that a content security policy allows an inline element by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def island(data: Any) -> str:
    """Data as JSON that can stand inside a script element whatever texts it holds.

    >>> island({"name": "</script>"})
    '{"name":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def fill(template: str, **parts: str) -> str:
    """The template with each `{{name}}` replaced once; what stands inside the parts is left alone."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], template)


def _vendored(name: str) -> str:
    path = assets.folder("viz") / "vendor" / name
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = "install talentgraph again, or run `npm install && npm run build` in viz/"
        raise TalentGraphError(f"the explorer's {name} is missing; {remedy}") from None
