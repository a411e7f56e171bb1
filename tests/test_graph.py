from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from factory import people, write
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph import graph, schema
from talentgraph.model import Decision, Edge, Node, Profile
from talentgraph.resolve import resolve
from talentgraph.values.contacts import find_contacts

Rows = tuple[list[Node], list[Edge]]


def build(profiles: list[Profile]) -> Rows:
    return graph.rows(profiles, resolve(profiles))


@pytest.fixture(scope="module")
def rows() -> Rows:
    return build(people())


def between(rows: Rows, kind: str) -> dict[tuple[str, str], dict[str, object]]:
    return {(edge.source, edge.target): dict(edge.properties) for edge in rows[1] if edge.type == kind}


def node(rows: Rows, node_id: str) -> Node:
    return next(node for node in rows[0] if node.id == node_id)


def test_rows_keep_to_the_schema(rows: Rows) -> None:
    labels = {node.id: node.labels for node in rows[0]}
    for item in rows[0]:
        allowed = {*schema.COMMON, *(name for label in item.labels for name in schema.LABELS[label].properties)}
        assert set(item.properties) <= allowed - {"id"}, item
        assert item.properties["name"], item
        assert [schema.LABELS[label].parent for label in item.labels[1:]] == list(item.labels[:-1]), item
    for edge in rows[1]:
        kind = schema.RELATIONSHIPS[edge.type]
        assert set(edge.properties) <= {*kind.properties, *(("derived",) if kind.derived else ())}, edge
        assert edge.properties.get("derived", False) == kind.derived, edge
        assert set(labels[edge.source]) & set(kind.sources), edge
        assert set(labels[edge.target]) & set(kind.targets), edge


def test_properties_are_scalars_or_lists_of_one_type_and_never_unknown(rows: Rows) -> None:
    for item in (*rows[0], *rows[1]):
        for name, value in item.properties.items():
            items = value if isinstance(value, list) else [value]
            assert len({type(one) for one in items}) == 1, (item.id, name, value)
            assert all(isinstance(one, str | int | float | bool) and one != "" for one in items), (item.id, name)


def test_ids_are_unique_sorted_and_readable(rows: Rows) -> None:
    for items in rows:
        ids = [item.id for item in items]
        assert ids == sorted(set(ids))
    assert "position/ada-example/acme-labs/senior-engineer/2021-03" in {node.id for node in rows[0]}
    assert {"person/ada-example", "technology/c++", "venue/osdi", "document/cvs/ben.txt"} <= {n.id for n in rows[0]}


def test_all_facts_have_evidence_that_quotes_the_text(rows: Rows) -> None:
    texts = {f"document/{profile.source.path}": profile.text for profile in people()}
    document = {edge.source: edge.target for edge in rows[1] if edge.type == "FROM_DOCUMENT"}
    supported = {edge.target for edge in rows[1] if edge.type == "SUPPORTS"}
    for item in rows[0]:
        if item.labels[0] == "Evidence":
            start, end = item.properties["charStart"], item.properties["charEnd"]
            assert texts[document[item.id]][start:end] == item.properties["quote"] != ""
            marks = item.properties["marks"]
            assert marks
            assert all(0 <= a < b <= end - start for a, b in zip(marks[::2], marks[1::2], strict=True))
        elif item.labels[0] != "Document":
            assert item.id in supported, item.id


def test_a_quote_is_the_whole_lines_that_say_it(rows: Rows) -> None:
    supports = [
        e.source
        for e in rows[1]
        if e.type == "SUPPORTS" and e.target == "position/ben-sample/acme-labs/engineer/2020-06"
    ]
    (evidence,) = [node(rows, source) for source in supports]
    assert evidence.properties["quote"] == "Engineer, ACME LABS, Inc., Jun 2020 to May 2021"
    assert (evidence.properties["section"], evidence.properties["page"]) == ("work", 1)
    technology = [e.source for e in rows[1] if e.type == "SUPPORTS" and e.target == "technology/kubernetes"]
    assert [node(rows, source).properties["quote"] for source in technology] == ["C++17, Kubernetes"]


def test_contact_details_stand_in_contact_nodes_only(rows: Rows) -> None:
    hidden = {node.id for node in rows[0]} - {node.id for node in graph.without_contacts(*rows)[0]}
    assert {node.labels[0] for node in rows[0] if node.id in hidden} == {"Contact", "Evidence"}
    assert {node.properties["value"] for node in rows[0] if node.labels[0] == "Contact"} == {
        "ada@example.org",
        "ben@example.net",
        "+49 30 555 0101",
    }
    for item in (*graph.without_contacts(*rows)[0], *graph.without_contacts(*rows)[1]):
        for text in (item.id, *(v for v in item.properties.values() if isinstance(v, str))):
            assert not [found for found in find_contacts(text) if found[1] in ("email", "phone")], text


def test_without_contacts_leaves_no_loose_ends(rows: Rows) -> None:
    nodes, edges = graph.without_contacts(*rows)
    ids = {node.id for node in nodes}
    assert all(edge.source in ids and edge.target in ids for edge in edges)
    assert "person/ada-example" in {edge.target for edge in edges if edge.type == "SUPPORTS"}
    assert not [edge for edge in edges if edge.type == "REACHED_AT"]


def test_a_value_that_holds_a_contact_detail_is_quoted_without_it() -> None:
    rows = build(
        [write("x.txt", "basics: [name=Ada Example]\nwork: [name=Acme] [position=Engineer ada@example.org here]")]
    )
    quotes = [n.properties["quote"] for n in rows[0] if n.labels[0] == "Evidence"]
    assert {"Acme", "Engineer", "here"} <= set(quotes)
    assert not [quote for quote in quotes if "@" in quote]


def test_spans_outside_the_text_are_left_out() -> None:
    profile = people()[0]
    rows = build([replace(profile, text=profile.text[:40])])
    assert all(n.properties["charEnd"] <= 40 for n in rows[0] if n.labels[0] == "Evidence")


def test_people_who_worked_at_one_place_at_the_same_time(rows: Rows) -> None:
    # June to December 2020 in one role, March 2021 in another: the latest month that Ada's document states
    assert between(rows, "WORKED_WITH") == {
        ("person/ada-example", "person/ben-sample"): {
            "derived": True,
            "organization": "organization/acme-labs",
            "overlapMonths": 8,
        }
    }
    # a year alone counts for as little as it can: 2014 – 2018 is certain to reach January 2018 only
    assert between(rows, "STUDIED_WITH") == {
        ("person/ada-example", "person/ben-sample"): {
            "derived": True,
            "organization": "organization/university-of-example",
            "overlapMonths": 16,
        },
        ("person/ada-example", "person/cho-third"): {
            "derived": True,
            "organization": "organization/university-of-example",
            "overlapMonths": 5,
        },
        ("person/ben-sample", "person/cho-third"): {
            "derived": True,
            "organization": "organization/university-of-example",
            "overlapMonths": 13,
        },
    }


def test_unknown_dates_are_no_overlap() -> None:
    open_ended = "basics: [name={}]\nwork: [name=Globex], [position=Engineer], [start_date=2019-01]"
    rows = build([write("a.txt", open_ended.format("Ada Example")), write("b.txt", open_ended.format("Ben Sample"))])
    assert between(rows, "WORKED_WITH") == {}
    assert between(rows, "WORKED_AT")["person/ada-example", "organization/globex"] == {
        "derived": True,
        "firstYear": 2019,
    }


def test_people_of_two_units_worked_together_at_the_whole() -> None:
    dated = "basics: [name={}]\nwork: [name={}], [position=Engineer], [start_date=2019-01] – [end_date=2019-12]"
    rows = build(
        [
            write("a.txt", dated.format("Ada Example", "Amazon Web Services")),
            write("b.txt", dated.format("Ben Sample", "AWS, Annapurna Labs")),
        ]
    )
    assert ("organization/annapurna-labs", "organization/amazon-web-services") in between(rows, "PART_OF")
    (pair,) = between(rows, "WORKED_WITH").values()
    assert pair["organization"] == "organization/amazon-web-services"
    assert ("person/ben-sample", "organization/amazon-web-services") in between(rows, "WORKED_AT")


def test_steps_lead_from_study_to_work_and_on() -> None:
    """The internship is no step, and the last study before a position is what led to it."""
    study = "education: [institution=Uni {}], [study_type=BSc], [start_date={}] – [end_date={}]"
    work = "work: [name={}], [position={}], [start_date={}] – [end_date={}]"
    text = [
        "basics: [name=Ada Example]",
        study.format("One", "2010", "2013-06"),
        study.format("Two", "2013-09", "2015-07"),
        work.format("Acme", "Intern", "2015-08", "2015-09"),
        work.format("Acme", "Engineer", "2015-10", "2018"),
        work.format("Globex", "Engineer", "2018-02", "2020"),
    ]
    steps = between(build([write("a.txt", "\n".join(text))]), "FOLLOWED_BY")
    assert [(one.split("/")[2], other.split("/")[2]) for one, other in sorted(steps)] == [
        ("uni-two", "acme"),
        ("acme", "globex"),
    ]


def test_skills_count_months_once(rows: Rows) -> None:
    # January 2019 to December 2020, and March 2021 to itself, the latest date that her document states
    skills = between(rows, "SKILLED_IN")
    assert skills["person/ada-example", "technology/c++"] == {
        "derived": True,
        "months": 25,
        "lastUsed": 2021,
        "stated": True,
    }
    assert skills["person/ada-example", "technology/ceph"]["stated"] is False
    assert skills["person/ada-example", "technology/python"] == {"derived": True, "stated": True}
    assert skills["person/ben-sample", "technology/c++"] == {"derived": True, "stated": True}


def test_papers_are_one_whatever_their_case_and_authors_keep_their_places(rows: Rows) -> None:
    papers = [node.properties["title"] for node in rows[0] if node.labels[0] == "Publication"]
    assert sum("store" in title.casefold() for title in papers) == 1
    authored = between(rows, "AUTHORED")
    paper = "publication/a-very-small-store-for-large-things"
    assert {p: authored[p, paper] for p, target in authored if target == paper} == {
        "person/ada-example": {"position": 1},
        "person/ben-sample": {"position": 2},
        "person/cho-third": {"position": 3},
    }
    assert between(rows, "COAUTHORED_WITH")["person/ada-example", "person/ben-sample"] == {
        "derived": True,
        "count": 1,
        "firstYear": 2020,
        "lastYear": 2020,
    }


def test_an_advisor_is_the_person_of_another_document(rows: Rows) -> None:
    assert between(rows, "ADVISED") == {
        ("person/grace-teacher", "person/ada-example"): {"startYear": 2014, "endYear": 2018},
        ("person/grace-teacher", "person/cho-third"): {"startYear": 2017, "endYear": 2021},
    }
    assert node(rows, "person/grace-teacher").properties["hasProfile"] is True
    assert node(rows, "person/dan-q-outside").properties["hasProfile"] is False


def test_the_year_of_a_venue_stands_on_the_paper(rows: Rows) -> None:
    assert node(rows, "venue/eurosys").properties["name"] == "EuroSys"
    assert node(rows, "publication/counting-sheep-in-parallel").properties["year"] == 2022


def test_a_stint_that_two_documents_state_is_one_node_with_two_quotes() -> None:
    ada = people()[0]
    later = write(
        "later.txt",
        "basics: [name=Ada Example] [email=ada@example.org]\n"
        "work: [position=Senior Engineer], [name=Acme Labs Inc.], [start_date=2021-03] – [end_date=2023-02]",
    )
    rows = build([ada, later])
    stint = node(rows, "position/ada-example/acme-labs/senior-engineer/2021-03")
    assert (stint.properties["endDate"], stint.properties["isCurrent"]) == ("2023-02", False)
    quoted = [edge.source for edge in rows[1] if edge.type == "SUPPORTS" and edge.target == stint.id]
    assert {source.split("/")[1] for source in quoted} == {"ada.txt", "later.txt"}
    assert Counter(edge.type for edge in rows[1])["HELD"] == 2


def test_a_profile_without_text_and_a_nameless_one_make_rows_too() -> None:
    profile = replace(people()[0], text="")
    assert not [n for n in build([profile])[0] if n.labels[0] == "Evidence"]
    nameless = write("cv 7.txt", "basics: nothing")
    assert [n.id for n in build([nameless])[0]] == ["document/cv 7.txt", "person/cv-7"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(4)))
def test_rows_do_not_depend_on_the_order_of_the_documents(order: list[int]) -> None:
    everyone = people()
    assert build([everyone[number] for number in order]) == build(everyone)


def test_networkx_and_back(rows: Rows) -> None:
    made = graph.to_networkx(*rows)
    assert graph.from_networkx(made) == rows
    assert made.nodes["person/ada-example"]["labels"] == ("Person",)
    assert made.number_of_edges() == len(rows[1])


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5)
values = st.one_of(names, st.integers(), st.booleans(), st.lists(names, max_size=3))
properties = st.dictionaries(names.filter(lambda name: name not in ("labels", "type")), values, max_size=4)


@st.composite
def any_rows(draw: st.DrawFn) -> Rows:
    ids = draw(st.lists(names, unique=True, max_size=5))
    nodes = [Node(i, tuple(draw(st.lists(names, min_size=1, max_size=2))), draw(properties)) for i in ids]
    keys = draw(st.lists(names, unique=True, max_size=6)) if ids else []
    ends = st.sampled_from(ids) if ids else st.nothing()
    edges = [Edge(key, draw(names), draw(ends), draw(ends), draw(properties)) for key in keys]
    return sorted(nodes, key=lambda node: node.id), sorted(edges, key=lambda edge: edge.id)


@given(any_rows())
def test_networkx_and_back_for_any_rows(rows: Rows) -> None:
    assert graph.from_networkx(graph.to_networkx(*rows)) == rows


def test_a_merge_that_was_decided_shows_in_the_rows() -> None:
    profiles = people()
    same = Decision(verdict="same", left="person/cho-third", right="person/ben-sample", by="tester")
    nodes, _ = graph.rows(profiles, resolve(profiles, [same]))
    kept = [n for n in nodes if n.id in ("person/cho-third", "person/ben-sample")]
    assert len(kept) == 1


def test_present_lasts_until_the_date_of_its_own_document() -> None:
    def current(path: str, **source: str) -> Profile:
        profile = write(
            path, "basics: [name=Ada Example]\nwork: [name=Acme Labs], [start_date=2020] – [current=now|yes]"
        )
        return replace(profile, source=replace(profile.source, **source))

    other = write("b.txt", "basics: [name=Ben Sample]\nwork: [name=Beta Corp], [start_date=2021] – [end_date=2029]")
    for profile, until in (
        (current("a.txt"), "2020"),
        (current("a.txt", last_modified="2023-05-01T10:00:00Z"), "2023-05-01"),
        (current("a.txt", dated="2024-03"), "2024-03"),
        (current("a.txt", dated="2020"), "2020"),
        (current("a.txt", dated="2000-01-01"), "2020"),  # of a template: what it calls present began later
    ):
        nodes, _ = graph.rows([profile, other], resolve([profile, other]))
        (position,) = [node for node in nodes if node.properties.get("isCurrent")]
        assert position.properties["currentAsOf"] == until


def test_what_is_still_to_begin_says_nothing_against_the_date_of_a_document() -> None:
    def as_of(start: str) -> str | None:
        profile = write(
            "a.txt",
            "basics: [name=Ada Example]\n"
            "work: [name=Acme Labs], [start_date=2020] – [current=now|yes]\n"
            f"work: [name=Beta Corp], [start_date={start}] – [end_date=2031]",
        )
        profile = replace(profile, source=replace(profile.source, dated="2024-03-05"))
        nodes, _ = graph.rows([profile], resolve([profile]))
        return next(node.properties["currentAsOf"] for node in nodes if node.properties.get("isCurrent"))  # type: ignore[return-value]

    assert as_of("2025-06") == "2024-03-05"
    assert as_of("2026-06") == "2031"
