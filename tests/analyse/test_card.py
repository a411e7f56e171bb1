"""Finding a person, and what a card says."""

from __future__ import annotations

import pytest

from talentgraph.analyse.card import card, count, find_person
from talentgraph.errors import QueryError
from talentgraph.model import Edge, Node

NODES = [
    Node("document/zoe.txt", ("Document",), {"path": "zoe.txt"}),
    Node("evidence/1", ("Evidence",), {"quote": "Engineer, Acme 2019-2021", "page": 2}),
    Node("organization/acme", ("Organization",), {"name": "Acme"}),
    Node("person/joe-nunez", ("Person",), {"name": "Joe Núñez"}),
    Node("person/zoe-nunez", ("Person",), {"name": "Zoë Núñez", "aliases": ["Z. Nunez"]}),
    Node("position/1", ("Position",), {"title": "Engineer", "startDate": "2019", "endDate": "2021"}),
    Node("position/2", ("Position",), {"title": "Lead", "startDate": "2021", "isCurrent": True}),
]
EDGES = [
    Edge("1", "HELD", "person/zoe-nunez", "position/1"),
    Edge("2", "AT", "position/1", "organization/acme"),
    Edge("3", "SUPPORTS", "evidence/1", "position/1"),
    Edge("4", "FROM_DOCUMENT", "evidence/1", "document/zoe.txt"),
    Edge("5", "HELD", "person/zoe-nunez", "position/2"),
    Edge(
        "6",
        "WORKED_WITH",
        "person/joe-nunez",
        "person/zoe-nunez",
        {"organization": "organization/acme", "overlapMonths": 7},
    ),
    Edge("7", "ADVISED", "person/joe-nunez", "person/zoe-nunez"),
]


@pytest.mark.parametrize("name", ["Zoë Núñez", "zoe nunez", "ZOE", "Z. Nunez", "person/zoe-nunez"])
def test_a_person_is_found(name: str) -> None:
    assert find_person(NODES, name).id == "person/zoe-nunez"


def test_several_people_are_listed() -> None:
    with pytest.raises(QueryError, match="Joe Núñez, Zoë Núñez"):
        find_person(NODES, "Núñez")


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(QueryError, match="did you mean Zoë Núñez"):
        find_person(NODES, "Zoey Nunes")


def test_an_empty_name_is_nobody() -> None:
    with pytest.raises(QueryError, match="no person"):
        find_person(NODES, "  ")


def test_a_card_says_facts_with_quotes() -> None:
    groups = dict(card(NODES[4], NODES, EDGES).groups)
    positions = groups["Positions"]
    assert [fact.text for fact in positions] == ["Lead (2021 to now)", "Engineer, Acme (2019 to 2021)"]
    assert [(quote.text, quote.document, quote.page) for quote in positions[1].quotes] == [
        ("Engineer, Acme 2019-2021", "zoe.txt", 2)
    ]
    assert groups["Worked with"][0].text == "Joe Núñez, Acme (7 months)"
    assert [fact.text for fact in groups["Advised by"]] == ["Joe Núñez"]


def test_symmetric_relationships_show_at_both_ends() -> None:
    groups = dict(card(NODES[3], NODES, EDGES).groups)
    assert groups["Worked with"][0].text == "Zoë Núñez, Acme (7 months)"
    assert [fact.text for fact in groups["Advisor of"]] == ["Zoë Núñez"]


def test_counts() -> None:
    rows = count(NODES, EDGES)
    assert rows[0]["count"] == 2
    assert sum(int(row["count"]) for row in rows if row["kind"] == "relationship") == len(EDGES)
