"""When a document was last changed, as its file or its text says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.errors import ReadError
from talentgraph.read.archives import Archive
from talentgraph.values.dates import find_dates

_STAMP = re.compile(r"(?:D:)?((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])")
_UPDATED = re.compile(
    r"\b(?:last\s+(?:updated?|modified|revised|revision|change[ds]?)|updated(?:\s+(?:on|in))?|as of|revised|version of|"
    r"stand|zuletzt aktualisiert|(?:dernière\s+)?mise\s+à\s+jour|(?:última\s+)?actualizaci[óo]n|actualizado|"
    r"atualizado(?:\s+em)?|(?:ultimo\s+)?aggiornamento|aggiornato)\b\W{0,3}(?:le |el |al |il |am |em )?$",
    re.I,
)
_REACH = 60  # letters before a date that may say that it is the document's
_EDGE = 1500  # letters at both ends of a text that are looked at


def stamp(written: str | None) -> str | None:
    """The day of a time stamp as files carry them.

    >>> stamp("D:20240305101500+01'00'"), stamp("2024-03-05T10:15:00Z"), stamp("yesterday")
    ('2024-03-05', '2024-03-05', None)
    """
    match = _STAMP.match(written or "")
    return "-".join(match.groups()) if match else None


def saved(archive: Archive, part: str, tag: str) -> str | None:
    """The day that a part of an archive states; None where the part is missing or damaged."""
    try:
        root = archive.parse(part)
    except ReadError:
        return None
    return stamp(next((node.text for node in root.iter(tag)), None)) if root is not None else None


def said(text: str) -> str | None:
    """The date that a text gives as its own, near its beginning or its end.

    >>> said("Ada Example\\nLast updated: March 2024"), said("Ada Example\\nAcme Labs, 2019 – 2021")
    ('2024-03', None)
    """
    return next(_own(text[-_EDGE:] if len(text) > _EDGE else ""), None) or next(_own(text[:_EDGE]), None)


def _own(text: str) -> Iterator[str]:
    for date in find_dates(text):
        line = text[max(text.rfind("\n", 0, date.span[0]) + 1, date.span[0] - _REACH) : date.span[0]]
        if date.start and not date.end and not date.current and _UPDATED.search(line):
            yield date.start
