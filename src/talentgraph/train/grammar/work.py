"""Work sections: positions in many layouts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.pieces import Part, Row, fill, listed, rows, text
from talentgraph.train.grammar.pools import chance, pick, weighted
from talentgraph.train.grammar.style import Style, span, stints

_EMPLOYERS = {
    "{employer}": 8, "{employer}<, {team}>": 3, "<{team}, >{employer}": 3, "{employer}< ({team})>": 0.7,
    "{employer}< – {team}>": 1, "{employer}< | {team}>": 0.5, "<{team} at >{employer}": 0.4, "{employer}< / {team}>": 0.4,
    "{employer}< - {team}>": 0.7, "{employer}<: {team}>": 0.3,
}  # fmt: skip
_PLACED = {"{E}<, {place}>": 5, "{E}< – {place}>": 1.5, "{E}< ({place})>": 1, "{E}< | {place}>": 1, "{E}< - {place}>": 1, "{E}< -- {place}>": 0.6, "{E}< · {place}>": 0.5, "{E}<. {place}>": 0.2, "{E}<\t{place}>": 2}
_TITLES = {"{title}": 10, "{title}< – {focus}>": 1, "{title}< | {focus}>": 1, "{title}< ({focus})>": 1, "{title}<, {focus}>": 0.5, "{title}<: {focus}>": 0.5}
_ONE_LINE = {
    "E{s}T\tD": 6, "T{s}E\tD": 6, "D\tT{s}E": 5, "D\tE{s}T": 3, "T at E\tD": 1.5, "T{s}E (D)": 3, "E{s}T (D)": 2,
    "E{s}T{s}D": 2, "T{s}E{s}D": 2, "D: T{s}E": 1.5, "D: E{s}T": 0.7, "D {s}T{s}E": 0.7, "T @ E\tD": 0.4, "T, D, E": 0.4,
    "E (D){s}T": 0.5, "D T, E": 0.6, "E\tT\tD": 1.5, "T\tE\tD": 1, "D\tE\tT": 1, "E\tT\tP\tD": 1.2, "T at E, D": 1, "D{s}E: T": 0.3,
}  # fmt: skip
_TWO_LINES = {
    "E\tD|T": 6, "T\tD|E": 6, "E\tP|T\tD": 6, "T\tP|E\tD": 2, "E|T\tD": 3, "T|E\tD": 3, "E|T{s}D": 2.5, "T|E{s}D": 3,
    "E{s}T|D": 4, "T{s}E|D": 4, "T at E|D": 1, "D|T{s}E": 1.5, "D|E{s}T": 1, "D\tE|T": 2, "D\tT|E": 2, "T|E{s}P{s}D": 1,
    "E{s}T\tP|D": 2, "T{s}E\tP|D": 1, "E{s}D|T": 1, "T (D)|E": 1.5, "E (D)|T": 1.5, "E|T (D)": 1, "T{s}E|D{s}P": 1.5,
    "T{s}E{s}P|D": 2, "E\tD|T\tP": 4, "T\tD|E\tP": 4, "D\tT|P\tE": 0.5, "E\tT|P\tD": 1, "P\tE|D\tT": 0.7, "E{s}T|P\tD": 1,
}  # fmt: skip
_MORE_LINES = {
    "E|T|D": 4, "T|E|D": 4, "D|E|T": 1, "D|T|E": 1, "E|D|T": 4, "T|D|E": 1.5, "E|T|D|P": 2, "T|E|D|P": 3, "E|P|T|D": 2,
    "E|P|D|T": 2, "T|E|P|D": 2, "E|D|P|T": 1, "T|E|P{s}D": 1, "E|P|T\tD": 1.5, "D|T|E|P": 0.7, "E|T|P|D": 2, "T|D|E|P": 0.7,
    "E|T|D{s}P": 2, "D|P|E|T": 0.7, "D|P|T|E": 0.7, "E|P\tD|T": 1, "E|D{s}P|T": 1,
}  # fmt: skip


def layout(random: Random) -> list[str]:
    """The patterns of one position, a line each; fields are employer, title, team, place, focus and date."""
    table = pick(random, "1", "1", "2", "2", "2", "3")
    lines = weighted(random, {"1": _ONE_LINE, "2": _TWO_LINES, "3": _MORE_LINES}[table])
    separator = pick(random, ", ", ", ", ", ", " – ", " | ", " - ", " — ", " · ", " -- ", " • ", " / ")
    employer = weighted(random, _EMPLOYERS)
    if "P" not in lines and chance(random, 0.6):
        employer = weighted(random, _PLACED).replace("{E}", employer)
        if employer.endswith("\t{place}>") and "E\t" in lines.replace("{s}", ", "):
            employer = employer.replace("\t", ", ")
    if table == "1" and "\t{place}" in employer and not lines.startswith("D"):
        employer = employer.replace("\t", ", ")
    return place_fields(lines, separator, {"E": employer, "T": weighted(random, _TITLES), "D": "{date}", "P": "{place}"})


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
    patterns, found = layout(random), list[Row]()
    manners = _manners(random)
    gaps, team_rate, place_rate = chance(random, 0.85), pick(random, "0", "0.2", "0.8"), pick(random, "0.2", "0.9", "0.97")
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
        "topics": pick_number(random, 0, 0, 0, 0.3),
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
        role = {"title": prose.job_title(random), "date": (Part(span(random, style, stint), "", "date"),)}
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
        found += [text(prose.summary_line(random)) for _ in range(random.choice((1, 1, 1, 2)))]
    if chance(random, manners["topics"]):
        for _ in range(random.randint(1, 3)):
            found.append(text(prose.focus(random), gap=chance(random, 0.5)))
            found += [text(prose.sentence(random), "bullet") for _ in range(random.randint(1, most))]
        return found
    if chance(random, manners["people"]):
        found.append(advisor_row(random))
    if chance(random, manners["bullets"]):
        if chance(random, manners["label"]):
            found.append(text(pick(random, "Highlights", "Highlights:", "Responsibilities:", "Key achievements:", "Achievements", "Tasks:", "Details")))
        bullets = [_bullet(random) for _ in range(random.randint(1, most))]
        found += [replace(bullets[0], lead=True), *bullets[1:]]
    return found


def _bullet(random: Random) -> Row:
    words = prose.sentence(random) if chance(random, 0.85) else prose.summary_line(random)
    return text(words, "bullet", level=1 if chance(random, 0.05) else 0)


def tools(random: Random) -> Row:
    """A line of technologies, with a label before it as often as not."""
    items = listed("skill", prose.technologies(random, random.randint(2, 8)), pick(random, ", ", ", ", " | ", " · ", "; ", " / "))
    label = pick(random, "Technologies: ", "Tech stack: ", "Tools: ", "Stack: ", "Skills: ", "Keywords: ", "Technologies used: ", "", "", "")
    kind = "bullet" if chance(random, 0.25) else "entry"
    return Row((*([Part(label)] if label else []), *items), kind)  # type: ignore[arg-type]


def advisor_row(random: Random) -> Row:
    """A line that names advisors, supervisors or hosts."""
    people = [" ".join(names.person(random)) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))]
    if chance(random, 0.3):
        people = [f"{pick(random, 'Prof.', 'Dr.', 'Prof. Dr.', 'Professor')}|{person}" for person in people]
    parts: list[Part] = [Part(pick(random, "Advisor: ", "Advisor: ", "Supervisor: ", "Supervisors: ", "Advisors: ", "Advised by ", "Host: ", "Mentor: ", "Supervised by ", "PI: ", "with ", "Manager: ", "Co-advised by ", "Betreuer: ", "Director: ", "Tutor: "))]
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
