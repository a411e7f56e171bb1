"""Layouts that training knows, and layouts that it never sees: how far does the extractor fall off?

    python benchmarks/kept_out.py FOLDER [--people 40] [--each 3]

writes FOLDER/known and FOLDER/unseen, each with `gold/` and `cvs/` for `talentgraph evaluate`. A model is made for
the layouts of training; only the unseen ones tell what it does with the CVs of strangers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from talentgraph.train.measuring import write_set
from talentgraph.train.rendering import missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=40, help="invented people in each set")
    parser.add_argument("--each", type=int, default=3, help="files of each person")
    given = parser.parse_args()
    if lacking := missing():
        print(f"left out: the themes that need {', '.join(lacking)}")  # noqa: T201
    for name in ("known", "unseen"):
        made = write_set(given.folder / name, kept_out=name == "unseen", people=given.people, each=given.each)
        print(f"{given.folder / name}: {len(made)} files")  # noqa: T201


if __name__ == "__main__":
    main()
