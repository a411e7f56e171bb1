"""Education sections: degrees in many layouts."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.pieces import Part, Row, listed, rows, text
from talentgraph.train.grammar.pools import chance, known, lines, pick, weighted
from talentgraph.train.grammar.style import Style, span, stints
from talentgraph.train.grammar.work import advisor_row, pick_number, place_fields

_SCHOOLS = {
    "{school}": 10, "{school}<, {department}>": 2, "<{department}, >{school}": 2, "{school}< ({department})>": 0.4,
    "{school}< – {department}>": 0.6, "{school}< & {school2}>": 0.4, "{school}< and {school2}>": 0.3, "{school}< - {department}>": 0.4,
}  # fmt: skip
_PLACED = {"{S}<, {place}>": 6, "{S}< – {place}>": 1.5, "{S}< ({place})>": 0.8, "{S}< | {place}>": 0.6, "{S}< - {place}>": 0.8, "{S}< -- {place}>": 0.6, "{S}<\t{place}>": 1.5}
_DEGREES = {
    "{degree}< in {field}>": 7, "{degree}<, {field}>": 6, "{degree}< {field}>": 3, "{field}<, {degree}>": 1, "{degree}< ({field})>": 1.2,
    "{degree}< of {field}>": 0.6, "{degree}< – {field}>": 1, "{degree}<: {field}>": 0.6, "{degree}< - {field}>": 1, "{degree}< | {field}>": 0.5,
    "{field}< ({degree})>": 0.8, "{degree}< with a major in {field}>": 0.2, "{field}< – {degree}>": 0.4, "{degree}< en {field}>": 0.3, "{degree}<. {field}>": 0.3,
}  # fmt: skip
_ONE_LINE = {
    "G{s}S\tD": 6, "S{s}G\tD": 6, "D\tG{s}S": 6, "D\tS{s}G": 2, "G{s}S{s}D": 4, "S{s}G{s}D": 2, "G{s}S (D)": 3, "S{s}G (D)": 2,
    "D: G{s}S": 1.5, "G from S\tD": 0.6, "G, D, S": 0.6, "D G, S": 0.8, "S\tG\tD": 1, "D\tS\tG": 1, "G at S, D": 0.5, "G{s}S": 0.7, "S (D): G": 0.4,
    "G. S. D": 0.5, "B\tS{s}F\tD": 2.5, "D{s}G{s}S": 0.7, "S\tG\tA\tP\tD": 1, "S\tG\tP\tD": 0.6, "B (D){s}S": 0.5,
}  # fmt: skip
_TWO_LINES = {
    "S\tD|G": 6, "G\tD|S": 6, "S\tP|G\tD": 6, "G\tP|S\tD": 1.5, "S|G\tD": 3, "G|S\tD": 2, "S|G{s}D": 2, "G|S{s}D": 2.5, "S{s}G|D": 4,
    "G{s}S|D": 3, "D|G{s}S": 1, "D\tS|G": 2, "D\tG|S": 2, "S{s}F\tD|B": 2, "S{s}F\tP|B\tD": 1, "S (D)|G": 1, "G (D)|S": 1, "G|S{s}P{s}D": 1,
    "S\tD|G\tP": 3, "G\tD|S\tP": 3, "S\tD|G{s}A": 2, "S|D{s}G": 0.7, "G{s}S\tP|D": 1,
}  # fmt: skip
_MORE_LINES = {
    "S|G|D": 4, "G|S|D": 4, "D|S|G": 1, "D|G|S": 1, "S|D|G": 4, "G|D|S": 1, "S|G|D|P": 2, "G|S|D|P": 2, "S|P|G|D": 1.5, "S{s}F|B|P|D": 2,
    "S{s}F|B|D": 2, "S|P|D|G": 1.5, "G|S|P|D": 1.5, "S|B|F|D": 2, "B|F|S|D": 1.5, "F|S|D|B": 1, "F|B|S|D": 1.5, "S|F|B|D": 1, "S|F|D|B": 1.5,
    "S\tD|B|F": 1, "S|G; A|D": 1.5, "S|G|A|D": 1, "F|S|D": 1, "S|D|B|F": 1, "B|S|F|D": 0.6,
}  # fmt: skip


def layout(random: Random) -> list[str]:
    """The patterns of one degree, a line each; fields are school, department, place, degree, field, grade, date."""
    table = pick(random, "1", "1", "2", "2", "3")
    lines_ = weighted(random, {"1": _ONE_LINE, "2": _TWO_LINES, "3": _MORE_LINES}[table])
    separator = pick(random, ", ", ", ", ", ", " – ", " | ", " - ", " — ", " · ", " -- ", "; ")
    school, degree = weighted(random, _SCHOOLS), weighted(random, _DEGREES)
    if "P" not in lines_ and chance(random, 0.6):
        school = weighted(random, _PLACED).replace("{S}", school)
        if table == "1":
            school = school.replace("\t", ", ")
    if "A" not in lines_ and chance(random, 0.2):
        degree += pick(random, "<; {grade}>", "<, {grade}>", "< ({grade})>", "<\t{grade}>", "< | {grade}>", "<. {grade}>")
    blocks = {"S": school, "G": degree, "D": "{date}", "P": "{place}", "B": "{degree}", "F": "{field}", "A": "{grade}"}
    return place_fields(lines_, separator, blocks)


def section(random: Random, style: Style, last: int, count: int) -> list[Row]:
    """An education section."""
    patterns, found = layout(random), list[Row]()
    manners = _manners(random)
    gaps = chance(random, 0.85)
    place_rate, department_rate = pick_number(random, 0.2, 0.9, 0.97), pick_number(random, 0, 0, 0.2, 0.8)
    levels = _levels(random, count)
    for number, (stint, level) in enumerate(zip(stints(random, count, last), levels, strict=True)):
        date = span(random, style, stint)
        if style.date == "year" and chance(random, 0.2):
            date = f"{(stint.end or last) // 12}"
        values: dict[str, str | tuple[Part, ...]] = {
            "school": names.school(random) if chance(random, 0.94) else names.laboratory(random),
            "degree": _degree(random, level),
            "date": (Part(date, "", "date"),),
        }
        if chance(random, 0.92):
            values["field"] = prose.field(random)
        if chance(random, place_rate):
            values["place"] = names.place(random)
        if chance(random, department_rate):
            values["department"] = names.department(random)
        if chance(random, 0.06):
            values["school2"] = (Part(names.school(random), "INSTITUTION", "school"),)
        if chance(random, manners["grade"]):
            values["grade"] = (Part(grade(random)),)
        found += rows(patterns, values, gap=gaps or number == 0)
        found += _below(random, manners, shown="{grade}" in "".join(patterns))
    return found


def _levels(random: Random, count: int) -> list[int]:
    """Rows of the degree list, the highest first."""
    return sorted((random.choices((0, 1, 2, 3), (3, 4, 4, 1))[0] for _ in range(count)), key=int)


def _degree(random: Random, level: int) -> str:
    if chance(random, 0.15) and (more := known("degrees.tsv")):
        name = random.choice([row for row in random.sample(more, 3) if len(row) > 1] or [("Diploma",)])[0]
    else:
        name = random.choice(lines("degrees")[level].split("|"))
    if chance(random, 0.05):
        name = name.upper() if "." in name else f"{name} (Hons.)"
    return name


def _manners(random: Random) -> dict[str, float]:
    return {
        "grade": pick_number(random, 0, 0, 0.5, 0.9),
        "advisor": pick_number(random, 0, 0.2, 0.7),
        "thesis": pick_number(random, 0, 0.2, 0.6),
        "honours": pick_number(random, 0, 0.1, 0.4),
        "courses": pick_number(random, 0, 0, 0.2, 0.8),
        "notes": pick_number(random, 0, 0, 0.2, 0.5),
    }


def grade(random: Random) -> str:
    """A grade."""
    four = f"{random.uniform(2.8, 4):.{random.choice((1, 2, 2))}f}"
    return pick(
        random, f"GPA: {four}/4.0", f"GPA: {four}", f"GPA {four}/4.00", f"GPA: {random.uniform(7, 10):.1f}/10",
        f"Grade: {random.uniform(1, 2.5):.1f}", f"GPA: {random.randint(95, 110)}/110", f"CGPA: {random.uniform(7, 10):.2f}/10",
        "First-Class Honours", "with distinction", "summa cum laude", "magna cum laude", "cum laude", "with honors",
        f"Average: {random.uniform(14, 19):.1f}/20", f"Rank: {random.randint(1, 9)}/{random.randint(50, 200)}", "Upper Second Class (2:1)",
    )  # fmt: skip


def _below(random: Random, manners: dict[str, float], *, shown: bool) -> list[Row]:
    """What stands below the head of a degree, in any order."""
    found: list[Row] = []
    if not shown and chance(random, manners["grade"]):
        found.append(text(grade(random), _kind(random)))
    if chance(random, manners["advisor"]):
        found.append(advisor_row(random))
    if chance(random, manners["thesis"]):
        found.append(_thesis(random))
    if chance(random, manners["honours"]):
        words = pick(random, "Recipient of a merit-based scholarship", "Dean's List", "cum laude", "Best thesis award", "Minor in Philosophy", "Specialized in machine learning", "Ranked first in class")
        found.append(text(words, _kind(random)))
    if chance(random, manners["courses"]):
        found += _courses(random)
    if chance(random, manners["notes"]):
        found.append(text(prose.summary_line(random), _kind(random)))
    if chance(random, 0.3):
        random.shuffle(found)
    return found


def _kind(random: Random) -> str:
    return "bullet" if chance(random, 0.6) else "text"


def _thesis(random: Random) -> Row:
    title = prose.paper_title(random)
    lead = pick(random, "Thesis: ", "Thesis: ", "Dissertation: ", "Thesis title: ", "Dissertation title: ", "Master's thesis: ", "Tesis: ", "")
    words = lead + (f"“{title}”" if chance(random, 0.3) else title)
    if chance(random, 0.2):
        parts = [Part(f"{words}, supervised by "), *listed("advisor", [" ".join(names.person(random))], ", ")]
        return Row(tuple(parts), "bullet")
    return text(words, _kind(random))


def _courses(random: Random) -> list[Row]:
    courses = [prose.field(random) for _ in range(random.randint(2, 6))]
    if chance(random, 0.5):
        return [text(course, "bullet") for course in courses]
    lead = pick(random, "Courses: ", "Coursework: ", "Relevant coursework: ", "")
    return [text(lead + ", ".join(courses), _kind(random))]
