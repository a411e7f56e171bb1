"""The surface of an invented CV: rows set as the readers of different formats would give them back.

Lines wrap, words are hyphenated, pages break with running heads, bullets and bold letters survive or are lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from talentgraph.model import Document, Line, Section, SectionKind, Source, Style
from talentgraph.train.grammar.pieces import Row
from talentgraph.train.grammar.pools import chance, pick, weighted
from talentgraph.train.grammar.style import Style as Manner

Labelled = tuple[int, int, str]
_Edit = tuple[int, int, str]  # position, number of letters that go, what comes instead


@dataclass(frozen=True, slots=True)
class Look:
    """What survives of a CV's looks. `width` 0 sets every row on one line; `rail` puts headings left of their text."""

    width: int = 0
    lead_width: int = 0  # of rows that begin an entry, where it is narrower
    indent: str = ""
    hyphenate: float = 0.0
    tab: str = "\t"
    marks: str = ""  # "styles", "tags" or "" for bold and italic
    signs: bool = True  # bullets are printed
    bullets: bool = True  # bullets are known
    gaps: str = "some"  # "some", "all" or "none"
    bold_leads: bool = False  # rows that begin an entry are bold from end to end
    inner: frozenset[int] = frozenset()  # rows of an entry that have blank space above, though they do not begin it
    headings: str = ""  # "", "sections", "entries" (their first rows too) or "both" (employers and titles, too)
    rail: bool = False
    page: int = 0  # rows of a page
    running: str = ""
    rigid: bool = False  # rows with cells do not wrap
    blank_lines: bool = False
    all_bold: bool = False  # headings of sections are bold


def draw(random: Random, name: str) -> Look:
    """A look, as one of the readers would leave it."""
    medium = weighted(random, {"plain": 40, "web": 28, "pdf": 32})
    if medium == "web":
        headings = pick(random, "", "sections", "entries", "entries", "both")
        return Look(
            signs=chance(random, 0.25), gaps=weighted(random, {"some": 4, "none": 3, "all": 4}), headings=headings,
            marks=pick(random, "styles", "styles", ""), inner=_inner(random), bold_leads=chance(random, 0.25),
            bullets=chance(random, 0.92), tab=weighted(random, {"\t": 5, " ": 1}),
        )  # fmt: skip
    width = random.choice((0, 70, 80, 88, 96, 110) if medium == "plain" else (42, 50, 60, 75, 88, 100, 120))
    paged = chance(random, 0.6)
    return Look(
        width=width,
        lead_width=random.choice((0, 0, 0, width * 2 // 3)) if medium == "pdf" else 0,
        indent=weighted(random, {"": 16, "  ": 1, "\t": 1}),
        hyphenate=random.choice((0, 0, 0, 0.3, 0.8)),
        tab=weighted(random, {"\t": 30, "\t\t": 1, "      ": 1}),
        marks=weighted(random, {"": 8, "tags": 0.3, "styles": 3})
        if medium == "plain"
        else pick(random, "styles", "styles", ""),
        bullets=chance(random, 0.88),
        inner=_inner(random),
        bold_leads=medium == "pdf" and chance(random, 0.15),
        rail=medium == "pdf" and chance(random, 0.12),
        page=random.randint(25, 60) if paged else 0,
        running=pick(random, "", "Page {n}", "{name} – Curriculum Vitae\t{n}", "{name} – {n}/3", "{n}").replace(
            "{name}", name
        ),
        rigid=chance(random, 0.8 if medium == "pdf" else 0.4),
        blank_lines=medium == "plain" and chance(random, 0.02),
        all_bold=medium == "pdf",
        gaps=weighted(random, {"some": 7, "none": 2, "all": 1.5}),
        signs=chance(random, 0.7),
    )


def _inner(random: Random) -> frozenset[int]:
    return frozenset(place for place in range(4) if chance(random, 0.4)) if chance(random, 0.4) else frozenset()


@dataclass(slots=True)
class _Sheet:
    """The text so far, and what is known about it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    spans: list[Labelled] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def set_rows(
    random: Random, parts: Sequence[tuple[SectionKind, Sequence[Row]]], look: Look, manner: Manner, name: str
) -> tuple[Document, list[Labelled]]:
    """The document that the rows of some sections make, and its labelled spans."""
    sheet, sections = _Sheet(), list[Section]()
    number, page = 0, 1
    for kind, rows in parts:
        start, heading = sheet.length, None
        for place, row in enumerate(rows):
            if number:
                broken = look.page and number % look.page == 0
                page += bool(broken)
                _separate(sheet, look, row, page=page if broken else 0)
            if place == 0 and not sections:
                start = 0
            elif place == 0:
                start = sheet.length
            first = sheet.length
            _put_row(random, sheet, row, look, manner)
            if row.kind == "heading":
                heading = (first, first + len(row.text))
            number += 0 if look.rail and row.kind == "heading" else 1
            if look.rail and row.kind == "heading":
                sheet.put("\t")
        sections.append(Section(start, sheet.length, kind, heading))
    return _document(sheet, sections, name), sheet.spans


def _document(sheet: _Sheet, sections: list[Section], name: str) -> Document:
    text = "".join(sheet.pieces)
    ends = [section.start for section in sections[1:]] + [len(text)]
    whole = tuple(Section(s.start, end, s.kind, s.heading) for s, end in zip(sections, ends, strict=True))
    lines = tuple(_joined(sheet.lines, text))
    source = Source(path=f"{name}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain")
    return Document(source=source, text=text, lines=lines, styles=tuple(sheet.styles), sections=whole)


def _joined(lines: list[Line], text: str) -> list[Line]:
    """Lines without those that a rail has put on the line before."""
    found: list[Line] = []
    for line in lines:
        if found and line.start and text[line.start - 1] == "\t" and "\n" not in text[found[-1].end : line.start]:
            last = found.pop()
            line = Line(start=last.start, end=line.end, gap=True, bold=line.bold)
        found.append(line)
    return found


def _separate(sheet: _Sheet, look: Look, row: Row, *, page: int) -> None:
    """The line break before a row, with the end of a page where there is one."""
    if sheet.pieces and sheet.pieces[-1] == "\t":
        return
    if page and look.running:
        sheet.put("\f")
        words = look.running.replace("{n}", str(page))
        sheet.lines.append(Line(start=sheet.length, end=sheet.length + len(words)))
        sheet.put(words)
        sheet.put("\n")
        return
    sheet.put("\f" if page else "\n")
    if look.blank_lines and row.gap:
        sheet.lines.append(Line(start=sheet.length, end=sheet.length))
        sheet.put("\n")


def _put_row(random: Random, sheet: _Sheet, row: Row, look: Look, manner: Manner) -> None:
    """Set one row: its text, lines, styles and spans."""
    text, spans, styles = _flat(row, look, manner)
    edits = _breaks(random, text, look, lead=row.lead) if row.kind != "heading" else []
    set_text = _edited(text, edits)
    offset = sheet.length

    def moved(place: int) -> int:
        return offset + place + sum(len(new) - gone for position, gone, new in edits if position < place)

    sheet.spans += [(moved(start), moved(end), label) for start, end, label in spans]
    sheet.styles += [Style(moved(start), moved(end), kind) for start, end, kind in styles]  # type: ignore[arg-type]
    bold = bool(row.text.strip()) and sum(end - start for start, end, kind in styles if kind == "bold") >= len(
        row.text.strip()
    )
    start = offset
    for number, line in enumerate(set_text.split("\n")):
        sheet.lines.append(_line(row, look, start, start + len(line), first=number == 0, bold=bold))
        start += len(line) + 1
    sheet.put(set_text)


def _line(row: Row, look: Look, start: int, end: int, *, first: bool, bold: bool) -> Line:
    heading = row.kind == "heading"
    gap = first and look.gaps != "none" and (row.gap or _spaced(row, look))
    level = _level(row, look) if first else 0
    return Line(
        start=start, end=end, bold=bold or (heading and look.all_bold), heading=level,
        bullet=first and row.kind == "bullet" and look.bullets, level=row.level, gap=gap,
    )  # fmt: skip


def _spaced(row: Row, look: Look) -> bool:
    """Whether a row that begins nothing has blank space above it all the same."""
    if look.gaps == "all":
        return row.kind != "bullet" or row.lead
    return (row.kind == "entry" and row.place in look.inner) or (row.kind == "bullet" and row.lead and 0 in look.inner)


def _level(row: Row, look: Look) -> int:
    """The heading level of a row: sections always have one where the file marks headings, leads of entries at times."""
    if not look.headings:
        return 0
    if row.kind in ("heading", "name"):
        return 2 if row.kind == "heading" else 1
    if look.headings == "sections" or row.kind != "entry":
        return 0
    fields = {part.field for part in row.parts}
    return 3 if row.lead else 4 if look.headings == "both" and fields & {"title", "degree", "employer"} else 0


def _flat(row: Row, look: Look, manner: Manner) -> tuple[str, list[Labelled], list[Labelled]]:
    """The text of a row with its spans and styles."""
    text = ""
    if row.kind == "bullet" and look.signs and manner.bullet:
        text = f"{manner.bullet}{look.tab if len(look.tab) > 3 else ' '}"
    spans: list[Labelled] = []
    styles: list[Labelled] = []
    lead = look.bold_leads and row.lead and row.kind == "entry"
    for part in row.parts:
        words = part.text.replace("\t", look.tab)
        kind = "bold" if lead or part.field in manner.bold else "italic" if part.field in manner.italic else ""
        open_, close = (f"<{kind[0]}>", f"</{kind[0]}>") if look.marks == "tags" and kind else ("", "")
        start = len(text) + len(open_)
        text += f"{open_}{words}{close}"
        if part.label:
            spans.append((start, start + len(words), part.label))
        if kind and look.marks == "styles":
            styles.append((start, start + len(words), kind))
    return text, spans, styles


def _breaks(random: Random, text: str, look: Look, *, lead: bool) -> list[_Edit]:
    """Where the text wraps."""
    edits: list[_Edit] = []
    if look.rigid and "\t" in text and len(text) < 1.4 * look.width:
        return edits
    start = 0
    width = look.lead_width if lead and look.lead_width else look.width
    while width and len(text) - start > width:
        blank = text.rfind(" ", start + 8, start + width)
        if blank < 0 or text[blank - 1 : blank + 2].strip() == "":
            break
        word = text[blank + 1 : text.find(" ", blank + 1) if " " in text[blank + 1 :] else len(text)]
        if len(word) > 8 and word.isalpha() and chance(random, look.hyphenate) and len(word) < width - 8:
            cut = blank + 1 + random.randint(3, len(word) - 3)
            edits.append((cut, 0, f"-\n{look.indent}"))
            start = cut
        else:
            edits.append((blank, 1, f"\n{look.indent}"))
            start = blank + 1
    return edits


def _edited(text: str, edits: list[_Edit]) -> str:
    pieces, last = [], 0
    for position, gone, new in edits:
        pieces += [text[last:position], new]
        last = position + gone
    return "".join([*pieces, text[last:]])
