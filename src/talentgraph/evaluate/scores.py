"""The figures: precision, recall and F1 by class, for one document or many, with intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talentgraph.evaluate.comparison import Comparison
from talentgraph.evaluate.entities import ENTITIES
from talentgraph.evaluate.records import FACTS, RECORDS

HEADLINE = ("person", "employers", "institutions", "venues", "technologies")
_DRAWS, _LEVEL = 1000, 0.9  # of the bootstrap


@dataclass(frozen=True, slots=True)
class Score:
    """How many were asked for, how many were found, and how many of these are right."""

    right: int = 0
    found: int = 0
    asked: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the found ones that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of those asked for that was found."""
        return self.right / self.asked if self.asked else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing was asked for and nothing found.

        >>> Score(right=3, found=4, asked=6).f1
        0.6
        """
        return 2 * self.right / (self.found + self.asked) if self.found + self.asked else None

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.asked + other.asked)


@dataclass(frozen=True, slots=True)
class Tally:
    """The scores of one document or of several: by class of names, by kind of record, and by fact of found records.

    For facts, `found` is 0 and `asked` counts the records that were found and have such a fact.
    """

    entities: Mapping[str, Score]
    records: Mapping[str, Score]
    facts: Mapping[str, Score]

    @property
    def entity_f1(self) -> float | None:
        """The mean F1 of persons, employers, institutions, venues and technologies."""
        return mean(self.entities[kind].f1 for kind in HEADLINE)

    @property
    def record_f1(self) -> float | None:
        """The mean F1 of whole jobs, degrees and publications."""
        return mean(score.f1 for score in self.records.values())

    @property
    def both(self) -> float | None:
        """The mean of the two."""
        return mean((self.entity_f1, self.record_f1))


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the values that there are."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def tally(compared: Comparison) -> Tally:
    """The scores of one document.

    >>> from talentgraph.evaluate.comparison import compare
    >>> from talentgraph.evaluate.gold import shown
    >>> gold = {"basics": {"name": "Ada Example"}, "work": [{"name": "Acme", "position": "Clerk"}]}
    >>> tally(compare(shown(gold), gold)).record_f1, tally(compare(shown(gold), {})).record_f1
    (1.0, 0.0)
    """
    facts = dict.fromkeys(FACTS, Score())
    for kind, matched in compared.records.items():
        for name, right in ((name, right) for pair in matched.pairs for name, right in pair.facts.items()):
            if kind == "employment" or name not in ("start", "end"):  # start and end are counted for jobs
                facts[name] += Score(int(right), 0, 1)
    return Tally(
        entities={kind: Score(*found.counts()) for kind, found in compared.entities.items()},
        records={kind: Score(*matched.counts()) for kind, matched in compared.records.items()},
        facts=facts,
    )


def add(tallies: Iterable[Tally]) -> Tally:
    """The scores of several documents together: every name and record weighs the same."""
    tallies = list(tallies)
    return Tally(
        entities={kind: sum((each.entities[kind] for each in tallies), Score()) for kind in ENTITIES},
        records={kind: sum((each.records[kind] for each in tallies), Score()) for kind in RECORDS},
        facts={fact: sum((each.facts[fact] for each in tallies), Score()) for fact in FACTS},
    )


def intervals(people: Sequence[Tally], *, draws: int = _DRAWS) -> dict[str, tuple[float, float]]:
    """90 % bootstrap intervals of the two mean F1, drawn over people; empty for fewer than two people.

    People are drawn and not documents, since the documents of one person say the same.
    """
    import numpy as np

    if len(people) < 2:
        return {}
    random = np.random.default_rng(1)
    weights = random.multinomial(len(people), [1 / len(people)] * len(people), size=draws)
    spans = {}
    for name, kinds in (("entities", HEADLINE), ("records", tuple(RECORDS))):
        scores = [[getattr(person, name)[kind] for kind in kinds] for person in people]
        right = weights @ np.array([[2 * score.right for score in row] for row in scores])
        whole = weights @ np.array([[score.found + score.asked for score in row] for row in scores])
        known = whole > 0  # a draw may hold nobody with publications
        f1 = np.where(known, right / np.maximum(whole, 1), 0)
        means = f1.sum(axis=1) / np.maximum(known.sum(axis=1), 1)
        low, high = np.quantile(means, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
        spans[name] = (float(low), float(high))
    return spans


def as_data(total: Tally, spans: Mapping[str, tuple[float, float]] | None = None) -> dict[str, Any]:
    """A tally as plain data, with both mean F1 and their intervals."""
    return {
        "ENTITY_F1": total.entity_f1,
        "RECORD_F1": total.record_f1,
        **{f"{key}_90": list(spans[name]) for key, name in _SPANS if spans and name in spans},
        "entities": {kind: _as_data(score) for kind, score in total.entities.items()},
        "records": {kind: _as_data(score) for kind, score in total.records.items()},
        "facts": {
            fact: {"accuracy": score.recall, "right": score.right, "of": score.asked}
            for fact, score in total.facts.items()
        },
    }


_SPANS = (("ENTITY_F1", "entities"), ("RECORD_F1", "records"))


def _as_data(score: Score) -> dict[str, Any]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return rates | {"right": score.right, "found": score.found, "asked": score.asked}
