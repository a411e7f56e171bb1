"""Words that run over several lines, and where each letter of them stands in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from talentgraph.model import Line, Span
from talentgraph.read.tree import Said

_BROKEN = re.compile(r"\w[-/]$")  # the end of a line that was broken inside of a word


class Words(NamedTuple):
    """A text put together from lines; `places` are the offsets of its letters in the document."""

    text: str
    places: tuple[int, ...]
    breaks: tuple[int, ...] = ()  # the blanks that stand for the end of a line

    def cut(self, start: int, end: int) -> Words:
        """A stretch of the words, without blanks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        breaks = tuple(place - start for place in self.breaks if start <= place < end)
        return Words(self.text[start:end], self.places[start:end], breaks)

    def closed(self) -> Words:
        """The words without the blanks at the ends of lines: an address that was broken to fit."""
        kept = [place for place in range(len(self.text)) if place not in self.breaks]
        return Words("".join(self.text[place] for place in kept), tuple(self.places[place] for place in kept))

    def at(self, start: int, end: int) -> Said:
        """A stretch of the words as a value."""
        part = self.cut(start, end)
        return Said(part.text, _spans(part.places))

    def said(self) -> Said | None:
        """The words as a value with its places; None for no words."""
        return self.at(0, len(self.text)) if self.text.strip() else None


def join(text: str, lines: Sequence[Line]) -> Words:
    """Lines as one text: a blank for each end of a line, but none where a line ends inside of a word.

    >>> text = "read by peer-\\nreviewed people\\nand others"
    >>> words = join(text, [Line(start=0, end=13), Line(start=14, end=29), Line(start=30, end=40)])
    >>> words.text
    'read by peer-reviewed people and others'
    >>> words.at(8, 28)
    Said(text='peer-reviewed people', spans=((8, 29),))
    """
    letters: list[str] = []
    places: list[int] = []
    breaks: list[int] = []
    for number, line in enumerate(lines):
        if number and not _BROKEN.search("".join(letters[-2:])):
            breaks.append(len(letters))
            letters.append(" ")
            places.append(lines[number - 1].end)
        letters += text[line.start : line.end].replace("\t", " ")
        places += range(line.start, line.end)
    return Words("".join(letters), tuple(places), tuple(breaks))


def _spans(places: Sequence[int]) -> tuple[Span, ...]:
    """Neighbouring places as spans; the sign between two lines does not part them."""
    spans: list[Span] = []
    for place in places:
        if spans and place - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return tuple(spans)
