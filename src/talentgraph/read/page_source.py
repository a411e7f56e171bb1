"""The source of a page before it is parsed: its encoding, and what of it no browser shows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_INLINE = re.compile(r"\bdata:[\w/+.;=-]{1,80},[A-Za-z0-9+/=%]{200,}")  # images and fonts, which may be most of a page
_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml[^>]{0,100}?\bencoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
_JSON_LD = re.compile(r"application/ld\+json", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
# Elements that need not be closed, or never are: they say nothing about depth.
_UNCLOSED = frozenset(
    [*("li", "p", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "caption", "area")]
    + [*("base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")]
)
_HEAD = 2048  # bytes in which a page declares its encoding


def decode_page(data: bytes) -> str:
    """The text of a page: by its mark, by what it declares, or else as UTF-8 or Windows-1252.

    >>> decode_page("<meta charset=iso-8859-2>Łódź".encode("iso-8859-2"))
    '<meta charset=iso-8859-2>Łódź'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    declared = _CHARSET.search(data[:_HEAD])
    named = declared[1].decode("ascii", errors="replace") if declared else "utf-8"
    for encoding in (named, "utf-8", "cp1252"):
        try:
            return data.decode("utf-8-sig" if encoding.casefold() in ("utf-8", "utf8") else encoding)
        except (UnicodeError, LookupError):  # also for codecs that do not make text
            continue
    return data.decode("cp1252", errors="replace")


def without_unseen(page: str) -> str:
    """A page without its scripts, styles and inline images.

    >>> without_unseen("a<script>b</script >c<STYLE>d</style>e")
    'a c e'
    """
    for name in ("script", "style"):
        parts, position = [], 0
        for start, _, end in _elements(page, name):
            parts += [page[position:start], " "]
            position = end
        page = "".join([*parts, page[position:]])
    return _INLINE.sub(" ", page)


def json_ld(page: str) -> list[str]:
    """The contents of the scripts of a page that hold data.

    >>> json_ld('<script type="application/ld+json">{}</script>')
    ['{}']
    """
    found = []
    for start, inside, end in _elements(page, "script"):
        if _JSON_LD.search(page, start, inside):
            found.append(page[inside : page.rfind("<", inside, end)])
    return found


def nesting(page: str) -> int:
    """How deep the elements of a page lie in each other, by its tags.

    >>> nesting("<div><div><br><p>x</div></div><div>")
    2
    """
    deepest = now = 0
    for match in _TAG.finditer(page):
        if match[2].lower() in _UNCLOSED:
            continue
        now = max(now - 1, 0) if match[1] else now + 1
        deepest = max(deepest, now)
    return deepest


def _elements(page: str, name: str) -> Iterator[tuple[int, int, int]]:
    """Where elements of a name start, where their content starts, and where they end. One left open ends the search."""
    opening, closing = re.compile(rf"<{name}\b", re.IGNORECASE), re.compile(rf"</{name}\b[^>]{{0,99}}>", re.IGNORECASE)
    position = 0
    while start := opening.search(page, position):
        inside = page.find(">", start.end()) + 1
        end = closing.search(page, inside) if inside else None
        if end is None:
            return
        yield start.start(), inside, end.end()
        position = end.end()
