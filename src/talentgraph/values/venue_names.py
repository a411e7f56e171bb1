"""Venues that stand alone, as in publications: the series that a printed name stands for, and the track of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values import places
from talentgraph.values.senses import sense
from talentgraph.values.text import clean, fold
from talentgraph.values.venue_index import find, words
from talentgraph.values.venue_patterns import (
    ACRONYM,
    ARXIV,
    AT,
    DATE,
    FRAMES,
    GLUED,
    GLUED_WORKSHOP,
    HASH,
    JOINT,
    KEEPS_LEAD,
    LEAD,
    NOTE,
    NUMBER,
    ON,
    PAREN,
    PUBLISHER,
    ROMAN,
    SPELLED,
    STUDENTS,
    SUBTRACK,
    TAIL,
    TRACKS,
    VOLUME,
    WORKSHOP,
    YEAR,
    Y,
)
from talentgraph.values.venues import Entry


@dataclass(frozen=True, slots=True)
class Named:
    """A venue as printed, without year: its key, what is known of it, its acronym as printed, and where it is a
    workshop or a track, the series that it is part of."""

    key: str
    text: str
    entry: Entry | None = None
    acronym: str = ""
    whole: Named | None = None

    @property
    def name(self) -> str:
        """The canonical name where the list knows it."""
        return (self.entry.acronym or self.entry.name) if self.entry else ""


def key(text: str) -> str:
    """The normal form of a venue: its series, folded, and its track.

    >>> key("OSDI 2026") == key("osdi '26") == "osdi"
    True
    >>> key("Workshop on Examples at ICML 2021"), key("Findings of EMNLP 2020")
    ('icml / workshop example', 'emnlp / findings')
    """
    return named(text).key


@lru_cache(maxsize=65536)
def named(text: str, beside: str = "") -> Named:
    """The series that a printed venue stands for, or the track and the series that it is part of.

    `beside` is what stands beside it, such as the title of the paper.

    >>> named("Proc. of the 20th European Conference on Computer Systems (EuroSys '25), Rotterdam").name
    'EuroSys'
    >>> named("ECCV Workshops").whole.name, named("CVPRW").key, named("J. Mach. Learn. Res., vol. 12").name
    ('ECCV', 'cvpr / workshop', 'JMLR')
    """
    text = clean(text)
    if not text:
        return Named("", "")
    bare = "arXiv" if ARXIV.search(text) else _bare(text)
    found = _whole_known(text, beside) or _whole_known(_dateless(text), beside) or _whole_known(bare, beside)
    found = found or _track(bare, beside, STUDENTS) or _before_place(bare)
    if not found and (match := SUBTRACK.fullmatch(bare)) and (whole := _whole_known(match[1])):
        return _part(whole, fold(match[2]), bare)
    return found or _workshop(bare, beside) or _track(bare, beside, TRACKS) or _joint(bare) or _series(bare, beside)


@lru_cache(maxsize=65536)
def _dateless(text: str) -> str:
    """A printed venue without notes, publisher, volume, pages, dates and years."""
    for _ in range(3):
        text = PUBLISHER.sub("", NOTE.sub("", text))
    text = DATE.sub("", TAIL.sub("", text)) or text
    text = YEAR.sub(" ", re.sub(rf"\(\s*{Y}\s*\)", " ", GLUED.sub("", text)))
    text = re.sub(r"\(\s*\)|\(\s+", lambda match: "" if ")" in match.group() else "(", text)
    return clean(re.sub(r"\s+\)", ")", text))


def _bare(text: str) -> str:
    """A printed venue without date and ordinal, and without "Proceedings of" where that is no part of its name."""
    text = NUMBER.sub(" ", _dateless(text))
    text = text if KEEPS_LEAD.match(text) else LEAD.sub("", text, count=1)
    return re.sub(r"^(?:the|of)\s+", "", clean(ROMAN.sub("", clean(text))), flags=re.I)


def _before_place(text: str) -> Named | None:
    """A known workshop before a place, or with its acronym in brackets."""
    for part in (text, *(text[: match.start()] for match in reversed(list(re.finditer(r",\s", text))))):
        found = _whole_known(part)
        if found and found.entry and found.entry.type != "journal" and not WORKSHOP.search(text[len(part) :]):
            return (
                found
                if WORKSHOP.search(part) or ACRONYM.fullmatch(part) and not _has_track(text[len(part) :])
                else None
            )
    return None


def _has_track(text: str) -> bool:
    return any(pattern.search(text) for _, pattern in TRACKS)


def _whole_known(text: str, beside: str = "") -> Named | None:
    """A known venue whose name is all that is printed, so that "Workshop" in it is no track."""
    for candidate in (text, PAREN.sub(" ", text), HASH.sub("", text)):
        if entry := _entry(candidate, beside):
            return _known(entry, text)
    return _twice_named(text)


def _twice_named(text: str) -> Named | None:
    """An acronym before its own name, as in "ICML Conference"."""
    first, _, rest = text.partition(" ")
    entry = find(first) if ACRONYM.fullmatch(first) else None
    if entry is None or not (fold(rest) in ("conference", "symposium") or find(rest) is entry):
        return None
    return _known(entry, text)


def _entry(text: str, beside: str = "") -> Entry | None:
    text = clean(text)
    bare = re.sub(r"^(?:ACM|IEEE|USENIX)\s+(?=\S+$)", "", text)
    meant = sense("venue", text, beside) or (sense("venue", bare, beside) if find(text) is None or bare != text else "")
    return (find(meant) if meant and (find(text) is None or bare == text) else None) or find(text)


def _known(entry: Entry, text: str) -> Named:
    name = entry.acronym or entry.name
    return Named(" ".join(words(name, sponsors=True)) or fold(name), text, entry, entry.acronym)


def _workshop(text: str, beside: str) -> Named | None:
    """A workshop, named by its topic or not at all, and the conference that it belongs to."""
    if (match := GLUED_WORKSHOP.search(text)) and (whole := _whole_known(match[1])):
        return _part(whole, "workshop", text)
    match = WORKSHOP.search(text)
    if match is None:
        return _at_conference(text, beside)
    before, after = clean(text[: match.start()]), clean(text[match.end() :])
    whole, topic = _host(before, after, beside)
    if (own := _own(topic, whole)) is not None:
        return own
    if whole and whole.entry and whole.entry.type == "workshop" and not clean(topic):
        return whole
    return _part(whole, "workshop", text, topic) if whole or topic else None


def _at_conference(text: str, beside: str) -> Named | None:
    """ "Examples @ ICML": what is at a conference is a part of it."""
    topic, sign, host = text.partition("@")
    whole = _whole_known(host, beside) if sign else None
    return (_own(topic, whole) or _part(whole, "workshop", text, topic)) if whole and clean(topic) else None


def _host(before: str, after: str, beside: str) -> tuple[Named | None, str]:
    """The conference of a workshop and its topic, from what stands before and behind the word."""
    if before and (whole := _whole_known(before, beside)):
        return whole, ON.sub("", after)
    for topic, place in _cuts(after):
        if whole := _whole_known(place, beside):
            return whole, ON.sub("", f"{before} {topic}" if not ON.sub("", topic) or before else topic)
    for topic, place in _cuts(before):
        if whole := _whole_known(place, beside):
            return whole, f"{topic} {ON.sub('', after)}"
    for place, topic in _heads(before):
        if whole := _whole_known(place, beside):
            return whole, f"{topic} {ON.sub('', after)}"
    return None, f"{before} {ON.sub('', after)}"


def _cuts(text: str) -> list[tuple[str, str]]:
    """A text before and behind each sign or word that may lead to the conference, the last first."""
    return [(text[: m.start()], text[m.end() :].rstrip(" )")) for m in reversed(list(AT.finditer(text)))]


def _heads(text: str) -> list[tuple[str, str]]:
    """The first words of a text, from few to many, and the rest."""
    parts = text.split()
    return [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, min(len(parts), 10))]


def _own(topic: str, whole: Named | None) -> Named | None:
    """A workshop that the list knows by its own acronym, or by its whole name."""
    bare = clean(PAREN.sub(" ", topic))
    for candidate in (*map(clean, PAREN.findall(topic)), bare, f"Workshop on {bare}"):
        entry = find(candidate) if candidate else None
        if (
            entry is not None
            and entry.type == "workshop"
            and (" " not in candidate or fold(entry.name) in fold(candidate))
        ):
            known = _known(entry, clean(topic))
            return Named(known.key, known.text, entry, entry.acronym, whole)
    return None


def _track(text: str, beside: str, tracks: tuple[tuple[str, re.Pattern[str]], ...]) -> Named | None:
    """A track of a known conference, and the conference."""
    for label, pattern in tracks:
        for match in pattern.finditer(text):
            rest = clean(re.sub(r"\(\s*\)|\s-\s*$|^\W+", " ", f"{text[: match.start()]} {text[match.end() :]}"))
            rest = clean(clean(LEAD.sub("", VOLUME.sub("", rest))).strip(":-– "))
            if whole := _whole_known(rest, beside) or _joint(rest) or _of_findings(label, rest):
                return _part(whole, label, text)
    return None


def _of_findings(label: str, rest: str) -> Named | None:
    if label != "findings":
        return None
    return _series(rest) if clean(rest) else _whole_known("ACL")


def _part(whole: Named | None, label: str, text: str, topic: str = "") -> Named:
    """A part of a venue: its key is that of the whole, what kind of part it is, and its topic."""
    named_so = [clean(inner) for inner in PAREN.findall(topic) if ACRONYM.fullmatch(clean(inner))]
    acronym = next((inner for inner in named_so if not whole or not fold(inner).startswith(whole.key)), "")
    topic = _without(topic, whole) if whole else topic
    about = _content(PAREN.sub(" ", topic))
    parts = " ".join(filter(None, (label, *about)))
    return Named(f"{whole.key} / {parts}" if whole else parts, text, None, acronym, whole)


def _without(topic: str, whole: Named) -> str:
    """A topic without the name of the conference: an acronym again, or words that its full name has too."""
    left = [
        w for w in topic.split() if fold(w).strip("()") not in (whole.key, f"{whole.key}w", "workshop", "workshops")
    ]
    name = words(whole.entry.name) if whole.entry else ()
    return "" if set(words(" ".join(left))) <= {*name, *words(whole.name)} else " ".join(left)


def _joint(text: str) -> Named | None:
    """A joint edition of two known series is a venue of its own."""
    match = JOINT.fullmatch(PAREN.sub("", text).strip())
    if match is None or not (one := _whole_known(match[1])) or not (other := _whole_known(match[2])):
        return None
    if one.key == other.key:
        return one
    return Named(" + ".join(sorted((one.key, other.key))), text)


def _series(text: str, beside: str = "") -> Named:
    """A known series by what is printed, in brackets or before a comma; else one by the words of its name."""
    inner = [clean(part) for part in PAREN.findall(text)]
    sign = r"[,:;–—]\s|\s-\s" + (r"|\.\s" if text.count(".") == 1 else "")  # more dots are abbreviations
    heads = [(text[: m.start()], m.group()) for m in reversed(list(re.finditer(sign, text)))]
    titles = [part for head, sign in heads for part in (head, PAREN.sub(" ", head)) if not _is_subtitled(part, sign)]
    title = _title(text)
    glosses = [part for part in inner if _speaks_of(part, title)]
    for candidate in (*titles, *glosses, *(clean(part) for part in re.split(r"[,:;–—]\s|\s-\s", text)[1:])):
        if clean(candidate) and (entry := _entry(candidate, beside)):
            return _known(entry, text)
    if (inside := _inside(text)) is not None:
        return _known(inside, text)
    acronym = next((part for part in inner if ACRONYM.fullmatch(part)), "")
    whole = text if ACRONYM.fullmatch(text) else ""
    return Named(" ".join(_content(title)) or fold(text), text, None, acronym or whole)


def _title(text: str) -> str:
    """The title of an unknown venue: without brackets, and without the place behind it."""
    title, *more = re.split(r"\s*,\s+", PAREN.sub(" ", text))
    for part in more:
        if places.known(part):
            break
        title = f"{title}, {part}"
    match = re.search(r"\s(?:held\s+)?(?:in|at)\s+([A-Z].*)$", title)
    return title[: match.start()] if match and places.known(clean(match[1])) else title


def _is_subtitled(head: str, sign: str) -> bool:
    """Whether a colon leads from one journal to another, as in "NeuroImage: Clinical"."""
    entry = find(clean(head)) if ":" in sign else None
    return entry is not None and entry.type == "journal" and fold(entry.acronym) != fold(clean(head))


def _speaks_of(gloss: str, title: str) -> bool:
    """Whether a title in full may be that of the known acronym behind it: some of their words are the same."""
    entry = find(gloss)
    said = set(_content(title)) - FRAMES
    if entry is None or len(said) < 2:
        return True
    return bool(said & {word for name in (entry.name, *entry.aliases, *entry.quiet) for word in _content(name)})


def _inside(text: str) -> Entry | None:
    """A known venue whose whole name of four words and more ends, or begins, what is printed."""
    parts = text.split()
    for size in range(min(len(parts), 16) - 1, 3, -1):
        for piece in (parts[-size:], parts[:size]):
            found = find(" ".join(piece))
            if found is not None and len(words(" ".join(piece))) > 3:
                return found
    return None


def _content(text: str) -> tuple[str, ...]:
    """The words of an unknown name that tell it from others, without plurals; no years."""
    printed = re.sub(
        r"\b(?:ML|NLP|AI|CV|RL|LLMs?)\b", lambda match: SPELLED[match.group().rstrip("s")], ROMAN.sub("", clean(text))
    )
    found = [word for word in words(printed) if not re.fullmatch(Y, word)]
    return tuple(word[:-1] if len(word) > 4 and re.search(r"[^sui]s$", word) else word for word in found)


def initials(text: str) -> str:
    """The initials of a long name, as acronyms have them.

    >>> initials("International Conference on Example Studies")
    'ices'
    """
    found = words(PAREN.sub(" ", text), sponsors=True)
    return (
        "".join(word[0] for word in found if not re.fullmatch(r"acm|ieee|usenix|annual", word))
        if len(found) > 2
        else ""
    )
