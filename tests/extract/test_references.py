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


def test_the_rest_of_a_title_on_the_next_line_is_no_author(tmp_path: Path) -> None:
    paper = (
        "{AUTHOR:Ada Example}. {PAPER:Learned Compaction for Log-Structured}\n{AUTHOR:Merge Trees}. {VENUE:VLDB} 2021."
    )
    marked = f"{{PERSON:Ada Example}}\n\nPUBLICATIONS\n\n{paper}\n"
    (found,) = profile(*labelled(tmp_path, marked), "test").publications
    assert (found.name, found.authors) == ("Learned Compaction for Log-Structured Merge Trees", ("Ada Example",))


def test_a_line_with_a_year_is_no_title(tmp_path: Path) -> None:
    marked = "{PERSON:Ada Example}\n\nPUBLICATIONS\n\n{PAPER:Learned Compaction\n2021}\n{AUTHOR:Ada Example}\n"
    (found,) = profile(*labelled(tmp_path, marked), "test").publications
    assert (found.name, found.release_date) == ("Learned Compaction", "2021")


def test_bold_letters_of_the_paper_above_are_no_title(tmp_path: Path) -> None:
    papers = "**{PAPER:A First Title of a Paper}**  \n{AUTHOR:Ada Example}  \n**{VENUE:ICRA}, 2012**  \n"
    papers += "**{PAPER:Another Title of a Paper}**  \n{AUTHOR:Ada Example}  \n**{VENUE:CHI}, 2016**"
    marked = f"# {{PERSON:Ada Example}}\n\n## PUBLICATIONS\n\n{papers}\n"
    found = profile(*labelled(tmp_path, marked, ".md"), "test").publications
    assert [(paper.name, paper.publisher, paper.release_date) for paper in found] == [
        ("A First Title of a Paper", "ICRA", "2012"),
        ("Another Title of a Paper", "CHI", "2016"),
    ]
