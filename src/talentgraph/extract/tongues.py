"""Languages that the person speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import RULE
from talentgraph.extract.page import Page
from talentgraph.model import Language, Span

_FLUENCY = re.compile(
    r"\b(?:native(?: speaker| or bilingual| proficiency)?|bilingual|fluent|mother tongue|proficient|"
    r"(?:full |limited )?(?:professional|working)(?: working)?(?: proficiency)?|intermediate|advanced|basic|beginner|"
    r"elementary|conversational|muttersprache|flie(?:ß|ss)end|nativo|fluido|avanzado|intermedio|b[áa]sico|"
    r"langue maternelle|courant|[ABC][12])\b",
    re.I,
)


def languages(page: Page) -> list[Language]:
    """The natural languages of the language sections."""
    found = []
    for start, end in _stretches(page, "languages"):
        for mark in page.within(start, end, ["LANGUAGE"]):
            fields = Fields(page.text)
            fields.mark("language", mark)
            line_end = page.lines[mark.line].end
            later = [m.start for m in page.within(mark.end, line_end, ["LANGUAGE"])]
            if level := _FLUENCY.search(page.text, mark.end, min([*later, line_end])):
                fields.put("fluency", [level.span()], RULE)
            found.append(fields.record(Language))
    return found


def _stretches(page: Page, kind: str) -> Iterator[Span]:
    """The sections of a kind, without their headings."""
    for section in page.sections(kind):
        yield (section.heading[1] if section.heading else section.start), section.end
