"""Places: where a text names one, and its country."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.model import Span
from talentgraph.values.lexicon import alternation, cell, items, rows
from talentgraph.values.text import fold

_REMOTE = re.compile(
    r"(?<!\w)(?:Fully |100% )?(?:Remote|Hybrid|On-?site|Home ?[Oo]ffice|Teletrabajo|Remoto|REMOTE)(?!\w)"
)
_HEAD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*\.?(?:[ '’-]{1,2}[^\W\d_]+\.?){0,4}"


def find_place(text: str) -> Span | None:
    """The first place of a text: "City, Region", "City, Country" with one of them known, a city alone, "Remote".

    >>> text = "Acme Labs, Atlanta, GA"
    >>> text[slice(*find_place(text))], find_place("Machine Learning, Deep Learning")
    ('Atlanta, GA', None)
    """
    for match in _pattern().finditer(text):
        start = _city_start(text, match.start(), match.end("head"))
        if start is not None:
            return start, match.end()
    if remote := _REMOTE.search(text):
        return remote.span()
    return _alone(text)


def known(text: str) -> bool:
    """Whether a text is the name of a city, region or country of the list.

    >>> known("New York"), known("Ada Bee")
    (True, False)
    """
    return fold(text) in _cities() or fold(text) in _tails()


def country_code(text: str) -> str | None:
    """The ISO code of the country in which a place is, where the text or the list says so.

    >>> country_code("Atlanta, GA"), country_code("Zürich"), country_code("London, UK"), country_code("Remote")
    ('US', 'CH', 'GB', None)
    """
    parts = [fold(part).strip(" .()") for part in re.split(r"[,/|]|\s[-–—]\s", text)]
    parts = [re.sub(r"\s*\d{4,6}(?:-\d{4})?$", "", part) for part in parts if part]
    for part in reversed(parts):
        if code := _tails().get(part):
            return code
    return next((code for part in parts if (code := _cities().get(part))), None)


def _city_start(text: str, start: int, end: int) -> int | None:
    """Where the name of the city before a region begins: a known city, or a short name after a separator."""
    head = text[start:end]
    cuts = [0, *(match.end() for match in re.finditer(r"\s+", head))]
    for cut in cuts:
        if fold(head[cut:]) in _cities():
            return start + cut
    before = text[:start].rstrip(" ")
    if len(cuts) <= 3 and (not before or before[-1] in ",\t\n\f(|·•–—-:;") and not _institution(head):
        return start
    return None


def _institution(head: str) -> bool:
    return bool(re.search(r"universi|institut|colleg|school|labor|inc$|gmbh|department|compan", fold(head)))


def _alone(text: str) -> Span | None:
    """A cell of the text that is a known city, region or country as a whole."""
    for match in re.finditer(r"[^,\t\n\f|·•()]+", text):
        cellule = match.group().strip(" .–—-")
        if len(cellule) > 3 and cellule[:1].isupper() and known(cellule):
            start = match.start() + match.group().index(cellule)
            return start, start + len(cellule)
    return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = {name for row in rows("places.tsv") if row[0] != "city" for name in (row[1], *items(row, 4), *_code(row))}
    tail = alternation(sorted(names))
    return re.compile(
        rf"(?<![\w'’])(?P<head>{_HEAD}),\s{{1,3}}(?:{tail})(?:\s\d{{5}}(?:-\d{{4}})?)?(?:,\s{{1,3}}(?:{tail}))?(?!\w|['’]\w)"
    )


def _code(row: tuple[str, ...]) -> tuple[str, ...]:
    return (cell(row, 2),) if row[0] == "region" and cell(row, 2) else ()


@lru_cache(maxsize=1)
def _tails() -> dict[str, str]:
    """Folded names of countries and regions, and codes of regions → country code."""
    found: dict[str, str] = {}
    for kind in ("country", "region"):
        for row in rows("places.tsv"):
            if row[0] == kind:
                for name in (row[1], *items(row, 4), *_code(row)):
                    found.setdefault(fold(name), cell(row, 3))
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Folded names of cities → country code; the first entry of a name wins."""
    found: dict[str, str] = {}
    for row in rows("places.tsv"):
        if row[0] == "city":
            for name in (row[1], *items(row, 4)):
                found.setdefault(fold(name), cell(row, 3))
    return found


@lru_cache(maxsize=4096)
def regions(name: str) -> frozenset[tuple[str, str]]:
    """The regions that a name or code means, and those of a city, as (country, folded name of the region).

    >>> sorted(regions("GA")), sorted(regions("Atlanta"))
    ([('US', 'georgia')], [('US', 'georgia')])
    """
    return _regions().get(fold(name).strip(" ."), frozenset())


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    coded: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows("places.tsv"):
        country, code = cell(row, 3), cell(row, 2)
        if row[0] == "region":
            coded[country, code] = region = (country, fold(row[1]))
            for name in (row[1], *items(row, 4), *_code(row)):
                found.setdefault(fold(name), set()).add(region)
        elif row[0] == "city" and code and (country, code) in coded:
            for name in (row[1], *items(row, 4)):
                found.setdefault(fold(name), set()).add(coded[country, code])
    return {name: frozenset(each) for name, each in found.items()}


def country_named(name: str) -> str | None:
    """The code of the country that this names itself or by one of its regions; None for a city.

    >>> country_named("Germany"), country_named("MA"), country_named("Berlin")
    ('DE', 'US', None)
    """
    return _tails().get(fold(name).strip(" ."))
