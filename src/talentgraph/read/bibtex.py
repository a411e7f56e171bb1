"""BibTeX: the publications of one person, who is told by name or is the one author that all entries share."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from talentgraph.errors import ReadError
from talentgraph.model import Basics, Profile, Publication, Source, Span
from talentgraph.read.text import decode
from talentgraph.read.tree import Said, cleaned, dated, joined, make, part, told
from talentgraph.values import people

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

EXTRACTOR = "bibtex"
MAX_AUTHORS = 100_000  # of all entries
_CROWD = 20  # authors; which of them is the owner cannot be told from lists that are all longer
_VENUES = ("journal", "journaltitle", "booktitle", "school", "institution", "publisher", "howpublished")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PIECE = re.compile(r'\s*(?:(?P<name>[^\s{}"#,]+)|(?P<open>[{"]))')
_STATUS = (
    ("submitted", re.compile(r"submitted|under review|in review", re.IGNORECASE)),
    ("accepted", re.compile(r"accepted|to appear|in press|inpress|forthcoming", re.IGNORECASE)),
    ("preprint", re.compile(r"preprint|\barxiv\b|biorxiv|medrxiv|\bCoRR\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: its type, its fields by name, and its authors."""

    type: Said | None
    fields: Mapping[str, Said]
    authors: list[Said] = field(default_factory=list)


def read_bibtex(data: bytes, source: Source, *, owner: str | None = None) -> Profile:
    """A list of publications.

    With `owner` it is that person's: entries that name other authors only are left out. Raises ReadError when there
    are no entries, or when they do not say whose list it is.
    """
    text = decode(data, source.path)
    entries = list(_entries(text))
    if sum(len(entry.authors) for entry in entries) > MAX_AUTHORS:
        raise ReadError(source.path, "names too many authors for one person's publications", "split it by person")
    if not entries:
        raise ReadError(source.path, "holds no BibTeX entries", "correct it or export it again")
    name = _named(entries, owner) if owner else _shared(entries)
    if name is None:
        reason = "names the owner in no entry" if owner else "does not say whose publications these are"
        raise ReadError(source.path, reason, "name the person as in its author fields, with --owner")
    mine = [entry for entry in entries if not entry.authors or _find(entry, name.text)]
    papers = told(_publication(entry) for entry in mine)
    return Profile(source=source, text=text, basics=make(Basics, name=name), publications=papers, extractor=EXTRACTOR)


def _named(entries: list[_Entry], owner: str) -> Said | None:
    """The owner under the name given, at the first place that names the owner."""
    places = (found for entry in entries if (found := _find(entry, owner)))
    first = next(places, None)
    return Said(owner, first.spans) if first else None


def _shared(entries: list[_Entry]) -> Said | None:
    """The one author of all entries, by the longest form of the name; None where there is none, or more than one."""
    listed = [entry for entry in entries if entry.authors]
    if not listed:
        return None
    fewest = min(listed, key=lambda entry: len(entry.authors))
    if len(fewest.authors) > _CROWD:
        return None
    common = [author for author in fewest.authors if all(_find(entry, author.text) for entry in listed)]
    if len(common) != 1:
        return None
    return max((said for entry in listed if (said := _find(entry, common[0].text))), key=lambda said: len(said.text))


def _find(entry: _Entry, name: str) -> Said | None:
    return next((author for author in entry.authors if people.compatible(author.text, name)), None)


def _publication(entry: _Entry) -> Publication:
    fields = entry.fields
    venue = next((fields[key] for key in _VENUES if key in fields), None)
    return make(
        Publication,
        name=fields.get("title"),
        publisher=venue,
        release_date=_date(fields),
        status=_status(fields),
        type=entry.type,
        doi=fields.get("doi"),
        url=fields.get("url"),
        authors=entry.authors,
        summary=fields.get("abstract"),
    )


def _date(fields: Mapping[str, Said]) -> Said | None:
    """The date, or year and month; a month is a number or a name."""
    year, month = fields.get("year"), fields.get("month")
    if year is None or not re.fullmatch(r"\d{4}", year.text.strip()):
        return dated(fields.get("date") or year)
    key = month.text.strip().lower()[:3] if month else ""
    number = _MONTHS.index(key) + 1 if key in _MONTHS else int(key) if key.isdecimal() and 0 < int(key) < 13 else 0
    return joined([year, Said(f"{number:02}", month.spans)], "-") if number and month else year


def _status(fields: Mapping[str, Said]) -> Said | None:
    """Whether a paper is submitted, accepted or a preprint, where the entry says so."""
    for status, pattern in _STATUS:
        for key in ("pubstate", "note", "journal", "howpublished", "publisher", "archiveprefix", "eprinttype"):
            said = fields.get(key)
            if (
                said
                and pattern.search(said.text)
                and not (key.startswith(("archive", "eprint")) and _is_placed(fields))
            ):
                return Said(status, said.spans)
    return None


def _is_placed(fields: Mapping[str, Said]) -> bool:
    """Whether a paper appeared somewhere, so that its eprint is a copy."""
    return any(key in fields for key in ("journal", "journaltitle", "booktitle"))


def _entries(text: str) -> Iterator[_Entry]:
    """The sound entries of a text, in order."""
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its warnings quote the document
    library = parse_string(text, parse_stack=[])
    strings = {string.key.lower(): _string(string, text) for string in library.strings}
    position = 0
    for entry in library.entries:
        raw = entry.raw or ""
        start = text.find(raw, position)
        if start < 0:
            continue
        position = start + len(raw)
        yield _entry(entry, text, start, strings)


def _string(string: Any, text: str) -> Said:
    """What a @string stands for, with the place of its definition."""
    raw, value = str(string.raw or ""), str(string.value)
    start = text.find(raw) if raw else -1
    said = _value(value, max(start, 0) + max(raw.rfind(value), 0), {})
    return said if start >= 0 and value in raw else Said(said.text)


def _entry(entry: Any, text: str, start: int, strings: Mapping[str, Said]) -> _Entry:
    fields: dict[str, Said] = {}
    authors: list[Said] = []
    at = start
    for each in entry.fields:
        key, raw = str(each.key).lower(), str(each.value)
        match = re.compile(rf"{re.escape(str(each.key))}\s*=\s*", re.IGNORECASE).search(text, at)
        place = text.find(raw, match.end() if match else at) if raw else -1
        if place < 0:
            continue
        at = place + len(raw)
        said = _value(raw, place, strings)
        if key == "author":
            authors = [_natural(each) for each in _people(said)]
        elif words := _address(said.text) if key in ("url", "doi") else _plain(said.text):
            fields.setdefault(key, Said(words, said.spans))
    span = (start + 1, start + 1 + len(entry.entry_type))
    return _Entry(Said(entry.entry_type.lower(), (span,)) if entry.entry_type else None, fields, authors)


def _value(raw: str, place: int, strings: Mapping[str, Said]) -> Said:
    """A value without its braces or quotes; names of strings are replaced, and pieces between # are joined.

    Where a string is used, its definition is evidence, too.
    """
    pieces, position = [], 0
    defined: list[Span] = []
    while match := _PIECE.match(raw, position):
        if match["open"]:
            end = _closing(raw, match.start("open"))
            pieces.append((raw[match.end() : end], match.end(), end))
        else:
            meant = strings.get(match["name"].lower(), Said(match["name"]))
            defined += meant.spans
            pieces.append((meant.text, match.start("name"), match.end("name")))
            end = match.end() - 1
        hash_mark = re.compile(r"\s*#").match(raw, end + 1)
        if not hash_mark:
            break
        position = hash_mark.end()
    words = "".join(piece for piece, _, _ in pieces)
    first, last = (pieces[0][1], pieces[-1][2]) if pieces else (0, len(raw))
    return Said(cleaned(words), ((place + first, place + last), *defined))


def _closing(raw: str, start: int) -> int:
    """Where the brace or quote that opens at `start` closes."""
    closing, depth = "}" if raw[start] == "{" else '"', 0
    for position in range(start + 1, len(raw)):
        sign = raw[position]
        if sign == closing and depth == 0:
            return position
        depth += (sign == "{") - (sign == "}")
    return len(raw)


def _people(said: Said) -> Iterator[Said]:
    """The names between the words "and" that stand outside braces; "others" is nobody."""
    start, depth = 0, 0
    cuts = [0]
    for match in re.finditer(r"[{}]|(?<!\s)\s++and\s++", said.text, re.IGNORECASE):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0 and match[0] not in "{}":
            cuts += [match.start(), match.end()]
    cuts.append(len(said.text))
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        name = part(said, start, end)
        if name.text and name.text.lower() != "others":
            yield name


def _natural(said: Said) -> Said:
    """A name in the order in which it is spoken: "Sample, Jr, Bo" is Bo Sample, Jr."""
    if said.text.startswith("{") and said.text.endswith("}"):
        return Said(_plain(said.text), said.spans)
    parts = [_plain(each) for each in said.text.split(",")]
    if len(parts) == 1:
        return Said(parts[0], said.spans)
    family, suffix, given = parts[0], ", ".join(parts[1:-1]), parts[-1]
    return Said(f"{given} {family}".strip() + (f", {suffix}" if suffix else ""), said.spans)


def _plain(text: str) -> str:
    """LaTeX as plain text."""
    if not re.search(r"[\\{}$~]|--", text):
        return " ".join(text.split())
    try:
        words = _latex().latex_to_text(text)
    except Exception:  # whatever the parser makes of broken LaTeX: the letters are there all the same
        words = re.sub(r"\\[A-Za-z]+|[\\{}$]", "", text)
    return " ".join(cleaned(words).split())


def _address(text: str) -> str:
    """An address, in which only some signs are escaped."""
    return re.sub(r"^\\url\s*|[{}\s]|\\(?=[_%#&~])", "", text)


@lru_cache(maxsize=1)
def _latex() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="text")
