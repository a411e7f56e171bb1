"""Alignment: where the rows of an invented CV stand in the text that one of our readers made of its file.

Only letters and digits are compared, so that hyphens at line ends, blanks and bullets do not matter. Readers may
bring sections and cells into another order, never the words of one cell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from talentgraph.model import Document
from talentgraph.train.corpus import Draft
from talentgraph.train.grammar.pieces import Part, Row
from talentgraph.train.rendering.blocks import Cell, cells
from talentgraph.train.surface import Labelled

_NEAR = 400  # letters further on, at most, that a row or a cell begins


class Letters:
    """The letters and digits of a text, and where they stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[int] = []
        found: list[str] = []
        for place, sign in enumerate(text):
            for letter in folded(sign):
                found.append(letter)
                self.places.append(place)
        self.letters = "".join(found)

    def span(self, start: int, end: int, words: str) -> tuple[int, int]:
        """The span of some letters in the text, with the signs that stand at the ends of the words."""
        first, last = self.places[start], self.places[end - 1] + 1
        sides = [index for index, sign in enumerate(words) if folded(sign)]
        for sign in reversed(words[: sides[0]]):
            first -= self.text[first - 1 : first] == sign
        for sign in words[sides[-1] + 1 :]:
            last += self.text[last : last + 1] == sign
        return first, last


def folded(words: str) -> str:
    """Letters and digits in their plainest form.

    >>> folded("ﬁeld-Work 2")
    'fieldwork2'
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", words).casefold() if sign.isalnum())


def align(draft: Draft, document: Document) -> list[Labelled] | None:
    """The labelled spans of a CV in its document; None where a part that has a label is not found."""
    page = Letters(document.text)
    found: list[Labelled] = []
    end = 0
    for number, (_, rows) in enumerate(draft.parts):
        starts = (*_headings(page, rows[0]), end) if number else (0,)
        tried = (_rows(page, rows[number > 0 :], start) for start in starts)
        placed = next((placed for placed in tried if placed is not None), None)
        if placed is None:
            return None
        found += placed[0]
        end = placed[1]
    found.sort()
    apart = all(left[1] <= right[0] for left, right in zip(found, found[1:], strict=False))
    return found if apart else None


def _headings(page: Letters, row: Row) -> Iterator[int]:
    """Where a heading may stand: at the beginning of lines and cells."""
    words = folded(row.text)
    at = page.letters.find(words)
    while at >= 0:
        before = page.text[: page.places[at]].rstrip(" #*_>-|")
        if not before or before[-1] in "\n\f\t":
            yield at
        at = page.letters.find(words, at + 1)


def _rows(page: Letters, rows: Sequence[Row], start: int) -> tuple[list[Labelled], int] | None:
    """The spans of the labelled parts of a section, and where its last row begins."""
    found: list[Labelled] = []
    at = start
    for row in rows:
        placed = _pieces(page, [row.parts], at) or _pieces(page, cells(row), at) or _pieces(page, _alone(row), at)
        if placed is None:
            return None
        found += placed[0]
        at = placed[1]
    return found, at


def _alone(row: Row) -> list[Cell]:
    """The labelled parts of a row, each alone: what stands between them may be lost."""
    return [(part,) for part in row.parts if part.label]


def _pieces(page: Letters, pieces: Sequence[Sequence[Part]], at: int) -> tuple[list[Labelled], int] | None:
    """The spans of the labelled parts, and where the last piece begins; None when a piece with labels is not there."""
    found: list[Labelled] = []
    stop = at
    for parts in pieces:
        start = _near(page, folded("".join(part.text for part in parts)), at)
        if start is not None:
            found += _spans(page, parts, start)
            stop = max(stop, start)
        elif len(pieces) == 1 or any(part.label for part in parts):
            return None
    return found, stop


def _spans(page: Letters, parts: Sequence[Part], start: int) -> Iterator[Labelled]:
    """The spans of the labelled parts of a piece that begins at a letter."""
    for part in parts:
        end = start + len(folded(part.text))
        if part.label and end > start:
            yield *page.span(start, end, part.text), part.label
        start = end


def _near(page: Letters, words: str, at: int) -> int | None:
    """The first place from `at` on where some letters stand, unless that is far away."""
    found = page.letters.find(words, at, at + _NEAR + len(words)) if words else at
    return found if found >= 0 else None
