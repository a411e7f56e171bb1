"""Fields that the model misses in one entry stand where its siblings have them."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile

GOOD = """{TITLE:Data Engineer}, {EMPLOYER:Northwind Traders} [{PLACE:Oslo}]
2019 – 2021
Built pipelines for sales reports and their long tails.

{TITLE:Data Analyst}, {EMPLOYER:Fabrikam} [{PLACE:Bergen}]
2017 – 2019
Wrote the weekly report on sales and on returns.
"""


def jobs(folder: Path, marked: str) -> list[tuple[str | None, str | None]]:
    found = profile(*labelled(folder, f"Ada Example\n\nEXPERIENCE\n\n{marked}\n"), "test").work
    return [(job.name, job.position) for job in found]


def schools(folder: Path, marked: str) -> list[tuple[str | None, str | None, str | None]]:
    found = profile(*labelled(folder, f"Ada Example\n\nEDUCATION\n\n{marked}\n"), "test").education
    return [(degree.institution, degree.study_type, degree.area) for degree in found]


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("{TITLE:Data Intern}, Contoso [{PLACE:Lima}]", "Contoso"),
        ("{TITLE:Data Intern}, {TEAM:Contoso} [{PLACE:Lima}]", "Contoso"),
        ("{TITLE:Data Intern}, two days a week [{PLACE:Lima}]", None),
        ("{TITLE:Data Intern}, Tokyo, Japan [{PLACE:Lima}]", None),
        ("{TITLE:Data Intern}, {SKILL:Postgres} [{PLACE:Lima}]", None),
        ("{TITLE:Data Intern} / Contoso [{PLACE:Lima}]", None),
    ],
)
def test_an_employer_stands_where_those_of_the_siblings_do(tmp_path: Path, line: str, employer: str | None) -> None:
    assert jobs(tmp_path, f"{GOOD}\n{line}\n2016 – 2017\n")[2:] == [(employer, "Data Intern")]


def test_a_line_of_its_own_is_told_by_the_lines_around_it(tmp_path: Path) -> None:
    good = "2019 – 2021\n{TITLE:Data Engineer}\n{EMPLOYER:Northwind Traders}\nBuilt pipelines for sales reports.\n\n"
    missed = "2017 – 2019\n{TITLE:Data Analyst}\nFabrikam\nWrote the weekly report on sales.\n\n"
    told = "2016 – 2017\n{TITLE:Data Intern}\nCleaned up old tables: names, dates and places.\n"
    assert jobs(tmp_path, good + missed + told)[:2] == [
        ("Northwind Traders", "Data Engineer"),
        ("Fabrikam", "Data Analyst"),
    ]
    assert "Cleaned" not in str(jobs(tmp_path, good + missed + told))


def test_an_entry_that_has_a_field_gets_no_other(tmp_path: Path) -> None:
    line = "{TITLE:Data Intern}, Contoso [{PLACE:Lima}] {EMPLOYER:Adatum}"
    assert jobs(tmp_path, f"{GOOD}\n{line}\n2016 – 2017\n")[2:] == [("Adatum", "Data Intern")]


def test_a_lone_entry_echoes_nothing(tmp_path: Path) -> None:
    assert jobs(tmp_path, "{TITLE:Data Intern}, Contoso [{PLACE:Lima}]\n2016 – 2017\n") == [(None, "Data Intern")]


def test_fields_of_study_echo_too(tmp_path: Path) -> None:
    one = "{INSTITUTION:University of Nowhere}\n{DEGREE:PhD} | {FIELD:Physics} | 2015 – 2019\n\n"
    two = "{INSTITUTION:Utopia College}\n{DEGREE:MSc} | {FIELD:Botany} | 2013 – 2015\n\n"
    three = "{INSTITUTION:Atlantis College}\n{DEGREE:BSc} | Papyrology | 2010 – 2013\n\n"
    last = "{INSTITUTION:Lemuria College}\n{DEGREE:BA} | Magna cum laude | 2009 – 2010\n"
    found = schools(tmp_path, one + two + three + last)
    assert [area for _, _, area in found] == ["Physics", "Botany", "Papyrology", None]
