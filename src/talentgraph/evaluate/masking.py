"""Contact details blacked out: the same text, each of their letters a dot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talentgraph.model import Span
from talentgraph.values.contacts import find_contacts

_MAYBE = re.compile(r"@|\d{3}|www\.|https?:|\(at\)|\bat\b")


def masked_text(text: str, more: Iterable[Span] = ()) -> str:
    """A text of the same length without contact details; `more` are places that hold some.

    >>> masked_text("Ada, ada@example.org")
    'Ada, •••••••••••••••'
    """
    letters = list(text)
    for start, end in [*(span for span, _, _ in find_contacts(text)), *more]:
        letters[start:end] = ["•" if not letter.isspace() else letter for letter in letters[start:end]]
    return "".join(letters)


def masked_value(value: str) -> str:
    """A value without contact details; most values hold none, and that is seen at once."""
    return masked_text(value) if _MAYBE.search(value) else value
