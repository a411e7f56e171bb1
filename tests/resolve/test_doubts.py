"""Doubts between mentions become pairs of nodes, and these the SAME_AS edges of the graph."""

from __future__ import annotations

from dataclasses import replace

from factory import named, people

from talentgraph import graph
from talentgraph.identity import Decision, Likely, Reason
from talentgraph.model import Work
from talentgraph.resolve import resolve
from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Comparison, Doubt, Lines
from talentgraph.resolve.decisions import Ruling
from talentgraph.resolve.doubts import likely
from talentgraph.resolve.mentions import Mention
from talentgraph.schema import RELATIONSHIPS

WEAK = Comparison(0.4, (Reason("name", "initials fit", 1.5),))
STRONG = Comparison(0.8, (Reason("name", "one letter is other", 6.0), Reason("place", "other towns", -1.0)))
IDS = {"a": "venue/a", "b": "venue/b", "c": "venue/b", "d": "venue/d"}


def doubting(*doubts: Doubt) -> Clusters:
    clusters = Clusters([Mention(id=name, kind="venue", text=name, path="x") for name in IDS])
    clusters.doubts += doubts
    return clusters


def test_the_strongest_doubt_stands_for_two_nodes() -> None:
    found = likely([doubting(Doubt("c", "a", WEAK), Doubt("a", "b", STRONG))], IDS, [])
    assert found == (Likely("venue/a", "venue/b", 0.8, STRONG.reasons),)
    assert found[0].says == "one letter is other; other towns"


def test_what_is_one_or_decided_is_no_doubt() -> None:
    clusters = doubting(Doubt("b", "c", STRONG), Doubt("a", "d", STRONG))
    apart = Ruling(False, frozenset("a"), frozenset("d"), (), "decided")
    assert likely([clusters], IDS, [apart]) == ()


def test_two_nodes_that_are_probably_one_have_an_edge() -> None:
    pairs = (
        Likely("person/ada-example", "person/ben-sample", 0.8123, STRONG.reasons),
        Likely("person/ada-example", "person/cho-third", 0.4, WEAK.reasons),
    )
    found = replace(resolve(people()), likely=pairs)
    _, edges = graph.rows(people(), found)
    (edge,) = [edge for edge in edges if edge.type == "SAME_AS"]
    assert (edge.source, edge.target) == ("person/ada-example", "person/ben-sample")
    assert edge.properties == {
        "probability": 0.812,
        "reason": "one letter is other; other towns",
        "derived": True,
    }
    assert set(edge.properties) <= {*RELATIONSHIPS["SAME_AS"].properties, "derived"}


def test_a_decision_that_two_are_one_leaves_no_doubt() -> None:
    same = Decision(verdict="same", left="person/ada-example", right="person/ben-sample")
    assert not resolve(people(), [same]).likely


def test_what_keeps_two_apart_has_words() -> None:
    owner, other = (Mention(id=i, kind="person", text="A", path=i, role="owner", orcid=i) for i in "xy")
    author = Mention(id="p.0", kind="person", text="A", path="x", role="author", line="p")
    beside = replace(author, id="p.1")
    clusters = Clusters([owner, other, author, beside], [(["x"], ["p.0"])])
    assert clusters.against("x", "y") == "they have two ORCIDs"
    assert clusters.against("p.0", "p.1") == "both are authors of one paper"
    assert clusters.against("x", "p.0") == "decided"
    assert clusters.against("y", "p.0") == ""
    assert clusters.join("y", "p.0", WEAK)
    assert clusters.joins == [("y", "p.0", WEAK)]
    assert clusters.of["y"].reasons == {"initials fit"}


def test_a_lower_line_merges_what_was_likely() -> None:
    profiles = [named(f"{place}.txt", "Mara Ellery", work=(Work(name=place),)) for place in ("Globex", "Hooli")]
    (pair,) = resolve(profiles).likely
    assert 0.75 <= pair.probability < 0.95
    assert {node for node in resolve(profiles, lines=Lines(same=0.75)).nodes if node.startswith("person/")} == {
        pair.left
    }
