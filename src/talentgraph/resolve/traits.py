"""What a document says of a person besides the name: traits as "kind:value", by which mentions are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from talentgraph.model import Education, Profile, Publication, Work, mention
from talentgraph.values import dates, venue_names
from talentgraph.values.text import fold, words

_RECORD = re.compile(r"#(work|education)\.(\d+)\.")
_DATA = Path(__file__).resolve().parent / "data"


def of_owner(profile: Profile, organizations: Iterable[tuple[str, str]], papers: Mapping[str, str]) -> frozenset[str]:
    """The traits of the person that a document is about; `organizations` are mentions and their keys.

    Employers and schools stand alone, and once for each year in which they are known to hold.
    """
    basics, found = profile.basics, set[str]()
    for place, key in organizations:
        found.add(f"affiliation:{key}")
        found |= {f"together:{key}@{year}" for year in _years_of(profile, place)}
    for number, paper in enumerate(profile.publications):
        found |= of_paper(paper, papers.get(mention(profile.source.path, f"publications.{number}"), ""))
    links = (basics.url, *basics.profiles)
    found |= {f"contact:{_address(link)}" for link in (basics.email, *links) if link and link.strip()}
    found |= {f"year:{year}" for year in _all_years(profile)}
    return frozenset(found)


def of_paper(paper: Publication, key: str) -> frozenset[str]:
    """The traits of all authors of a paper.

    >>> sorted(of_paper(Publication(name="Fast Learning of Hydrogels", release_date="2019-05"), "fast-learning"))
    ['paper:fast-learning', 'topic:hydrogel', 'year:2019']
    """
    found = {f"paper:{key}"} if key else set()
    found |= {f"topic:{topic}" for topic in topics(paper.name or "") if topic not in _everyday()}
    if paper.publisher and (venue := venue_names.key(paper.publisher)):
        found.add(f"venue:{venue}")
    if year := dates.year(paper.release_date):
        found.add(f"year:{year}")
    return frozenset(found)


def topics(text: str) -> set[str]:
    """The words of a title that tell what it is about, those of every second paper among them.

    >>> sorted(topics("On the Optimisation of Storage Systems"))
    ['optimization', 'storage']
    """
    said = (
        word
        for word in words(text)
        if len(word) > 2 and word not in plain_words("title_words.txt") and not word.isdigit()
    )
    return {_stem(word) for word in said}


def _stem(word: str) -> str:
    return word.replace("isation", "ization").removesuffix("s")


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """The words of titles that say nothing of two people who share them."""
    return frozenset(map(_stem, plain_words("everyday_words.txt")))


@lru_cache(maxsize=8)
def plain_words(name: str) -> frozenset[str]:
    """The words of a list in `data/`."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _years_of(profile: Profile, place: str) -> range | Iterator[int]:
    if not (match := _RECORD.search(place)):
        return iter(())
    record = getattr(profile, match[1])[int(match[2])]
    years = sorted(_years(record))
    return range(years[0], years[-1] + 1) if years else iter(())


def _all_years(profile: Profile) -> Iterator[int]:
    for work in profile.work:
        yield from _years(work)
    for education in profile.education:
        yield from _years(education)


def _years(record: Work | Education) -> Iterator[int]:
    return (year for year in map(dates.year, (record.start_date, record.end_date)) if year)


def _address(link: str) -> str:
    """An address without the parts that do not tell whose it is."""
    return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", fold(link))


def by_kind(traits: Iterable[str]) -> dict[str, set[str]]:
    """Traits by their kind.

    >>> by_kind(["venue:eurosys", "year:2019"])
    {'venue': {'eurosys'}, 'year': {'2019'}}
    """
    found: dict[str, set[str]] = {}
    for trait in traits:
        kind, _, value = trait.partition(":")
        found.setdefault(kind, set()).add(value)
    return found
