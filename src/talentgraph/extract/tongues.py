"""Languages that the person speaks: those of a section, and those that a labelled line lists elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import MODEL, RULE
from talentgraph.extract.page import Page
from talentgraph.model import Language, Span
from talentgraph.values.languages import find_fluency, find_languages

_LABEL = re.compile(
    r"[ \t]*(?:(?:spoken|natural|foreign|human|other)\s)?"
    r"(?:languages?|language skills|sprachen|sprachkenntnisse|idiomas|lenguas|langues|l[ií]nguas|lingue|talen)"
    r"(?:\s(?:spoken|known|parl[ée]es|hablados))?\s*[:\t–—]\s*",
    re.I,
)
_ELSEWHERE = ("head", "skills", "summary", "other", "interests")


def languages(page: Page) -> list[Language]:
    """The natural languages of the language sections, else of lines like "Languages: English (native), German"."""
    found = [spoken for region in _stretches(page) for spoken in _listed(page, *region)]
    if not found:
        found = [spoken for region in _lines(page) for spoken in _listed(page, *region)]
    once: dict[str, Language] = {}
    for spoken in found:
        once.setdefault((spoken.language or "").casefold(), spoken)
    return list(once.values())


def lists_languages(words: Sequence[str]) -> bool:
    """Whether a list is one of natural languages."""
    return 2 * sum(any(start == 0 for start, _ in find_languages(word)) for word in words) > len(words)


def _stretches(page: Page) -> Iterator[Span]:
    for section in page.sections("languages"):
        yield (section.heading[1] if section.heading else section.start), section.end


def _lines(page: Page) -> Iterator[Span]:
    """The labelled lines of other sections that list natural languages."""
    for section in page.sections(*_ELSEWHERE):
        for line in page.lines:
            if section.start <= line.start < section.end and (label := _LABEL.match(page.text, line.start, line.end)):
                yield label.end(), line.end


def _listed(page: Page, start: int, end: int) -> Iterator[Language]:
    """The languages of a stretch: what the lexicon knows, and what the model marks in it."""
    names = {(start + a, start + b): RULE for a, b in find_languages(page.text[start:end])}
    for mark in page.within(start, end, ["LANGUAGE"]):
        if not any(mark.start < b and a < mark.end for a, b in names):
            names[mark.span] = MODEL
    spans = sorted(names)
    for number, span in enumerate(spans):
        stop = spans[number + 1][0] if number + 1 < len(spans) else end
        fields = Fields(page.text)
        fields.put("language", [span], names[span])
        if level := _fluency(page, span, stop):
            fields.put("fluency", [level], RULE)
        yield fields.record(Language)


def _fluency(page: Page, name: Span, stop: int) -> Span | None:
    """How well a language is spoken: behind it on its line, ahead of its line's colon, or alone on the next line."""
    number = page.line_at(name[0])
    line = page.lines[number]
    level = find_fluency(page.text, name[1], min(stop, line.end))
    if level and page.text.find(":", level[1], min(stop, line.end)) < 0:  # not the head of "Fluent: French" behind it
        return level
    colon = page.text.rfind(":", line.start, name[0])
    if colon >= 0:
        bound = max(page.text.rfind(sign, line.start, colon) + 1 for sign in ";|.")
        if level := find_fluency(page.text, max(bound, line.start), colon):
            return level
    if line.end < stop and number + 1 < len(page.lines) and not page.text[name[1] : line.end].strip(" :,-"):
        below = page.lines[number + 1]
        if (level := find_fluency(page.text, below.start, min(below.end, stop))) and level[0] - below.start < 12:
            return level
    return None
