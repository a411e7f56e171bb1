"""Answers about people that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.people import DRAWN

from talentgraph import analyse, graph
from talentgraph.model import Edge


def test_find_people() -> None:
    asked = {"technologies": ["cpp", "cuda"], "organizations": ["Acme", "Globex, Inc"], "min_organizations": 2}
    found = analyse.find_people(graph.to_networkx(*DRAWN), **asked, venues=["EuroSys"])
    assert found == [analyse.Match("Ada", "person/ada", ["cpp", "cuda"], ["Acme", "Globex, Inc"], 1)]


def test_intro_paths_go_over_people_alone() -> None:
    """Ada and Fay share a university, not time: no chain. Two chains lead to Dan, and k takes the first."""
    whole = graph.to_networkx(*DRAWN)
    assert analyse.intro_paths(whole, person="Ada", other="Fay") == []
    chains = analyse.intro_paths(whole, person="Ada", other="Dan")
    assert [(row.path, row.hop, row.other) for row in chains] == [
        (1, 1, "Ben"), (1, 2, "Cyd"), (1, 3, "Dan"), (2, 1, "Ben"), (2, 2, "Eve"), (2, 3, "Dan"),
    ]  # fmt: skip
    assert chains[0].kinds == ["COAUTHORED_WITH", "WORKED_WITH"]
    assert chains[0].organizations == ["Acme"]


def test_intro_paths_say_why() -> None:
    """Ada's stint at Acme Labs, a part of Acme, and the joint paper are quoted; the weaker of two steps counts."""
    step = analyse.intro_paths(graph.to_networkx(*DRAWN), person="Ada", other="Dan")[0]
    assert step.because == ["joint papers: 1", "worked together at Acme, months: 12"]
    assert step.quotes == ["cvs/ada.txt: Engineer at Acme Labs", "cvs/ben.txt: Ada, Ben. X."]
    assert step.confidence == 0.25


def test_stronger_chains_come_first() -> None:
    """Over Cyd the weakest step is 24, over Eve five months; with 30 months and more advice Eve goes before."""
    nodes, edges = DRAWN
    more = [
        Edge("more/1", "WORKED_WITH", "person/ben", "person/eve", {"organization": "?", "overlapMonths": 30}),
        Edge("more/2", "ADVISED", "person/dan", "person/eve", {"startYear": 2010}),
    ]
    for known, first in ((edges, ["Cyd", "Eve"]), ([*edges, *more], ["Eve", "Cyd"])):
        chains = analyse.intro_paths(graph.to_networkx(nodes, known), person="Ben", other="Dan")
        assert [row.other for row in chains if row.hop == 1] == first


def test_feeders_report_what_has_no_dates() -> None:
    """Ada went from Uni X to Acme Labs; when Ben left is not known, and Fay is there."""
    web = graph.to_networkx(*DRAWN)
    row = analyse.Feeder("Uni X", "organization/uni", "Acme Labs", "organization/acme-labs", 1, 1)
    assert analyse.feeder_universities(web, min_people=1, since=2020) == [row]
    assert analyse.feeder_universities(web, min_people=1, since=2021) == []


def test_evidence_of_shared_technologies_comes_from_the_own_documents() -> None:
    rows = analyse.evidence(graph.to_networkx(*DRAWN), person="Ada")
    assert [(row.kind, row.quote, row.document) for row in rows] == [
        ("IS", "Ada", "cvs/ada.txt"),
        ("HELD", "Engineer at Acme Labs", "cvs/ada.txt"),
        ("LISTS", "C++", "cvs/ada.txt"),
        ("AUTHORED", "Ada, Ben. X.", "cvs/ben.txt"),
        ("IS", "Ada, Ben. X.", "cvs/ben.txt"),
    ]


def test_evidence_stands_once_however_often_it_is_tied_to_its_fact() -> None:
    nodes, edges = DRAWN
    again = [Edge(f"again/{edge.id}", edge.type, edge.source, edge.target) for edge in edges if edge.type == "SUPPORTS"]
    rows = analyse.evidence(graph.to_networkx(nodes, [*edges, *again]), person="Ada")
    assert rows == analyse.evidence(graph.to_networkx(*DRAWN), person="Ada")


def test_colleagues_at_one_place() -> None:
    web = graph.to_networkx(*DRAWN)
    assert [row.colleague for row in analyse.colleagues(web, person="Ben")] == ["Ada", "Cyd", "Eve"]
    assert [row.colleague for row in analyse.colleagues(web, person="Ben", organization="Uni X")] == ["Eve"]
    assert analyse.colleagues(web, person="Ben", organization="Nowhere") == []
