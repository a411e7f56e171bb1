"""Text laid out with blanks, as `pdftotext -layout` writes it: it reads like the page that it was."""

from __future__ import annotations

from talentgraph.model import Source
from talentgraph.read.laid_out import in_order
from talentgraph.read.rows import Row
from talentgraph.read.text import read_string

SOURCE = Source(path="ada.txt", sha256="0", media_type="text/plain")


def lines_of(raw: str) -> list[str]:
    return read_string(raw.strip("\n"), SOURCE, markdown=False).text.split("\n")


PAPERS = """
Ada Example
Publications
A Cache That Remembers What Nobody Asked For: Lessons From Ten Years of Storage                2024
Research at Acme
Ada Example, Grace Sample
(EuroStore)

Short Papers Considered Helpful                                                                2023
Ada Example
(Workshop on Brevity)

Notes on Queues                                                                           2021
(Letters)
"""


def test_a_date_stands_behind_the_title_that_needs_two_lines() -> None:
    assert lines_of(PAPERS)[2:8] == [
        "A Cache That Remembers What Nobody Asked For: Lessons From Ten Years of Storage",
        "Research at Acme\t2024",
        "Ada Example, Grace Sample",
        "(EuroStore)",
        "Short Papers Considered Helpful\t2023",
        "Ada Example",
    ]


def test_gaps_and_bullets_stay() -> None:
    document = read_string(
        "Ada Example\n\nAcme Labs, Engineer                     Rome, Italy\n"
        " • Built a cache                       2020 – 2021\n   and a queue\n\n"
        "Bolt Works, Engineer                         Oslo, Norway\n • Built more                       2019 – 2020",
        SOURCE,
        markdown=False,
    )
    assert [line.gap for line in document.lines] == [False, True, False, False, True, False]
    assert [line.bullet for line in document.lines] == [False, False, True, False, False, True]
    assert document.text.split("\n")[1] == "Acme Labs, Engineer\tRome, Italy\t2020 – 2021"


def test_a_narrow_first_column_is_put_together() -> None:
    raw = """
Doc\u00ad      Acme University, Mathematics                                       Apr 2021
toral      • Advisor: Grace Sample
de\u00ad        • Thesis: Caches in theory
gree

MSc        Bolt University, Physics                                          Nov 2015
           • Advisor: Alan Instance
"""
    assert lines_of(raw)[:2] == ["Doctoral degree\tAcme University, Mathematics\tApr 2021", "Advisor: Grace Sample"]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Skills", "", "Python", "", "Rust", "", "Languages", "", "English", "", "French", "", "Dutch", ""]
    right = [
        f"This is line {number} of the main column" if number % 2 or number in (0, 8, 10) else ""
        for number in range(14)
    ]
    right[3] = "Engineer   2020"
    rows = (f"{a:30}{b}".rstrip() for a, b in zip(left, right, strict=True))
    raw = "Ada Example, engineer of caches, queues, bolts and nuts in Rome\n" + "\n".join(rows)
    lines = lines_of(raw)
    assert lines[1:8] == ["Skills", "Python", "Rust", "Languages", "English", "French", "Dutch"]
    assert lines[8:11] == ["This is line 0 of the main column", "This is line 1 of the main column", "Engineer\t2020"]


def test_other_text_stays_as_it_is() -> None:
    pasted = [Row(text=f"Acme {'x' * number}      {2020 + number}", level=0) for number in range(5)]
    assert in_order(pasted) == pasted
    tabbed = [Row(text=f"Acme{' ' * number}   a\t{2020 + number}") for number in range(5)]
    assert in_order(tabbed) == tabbed


def test_a_soft_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    assert lines_of("Computer Engi\u00ad\nneering") == ["Computer Engi-", "neering"]
