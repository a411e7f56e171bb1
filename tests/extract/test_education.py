"""Degrees: which words belong to which field."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Education


def degrees(folder: Path, marked: str, suffix: str = ".txt") -> list[Education]:
    return list(profile(*labelled(folder, f"Ada Example\n\nEDUCATION\n\n{marked}\n", suffix), "test").education)


def test_the_line_below_a_degree_is_its_field(tmp_path: Path) -> None:
    found = degrees(tmp_path, "{INSTITUTION:University of Nowhere}\t2015 – 2019\n{DEGREE:PhD}\nPlanetary Geophysics")
    assert [(degree.area, degree.confidence["area"]) for degree in found] == [("Planetary Geophysics", 0.6)]


@pytest.mark.parametrize(
    "line", ["Courses", "Advisor: Kofi Sample", "Magna cum laude", "Acme University", "Oslo, Norway", "Grade 1.3"]
)
def test_other_lines_below_a_degree_are_none(tmp_path: Path, line: str) -> None:
    found = degrees(tmp_path, f"{{INSTITUTION:University of Nowhere}}\t2015 – 2019\n{{DEGREE:PhD}}\n{line}")
    assert [degree.area for degree in found] == [None]


@pytest.mark.parametrize(
    ("printed", "start", "end"), [("2019", None, "2019"), ("since 2019", "2019", None), ("2015 – 2019", "2015", "2019")]
)
def test_a_lone_year_is_that_of_the_degree(tmp_path: Path, printed: str, start: str | None, end: str | None) -> None:
    found = degrees(tmp_path, f"{{DEGREE:BSc}}, {{INSTITUTION:University of Nowhere}}, {printed}")
    assert [(degree.start_date, degree.end_date) for degree in found] == [(start, end)]


def test_a_bold_name_goes_on_over_the_line_end(tmp_path: Path) -> None:
    marked = "**{INSTITUTION:Nowhere Institute of Mining}**  \n**and Technology**  \n{DEGREE:BSc}"
    assert [degree.institution for degree in degrees(tmp_path, marked, ".md")] == [
        "Nowhere Institute of Mining and Technology"
    ]


def test_a_line_that_wants_nothing_stays_apart(tmp_path: Path) -> None:
    marked = "**{INSTITUTION:Nowhere Institute}**  \n**Storage Group**  \n{DEGREE:BSc}"
    assert [degree.institution for degree in degrees(tmp_path, marked, ".md")] == ["Nowhere Institute"]


def test_pieces_of_a_name_are_one(tmp_path: Path) -> None:
    school, field = "{INSTITUTION:Institut de Physique} du {INSTITUTION:Globe}", "{FIELD:Solid}-{FIELD:Earth Physics}"
    marked = f"{school}, 2017\n{{DEGREE:Master}} in {field}"
    assert [(d.institution, d.area) for d in degrees(tmp_path, marked)] == [
        ("Institut de Physique du Globe", "Solid-Earth Physics")
    ]


def test_a_field_below_a_gap_stays_with_its_degree(tmp_path: Path) -> None:
    one = "{INSTITUTION:University of Nowhere}\t2015\n{DEGREE:PhD}\n\n{FIELD:Microbiology}\n\n"
    assert [degree.area for degree in degrees(tmp_path, one * 2)] == ["Microbiology"] * 2


@pytest.mark.parametrize("printed", ["Major in Physics", "Major: Physics", "Specialization in Physics", "Physics"])
def test_the_word_that_announces_a_field_is_no_part_of_it(tmp_path: Path, printed: str) -> None:
    found = degrees(tmp_path, f"{{DEGREE:BSc}}, {{FIELD:{printed}}}\n{{INSTITUTION:University of Nowhere}}, 2019")
    assert [degree.area for degree in found] == ["Physics"]


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ("{DEGREE:MSc} ({DEGREE:Major}: {FIELD:Botany})", "Botany"),
        ("{DEGREE:MSc} ({FIELD:Major}: Urban Farming)", "Urban Farming"),
        ("{DEGREE:MSc} – {DEGREE:Major} in Bees and Wasps, Oslo", "Bees and Wasps"),
        ("{DEGREE:MSc}, minor in {FIELD:Chess}", None),
        ("{DEGREE:MSc}, majoring in Botany, minor in {FIELD:Chess}", "Botany"),
        ("{DEGREE:MSc} [Papyrology]", "Papyrology"),
        ("Papyrology [{DEGREE:MSc}]", "Papyrology"),
        ("{DEGREE:MSc} (Physics)", "Physics"),
        ("{DEGREE:MSc} (Distinguished)", None),
        ("{DEGREE:MSc} [First Class Honours]", None),
        ("{DEGREE:MSc} [Oslo, Norway]", None),
        ("{DEGREE:MSc} [2 years]", None),
    ],
)
def test_words_and_brackets_that_announce_a_field(tmp_path: Path, line: str, area: str | None) -> None:
    found = degrees(tmp_path, f"{{INSTITUTION:University of Nowhere}}, 2015 – 2019\n{line}\n")
    assert [(degree.study_type, degree.area) for degree in found] == [("MSc", area)]


@pytest.mark.parametrize(
    ("line", "school", "area"),
    [
        ("{DEGREE:BSc} in {FIELD:Botany at Utopia University} in {PLACE:Oslo}", "Utopia University", "Botany"),
        ("{DEGREE:BSc} in {FIELD:Botany} at Institute for Moss in {PLACE:Oslo}", "Institute for Moss", "Botany"),
        ("{DEGREE:BSc} in {FIELD:Botany} at night", None, "Botany"),
    ],
)
def test_the_institution_behind_at(tmp_path: Path, line: str, school: str | None, area: str) -> None:
    found = degrees(tmp_path, f"{line} (2015 – 2019)\n")
    assert [(degree.institution, degree.area) for degree in found] == [(school, area)]


def test_a_range_that_breaks_at_its_dash_is_one(tmp_path: Path) -> None:
    top, below = "{INSTITUTION:University of Nowhere}\t2016/06 –", "{DEGREE:BSc}, {FIELD:Botany}\t2018/06"
    found = degrees(tmp_path, f"{top}\n{below}\n")
    assert [(d.institution, d.study_type, d.start_date, d.end_date) for d in found] == [
        ("University of Nowhere", "BSc", "2016-06", "2018-06")
    ]


def test_two_dates_without_a_dash_stay_two(tmp_path: Path) -> None:
    marked = (
        "{DEGREE:MSc}, {INSTITUTION:University of Nowhere}\t2016\n{DEGREE:BSc}, {INSTITUTION:Utopia College}\t2018\n"
    )
    assert [(d.study_type, d.end_date) for d in degrees(tmp_path, marked)] == [("MSc", "2016"), ("BSc", "2018")]


def test_what_a_bracket_opens_is_no_part_of_a_name(tmp_path: Path) -> None:
    found = degrees(tmp_path, "{INSTITUTION:Utopia University [School of Moss}]\n{DEGREE:BSc}, 2015 – 2019\n")
    assert [degree.institution for degree in found] == ["Utopia University"]
