# ruff: noqa: T201
"""What the export for Neo4j's offline importer costs, on people and relationships that nobody holds in memory.

    python benchmarks/exporting.py [--people 1000000] [--edges 5000000] [--import] [-o FOLDER]

Writes the folder and prints rows a second, its size, and the most memory that the process had, which may not pass 2 GB;
the exit status is 1 where it does. `--import` then lets the importer make a database of it, and compares its counts.
That needs Java and Maven, as the tests do.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Generic, TypeVar

from talentgraph.export.neo4j_admin import write_rows
from talentgraph.model import Edge, Node

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "stores"))
import neo4j_server

BAR = 2.0  # GB
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Again(Generic[T]):
    """Rows that are invented anew each time they are gone through."""

    make: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.make()


def main() -> int:
    """Export, measure and, where asked to, import."""
    options = _options()
    nodes = Again(lambda: _nodes(options.people))
    edges = Again(lambda: _edges(options.people, options.edges))
    with tempfile.TemporaryDirectory(prefix="talentgraph-export-") as scratch:
        folder = options.output or Path(scratch) / "export"
        memory = _export(nodes, edges, folder)
        if options.imported:
            _import(folder, options.people + options.people // 50, options.edges)
    return int(memory > BAR)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--edges", type=int, default=5_000_000)
    parser.add_argument("--import", dest="imported", action="store_true")
    parser.add_argument("-o", "--output", type=Path)
    return parser.parse_args()


def _nodes(people: int) -> Iterator[Node]:
    """People, and an organization for every fifty."""
    for number in range(people):
        values = {"name": f"Person {number}", "aliases": [f"P. {number}"], "headline": 'Engineer, "data"\nat large'}
        yield Node(f"person/{number}", ("Person",), {**values, "hasProfile": number % 3 == 0})
    for number in range(people // 50):
        yield Node(f"organization/{number}", ("Organization", "Company"), {"name": f"Organization {number}"})


def _edges(people: int, edges: int) -> Iterator[Edge]:
    """Who worked where, and with whom."""
    for number in range(edges):
        person = number * 7919 % people
        if number % 2:
            organization = f"organization/{number * 31 % (people // 50)}"
            values = {"firstYear": 1990 + number % 30, "lastYear": 2020, "derived": True}
            yield Edge(f"worked/{number}", "WORKED_AT", f"person/{person}", organization, values)
        else:
            other = (person + 1 + number % 1000) % people
            values = {"overlapMonths": number % 90 + 1, "organization": "organization/0", "derived": True}
            yield Edge(f"with/{number}", "WORKED_WITH", f"person/{person}", f"person/{other}", values)


def _export(nodes: Iterable[Node], edges: Iterable[Edge], folder: Path) -> float:
    """Write the folder; the most memory of this process in GB."""
    started = perf_counter()
    write_rows(nodes, edges, folder)
    seconds = perf_counter() - started
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"export: {seconds:.0f} s, {size:,.0f} MB, at most {memory:.2f} GB of memory (bar {BAR})", flush=True)
    return memory


def _import(folder: Path, nodes: int, edges: int) -> None:
    """Let the importer read the folder, and compare what it counted."""
    with neo4j_server.new_home() as home:
        started = perf_counter()
        said = neo4j_server.import_folder(home, folder)
        seconds = perf_counter() - started
    counted = [int(count) for count in re.findall(r"^ +(\d+) (?:nodes|relationships)$", said, re.MULTILINE)]
    print(f"import: {seconds:.0f} s, {counted}; " + " ".join(re.findall("Peak memory.*", said)))
    if counted != [nodes, edges]:
        raise SystemExit(f"expected {[nodes, edges]}: {said[-2000:]}")


if __name__ == "__main__":
    raise SystemExit(main())
