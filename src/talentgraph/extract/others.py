"""Interests, and who can be asked about the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import GUESS, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Interest, Reference, Span
from talentgraph.values.people import is_name

MAX_WORDS = 6  # of an interest; more are a sentence
_LABEL = re.compile(r"([^:,;\n\t]{2,40}):\s+")
_PARTS = re.compile(r"(?:(?!\s(?:and|und|y|et|e|en|&)\s)[^,;|•·\t\n\f])+", re.I)
_AND = re.compile(r"(?:and|und|y|et|e|en|&)\s+", re.I)
_TITLE = re.compile(r"^(?:(?:Prof(?:essor)?|Dr|Mr|Ms|Mrs)\b\.?\s*)+")


def interests(page: Page) -> list[Interest]:
    """The interests of the interest sections: labelled ones with what belongs to them, else one by one."""
    found = []
    for section in page.sections("interests"):
        start = section.heading[1] if section.heading else section.start
        for line in page.lines:
            if start <= line.start and line.end <= section.end:
                found += list(_interests(page, line.start, line.end))
    return found


def _interests(page: Page, start: int, end: int) -> Iterator[Interest]:
    label = _LABEL.match(page.text, start, end)
    items = list(_items(page, label.end() if label else start, end))
    if label and items:
        fields = Fields(page.text)
        fields.put("name", [trimmed(page.text, *label.span(1))], GUESS)
        fields.items("keywords", [(item, " ".join(page.text[slice(*item)].split())) for item in items], GUESS)
        yield fields.record(Interest)
    else:
        for item in items:
            fields = Fields(page.text)
            fields.put("name", [item], GUESS)
            yield fields.record(Interest)


def _items(page: Page, start: int, end: int) -> Iterator[Span]:
    """The short items of a list; a sentence is none."""
    for match in _PARTS.finditer(page.text, start, end):
        a, b = trimmed(page.text, *match.span(), drop=" \t\n\f,;:|·•–—-.")
        if lead := _AND.match(page.text, a, b):
            a = lead.end()
        if a < b and len(page.text[a:b].split()) <= MAX_WORDS and any(map(str.isalpha, page.text[a:b])):
            yield a, b


def references(page: Page) -> list[Reference]:
    """The people of the reference sections, by name only: how to reach them is theirs to give."""
    found = []
    for section in page.sections("references"):
        for line in page.lines:
            if section.start <= line.start and line.end <= section.end and (name := _name(page, line.start, line.end)):
                fields = Fields(page.text)
                fields.put("name", [name], GUESS)
                found.append(fields.record(Reference))
    return found


def _name(page: Page, start: int, end: int) -> Span | None:
    """The name that a line begins with."""
    match = re.compile(r"[^,\t|(–—]+").match(page.text, start, end)
    if match is None:
        return None
    a, b = trimmed(page.text, *match.span())
    title = _TITLE.match(page.text[a:b])
    a += title.end() if title else 0
    return (a, b) if a < b and is_name(page.text[a:b]) else None
