"""The person that prose is about: the name, and the words that stand for it."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from talentgraph.extract.prose.names import is_capital, is_person, tokens
from talentgraph.model import Document, Span
from talentgraph.values import organizations, places, technologies
from talentgraph.values.people import is_name
from talentgraph.values.text import fold

_SIGNED = re.compile(
    r"^(?:--|—|(?:kind|best|warm)?\s?regards|best(?: wishes)?|cheers|thanks|sincerely|saludos|cordialement|mit freundlichen|viele grüße|abraços)\W*$",
    re.M | re.I,
)
_PRONOUN = re.compile(
    r"(?<!\w)(?:I|i|my|me|she|he|they|her|his|hers|elle|il|ella|él|ela|ele|er|sie|ihr|su|sus|son|sa|seu|sua|ich|mein\w*|mi|je|eu)(?!\w)",
    re.I,
)
_NAME = (
    r"(?:(?:[A-ZÀ-ÝĀ-Ž]\.|[A-ZÀ-ÝĀ-Ž][^\W\d_]*(?:[-’'][^\W\d_]+)*)|[\"“][A-Z][a-z]+[\"”])"
    r"(?: (?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|bin|al|el|y|e) ){0,2}"
    r"(?:[A-ZÀ-ÝĀ-Ž]\.|[A-ZÀ-ÝĀ-Ž][^\W\d_]*(?:[-’'][^\W\d_]+)*|[\"“][A-Z][a-z]+[\"”])){1,4}"
)
_HONORIFIC = r"(?:(?:Prof(?:essor)?|Emerit(?:us|a)|Dr|Mr|Mrs|Ms|Dra|Sir|Dame)\b\.?\s+)*"
_TITLED = r"(?:\s\([^()\n]{2,40}\))?"
_INTRO = re.compile(
    rf"(?i:\b(?:I['’]m|I am|my name is|me llamo|soy|je suis|ich bin|ich heiße|sou|this is|name|remembering|in memoriam:?|honou?ring|meet(?: the team:)?|about|profile:|(?:award|prize|medal) to|awarded to|congratulates?|to name|welcomes?|(?:passing|death|loss) of|our (?:dear |late |former )?(?:colleague|friend)|announces?|mourns?|obituary:?|appointed|hi,? i['’]m)\s+){_HONORIFIC}(?P<name>{_NAME})",
)
_SUBJECT = re.compile(
    rf"(?:^|[\n.,;:]\s*){_HONORIFIC}(?P<name>{_NAME}){_TITLED},?\s(?:is|was|joined|works|worked|received|leads|holds|has|teaches|studies|heads|serves|earned|died|took|develops|builds|started|es|est|é|ist|war|fue|fut|foi|né|née|nació|a\s)"
)
_SENTENCE = re.compile(rf"(?:^|[.!?\n]\s*\W*){_HONORIFIC}(?P<name>{_NAME})\.(?=\s|$)")
_LABEL = r"(?:(?:Name|Speaker|Presenter|Author|Keynote|Instructor|Host|Panelist|About|Profile|Meet|Nombre|Autor(?:a)?)\s?[:—–-]\s)?"
_LINE = re.compile(rf"^\W*{_LABEL}{_HONORIFIC}(?P<name>{_NAME})\W*$")
_HEAD_LINE = re.compile(
    rf"^\W*{_LABEL}{_HONORIFIC}(?P<name>{_NAME})(?:\s?\((?:she|he|they|born|née|b\.)[^()]*\))?\s*(?:[,|–—·\t(]|$)"
)


@dataclass(frozen=True, slots=True)
class Self:
    """The person: where the name stands, and the words that stand for it, folded."""

    span: Span | None
    words: frozenset[str]
    first_person: bool
    pronouns: frozenset[str]


def find_self(document: Document) -> Self:
    """Who a text is about."""
    span = _best(document)
    text = document.text
    words = {fold(t[2]) for t in tokens(text, *span)} if span else set()
    first = len(re.findall(r"(?<!\w)(?:I|I['’](?:m|ve|d|ll)|my|i['’]?m?|ich|yo|je|eu|mein\w*)(?!\w)", text))
    third = Counter(
        m.lower()
        for m in re.findall(r"(?<!\w)(?:she|he|they|her|his|hers|elle|il|ella|él|ela|ele|er|sie)(?!\w)", text, re.I)
    )
    return Self(
        span,
        frozenset(word for word in words if len(word) > 1 or word.isupper()),
        first > 1 and first >= sum(third.values()) / 2,
        frozenset(third),
    )


def _best(document: Document) -> Span | None:
    """The likeliest name of the person."""
    text = document.text
    scores: Counter[Span] = Counter()
    lines = document.lines
    for number, line in enumerate(lines):
        row = text[line.start : line.end]
        if re.match(r"(?:hi|hello|hey|dear|hallo|hola|bonjour|best|thanks|cheers)\b", row, re.I):
            continue
        if match := _LINE.match(row) or (_HEAD_LINE.match(row) if number < 6 or number > len(lines) - 9 else None):
            weight = 5 if line.heading in (1, 2) else 4 if number == 0 else 3 if number == len(lines) - 1 else 2
            scores[line.start + match.start("name"), line.start + match.end("name")] += weight
        elif line.heading == 1 and (whole := _small_name(row)):
            scores[line.start + whole[0], line.start + whole[1]] += 3
    for style in document.styles:
        if style.kind == "bold" and (match := _LINE.match(text[style.start : style.end])):
            scores[style.start + match.start("name"), style.start + match.end("name")] += 2
    for pattern, weight in ((_INTRO, 4), (_SUBJECT, 3), (_SENTENCE, 2)):
        for match in pattern.finditer(text):
            scores[match.span("name")] += weight if match.start() < 600 else 1
    final = [(_without_lead(text, s), weight) for s, weight in scores.items()]
    for match in re.finditer(_NAME, text[:500]):
        if _support(text, match.group()) >= 0.5:
            scores[match.span()] += 1
    kept: dict[Span, float] = {}
    for span, weight in final:
        if _plausible(text[slice(*span)]):
            kept[span] = max(kept.get(span, 0), weight + _support(text, text[slice(*span)]))
    tail = re.search(
        rf"(?<!Dr)(?<!Prof)(?<!Mr)(?<!Ms)(?<!Mrs)[.!?)]\s+[-–—]?\s*{_HONORIFIC}(?P<name>{_NAME})[.\s]*$", text
    )
    if tail and _plausible(tail["name"]):
        kept[tail.span("name")] = kept.get(tail.span("name"), 0) + 3 + _support(text, tail["name"])
    return max(kept, key=lambda s: (kept[s], s[1] - s[0], -s[0]), default=None)


def _without_lead(text: str, span: Span) -> Span:
    """A name without the word that announces it: "Remembering Ada Example"."""
    lead = re.match(
        r"(?:I['’]m|I am|This is|Ich bin|Je suis|Soy|Sou|Remembering|Meet|About|Memoriam|Profile|Hi|Hello|Hey|Honou?ring|Introducing|Congratulations|Cheers|Regards)\s",
        text[slice(*span)],
    )
    return (span[0] + lead.end(), span[1]) if lead else span


def _small_name(row: str) -> Span | None:
    match = re.fullmatch(r"\W*([a-zà-ÿ]{2,}(?: [a-zà-ÿ]+(?:-[a-zà-ÿ]+)*){1,2})\W*", row)
    return match.span(1) if match and is_person(match[1].title()) else None


def _plausible(name: str) -> bool:
    bare = re.sub(r"[\"“][^\"”]+[\"”]\s?", "", name)
    if name.islower():
        return True
    words = bare.split()
    if any(len(word) > 2 and word.isupper() for word in words):
        return False
    return (
        is_name(bare)
        and len(words) > 1
        and organizations.lookup(bare) is None
        and organizations.kind(bare) is None
        and not places.known(bare)
        and technologies.lookup(bare) is None
    )


def is_told_of(text: str, person: Self, others: Iterable[str]) -> bool:
    """Whether a text speaks of this person more than of the others whom it names."""
    if person.span is None:
        return False
    names = {word for word in re.findall(r"[^\W\d_]+", text[slice(*person.span)]) if len(word) > 2}
    own = max((len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) for word in names), default=0)
    spoken = len(_PRONOUN.findall(text))
    opens = re.search(r"\w", text) is not None and re.match(r"(?:\W|Dra?\b|Prof\b)*", text).end() >= person.span[0]  # type: ignore[union-attr]
    opens = opens or _SIGNED.search(text) is not None
    return (spoken > 0 or opens) and own + spoken + 2 * opens > 0.6 * sum(1 for _ in others)


def _support(text: str, name: str) -> float:
    """How often parts of a name stand in the text."""
    words = [w for w in re.split(r"[\s\"“”]+", name) if len(w) > 2 and is_capital(w)]
    return sum(min(4, len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) - 1) for word in words) / 2
