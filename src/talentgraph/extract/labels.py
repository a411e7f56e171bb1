"""Other pipelines: what their labels mean here, and how their entities keep to lines and cells.

A map says for each label of a pipeline which label of ours stands for it, or which one in which section, "" for none:

    [labels]
    JOB = "TITLE"

    [labels.ORG]
    work = "EMPLOYER"
    education = "INSTITUTION"
    else = ""
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from spacy.language import Language
from spacy.tokens import Doc, Span

from talentgraph.errors import TalentGraphError
from talentgraph.extract import docs  # noqa: F401  registers the extension
from talentgraph.model import SectionKind

COMPONENT = "talentgraph_labels"
OURS = frozenset(
    {
        "ADVISOR", "AUTHOR", "AWARD", "AWARDER", "CERTIFICATE", "DEGREE", "DEPARTMENT", "EMPLOYER", "FIELD",
        "INSTITUTION", "ISSUER", "LANGUAGE", "PAPER", "PERSON", "PLACE", "PROJECT", "SKILL", "TEAM", "TITLE", "VENUE",
    }
)  # fmt: skip
Meaning = str | Mapping[str, str]
Labels = Mapping[str, Meaning]
_ELSE = "else"
_KINDS = frozenset((*get_args(SectionKind), _ELSE))
_PLACE = {"head": "PLACE", "work": "PLACE", "education": "PLACE", "teaching": "PLACE"}
_PERSON = {"head": "PERSON", "publications": "AUTHOR"}
USUAL: Labels = {  # the labels of spaCy's own pipelines (OntoNotes, and WikiNER's four)
    "ORG": {
        "work": "EMPLOYER", "teaching": "EMPLOYER", "education": "INSTITUTION", "publications": "VENUE",
        "awards": "AWARDER", "certificates": "ISSUER",
    },
    "PERSON": _PERSON, "PER": _PERSON, "GPE": _PLACE, "LOC": _PLACE,
    "WORK_OF_ART": {"publications": "PAPER", "awards": "AWARD", "projects": "PROJECT", "certificates": "CERTIFICATE"},
    "PRODUCT": {"skills": "SKILL", "projects": "PROJECT"},
    "LANGUAGE": {"languages": "LANGUAGE"}, "NORP": {"languages": "LANGUAGE"},
}  # fmt: skip
_WRAPPED = 60  # letters of a line that goes on below
_BREAK = re.compile(r"\t|[\n\f]+")


class Relabel:
    """The component: gives the entities of the components before it the labels of talentgraph."""

    def __init__(self, labels: Labels) -> None:
        self.labels = checked(labels, "the labels of the pipeline")

    def __call__(self, doc: Doc) -> Doc:
        document = doc._.document
        sections = [(s.start, s.end, s.kind) for s in document.sections] if document is not None else []
        found = []
        for entity in doc.ents:
            kind = next((kind for start, end, kind in sections if start <= entity.start_char < end), "other")
            if label := self._label(entity.label_, kind):
                start, end = max(_pieces(entity), key=lambda piece: piece[1] - piece[0], default=(0, 0))
                found += [Span(doc, start, end, label=label)] if start < end else []
        doc.ents = tuple(found)
        return doc

    def _label(self, label: str, kind: str) -> str:
        """What a label of the pipeline means in a section; labels that the map lacks stay as they are."""
        meaning = self.labels.get(label, label if label in OURS else "")
        return meaning if isinstance(meaning, str) else meaning.get(kind, meaning.get(_ELSE, ""))


@Language.factory(COMPONENT, assigns=["doc.ents"], requires=["doc.ents"], default_config={"labels": {}})
def make_relabel(nlp: Language, name: str, labels: dict[str, Any]) -> Relabel:
    """The component, as spaCy's configuration names it; without a map it takes the usual one."""
    return Relabel(labels or USUAL)


def _pieces(entity: Span) -> Iterator[tuple[int, int]]:
    """The parts of an entity, as tokens from and to: a name ends with its cell, and with a line that is not full."""
    tokens, start = entity.doc, entity.start
    for at in range(entity.start, entity.end + 1):
        if at < entity.end and not _parts(tokens, at):
            continue
        if at > start:
            yield start, at
        start = at + 1


def _parts(doc: Doc, at: int) -> bool:
    """Whether a token is the end of a cell, or of a line too short to go on below."""
    token = doc[at]
    if not _BREAK.search(token.text):
        return False
    line = doc.text.rfind("\n", 0, token.idx) + 1
    return "\t" in token.text or token.text.count("\n") > 1 or token.idx - line < _WRAPPED


def is_foreign(nlp: Language) -> bool:
    """Whether a pipeline finds entities under labels that are not ours, and has no map for them."""
    if COMPONENT in nlp.component_names:
        return False
    found = {
        label
        for name in nlp.pipe_names
        if "doc.ents" in nlp.get_pipe_meta(name).assigns
        for label in nlp.pipe_labels.get(name, ())
    }
    return not found <= OURS or not found


def read_labels(path: Path) -> Labels:
    """The map in a TOML file, under `[labels]`.

    Raises TalentGraphError with file, place and remedy when it has the wrong form.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TalentGraphError(
            f'{path}: no TOML ({error}); write lines like ORG = "EMPLOYER" under [labels]'
        ) from error
    labels = content.get("labels")
    if not isinstance(labels, dict) or not labels:
        raise TalentGraphError(f'{path}: it has no [labels]; write lines like ORG = "EMPLOYER" below that')
    return checked(labels, str(path))


def checked(labels: Mapping[str, Any], where: str) -> Labels:
    """The map, if it leads to labels and sections that there are; else TalentGraphError."""
    for name, meaning in labels.items():
        parts = meaning.items() if isinstance(meaning, Mapping) else [("", meaning)]
        for kind, label in parts:
            place = f"{where}: labels.{name}" + (f".{kind}" if kind else "")
            if kind and kind not in _KINDS:
                raise TalentGraphError(f"{place}: there is no such section; write one of {', '.join(sorted(_KINDS))}")
            if label != "" and label not in OURS:
                raise TalentGraphError(f"{place}: {unknown_label(label)}")
    return labels


def unknown_label(label: Any) -> str:
    """What to say of a label that is none of ours.

    >>> unknown_label("EMPLOYR")
    "there is no label 'EMPLOYR'; did you mean EMPLOYER?"
    """
    near = get_close_matches(str(label).upper(), OURS, 1)
    hint = f"did you mean {near[0]}?" if near else f"write one of {', '.join(sorted(OURS))}"
    return f"there is no label {str(label)!r}; {hint}"
