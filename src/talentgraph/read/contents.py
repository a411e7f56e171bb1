"""What a section is about, told by what stands in it, where its heading says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from talentgraph.model import SectionKind
from talentgraph.values import degrees, titles, venues
from talentgraph.values.authors import split_authors
from talentgraph.values.dates import find_dates
from talentgraph.values.people import is_name

_LEAST = 2  # entries that must speak for a kind
_SHARE = 0.6  # of the ranges of dates that must stand with a title or a degree
_MOST_LETTERS = 20_000  # that are looked at


def content_kind(lines: Sequence[str]) -> SectionKind | None:
    """The kind that the lines of a section speak for; None where they do not, or for several.

    >>> content_kind(["Engineer, Acme Labs", "2019 – 2021", "Research Intern, Beta Corp", "2017 – 2018"])
    'work'
    >>> content_kind(["Chess", "Rowing since 2019"])
    """
    text = "\n".join(lines)[:_MOST_LETTERS]
    dates = find_dates(text)
    ranges = sum(bool(date.start and (date.end or date.current)) for date in dates)
    degreed = sum(degrees.level(line) is not None for line in lines)
    titled = sum(titles.has_title_word(line) and degrees.level(line) is None for line in lines if len(line) < 90)
    kinds: list[SectionKind] = []
    if degreed >= max(_LEAST, _SHARE * ranges) and len(dates) >= _LEAST and degreed > titled:
        kinds.append("education")
    if ranges >= _LEAST and titled >= max(_LEAST, _SHARE * ranges) and titled > degreed:
        kinds.append("work")
    if len(venues.find_venues(text)) >= _LEAST and sum(map(_is_list, lines)) >= _LEAST:
        kinds.append("publications")
    return kinds[0] if len(kinds) == 1 else None


def _is_list(line: str) -> bool:
    """Whether a line begins with a list of names."""
    names = [name for _, name in split_authors(line[:200])]
    return len(names) >= 2 and all(map(is_name, names[:2]))
