"""References: titles and venues of papers, made whole by letters, quotation marks and brackets.

What the model marks inside a title set in bold, in italics or in quotation marks stands for the whole of it; pieces of
a title with nothing but a comma between them are one; a venue in brackets that have a line to themselves is all
that stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.marks import Mark, stretches, trimmed
from talentgraph.model import Document, Span

_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{12,400})[”\"»“]")
_BRACKETED = re.compile(r"(?:^|[\n\f])\(((?:[^()]|\([^()]*\)){3,300})\)(?=[.,]?\s*(?:[\n\f\t]|$))")
_LEAD = re.compile(r"(?:^|[\n\f\t\]“\"]|[.)] )(\w[\w-]*(?: [\w-]+){0,2}: )$")
_REST = re.compile(r"-\w[^.,;\t\n\f“”\"()\[\]]*")
_IN_SENTENCE = r"(?:[^.?!\t\f“”\"\[\]]|[.?!](?=[^\s\d]))"
_TO_START = re.compile(rf"(?P<stop>(?:,? et al)?[.:]\)?\s+){_IN_SENTENCE}{{1,160}}")
_TO_END = re.compile(rf"{_IN_SENTENCE}{{1,160}}(?P<stop>\.)\s")
_LINE_WITH_YEAR = re.compile(r"(?:19|20)\d\d\W{0,2}[\n\f]")
_DATE_LINE = re.compile(r"\s*[\n\f]\s*(?:[^\W\d_]{3,9}\.?,? )?(?:19|20)\d\d\s*$")
_NEAR = 3  # signs that may part two pieces of one title
_SHORTEST = 12  # letters of a title that letters or quotation marks may make whole


def whole_references(document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with whole titles and venues, in order."""
    text = document.text
    headings = [(line.start, line.end) for line in document.lines if line.heading]
    wholes = [*_runs(document), *headings, *(m.span(1) for m in _QUOTED.finditer(text))]
    titles = [span for span in wholes if span[1] - span[0] >= _SHORTEST]
    venues = [match.span(1) for match in _BRACKETED.finditer(text)]
    others = [mark.span for mark in marks if mark.label not in ("PAPER", "VENUE")]
    found: list[Mark] = []
    for mark in marks:
        if mark.label == "PAPER":
            mark = replace(mark, end=mark.start + len(_DATE_LINE.sub("", text[mark.start : mark.end])))
            mark = _grown(text, mark, [span for span in titles if _is_title(span, mark, others)])
            mark = _stretched(text, mark)
        elif mark.label == "VENUE":
            mark = _grown(text, mark, [span for span in venues if span[0] <= mark.start and mark.end <= span[1]])
        before = found[-1] if found else None
        if before and before.label == mark.label == "PAPER" and _is_one(text, before, mark):
            found[-1] = replace(before, end=max(before.end, mark.end))
        else:
            found.append(mark)
    found = list(_sentences(text, found))
    papers = [mark.span for mark in found if mark.label == "PAPER"]
    return [m for m in found if m.span in papers or not any(a <= m.start and m.end <= b for a, b in papers)]


def _sentences(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks; a title in a sentence of its own, between authors and a venue, is that whole sentence."""
    marks = list(_without_false_authors(text, marks))
    for number, mark in enumerate(marks):
        before, after = marks[number - 1 : number], marks[number + 1 : number + 2]
        if mark.label == "PAPER":
            start, end = mark.span
            if before and before[0].label == "AUTHOR" and (gap := _TO_START.fullmatch(text, before[0].end, start)):
                start = gap.end("stop")
            if after and after[0].label in ("VENUE", "DATE") and (gap := _TO_END.match(text, end, after[0].start)):
                end = gap.start("stop")
            mark = replace(mark, start=start, end=end)
        yield mark


def _without_false_authors(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks without authors between a title and its venue that are the rest of the title on the next line."""
    for number, mark in enumerate(marks):
        labels = [near.label for near in marks[max(0, number - 2) : number + 2]]
        if labels == ["AUTHOR", "PAPER", "AUTHOR", "VENUE"] and text[marks[number - 1].end : mark.start].strip() == "":
            continue
        yield mark


def _runs(document: Document) -> Iterator[Span]:
    """Stretches in bold or in italics, over line ends and over the borders that broken fonts make."""
    headings = [section.heading for section in document.sections if section.heading]
    for kind in ("bold", "italic"):
        spans = [(style.start, style.end) for style in document.styles if style.kind == kind]
        free = [(a, b) for a, b in spans if not any(left < b and a < right for left, right in headings)]
        yield from stretches(document.text, free)


def _is_title(span: Span, mark: Mark, others: Sequence[Span]) -> bool:
    """Whether a stretch may be the title that a mark lies in: it is mainly that mark, or holds nothing else."""
    common = min(span[1], mark.end) - max(span[0], mark.start)
    return common * 2 > span[1] - span[0] or not any(span[0] < b and a < span[1] for a, b in others)


def _grown(text: str, mark: Mark, wholes: Sequence[Span]) -> Mark:
    """The mark as large as the stretch that it mainly lies in."""
    for start, end in wholes:
        common = min(end, mark.end) - max(start, mark.start)
        if common * 2 > mark.end - mark.start:
            if _LINE_WITH_YEAR.search(text, start, mark.start):  # the last line of the paper above
                start = mark.start
            start, end = trimmed(text, start, end, drop=" \t\n\f,;:|·•–—-.")
            return replace(mark, start=start, end=end)
    return mark


def _stretched(text: str, mark: Mark) -> Mark:
    """A title with the word and colon before it, and to the end of the sentence where it stops inside a word."""
    start, end = mark.span
    if inside := text[start:end].rpartition("] ")[0]:
        start += len(inside) + 2 if "[" not in inside else 0
    elif lead := _LEAD.search(text[:start][-60:]):
        start -= len(lead.group(1))
    if rest := _REST.match(text, end):
        end = rest.end()
    return replace(mark, start=start, end=end)


def _is_one(text: str, left: Mark, right: Mark) -> bool:
    between = text[left.end : right.start]
    if left.end >= right.start or re.fullmatch(r"\.\d+:? ?", between):  # "K2" and ".5: …"
        return True
    return len(between) <= _NEAR and not re.search(r"[\w.;“”\"\t()\[\]]", between)
