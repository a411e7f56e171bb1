"""Headings by words and by looks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from talentgraph.model import Line
from talentgraph.read.sections import find_sections


def lines_of(text: str) -> tuple[Line, ...]:
    """Lines as a reader of plain text gives them; a line after "~" has a gap above it."""
    lines, start = [], 0
    for row in text.split("\n"):
        lines.append(Line(start=start, end=start + len(row), gap=row.isupper()))
        start += len(row) + 1
    return tuple(lines)


def test_sections_share_a_look() -> None:
    text = "Ada Example\nEDUCATION\nAcme University\nTeaching\nEMPLOYMENT\nAcme Labs\nPUBLICATIONS\nOn Things"
    kinds = [section.kind for section in find_sections(text, lines_of(text), ())]
    assert kinds == ["head", "education", "work", "publications"]  # "Teaching" is a line, not a heading


def test_unknown_heading_ends_a_section() -> None:
    text = "Ada Example\nEDUCATION\nAcme University\nPLANETARY WANDERINGS\nMars\nEMPLOYMENT\nAcme Labs"
    sections = find_sections(text, lines_of(text), ())
    assert [section.kind for section in sections] == ["head", "education", "other", "work"]


def test_labels_in_a_skills_list_are_no_headings() -> None:
    text = "Ada Example\nEDUCATION\nAcme\nSKILLS\nLanguages:\tC, C++\nTools:\tGit\nEMPLOYMENT\nAcme Labs"
    sections = find_sections(text, lines_of(text), ())
    assert [section.kind for section in sections] == ["head", "education", "skills", "work"]


@given(st.lists(st.sampled_from(["EDUCATION", "WORK", "Acme", "SKILLS", "PLACES", "C, C++", "-----"]), min_size=1))
def test_sections_cover_the_text_without_gaps(rows: list[str]) -> None:
    text = "\n".join(rows)
    sections = find_sections(text, lines_of(text), ())
    assert sections[0].start == 0
    assert sections[-1].end == len(text)
    assert all(left.end == right.start for left, right in zip(sections, sections[1:], strict=False))


def test_a_look_of_many_other_lines_is_not_one_of_headings() -> None:
    rows = [("Ada Example", 20.0)]
    for heading in ("Experience", "Education", "Publications", "Interests"):
        rows += [(heading, 16.0), *((f"{word} of {heading}", 12.0) for word in ("Bolts", "Nuts", "Cranks"))]
    rows += [("Programming languages", 12.0), ("Teaching", 12.0)]
    text = "\n".join(words for words, _ in rows)
    lines, start = [], 0
    for words, size in rows:
        lines.append(Line(start=start, end=start + len(words), size=size, bold=True, gap=True))
        start += len(words) + 1
    found = [section.kind for section in find_sections(text, lines, ())]
    assert found == ["head", "work", "education", "publications", "interests"]


def test_the_rest_of_a_bullet_is_no_heading() -> None:
    text = "Ada Example\nEducation\nAcme University\nRecipient of the Grace Sample\nAward\nBolt College"
    starts = [0, 12, 22, 38, 68, 74]
    lines = [Line(start=a, end=b - 1, gap=a < 20) for a, b in zip(starts, [*starts[1:], len(text) + 1], strict=True)]
    lines[3] = replace(lines[3], bullet=True)
    lines[4] = replace(lines[4], level=1)
    assert [section.kind for section in find_sections(text, lines, ())] == ["head", "education"]


def test_a_heading_without_known_words_is_told_by_what_stands_below_it() -> None:
    text = (
        "Ada Example\nEDUCATION\nPhD, Acme University, 2019\nWHERE THE TIME WENT\nEngineer, Acme Labs, 2019 – 2021\n"
        "Research Intern, Beta Corp, 2017 – 2018\nODDS AND ENDS\nChess\nRowing\nSKILLS\nRust"
    )
    sections = find_sections(text, lines_of(text), ())
    assert [section.kind for section in sections] == ["head", "education", "work", "other", "skills"]


def test_remarks_in_brackets_are_no_headings() -> None:
    text = "Ada Example\nPUBLICATIONS\nA Paper\n(UNDER REVIEW)\nAWARDS\nA Prize"
    assert [section.kind for section in find_sections(text, lines_of(text), ())] == ["head", "publications", "awards"]


def test_a_colon_marks_headings_where_known_ones_have_it() -> None:
    text = "Ada Example\nEducation:\nAcme University\nAwards:\nPrize, 2019\nPlanetary Missions:\nInSight\nSkills:\nC++"
    rows = text.split("\n")
    lines = tuple(Line(start=text.index(row), end=text.index(row) + len(row), gap=row.endswith(":")) for row in rows)
    kinds = [section.kind for section in find_sections(text, lines, ())]
    assert kinds == ["head", "education", "awards", "other", "skills"]


def test_a_heading_with_some_unknown_words_is_told_by_the_others() -> None:
    text = "Ada Example\nEDUCATION\nPhD\nAWARDS\nA Prize\nSPLENDID PROJECTS\nCinder\nSKILLS\nRust"
    assert [section.kind for section in find_sections(text, lines_of(text), ())][3] == "projects"


def plain_kinds(*rows: str) -> list[str]:
    """The kinds of sections in lines that all look alike."""
    text, lines, start = "\n".join(rows), [], 0
    for row in rows:
        lines.append(Line(start=start, end=start + len(row)))
        start += len(row) + 1
    return [section.kind for section in find_sections(text, lines, ())]


def test_words_known_in_part_head_a_section_that_holds_what_they_say() -> None:
    jobs = ("Engineer, Acme Labs, 2019 – 2021", "Research Intern, Beta Corp, 2017 – 2018")
    rest = ("Education", "PhD, Acme University, 2019", "Awards", "A Prize")
    assert plain_kinds("Ada Example", "Employment Odyssey", *jobs, *rest) == ["head", "work", "education", "awards"]
    assert plain_kinds("Ada Example", "Employment Odyssey", "A poem", *rest) == ["head", "education", "awards"]
    assert plain_kinds("Ada Example", "Employment Officer", *jobs, *rest) == ["head", "education", "awards"]


def test_labels_of_entries_are_no_headings_where_headings_stand_out() -> None:
    text = "Ada Example\nEDUCATION\nAcme University\nAwards:\nA Prize\nEMPLOYMENT\nAcme Labs"
    assert [section.kind for section in find_sections(text, lines_of(text), ())] == ["head", "education", "work"]
