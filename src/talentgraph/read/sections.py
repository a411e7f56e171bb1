"""Sections: which lines are headings, and of what kind.

Two kinds of evidence are joined. Words: a heading is a short line that consists of heading words (headings.tsv); one
word may be unknown where the line looks like a heading, or where what stands below it says the same.
Looks: the headings of one document look alike, so what looks like most of them but is not in the lexicon ends a
section too (kind "other"), and what is in the lexicon but looks different is a line of text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple, cast

from talentgraph.model import Line, Section, SectionKind, Span, Style
from talentgraph.read.contents import content_kind
from talentgraph.read.headings import heading_kind, kind_of, normal, partial_kind
from talentgraph.values import organizations
from talentgraph.values.degrees import level
from talentgraph.values.titles import has_title_word

_SHORT = 4  # words of a heading that is known in part
_OWN = 0.3  # share of the lines with the look of headings that are known headings
_LARGE = 1.15  # times the usual size of letters
_KINDS = {"patents": "publications"}  # kinds of headings.tsv that are sections of another kind
_OPEN = re.compile(r"(?:[,&/]|\b(?:and|or|und|et|y|e|of|in|for|de|der|für))$", re.I)
_RULE = re.compile(r"^[_\-=─—*]{4,}$")


class _Look(NamedTuple):
    """What headings of one document have in common."""

    marked: int  # the heading level that the file states
    bold: bool
    size: int
    capitals: bool
    rail: bool  # stands in the first cell, left of its section
    colon: bool  # ends with one


class _Start(NamedTuple):
    """The first line of a section; one that goes on in its column has no heading."""

    line: int
    kind: str
    heading: Span | None


class _Candidate(NamedTuple):
    line: int
    span: Span
    kind: str  # "" when the words say nothing
    look: _Look
    gap: bool
    plain: bool  # neither digits nor brackets, as headings are
    words: str
    left: float  # where it begins, in points
    partial: bool = False  # some of the words are unknown


class _Letters:
    """Which letters of a text are bold, and which lines have larger ones than most."""

    def __init__(self, lines: Sequence[Line], styles: Sequence[Style]) -> None:
        self.usual = median([line.size or 0.0 for line in lines] or [0.0])
        spans = sorted((style.start, style.end) for style in styles if style.kind == "bold")
        self.starts = [start for start, _ in spans]
        self.ends = list(accumulate((end for _, end in spans), max))  # the furthest so far

    def is_large(self, line: Line) -> bool:
        """Whether a line has larger letters than most."""
        return bool(line.size and line.size > _LARGE * self.usual > 0)

    def are_bold(self, span: Span) -> bool:
        """Whether all letters of a span are bold."""
        before = bisect_right(self.starts, span[0])
        return before > 0 and self.ends[before - 1] >= span[1]


def find_sections(text: str, lines: Sequence[Line], styles: Sequence[Style]) -> tuple[Section, ...]:
    """The sections of a text, in order and without gaps; the first, without heading, is the head.

    >>> text = "Ada Example\\nEducation\\nPhD, Acme University"
    >>> lines = (Line(start=0, end=11), Line(start=12, end=21, gap=True), Line(start=22, end=42))
    >>> [(section.kind, section.heading) for section in find_sections(text, lines, ())]
    [('head', None), ('education', (12, 21))]
    """
    letters = _Letters(lines, styles)
    candidates = [c for number in range(len(lines)) if (c := _candidate(text, lines, number, letters))]
    headings = list(_confirmed(text, lines, _headings(list(_whole(text, candidates)))))
    named = sorted([*_named(headings), *_continued(lines, headings)], key=lambda start: start.line)
    named = list(_told_by_content(text, lines, named))
    starts = [0, *(lines[number].start for number, _, _ in named)]
    ends = [*starts[1:], len(text)]
    return tuple(
        Section(start, end, cast(SectionKind, _KINDS.get(kind, kind)), span)
        for start, end, (_, kind, span) in zip(starts, ends, [(0, "head", None), *named], strict=True)
        if start < end or len(starts) == 1
    )


def _told_by_content(text: str, lines: Sequence[Line], named: Sequence[_Start]) -> Iterator[_Start]:
    """The starts of sections; where a heading's words say nothing, what stands below it does, else some of them."""
    stops = [*(start.line for start in named[1:]), len(lines)]
    for start, stop in zip(named, stops, strict=False):
        if start.kind == "other" and start.heading and not heading_kind(text[slice(*start.heading)]):
            below = [text[line.start : line.end] for line in lines[start.line + 1 : stop]]
            start = start._replace(kind=content_kind(below) or partial_kind(text[slice(*start.heading)]) or "other")
        yield start


def _confirmed(text: str, lines: Sequence[Line], headings: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The headings; words of which some are unknown, and that look like any other line, must say what stands below."""
    stops = [*(c.line for c in headings[1:]), len(lines)]
    for heading, stop in zip(headings, stops, strict=False):
        if heading.partial and not (heading.gap or _is_marked(heading.look)):
            below = [text[line.start : line.end] for line in lines[heading.line + 1 : stop]]
            if content_kind(below) != heading.kind:
                continue
        yield heading


def _named(headings: Sequence[_Candidate]) -> list[_Start]:
    return [_Start(c.line, c.kind or "other", c.span) for c in headings]


def _continued(lines: Sequence[Line], headings: Sequence[_Candidate]) -> Iterator[_Start]:
    """Where a column goes on, on a further page, with another section than the one that was read last."""
    kinds = {c.line: c.kind or "other" for c in headings}
    known: dict[int, str] = {}  # column -> the section that it stopped in
    kind, column = "head", 0
    for number, line in enumerate(lines):
        if number in kinds:
            kind = kinds[number]
            if not line.column:  # it stands above all columns
                known.clear()
        elif line.column not in (0, column) and known.get(line.column, kind) != kind:
            kind = known[line.column]
            yield _Start(number, kind, None)
        column = line.column
        known[column] = kind


def _candidate(text: str, lines: Sequence[Line], number: int, letters: _Letters) -> _Candidate | None:
    """The line as a possible heading."""
    line = lines[number]
    whole = text[line.start : line.end]
    first, tab, _ = whole.partition("\t")
    words = first.strip()
    if (
        line.bullet
        or not words
        or words[0] in "(["
        or _RULE.match(words)
        or len(words) > 60
        or not any(map(str.isalpha, words))
    ):
        return None
    start = line.start + len(first) - len(first.lstrip())
    span = (start, start + len(words))
    small = words[0].islower() and not letters.is_large(line)
    running = not line.heading and (small or _goes_on(lines, number))  # the rest of a wrapped sentence
    said = normal(words)
    kind = "" if running or (tab and words.endswith(":")) else kind_of(said)
    ruled = number + 1 < len(lines) and bool(_RULE.match(text[lines[number + 1].start : lines[number + 1].end]))
    look = _Look(
        marked=line.heading or (9 if ruled else 0),
        bold=line.bold or letters.are_bold(span),
        size=round(line.size or 0),
        capitals=words.isupper() and len(words) > 3,
        rail=bool(tab),
        colon=words.endswith(":"),
    )
    plain = not running and not re.search(r"[\d()\[\]@.,]", words)
    apart = line.gap or number == 0 or lines[number - 1].bullet
    return _Candidate(number, span, kind, look, apart, plain, said, line.box[0] if line.box else 0.0)


def _whole(text: str, candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The candidates; a heading that is wrapped in a narrow column is one."""
    before: _Candidate | None = None
    for candidate in candidates:
        if before and (joined := _joined(text, before, candidate)):
            before = joined
            continue
        if before:
            yield before
        before = candidate
    if before:
        yield before


def _joined(text: str, first: _Candidate, second: _Candidate) -> _Candidate | None:
    """Two lines as one heading: they look alike, and their words announce one section together."""
    if second.line != first.line + 1 or second.look != first.look or second.gap or not first.gap or first.look.rail:
        return None
    words = f"{first.words} {second.words}"
    kind = kind_of(words)
    one = not (first.kind and second.kind) or first.kind == second.kind == kind or _OPEN.search(text[: first.span[1]])
    if not kind or not one:
        return None
    return first._replace(span=(first.span[0], second.span[1]), kind=kind, words=words)


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the rest of a bullet's text."""
    line, above = lines[number], lines[max(0, number - 1)]
    return not line.gap and line.level > 0 and (above.bullet or above.level == line.level)


def _headings(candidates: list[_Candidate]) -> list[_Candidate]:
    """Those candidates that share the look of the document's headings."""
    times = Counter((c.words, c.look) for c in candidates)
    single = [c for c in candidates if c.line > 0 and times[c.words, c.look] == 1]  # headings do not come twice
    known = [c for c in single if c.kind]
    if not known:
        return []
    common = _common_looks(known, Counter(c.look for c in candidates))
    spaced = sum(c.gap for c in known) >= 0.7 * len(known)
    all_named = [*known, *_likely(single, known)]
    fit = [c for c in all_named if c.look in common and (c.gap or not spaced or _is_marked(c.look))]
    found = _strongest(fit)
    taken = {c.line for c in found}
    unknown = [c for c in single if not c.kind and c.line not in taken and _is_unknown(c, found, common)]
    if len(unknown) > len(found):  # then it is the look of titles, too
        unknown = []
    return sorted([*found, *unknown], key=lambda c: c.line)


def _likely(single: list[_Candidate], known: list[_Candidate]) -> list[_Candidate]:
    """The candidates that are known in part: of kinds of their own, or fewer in their look than those known whole."""
    found = [c._replace(kind=kind, partial=True) for c in single if not c.kind and (kind := _likely_kind(c))]
    kinds = Counter([*{c.kind for c in known}, *(c.kind for c in found)])
    looks, others = Counter(c.look for c in known), Counter(c.look for c in found)
    return [c for c in found if kinds[c.kind] == 1 or (_is_marked(c.look) and others[c.look] <= looks[c.look])]


def _likely_kind(candidate: _Candidate) -> str:
    """The kind of section that a short line announces in which one word is unknown, and names nobody and nothing."""
    words = candidate.words
    kind = partial_kind(words, unknown=1, most=_SHORT) if candidate.plain and not candidate.look.rail else ""
    named = kind and (has_title_word(words) or level(words) or organizations.kind(words))
    return "" if named or kind == "other" else kind


def _strongest(found: list[_Candidate]) -> list[_Candidate]:
    """Candidates without those that look like any line, where two or more stand out: these are labels of entries."""
    if sum(map(_stands_out, found)) < 2:
        return found
    return [c for c in found if c.gap or _stands_out(c)]


def _stands_out(candidate: _Candidate) -> bool:
    look = candidate.look
    return bool(look.marked or look.capitals or (look.bold and look.size))


def _is_unknown(candidate: _Candidate, found: list[_Candidate], common: Counter[_Look]) -> bool:
    """Whether a line looks like a heading though its words do not say so."""
    look = candidate.look
    alike = [c for c in found if c.look == look]
    return (
        common[look] >= 2
        and _is_marked(look)
        and not look.rail
        and candidate.plain
        and candidate.line > found[0].line
        and (candidate.gap or bool(look.marked))
        and any(abs(c.left - candidate.left) < 3 for c in alike)
    )


def _common_looks(known: list[_Candidate], all_looks: Counter[_Look]) -> Counter[_Look]:
    """The looks that the known headings share. Where the file marks headings, it marks sections with one level."""
    levels = Counter(c.look.marked for c in known if c.look.marked)
    looks = Counter(c.look for c in known)
    if levels and sum(levels.values()) >= 0.5 * len(known):
        kinds = {level: len({c.kind for c in known if c.look.marked == level}) for level in levels}
        level = max(levels, key=lambda level: (kinds[level], -level))
        return Counter({look: count for look, count in looks.items() if look.marked == level})
    most = looks.most_common(1)[0][1]
    return Counter({look: count for look, count in looks.items() if _is_common(look, count, most, all_looks[look])})


def _is_common(look: _Look, count: int, most: int, total: int) -> bool:
    """Whether headings look like this: `count` of the known ones do, of `total` lines; `most` look alike."""
    if look.rail:
        return count >= 3 and count == most
    return most < 3 or (count >= 2 and (count == most or count >= _OWN * total))


def _is_marked(look: _Look) -> bool:
    """Whether text of the body would not look like this by chance."""
    return bool(look.marked or look.capitals or look.colon or (look.bold and look.size))
