"""Papers whose title, authors and venue stand in lines of their own."""

from __future__ import annotations

from pathlib import Path

from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Publication

WHOLE = """
- {PAPER:Admission Control Done Right}\t2020
{AUTHOR:Ada Example}, {AUTHOR:Kofi B. Sample}
({VENUE:Journal of Caches})
- {PAPER:Prefetching Needs Feedback}\t2021
{AUTHOR:Daniel H. Kern}, {AUTHOR:Ada Example}
({VENUE:Letters on Storage})
"""


def papers(folder: Path, marked: str) -> list[Publication]:
    marked = f"{{PERSON:Ada Example}}\n\nPUBLICATIONS\n{marked}\n"
    return list(profile(*labelled(folder, marked), "test").publications)


def facts(found: list[Publication]) -> list[tuple[str | None, tuple[str, ...], str | None, str | None]]:
    return [(paper.name, paper.authors, paper.publisher, paper.release_date) for paper in found]


def test_the_layout_of_the_others_gives_what_the_model_misses(tmp_path: Path) -> None:
    found = papers(tmp_path, WHOLE + "- Nothing Is Known Here\t2022\nAda Example, Mia Probe\n(Annals of Nowhere)\n")
    assert facts(found)[2] == ("Nothing Is Known Here", ("Ada Example", "Mia Probe"), "Annals of Nowhere", "2022")
    assert found[2].confidence["name"] == found[2].confidence["publisher"] == 0.6


def test_an_author_swallowed_by_the_title_is_an_author(tmp_path: Path) -> None:
    marked = WHOLE + "- {PAPER:A Long Title\nMia Probe}, {AUTHOR:Ada Example}\n({VENUE:Annals of Nowhere})\n"
    assert facts(papers(tmp_path, marked))[2][:2] == ("A Long Title", ("Mia Probe", "Ada Example"))


def test_venues_taken_for_titles_are_venues(tmp_path: Path) -> None:
    marked = WHOLE + "- {PAPER:A Long Title}\nAda Example, Mia Probe\n({PAPER:Annals of Nowhere})\n"
    assert facts(papers(tmp_path, marked))[2][:3:2] == ("A Long Title", "Annals of Nowhere")


def test_authors_over_two_lines_are_one_list(tmp_path: Path) -> None:
    marked = WHOLE + "- {PAPER:A Long Title}\nAda Example, Mia\nProbe, Kofi B. Sample\n({VENUE:Annals of Nowhere})\n"
    assert facts(papers(tmp_path, marked))[2][1] == ("Ada Example", "Mia Probe", "Kofi B. Sample")


def test_titles_that_look_like_lists_stay_titles(tmp_path: Path) -> None:
    marked = WHOLE + "- {PAPER:Machine Learning, Planning and Control}\nAda Example\n({VENUE:Annals of Nowhere})\n"
    assert facts(papers(tmp_path, marked))[2][:2] == ("Machine Learning, Planning and Control", ("Ada Example",))


def test_papers_without_gaps_begin_where_the_others_do(tmp_path: Path) -> None:
    marked = """{PAPER:Admission Control Done Right}
Published by {VENUE:Journal of Caches}
2020
{AUTHOR:Ada Example}, {AUTHOR:Kofi B. Sample}
{PAPER:Prefetching Needs Feedback}
Published by {VENUE:Letters on Storage}
2021
{AUTHOR:Ada Example}, {AUTHOR:Kofi B. Sample}
Nothing Is Known Here
Published by Annals of Nowhere
2022
Ada Example, Mia Probe
"""
    assert facts(papers(tmp_path, marked))[1:] == [
        ("Prefetching Needs Feedback", ("Ada Example", "Kofi B. Sample"), "Letters on Storage", "2021"),
        ("Nothing Is Known Here", ("Ada Example", "Mia Probe"), "Annals of Nowhere", "2022"),
    ]


def test_run_on_references_are_left_to_the_model(tmp_path: Path) -> None:
    one = "- {AUTHOR:Ada Example}, {AUTHOR:Mia Probe}. {PAPER:Some Title}. {VENUE:Annals of Nowhere}, 2022.\n"
    assert (
        facts(papers(tmp_path, one * 3))
        == [("Some Title", ("Ada Example", "Mia Probe"), "Annals of Nowhere", "2022")] * 3
    )


def test_a_venue_that_looks_like_a_name_is_no_author(tmp_path: Path) -> None:
    marked = WHOLE + "- {PAPER:A Long Title}\t2022\nProbe, M., {AUTHOR:Example, A.}\n{VENUE:ACM Queue}\n"
    assert facts(papers(tmp_path, marked))[2][1:3] == (("Probe, M.", "Example, A."), "ACM Queue")
