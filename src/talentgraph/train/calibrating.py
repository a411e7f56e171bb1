"""Calibrating: the table of confidences, from values that were found in invented CVs and judged by their truth."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from talentgraph.extract.calibration import REST, Row, Table
from talentgraph.extract.signs import SIGNS, Signs, plain
from talentgraph.model import Document
from talentgraph.train.measuring import write_set
from talentgraph.train.rendering import read_back

if TYPE_CHECKING:
    from spacy.language import Language

SEED = 456_789  # of the CVs that confidences are fitted on; training does not see them
PEOPLE, EACH = 150, 2
_UNTOLD = frozenset({"education.score"})  # what the truth of an invented CV does not say
_FEWEST = 60  # judged values of a kind that has a row of its own
_PULL = 1.0  # how strongly weights are drawn to nothing
_HEAVIEST = 4.0  # in the row for kinds without one of their own no sign decides alone


class Case(NamedTuple):
    """A value that was found: its kind ("work.name"), what speaks for it, and whether it is right."""

    kind: str
    signs: Signs
    right: bool


def calibrate(nlp: Language, *, people: int = PEOPLE, each: int = EACH, seed: int = SEED) -> Table:
    """The table for a pipeline, from files of so many invented people, read with the themes that can be printed."""
    return fit(judge(nlp, made_documents(people=people, each=each, seed=seed)))


def made_documents(*, people: int, each: int, seed: int, kept_out: bool = False) -> Iterator[tuple[Document, Any]]:
    """Invented CVs in files, as they are read, with what a profile of each should say."""
    with TemporaryDirectory() as folder:
        paths = write_set(Path(folder), kept_out=kept_out, people=people, each=each, seed=seed)
        for path in paths:
            gold = json.loads((Path(folder) / "gold" / f"{path.parent.name}.json").read_text(encoding="utf-8"))
            if (document := read_back(path)) is not None:
                yield document, gold


def judge(nlp: Language, made: Iterable[tuple[Document, Any]]) -> Iterator[Case]:
    """Every value that a pipeline finds in documents, judged."""
    from talentgraph.codec import profile_to_json
    from talentgraph.evaluate.comparison import compare
    from talentgraph.evaluate.gold import shown
    from talentgraph.evaluate.judging import outcomes
    from talentgraph.extract.analysis import analysed
    from talentgraph.extract.signs import find_signs

    for document, gold in made:
        profile, doc = analysed(document, nlp)
        signs = {_place(*key): (_kind(*key), value) for key, value in find_signs(profile, doc).items()}
        for outcome in outcomes(compare(shown(gold), profile_to_json(profile))):
            kind, of_value = signs.get(outcome.place, ("", Signs()))
            if outcome.found and of_value.placed and kind not in _UNTOLD:
                yield Case(kind, of_value, outcome.verdict == "correct")


def _kind(section: str, number: int, field: str) -> str:
    return f"{section}.{plain(field)}"


def _place(section: str, number: int, field: str) -> str:
    """The place of a value in a profile as JSON."""
    from talentgraph.codec import place_out

    return f"basics.{place_out(field)}" if section == "basics" else f"{section}.{number}.{place_out(field)}"


def fit(cases: Iterable[Case]) -> Table:
    """The weights that make the verdicts likeliest, for each kind of value and for all of them together.

    >>> cases = [Case("work.name", Signs(model=n / 200), n % 4 != 0 or n > 150) for n in range(200)]
    >>> table = fit(cases)
    >>> table["work.name"].confidence(Signs(model=0.9)) > table["work.name"].confidence(Signs(model=0.1))
    True
    """
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_kind[case.kind].append(case)
    every = [case for some in by_kind.values() for case in some]
    rows = {kind: _row(some) for kind, some in sorted(by_kind.items()) if len(some) >= _FEWEST}
    return rows | ({REST: _row(every, most=_HEAVIEST)} if every else {})


def _row(cases: Sequence[Case], *, most: float | None = None) -> Row:
    """Logistic regression whose weights may not be negative, nor above `most`."""
    from scipy.optimize import minimize

    signs = np.asarray([case.signs for case in cases], dtype=float)
    sides = np.where([case.right for case in cases], 1.0, -1.0)

    def loss(values: Any) -> tuple[float, Any]:
        margins = sides * (values[0] + signs @ values[1:])
        pulls = -sides / (1.0 + np.exp(np.clip(margins, -50, 50)))
        total = np.logaddexp(0.0, -margins).sum() + _PULL * (values[1:] ** 2).sum() / 2
        return float(total), np.concatenate([[pulls.sum()], signs.T @ pulls + _PULL * values[1:]])

    bounds = [(None, None), *[(0.0, most)] * len(SIGNS)]
    best = minimize(loss, np.zeros(len(SIGNS) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Row(float(best[0]), tuple(float(weight) for weight in best[1:]))
