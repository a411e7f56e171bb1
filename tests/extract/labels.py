"""Documents whose entities are written into the text: {EMPLOYER:Acme Labs}."""

from __future__ import annotations

import re
from pathlib import Path

import spacy

from talentgraph.model import Document
from talentgraph.read import read


def labelled(folder: Path, marked: str, suffix: str = ".txt") -> tuple[Document, spacy.tokens.Doc]:
    """A document and its Doc with the entities that the text marks."""
    wanted = [(m.group(1), m.group(2)) for m in re.finditer(r"\{([A-Z]+):([^}]*)\}", marked)]
    file = folder / f"ada{suffix}"
    file.write_text(re.sub(r"\{[A-Z]+:([^}]*)\}", r"\1", marked), encoding="utf-8")
    document = read(file)
    assert isinstance(document, Document)
    doc = spacy.blank("en")(document.text)
    spans, position = [], 0
    for label, words in wanted:
        position = document.text.index(words, position)
        span = doc.char_span(position, position + len(words), label, alignment_mode="expand")
        assert span is not None
        spans.append(span)
        position += len(words)
    doc.ents = spans
    return document, doc
