"""Every question, in all its forms, gives the same rows: on the demo graph, on drawn graphs and on random ones.

A question is added with one line in a module of cases/: its parameters for each graph.
TALENTGRAPH_RANDOM_GRAPHS=300 asks more random graphs than the 30 of an ordinary run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from queries.graphs import Graph, graphs
from queries.parity import Parameters, Theme, agree, by_networkx, themes

from talentgraph import analyse, graph, queries, workspace
from talentgraph.demo import build_demo
from talentgraph.stores import Store, load

THEMES = tuple(themes())
CASES = {name: cases for theme in THEMES for name, cases in theme.cases.items()}
RANDOM_GRAPHS = int(os.environ.get("TALENTGRAPH_RANDOM_GRAPHS", "30"))
REPEATABLE = settings(
    deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), max_examples=RANDOM_GRAPHS
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return workspace.read_rows(build_demo(tmp_path_factory.mktemp("demo") / "graph").folder)


def test_every_question_has_cases_on_every_graph() -> None:
    assert sorted(CASES) == queries.names()
    assert sum(len(theme.cases) for theme in THEMES) == len(CASES), "a question stands in one theme"
    assert not [name for name, cases in CASES.items() if not (cases.demo and cases.drawn and cases.random)]


def test_the_same_rows_on_the_demo_graph(empty_store: Store, demo: Graph) -> None:
    load(empty_store, *demo)
    for sound in (True, False):
        asked = ((name, cases.demo) for name, cases in CASES.items() if cases.sound_demo == sound)
        _ask_all(empty_store, demo, asked, answered=not sound)


def test_the_examples_of_the_headers_find_something_in_the_demo(demo: Graph) -> None:
    web = graph.to_networkx(*demo)
    for name, cases in CASES.items():
        examples = {parameter.name: parameter.example for parameter in queries.get(name).parameters}
        assert getattr(analyse, name)(web, **examples) or cases.sound_demo, name


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_same_rows_on_the_drawn_graph(empty_store: Store, theme: Theme) -> None:
    load(empty_store, *theme.drawn)
    _ask_all(empty_store, theme.drawn, ((name, cases.drawn) for name, cases in theme.cases.items()), answered=True)


def test_every_question_has_answers_on_random_graphs() -> None:
    """Else it says nothing there that all forms agree."""
    answered: set[str] = set()

    @settings(REPEATABLE, max_examples=30, phases=[Phase.generate])
    @given(rows=graphs())
    def ask(rows: Graph) -> None:
        for name in CASES.keys() - answered:
            if any(by_networkx(*rows, name, parameters) for parameters in CASES[name].random):
                answered.add(name)

    ask()
    assert CASES.keys() == answered


@pytest.mark.parametrize("empty_store", ["embedded"], indirect=True)
@settings(REPEATABLE)
@given(rows=graphs())
def test_the_same_rows_on_any_graph(empty_store: Store, rows: Graph) -> None:
    _fill_and_ask(empty_store, rows)


@pytest.mark.neo4j
@pytest.mark.parametrize("empty_store", ["neo4j"], indirect=True)
@settings(REPEATABLE, phases=[Phase.generate])  # to shrink takes minutes here
@given(rows=graphs())
def test_the_same_rows_on_any_graph_in_neo4j(empty_store: Store, rows: Graph) -> None:
    _fill_and_ask(empty_store, rows)


def _fill_and_ask(store: Store, rows: Graph) -> None:
    store.run("MATCH (n) DETACH DELETE n", write=True)
    load(store, *rows)
    _ask_all(store, rows, ((name, cases.random) for name, cases in CASES.items()))


def _ask_all(
    store: Store, rows: Graph, asked: Iterable[tuple[str, tuple[Parameters, ...]]], *, answered: bool = False
) -> None:
    """Ask all questions; of those `answered`, one case at least must have rows, or the test says nothing."""
    for name, cases in asked:
        counts = [agree(store, *rows, name, parameters) for parameters in cases]
        assert not answered or any(counts), f"{name}: no case has an answer"
