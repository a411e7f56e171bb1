"""The rows that the questions answer with, by theme: the same columns, in the same order, as those of queries/."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from talentgraph.analyse.rows.careers import Ascent, Crossing, Flow, Gap, Presence, Tenure, Way
from talentgraph.analyse.rows.cohort import Alumnus, Broker, Count, Similar
from talentgraph.analyse.rows.lineage import Ancestor, Descent, Lineage
from talentgraph.analyse.rows.papers import Coauthor, Coauthorship, Conflict, VenuePerson
from talentgraph.analyse.rows.people import Colleague, Expert, Feeder, Hop, Match, Statement
from talentgraph.analyse.rows.search import Found
from talentgraph.analyse.rows.technologies import Adjacent, Together, Trend
from talentgraph.analyse.rows.trust import Contradiction, DocumentFact, Duplicate, WeakFact

__all__ = [
    "Adjacent",
    "Alumnus",
    "Ancestor",
    "Ascent",
    "Broker",
    "Coauthor",
    "Coauthorship",
    "Colleague",
    "Conflict",
    "Contradiction",
    "Count",
    "Crossing",
    "Descent",
    "DocumentFact",
    "Duplicate",
    "Expert",
    "Feeder",
    "Flow",
    "Found",
    "Gap",
    "Hop",
    "Lineage",
    "Match",
    "Presence",
    "Row",
    "Similar",
    "Statement",
    "Tenure",
    "Together",
    "Trend",
    "VenuePerson",
    "Way",
    "WeakFact",
    "as_dicts",
]


class Row(Protocol):
    """A row of any question: a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def as_dicts(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows as plain dictionaries, as a store gives them.

    >>> as_dicts([Feeder("Uni", "organization/uni", "Acme", "organization/acme", 2, 1)])[0]["people"]
    2
    """
    return [dataclasses.asdict(row) for row in rows]
