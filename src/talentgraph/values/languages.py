"""Natural languages: which names are some, and how well somebody speaks one."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.model import Span
from talentgraph.values.lexicon import alternation, column

_FLUENCY = re.compile(
    r"(?:(?<!\w)(?:[ABC][12]\+?(?:[/–-][ABC][12])?|N[1-5]|HSK\s?\d|TOEFL|IELTS|DELE|DELF)(?!\w)"
    r"|\b(?:near[- ])?native(?:[- ]?(?:speaker|level|language|tongue|proficiency|fluency))?(?:\sor\sbilingual)?(?:\sproficiency)?\b"
    r"|\b(?:fully\s)?bilingual\b|\bfluent(?:ly)?\b|\bmother[- ]tongue\b|\bfirst language\b|\bproficient\b"
    r"|\b(?:full|limited|elementary|basic|business)?\s?(?:professional|working)(?:\sworking)?(?:\s(?:proficiency|knowledge|level))?\b"
    r"|\b(?:upper[- ]|lower[- ]|pre[- ]?)?intermediate\b|\badvanced\b|\bbasics?\b|\bbeginner'?s?\b|\belementary\b|\bconversational\b|\blearning\b|\bgood\b|\bexcellent\b|\bvery good\b"
    r"|\bmuttersprach(?:e|ler(?:in)?|lich)\b|\bflie(?:ß|ss)end\b|\bverhandlungssicher\b|\b(?:sehr\s)?gute?(?:\skenntnisse)?\b|\bgrundkenntnisse\b|\bfortgeschritten\b"
    r"|\b(?:hablante\s)?nativ[oa]\b|\bfluid[oa]\b|\bavanzad[oa]\b|\bintermedi[oa]\b|\bb[áa]sic[oa]\b|\bbiling[üu]e\b|\blengua materna\b|\balto\b|\bmedio\b"
    r"|\bl[ií]ngua materna\b|\bfluente\b|\bavan[çc]ado\b|\bintermedi[áa]rio\b"
    r"|\blangue maternelle\b|\bcourant\b|\bbilingue\b|\binterm[ée]diaire\b|\bavanc[ée]\b|\bnotions\b|\bscolaire\b|\bd[ée]butant\b"
    r"|\bmadrelingua\b|\bottim[oa]\b|\bbuon[oa]\b|\bscolastic[oa]\b|\bmoedertaal\b|\bvloeiend\b|\bgoed\b|\bbasis\b)",
    re.I,
)


def find_languages(text: str) -> list[Span]:
    """Where a text names natural languages, as they are printed in lists: with a capital.

    >>> text = "English (native), German B2"
    >>> [text[a:b] for a, b in find_languages(text)]
    ['English', 'German']
    """
    return [match.span() for match in _pattern().finditer(text) if match.group()[0].isupper()]


def find_fluency(text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where a text says how well a language is spoken, with what is said of it in the same breath.

    >>> text = "Spanish: full professional proficiency"
    >>> text[slice(*find_fluency(text, 7))]
    'full professional proficiency'
    """
    match = _FLUENCY.search(text, start, len(text) if end is None else end)
    if match is None:
        return None
    first = match.start() + len(match.group()) - len(match.group().lstrip())
    return first, match.end()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = {name.strip().casefold() for line in column("languages.txt") for name in line.split("|")}
    return re.compile(rf"(?<![\w-])(?:{alternation(sorted(names))})(?![\w-])", re.I)
