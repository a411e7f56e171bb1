"""Mentions: the dates, degrees, titles of jobs, quoted works and names of a text, without overlaps."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from talentgraph.extract.marks import trimmed
from talentgraph.extract.prose.clauses import Clause
from talentgraph.extract.prose.names import find_names, is_person
from talentgraph.extract.prose.tables import cues, words
from talentgraph.extract.prose.titling import find_titles, is_subject_word
from talentgraph.model import Document, Span
from talentgraph.values import degrees, organizations, places, technologies, venues
from talentgraph.values.dates import DateRange, find_dates
from talentgraph.values.text import fold


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text of a kind: DATE, DEGREE, FIELD, TITLE, QUOTE or NAME."""

    start: int
    end: int
    kind: str
    date: DateRange | None = None

    @property
    def span(self) -> Span:
        return self.start, self.end


_STUDENT = re.compile(
    r"(?<!visiting\s)(?<![\w-])(?:(?:ph\.?\s?d\.?|doctoral|master['’]?s|graduate|dphil|msc|undergraduate|m\.?\s?sc\.?|bachelor['’]?s)\s(?:student|candidate)"
    r"|undergraduate(?= (?:at|in|from|student))|doctorand[oa]|doctorante?|doktorand(?:in)?|estudiante de \w+)(?!\w|\s(?:students|degree|studies))",
    re.I,
)
_DEGREE = re.compile(
    r"(?<![\w-])(?:(?:Ph\.?\s?D|D\.?\s?Phil|Sc\.?D|D\.?Sc|M\.?\s?Sc|B\.?\s?Sc|M\.?Eng|B\.?Eng|M\.?Phil|M\.?Res|B\.?Tech|M\.?Tech|M\.?Math|M\.?Phys|M\.?Chem|M\.?Sci"
    r"|Eng\.?D|Ed\.?D|B\.?Com|LL\.?[BM]|BBA|MBA|BAI|BFA|MFA|MPH|MPA|BASc|MASc|Sc\.?B|Sc\.?M)\b\.?(?:\s?\((?:Hons?\.?|Tech\.?|Honou?rs|Econ\.?)\))?"
    r"|(?:A\.B\.|S\.B\.|S\.M\.|B\.A\.|M\.A\.|B\.S\.E?\.?|M\.S\.E?\.?|B\.E\.|M\.E\.|J\.D\.|M\.D\.|BA|MA|BS|MS|BE|ME|AB|SB|SM|MD|JD|BSE|MSE)(?:\s?\((?:Hons?\.?|Tech\.?|Honou?rs)\))?(?![\w-])"
    r"|(?:doctorate|(?<=\w )degree(?= (?:at|from))|diploma(?= in )|(?:a|her|his|their|my|the|the same|an?) doctoral degree|(?:[Bb]achelor|[Mm]aster)(?:['’]?s)?(?:\s(?:degree|of\s(?:science|arts|engineering|technology|philosophy|business administration|laws)))?|(?:undergraduate|first|graduate|doctoral|honou?rs) degree"
    r"|degree(?= in )|doctor of (?:philosophy|science|engineering)|cand\.\w+\.?|habilitation|licentiate)(?!\w))"
    r"|(?<!\w)(?:doctor(?:a)?(?=\s(?:en|em|por|in)\b)|doctorado|doctorat(?: d['’][ÉéEe]tat)?|thèse(?: de doctorat(?: d['’][ÉéEe]tat)?)?|[Ll]icenciad[oa]|licenciatura|licence|mestrado|mestre(?=\sem)|doutorado|doutora?(?=\sem)"
    r"|bacharel(?:ado)?|graduação|maestría|máster|grado(?=\sen)|ingenier[oa](?:\s(?:civil|técnic[oa]|superior|industrial|eléctric[oa]|informátic[oa]|en\s\w+))+(?=\s(?:por|\())|DEA|[Dd]iplôme d['’]ingénieur|agrégation"
    r"|Promotion|Diplom|Magister|Staatsexamen|Doktorat|Habilitation|Bachelor|Master)(?!\w)",
)
_SMALL_DEGREE = re.compile(r"(?<!\w)(?:bsc|msc|phd|mphil|meng|beng|mba)(?!\w)")
_PLACE_CODE = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z][a-z]+)?, (?:MA|MS|ME|MD|AB)(?![\w.])")
_QUOTE = re.compile(r"[\"“„«]\s?([^\"“”„«»\n]{6,160}?)[,.]?\s?[\"”“»]|''([^'\n]{6,120})''")
_FIELD = re.compile(
    r"(?:\s(?:degree|studies|program(?:me)?|thesis))?(?:\s\([^()]{2,25}\))?\s?(?:,\s(?=[A-Z(])|,\sin\s|\s?\((?=[A-Z])|:\s|\s(?=[A-Z])|\s(?:in|of|en|em|de|der|on|for|sobre|by)\s(?:the\s)?)",
)
_FIELD_END = re.compile(
    r"[,;:()\[\].!?\n\f|@\"“]|\s[-–—]\s|\s(?:at|from|with|under|by|where|which|and\s(?:a|an|his|her|my|their|the|then|was|is|has|went|moved|joined|later|[A-Z]\.?\w?\.?[A-Z])|before|after|advised|supervised|followed|bei|an\sder|am|an|por|na|no|pela|pelo"
    r"|à|au|en\s(?:la|el|19|20)|de\s(?:la|l['’])|da|em\s(?:19|20)|in\s(?:19|20|the\s(?:lab|group))|y\s|e\s(?=fez)|et\s|is|was|bajo|sous|sob|con|chez|dans|while|during|thanks|to|for|as|in\s[A-Z])(?=[\s(]|$)|\s(?:19|20)\d\d|\d{4}",
)


def mentions(document: Document, clauses: Iterable[Clause], language: str = "en") -> list[Mention]:
    """All mentions of a document, in order."""
    text = document.text
    found: list[Mention] = list(_quotes(document))
    taken = [m.span for m in found]
    found += [Mention(*d.span, "DATE", d) for d in _between(text, _all_dates(text)) if _is_free(d.span, taken)]
    taken = [m.span for m in found]
    found += [m for m in _degrees(text) if _is_free(m.span, taken)]
    taken = [m.span for m in found]
    found += [Mention(a, b, "TITLE") for a, b in find_titles(text, taken, language)]
    taken = [m.span for m in found]
    for clause in clauses:
        names = [_without_verb(text, clause, n) for n in find_names(text, clause.start, clause.end, taken)]
        found += [Mention(a, b, "NAME") for a, b in names if not _is_first_word(text, clause, (a, b), language)]
    return sorted(set(found), key=lambda m: (m.start, m.end))


def _without_verb(text: str, clause: Clause, span: Span) -> Span:
    """A name without the verb that opens the sentence: "Utiliza Julia", "Joined Acme"."""
    first = re.match(r"([^\W\d_]+)\s", text[slice(*span)])
    if first is None or not clause.first or any(map(str.isalnum, text[clause.start : span[0]])):
        return span
    verb = any(
        cues(kind, language).fullmatch(first[1])
        for kind in ("work", "tech", "pub")
        for language in ("en", "es", "fr", "pt")
    )
    return (span[0] + first.end(), span[1]) if verb and organizations.lookup(text[slice(*span)]) is None else span


def _is_first_word(text: str, clause: Clause, span: Span, language: str) -> bool:
    """Whether a capital is only that of the first word of a sentence (in German: of any noun)."""
    word = text[slice(*span)]
    if " " in word or re.search(r"[^\W\d_].*[A-Z\d]", word) or word.isupper() or not word[:1].isupper():
        return False
    if organizations.lookup(word) is not None or technologies.lookup(word) is not None:
        return False
    if language == "de" and not word[:1].isdigit():
        return "-" not in word
    head = text[clause.start : span[0]]
    if not clause.first or any(map(str.isalnum, head)):
        return False
    return re.search(rf"[\w,:(]\s{re.escape(word)}(?!\w)", text) is None and text[span[1] : span[1] + 2] not in (
        " (",
        ", ",
        "'s",
        "’s",
    )


def schools(text: str, found: Iterable[Mention]) -> frozenset[str]:
    """Folded places that stand for an organisation of the text: "Oslo" where it names the University of Oslo."""
    names = [" ".join(text[slice(*m.span)].split()) for m in found if m.kind == "NAME"]
    whole = [name for name in names if " " in name and organizations.kind(name) is not None]
    return frozenset(
        fold(name) for name in names if any(f" {name}" in long or f"{name} " in long for long in whole if long != name)
    )


_EARLY = re.compile(r"(?<![\w.,–-])1(?:8[5-9]|9[0-4])\d(?![\w%]|[.,]\d)")
_BOTH = re.compile(r"(?<!\w)(?:between|entre|zwischen|from|de)\s$", re.I)
_AND_DATE = re.compile(r"\s(?:and|y|et|und|e)\s")


def _all_dates(text: str) -> list[DateRange]:
    """All dates of a text; biographies go back further than CVs."""
    found = [d for d in find_dates(text) if d.start is not None or d.end is not None]
    taken = [d.span for d in found]
    found += [
        DateRange(m.group(), None, False, m.span(), m.span(), None)
        for m in _EARLY.finditer(text)
        if _is_free(m.span(), taken)
    ]
    return sorted(found, key=lambda d: d.span)


def _between(text: str, dates: list[DateRange]) -> Iterator[DateRange]:
    """Dates, with "between 2004 and 2006" and "from 1942 until 1950" as ranges."""
    number = 0
    while number < len(dates):
        first, second = dates[number], dates[number + 1] if number + 1 < len(dates) else None
        lead = _BOTH.search(text[: first.span[0]][-12:])
        gap = text[first.span[1] : second.span[0]] if second else ""
        if (
            second
            and first.start
            and second.start
            and lead
            and not first.end
            and not second.end
            and (_AND_DATE.fullmatch(gap) or re.fullmatch(r"\s(?:to|until|a|à|bis|até|-|–)\s", gap))
        ):
            yield DateRange(first.start, second.start, False, (first.span[0], second.span[1]), first.span, second.span)
            number += 2
            continue
        yield first
        number += 1


def _is_free(span: Span, taken: Iterable[Span]) -> bool:
    return not any(a < span[1] and span[0] < b for a, b in taken)


def _quotes(document: Document) -> Iterator[Mention]:
    """Titles in quotation marks, and long ones in italics."""
    found: list[Span] = []
    for match in _QUOTE.finditer(document.text):
        number = 1 if match[1] else 2
        if organizations.kind(match[number]) is None or len(match[number].split()) > 4:
            found.append(match.span(number))
    for style in document.styles:
        words = document.text[style.start : style.end].split()
        if (
            style.kind == "italic"
            and len(words) > 2
            and not is_venue_name(" ".join(words))
            and _is_free((style.start, style.end), found)
        ):
            found.append((style.start, style.end))
    yield from (Mention(a, b, "QUOTE") for a, b in found)


def _degrees(text: str) -> Iterator[Mention]:
    """Degrees, the kind of study of students, and their fields."""
    places = [match.span() for match in _PLACE_CODE.finditer(text) if not _is_subject(match.group())]
    students = [match.span() for match in _STUDENT.finditer(text)]
    others = [m.span() for pattern in (_DEGREE, _SMALL_DEGREE) for m in pattern.finditer(text)]
    spans = students + [span for span in others if _is_free(span, students)]
    last = -1
    for start, end in sorted(spans):
        if start < last:
            continue
        if more := re.match(r"\sdegrees?(?!\w)", text[end : end + 9]):
            end += more.end()
        last = end
        if not _is_free((start, end), places) or _is_noise(text, start, end):
            continue
        start = start + len(re.match(r"(?:(?:an?|her|his|their|my|the|the same) )?", text[start:end], re.I).group())  # type: ignore[union-attr]
        yield Mention(start, end, "DEGREE")
        if area := _field_before(text, start) or _field_after(text, end):
            yield Mention(*area, "FIELD")


def _is_subject(words: str) -> bool:
    return degrees.is_field(words.split(",")[0])


def _is_noise(text: str, start: int, end: int) -> bool:
    """Whether a degree is part of something else: a name's tail, students of others, a plural."""
    after = text[end : end + 14]
    if re.match(r"\s?(?:students|candidates|committee|dissertation award|program)\b|s\b", after, re.I):
        return True
    if text[start:end] in ("Master", "Bachelor", "Promotion") and re.match(
        r"\s(?:\w+\s)?(?:plan|class|sergeant)", after
    ):
        return True
    if re.fullmatch(r"M[ES]|BE|AB|ME|MA|SM|MD|DEA", text[start:end]) and text[max(0, start - 1) : start] in "-/":
        return True
    return (
        text[max(0, start - 2) : start] == ", "
        and re.match(r"\s*(?:\n|$|,\s[A-Z]\.)", text[end:]) is not None
        and _after_name(text, start)
    )


def _after_name(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start].strip(" ,")
    return len(line.split()) <= 4 and is_person(line)


def _field_after(text: str, end: int) -> Span | None:
    """The subject behind a degree."""
    match = _FIELD.match(text, end)
    if match is None:
        return None
    lead = match.group().strip(" (,:")
    if known_field := _longest_field(text, match.end()):
        return known_field
    stop = _FIELD_END.search(text, match.end())
    start, finish = trimmed(text, match.end(), stop.start() if stop else len(text))
    area = re.sub(r"\s(?:Department|department|program|programme)$", "", text[start:finish])
    finish = start + len(area)
    if (
        not area
        or fold(area.split()[0]) in words("stop")
        or len(area.split()) > 8
        or len(area) > 80
        or re.search(r"\d", area)
        or _DEGREE.match(text, start)
    ):
        return None
    known = degrees.is_field(area)
    if (
        not lead.split()[-1:] or lead.split()[-1] in ("degree", "studies") or lead.endswith(")")
    ):  # "MSc Bioinformatics", "PhD (Neuroscience"
        return (start, finish) if known or (area[0].isupper() and _is_area(area)) else None
    if (
        places.known(area)
        or organizations.lookup(area)
        or organizations.kind(area) == "University"
        or (is_person(area) and not known)
    ):
        return None
    named = organizations.kind(area) == "Company" and organizations.lookup(area) is None  # "Wind Energy"
    return (start, finish) if known or not area[0].isupper() or _is_area(area) or named else None


def _longest_field(text: str, start: int) -> Span | None:
    """The longest field of the list that begins at a place; "Computer Science and Engineering" goes before a part of it."""
    found = None
    for word in list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[start : start + 70]))[:7]:
        area = text[start : start + word.end()]
        if re.search(r"[.;:()\n]", area):
            break
        if degrees.is_field(area):
            found = (start, start + word.end())
    return found


def _is_area(area: str) -> bool:
    return (
        organizations.kind(area) is None
        and organizations.lookup(area) is None
        and not (is_person(area) and not is_subject_word(area))
    )


def _field_before(text: str, start: int) -> Span | None:
    """The subject before a degree: "a computer science undergraduate"."""
    before = list(re.finditer(r"[^\W\d_]+", text[max(0, start - 60) : start]))
    if text[start - 1 : start] != " ":
        return None
    shift = max(0, start - 60)
    for word in before[-4:]:
        words = text[shift + word.start() : start - 1]
        if degrees.is_field(words) and fold(words.split()[0]) not in ("and", "in", "the"):
            return shift + word.start(), start - 1
    return None


def is_venue_name(words: str) -> bool:
    """Whether words are the name of a place where papers appear, or of an organisation."""
    return (
        venues.lookup(words) is not None
        or organizations.lookup(words) is not None
        or organizations.kind(words) is not None
        or re.search(r"\b(?:Journal|Transactions|Proceedings|Letters|Review|Annals|Group|Team|Lab)\b", words)
        is not None
    )
