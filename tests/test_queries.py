"""The questions: their headers, their parameters, and one answer whoever is asked."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentgraph import analyse, graph, queries
from talentgraph.errors import QueryError
from talentgraph.model import Edge, Node
from talentgraph.stores import Store, load


def person(name: str, *aliases: str) -> Node:
    return Node(f"person/{name.lower()}", ("Person",), {"name": name, "aliases": list(aliases)})


def evidence(place: str, start: int, quote: str, **values: Any) -> Node:
    properties = {"quote": quote, "page": 1, "charStart": start, "charEnd": start + len(quote), **values}
    return Node(f"evidence/{place}/{start}-{start + len(quote)}", ("Evidence",), properties)


NODES = [
    *(person(name) for name in ("Ben", "Cyd", "Dan", "Eve", "Fay")),
    person("Ada", "A. Example", "Ada of Example"),
    Node("organization/acme", ("Organization", "Company"), {"name": "Acme", "aliases": ["ACME Inc"]}),
    Node("organization/acme-labs", ("Organization",), {"name": "Acme Labs"}),
    Node("organization/globex", ("Organization",), {"name": "Globex, Inc", "aliases": []}),
    Node("organization/uni", ("Organization", "University"), {"name": "Uni X"}),
    Node("position/ada/1", ("Position",), {"name": "Engineer, Acme Labs", "startDate": "2020"}),
    Node("position/ada/2", ("Position",), {"name": "Intern, Globex"}),
    Node("position/ben/1", ("Position",), {"name": "Engineer, Acme"}),
    Node("education/ada/1", ("Education",), {"name": "PhD, Uni X"}),
    Node("technology/c++", ("Technology",), {"name": "C++", "aliases": ["cpp"]}),
    Node("technology/cuda", ("Technology",), {"name": "CUDA", "aliases": []}),
    Node("venue/eurosys", ("Venue",), {"name": "EuroSys", "aliases": ["European Systems"]}),
    Node("venue/osdi", ("Venue",), {"name": "OSDI", "aliases": []}),
    Node("publication/x", ("Publication",), {"name": "X", "title": "X", "year": 2020}),
    Node("publication/y", ("Publication",), {"name": "Y", "title": "Y"}),
    Node("document/a", ("Document",), {"name": "ada.txt", "path": "cvs/ada.txt"}),
    Node("document/b", ("Document",), {"name": "ben.txt", "path": "cvs/ben.txt"}),
    evidence("a/basics", 0, "Ada", confidence=0.9, section="head"),
    evidence("a/work.0", 9, "Engineer at Acme Labs", confidence=0.5, section="work"),
    evidence("a/skills.0", 50, "C++", section="skills"),
    evidence("b/basics", 0, "Ben", section="head"),
    evidence("b/skills.0", 50, "I love C++", section="skills"),
    evidence("b/publications.0", 90, "Ada, Ben. X.", confidence=0.25),
]
ROWS = [
    ("HELD", "person/ada", "position/ada/1", {}),
    ("HELD", "person/ada", "position/ada/2", {}),
    ("HELD", "person/ben", "position/ben/1", {}),
    ("AT", "position/ada/1", "organization/acme-labs", {}),
    ("AT", "position/ada/2", "organization/globex", {}),
    ("AT", "position/ben/1", "organization/acme", {}),
    ("PART_OF", "organization/acme-labs", "organization/acme", {}),
    ("STUDIED", "person/ada", "education/ada/1", {}),
    ("AT", "education/ada/1", "organization/uni", {}),
    ("LISTS", "person/ada", "technology/c++", {}),
    ("LISTS", "person/ben", "technology/c++", {}),
    ("USED", "position/ada/1", "technology/cuda", {}),
    ("SKILLED_IN", "person/ada", "technology/c++", {"months": 3, "stated": True}),
    ("SKILLED_IN", "person/ben", "technology/c++", {"stated": True}),
    ("SKILLED_IN", "person/cyd", "technology/c++", {"months": 30, "lastUsed": 2021, "stated": False}),
    ("SKILLED_IN", "person/dan", "technology/c++", {"lastUsed": 2019}),
    ("AUTHORED", "person/ada", "publication/x", {"position": 1}),
    ("AUTHORED", "person/ben", "publication/x", {"position": 2}),
    ("AUTHORED", "person/ada", "publication/y", {}),
    ("PUBLISHED_IN", "publication/x", "venue/eurosys", {}),
    ("PUBLISHED_IN", "publication/y", "venue/osdi", {}),
    ("COAUTHORED_WITH", "person/ada", "person/ben", {"count": 1}),
    ("WORKED_WITH", "person/ada", "person/ben", {"organization": "organization/acme", "overlapMonths": 12}),
    ("WORKED_WITH", "person/ben", "person/cyd", {"organization": "organization/acme", "overlapMonths": 5}),
    ("STUDIED_WITH", "person/ben", "person/eve", {"organization": "organization/uni", "overlapMonths": 5}),
    ("ADVISED", "person/cyd", "person/ben", {}),
    ("ADVISED", "person/dan", "person/cyd", {}),
    ("ADVISED", "person/dan", "person/eve", {}),
    ("STUDIED_AT", "person/ada", "organization/uni", {"firstYear": 2010}),
    ("STUDIED_AT", "person/ben", "organization/uni", {}),
    ("STUDIED_AT", "person/fay", "organization/uni", {"lastYear": 2015}),
    ("WORKED_AT", "person/ada", "organization/acme", {"firstYear": 2020}),
    ("WORKED_AT", "person/ada", "organization/uni", {"firstYear": 2020}),
    ("WORKED_AT", "person/ben", "organization/acme", {}),
    ("WORKED_AT", "person/fay", "organization/acme", {"firstYear": 1999}),  # before the studies
    ("SUPPORTS", "evidence/a/basics/0-3", "person/ada", {}),
    ("SUPPORTS", "evidence/a/work.0/9-30", "position/ada/1", {}),
    ("SUPPORTS", "evidence/a/skills.0/50-53", "technology/c++", {}),
    ("SUPPORTS", "evidence/b/basics/0-3", "person/ben", {}),
    ("SUPPORTS", "evidence/b/skills.0/50-60", "technology/c++", {}),
    ("SUPPORTS", "evidence/b/publications.0/90-102", "publication/x", {}),
    ("SUPPORTS", "evidence/b/publications.0/90-102", "person/ada", {}),
    *(("FROM_DOCUMENT", node.id, f"document/{node.id[9]}", {}) for node in NODES if node.id.startswith("evidence/")),
]
EDGES = [Edge(f"edge/{number:02}", *row) for number, row in enumerate(ROWS)]

ASKED: list[tuple[str, dict[str, Any]]] = [
    ("find_people", {}),
    ("find_people", {"technologies": ["CPP", "technology/cuda"], "venues": ["european systems", "OSDI"]}),
    ("find_people", {"organizations": ["acme inc", "Globex, Inc"], "min_organizations": 2}),
    ("find_people", {"organizations": ["Acme", "Nowhere"]}),
    ("find_people", {"technologies": ["Fortran"]}),
    ("intro_paths", {"person": "a. example", "other": "DAN"}),
    ("intro_paths", {"person": "Ada", "other": "Dan", "k": 1}),
    ("intro_paths", {"person": "Ada", "other": "Dan", "max_hops": 2}),
    ("intro_paths", {"person": "Ada", "other": "Fay"}),
    ("intro_paths", {"person": "Ada", "other": "Ada"}),
    ("colleagues", {"person": "Ben"}),
    ("colleagues", {"person": "Ben", "min_months": 6}),
    ("colleagues", {"person": "Nobody"}),
    ("experts", {"technology": "cpp"}),
    ("experts", {"technology": "C++", "min_months": 12}),
    ("feeder_universities", {}),
    ("feeder_universities", {"min_people": 1}),
    ("evidence", {"person": "Ada"}),
    ("evidence", {"person": "person/ben"}),
]


def by_networkx(nodes: list[Node], edges: list[Edge], name: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    found = getattr(analyse, name)(graph.to_networkx(nodes, edges), **parameters)
    return analyse.as_dicts(found)


def test_every_store_and_networkx_give_the_same_rows(empty_store: Store) -> None:
    load(empty_store, NODES, EDGES)
    for name, parameters in ASKED:
        expected = by_networkx(NODES, EDGES, name, parameters)
        found = queries.ask(empty_store, name, **parameters)
        assert found == expected, (name, parameters)
        assert [list(row) for row in found] == [list(queries.get(name).columns)] * len(found)


def test_find_people() -> None:
    asked = {"technologies": ["cpp", "cuda"], "organizations": ["Acme", "Globex, Inc"], "min_organizations": 2}
    found = analyse.find_people(graph.to_networkx(NODES, EDGES), **asked, venues=["EuroSys"])
    assert found == [analyse.Match("Ada", "person/ada", ["cpp", "cuda"], ["Acme", "Globex, Inc"], 1)]


def test_intro_paths_go_over_people_alone() -> None:
    """Ada and Fay share a university, not time: no chain. Two chains lead to Dan, and k takes the first."""
    whole = graph.to_networkx(NODES, EDGES)
    assert analyse.intro_paths(whole, person="Ada", other="Fay") == []
    chains = analyse.intro_paths(whole, person="Ada", other="Dan")
    assert [(row.path, row.hop, row.other) for row in chains] == [
        (1, 1, "Ben"), (1, 2, "Cyd"), (1, 3, "Dan"), (2, 1, "Ben"), (2, 2, "Eve"), (2, 3, "Dan"),
    ]  # fmt: skip
    assert chains[0].kinds == ["COAUTHORED_WITH", "WORKED_WITH"]
    assert chains[0].organizations == ["Acme"]


def test_feeders_report_what_has_no_years() -> None:
    rows = analyse.feeder_universities(graph.to_networkx(NODES, EDGES), min_people=1)
    assert rows == [analyse.Feeder("Uni X", "organization/uni", "Acme", "organization/acme", 2, 1)]


def test_evidence_of_shared_technologies_comes_from_the_own_documents() -> None:
    rows = analyse.evidence(graph.to_networkx(NODES, EDGES), person="Ada")
    assert [(row.kind, row.quote, row.document) for row in rows] == [
        ("IS", "Ada", "cvs/ada.txt"),
        ("HELD", "Engineer at Acme Labs", "cvs/ada.txt"),
        ("LISTS", "C++", "cvs/ada.txt"),
        ("AUTHORED", "Ada, Ben. X.", "cvs/ben.txt"),
        ("IS", "Ada, Ben. X.", "cvs/ben.txt"),
    ]


PEOPLE = [f"person/{letter}" for letter in "abcde"]
PLACES = [f"organization/{number}" for number in range(3)]
PAPERS = [f"publication/{number}" for number in range(3)]
YEARS = st.dictionaries(st.sampled_from(["firstYear", "lastYear"]), st.integers(2000, 2003))
SHARED = st.fixed_dictionaries({"organization": st.sampled_from(PLACES), "overlapMonths": st.integers(1, 3)})


def edge_rows(kind: str, sources: list[str], targets: list[str], values: Any = None) -> st.SearchStrategy[Any]:
    values = st.just({}) if values is None else values
    ends = st.sampled_from([pair for pair in product(sources, targets) if pair[0] != pair[1]])
    return st.tuples(st.just(kind), ends, values)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Edge]]:
    """Small graphs in which names clash in capitals, and every relationship of the questions occurs."""
    names = st.sampled_from(["Ada", "ada", "Ben", "Émile", "Zoë 🚀"])
    nodes = [
        Node(one, ("Person",), {"name": draw(names), "aliases": draw(st.lists(names, max_size=1))}) for one in PEOPLE
    ]
    nodes += [Node(one, ("Organization",), {"name": draw(names), "aliases": []}) for one in PLACES]
    nodes += [Node(one, ("Publication",), {"name": one}) for one in PAPERS]
    tools, venues = ["technology/0", "technology/1"], ["venue/0", "venue/1"]
    nodes += [Node(one, ("Technology",), {"name": draw(names), "aliases": []}) for one in tools]
    nodes += [Node(one, ("Venue",), {"name": draw(names)}) for one in venues]
    stints = [f"position/{person[-1]}" for person in PEOPLE]
    nodes += [Node(one, ("Position",), {"name": one}) for one in stints]
    quotes = ["evidence/a/basics/0", "evidence/a/work.0/1", "evidence/b/skills.0/0"]
    nodes += [Node(one, ("Evidence",), {"quote": one, "page": 1, "charStart": 1}) for one in quotes]
    nodes += [Node(f"document/{letter}", ("Document",), {"path": f"{letter}.txt"}) for letter in "ab"]
    skill = st.dictionaries(st.sampled_from(["months", "lastUsed"]), st.integers(1, 4))
    rows = draw(
        st.lists(
            st.one_of(
                edge_rows("WORKED_WITH", PEOPLE, PEOPLE, SHARED),
                edge_rows("STUDIED_WITH", PEOPLE, PEOPLE, SHARED),
                edge_rows("COAUTHORED_WITH", PEOPLE, PEOPLE),
                edge_rows("ADVISED", PEOPLE, PEOPLE),
                edge_rows("AUTHORED", PEOPLE, PAPERS),
                edge_rows("PUBLISHED_IN", PAPERS, venues),
                edge_rows("LISTS", PEOPLE, tools),
                edge_rows("SKILLED_IN", PEOPLE, tools, skill),
                edge_rows("USED", stints, tools),
                edge_rows("HELD", PEOPLE, stints),
                edge_rows("AT", stints, PLACES),
                edge_rows("PART_OF", PLACES, PLACES),
                edge_rows("STUDIED_AT", PEOPLE, PLACES, YEARS),
                edge_rows("WORKED_AT", PEOPLE, PLACES, YEARS),
                edge_rows("SUPPORTS", quotes, [*PEOPLE, *stints, *tools]),
            ),
            min_size=10,
            max_size=50,
        )
    )
    edges = [Edge(f"edge/{number}", kind, *ends, values) for number, (kind, ends, values) in enumerate(rows)]
    edges += [Edge(f"from/{quote}", "FROM_DOCUMENT", quote, f"document/{quote[9]}") for quote in quotes]
    return nodes, edges


REPEATABLE = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("empty_store", ["embedded"], indirect=True)
@settings(REPEATABLE, max_examples=15)
@given(rows=graphs())
def test_the_same_rows_on_any_graph(empty_store: Store, rows: tuple[list[Node], list[Edge]]) -> None:
    _same_rows(empty_store, rows)


@pytest.mark.neo4j
@pytest.mark.parametrize("empty_store", ["neo4j"], indirect=True)
@settings(REPEATABLE, max_examples=4)  # it plans its statements anew for every graph
@given(rows=graphs())
def test_the_same_rows_on_any_graph_in_neo4j(empty_store: Store, rows: tuple[list[Node], list[Edge]]) -> None:
    _same_rows(empty_store, rows)


def _same_rows(empty_store: Store, rows: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = rows
    empty_store.run("MATCH (n) DETACH DELETE n", write=True)
    load(empty_store, nodes, edges)
    asked: list[tuple[str, dict[str, Any]]] = [
        ("find_people", {"technologies": ["ada"], "organizations": ["Ben", "ada"], "venues": []}),
        ("find_people", {"organizations": ["ADA", "ben", "émile"], "min_organizations": 2, "venues": ["ada"]}),
        ("intro_paths", {"person": "ADA", "other": "ben", "k": 3}),
        ("intro_paths", {"person": "person/a", "other": "person/e", "k": 9}),
        ("colleagues", {"person": "ada"}),
        ("experts", {"technology": "Ada"}),
        ("feeder_universities", {"min_people": 1}),
        ("evidence", {"person": "ada"}),
    ]
    for name, parameters in asked:
        found = queries.ask(empty_store, name, **parameters)
        assert found == by_networkx(nodes, edges, name, parameters), (name, parameters)


@pytest.mark.parametrize("name", queries.names())
def test_headers_say_all_that_a_statement_takes(name: str) -> None:
    import re

    query = queries.get(name)
    statement = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", statement)) == {parameter.name for parameter in query.parameters}
    assert query.title
    assert query.description
    assert queries.values(query, {parameter.name: parameter.example for parameter in query.parameters})
    assert json.dumps(query.parameters[0].example)
    assert hasattr(analyse, name)


def test_the_examples_of_headers_can_be_asked(empty_store: Store) -> None:
    for name in queries.names():
        examples = {parameter.name: parameter.example for parameter in queries.get(name).parameters}
        assert queries.ask(empty_store, name, **examples) == []


def test_parameters_as_a_command_line_gives_them() -> None:
    given = {"technologies": 'vLLM, "AWS, Annapurna Labs" ,C++', "min_organizations": "2", "venues": ""}
    assert queries.values(queries.get("find_people"), given) == {
        "technologies": ["vLLM", "AWS, Annapurna Labs", "C++"],
        "organizations": [],
        "min_organizations": 2,
        "venues": [],
    }
    assert queries.values(queries.get("colleagues"), {"person": 42})["person"] == "42"


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("intro_path", {}, "did you mean intro_paths"),
        ("weather", {}, "there are: "),
        ("../pyproject", {}, "no question"),
        ("experts", {"tehcnology": "C++"}, "did you mean technology"),
        ("experts", {}, "technology is missing"),
        ("experts", {"technology": ["C++"]}, "takes a text"),
        ("experts", {"technology": "  "}, "takes a text"),
        ("experts", {"technology": "C++", "min_months": "some"}, "takes a whole number"),
        ("experts", {"technology": "C++", "min_months": -1}, "takes a whole number"),
        ("experts", {"technology": "C++", "min_months": True}, "takes a whole number"),
        ("find_people", {"venues": 3}, "takes a list"),
        ("find_people", {"venues": [["EuroSys"]]}, "takes a text"),
    ],
)
def test_what_cannot_be_asked_is_refused(name: str, given: dict[str, Any], says: str) -> None:
    class Silent:
        def run(self, statement: str, parameters: Any = None) -> list[dict[str, Any]]:
            raise AssertionError("nothing should be asked")

    with pytest.raises(QueryError, match=says):
        queries.ask(Silent(), name, **given)
