"""When two values are one: by examples, and by laws that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.evaluate.degrees import levels
from talentgraph.evaluate.entities import ENTITIES
from talentgraph.evaluate.matching import is_present, same, same_date, same_degree, same_grade
from talentgraph.evaluate.spelling import normal, read_names

EQUAL = [
    ("person", "María José Prueba Soto", "Prueba Soto, María José"),
    ("person", "María José Prueba Soto", "MARIA J. PRUEBA SOTO"),
    ("person", "Jörg Müller", "Joerg Mueller"),
    ("person", "Ada Example", "Dr. Ada M. Example, PhD"),
    ("coauthors", "Park Seo-yeon", "Seoyeon Park"),
    ("employers", "Acme Robotics Inc.", "ACME Robotics, GmbH"),
    ("employers", "Northlake National Laboratory", "Northlake National Laboratories"),
    ("institutions", "Harbour University (HU)", "HU"),
    ("institutions", "Universität Seestadt", "Universitat Seestadt"),
    ("institutions", "Harbour University of Technology", "Harbour University of Technol- ogy"),
    ("institutions", "University of Northlake", "Northlake University"),
    ("venues", "Proceedings of the Systems Conference 2020", "Systems Conference"),
    ("venues", "Workshop on Slow Systems (WSS)", "WSS"),
    ("venues", "Journal of Slow Systems", "Journal of Slow Systems 23"),
    ("technologies", "JavaScript", "Java Script"),
    ("technologies", "REST API", "REST APIs"),
    ("technologies", "TCP/IP", "TCP"),
    ("titles", "Attention to slow things in long documents", "Attention to slow things in long document"),
    ("awards", "Best Student Paper Award", "Best Student Paper Awards"),
    ("position", "Sr. Software Engineer", "Senior Software Engineer"),
    ("position", "Software Engineer 2", "Software Engineer II"),
    ("position", "Software Engineer (Contract)", "<i>Software Engineer</i>"),
    ("field", "Computer Science and Engineering", "Engineering & Computer Science"),
]
DISTINCT = [
    ("person", "Ada Example", "A. Example"),
    ("person", "Ada Example", "Ada Example CV"),
    ("person", "Ada B. Example", "Ada C. Example"),
    ("coauthors", "Y. Li", "Y. X. Li"),
    ("employers", "Acme Foundation Models Lab", "Acme Foundation Models Lab Bern"),
    ("institutions", "Northlake University", "2015 Northlake University"),
    ("institutions", "Northeast University", "Northwest University"),
    ("venues", "SysConf", "SysConf Workshop on Slow Systems"),
    ("venues", "SysConf", "Slow Systems at the 34th Systems Conference (SysConf)"),
    ("venues", "Physical Letters A", "Physical Letters B"),
    ("venues", "5th Meeting on Networks", "6th Meeting on Networks"),
    ("technologies", "C", "C++"),
    ("technologies", "C++", "C#"),
    ("technologies", "Supervised Learning", "Unsupervised Learning"),
    ("titles", "On supervised learning of slow models", "On unsupervised learning of slow models"),
    ("titles", "A theory of slow things, part I: basics", "A theory of slow things, part II: basics"),
    ("awards", "SysConf Outstanding Reviewer", "NetMeet Outstanding Reviewer"),
    ("position", "Software Engineer", "Software Engineer II"),
    ("position", "Lead Software Engineer", "Software Engineer"),
    ("field", "Biochemistry", "Chemistry"),
    ("field", "Microbiology", "Macrobiology"),
]


@pytest.mark.parametrize(("kind", "one", "other"), EQUAL)
def test_equal(kind: str, one: str, other: str) -> None:
    assert same(kind, one, other)


@pytest.mark.parametrize(("kind", "one", "other"), DISTINCT)
def test_distinct(kind: str, one: str, other: str) -> None:
    assert not same(kind, one, other)


@given(st.sampled_from((*ENTITIES, "position", "field")), st.text(max_size=30))
def test_a_name_is_itself(kind: str, name: str) -> None:
    if kind not in ("person", "coauthors") and normal(name, kind):
        assert same(kind, name, name)
    assert not same(kind, name, "")


@given(st.text(max_size=30), st.sampled_from(("employers", "institutions", "venues", "technologies", "")))
def test_normal_forms_are_settled_for_comparing(text: str, kind: str) -> None:
    """A normal form holds no case, no edges, and no double blanks."""
    form = normal(text, kind)
    assert form == " ".join(form.split()) == form.casefold()


def test_further_names_are_right_too() -> None:
    assert same("employers", "Acme Robotics", "Bee Labs", ("Bee Labs",))
    assert not same("employers", "Acme Robotics", "Bee Labs", ("Cee Labs",))


def test_names_that_somebody_listed(tmp_path: Path) -> None:
    (tmp_path / "aliases.tsv").write_text("# equal\nHarbour Institute of Technology\tHIT\n", encoding="utf-8")
    (tmp_path / "distinct.tsv").write_text("Northlake Academy\tAcademy of Northlake\n", encoding="utf-8")
    names = read_names(tmp_path)
    assert same("institutions", "Harbour Institute of Technology", "HIT", (), names)
    assert not same("institutions", "Harbour Institute of Technology", "HIT")
    assert same("institutions", "Northlake Academy", "Academy of Northlake")
    assert not same("institutions", "Northlake Academy", "Academy of Northlake", (), names)


@pytest.mark.parametrize(
    ("level", "degrees"),
    [
        ("doctor", ["PhD", "Ph. D.", "D.Phil.", "Dr. rer. nat.", "Doctor of Philosophy", "Doctorado"]),
        ("master", ["M.Sc.", "Msc", "MA", "M.A., Linguistics", "Diplom", "MBA", "Master 2", "LL.M.", "master's"]),
        ("bachelor", ["BSc (Hons)", "bsc", "B.E.", "B. Tech.", "Licenciatura", "A.B."]),
        ("law", ["J.D.", "Juris Doctor"]),
        ("medical", ["M.D.", "Doctor of Medicine"]),
        ("school", ["High School Diploma", "Abitur", "A-Level"]),
    ],
)
def test_levels(level: str, degrees: list[str]) -> None:
    assert {degree: set(levels(degree)) for degree in degrees} == {degree: {level} for degree in degrees}


@pytest.mark.parametrize("text", ["be", "may be", "Boston, MA", "Postdoctoral Researcher", "March 2020", "am"])
def test_no_degree(text: str) -> None:
    assert not levels(text)


def test_joint_degrees_match_on_either_level() -> None:
    assert same_degree("BTech/MTech", "Master of Technology")
    assert same_degree("BTech/MTech", "B.Tech.")
    assert not same_degree("MSc", "BSc")
    assert same_degree("Exchange", "Exchange")


def test_dates_agree_as_far_as_the_gold_goes() -> None:
    assert same_date("2019", "2019-09-01")
    assert not same_date("2019-09", "2019")
    assert not same_date("", "2019")
    assert is_present("", current=True)
    assert is_present("Present", current=False)
    assert not is_present("2019", current=True)


def test_grades_are_numbers() -> None:
    assert same_grade("3.9/4.0", "3.90 / 4")
    assert not same_grade("3.9/4.0", "3.9/5.0")
    assert not same_grade("3.9", "")
    assert same_grade("Distinction", "distinction")
