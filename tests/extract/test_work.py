"""Positions: whose they are where an entry does not say so, and which words are part of a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile

OTHERS = """{TITLE:Data Engineer}
2019 – 2021, {PLACE:Oslo}
{EMPLOYER:Northwind Traders}
- Built pipelines for sales reports

{TITLE:Data Analyst}
2017 – 2019, {PLACE:Bergen}
{EMPLOYER:Fabrikam}
- Wrote the weekly report

"""


def jobs(folder: Path, marked: str) -> list[tuple[str | None, str | None]]:
    found = profile(*labelled(folder, f"Ada Example\n\nEXPERIENCE\n\n{marked}\n"), "test").work
    return [(job.name, job.position) for job in found]


@pytest.mark.parametrize(
    ("entry", "employer"),
    [
        ("{TITLE:Data Intern}\n2016 – 2017\n- Cleaned up old tables\n", "Fabrikam"),
        ("{TITLE:Data Intern}\n2016 – 2017\nCleaned up old tables.\n", None),
        ("{TITLE:Data Intern}, for a friend\n2016 – 2017\n- Cleaned up old tables\n", None),
    ],
)
def test_an_entry_goes_on_at_the_employer_above(tmp_path: Path, entry: str, employer: str | None) -> None:
    assert jobs(tmp_path, OTHERS + entry)[2:] == [(employer, "Data Intern")]


def test_a_first_entry_has_no_employer_above(tmp_path: Path) -> None:
    assert jobs(tmp_path, "{TITLE:Data Intern}\n2021 – 2022\n- Cleaned up old tables\n\n" + OTHERS)[0] == (
        None,
        "Data Intern",
    )


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{EMPLOYER:Northwind Traders in}", "Northwind Traders"),
        ("{EMPLOYER:Northwind Traders in Oslo, Norway}", "Northwind Traders"),
        ("{EMPLOYER:Women in Technology}", "Women in Technology"),
        ("{EMPLOYER:Northwind Traders [Team Blue}]", "Northwind Traders"),
        ("{EMPLOYER:Northwind Traders (NT)}", "Northwind Traders (NT)"),
    ],
)
def test_where_the_name_of_an_employer_ends(tmp_path: Path, marked: str, name: str) -> None:
    assert jobs(tmp_path, f"{marked}\n{{TITLE:Data Engineer}}\n2019 – 2021\n") == [(name, "Data Engineer")]


def test_a_grade_ends_no_title(tmp_path: Path) -> None:
    found = jobs(tmp_path, "{EMPLOYER:Fabrikam}\n{TITLE:Audit Intern III}\n2019 – 2021\n")
    assert found == [("Fabrikam", "Audit Intern III")]


def test_a_city_that_is_called_like_a_school_is_a_place(tmp_path: Path) -> None:
    marked = "{TITLE:Audit Intern}\t{EMPLOYER:Fabrikam}\n{PLACE:College Park, USA}\t2019 – 2021\n"
    assert jobs(tmp_path, marked) == [("Fabrikam", "Audit Intern")]


def test_what_lists_positions_is_no_story(tmp_path: Path) -> None:
    marked = OTHERS.replace("Built", "I built").replace("Wrote", "I wrote")
    assert [name for name, _ in jobs(tmp_path, marked)] == ["Northwind Traders", "Fabrikam"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            "{TITLE:Data Engineer} • {EMPLOYER:Polytechnic University of}\n{PLACE:Utopia} [{DATE}]",
            "Polytechnic University of Utopia",
        ),
        ("{TITLE:Data Engineer} • {EMPLOYER:Saint Ada}\nUniversity [{DATE}]", "Saint Ada University"),
        (
            "{TITLE:Data Engineer}, {EMPLOYER:Green Moss}\n{EMPLOYER:Research Institute} / {DATE}",
            "Green Moss Research Institute",
        ),
        ("{TITLE:Data Engineer}, {EMPLOYER:Fabrikam}\n{PLACE:Utopia} [{DATE}]", "Fabrikam"),
    ],
)
def test_a_name_goes_on_over_the_line_end(tmp_path: Path, lines: str, name: str) -> None:
    assert jobs(tmp_path, lines.replace("{DATE}", "2019 – 2021") + "\n") == [(name, "Data Engineer")]


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["{TITLE:Data Engineer} at Fabrikam, 2019 – 2021"], ["Fabrikam"]),
        (["{TITLE:Data Engineer} [Payments] at Fabrikam, 2019 – 2021"], ["Fabrikam"]),
        (["{TITLE:Director} for Marketing, 2019 – 2021"], [None]),
        (["{TITLE:Consultant} with Fabrikam, 2019 – 2021"], [None]),
        (
            ["{TITLE:Consultant} with Fabrikam, 2019 – 2021", "{TITLE:Analyst} with Contoso, 2017 – 2019"],
            ["Fabrikam", "Contoso"],
        ),
        (["{TITLE:Data Engineer} at night, 2019 – 2021"], [None]),
        (["{TITLE:Data Engineer} at Home, {EMPLOYER:Fabrikam}, 2019 – 2021"], ["Fabrikam"]),
    ],
)
def test_the_employer_behind_at(tmp_path: Path, titles: list[str], names: list[str | None]) -> None:
    assert [name for name, _ in jobs(tmp_path, "\n\n".join(titles) + "\n")] == names
