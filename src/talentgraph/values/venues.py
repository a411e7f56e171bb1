"""Venues: conferences, workshops and journals, without the year of an edition."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.model import Span
from talentgraph.values.lexicon import Row, alternation, cell, items, rows
from talentgraph.values.text import clean as _clean
from talentgraph.values.text import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A known venue; `type` is conference, workshop or journal, `quiet` names are those that nobody looks for in a
    text."""

    acronym: str
    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue as printed: `series` is its year-less name, `track` a workshop or part of it, `name` the printed words."""

    series: str
    acronym: str | None
    year: int | None
    track: str | None
    name: str


_Y = r"(?:19[5-9]\d|20[0-4]\d)"
_LEAD = re.compile(
    r"^(?:in\s*:?\s+|to\s+appear\s+(?:in|at)\s+|accepted\s+(?:at|to|by)\s+|presented\s+at\s+)?(?:the\s+)?(?:(?:extended\s+abstracts|companion|abstracts|adjunct)\s+(?:of\s+)?(?:the\s+)?)?"
    r"(?:(?:proceedings|proc\.?|conference\s+record|conf\.\s+proc\.)\s*(?:of\s+)?(?:the\s+)?)?",
    re.I,
)
_ORDINAL = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\w+|thirtieth|thirty-\w+|fortieth|forty-\w+)\s+(?:annual\s+)?|\bannual\s+",
    re.I,
)
_TRACK = re.compile(
    r"\b((?:\w[\w-]*\s+){0,3}(?:workshop|tutorial|symposium\s+track)s?\b(?:\s+(?:on|for|:)\s+[^,;()]+)?|findings(?:\s+of)?|demo(?:nstration)?s?(?:\s+track)?"
    r"|posters?(?:\s+(?:session|track))?|doctoral\s+consortium|student\s+(?:research\s+)?(?:workshop|abstract)|industry\s+track|datasets\s+and\s+benchmarks(?:\s+track)?"
    r"|late[- ]breaking\s+\w+|short\s+papers?|system\s+demonstrations)",
    re.I,
)
_NOTE = re.compile(
    r"\s*[\[(](?:oral|spotlight|poster|best[^)]*|to appear|accepted|under review|long|short|full)[^)\]]*[)\]]", re.I
)
_YEAR = re.compile(rf"(?<![\w.:/-])({_Y})(?![\w]|[-./:]\d)|['’]\s?(\d\d)(?!\d)")
_GLUED = re.compile(r"^([A-Z][A-Za-z&+-]*[A-Z][A-Za-z]*|[A-Z]{2,})\s?['’]?(\d\d|(?:19|20)\d\d)$")
_PAREN = re.compile(r"\(([^()]{2,30})\)")
_ARXIV = re.compile(r"\barxiv\b(?:\s+preprint)?(?:\s*[:,]?\s*(?:arxiv:)?\s*(\d\d)\d\d\.\d{4,5})?|\bCoRR\b", re.I)
_TAIL = re.compile(r"(?:,|\s-|;)?\s*(?:vol(?:ume|\.)?|no\.|pp?\.|pages?|issue|art(?:icle|\.)|\d+\s?\(\d+\)).*$", re.I)


@lru_cache(maxsize=16384)
def parse(text: str) -> Venue:
    """A printed venue in its parts.

    >>> parse("EuroSys'25").series, parse("EuroSys'25").year, parse("MLSys26").series
    ('EuroSys', 2025, 'MLSys')
    >>> parse("Proc. of the 20th European Conference on Computer Systems (EuroSys '25)").series
    'EuroSys'
    >>> parse("arXiv preprint arXiv:2101.00001")
    Venue(series='arXiv', acronym='arXiv', year=2021, track=None, name='arXiv preprint arXiv:2101.00001')
    """
    name = _clean(text)
    if match := _ARXIV.search(name):
        year = _year(name) or (2000 + int(match[1]) if match[1] else None)
        return Venue("arXiv", "arXiv", year, None, name)
    bare = _NOTE.sub("", name)
    entry = _known(bare)
    year = _year(bare)
    track = _TRACK.search(_LEAD.sub("", bare)) if entry is None or not _names_whole(bare, entry) else None
    words = _mention().sub("", " ".join(track[1].split())).strip() if track else None
    if entry is not None:
        series = entry.acronym or entry.name
        return Venue(
            series, entry.acronym or None, year, words if words and fold(words) != fold(series) else None, name
        )
    acronym = _printed_acronym(bare)
    return Venue(acronym or _series(bare) or name, acronym, year, None, name)


def lookup(name: str) -> Entry | None:
    """The known venue of this acronym, name or alias, by exact normal form.

    >>> lookup("eurosys").name
    'European Conference on Computer Systems'
    """
    return _entries().get(_normal(name))


def find_venues(text: str) -> list[tuple[Span, Venue]]:
    """Acronyms with a year in a text, in order.

    >>> [(span, venue.series, venue.year) for span, venue in find_venues("Papers at ATC '23 and OSDI 2026.")]
    [((10, 17), 'USENIX ATC', 2023), ((22, 31), 'OSDI', 2026)]
    """
    found = []
    for match in _mention().finditer(text):
        venue = parse(match.group())
        if venue.year is not None:
            found.append((match.span(), venue))
    return found


def _known(text: str) -> Entry | None:
    """The known venue in a printed one: by its whole name, the name in brackets, or an acronym with a year."""
    for candidate in _candidates(text):
        if entry := lookup(candidate):
            return entry
    found = list(_mention().finditer(text))
    if found:
        return lookup(found[-1]["acronym"])
    if match := _names_inside().search(fold(text)):
        return lookup(match.group())
    if _TRACK.search(text) and (match := re.match(r"[\w&-]+", _LEAD.sub("", text))):
        return lookup(match.group())  # "ICML Workshop on X"
    return None


def _candidates(text: str) -> list[str]:
    bare = _series(text)
    inner = [_series(part) for part in _PAREN.findall(text)]
    outer = _series(_PAREN.sub(" ", text))
    head = _series(re.split(r"[,:;]\s", text)[0])
    glued = [match[1] for part in (bare, *inner, text) if (match := _GLUED.match(part))]
    return [candidate for candidate in (text, bare, *inner, outer, head, *glued) if candidate]


def _series(text: str) -> str:
    """A printed venue without "Proceedings of", the number and the year of the edition, volume and pages."""
    text = _LEAD.sub("", _clean(text), count=1)
    text = _TAIL.sub("", text)
    text = _YEAR.sub(" ", text)
    text = _ORDINAL.sub("", text)
    text = re.sub(r"\(\s*\)|(?<=\w)\s+(?:\d{1,3}|[IVXL]{2,6})$", "", text.rstrip())
    return _clean(re.sub(r"^(?:the|of)\s", "", _clean(text), flags=re.I))


def _names_whole(text: str, entry: Entry) -> bool:
    """Whether the words of a known venue are all that is printed, so that "Workshop" in them is no track."""
    return any(lookup(part) is entry for part in (_series(text), _series(_PAREN.sub(" ", text))))


def _printed_acronym(text: str) -> str | None:
    """An acronym that the list does not know: in brackets with a year, or capitals with a year."""
    for part in (*_PAREN.findall(text), text):
        if (match := _GLUED.match(_clean(part))) and not re.fullmatch(r"(?:IEEE|ACM|USENIX|AAAI)", match[1]):
            return match[1]
        if (
            _year(part)
            and re.fullmatch(r"[A-Z][\w&+-]{1,12}", _series(part))
            and sum(map(str.isupper, _series(part))) > 1
        ):
            return _series(part)
    return None


def _year(text: str) -> int | None:
    if match := _YEAR.search(text):
        return int(match[1]) if match[1] else _century(int(match[2]))
    if match := _GLUED.match(text.strip()) or _mention().search(text):
        digits = re.search(r"\d+$", match.group().strip())
        if digits and len(digits.group()) in (2, 4):
            number = int(digits.group())
            return number if number > 99 else _century(number)
    return None


def _century(number: int) -> int:
    return number + (1900 if number >= 50 else 2000)


@lru_cache(maxsize=65536)
def _normal(name: str) -> str:
    text = re.sub(r"\b(?:acm|ieee|usenix|sig)\s*[/-]?\s*(?=\w)", "", fold(name).replace("&", " and "), count=0)
    text = re.sub(r"[^\w\s]|_", " ", text)
    words = [
        _SHORT.get(word, word)
        for word in text.split()
        if word not in ("the", "of", "on", "in", "for", "and", "annual", "international", "acm", "ieee", "usenix")
    ]
    return " ".join(words) or fold(name)


_SHORT = {
    "conf": "conference", "symp": "symposium", "proc": "proceedings", "trans": "transactions", "j": "journal", "intl": "international",
    "comput": "computer", "syst": "systems", "sci": "science", "eng": "engineering", "phys": "physics", "rev": "review",
    "lett": "letters", "wkshp": "workshop", "workshops": "workshop",
}  # fmt: skip


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """All known venues, in the order of the list."""
    return tuple(_entry(row) for row in rows("venues.tsv"))


def _entry(row: Row) -> Entry:
    acronym, name, quiet = row[0], cell(row, 1), items(row, 5)
    if cell(row, 4) == "quiet":
        return Entry(acronym, name, cell(row, 2), items(row, 3), tuple(filter(None, (acronym, name, *quiet))))
    return Entry(acronym, name, cell(row, 2), items(row, 3), quiet)


def _is_loud(entry: Entry) -> bool:
    return entry.name not in entry.quiet


@lru_cache(maxsize=1)
def _entries() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for names in (lambda e: (e.acronym,), lambda e: (e.name,), lambda e: e.aliases):
        for entry in filter(_is_loud, entries()):
            for name in names(entry):
                if name:
                    found.setdefault(_normal(name), entry)
    return found


@lru_cache(maxsize=1)
def _mention() -> re.Pattern[str]:
    """An acronym of the list (or an alias of one word), with a year."""
    names = {
        n
        for entry in filter(_is_loud, entries())
        for n in (entry.acronym, *entry.aliases)
        if n and len(n) < 22 and re.search("[A-Z].*[A-Z]", n)
    }
    years = rf"(?:\s?['’]\s?\d\d(?!\d)|\s{{1,2}}{_Y}|{_Y}|[-‐]{_Y}|\s?[012]\d)(?![\w(]|[.,:]\d)"
    return re.compile(rf"(?<![\w/-])(?P<acronym>{alternation(sorted(names))}){years}")


@lru_cache(maxsize=1)
def _names_inside() -> re.Pattern[str]:
    """A full name of the list inside a longer print; names of one or two words do not count."""
    names = {fold(entry.name) for entry in filter(_is_loud, entries()) if len(entry.name.split()) > 3}
    return re.compile(rf"(?<!\w)(?:{alternation(sorted(names))})(?!\w)" if names else r"(?!)")
