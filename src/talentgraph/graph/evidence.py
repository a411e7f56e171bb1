"""Evidence: the lines of a document that say what a record says, without contact details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talentgraph.graph.collect import Rows, escaped
from talentgraph.model import Profile, Record, Span, page_of
from talentgraph.values.contacts import find_contacts

_PLACE_KEYS = ("location", "address", "postal_code", "city", "region", "country_code")
CONTACT_KEYS = ("email", "phone", "url", "profiles", "image", *_PLACE_KEYS)  # of basics
_LONGEST = 1200  # characters; a quote of longer lines (minified JSON) is narrowed to the values
_TOLD = ("keywords",)  # keys of what the body of a record tells, each in a sentence of its own
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])")
_BREAKS = re.compile(r"[\n\f]")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document's text, and the values that stand in it: (start, end, key)."""

    start: int
    end: int
    marks: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A node that a record speaks of, and the keys of the record that name it; no keys: the whole record."""

    id: str
    keys: tuple[str, ...] = ()


def support(rows: Rows, profile: Profile, place: str, record: Record, targets: Sequence[Target]) -> None:
    """Add the evidence of a record and what it supports.

    A target is supported by the quotes that hold one of its keys, or by all where none does.
    """
    marks = _marks(profile, place, record)
    quotes = [quote for passage in _passages(profile.text, marks) for quote in _presentable(profile, passage)]
    for quote in quotes:
        evidence = _node(rows, profile, place, record, quote)
        for target in targets:
            if _holds(quote, target) or not any(_holds(other, target) for other in quotes):
                rows.edge("SUPPORTS", evidence, target.id)


def support_contact(rows: Rows, profile: Profile, key: str, contact: str) -> None:
    """Add the evidence of a contact detail: the detail alone."""
    for start, end in profile.basics.evidence.get(key, ()):
        if 0 <= start < end <= len(profile.text):
            quote = Quote(start, end, ((start, end, key),))
            rows.edge("SUPPORTS", _node(rows, profile, f"basics.{key}", profile.basics, quote), contact)


def _marks(profile: Profile, place: str, record: Record) -> list[tuple[int, int, str]]:
    """The places of a record's values that lie in the text, without contact details of the owner."""
    return sorted(
        (start, end, key)
        for key, spans in record.evidence.items()
        if place != "basics" or key.partition(".")[0] not in CONTACT_KEYS
        for start, end in spans
        if 0 <= start < end <= len(profile.text)
    )


def _passages(text: str, marks: list[tuple[int, int, str]]) -> Iterator[Quote]:
    """The lines that make the record, and the sentence of each thing that its body tells."""
    told = [mark for mark in marks if mark[2].partition(".")[0] in _TOLD]
    made = [mark for mark in marks if mark[2].partition(".")[0] not in (*_TOLD, "highlights", "summary")]
    yield from _runs(text, made or told)
    sentences: dict[Span, list[tuple[int, int, str]]] = {}
    for mark in told if made else ():
        sentences.setdefault(_sentence(text, mark[0], mark[1]), []).append(mark)
    for (start, end), held in sorted(sentences.items()):
        yield Quote(start, end, tuple(held))


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence around a span, in its lines."""
    first, last = _lines(text, start, end)
    ends = [first, *(match.end() for match in _SENTENCE_END.finditer(text, first, last)), last]
    return max(at for at in ends if at <= start), min(at for at in ends if at >= end)


def _runs(text: str, marks: list[tuple[int, int, str]]) -> Iterator[Quote]:
    """Runs of neighbouring whole lines that hold values; a run ends with its page."""
    start, end = -1, -1
    held: list[tuple[int, int, str]] = []
    for mark in marks:
        line = _lines(text, mark[0], mark[1])
        if held and line[0] <= end + 1 and "\f" not in text[end : line[0]]:
            end = max(end, line[1])
            held.append(mark)
            continue
        if held:
            yield Quote(start, end, tuple(held))
        (start, end), held = line, [mark]
    if held:
        yield Quote(start, end, tuple(held))


def _lines(text: str, start: int, end: int) -> Span:
    """The span of the whole lines around a span."""
    before = max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1
    after = _BREAKS.search(text, max(start, end - 1))
    return before, after.start() if after else len(text)


def _presentable(profile: Profile, quote: Quote) -> Iterator[Quote]:
    """The quote, or only its values where its lines hold contact details or are too long to show."""
    contacts = _contacts(profile, quote)
    if not contacts and quote.end - quote.start <= _LONGEST:
        yield _stripped(profile.text, quote)
        return
    pieces: dict[Span, list[tuple[int, int, str]]] = {}
    for start, end, key in quote.marks:
        for piece in _without(profile.text, (start, end), contacts):
            pieces.setdefault(piece, []).append((*piece, key))
    for (start, end), marks in sorted(pieces.items()):
        yield Quote(start, end, tuple(marks))


def _contacts(profile: Profile, quote: Quote) -> list[Span]:
    """Where contact details stand in a quote. Links count only when they are the owner's: papers have links too."""
    text = profile.text[quote.start : quote.end]
    owner = profile.basics
    reached = (owner.email, owner.phone, owner.url, owner.address, *owner.profiles)
    own = [value for value in reached if value and len(value) > 5]
    found = [span for span, kind, _ in find_contacts(text) if kind in ("email", "phone", "address")]
    found += [match.span() for value in own for match in re.finditer(re.escape(value), text)]
    return [(start + quote.start, end + quote.start) for start, end in sorted(found)]


def _without(text: str, span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span around the holes, without blanks at its ends."""
    at, stop = span
    for start, end in [*(hole for hole in holes if hole[0] < stop and hole[1] > at), (stop, stop)]:
        if at < start and (piece := _trim(text, at, min(start, stop))):
            yield piece
        at = max(at, end)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _stripped(text: str, quote: Quote) -> Quote:
    start, end = _trim(text, quote.start, quote.end) or (quote.start, quote.end)
    return Quote(start, end, tuple((max(a, start), min(b, end), key) for a, b, key in quote.marks))


def _holds(quote: Quote, target: Target) -> bool:
    if not target.keys:
        return any(key.partition(".")[0] not in _TOLD for *_, key in quote.marks)
    return any(key in target.keys for *_, key in quote.marks)


def _node(rows: Rows, profile: Profile, place: str, record: Record, quote: Quote) -> str:
    """The evidence node of a quote."""
    source, text = profile.source, profile.text
    page = page_of(text, quote.start)
    known = [record.confidence[key] for *_, key in quote.marks if key in record.confidence]
    marks = sorted({(a - quote.start, b - quote.start) for a, b, _ in quote.marks if a < b})
    evidence = rows.node(
        f"evidence/{escaped(source.path)}/{place}/{quote.start}-{quote.end}",
        "Evidence",
        name=f"{source.path}, page {page}",
        quote=text[quote.start : quote.end],
        marks=[offset for span in marks for offset in span],
        page=page,
        charStart=quote.start,
        charEnd=quote.end,
        section=next((s.kind for s in profile.sections if s.start <= quote.start < s.end), None),
        confidence=round(min(known), 3) if known else None,
        extractor=profile.extractor,
    )
    rows.edge("FROM_DOCUMENT", evidence, f"document/{escaped(source.path)}")
    return evidence
