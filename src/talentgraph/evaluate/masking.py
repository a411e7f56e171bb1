"""Contact details blacked out: the same text, each of their letters a dot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talentgraph.model import Span
from talentgraph.values.contacts import find_contacts

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MAYBE = re.compile(r"@|\d|\bat\b", re.I)


def masked_text(text: str, more: Iterable[Span] = (), *, keep: Iterable[Span] = ()) -> str:
    """A text of the same length without contact details; `more` are places that hold some.

    Web addresses stay where they are a value that was judged (`keep`): some firms are named like one.

    >>> masked_text("Ada, ada@example.org"), masked_text("Ada, example.com", keep=[(5, 16)])
    ('Ada, •••••••••••••••', 'Ada, example.com')
    """
    letters, keep = list(text), list(keep)
    found = [span for span, kind, _ in find_contacts(text) if kind != "url" or not _crosses(span, keep)]
    for start, end in [*found, *more]:
        letters[start:end] = ["•" if not letter.isspace() else letter for letter in letters[start:end]]
    return "".join(letters)


def masked_value(value: str) -> str:
    """A value without contact details; most values hold none, and that is seen at once."""
    if _DATE.fullmatch(value) or not _MAYBE.search(value):
        return value
    return masked_text(value, keep=[(0, len(value))])


def _crosses(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
