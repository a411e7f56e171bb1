"""A dozen invented researchers and engineers whose careers cross, as files, and what is true of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from talentgraph.pipeline import Progress, Report, build

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
