"""The spaCy room: from a document to a profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from talentgraph.errors import TalentGraphError
from talentgraph.model import Document, Profile

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).with_name("model")


def load(model: str | Path | None = None) -> Language:
    """The pipeline in a folder or package; without a name, the one that ships.

    Raises TalentGraphError when there is no such pipeline.
    """
    import spacy

    from talentgraph.extract import features  # noqa: F401  registers the factories

    try:
        return spacy.load(model or MODEL)
    except OSError as error:
        raise TalentGraphError(
            f"no spaCy pipeline at {model or MODEL}; give a folder or an installed package"
        ) from error


def extract(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Profile]:
    """The profile of each document, in order.

    `nlp` is a pipeline from `load`; the one that ships is loaded once when none is given. A document that speaks of
    nobody's life gives an empty profile with a note that says so.
    """
    from talentgraph.extract.docs import make_doc
    from talentgraph.extract.gate import gated
    from talentgraph.extract.records import profile

    nlp = nlp or load()
    name = f"{nlp.meta['name']} {nlp.meta['version']}"
    for document in documents:
        yield gated(profile(document, nlp(make_doc(nlp, document)), name))
