"""From a document to a spaCy Doc that knows its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from talentgraph.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

if not Doc.has_extension("document"):
    Doc.set_extension("document", default=None)


def make_doc(nlp: Language, document: Document) -> Doc:
    """The tokens of a document's text; `doc._.document` is the document, `doc.spans["sections"]` its sections.

    The Doc's text is the document's text, so that offsets hold for both.
    """
    doc = nlp.make_doc(document.text)
    doc._.document = document
    spans = [
        doc.char_span(s.start, s.end, label=s.kind, alignment_mode="expand")
        for s in document.sections
        if s.start < s.end
    ]
    doc.spans["sections"] = [span for span in spans if span is not None]
    return doc
