"""Running heads and feet: what the pages of a document repeat at their edges, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from talentgraph.read.rows import Row

_PAGE = r"(?:page|pg\.?|p\.|seite|página|pagina|side|sida|strana|strona)"
_NUMBER = re.compile(rf"^\W*(?:{_PAGE}\s*)?\d{{1,3}}(?:\s*(?:of|/|von|de|sur|di|\|)\s*\d{{1,3}})?\W*$", re.IGNORECASE)
_SPOKEN = re.compile(_PAGE + r"\s*\d", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:curriculum vitae|vitae|cv|r[eé]sum[eé]|lebenslauf|page|seite|página)\b.*?\W\d{1,3}(?:\s*(?:of|/)\s*\d+)?$",
    re.IGNORECASE,
)
_EDGE = 2  # lines at the top and the bottom of a page that may be running heads


def drop_running(rows: Iterable[Row]) -> list[Row]:
    """Text rows (blank ones included) without running heads and feet."""
    rows = list(rows)
    edges = _edges(rows)
    repeated = Counter(key(rows[place].text) for place in edges)
    name = next((row.text for row in rows if row.text), "")
    return [
        row
        for place, row in enumerate(rows)
        if not (_alone(rows, place) and _is_running(row.text, name))
        and not (place in edges and place > 0 and _repeats(row.text, name, repeated))
    ]


def key(text: str) -> str:
    """What a running line keeps from page to page."""
    return re.sub(r"\d+", "0", re.sub(r"\s+", " ", text)).casefold().strip()


def is_page_number(text: str) -> bool:
    """Whether a line at the edge of a page only counts pages.

    >>> is_page_number("Page 2 of 3"), is_page_number("- 2 -"), is_page_number("2019")
    (True, True, False)
    """
    return bool(_NUMBER.match(text))


def _edges(rows: list[Row]) -> set[int]:
    """Places of the first and last lines of pages, when there are pages."""
    pages: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        if row.text:
            pages.setdefault(row.page, []).append(place)
    if len(pages) < 2:
        return set()
    return {place for places in pages.values() for place in (*places[:_EDGE], *places[-_EDGE:])}


def _repeats(text: str, name: str, repeated: Counter[str]) -> bool:
    return is_page_number(text) or (repeated[key(text)] > 1 and (text == name or any(map(str.isdigit, text))))


def _alone(rows: list[Row], place: int) -> bool:
    """Whether blank lines or page edges stand around a row."""
    if not rows[place].text or place == 0:
        return False
    above, below = rows[place - 1], rows[place + 1] if place + 1 < len(rows) else None
    page = rows[place].page
    return (not above.text or above.page != page) and (below is None or not below.text or below.page != page)


def _is_running(text: str, name: str) -> bool:
    """Whether a line that stands alone counts pages or names the document with a page number."""
    if len(text) > 90 or heads_contact(text):
        return False
    numbered = text[-1:].isdigit() and len(re.findall(r"\d+", text)) <= 2
    named = bool(name) and len(name) > 4 and text.casefold().startswith(name.casefold()) and text != name
    return bool(_SPOKEN.search(text) and _NUMBER.match(text)) or (numbered and (bool(_TITLED.search(text)) or named))


def heads_contact(text: str) -> bool:
    """Whether a line holds an address, which a running head may but a drop must not lose."""
    return "@" in text or "://" in text
