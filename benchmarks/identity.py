"""How long and how well many mentions of people are resolved: invented documents with frequent and rare names.

    python benchmarks/identity.py [10000 100000 1000000]

Each size runs in a process of its own and prints seconds, the most memory, pairwise and B-cubed precision and recall
against the truth, and by which power of the size the time has grown since the size before. Names are drawn by rank,
so that the most frequent family name is borne by one person in twenty and most names are rare; people write papers in
groups, documents list the papers of their owners, and every author is printed in full, in short or family name first.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people import link

_GROUP, _PAPERS, _AUTHORS, _LISTED = 12, 14, 4, 8  # people and papers of a group, authors of a paper, papers of a CV
_STARTS = ("b", "br", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z")
_MIDDLES = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_ENDS = ("l", "n", "r", "s", "t", "m", "nd", "rk", "x", "lin", "mar", "son", "ner", "vik", "dal")
_WORDS = [f"{a}{b}{c}" for a in _STARTS for b in _MIDDLES for c in _ENDS]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    number: int
    given: str
    family: str
    employer: str


def by_rank(count: int, words: Sequence[str], power: float, random: Random) -> list[str]:
    """So many words, the first of them the most frequent."""
    weights = list(accumulate((rank + 3) ** -power for rank in range(len(words))))
    return random.choices(words, cum_weights=weights, k=count)


def invent_people(count: int, random: Random) -> list[Person]:
    """People with skewed names."""
    words = _WORDS[:]
    random.shuffle(words)
    families = [a + b for a in words[:170] for b in ("", *words[-80:])]
    given = by_rank(count, [word.title() for word in words], 0.9, random)
    family = by_rank(count, [name.title() for name in families], 0.9, random)
    group = max(1, count // _GROUP)
    return [Person(n, given[n], family[n], f"employer {n % group // 4}") for n in range(count)]


def invent_mentions(size: int, seed: int = 1) -> tuple[list[Mention], list[int]]:
    """About so many mentions sorted by id, and the person of each."""
    random = Random(f"{seed} {size}")
    people = invent_people(max(_GROUP, size // 16), random)
    found = sorted(_mentions(people, size, random), key=lambda each: each[0].id)
    return [mention for mention, _ in found], [person for _, person in found]


def _mentions(people: list[Person], size: int, random: Random) -> Iterator[tuple[Mention, int]]:
    groups = max(1, len(people) // _GROUP)
    made = document = 0
    while made < size:
        group = [person for person in people[document % groups :: groups] if person]
        papers = _papers(document % groups, group)
        owner = group[document // groups % len(group)]
        own = [paper for paper in papers if owner in paper[1]][:_LISTED]
        for each in _document(f"{document:07}.txt", owner, own, random):
            made += 1
            yield each
        document += 1


def _papers(number: int, group: list[Person]) -> list[tuple[str, list[Person], frozenset[str]]]:
    """The papers of a group, the same ones whenever they are asked for."""
    random = Random(f"papers {number}")
    found = []
    for at in range(_PAPERS):
        title = f"{' '.join(random.sample(_WORDS, 4))} {number} {at}"
        said = {f"paper:{title}", f"year:{random.randint(2000, 2024)}", f"venue:v{number % 50}"}
        said |= {f"topic:{word}" for word in title.split()[:4]}
        found.append((title, random.sample(group, min(len(group), _AUTHORS)), frozenset(said)))
    return found


def _document(
    path: str, owner: Person, papers: list[tuple[str, list[Person], frozenset[str]]], random: Random
) -> Iterator[tuple[Mention, int]]:
    start = random.randint(1995, 2018)
    own = {f"affiliation:{owner.employer}"} | {f"together:{owner.employer}@{start + year}" for year in range(4)}
    name = f"{owner.given} {owner.family}"
    traits = frozenset(own.union(*(said for _, _, said in papers)))
    yield Mention(id=f"{path}#basics", kind="person", text=name, path=path, role="owner", traits=traits), owner.number
    for at, (title, authors, said) in enumerate(papers):
        line = f"{path}#publications.{at}"
        for place, author in enumerate(authors):
            mention = Mention(
                id=f"{line}.authors.{place}",
                kind="person",
                text=_printed(author, random),
                path=path,
                role="author",
                paper=title,
                line=line,
                traits=said,
            )
            yield mention, author.number


def _printed(person: Person, random: Random) -> str:
    form = random.random()
    if form < 0.6:
        return f"{person.given} {person.family}"
    if form < 0.9:
        return f"{person.given[0]}. {person.family}"
    return f"{person.family}, {person.given}"


def agreement(found: Sequence[int], truth: Sequence[int]) -> dict[str, float]:
    """Pairwise and B-cubed precision and recall of a partition."""
    both, ours, theirs = Counter(zip(found, truth, strict=True)), Counter(found), Counter(truth)

    def pairs(counts: Counter[int] | Counter[tuple[int, int]]) -> int:
        return sum(count * (count - 1) // 2 for count in counts.values())

    total = len(truth)
    return {
        "precision": pairs(both) / max(1, pairs(ours)),
        "recall": pairs(both) / max(1, pairs(theirs)),
        "b3_precision": sum(count * count / ours[mine] for (mine, _), count in both.items()) / total,
        "b3_recall": sum(count * count / theirs[other] for (_, other), count in both.items()) / total,
    }


def measure(size: int) -> dict[str, float]:
    """Resolve so many mentions in this process."""
    mentions, truth = invent_mentions(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, working = time.perf_counter(), time.process_time()
    clusters = Clusters(mentions)
    link(clusters, mentions)
    seconds, working = time.perf_counter() - start, time.process_time() - working
    numbers: defaultdict[int, int] = defaultdict(lambda: len(numbers))
    found = [numbers[id(clusters.of[mention.id])] for mention in mentions]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "mentions": len(mentions),
        "people": len(set(truth)),
        "nodes": len(numbers),
        "doubts": len(clusters.doubts),
        "seconds": round(seconds, 1),
        "of work": round(working, 1),
        "gigabytes": round(most / 2**20, 2),
        "of which mentions": round(before / 2**20, 2),
        **{name: round(value, 4) for name, value in agreement(found, truth).items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--here", action="store_true", help="in this process, as JSON")
    given = parser.parse_args()
    before: dict[str, float] = {}
    for size in given.sizes:
        if given.here:
            print(json.dumps(measure(size)))  # noqa: T201
            continue
        command = [sys.executable, __file__, "--here", str(size)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if before:
            ratio = math.log(found["of work"] / before["of work"]) / math.log(found["mentions"] / before["mentions"])
            found["power"] = round(ratio, 2)
        print(found, flush=True)  # noqa: T201
        before = found


if __name__ == "__main__":
    main()
