"""The model card: beside the weights, what they learned from, how well they do, and where they fail."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from statistics import mean, stdev
from typing import Any

CARD = "README.md"
_LIMITS = """\
* It has seen invented CVs only, most of them English; Spanish, German, French and Portuguese ones are read less well,
  other languages hardly.
* Its scores on invented CVs are higher than those on real ones, whose layouts it has not seen.
* It marks names, titles, degrees, papers and the like. Which of them belong together, and dates, are found by rules.
* It knows nothing of the world: a fact that a document states wrongly is found as stated.
* Do not decide about people by it alone: look at the words that it found, and let the person correct them.
"""


def describe(folder: Path, **facts: Any) -> None:
    """Add facts to the `meta.json` of a pipeline on disk, where spaCy keeps them as `nlp.meta`."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(meta | facts, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_card(folder: Path) -> Path:
    """Write the card of a pipeline on disk from its `meta.json`, beside it; its path."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    parts = [
        f"# {meta['name']} {meta['version']}\n\n{meta['description']}\n",
        _data(meta),
        _scores(meta),
        f"## Limits\n\n{_LIMITS}",
        _reproduced(meta),
    ]
    path = folder / CARD
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def spread(scores: Mapping[int, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    """The mean and the standard deviation of each score over seeds.

    >>> spread({0: {"f": 0.9}, 1: {"f": 0.8}})
    {'f': (0.85, 0.0707)}
    """
    names = dict.fromkeys(name for each in scores.values() for name in each)
    found = {name: [each[name] for each in scores.values() if name in each] for name in names}
    return {
        name: (round(mean(values), 4), round(stdev(values), 4) if len(values) > 1 else 0.0)
        for name, values in found.items()
    }


def _data(meta: Mapping[str, Any]) -> str:
    documents = meta.get("training", {}).get("documents", "some")
    text = (
        f"## Data and licences\n\nTrained on {documents} CVs that a grammar of talentgraph (`talentgraph.train`) "
        "invents; no CV of a real person was used. The words that the grammar draws from are lists of facts: names of "
        "organisations, venues, technologies, degrees and titles, given and family names, and cities from GeoNames "
        "(CC BY 4.0). Persons, papers, projects and careers are invented. The weights are licensed under the "
        f"{meta.get('license') or 'Apache-2.0'}, as the code is.\n"
    )
    if tuning := meta.get("tuning"):
        text += (
            f"\nThen tuned from {tuning['base']} on {tuning['profiles']} corrected profiles of {tuning['people']} "
            "people. What the weights learned from them may be personal data: share them only as you may share the "
            "profiles.\n"
        )
    return text


def _scores(meta: Mapping[str, Any]) -> str:
    """The scores as tables."""
    performance = meta.get("performance", {})
    if tuning := meta.get("tuning"):
        rows = [
            ("people not learned from", tuning["before"], tuning["after"]),
            ("invented CVs", tuning["invented_before"], tuning["invented_after"]),
        ]
        table = _table(("F1 of entities", "before", "after"), rows)
        return (
            f"## Scores\n\nExact entities; people in folds, each measured by weights that did not see them.\n\n{table}"
        )
    seeds = meta.get("training", {}).get("seeds", {})
    lines = "Exact entities on invented CVs that training did not see."
    if len(seeds) < 2:
        return f"## Scores\n\n{lines}\n\n{_table(('score', 'value'), list(performance.items()))}"
    means = spread({int(seed): scores for seed, scores in seeds.items()})
    rows = [(name, *(each.get(name, "") for each in seeds.values()), f"{m} ± {sd}") for name, (m, sd) in means.items()]
    head = ("score", *(f"seed {seed}" for seed in seeds), "mean ± sd")
    return f"## Scores\n\n{lines} The weights are those of the first seed.\n\n{_table(head, rows)}"


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def _reproduced(meta: Mapping[str, Any]) -> str:
    training = meta.get("training", {})
    seeds = ",".join(training.get("seeds", {})) or str(training.get("seed", 0))
    command = f"talentgraph train -o DIR --documents {training.get('documents', 6000)} --seeds {seeds}"
    if meta.get("tuning"):
        command = "talentgraph train --profiles PROFILES -o DIR"
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "thinc", "numpy"))
    return (
        f"## How to make it again\n\n    {command}\n\nMade with Python {platform.python_version()}, {packages} on "
        f"{platform.system()} {platform.machine()}. Other versions and processors round differently, and give scores "
        "as near as another seed does.\n"
    )
