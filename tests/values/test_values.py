"""The value types: cases as tables, and laws over any text."""

# ruff: noqa: E501 - tables are easier to read on one line

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.values import (
    contacts,
    dates,
    degrees,
    organizations,
    people,
    places,
    technologies,
    technology_names,
    text,
    titles,
    venues,
)

FINDERS = (
    dates.find_dates,
    degrees.find_degree,
    degrees.score,
    degrees.honours,
    venues.find_venues,
    venues.parse,
    technologies.find_technologies,
    people.split_authors,
    people.parse,
    people.is_name,
    contacts.find_contacts,
    places.find_place,
    titles.level,
    organizations.kind,
    organizations.split_unit,
)
KEYS = (text.fold, people.key, organizations.key, technology_names.key)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Aug 2023 – May 2026", ("2023-08", "2026-05", False)),
        ("Sep, 2023 - Dec, 2024", ("2023-09", "2024-12", False)),
        ("Jul 2025 – Present", ("2025-07", None, True)),
        ("08/2018 - now", ("2018-08", None, True)),
        ("2019.09 – 2020.01", ("2019-09", "2020-01", False)),
        ("2019-09", ("2019-09", None, False)),
        ("2019-09-15", ("2019-09-15", None, False)),
        ("(June 2021 - August 2021)", ("2021-06", "2021-08", False)),
        ("June / 2021", ("2021-06", None, False)),
        ("2014 – 2018", ("2014", "2018", False)),
        ("2014-18", ("2014", "2018", False)),
        ("Since 2015", ("2015", None, True)),
        ("Summer 2016", ("2016", None, False)),
        ("Spring 2020 – Fall 2021", ("2020", "2021", False)),
        ("until 2020", (None, "2020", False)),
        ("'23", ("2023", None, False)),
        ("15 March 2021", ("2021-03-15", None, False)),
        ("March 15, 2021", ("2021-03-15", None, False)),
        ("Jun – Aug 2021", ("2021-06", "2021-08", False)),
        ("Nov 2021 –\n    Jan 2022", ("2021-11", "2022-01", False)),
        ("01/2018 – heute", ("2018-01", None, True)),
        ("maart 2018 - heden", ("2018-03", None, True)),
        ("mei 2018 - augustus 2019", ("2018-05", "2019-08", False)),
        ("enero de 2014 a marzo de 2018", ("2014-01", "2018-03", False)),
        ("sept. 2019 - aujourd'hui", ("2019-09", None, True)),
        ("mar 2019 – atual", ("2019-03", None, True)),
        ("gennaio 2019 – oggi", ("2019-01", None, True)),
        ("May 2020 to date", ("2020-05", None, True)),
        ("2009-12", ("2009-12", None, False)),
        ("05/06/2020", ("2020", None, False)),  # day and month, or month and day
    ],
)
def test_dates_as_printed(printed: str, expected: tuple[str | None, str | None, bool]) -> None:
    [date] = dates.find_dates(printed)
    assert (date.start, date.end, date.current) == expected


@pytest.mark.parametrize(
    "printed",
    ["Llama2-70B, 64x, 1.7x, 2K", "+1 415 555 2019", "GPA: 3.88/4.0", "arXiv:2003.12345", "Seattle, WA 98007",
     "pp. 1999-2012", "SQL Server 2019", "$2019", "https://example.org/2019/05", "2000 users", "may, march"],
)  # fmt: skip
def test_no_false_dates(printed: str) -> None:
    assert dates.find_dates(printed) == []


def test_the_offset_moves_every_span() -> None:
    [plain], [moved] = dates.find_dates("May 2020 – now"), dates.find_dates("May 2020 – now", offset=7)
    assert (moved.span, moved.end_span) == ((plain.span[0] + 7, plain.span[1] + 7), (18, 21))


@pytest.mark.parametrize(
    ("a", "b", "months"),
    [
        (("2019-01", "2019-06", False), ("2019-04", "2020-01", False), 3),
        (("2014", "2018", False), ("2016", "2020", False), 14),
        (("2014", "2018", False), ("2018", "2020", False), None),
        (("2014", None, False), ("2014", "2020", False), None),
        ((None, None, True), ("2014", "2020", False), None),
        (("2023-01", None, True), ("2023-06", None, True), 8),
    ],
)
def test_overlap_counts_certain_months_only(a: dates.Triple, b: dates.Triple, months: int | None) -> None:
    assert dates.overlap_months(a, b, as_of="2024-01") == months
    assert dates.overlap_months(b, a, as_of="2024-01") == months


@pytest.mark.parametrize(
    ("printed", "degree", "area"),
    [
        ("M.S. in Computer Engineering", "M.S.", "Computer Engineering"),
        ("Pre-Doctoral M.S. in Computer Science", "Pre-Doctoral M.S.", "Computer Science"),
        ("PhD, Computer Science", "PhD", "Computer Science"),
        ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
        ("BSc Mathematics", "BSc", "Mathematics"),
        ("B.Eng. in Software Engineering, Acme University", "B.Eng.", "Software Engineering"),
        ("Doctor of Philosophy, Physics", "Doctor of Philosophy", "Physics"),
        ("Licenciatura en Física", "Licenciatura", "Física"),
        ("Diplom in Informatik", "Diplom", "Informatik"),
        ("PhD, Stanford University", "PhD", None),
    ],
)
def test_degrees_with_their_field(printed: str, degree: str, area: str | None) -> None:
    found = degrees.find_degree(printed)
    assert found is not None
    assert printed[slice(*found[0])] == degree
    assert (printed[slice(*found[1])] if found[1] else None) == area


@pytest.mark.parametrize(
    ("printed", "level"),
    [("Ph.D.", "doctor"), ("MSc", "master"), ("B.Eng.", "bachelor"), ("MBA", "master"), ("JD", "doctor"), ("Abitur", "school"),
     ("Habilitation", "habilitation"), ("Magister", "master"), ("Mestrado", "master"), ("Laurea Triennale", "bachelor"),
     ("Scrum Master", None), ("MS Office", None), ("Physics", None)],
)  # fmt: skip
def test_levels_of_degrees(printed: str, level: str | None) -> None:
    assert degrees.level(printed) == level


@pytest.mark.parametrize(
    ("printed", "value"),
    [("GPA: 3.88/4.0", "3.88/4.0"), ("CGPA 9.1/10", "9.1/10"), ("3.9 GPA", "3.9"), ("Note: 1,3", "1,3"), ("Grade: 1.0", "1.0"),
     ("First-Class Honours", None), ("Class of 2018", None)],
)  # fmt: skip
def test_scores(printed: str, value: str | None) -> None:
    found = degrees.score(printed)
    assert (found and found[0]) == value
    assert found is None or printed[slice(*found[1])] == value


@pytest.mark.parametrize(
    ("name", "expected"),
    [("AWS", "Amazon Web Services"), ("CMU", "Carnegie Mellon University"), ("ETH Zürich", "ETH Zurich"), ("The MITRE Corporation", "MITRE"),
     ("Nvidia Corp.", "NVIDIA"), ("DeepMind", "Google DeepMind")],
)  # fmt: skip
def test_known_organizations(name: str, expected: str) -> None:
    entry = organizations.lookup(name)
    assert entry is not None
    assert entry.name == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nvidia, TensorRT-LLM", ("Nvidia", "TensorRT-LLM")),
        ("AWS, Annapurna Labs", ("AWS", "Annapurna Labs")),
        ("MIT, Department of Physics", ("MIT", "Department of Physics")),
        ("Department of Physics, Example University", ("Example University", "Department of Physics")),
        ("Acme, Inc.", None),
        ("Google, Zurich, Switzerland", None),
        ("Harvard University, Yale University", None),
    ],
)
def test_units_of_organizations(name: str, expected: tuple[str, str] | None) -> None:
    assert organizations.split_unit(name) == expected


def test_parents_lead_to_known_organizations() -> None:
    broken = [e.name for e in organizations.entries() if e.parent and organizations.lookup(e.parent) is None]
    assert broken == []


@pytest.mark.parametrize(
    ("printed", "series", "year"),
    [("EuroSys'25", "EuroSys", 2025), ("MLSys26", "MLSys", 2026), ("OSDI 2026", "OSDI", 2026), ("ATC '23", "USENIX ATC", 2023),
     ("Proc. of the 20th European Conference on Computer Systems (EuroSys '25)", "EuroSys", 2025),
     ("NeurIPS 2021 Workshop on Examples", "NeurIPS", 2021), ("IEEE Transactions on Examples", "IEEE Transactions on Examples", None),
     ("arXiv preprint arXiv:2101.00001", "arXiv", 2021), ("Advances in Neural Information Processing Systems 34", "NeurIPS", None)],
)  # fmt: skip
def test_venues(printed: str, series: str, year: int | None) -> None:
    venue = venues.parse(printed)
    assert (venue.series, venue.year) == (series, year)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Languages: C, C++, C#, R, Go", ["C", "C++", "C#", "R", "Go"]),
        ("R. Bee will go in spring; rust on C. Dee", []),
        ("vLLM, SGLang, Megatron-LM, TensorRT-LLM, NCCL", ["vLLM", "SGLang", "Megatron-LM", "TensorRT-LLM", "NCCL"]),
        ("in Spring 2020 the Spark of R&D", ["Apache Spark"]),
        ("Node.js, ASP.NET and .NET", ["Node.js", "ASP.NET", ".NET"]),
    ],
)
def test_technologies_in_prose(prose: str, expected: list[str]) -> None:
    assert [entry.name for _, entry in technologies.find_technologies(prose)] == expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("A. Bee", "Ada Bée", True), ("Bee, Ada", "Ada M. Bee", True), ("Bee AM", "Ada Mary Bee", True), ("Ada Bee", "Amy Bee", False),
     ("Bee", "Ada Bee", False), ("Xiao-Ming Li", "Xiaoming Li", True), ("Jan van Dijk", "van Dijk, J.", True), ("Ada Bee", "Ada Dee", False)],
)  # fmt: skip
def test_compatible_names(a: str, b: str, same: bool) -> None:
    assert people.compatible(a, b) is same
    assert people.compatible(b, a) is same


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("A. Bee, C. Dee and E. Eff", ["A. Bee", "C. Dee", "E. Eff"]),
        ("Bee, A., Dee, C. & Eff, E.", ["Bee, A.", "Dee, C.", "Eff, E."]),
        ("Bee A, Dee C", ["Bee A", "Dee C"]),
        ("Bee, Ada; Dee, Carl; Eff, Eve", ["Bee, Ada", "Dee, Carl", "Eff, Eve"]),
        ("Bee, Ada and Dee, Carl", ["Bee, Ada", "Dee, Carl"]),
        ("Ada Bee*, Carl Dee, et al.", ["Ada Bee", "Carl Dee"]),
        ("Ada Bee", ["Ada Bee"]),
    ],
)
def test_authors(printed: str, names: list[str]) -> None:
    found = people.split_authors(printed)
    assert [name for _, name in found] == names
    assert all(printed[slice(*span)] == name for span, name in found)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ada@example.org", [("email", "ada@example.org")]),
        ("ada at example dot org", [("email", "ada@example.org")]),
        ("ada [at] example [dot] org", [("email", "ada@example.org")]),
        ("+49 30 1234567", [("phone", "+49 30 1234567")]),
        ("0000-0002-1825-0097", [("orcid", "0000-0002-1825-0097")]),
        ("github.com/example", [("url", "github.com/example")]),
        ("12 Example Street", [("address", "12 Example Street")]),
        ("2014 - 2018, GPA 3.88/4.0, Node.js", []),
    ],
)
def test_contacts(printed: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, value) for _, kind, value in contacts.find_contacts(printed)] == expected
    assert all(value not in contacts.redact(printed) for _, value in expected)


@pytest.mark.parametrize(
    ("printed", "place"),
    [("Atlanta, GA", "Atlanta, GA"), ("Acme Labs, Zurich, Switzerland", "Zurich, Switzerland"), ("Remote", "Remote"),
     ("London, UK", "London, UK"), ("Machine Learning, Deep Learning", None)],
)  # fmt: skip
def test_places(printed: str, place: str | None) -> None:
    span = places.find_place(printed)
    assert (printed[slice(*span)] if span else None) == place


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada Example", True), ("ADA EXAMPLE", True), ("Jan van Dijk", True), ("Machine Learning", False), ("New York", False),
     ("Software Engineer", False), ("Apache Spark", False), ("Curriculum Vitae", False), ("Acme GmbH", False)],
)  # fmt: skip
def test_what_looks_like_a_name(name: str, expected: bool) -> None:
    assert people.is_name(name) is expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_keys_are_idempotent(anything: str) -> None:
    for key in KEYS:
        assert key(key(anything)) == key(anything)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("AaBbeé. ,;-–'()&@+#/\n\t0123456789"), max_size=80) | st.text(max_size=80))
def test_no_text_breaks_a_finder(anything: str) -> None:
    for find in FINDERS:
        find(anything)
    assert text.slug(anything)


@settings(max_examples=100, deadline=None)
@given(st.integers(1950, 2049), st.integers(1, 12), st.integers(1, 28))
def test_iso_dates_are_found_as_they_are(year: int, month: int, day: int) -> None:
    for printed in (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"):
        [date] = dates.find_dates(f"at {printed}.")
        assert (date.start, date.span) == (printed, (3, 3 + len(printed)))


@pytest.mark.parametrize(
    "line", ["a" * 200, "1 " * 100, "May 2020 – ", "A. Bee, ", "(" * 200, "x@", "-" * 200, "Aa " * 70]
)
def test_finders_take_linear_time(line: str) -> None:
    long = line * (40_000 // len(line))
    for find in (dates.find_dates, technologies.find_technologies, venues.find_venues, contacts.find_contacts):
        start = time.perf_counter()
        find(long)
        assert time.perf_counter() - start < 5


def test_a_number_of_a_name_is_no_day() -> None:
    (date,) = dates.find_dates("Université Lumière Lyon 2 Nov 2021 – Nov 2022")
    assert (date.start, date.end) == ("2021-11", "2022-11")


def test_a_number_on_the_line_before_is_no_part_of_a_year() -> None:
    assert [date.start for date in dates.find_dates("Room 50\n2004 2008")] == ["2004", "2008"]


def test_a_short_month_may_have_a_stop_and_a_comma() -> None:
    assert [date.start for date in dates.find_dates("Mar., 2016")] == ["2016-03"]


def test_a_year_and_a_name_on_the_next_line_are_no_date() -> None:
    (date,) = dates.find_dates("2024\nMei-Ling Tsai")
    assert (date.start, date.span) == ("2024", (0, 4))
