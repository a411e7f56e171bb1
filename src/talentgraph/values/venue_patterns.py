"""What stands around the names of venues: dates, ordinals, publishers, notes, tracks, workshops."""

# ruff: noqa: E501 - patterns and tables are easier to read on one line

from __future__ import annotations

import re

Y = r"(?:19[5-9]\d|20[0-4]\d)"
ARXIV = re.compile(r"\barxiv\b|\bCoRR\b|computing research repository", re.I)
LEAD = re.compile(
    r"^\W*(?:in\s*:\s*|in\s+(?=proc|the\s)|(?:to\s+appear|under\s+review|(?:to\s+be\s+)?submitted|in\s+submission|accepted|presented|published|appeared|forthcoming)\s+(?:in|at|to|by|as)\s+(?:an?\s+\w+\s+(?:at|in)\s+)?)?(?:the\s+)?"
    r"(?:(?:conference\s+(?:record|proceedings)|conf\.?\s+proc\.?|proceedings|proc\.?|procs\.?|actas|tagungsband)(?:\s+(?:of|from|to))?\s+(?:the\s+)?(?=\S))?",
    re.I,
)
KEEPS_LEAD = re.compile(
    r"^\W*(?:the\s+)?proc(?:eedings|\.)?\s+(?:of\s+)?(?:the\s+)?(?:acm\s+(?:on|hum|manag|program|interact|meas|softw|netw)|ieee$|vldb\s+endow|national|natl|machine\s+learn\w*\s+res|mach\.|royal|r\.\s|institution|on\s+privacy|priv)",
    re.I,
)
UNITS = "first second third fourth fifth sixth seventh eighth ninth".replace(" ", "|")
NUMBER = re.compile(
    rf"\b(?:\d{{1,3}}\s?(?:st|nd|rd|th|ème|e|º|ª)(?=\s)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy)[- ]?)?(?:{UNITS})(?=\s)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|hundredth)\b\s*",
    re.I,
)
ROMAN = re.compile(r"^(?!IV\s)(?:[IVXL]{2,8}|[IVX])\.?\s+(?=\w{4,})|\s+(?:[IVXL]{2,8})$")
YEAR = re.compile(rf"[\s,-]*(?<![\w./]){Y}(?:\s?[-–/]\s?(?:{Y}|\d\d))?(?!\w)|\s?['’‘`]\s?\d\d(?!\d)")
GLUED = re.compile(
    rf"(?<=[A-Za-z])[-_]?(?:{Y})(?!\d)|(?<=[A-Z]{{3}})-?[0129]\d(?!\w)|(?<=[a-z][A-Z]{{2}})[0129]\d(?!\w)|(?<=[A-Z][A-Za-z]{{2}})\s[012]\d$"
)
TAIL = re.compile(
    r"(?:[,;.:]|\s-)?\s*\(?(?:\bvol(?:ume|s)?\b\.?\s*\d|\bno\.?\s*\d|\bnumber\s\d|(?<![&\w])pp?\.?\s*\d|\bpages?\s*\d|\bissue\s*\d|\bart(?:icle|\.)\s*(?:no\.?\s*)?\d|\d+\s?\(\d+\)|\d+\s?:\s?\d|\bdoi\b|\bhttps?:|\bisbn\b|\bissn\b).*$",
    re.I,
)
PUBLISHER = re.compile(
    r"(?:[,;(]|(?<=\w{5})\.)\s*(?:in\s+)?(?:springer(?:[- ]verlag)?|elsevier|wiley|acm(?:\s+press)?|ieee(?:\s+(?:press|computer society|cs))?|usenix(?:\s+association)?|pmlr|jmlr(?:\.org)?|curran(?:\s+associates)?|aaai(?:\s+press)?|mit\s+press|openreview(?:\.net)?|"
    r"lncs|lnai|lecture\s+notes\s+in\s+\w+(?:\s+\w+)?|ceur(?:-ws)?|isca|aclweb|association\s+for\s+computing\s+machinery|association\s+for\s+computational\s+linguistics|lipics|dagstuhl|eurographics|ifip|caltech|siam|core\s+a\*?|ccf[- ][abc]|a\*|rank\s+\w+)(?=\W*(?:$|[,;.)]|\d)).*$",
    re.I,
)
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
DATE = re.compile(
    rf"[,(]?\s*(?:{MONTH}\s+\d{{1,2}}(?:\s?[-–]+\s?(?:{MONTH}\s+)?\d{{1,2}})?|\d{{1,2}}\s?[-–]\s?\d{{1,2}}\s+{MONTH}|,\s*{MONTH})(?!\w).*$",
    re.I,
)
NOTE = re.compile(
    r"\s*(?:[\[(]|[,–—]\s+|\s-\s)\s*(?:oral|spotlight|poster|highlight|notable|best|to appear|accepted|acceptance|under review|in press|in submission|long|short|full|regular|main|invited|award|outstanding|honou?rable|top\s+\d|selected|peer|rate|rank|core|ccf|if\b|impact|q1|a\*|first author|co-first)\b[^)\]]*[)\]]?$",
    re.I,
)
TRACKS = tuple(
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
STUDENTS = tuple(track for track in TRACKS if track[0] in ("student research workshop", "doctoral consortium"))
WORKSHOP = re.compile(r"\b(?:work\s?shops?|wkshps?|wksps?|wshps?)\b\.?", re.I)
AT = re.compile(
    r"\s*(?:@|,\s*(?:at|in|co-?located|held|with)?|\b(?:at|in conjunction with|co-?located with|held (?:at|with|in conjunction with)|part of|affiliated with|of|in)\b|\(|[:;–—]|\s-\s)\s*(?:the\s+)?",
    re.I,
)
ON = re.compile(r"^\W*(?:track\s+)?(?:on|for|about|towards?|:)?\s*(?:the\s+)?", re.I)
GLUED_WORKSHOP = re.compile(r"\b([A-Z][A-Za-z]*[A-Z])(?:-?W|W(?=\b))(?=[\s'’\d(,]|$)")
VOLUME = re.compile(r"\b(?:main\s+)?(?:track|proceedings|volume)\b\s*(?:of(?:\s+the)?)?", re.I)
PAREN = re.compile(r"\(([^()]{2,60})\)")
SUBTRACK = re.compile(r"([A-Z][A-Za-z]*[A-Z])[-:\s]\s?(?:\(?([A-Z]{3,8})(?:\s+track)?\)?)")  # "ICSE-SEIP"
SPELLED = {
    "ML": "machine learning",
    "NLP": "natural language processing",
    "AI": "artificial intelligence",
    "CV": "computer vision",
    "RL": "reinforcement learning",
    "LLM": "large language model",
}
HASH = re.compile(r"(?<=[A-Za-z])[-\s]?['’]?\d{1,3}$")  # "SC20", "MICRO-52"
FRAMES = frozenset(
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
ACRONYM = re.compile(r"(?=\S*[A-Z]\S*[A-Z])[A-Za-z][\w&+*@-]{1,14}")
JOINT = re.compile(r"([A-Z][\w*-]*[A-Z][\w]*)\s*(?:/|&|\+|and)\s*([A-Z][\w*-]*[A-Z][\w]*)")
