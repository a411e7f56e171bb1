"""Organisations: normal forms, kinds, and the list of known ones."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talentgraph.values.lexicon import aliases, cell, column, current, items, rows
from talentgraph.values.text import clean as _clean
from talentgraph.values.text import closed, fold, settled

_KINDS = (
    ("Hospital", r"hospitals?|clinic|klinik\w*|\w*klinikum|medical center|medical centre|krankenhaus|infirmary|ospedale|hopital|hospices|policlinico|charite"),
    ("University", r"\w*universi\w*|college|\w*hochschule\w*|eth|politecnico|polytechni\w*|politecnica|institute? of technology|instituto tecnologico|ecole\b.*"
     r"|school of [a-z ]+|business school|law school|medical school|community college|academy of (?:art|music|fine)\w*|facultad|faculdade|iit|iiit|nit|iut"
     r"|uniwersytet|politechnika|univerzit\w*|egyetem|yliopisto|universitet\w*|high school|gymnasium|lycee|liceo|grammar school|secondary school|conservator\w*|school|大学|大學|대학교|學院|学院"),
    ("GovernmentAgency", r"ministry|ministerio|ministere|ministerium|bundes\w+|government|agency|agencia|agence|city of|state of|county of|municipality"
     r"|u\.?s\.? (?:army|navy|air force|department)|department of (?:energy|defense|state|health|transportation|agriculture|commerce|justice|labor)|federal"
     r"|national (?:park|weather|security) \w+|parliament|senate|congress|embassy|police|armed forces|council of|european commission|central bank|reserve bank"),
    ("ResearchInstitute", r"institut\w*|istituto|research (?:center|centre|council|laborator\w+|labs?|groups?|units?)|national lab\w*|laborator\w+|laboratoire|max[- ]planck.*|fraunhofer.*"
     r"|helmholtz.*|leibniz.*|academy of sciences|accademia|observator\w+|research centre|forschungszentrum|forschungs\w*|cnrs|inria|研究所|研究院"),
    ("Nonprofit", r"foundation(?! models?\b)|stiftung|fundacion|fondation|fondazione|fundacao|association|asociacion|verein|e\.? ?v|society|charity|trust|ngo|nonprofit|non-profit"
     r"|museum|museo|musee|church|club|red cross|consortium|federation|alliance|union|initiative"),
    ("Company", r"inc|corp|corporation|llc|ltd|limited|gmbh|ag|plc|s\.?a\.?s?|s\.?r\.?l|spa|b\.?v|a/?s|ab|oy|kk|co|company|pvt|pty|technologies|technology|labs?|software|solutions"
     r"|systems|consulting|consultants|consultancy|partners|ventures|capital|bank|banco|insurance|pharma\w*|therapeutics|biotech\w*|bio\w*sciences|robotics|semiconductors?|electronics|motors"
     r"|airlines?|energy|media|studios?|games|entertainment|networks|communications|telecom\w*|group|holdings?|industries|engineering|logistics|services|ventures|automotive|aerospace|foods?|hotels?"
     r"|restaurant|retail|stores?|analytics|interactive|digital|startup|ai|\w+\.(?:ai|io|com)"),
)  # fmt: skip
_UNIT = re.compile(
    r"(?<!\w)(?:department|dept\.?|school|faculty|college of|division|group|team|lab(?:oratory|s)?|center|centre|office|institute|program(?:me)?|unit|chair|section|branch"
    r"|fakult\w+|fachbereich|lehrstuhl|departamento|departement|facultad|facolta|dipartimento|instituut|abteilung|research)(?!\w)"
)
_FIELD = re.compile(
    r"(?:the )?(?:center|centre|department|dept\.?|division|section|chair) (?:for|of|on) "
)  # of a field
_AND, _TOKEN = re.compile(r"\s*[&+]\s*(?=\w)"), re.compile(r"[^\W_]+[+#]*")
_DOTS = re.compile(r"(?<=\w)['.](?=\w?(?:\W|$))|(?<=\b\w)\.(?=\w)")
_SEPARATOR = re.compile(r"\s*[,|/]\s+|\s+[-–—|@/]\s+|\s*·\s*|\s*\((?=[^()]+\)$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known organisation. `type` is a label of the graph, `parent` the name of the whole that it belongs to,
    `place` its city and region."""

    name: str
    type: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    place: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Bearers:
    """The known organisations that bear a name, and the usual one of them; None where it's a tie."""

    entries: tuple[Entry, ...] = ()
    usual: Entry | None = None


def clean(name: str) -> str:
    """The name of an organisation as one line, without separators at its ends.

    >>> clean(" Acme   Labs, "), clean("Acme &"), clean("Acme Widgets (AW")
    ('Acme Labs', 'Acme', 'Acme Widgets (AW)')
    """
    return closed(_clean(name.strip().removesuffix(" &")))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The normal form of a name: folded, "&" as "and", no "the" in front, no punctuation, no legal form at the end.

    >>> key("The Acme & Sons Co., Ltd."), key("ETH Zürich"), key("Inc."), key("City Holding")
    ('acme and sons', 'eth zurich', 'inc', 'city holding')
    """
    return settled(_form, name)


def _form(name: str) -> str:
    text = fold(name)
    if "&" in text or "+" in text:
        text = _AND.sub(" and ", text)
    if "." in text or "'" in text:
        text = _DOTS.sub("", text)
    tokens = _TOKEN.findall(text)
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    forms, last = _legal_forms(), _last_words()
    while len(tokens) > 1 and tokens[-1] in last:
        size = next((n for n in (4, 3, 2, 1) if len(tokens) > n and tuple(tokens[-n:]) in forms), 0)
        if not size or tokens[:-size] == tokens[:1] and tokens[0] in _plain():
            break
        tokens = tokens[:-size]
    while len(tokens) > 1 and tokens[-1] in ("and", "of"):
        tokens = tokens[:-1]
    return " ".join(tokens) or fold(name)


def lookup(name: str) -> Entry | None:
    """The known organisation of this name or alias, by exact normal form; of several the usual one, else the first.

    >>> lookup("MIT").name
    'Massachusetts Institute of Technology'
    >>> lookup("Acme Labs") is None
    True
    """
    if entry := _first(name):
        return entry
    if match := re.fullmatch(r"(.{3,})\s\(([^()]{2,})\)", name.strip()):  # "Full Name (FN)"
        return _first(match[1]) or _first(match[2])
    return None


def _first(name: str) -> Entry | None:
    found = bearers(name).entries
    return found[0] if found else None


@lru_cache(maxsize=65536)
def kind(name: str) -> str | None:
    """The label of an organisation: from the list, else from the words of its name; None where nothing says it.

    >>> kind("Université de Example"), kind("Acme GmbH"), kind("Example Foundation"), kind("Acme")
    ('University', 'Company', 'Nonprofit', None)
    >>> kind("Department of Acme Technology"), kind("Acme Technology"), kind("Acme Research Group")
    (None, 'Company', 'ResearchInstitute')
    """
    if (entry := lookup(name)) and entry.type:
        return entry.type
    text = re.sub(r"[,()]", " ", fold(name))
    found = next((label for label, pattern in _patterns() if pattern.search(text)), None)
    return None if found == "Company" and _FIELD.match(text) and not ends_in_legal_form(name) else found


def acronym(name: str) -> str:
    """The capital initials of the words of a name, small words left out.

    >>> acronym("Massachusetts Institute of Technology"), acronym("Example Research & Development Lab")
    ('MIT', 'ERDL')
    """
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())


def split_unit(name: str) -> tuple[str, str] | None:
    """The organisation and its unit, where a printed name has both; None where it has not.

    >>> split_unit("MIT, Department of Physics"), split_unit("Department of Physics, MIT")
    (('MIT', 'Department of Physics'), ('MIT', 'Department of Physics'))
    >>> split_unit("AWS, Annapurna Labs"), split_unit("Acme, Inc.")
    (('AWS', 'Annapurna Labs'), None)
    """
    match = _SEPARATOR.search(name)
    if match is None or lookup(name) is not None:
        return None
    left, right = clean(name[: match.start()]), clean(name[match.end() :].rstrip(")"))
    if not left or not right or _no_unit(left) or _no_unit(right):
        return None
    return _whole_first(left, right)


def _whole_first(left: str, right: str) -> tuple[str, str] | None:
    """Two names as (whole, part), or None when they are two organisations or none."""
    first, second = lookup(left), lookup(right)
    if first and second:
        if second.name in ancestors(first):
            return right, left
        return (left, right) if first.name in ancestors(second) or _is_unit(right) else None
    if _is_unit(left) and not first and (second or _is_university(right)):
        return right, left
    if first or (_is_university(left) and _is_unit(right) and not _is_university(right)):
        return (left, right) if not _is_university(right) else None
    if second:
        return (right, left) if not _is_university(left) else None
    return None


def ancestors(entry: Entry) -> tuple[str, ...]:
    """The names of the wholes that a known organisation belongs to, the nearest first.

    >>> ancestors(lookup("Annapurna Labs"))
    ('Amazon Web Services', 'Amazon')
    """
    found: list[str] = []
    while entry.parent and entry.parent not in found and (above := lookup(entry.parent)) is not None:
        found.append(above.name)
        entry = above
    return tuple(found)


def _is_unit(name: str) -> bool:
    return _UNIT.search(fold(name)) is not None


def _is_university(name: str) -> bool:
    return kind(name) == "University" and not re.match(r"(?:school|college|faculty|department|dept)\b", fold(name))


def _no_unit(name: str) -> bool:
    """Whether a name is a legal form or a place: neither a unit nor a whole."""
    from talentgraph.values import places

    words = tuple(re.findall(r"[^\W_]+", fold(name).replace(".", "")))
    return (
        words in _legal_forms()
        or (places.known(name) and lookup(name) is None)
        or places.find_place(name) == (0, len(name))
    )


def is_legal_form(text: str) -> bool:
    """Whether a text is nothing but a legal form.

    >>> is_legal_form("Inc."), is_legal_form("Acme")
    (True, False)
    """
    return tuple(re.findall(r"[^\W_]+", fold(text).replace(".", ""))) in _legal_forms()


def ends_in_legal_form(name: str) -> bool:
    """Whether a legal form stands at the end of a name.

    >>> ends_in_legal_form("Acme Labs GmbH"), ends_in_legal_form("Acme Labs")
    (True, False)
    """
    return is_legal_form(name.split()[-1]) and " " in name.strip()


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[tuple[str, ...]]:
    joined = (re.sub(r"(?<=\w)\.(?=\w|\s|$)", "", fold(form)) for form in column("legal_forms.txt"))
    plain = (fold(form).replace(".", " ") for form in column("legal_forms.txt"))
    return frozenset(tuple(re.findall(r"[^\W_]+", form)) for forms in (joined, plain) for form in forms)


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    return frozenset(column("plain_names.txt"))


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(form[-1] for form in _legal_forms() if form)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((label, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for label, pattern in _KINDS)


def bearers(name: str) -> Bearers:
    """The known organisations of exactly this name or alias. Where there are several, the usual one is that with this
    very name, else that whose alias is marked `*` in the list; without either it's a tie.

    >>> [entry.name for entry in bearers("MIT").entries][:1], bearers("Acme Labs").entries
    (['Massachusetts Institute of Technology'], ())
    """
    return bearers_of(key(name))


def bearers_of(form: str) -> Bearers:
    """The known organisations of a name in normal form."""
    return _bearers().get(form, Bearers())


@lru_cache(maxsize=1)
def _bearers() -> dict[str, Bearers]:
    """Normal form → who bears it. Names go before aliases, a user's before ours, marked before others."""
    found: dict[str, dict[Entry, int]] = {}
    own = len(current().get("organizations.tsv", ()))
    for number, row in enumerate(rows("organizations.tsv")):
        entry = Entry(row[0], cell(row, 1), cell(row, 2), aliases(row, 3), cell(row, 4), items(row, 5))
        marked = {key(alias.removesuffix("*")) for alias in items(row, 3) if alias.endswith("*")}
        for form in dict.fromkeys(map(key, entry.names)):
            rank = 0 if form == key(entry.name) else 3 - (form in marked) - 2 * (number < own)
            found.setdefault(form, {}).setdefault(entry, rank)
    return {form: _ranked(ranks) for form, ranks in found.items()}


def _ranked(ranks: dict[Entry, int]) -> Bearers:
    entries = sorted(ranks, key=ranks.__getitem__)
    return Bearers(tuple(entries), entries[0] if len(entries) == 1 or ranks[entries[0]] < 3 else None)


def entries() -> tuple[Entry, ...]:
    """All known organisations, in the order of the list."""
    return tuple(dict.fromkeys(entry for each in _bearers().values() for entry in each.entries))
