from __future__ import annotations

from dataclasses import replace

import pytest
from factory import moved, named, people, write

from talentgraph.model import Basics, Education, Identities, Publication, Work
from talentgraph.resolve import resolve


def paper(title: str, *authors: str) -> Publication:
    return Publication(name=title, authors=authors)


def ids(found: Identities, *mentions: str) -> list[str]:
    return [found.mentions[mention] for mention in mentions]


@pytest.mark.parametrize("printed", ["P. Qin", "Qin, P.", "Peiran Qin", "PEIRAN QIN", "Qin, Peiran", "Q. Peiran"])
def test_the_owner_is_recognised_among_the_authors_of_their_own_papers(printed: str) -> None:
    found = resolve([named("a.txt", "Peiran Qin", publications=(paper("Some Long Title", printed, "Ada Example"),))])
    same = found.mentions["a.txt#publications.0.authors.0"] == "person/peiran-qin"
    assert same is (printed != "Q. Peiran")
    assert found.mentions["a.txt#publications.0.authors.1"] == "person/ada-example"


def test_an_alias_of_the_owner_is_the_owner() -> None:
    profile = named("a.txt", "Ada Married", publications=(paper("Some Long Title", "A. Maiden"),))
    basics = Basics(name="Ada Married", aliases=("A. Maiden",))
    found = resolve([type(profile)(source=profile.source, basics=basics, publications=profile.publications)])
    assert found.mentions["a.txt#publications.0.authors.0"] == "person/ada-married"
    assert "A. Maiden" in found.nodes["person/ada-married"].aliases


def test_two_authors_of_one_paper_are_two_people() -> None:
    found = resolve([named("a.txt", "Ada Example", publications=(paper("Some Long Title", "Wei Zhang", "Wei Zhang"),))])
    assert ids(found, "a.txt#publications.0.authors.0", "a.txt#publications.0.authors.1") == [
        "person/wei-zhang",
        "person/wei-zhang-2",
    ]


def test_a_family_name_alone_joins_nobody() -> None:
    advisors = (Education(institution="University of Example", advisors=("Teacher",)),)
    found = resolve([named("a.txt", "Ada Example", education=advisors), named("g.txt", "Grace Teacher")])
    assert found.mentions["a.txt#education.0.advisors.0"] == "person/teacher"


def test_an_advisor_is_the_owner_of_another_document() -> None:
    found = resolve(people())
    assert found.mentions["ada.txt#education.0.advisors.0"] == found.mentions["grace.txt#basics"]
    assert found.nodes["person/grace-teacher"].reason


def test_two_documents_of_one_person_name_one_advisor() -> None:
    studies = (Education(institution="University of Example", advisors=("Lin Mei",)),)
    one = Basics(name="Ada Quillfeather", email="ada@example.org")
    owners = {"a.txt": one, "b.txt": one, "c.txt": Basics(name="Zed Obi", email="zed@example.net")}
    documents = [replace(named(path, ""), basics=owner, education=studies) for path, owner in owners.items()]
    found = resolve(documents)
    first, second, third = ids(found, *(f"{path}.txt#education.0.advisors.0" for path in "abc"))
    assert first == second != third


def test_a_short_form_is_the_only_full_name_that_fits_in_its_document() -> None:
    papers = (paper("The First Long Title", "Bea Jones", "Ada Example"), paper("The Second Long Title", "B. Jones"))
    found = resolve([named("a.txt", "Ada Example", publications=papers)])
    assert found.mentions["a.txt#publications.1.authors.0"] == "person/bea-jones"


def test_a_short_form_that_fits_two_people_stays_apart() -> None:
    papers = (paper("The First Long Title", "Bea Jones", "Bob Jones"), paper("The Second Long Title", "B. Jones"))
    found = resolve([named("a.txt", "Ada Example", publications=papers)])
    assert found.mentions["a.txt#publications.1.authors.0"] == "person/b-jones"


def test_a_short_form_joins_no_full_name_of_an_unrelated_document() -> None:
    one = named("a.txt", "Ada Example", publications=(paper("The First Long Title", "B. Jones"),))
    other = named("b.txt", "Ben Sample", publications=(paper("The Second Long Title", "Bea Jones"),))
    found = resolve([one, other])
    assert ids(found, "a.txt#publications.0.authors.0", "b.txt#publications.0.authors.0") == [
        "person/b-jones",
        "person/bea-jones",
    ]


def test_namesakes_who_share_nothing_are_two_people() -> None:
    one = named("a.txt", "Wei Zhang", work=(Work(name="Globex"),))
    other = named("b.txt", "Wei Zhang", work=(Work(name="Initech"),))
    third = named("c.txt", "Ada Example", publications=(paper("Some Long Title", "Wei Zhang"),))
    found = resolve([other, one, third])
    assert ids(found, "a.txt#basics", "b.txt#basics", "c.txt#publications.0.authors.0") == [
        "person/wei-zhang",
        "person/wei-zhang-2",
        "person/wei-zhang-3",
    ]


@pytest.mark.parametrize("shared", ["employer", "paper", "email"])
def test_two_documents_of_one_person(shared: str) -> None:
    parts = {
        "employer": "work: [name=Globex], [position=Engineer]",
        "paper": "publications: [name=A Long Enough Title], [authors=W. Zhang]",
        "email": "basics: [email=wei@example.org]",
    }
    one = write("a.txt", f"basics: [name=Wei Zhang]\n{parts[shared]}")
    found = resolve([one, moved(one, "b.txt")])
    assert ids(found, "a.txt#basics", "b.txt#basics") == ["person/wei-zhang", "person/wei-zhang"]


def test_different_orcids_are_different_people() -> None:
    text = "basics: [name=Wei Zhang] [orcid={}]\nwork: [name=Globex]"
    found = resolve([write("a.txt", text.format("0000-0001")), write("b.txt", text.format("0000-0002"))])
    assert len(set(ids(found, "a.txt#basics", "b.txt#basics"))) == 2


def test_nobody_is_their_own_advisor() -> None:
    advisors = (Education(institution="University of Example", advisors=("Wei Zhang",)),)
    found = resolve([named("a.txt", "Wei Zhang", education=advisors)])
    assert ids(found, "a.txt#basics", "a.txt#education.0.advisors.0") == ["person/wei-zhang", "person/wei-zhang-2"]


def test_the_name_shown_is_the_full_one_and_the_others_are_aliases() -> None:
    found = resolve(people())
    ada = found.nodes["person/ada-example"]
    assert (ada.name, ada.aliases) == ("Ada Example", ("A. Example",))
    assert found.nodes["person/grace-teacher"].aliases == ()


def test_titles_are_no_part_of_a_name() -> None:
    advisors = (Education(institution="University of Example", advisors=("Prof. Dr. Ida Mentor",)),)
    found = resolve([named("a.txt", "Ada Example", education=advisors)])
    assert found.nodes["person/ida-mentor"].name == "Ida Mentor"
