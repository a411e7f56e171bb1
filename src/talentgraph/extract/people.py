"""The person of a document, and the people who advised them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.fields import Fields, first
from talentgraph.extract.marks import RULE, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Basics, Span
from talentgraph.values import places
from talentgraph.values.contacts import find_contacts
from talentgraph.values.people import is_name, split_authors

HEAD_LINES = 12
_TITLE_OF_PAGE = re.compile(
    r"^(?:curriculum vitae|lebenslauf|r[ée]sum[ée]|cv|vita|name|nombre|nom)\b(?:\s+(?:of|for|von|de))?\s*[:–—-]?\s*",
    re.I,
)
_POSSESSIVE = re.compile(
    r"[’']s?\s+(?:cv|r[ée]sum[ée]|curriculum vitae)$|\s*[-–—,|]\s*(?:cv|r[ée]sum[ée]|curriculum vitae)$", re.I
)
_ADVISOR = re.compile(
    r"\b(?:(?:ph\.?d\.?|thesis|doctoral|academic|research|co-?|master'?s?|main|primary|undergraduate)[\s-]*)*"
    r"(?:advisors?|advisers?|supervisors?|mentors?|advised by|supervised by|mentored by|under (?:the )?supervision of|"
    r"betreuer(?:in)?|directeurs? de th[èe]se|director(?:es)? de tesis|orientador(?:a|es)?|encadrants?)"
    r"\s*(?:\([^)]*\))?\s*[:–—-]?\s*",
    re.I,
)


def basics(page: Page) -> Basics:
    """Who the document is about, and how to reach them."""
    fields = Fields(page.text)
    head_end = next((s.end for s in page.document.sections if s.kind == "head"), 0) or len(page.text)
    if (name := _name(page, head_end)) is not None:
        fields.put("name", [name], RULE)
    label = next((m for m in page.within(0, head_end, ["TITLE"]) if name is None or m.start >= name[1]), None)
    fields.mark("label", label)
    if place := places.find_place(page.text[:head_end]):
        fields.put("location", [place], RULE)
    _contacts(page, fields, head_end)
    return fields.record(Basics)  # type: ignore[no-any-return]


def _name(page: Page, head_end: int) -> Span | None:
    """The first cell of the head that looks like a name; else what the model takes for one."""
    cells = list(_head_cells(page, head_end))
    for start, end in cells:
        if is_name(page.text[start:end]) and not places.known(page.text[start:end]):
            return start, end
    entity = first(page.within(0, head_end, ["PERSON"]), "PERSON")
    return entity.span if entity else None


def _head_cells(page: Page, head_end: int) -> Iterator[Span]:
    """The cells of the first lines, without words like "CV of"; marked headings first."""
    numbers = [n for n, line in enumerate(page.lines[:HEAD_LINES]) if line.start < max(head_end, 1)] or [0]
    for number in sorted(numbers, key=lambda n: (page.lines[n].heading != 1, n)) if page.lines else ():
        line = page.lines[number]
        start = line.start
        for cell in re.split(r"(\t| \| | [•·] )", page.text[line.start : line.end]):
            yield _bare(page.text, start, start + len(cell))
            start += len(cell)


def _bare(text: str, start: int, end: int) -> Span:
    start, end = trimmed(text, start, end)
    if match := _TITLE_OF_PAGE.match(text[start:end]):
        start += match.end()
    if match := _POSSESSIVE.search(text[start:end]):
        end = start + match.start()
    return trimmed(text, start, end)


def _contacts(page: Page, fields: Fields, head_end: int) -> None:
    """Contact details of the head, or of a contact section."""
    stretches = [(0, head_end), *((s.start, s.end) for s in page.sections("other"))]
    links: list[tuple[Span, str]] = []
    for start, end in stretches:
        for (a, b), kind, value in find_contacts(page.text[start:end]):
            span = (start + a, start + b)
            if kind in ("email", "phone", "orcid", "url") and kind not in fields.values:
                fields.put(kind, [span], RULE, value)
            elif kind == "url":
                links.append((span, value))
    fields.items("profiles", links)


def find_advisors(page: Page, start: int, end: int) -> list[tuple[Span, str]]:
    """Names behind "Advisor:" and the like in a stretch of text, with their spans."""
    found: list[tuple[Span, str]] = []
    for match in _ADVISOR.finditer(page.text, start, end):
        rest = page.text[match.end() : _sentence_end(page.text, match.end(), end)]
        for (a, b), _ in split_authors(rest):
            span = trimmed(page.text, match.end() + a, match.end() + b)
            name = re.sub(r"^(?:Prof(?:essor)?\.?|Dr\.?|Mr\.?|Ms\.?|Mrs\.?)\s+", "", page.text[span[0] : span[1]])
            name = re.sub(r"^(?:Prof(?:essor)?\.?|Dr\.?)\s+", "", name)
            if is_name(name):
                found.append(((span[1] - len(name), span[1]), name))
    return found


def _sentence_end(text: str, start: int, end: int) -> int:
    """The end of the names: line end, bracket, semicolon, or a full stop that is not behind an initial or title."""
    for match in re.compile(r"[\n\f\t;(\[]|\.(?=\s|$)").finditer(text, start, end):
        if match.group() != "." or not re.search(r"(?:\b[A-Z]|\b(?:Prof|Dr|Mr|Ms|Mrs))$", text[start : match.start()]):
            return match.start()
    return end
