"""Job titles: level, kind of employment, and whether a text has the words of one."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

from talentgraph.values.lexicon import column
from talentgraph.values.text import fold, words

_LEVELS = (
    ("intern", r"intern(?:ship)?|interns|trainee|praktikant\w*|praktikum|stagiaire|stage|becari[oa]|estagi[aá]ri[oa]|pasante|co-op|co op|tirocinante"
     r"|summer (?:analyst|associate|student|fellow|scholar)|werkstudent\w*|working student|apprentice|alternant"),
    ("postdoc", r"post-?\s?doc(?:toral|torante?|torant)?(?: \w+){0,3}|postdoktorand\w*"),
    ("student", r"(?:ph\.?\s?d\.?|doctoral|graduate|undergraduate|master'?s?|research|visiting|exchange) (?:student|candidate|researcher|fellow)"
     r"|doktorand\w*|doctorant\w*|doctorand[oa]|(?:graduate|undergraduate|student|research|teaching) (?:research |teaching )?assistant"
     r"|studentische hilfskraft|hiwi|tutor|teaching fellow|student"),
    ("full professor", r"(?:full|distinguished|chair(?:ed)?|university|regents'?) professor|professor ordinarius|w3|lehrstuhlinhaber\w*|catedratic[oa]"),
    ("associate professor", r"associate prof(?:essor)?\.?|reader|profesor titular|maitre de conferences|professore associato|w2|professor associado"),
    ("assistant professor", r"assistant prof(?:essor)?\.?|junior-?professor\w*|tenure-track|lecturer|profesor ayudante|ricercatore|professor adjunto"),
    ("professor", r"prof(?:essor|essora|esor|esora|esseur|essore|\.)?|emeritus"),
    ("chief", r"c[etfioms]o|chief|cofounder|co-founder|founder|founding|owner|president|geschaftsfuhrer\w*|managing director|directeur general"),
    ("vp", r"vp|svp|evp|avp|vice[- ]president"),
    ("director", r"director|directora|directeur|direktor\w*|diretor|head of|direttore"),
    ("manager", r"manager|managing|gerente|responsable|supervisor|geschaftsleiter|abteilungsleiter\w*|coordinador|coordinator"),
    ("principal", r"principal|distinguished|fellow engineer|technical fellow|partner"),
    ("staff", r"staff|architect"),
    ("lead", r"lead|leader|leiter\w*|teamleiter\w*|tech lead|team lead|head|chef|jefe|lider"),
    ("senior", r"senior|sr\.?|snr|experienced|expert|iii|iv|advanced"),
    ("junior", r"junior|jr\.?|entry[- ]level|graduate|associate|assistant"),
)  # fmt: skip
_EMPLOYMENT = (
    ("internship", r"intern|internship|praktikum|praktikant\w*|stage|stagiaire|practicas|becari[oa]|estagi[oa]\w*|co-op|coop|tirocinio|pasantia|summer analyst"),
    ("working student", r"werkstudent\w*|working student|student assistant|hiwi|studentische hilfskraft"),
    ("apprenticeship", r"apprentice(?:ship)?|ausbildung|alternance|azubi"),
    ("volunteer", r"volunteer(?:ing)?|ehrenamtlich\w*|voluntari[oa]|benevole|pro bono"),
    ("freelance", r"freelancer?|self[- ]employed|independent (?:consultant|contractor)|freiberuf\w*|autonomo|selbststandig\w*"),
    ("contract", r"contract(?:or)?|fixed[- ]term|befristet|interim|temporary|temp|seasonal"),
    ("part-time", r"part[- ]time|teilzeit|temps partiel|medio tiempo|tiempo parcial|meio periodo|half[- ]time"),
    ("full-time", r"full[- ]time|vollzeit|temps plein|tiempo completo|cdi|permanent"),
)  # fmt: skip


def level(title: str) -> str | None:
    """How senior a title is; "mid" for the title of a job that says nothing of it, None where no title is.

    >>> level("Senior Software Engineer"), level("Research Intern"), level("Software Engineer"), level("PhD Student")
    ('senior', 'intern', 'mid', 'student')
    >>> level("Associate Professor"), level("VP of Engineering"), level("Acme Labs")
    ('associate professor', 'vp', None)
    """
    text = fold(title)
    for name, pattern in _compiled(_LEVELS):
        if pattern.search(text):
            return name
    return "mid" if has_title_word(title) else None


def employment_type(title: str) -> str | None:
    """The kind of employment that a title says.

    >>> employment_type("Research Intern"), employment_type("Engineer (part-time)"), employment_type("Engineer")
    ('internship', 'part-time', None)
    """
    text = fold(title)
    return next((name for name, pattern in _compiled(_EMPLOYMENT) if pattern.search(text)), None)


def has_title_word(text: str) -> bool:
    """Whether a text has a word that names what someone does.

    >>> has_title_word("Site Reliability Engineer"), has_title_word("Acme Labs")
    (True, False)
    """
    return any(word in _nouns() for word in words(text))


def known(text: str) -> bool:
    """Whether a text is a title of the list.

    >>> known("data scientist")
    True
    """
    return fold(text) in _titles()


def key(title: str) -> str:
    """The normal form of a title: folded words, the common short forms written out.

    >>> key("Sr. Software Engr.")
    'senior software engineer'
    """
    return " ".join(_LONG.get(word, word) for word in words(title))


_LONG = {
    "sr": "senior", "snr": "senior", "jr": "junior", "engr": "engineer", "eng": "engineer", "mgr": "manager", "asst": "assistant",
    "assoc": "associate", "prof": "professor", "dev": "developer", "swe": "software engineer", "vp": "vice president", "dir": "director",
    "ceo": "chief executive officer", "cto": "chief technology officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "ra": "research assistant", "ta": "teaching assistant", "postdoc": "postdoctoral researcher",
}  # fmt: skip
_NOUNS = [
    "engineer",
    "developer",
    "scientist",
    "researcher",
    "analyst",
    "manager",
    "director",
    "consultant",
    "architect",
    "administrator",
    "designer",
    "intern",
    "fellow",
    "professor",
    "lecturer",
    "assistant",
    "associate",
    "specialist",
    "technician",
    "coordinator",
    "officer",
    "lead",
    "head",
    "president",
    "founder",
    "cofounder",
    "partner",
    "advisor",
    "adviser",
    "programmer",
    "instructor",
    "teacher",
    "tutor",
    "postdoc",
    "student",
    "trainee",
    "apprentice",
    "nurse",
    "physician",
    "surgeon",
    "lawyer",
    "attorney",
    "accountant",
    "economist",
    "statistician",
    "mathematician",
    "physicist",
    "chemist",
    "biologist",
    "editor",
    "writer",
    "journalist",
    "translator",
    "librarian",
    "curator",
    "strategist",
    "recruiter",
    "representative",
    "executive",
    "chief",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "ciso",
    "supervisor",
    "operator",
    "mechanic",
    "electrician",
    "planner",
    "buyer",
    "auditor",
    "controller",
    "investigator",
    "internship",
    "praktikant",
    "praktikum",
    "werkstudent",
    "stagiaire",
    "ingenieur",
    "ingenieurin",
    "ingeniero",
    "ingeniera",
    "ingénieur",
    "entwickler",
    "entwicklerin",
    "mitarbeiter",
    "mitarbeiterin",
    "leiter",
    "leiterin",
    "doktorand",
    "doktorandin",
    "doctorant",
    "profesor",
    "profesora",
    "desarrollador",
    "desarrolladora",
    "gerente",
    "analista",
    "investigador",
    "investigadora",
    "becario",
    "pesquisador",
    "professora",
    "engenheiro",
    "desenvolvedor",
    "estagiario",
    "chercheur",
    "developpeur",
    "directeur",
    "directrice",
    "responsable",
    "charge",
    "sviluppatore",
    "ricercatore",
    "ingegnere",
    "docente",
    "collaborateur",
    "hilfskraft",
    "tester",
    "maintainer",
    "contributor",
    "contractor",
    "freelancer",
    "owner",
    "principal",
    "clerk",
    "secretary",
    "receptionist",
    "cashier",
    "driver",
    "chef",
    "volunteer",
    "ambassador",
    "mentor",
    "reviewer",
    "organizer",
    "chair",
    "member",
    "sde",
    "swe",
    "sre",
    "practitioner",
    "therapist",
    "psychologist",
    "pharmacist",
    "dentist",
    "veterinarian",
    "producer",
    "artist",
    "animator",
    "photographer",
    "evangelist",
    "advocate",
    "hacker",
    "trader",
    "actuary",
    "underwriter",
    "broker",
    "banker",
    "estimator",
    "surveyor",
    "draftsman",
    "machinist",
    "superintendent",
    "foreman",
    "postdoctoral",
    "dean",
    "provost",
    "rector",
    "vp",
]


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(map(fold, _NOUNS))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(map(fold, column("titles.txt")))


@lru_cache(maxsize=4)
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for name, pattern in table)
