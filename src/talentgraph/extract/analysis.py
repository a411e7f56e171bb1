"""Analysis: a document through the pipeline and the assembly of records, before confidences are calibrated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talentgraph.extract.decoding import analyse
from talentgraph.extract.docs import make_doc
from talentgraph.extract.gate import gated
from talentgraph.extract.records import profile
from talentgraph.model import Document, Profile

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def analysed(document: Document, nlp: Language, name: str = "") -> tuple[Profile, Doc]:
    """What a document says about its person, and the tokens and entities behind it."""
    doc = analyse(nlp, make_doc(nlp, document))
    return gated(profile(document, doc, name)), doc
