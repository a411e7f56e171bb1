"""Gaps: what the words between two mentions say of how they belong together."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_person
from talentgraph.extract.prose.scene import Scene
from talentgraph.values import degrees, organizations
from talentgraph.values.text import fold

_AT = r"at|with|for|of|from|to|into|@|by|in|en|em|na|no|nas|nos|da|do|de la|de|del|à|au|aux|à l['’]|chez|de l['’]|d['’]|du|bei|beim|am|an der|an|im|der|des|für|por la|por|pela|pelo|via|ex-|dans|l['’]|al"
_SMALL = r"(?:\s(?:the|a|an|an? \w+|la|le|el|l['’]|die|der|das|o|os|as)?\s?(?:(?!(?:at|with|for|of|from|to|by|in|on|and|who|which|that|is|was|are|were|has|had|have)\s)[a-zà-ÿ][\w’'-]*\s){0,4})?\s?$"
LICENSE = re.compile(rf"(?:^|[\s(,@/:])(?:{_AT}|and|is){_SMALL}", re.I)
DIRECT = re.compile(
    r"(?:^|[\s(])(?:ex-|join\w*|left|leaving|attend\w*|rejoint|(?:co-?)?found\w*|start\w*|é|es)\s?(?:the\s|l['’])?(?:(?:startup|company|firm|non-?profit)\s)?$",
    re.I,
)
AND = re.compile(
    r"^[\s,)]*(?:\([^()]*\)\s*)?(?:,|/|&|,?\s*(?:and|und|y|e|et|or)(?:\s(?:then|later|before that|also|previously|earlier))?)\s*(?:(?:at|with|for|in|en|em|na|no|à|au|chez|bei|an der|from|of)\s)?(?:the\s|la\s|l['’])?\s?$",
    re.I,
)
COMMA = re.compile(r"[\s,]*")
AT_ONLY = re.compile(
    r"(?<!\w)(?:at|to|for|@|with|en|chez|à|bei|na|no|of|ex-)\s?(?:the\s|l['’])?(?:[a-z-]+\s(?:startup|company|firm)\s)?$",
    re.I,
)
FROM = re.compile(r"(?<!\w)(?:from|de|von|du)\s(?:the\s|la\s)?$", re.I)
IN = re.compile(r"(?:^|\s)(?:in|en|em|à|near|outside|based in|aus|nach|to|a)\s(?:the\s|la\s)?$", re.I)
EX = re.compile(r"(?:^|[\s(,|])ex-\s?$", re.I)
CAREER = re.compile(
    r"\W*(?:before(?: that)?|previously|formerly|earlier|prior to that|prior|past|ex-|currently|now|and before|antes|zuvor|auparavant)\W*(?:\w+\sat\s)?",
    re.I,
)
APPOSED = re.compile(r"\s*[,|@(–—:\-\t\n·][\s,|@(–—:\-\t\n·]*")
LIGHT = re.compile(
    r"^[\s,:;()|\[–—·•.-]*(?:(?:in|en)\s\ue000+)?[\s,:;()|\[–—·•.\ue000-]*(?:as\s(?:an?\s)?|the\s|an?\s|where\s(?:he|she|I|they)\s(?:was|is|were)\s(?:an?\s|the\s)?)?$"
)
ADJACENT = re.compile(
    rf"(?:^|[\s(,@/:|])(?:{_AT}|,|\|)\s?(?:the\s|la\s|l['’])?$|:\s?$|^[\s,(:|@—–-]*(?:\ue000+)?[\s,):|@—–-]*$", re.I
)
WITH = re.compile(
    r"(?<!\w)(?:with|by|and|under|of|from|to|,|bei|con|avec|com|mit)\s(?:(?:the\s)?\w+\s|Prof\S*\s|Dr\S*\s){0,2}$", re.I
)
ADVISOR_WITH = re.compile(
    r"(?:with|bei|con|avec|com|mit|under|and|und|y|et|e|,)\s(?:(?:Prof\S*|Dr\S*|as|second|first|supervisor|co-?advisor|,)\s?)*$",
    re.I,
)
ADVISOR_AFTER = re.compile(
    r"^(?:\sand\s\ue000+)?\s(?:was|is|were|are|being)\s(?:also\s)?(?:(?:his|her|my|their|the)\s)(?:\w+\s){0,2}(?:advis[eo]rs?|supervisors?)",
    re.I,
)
VERB_AFTER = re.compile(
    r"^(?:\s\([^()]*\))?,?\s(?:now|later|then|who|has|is|was|went|left|works?|worked|joined|leads?|led|moved|became|runs?|heads?|teaches|also|currently|today|aujourd|est|es|trabaja|ist|arbeitet|é)(?!\w)(?!\s(?:also\s)?(?:his|her|my|their)\s)"
)
UNIT = re.compile(
    r"^(?:Team\b|Department|Dept|Faculty|Division|Chair|Departamento|Facultad|Fakultät|Département|Arbeitsgruppe)\b|^School of|\b(?:Group|Team|Department|Division|Faculty|Programme|Program)$|^Computer Science$"
)
UNIT_AFTER = re.compile(
    r"^['’]?s?\s(?:unit|group|team|division|department|lab|program(?:me)?|section|doctoral|network|working group|project|efforts?|office)\b",
    re.I,
)
INTRO_ORG = re.compile(
    r"^\W*(?:before|prior to|since|until|while|avant|antes de|bevor|vor)\s(?:(?:joining|coming to|moving to|starting|founding|co-founding|leaving|returning to|entering|going to|at|the|de|d['’])\s?)*(?:the\s(?:\w+\s)?)?$",
    re.I,
)
TITLE_OF = re.compile(r"(?:\s\([^()]*\))?,?\s(?:(?:now|then|later|currently|an?|the|our|its|who is|is|was)\s)+|,\s")
FOUNDED_AFTER = re.compile(
    r"^,?\s(?:(?:the|an?)\s(?:[\w-]+\s){0,4}?)?(?:that\s|which\s)?(?:he|she|they|I)\s(?:later\s|had\s)?(?P<verb>(?:co-?)?founded|started)(?!\w)",
    re.I,
)


def is_known(words: str) -> bool:
    """Whether a name is that of an organisation, by the list or by its words."""
    return organizations.lookup(words) is not None or organizations.kind(words) is not None


def is_unit(words: str) -> bool:
    """Whether a name is that of a part of an organisation."""
    return UNIT.search(words) is not None and organizations.lookup(words) is None


def is_someone(words: str) -> bool:
    """Whether a name is rather a person's than an organisation's."""
    return organizations.lookup(words) is None and is_person(words)


def is_self(words: str, own: frozenset[str]) -> bool:
    """Whether all words of a name are the person's."""
    return all(fold(word) in own for word in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", words))


def someone_with_title(scene: Scene, title: Mention, own: frozenset[str]) -> bool:
    """Whether a title stands behind the name of another person, as its apposition."""
    earlier = [i for i in scene.items if i.end <= title.start]
    if not earlier or earlier[-1].kind != "NAME" or not TITLE_OF.fullmatch(scene.gap(title)):
        return False
    words = scene.words(earlier[-1])
    return " " in words and is_someone(words) and not is_self(words, own)


def is_subject(words: str) -> bool:
    """Whether a name is that of a field of study."""
    if organizations.lookup(words) is not None or re.search(r",\s(?:Inc|Ltd|LLC|GmbH)", words):
        return False
    last = fold(words).split()[-1:]
    return degrees.is_field(words) or (bool(last) and last[0] in _last_words() and len(words.split()) < 4)


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The words that names of fields end with."""
    ends = [name.split()[-1] for name in degrees.fields()]
    return frozenset(
        word
        for word in ends
        if len(word) > 5
        and word
        not in (
            "systems",
            "research",
            "robotics",
            "analytics",
            "electronics",
            "dynamics",
            "genomics",
            "logistics",
            "sciences",
            "technology",
            "design",
            "media",
            "energy",
            "health",
            "security",
        )
    )


def names_city(words: str) -> bool:
    """Whether a town has a university of its name in the list."""
    forms = (f"University of {words}", f"Universität {words}", f"{words} University")
    return any(organizations.lookup(form) is not None for form in forms)
