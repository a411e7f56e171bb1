"""Free text search: what a person types is found, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.analyse import find
from talentgraph.analyse.search import kinds_of
from talentgraph.errors import QueryError
from talentgraph.graph import to_networkx
from talentgraph.model import Edge, Node

NODES = [
    Node("person/zoe", ("Person",), {"name": "Zoë Müller-Lüdenscheidt", "aliases": ["Z. Müller"], "headline": "Poet"}),
    Node("person/ana", ("Person",), {"name": "Ana Núñez", "aliases": []}),
    Node("organization/uni", ("Organization",), {"name": "University of Nowhere", "aliases": ["UoN"]}),
    Node("organization/other", ("Organization",), {"name": "University of Elsewhere"}),
    Node("technology/kv-cache", ("Technology",), {"name": "KVCache"}),
    Node("technology/c", ("Technology",), {"name": "C"}),
    Node("technology/c++", ("Technology",), {"name": "C++"}),
    Node("contact/1", ("Contact",), {"name": "secret@example.org", "value": "secret@example.org"}),
    Node("document/a", ("Document",), {"name": "a.txt", "path": "cvs/a.txt"}),
    Node("evidence/1", ("Evidence",), {"name": "a.txt, page 2", "quote": "Tuned the KV cache of a server.", "page": 2}),
    Node("evidence/2", ("Evidence",), {"name": "a.txt, page 1", "quote": "secret@example.org", "page": 1}),
]
EDGES = [
    Edge("1", "SUPPORTS", "evidence/1", "technology/kv-cache"),
    Edge("2", "FROM_DOCUMENT", "evidence/1", "document/a"),
    Edge("3", "SUPPORTS", "evidence/2", "contact/1"),
    Edge("4", "FROM_DOCUMENT", "evidence/2", "document/a"),
]
WEB = to_networkx(NODES, EDGES)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("zoe", "person/zoe"),
        ("LUDENSCHEIDT muller", "person/zoe"),
        ("Mueler Z", "person/zoe"),
        ("nunez ana", "person/ana"),
        ("nowhre univercity", "organization/uni"),
        ("uon", "organization/uni"),
        ("kv cache", "technology/kv-cache"),
        ("kvcache", "technology/kv-cache"),
        ("C", "technology/c"),
        ("c++", "technology/c++"),
        ("poet", "person/zoe"),
    ],
)
def test_the_best_comes_first(text: str, first: str) -> None:
    assert find(WEB, text)[0].id == first


def test_a_sentence_has_its_document_and_page_and_what_it_is_about() -> None:
    (row,) = find(WEB, "server tuned", kinds=["Evidence"])
    assert (row.matched, row.document, row.page, row.name) == (NODES[9].properties["quote"], "cvs/a.txt", 2, "KVCache")


def test_contacts_are_never_found() -> None:
    assert find(WEB, "secret example org") == []


def test_what_is_like_nothing_finds_nothing() -> None:
    assert find(WEB, "") == find(WEB, "?!") == find(WEB, "xylophone") == []


def test_kinds_narrow_and_an_unknown_one_is_refused() -> None:
    assert {row.kind for row in find(WEB, "kv cache", kinds=kinds_of(["technology"]))} == {"Technology"}
    with pytest.raises(QueryError, match="take one of Person"):
        kinds_of(["animal"])


@given(st.permutations(["Zoë", "Müller", "Lüdenscheidt"]), st.text(max_size=3))
def test_the_order_of_words_does_not_matter(words: list[str], noise: str) -> None:
    rows = find(WEB, " ".join(words))
    assert rows == find(WEB, "Zoë Müller Lüdenscheidt")
    assert all(0 < row.score <= 1 for row in find(WEB, noise))
