"""Detection: whether a document tells in sentences, in which language, and which parts of it are lists."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections import Counter

from talentgraph.model import Document, Span

MAX_WORDS = 2500
_CV_KINDS = frozenset({"work", "education", "skills", "projects", "certificates"})
_LISTED = frozenset({"publications"})
_SPOKEN = re.compile(r"(?:^|[.!?]\s|\n)(?:I|I['’]m|My|He|She|They|Ich|Elle|Il|Ella)\s[a-zà-ÿ]+\s")
_WORDS = {
    "en": "the and of to in is was with for at her his my she he",
    "es": "el los las del y con por su una fue es como que",
    "fr": "le les et du une est dans par au elle sa ses il à",
    "de": "der die das und ist mit von den im bei ich eine am",
    "pt": "o os do em na no uma com foi é ao e da pela",
}


def is_prose(document: Document) -> bool:
    """Whether a document is told rather than listed: hardly a section of a CV, and sentences or few lines."""
    kinds = {section.kind for section in document.sections if section.heading is not None} - {"other", "summary"}
    words = len(document.text.split())
    if len(kinds & _CV_KINDS) > 1 or len(kinds) > 2 or not 15 <= words <= MAX_WORDS:
        return False
    running = sum(len(row.split()) for row in _rows(document) if len(row.split()) > 9)
    return running >= 0.4 * words or (
        words < 150 and (not kinds & _CV_KINDS or _SPOKEN.search(document.text) is not None)
    )


def _rows(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def language_of(text: str) -> str:
    """The language that most small words are of."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    return max(_WORDS, key=lambda language: (sum(words[word] for word in _WORDS[language].split()), language == "en"))


def lists(document: Document) -> tuple[Span, ...]:
    """The sections that are lists of references: other readers are made for them."""
    return tuple((s.start, s.end) for s in document.sections if s.kind in _LISTED and s.heading is not None)
