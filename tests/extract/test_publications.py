"""Papers told apart, and their fields parted, by what the references of a section repeat."""

from __future__ import annotations

from pathlib import Path

from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Publication


def papers(folder: Path, marked: str, suffix: str = ".txt") -> list[Publication]:
    marked = f"{{PERSON:Ada Example}}\n\nPUBLICATIONS\n\n{marked}\n"
    return list(profile(*labelled(folder, marked, suffix), "test").publications)


def places(found: list[Publication]) -> list[tuple[str | None, str | None, str | None]]:
    return [(paper.name, paper.publisher, paper.release_date) for paper in found]


def test_bullets_tell_papers_apart_whatever_comes_first(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example}. 2020. “{PAPER:Admission Control Done Right}.” {VENUE:Journal of Caches}
- {AUTHOR:Ada Example}. 2021. “{PAPER:Prefetching Needs Feedback}.” {VENUE:Letters on Storage}
- {AUTHOR:Ada Example}. 2022. “{PAPER:Tails Without Tears Revisited}.” {VENUE:Annals of Nowhere}
"""
    assert places(papers(tmp_path, marked)) == [
        ("Admission Control Done Right", "Journal of Caches", "2020"),
        ("Prefetching Needs Feedback", "Letters on Storage", "2021"),
        ("Tails Without Tears Revisited", "Annals of Nowhere", "2022"),
    ]


def test_a_year_that_begins_every_entry_is_no_part_of_the_title(tmp_path: Path) -> None:
    marked = """- {PAPER:2020 – Admission Control Done Right}. {VENUE:Journal of Caches}.
- {PAPER:2021 – Prefetching Needs Feedback}. {VENUE:Letters on Storage}.
"""
    assert places(papers(tmp_path, marked)) == [
        ("Admission Control Done Right", "Journal of Caches", "2020"),
        ("Prefetching Needs Feedback", "Letters on Storage", "2021"),
    ]


def test_a_year_that_only_one_title_begins_with_belongs_to_it(tmp_path: Path) -> None:
    marked = "- {PAPER:1984 – a Reading of Numbers}. {VENUE:Journal of Caches}, 2020.\n"
    assert places(papers(tmp_path, marked)) == [("1984 – a Reading of Numbers", "Journal of Caches", "2020")]


def test_the_last_author_before_a_colon_is_no_part_of_the_title(tmp_path: Path) -> None:
    marked = (
        "{AUTHOR:Ada Example} & {AUTHOR:K.} {PAPER:Sample: Admission Control}. In: {VENUE:Journal of Caches} (2020)"
    )
    (found,) = papers(tmp_path, marked)
    assert (found.name, found.authors) == ("Admission Control", ("Ada Example", "K. Sample"))


def test_a_title_with_a_colon_keeps_what_is_no_name(tmp_path: Path) -> None:
    marked = (
        "- Ada Example, {AUTHOR:K. Sample}. {PAPER:Cache Keeper: Admission Control}. {VENUE:Journal of Caches}, 2020"
    )
    assert [paper.name for paper in papers(tmp_path, marked)] == ["Cache Keeper: Admission Control"]


def test_by_parts_a_title_from_its_authors(tmp_path: Path) -> None:
    marked = "{PAPER:Admission Control by Kofi Sample}, {AUTHOR:Ada Example}. {VENUE:Journal of Caches} (2020)"
    (found,) = papers(tmp_path, marked)
    assert (found.name, found.authors) == ("Admission Control", ("Kofi Sample", "Ada Example"))


def test_by_in_a_title_is_a_word_like_others(tmp_path: Path) -> None:
    marked = "{AUTHOR:Ada Example}. {PAPER:Learning by Gradient Descent}. {VENUE:Journal of Caches} (2020)"
    assert [paper.name for paper in papers(tmp_path, marked)] == ["Learning by Gradient Descent"]


def test_unknown_venues_are_told_by_their_place(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example} “{PAPER:Admission Control Done Right}”, {VENUE:Journal of Caches} 2020
- {AUTHOR:Ada Example} “{PAPER:Prefetching Needs Feedback}”, Zibaldone 2021
- {AUTHOR:Ada Example} “{PAPER:Tails Without Tears Revisited}”, Under review 2022
- {AUTHOR:Ada Example} “{PAPER:Queues and Their Discontents}”, PhD thesis, Nowhere College 2023
"""
    found = papers(tmp_path, marked)
    assert [paper.publisher for paper in found] == ["Journal of Caches", "Zibaldone", None, None]
    assert found[1].confidence["publisher"] == 0.6


def test_where_venues_are_in_italics_all_that_is_in_italics_is_one(tmp_path: Path) -> None:
    marked = """- {PAPER:Admission Control Done Right}. *{VENUE:Journal of Caches}*, 2020
- {PAPER:Prefetching Needs Feedback}. *{VENUE:Letters} on Storage*, 2021
- {PAPER:Tails Without Tears Revisited}. *{VENUE:Annals of Nowhere}*, 2022
"""
    found = papers(tmp_path, marked, ".md")
    assert [paper.publisher for paper in found] == ["Journal of Caches", "Letters on Storage", "Annals of Nowhere"]


def test_dots_part_title_venue_and_year(tmp_path: Path) -> None:
    found = papers(tmp_path, "{PAPER:Admission Control Done Right · Journal of Caches · 2020}")
    assert places(found) == [("Admission Control Done Right", "Journal of Caches", "2020")]


def test_praise_below_a_paper_makes_it_no_talk(tmp_path: Path) -> None:
    marked = "{PAPER:Admission Control Done Right}\n{VENUE:Journal of Caches}, 2020\nOral presentation\n"
    assert places(papers(tmp_path, marked)) == [("Admission Control Done Right", "Journal of Caches", "2020")]
