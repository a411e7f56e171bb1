"""Names with a slip of the pen are asked about and never joined."""

from __future__ import annotations

import pytest
from factory import named

from talentgraph.model import Publication, Skill
from talentgraph.resolve import resolve
from talentgraph.resolve.alike import slip


@pytest.mark.parametrize(
    ("left", "right"), [("Kubernetes", "Kuberentes"), ("Utopian Wdiget Days", "Utopian Widget Days")]
)
def test_slips(left: str, right: str) -> None:
    assert slip(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Redis", "Redux"),
        ("Python 2.7", "Python 3.7"),
        ("Widgets Track A", "Widgets Track B"),
        ("Globexium+", "Globexium"),
        ("Kubernetes", "Kubernetes"),
        ("Kubernetes", "Terraform"),
    ],
)
def test_what_is_no_slip(left: str, right: str) -> None:
    assert slip(left, right) is None


def test_a_slip_is_a_doubt_and_two_known_names_are_none() -> None:
    profiles = [
        named("a.txt", "Ada Example", skills=(Skill(keywords=("Widgetron", "Postgres", "PyTorch")),)),
        named("b.txt", "Ben Sample", skills=(Skill(keywords=("Widgetorn", "PostGIS", "Torch")),)),
        named("c.txt", "Cho Third", publications=(Publication(name="Of Ours", publisher="Utopian Widget Days"),)),
        named("d.txt", "Dan Fourth", publications=(Publication(name="Of Mine", publisher="Utopian Wigdet Days"),)),
    ]
    found = resolve(profiles).likely
    assert [(pair.left, pair.right) for pair in found if not pair.left.startswith("person/")] == [
        ("technology/widgetorn", "technology/widgetron"),
        ("venue/utopian-widget-days", "venue/utopian-wigdet-days"),
    ]
