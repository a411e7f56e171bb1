"""Titles and venues, made whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile


@pytest.mark.parametrize(
    "title",
    [
        "A Design of the {PAPER:Price Prediction Model} for Cars",
        "{PAPER:A Design of the} Price Prediction Model for Cars",
        "A Design of the Price Prediction Model {PAPER:for Cars}",
    ],
)
def test_a_title_is_the_sentence_between_authors_and_venue(tmp_path: Path, title: str) -> None:
    paper = f"{{AUTHOR:Ada Example}}, {{AUTHOR:Mia Probe}}. {title}. {{VENUE:Letters on Storage}}, 2020."
    marked = f"{{PERSON:Ada Example}}\n\nPUBLICATIONS\n\n{paper}\n"
    (found,) = profile(*labelled(tmp_path, marked), "test").publications
    assert (found.name, found.publisher) == ("A Design of the Price Prediction Model for Cars", "Letters on Storage")


def test_a_title_does_not_run_into_the_sentence_before(tmp_path: Path) -> None:
    paper = "{AUTHOR:Ada Example}. Best paper. {PAPER:Price Prediction}. {VENUE:Letters on Storage}, 2020."
    marked = f"{{PERSON:Ada Example}}\n\nPUBLICATIONS\n\n{paper}\n"
    (found,) = profile(*labelled(tmp_path, marked), "test").publications
    assert found.name == "Price Prediction"
