"""Service: reviewing, committees, memberships and unpaid work, as a role and where it was held.

Who reviews for a conference has not published there: these records hold no papers. A line may name a role and several
places ("Reviewer: NeurIPS 2022, ICML"); each place is a record.
"""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from talentgraph.extract.blocks import Row, When, blocks, pieces, whens
from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import GUESS, RULE, trimmed
from talentgraph.extract.page import Page
from talentgraph.model import Span, Volunteer
from talentgraph.values import organizations, places, venues

_NOUN = (
    r"(?:peer[- ]|external\s|emergency\s|ad[- ]hoc\s|journal\s|conference\s|expert\s|outstanding\s|sub-?)?(?:reviewer|referee)s?\b|(?:peer\s)?reviewing\b|"
    r"(?:technical\s|external\s)?program(?:me)?\scommittee(?:\s(?:co-)?(?:member|chair))?\b|(?:t?pc|tpc|epc)\s(?:co-)?(?:member|chair)\b|"
    r"(?:artifact|award|selection|steering|organi[sz]ing|hiring|thesis|advisory|scientific|local|admissions?|review)\s(?:evaluation\s)?committee(?:\s(?:co-)?(?:member|chair))?\b|"
    r"(?:senior\s)?area\schair\b|(?:general|session|program|publicity|workshop|track|web|poster|tutorial|finance|publication|proceedings|local|student)\s(?:co-)?chair\b|(?:vice[- ]|co-?)?chair(?:man|woman|person)?\b|"
    r"(?:associate|guest|section|academic|managing)\seditor\b|editorial\sboard(?:\smember)?\b|advisory\sboard(?:\smember)?\b|board\s(?:member|of\sdirectors)\b|editor\b|"
    r"(?:co-?)?(?:lead\s)?organi[sz]ers?\b|(?:co-?)?founder\b|(?:student|senior|life|professional|founding)?\s?members?(?:hip)?\b|fellow\b|volunteer\b|mentor\b|judge\b|"
    r"(?:vice[- ])?president\b|treasurer\b|secretary\b|ambassador\b|coordinator\b|(?:student\s|class\s)?representative\b|panell?ist\b|moderator\b|delegate\b|tutor\b|"
    r"gutachter(?:in)?\b|(?:programm?)?komitee(?:mitglied)?\b|mitglied\b|organisator(?:in)?\b|ehrenamtliche?r?\b|vorstand(?:smitglied)?\b|"
    r"revisora?\b|evaluadora?\b|miembro(?:\sdel?\scomit[ée](?:\s(?:cient[íi]fico|de\sprograma))?)?\b|organizadora?\b|voluntari[oa]\b|"
    r"relect(?:eur|rice)\b|rapporteur\b|membre(?:\sdu\scomit[ée]\sde\sprogramme)?\b|organisat(?:eur|rice)\b|b[ée]n[ée]vole\b|"
    r"membro(?:\sdo\scomit[êe])?\b|revisore\b|organizzat(?:ore|rice)\b|volontari[oa]\b|recensent\b|vrijwilliger\b|bestuurslid\b"
)
_ROLE = re.compile(rf"(?<![\w-])(?:{_NOUN})(?:\s(?:&|and|/)\s(?:{_NOUN}))?", re.I)
_MANY = re.compile(
    r"review|refere|committee|\bpc\b|area chair|gutachter|revisor|relect|member|mitglied|comit|miembro|membre|membro",
    re.I,
)
_LINK = re.compile(
    r"[\s,:;|–—()-]*(?:(?:of|for|at|on|in|with|the|to|an|a|von|vom|der|des|für|bei|beim|im|de|del|de la|du|da|do|della|di|en|para|pour|per|van|voor)\s+)*",
    re.I,
)
_CONNECT = re.compile(r"\s*(?:,|;|·|•|\||\t|\n|\s(?:and|und|y|et|e|en|&)\s)\s*(?:and\s+)?")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)?\d\d))?|['’]\d\d")
_TALK = re.compile(
    r"\b(?:invited\s(?:talk|speaker|lecture|seminar)|keynote|guest\slecture|seminar\stalk|contributed\stalk|oral\spresentation|poster\spresentation|"
    r"lightning\stalk|panel\sdiscussion|colloquium\stalk|talk\sat|talk\sgiven|vortrag|ponencia\sinvitada|charla|conf[ée]rence\sinvit[ée]e|expos[ée]\sinvit[ée]|palestra|"
    r"relazione\sinvitata|seminario\ssu\sinvito|lezing)\b",
    re.I,
)
MAX_WORDS = 14  # of the name of a place


@dataclass(frozen=True, slots=True)
class _Post:
    """A role and the place where it is held; years that stand with the place."""

    role: Span | None
    place: Span | None
    years: tuple[Span, ...] = ()


def service(page: Page) -> list[Volunteer]:
    """The service of the service sections."""
    found = []
    for section in page.sections("service"):
        start = section.heading[1] if section.heading else section.start
        heading = _ROLE.search(page.text, *section.heading) if section.heading else None
        for rows in blocks(page, start, section.end, "TITLE"):
            found += list(_entry(page, rows, bool(heading)))
    return found


def is_service(page: Page, start: int, end: int) -> bool:
    """Whether an entry speaks of a talk or of service rather than of a paper: it says so, or begins with such a role."""
    text = page.text[start:end]
    return _TALK.search(text) is not None or _ROLE.match(text.lstrip(" \t\n\f•·-–")) is not None


def _entry(page: Page, rows: Sequence[Row], headed: bool) -> Iterator[Volunteer]:
    cells = [span for piece in pieces(page, rows) for span in piece[:1]]
    heads = [span for span in cells if not _is_body(page, span, rows)]
    dates = whens(page, rows)
    if any(
        rows[0].start + 3 < d.span[0] and d.span[1] < rows[0].end - 3 for d in rows[0].dates
    ):  # years that stand with the places of a list
        heads, dates = [(rows[0].start, rows[0].end)], []
    body = [row for row in rows[1:] if row.look.bullet]
    for post in _posts(page, heads, headed):
        yield _record(page, post, dates, body)


def _is_body(page: Page, span: Span, rows: Sequence[Row]) -> bool:
    row = next(row for row in rows if row.start <= span[0] <= row.end)
    return row is not rows[0] and (row.look.bullet or row.is_text)


def _posts(page: Page, cells: Sequence[Span], headed: bool) -> Iterator[_Post]:
    """The roles and places of the cells of an entry."""
    role = next((match for cell in cells if (match := _ROLE.search(page.text, *cell))), None)
    if role is None:
        for cell in cells[:1]:
            yield from (post for post in _places(page, None, cell) if headed or _is_known(page, post.place))
        return
    own = next(cell for cell in cells if cell[0] <= role.start() < cell[1])
    tail = (_LINK.match(page.text, role.end(), own[1]).end(), own[1])  # type: ignore[union-attr]
    head = trimmed(page.text, own[0], role.start(), drop=" \t\n\f,;:|·•–—-(")
    others = [cell for cell in cells if cell != own]
    span = trimmed(page.text, *role.span())
    if _is_place(page, tail):
        yield from _places(page, span, tail)
    elif _is_place(page, head):
        yield from _places(page, span, head)
    elif others:
        yield from list(_places(page, span, others[0]))[:1]
    else:
        yield _Post((own[0], own[1]) if own[1] - own[0] < 80 else span, None)


def _is_place(page: Page, span: Span) -> bool:
    words = page.text[slice(*span)]
    return any(letter.isupper() for letter in words) and len(words.strip(" ().,")) > 1


def _places(page: Page, role: Span | None, region: Span) -> Iterator[_Post]:
    """The places that a stretch lists; only reviewing and memberships have many, other roles are held at one."""
    many = role is None or _MANY.search(page.text, *role) is not None
    many = many and _is_list(page, region)
    found: list[_Post] = []
    for a, b in _parts(page, region):
        years = tuple(match.span() for match in _YEARS.finditer(page.text, a, b))
        name = trimmed(page.text, a, years[0][0] if years and years[-1][1] > b - 3 else b, drop=" \t\n\f,;:|·•–—-.(")
        words = page.text[slice(*name)]
        if not any(map(str.isalpha, words)):
            if found:
                found[-1] = _Post(role, found[-1].place, (*found[-1].years, *years))
        elif _is_name(words) and not (found and (not many or places.known(words))):
            found.append(_Post(role, name, years))
    yield from found


def _is_name(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= MAX_WORDS


def _parts(page: Page, region: Span) -> Iterator[Span]:
    """The pieces of a list, outside brackets; the whole where it is one name."""
    start, end = region
    if organizations.lookup(page.text[start:end]) or venues.lookup(page.text[start:end]):
        yield region
        return
    at = start
    for match in _CONNECT.finditer(page.text, start, end):
        piece = page.text[at : match.start()]
        if piece.count("(") > piece.count(")"):
            continue
        yield at, match.start()
        at = match.end()
    yield at, end


def _is_list(page: Page, region: Span) -> bool:
    """Whether a stretch lists several venues or organisations rather than one with its place."""
    known = (part for part in _parts(page, region) if _is_known(page, part))
    return len(list(islice(known, 2))) > 1


def _is_known(page: Page, span: Span | None) -> bool:
    words = _YEARS.sub("", page.text[slice(*span)]).strip(" ,.()'’") if span else ""
    return bool(words and (venues.lookup(words) or organizations.lookup(words) or organizations.kind(words)))


def _record(page: Page, post: _Post, dates: Sequence[When], body: Sequence[Row]) -> Volunteer:
    fields = Fields(page.text)
    if post.place:
        fields.put("organization", [post.place], RULE if _is_known(page, post.place) else GUESS)
    if post.role:
        fields.put("position", [post.role], RULE)
    if post.years:
        values = sorted((_year(page.text[slice(*span)]), span) for span in post.years)
        fields.put("start_date", [values[0][1]], RULE, values[0][0])
        if len(values) > 1:
            fields.put("end_date", [values[-1][1]], RULE, values[-1][0])
    elif dates:
        date = dates[0].date
        for name, value in (("start_date", date.start), ("end_date", date.end)):
            if value:
                fields.put(name, dates[0].spans, RULE, value)
        if date.current and not date.end:
            fields.put("current", dates[0].spans, RULE, True)
    fields.items(
        "highlights", [((row.start, row.end), " ".join(page.text[row.start : row.end].split())) for row in body]
    )
    return fields.record(Volunteer)  # type: ignore[no-any-return]


def _year(printed: str) -> str:
    """The first year of "2021", "2021-23" or "'21"."""
    digits = re.search(r"\d+", printed)
    year = digits.group() if digits else ""
    return year if len(year) == 4 else f"20{year}"
