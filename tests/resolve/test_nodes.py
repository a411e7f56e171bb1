"""The names that nodes show."""

from __future__ import annotations

import pytest
from factory import named

from talentgraph.model import Education, Publication, Skill, Work
from talentgraph.resolve import resolve


@pytest.mark.parametrize(
    ("printed", "location", "shown"),
    [
        ("IBM Springfield", "", "IBM"),
        ("University of California", "San Diego", "University of California, San Diego"),
        ("Massachusetts Inst. of Technology (MIT)", "", "Massachusetts Institute of Technology"),
        ("Nvidia", "", "NVIDIA"),
        ("MIT", "", "MIT"),
        ("Acme Widgets, Inc.", "", "Acme Widgets, Inc."),
        ("Acme Widgets Inc., Berlin", "", "Acme Widgets Inc."),
    ],
)
def test_an_organisation_shows_a_name_of_its_own(printed: str, location: str, shown: str) -> None:
    found = resolve([named("a.txt", "Ada Example", work=(Work(name=printed, location=location),))])
    node = found.nodes[found.mentions["a.txt#work.0.name"]]
    assert node.name == shown
    assert printed in (node.name, *node.aliases)


def test_a_unit_that_many_have_shows_its_whole() -> None:
    studies = (
        Education(institution="Zyxland University", department="Law School"),
        Education(institution="Zyxland University", department="ARNO Lab"),
    )
    found = resolve([named("a.txt", "Ada Example", education=studies)])
    law, lab = (found.nodes[found.mentions[f"a.txt#education.{n}.department"]] for n in (0, 1))
    assert (law.id, law.name) == ("organization/zyxland-university-law-school", "Law School, Zyxland University")
    assert lab.name == "ARNO Lab"


def test_technologies_and_venues_show_names_of_their_own() -> None:
    skills = (Skill(keywords=("KV caches", "Pytorch (advanced)", "k8s")),)
    papers = (Publication(name="Some Long Title", publisher="ATC '23"),)
    found = resolve([named("a.txt", "Ada Example", skills=skills, publications=papers)])
    shown = {node.name for node in found.nodes.values() if node.kind in ("technology", "venue")}
    assert shown == {"KV Cache", "PyTorch", "k8s", "USENIX ATC"}


def test_the_name_of_a_file_is_no_name_of_a_person_who_has_one() -> None:
    paper = (Publication(name="Some Long Title", authors=("Ada Example", "Bo Bee"), doi="10.1000/1"),)
    documents = [named("a/plain.txt", "Ada Example", publications=paper), named("b/plain.txt", "", publications=paper)]
    found = resolve(documents)
    assert found.nodes[found.mentions["b/plain.txt#basics"]].name == "plain"
    assert "plain" not in found.nodes["person/ada-example"].aliases


def test_what_has_no_letter_names_nothing() -> None:
    skills = (Skill(keywords=("_____", "C")),)
    found = resolve([named("a.txt", "Ada Example", skills=skills, work=(Work(name="---"),))])
    assert list(found.nodes) == ["person/ada-example", "technology/c"]
