"""From the story of a text to records with evidence."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import GUESS, MODEL, RULE
from talentgraph.extract.prose.story import Dated, Post, Study, Work
from talentgraph.model import Award, Education, Publication, Skill, Span
from talentgraph.model import Work as Position
from talentgraph.values import titles
from talentgraph.values.dates import DateRange


def positions(text: str, posts: Sequence[Post]) -> list[Position]:
    """The posts as positions."""
    return [_position(text, post) for post in posts]


def _position(text: str, post: Post) -> Position:
    fields = Fields(text)
    assert post.org is not None
    fields.put(
        "name", [post.org.span, *(m.span for m in post.extra if m.kind == "NAME")], MODEL, _value(text, post.org.span)
    )
    if post.title is not None:
        spans = [post.title.span, *(m.span for m in post.extra if m.kind == "TITLE")]
        whole = (post.title.start, max(b for _, b in spans))
        fields.put("position", [whole], MODEL, _value(text, whole))
    elif post.role and post.word:
        fields.put("position", [post.word], MODEL, post.role)
    if kind := titles.employment_type(" ".join(text[a:b] for a, b in fields.evidence.get("position", ()))):
        fields.put("employment_type", fields.evidence["position"], RULE, kind)
    if post.team is not None:
        fields.put("team", [post.team.span], GUESS)
    if post.start:
        fields.put("start_date", _year_too(text, post.start[1], post.end), RULE, post.start[0])
    if post.end:
        fields.put("end_date", [post.end[1]], RULE, post.end[0])
    elif post.current:
        fields.put("current", [post.held or post.org.span], GUESS, True)
    return fields.record(Position)  # type: ignore[no-any-return]


def _year_too(text: str, start: Span, end: Dated | None) -> list[Span]:
    """The places of a start: that of the end, too, where only it has the year ("May - August 2026")."""
    return [start] if end is None or re.search(r"\d", text[slice(*start)]) else [start, end[1]]


def studies(text: str, found: Sequence[Study]) -> list[Education]:
    """The studies as education."""
    return [_education(text, study) for study in found]


def _education(text: str, study: Study) -> Education:
    fields = Fields(text)
    assert study.org is not None
    fields.put("institution", [study.org.span, *(m.span for m in study.extra)], MODEL, _value(text, study.org.span))
    if study.degree is not None:
        fields.put("study_type", [study.degree.span], MODEL)
    if study.area is not None:
        fields.put("area", [study.area.span], MODEL)
    _study_dates(fields, study)
    fields.items("advisors", [(span, _value(text, span)) for span in study.advisors], MODEL)
    return fields.record(Education)  # type: ignore[no-any-return]


def _study_dates(fields: Fields, study: Study) -> None:
    date = study.date
    if date is not None and date.start and date.end:
        fields.put("start_date", [date.start_span or date.span], RULE, date.start)
        fields.put("end_date", [date.end_span or date.span], RULE, date.end)
    elif date is not None and date.current:
        fields.put("start_date", [date.start_span or date.span], RULE, date.start)
    elif date is not None and (value := date.start or date.end):
        fields.put("end_date", [date.span], RULE, value)
    if study.current and "end_date" not in fields.values and study.degree is not None:
        fields.put("current", [study.held or study.degree.span], GUESS, True)


def publications(text: str, works: Sequence[Work]) -> list[Publication]:
    """The works as publications."""
    found = []
    for work in works:
        fields = Fields(text)
        if work.name:
            fields.put("name", [work.name], MODEL)
        if work.venue:
            fields.put("publisher", [work.venue], MODEL)
        if work.date and (work.date.start or work.date.end):
            fields.put("release_date", [work.date.span], RULE, work.date.start or work.date.end)
        found.append(fields.record(Publication))
    return found


def awards(text: str, honours: Sequence[tuple[Span, DateRange | None]]) -> list[Award]:
    """The honours as awards."""
    found = []
    for span, date in honours:
        fields = Fields(text)
        fields.put("title", [span], MODEL)
        if date is not None and date.start:
            fields.put("date", [date.span], RULE, date.start)
        found.append(fields.record(Award))
    return found


def skills(text: str, tools: Sequence[Span]) -> list[Skill]:
    """The tools as one group of skills."""
    fields = Fields(text)
    fields.items("keywords", [(span, _value(text, span)) for span in tools], MODEL)
    return [fields.record(Skill)] if fields.values else []


def _value(text: str, span: Span) -> str:
    return re.sub(r"\s+", " ", text[span[0] : span[1]])
