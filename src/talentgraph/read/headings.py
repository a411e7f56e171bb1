"""The words of section headings, and what kind of section they announce (headings.tsv)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

MAX_HEADING_WORDS = 7
_MOST_LETTERS = 120  # of a heading, blanks between spaced letters counted
_MODIFIER = "-"
_NAME = re.compile(r"univers\w+ (?:of|de|di|da|do)\b")  # the rest may be a field: University of Technology
_SPACED = re.compile(r"(?:\w ){2,}\w\b|^\w(?: \w)+$")


@lru_cache(maxsize=16384)
def heading_kind(words: str) -> str:
    """The kind of section that a heading announces, "" for words that announce none.

    >>> heading_kind("Peer-reviewed Publications:"), heading_kind("E D U C A T I O N"), heading_kind("Acme Labs")
    ('publications', 'education', '')
    """
    return kind_of(normal(words)) if len(words) <= _MOST_LETTERS else ""


def kind_of(words: str) -> str:
    """The kind that normal words announce."""
    tokens = words.split()
    if not tokens or len(tokens) > MAX_HEADING_WORDS or _NAME.match(words):
        return ""
    vocabulary, phrases = _lexicon()
    whole = " ".join(tokens)
    if whole in phrases:
        return phrases[whole]
    ranks = [vocabulary.get(token) for token in tokens]
    if None in ranks:
        return ""
    best = min(rank for rank in ranks if rank is not None)
    return "" if best[1] == _MODIFIER else best[1]


def partial_kind(words: str, *, unknown: int = MAX_HEADING_WORDS, most: int = MAX_HEADING_WORDS) -> str:
    """The kind that some words of a heading speak for, where up to `unknown` of at most `most` words are unknown.

    >>> partial_kind("Splendid Projects"), partial_kind("Splendid Planetary Projects", unknown=1)
    ('projects', '')
    """
    vocabulary, _ = _lexicon()
    tokens = normal(words).split()
    ranks = [vocabulary[token] for token in tokens if token in vocabulary]
    if len(tokens) > most or len(tokens) - len(ranks) > unknown:
        return ""
    best = min(ranks, default=(0, _MODIFIER))
    return "" if best[1] == _MODIFIER else best[1]


@lru_cache(maxsize=1)
def _lexicon() -> tuple[dict[str, tuple[int, str]], dict[str, str]]:
    """Words with the rank and kind of their line; phrases with their kind."""
    vocabulary: dict[str, tuple[int, str]] = {}
    phrases: dict[str, str] = {}
    rows = Path(__file__).with_name("headings.tsv").read_text(encoding="utf-8").splitlines()
    for rank, row in enumerate(row for row in rows if not row.startswith("#")):
        kind, words = row.split("\t")
        if "|" in words:
            phrases |= dict.fromkeys(words.split("|"), kind)
            continue
        for word in words.split():
            vocabulary.setdefault(word, (rank, kind))
    return vocabulary, phrases


def normal(words: str) -> str:
    """Words in small letters without marks, numbers of sections, signs and the blanks of spaced capitals."""
    text = words.casefold()
    if not words.isascii():
        text = unicodedata.normalize("NFKD", words).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    if _SPACED.search(text.strip()):  # letter-spaced capitals: two blanks or more part the words
        text = " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text.strip()))
    text = re.sub(r"^\W*(?:\d+|[ivx]+)[.)]\s+", " ", text)
    return " ".join(re.sub(r"[^\w&]+", " ", text).replace("&", " and ").split())
