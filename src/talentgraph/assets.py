"""Finds queries/ and viz/: inside the wheel, or at the top of a checkout (editable install)."""

from __future__ import annotations

from pathlib import Path

from talentgraph.errors import TalentGraphError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("queries" or "viz") that belongs to this installation.

    >>> (folder("queries")).is_dir()
    True
    """
    for candidate in (_PACKAGE / "_assets" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise TalentGraphError(f"the folder {name!r} is missing from this installation; install talentgraph again")
