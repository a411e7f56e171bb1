"""The table of confidences is learned from what was right and what was wrong."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from talentgraph.extract import load
from talentgraph.extract.calibration import REST
from talentgraph.extract.signs import Signs
from talentgraph.train.calibrating import Case, fit, judge, made_documents
from talentgraph.train.rendering import themes


def cases(count: int, *, right: float) -> list[Case]:
    """Values whose chance of being right rises with the first sign, and has nothing to do with the third."""
    random = Random(5)
    made = []
    for _ in range(count):
        signs = Signs(model=random.random(), known=random.random())
        made.append(Case("work.name", signs, random.random() < right * signs.model))
    return made


def test_what_is_said_to_be_sure_is_right_so_often() -> None:
    row = fit(cases(4000, right=0.9))["work.name"]
    tried = cases(4000, right=0.9)
    for low in (0.0, 0.25, 0.5, 0.75):
        some = [case for case in tried if low <= case.signs.model < low + 0.25]
        said = sum(row.confidence(case.signs) for case in some) / len(some)
        assert said == pytest.approx(sum(case.right for case in some) / len(some), abs=0.06)


def test_what_says_nothing_counts_nothing_and_nothing_counts_against() -> None:
    row = fit(cases(4000, right=0.9))["work.name"]
    assert row.weights[0] > 2
    assert row.weights[2] < 0.3
    turned = [case._replace(right=not case.right) for case in cases(500, right=1.0)]
    assert min(fit(turned)["work.name"].weights) >= 0


def test_rare_kinds_share_a_row() -> None:
    few = [case._replace(kind="awards.title") for case in cases(10, right=0.9)]
    table = fit([*cases(300, right=0.9), *few])
    assert set(table) == {"work.name", REST}
    assert fit([]) == {}


def test_values_of_invented_cvs_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(themes, "find_spec", lambda name: None)
    found = list(judge(load(), islice(made_documents(people=3, each=1, seed=4), 3)))
    assert {case.kind.partition(".")[0] for case in found} >= {"basics", "work"}
    assert sum(case.right for case in found) > 0.5 * len(found)
