"""The record of the registry that a name or an affiliation stands for. Where two fit alike, none does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from talentgraph.resolve.organizations import Named, pieces
from talentgraph.resolve.organizations.surroundings import Surroundings
from talentgraph.resolve.organizations.surroundings import read as surroundings
from talentgraph.resolve.registry.dump import Record
from talentgraph.resolve.registry.index import FORGET, Registry, current, name_forms
from talentgraph.values import organizations as names
from talentgraph.values import places, wordings

_NOTE = re.compile(r"^\W*\d{1,2}\s+(?=\D)|^\W*\d{1,2}(?=[A-Z][a-z])|\s+\d{1,2}\s*$")  # the number of a footnote
_RUN = 3  # pieces of one name
_INSIDE = re.compile(
    r"\s+(?:of|at|de|der|della|do|da)\s+(?:the\s+|la\s+|l['’])?(?=[^\W\d_])|\s+[-–—/]\s+|\s+\d{1,2}\s+"
)


def link(text: str, around: str = "") -> Record | None:
    """The record of an affiliation: of its best part, in the place that it names. None where it is a tie.

    Of an institute and the university that it belongs to, the university is the answer.
    """
    return _link(text, around) if current() else None


@lru_cache(maxsize=65536)
def record_of(name: str, around: str = "", country: str = "") -> Record | None:
    """The record of one name: known by its country or the place around it where several are called so."""
    if (registry := current()) is None:
        return None
    here = surroundings(around)
    if country:
        here = replace(here, countries=frozenset({country}))
    return _find(registry, name, here)


def of_organization(found: Named, around: str = "") -> Record | None:
    """The record of an organisation as named. Units have none: their names say too little."""
    if current() is None or found.properties.get("unit"):
        return None
    entry = names.lookup(found.name) if found.name else None
    if entry is None:
        return link(found.text, around)
    called = (entry.name, *(alias for alias in entry.aliases if " " in alias))
    records = (record_of(name, ", ".join(entry.place), entry.country) for name in called)
    return next(filter(None, records), None)


@lru_cache(maxsize=65536)
def _link(text: str, around: str) -> Record | None:
    registry = current()
    assert registry is not None
    parts = [part for each in re.split(r"[,;()]", text) if (part := _NOTE.sub("", _NOTE.sub("", each)).strip(" ."))]
    said = [part for at, part in enumerate(parts) if (at or len(parts) == 1) and pieces.is_place(part)]
    here = surroundings(", ".join((*said, around)))
    here = replace(here, parts=here.parts | {wordings.normal(part) for part in parts})  # cities that no list has
    found = {record.id: record for name in _names(parts) if (record := _find(registry, name, here))}
    below = {id for id, record in found.items() if registry.above(record) & found.keys()}
    best = [record for id, record in found.items() if id not in below]
    return best[0] if len(best) == 1 else None


def _names(parts: Sequence[str]) -> Iterator[str]:
    """What in an affiliation may be a name: its pieces, runs of them, and what stands behind "of" in one."""
    for size in range(min(_RUN, len(parts)), 0, -1):
        for start in range(len(parts) - size + 1):
            yield ", ".join(parts[start : start + size])
    for part in parts:
        for match in _INSIDE.finditer(part):
            head, rest = part[: match.start()], part[match.end() :]
            sign = not match[0].strip().isalpha()
            if sign or pieces.is_unit(head):
                yield rest
            if sign or pieces.is_unit(rest):
                yield head


def _find(registry: Registry, name: str, here: Surroundings) -> Record | None:
    """The one record with the surest form of a name that lies here."""
    for form in name_forms(name):
        if records := registry.with_form(form):
            return _here(records, here, loose=_is_loose(name))
    return None


def _is_loose(name: str) -> bool:
    """Whether many may be called so, so that only the place tells which one is meant."""
    return wordings.is_acronym(name) or wordings.is_shared(name) or pieces.is_generic(name) or places.known(name)


def _here(records: Sequence[Record], here: Surroundings, *, loose: bool) -> Record | None:
    fitting = [each for each in records if not here.countries or not each.country or each.country in here.countries]
    city = [each for each in fitting if each.city and wordings.normal(each.city) in here.parts]
    if len(city) == 1:
        return city[0]
    return fitting[0] if len(fitting) == 1 and (not loose or fitting[0].country in here.countries) else None


FORGET += [_link.cache_clear, record_of.cache_clear]
