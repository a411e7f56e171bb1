"""Degrees: their level, their field, grades and honours."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.model import Span
from talentgraph.values import organizations, places
from talentgraph.values.lexicon import alternation, cell, column, rows
from talentgraph.values.text import fold

LEVELS = ("school", "diploma", "associate", "bachelor", "master", "doctor", "habilitation", "postdoc")

_GAP = r"(?:\s{0,3}\((?:Hons?\.?|Honou?rs|[^()\n]{1,24})\)|\s(?:Hons?\.?|Honou?rs|[Dd]egree|[Ss]tudent|[Cc]andidate))?"
_INTO = re.compile(
    rf"{_GAP}(?:\s{{0,3}}(?P<comma>[,:–—|]|-(?=\s))\s{{1,4}}|\s{{1,4}}(?:in|of|en|de|em|im|in\sder|für|for|d['’]|degree\sin|major(?:ing)?\sin|di)\s{{1,4}}"
    r"|\s{1,4}\((?=[A-Z])|\s{1,4}(?=[A-ZÄÖÜÉ]))(?:[Tt]he\s)?"
)
_AREA_END = re.compile(
    r"[\n\t\f,;|(){}\[\]•·]|\.(?:\s|$)|\s[-–—]\s|\s(?:at|from|with|und(?=\s[A-Z]\.)|bei|an\sder|at\sthe|minor|GPA|CGPA)\b|:|\d{2,}|\s@\s",
    re.I,
)
_DISTINCT = re.compile(r"(?:thesis|dissertation|project|programme?\b|committee|advisor|supervis)", re.I)
_SCORE = re.compile(
    r"(?<!\w)(?:(?:C?GPA|Grade|Grade\s[Pp]oint\s[Aa]verage|Note|Notendurchschnitt|Abschlussnote|Gesamtnote|Overall|Marks?|Percentage|Score"
    r"|Average|Nota(?:\smedia)?|Promedio|Moyenne|Média|Voto|Final\s[Gg]rade|WAM|QPA|CPI)"
    r"(?:\s\([^()\d]{1,20}\))?(?:\s(?:of|is))?\s{0,3}[:=–-]?\s{0,3}"
    r"(?P<after>\d{1,3}(?:[.,]\d{1,3})?%?(?:\s?(?:/|out\sof|sur|von|de|of)\s?\d{1,3}(?:[.,]\d{1,2})?)?)(?![\w]|[.,]\d)"
    r"|(?P<before>\d[.,]\d{1,3}(?:\s?/\s?\d{1,2}(?:[.,]\d{1,2})?)?)\s?(?:C?GPA)\b"
    r"|(?P<bare>(?:\d[.,]\d{1,3}\s?/\s?(?:4|5|7|9|10)(?:[.,]\d{1,2})?|\d{2,3}\s?/\s?110(?:\s?e\slode)?))(?![\w]|[.,/]\d))",
    re.I,
)
_HONOURS = re.compile(
    r"(?<!\w)(?:(?:with\s)?(?:summa|magna|maxima|insigni)?\s?cum\s(?:maxima\s)?laude|(?:with|mit)\s(?:highest\s|high\s|great\s|first[- ]class\s|upper\s)?"
    r"(?:distinction|honou?rs|Auszeichnung|merit|(?:der\s)?Note\s[Ss]ehr\s[Gg]ut)"
    r"|first[- ]class(?:\shonou?rs(?:\sdegree)?)?|upper\ssecond[- ]class(?:\shonou?rs)?|lower\ssecond[- ]class(?:\shonou?rs)?"
    r"|second[- ]class\shonou?rs|(?:2:[12]|1st)\shonou?rs|mention\s(?:très\sbien|bien|assez\sbien)|con\s(?:lode|mención\shonorífica)"
    r"|matr[íi]cula\sde\shonor|sobresaliente|com\s(?:louvor|distinção)|avec\s(?:mention|les\sfélicitations)|phi\sbeta\skappa|dean['’]s\slist"
    r"|valedictorian|university\smedal|gold\smedal(?:list)?)(?!\w)",
    re.I,
)


def level(text: str) -> str | None:
    """The highest level of a degree that a text names, one of LEVELS.

    >>> level("M.S. in Physics"), level("Doctor of Philosophy"), level("Licenciatura en Física"), level("Physics")
    ('master', 'doctor', 'bachelor', None)
    """
    found = [_levels()[form] for match in _form().finditer(text) if (form := _normal(match.group())) in _levels()]
    return max(filter(None, found), key=LEVELS.index, default=None)


def find_degree(text: str) -> tuple[Span, Span | None] | None:
    """The first degree of a text, and its field where the text says it.

    >>> text = "M.S. in Computer Engineering, Acme University"
    >>> degree, area = find_degree(text)
    >>> text[slice(*degree)], text[slice(*area)]
    ('M.S.', 'Computer Engineering')
    """
    for match in _form().finditer(text):
        if not _levels().get(_normal(match.group())) or _DISTINCT.match(
            text[match.end() : match.end() + 14].lstrip(" '’s")
        ):
            continue
        start, end = match.span()
        if before := re.search(
            r"(?:Pre-?[Dd]octoral|Honou?rs|Executive|Joint|Dual|Double|Integrated)\s$", text[:start]
        ):
            start = before.start()
        return (start, end), _area_after(text, end) or _area_before(text, start)
    return None


def _area_after(text: str, end: int) -> Span | None:
    """The field of study behind a degree."""
    match = _INTO.match(text, end)
    if match is None:
        return None
    stop = _AREA_END.search(text, match.end())
    span = _stripped(text, match.end(), stop.start() if stop else len(text))
    area = text[slice(*span)]
    if not area or not area[0].isupper() or len(area) > 90 or _form().fullmatch(area):
        return None
    marked = match.group().strip() and not match["comma"]
    return span if marked or is_field(area) or not _other(area) else None


def _area_before(text: str, start: int) -> Span | None:
    """The field of study before a degree, as in "Computer Science, PhD"; only where the list knows it."""
    match = re.search(r"(?:^|[\n\t|•])([^\n\t|•,]{3,60}?)\s{0,2}[,(–—-]\s{0,2}$", text[:start])
    if match is None or not is_field(match[1]):
        return None
    return _stripped(text, *match.span(1))


def is_field(text: str) -> bool:
    """Whether a text is a field of study of the list, or two of them.

    >>> is_field("Computer Science"), is_field("Physics and Mathematics"), is_field("Acme Labs")
    (True, True, False)
    """
    whole = fold(text).strip(" .")
    return whole in fields() or all(part in fields() for part in re.split(r"\s(?:and|und|et|y|e|&)\s|\s?/\s?", whole))


def score(text: str) -> tuple[str, Span] | None:
    """The grade that a text states, as printed, with its span.

    >>> score("GPA: 3.88/4.0"), score("First-Class Honours")
    (('3.88/4.0', (5, 13)), None)
    """
    for match in _SCORE.finditer(text):
        name = match.lastgroup or ""
        if (
            re.fullmatch(r"(?:19|20)\d\d|\d", match[name])
            and name == "after"
            and not re.match(r"C?GPA|Note|Grade", match.group(), re.I)
        ):
            continue
        return match[name], match.span(name)
    return None


def honours(text: str) -> tuple[str, Span] | None:
    """The honours that a text states, as printed, with their span.

    >>> honours("BSc Physics, First-Class Honours")
    ('First-Class Honours', (13, 32))
    """
    match = _HONOURS.search(text)
    return (" ".join(match.group().split()), match.span()) if match else None


def key(text: str) -> str:
    """The normal form of a degree: its level where known, else its folded words.

    >>> key("Ph.D."), key("Doctor of Philosophy"), key("Diving licence 2")
    ('doctor', 'doctor', 'diving licence 2')
    """
    return level(text) or fold(text)


def _other(area: str) -> bool:
    """Whether what stands behind a degree is an institution or a place."""
    return organizations.kind(area) is not None or places.find_place(area) is not None or bool(re.search(r"\d", area))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-–—,:."):
        end -= 1
    return start, end


def _normal(form: str) -> str:
    return re.sub(r"[\s.’']+", " ", form.replace(".", "")).strip().casefold().replace(" ", "")


@lru_cache(maxsize=1)
def _levels() -> dict[str, str | None]:
    return {_normal(row[0]): (cell(row, 1) if cell(row, 1) in LEVELS else None) for row in rows("degrees.tsv")}


@lru_cache(maxsize=1)
def fields() -> frozenset[str]:
    """The folded fields of study of the list."""
    return frozenset(map(fold, column("fields.txt")))


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    """The forms of the list; those with small letters only after a capital or in small, short ones as printed."""
    forms = {row[0] for row in rows("degrees.tsv")}
    small = {form.lower() for form in forms if len(form) > 6 and " " in form or form.isalpha() and len(form) > 7}
    curly = {form.replace("'", "’") for form in forms | small if "'" in form}
    return re.compile(rf"(?<![\w.-])(?:{alternation(sorted(forms | small | curly))})(?![\w]|-[a-z])")
