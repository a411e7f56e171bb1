"""Many documents: does `extract` keep its speed, and how much memory do all its processes take?

    python benchmarks/extraction.py FOLDER [--documents 10000] [--jobs 2]

writes that many invented CVs as plain text below FOLDER, extracts them, and prints for each tenth of the way the
documents a second of that tenth and the memory of all processes at its end (Linux, where /proc tells it).
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from talentgraph.pipeline import extract_profiles
from talentgraph.train.corpus import generate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    cvs = given.folder / "cvs"
    write_cvs(cvs, given.documents)
    measure(cvs, given.folder / "profiles", jobs=given.jobs)


def write_cvs(folder: Path, number: int) -> None:
    """The first `number` invented CVs, each in a file of its own, a thousand in a folder."""
    for at, (document, _) in enumerate(islice(generate(7), number)):
        path = folder / f"{at // 1000:03}" / f"{at:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, encoding="utf-8")


def measure(cvs: Path, output: Path, *, jobs: int) -> None:
    """Extract the CVs, and print speed and memory for each tenth."""
    before = start = time.perf_counter()
    last = 0

    def progress(done: int, whole: int, _: str) -> None:
        nonlocal before, last
        if done * 10 // whole > last * 10 // whole:
            now = time.perf_counter()
            speed = (done - last) / (now - before)
            print(f"{done:7,} documents {now - start:7.1f} s {speed:6.1f}/s {memory():6.0f} MB", flush=True)
            before, last = now, done

    report = extract_profiles([cvs], output, jobs=jobs, progress=progress)
    print(f"{report.documents:,} profiles, {len(report.problems)} problems, {time.perf_counter() - start:.1f} s")


def memory() -> float:
    """Resident megabytes of this process and all below it."""
    parents = dict(_parents())
    family = {os.getpid()}
    while more := {pid for pid, above in parents.items() if above in family} - family:
        family |= more
    return sum(_resident(pid) for pid in family) / 2**20


def _parents() -> Iterator[tuple[int, int]]:
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            yield int(path.parent.name), int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
