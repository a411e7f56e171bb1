"""LaTeX text as tokens, which are plain strings.

    \\name   a command          { } [ ] $ &   themselves       a blank    one blank or line end
    \\n\\n    end of a paragraph  #1            a parameter      \\0words   words to be shown as they stand

All else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PAR = "\n\n"
LITERAL = "\0"
_VERBATIM = ("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt")
_UNREAD = ("comment", "filecontents", "filecontents*", "tikzpicture", "picture", "asy", "luacode")
_TOKEN = re.compile(
    rf"\\begin\s*\{{(?P<raw>{'|'.join(map(re.escape, _VERBATIM + _UNREAD))})\}}"
    r"|(?P<verb>\\(?:verb|lstinline)\*?(?P<quote>[^\sA-Za-z*{\[])(?P<inline>[^\n]*?)(?P=quote))"
    r"|(?P<link>\\(?P<linker>url|href|nolinkurl|path|hrefWithoutArrow)\s*\{(?P<address>[^{}\n]*)\})"
    r"|(?P<par>(?:%[^\n]*)?\n[ \t]*\n\s*)"
    r"|(?P<comment>%[^\n]*(?:\n[ \t]*)?)"
    r"|(?P<blank>\s+)"
    r"|(?P<command>\\[A-Za-z@]+)\s*"
    r"|(?P<symbol>\\(?:\s|.))"
    r"|(?P<parameter>\#{1,4}[1-9])"
    r"|(?P<special>[{}\[\]$&~^_])"
    r"|(?P<text>[^\\{}\[\]$&~^_%\#\s]+|\#|\\)",
    re.DOTALL,
)  # fmt: skip


def tokenize(text: str) -> Iterator[str]:
    r"""The tokens of a LaTeX text; comments, drawings and files in it are left out.

    >>> list(tokenize(r"\textbf{Ada} % a note" + "\n\n" + r"C\#"))
    ['\\textbf', '{', 'Ada', '}', ' ', '\n\n', 'C', '\\#']
    """
    text = text.replace(LITERAL, "")
    unclosed: set[str] = set()
    position = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        name = match["raw"]
        if name is None:
            yield from _tokens(match)
            continue
        end = text.find(f"\\end{{{name}}}", position) if name not in unclosed else -1
        if end < 0:  # looked for once only: many of them would take for ever
            unclosed.add(name)
            yield from ("\\begin", "{", name, "}")
            continue
        if name in _VERBATIM:
            yield from _lines(text[position:end])
        position = end + len(name) + 6


def _tokens(match: re.Match[str]) -> Iterator[str]:
    kind, raw = match.lastgroup, match[0]
    if match["verb"]:
        yield LITERAL + match["inline"]
    elif match["link"]:
        yield from ("\\" + match["linker"], "{", LITERAL + _unescaped(match["address"]), "}")
    elif match["command"]:
        yield match["command"]
    elif match["parameter"]:
        yield raw[-2:]
    elif not match["comment"]:
        yield PAR if kind == "par" else " " if kind == "blank" else _symbol(raw)


def _symbol(raw: str) -> str:
    return "\\ " if len(raw) == 2 and raw[0] == "\\" and raw[1].isspace() else raw


def _lines(raw: str) -> Iterator[str]:
    for line in re.sub(r"^\[[^\]\n]*\]", "", raw).splitlines():
        yield from (PAR, LITERAL + line)
    yield PAR


def _unescaped(address: str) -> str:
    return re.sub(r"\\([%#&_~{}])", r"\1", address)
