"""The tokenizer: line ends, page ends and tabs are tokens of their own, and so is what parts one name from the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"""
      [\n\f\t]                                          # ends of lines and pages, cells
    | https?://[^\s)\]>]+ | www\.[^\s)\]>]+             # links
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                      # mail
    | </?[a-z]>                                         # tags that were pasted along
    | [A-Z][a-z]{0,3}\.(?:-?[A-Z][a-z]{0,3}\.)+         # M.Sc., Ph.D., J.-P.
    | \d+(?:[.,]\d+)*[^\W_]*                            # numbers, 3.88, 7.1x
    | ['’]s\b                                           # of the genitive
    | [^\W_]+(?:['’](?!s\b)[^\W\d_]+)*(?:\+\+|\#)?     # words, O'Brien, C++
    | ([_\-=*.─—•])\1{2,}                               # rules
    | [ ]+                                              # blanks beyond the one that follows a word
    | .                                                 # any other sign
    """,
    re.VERBOSE,
)


def words(text: str) -> tuple[list[str], list[bool]]:
    r"""The tokens of a text, and whether a blank follows each; put together they give the text again.

    >>> words("Acme, C++\tM.Sc.")
    (['Acme', ',', 'C++', '\t', 'M.Sc.'], [False, True, False, False, False])
    """
    found: list[str] = []
    blanks: list[bool] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token.startswith(" ") and found and not blanks[-1] and found[-1] not in "\n\f\t":
            blanks[-1] = True
            token = token[1:]
        if token:
            found.append(token)
            blanks.append(False)
    return found, blanks


class Tokenizer(DummyTokenizer):
    """spaCy's view of `words`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        tokens, spaces = words(text)
        return Doc(self.vocab, words=tokens, spaces=spaces)

    def to_disk(self, path: str | Path, **options: Any) -> None:
        """Nothing is kept on disk."""

    def from_disk(self, path: str | Path, **options: Any) -> Tokenizer:
        """Nothing is kept on disk."""
        return self


def _make() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register("talentgraph.Tokenizer.v1", func=_make)  # as spaCy's configuration names it
