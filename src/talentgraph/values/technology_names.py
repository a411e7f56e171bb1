"""Technologies that stand alone, as in lists of skills: which one a printed name stands for, in one normal form."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from talentgraph.values.lexicon import items, rows
from talentgraph.values.senses import sense
from talentgraph.values.technologies import VERSION, Entry, entries, known, lookup, normal
from talentgraph.values.text import clean, fold


@dataclass(frozen=True, slots=True)
class Named:
    """A technology as printed: its key, the same for all its names; what is known of it; how much of it was printed.

    `sure` is the probability that names of this key are one thing, less than 1 where a name was misspelt.
    """

    key: str
    entry: Entry | None = None
    sure: float = 1.0

    @property
    def name(self) -> str:
        """The canonical name where the list has one for exactly this technology, version and all."""
        return self.entry.name if self.entry and self.key == normal(self.entry.name) else ""


_LEVEL = (
    r"(?:very\s+)?(?:basics?|beginners?|intermediate|advanced|experts?|proficient|proficiency|fluent|familiar|familiarity|working knowledge|good|novice|"
    r"learning|fundamentals|essentials|experienced?|some|daily|certified|professional|elementary|"
    r"b[aá]sico|intermedio|avanzado|grundkenntnisse|fortgeschritten|sehr gut|gut|d[ée]butant|interm[ée]diaire|avanc[ée]|notions|avan[çc]ado)"
)
_YEARS = r"(?:\d+(?:\.\d+)?\s?\+?\s?(?:years?|yrs?|y|months?|jahre|a[ñn]os|ans)(?:\s+(?:of\s+)?(?:experience|exp\.?))?|since\s+\d{4}|\d{1,3}\s?%|[★☆*]{1,5}|[●○]{1,10}|\d{1,2}/\d{1,2})"
_NOTE = re.compile(
    rf"\s*(?:[(\[]\s*(?:{_LEVEL}|{_YEARS})[^()\[\]]*[)\]]|\s[-–—]\s*(?:{_LEVEL}|{_YEARS})|:\s*(?:{_LEVEL}|{_YEARS}))\s*$",
    re.I,
)
_LEAD = re.compile(
    rf"^(?:{_LEVEL}\s+(?:in\s+|with\s+|knowledge\s+of\s+)?|programming\s+in\s+|experience\s+(?:in|with)\s+|knowledge\s+of\s+|the\s+|(?:apis?|lenguajes?|langages?|linguagem|biblioteca|librer[ií]a|framework|base de datos|sistema operativo)\s+(?:de\s+)?)",
    re.I,
)
_MAKER = re.compile(
    r"^(?:the\s+)?(?:apache|amazon|aws|google|microsoft|ms|ibm|oracle|nvidia|amd|intel|meta|facebook|adobe|autodesk|jetbrains|hashicorp|red hat|sap|cisco|xilinx|altera|gnu|"
    r"atlassian|siemens|synopsys|mentor|openai|anthropic|huawei|apple|hugging ?face|databricks|vmware|bloomberg|esri|mathworks|alibaba|tencent|baidu|deepmind|stanford|"
    r"uber|netflix|linkedin|twitter|jboss|eclipse|mozilla|salesforce|broadcom|qualcomm|texas instruments|ti|stmicroelectronics|arm|keysight|national instruments|ni|dassault|ptc|ansys|cadence|wolfram|tibco|elastic)(?:['’]s)?\s+(?=\w)",
    re.I,
)
_NOUN = re.compile(
    r"\s+(?:programming(?:\s+languages?)?|(?:query\s+|scripting\s+)?languages?|scripting|scripts?|coding|development|(?:web\s+|deep\s+learning\s+|machine\s+learning\s+|ml\s+)?frameworks?|librar(?:y|ies)|"
    r"toolkit|toolbox|software|tools?|platform|databases?|db|editor|ide|suite|packages?|apis?|sdk|models?|algorithms?|methods?|techniques?|methodolog(?:y|ies)|engine|protocol|clusters?|containers?|"
    r"basics|fundamentals|skills?|technolog(?:y|ies)|ecosystem|stack|orchestration|operating\s+systems?|os|simulator|certification|ci)$",
    re.I,
)
_UNIT = re.compile(
    r"\s+(?:gpus?|tpus?|cpus?|\d+\s?gb|sxm\d?|pcie|tensor\s+core|processors?|boards?|chips?|accelerators?|microcontrollers?|architecture|devices?|robots?|headsets?)$",
    re.I,
)
_SIZE = re.compile(
    r"[\s-]+(?:\d+x)?\d+(?:\.\d+)?\s?[bm]$|[\s-]+(?:instruct|chat|base|large|small|tiny|medium|mini|xl|xxl|uncased|cased|it|hf)$",
    re.I,
)
_BRACKET = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_JOINT = re.compile(r"\s*/\s*|\s*[,;|·•]\s+|\s+(?:&|\+|and|or|und|oder|y|et|e|ou|with)\s+")
_LOOSE = ((r"(?<=\w{3})is(?=(?:ations?|ing|er|ers|ed|e)(?![a-z]))", "iz"), (r"ll(?=(?:ing|ed)(?![a-z]))", "l"), (r"our(?![a-z])", "or"), (r"tre(?![a-z])", "ter"), (r"\s&\s", " and "))  # fmt: skip
# fmt: off
_GENERIC = frozenset(  # "Oracle Linux" is no Linux
    ("gpu", "cpu", "fpga", "asic", "soc", "npu", "dpu", "ssd", "hdd", "dram", "sram", "smartnic", "linux", "sql", "shell", "c", "r")
)
# fmt: on
# fmt: off
_SMALL = frozenset((  # words that names in several languages have between others
    "the", "a", "an", "of", "on", "in", "for", "and", "to", "with", "by", "de", "del", "la", "las", "el", "los", "y", "e", "al", "des", "du", "d", "l", "le", "les", "et", "pour", "par", "für", "der", "die", "das", "und", "von", "im", "mit", "do", "da", "dos", "em", "por", "per", "di", "dei", "delle", "il", "con", "o", "os", "as", "zur", "zum",
))
# fmt: on
_VERSIONED = ("model", "hardware")
_LEAST = 8  # letters of a name that may be misspelt


def named(text: str, beside: str = "") -> Named:
    """The technology that a printed name stands for; `beside` is what is listed beside it.

    >>> [named(text).key for text in ("k8s", "C++17", "Git (basics)", "AWS S3", "GPT-4", "GPT-2", "Foo-Bar")]
    ['kubernetes', 'c++', 'git', 'amazons3', 'gpt4', 'gpt2', 'foobar']
    >>> named("Spark", "Ada, GNAT").name, named("Apache Spark 3.5").name
    ('SPARK Ada', 'Apache Spark')
    """
    text = _bare(text)
    if beside and (full := _spelled_out(text, beside)):
        return _alone(full)
    if beside and (entry := _meant(text, beside)):
        return Named(normal(entry.name), entry)
    return _alone(text)


def key(text: str) -> str:
    """The normal form of a technology: that of the known one, else its folded letters, digits, + and #.

    >>> key("k8s") == key("Kubernetes"), key("Foo-Bar 2"), key("C#"), key("R") == key("Ruby")
    (True, 'foobar2', 'c#', False)
    """
    return named(text).key


def split(text: str) -> tuple[str, ...]:
    """The technologies of a text that names several at once, as printed; else the text alone.

    >>> split("C/C++"), split("HTML & CSS"), split("TCP/IP"), split("Acme and Sons")
    (('C', 'C++'), ('HTML', 'CSS'), ('TCP/IP',), ('Acme and Sons',))
    """
    text = text.strip()
    if not _JOINT.search(text) or ((whole := _found(text)) and _is_printed_so(text, whole)):
        return (text,)
    parts = [part for part in _JOINT.split(text) if part.strip()]
    known_ones = [_found(part) for part in parts]
    if len(parts) < 2 or not all(known_ones):
        return (text,)
    firsts = {one.key: part for one, part in zip(reversed(known_ones), reversed(parts), strict=True) if one}
    return tuple(reversed(firsts.values()))


@lru_cache(maxsize=65536)
def _bare(text: str) -> str:
    """A name without notes of level and experience."""
    text = clean(text)
    while (shorter := _NOTE.sub("", text)) != text and shorter:
        text = shorter
    return text


@lru_cache(maxsize=65536)
def _alone(text: str) -> Named:
    """The key of a key is the key: what has no other name is looked up again by its form."""
    found = _found(text) or _misspelt(text) or Named(_form(text))
    return found if found.key == text or found.name else replace(_alone(found.key), sure=found.sure)


def _spelled_out(short: str, beside: str) -> str:
    """What an acronym is short for, where that stands beside it: TF beside "term frequency"."""
    if not (short.isupper() and 1 < len(short) < 7):
        return ""
    parts = (part.strip() for part in re.split(r"[,;()|]", beside))
    return next((part for part in parts if initials(part) == short.lower()), "")


def initials(text: str) -> str:
    """The initials of a name of several words, as acronyms have them.

    >>> initials("Object-Oriented Programming"), initials("Python")
    ('oop', '')
    """
    found = [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in _SMALL]
    return "".join(word[0] for word in found) if len(found) > 1 else ""


def _meant(text: str, beside: str = "") -> Entry | None:
    """What a name of several bearers stands for."""
    return known(meant) if (meant := sense("technology", text, beside)) else None


def _is_printed_so(text: str, whole: Named) -> bool:
    """Whether a sign in a name is one of its own, as in "TCP/IP": "TF/Keras" is no tf.keras."""
    if "/" not in text or whole.entry is None:
        return True
    names = (whole.entry.name, *whole.entry.aliases, *whole.entry.quiet)
    return normal(text) not in {normal(name) for name in names if "/" not in name}


@lru_cache(maxsize=65536)
def _found(text: str) -> Named | None:
    """A known technology: by name, else without what may stand around a name."""
    if entry := _meant(text):
        return Named(normal(entry.name), entry)
    if found := _exact(text):
        return found
    if match := _BRACKET.fullmatch(text):
        return _of_bracket(match[1], match[2])
    for shorter in _shorter(text):
        if shorter and shorter != text and (found := _found(shorter)):
            return found
    return None


def _exact(text: str) -> Named | None:
    """A known name, or one with a version. The versions of models and hardware are things of their own."""
    entry = known(text) or _loose().get(_american(text)) or _translated(text)
    if entry is not None and entry.ambiguous and not text.isupper() and len(text) < 8 and _other_case(text, entry):
        return None
    if entry is not None:
        return Named(normal(entry.name), entry)
    bare = VERSION.sub("", text).strip()
    if not bare or bare == text or (entry := known(bare)) is None:
        return None
    if entry.kind not in _VERSIONED:
        return None if _is_no_version(bare, text) else Named(normal(entry.name), entry)
    if re.fullmatch(r"[\s-]*\d+(?:\.\d+)?[bm]", text[len(bare) :], re.I):
        return Named(normal(entry.name), entry)
    return Named(normal(entry.name) + normal(text[len(bare) :]).lstrip("v"), entry)


def _is_no_version(bare: str, text: str) -> bool:
    """Whether a v behind one or two letters, or a number of three digits that is no year, belongs to the name."""
    number = re.search(r"\d+$", text)
    long = number is not None and len(number[0]) > 2 and not re.fullmatch(r"(?:19|20)\d\d", number[0])
    return (len(bare) < 3 and text[len(bare) : len(bare) + 1] in "vV") or long


def _of_bracket(outer: str, inner: str) -> Named | None:
    """What is in brackets tells which of several is meant, as in "Torch (Lua)", or is another name, a part, a maker."""
    if entry := _meant(outer, inner) or known(f"{inner} {outer}") or known(f"{outer} {inner}"):
        return Named(normal(entry.name), entry)
    if re.fullmatch(r"(?!(?:19|20)\d\d$)\d{3,5}", inner):  # "Assembly (8085)" is a special case
        return None
    first = _found(outer)
    if first and first.entry and not _found(inner) and _other_case(outer, first.entry):
        return None
    return first or (_found(inner) if _stands_for(inner, outer) else None)


def _other_case(text: str, entry: Entry) -> bool:
    """Whether capitals that no name of an entry has make a printed name another one, as in "ViM (Vision Mamba)"."""
    names = (entry.name, *entry.aliases, *entry.quiet)
    if text in names or text.islower() or text.istitle() or " " in text:
        return False
    return not text.isupper() or (entry.ambiguous and len(text) > 3)


def _stands_for(short: str, full: str) -> bool:
    """Whether a short name has the initials of a full one."""
    letters_of_full = initials(full)
    letters = fold(short).rstrip("s")
    return len(letters) > 1 and " " not in letters and letters_of_full[:1] == letters[:1]


def _shorter(text: str) -> list[str]:
    """A name without a level, a noun that says what it is, a size, a plural, or its maker."""
    found = [_LEAD.sub("", text), text.rpartition(" ")[0] if _NOUN.search(text) else text, _NOUN.sub("", text)]
    entry = known(without) if (without := _UNIT.sub("", text)) != text else None
    if entry is not None and entry.kind == "hardware":
        found.append(without)
    if (
        (base := _SIZE.sub("", text)) != text
        and (sized := _exact(base))
        and sized.entry
        and sized.entry.kind == "model"
    ):
        found.append(base)
    if text[-1:] == "s" and len(text) > 3:
        found.append(text[:-1])
    rest = _MAKER.sub("", text)
    if rest != text and (entry := known(rest) or lookup(rest)) and entry.kind not in ("field", "method"):
        found += [rest] if normal(rest) not in _GENERIC else []
    return found


def _form(text: str) -> str:
    """The normal form of an unknown name: without what says only what it is, who makes it, or a decimal version."""
    full = match[1] if (match := _BRACKET.fullmatch(text)) and _stands_for(match[2], match[1]) else text
    full = re.sub(r"\s+(?:v\.?\s?\d+(?:\.\d+)*|\d+(?:\.\d+)+|20\d\d)$", "", full)
    for pattern in (_MAKER, re.compile(r"\s+(?:framework|library|language|software|toolkit)$", re.I)):
        full = rest if len(rest := pattern.sub("", full)) > 3 and not known(rest) else full
    form = normal(_american(full))
    return form[:-1] if len(form) > 5 and re.search(r"[^sui]s$", form) else form or normal(text)


def _american(text: str) -> str:
    text = fold(text)
    for pattern, instead in _LOOSE:
        text = re.sub(pattern, instead, text)
    return text


@lru_cache(maxsize=1)
def _loose() -> dict[str, Entry]:
    """Known names of several words in American spelling, folded."""
    found: dict[str, Entry] = {}
    for entry in entries():
        for name in (entry.name, *entry.aliases, *entry.quiet):
            if len(name) > 6:
                found.setdefault(_american(name), entry)
    return found


def _translated(text: str) -> Entry | None:
    """The method or field that a name of several words in another language is, translated word by word."""
    found = [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in _SMALL]
    english = [_english().get(word, word) for word in found]
    if len(found) < 2 or found == english:
        return None
    return _bags().get(frozenset(map(_singular, english)))


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return {fold(word): row[0] for row in rows("translations.tsv") for word in items(row, 1)}


@lru_cache(maxsize=1)
def _bags() -> dict[frozenset[str], Entry]:
    """Methods and fields of several words, by their words in any order."""
    found: dict[frozenset[str], Entry] = {}
    for entry in entries():
        for name in (entry.name, *entry.aliases) if entry.kind in ("method", "field") else ():
            bag = frozenset(_singular(w) for w in re.findall(r"[^\W_]+", _american(name)) if w not in _SMALL)
            if len(bag) > 1:
                found.setdefault(bag, entry)
    return found


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and re.search(r"[^sui]s$", word) else word


def _misspelt(text: str) -> Named | None:
    """The only known technology that a long name is one letter away from."""
    form = normal(text)
    if len(form) < _LEAST or not form.isalpha():
        return None
    near = {entry.name: entry for part in _cut(form) for entry in _cuts().get(part, ()) if _near(form, entry)}
    if len(near) != 1:
        return None
    entry = next(iter(near.values()))
    return Named(normal(entry.name), entry, 0.96)


def _near(form: str, entry: Entry) -> bool:
    return any(_one_off(form, normal(name)) for name in (entry.name, *entry.aliases, *entry.quiet))


def _one_off(a: str, b: str) -> bool:
    """Whether one letter is left out, put in, changed, or changes places with the next, behind the first."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or len(b) < _LEAST:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])


def _cut(form: str) -> set[str]:
    return {form, *(form[:at] + form[at + 1 :] for at in range(1, len(form)))}


@lru_cache(maxsize=1)
def _cuts() -> dict[str, tuple[Entry, ...]]:
    """Long known names with a letter left out, or none → what they name."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries():
        for form in {normal(name) for name in (entry.name, *entry.aliases)}:
            if len(form) >= _LEAST and form.isalpha():
                for part in _cut(form):
                    found[part] = (*found.get(part, ()), entry)
    return found
