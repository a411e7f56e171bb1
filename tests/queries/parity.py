"""One answer, whoever is asked: the rows of a database against those of networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from talentgraph import analyse, graph, queries
from talentgraph.model import Edge, Node
from talentgraph.stores import Store

Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cases:
    """What one question is asked of the demo graph, of the graph drawn by hand and of each random graph.

    `sound_demo` says that the demo graph has rightly nothing to answer: the question is about faults.
    """

    demo: tuple[Parameters, ...] = field(default=({},))
    drawn: tuple[Parameters, ...] = field(default=({},))
    random: tuple[Parameters, ...] = field(default=({},))
    sound_demo: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The questions of one theme, and the graph drawn by hand that they are asked of."""

    name: str
    drawn: tuple[list[Node], list[Edge]]
    cases: Mapping[str, Cases]


def themes() -> Iterator[Theme]:
    """What the modules of cases/ say: each has DRAWN and CASES."""
    for path in sorted((Path(__file__).parent / "cases").glob("[a-z]*.py")):
        module = import_module(f"queries.cases.{path.stem}")
        yield Theme(path.stem, module.DRAWN, module.CASES)


def agree(store: Store, nodes: Sequence[Node], edges: Sequence[Edge], name: str, parameters: Parameters) -> int:
    """Demand the same rows of a store, which holds the graph, and of networkx; how many they are."""
    expected = by_networkx(nodes, edges, name, parameters)
    found = queries.ask(store, name, **parameters)
    extra, missing = [row for row in found if row not in expected], [row for row in expected if row not in found]
    assert found == expected, f"{name} {parameters}: {extra=} {missing=}, or another order"
    assert [list(row) for row in found] == [list(queries.get(name).columns)] * len(found)
    return len(found)


def by_networkx(
    nodes: Sequence[Node], edges: Sequence[Edge], name: str, parameters: Parameters
) -> list[dict[str, Any]]:
    """The rows of the function in `analyse` that has the question's name."""
    return analyse.as_dicts(getattr(analyse, name)(graph.to_networkx(nodes, edges), **parameters))
