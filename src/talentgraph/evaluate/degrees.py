"""The levels of a degree, finer than the lexicon: two degrees are equal when they share one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from talentgraph.values import places
from talentgraph.values.lexicon import alternation, cell, rows
from talentgraph.values.text import fold

_LEVELS = ("school", "diploma", "associate", "bachelor", "master", "doctor", "habilitation")
# What the lexicon calls doctor or bachelor and what counts as a level of its own, and words that stand alone in a field
# "degree". In small letters; short ones are in the lexicon as printed.
_FINER = {
    "law": ("JD", "J.D.", "J. D.", "juris doctor", "doctor of law", "doctor of jurisprudence"),
    "medical": (
        "MD", "M.D.", "M. D.", "doctor of medicine", "doctor of dental medicine", "doctor of dental surgery",
        "doctor of dentistry", "doctor of veterinary medicine", "mbbs", "dvm", "dds", "mbchb", "mb chb", "m.b.ch.b.",
    ),
    "licentiate": ("licentiate", "licentiat", "lic. tech", "lic. phil", "lic.tech", "lic.phil"),
    "doctor": ("doctor", "promotion", "doctorate", "doctoral", "scd", "sc.d."),
    "master": (
        "master", "master's", "masters", "msc", "maestria", "diplome d'ingenieur", "dipl.-ing.", "laurea magistrale",
    ),
    "bachelor": ("bachelor", "bachelor's", "bachelors", "bsc", "undergraduate", "baccalaureate", "licence", "laurea"),
    "associate": ("associate", "associate's"),
    "diploma": ("diploma", "tecnologia", "tecnologo", "tecnico"),
    "school": ("a-level", "a-levels", "a level", "high school", "secondary school"),
    "": ("postdoc", "post-doc", "postdoctoral", "postdoctoral researcher", "no degree"),
}  # fmt: skip
_PLACE = re.compile(r"\b([A-Z][\w.-]+), (?:MA|MS|ME|MD|AB)\b(?! in | of )")


@lru_cache(maxsize=1 << 14)
def levels(text: str) -> frozenset[str]:
    """The levels of the degrees that a text names; none where it names no degree.

    >>> sorted(levels("BTech/MTech")), sorted(levels("Ph. D.")), sorted(levels("Boston, MA")), sorted(levels("J.D."))
    (['bachelor', 'master'], ['doctor'], [], ['law'])
    """
    text = _PLACE.sub(lambda match: " " if places.known(match[1]) else match[0], _without_marks(text))
    forms = (" ".join(match.group().split()) for match in _pattern().finditer(text))
    found = {_forms()[form] if form in _forms() else _forms()[fold(form)] for form in forms}
    return frozenset(found - {""})


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Each form with its level: as printed where small letters would make it a word, else folded."""
    listed = {row[0] if _is_word(row[0]) else fold(row[0]): cell(row, 1) for row in rows("degrees.tsv")}
    forms = {form: level if level in _LEVELS else "" for form, level in listed.items()}
    return {form: level for form, level in forms.items() if "/" not in form} | _finer()


def _is_word(form: str) -> bool:
    """Whether a form in small letters may be a word that is no degree: be, am, March."""
    return len(re.sub(r"\W", "", form)) < 3 or fold(form) in ("march", "med")


def _finer() -> dict[str, str]:
    return {form: level for level, forms in _FINER.items() for form in forms}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    printed = [form for form in _forms() if form != form.lower()]
    small = [form for form in _forms() if form == form.lower()]
    return re.compile(rf"(?<![\w.&])(?:(?i:{alternation(small)})|{alternation(printed)})(?!\w|\.\w)")
