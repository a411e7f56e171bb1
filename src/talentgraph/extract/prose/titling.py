"""Titles of jobs in prose: their noun with the words before it, or behind it in Romance languages."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from talentgraph.extract.prose.names import is_capital, tokens
from talentgraph.extract.prose.tables import heads, words
from talentgraph.model import Span
from talentgraph.values import degrees, organizations
from talentgraph.values.lexicon import column
from talentgraph.values.text import fold


def is_subject_word(area: str) -> bool:
    """Whether words end like the name of a science.

    >>> is_subject_word("Botany and Genetics"), is_subject_word("Acme Labs")
    (True, False)
    """
    return (
        re.search(r"(?:ics|logy|graphy|nomy|istry|ing|ences?|informatik|ática|tik|ologie|ik)\b", area, re.I) is not None
    )


def _free(span: Span, taken: Iterable[Span]) -> bool:
    return not any(a < span[1] and span[0] < b for a, b in taken)


def find_titles(text: str, taken: list[Span], language: str) -> Iterator[Span]:
    """Titles of jobs: their noun with the words before it, or behind it in Romance languages."""
    found: list[Span] = []
    for match in heads("start").finditer(text) if language in ("es", "fr", "pt") else ():
        if _free(match.span(), [*taken, *found]) and (span := _romance_title(text, *match.span())):
            found.append(span)
    for start, end in _joined_heads(text):
        if _free((start, end), [*taken, *found]) and (span := _english_title(text, start, end, [*taken, *found])):
            found.append(span)
    for match in re.finditer(
        r"(?<![\w-])(?:Head|Director|Dean|Chair|VP|Vice[- ]President|Professor|Reader|Lecturer|Chief|Chef) of (?:the )?",
        text,
    ):
        if _free(match.span(), [*taken, *found]):
            found.append((match.start(), match.start() + len(match.group().split()[0])))
    yield from sorted({_with_subject(text, a, b) for a, b in found})


def _joined_heads(text: str) -> list[Span]:
    """The nouns of titles, neighbours joined: "Associate Professor" is one."""
    joined: list[Span] = []
    for match in heads("end").finditer(text):
        if joined and text[joined[-1][1] : match.start()] in (" ", "-", "\n"):
            joined[-1] = (joined[-1][0], match.end())
        else:
            joined.append(match.span())
    return joined


_BEFORE = words("before title")
_LINE_END = re.compile(r"[\n\f\t;:|•]|(?<![A-Z])\.")
_TITLED = re.compile(r"(?:and|in|of|for|the|&|de|to)")


def _english_title(text: str, start: int, end: int, taken: list[Span]) -> Span | None:
    """A title with the words before its noun."""
    line = max((m.end() for m in _LINE_END.finditer(text, max(0, start - 90), start)), default=0)
    words = list(tokens(text, max(line, start - 90), start))
    begin = start
    after = start
    for a, b, word in reversed(words):
        gap = text[b:after]
        if gap.strip() or fold(word) in _BEFORE or not _free((a, b), taken):
            break
        named = organizations.lookup(word) is not None and word[0].isupper() and fold(word) not in _title_words()
        if word.isdigit() or (named and not re.search(r"(?<!\w)an?\s$", text[max(0, a - 3) : a])):
            break  # "a Humboldt fellow" is no fellow at Humboldt
        begin, after = a, a
    begin = _named_chair(text, words, begin)
    if re.match(r"s\b", text[end : end + 2]) and not text[:end].endswith("postdoc"):
        return None
    if re.match(r"\s(?:\w+\s)?(?:Awards?|Prize|Medal|Fellowship|Grant|Scholarship)\b", text[end : end + 30]):
        return None
    title = text[begin:end]
    if _stray(title, text[max(0, begin - 24) : begin], text[end : end + 30]):
        return None
    return begin, end


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    """The folded words that titles of the list consist of."""
    return frozenset(word for row in column("titles.txt") for word in fold(row).split())


def _named_chair(text: str, words: list[tuple[int, int, str]], begin: int) -> int:
    """Where a title begins that has a name of several words: "a Jane and John Doe Data in Science fellow"."""
    before = [w for w in words if w[1] <= begin][-9:]
    for number in range(len(before) - 1, -1, -1):
        word = before[number][2]
        if fold(word) in ("a", "an", "the") and number + 1 < len(before):
            inner = before[number + 1 :]
            named = all(is_capital(w) or _TITLED.fullmatch(w) for _, _, w in inner)
            if named and is_capital(inner[0][2]) and (is_capital(inner[-1][2]) or any(w[0] >= begin for w in words)):
                return inner[0][0] if "," not in text[inner[0][0] : begin] else begin
            return begin
        if not (is_capital(word) or _TITLED.fullmatch(word)):
            return begin
    return begin


_OTHER_ROLE = re.compile(
    r"(?:program|programme|session|track|area|general|conference|workshop)(?:me)? (?:co-)?chair|(?:associate )?editor|keynote|committee|board|guest lecturer|independent director",
    re.I,
)


def _stray(title: str, before: str, after: str) -> bool:
    """Whether a noun of titles is none here: one too weak to stand alone, a role of service, a verb."""
    if _OTHER_ROLE.search(title) or re.search(
        r"(?:['’]s|\b(?:our|its|the (?:same|late)|a (?:former|fellow)|thanks to|from))\s$", before, re.I
    ):
        return not re.search(r"[A-Z]", title) or bool(_OTHER_ROLE.search(title))
    if title.isupper() and re.match(r"\s[A-Z][a-z]", after):
        return True  # "SRE Handbook"
    word = title.split()[-1]
    if (
        word.lower() == "fellow"
        and re.match(r"\s(?:of|at) (?:the )?(?!(?:\w+ ){0,3}(?:university|institute|lab))", after, re.I)
        and len(title.split()) == 1
    ):
        return True
    if (
        word.lower() in ("chair", "president")
        and re.match(r"\s(?:of|for)\b", after)
        and re.search(r"association|society|committee|conference|acm|ieee|panel|union", after, re.I)
    ):
        return True
    if heads("weak").fullmatch(word) and len(title.split()) == 1:
        return not re.search(
            r"(?:\b(?:an?|as|(?:as|is|was) the|first|later|is|was|be(?:came|coming)|to) |^|[,(\n]\s?)$", before
        ) and not re.match(r"\s(?:of|in|at)\b", after)
    return False


def _romance_title(text: str, start: int, end: int) -> Span | None:
    """A title that begins with its noun: adjectives and "de ..." follow."""
    if text[start - 1 : start] == "/" or re.match(r"s\b", text[end : end + 2]):
        return None
    tail = re.compile(
        r"(?:\s(?:de\s|d['’])(?:machine learning|(?!(?:la|el|los|las|una?|l)\b)[a-zà-ÿ]+|[A-ZÀ-Ý][a-zà-ÿ]+(?=\s(?:y|e|et|[A-ZÀ-Ý]\w+|en|na|no|à))(?:(?:\s(?:y|e|et))?\s[A-ZÀ-Ý][a-zà-ÿ]+)*)"
        r"|\s(?:en|em)\s(?!(?:el|la|los|las|un|una|uma|le)\b)[a-zà-ÿ]{6,}"
        r"|\s(?!(?:en|em|no|na|nos|nas|desde|depuis|da|do|y|e|et|a|à|au|aux|chez|dans|por|entre|que|qui|puis|con|com|avec|du|des|sur|para|pour|où|donde|onde|se|ha|da|fut|pendant|durante|los|las|el|la|le|o|os|por|jusqu|invitada? )\b)"
        r"(?:[a-zà-ÿ]{4,}|IA|TI)(?!\w))"
    )
    count = 0
    while count < 5 and (match := tail.match(text, end)):
        if _VERBISH.search(match.group()):
            break
        end = match.end()
        count += 1
    title = text[start:end]
    english = re.fullmatch(r"(?:director|professor|president|analista|responsable|docente)", title)
    if english and not re.search(
        r"[à-ÿ]|\b(?:es|fue|como|est|é|foi|el|la|una?|le|um)\s+$", text[max(0, start - 8) : start]
    ):
        return None
    return start, end


_VERBISH = re.compile(
    r"\s(?:\w+(?:ó|ou|aron|aba|ait|era|eram|ando|iendo)|donde|luego|hasta|jusque|trabaja|dirige|tiene|mais|mas|pero|quando|cuando|tras|après|após)$"
)


def _with_subject(text: str, start: int, end: int) -> Span:
    """A title with "of ..." or "in ..." behind it, where that is no organisation: "Professor of Economics"."""
    match = re.match(
        r"(?:,)? (?:of|for|in|für) ((?:the )?(?!this|that|his\b|her\b|its\b|their\b|our\b|my\b)[^,;:.()\n|@–—]{3,70}?)(?=\s(?:at|an der|an|am|bei|on|in|with|since|from|for|where|and (?:an?|the|as|is|was|has|co-|[a-z]+s)|who|by|jointly|he|she)\b|[,;:.()\n|@–—]|$)",
        text[end:],
    )
    title = text[start:end]
    if match is None:
        return start, end
    subject = match[1]
    word = title.split()[-1].lower()
    kind = organizations.kind(subject)
    bound = word in words("with subject")
    if (
        not bound
        or (organizations.lookup(subject) and not degrees.is_field(subject))
        or (kind in ("University", "Company", "Hospital", "GovernmentAgency") and not degrees.is_field(subject))
    ):
        return start, end
    if word == "fellow" or re.match(
        r"the (?!routing)\w* ?(?:department|university|school|institute|college|center|centre|faculty)", subject, re.I
    ):
        return start, end
    if " there" in subject or (
        match.group().startswith(" in ") and not (degrees.is_field(subject) or is_subject_word(subject))
    ):
        tail = subject.partition(" there")[0]
        return (
            (start, end + len(match.group()) - len(subject) + len(tail))
            if " there" in subject and tail
            else (start, end)
        )
    if subject[:4] == "the " and not re.search(r"\b(?:group|team|unit|division|lab)$", subject):
        return start, end
    if kind in ("ResearchInstitute", "Nonprofit") and not re.search(
        r"\bat\b", text[end + match.end() : end + match.end() + 5]
    ):
        return start, end
    return start, end + match.end()
