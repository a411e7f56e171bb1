"""The page: per document the text with gold and prediction marked. It needs no network and trusts no text."""

from __future__ import annotations

import html
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from talentgraph.evaluate.judging import Judged, Outcome
from talentgraph.evaluate.locating import Located
from talentgraph.evaluate.masking import masked_text, masked_value
from talentgraph.evaluate.reliability import BANDS, bands, bins, calibration_error
from talentgraph.evaluate.run import Evaluation, Result, figures, judged_values, worst
from talentgraph.model import Span

VERDICTS = ("correct", "wrong", "missed", "false alarm")
# The classes of values that the page can be filtered by, and the words for them.
CLASSES = {
    "basics.name": "Name",
    "work.name": "Employer",
    "work.position": "Job title",
    "work.startDate": "Start of job",
    "work.endDate": "End of job",
    "education.institution": "School",
    "education.studyType": "Degree",
    "education.area": "Field",
    "education.startDate": "Start of study",
    "education.endDate": "End of study",
    "education.score": "Grade",
    "publications.name": "Paper",
    "publications.publisher": "Venue",
    "publications.releaseDate": "Year",
    "publications.authors": "Author",
    "skills.keywords": "Technology",
    "projects.name": "Project",
    "awards.title": "Award",
}
_MOST = 500  # documents on a page; of more, the worst
_HERE = Path(__file__).resolve().parent / "html"


def write(evaluation: Evaluation, folder: Path, *, include_contacts: bool = False) -> Path:
    """Write `evaluation.html` and `evaluation.json` into a folder, which is made; returns the page."""
    folder.mkdir(parents=True, exist_ok=True)
    data = json.dumps(figures(evaluation), ensure_ascii=False, indent=1)
    (folder / "evaluation.json").write_text(data + "\n", encoding="utf-8", newline="\n")
    target = folder / "evaluation.html"
    text = page(evaluation, title="Evaluation", include_contacts=include_contacts)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def page(evaluation: Evaluation, *, title: str, include_contacts: bool = False) -> str:
    """The page as text, to be written as UTF-8.

    Texts become text nodes only, script and style are inside and allowed by their hashes alone, and nothing is
    requested. Contact details are blacked out unless `include_contacts`.
    """
    from talentgraph.draw.explorer import digest, fill, island

    script, style = _part("page.js"), _part("colours.css") + _part("page.css")
    policy = (
        f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return fill(
        _part("page.html"),
        policy=html.escape(policy, quote=False),
        title=html.escape(title),
        style=style,
        data=island(payload(evaluation, title=title, include_contacts=include_contacts)),
        script=script,
    )


def payload(evaluation: Evaluation, *, title: str, include_contacts: bool = False) -> dict[str, Any]:
    """What the page shows, as plain data."""
    shown = worst(evaluation, _MOST)
    data = figures(evaluation)
    return {
        "title": title,
        "figures": {key: data[key] for key in ("all", "variants")},
        "classes": [[key, label] for key, label in CLASSES.items()],
        "verdicts": list(VERDICTS),
        "bands": [list(each) for each in BANDS],
        "left_out": len(evaluation.results) - len(shown),
        "calibration": _calibration(judged_values(evaluation.results)),
        "documents": [_document(result, include_contacts) for result in shown],
    }


def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _calibration(values: Sequence[Judged]) -> dict[str, Any]:
    """Bins, bands and calibration error over all (under the key "") and by class."""
    by_class: dict[str, list[Judged]] = defaultdict(list)
    for value in values:
        by_class[f"{value.kind}.{value.field}"].append(value)
    chosen = {"": list(values)} | {key: by_class[key] for key in CLASSES if by_class[key]}
    return {
        key: {
            "size": len(some),
            "error": calibration_error(some),
            "bins": [list(each[1:]) for each in bins(some)],
            "bands": [list(each) for each in bands(some)],
        }
        for key, some in chosen.items()
        if some
    }


def _document(result: Result, include_contacts: bool) -> dict[str, Any]:
    case, values = result.case, _values(result)
    keep = [span for value in values for span in (*value[6], value[7]) if span]
    if not include_contacts:
        values = [[value[0], *map(masked_value, value[1:3]), *value[3:]] for value in values]
    return {
        "person": case.person,
        "variant": case.variant,
        "scores": [result.tally.entity_f1, result.tally.record_f1],
        "text": result.text if include_contacts else masked_text(result.text, result.contacts, keep=keep),
        "problem": result.problem.reason if result.problem else "",
        "values": values,
    }


def _values(result: Result) -> list[list[Any]]:
    """The values of a document: class, gold, found, verdict, record, confidence, spans found, span of the gold."""
    keys = list(CLASSES)
    located = Located(result.text)
    near: dict[str, list[Span]] = defaultdict(list)
    for outcome in result.outcomes:
        near[outcome.group] += outcome.spans
    return [
        [
            keys.index(f"{outcome.kind}.{outcome.field}"),
            outcome.gold,
            outcome.found,
            VERDICTS.index(outcome.verdict),
            outcome.group,
            outcome.confidence,
            outcome.spans,
            _gold_span(outcome, located, near[outcome.group]),
        ]
        for outcome in result.outcomes
    ]


def _gold_span(outcome: Outcome, located: Located, near: Iterable[Span]) -> Span | None:
    """Where the text says what the gold gives, where nothing right was found for it."""
    if outcome.verdict == "correct" or not outcome.gold:
        return None
    if outcome.field in ("startDate", "endDate", "releaseDate"):
        return located.find_date(outcome.gold, near)
    return located.find(outcome.gold, near)
