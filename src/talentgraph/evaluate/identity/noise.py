"""What typing and scanning do to a name, and spelling without marks or in another script."""

from __future__ import annotations

import re
import unicodedata
from random import Random

# What scanners take for each other; the longer first.
_SCANNED = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("m", "rn"), ("l", "1"), ("I", "l"), ("O", "0"), ("e", "c"), ("h", "b"),
)  # fmt: skip
# Letters that no decomposition parts from their marks.
_MARKLESS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "æ": "ae", "đ": "d"})
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_ROMAN = {**dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)), "ь": ""}
_ENGLISH = _ROMAN | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
_SCHOLARLY = _ROMAN | {
    "ж": "ž", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ю": "ju", "я": "ja", "й": "j",
}  # fmt: skip


def typo(text: str, random: Random) -> str:
    """The text with two letters swapped, one dropped or one doubled, never the first of a word.

    >>> typo("Robinson", Random(1)) != "Robinson", typo("Li", Random(1))
    (True, 'Li')
    """
    places = [match.start() + at for match in re.finditer(r"[^\W\d_]{5,}", text) for at in range(1, len(match[0]) - 1)]
    if not places:
        return text
    at, kind = random.choice(places), random.choice(("swap", "drop", "double"))
    if kind == "swap" and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if kind == "drop" else text[:at] + text[at] + text[at:]


def scanned(text: str, random: Random) -> str:
    """The text with one letter taken for another that looks like it.

    >>> scanned("Bern", Random(1)) in ("Bem", "Bcrn")
    True
    """
    fitting = [(m.start(), a, b) for a, b in _SCANNED for m in re.finditer(re.escape(a), text) if m.start()]
    if not fitting:
        return text
    at, seen, read = random.choice(fitting)
    return text[:at] + read + text[at + len(seen) :]


def without_marks(text: str) -> str:
    """The text in plain Latin letters.

    >>> without_marks("Łukasz Jørgensen, Zoë Weiß")
    'Lukasz Jorgensen, Zoe Weiss'
    """
    parts = unicodedata.normalize("NFD", text.translate(_MARKLESS))
    return unicodedata.normalize("NFC", "".join(letter for letter in parts if not unicodedata.combining(letter)))


def in_two_letters(text: str) -> str:
    """German letters with marks, each as two without.

    >>> in_two_letters("Jörg Weiß")
    'Joerg Weiss'
    """
    return text.translate(_GERMAN)


def romanised(text: str, *, scholarly: bool = False) -> str:
    """A Russian name in Latin letters, as passports do or as libraries do.

    >>> romanised("Юлия Щербакова"), romanised("Юлия Щербакова", scholarly=True)
    ('Yuliya Shcherbakova', 'Julija Ščerbakova')
    """
    table = _SCHOLARLY if scholarly else _ENGLISH
    return "".join(_cased(table.get(letter.lower(), letter), letter.isupper()) for letter in text)


def _cased(text: str, upper: bool) -> str:
    return text[:1].upper() + text[1:] if upper else text
