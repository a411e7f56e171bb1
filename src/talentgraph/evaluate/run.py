"""The whole evaluation: documents are read, extracted, and compared with the gold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from talentgraph.codec import profile_to_json
from talentgraph.evaluate.cases import Case, find_cases, find_names
from talentgraph.evaluate.comparison import compare
from talentgraph.evaluate.judging import Judged, Outcome, outcomes
from talentgraph.evaluate.reliability import bands, calibration_error
from talentgraph.evaluate.scores import Tally, add, as_data, intervals, tally
from talentgraph.evaluate.spelling import Names
from talentgraph.model import Problem, Profile, Span

File = tuple[Path, Path]  # a file, and the folder that its name is relative to
Reader = Callable[[Iterable[File]], Iterator[Profile | Problem]]
Progress = Callable[[int, int, str], None]  # documents done, documents in all, the name of the last one

_CONTACTS = ("email", "phone", "url", "address", "postal_code", "profiles")  # fields of the basics


@dataclass(frozen=True, slots=True)
class Result:
    """How one document fared. A document that cannot be read counts as an empty profile."""

    case: Case
    tally: Tally
    outcomes: tuple[Outcome, ...]
    text: str = ""
    contacts: tuple[Span, ...] = ()  # where the profile has contact details from
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How all documents fared; `alone` names people of the gold without a document."""

    results: tuple[Result, ...]
    alone: tuple[str, ...] = ()

    @property
    def variants(self) -> list[str]:
        """The names of the variants in order."""
        return sorted({result.case.variant for result in self.results})


def evaluate(
    gold: Path,
    documents: Path,
    *,
    read: Reader,
    variants: Collection[str] = (),
    progress: Progress | None = None,
) -> Evaluation:
    """Compare what `read` makes of documents with the gold.

    The folders are those of `find_cases`; `read` gives the profile of each file in order, as
    `talentgraph.pipeline.read_profiles` does. Raises TalentGraphError when there is nothing to compare.
    """
    cases, alone = find_cases(gold, documents, variants)
    names = find_names(gold)
    results = []
    for case, found in zip(cases, read((case.path, documents) for case in cases), strict=True):
        results.append(judge(case, found, names))
        if progress:
            progress(len(results), len(cases), case.name)
    return Evaluation(tuple(results), tuple(alone))


def judge(case: Case, found: Profile | Problem, names: Names) -> Result:
    """How one document fared."""
    read = found if isinstance(found, Profile) else None
    compared = compare(case.gold, profile_to_json(read) if read else {}, names)
    return Result(
        case,
        tally(compared),
        tuple(outcomes(compared)),
        text=read.text if read else "",
        contacts=tuple(_contacts(read)) if read else (),
        problem=found if isinstance(found, Problem) else None,
    )


def _contacts(profile: Profile) -> Iterator[Span]:
    for place, spans in profile.basics.evidence.items():
        if place.partition(".")[0] in _CONTACTS:
            yield from spans


def worst(evaluation: Evaluation, count: int) -> list[Result]:
    """The documents with the lowest mean of both F1, the worst first."""
    ranked = sorted(evaluation.results, key=lambda result: (_rate(result.tally.both), result.case.name))
    return ranked[:count]


def _rate(value: float | None) -> float:
    return 1.0 if value is None else value


def judged_values(results: Iterable[Result]) -> list[Judged]:
    """Every value with a confidence of several documents."""
    return [
        Judged(each.kind, each.field, each.found, each.confidence, each.verdict == "correct")
        for result in results
        for each in result.outcomes
        if each.confidence is not None and each.found
    ]


def figures(evaluation: Evaluation) -> dict[str, Any]:
    """All figures as plain data: per variant and over all, then calibration, then each document, the worst first."""
    chosen = {variant: [r for r in evaluation.results if r.case.variant == variant] for variant in evaluation.variants}
    values = judged_values(evaluation.results)
    return {
        "variants": {name: _figures(results) for name, results in chosen.items()},
        "all": _figures(evaluation.results),
        "calibration": {
            "error": calibration_error(values),
            "values": len(values),
            "bands": [{**each._asdict()} for each in bands(values)],
        },
        "documents": [
            {"name": r.case.name, "ENTITY_F1": r.tally.entity_f1, "RECORD_F1": r.tally.record_f1}
            for r in worst(evaluation, len(evaluation.results))
        ],
    }


def _figures(results: Iterable[Result]) -> dict[str, Any]:
    results = sorted(results, key=lambda result: result.case.person)
    people = [add(r.tally for r in group) for _, group in groupby(results, lambda result: result.case.person)]
    return {"documents": len(results), **as_data(add(people), intervals(people))}
