"""Lists of authors: who is named where."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re

from talentgraph.model import Span

_START = r"(?:,|(?<!\s))"  # of a separator: never inside of blanks, which may be many
_AND = rf"(?:{_START}\s++(?:and|und|et|y|e)\s++(?=[^\W\d_])|(?:{_START}\s*+)?&\s*+|{_START}\s++(?:and|&)\s++)"
_AND_ONLY = re.compile(_AND)
_SPLIT = re.compile(rf"{_AND}|(?:(?<!\s)\s*+)?,\s*+(?:and\s++|&\s*+)?")
_SEMICOLON = re.compile(rf"(?:(?<!\s)\s*+)?;\s*+(?:and\s++|&\s*+)?|{_AND}")
_ET_AL = re.compile(
    r"(?:[,;]|(?<!\s))\s*+(?:\b(?:and|&)\s+)?(?:\bet\.?\s*al\b\.?|\bothers\b|\bu\.\s?a\.|…|\.\.\.)", re.I
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.(?:\s|-|‐)?){1,5}(?:[^\W\d_])?|[A-ZÀ-Þ]{1,3}|[A-ZÀ-Þ]-[A-ZÀ-Þ]")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_TRIM_FRONT = re.compile(r"^(?:[\s,;:•·*†‡§¶\[\]\d.–—-]|(?:by|and|with)\s)+", re.I)
_MARK_BACK = re.compile(
    r"(?:[\s,;:*†‡§¶∗#]+|\([^()]*+\)?+|\^?+\{?+\d\}?+|(?<=[^\W\d_]{3})\.|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$"
)
_LONG = 200  # letters: more marks than that no name has


def split_authors(text: str) -> list[tuple[Span, str]]:
    """The names of a list of authors in order, with their spans; "et al." is dropped.

    Three ways of printing are told apart by their parts: "A. Bee, C. Dee and E. Eff", "Bee, A., Dee, C. & Eff, E."
    and "Bee A, Dee C"; semicolons may part the names.

    >>> [name for _, name in split_authors("Bee, A., Dee, C. & Eff, E.")]
    ['Bee, A.', 'Dee, C.', 'Eff, E.']
    >>> [name for _, name in split_authors("Ada Bee*, C. Dee and E. Eff, et al.")]
    ['Ada Bee', 'C. Dee', 'E. Eff']
    """
    if match := _ET_AL.search(text):
        text = text[: match.start()]
    names = []
    for start, end in _spans(text):
        start, end = _trim(text, start, end)
        name = " ".join(text[start:end].split())
        if _plausible(name):
            names.append(((start, end), name))
    return names


def _spans(text: str) -> list[Span]:
    """The stretches of the names, by the way the list is printed."""
    if ";" in text:
        return _cut(text, _SEMICOLON)
    chunks = _cut(text, _AND_ONLY)
    if len(chunks) > 1 and all(text[a:b].count(",") == 1 for a, b in chunks):
        return chunks  # "Bee, Ada and Dee, Carl"
    return _join_initials(text, _cut(text, _SPLIT))


def _cut(text: str, separator: re.Pattern[str]) -> list[Span]:
    """The stretches between separators."""
    spans, start = [], 0
    for match in separator.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _join_initials(text: str, spans: list[Span]) -> list[Span]:
    """Stretches where a family name is joined with the initials or the suffix after its comma."""
    joined: list[Span] = []
    open_family = False
    for start, end in spans:
        piece = text[start:end].strip(" \t\n\f*†‡§¶∗")
        initials = _INITIALS.fullmatch(piece) is not None
        if joined and (_SUFFIX.fullmatch(piece) or (initials and open_family)):
            joined[-1] = (joined[-1][0], end)
            open_family = False
        elif piece:
            joined.append((start, end))
            open_family = not initials and not _has_initials(piece)
    if (
        len(joined) == 2
        and all(" " not in text[a:b].strip() for a, b in joined)
        and "," in text
        and not _AND_ONLY.search(text)
    ):
        return [(joined[0][0], joined[1][1])]  # "Bee, Ada"
    return joined


def _has_initials(piece: str) -> bool:
    return any(_INITIALS.fullmatch(token) for token in piece.split())


def _trim(text: str, start: int, end: int) -> Span:
    """A stretch without marks of footnotes, bullets and brackets."""
    if match := _TRIM_FRONT.match(text[start:end]):
        start += match.end()
    back = max(start, end - _LONG)
    while match := _MARK_BACK.search(text[back:end]):  # one by one: repeated possessively, Python 3.11.2 misses some
        end = back + match.start()
    return start, end


def _plausible(name: str) -> bool:
    tokens = name.split()
    return 0 < len(tokens) <= 7 and len(name) <= 70 and sum(map(str.isalpha, name)) > 1 and not re.search(r"\d", name)
