"""Education sections: degrees in many layouts."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.composition import draw
from talentgraph.train.grammar.pieces import Kind, Part, Row, listed, rows, text
from talentgraph.train.grammar.pools import chance, known, layouts, lines, pick, weighted
from talentgraph.train.grammar.style import Style, span, stints
from talentgraph.train.grammar.work import advisor_row, pick_number, place_fields

_LETTERS = {"D": "date", "P": "place", "B": "degree", "F": "field", "A": "grade", "C": "cut"}


def layout(random: Random) -> list[str]:
    """The patterns of one degree, a line each; fields are school, department, place, degree, field, grade, date."""
    table = pick(random, "one line", "one line", "two lines", "two lines", "more lines")
    lines_ = draw(random, f"education {table}", pick(random, "SGDP", "SGDP", "SBFDP"))
    separator = pick(random, ", ", ", ", ", ", " – ", " | ", " - ", " — ", " · ", " -- ", "; ")
    school, degree = weighted(random, layouts("education schools")), weighted(random, layouts("education degrees"))
    if "P" not in lines_ and chance(random, 0.6):
        school = weighted(random, layouts("education placed")).replace("{S}", school)
        if table == "one line":
            school = school.replace("\t", ", ")
    if "A" not in lines_ and chance(random, 0.2):
        degree += pick(
            random, "<; {grade}>", "<, {grade}>", "< ({grade})>", "<\t{grade}>", "< | {grade}>", "<. {grade}>"
        )
    blocks = {
        "S": school,
        "G": degree,
        "D": "{date}",
        "P": "{place}",
        "B": "{degree}",
        "F": "{field}",
        "A": "{grade}",
        "C": "{cut}",
    }
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
            "cut": (Part(pick(random, "Bach-", "Mas-", "Doc-", "Grad-", "Ph.D.", "M.Sc.", "Doctor-"), "", "cut"),),
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
        f"Grade: {random.uniform(1, 2.5):.1f}", f"GPA: {random.randint(95, 110)}/110",
        f"CGPA: {random.uniform(7, 10):.2f}/10",
        "First-Class Honours", "with distinction", "summa cum laude", "magna cum laude", "cum laude", "with honors",
        f"Average: {random.uniform(14, 19):.1f}/20", f"Rank: {random.randint(1, 9)}/{random.randint(50, 200)}",
        "Upper Second Class (2:1)",
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
        words = pick(
            random,
            "Recipient of a merit-based scholarship",
            "Dean's List",
            "cum laude",
            "Best thesis award",
            "Minor in Philosophy",
            "Specialized in machine learning",
            "Ranked first in class",
        )
        found.append(text(words, _kind(random)))
    if chance(random, manners["courses"]):
        found += _courses(random)
    if chance(random, manners["notes"]):
        found.append(text(prose.summary_line(random), _kind(random)))
    if chance(random, 0.3):
        random.shuffle(found)
    return found


def _kind(random: Random) -> Kind:
    return "bullet" if chance(random, 0.6) else "text"


def _thesis(random: Random) -> Row:
    title = prose.paper_title(random)
    lead = pick(
        random,
        "Thesis: ",
        "Thesis: ",
        "Dissertation: ",
        "Thesis title: ",
        "Dissertation title: ",
        "Master's thesis: ",
        "Tesis: ",
        "",
    )
    words = lead + (f"“{title}”" if chance(random, 0.3) else title)
    if chance(random, 0.2):
        parts = [Part(f"{words}, supervised by "), *listed("advisor", [names.full_name(random)], ", ")]
        return Row(tuple(parts), "bullet")
    return text(words, _kind(random))


def _courses(random: Random) -> list[Row]:
    courses = [prose.field(random) for _ in range(random.randint(2, 6))]
    if chance(random, 0.5):
        return [text(course, "bullet") for course in courses]
    lead = pick(random, "Courses: ", "Coursework: ", "Relevant coursework: ", "")
    return [text(lead + ", ".join(courses), _kind(random))]
