# ruff: noqa: T201
"""How fast a graph goes into a real Neo4j, against the bare driver in the same run, each into a new server.

    python benchmarks/loading.py [--people 50000] [--organizations 20000] [--stints 100000] [--rounds 1] [--cpu]

The graph is invented: people, organizations, stints and the evidence of each stint. `bare` sends the batches that our
load sends, made beforehand, by `execute_write`; `plain` sends the shortest statements that do it, without marks:
`MERGE (n:Person {id: row.id})` under one unique constraint a label. The bars are 0.8 of the bare driver's rows a
second, and twice the first for a second load, which changes nothing; the exit status is 1 where one is missed.
`--cpu` counts the processor's seconds of client and server (Linux only), which says more on a machine that does other
things too. Needs Java and Maven, as the tests do.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import neo4j
from invented import Size, invent

from talentgraph.model import Edge, Node
from talentgraph.schema import first_labels, neo4j_schema
from talentgraph.stores import cypher, load, loading, open_neo4j

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "stores"))
import neo4j_server

BARS = (0.8, 2.0)
Batch = tuple[str, list[dict[str, Any]]]
_EDGES = ("HELD", "STUDIED", "AT", "SUPPORTS")


def main() -> int:
    """Load the graph in all ways and print rows a second."""
    options = _options()
    nodes, edges = _graph(options)
    rows = len(nodes) + len(edges)
    print(f"{len(nodes):,} nodes and {len(edges):,} relationships, of which {options.stints:,} stints with evidence")
    ways: dict[str, Callable[[str], Iterator[Callable[[], object]]]] = {
        "plain": lambda uri: _bare(uri, _plain_schema(), _plain_batches(nodes, edges)),
        "bare": lambda uri: _bare(uri, neo4j_schema(), _batches(nodes, edges)),
        "load": lambda uri: _load(uri, nodes, edges),
    }
    best: dict[str, list[float]] = {}
    for _ in range(options.rounds):
        for name, way in ways.items():
            with neo4j_server.new_home() as home, neo4j_server.running(home) as server:
                clock = (lambda: _cpu(server.pid)) if options.cpu else perf_counter  # noqa: B023
                speeds = [rows / _seconds(act, clock) for act in way(server.uri)]
            print(f"{name:6}" + "".join(f"{speed:10,.0f} rows/s" for speed in speeds), flush=True)
            best[name] = [max(pair) for pair in zip(best.get(name, speeds), speeds, strict=True)]
    first, second = best["load"]
    ratios = (first / best["bare"][0], second / first)
    print(f"load/bare {ratios[0]:.2f} (bar {BARS[0]}), load/plain {first / best['plain'][0]:.2f}, ", end="")
    print(f"second/first load {ratios[1]:.2f} (bar {BARS[1]})")
    return int(any(ratio < bar for ratio, bar in zip(ratios, BARS, strict=True)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("people", 50_000), ("organizations", 20_000), ("stints", 100_000), ("rounds", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--cpu", action="store_true")
    return parser.parse_args()


def _graph(options: argparse.Namespace) -> tuple[list[Node], list[Edge]]:
    """Only what the measure is about: no documents, papers, technologies or derived relationships."""
    size = Size(
        people=options.people, stints=options.stints, organizations=options.organizations, technologies=1, papers=0
    )
    nodes, edges = invent(size)
    ties = [edge for edge in edges if edge.type in _EDGES]
    said = {edge.source for edge in ties if edge.type == "SUPPORTS" and edge.target.startswith("person/")}
    wanted = ("Person", "Organization", "Position", "Education", "Evidence")
    nodes = [node for node in nodes if node.labels[0] in wanted and node.id not in said]
    return nodes, [edge for edge in ties if edge.source not in said]


def _load(uri: str, nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Callable[[], object]]:
    """A first load and a second."""
    with open_neo4j(uri) as store:
        for _ in range(2):
            yield lambda: load(store, nodes, edges)


def _bare(uri: str, schema: Sequence[str], batches: Iterator[Batch]) -> Iterator[Callable[[], object]]:
    """Make the constraints and send all batches."""
    made = [*((statement, []) for statement in schema), *batches]
    with neo4j.GraphDatabase.driver(uri) as driver, driver.session() as session:
        session.run("RETURN 1").consume()

        def send() -> None:
            for statement, rows in made:
                session.execute_write(lambda tx: tx.run(statement, rows=rows).consume())  # noqa: B023

        yield send


def _batches(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Batch]:
    """The batches of our load."""
    sent: list[Batch] = []

    class Door:
        def read(self, statement: str, take: Callable[[Any], Any]) -> Any:
            return take(())

        def send(self, statement: str, rows: list[dict[str, Any]]) -> int:
            sent.append((statement, rows))
            return 0

    loading.bring(Door(), nodes, edges, None)
    return ((statement, rows) for statement, rows in sent if rows)


def _plain_schema() -> list[str]:
    return [f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in first_labels()]


def _plain_batches(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Batch]:
    labels = {node.id: node.labels[0] for node in nodes}
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        more = "".join(f", n:{label}" for label in node.labels[1:])
        statement = f"UNWIND $rows AS row MERGE (n:{node.labels[0]} {{id: row.id}}) SET n += row.properties{more}"
        groups[statement].append({"id": node.id, "properties": cypher.node_properties(node)})
    for edge in edges:
        a, b = labels[edge.source], labels[edge.target]
        statement = (
            f"UNWIND $rows AS row MATCH (a:{a} {{id: row.source}}) MATCH (b:{b} {{id: row.target}}) "
            f"MERGE (a)-[r:{edge.type} {{id: row.id}}]->(b) SET r += row.properties"
        )
        properties = cypher.edge_properties(edge)
        groups[statement].append(
            {"id": edge.id, "source": edge.source, "target": edge.target, "properties": properties}
        )
    for statement, rows in groups.items():
        for start in range(0, len(rows), loading.BATCH):
            yield statement, rows[start : start + loading.BATCH]


def _seconds(act: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    act()
    return clock() - started


def _cpu(server: int) -> float:
    """Seconds of processor time that this process and the server have used."""
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    raise SystemExit(main())
