"""Papers: title, authors in order, venue, year and status."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.authorship import are_pairs, authors, of_person
from talentgraph.extract.borders import parted
from talentgraph.extract.fields import Fields, first
from talentgraph.extract.grouping import Form, group
from talentgraph.extract.marks import RULE, Mark, trimmed, unbracketed
from talentgraph.extract.page import Page
from talentgraph.extract.repeated import Entry, in_italics, is_thesis, relabelled, with_places
from talentgraph.extract.service import is_service
from talentgraph.extract.stacked import stacked
from talentgraph.extract.starts import SIGN, cut, starts
from talentgraph.model import Publication, Span
from talentgraph.values import venues

FORM = Form(("PAPER", "AUTHORS", "VENUE", "DATE"), (1.4, 0.6, 0.8, 0.5), repeatable=frozenset({"VENUE"}))
_NAMED = ("PAPER", "VENUE")  # what may be taken for one, and is an author
_LABELS = ("PAPER", "AUTHOR", "VENUE", "DATE")
_STATUS = {
    "submitted": re.compile(
        r"\b(?:submitted|in submission|under (?:review|submission)|in review|eingereicht|enviado)\b", re.I
    ),
    "accepted": re.compile(
        r"\b(?:accepted|to appear|forthcoming|in press|conditionally accepted|aceptado|à paraître)\b", re.I
    ),
    "preprint": re.compile(
        r"\b(?:arxiv|biorxiv|medrxiv|psyarxiv|chemrxiv|preprint|ssrn|technical report|manuscript)\b", re.I
    ),
}
_STATUS_LINE = re.compile(
    r"(?:(?:in|under) (?:submission|review)|submitted|in preparation|to appear|forthcoming)\b.{0,16}",
    re.I,
)
_PRAISE = re.compile(
    r"[\n\f\t][\[(]?(?:oral|spotlight|poster)(?: presentation| paper)?[\])]?\.?\s*(?=[\n\f\t]|$)", re.I
)
_PATENT = re.compile(r"\b(?:US|EP|WO|DE|JP|CN|KR)[- ]?\d{2,4}[/,]?\d{3},?\d{2,4}[- ]?[ABCU]\d?\b")
_REMARK = re.compile(r"\([^():]*:[^()]*$")  # "(Contributor: …"
_BRACKET = re.compile(r"\([^()]*$")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")
_IN_PROSE = re.compile(
    r"\b(?:paper|manuscript|work|article)\b\]?[^.\n\f]{0,30}?\b(accepted|published|submitted|appear\w*|presented)\s+(?:at|to|in|by)\s+",
    re.I,
)


def papers(page: Page, owner: str | None = None) -> list[Publication]:
    """The papers of the publication sections, and those that other sections say were accepted somewhere.

    `owner` is the person of the document, whose name stands in the lists of authors.
    """
    listed = [
        paper
        for s in page.sections("publications")
        for paper in of_person(page.text, _section(page, (s.start, s.end), owner), owner)
    ]
    known = {venues.parse(paper.publisher).series for paper in listed if paper.publisher}
    return [*listed, *_in_prose(page, known)]


def _section(page: Page, region: Span, owner: str | None) -> list[Publication]:
    entries, begins = _entries(page, region, owner)
    lonely = _venues_have_lines(page, [entry.marks for entry in entries])
    lists = [page.text[slice(*mark.span)] for entry in entries for mark in entry.marks if mark.label == "AUTHORS"]
    pairs = are_pairs(lists, owner)
    found = []
    previous = page.lines[page.line_at(region[0])].end
    for entry, marks in zip(entries, with_places(page, entries, sure=bool(begins)), strict=True):
        last = marks[-1].end
        if first(marks, "PAPER") and not _is_service(page, entry):
            if lonely and not first(marks, "VENUE"):
                marks = [*marks, *_venue_line(page, marks, entry.stop)]
            found.append(_paper(page, marks, _region(page, entry.marks, previous, entry.stop), pairs=pairs))
        previous = last
    return found


def _entries(page: Page, region: Span, owner: str | None) -> tuple[list[Entry], tuple[int, ...]]:
    """The marks of each paper of a section, and the lines at which papers begin where that is sure."""
    marks = _with_known_venues(page, _listed(page, page.within(*region, _LABELS)), region)
    names = {page.text[mark.start : mark.end] for mark in marks if mark.label == "AUTHOR"} | {owner or ""}
    marks = in_italics(page, parted(page, marks, frozenset(names)), region)
    marks = _with_headers(page, marks, region)
    begins = starts(page, marks, region)
    whole, tops = stacked(page, marks, region, owner)
    numbered = bool(begins) and SIGN.match(page.line_text(begins[0])) is not None
    if tops and not (numbered and set(tops).isdisjoint(begins)):
        marks, begins = relabelled(whole, tops), tops
    else:
        marks = relabelled(list(cut(page, marks, begins)), begins)
    marks = _joined_authors(page, marks, begins)
    found, _ = group(page, marks, FORM, begins=begins)
    stops = [*(entry[0].start for entry in found[1:]), region[1]]
    return [Entry(entry, entry[0].start, stop) for entry, stop in zip(found, stops, strict=False)], begins


def _is_service(page: Page, entry: Entry) -> bool:
    """Whether an entry speaks of a talk or a patent; a line that praises a paper ("Oral presentation") does not."""
    end = max(entry.marks[-1].end, min(entry.stop, entry.marks[-1].end + 60))
    if _PATENT.search(page.text, entry.start, end):
        return True
    if praise := _PRAISE.search(page.text, entry.start, end):
        end = praise.start()
    return is_service(page, entry.start, end)


def _listed(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without those of remarks: in brackets, or in bullets below papers that are no bullets themselves."""
    papers = [mark for mark in marks if mark.label == "PAPER"]
    details = sum(not page.lines[mark.line].bullet for mark in papers) > 1 and not _begins_with_bullet(page, marks)
    names = {page.text[mark.start : mark.end] for mark in marks if mark.label == "AUTHOR"}
    return [
        replace(mark, label="AUTHOR") if mark.label in _NAMED and page.text[slice(*mark.span)] in names else mark
        for mark in marks
        if not (details and page.lines[mark.line].bullet)
        and not (mark.label == "PAPER" and _BRACKET.search(page.text, page.lines[mark.line].start, mark.start))
        and not (mark.label == "PAPER" and _STATUS_LINE.match(page.text, *mark.span))
        and not (mark.label == "VENUE" and _REMARK.search(page.text, page.lines[mark.line].start, mark.start))
        and not (mark.label == "VENUE" and is_thesis(page.text, page.lines[mark.line].start, mark.end))
    ]


def _begins_with_bullet(page: Page, marks: Sequence[Mark]) -> bool:
    return bool(marks) and page.lines[marks[0].line].bullet


def _with_headers(page: Page, marks: Sequence[Mark], region: Span) -> list[Mark]:
    """The marks, and lines like "In submission '25" in the place of a venue above the papers they speak of."""
    found = list(marks)
    for number, line in enumerate(page.lines):
        if region[0] <= line.start and line.end <= region[1] and _STATUS_LINE.fullmatch(page.line_text(number)):
            found = [mark for mark in found if mark.line != number]
            found.append(Mark(line.start, line.end, "VENUE", number, None, RULE))
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _with_known_venues(page: Page, marks: Sequence[Mark], region: Span) -> list[Mark]:
    """The marks, and the venues that the lexicon finds where the model sees nothing ("[Accepted, MLSys26]")."""
    found = list(marks)
    for (a, b), _ in venues.find_venues(page.text[slice(*region)]):
        start, end = region[0] + a, region[0] + b
        if not any(mark.start < end and start < mark.end and mark.label != "DATE" for mark in found):
            found = [mark for mark in found if not (start <= mark.start and mark.end <= end)]
            found.append(Mark(start, end, "VENUE", page.line_at(start), None, RULE))
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _venues_have_lines(page: Page, entries: Sequence[Sequence[Mark]]) -> bool:
    """Whether venues have lines to themselves in this section."""
    venues_ = [venue for entry in entries if (venue := first(entry, "VENUE"))]
    alone = [venue for venue in venues_ if page.fills_line(venue)]
    return len(alone) >= 2 and 2 * len(alone) >= len(venues_)


def _venue_line(page: Page, entry: Sequence[Mark], stop: int) -> Iterator[Mark]:
    """The line below a paper that holds nothing else, in a section where venues have lines to themselves."""
    last = page.line_at(max(mark.end for mark in entry) - 1)
    if last + 1 >= len(page.lines):
        return
    line = page.lines[last + 1]
    start, end = trimmed(page.text, line.start, line.end)
    if start < end and end <= stop and not line.bullet and not line.heading and end - start < 120:
        start, end = unbracketed(page.text, start, end)
        if not page.within(line.start, line.end) and not is_thesis(page.text, start, end):
            yield Mark(start, end, "VENUE", last + 1)


def _region(page: Page, entry: Sequence[Mark], previous: int, stop: int) -> Span:
    """The stretch that speaks of one paper: its lines, and a line without marks directly above it."""
    top = page.line_at(entry[0].start)
    above = top - 1
    if above >= 0 and page.lines[above].start > previous and not page.within(*_line(page, above)):
        top = above
    bottom = min(stop, page.lines[page.line_at(entry[-1].end - 1)].end)
    return max(page.lines[top].start, previous), max(bottom, entry[-1].end)


def _line(page: Page, number: int) -> Span:
    return page.lines[number].start, page.lines[number].end


def _joined_authors(page: Page, marks: Sequence[Mark], begins: Collection[int]) -> list[Mark]:
    """Runs of author names of one entry as one mark each."""
    joined: list[Mark] = []
    for mark in marks:
        if mark.label != "AUTHOR":
            joined.append(mark)
        elif joined and joined[-1].label == "AUTHORS" and _are_near(page, joined[-1], mark, begins):
            joined[-1] = Mark(joined[-1].start, mark.end, "AUTHORS", joined[-1].line)
        else:
            joined.append(Mark(mark.start, mark.end, "AUTHORS", mark.line))
    return joined


def _are_near(page: Page, left: Mark, right: Mark, begins: Collection[int]) -> bool:
    return right.line - page.line_at(left.end) <= 1 and not any(left.line < n <= right.line for n in begins)


def _paper(page: Page, entry: Sequence[Mark], region: Span, *, pairs: bool) -> Publication:
    fields = Fields(page.text)
    fields.mark("name", first(entry, "PAPER"))
    if listed := first(entry, "AUTHORS"):
        fields.items("authors", authors(page.text, listed.span, pairs=pairs))
    venue, date = first(entry, "VENUE"), first(entry, "DATE")
    if venue and not _STATUS_LINE.fullmatch(page.text, *venue.span):
        fields.mark("publisher", venue)
    if date and date.date:
        fields.put("release_date", [date.span], RULE, date.date.end or date.date.start)
    elif venue and (year := venues.parse(page.text[venue.start : venue.end]).year):
        fields.put("release_date", [venue.span], RULE, str(year))
    _status(page.text, region, fields)
    if match := _DOI.search(page.text, *region):
        fields.put("doi", [match.span()], RULE)
    return fields.record(Publication)  # type: ignore[no-any-return]


def _status(text: str, region: Span, fields: Fields) -> None:
    """Set the status that the lines of a paper state, else that it is published where it has a venue."""
    title = fields.evidence.get("name", ((0, 0),))[0]
    for status, pattern in _STATUS.items():
        for match in pattern.finditer(text, *region):
            if not (title[0] <= match.start() < title[1]):
                fields.put("status", [match.span()], RULE, status)
                return
    if "publisher" in fields.values:
        fields.put("status", fields.evidence["publisher"], RULE, "published")


def _in_prose(page: Page, known: set[str]) -> Iterator[Publication]:
    """Papers without title: "(Paper accepted at ATC '23)"."""
    for match in _IN_PROSE.finditer(page.text):
        found = venues.find_venues(page.text[match.end() : match.end() + 60].split("\n")[0])
        if not found or found[0][0][0] > 20 or found[0][1].series in known:
            continue
        (start, end), venue = found[0]
        fields = Fields(page.text)
        fields.put("publisher", [(match.end() + start, match.end() + end)], RULE)
        if venue.year:
            fields.put("release_date", [(match.end() + start, match.end() + end)], RULE, str(venue.year))
        verb = match.group(1).casefold()
        status = "submitted" if verb == "submitted" else "accepted" if verb in ("accepted", "appear") else "published"
        fields.put("status", [match.span(1)], RULE, status)
        known.add(venue.series)
        yield fields.record(Publication)
