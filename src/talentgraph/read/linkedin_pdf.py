"""LinkedIn's "save to PDF", straight to a profile: its measures tell what each line is, in any language.

The name has 26 points, headings 15.75 (13 in the side bar), employers and schools 12, titles of roles 11.5, dates,
places and descriptions 10.5. A line that follows closely goes on with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from typing import Any, NamedTuple, cast

from talentgraph.model import (
    Account,
    Award,
    Basics,
    Certificate,
    Document,
    Education,
    Language,
    Line,
    Profile,
    Publication,
    Section,
    SectionKind,
    Skill,
    Work,
)
from talentgraph.read.headings import heading_kind
from talentgraph.read.linkedin_words import HEADINGS
from talentgraph.read.tree import Said, make, told
from talentgraph.read.words import Words, join
from talentgraph.values import degrees
from talentgraph.values.dates import DateRange, find_dates
from talentgraph.values.places import find_place
from talentgraph.values.text import fold

EXTRACTOR = "linkedin-pdf"
_SIDE = 1  # the column of the side bar
_NAME, _HEADING, _SIDE_HEADING, _ENTRY, _TITLE = 18.0, 14.5, 12.6, 11.8, 11.2  # sizes of letters, at least
_CLOSE = 1.52  # times the size: how far below the last line of an entry its next line stands at most
_PLACE = 1.65  # the same for the place below the dates of a role
_APART = 1.85  # times the size: what starts further below is set apart
_WIDE = 1.25  # times the usual width of a letter: the width of one in a wide word
_RIGHT = 540.0  # points: where the lines of the main column end at least
_LABEL = re.compile(r"\s*\(([^()]{1,40})\)$")
_PHONE = re.compile(r"\+?[\d(][\d\s()./-]{4,24}\d")
_MAIL = re.compile(r"[^\s@/()]+@[^\s@/()]+\.[^\s@/()]+")
_LINK = re.compile(r"(?:https?://)?[^\s/@()]+\.[^\s/@()]{2,}(?:/\S*)?")
_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/([^\s/?#]+)", re.IGNORECASE)
_MESSENGERS = frozenset(("aim", "google hangouts", "google talk", "icq", "msn", "qq", "skype", "wechat", "yahoo"))
_FLUENCY = re.compile(r"(.*?)\s*\(([^()]+)\)")
_PERIOD = re.compile(r"(?:^|\s*·)\s*\(([^()]*\d{4}[^()]*)\)$")
_KINDS = {"contact": "other", "patents": "publications"}  # of sections, by those of headings
_NOTHING = "--"  # what stands for an empty headline


class _Section(NamedTuple):
    """The lines below a heading; `kind` is "" when its words say none."""

    heading: Line
    kind: str
    lines: list[Line]


def make_profile(document: Document) -> Profile | None:
    """The profile in a document with the layout of such a file; None when it says nothing that a profile has."""
    text = document.text
    side = [line for line in document.lines if line.column == _SIDE]
    main = [line for line in document.lines if line.column != _SIDE]
    title, sections = _parts(text, main, _HEADING)
    _, bars = _parts(text, side, _SIDE_HEADING)
    parts = [section._replace(kind=section.kind or _kind_by_looks(section.lines)) for section in sections]
    profile = Profile(
        source=document.source,
        text=text,
        sections=_stretches(document, [*bars, *parts]),
        basics=_basics(text, title, parts, bars),
        work=told(_work(text, _lines(parts, "work"))),
        education=told(_education(text, _lines(parts, "education"))),
        publications=told(_publications(text, bars)),
        skills=told([make(Skill, keywords=[entry.said() for entry in _entries(text, bars, "skills")])]),
        awards=told(make(Award, title=entry.said()) for entry in _entries(text, bars, "awards")),
        certificates=told(make(Certificate, name=entry.said()) for entry in _entries(text, bars, "certificates")),
        languages=told(_language(entry) for entry in _entries(text, bars, "languages")),
        accounts=told(_account(link) for link in _links(text, bars)),
        extractor=EXTRACTOR,
    )
    return profile if profile.basics.name and (profile.work or profile.education or len(sections)) else None


def _parts(text: str, lines: Sequence[Line], least: float) -> tuple[list[Line], list[_Section]]:
    """The lines above the first heading, and the sections; headings have letters of at least a size."""
    title: list[Line] = []
    sections: list[_Section] = []
    for line in lines:
        if least <= (line.size or 0) < _NAME:
            sections.append(_Section(line, _kind(text[line.start : line.end]), []))
        else:
            (sections[-1].lines if sections else title).append(line)
    return title, sections


def _stretches(document: Document, sections: Sequence[_Section]) -> tuple[Section, ...]:
    """The sections as stretches of the text; what stands above the first one is the head."""
    ordered = sorted(sections, key=lambda section: section.heading.start)
    starts = [section.heading.start for section in ordered] + [len(document.text)]
    found = [Section(0, starts[0], "head")]
    for section, end in zip(ordered, starts[1:], strict=True):
        line, kind = section.heading, _KINDS.get(section.kind, section.kind) or "other"
        found.append(Section(line.start, end, cast(SectionKind, kind), (line.start, line.end)))
    return tuple(found)


def _kind(words: str) -> str:
    return HEADINGS.get(fold(words)) or heading_kind(words)


def _kind_by_looks(lines: Sequence[Line]) -> str:
    """What a section of the main column holds, told from the sizes of its letters."""
    sizes = [line.size or 0 for line in lines]
    if any(_TITLE <= size < _ENTRY for size in sizes):
        return "work"
    if any(size >= _ENTRY for size in sizes):
        return "education" if min(sizes) < _TITLE else "summary"
    return ""


def _lines(sections: Iterable[_Section], kind: str) -> list[Line]:
    return [line for section in sections if section.kind == kind for line in section.lines]


def _entries(text: str, sections: Iterable[_Section], kind: str) -> list[Words]:
    """The entries of a list in the side bar: lines that stand close belong together."""
    return [join(text, entry) for entry in _runs(_lines(sections, kind))]


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and not _pitch(run[-1], line) < _CLOSE:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _pitch(above: Line, line: Line) -> float:
    """How far below another line a line stands, in sizes of its letters; endless on another page."""
    if above.box is None or line.box is None or line.box[3] <= above.box[3]:
        return float("inf")
    return (line.box[3] - above.box[3]) / (line.size or 10.5)


def _basics(text: str, title: Sequence[Line], parts: Sequence[_Section], bars: Sequence[_Section]) -> Basics:
    name = [line for line in title if (line.size or 0) >= _NAME]
    below = [line for line in title if (line.size or 0) < _NAME]
    headline, place = (below[:-1], below[-1:]) if len(below) > 1 else (below, [])
    label = join(text, headline)
    links = [link for link, _ in _links(text, bars)]
    contacts = _entries(text, bars, "contact")
    summary = [part for part, _ in _paragraphs(text, _lines(parts, "summary"))]
    return make(
        Basics,
        name=join(text, name).said(),
        label=label.said() if label.text != _NOTHING else None,
        location=join(text, place).said(),
        summary=_joined(summary),
        email=next(iter(_whole(contacts, _MAIL)), None),
        phone=next(iter(_whole(contacts, _PHONE)), None),
        address=next(iter(_addresses(contacts)), None),
        url=next((link.said() for link in links if not _PROFILE.search(link.text)), None),
        profiles=sorted((link.said() for link in links), key=lambda said: not _PROFILE.search(said.text)),
    )


def _whole(contacts: Iterable[Words], form: re.Pattern[str]) -> Iterator[Said]:
    """The contact details of a form, without their labels."""
    for entry in contacts:
        words = _unlabelled(entry)
        if form.fullmatch(words.text) and (said := words.said()):
            yield said


def _unlabelled(entry: Words) -> Words:
    """A contact detail without "(Mobile)" behind it; what was broken at the end of a line is whole again."""
    label = _LABEL.search(entry.text)
    bare = entry.cut(0, label.start()) if label else entry
    return bare.closed() if "@" in bare.text or (label and _LINK.fullmatch(bare.closed().text)) else bare


def _addresses(contacts: Iterable[Words]) -> Iterator[Said]:
    """What is neither a link, nor a mail address, nor a number, and has no label."""
    for entry in contacts:
        known = any(form.fullmatch(_unlabelled(entry).text) for form in (_MAIL, _PHONE, _LINK))
        if not known and not _LABEL.search(entry.text) and (said := entry.said()):
            yield said


def _links(text: str, bars: Sequence[_Section]) -> list[tuple[Words, Words]]:
    """The links of the contact details, each with its label."""
    found = []
    for entry in _entries(text, bars, "contact"):
        words, label = _unlabelled(entry), _LABEL.search(entry.text)
        if label and label[1].casefold() not in _MESSENGERS and _LINK.fullmatch(words.text):
            found.append((words, entry.cut(*label.span(1))))
    return found


def _account(link: tuple[Words, Words]) -> Account:
    """The account on LinkedIn; other links are none."""
    words, label = link
    found = _PROFILE.search(words.text)
    if not found:
        return Account()
    return make(Account, network=label.said(), username=words.cut(*found.span(1)).said(), url=words.said())


def _language(entry: Words) -> Language:
    match = _FLUENCY.fullmatch(entry.text)
    if not match:
        return make(Language, language=entry.said())
    return make(Language, language=entry.cut(*match.span(1)).said(), fluency=entry.cut(*match.span(2)).said())


def _publications(text: str, bars: Sequence[_Section]) -> Iterator[Publication]:
    yield from (make(Publication, name=entry.said()) for entry in _entries(text, bars, "publications"))
    for entry in _entries(text, bars, "patents"):
        if name := entry.said():
            yield make(Publication, name=name, type=Said("patent", name.spans))


def _work(text: str, lines: Sequence[Line]) -> Iterator[Work]:
    """The roles; each has the employer whose name stands above it."""
    employer = join(text, ())
    groups = [(level, list(group)) for level, group in groupby(lines, _level)]
    for number, (level, group) in enumerate(groups):
        if level == "entry":
            employer = join(text, group)
        elif level == "title":
            below = groups[number + 1 : number + 2]
            yield _role(text, employer, group, below[0][1] if below and below[0][0] == "text" else [])


def _level(line: Line) -> str:
    size = line.size or 0
    return "entry" if size >= _ENTRY else "title" if size >= _TITLE else "text"


def _role(text: str, employer: Words, title: Sequence[Line], lines: Sequence[Line]) -> Work:
    dates = join(text, lines[:1])
    found = find_dates(dates.text)
    is_period = bool(found) and found[0].span[0] == 0
    rest = list(lines[is_period:])
    length = _place_length(text, lines[0], rest) if is_period else 0
    paragraphs = list(_paragraphs(text, rest[length:]))
    return make(
        Work,
        name=employer.said(),
        position=join(text, title).said(),
        location=join(text, rest[:length]).said(),
        summary=_joined(part for part, bullet in paragraphs if not bullet),
        highlights=[part.said() for part, bullet in paragraphs if bullet],
        **(_period(dates, found[0]) if is_period else {}),
    )


def _place_length(text: str, dates: Line, rest: Sequence[Line]) -> int:
    """How many lines below the dates say the place of a role."""
    if not rest or rest[0].bullet:
        return 0
    if _pitch(dates, rest[0]) == float("inf"):  # on the next page, where only what follows tells
        if len(rest) > 1:
            return int(_pitch(*rest[:2]) > _APART and not rest[1].gap)
        words = text[rest[0].start : rest[0].end]
        return int(find_place(words) == (0, len(words)))
    pairs = zip((dates, *rest), rest, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _pitch(*pair) < _PLACE, pairs))


def _period(words: Words, dates: DateRange) -> dict[str, Any]:
    """The fields of a stretch of time."""
    start, end = dates.start_span, dates.end_span
    return {
        "start_date": replace(words.at(*start), text=dates.start) if start and dates.start else None,
        "end_date": replace(words.at(*end), text=dates.end) if end and dates.end else None,
        "current": replace(words.at(*end), text="True") if end and dates.current else dates.current,
    }


def _education(text: str, lines: Sequence[Line]) -> Iterator[Education]:
    groups = [(level, list(group)) for level, group in groupby(lines, _level)]
    for number, (level, group) in enumerate(groups):
        below = groups[number + 1][1] if number + 1 < len(groups) else []
        if level == "entry":
            *schools, last = _schools(group)
            yield from (make(Education, institution=join(text, school).said()) for school in schools)
            yield make(Education, institution=join(text, last).said(), **_degree(join(text, below)))


def _schools(lines: Sequence[Line]) -> list[list[Line]]:
    """The names in lines of their size: those that stand apart are several, without degrees."""
    schools = [[lines[0]]]
    for above, line in zip(lines, lines[1:], strict=False):
        if _pitch(above, line) < _APART:
            schools[-1].append(line)
        else:
            schools.append([line])
    return schools


def _degree(words: Words) -> dict[str, Any]:
    """Degree, field and dates of "BSc, Physics · (2010 - 2014)"."""
    fields: dict[str, Any] = {}
    if match := _PERIOD.search(words.text):
        inner = words.cut(*match.span(1))
        if found := find_dates(inner.text):
            dates = (
                found[0]
                if found[0].end or found[0].current
                else replace(found[0], start=None, end=found[0].start, start_span=None, end_span=found[0].start_span)
            )
            fields = _period(inner, dates)
            words = words.cut(0, match.start())
    degree, comma, _ = words.text.partition(",")
    if not comma and degrees.is_field(degree) and not degrees.find_degree(degree):
        return {**fields, "area": words.said()}
    area = words.cut(len(degree) + 1, len(words.text)).said() if comma else None
    return {**fields, "study_type": words.cut(0, len(degree)).said(), "area": area}


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[tuple[Words, bool]]:
    """The paragraphs of lines, and whether each is an item of a list."""
    edge = max([_RIGHT, *(line.box[2] for line in lines if line.box)])
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and (line.bullet or line.gap or not _is_full(text, paragraph[-1], line, edge)):
            yield join(text, paragraph), paragraph[0].bullet
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield join(text, paragraph), paragraph[0].bullet


def _is_full(text: str, line: Line, below: Line, edge: float) -> bool:
    """Whether a line was broken because the first word of the next one had no room in it."""
    if line.box is None or below.box is None:
        return False
    if text[below.start].islower() and text[line.end - 1] not in ".!?:;":
        return True
    word = re.split(r"\s|(?<=[-/])", text[below.start : below.end])[0]
    width = _WIDE * (below.box[2] - below.box[0]) / (below.end - below.start)
    return line.box[2] + width * (len(word) + 0.5) > edge


def _joined(parts: Iterable[Words]) -> Said | None:
    found = [said for part in parts if (said := part.said())]
    spans = tuple(span for said in found for span in said.spans)
    return Said("\n".join(said.text for said in found), spans) if found else None
