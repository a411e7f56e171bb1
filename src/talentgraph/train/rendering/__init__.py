"""Invented CVs in files: printed by real renderers, read back by the project's own readers, and labelled again.

What training sees this way is broken as real files break it: lines wrap, columns interleave, bullets get lost.
Nothing here is needed to use the project; the renderers come with the extra `train`.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile
from talentgraph.train.corpus import drafts
from talentgraph.train.rendering.alignment import align
from talentgraph.train.rendering.press import Press
from talentgraph.train.rendering.themes import THEMES, Theme, missing, usable
from talentgraph.train.surface import Labelled

__all__ = ["THEMES", "Theme", "missing", "read_back", "rendered", "usable"]


def rendered(seed: int = 0, *, kept_out: bool = False) -> Generator[tuple[Document, list[Labelled]]]:
    """Invented CVs as our readers give them back from printed files, with their labelled spans, without end.

    CVs whose text comes back with parts missing are left out. Raises nothing where renderers are not installed:
    the themes that need none are used.
    """
    themes = [theme for theme in usable(kept_out=kept_out) if theme.suffix != ".txt"]
    with TemporaryDirectory() as folder, Press() as press:
        for number, draft in enumerate(drafts(seed, kept_out=kept_out)):
            random = Random(f"{seed}/{number}/print")
            theme = random.choice(themes)
            path = Path(folder) / f"{draft.name}{theme.suffix}"
            path.write_bytes(theme.make(draft, random, press))
            document = read_back(path)
            path.unlink()
            if document is not None and (spans := align(draft, document)) is not None:
                yield document, spans


def read_back(path: Path) -> Document | None:
    """The document in a file that was just made; None where it cannot be read."""
    from talentgraph.read import read

    try:
        document = read(path)
    except ReadError:
        return None
    return None if isinstance(document, Profile) else document
