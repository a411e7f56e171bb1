"""How well affiliations are linked to a registry, and how fast.

    python benchmarks/affiliations.py REGISTRY [--s2aff CSV] [--crossref CSV]
    python benchmarks/affiliations.py --invent 110000

REGISTRY is a dump of the Research Organization Registry in schema 2, or a part of it; the sets are those that S2AFF
and Crossref publish. An answer is right if it is one of the ids of its string. Recall is over the strings of which
some id is in the registry; every answer for another string is wrong. `--invent` measures time and size on as many
invented records.
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from talentgraph.resolve import registry
from talentgraph.resolve.registry.dump import read_ror

_WORDS = "Nor Sud Vest Ost Alm Bro Dal Ek Fjord Gran Holm Is Kvarn Lind Myr Nes Ros Sten Tor Ulv Vik Zyx".split()  # noqa: SIM905
_KINDS = ("University of {}", "{} University", "{} Institute of Technology", "{} Hospital", "{} Research Centre")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registry", type=Path, nargs="?")
    parser.add_argument("--s2aff", type=Path)
    parser.add_argument("--crossref", type=Path)
    parser.add_argument("--invent", type=int, default=0, help="invented records instead of a dump")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        dump = given.registry or _invented(Path(folder) / "ror.json", given.invent)
        index = Path(folder) / "registry.sqlite"
        started = time.perf_counter()
        count = registry.import_ror(dump, index)
        size, took = index.stat().st_size / (1 << 20), time.perf_counter() - started
        print(f"{count} organisations imported in {took:.1f} s, {size:.1f} MiB")  # noqa: T201
        with registry.used(index):
            ids = {record.id for record in read_ror(dump)}
            for name, path in (("s2aff", given.s2aff), ("crossref", given.crossref)):
                if path:
                    _measure(name, list(_strings(name, path)), ids)
            if given.invent:
                _measure("invented", list(_of_invented(dump)), ids)


def _measure(name: str, strings: list[tuple[str, set[str]]], known: set[str]) -> None:
    started = time.perf_counter()
    answers = [registry.link(text) for text, _ in strings]
    took = time.perf_counter() - started
    given = [(answer.id, right) for answer, (_, right) in zip(answers, strings, strict=True) if answer]
    right = sum(answer in ids for answer, ids in given)
    possible = sum(bool(ids & known) for _, ids in strings)
    print(  # noqa: T201
        f"{name}: {len(strings)} strings, {possible} with an id in the registry, {len(given)} answered, {right} right:"
        f" precision {right / max(len(given), 1):.3f}, recall {right / max(possible, 1):.3f},"
        f" {len(strings) / took:.0f} strings a second"
    )


def _strings(name: str, path: Path) -> Iterator[tuple[str, set[str]]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if name == "s2aff":
                labels = set(ast.literal_eval(row["labels"]))
                if all(label.startswith("https://ror.org/") for label in labels):  # others were not in the registry
                    yield row["original_affiliation"], labels
            else:
                yield row["affiliation"], {row["ror_id"]}


def _invented(path: Path, count: int) -> Path:
    """A dump of invented records, the same each time; some share their names."""
    chance = random.Random(0)
    records = []
    for number in range(count):
        name = "".join(chance.choices(_WORDS, k=3)).title()
        kind = chance.choice(_KINDS)
        place = {
            "country_code": chance.choice(("NO", "SE", "DK")),
            "name": "".join(chance.choices(_WORDS, k=2)).title(),
        }
        names = [{"value": kind.format(name), "types": ["ror_display", "label"], "lang": "en"}]
        names += [{"value": f"{name} {word}", "types": ["alias"], "lang": None} for word in chance.sample(_WORDS, k=2)]
        records.append(
            {
                "id": f"https://ror.org/0{number:08d}",
                "names": [*names, {"value": name[:4].upper(), "types": ["acronym"], "lang": None}],
                "types": ["education"],
                "status": "active",
                "locations": [{"geonames_details": place}],
                "relationships": [],
            }
        )
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def _of_invented(dump: Path) -> Iterator[tuple[str, set[str]]]:
    """Affiliations for every hundredth record."""
    for number, record in enumerate(read_ror(dump)):
        if number % 100 == 0:
            yield f"Department of Physics, {record.name}, {record.city}", {record.id}


if __name__ == "__main__":
    main()
