"""What a token's line looks like, where it stands and what the lexicons know, written where the model reads it.

    TAG    the kind of section
    LEMMA  the look: kind of line, letters set apart, number of the cell
    MORPH  the neighbourhood: dates on this, the last and the next line, lines since the last block began, length
    DEP    the class of the lexicon that knows the word

Nothing here reads or sets sentences: entities may cross lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from talentgraph.extract import docs, gazetteer, tokenizer  # noqa: F401  registers the extension and the tokenizer
from talentgraph.model import Document, Line
from talentgraph.values.dates import find_dates

_FAR = 4  # lines since a block began are counted up to here
_SHORT, _LONG = 42, 78  # letters of a line


@dataclass(frozen=True, slots=True)
class _Place:
    """What all tokens of one line share."""

    line: Line
    look: str
    neighbourhood: str


@Language.factory("talentgraph_features")
def make_features(nlp: Language, name: str) -> Any:
    """The component, as spaCy's configuration names it."""
    return add_features


def add_features(doc: Doc) -> Doc:
    """Write the features of every token; a Doc without document gets those of plain lines."""
    document = doc._.document
    lines = document.lines if document is not None else tuple(_plain_lines(doc.text))
    key = _keys(doc)
    kinds, apart, known = _section_kinds(document), _styled(document), _known(doc)
    places = _places(doc.text, lines) or [_Place(Line(start=0, end=0), "t", "")]
    starts = [place.line.start for place in places]
    rows = []
    cell, last = 0, -1
    for number, token in enumerate(doc):
        offset = token.idx
        line = max(0, bisect_right(starts, offset) - 1)
        cell = cell if line == last else 0
        last = line
        look = f"{places[line].look}{apart(offset)}{min(cell, 2)}"
        rows.append(
            (key(kinds(offset)), key(look), key(places[line].neighbourhood, True), key(known.get(number, "none")))
        )
        cell += token.text == "\t"
    if rows:
        columns: Any = np.asarray(rows, dtype="uint64")
        doc.from_array(["TAG", "LEMMA", "MORPH", "DEP"], columns)
    return doc


def _keys(doc: Doc) -> Callable[..., int]:
    """A function from a string, or from features of morphology, to its number in the vocabulary."""

    @cache
    def key(words: str, morphology: bool = False) -> int:
        return int(doc.vocab.morphology.add(words) if morphology else doc.vocab.strings.add(words))

    return key


def _plain_lines(text: str) -> Iterator[Line]:
    start = 0
    for line in text.replace("\f", "\n").split("\n"):
        yield Line(start=start, end=start + len(line))
        start += len(line) + 1


def _section_kinds(document: Document | None) -> Callable[[int], str]:
    """A function from an offset to the kind of its section; the heading is a kind of its own."""
    sections = document.sections if document is not None else ()
    starts = [section.start for section in sections]

    def kind(offset: int) -> str:
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return "other"
        section = sections[number]
        if section.heading and section.heading[0] <= offset < section.heading[1]:
            return "heading"
        return section.kind

    return kind


def _styled(document: Document | None) -> Callable[[int], str]:
    """A function from an offset to "B" for bold, "I" for italic letters, else "-"."""
    spans = sorted(
        (s.start, s.end, s.kind[0].upper())
        for s in (document.styles if document is not None else ())
        if s.kind != "link"
    )
    starts = [start for start, _, _ in spans]

    def style(offset: int) -> str:
        number = bisect_right(starts, offset) - 1
        return spans[number][2] if number >= 0 and offset < spans[number][1] else "-"

    return style


def _places(text: str, lines: Sequence[Line]) -> list[_Place]:
    """What each line tells its tokens."""
    dated = _dated(text, lines)
    found: list[_Place] = []
    since, item = 0, False
    for number, line in enumerate(lines):
        blank = line.start == line.end
        begins = line.gap or line.heading > 0 or (number > 0 and lines[number - 1].start == lines[number - 1].end)
        since = 0 if begins else since + (number > 0 and not blank)
        item = line.bullet or (item and not begins and not line.heading)
        look = "h" if line.heading else "b" if line.bullet else "c" if item else "B" if line.bold else "t"
        date = _date_cue(dated, number)
        size = "short" if line.end - line.start < _SHORT else "mid" if line.end - line.start < _LONG else "long"
        found.append(_Place(line, look, f"Date={date}|Len={size}|Since={min(since, _FAR)}"))
    return found


def _dated(text: str, lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that hold a date."""
    starts = [line.start for line in lines]
    return {max(0, bisect_right(starts, date.span[0]) - 1) for date in find_dates(text)}


def _date_cue(dated: set[int], number: int) -> str:
    if number in dated:
        return "this"
    before, after = number - 1 in dated, number + 1 in dated
    return "both" if before and after else "last" if before else "next" if after else "none"


def _known(doc: Doc) -> dict[int, str]:
    """The class of each token that a lexicon knows, with a mark for the first of a name."""
    found: dict[int, str] = {}
    for hit in gazetteer.find([token.text for token in doc]):
        for place in range(hit.start, hit.end):
            found[place] = f"{'B' if place == hit.start else 'I'}-{hit.kind}"
    return found
