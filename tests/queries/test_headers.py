"""The questions: their headers and their parameters."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from talentgraph import analyse, queries
from talentgraph.errors import QueryError
from talentgraph.model import Node
from talentgraph.schema import LABELS
from talentgraph.stores import Store, load


@pytest.mark.parametrize("name", queries.names())
def test_headers_say_all_that_a_statement_takes(name: str) -> None:
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
        rows = queries.ask(empty_store, name, **examples)
        assert not any(value for row in rows for value in row.values()), "counts are 0, and there is nothing else"


@pytest.mark.parametrize("name", queries.names())
def test_a_parameter_that_takes_names_says_of_what(name: str) -> None:
    for parameter in queries.get(name).parameters:
        takes_names = "id" in re.findall(r"\w+", parameter.meaning) or "ids" in re.findall(r"\w+", parameter.meaning)
        assert not takes_names or parameter.labels, parameter
        assert set(parameter.labels) <= set(LABELS)


def test_a_name_that_nobody_has_is_told(empty_store: Store) -> None:
    nodes = [Node("person/ada", ("Person",), {"name": "Ada Example", "aliases": ["A. Example"]})]
    load(empty_store, [*nodes, Node("technology/c++", ("Technology",), {"name": "C++"})], [])
    assert queries.strangers(empty_store, "coauthors", person="a. example") == []
    assert queries.strangers(empty_store, "coauthors", person="Ada Exmaple") == [
        "there is no person 'Ada Exmaple'; did you mean Ada Example?"
    ]
    assert queries.strangers(empty_store, "find_people", technologies=["c++", "Xyzzy"], organizations=["Acme"]) == [
        "there is no technology 'Xyzzy'",
        "there is no organization 'Acme'",
    ]
    assert queries.strangers(empty_store, "brokers", a="C++", b="Acme") == [
        "there is no technology or organization 'Acme'"
    ]


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
        ("xqzw", {}, "there are: "),
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
