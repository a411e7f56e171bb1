"""Patterns of users: a file of spaCy's EntityRuler, one JSON object a line, with the labels of talentgraph.

{"label": "EMPLOYER", "pattern": "Acme Labs"}
{"label": "TITLE", "pattern": [{"LOWER": "chief"}, {"LOWER": "tea"}, {"LOWER": "officer"}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.errors import MatchPatternError
from spacy.language import Language

from talentgraph.errors import TalentGraphError
from talentgraph.extract.labels import OURS, unknown_label

COMPONENT = "talentgraph_patterns"


def add_patterns(nlp: Language, path: Path) -> None:
    """Let a pipeline find what the patterns of a file say, before all that it finds itself.

    Raises TalentGraphError with file, line and remedy where a line is no pattern.
    """
    ruler: Any = nlp.add_pipe("entity_ruler", COMPONENT, config={"overwrite_ents": True, "validate": True})
    for number, pattern in _patterns(path):
        try:
            ruler.add_patterns([pattern | {"pattern": _tokens(nlp, pattern["pattern"])}])
        except (MatchPatternError, ValueError, TypeError, KeyError) as error:
            what = str(error).strip().splitlines()[-1] if str(error).strip() else "it cannot be matched"
            raise TalentGraphError(
                f"{path}:{number}: no pattern of spaCy's EntityRuler ({what}); correct it"
            ) from error


def _tokens(nlp: Language, pattern: Any) -> Any:
    """The pattern as a list of tokens: words are those that the pipeline makes of them, as written."""
    return [{"ORTH": token.text} for token in nlp.make_doc(pattern)] if isinstance(pattern, str) else pattern


def _patterns(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The patterns of a file with the numbers of their lines."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            pattern = json.loads(line.decode("utf-8-sig"))
        except ValueError as error:
            raise TalentGraphError(f"{path}:{number}: not JSON in UTF-8; correct the line or delete it") from error
        if fault := _fault(pattern):
            raise TalentGraphError(f"{path}:{number}: {fault}")
        yield number, pattern


def _fault(pattern: Any) -> str:
    """What is wrong with a pattern, and the remedy."""
    if not isinstance(pattern, dict) or not {"label", "pattern"} <= pattern.keys():
        return 'write {"label": …, "pattern": …}'
    if pattern["label"] not in OURS:
        return unknown_label(pattern["label"])
    words = pattern["pattern"]
    if not (isinstance(words, str) and words.strip()) and not (isinstance(words, list) and words):
        return "the pattern is neither words nor a list of tokens; write one of them"
    return ""
