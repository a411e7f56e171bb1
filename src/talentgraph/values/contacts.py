"""Contact details in a text: where they are, and the text without them."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re

from talentgraph.model import Span
from talentgraph.values.dates import find_dates

_TLD = (
    "com|org|net|edu|io|dev|ai|gov|me|info|app|tech|co|eu|de|uk|fr|es|it|nl|ch|at|be|se|no|dk|fi|pl|pt|br|mx|ar|cl|ca|us|in|cn|jp"
    "|kr|sg|hk|tw|au|nz|za|il|tr|gr|cz|ie|ru|ua|hu|ro|xyz|page|blog|site|online|science|academy|gg|so|cc|tv|example"
)
_HOST = rf"(?:[a-z0-9](?:[a-z0-9-]{{0,62}}[a-z0-9])?\.){{1,5}}(?:{_TLD})"
_AT = r"(?:\s{0,3}[\[({<]\s?(?:at|@|AT)\s?[\])}>]\s{0,3})"
_DOT = r"(?:\s{0,3}[\[({<]\s?(?:dot|\.|DOT)\s?[\])}>]\s{0,3}|\s(?:dot|DOT)\s|\.)"
_STREET = r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Way|Court|Ct\.?|Circle|Parkway|Pkwy|Terrace|Square)"
_FINDERS = (
    ("orcid", re.compile(r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?(?<![\d-])(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\d-])", re.I)),
    ("email", re.compile(r"(?:mailto:)?(?<![\w.+-])([\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?<![.-])")),
    ("email", re.compile(rf"(?<![\w.+-])([\w+-][\w.+-]{{0,63}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,4}})")),
    ("email", re.compile(r"(?<![\w.+-])([\w+-][\w.+-]{0,63}\s(?:at|AT)\s[\w-]{1,63}(?:(?:\s(?:dot|DOT)\s|\.)[\w-]{1,63}){0,3}\s(?:dot|DOT)\s\w{2,10})\b")),
    ("url", re.compile(r"(https?://[^\s<>\"]{1,400}|www\.[^\s<>\"]{1,400})", re.I)),
    ("url", re.compile(rf"(?<![\w@.+/-])({_HOST}/[^\s<>\",;|]{{0,300}}|{_HOST})(?![\w@-]|\.\w)")),
    ("phone", re.compile(r"(?<![\w.,/-])((?:\+|00)\s?\(?\d[\d\s().\-–/\u00a0\u2011]{5,20}\d|\(?\d{2,5}\)?[\s.\-\u00a0\u2011]{1,2}\d[\d\s.\-\u00a0\u2011]{4,14}\d|(?<=[Ee][Ll]:)\s?\d{7,15})(?![\w@-]|[.,]\d)")),
    ("address", re.compile(rf"(?<!\w)(\d{{1,5}}[A-Za-z]?,?\s(?:(?:[NSEW]\.?|[A-Z][\w.'’-]{{0,30}})\s){{1,4}}{_STREET}(?!\w)(?:[ ,]{{1,2}}(?:Apt|Suite|Unit|\#)\.?\s?\w{{1,6}})?)")),
    ("address", re.compile(r"(?<!\w)([A-ZÄÖÜ][\wäöüß-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat)\s\d{1,4}\s?[a-z]?(?:,\s*(?:[A-Z]{1,2}-)?\d{4,5}\s[^\W\d_]{2,30})?)(?!\w)")),
    ("address", re.compile(r"(?<!\w)(\d{1,4}(?:\s?bis|\s?ter)?,?\s(?:rue|avenue|boulevard|place|chemin|impasse|allée|quai)\s[^,;|\n\t]{3,50})")),
    ("address", re.compile(r"(?<!\w)((?:Calle|C/|Avenida|Avda?\.|Av\.|Paseo|Plaza|Carrera|Rua|Via|Viale|Piazza|Corso|Largo)\s[^,;|\n\t\d]{2,40},?\s(?:n[ºo°]?\.?\s?)?\d{1,5}[A-Za-z]?)(?!\w)")),
    ("address", re.compile(r"(?<!\w)(P\.?\s?O\.?\sBox\s\d{1,6}|Postfach\s\d[\d ]{1,8})", re.I)),
)  # fmt: skip
_NO_URL = frozenset(
    {"asp.net", "node.js", "socket.io", "vb.net", "ado.net", "ml.net", "draw.io", "next.js", "fast.ai", "character.ai"}
)


def find_contacts(text: str) -> list[tuple[Span, str, str]]:
    """The contact details of a text in order: (span, kind, value).

    Kinds are email, phone, url, orcid and address. Disguised addresses ("ada at example dot org") are made plain.

    >>> [(kind, value) for _, kind, value in find_contacts("ada@example.org, +49 30 1234567, https://example.org/ada")]
    [('email', 'ada@example.org'), ('phone', '+49 30 1234567'), ('url', 'https://example.org/ada')]
    >>> find_contacts("2014 - 2018, Node.js, ASP.NET")
    []
    """
    found: list[tuple[Span, str, str]] = []
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            span = _trimmed(text, match.span())
            value = text[slice(*span)] if kind != "orcid" else match[1].upper()
            if value and _accepted(kind, value) and not any(_cross(span, other) for other, _, _ in found[-400:]):
                found.append((span, kind, _plain_email(value) if kind == "email" else value))
    return sorted(found)


def redact(text: str) -> str:
    """A text with every contact detail replaced by its kind in brackets.

    >>> redact("Write to ada@example.org or call +49 30 1234567")
    'Write to [email] or call [phone]'
    """
    pieces, position = [], 0
    for (start, end), kind, _ in find_contacts(text):
        pieces += [text[position:start], f"[{kind}]"]
        position = end
    return "".join(pieces) + text[position:]


def _trimmed(text: str, span: Span) -> Span:
    """A span without the marks around a value."""
    start, end = span
    while end > start and (
        text[end - 1] in ".,;:'\"*|\\ " or (text[end - 1] in ")]>" and not _opened(text[start:end]))
    ):
        end -= 1
    return start, end


def _opened(value: str) -> bool:
    closing = value[-1]
    return value.count({")": "(", "]": "[", ">": "<"}[closing]) >= value.count(closing)


def _accepted(kind: str, value: str) -> bool:
    if kind == "url":
        return value.lower() not in _NO_URL and not ("/" not in value and value != value.lower())
    if kind == "phone":
        return _is_phone(value)
    return True


def _is_phone(value: str) -> bool:
    """Whether digits are a telephone number and not years, amounts or identifiers."""
    digits = sum(map(str.isdigit, value))
    if not 7 <= digits <= 15:
        return False
    if value.startswith(("+", "00")):
        return True
    return digits >= 8 - value.startswith("(") and not find_dates(value) and not re.match(r"(?:19|20)\d\d\D", value)


def _cross(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _plain_email(value: str) -> str:
    """An e-mail address without disguise."""
    if "@" in value and " " not in value and "(" not in value and "[" not in value:
        return value.removeprefix("mailto:")
    value = re.sub(r"\s*[\[({<]\s?(?:at|@)\s?[\])}>]\s*|\s+at\s+", "@", value, flags=re.I)
    return re.sub(r"\s*[\[({<]\s?(?:dot|\.)\s?[\])}>]\s*|\s+dot\s+", ".", value, flags=re.I)
