"""Calibration: how sure the extractor is of a value, as a number that can be believed.

Of values with confidence 0.8, eight of ten are right. A table beside the model says for each kind of value how much
each sign counts (`signs.py`); the sum goes through the logistic function. No weight is negative: what speaks for a
value never lowers its confidence. `talentgraph train` makes the table, from invented CVs that the model was not
trained on; a person can read it, and correct it. What stands in no section of its kind, as in prose, is unlike anything
in those CVs: it keeps the confidence that its rule gives it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talentgraph.errors import TalentGraphError
from talentgraph.extract.signs import KINDS, SIGNS, Signs, find_signs, plain, records
from talentgraph.model import Profile

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FILE = "confidence.json"  # beside the model
REST = "*"  # the row for kinds of values that have none of their own
_LEAST, _MOST = 0.01, 0.99  # no value is certain


@dataclass(frozen=True, slots=True)
class Row:
    """What the signs of one kind of value count: the sum without any of them, and the weight of each."""

    base: float
    weights: tuple[float, ...]

    def confidence(self, signs: Signs) -> float:
        """The confidence of a value.

        >>> row = Row(-1.0, (2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))
        >>> round(row.confidence(Signs(model=0.5)), 2), round(row.confidence(Signs(model=1.0)), 2)
        (0.5, 0.73)
        """
        total = self.base + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return min(_MOST, max(_LEAST, 1 / (1 + exp(-max(-30.0, min(30.0, total))))))


Table = Mapping[str, Row]


def table_of(nlp: Language) -> Table:
    """The table beside a pipeline; an empty one where there is none."""
    return read_table(Path(nlp.path) / FILE) if nlp.path else {}


@lru_cache(maxsize=8)
def read_table(path: Path) -> Table:
    """The table in a file; empty without the file. Raises TalentGraphError when it has another form."""
    if not path.is_file():
        return {}
    try:
        kinds = json.loads(path.read_text(encoding="utf-8"))["kinds"]
        return {kind: _row(weights) for kind, weights in kinds.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TalentGraphError(f"{path}: no table of confidences ({error}); train again or delete the file") from error


def _row(weights: Mapping[str, float]) -> Row:
    row = Row(float(weights["base"]), tuple(float(weights.get(sign, 0.0)) for sign in SIGNS))
    if min(row.weights) < 0:
        raise ValueError("a weight is negative")
    return row


def write_table(path: Path, table: Table) -> None:
    """Write a table, a kind of value a row; signs that count nothing are left out."""
    kinds = {
        kind: {"base": round(row.base, 3)}
        | {sign: round(weight, 3) for sign, weight in zip(SIGNS, row.weights, strict=True) if weight >= 0.001}
        for kind, row in sorted(table.items())
    }
    rows = ",\n".join(f"  {json.dumps(kind)}: {json.dumps(weights)}" for kind, weights in kinds.items())
    path.write_text(f'{{"signs": {json.dumps(SIGNS)},\n "kinds": {{\n{rows}\n }}}}\n', encoding="utf-8")
    read_table.cache_clear()


def calibrated(profile: Profile, doc: Doc, table: Table) -> Profile:
    """The profile with the confidence that the table gives to each value; as it is, with an empty table."""
    if not table:
        return profile
    found = find_signs(profile, doc)
    made: dict[str, list[Any]] = {}
    for kind, number, record in records(profile):
        sure = {
            field: round(row.confidence(signs), 3)
            for field in record.confidence
            if (signs := found.get((kind, number, field))) and signs.placed and (row := _for(table, kind, field))
        }
        made.setdefault(kind, []).append(replace(record, confidence={**record.confidence, **sure}))
    lists = {kind: tuple(made[kind]) for kind in KINDS if kind in made}
    return replace(profile, basics=made["basics"][0], **lists)  # type: ignore[arg-type]


def _for(table: Table, kind: str, field: str) -> Row | None:
    return table.get(f"{kind}.{plain(field)}") or table.get(REST)
