"""Where a text says a value: letters and digits count, line breaks, hyphens and punctuation do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentgraph.model import Span
from talentgraph.values.dates import find_dates


class Located:
    """A text prepared for finding values in it."""

    def __init__(self, text: str) -> None:
        pairs = [(folded, at) for at, letter in enumerate(text) for folded in letter.casefold() if folded.isalnum()]
        self._text = text
        self._letters = "".join(letter for letter, _ in pairs)
        self._places = [at for _, at in pairs]
        self._dates: list[tuple[str, Span]] | None = None

    def find(self, value: str, near: Iterable[Span] = ()) -> Span | None:
        """The place that says a value, the nearest to the spans given; None where the text does not say it.

        >>> text = "Acme Rob-\\notics, Bern"
        >>> text[slice(*Located(text).find("acme robotics"))]
        'Acme Rob-\\notics'
        >>> Located("Cobol").find("C")
        """
        wanted = "".join(letter for letter in value.casefold() if letter.isalnum())
        found = [span for span in self._occurrences(wanted) if self._is_word(span)] if wanted else []
        return _nearest(found, list(near))

    def find_date(self, value: str, near: Iterable[Span] = ()) -> Span | None:
        """The place that says a date in any notation, or "present"."""
        if self._dates is None:
            self._dates = list(_dates(self._text))
        found = [span for date, span in self._dates if date[: len(value)] == value]
        return _nearest(found, list(near))

    def _occurrences(self, wanted: str) -> Iterable[Span]:
        at = self._letters.find(wanted)
        while at >= 0:
            yield self._places[at], self._places[at + len(wanted) - 1] + 1
            at = self._letters.find(wanted, at + 1)

    def _is_word(self, span: Span) -> bool:
        start, end = span
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return not before.isalnum() and not after.isalnum()


def _dates(text: str) -> Iterable[tuple[str, Span]]:
    for date in find_dates(text):
        if date.start and date.start_span:
            yield date.start, date.start_span
        if date.end_span:
            yield date.end or "present", date.end_span


def _nearest(found: Sequence[Span], near: Sequence[Span]) -> Span | None:
    if not near:
        return found[0] if found else None
    return min(found, key=lambda span: min(abs(span[0] - other[0]) for other in near), default=None)
