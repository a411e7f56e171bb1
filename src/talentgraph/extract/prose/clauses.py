"""Clauses: prose cut into paragraphs, sentences and clauses, as spans of the document's text."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from talentgraph.extract.prose.tables import words
from talentgraph.model import Document, Line, Span
from talentgraph.values.text import fold

_ABBREVIATION = re.compile(
    r"(?:\b(?:Prof|Dr|Mr|Mrs|Ms|St|Sr|Jr|Dra|Hon|Rev|vs|etc|e\.g|i\.e|approx|ca|Univ|Dept|Inst|No|Vol|pp|Fig|al|cf|Ltd|Inc|Corp|Co|Mt|b|née|w)"
    r"|\b[A-ZÀ-Ý]|\b(?:[A-Z][a-z]{0,3}\.)+[A-Z][a-z]{0,4}|\bPh\.D|\bM\.Sc|\bB\.Sc|\bTekn|\bcand\.\w+)$"
)
_STOP = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s|\[|$)|[\n\f\t]|(?<=\S)\s[•·]\s")
_SELF = r"(?:I|he|she|they|we|[Ii]['’](?:m|ve|d|ll)|i|(?:he|she|they|we)['’](?:d|s|ve|re|ll)|ich|él|ella|elle|il|ele|ela|er|sie)"
_VERB = (
    r"(?:is|was|are|were|has|have|had|am|will|['’]ll|can|does|did|do|went|came|led|won|ran|taught|wrote|holds?|held|left|became|rose|began|spent|took|got|built"
    r"|[a-zà-ÿ]{3,}ó|[a-zà-ÿ]{3,}(?:ou|eu)|[a-z]{2,}ed|joins|works|leads|serves|heads|teaches|likes|lives|runs|reviews|writes|chairs|sits|directs|contributes|speaks|referees|referee|finish"
    r"|fue|es|era|obtuvo|trabaj\w+|ha|recib\w+|realiz\w+|dirig\w+|hizo|rechaz\w+|dar\w|pas\w|entr\w|est|fut|devient|dirige|passe|entre|soutient|rejoint|enseigne"
    r"|ist|war|wurde|wechselte|arbeitet\w*|leitet\w*|promovierte|studierte|é|foi|fez|recebeu|passou|trabalh\w+|usa|aceitou|desistiu|formou\S*)"
)
_ADVERB = r"(?:(?:then|later|now|also|currently|previously|subsequently|since|once|recently|still|next|earlier|actually|only|only then|luego|después|ensuite|danach|depois|actualmente|desde)\s+)?"
_BREAK = re.compile(
    r"\s*;\s+|\s+[—–]\s+|\s+-\s+(?=[a-z])|,?\s+but\s+|,?\s+pero\s+|,?\s+mais\s+|,?\s+aber\s+|,?\s+mas\s+"
    rf"|,?\s+(?:and|und|y|e|et)\s+(?={_ADVERB}(?:{_SELF}\s|(?:se\s)?{_VERB}\s))"
    r"|,?\s+(?:and|und|y|e|et),?\s+(?=(?:before|after|in|since then|prior|dann)\s|(?:from|since|de|en|in|entre|desde|depuis|seit|between)\s(?:[a-zà-ÿ]+\s){0,2}(?:[A-Z][a-z]+\s)?\d{4})"
    r"|,\s+(?:then|later|puis|luego|danach|depois)\s+"
    r"|,?\s+(?=(?:where|while|whereas|although|though|until (?=s?he|they|I)|who|whose|when|because|donde|où|wo|onde|qui|quien|of whom)\s)"
    r"|,\s+(?=which\s)"
    rf"|,\s+(?={_SELF}\s)"
    r"|,\s+(?=[A-ZÀ-Ý][\w’'-]+\s(?:is|was|has|had|worked|spent|held|served|joined|did|taught|earned|received|went|led|studied|completed|became|moved)\s)"
    r"|\s+(?=(?:before|after|prior to)\s(?:\w+ing|a|an|the|that|which|[a-z]+)\b)"
)
_LEAD = re.compile(
    rf"^(?:Before|After|Prior|Since|While|During|When|As|Following|Until|In|From|With|Once|For|Between)\b[^,;]{{3,120}}?\s(?={_SELF}\s)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence; `link` is the conjunction or relative word that opens it, `first` opens a sentence."""

    start: int
    end: int
    first: bool
    bullet: bool
    sentence: int
    paragraph: int


def paragraphs(document: Document, skip: tuple[Span, ...] = ()) -> list[tuple[Span, bool]]:
    """Stretches of running text, wrapped lines joined, each with whether it is an item of a list."""
    found: list[tuple[Span, bool]] = []
    wrapped = sum(_is_long(document, line) for line in document.lines) >= 4
    for number, line in enumerate(document.lines):
        if line.start >= line.end or any(a <= line.start < b for a, b in skip):
            continue
        above = document.lines[number - 1] if number else None
        if (
            above is not None
            and found
            and found[-1][0][1] == above.end
            and _goes_on(document, above, line, wrapped=wrapped)
        ):
            found[-1] = ((found[-1][0][0], line.end), found[-1][1])
        else:
            found.append(((line.start, line.end), line.bullet))
    return found


def _is_long(document: Document, line: Line) -> bool:
    """Whether a line is as long as lines of text that was wrapped, and no sentence ends with it."""
    return line.end - line.start >= 60 and document.text[line.end - 1] not in ".!?:"


def _goes_on(document: Document, above: Line, line: Line, *, wrapped: bool) -> bool:
    """Whether a line goes on with the sentence of the one above."""
    text = document.text
    if (
        line.gap
        or line.bullet
        or line.heading
        or above.heading
        or line.column != above.column
        or "\t" in text[above.start : line.end]
    ):
        return False
    last = text[above.start : above.end].split()[-1:]
    small = text[line.start].islower() or (bool(last) and last[0][0].islower())
    return _is_long(document, above) and (small or wrapped)


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a paragraph."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if not _ends(text, begin, match, end):
            continue
        if text[begin : match.end()].strip():
            yield begin, match.end()
        begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at a sign: not at abbreviations, inside brackets, or where lines of a paragraph break."""
    sign, rest = match.group(), text[match.end() : end]
    if sign[0] in "\n\f":
        return text[match.start() - 1] in ".!?:"
    head = text[max(begin, match.start() - 12) : match.start()]
    if sign.strip(" \"”»’')]") == "." and _ABBREVIATION.search(head):
        following = re.match(r"\s*([^\W\d_]+)", rest)
        initial = re.search(r"(?<=\s)[A-ZÀ-Ý]$", head) is not None
        return initial and following is not None and fold(following[1]) in words("stop") and len(following[1]) > 1
    if text.count("(", begin, match.start()) > text.count(")", begin, match.end()) and ")" in rest[:120]:
        return False
    if sign[0] in ".!?" and ")" in sign and re.match(r"\s*[a-zà-ÿ]", rest):
        return False
    return sign[0] != "…" and not (sign.startswith("..") and rest.lstrip()[:1].islower())


def clauses(document: Document, skip: tuple[Span, ...] = ()) -> list[Clause]:
    """All clauses of a document, in order."""
    text, found, number = document.text, [], 0
    for place, ((start, end), bullet) in enumerate(paragraphs(document, skip)):
        for a, b in sentences(text, start, end):
            if _shouts(text[a:b]):
                continue
            number += 1
            for count, (c, d) in enumerate(_cut(text, a, b)):
                found.append(Clause(c, d, count == 0, bullet, number, place))
    return found


def _shouts(sentence: str) -> bool:
    """Whether a long sentence is in capitals, as in licences and headings: case tells no names there."""
    letters = [letter for letter in sentence if letter.isalpha()]
    return len(letters) > 40 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence cut where another verb, a relative word or a new subject begins; brackets are kept whole."""
    while start < end and text[start].isspace():
        start += 1
    sentence = text[start:end]
    cuts = {match.end(): match.start() for match in _BREAK.finditer(sentence) if _outside(sentence, match.start())}
    if match := _LEAD.match(sentence):
        cuts[match.end()] = match.end()
    begin = 0
    for cut in sorted(cuts):
        if sentence[begin : cuts[cut]].strip():
            yield start + begin, start + cuts[cut]
        begin = cut
    if sentence[begin:].strip():
        yield start + begin, end


def _outside(sentence: str, at: int) -> bool:
    """Whether a place is outside brackets and quotes."""
    head = sentence[:at]
    return head.count("(") <= head.count(")") and head.count("“") <= head.count("”") and head.count('"') % 2 == 0
