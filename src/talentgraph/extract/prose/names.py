"""Names in prose: stretches of capitalised words that may be an organisation, a person, a venue or a thing."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from talentgraph.extract.prose.tables import words
from talentgraph.model import Span
from talentgraph.values import organizations, places
from talentgraph.values.people import family_names, given_names, is_name
from talentgraph.values.text import fold

_TOKEN = re.compile(r"[^\W_]+(?:[’'ʻ&.+/\-–][^\W_]+)*[+#]*")
_HEADS = re.compile(
    r"universi\w*|institut\w*|college|school|department|bank|laborator\w+|labs?|academy|center|centre|ministry|faculty|museum|society|office|survey"
    r"|hospital|council|academia|board|bureau|agency|division|association|foundation|fundación|fundação|fondation|observator\w+|observatoire|group|team|unit"
    r"|école|ecole|escuela|escola|instituto|centro|banco|laboratoire|facultad|faculdade|departamento|académie|technische|hochschule|journal|proceedings|annals"
    r"|transactions|republic|royal|federation|company|bundesamt|ministerio|ministère|conservatoire|consejo|conselho|hub|program|programme|corps|army|fellow|house|court|technology|review|bulletin|magazine|quarterly|award|prize|medal|fellowship",
    re.I,
)
_SERIAL = re.compile(r"\b(?:Journal|Transactions|Conference|Symposium|Workshop|Proceedings)$")
_INNER = re.compile(
    r"of|for|de|del|de la|de las|de los|do|da|dos|das|du|des|d|der|für|fur|van|von|zu|la|le|the|at|of the|for the|in|on",
    re.I,
)
_PARTICLES = words("particle")
_STOPS = words("stop")
_MONTHS = words("month")


def tokens(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The words of a stretch with their spans; an 's at the end is no part of a word."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lead = re.match(r"(?:[dlnsmtcj]|qu)['’](?=[^\W\d_]{2})|ex-", match.group(), re.I)
        begin = match.start() + (lead.end() if lead and not re.match(r"[DO]['’][A-Z]", match.group()) else 0)
        cut = re.search(r"['’](?:s|d|ll|ve|m|re)$", word)
        stop = match.end() - (len(cut.group()) if cut else 0)
        found.append((begin, stop, text[begin:stop]))
    return found


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: a capital or a digit first, or capitals inside."""
    return word[:1].isupper() or (any(map(str.isupper, word[1:])) and word[:1].isalnum())


def find_names(text: str, start: int, end: int, taken: Sequence[Span]) -> list[Span]:
    """The names of a stretch, in order, outside the spans that are taken."""
    words = [t for t in tokens(text, start, end) if not any(a < t[1] and t[0] < b for a, b in taken)]
    found: list[Span] = []
    number = 0
    while number < len(words):
        size = _known(text, words, number, taken) or _grown(text, words, number, taken)
        if size:
            found.append((words[number][0], words[number + size - 1][1]))
        number += max(size, 1)
    return found


def _free(a: int, b: int, taken: Sequence[Span]) -> bool:
    return not any(a < y and x < b for x, y in taken)


def _known(text: str, words: Sequence[tuple[int, int, str]], number: int, taken: Sequence[Span]) -> int:
    """How many words the longest organisation of the list that starts here takes."""
    if not is_capital(words[number][2]) or fold(words[number][2]) in _MONTHS:
        return 0
    best = 0
    for size in range(1, min(10, len(words) - number + 1)):
        a, b = words[number][0], words[number + size - 1][1]
        if "\n\n" in text[a:b] or re.search(r"[.;:|(]\s|\s[-–—]\s", text[a:b]) or not _free(a, b, taken):
            break
        if (
            is_capital(words[number + size - 1][2])
            and _lookup(text[a:b])
            and (size > 1 or not _is_common(words, number))
        ):
            best = size
    if best == 1 and places.known(words[number][2]) and not _lookup(words[number][2]):
        return 0
    grown = _grown(text, words, number, taken) if best else 0
    return max(best, grown) if best and not _splits(text, words, number, best, grown) else best


def _splits(text: str, words: Sequence[tuple[int, int, str]], number: int, best: int, grown: int) -> bool:
    """Whether what follows a known organisation is no part of its name."""
    return grown > best and "," in text[words[number][0] : words[number + grown - 1][1]]


def _is_common(words: Sequence[tuple[int, int, str]], number: int) -> bool:
    word = words[number][2]
    return fold(word) in _STOPS and not (word.isupper() and len(word) > 1)


@lru_cache(maxsize=8192)
def _lookup(name: str) -> bool:
    name = " ".join(name.split())
    return (len(name) > 2 or name.isupper()) and organizations.lookup(name) is not None


def _grown(text: str, words: Sequence[tuple[int, int, str]], number: int, taken: Sequence[Span]) -> int:
    """How many words a run of capitalised words that starts here takes."""
    first = words[number][2]
    if (
        not is_capital(first)
        or (fold(first) in _STOPS and not (first.isupper() and len(first) > 1))
        or fold(first) in _MONTHS
        or re.fullmatch(r"\d+(?:st|nd|rd|th)?", first)
    ):
        return 0
    last = number
    at = number + 1
    while at < len(words):
        step = _step(text, words, number, last, at, taken)
        if not step:
            break
        last = at + step - 1
        at = last + 1
    return last - number + 1


def _step(
    text: str, words: Sequence[tuple[int, int, str]], number: int, last: int, at: int, taken: Sequence[Span]
) -> int:
    """How many words go on the name from `at`: a capitalised one, or small words that lead to one."""
    gap = text[words[last][1] : words[at][0]]
    if not _free(words[last][0], words[at][1], taken):
        return 0
    word = words[at][2]
    if re.fullmatch(r"\s+", gap):
        if is_capital(word) or (re.fullmatch(r"\d{1,3}", word) and at + 1 == len(words)):
            return 1 if fold(word) not in _STOPS or word.isupper() and len(word) > 1 else 0
        return _through(text, words, number, last, at, taken)
    if re.fullmatch(r"\s+(?:de\s)?[dl]['’]", gap) and _HEADS.search(text[words[number][0] : words[last][1]]):
        return 1 if is_capital(word) or _romance(text[words[number][0] : words[last][1]]) else 0
    if gap == ". " and len(words[last][2]) == 1 and words[last][2].isupper() and is_capital(word):
        return 1 if fold(word) not in _STOPS else 0
    if gap in (" & ", " + ") and is_capital(word):
        return 1
    tail = text[words[last][1] : words[at][1]]
    if re.fullmatch(r",\s(?:Inc|Ltd|LLC|GmbH|AG|Corp)", tail):
        return 1
    return 0


def _through(
    text: str, words: Sequence[tuple[int, int, str]], number: int, last: int, at: int, taken: Sequence[Span]
) -> int:
    """Small words inside a name: "of", "de la" behind a head such as "University"; "and" inside such names."""
    head = text[words[number][0] : words[last][1]]
    word = words[at][2]
    if fold(word) in _PARTICLES and not _HEADS.search(head):
        if at + 1 < len(words) and is_capital(words[at + 1][2]) and text[words[at][1] : words[at + 1][0]] == " ":
            return 2
        return 0
    if not _HEADS.search(head):
        return 0
    limit = 4
    for step in range(limit):
        if at + step >= len(words) or not _free(words[last][0], words[at + step][1], taken):
            return 0
        if text[words[at + step - 1][1] : words[at + step][0]].strip(" '’\n") and step:
            return 0
        token = words[at + step][2]
        if is_capital(token) or re.match(r"[dl]['’][A-ZÀ-Ý]", token):
            lead = " ".join(w[2] for w in words[at : at + step])
            return step + 1 if _leads(lead, head, words[at + step][2]) else 0
    return 0


def _leads(lead: str, head: str, word: str) -> bool:
    """Whether the small words `lead` stand inside the name "head lead word"."""
    if not lead:
        return True
    last = head.split()[-1]
    if lead in ("and", "y", "et", "e", "und", "&"):
        inside = re.search(r"\s(?:of|for|de|del|da|do|du|für)\s", head) is not None
        return inside and not _lookup(word) and not places.known(last) and not is_person(f"{last} {word}")
    if lead in (
        "of",
        "of the",
        "for",
        "for the",
        "de",
        "del",
        "de la",
        "da",
        "do",
        "du",
        "des",
        "de l",
        "für",
        "der",
        "de los",
        "d",
    ):
        return bool(_HEADS.fullmatch(last)) or lead not in ("of", "for") or not is_person(head)
    if lead in ("at", "in", "on", "the"):
        return (lead == "at" and bool(re.match(r"univers", head, re.I))) or (
            lead in ("on", "in") and bool(_SERIAL.search(head))
        )
    return re.match(r"(?:d['’])?[a-zà-ÿ]+(?: (?:de|du|des|da|do|del))+(?: \w+)*$", lead) is not None and _romance(head)


def _romance(head: str) -> bool:
    return (
        re.match(
            r"(?:Institut|Instituto|Centro|Centre|Laboratoire|École|Escuela|Escola|Université|Universidad|Universidade)\b",
            head,
        )
        is not None
    )


def is_person(name: str) -> bool:
    """Whether a name is rather a person's than that of a thing."""
    name = " ".join(name.split())
    if not is_name(name) or organizations.lookup(name) or organizations.kind(name):
        return False
    if any(_HEADS.fullmatch(word) or (word.isupper() and len(word) > 2) for word in name.split()):
        return False
    words = [fold(word) for word in name.split()]
    return words[0] in given_names() or words[-1] in family_names() or len(words) in (2, 3)


def is_surely_person(name: str) -> bool:
    """Whether a name has a given or a family name of the lists."""
    words = [fold(word) for word in name.split()]
    return is_person(name) and (words[0] in given_names() or words[-1] in family_names())


def is_place(name: str) -> bool:
    """Whether a name is that of a place and of no known organisation."""
    return places.known(name) and organizations.lookup(name) is None
