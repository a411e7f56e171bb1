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


def test_numbers_in_cells_of_their_own_are_no_part_of_titles(tmp_path: Path) -> None:
    marked = """1\t{PAPER:Admission Control Done Right}, {VENUE:Journal of Caches}, 2020
{PAPER:2\tPrefetching Needs Feedback}, {VENUE:Letters on Storage}, 2021
"""
    assert [paper.name for paper in papers(tmp_path, marked)] == [
        "Admission Control Done Right",
        "Prefetching Needs Feedback",
    ]


def test_families_before_given_names_are_told_by_the_person_of_the_document(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Example}, {AUTHOR:Ada}, {AUTHOR:Sample, Kofi}. {PAPER:Admission Control}. {VENUE:Caches}, 2020
- {AUTHOR:Probe, Mia}, {AUTHOR:Sample}, {AUTHOR:Kofi}, et al. {PAPER:Prefetching Well}. {VENUE:Storage}, 2021
"""
    assert [paper.authors for paper in papers(tmp_path, marked)] == [
        ("Example, Ada", "Sample, Kofi"),
        ("Probe, Mia", "Sample, Kofi"),
    ]


def test_short_lists_without_the_person_need_a_reason(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example}, {AUTHOR:Kofi Sample}, {AUTHOR:Mia Probe}. {PAPER:Admission}. {VENUE:Caches}
- {AUTHOR:Kofi Sample}, {AUTHOR:Mia Probe}. {PAPER:Prefetching Well}. {VENUE:Letters on Storage}
- {AUTHOR:Jan Novak}, {AUTHOR:Eva Nova}. {PAPER:Tails Without Tears}. {VENUE:Annals of Nowhere}
- {AUTHOR:Jan Novak}, {AUTHOR:Eva Nova}, et al. {PAPER:Queues and Fears}. {VENUE:Annals of Elsewhere}
"""
    assert [len(paper.authors) for paper in papers(tmp_path, marked)] == [3, 2, 0, 2]


def test_a_title_is_what_stands_in_quotation_marks(tmp_path: Path) -> None:
    marked = "{PAPER:Kofi Sample, Ada Example. 2020. “Admission Control Done Right}.” {VENUE:Journal of Caches}"
    (found,) = papers(tmp_path, marked)
    assert (found.name, found.release_date) == ("Admission Control Done Right", "2020")
    assert found.authors == ("Kofi Sample", "Ada Example")


def test_a_title_that_the_model_misses_stands_where_the_others_do(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example}. 2020. {PAPER:Admission Control Done Right}. {VENUE:Journal of Caches}
- {AUTHOR:Ada Example}. 2021. {PAPER:Prefetching Needs Feedback}. {VENUE:Letters on Storage}
- {AUTHOR:Ada Example}. 2022. Tails Without Tears. {VENUE:Annals of Nowhere}
- {AUTHOR:Ada Example}. 2023. {PAPER:Queues and Their Discontents}. {VENUE:Annals of Nowhere}
"""
    found = papers(tmp_path, marked)
    assert [paper.name for paper in found][2] == "Tails Without Tears"
    assert found[2].confidence["name"] == 0.6


def test_the_last_short_line_of_titles_before_dates_is_the_venue(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example}, {AUTHOR:Kofi Sample}, {AUTHOR:Mia Probe}, {AUTHOR:Jan Novak}, {AUTHOR:Eva Nova}
{PAPER:Admission Control Done Right
Journal of Caches}, 2020
- {AUTHOR:Ada Example}
{PAPER:Prefetching Needs Feedback
Letters on Storage}, 2021
"""
    assert places(papers(tmp_path, marked)) == [
        ("Admission Control Done Right", "Journal of Caches", "2020"),
        ("Prefetching Needs Feedback", "Letters on Storage", "2021"),
    ]


def test_of_two_venues_and_no_title_the_longer_is_the_title(tmp_path: Path) -> None:
    marked = """- {AUTHOR:Ada Example}. {PAPER:Admission Control Done Right}. {VENUE:Journal of Caches}, 2020
- {AUTHOR:Ada Example}. {PAPER:Prefetching Needs Feedback}. {VENUE:Letters on Storage}, 2021
- {AUTHOR:Ada Example}. {VENUE:Tails Without Tears Are the Rule}. {VENUE:Annals of Nowhere}, 2022
- {AUTHOR:Ada Example}. {PAPER:Queues and Their Discontents}. {PAPER:Annals of Rest}, 2023
"""
    assert places(papers(tmp_path, marked))[2:] == [
        ("Tails Without Tears Are the Rule", "Annals of Nowhere", "2022"),
        ("Queues and Their Discontents", "Annals of Rest", "2023"),
    ]


def test_patents_are_no_papers(tmp_path: Path) -> None:
    marked = """- {PAPER:Admission Control Done Right}, {VENUE:Journal of Caches}, 2020
- {PAPER:Apparatus for Prefetching}, US-10455138-B2, 2021
"""
    assert [paper.name for paper in papers(tmp_path, marked)] == ["Admission Control Done Right"]


def test_a_lone_reference_names_its_venue_behind_the_quoted_title(tmp_path: Path) -> None:
    marked = "- {AUTHOR:Ada Example}. 2020. “{PAPER:Admission Control Done Right}.” Zibaldone"
    assert places(papers(tmp_path, marked)) == [("Admission Control Done Right", "Zibaldone", "2020")]
