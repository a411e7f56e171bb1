"""Names of organisations: what is one, what is two, what is a part. Most are invented; the rest everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.resolve import compare
from talentgraph.resolve.organizations import Named, department_of, links, named
from talentgraph.values import lexicon, organizations, wordings

LIST = (
    ("Zyxland University", "University", "NO", "ZU|UofZ", "", "Zyxby|Viken"),
    ("University of Zyx", "University", "NO", "", "", "Oslo|Oslo"),
    ("Zyx University of Washington", "University", "US", "ZUW", "", "Seattle|Washington"),
    ("Quorve Institute of Technology", "University", "US", "QIT*|Quorve Tech", "", "Quorve|Ohio"),
    ("Quagga Institute of Tests", "University", "IN", "QIT", "", "Quaggapur|Karnataka"),
    ("Zyxwave", "Company", "SE", "Zyxwave Systems|Old Zyx"),
    ("Zyxwave Web Services", "Company", "SE", "ZWS", "Zyxwave"),
    ("Zyx Widget Research Council", "GovernmentAgency", "NO", "ZWRC"),
    ("Nevis University", "University", "NO", "NEV*"),
    ("Network Verband", "Nonprofit", "DE", "NeV"),
    ("Zyx School of Widgets", "University", "NO", "Widgets Zyx", "Zyxland University"),
    ("Zyx Ohio State University", "University", "US", "ZOSU", "", "Columbus|Ohio"),
    ("Zyx Institute of Technology Quorve", "University", "US", "ZIT Quorve"),
    ("Technische Universität Zyxheim", "University", "DE", "TUZ", "", "Zyxheim"),
)


@pytest.fixture(autouse=True, scope="module")
def _invented() -> Iterator[None]:
    with lexicon.added({"organizations.tsv": LIST}):
        yield


SAME = [
    ("Acme Widgets, Inc.", "", "ACME WIDGETS", ""),
    ("Acme Widgets, Berlin", "", "Acme Widgets", ""),
    ("Acme Widgets (Berlin, Germany)", "", "Acme Widgets", ""),
    ("AcmeWidgets", "", "Acme Widgets", ""),
    ("University of Acme", "", "Universität Acme", ""),
    ("Univ. of Acme", "", "Université d'Acme", ""),
    ("Acme Inst. of Tech.", "", "Acme Institute of Technology", ""),
    ("Natl. Acad. of Acme", "", "National Academy of Acme", ""),
    ("St. Acme Hospital", "", "Saint Acme Hospital", ""),
    ("Zyxland Univ.", "", "Zyxland University", ""),
    ("University of Zyxland", "", "Zyxland University", ""),
    ("U of Zyxland", "", "ZU", ""),
    ("UofZ", "", "U of Z", ""),
    ("Zyxland Universiyt", "", "Zyxland University", ""),
    ("Quorve Instituet of Technology", "", "Quorve Tech", ""),
    ("QIT", "", "Quorve Institute of Technology", ""),
    ("Q.I.T.", "", "Quorve Institute of Technology", ""),
    ("QIT", "Quaggapur, Karnataka", "Quagga Institute of Tests", ""),
    ("QIT, Quaggapur", "", "Quagga Institute of Tests", ""),
    ("QIT Quaggapur", "", "QIT", "Quaggapur, India"),
    ("ZIT", "Quorve, Ohio", "Zyx Institute of Technology Quorve", ""),
    ("Zyxwave Stockholm", "", "Zyxwave", ""),
    ("Zyxwave (formerly Old Zyx)", "", "Zyxwave", ""),
    ("Zorg Widgets (now Zyxwave)", "", "Zyxwave Systems", ""),
    ("Zyxwave (part of Acme)", "", "Zyxwave", ""),
    ("TU Zyxheim", "", "Zyxheim University of Technology", ""),
    ("Zyxland University, Zyxby, Norway", "", "ZU", ""),
    ("Zyxland University, Department of Physics", "", "Physics Dept., Zyxland University", ""),
    ("Zyxland University Law School", "", "Law School, University of Zyxland", ""),
    ("ZU ARNO Lab", "", "ARNO Lab, Zyxland University", ""),
    ("Physics Department at Zyxland University", "", "ZU, Department of Physics", ""),
    ("Acme University School of Medicine", "", "School of Medicine, Acme University", ""),
    ("Acme Widgets Inc., Research", "", "Research, Acme Widgets Inc.", ""),
    ("Quux Research Council", "", "QRC", ""),
    ("Department of Physics", "Zyxland University", "ZU, Physics Department", ""),
    ("Zyx Widget Research Council of Norway", "", "Zyx Widget Research Council", ""),
    ("Zyxland University, Dcpartment of Physics", "", "ZU, Department of Physics", ""),
    ("UNIVERSlTY OF ZYXLAND", "", "ZU", ""),
    ("Zyx1and University", "", "ZU", ""),
    ("Universidda Acme", "", "University of Acme", ""),
    ("Glimmerstone Energy", "", "Glimemrstone Energy", ""),
    ("Glirnmerstone Energy", "", "Glimmerstone Energy", ""),
    ("Acme Univ.", "", "University of Acme", ""),
    ("Acmeland State", "", "Acmeland State University", ""),
    ("Koninklijke Acme N.V.", "", "Acme", ""),
    ("ZSOW, Zyxland University", "", "Zyx School of Widgets", ""),
    ("NeV", "", "Network Verband", ""),
    ("Massachusetts Institute of Technology", "", "MIT", ""),
    ("Andersson & Söner AB", "", "Andersson and Soner", ""),
]
DIFFERENT = [
    ("Acme", "", "Acme Widgets", ""),
    ("Acme Widgets", "", "Acme Gadgets", ""),
    ("University of Zyx", "", "Zyxland University", ""),
    ("Zyx University of Washington", "", "Washington University of Zyx", ""),
    ("Northeastern University", "", "Northwestern University", ""),
    ("QIT", "Quaggapur, India", "QIT", "Quorve, Ohio"),
    ("QIT", "Oslo, Norway", "QIT", ""),
    ("Trinity College", "Hartford, CT", "Trinity College", "Dublin, Ireland"),
    ("Department of Physics", "Zyxland University", "Department of Physics", "Acme University"),
    ("Department of Physics", "", "Department of Physics", ""),
    ("Freelance", "", "Freelance", ""),
    ("Self-employed", "", "Freelance", ""),
    ("Zyxwave Web Services", "", "Zyxwave", ""),
    ("Zyxwave Japan", "", "Zyxwave", ""),
    ("Zyxland University, Department of Physics", "", "Zyxland University", ""),
    ("Zyxland University, Shanghai", "", "Zyxland University", ""),
    ("Zyx Ohio State University, Dayton, Ohio", "", "Zyx Ohio State University", ""),
    ("Acme Institute (QIT)", "", "Quorve Institute of Technology", ""),
    ("Technical University of Acme", "", "University of Acme", ""),
    ("Acme Institute of Physics", "", "Acme Institute of Chemistry", ""),
    ("Glimmerstone Energy", "", "Glimmerstone Energies", ""),
    ("Northeastern Acme", "", "Northwestern Acme", ""),
    ("Acme Robotics 1", "", "Acme Robotics 2", ""),
    ("Bank of Acme", "", "Acme Bank of Tests", ""),
    ("City of", "", "City Holding", ""),
    ("Diploma", "", "Diploma plc", ""),
    ("ZYXWAVE Lab", "", "Zyxwave Labs", ""),
    ("Universidad de los Andes", "", "Universidad de los Andes", "Bogotá, Colombia"),
    ("Universidad de los Andes", "Mérida, Venezuela", "Universidad de los Andes", "Bogotá, Colombia"),
    ("", "", "Acme", ""),
]


@pytest.mark.parametrize(("left", "left_context", "right", "right_context"), SAME)
def test_one_organisation(left: str, left_context: str, right: str, right_context: str) -> None:
    found = compare("organization", left, right, left_context=left_context, right_context=right_context)
    assert found.band == "same", (found, named(left, left_context), named(right, right_context))
    assert found.reasons


@pytest.mark.parametrize(("left", "left_context", "right", "right_context"), DIFFERENT)
def test_two_organisations(left: str, left_context: str, right: str, right_context: str) -> None:
    found = compare("organization", left, right, left_context=left_context, right_context=right_context)
    assert found.probability < 0.5, (found, named(left, left_context), named(right, right_context))


def wholes(text: str) -> list[str]:
    return [each.name or each.text for each in named(text)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("ARNO Lab, ZU", ["ARNO Lab", "Zyxland University"]),
        ("ARNO Lab (ZU)", ["ARNO Lab", "Zyxland University"]),
        ("Institute of Physics (ZU)", ["Institute of Physics", "Zyxland University"]),
        ("Acme Academy (Zyxland University)", ["Acme Academy", "Zyxland University"]),
        ("ZWS, Widget Team", ["Widget Team", "Zyxwave Web Services", "Zyxwave"]),
        ("ZU NLP", ["NLP", "Zyxland University"]),
        ("Zyxwave Japan", ["Zyxwave Japan", "Zyxwave"]),
        ("Zyxland University, Shanghai, China", ["Zyxland University, Shanghai", "Zyxland University"]),
        ("Zyxwave (part of Acme)", ["Zyxwave"]),
        ("Zyxwave Lab", ["Lab", "Zyxwave"]),
        ("Acme University, Zyxwave Web Services", ["Acme University, Zyxwave Web Services"]),
        ("ZYXWAVE Lab", ["ZYXWAVE Lab"]),
        ("City of Acme School", ["City of Acme School"]),
    ],
)
def test_a_part_comes_before_its_wholes(text: str, chain: list[str]) -> None:
    assert wholes(text) == chain


def test_an_office_is_no_organisation_of_its_own_even_where_the_list_has_it() -> None:
    rows = (*LIST, ("Zyxwave Zürich", "Company", "CH", "", "Zyxwave"))
    with lexicon.added({"organizations.tsv": rows}):
        assert wholes("Zyxwave Zürich") == ["Zyxwave"]


def test_an_entry_without_more_than_a_name_is_the_full_entry_of_the_same_words() -> None:
    rows = (*LIST, ("Universität Zyxland", "University", "NO"))
    with lexicon.added({"organizations.tsv": rows}):
        assert named("Universität Zyxland")[0].name == "Zyxland University"


def test_names_in_brackets_are_links_between_documents() -> None:
    found = [named(text)[0] for text in ("Acme Gadgets (now Bolt Works)", "Bolt Works", "Acme Gadgets (AGX)", "AGX")]
    assert {(link.left, link.right) for link in links(found)} == {
        ("bolt works", "acme gadgets"),
        ("agx", "acme gadgets"),
    }


def test_a_unit_with_a_name_of_its_own_is_the_same_without_its_whole_if_no_other_is_called_so() -> None:
    one, other, alone = (named(text)[0] for text in ("ARNO Lab, ZU", "ARNO Lab, QIT", "ARNO Lab"))
    assert [link.right for link in links([one, alone])] == [one.key]
    assert list(links([one, other, alone])) == []


def test_the_order_of_words_alone_is_a_likely_reason_only() -> None:
    found = compare("organization", "University of Acme", "Acme University")
    assert found.band == "probably"
    assert found.reasons[0].weight == 2.0  # noqa: PLR2004


def test_a_name_of_nobody_belongs_to_its_document() -> None:
    assert named("Freelance", "", "a.txt")[0].key != named("Freelance", "", "b.txt")[0].key


NAMES = st.sampled_from([name for row in (*SAME, *DIFFERENT) for name in (row[0], row[2])])
WORDS = st.lists(
    st.sampled_from("University of Zyxland Zyxwave QIT Lab , Berlin ( ) - Department Physics Inc. at & Acme".split()),  # noqa: SIM905
    max_size=7,
).map(" ".join)
CONTEXTS = st.sampled_from(["", "Berlin", "Quorve, Ohio", "Zyxland University", "Quaggapur, India"])


@settings(deadline=None)
@given(NAMES | WORDS, NAMES | WORDS, CONTEXTS, CONTEXTS)
def test_comparing_does_not_depend_on_the_side(left: str, right: str, here: str, there: str) -> None:
    one = compare("organization", left, right, left_context=here, right_context=there)
    other = compare("organization", right, left, left_context=there, right_context=here)
    assert one.probability == other.probability


@settings(deadline=None)
@given(NAMES | WORDS | st.text(max_size=20))
def test_normal_forms_stay_what_they_are(name: str) -> None:
    form = wordings.normal(name)
    assert wordings.normal(form) == form
    assert wordings.loose(wordings.loose(name)) == wordings.loose(name)
    assert organizations.key(organizations.key(name)) == organizations.key(name)


@settings(deadline=None)
@given(st.lists(NAMES | WORDS, max_size=6).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names))))
def test_links_do_not_depend_on_the_order(lists: tuple[list[str], list[str]]) -> None:
    def all_links(names: list[str]) -> list[object]:
        return list(links(chain[0] for name in names if (chain := named(name))))

    assert all_links(lists[0]) == all_links(lists[1])


@settings(deadline=None)
@given(NAMES | WORDS | st.text(max_size=30))
def test_every_name_has_a_key_and_no_whole_twice(text: str) -> None:
    chain = named(text)
    assert all(isinstance(each, Named) and each.key for each in chain)
    assert len({each.key for each in chain}) == len(chain)


def test_an_ambiguous_acronym_is_the_one_name_of_its_document_that_it_fits() -> None:
    beside = ["Quagga Institute of Tests", "Acme Widgets"]
    assert named("ZQT", "", "a.txt", ["Zyx Quorve Trust", *beside])[0].key == named("Zyx Quorve Trust")[0].key
    assert named("ZQT", "", "a.txt", ["Zyx Quorve Trust", "Zorg Quux Team"])[0].key == "zqt"
    assert named("Acme", "", "a.txt", beside)[0].key == "acme"


def test_a_department_that_is_known_as_a_part_of_something_else_is_no_part_of_the_school() -> None:
    assert [each.name for each in department_of("Zyxland University", "Zyxwave Web Services")] == [
        "Zyxwave Web Services",
        "Zyxwave",
    ]
    assert department_of("Acme University", "Zyx School of Widgets")[-1].text == "Acme University"
