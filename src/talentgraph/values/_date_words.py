"""The words and patterns of dates, in seven languages."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re

from talentgraph.values.lexicon import alternation

# English | German | French | Spanish | Portuguese | Italian | Dutch; full words, then short forms
_MONTHS = (
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari",
    "february feb februar febr février fevrier févr fevr fév febrero fevereiro fev febbraio februari",
    "march mar märz maerz mär mrz mars marzo março marco maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro set settembre sett",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
_NUMBERS = {word: number for number, line in enumerate(_MONTHS, 1) for word in line.split()}
PLAIN_WORDS = frozenset(
    {"set", "out", "ago", "mag", "lug"}
)  # words of prose when printed small and without a full stop

_NOW = (
    "present", "current", "currently", "now", "today", "ongoing", "on-going", "date", "in progress",
    "heute", "jetzt", "aktuell", "laufend", "gegenwärtig", "dato", "actualidad", "la actualidad", "actualmente", "actual",
    "presente", "el presente", "la fecha", "fecha", "hoy", "aujourd'hui", "aujourd’hui", "présent", "ce jour", "actuel",
    "en cours", "maintenant", "atual", "atualmente", "o momento", "o presente", "hoje", "data atual", "oggi", "attuale",
    "attualmente", "in corso", "corrente", "heden",
)  # fmt: skip
_SEASONS = (
    "spring", "summer", "fall", "autumn", "winter", "frühling", "frühjahr", "sommer", "herbst", "sommersemester",
    "wintersemester", "primavera", "verano", "otoño", "invierno", "printemps", "été", "automne", "hiver", "verão",
    "outono", "inverno", "estate", "autunno", "SS", "WS", "WiSe", "SoSe", "early", "mid", "late", "end of", "Q1", "Q2", "Q3",
    "Q4", "H1", "H2", "1H", "2H", "1Q", "2Q", "3Q", "4Q", "Michaelmas", "Hilary", "Trinity", "Easter",
)  # fmt: skip

_Y = r"(?:19[5-9]\d|20[0-4]\d)"
_MONTH = alternation(sorted({form for word in _NUMBERS for form in (word, word.title(), word.upper())}))
_SEASON = alternation(sorted({form for word in _SEASONS for form in (word, word.title(), word.upper())}))
_NOW_WORD = alternation(
    sorted({form for word in _NOW for form in (word, word.title(), word.upper(), word.capitalize())})
)
_OF = r"(?:\s{1,4}(?:of|de|del|do|di)(?=\s))?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|\.|º|er)?"
_AFTER = r"(?![\w%+]|[.,/][\d]|[-–]\d{3})"
_DASH = r"[-‐‑‒–—−~]"

# The name of the last group that closes is the kind of the date; its parts are `<kind>_y`, `_m`, `_d`.
POINT = re.compile(
    r"(?<![\w$€£#@+])(?<!\d[.,:])(?<!(?<!\d{3})\d/)(?:"
    rf"(?P<iso>(?P<iso_y>{_Y})([-./])(?P<iso_m>0?[1-9]|1[0-2])\3(?P<iso_d>{_DAY})(?![\w]|[-/]\d))"
    rf"|(?P<slashed>(?P<slashed_a>\d\d?)(?P<slashed_s>[./-])(?P<slashed_b>\d\d?)(?P=slashed_s)(?P<slashed_y>{_Y}){_AFTER})"
    rf"|(?P<dayed>(?P<dayed_d>{_DAY}){_ORDINAL}\s{{0,4}}(?:de\s|of\s|-)?(?P<dayed_m>{_MONTH})\b\.?,?{_OF}[\s-]{{0,4}}(?P<dayed_y>{_Y}){_AFTER})"
    rf"|(?P<us>(?P<us_m>{_MONTH})\b\.?\s{{1,4}}(?P<us_d>{_DAY}){_ORDINAL},?\s{{1,4}}(?P<us_y>{_Y}){_AFTER})"
    rf"|(?P<named>(?P<named_m>{_MONTH})\b\.?,?{_OF}\s{{0,60}}(?:[/-]\s{{0,4}})?(?P<named_y>{_Y}|['’]\d\d|(?<=-)\d\d){_AFTER})"
    rf"|(?P<numbered>(?P<numbered_m>0?[1-9]|1[0-2])\s?[/]\s?(?P<numbered_y>{_Y}){_AFTER})"
    rf"|(?P<dotted>(?P<dotted_m>0[1-9]|1[0-2])[.-](?P<dotted_y>{_Y}){_AFTER})"
    rf"|(?P<ym>(?P<ym_y>{_Y})[-./](?P<ym_m>0[1-9]|1[0-2])(?![\w%]|[-./]\d))"
    rf"|(?P<cjk>(?P<cjk_y>{_Y})\s?年\s?(?P<cjk_m>1[0-2]|0?[1-9])\s?月)"
    rf"|(?P<turned>(?P<turned_y>{_Y})[,.]?[ \u00a0](?P<turned_m>{_MONTH})\b\.?(?!,?\s{{0,4}}(?:\d|['’]\d)))"
    rf"|(?P<years>(?P<years_y>{_Y})\s?(?:{_DASH}|/)\s?['’]?(?P<years_z>\d\d)(?![\w%]|[-./]\d))"
    rf"|(?P<season>(?:{_SEASON})\b(?:\s(?:[Tt]erm|[Ss]emester|[Qq]uarter))?,?{_OF}[\s-]{{0,60}}(?P<season_y>{_Y}|['’]\d\d)(?:[/-]\d\d(?:\d\d)?\b)?{_AFTER})"
    rf"|(?P<year>(?P<year_y>{_Y})(?:年)?(?!\w|[%+]|[.,:]\d|/\d\d?/|[-–]\d{{3}}(?!\d)))"
    rf"|(?P<brief>(?P<brief_m>0[1-9]|1[0-2])/(?P<brief_y>\d\d){_AFTER})"
    rf"|(?P<tick>['’](?P<tick_y>\d\d)(?![\w'’]|[.,]\d))"
    rf"|(?P<now>(?:{_NOW_WORD})\b)"
    rf"|(?P<lone>(?:{_MONTH})\b\.?)"
    r")"
)
PARTS = {
    "iso": "ymd", "slashed": "y", "dayed": "ymd", "us": "ymd", "named": "ym", "numbered": "ym", "dotted": "ym", "ym": "ym",
    "cjk": "ym", "turned": "ym", "season": "y", "year": "y", "brief": "ym", "tick": "y",
}  # fmt: skip

_TO = r"to|until|till|through|thru|up\sto|bis|zum?|hasta|a|al|à|au|jusqu['’]à|até|ao|fino\sa|ad?|en"
BETWEEN = re.compile(
    rf"\s{{0,60}}(?:(?:{_DASH}|--|---|→|->|/)\s{{0,60}}(?:{_TO})?|(?<=\s)(?:{_TO})(?=\s))\s{{0,60}}"
    r"(?:\(?(?:expected|exp\.|anticipated|est\.|erwartet|voraussichtlich)\s{1,4})?",
    re.I,
)
SINCE = re.compile(r"(?<!\w)(?:since|seit|desde|depuis|dal|starting|ab)\s{1,4}(?:the\s|el\s|le\s|o\s)?$", re.I)
UNTIL = re.compile(r"(?<!\w)(?:until|till|through|bis|hasta|jusqu['’](?:à|en)|até|fino\sal?)\s{1,4}$", re.I)
FROM = re.compile(r"(?<!\w)(?:from|von|vom|desde|de|du|dal|between)\s{1,4}$", re.I)
NUMBER_BEFORE = re.compile(r"(\d+)[-–. \u00a0]$")  # of the same line
YEAR_ONLY = re.compile(rf"{_Y}|0?\d|[12]\d|3[01]")

_UNITS = alternation(
    [
        "users",
        "people",
        "persons",
        "students",
        "requests",
        "samples",
        "participants",
        "patients",
        "employees",
        "customers",
        "clients",
        "lines",
        "images",
        "pages",
        "nodes",
        "cores",
        "GPUs",
        "gpus",
        "members",
        "items",
        "records",
        "documents",
        "hours",
        "words",
        "followers",
        "stars",
        "downloads",
        "USD",
        "EUR",
        "GBP",
        "CHF",
        "dollars",
        "euros",
        "square",
        "attendees",
        "subjects",
        "units",
        "tokens",
        "genes",
        "cells",
    ]
)
_PRODUCTS = (
    r"SQL\sServer|Windows(?:\sServer)?|Office|Excel|Word|PowerPoint|Visual\sStudio|AutoCAD|Solid[Ww]orks|SharePoint|Exchange"
    r"|Revit|Photoshop|Project|Outlook|Horizon|Agenda|Vision|Dynamics|Inventor|Civil\s3D|Room|Suite|P\.?\s?O\.?\sBox|ISO|RFC|IEEE"
)
_STREETS = r"St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way|Court|Ct|Circle|Parkway|Pkwy|Place|Pl"
MASK = re.compile(
    r"(?<!\w)(?:"
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]{1,64}@[\w.-]+"
    r"|[\w.-]{1,64}\.(?:com|org|net|edu|io|dev|ai|gov|de|uk|fr)/\S*"
    r"|10\.\d{4,9}/\S+"
    r"|arXiv:\s?\S+|\d{4}\.\d{4,5}(?:v\d+)?(?!\w)"
    r"|\+\d[\d\s().-]{7,18}\d"
    r"|\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?!\d)"
    r"|(?:pp?\.?|pages?|S\.|Seiten?|vol\.|no\.|nº)\s?\d+(?:\s?[-–]{1,2}\s?\d+)?"
    rf"|(?:{_PRODUCTS})\s{_Y}(?![\w-]|\s?[-–])"
    rf"|{_Y}\+?\s(?:{_UNITS})\b"
    rf"|{_Y}\s(?:[A-Z]\w{{1,20}}\s){{1,3}}(?:{_STREETS})\b"
    r")"
)


def month_number(word: str) -> str:
    """The two digits of a month's name.

    >>> month_number("Sept."), month_number("août")
    ('09', '08')
    """
    return f"{_NUMBERS[word.rstrip('.').lower()]:02}"
