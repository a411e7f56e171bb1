"""One document compared: how its names and its records fared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from talentgraph.evaluate.entities import ENTITIES, Found, match_entities
from talentgraph.evaluate.gold import Record, Shown
from talentgraph.evaluate.records import RECORDS, Matched, match_records
from talentgraph.evaluate.spelling import NO_NAMES, Kind, Names


@dataclass(frozen=True, slots=True)
class Comparison:
    """A profile as plain data beside the gold: the names by class, the records by kind."""

    gold: Shown
    found: Record
    names: Names
    entities: Mapping[Kind, Found]
    records: Mapping[str, Matched]


def compare(gold: Shown, found: Record, names: Names = NO_NAMES) -> Comparison:
    """Compare a profile as plain data (empty where nothing was found) with the gold."""
    return Comparison(
        gold=gold,
        found=found,
        names=names,
        entities={kind: match_entities(kind, gold, found, names) for kind in ENTITIES},
        records={kind: match_records(kind, gold, found, names) for kind in RECORDS},
    )
