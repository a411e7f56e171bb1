"""The spaCy room: from a document to a profile."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from talentgraph.errors import TalentGraphError
from talentgraph.model import Document, Profile

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).with_name("model")


def load(model: str | Path | None = None, *, labels: Path | None = None, patterns: Path | None = None) -> Language:
    """The pipeline in a folder or package; without a name, the one that ships.

    Any spaCy pipeline that finds entities will do. `labels` is a TOML file that says what its labels mean here; without
    it, those of spaCy's own pipelines (PERSON, ORG, GPE, …) are understood. `patterns` is a file of spaCy's EntityRuler
    with our labels. Raises TalentGraphError when there is no such pipeline, or a file has the wrong form.

    >>> load().pipe_names
    ['talentgraph_features', 'ner']
    """
    import spacy

    from talentgraph.extract import features  # noqa: F401  registers the factories
    from talentgraph.extract import labels as foreign
    from talentgraph.extract.patterns import add_patterns

    wanted = foreign.read_labels(labels) if labels else None
    try:
        nlp = spacy.load(model or MODEL)
    except (OSError, ImportError, ValueError) as error:
        raise TalentGraphError(_no_pipeline(model or MODEL, error)) from error
    if wanted and foreign.COMPONENT in nlp.pipe_names:
        nlp.replace_pipe(foreign.COMPONENT, foreign.COMPONENT, config={"labels": wanted})
    elif wanted or foreign.is_foreign(nlp):
        nlp.add_pipe(foreign.COMPONENT, config={"labels": wanted or {}}, last=True)
    if patterns and patterns.is_file():
        add_patterns(nlp, patterns)
    return nlp


def _no_pipeline(model: str | Path, error: Exception) -> str:
    """What to say of a name that leads to no pipeline, or to one that cannot be loaded."""
    if isinstance(error, OSError):
        return f"no spaCy pipeline at {model}; give a folder or an installed package (python -m spacy download NAME)"
    return f"{model}: spaCy cannot load it ({str(error).strip().splitlines()[0][:200]}); install what it needs"


def extract(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Profile]:
    """The profile of each document, in order.

    `nlp` is a pipeline from `load`; the one that ships is loaded once when none is given. A document that speaks of
    nobody's life gives an empty profile with a note that says so.
    """
    from talentgraph.extract.analysis import analysed
    from talentgraph.extract.calibration import calibrated, table_of

    nlp = nlp or load()
    name, table = _name(nlp), table_of(nlp)
    for document in documents:
        found, doc = analysed(document, nlp, name)
        yield calibrated(found, doc, table)


def _name(nlp: Language) -> str:
    """The name that profiles give their extractor: that of the pipeline, and a mark of the user's lexicon."""
    from talentgraph.extract.patterns import COMPONENT
    from talentgraph.values import lexicon

    name = f"{nlp.meta['name']} {nlp.meta['version']}"
    patterns = nlp.get_pipe(COMPONENT).patterns if COMPONENT in nlp.pipe_names else []  # type: ignore[attr-defined]
    lists = lexicon.current()
    if not patterns and not lists:
        return name
    return f"{name} with lexicon {hashlib.sha256(repr((sorted(lists.items()), patterns)).encode()).hexdigest()[:8]}"
