"""Text made comparable: folded forms, readable id parts, words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\uff07"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
_UNIFY = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **_LETTERS,
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
    }
)
_MARKS = re.compile("[\u0300-\u036f]+")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Text for comparing: one form of each letter, no case, no diacritics, plain dashes and quotes, single blanks.

    Only the marks of Latin, Greek and Cyrillic letters go; those of other scripts change the letter and stay.
    Folding twice gives what folding once gives.

    >>> fold("  Universität\\u00a0Zürich – “ETH”  ")
    'universitat zurich - "eth"'
    """
    if text.isascii():
        return " ".join(text.translate(_UNIFY).lower().split())
    while (folded := _fold_once(text)) != text:
        text = folded
    return folded


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_UNIFY).casefold().translate(_UNIFY)
    text = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def slug(text: str, *, keep: str = "") -> str:
    """A readable part of an id: folded words joined by hyphens; never empty.

    `keep` names signs that stay, as "+#" for technologies. Letters of every script stay as they are; where no
    letter or digit is left, the code points of the signs stand in for them.

    >>> slug("Carnegie Mellon University"), slug("C++", keep="+#"), slug("東京大学"), slug("★")
    ('carnegie-mellon-university', 'c++', '東京大学', 'u2605')
    """
    allowed = re.escape(keep)
    parts = re.findall(rf"(?:[^\W_]|[{allowed}])+" if keep else r"[^\W_]+", fold(text))
    if any(letter.isalnum() for part in parts for letter in part):
        return "-".join(parts)
    return "-".join(f"u{ord(sign):x}" for sign in text if not sign.isspace())[:60].strip("-") or "unnamed"


def words(text: str) -> list[str]:
    """The folded words of a text.

    >>> words("Research & Development, Zürich")
    ['research', 'development', 'zurich']
    """
    return _WORD.findall(fold(text))


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit, so that it may name something.

    >>> has_words("C"), has_words("東京"), has_words("____")
    (True, True, False)
    """
    return any(map(str.isalnum, text))


def closed(text: str) -> str:
    """The text with its last bracket closed, which the end of a line may have cut off.

    >>> closed("Acme Widgets (AW"), closed("Acme Widgets (AW)")
    ('Acme Widgets (AW)', 'Acme Widgets (AW)')
    """
    return f"{text})" if text.count("(") == text.count(")") + 1 and not text.endswith("(") else text


def clean(text: str) -> str:
    """A printed value on one line: blanks collapsed, separators and unpaired brackets at the ends gone.

    >>> clean(" Acme Labs,\\n Inc.  |")
    'Acme Labs, Inc.'
    """
    text = " ".join(text.split()).strip(" ,;:|·•–—-\t")
    if text.startswith(("(", "[")) and not text.endswith((")", "]")) and not re.search(r"[)\]]", text):
        text = text[1:]
    if text.endswith((")", "]")) and not re.search(r"[(\[]", text):
        text = text[:-1]
    return text.strip()


def settled(form: Callable[[str], str], text: str) -> str:
    """The normal form of a text, applied until nothing changes: the form of a form is the form.

    >>> settled(lambda text: text.replace("aa", "a"), "aaaa")
    'a'
    """
    for _ in range(10):
        if (again := form(text)) == text:
            break
        text = again
    return text
