"""Names in Latin letters: every script romanised, and spellings of one sound made one."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from talentgraph.values.text import fold

_SPELLINGS = (  # what stands for one sound in different transliterations, in the order of application
    (re.compile(r"ae"), "a"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"(?<![qg])ue"), "u"),
    (re.compile(r"(?<=[a-z]{2})oh(?=[bcdfgjklmnpqrstvwxz]|$)|(?<=^o)h(?=[bcdfgjklmnpqrstvwxz])"), "o"),
    (re.compile(r"^(?:iou|you|yu|iu|ju)"), "yu"),
    (re.compile(r"^oo"), "o"),
    (re.compile(r"ou(?!$)|(?<=[a-z]{3})ou$"), "o"),
    (re.compile(r"uu|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"eo(?=n)"), "u"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"(?<=[nx])dre?$|(?<=xan)der$"), "der"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"^kh"), "h"),
    (re.compile(r"^tsch|^tch"), "ch"),
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"(?:[iy]ov|[iy]?ev|[iy]?ew|[iy]?eff)$"), "ev"),
    (re.compile(r"(?:off|ow|of)$"), "ov"),
    (re.compile(r"(?:ey|ej)$"), "ei"),
    (re.compile(r"(?:[iyj]{1,2}a)$"), "ia"),
    (re.compile(r"(?<=[a-z]{2})[iyj]{1,2}$"), "i"),
)
_LONG = re.compile(r"^w(?=[aeiou])(?=.{5})")
_DOUBLE = re.compile(r"([a-z])\1")
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|uang|i?ong|eng|ing|i?an|uan|ia?o|en|in|un|uai?|ia|ie|iu|ue?"
    r"|ui|uo|ou|a[io]?|ei?|er|o|i|v)"
)
_CHINESE = re.compile(rf"({_SYLLABLE})({_SYLLABLE})?")
_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u206f]*")


def is_latin(text: str) -> bool:
    """Whether a text stands in Latin letters.

    >>> is_latin("Đặng"), is_latin("王")
    (True, False)
    """
    return _LATIN.fullmatch(text) is not None


@lru_cache(maxsize=65536)
def roman(text: str) -> str:
    """A text in small Latin letters, whatever its script.

    >>> roman("Łukasz"), roman("Вапник"), roman("小明"), roman("민준")
    ('lukasz', 'vapnik', 'xiaoming', 'minjun')
    """
    folded = fold(text)
    return folded if folded.isascii() else fold(anyascii(text))


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """The form that transliterations of one romanised name share.

    >>> sound("yurii") == sound("yuri") == sound("iouri"), sound("itoh") == sound("ito")
    (True, True)
    >>> sound("aleksandr") == sound("alexander"), sound("chen") == sound("cheng")
    (True, False)
    """
    for pattern, form in _SPELLINGS:
        name = pattern.sub(form, name)
    return _LONG.sub("v", name)


def single(name: str) -> str:
    """A name with single letters where two stand: "Phillip" and "Philip"."""
    return _DOUBLE.sub(r"\1", name)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, as scripts without vowels print it.

    >>> skeleton("hassan")
    'hsn'
    """
    return single(re.sub("[aeiou]", "", name))


@lru_cache(maxsize=65536)
def syllables(name: str) -> tuple[str, ...]:
    """The one or two Chinese syllables of a given name, none where it has others.

    >>> syllables("xiaoming"), syllables("wei"), syllables("robert")
    (('xiao', 'ming'), ('wei',), ())
    """
    match = _CHINESE.fullmatch(name)
    parts = tuple(part for part in match.groups() if part) if match else ()
    return parts if min(map(len, parts), default=0) > 1 else ()
