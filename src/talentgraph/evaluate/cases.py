"""Which documents show what gold: files of a gold folder and of a folder of documents brought together."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talentgraph.errors import ProfileError, TalentGraphError
from talentgraph.evaluate.gold import Record, Shown, check, shown
from talentgraph.evaluate.spelling import Names, read_names

_COVERAGE = "coverage.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A document and what it shows of the gold of its person."""

    person: str
    variant: str
    path: Path
    gold: Shown

    @property
    def name(self) -> str:
        """The name of the document: "001/plain"."""
        return f"{self.person}/{self.variant}"


def find_cases(gold: Path, documents: Path, variants: Collection[str] = ()) -> tuple[list[Case], list[str]]:
    """All documents of the people in `gold`, and the names of people without a document.

    `gold` holds a JSON Resume `<person>.json` a person. `documents` holds `<person>/<variant>.<suffix>` or
    `<person>.<suffix>`, where the suffix is the variant. Only the `variants` named are taken, by default all.
    `coverage.json` in the gold folder or beside it says what a document does not show. Raises TalentGraphError when
    there is no pair of gold and document, ProfileError when the gold has not the form of a JSON Resume.
    """
    people = dict(_people(gold))
    coverage = _coverage(gold)
    cases, alone = [], []
    for person, path in people.items():
        found = _files(documents, person, path)
        data = check(_json(path), path.name)
        cases += [
            Case(person, variant, file, shown(data, _covered(coverage, person, variant)))
            for variant, file in found
            if not variants or variant in variants
        ]
        alone += [] if found else [person]
    if not cases:
        raise TalentGraphError(_nothing(gold, documents, people, variants))
    return cases, alone


def find_names(gold: Path) -> Names:
    """The groups of names in the gold folder or beside it."""
    here = any((gold / name).is_file() for name in ("aliases.tsv", "distinct.tsv"))
    return read_names(gold if here else gold.parent)


def _people(gold: Path) -> Iterator[tuple[str, Path]]:
    if not gold.is_dir():
        raise TalentGraphError(f"{gold}: is no folder; give the folder of the gold, with one JSON Resume a person")
    for path in sorted(gold.glob("*.json")):
        if path.name != _COVERAGE and not path.name.startswith("."):
            yield path.stem, path


def _files(documents: Path, person: str, gold: Path) -> list[tuple[str, Path]]:
    """The documents of a person with the names of their variants."""
    folder = documents / person
    if folder.is_dir():
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        stems = [path.stem for path in files]
        return [(path.stem if stems.count(path.stem) == 1 else path.name, path) for path in files]
    files = sorted(path for path in documents.glob("*") if path.stem == person and path.is_file())
    return [(path.suffix[1:] or "text", path) for path in files if path.resolve() != gold.resolve()]


def _coverage(gold: Path) -> Mapping[str, Any]:
    """What documents do not show, by person and variant."""
    for path in (gold / _COVERAGE, gold.parent / _COVERAGE):
        if path.is_file():
            data = _json(path)
            people = data.get("documents") if isinstance(data, dict) else None
            if not isinstance(people, dict):
                raise ProfileError(f"{path}: has no object 'documents'; correct the file")
            return people
    return {}


def _covered(coverage: Mapping[str, Any], person: str, variant: str) -> Record:
    """The entry of a document; where a person has only one, it is that of any variant."""
    entries = coverage.get(person) or {}
    entry = entries.get(variant) or (next(iter(entries.values())) if len(entries) == 1 else {})
    return entry if isinstance(entry, dict) else {}


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ProfileError(f"{path.name}: is no JSON ({error}); correct the file") from None


def _nothing(gold: Path, documents: Path, people: Collection[str], variants: Collection[str]) -> str:
    if not people:
        return f"{gold}: holds no JSON Resume; name the files <person>.json"
    if not documents.is_dir():
        return f"{documents}: is no folder; give the folder of the documents"
    wanted = f" of the variants {', '.join(sorted(variants))}" if variants else ""
    person = next(iter(people))
    return f"{documents}: holds no document{wanted} of {person} or the others; name them {person}/<variant>.<suffix>"
