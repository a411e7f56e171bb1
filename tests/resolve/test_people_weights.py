from __future__ import annotations

import pytest

from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people.crowd import Crowd, Portrait
from talentgraph.resolve.people.rarity import shares
from talentgraph.resolve.people.weights import Curve, Weight, table


def known(name: str, **traits: str) -> Portrait:
    return Portrait((name,), {kind: frozenset(values.split()) for kind, values in traits.items()})


def values(curve: Curve) -> list[float]:
    return [0.0, *(bits for _, bits in curve.points)]


@pytest.mark.parametrize("weight", table().weights, ids=lambda weight: weight.kind)
def test_more_in_common_never_weighs_less_and_more_without_any_never_more(weight: Weight) -> None:
    assert values(weight.common) == sorted(values(weight.common))
    assert values(weight.none) == sorted(values(weight.none), reverse=True)


def test_a_rarer_name_never_weighs_less() -> None:
    assert values(table().name) == sorted(values(table().name))


@pytest.mark.parametrize("kind", ["affiliation", "coauthor", "topic", "venue"])
def test_what_everybody_has_says_nothing(kind: str) -> None:
    two = [known("Wei Wang", **{kind: "x"}), known("Wei Wang", **{kind: "x"})]
    rare, frequent = (Crowd(two, shares={kind: {"x": share}}).compare(0, 1) for share in (0.0, 0.9))
    assert rare.probability > frequent.probability == Crowd([known("Wei Wang")] * 2).compare(0, 1).probability


def test_a_word_of_every_paper_is_rare_nowhere() -> None:
    both = frozenset({"topic:paging"})
    papers = [Mention(id=f"{n}", kind="person", text="A", path="a", line=f"{n}", traits=both) for n in range(50)]
    assert shares(papers)["topic"]["paging"] > next(w.nothing for w in table().weights if w.kind == "topic")


def test_a_paper_in_two_documents_counts_once() -> None:
    both = frozenset({"topic:paging"})
    twice = [Mention(id=p, kind="person", text="A", path=p, line=p, paper="one", traits=both) for p in "ab"]
    assert shares(twice)["topic"] == {"paging": 0.0}
