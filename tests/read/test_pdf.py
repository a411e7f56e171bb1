"""PDF files made here with reportlab: reading order, cells, looks, pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import Limits, read

canvas = pytest.importorskip("reportlab.pdfgen.canvas")
Draw = Callable[["canvas.Canvas"], None]
REGULAR, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[..., Document]:
    """A document from functions that draw its pages."""

    def make(*pages: Draw) -> Document:
        path = tmp_path / "ada.pdf"
        path.write_bytes(drawn(*pages))
        document = read(path)
        assert isinstance(document, Document)
        assert document == read(path)
        check(document)
        return document

    return make


def drawn(*pages: Draw) -> bytes:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(600, 800))
    for page in pages:
        page(sheet)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def write(sheet: canvas.Canvas, x: float, y: float, words: str, font: str = REGULAR, size: float = 10) -> None:
    """Words at a place, counted from the top left corner."""
    sheet.setFont(font, size)
    sheet.drawString(x, 800 - y, words)


def write_right(sheet: canvas.Canvas, x: float, y: float, words: str) -> None:
    sheet.setFont(REGULAR, 10)
    sheet.drawRightString(x, 800 - y, words)


def check(document: Document) -> None:
    position = 0
    for line in document.lines:
        words = document.text[line.start : line.end]
        assert words == words.strip() != ""
        assert "\n" not in words
        assert line.box is not None
        assert line.box[0] < line.box[2]
        assert line.box[1] < line.box[3]
        assert line.start >= position
        position = line.end


def test_looks_links_and_gaps(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 50, 50, "Ada Example", BOLD, 20)
        write(sheet, 50, 78, "Acme Labs", BOLD)
        write(sheet, 103, 78, ", Engineer", ITALIC)
        write(sheet, 50, 90, "Built caches")
        write(sheet, 50, 102, "and more caches")
        write(sheet, 50, 140, "see page")
        sheet.linkURL("https://example.com/a", (48, 655, 95, 672))

    document = pdf(page)
    assert document.text == "Ada Example\nAcme Labs, Engineer\nBuilt caches\nand more caches\nsee page"
    assert [line.bold for line in document.lines] == [True, False, False, False, False]
    assert [line.size for line in document.lines] == [20, 10, 10, 10, 10]
    assert [line.gap for line in document.lines] == [True, False, False, False, True]
    styles = [(document.text[s.start : s.end], s.kind, s.href) for s in document.styles]
    assert ("Acme Labs", "bold", "") in styles
    assert (", Engineer", "italic", "") in styles
    assert ("see page", "link", "https://example.com/a") in styles


def test_dates_at_the_right_edge_are_cells(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        for number, words in enumerate(["Acme Labs", "Bolt Works", "Crank Makers"]):
            write(sheet, 50, 50 + 40 * number, words)
            write_right(sheet, 550, 50 + 40 * number, f"Jan 202{number}")
            write(sheet, 50, 62 + 40 * number, "Engineer")

    lines = pdf(page).text.split("\n")
    assert lines == [
        "Acme Labs\tJan 2020", "Engineer", "Bolt Works\tJan 2021", "Engineer", "Crank Makers\tJan 2022", "Engineer",
    ]  # fmt: skip


def test_a_date_stands_behind_a_wrapped_title(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 50, 50, "A very long title of a paper that needs a second line to say what it says at all")
        write_right(sheet, 550, 50, "Rome, Italy")
        write(sheet, 50, 62, "considering everything that happened")
        write_right(sheet, 550, 62, "May 2020")
        write(sheet, 50, 90, "Short")
        write_right(sheet, 550, 90, "June 2021")

    assert pdf(page).text.split("\n") == [
        "A very long title of a paper that needs a second line to say what it says at all",
        "considering everything that happened\tRome, Italy\tMay 2020",
        "Short\tJune 2021",
    ]


def test_a_narrow_first_column_is_put_together(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        for number, words in enumerate(["Mas-", "ter of", "Sci-", "ence"]):
            write(sheet, 50, 50 + 12 * number, words, BOLD)
        write(sheet, 90, 50, "Acme University, Computer Science")
        write(sheet, 90, 62, "• Advisor: Grace Sample")

    assert pdf(page).text.split("\n") == [
        "Master of Science\tAcme University, Computer Science",
        "Advisor: Grace Sample",
    ]


def test_rows_of_a_table_stay_rows(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        for number, (year, words) in enumerate([("2019", "Gold"), ("2018", "Silver"), ("2017", "Bronze")]):
            write(sheet, 50, 50 + 12 * number, year)
            write(sheet, 85, 50 + 12 * number, words)

    assert pdf(page).text == "2019\tGold\n2018\tSilver\n2017\tBronze"


def side_bar(sheet: canvas.Canvas) -> None:
    for number, words in enumerate(["Skills", "Python", "Rust", "Ceph", "Kafka", "Redis"]):
        write(sheet, 40, 100 + 13 * number, words, BOLD if not number else REGULAR)
    write(sheet, 220, 60, "Ada Example", BOLD, 20)
    write(sheet, 220, 105, "Experience", BOLD)
    for number in range(8):
        write(sheet, 220, 120 + 12 * number, f"This is the line with number {number} of the main column of this page")


def test_columns_are_read_one_after_the_other(pdf: Callable[..., Document]) -> None:
    lines = pdf(side_bar).text.split("\n")
    assert lines[:8] == ["Ada Example", "Skills", "Python", "Rust", "Ceph", "Kafka", "Redis", "Experience"]
    assert [line.split()[6] for line in lines[8:]] == [str(number) for number in range(8)]


def test_a_column_goes_on_on_the_next_page(pdf: Callable[..., Document]) -> None:
    def main(sheet: canvas.Canvas, page: str) -> None:
        for number in range(8):
            write(sheet, 40, 50 + 12 * number, f"This is line {number} of the main column of the {page} page")

    def first(sheet: canvas.Canvas) -> None:
        main(sheet, "first")
        for number, words in enumerate(["Skills", "Python", "Rust", "Ceph", "Kafka", "Redis"]):
            write(sheet, 420, 55 + 14 * number, words)

    text = pdf(first, lambda sheet: main(sheet, "last")).text
    assert text.index("Redis") < text.index("This is line 1")
    assert "of the first page\fThis is" in text


def test_bullets_drawn_or_written(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 50, 50, "Acme Labs")
        for number, y in enumerate((62, 74)):
            sheet.circle(55, 800 - y + 3, 1.5, fill=1)
            write(sheet, 64, y, f"Drawn {number}")
        write(sheet, 50, 86, "• Written with a long text that goes on")
        write(sheet, 58, 98, "on the next line")
        write(sheet, 70, 110, "– Nested")

    document = pdf(page)
    assert document.text.split("\n")[1:4] == ["Drawn 0", "Drawn 1", "Written with a long text that goes on"]
    assert [line.bullet for line in document.lines] == [False, True, True, True, False, True]
    assert [line.level for line in document.lines] == [0, 0, 0, 0, 1, 1]


def test_pages_and_running_heads(pdf: Callable[..., Document]) -> None:
    def page(number: int) -> Draw:
        def draw(sheet: canvas.Canvas) -> None:
            write(sheet, 50, 30, "Ada Example", ITALIC)
            for line in range(5):
                write(sheet, 50, 100 + 12 * line, f"Line {line} of a page with the letter {'abc'[number]}")
            write(sheet, 280, 780, f"Page {number + 1} of 3")

        return draw

    document = pdf(page(0), page(1), page(2))
    assert document.source.pages == 3
    assert document.text.count("\f") == 2
    assert document.text.count("Ada Example") == 1
    assert "Page" not in document.text


def test_letter_spaced_words_stay_words(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        text = sheet.beginText(50, 700)
        text.setFont(BOLD, 12)
        text.setCharSpace(2.5)
        text.textOut("WORK EXPERIENCE")
        sheet.drawText(text)

    assert pdf(page).text == "WORK EXPERIENCE"


def test_turned_pages_read_like_others(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        sheet.setPageRotation(90)
        sheet.rotate(90)
        sheet.translate(0, -600)
        write(sheet, 50, 250, "Acme Labs")
        write(sheet, 300, 250, "2020")
        write(sheet, 50, 262, "Engineer")

    assert pdf(page).text == "Acme Labs\t2020\nEngineer"


def test_an_encrypted_pdf_asks_for_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    sheet = canvas.Canvas(str(path), encrypt="secret")
    sheet.drawString(50, 700, "Ada Example")
    sheet.save()
    with pytest.raises(ReadError, match="encrypted; save a copy without a password"):
        read(path)


@pytest.mark.parametrize("keep", [9, 200, 600])
def test_a_truncated_pdf_says_that_its_end_is_missing(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(drawn(side_bar)[:keep])
    with pytest.raises(ReadError, match=r"cut\.pdf: is damaged: its end is missing; copy or download it again"):
        read(path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty; leave it out or replace it"),
        (b"Ada Example", "is no PDF file, whatever its name says; save or export it again"),
        (b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", "is damaged or has no pages; export it again"),
    ],
)
def test_what_is_no_pdf_says_so(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "ada.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError) as error:
        read(path)
    assert str(error.value) == f"ada.pdf: {said}"


def test_pages_beyond_the_limit_are_left_out_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(
        drawn(
            *[
                lambda sheet, number=number: write(sheet, 50, 50, f"Written by {'abcdefghi'[number]}")
                for number in range(9)
            ]
        )
    )
    document = read(path, limits=Limits(pages=2))
    assert isinstance(document, Document)
    assert document.source.pages == 9
    assert document.text.count("\f") == 1
    [note] = document.notes
    assert (note.path, note.place, note.reason) == ("long.pdf", "pages 3-9", "only 2 of its 9 pages are read")
    assert "--limit pages=4" in note.remedy
    whole = read(path, limits=Limits(pages=9))
    assert isinstance(whole, Document)
    assert whole.notes == ()


def test_a_damaged_page_costs_no_other_page(tmp_path: Path) -> None:
    path = tmp_path / "ada.pdf"
    path.write_bytes(drawn(lambda sheet: write(sheet, 50, 50, "Ada Example")).replace(b"/Count 1", b"/Count 2"))
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == "Ada Example"
    assert [(note.place, "damaged" in note.reason) for note in document.notes] == [("page 2", True)]


def test_letters_beyond_the_limit_of_a_page_are_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talentgraph.read.pdf.glyphs.MAX_GLYPHS", 3)
    path = tmp_path / "ada.pdf"
    path.write_bytes(drawn(lambda sheet: write(sheet, 50, 50, "Ada Example")))
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == "Ada"
    assert [(note.place, "letters" in note.reason) for note in document.notes] == [("page 1", True)]


def kinds(document: Document) -> list[tuple[str, str]]:
    """Each section's kind and its first line."""
    return [(s.kind, document.text[s.start : s.end].replace("\f", "\n").split("\n")[0]) for s in document.sections]


def column(sheet: canvas.Canvas, x: float, top: float, lines: list[str], bold: str = "") -> None:
    for number, words in enumerate(lines):
        write(sheet, x, top + 13 * number, words, BOLD if words == bold else REGULAR, 12 if words == bold else 10)


def main_column(page: str) -> list[str]:
    return [f"This is line {number} of the main column of the {page} page" for number in range(7)]


def test_a_column_that_goes_on_continues_its_section(pdf: Callable[..., Document]) -> None:
    def first(sheet: canvas.Canvas) -> None:
        write(sheet, 200, 25, "Ada Example with a long title across", BOLD, 16)
        column(sheet, 50, 50, ["EXPERIENCE", *main_column("first")], "EXPERIENCE")
        column(
            sheet,
            400,
            55,
            ["PUBLICATIONS", "Caches That Remember", "EuroStore", "2020", "Bolts", "2019"],
            "PUBLICATIONS",
        )

    def second(sheet: canvas.Canvas) -> None:
        column(sheet, 50, 50, main_column("second"))
        column(sheet, 50, 160, ["PROJECTS", "A project of the main column of this page"], "PROJECTS")
        column(sheet, 400, 55, ["Queues That Forget", "EuroStore", "2021", "Nuts", "2022", "Cranks"])

    document = pdf(first, second)
    assert kinds(document) == [
        ("head", "Ada Example with a long title across"),
        ("publications", "PUBLICATIONS"),
        ("work", "EXPERIENCE"),
        ("projects", "PROJECTS"),
        ("publications", "Queues That Forget"),
    ]
    assert [section.heading is None for section in document.sections] == [True, False, False, False, True]
    assert [line.column for line in document.lines[:3]] == [0, 2, 2]


def test_the_only_column_of_a_page_goes_on_where_it_stands_elsewhere(pdf: Callable[..., Document]) -> None:
    def first(sheet: canvas.Canvas) -> None:
        write(sheet, 200, 25, "Ada Example with a long title across", BOLD, 16)
        column(sheet, 50, 50, ["EXPERIENCE", *main_column("first")], "EXPERIENCE")
        column(
            sheet,
            400,
            55,
            ["PUBLICATIONS", "Caches That Remember", "EuroStore", "2020", "Bolts", "2019"],
            "PUBLICATIONS",
        )

    def second(sheet: canvas.Canvas) -> None:
        column(sheet, 50, 50, ["Queues That Forget", "EuroStore", "2021", "Nuts", "2022", "Cranks"])

    assert kinds(pdf(first, second))[1:] == [("work", "EXPERIENCE"), ("publications", "PUBLICATIONS")]


def test_years_beside_entries_of_a_side_column_stay_with_them(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        column(sheet, 50, 50, main_column("first") + main_column("same"))
        write(sheet, 400, 56, "EDUCATION", BOLD, 12)
        for number, school in enumerate(["Acme University", "Bolt College", "Crank School"]):
            column(sheet, 400, 82 + 50 * number, [f"202{number}", f"202{number + 1}"])
            write(sheet, 440, 82 + 50 * number, school, BOLD)
            write(sheet, 440, 102 + 50 * number, "MSc in Physics")

    lines = pdf(page).text.split("\n")
    place = lines.index("EDUCATION")
    assert lines[place + 1 : place + 4] == ["2020 2021\tAcme University", "MSc in Physics", "2021 2022\tBolt College"]


def rail(sheet: canvas.Canvas, *, down: float = 0) -> None:
    """Headings left of their sections, one of them wrapped; `down` moves them off the baselines of the text."""
    write(sheet, 40, 60, "Ada Example", BOLD, 20)
    for number in range(12):
        write(sheet, 180, 100 + 14 * number + 8 * (number // 4), f"{number} is the number of this line of a section")
    for y, words in ((100, "Education"), (164, "Research"), (178, "Experience"), (228, "Awards")):
        write(sheet, 40, y + down, words, BOLD)


@pytest.mark.parametrize("down", [0, 3, 9])
def test_headings_in_a_rail_stand_above_their_sections(pdf: Callable[..., Document], down: float) -> None:
    document = pdf(lambda sheet: rail(sheet, down=down))
    assert [(s.kind, document.text[slice(*s.heading)]) for s in document.sections if s.heading] == [
        ("education", "Education"),
        ("work", "Research Experience"),
        ("awards", "Awards"),
    ]
    for section, first in zip(document.sections[1:], (0, 4, 8), strict=True):
        assert section.heading
        lines = document.text[section.heading[1] : section.end].strip().split("\n")
        assert [int(line.split()[0]) for line in lines] == list(range(first, first + 4))


def test_small_letters_head_a_section_where_they_are_large(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        for top, words in ((60, "education"), (160, "work experience"), (260, "awards")):
            write(sheet, 40, top, words, REGULAR, 13)
            column(sheet, 40, top + 20, ["education is what remains", "work", "and so on"])

    assert kinds(pdf(draw))[-2:] == [("work", "work experience"), ("awards", "awards")]


def test_labels_left_of_single_rows_are_no_rail(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        write(sheet, 40, 80, "Skills", BOLD, 14)
        for number, words in enumerate(["Languages", "Tools", "Interests", "Awards"]):
            write(sheet, 40, 100 + 14 * number, words)
            write(sheet, 180, 100 + 14 * number, f"some words of row {number}")

    assert pdf(draw).text.split("\n")[1:3] == ["Languages\tsome words of row 0", "Tools\tsome words of row 1"]


def test_columns_with_headings_of_their_own_are_columns_though_they_share_baselines(
    pdf: Callable[..., Document],
) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        column(sheet, 40, 100, ["Languages", *["French, good"] * 4, "Awards", *["Some Prize"] * 6], "Awards")
        column(
            sheet,
            200,
            100,
            ["Education", *["PhD at Nowhere"] * 5, "Experience", *["Cook at Acme Labs"] * 5],
            "Education",
        )
        for number in (1, 7):
            write_right(sheet, 560, 100 + 13 * number, "2019 – 2021")

    lines = pdf(draw).text.split("\n")
    assert lines.index("Some Prize") < lines.index("Education") < lines.index("PhD at Nowhere\t2019 – 2021")


def test_small_capitals_are_one_word_with_the_capital_before_them(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 40, 60, "W", BOLD, 12)
        write(sheet, 40 + sheet.stringWidth("W", BOLD, 12) + 1.4, 60, "ORK", BOLD, 8.4)
        write(sheet, 90, 60, "A", BOLD, 12)
        write(sheet, 90 + sheet.stringWidth("A", BOLD, 12) + 2.6, 60, "FAIR", BOLD, 8.4)

    assert pdf(page).text == "WORK\tA FAIR"


def test_a_short_side_bar_begins_at_a_heading_beside_another(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        column(sheet, 40, 100, ["Experience", "Cook at Acme Labs", "Baker at Beta Corp", "Host at Gamma"], "Experience")
        column(sheet, 400, 100, ["Languages", "French, good", "Greek, some"], "Languages")

    assert pdf(draw).text.split("\n")[3:] == ["Host at Gamma", "Languages", "French, good", "Greek, some"]


def test_cells_of_a_row_go_on_in_their_columns(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        for top, cells in (
            (60, ["Acme University of", "Master of", "2017 – 2018"]),
            (72, ["Nowhere and Environs", "Science"]),
            (100, ["Beta College", "Diploma", "2015"]),
            (112, ["Grade", "Good"]),
        ):
            for x, words in zip((40, 152, 220), cells, strict=False):
                write(sheet, x, top, words)

    assert pdf(draw).text.split("\n") == [
        "Acme University of Nowhere and Environs\tMaster of Science\t2017 – 2018",
        "Beta College\tDiploma\t2015",
        "Grade\tGood",
    ]


def test_a_heading_of_several_lines_in_a_rail_is_one_but_two_are_two(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        for top, words in ((100, "Industry"), (113, "Experi-"), (126, "ence"), (200, "Honors &"), (213, "Awards")):
            write(sheet, 40, top, words, BOLD, 11)
        write(sheet, 40, 226, "Education", BOLD, 11)
        for top in (100, 200, 226):
            column(sheet, 180, top, [f"some words below {top + n}" for n in range(2 if top == 200 else 6)])

    assert [words for _, words in kinds(pdf(draw))] == ["Industry Experience", "Honors & Awards", "Education"]


def test_small_letters_in_a_rail_head_sections_by_their_place(pdf: Callable[..., Document]) -> None:
    def draw(sheet: canvas.Canvas) -> None:
        write(sheet, 40, 60, "Ada Example", BOLD, 20)
        for top, words in ((100, "education"), (200, "work"), (300, "TECHNOLO-"), (313, "GIES"), (400, "oddities")):
            write(sheet, 40, top, words)
        for top in (100, 200, 300, 400):
            column(sheet, 180, top, [f"some words below {top + n}" for n in range(6)])

    found = kinds(pdf(draw))[1:]
    assert found == [("education", "education"), ("work", "work"), ("skills", "TECHNOLOGIES"), ("other", "oddities")]


def test_turned_text_is_read_in_place(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 60, 50, "Ada Example", BOLD, 14)
        for number in range(4):
            write(sheet, 60, 100 + 40 * number, f"Acme Labs, Engineer {number}")
        for x, turn, words in ((40, 90, "Experience at Acme"), (560, -90, "Set in Rome")):
            sheet.saveState()
            sheet.translate(x, 580)
            sheet.rotate(turn)
            sheet.drawString(0, 0, words)
            sheet.restoreState()
        sheet.translate(100, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, "A draft of a page")

    document = pdf(page)
    lines = document.text.split("\n")
    assert lines[0] == "Ada Example"
    assert sorted(lines[-6:]) == sorted(
        ["Acme Labs, Engineer 1", "Acme Labs, Engineer 2", "Acme Labs, Engineer 3", "Experience at Acme", "Set in Rome"]
        + ["A draft of a page"]
    )
    assert lines[-1] == "A draft of a page"
    box = document.lines[lines.index("Experience at Acme")].box
    assert box is not None
    assert box[3] - box[1] > 60 > 20 > box[2] - box[0]


def test_letters_that_few_fonts_have(pdf: Callable[..., Document]) -> None:
    def page(sheet: canvas.Canvas) -> None:
        write(sheet, 50, 50, "Zürich, São Paulo, naïve – “quoted”")

    assert pdf(page).text == "Zürich, São Paulo, naïve – “quoted”"
