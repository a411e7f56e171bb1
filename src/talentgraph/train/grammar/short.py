"""Sections of short entries: skills, projects, awards, certificates, languages, and those that only distract."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.composition import draw_named
from talentgraph.train.grammar.pieces import Kind, Part, Row, listed, rows, text
from talentgraph.train.grammar.pools import chance, items, one, pick, word
from talentgraph.train.grammar.style import Stint, Style, point, span
from talentgraph.train.grammar.work import pick_number, tools

_BETWEEN = {", ": 3, " – ": 2, "|": 3, "\t": 2, " from ": 1, ": ": 1}
_LINES = {"\n": 4, "\t": 2, ", ": 1, " – ": 1}
_GROUPS = (
    "Programming",
    "Programming Languages",
    "Languages",
    "Frameworks",
    "Tools",
    "Software",
    "Databases",
    "Cloud",
    "DevOps",
    "Web",
    "Hardware",
    "Machine Learning",
    "Data Science",
    "Libraries",
    "Methods",
    "Operating Systems",
    "AI Systems",
    "System Analysis & Optimization",
    "Other",
    "Systems for LLM",
    "Languages & Hardware",
    "Laboratory",
    "Molecular Biology",
    "Statistics",
    "Backend",
    "Frontend",
    "Mobile",
    "Testing",
    "Simulation",
    "Parallelism & Strategy",
    "Soft Skills",
    "Technologies",
    "Platforms",
    "Visualization",
    "Design",
    "Lenguajes",
    "Sprachen",
)


def skills(random: Random) -> list[Row]:
    """A skills section in one of many forms."""
    form = pick(random, "labelled", "labelled", "labelled", "bare", "lines", "tagged", "stacked", "prose")
    separator = pick(random, ", ", ", ", ", ", ", ", " | ", " · ", "; ", " / ", " • ", ",")
    if form == "bare":
        return [
            Row(_items(random, separator, random.randint(4, 18)), _kind(random))
            for _ in range(random.choice((1, 1, 2)))
        ]
    if form == "lines":
        level = chance(random, 0.2)
        return [_single(random, level=level) for _ in range(random.randint(3, 12))]
    if form == "tagged":
        return [
            Row(_items(random, pick(random, " ", "  ", "\t", "\t"), random.randint(4, 12)), "entry")
            for _ in range(random.choice((1, 2, 3)))
        ]
    if form == "prose":
        return [Row(_with_brackets(random), _kind(random)) for _ in range(random.randint(1, 4))]
    return _groups(random, form, separator)


def _groups(random: Random, form: str, separator: str) -> list[Row]:
    found: list[Row] = []
    label_end = pick(random, ": ", ": ", ":", "\t", " – ", ":\t", " - ")
    kind = _kind(random)
    for name in random.sample(_GROUPS, random.randint(2, 6)):
        listing = _with_brackets(random) if chance(random, 0.1) else _items(random, separator, random.randint(1, 10))
        if form == "stacked":
            found += [Row((Part(name, "", "skills"),), "entry", chance(random, 0.5)), Row(listing, "entry")]
        else:
            found.append(Row((Part(name, "", "skills"), Part(label_end), *listing), kind))
    return found


def _kind(random: Random) -> Kind:
    return "bullet" if chance(random, 0.3) else "entry"


def _items(random: Random, separator: str, count: int) -> tuple[Part, ...]:
    return listed("skill", prose.technologies(random, count), separator, pick(random, " and ", "", "", "", ""))


def _single(random: Random, *, level: bool) -> Row:
    level_words = pick(random, " (Advanced)", ": Expert", "\tIntermediate", " – 5 years", " (basic)") if level else ""
    parts = (Part(prose.technology(random), "SKILL", "skill"), *([Part(level_words)] if level_words else []))
    return Row(parts, _kind(random))


def _with_brackets(random: Random) -> tuple[Part, ...]:
    """Technologies in brackets behind what they are for."""
    parts: list[Part] = []
    for number in range(random.randint(1, 3)):
        parts.append(Part(", " if number else ""))
        head = prose.focus(random)
        parts.append(Part(head, "SKILL", "skill") if chance(random, 0.3) else Part(head))
        parts += [Part(" ("), *listed("skill", prose.technologies(random, random.randint(1, 4)), ", "), Part(")")]
    return tuple(part for part in parts if part.text)


def awards(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """An award section."""
    patterns = draw_named(random, "short awards", ("award", "awarder", "date"), _BETWEEN).split("|")
    bullets, gaps, awarder_rate = chance(random, 0.35), chance(random, 0.5), pick_number(random, 0.2, 0.8, 1)
    found: list[Row] = []
    for _ in range(count):
        values: dict[str, str | tuple[Part, ...]] = {
            "award": award(random),
            "date": (Part(_some_date(random, style, last), "", "date"),),
        }
        if chance(random, awarder_rate):
            values["awarder"] = pick(
                random,
                names.school(random),
                names.company(random),
                names.laboratory(random),
                max(names.invented_venue(random), key=len),
            )
        lines = rows(patterns, values, gap=gaps)
        found += _bulleted(lines) if bullets else lines
        if chance(random, 0.08):
            found.append(text(prose.summary_line(random)))
    return found


def award(random: Random) -> str:
    """The name of an award."""
    name = random.choice(items("awards")) if chance(random, 0.85) else prose.wild_title(random)
    if chance(random, 0.35):
        name = f"{name} {random.choice(items('award_subjects'))}"
    if chance(random, 0.3):
        kind = one(random, f"Prize|Fellowship|Award|Scholarship|Medal|Memorial Award|{name}")
        name = f"{names.coined(random)} {kind}"
    if chance(random, 0.07):
        name = f"{' '.join(names.person(random))} {pick(random, 'Prize', 'Award', 'Memorial Award', 'Fellowship')}"
    if chance(random, 0.08):
        name += f" ({pick(random, '$5,000', '€12,000', 'top 1%', 'PI', '3rd place', '4 of 200 students')})"
    return name


def certificates(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """A section of certificates."""
    layout = pick(
        random,
        "{certificate}<, {issuer}>\t{date}",
        "{certificate}<, {issuer}>",
        "{certificate}\t{date}|{issuer}",
        "{certificate}< – {issuer}>, {date}",
        "{certificate}|{issuer}|{date}",
        "{certificate}< ({issuer})>",
        "{date}\t{certificate}<, {issuer}>",
        "{certificate}|{date}|{issuer}",
        "{issuer}: {certificate}",
        "{certificate} ({date})",
        "{certificate}< - {issuer}>",
    )
    bullets, gaps = chance(random, 0.4), chance(random, 0.4)
    found: list[Row] = []
    for _ in range(count):
        values: dict[str, str | tuple[Part, ...]] = {
            "certificate": random.choice(items("certificates"))
            if chance(random, 0.75)
            else f"{prose.technology(random)} {one(random, 'Certification|Certificate|Nanodegree|Course|Bootcamp')}",
            "date": (Part(_some_date(random, style, last), "", "date"),),
        }
        if chance(random, 0.85):
            values["issuer"] = random.choice(items("issuers")) if chance(random, 0.6) else names.employer(random)
        lines = rows(layout.split("|"), values, gap=gaps)
        found += _bulleted(lines) if bullets else lines
    return found


def languages(random: Random) -> list[Row]:
    """A section of natural languages."""
    levels = (
        "native",
        "Native speaker",
        "fluent",
        "Fluent",
        "C1",
        "B2",
        "A2",
        "basic",
        "Professional working proficiency",
        "Mother tongue",
        "Intermediate",
        "Native or bilingual proficiency",
        "nativo",
        "Muttersprache",
        "advanced",
        "conversational",
        "beginner",
    )
    chosen = random.sample(items("languages"), random.randint(1, 5))
    join = pick(random, ": ", " (", " – ", "\t", ", ", " - ", "")
    stacked, bullets = chance(random, 0.6), chance(random, 0.3)
    found: list[list[Part]] = []
    for name in chosen:
        tail = f"{join}{random.choice(levels)}{')' if join == ' (' else ''}" if join else ""
        found.append([Part(name, "LANGUAGE", "language"), *([Part(tail)] if tail else [])])
    if stacked:
        if join == "\t" and chance(random, 0.4):
            return [
                row
                for parts in found
                for row in (Row((parts[0],), "entry"), Row((Part(parts[1].text.strip()),), "text"))
            ]
        return [Row(tuple(parts), "bullet" if bullets else "entry") for parts in found]
    separator = pick(random, ", ", "; ", " | ", " · ")
    return [
        Row(
            tuple(part for number, parts in enumerate(found) for part in ([Part(separator)] if number else []) + parts),
            "entry",
        )
    ]


def projects(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """A project section."""
    layout = draw_named(random, "short projects", ("project", "date", "about"), _LINES).split("\n")
    gaps, bullets, below = chance(random, 0.8), chance(random, 0.15), pick_number(random, 0, 0.5, 1, 1)
    tool_rate = pick_number(random, 0, 0, 0.4)
    found: list[Row] = []
    for _ in range(count):
        end = last - random.randint(0, 90)
        when = (
            span(random, style, Stint(end - random.randint(1, 14), end))
            if chance(random, 0.6)
            else point(random, style, end)
        )
        values: dict[str, str | tuple[Part, ...]] = {
            "project": prose.project_name(random),
            "date": (Part(when, "", "date"),),
            "about": (Part(prose.summary_line(random)),),
            "employer": (Part(names.employer(random)),),
            "link": (
                Part(
                    pick(
                        random,
                        "Link",
                        "GitHub",
                        "github.com/example/" + names.coined(random).lower(),
                        "Code",
                        "https://example.org",
                    )
                ),
            ),
        }
        if chance(random, 0.7):
            values["skills"] = listed("skill", prose.technologies(random, random.randint(1, 5)), ", ")
        if chance(random, 0.3):
            values["place"] = names.place(random)
        lines = rows(layout, values, gap=gaps)
        found += _bulleted(lines) if bullets else lines
        if chance(random, tool_rate):
            found.append(tools(random))
        if chance(random, below):
            kind: Kind = "bullet" if not bullets and chance(random, 0.7) else "text"
            found += [text(prose.sentence(random), kind) for _ in range(random.randint(1, 3))]
    return found


def summary(random: Random) -> list[Row]:
    """A paragraph about the person, with names in it that are no entities of a record."""
    made = [prose.summary_line(random) for _ in range(random.randint(1, 3))]
    if chance(random, 0.5):
        made.insert(
            0,
            f"{one(random, 'I am a|Experienced|Passionate|A')} {prose.job_title(random).lower()} with "
            f"{random.randint(2, 20)} years of experience in {word(random, 'departments').lower()}.",
        )
    if chance(random, 0.4):
        return [Row((Part(words),), "bullet" if chance(random, 0.3) else "text") for words in made]
    return [text(" ".join(words if words.endswith(".") else f"{words}." for words in made))]


def distraction(random: Random, style: Style, kind: str, last: int) -> list[Row]:
    """A section whose names belong to no record: service, talks, teaching, interests, references."""
    count = random.randint(1, 6)
    bullets, dated = chance(random, 0.6), pick(random, "", "", ", {}", "\t{}", "{}\t", " ({})")
    found: list[Row] = []
    for _ in range(count):
        words = _distraction_line(random, kind)
        if dated:
            when = _some_date(random, style, last)
            words = f"{when}\t{words}" if dated.startswith("{") else words + dated.format(when)
        found.append(text(words, "bullet" if bullets else "text", gap=chance(random, 0.3)))
    return found


def _distraction_line(random: Random, kind: str) -> str:
    short, long = names.venue(random)
    if kind == "interests":
        return ", ".join(
            pick(random, prose.focus(random), "Hiking", "Chess", "Photography", "Climbing", "Piano", "Football")
            for _ in range(random.randint(1, 5))
        )
    if kind == "references":
        return f"{' '.join(names.person(random))}, {prose.academic_title(random)}, {names.school(random)}"
    if kind == "teaching":
        return pick(
            random,
            f"{prose.field(random)}, {names.school(random)}",
            f"Teaching assistant, {prose.field(random)}",
            f"{prose.field(random)} (graduate level)",
            f"Lecturer for {prose.field(random)}, {names.school(random)}",
        )
    if kind == "talks":
        return pick(
            random,
            f"{prose.paper_title(random)}, {names.school(random)}",
            f"“{prose.paper_title(random)}”, {short or long}, {names.place(random)}",
            f"{prose.paper_title(random)}. {long or short}",
        )
    return pick(
        random, f"Reviewer: {short or long}, {long or short}",
        f"Program committee, {short or long}", f"Member of {names.laboratory(random)}",
        f"Volunteer at {names.laboratory(random)}, {names.place(random)}", 
        f"Co-organizer of the {long or short}", f"{short or long} (reviewer)", f"Mentor, {names.company(random)}",
    )  # fmt: skip


def _some_date(random: Random, style: Style, last: int) -> str:
    month = last - random.randint(0, 130)
    return str(month // 12) if chance(random, 0.6) else point(random, style, month)


def _bulleted(lines: list[Row]) -> list[Row]:
    return [Row(lines[0].parts, "bullet", lines[0].gap, lead=True), *lines[1:]] if lines else []
