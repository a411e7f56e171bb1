"""Answers about what facts rest on that can be read off the drawn graph."""

from __future__ import annotations

from queries.cases.trust import DRAWN

from talentgraph import analyse, graph

WHOLE = graph.to_networkx(*DRAWN)


def test_weak_facts_have_no_better_quote() -> None:
    """What has no quote comes first. Another document says more surely what the first says weakly."""
    rows = analyse.weak_facts(WHOLE, person="Ada")
    assert [(row.fact, row.confidence, row.quote) for row in rows] == [
        ("CEO", None, None), ("CFO", None, None), ("CTO", None, None), ("Clerk", None, None), ("Cook", None, None),
        ("Manager", 0.3, "Manager?"),
    ]  # fmt: skip
    assert [row.document for row in analyse.weak_facts(WHOLE, below=70)[-2:]] == ["cvs/a.txt", "cvs/b.txt"]


def test_conflicting_facts() -> None:
    """A year holds its months, so that May 2010 to 2010 is no conflict; Labs is a part of Acme; Law is not Physics."""
    rows = analyse.conflicting_facts(WHOLE)
    assert [(row.kind, row.fact, row.other) for row in rows] == [
        ("ends before it starts", "Clerk", None),
        ("two full-time positions", "CTO", "CEO"),
        ("two full-time positions", "CTO", "CFO"),
        ("two starts", "Engineer", "ENGINEER"),
        ("two titles", "Engineer", "Manager"),
        ("two starts", "BSc", "bsc"),
    ]


def test_facts_by_document_tell_what_would_go() -> None:
    rows = analyse.facts_by_document(WHOLE, document="a.txt")
    assert [(row.kind, row.fact, row.elsewhere) for row in rows] == [
        ("Person", "Ada", 0), ("Position", "ENGINEER", 0), ("Position", "Engineer", 1), ("Position", "Manager", 1),
    ]  # fmt: skip
    assert "ada@example.org" not in str(analyse.facts_by_document(WHOLE, document="b.txt"))


def test_duplicates_come_with_their_reasons() -> None:
    rows = analyse.duplicates(WHOLE)
    assert [(row.kind, row.name, row.other, row.reason) for row in rows] == [
        ("Person", "Ada", "Ada E.", "one given name"), ("Organization", "Acme", "Labs", "spelling"),
    ]  # fmt: skip
