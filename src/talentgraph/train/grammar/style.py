"""The style of one CV: what its writer keeps to from the first line to the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from talentgraph.train.grammar.pools import chance, lines, pick, weighted

MONTHS = {
    "short": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "dotted": ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
    "long": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "pt": [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
}
_NOW = {
    "en": ("Present", "present", "Present", "Now", "now", "Current", "ongoing", "today", "PRESENT"),
    "es": ("presente", "actualidad", "Actualidad"),
    "de": ("heute", "Heute"),
    "fr": ("présent", "aujourd'hui"),
    "pt": ("atual", "presente"),
}

KEPT_OUT = ("slashed", "hyphened", "short", "comma")  # dates of the branch that training never sees; two are its own


@dataclass(frozen=True, slots=True)
class Style:
    """Choices that hold for a whole CV. `date` is a pattern name, `order` the newest first or not."""

    language: str
    months: str
    date: str
    dash: str
    now: str
    bullet: str
    bold: frozenset[str]
    italic: frozenset[str]
    headings: dict[str, str] = field(default_factory=dict)
    person: tuple[str, str] = ("Ada", "Example")


def draw(random: Random, person: tuple[str, str]) -> Style:
    """A style."""
    language = weighted(random, {"en": 88, "es": 4, "de": 3, "fr": 3, "pt": 2})
    months = pick(random, "short", "short", "dotted", "long") if language == "en" or chance(random, 0.3) else language
    fields = (
        "employer",
        "title",
        "school",
        "degree",
        "date",
        "place",
        "venue",
        "paper",
        "project",
        "award",
        "owner",
        "skills",
        "topic",
    )
    return Style(
        language=language,
        months=months,
        date=weighted(
            random, {"month": 6, "numeric": 1.2, "dots": 0.6, "year": 2, "comma": 0.8, "iso": 0.7, "short": 0.5}
        ),
        dash=pick(random, " – ", " - ", "–", "-", " — ", " to ", " – ", " -- "),
        now=pick(random, *_NOW[language]),
        bullet=pick(random, "•", "•", "-", "–", "*", "◦", "▪", "·", "‣", "o", "∙", ""),
        bold=frozenset(f for f in fields if chance(random, 0.3)),
        italic=frozenset(f for f in fields if chance(random, 0.18)),
        headings=_headings(random, language),
        person=person,
    )


def _headings(random: Random, language: str) -> dict[str, str]:
    """One heading a kind of section, in the language where there is one."""
    table = {key: words for key, _, words in (line.partition("\t") for line in lines("headings"))}
    case = weighted(random, {"as is": 6, "upper": 3, "colon": 1, "lower": 0.3})
    chosen = {}
    for kind in (key for key in table if ":" not in key):
        words = random.choice(table.get(f"{kind}:{language}", table[kind]).split("|"))
        words = words.upper() if case == "upper" else words.lower() if case == "lower" else words
        chosen[kind] = f"{words}:" if case == "colon" else words
    return chosen


@dataclass(frozen=True, slots=True)
class Stint:
    """Months since year 0, from start to end; no end lasts until now."""

    start: int
    end: int | None


def stints(random: Random, count: int, last: int) -> list[Stint]:
    """Stretches of time, the newest first."""
    found = []
    end: int | None = last if chance(random, 0.5) else None
    for _ in range(count):
        until = end if end is not None else last
        start = until - random.choice((2, 3, 3, 4, 6, 9, 12, 18, 24, 36, 48, 60))
        found.append(Stint(start, end))
        end = start - random.choice((0, 0, 1, 2, 6)) if chance(random, 0.9) else until
    return found


def point(random: Random, style: Style, month: int) -> str:
    """A month as the style prints it."""
    year, number = divmod(month, 12)
    name = MONTHS[style.months][number]
    forms = {
        "month": f"{name} {year}",
        "comma": f"{name}, {year}",
        "numeric": f"{number + 1:02}/{year}",
        "dots": f"{year}.{number + 1:02}" if len(style.dash) > 1 else f"{number + 1:02}.{year}",
        "year": f"{year}",
        "iso": f"{year}-{number + 1:02}",
        "short": f"{name} '{year % 100:02}",
        "slashed": f"{year}/{number + 1:02}",
        "hyphened": f"{name.rstrip('.')}-{year}",
    }
    if style.language == "es" and style.date == "month" and style.months == "es":
        return f"{name} de {year}" if len(style.now) % 2 else f"{name} {year}"
    if chance(random, 0.04):
        return f"{pick(random, 'Summer', 'Fall', 'Spring', 'Winter', 'Autumn')} {year}"
    return forms[style.date]


def span(random: Random, style: Style, stint: Stint) -> str:
    """A range as the style prints it, at times with its length, or a single date for a short one."""
    if stint.end is not None and chance(random, 0.03):
        months = max(1, stint.end - stint.start)
        length = f"{months // 12} years" if months > 23 else f"{months} mos"
        return f"{_span(random, style, stint)} ({length})"
    return _span(random, style, stint)


def _span(random: Random, style: Style, stint: Stint) -> str:
    start = point(random, style, stint.start)
    if stint.end is None:
        return (
            f"{pick(random, 'since', 'Since', 'from')} {start}"
            if chance(random, 0.05)
            else f"{start}{style.dash}{style.now}"
        )
    end = point(random, style, stint.end)
    return start if start == end or chance(random, 0.03) else f"{start}{style.dash}{end}"
