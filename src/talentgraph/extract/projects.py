"""Projects: name, dates, what they are about, where they were done, and what was used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talentgraph.extract.blocks import Row, blocks, pieces, whens
from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import GUESS, MODEL, RULE, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.skills import used_technologies
from talentgraph.model import Project, Span
from talentgraph.values import organizations
from talentgraph.values.contacts import find_contacts
from talentgraph.values.technologies import lookup

_COLON = re.compile(r":\s+(?=[\w\"“(])|:$")
_DESCRIBED = re.compile(r": (?=[^\s\"“„«'])")
_BAR = re.compile(r"\s+[|•·]\s+|\s+[–—-]\s+|\s+\((?=[^()]+\)$)|,\s+")
_TOOLS = re.compile(
    r"(?:technolog\w*|tech stack|tools?|keywords?|stack|skills?|built with|used|environment|technologien|werkzeuge|"
    r"tecnolog[íi]as|tecnologie|herramientas|outils|mots[- ]cl[ée]s|palabras clave)(?: used)?\s*[:–—-]",
    re.I,
)
_LINKS = re.compile(
    r"\W*(?:\b(?:link|github|gitlab|code|demo|website|web|url|repo(?:sitory)?|source|video|paper|project page|live|"
    r"https?://\S+|www\.\S+|[\w.-]+\.(?:com|org|io|net|dev|edu)/\S*)(?!\w)\W*)+",
    re.I,
)
MAX_NAME_WORDS = 16


def projects(page: Page) -> list[Project]:
    """The projects of the project sections."""
    return [
        project
        for section in page.sections("projects")
        for project in _section(page, _below(section.heading, section.start), section.end)
    ]


def _below(heading: Span | None, start: int) -> int:
    return heading[1] if heading else start


def _section(page: Page, start: int, end: int) -> Iterator[Project]:
    described = _are_described(page, start, end)
    for rows in blocks(page, start, end, "PROJECT"):
        name = _as_marked(page, rows, _name(page, rows), described=described)
        if name and not _is_told(page, name):
            yield _project(page, rows, name)


def _name(page: Page, rows: Sequence[Row]) -> list[Span]:
    """The name of an entry: its first cell, up to where bold letters end or a description begins."""
    cells = [cell for cell in pieces(page, rows) if not _is_link(page, cell)]
    if not cells:
        return []
    start, end = cells[0][0]
    stop = rows[0].bold_end
    if start < stop < end and not page.text[stop].isalnum():
        return [trimmed(page.text, start, stop)]
    if len(cells[0]) > 1 or rows[0].look.heading or stop >= end:
        return [trimmed(page.text, *span, drop=" \t\n\f,;:|·•–—-") for span in cells[0]]
    return [_cut(page, start, end, rows[0])]


def _are_described(page: Page, start: int, end: int) -> bool:
    """Whether the model ends most names of a section at a colon: what follows describes."""
    marks = page.within(start, end, ["PROJECT"])
    ended = sum(_DESCRIBED.match(page.text, mark.end) is not None for mark in marks)
    return ended >= 2 and ended > sum(": " in page.text[mark.start : mark.end] for mark in marks)


def _as_marked(page: Page, rows: Sequence[Row], name: Sequence[Span], *, described: bool) -> list[Span]:
    """A name up to the colon where those of its section end, or on to the line below as far as the model marks it."""
    if len(name) != 1:
        return list(name)
    start, end = name[0]
    mark = next((m for m in page.within(start, rows[-1].end, ["PROJECT"]) if m.start == start), None)
    if mark is None:
        return list(name)
    if described and mark.end < end and _DESCRIBED.match(page.text, mark.end):
        return [mark.span]
    goes_on = end == rows[0].end and rows[1:] and rows[1].start < mark.end < rows[1].end
    ends = goes_on and _BAR.match(page.text, mark.end) or page.text[mark.end : mark.end + 2] in (" (", " [")
    return [mark.span] if goes_on and ends and not rows[1].look.bullet else list(name)


def _cut(page: Page, start: int, end: int, row: Row) -> Span:
    """A cell up to the colon that begins a description, or up to a list of technologies."""
    for match in _COLON.finditer(page.text, start, end):
        head, tail = page.text[start : match.start()].split(), page.text[match.end() : end].split()
        if _is_description(head, tail, row) and page.text[match.end() : match.end() + 1] not in ('"', "“"):
            return trimmed(page.text, start, match.start())
    for match in _BAR.finditer(page.text, start + 2, end):
        if _are_tools(page.text[match.end() : end]) or page.text[match.start() : match.end()].strip() == "|":
            return trimmed(page.text, start, match.start())
    comma = page.text.rfind(", ", start, end)
    if comma > start and _is_organisation(page.text[comma + 2 : end]):
        return trimmed(page.text, start, comma)
    return trimmed(page.text, start, end)


def _is_organisation(words: str) -> bool:
    known = organizations.lookup(words) is not None or organizations.kind(words) is not None
    return known and lookup(words) is None and len(words.split()) < 9


def _is_description(head: Sequence[str], tail: Sequence[str], row: Row) -> bool:
    if not head or len(head) > MAX_NAME_WORDS:
        return False
    return not tail or row.look.bullet or len(tail) > 9


def _are_tools(words: str) -> bool:
    """Whether all that a stretch lists are technologies."""
    items = [item.strip(" ().") for item in re.split(r"[,;/|•·]|\sand\s", words) if item.strip(" ().")]
    return bool(items) and all(lookup(item) for item in items)


def _is_list(words: str) -> bool:
    """Whether a stretch lists short names of which some are technologies."""
    items = [item.strip() for item in re.split(r"[,;|•·\t]", words)]
    short = all(0 < len(item.split()) < 4 for item in items)
    return short and not words.endswith(".") and any(lookup(item) for item in items)


def _is_link(page: Page, cell: Sequence[Span]) -> bool:
    """Whether a cell says no more than where to find the project."""
    words = page.text[cell[0][0] : cell[-1][1]]
    return _LINKS.fullmatch(words) is not None


def _is_told(page: Page, name: Sequence[Span]) -> bool:
    """Whether what stands for a name is a sentence."""
    words = " ".join(page.text[a:b] for a, b in name)
    return len(words.split()) > 24 or (words.endswith(".") and len(words.split()) > 8) or bool(_TOOLS.match(words))


def _project(page: Page, rows: Sequence[Row], name: Sequence[Span]) -> Project:
    fields = Fields(page.text)
    fields.put("name", name, MODEL)
    for when in whens(page, rows)[:1]:
        _dates(fields, when.spans, when.date.start, when.date.end)
    start, end = name[-1][1], rows[-1].end
    bodies = [cell for cell in pieces(page, rows) if cell[-1][1] > start]
    _describe(page, fields, bodies, rows, start)
    _link(page, fields, rows)
    bullets = [row for row in rows if row.look.bullet and row.start > start]
    fields.items("highlights", [(span, _plain(page.text, span)) for span in _bullets(rows, bullets)])
    fields.items("keywords", [*_listed(page, rows), *used_technologies(page, start, end)])
    return fields.record(Project)  # type: ignore[no-any-return]


def _dates(fields: Fields, spans: Sequence[Span], start: str | None, end: str | None) -> None:
    if start:
        fields.put("start_date", spans, RULE, start)
    if end:
        fields.put("end_date", spans, RULE, end)


def _describe(page: Page, fields: Fields, cells: Sequence[list[Span]], rows: Sequence[Row], after: int) -> None:
    """The first sentence below or behind the name, and the organisation before it."""
    for cell in cells:
        start, end = trimmed(page.text, max(cell[0][0], after), cell[0][1], drop=" \t\n\f,;:|·•–—")
        words = page.text[start:end]
        row = next((row for row in rows if row.start <= start <= row.end), rows[0])
        if start >= end or _TOOLS.match(words) or _is_list(words) or _is_link(page, [(start, end)]):
            continue
        if "entity" not in fields.values and _is_organisation(words):
            fields.put("entity", [(start, end)], GUESS)
        elif row.look.bullet and row is not rows[0]:
            return
        elif len(words.split()) > 3:
            fields.put("description", [(start, _sentence_end(page.text, rows, row, end)), *cell[1:]], GUESS)
            return


def _sentence_end(text: str, rows: Sequence[Row], row: Row, end: int) -> int:
    """The end of the text that goes on over the lines below."""
    if row.end != end:
        return end
    for below in rows[rows.index(row) + 1 :]:
        if below.look.bullet or below.dates or _LINKS.fullmatch(text, below.start, below.end):
            break
        if not below.goes_on and (below.gap or below.look != row.look):
            break
        end = below.end
    return end


def _bullets(rows: Sequence[Row], bullets: Sequence[Row]) -> Iterator[Span]:
    """The bullets of an entry with the lines that go on from them."""
    for bullet in bullets:
        end = bullet.end
        for below in rows[rows.index(bullet) + 1 :]:
            if below.look.bullet or below.gap or below.look.heading:
                break
            end = below.end
        yield bullet.start, end


def _plain(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _link(page: Page, fields: Fields, rows: Sequence[Row]) -> None:
    """The first address that is printed in an entry."""
    for row in rows:
        for (a, b), kind, value in find_contacts(page.text[row.start : row.end]):
            if kind == "url":
                fields.put("url", [(row.start + a, row.start + b)], RULE, value)
                return


def _listed(page: Page, rows: Sequence[Row]) -> Iterator[tuple[Span, str]]:
    """The items behind "Technologies:"."""
    for row in rows:
        match = _TOOLS.match(page.text, row.start, row.end)
        if match is None:
            continue
        for item in re.compile(r"[^,;|•·\t\n]+").finditer(page.text, match.end(), row.end):
            span = trimmed(page.text, *item.span(), drop=" \t\n\f,;:|·•–—-.")
            if span[0] < span[1] and len(page.text[slice(*span)].split()) <= 5:
                yield span, _plain(page.text, span)
