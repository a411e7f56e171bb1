"""Author signatures with known people: names and affiliations only, as public sets for telling authors apart have them.

    python benchmarks/signatures.py TABLE

TABLE has tabs between and the columns string, document, affiliations, block and cluster. A half of the blocks, by hash,
is for choosing weights, the other one is measured; both are printed: pairwise and B-cubed precision and recall at some
lines of probability.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from identity import agreement

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Lines
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people import link
from talentgraph.resolve.people.contexts import portrait

Row = dict[str, str]


def half(block: str) -> int:
    """The half that a block belongs to."""
    return int(hashlib.sha256(block.encode()).hexdigest(), 16) % 2


def mention_of(row: Row) -> Mention:
    """A signature as the author of a paper in a document of its own."""
    found = portrait(row["string"], row["affiliations"])
    kept = frozenset(f"institution:{trait}" for trait in found.traits.get("institution", ()))
    place = f"{row['document']}#publications.0"
    return Mention(
        id=f"{place}.authors.0", kind="person", text=row["string"], path=row["document"], line=place, traits=kept
    )


def resolve_rows(rows: list[Row], line: float) -> list[int]:
    """The number of the person of each signature."""
    mentions = {mention.id: mention for mention in map(mention_of, rows)}
    clusters = Clusters(mentions.values(), lines=Lines(same=line))
    link(clusters, [mentions[place] for place in sorted(mentions)])
    numbers: defaultdict[int, int] = defaultdict(lambda: len(numbers))
    return [numbers[id(clusters.of[place])] for place in mentions]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    with given.table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, name in enumerate(("for choosing", "measured")):
        some = [row for row in rows if half(row["block"]) == number]
        people = {each: at for at, each in enumerate(dict.fromkeys(row["cluster"] for row in some))}
        truth = [people[row["cluster"]] for row in some]
        for line in (0.2, 0.4, 0.6, 0.8, 0.95):
            found = agreement(resolve_rows(some, line), truth)
            print(name, line, {key: round(value, 3) for key, value in found.items()}, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
