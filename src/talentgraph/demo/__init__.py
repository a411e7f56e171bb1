"""A dozen invented researchers and engineers whose careers cross, as files, and what is true of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from talentgraph import analyse, graph, queries, stores, workspace
from talentgraph.pipeline import Progress, Report, build

Answer = tuple[str, list[dict[str, Any]]]  # what was asked, in words, and the rows that answer it

_QUESTIONS = (
    ("Who knows vLLM best?", "experts", {"technology": "vLLM"}),
    (
        "Who can introduce Hana Kovářová to Yuki Hasegawa?",
        "intro_paths",
        {"person": "Hana Kovářová", "other": "Yuki Hasegawa"},
    ),
)
_HERE = Path(__file__).resolve().parent


def cvs() -> Path:
    """The folder of the twelve bundled files: PDF, DOCX, HTML, Markdown, text and JSON Resume.

    >>> len([path for path in cvs().iterdir() if path.is_file()])
    12
    """
    return _HERE / "cvs"


def facts() -> dict[str, Any]:
    """What the bundled files say, by file name: the yardstick for what a build finds in them.

    >>> facts()["hana-kovarova.md"]["name"]
    'Hana Kovářová'
    """
    data: dict[str, Any] = json.loads((_HERE / "truth.json").read_text(encoding="utf-8"))
    return data


def build_demo(folder: Path, *, progress: Progress | None = None) -> Report:
    """Build the bundled files into the workspace `folder`, as `talentgraph demo` does."""
    return build([cvs()], folder, progress=progress, title="talentgraph: twelve invented people")


def questions(folder: Path) -> list[Answer]:
    """Two questions to the workspace that `build_demo` wrote, each with its answer.

    The embedded database answers; where it has no build for this platform, the same questions on the networkx graph.
    """
    if not stores.embedded_is_installed():
        web = graph.to_networkx(*workspace.read_rows(folder))
        return [(title, analyse.as_dicts(getattr(analyse, name)(web, **values))) for title, name, values in _QUESTIONS]
    with stores.open_embedded(folder / "store", read_only=True) as store:
        return [(title, list(queries.ask(store, name, **values))) for title, name, values in _QUESTIONS]
