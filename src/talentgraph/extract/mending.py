"""Mending: what the model marks, cut and stretched to what letters and lexicons say.

A name does not run on from upright into italic letters; a title ends with the noun of a trade; an organisation that
the lexicon knows with its campus is one name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentgraph.extract.marks import Mark, trimmed
from talentgraph.model import Document, Span
from talentgraph.values import degrees, organizations, places, titles

_CUT = frozenset({"EMPLOYER", "TITLE", "TEAM", "INSTITUTION", "DEGREE", "DEPARTMENT", "PLACE"})
_WRAPPED = frozenset({"EMPLOYER", "INSTITUTION"})
_BETWEEN = re.compile(r"-|\s(?:de|du|des|del|della|di|da|do|of|of the|de la|for|für|für die|and|und|et|y|e|&)\s")
_PARTICLE = re.compile(r"\s(?:d['’]|de |du |de la |des |del |di )[^\W\d_][\w'’-]*(?=[\t\n\f]|$)")
_NEXT_CELL = re.compile(r"[\n\f]([^\W\d_][^\n\f\t]{1,60})(?=[\n\f\t]|$)")
_OPEN_END = re.compile(r"(?:\b(?:of|for|and|the|de|du|des|la|le|del|di|und|für|der|e|y|et)|[&,–-])$", re.I)
_TAIL = re.compile(r",\s*[^,;|\t\n\f(]{2,40}")
_REMARK = re.compile(
    r"\s*\((?:[^()]*\b(?:start-?up|series|formerly|acquired|remote|contract|part-time|full-time|seasonal|stealth)\b[^()]*)\)?$",
    re.I,
)
_OPENED = re.compile(r"\s\[[^\]]*$")
_IN_PLACE = re.compile(r"\s(?:in|en|à|em)(?:\s|$)")
_BELOW = re.compile(r"[\n\f]([A-ZÀ-Þ][^\n\f\t,;:|·()\[\]/]{1,60}?)(?=\s*(?:[\n\f\t,;:|·()\[\]/]|\s[–—-]\s|$))")
_WANTS = re.compile(r"\b(?:of|for|de|du|des|del|della|di|für|der)$")
_GRADE = re.compile(r"[IV]{1,4}|\d")
_HEAD = re.compile(r"(?:^|[\t\n\f])([^,;|\t\n\f]{2,60}),\s*$")


def mend(document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a document, mended, in order."""
    text = document.text
    borders = sorted({at for s in document.styles if s.kind != "link" for at in (s.start, s.end)})
    cells = [cell for mark in marks for cell in (_cells(text, mark) if mark.label in _CUT else [mark])]
    pieces = [piece for mark in cells for piece in (_pieces(text, mark, borders) if mark.label in _CUT else [mark])]
    pieces = [part for mark in pieces for part in (_parted(text, mark) if mark.label == "INSTITUTION" else [mark])]
    pieces = _joined(document, pieces)
    pieces = [_rejoined(document, mark) if mark.label in _WRAPPED else mark for mark in pieces]
    whole = [_whole(text, mark) if mark.label in ("EMPLOYER", "INSTITUTION") else mark for mark in pieces]
    grown = [mark.span for mark in whole if mark.label in _WRAPPED]
    return [m for m in whole if not any(a <= m.start and m.end <= b and m.span != (a, b) for a, b in grown)]


def _joined(document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, where pieces of one name with a hyphen, a particle or a mere line end between them are one."""
    text = document.text
    apart = {line.start for line in document.lines if line.gap or line.bullet or line.heading}
    found: list[Mark] = []
    for mark in marks:
        before = found[-1] if found else None
        if before and before.label == mark.label and _is_one(text, before, mark, below=mark.start not in apart):
            found[-1] = replace(before, end=mark.end)
        elif mark.label == "INSTITUTION" and (more := _PARTICLE.match(text, mark.end)):
            found.append(replace(mark, end=more.end()))
        else:
            found.append(mark)
    return found


def _is_one(text: str, left: Mark, right: Mark, *, below: bool) -> bool:
    """Whether two marks of a label are pieces of one name; `below` where the second may go on from the line above."""
    if left.label in ("INSTITUTION", "FIELD", "DEPARTMENT"):
        return _BETWEEN.fullmatch(text, left.end, right.start) is not None
    return left.label == "EMPLOYER" and below and _is_wrapped(text, left, right)


def _is_wrapped(text: str, left: Mark, right: Mark) -> bool:
    """Whether a name that begins inside its line goes on at the beginning of the next."""
    inside = text[max(0, left.start - 1) : left.start] in (" ", "(", "[")
    apart = "," in text[left.start : left.end] or text[right.start : right.end].startswith("The ")
    return inside and not apart and text[left.end : right.start] in ("\n", "\f", " \n")


def _rejoined(document: Document, mark: Mark) -> Mark:
    """The name of an organisation with what a line end has cut off it.

    The lexicon must know the whole, or the same bold letters must go on and the words must want each other.
    """
    text = document.text
    mark = _unbroken(text, mark)
    while match := _NEXT_CELL.match(text, mark.end):
        known = organizations.lookup(text[mark.start : match.end()])
        if known is None or known == organizations.lookup(text[mark.start : mark.end]):
            wanted = match[1][0].islower() or _OPEN_END.search(text[mark.start : mark.end])
            if not (wanted and _is_bold(document, *mark.span) and _is_bold(document, *match.span(1))):
                break
        mark = replace(mark, end=match.end())
    return mark


def _unbroken(text: str, mark: Mark) -> Mark:
    """A name that ends its line with "of" and the like, or lacks the noun that it is called by, with what is below."""
    match = _BELOW.match(text, mark.end)
    if match is None:
        return mark
    name, whole = text[mark.start : mark.end], " ".join(text[mark.start : match.end(1)].split())
    begun = text[max(0, mark.start - 1) : mark.start] not in ("", "\n", "\f", "\t")
    noun = begun and len(match[1].split()) == 1 and organizations.kind(match[1]) and not organizations.kind(name)
    return replace(mark, end=match.end(1)) if _WANTS.search(name) or (noun and organizations.kind(whole)) else mark


def _is_bold(document: Document, start: int, end: int) -> bool:
    return any(s.kind == "bold" and s.start <= start and end <= s.end for s in document.styles)


def _cells(text: str, mark: Mark) -> Iterator[Mark]:
    """A mark cut where a cell ends: names do not run over columns. A degree in the cell before is one."""
    spans, start = [], mark.start
    for cell in text[mark.start : mark.end].split("\t"):
        spans.append(trimmed(text, start, start + len(cell)))
        start += len(cell) + 1
    spans = [span for span in spans if span[0] < span[1]]
    longest = max(spans, key=lambda span: span[1] - span[0], default=mark.span)
    for span in spans:
        if len(spans) > 1 and mark.label == "INSTITUTION" and degrees.level(text[slice(*span)]):
            yield replace(mark, start=span[0], end=span[1], label="DEGREE")
        elif span == longest:
            yield replace(mark, start=span[0], end=span[1])


def _pieces(text: str, mark: Mark, borders: Sequence[int]) -> Iterator[Mark]:
    """A mark cut where letters change; each piece gets the label that its words speak for."""
    first, last = bisect_right(borders, mark.start), bisect_right(borders, mark.end - 1)
    cuts = [at for at in borders[first:last] if text[mark.start : at].strip(" ,;:()|-–") and _parts_words(text, at)]
    if not cuts or mark.label not in ("EMPLOYER", "TITLE", "TEAM"):
        yield cut_title(text, mark)
        return
    for number, (start, end) in enumerate(zip([mark.start, *cuts], [*cuts, mark.end], strict=True)):
        start, end = trimmed(text, start, end)
        if start >= end:
            continue
        if titles.has_title_word(text[start:end]):
            yield cut_title(text, replace(mark, start=start, end=end, label="TITLE"))
        elif number == 0:
            yield replace(mark, start=start, end=end, label="TEAM" if mark.label == "TITLE" else mark.label)


def _parts_words(text: str, at: int) -> bool:
    """Whether a border lies between words; broken fonts make borders inside them."""
    return not (text[at - 1].isalnum() and text[at].isalnum())


def cut_title(text: str, mark: Mark) -> Mark:
    """A title without the subject behind it ("Applied Scientist Intern Vision models")."""
    if mark.label != "TITLE" or titles.known(text[mark.start : mark.end]):
        return mark
    for match in re.finditer(r"\S+", text[mark.start : mark.end]):
        end = mark.start + match.end()
        rest = text[end : mark.end].split()
        if rest and rest[0][0].isupper() and _ends_title(match.group(), rest):
            return replace(mark, end=end)
    return mark


def _ends_title(word: str, rest: Sequence[str]) -> bool:
    """Whether a word is the noun of a trade and neither a grade nor another such noun follows."""
    if _GRADE.fullmatch(rest[0]):
        return False
    return word.casefold() in ("intern", "internship", "trainee") and not any(map(titles.has_title_word, rest))


def _parted(text: str, mark: Mark) -> Iterator[Mark]:
    """An institution without the degree before it, and the field or place behind a comma."""
    words = text[mark.start : mark.end]
    degree = degrees.find_degree(words)
    if degree and degree[0][0] == 0 and organizations.kind(words[degree[0][1] :]) == "University":
        border = mark.start + degree[0][1]
        yield replace(mark, end=border, label="DEGREE")
        yield from _parted(text, replace(mark, start=trimmed(text, border, mark.end)[0]))
        return
    head, comma, tail = words.rpartition(",")
    label = "FIELD" if degrees.is_field(tail.strip()) else "PLACE" if places.known(tail.strip()) else ""
    if not comma or not label or organizations.lookup(words) or organizations.kind(head) != "University":
        yield mark
        return
    yield from _parted(text, replace(mark, end=mark.start + len(head.rstrip())))
    start, end = trimmed(text, mark.end - len(tail), mark.end)
    yield replace(mark, start=start, end=end, label=label)


def _bare_name(text: str, start: int, end: int) -> Span:
    """A name without remarks behind it, without what a bracket opens and does not close, and without "in"."""
    if remark := _REMARK.search(text, start, end):
        start, end = trimmed(text, start, remark.start())
    if opened := _OPENED.search(text, start, end):
        start, end = trimmed(text, start, opened.start())
    if place := _IN_PLACE.search(text, start, end):
        words = text[place.end() : end].strip()
        known = places.known(words) or places.find_place(words) == (0, len(words))
        if not words or (known and not organizations.lookup(text[start:end])):
            start, end = trimmed(text, start, place.start())
    return start, end


def _whole(text: str, mark: Mark) -> Mark:
    """An organisation with the campus behind it, or the whole before it, where the lexicon knows them as such."""
    start, end = _bare_name(text, *mark.span)
    known = organizations.lookup(text[start:end])
    if match := _TAIL.match(text, end):
        longer = organizations.lookup(text[start : match.end()])
        if longer is not None and longer != known:
            end = match.end()
    line = max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1
    head = _HEAD.search(text[line:start])
    if head and organizations.lookup(head.group(1).strip()) and mark.label == "EMPLOYER":
        start = line + head.start(1)
    return replace(mark, start=start, end=end)
