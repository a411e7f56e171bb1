"""Plain text and Markdown: what people paste, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read import read
from talentgraph.read.text import read_string

SOURCE = Source(path="ada.txt", sha256="0", media_type="text/plain")


def text_of(raw: str, *, markdown: bool = False) -> Document:
    return read_string(raw, SOURCE, markdown=markdown)


def styled(document: Document, kind: str) -> list[str]:
    return [document.text[style.start : style.end] for style in document.styles if style.kind == kind]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Acme\t\tAda Town\tJan 2020", "Acme\tAda Town\tJan 2020"),
        ("Engineer, Acme            Jan 2020", "Engineer, Acme\tJan 2020"),
        ("Engineer,  Acme", "Engineer,  Acme"),
        ("<i>Engineer</i>, Acme", "Engineer, Acme"),
        ("**Acme**, [site](#)", "Acme, site"),
        (r"\[MLSys'25\] Halyard \| 2", "[MLSys'25] Halyard | 2"),
        ("[Kimi \\[Report, 2026\\]](#) (Ada)", "Kimi [Report, 2026] (Ada)"),
        ("O\ufb03ce of the\u00a0De\u00adan", "Office of the Dean"),
        ("E D U C A T I O N   &   A W A R D S", "EDUCATION & AWARDS"),
        ("def __init__(self): 2 ** 3 and a * b", "def __init__(self): 2 ** 3 and a * b"),
        ("I run C++ ** everywhere", "I run C++ ** everywhere"),
        ("rev-\nolution", "rev-\nolution"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_text_is_cleaned(raw: str, text: str) -> None:
    assert text_of(raw).text == text


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "▪", "◦", "o", "·", "1.", "2)", "[3]", "- 1)"])
def test_bullets_leave_the_text(bullet: str) -> None:
    document = text_of(f"Acme\n{bullet} Built a cache")
    assert document.text == "Acme\nBuilt a cache"
    assert [line.bullet for line in document.lines] == [False, True]


@pytest.mark.parametrize("line", ["-5 degrees", "on call", "2019. A year", "1. Education", "–"])
def test_what_only_looks_like_a_bullet_stays(line: str) -> None:
    document = text_of("Ada\n" + line)
    assert document.text == "Ada\n" + line
    assert not document.lines[1].bullet


def test_styles_stand_where_the_marks_stood() -> None:
    document = text_of("Ada\n**Google**, <i>Technical <b>Lead</b></i> [page](https://example.com/a)")
    assert styled(document, "bold") == ["Google", "Lead"]
    assert styled(document, "italic") == ["Technical Lead"]
    assert [(style.kind, style.href) for style in document.styles][-1] == ("link", "https://example.com/a")
    assert not document.lines[1].bold


def test_a_line_is_bold_when_all_of_it_is() -> None:
    assert [line.bold for line in text_of("**Acme Labs**\n**Acme** Labs").lines] == [True, False]


def test_blank_lines_are_gaps_and_indents_are_levels() -> None:
    document = text_of("Acme\n- one\n  - two\n    more of two\n\nBolt")
    assert [(line.level, line.bullet, line.gap) for line in document.lines] == [
        (0, False, False),
        (0, True, False),
        (1, True, False),
        (2, False, False),
        (0, False, True),
    ]


def test_form_feeds_are_pages_and_running_heads_go() -> None:
    document = text_of("Ada Example\nWork\nAcme\n1\fAda Example – Page 2\nBolt\n2\fAda Example – Page 3\nCrank\n3")
    assert document.text == "Ada Example\nWork\nAcme\fBolt\fCrank"
    assert document.source.pages == 3


def test_running_heads_inside_one_page_go_too() -> None:
    raw = "Ada Example\nAcme\n\nAda Example – Curriculum Vitae      2\n\nBolt\n\nPage 3\n\nCrank"
    assert text_of(raw).text == "Ada Example\nAcme\nBolt\nCrank"


def test_years_and_totals_that_stand_alone_stay() -> None:
    assert text_of("Ada\n\n2019\n\nPatents: 12\n\nBolt").text == "Ada\n2019\nPatents: 12\nBolt"


def test_markdown_blocks() -> None:
    table = "| Year | Prize |\n|---|---|\n| 2020 | *Gold* |"
    raw = f"# Ada\n\n## **Acme**, *Engineer*\n---\n> quoted\n\n{table}\n\n- `C++` &amp; Go"
    document = text_of(raw, markdown=True)
    assert document.text == "Ada\nAcme, Engineer\nquoted\nYear\tPrize\n2020\tGold\nC++ & Go"
    assert [line.heading for line in document.lines] == [1, 2, 0, 0, 0, 0]
    assert styled(document, "italic") == ["Engineer", "Gold"]


def test_markdown_in_a_text_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "ada.txt"
    path.write_text("# Ada\n\n## Education\nPhD, Acme University\n", encoding="utf-8")
    document = read(path)
    assert isinstance(document, Document)
    assert [line.heading for line in document.lines] == [1, 2, 0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ada.txt"
    path.write_bytes("Université – Zürich".encode(encoding))
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == "Université – Zürich"


def test_text_without_a_letter_is_an_error() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        text_of(" \n\u200b\n\f\n")


LINES = st.lists(st.text(alphabet="ab *_-•[]()#<i>/\\\t\f\n1.|`~&;é\u00a0\ufb01", max_size=30), min_size=1, max_size=8)


@settings(deadline=None)
@given(LINES, st.booleans())
def test_lines_are_in_order_and_cover_the_text(rows: list[str], markdown: bool) -> None:
    try:
        document = text_of("x" + "\n".join(rows), markdown=markdown)
    except ReadError:
        return  # nothing but marks
    check_lines(document)
    assert document == text_of("x" + "\n".join(rows), markdown=markdown)


def check_lines(document: Document) -> None:
    """What holds for every document."""
    text, position = document.text, 0
    for line in document.lines:
        words = text[line.start : line.end]
        assert words
        assert words == words.strip()
        assert not set(words) & set("\n\f\r")
        assert set(text[position : line.start]) <= set("\n\f")
        position = line.end
    assert position == len(text)
    places = [line.start for line in document.lines]
    assert places == sorted(places)
    for style in document.styles:
        assert any(line.start <= style.start < style.end <= line.end for line in document.lines)
