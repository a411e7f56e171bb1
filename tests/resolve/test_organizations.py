from __future__ import annotations

from factory import named

from talentgraph.model import Education, Identities, Publication, Skill, Work
from talentgraph.resolve import resolve
from talentgraph.resolve.organizations import links
from talentgraph.resolve.organizations import named as read


def at(*employers: str | Work) -> Identities:
    """Each employer in a document of its own: 0.txt, 1.txt, …"""
    works = [employer if isinstance(employer, Work) else Work(name=employer) for employer in employers]
    return resolve([named(f"{i}.txt", f"Person {'ABCDEF'[i]}x", work=(work,)) for i, work in enumerate(works)])


def test_legal_forms_and_case_make_no_difference() -> None:
    found = at("Acme Widgets, Inc.", "ACME WIDGETS", "Acme Widgets GmbH", "Acme Widgets")
    assert {node for mention, node in found.mentions.items() if "work" in mention} == {"organization/acme-widgets"}
    assert "Acme Widgets, Inc." in found.nodes["organization/acme-widgets"].aliases


def test_a_part_of_a_name_is_no_reason() -> None:
    found = at("Acme", "Acme Widgets", "New Acme")
    assert len({node for mention, node in found.mentions.items() if "work" in mention}) == 3


def test_a_unit_and_its_whole_are_two_organisations() -> None:
    found = at("AWS, Annapurna Labs", "Amazon Web Services", "Amazon")
    assert found.mentions["0.txt#work.0.name"] == "organization/annapurna-labs"
    assert found.mentions["1.txt#work.0.name"] == "organization/amazon-web-services"
    assert ("organization/annapurna-labs", "organization/amazon-web-services") in found.part_of
    assert ("organization/amazon-web-services", "organization/amazon") in found.part_of


def test_an_organisation_that_no_document_names_is_not_invented() -> None:
    found = at("AWS, Annapurna Labs")
    assert {node.name for node in found.nodes.values() if node.kind == "organization"} == {"AWS", "Annapurna Labs"}


def test_departments_of_one_name_at_two_places_are_two() -> None:
    people = [
        named(
            f"{i}.txt", f"Person {'AB'[i]}x", education=(Education(institution=place, department="Physics Department"),)
        )
        for i, place in enumerate(("University of Example", "University of Elsewhere"))
    ]
    found = resolve(people)
    assert found.mentions["0.txt#education.0.department"] == "organization/university-of-example-physics-department"
    assert found.mentions["1.txt#education.0.department"] == "organization/university-of-elsewhere-physics-department"
    assert len(found.part_of) == 2


def test_a_team_is_an_organisation_where_it_is_a_laboratory_only() -> None:
    found = at(Work(name="Acme Widgets", team="Storage"), Work(name="Acme Widgets", team="Robotics Laboratory"))
    assert "0.txt#work.0.team" not in found.mentions
    assert found.mentions["1.txt#work.0.team"] == "organization/acme-widgets-robotics-laboratory"


def test_a_known_alias_brings_name_type_and_country() -> None:
    found = at("MIT", "Massachusetts Institute of Technology")
    node = found.nodes[found.mentions["0.txt#work.0.name"]]
    assert found.mentions["0.txt#work.0.name"] == found.mentions["1.txt#work.0.name"]
    assert (node.name, node.properties["type"]) == ("Massachusetts Institute of Technology", "University")
    assert node.aliases == ("MIT",)


def test_an_acronym_in_brackets_is_the_full_name() -> None:
    found = at("Swiss Federal Institute of Widgets (Widag)", "Widag", "Swiss Federal Institute of Widgets")
    assert len({node for mention, node in found.mentions.items() if "work" in mention}) == 1


def test_an_acronym_that_fits_two_full_names_is_neither() -> None:
    found = [read(text)[0] for text in ("Utopian Quilt Widget Council", "United Quilt Widget Council", "UQWC")]
    assert list(links(found)) == []
    assert [(link.left, link.right) for link in links(found[1:])] == [("uqwc", "united quilt widget council")]


def test_editions_are_one_venue_and_a_workshop_is_a_part_of_it() -> None:
    venues = ("EuroSys'25", "EuroSys 2021", "Workshop on Tiny Widgets at EuroSys 2022")
    papers = tuple(Publication(name=f"A Long Title Number {i}", publisher=venue) for i, venue in enumerate(venues))
    found = resolve([named("a.txt", "Ada Example", publications=papers)])
    assert [found.mentions[f"a.txt#publications.{i}.publisher"] for i in range(2)] == ["venue/eurosys"] * 2
    workshop = found.mentions["a.txt#publications.2.publisher"]
    assert workshop != "venue/eurosys"
    assert found.part_of == ((workshop, "venue/eurosys"),)


def test_aliases_of_a_technology_are_one_and_lookalikes_are_not() -> None:
    skills = (Skill(keywords=("k8s", "Kubernetes", "C", "C++", "C#")), Skill(name="Rust"))
    found = resolve([named("a.txt", "Ada Example", skills=skills)])
    assert [found.mentions[f"a.txt#skills.0.keywords.{i}"] for i in range(5)] == [
        "technology/kubernetes",
        "technology/kubernetes",
        "technology/c",
        "technology/c++",
        "technology/c#",
    ]
    assert found.mentions["a.txt#skills.1.name"] == "technology/rust"
