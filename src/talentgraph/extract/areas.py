"""Fields of study: which words are one, and which announce one."""

from __future__ import annotations

import re
from dataclasses import replace

from talentgraph.extract.marks import Mark
from talentgraph.extract.page import Page
from talentgraph.values.degrees import honours, level, score

_NO_AREA = re.compile(
    r"(?:relevant |selected )?(?:courses?|coursework|modules?|thesis|dissertation|advisors?|highlights|activities|"
    r"awards?|honou?rs|scholarships?|minor|grade|with|summary|skills|kurse|cours|cursos?)\b",
    re.I,
)
_FIELD_LABEL = re.compile(
    r"(?:double )?(?:major(?:ing|ed)?|speciali[sz](?:ation|ing|ed)|concentration|field(?: of study)?|hauptfach|"
    r"studienfach|fachrichtung|especialidad|spécialité|orientation|indirizzo)(?:\s*:|\s+in\b)?\s+",
    re.I,
)


def may_be_area(words: str) -> bool:
    """Whether words may be a field of study: no heading of what else was done there, no grade and no degree.

    >>> may_be_area("Physics"), may_be_area("Relevant coursework"), may_be_area("Magna cum laude")
    (True, False, False)
    """
    return not (_NO_AREA.match(words) or honours(words) or score(words) or level(words))


def without_label(page: Page, area: Mark) -> Mark:
    """A field of study without the word that announces it ("Major in Physics")."""
    label = _FIELD_LABEL.match(page.text, *area.span)
    return replace(area, start=label.end()) if label and label.end() < area.end else area
