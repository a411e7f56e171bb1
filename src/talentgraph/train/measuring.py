"""Sets for measuring: files of invented CVs and what a profile of each should say.

The known branch holds what training draws from, under numbers that training does not reach; the unseen branch has
layouts, headings, dates, names and themes that training never sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from talentgraph.train.corpus import Draft, drafts
from talentgraph.train.rendering.press import Press
from talentgraph.train.rendering.themes import Theme, usable
from talentgraph.train.truth import truth

SEED = 987_654  # of the CVs of both branches; training with this very seed would see the known ones


def write_set(folder: Path, *, kept_out: bool, people: int = 40, each: int = 3, seed: int = SEED) -> list[Path]:
    """Write `gold/<nnn>.json` (JSON Resume) and `cvs/<nnn>/<theme>.<suffix>` for some people; return the CVs.

    Each person has `each` files, in themes of the branch taken in turn. Which themes there are depends on the
    renderers that are installed.
    """
    made: list[Path] = []
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    with Press() as press:
        for number, draft in enumerate(islice(drafts(seed, kept_out=kept_out), people), 1):
            name = f"{number:03}"
            gold = json.dumps(truth(draft), ensure_ascii=False, indent=1)
            (folder / "gold" / f"{name}.json").write_text(gold + "\n", encoding="utf-8")
            made += _print(draft, folder / "cvs" / name, _turn(number, each, kept_out=kept_out), press)
    return made


def _turn(number: int, each: int, *, kept_out: bool) -> list[Theme]:
    """The themes of one person."""
    themes = usable(kept_out=kept_out)
    return [themes[(number * each + place) % len(themes)] for place in range(min(each, len(themes)))]


def _print(draft: Draft, folder: Path, themes: list[Theme], press: Press) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for theme in themes:
        path = folder / f"{theme.name}{theme.suffix}"
        path.write_bytes(theme.make(draft, Random(f"{draft.name}/{theme.name}"), press))
        yield path
