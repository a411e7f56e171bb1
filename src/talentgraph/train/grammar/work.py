"""Work sections: positions in many layouts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.composition import draw
from talentgraph.train.grammar.pieces import Part, Row, fill, listed, rows, text
from talentgraph.train.grammar.pools import chance, layouts, pick, weighted
from talentgraph.train.grammar.style import Style, span, stints


def layout(random: Random, apart: bool = False) -> list[str]:
    """The patterns of one position, a line each; `apart` says that only letters tell title and employer apart."""
    table = pick(random, "one line", "one line", "two lines", "two lines", "two lines", "more lines")
    lines = draw(random, f"work {table}", "ETDP")
    separator = pick(random, ", ", ", ", ", ", " – ", " | ", " - ", " — ", " · ", " -- ", " • ", " / ")
    separator = " " if apart else separator
    focus = " <{focus}>" if apart and chance(random, 0.4) else ""
    employer = weighted(random, layouts("work employers"))
    if "P" not in lines and chance(random, 0.6):
        employer = weighted(random, layouts("work placed")).replace("{E}", employer)
        if employer.endswith("\t{place}>") and "E\t" in lines.replace("{s}", ", "):
            employer = employer.replace("\t", ", ")
    if table == "one line" and "\t{place}" in employer and not lines.startswith("D"):
        employer = employer.replace("\t", ", ")
    return place_fields(
        lines,
        separator,
        {
            "E": employer,
            "T": "{title}" + focus if focus else weighted(random, layouts("work titles")),
            "D": "{date}",
            "P": "{place}",
        },
    )


def place_fields(lines: str, separator: str, blocks: dict[str, str]) -> list[str]:
    """The patterns of a layout in short letters.

    >>> place_fields("E{s}P|D", ", ", {"E": "{employer}", "P": "{place}", "D": "{date}"})
    ['{employer}<, {place}>', '{date}']
    """
    found = []
    for line in lines.split("|"):
        pattern, rest = "", line
        while rest:
            if rest.startswith("{s}P"):
                pattern, rest = f"{pattern}<{separator}{{place}}>", rest[4:]
            elif rest.startswith("\tP"):
                pattern, rest = f"{pattern}<\t{{place}}>", rest[2:]
            elif rest.startswith("{s}"):
                pattern, rest = pattern + separator, rest[3:]
            elif rest[0] in blocks and not rest[1:2].islower():
                pattern, rest = pattern + blocks[rest[0]], rest[1:]
            else:
                pattern, rest = pattern + rest[0], rest[1:]
        found.append(pattern)
    return found


def section(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """A work section."""
    apart = any(("title" in letters) != ("employer" in letters) for letters in (style.italic, style.bold))
    patterns, found = layout(random, apart and chance(random, 0.3)), list[Row]()
    manners = _manners(random)
    gaps, team_rate, place_rate = (
        chance(random, 0.85),
        pick(random, "0", "0.2", "0.8"),
        pick(random, "0.2", "0.9", "0.97"),
    )
    dates = stints(random, count, last)
    previous = ""
    for number, stint in enumerate(dates):
        values: dict[str, str | tuple[Part, ...]] = {
            "employer": names.employer(random) if not (previous and chance(random, 0.08)) else previous,
            "title": prose.job_title(random),
            "date": (Part(span(random, style, stint), "", "date"),),
        }
        previous = str(values["employer"])
        if chance(random, float(team_rate)):
            values["team"] = names.group(random)
        if chance(random, float(place_rate)):
            values["place"] = names.place(random)
        if chance(random, 0.3):
            values["focus"] = (Part(prose.focus(random)),)
        if chance(random, 0.03):
            del values["title"]
        elif chance(random, 0.03):
            used = listed("skill", prose.technologies(random, random.randint(2, 4)), ", ")
            values["title"] = tuple(replace(part, field="title") for part in used)
        found += rows(patterns, values, gap=gaps or number == 0)
        found += _roles(random, style, patterns, values)
        found += _below(random, manners)
    return found


def _manners(random: Random) -> dict[str, float]:
    """How likely each thing below a position is, in one CV."""
    return {
        "bullets": pick_number(random, 0, 0.3, 0.9, 1, 1),
        "summary": pick_number(random, 0, 0.1, 0.4, 0.9),
        "people": pick_number(random, 0, 0, 0.2, 0.6),
        "tools": pick_number(random, 0, 0, 0, 0.3, 0.8),
        "topics": pick_number(random, 0, 0, 0, 0.4, 0.9),
        "most": random.choice((1, 1, 2, 3, 5)),
        "label": pick_number(random, 0, 0, 0, 1),
    }


def pick_number(random: Random, *choices: float) -> float:
    """One of some numbers."""
    return random.choice(choices)


def _roles(random: Random, style: Style, patterns: list[str], values: dict[str, str | tuple[Part, ...]]) -> list[Row]:
    """Earlier roles at the same employer, without the employer's line."""
    lines = [pattern for pattern in patterns if "{employer}" not in pattern]
    if not chance(random, 0.12) or not any("{title}" in pattern for pattern in lines):
        return []
    found: list[Row] = []
    for stint in stints(random, random.randint(1, 2), 24000 + random.randint(60, 280)):
        role: dict[str, str | tuple[Part, ...]] = {
            "title": prose.job_title(random),
            "date": (Part(span(random, style, stint), "", "date"),),
        }
        if chance(random, 0.6):
            found.append(text(prose.sentence(random), "bullet"))
        found += rows(lines, role, gap=chance(random, 0.5))
    return found


def _below(random: Random, manners: dict[str, float]) -> list[Row]:
    """What stands below the head of a position."""
    found: list[Row] = []
    most = int(manners["most"])
    if chance(random, manners["tools"]):
        found.append(tools(random))
    if chance(random, manners["summary"]):
        if chance(random, 0.06):
            found.append(text(f"{prose.focus(random)}\t{random.randint(2, 9)} {pick(random, 'years', 'months')}"))
        found += [text(prose.summary_line(random)) for _ in range(random.choice((1, 1, 1, 2)))]
    if chance(random, manners["topics"]):
        return [*found, *_topics(random, most)]
    if chance(random, manners["people"]):
        found.append(advisor_row(random))
    if chance(random, manners["bullets"]):
        if chance(random, manners["label"]):
            found.append(
                text(
                    pick(
                        random,
                        "Highlights",
                        "Highlights:",
                        "Responsibilities:",
                        "Key achievements:",
                        "Achievements",
                        "Tasks:",
                        "Details",
                    )
                )
            )
        bullets = [_bullet(random) for _ in range(random.randint(1, most))]
        found += [replace(bullets[0], lead=True), *bullets[1:]]
    return found


def _topics(random: Random, most: int) -> list[Row]:
    """Headings of what was done, with bullets below each: they are neither employers nor titles."""
    found: list[Row] = []
    gaps, notes = chance(random, 0.6), chance(random, 0.4)
    for _ in range(random.randint(1, 3)):
        words = prose.focus(random) if chance(random, 0.7) else prose.paper_title(random)
        words += pick(random, " [Product Link]", " [Link]", " (ongoing)", ":") if chance(random, 0.2) else ""
        found.append(Row((Part(words, "", "topic"),), "text", gaps))
        bullets = [text(prose.sentence(random), "bullet") for _ in range(random.randint(1, most))]
        found += [replace(bullets[0], lead=True), *bullets[1:]]
        if notes:
            found.append(text(_note(random), gap=gaps and chance(random, 0.5)))
    return found


def _note(random: Random) -> str:
    """A remark in brackets below a piece of work."""
    short, long = names.venue(random)
    venue = f"{short or long} '{random.randint(15, 26)}"
    return pick(
        random,
        f"(Paper accepted at {venue})",
        f"(Paper in submission '{random.randint(15, 26)})",
        f"(Media mentions: [{names.company(random)}], [{names.company(random)}])",
        f"(Report delivered to {names.company(random)})",
    )


def _bullet(random: Random) -> Row:
    words = prose.sentence(random) if chance(random, 0.85) else prose.summary_line(random)
    return text(words, "bullet", level=1 if chance(random, 0.05) else 0)


def tools(random: Random) -> Row:
    """A line of technologies, with a label before it as often as not."""
    items = listed(
        "skill", prose.technologies(random, random.randint(2, 8)), pick(random, ", ", ", ", " | ", " · ", "; ", " / ")
    )
    label = pick(
        random,
        "Technologies: ",
        "Tech stack: ",
        "Tools: ",
        "Stack: ",
        "Skills: ",
        "Keywords: ",
        "Technologies used: ",
        "",
        "",
        "",
    )
    kind = "bullet" if chance(random, 0.25) else "entry"
    return Row((*([Part(label)] if label else []), *items), kind)  # type: ignore[arg-type]


def advisor_row(random: Random) -> Row:
    """A line that names advisors, supervisors or hosts."""
    people = [names.full_name(random) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))]
    if chance(random, 0.3):
        people = [f"{pick(random, 'Prof.', 'Dr.', 'Prof. Dr.', 'Professor')}|{person}" for person in people]
    parts: list[Part] = [
        Part(
            pick(
                random,
                "Advisor: ",
                "Advisor: ",
                "Supervisor: ",
                "Supervisors: ",
                "Advisors: ",
                "Advised by ",
                "Host: ",
                "Mentor: ",
                "Supervised by ",
                "PI: ",
                "with ",
                "Manager: ",
                "Co-advised by ",
                "Betreuer: ",
                "Director: ",
                "Tutor: ",
            )
        )
    ]
    for number, person in enumerate(people):
        title, bar, name = person.partition("|")
        between = "" if not number else pick(random, ", ", " and ", " & ", "; ")
        parts += [Part(f"{between}{title} " if bar else between), Part(name if bar else title, "ADVISOR", "advisor")]
    if chance(random, 0.1):
        parts.append(Part(f" ({names.school(random)})"))
    return Row(tuple(p for p in parts if p.text), "bullet" if chance(random, 0.55) else "text")


def heading(style: Style, kind: str) -> Row:
    """The heading of a section."""
    return Row(fill(style.headings[kind], {}), "heading", True)
