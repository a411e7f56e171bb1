"""Whether a profile keeps to its document: every value stands in the text where its evidence says.

What may differ is written here and nowhere else: case, blanks, line ends, kinds of dashes and quotation marks, words
broken at a line end; escapes of structured files (`\\u00e9`, `&amp;`, `{\\"o}`); the order of "Example, Ada"; dates in
ISO form; disguised addresses; and the few fields whose values are kinds (`status`, `employment_type`, `type`,
`current`), where the words at the evidence must say that kind. In prose a verb may say a role ("interned", "founded"),
and a post in the present tense lasts.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from talentgraph.extract.fields import printed
from talentgraph.extract.prose.tables import cues, heads
from talentgraph.model import Profile, Record, Span
from talentgraph.values import _date_words as spoken
from talentgraph.values import venues
from talentgraph.values.contacts import find_contacts
from talentgraph.values.dates import find_dates
from talentgraph.values.text import fold, words
from talentgraph.values.titles import employment_type, has_title_word

_DATES = frozenset({"start_date", "end_date", "release_date", "date"})
_CONTACTS = frozenset({"email", "phone", "url", "orcid", "profiles"})
_KINDS = frozenset({"status", "employment_type", "type", "current"})
_NAMED_BY_KEYS = frozenset({"network", "fluency"})  # in structured files, which have no sections
_VERBS = {  # prose says some roles by a verb
    "intern": re.compile(r"intern(?:ed|ing|ship)?|summers? (?:at|with)|co-?op|praktik|prácticas|stage|est[aá]gi", re.I),
    "founder": re.compile(r"found|started|starting|fund|fond|gründ", re.I),
    "co-founder": re.compile(r"co-?found|cofund|cofond|mitgründ|mitgegründet", re.I),
}
_STUDYING = re.compile(r"(?:finish|pursu|do|complet)(?:ing)?\s|student|graduate|candidate", re.I)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_MARKS = re.compile(r"<[^<>]*>|\]\([^()]*\)|[*`\[\]]")
_LATEX = re.compile(r"\\|[{}$~]")


def unfounded(profile: Profile) -> tuple[str, ...]:
    """The places of a profile whose values the text does not bear out, as `work.0.position`; none is as it should be.

    >>> from talentgraph.model import Basics, Source
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> ada = Basics(name="Ada Example", label="Engineer", evidence={"name": ((0, 11),), "label": ((12, 18),)})
    >>> unfounded(Profile(source=source, text="ADA  EXAMPLE, Pilot", basics=ada))
    ('basics.name', 'basics.label')
    """
    return tuple(_unfounded(profile))


def _unfounded(profile: Profile) -> Iterator[str]:
    for where, record in _records(profile):
        for place, value in _values(record):
            spans = record.evidence.get(place, ())
            if not spans and value is True:  # an open range of a structured file has no words of its own
                continue
            name = place.partition(".")[0]
            if name in _NAMED_BY_KEYS and not profile.sections and spans:
                continue
            if not _is_said(name, value, profile.text, spans):
                yield f"{where}.{place}"


def _records(profile: Profile) -> Iterator[tuple[str, Record]]:
    """The records of a profile with their places."""
    yield "basics", profile.basics
    for field in fields(profile):
        many = getattr(profile, field.name)
        if isinstance(many, tuple):
            yield from ((f"{field.name}.{number}", r) for number, r in enumerate(many) if isinstance(r, Record))


def _values(record: Record) -> Iterator[tuple[str, Any]]:
    """The set values of a record with their places in it."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Mapping) or value in (None, False, ()):
            continue
        if isinstance(value, tuple):
            yield from ((f"{field.name}.{number}", item) for number, item in enumerate(value))
        else:
            yield field.name, value


def _is_said(name: str, value: Any, text: str, spans: tuple[Span, ...]) -> bool:
    """Whether the words at some spans say the value of a field."""
    if not spans or not all(0 <= start < end <= len(text) for start, end in spans):
        return False
    quote = printed(text, spans)
    if name in _KINDS:
        return _is_kind(name, value, text, spans)
    readings = list(_readings(quote))
    if name in _DATES:
        stretch = text[min(a for a, _ in spans) : max(b for _, b in spans)]
        return any(_says_date(value, reading) for reading in (stretch, *readings))
    if name in _CONTACTS and any(_reaches(value, reading) for reading in readings):
        return True
    if name == "position" and (verb := _VERBS.get(str(value))) and verb.search(quote):
        return True
    return any(_holds(reading, str(value), pieces=len(spans)) for reading in readings)


def _readings(quote: str) -> Iterator[str]:
    """What a quote may read as: as it is, and without the escapes and marks of JSON, XML, HTML, Markdown and LaTeX."""
    yield quote
    if "&" in quote or "<" in quote or "*" in quote or "](" in quote:
        yield html.unescape(quote)
        yield _MARKS.sub(" ", html.unescape(html.unescape(quote)))
    if "\\" in quote:
        with suppress(ValueError):
            yield str(json.loads(f'"{quote}"'))
    if _LATEX.search(quote):
        from pylatexenc.latex2text import LatexNodes2Text

        yield LatexNodes2Text().latex_to_text(quote)


def _holds(reading: str, value: str, *, pieces: int) -> bool:
    """Whether a quote says a value; of several pieces, and of "Example, Ada", the words may stand in another order."""
    wanted = _letters(value)
    if wanted in _letters(reading):
        return True
    return (pieces > 1 or "," in reading) and set(words(value)) <= set(words(reading))


def _reaches(value: str, reading: str) -> bool:
    """Whether an address is the one of a quote, plain or disguised, or is made of the name of an account."""
    if any(value in (found, f"https://{found}") for _, _, found in find_contacts(reading)):
        return True
    return "://" in value and len(reading) > 2 and _letters(value).endswith(_letters(reading))


def _letters(text: str) -> str:
    """A text without blanks, dashes, marks and case; where it has neither letters nor digits, as it is."""
    return "".join(letter for letter in fold(text) if letter.isalnum() or letter in "+#") or text.strip()


def _is_kind(name: str, value: Any, text: str, spans: tuple[Span, ...]) -> bool:
    """Whether the words at some spans say a kind."""
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    if name == "employment_type":
        return value in (employment_type(text[start:end]), text[start:end])
    if name == "current":
        return _says_now(text[max(0, start - 24) : end]) or _is_held(text[start:end])
    return any(map(str.isalnum, text[start:end]))


def _is_held(said: str) -> bool:
    """Whether prose says that something lasts: a verb in the present, or a title or kind of student without a date."""
    verb = any(cues("present", language).search(said) for language in ("en", "es", "fr", "de", "pt"))
    return verb or _STUDYING.search(said) is not None or has_title_word(said) or heads("end").search(said) is not None


def _says_now(said: str) -> bool:
    """Whether words say that something lasts: "present", "since 2020", or `true` in a structured file."""
    if any(match.lastgroup == "now" for match in spoken.POINT.finditer(said)):
        return True
    return said.rstrip('"').endswith("true") or any(date.current for date in find_dates(said))


def _says_date(value: str, quote: str) -> bool:
    """Whether a quote says a date: as one that is found in it, or by its year, month and day apart."""
    found = {date for each in find_dates(quote) for date in (each.start, each.end)}
    if value in found:
        return True
    year, *rest = value.split("-")
    tokens = _TOKEN.findall(quote)
    years = {_year(token) for token in tokens if token.isdecimal()} | {str(venues.parse(quote).year)}
    numbers = {int(token) for token in tokens if token.isdecimal()}
    numbers |= {number for token in tokens if (number := _month(token))}
    return year in years and all(int(part) in numbers for part in rest)


def _year(digits: str) -> str:
    if len(digits) == 2:
        return ("19" if int(digits) >= 50 else "20") + digits
    return digits[:4]


def _month(word: str) -> int:
    try:
        return int(spoken.month_number(word))
    except KeyError:
        return 0
