"""Venues that stand alone, as in publications: the series that a printed name stands for, and the track of it."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values import places
from talentgraph.values.senses import sense
from talentgraph.values.text import clean, fold
from talentgraph.values.venue_index import find, words
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


_Y = r"(?:19[5-9]\d|20[0-4]\d)"
_ARXIV = re.compile(r"\barxiv\b|\bCoRR\b|computing research repository", re.I)
_LEAD = re.compile(
    r"^\W*(?:in\s*:\s*|in\s+(?=proc|the\s)|(?:to\s+appear|under\s+review|(?:to\s+be\s+)?submitted|in\s+submission|accepted|presented|published|appeared|forthcoming)\s+(?:in|at|to|by|as)\s+(?:an?\s+\w+\s+(?:at|in)\s+)?)?(?:the\s+)?"
    r"(?:(?:conference\s+(?:record|proceedings)|conf\.?\s+proc\.?|proceedings|proc\.?|procs\.?|actas|tagungsband)(?:\s+(?:of|from|to))?\s+(?:the\s+)?(?=\S))?",
    re.I,
)
_KEEPS_LEAD = re.compile(
    r"^\W*(?:the\s+)?proc(?:eedings|\.)?\s+(?:of\s+)?(?:the\s+)?(?:acm\s+(?:on|hum|manag|program|interact|meas|softw|netw)|ieee$|vldb\s+endow|national|natl|machine\s+learn|mach\.|royal|r\.\s|institution|on\s+privacy|priv)",
    re.I,
)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".replace(" ", "|")
_NUMBER = re.compile(
    rf"\b(?:\d{{1,3}}\s?(?:st|nd|rd|th|ème|e|º|ª)(?=\s)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy)[- ]?)?(?:{_UNITS})(?=\s)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|hundredth)\b\s*",
    re.I,
)
_ROMAN = re.compile(r"^(?:[IVXL]{2,8}|[IVX])\.?\s+(?=\w{4,})|\s+(?:[IVXL]{2,8})$")
_YEAR = re.compile(rf"[\s,-]*(?<![\w./]){_Y}(?:\s?[-–/]\s?(?:{_Y}|\d\d))?(?!\w)|\s?['’‘`]\s?\d\d(?!\d)")
_GLUED = re.compile(
    rf"(?<=[A-Za-z])[-_]?(?:{_Y})(?!\d)|(?<=[A-Z]{{3}})-?[0129]\d(?!\w)|(?<=[a-z][A-Z]{{2}})[0129]\d(?!\w)|(?<=[A-Z][A-Za-z]{{2}})\s[012]\d$"
)
_TAIL = re.compile(
    r"(?:[,;.:]|\s-)?\s*\(?(?:\bvol(?:ume|s)?\b\.?\s*\d|\bno\.?\s*\d|\bnumber\s\d|\bpp?\.?\s*\d|\bpages?\s*\d|\bissue\s*\d|\bart(?:icle|\.)\s*(?:no\.?\s*)?\d|\bseries\s+\d|\d+\s?\(\d+\)|\d+\s?:\s?\d|\bdoi\b|\bhttps?:|\bisbn\b|\bissn\b).*$",
    re.I,
)
_PUBLISHER = re.compile(
    r"[,;.(]\s*(?:in\s+)?(?:springer(?:[- ]verlag)?|elsevier|wiley|acm(?:\s+press)?|ieee(?:\s+(?:press|computer society|cs))?|usenix(?:\s+association)?|pmlr|jmlr(?:\.org)?|curran(?:\s+associates)?|aaai(?:\s+press)?|mit\s+press|openreview(?:\.net)?|"
    r"lncs|lnai|lecture\s+notes\s+in\s+\w+(?:\s+\w+)?|ceur(?:-ws)?|isca|aclweb|association\s+for\s+computing\s+machinery|association\s+for\s+computational\s+linguistics|lipics|dagstuhl|eurographics|ifip|caltech|siam|core\s+a\*?|ccf[- ][abc]|a\*|rank\s+\w+)(?=\W*(?:$|[,;.)]|\d)).*$",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"[,(]?\s*(?:{_MONTH}\s+\d{{1,2}}(?:\s?[-–]+\s?(?:{_MONTH}\s+)?\d{{1,2}})?|\d{{1,2}}\s?[-–]\s?\d{{1,2}}\s+{_MONTH}|,\s*{_MONTH})(?!\w).*$",
    re.I,
)
_NOTE = re.compile(
    r"\s*(?:[\[(]|[,–—]\s+|\s-\s)\s*(?:oral|spotlight|poster|highlight|notable|best|to appear|accepted|acceptance|under review|in press|in submission|long|short|full|regular|main|invited|award|outstanding|honou?rable|top\s+\d|selected|peer|rate|rank|core|ccf|if\b|impact|q1|a\*|first author|co-first)\b[^)\]]*[)\]]?$",
    re.I,
)
_TRACKS = tuple(
    (label, re.compile(rf"\b(?:in\s+|at\s+)?(?:the\s+)?(?:{pattern})\b(?:\s+(?:of|at|in|for|from|to)\b)?(?:\s+the\b(?=\s))?", re.I))
    for label, pattern in (
        ("datasets and benchmarks", r"(?:track\s+on\s+)?(?:datasets?|data\s+sets?)\s+(?:and|&)\s+benchmarks?(?:\s+(?:track|proceedings))?|d&b(?:\s+track)?|datasets?\s+track|resources?(?:\s+papers?)?\s+track|benchmarks?\s+track"),
        ("position", r"position\s+papers?(?:\s+track)?|position\s+track"),
        ("industry", r"industr(?:y|ial)(?:\s+(?:and\s+\w+\s+)?(?:track|papers?|session|program))?(?!\s+(?:app|inf|ele|eng|elec|\w*ics))|applied\s+(?:data\s+science|research)(?:\s+track)?|ads\s+track|deployed\s+systems\s+track"),
        ("demo", r"(?:system\s+)?demo(?:s|nstrations?)?(?:\s+(?:track|papers?|session|program))?"),
        ("findings", r"findings(?:\s+of\s+(?:the\s+)?(?:association\s+for\s+computational\s+linguistics|acl)\s*[:,-]?)?"),
        ("student research workshop", r"student\s+research\s+workshop|srw|student\s+(?:research\s+)?(?:abstracts?|track|session|poster)(?:\s+and\s+poster)?(?:\s+program)?|student\s+workshop"),
        ("doctoral consortium", r"(?:doctoral|phd)\s+(?:consortium|symposium|workshop|forum)"),
        ("late-breaking", r"late[- ]breaking\s+(?:work|results?|reports?|papers?|abstracts?)|\bLBW\b|\bLBR\b"),
        ("extended abstracts", r"extended\s+abstracts(?:\s+on)?|\bEA\b(?=['’\s\d]|$)"),
        ("adjunct", r"adjunct(?:\s+(?:proceedings|publication))?"),
        ("companion", r"companion(?:\s+(?:proceedings|volume|publication))?"),
        ("poster", r"posters?\s+(?:session|track|abstracts?|program|and\s+demos?)|posters?(?=\s+(?:at|in)\s)|posters"),
        ("tutorial", r"tutorials?(?:\s+(?:track|abstracts?))?"),
        ("special session", r"special\s+session(?:\s+on\s+.*)?"),
        ("competition", r"competitions?\s+track|challenge\s+track"),
        ("blog", r"blog\s?posts?(?:\s+track)?"),
        ("tiny papers", r"tiny\s+papers?(?:\s+track)?"),
        ("creative", r"creative\s+ai(?:\s+track)?|arts?\s+(?:program|gallery|papers)"),
    )
)  # fmt: skip
_STUDENTS = tuple(track for track in _TRACKS if track[0] in ("student research workshop", "doctoral consortium"))
_WORKSHOP = re.compile(r"\b(?:work\s?shops?|wkshps?|wksps?|wshps?)\b\.?", re.I)
_AT = re.compile(
    r"\s*(?:@|,\s*(?:at|in|co-?located|held|with)?|\b(?:at|in conjunction with|co-?located with|held (?:at|with|in conjunction with)|part of|affiliated with|of|in)\b|\(|[:;–—]|\s-\s)\s*(?:the\s+)?",
    re.I,
)
_ON = re.compile(r"^\W*(?:track\s+)?(?:on|for|about|towards?|:)?\s*(?:the\s+)?", re.I)
_GLUED_WORKSHOP = re.compile(r"\b([A-Z][A-Za-z]*[A-Z])(?:-?W|W(?=\b))(?=[\s'’\d(,]|$)")
_VOLUME = re.compile(r"\b(?:main\s+)?(?:track|proceedings|volume)\b\s*(?:of(?:\s+the)?)?", re.I)
_PAREN = re.compile(r"\(([^()]{2,60})\)")
_SUBTRACK = re.compile(r"([A-Z][A-Za-z]*[A-Z])[-:\s]\s?(?:\(?([A-Z]{3,8})(?:\s+track)?\)?)")  # "ICSE-SEIP"
_SPELLED = {
    "ML": "machine learning",
    "NLP": "natural language processing",
    "AI": "artificial intelligence",
    "CV": "computer vision",
    "RL": "reinforcement learning",
    "LLM": "large language model",
}
_HASH = re.compile(r"(?<=[A-Za-z])[-\s]?['’]?\d{1,3}$")  # "SC20", "MICRO-52"
_FRAMES = frozenset(
    (
        "conference",
        "symposium",
        "workshop",
        "proceeding",
        "journal",
        "transaction",
        "computing",
        "computer",
        "system",
        "technology",
        "ieee",
        "acm",
    )
)
_ACRONYM = re.compile(r"(?=\S*[A-Z]\S*[A-Z])[A-Za-z][\w&+*@-]{1,14}")
_JOINT = re.compile(r"([A-Z][\w*-]*[A-Z][\w]*)\s*(?:/|&|\+|and)\s*([A-Z][\w*-]*[A-Z][\w]*)")


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
    bare = "arXiv" if _ARXIV.search(text) else _bare(text)
    found = _whole_known(text, beside) or _whole_known(bare, beside) or _track(bare, beside, _STUDENTS)
    if not found and (match := _SUBTRACK.fullmatch(bare)) and (whole := _whole_known(match[1])):
        return _part(whole, fold(match[2]), bare)
    return found or _workshop(bare, beside) or _track(bare, beside, _TRACKS) or _joint(bare) or _series(bare, beside)


@lru_cache(maxsize=65536)
def _bare(text: str) -> str:
    """A printed venue without notes, publisher, volume, pages, dates, years and ordinals."""
    for _ in range(3):
        text = _PUBLISHER.sub("", _NOTE.sub("", text))
    text = _DATE.sub("", _TAIL.sub("", text)) or text
    text = _YEAR.sub(" ", re.sub(rf"\(\s*{_Y}\s*\)", " ", _GLUED.sub("", text)))
    text = re.sub(r"\(\s*\)|\(\s+", lambda match: "" if ")" in match.group() else "(", text)
    text = _NUMBER.sub(" ", text)
    text = text if _KEEPS_LEAD.match(text) else _LEAD.sub("", text, count=1)
    return re.sub(r"^(?:the|of)\s+", "", re.sub(r"\s+\)", ")", clean(_ROMAN.sub("", clean(text)))), flags=re.I)


def _whole_known(text: str, beside: str = "") -> Named | None:
    """A known venue whose name is all that is printed, so that "Workshop" in it is no track."""
    for candidate in (text, _PAREN.sub(" ", text), _HASH.sub("", text)):
        if entry := _entry(candidate, beside):
            return _known(entry, text)
    return _twice_named(text)


def _twice_named(text: str) -> Named | None:
    """An acronym before its own name, as in "ICML Conference"."""
    first, _, rest = text.partition(" ")
    entry = find(first) if _ACRONYM.fullmatch(first) else None
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
    if (match := _GLUED_WORKSHOP.search(text)) and (whole := _whole_known(match[1])):
        return _part(whole, "workshop", text)
    match = _WORKSHOP.search(text)
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
        return whole, _ON.sub("", after)
    for topic, place in _cuts(after):
        if whole := _whole_known(place, beside):
            return whole, _ON.sub("", f"{before} {topic}" if not _ON.sub("", topic) or before else topic)
    for topic, place in _cuts(before):
        if whole := _whole_known(place, beside):
            return whole, f"{topic} {_ON.sub('', after)}"
    for place, topic in _heads(before):
        if whole := _whole_known(place, beside):
            return whole, f"{topic} {_ON.sub('', after)}"
    return None, f"{before} {_ON.sub('', after)}"


def _cuts(text: str) -> list[tuple[str, str]]:
    """A text before and behind each sign or word that may lead to the conference, the last first."""
    return [(text[: m.start()], text[m.end() :].rstrip(" )")) for m in reversed(list(_AT.finditer(text)))]


def _heads(text: str) -> list[tuple[str, str]]:
    """The first words of a text, from few to many, and the rest."""
    parts = text.split()
    return [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, min(len(parts), 10))]


def _own(topic: str, whole: Named | None) -> Named | None:
    """A workshop that the list knows by its own acronym, or by its whole name."""
    bare = clean(_PAREN.sub(" ", topic))
    for candidate in (*map(clean, _PAREN.findall(topic)), bare, f"Workshop on {bare}"):
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
            rest = clean(clean(_LEAD.sub("", _VOLUME.sub("", rest))).strip(":-– "))
            if whole := _whole_known(rest, beside) or _joint(rest) or _of_findings(label, rest):
                return _part(whole, label, text)
    return None


def _of_findings(label: str, rest: str) -> Named | None:
    if label != "findings":
        return None
    return _series(rest) if clean(rest) else _whole_known("ACL")


def _part(whole: Named | None, label: str, text: str, topic: str = "") -> Named:
    """A part of a venue: its key is that of the whole, what kind of part it is, and its topic."""
    named_so = [clean(inner) for inner in _PAREN.findall(topic) if _ACRONYM.fullmatch(clean(inner))]
    acronym = next((inner for inner in named_so if not whole or not fold(inner).startswith(whole.key)), "")
    topic = _without(topic, whole) if whole else topic
    about = _content(_PAREN.sub(" ", topic))
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
    match = _JOINT.fullmatch(_PAREN.sub("", text).strip())
    if match is None or not (one := _whole_known(match[1])) or not (other := _whole_known(match[2])):
        return None
    if one.key == other.key:
        return one
    return Named(" + ".join(sorted((one.key, other.key))), text)


def _series(text: str, beside: str = "") -> Named:
    """A known series by what is printed, in brackets or before a comma; else one by the words of its name."""
    inner = [clean(part) for part in _PAREN.findall(text)]
    heads = [(text[: m.start()], m.group()) for m in reversed(list(re.finditer(r"[,:;–—]\s|\s-\s|\.\s", text)))]
    titles = [part for head, sign in heads for part in (head, _PAREN.sub(" ", head)) if not _is_subtitled(part, sign)]
    title = _title(text)
    glosses = [part for part in inner if _speaks_of(part, title)]
    for candidate in (*titles, *glosses, *(clean(part) for part in re.split(r"[,:;–—]\s|\s-\s", text)[1:])):
        if clean(candidate) and (entry := _entry(candidate, beside)):
            return _known(entry, text)
    if (inside := _inside(text)) is not None:
        return _known(inside, text)
    acronym = next((part for part in inner if _ACRONYM.fullmatch(part)), "")
    whole = text if _ACRONYM.fullmatch(text) else ""
    return Named(" ".join(_content(title)) or fold(text), text, None, acronym or whole)


def _title(text: str) -> str:
    """The title of an unknown venue: without brackets, and without the place behind it."""
    title, *more = re.split(r"\s*,\s+", _PAREN.sub(" ", text))
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
    said = set(_content(title)) - _FRAMES
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
        r"\b(?:ML|NLP|AI|CV|RL|LLMs?)\b", lambda match: _SPELLED[match.group().rstrip("s")], _ROMAN.sub("", clean(text))
    )
    found = [word for word in words(printed) if not re.fullmatch(_Y, word)]
    return tuple(word[:-1] if len(word) > 4 and re.search(r"[^sui]s$", word) else word for word in found)


def initials(text: str) -> str:
    """The initials of a long name, as acronyms have them.

    >>> initials("International Conference on Example Studies")
    'ices'
    """
    found = words(_PAREN.sub(" ", text), sponsors=True)
    return (
        "".join(word[0] for word in found if not re.fullmatch(r"acm|ieee|usenix|annual", word))
        if len(found) > 2
        else ""
    )
