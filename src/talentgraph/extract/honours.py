"""Awards and certificates: entries of a name, who gave it, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from talentgraph.extract.blocks import BY, Row, When, blocks, pieces, whens
from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import GUESS, MODEL, RULE, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Award, Certificate, Span
from talentgraph.values import organizations, venues
from talentgraph.values.dates import find_dates
from talentgraph.values.text import fold

_HONOUR = re.compile(
    r"award|prize|fellow|scholar|grant|medal|place|winner|finalist|honou?r|distinction|recipient|mention|list\b|rank|"
    r"competition|olympiad|hackathon|challenge|laureate|membership|bursar|stipend|preis|premi[oa]|beca\b|bourse|prix|"
    r"m[ée]daille|certif|licen[cs]e|zertifikat|\bcourse\b|nanodegree|diploma|\btop \d",
    re.I,
)
_TELLS = re.compile(
    r"\W*(?:(?P<list>(?:awards?|honou?rs|prizes?|scholarships?|auszeichnungen|preise|stipendien|prix|premios|premi)\s*:\s+)"
    r"|(?:recipient of|awarded|received|winner of|won|honou?red with|ausgezeichnet mit|laur[ée]ate? du?|"
    r"galardonad[oa] con)\s+"
    r"(?:(?:the|a|an|den|dem|der|le|la|el)\s+)?)",
    re.I,
)
_CLAUSE = re.compile(r"\s*[(\[\t]|,?\s+(?:for|in recognition|from|by|as|worth)\s|,\s+(?=(?:19|20)\d\d)|;\s|\.(?:\s|$)")
MAX_WORDS = 14  # of an award that a sentence tells
_ASIDE = re.compile(
    r"(?:credential|certificate|licen[cs]e) (?:id|no|number|url)|(?:issued|expire[sd]?|valid|show credential)\b", re.I
)
_BY = re.compile(r"by\s+(?=[A-ZÀ-Þ])")
_COLON = re.compile(r":\s+")
_PARTS = re.compile(r"\s[·•|]\s|\t")
_SEPARATORS = {
    ",": re.compile(r",\s+"),
    "(": re.compile(r"\s*\((?=[^()]*(?:\([^()]*\)[^()]*)?\)$)"),
    "-": re.compile(r"\s+[-–—|@]\s+"),
    ";": re.compile(r";\s+"),
    "·": re.compile(r"\s+[·•]\s+"),
    "from": re.compile(r"\s+(?:from|by)\s+(?:the\s+)?"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of honour is called: its record, its fields, the labels of the model."""

    record: type[Any]
    name: str
    giver: str
    label: str
    giver_label: str


AWARD = Form(Award, "title", "awarder", "AWARD", "AWARDER")
CERTIFICATE = Form(Certificate, "name", "issuer", "CERTIFICATE", "ISSUER")


@dataclass(slots=True)
class _Entry:
    """An entry in the making: its cells, then who is who among them."""

    cells: list[list[Span]]
    dates: list[When]
    rows: Sequence[Row]
    name: list[Span] | None = None
    giver: list[Span] | None = None
    by: bool = False  # "awarded by" says who gave it


def awards(page: Page) -> list[Award]:
    """The awards of the award sections, and those that lines of degrees and positions speak of."""
    listed = [record for section in page.sections("awards") for record in _records(page, _below(section), AWARD)]
    known = {fold(award.title or "") for award in listed}
    return [*listed, *(award for award in _told(page) if fold(award.title or "") not in known)]


def _told(page: Page) -> Iterator[Award]:
    """Awards of lines like "Recipient of the Ada Prize (2019)" or "Awards: Dean's List, Best Thesis Prize"."""
    for section in page.sections("education", "work"):
        for line in page.lines:
            if not section.start <= line.start < section.end or not (
                told := _TELLS.match(page.text, line.start, line.end)
            ):
                continue
            for start, end in _items(page, (told.end(), line.end)) if told["list"] else [(told.end(), line.end)]:
                stop = _CLAUSE.search(page.text, start, end)
                span = trimmed(page.text, start, stop.start() if stop else end, drop=' \t\n\f,;:|·•–—-.(“”"')
                words = page.text[slice(*span)]
                if not _HONOUR.search(words) or len(words.split()) > MAX_WORDS:
                    continue
                fields = Fields(page.text)
                fields.put("title", [span], GUESS)
                if dates := find_dates(page.text[span[1] : end], offset=span[1]):
                    fields.put("date", [dates[0].span], RULE, dates[0].start or dates[0].end)
                yield fields.record(Award)


def certificates(page: Page) -> list[Certificate]:
    """The certificates of the certificate sections."""
    return [r for section in page.sections("certificates") for r in _records(page, _below(section), CERTIFICATE)]


def _below(section: Any) -> Span:
    return (section.heading[1] if section.heading else section.start), section.end


def _records(page: Page, region: Span, form: Form) -> Iterator[Any]:
    rows = blocks(page, *region, form.label)
    entries = [part for block in rows for part in _parts(page, _entry(page, block), alone=len(rows) == 1)]
    _name(page, [entry for entry in entries if entry.cells], form)
    for entry in entries:
        if entry.name:
            yield from _dated(page, entry, form)


def _entry(page: Page, rows: Sequence[Row]) -> _Entry:
    cells = [piece for piece in pieces(page, rows) if not _is_body(page, piece, rows)]
    entry = _Entry(cells, whens(page, rows), rows)
    for number, cell in enumerate(cells):
        if match := BY.match(page.text, *cell[0]) or _BY.match(page.text, *cell[0]):
            end = _PARTS.search(page.text, match.end(), cell[0][1])
            entry.giver = [trimmed(page.text, match.end(), end.start() if end else cell[0][1]), *cell[1:]]
            entry.by = True
            del cells[number]
            break
    return entry


def _parts(page: Page, entry: _Entry, *, alone: bool) -> Iterator[_Entry]:
    """An entry, or the entries of a list that runs on in one line."""
    if len(entry.dates) > 1 and len(entry.cells) == len(entry.dates) and not entry.by and len(entry.rows) == 1:
        for cell, date in zip(entry.cells, entry.dates, strict=True):
            yield _Entry([cell], [date], entry.rows)
        return
    items = list(_items(page, entry.cells[0][0])) if alone and len(entry.cells) == 1 and not entry.dates else []
    if len(items) > 2 and all(len(page.text[slice(*item)].split()) < 8 for item in items):
        yield from (_Entry([[item]], [], entry.rows) for item in items)
    else:
        yield entry


def _items(page: Page, span: Span) -> Iterator[Span]:
    for match in re.compile(r"[^,;|•·]+").finditer(page.text, *span):
        item = trimmed(page.text, *match.span())
        if item[0] < item[1]:
            yield item


def _is_body(page: Page, piece: Sequence[Span], rows: Sequence[Row]) -> bool:
    """Whether a cell is a bullet or a sentence below the head of its entry."""
    row = next(row for row in rows if row.start <= piece[0][0] <= row.end)
    words = page.text[piece[0][0] : piece[-1][1]]
    if BY.match(words):
        return False
    return bool(_ASIDE.match(words)) or (row is not rows[0] and (row.look.bullet or row.is_text))


def _name(page: Page, entries: Sequence[_Entry], form: Form) -> None:
    """Who is who among the cells of all entries."""
    pairs = [entry for entry in entries if len(entry.cells) > 1 and not entry.by]
    votes = sum(_giver_first(page, entry.cells[0], entry.cells[1], form) for entry in pairs)
    for entry in entries:
        first, *rest = entry.cells
        if entry.by or not rest:
            entry.name = first
        elif votes > 0:
            entry.name, entry.giver = rest[0], first
        else:
            entry.name, entry.giver = first, rest[0]
    if 3 * len(pairs) < len(entries) and not any(entry.by for entry in entries):
        _split(page, entries, form)


def _giver_first(page: Page, left: Sequence[Span], right: Sequence[Span], form: Form) -> float:
    """Whether the first of two cells is who gave the second; negative when it is the other way round."""
    return _is_giver(page, left, form) - _is_giver(page, right, form)


def _is_giver(page: Page, cell: Sequence[Span], form: Form) -> float:
    """How much a cell looks like an organisation rather than like an honour."""
    start, end = cell[0][0], cell[-1][1]
    words = " ".join(page.text[a:b] for a, b in cell)
    value = (
        1.0 * bool(organizations.lookup(words))
        + 0.7 * bool(organizations.kind(words))
        - 1.0 * bool(_HONOUR.search(words))
    )
    labels = [mark.label for mark in page.marks if start <= mark.start and mark.end <= end]
    return value + 0.6 * (form.giver_label in labels) - 0.6 * (form.label in labels)


def _split(page: Page, entries: Sequence[_Entry], form: Form) -> None:
    """Names and givers of entries that have them in one cell, as most of them are written."""
    open_ = [entry for entry in entries if entry.name and len(entry.name) == 1 and not _is_bold_part(page, entry)]
    heads = Counter(page.text[start : colon.start()] for entry in open_ for start, colon in _head(page, entry))
    for entry in open_:
        for start, colon in _head(page, entry):
            words = page.text[start : colon.start()]
            known = _is_organisation(page, start, colon.start(), form) or heads[words] > 1
            if known and not _HONOUR.search(words) and entry.name:
                entry.giver, entry.name = [(start, colon.start())], [(colon.end(), entry.name[0][1])]
    for sign in _SEPARATORS:
        cuts = [cut for entry in open_ if entry.giver is None and (cut := _cut(page, entry, sign, form))]
        sure = [cut for cut in cuts if cut.named]
        named = len(sure) > 1 and 2 * len(sure) >= len(cuts) and 3 * len(sure) >= len(entries)
        alike = len(cuts) > 2 and 10 * len(cuts) >= 7 * len(entries) and 2 * sum(c.whole for c in cuts) >= len(cuts)
        for cut in cuts:
            if (sign in ",(·" and alike) or (cut.named and (named or cut.whole)):
                start, end = cut.entry.name[0] if cut.entry.name else (0, 0)
                cut.entry.name = [trimmed(page.text, start, cut.at)]
                cut.entry.giver = [trimmed(page.text, cut.rest, end - (sign == "("))]


def _head(page: Page, entry: _Entry) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a name begins, and the colon in it."""
    start, end = entry.name[0] if entry.name else (0, 0)
    if match := _COLON.search(page.text, start, end):
        yield start, match


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a cell may be cut: its name ends `at`, who gave it begins at `rest`."""

    entry: _Entry
    at: int
    rest: int
    named: bool  # an organisation follows
    whole: bool  # what stands before is an honour


def _cut(page: Page, entry: _Entry, sign: str, form: Form) -> _Cut | None:
    """The first place where an organisation follows a separator, else the first separator outside brackets."""
    start, end = entry.name[0] if entry.name else (0, 0)
    found = None
    for match in _SEPARATORS[sign].finditer(page.text, start + 3, end):
        before = page.text[start : match.start()]
        if before.count("(") > before.count(")"):
            continue
        named = _is_organisation(page, match.end(), end, form)
        cut = _Cut(entry, match.start(), match.end(), named, bool(_HONOUR.search(before)))
        if named:
            return cut
        found = found or cut
    return found


def _is_bold_part(page: Page, entry: _Entry) -> bool:
    """Whether a name begins in bold and goes on in other letters; it is cut there."""
    start, end = entry.name[0] if entry.name else (0, 0)
    stop = entry.rows[0].bold_end
    rest = trimmed(page.text, stop, end)
    if stop <= start or stop >= end or rest[0] >= rest[1] or page.text[stop : stop + 1].isalnum():
        return False
    entry.name = [trimmed(page.text, start, stop)]
    entry.giver = [rest] if len(page.text[slice(*rest)].split()) < 12 else None
    return True


def _is_organisation(page: Page, start: int, end: int, form: Form) -> bool:
    """Whether what follows a separator is who gave the honour."""
    start, end = trimmed(page.text, start, end)
    words = " ".join(page.text[start:end].split())
    marked = any(mark.label == form.giver_label and abs(mark.start - start) < 2 for mark in page.marks)
    named = _is_known(words) or _is_known(words.partition(",")[0])
    if _HONOUR.search(words.partition(",")[0]) and not named:
        return False
    return bool(marked or named or organizations.kind(words.partition(",")[0]))


def _is_known(words: str) -> bool:
    """Whether the lexicons know who gives honours by this name: an organisation, or a conference."""
    return organizations.lookup(words) is not None or venues.lookup(words) is not None


def _dated(page: Page, entry: _Entry, form: Form) -> Iterator[Any]:
    """The record of an entry, one for each year in which the honour came."""
    known: list[When | None] = [when for when in entry.dates if when.date.start]
    for when in known or [None]:
        fields = Fields(page.text)
        fields.put(form.name, entry.name or (), MODEL)
        if entry.giver:
            fields.put(form.giver, entry.giver, RULE if entry.by else GUESS)
        value = when and (when.date.start or when.date.end)
        if when and value:
            fields.put("date", when.spans, RULE, value)
        yield fields.record(form.record)
