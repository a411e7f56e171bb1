# ruff: noqa: T201
"""How long every question takes on a large invented graph: the embedded database and networkx, side by side.

    python benchmarks/questions.py [--people 20000] [--stints 100000] [--no-evidence] [--cpu] [--only NAME …]
                                   [--keep FOLDER] [--markdown FILE]

Prints the size, the load time, the folder's size and the memory of the embedded database, then one line a question:
the median and the slowest of several choices of parameters, each the better of two. The bars are one second for the
database and three for networkx; the exit status is 1 where a median passes them. `--cpu` counts the processor's time,
which says more on a machine that does other things too. `--keep` leaves the graph and the database in a folder, and
takes them from there the next time; `--markdown` writes the README's table.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from invented import Size, invent

from talentgraph import analyse, graph, queries
from talentgraph.model import Edge, Node
from talentgraph.stores import Store, load, open_embedded

BARS = (1.0, 3.0)
# What stands for a parameter of this name: the most common, one of the middle, one of the rest.
PEOPLE = ["person/17", "Person 4000", "P. 12345"]
CHOICES: dict[str, list[Any]] = {
    "person": PEOPLE,
    "other": ["person/9999", "Person 150", "person/2"],
    "people": [PEOPLE, PEOPLE[:1], PEOPLE[1:]],
    "others": [["person/9999", "person/2"], ["person/3"], ["Person 150"]],
    "organization": ["Organization 0", "O700", "organization/4000"],
    "organizations": [["Organization 0", "O1"], ["O700", "O2"], ["Organization 4000", "O3"]],
    "technology": ["Technology 0", "T100", "technology/900"],
    "technologies": [["Technology 0", "T1"], ["T100"], ["technology/900"]],
    "venue": ["Venue 0", "V40", "venue/300"],
    "venues": [["Venue 0"], [], ["V40"]],
}


@dataclass(frozen=True, slots=True)
class Times:
    """How long a question took, of the database and of networkx, with each choice of parameters, in seconds."""

    name: str
    rows: int
    embedded: list[float]
    networkx: list[float]

    @property
    def late(self) -> bool:
        """Whether a median passes its bar."""
        return any(median(times) > bar for times, bar in zip((self.embedded, self.networkx), BARS, strict=True))


def main() -> int:
    """Make the graph, load it, and time all questions."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        nodes, edges = _rows(options, folder / "rows.pickle")
        made = (folder / "store").exists()
        with open_embedded(folder / "store") as store:
            if not made:
                _load(store, nodes, edges, folder / "store")
            before, started = _memory(), perf_counter()
            web = graph.to_networkx(nodes, edges)
            took, grown = perf_counter() - started, _memory() - before
            print(f"networkx: made in {took:.1f} s, {grown:.0f} MB more memory\n", flush=True)
            print(
                f"{'question':24} {'rows':>7} {'embedded s':>17} {'networkx s':>16}\n{'':32}" + "   median slowest" * 2
            )
            clock = process_time if options.cpu else perf_counter
            found = [_time(name, store, web, clock) for name in options.only or queries.names()]
    if options.markdown:
        options.markdown.write_text(_table(found), encoding="utf-8")
    late = [times.name for times in found if times.late]
    print(f"\npast the bars: {', '.join(late)}" if late else "\nall within the bars")
    return 1 if late else 0


def _rows(options: argparse.Namespace, kept: Path) -> tuple[list[Node], list[Edge]]:
    """The graph, as it was kept or newly made."""
    if kept.exists():
        rows: tuple[list[Node], list[Edge]] = pickle.loads(kept.read_bytes())
        return rows
    started = perf_counter()
    rows = invent(Size(people=options.people, stints=options.stints, evidence=not options.no_evidence))
    took = perf_counter() - started
    print(f"{len(rows[0]):,} nodes, {len(rows[1]):,} edges, invented in {took:.1f} s", flush=True)
    if options.keep:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(rows))
    return rows


def _load(store: Store, nodes: list[Node], edges: list[Edge], folder: Path) -> None:
    before, started = _memory(), perf_counter()
    load(store, nodes, edges)
    took, disk = perf_counter() - started, sum(path.stat().st_size for path in folder.rglob("*"))
    grown = _memory() - before
    print(f"embedded: loaded in {took:.1f} s, {disk / 1e6:.0f} MB on disk, {grown:.0f} MB more memory", flush=True)


def _table(found: list[Times]) -> str:
    """The README's table of questions."""
    lines = ["| question | what it answers | embedded, s | networkx, s |", "|---|---|---|---|"]
    for times in found:
        here, there = (f"{median(one):.2f} / {max(one):.2f}" for one in (times.embedded, times.networkx))
        lines.append(f"| `{times.name}` | {queries.get(times.name).title} | {here} | {there} |")
    return "\n".join(lines) + "\n"


def _time(name: str, store: Store, web: Any, clock: Callable[[], float]) -> Times:
    """How long a question takes; prints it."""
    function = getattr(analyse, name)
    counts, here, there = [], [], []
    for values in _parameters(name):
        rows, seconds = _clock(lambda values=values: queries.ask(store, name, **values), clock)
        same, others = _clock(lambda values=values: analyse.as_dicts(function(web, **values)), clock)
        if rows != same:
            print(f"{name}: the answers differ for {values}", file=sys.stderr)
        counts.append(len(rows)), here.append(seconds), there.append(others)
    line = "".join(f"{median(times):10.2f}{max(times):7.2f}" for times in (here, there))
    print(f"{name:24} {max(counts):7}{line}", flush=True)
    return Times(name, max(counts), here, there)


def _parameters(name: str) -> Iterator[dict[str, Any]]:
    """Choices of parameters: what has a name in CHOICES gets one of these, the rest its default or example.

    What may be asked without any is asked so too: of everyone.
    """
    known = queries.get(name).parameters
    needed = {one.name: one.example for one in known if one.default is None}
    if not needed:
        yield {}
    for number in range(3):
        given = {one.name: CHOICES[one.name][number] for one in known if one.name in CHOICES}
        if given or (needed and not number):
            yield needed | given


def _clock(ask: Callable[[], Any], clock: Callable[[], float]) -> tuple[Any, float]:
    """An answer and the quicker of two times, so that neither a cold cache nor another program is measured."""
    times = []
    for _ in range(2):
        started = clock()
        found = ask()
        times.append(clock() - started)
    return found, min(times)


def _memory() -> float:
    """The memory of this process, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1000
    return 0.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--stints", type=int, default=100_000)
    parser.add_argument("--no-evidence", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--only", nargs="+", metavar="NAME")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
