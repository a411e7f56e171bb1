"""Invented CVs in files: what our readers give back is labelled as what was printed."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from talentgraph import train
from talentgraph.model import Document, Line, Source
from talentgraph.train.corpus import Draft, drafts, generate
from talentgraph.train.grammar.pieces import Part, Row
from talentgraph.train.rendering import THEMES, Theme, read_back, rendered, usable
from talentgraph.train.rendering.alignment import align, folded
from talentgraph.train.rendering.blocks import blocks, cells
from talentgraph.train.rendering.press import Press
from talentgraph.train.rendering.typesetting import Sheet, sheet
from talentgraph.train.rendering.web import Page, page

LIGHT = [theme for theme in THEMES if theme.needs != "playwright"]


def of(text: str, *rows: Row) -> Draft:
    """A CV of a head and one work section with these rows."""
    draft = next(drafts(1))
    heading = Row((Part("Work"),), "heading", True)
    name = Row((Part("Ada Example", "PERSON", "person"),), "name")
    return Draft(text, draft.manner, draft.look, (("head", (name,)), ("work", (heading, *rows))))


def document(text: str) -> Document:
    return Document(source=Source(path="a.txt", sha256="0", media_type="text/plain"), text=text)


EMPLOYER, TITLE = Part("Acme Labs (Inc.)", "EMPLOYER", "employer"), Part("C++ Engineer", "TITLE", "title")
ROW = Row((TITLE, Part(", "), EMPLOYER, Part("\t"), Part("2020", "", "date")), "entry", True, lead=True)


@pytest.mark.parametrize("theme", LIGHT, ids=lambda theme: theme.name)
def test_what_is_printed_is_found_again(theme: Theme, tmp_path: Path) -> None:
    if theme not in usable(kept_out=theme.kept_out):
        pytest.skip(f"needs {theme.needs}")
    found = 0
    for draft in islice(drafts(4, kept_out=theme.kept_out), 18):
        path = tmp_path / f"{draft.name}{theme.suffix}"
        with Press() as press:
            path.write_bytes(theme.make(draft, Random(1), press))
        read = read_back(path)
        assert read is not None
        if (spans := align(draft, read)) is None:
            continue
        found += 1
        printed = sorted((p.label, folded(p.text)) for _, rows in draft.parts for r in rows for p in r.parts if p.label)
        assert sorted((label, folded(read.text[start:end])) for start, end, label in spans) == printed
        if found == 3:
            break
    assert found == 3


@pytest.mark.chromium
def test_a_browser_prints_pages(tmp_path: Path) -> None:
    themes = [theme for theme in usable(kept_out=False) if theme.needs == "playwright"]
    if not themes:
        pytest.skip("needs Chromium: apt install chromium")
    path = tmp_path / "ada.pdf"
    with Press() as press:
        path.write_bytes(themes[0].make(of("ada", ROW), Random(1), press))
    read = read_back(path)
    assert read is not None
    labels = {read.text[start:end]: label for start, end, label in align(of("ada", ROW), read) or ()}
    assert labels == {"Ada Example": "PERSON", "C++ Engineer": "TITLE", "Acme Labs (Inc.)": "EMPLOYER"}


@pytest.mark.parametrize(
    "text",
    [
        "ADA EXAMPLE\nWORK\nC++ Engineer, Acme Labs (Inc.)\t2020",
        "Ada Example\nWork\n2020\nC++ Engi-\nneer, Acme\nLabs (Inc.)",
        "Ada Example\nWork\tC++ Engineer, Acme Labs (Inc.) 2020",
        "Ada Example\nC++ Engineer, Acme Labs (Inc.) 2020\nWo\nrk",
    ],
)
def test_line_breaks_hyphens_and_order_of_cells_do_not_matter(text: str) -> None:
    spans = align(of("ada", ROW), document(text))
    assert spans is not None
    found = {label: " ".join(text[start:end].replace("-\n", "").split()) for start, end, label in spans}
    assert found["TITLE"] == "C++ Engineer"
    assert found["EMPLOYER"] == "Acme Labs (Inc.)"


def test_a_text_that_lacks_a_labelled_part_is_left_out() -> None:
    assert align(of("ada", ROW), document("Ada Example\nWork\nC++ Engineer, Acme\t2020")) is None
    broken = "Ada Example\nWork\nC++ Engineer, Acme\t2020 –\nLabs (Inc.)\t2021"  # a column cuts the name in two
    assert align(of("ada", ROW), document(broken)) is None


def test_a_date_before_an_entry_is_set_apart() -> None:
    row = Row((Part("2020", "", "date"), Part("\t"), TITLE, Part(", "), EMPLOYER), "entry", lead=True)
    (block,) = blocks([row])
    assert [part.text for part in block.when] == ["2020"]
    assert block.rows[0].text == "C++ Engineer, Acme Labs (Inc.)"
    assert [len(cell) for cell in cells(ROW)] == [3, 1]


def test_text_never_becomes_markup() -> None:
    hostile = Row((Part('<script>"\\#eval', "TITLE", "title"),), "entry", lead=True)
    assert "<script>" not in page(of("ada", hostile), Page(), Random(1))
    assert '"<script>\\"\\\\#eval"' in sheet(of("ada", hostile), Sheet(), Random(1))


def test_without_renderers_the_other_themes_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from talentgraph.train.rendering import themes

    monkeypatch.setattr(themes, "find_spec", lambda name: None)
    assert {theme.suffix for theme in usable(kept_out=False)} == {".txt", ".html", ".md"}
    assert themes.missing() == ["docx", "playwright", "typst"]
    made, spans = next(rendered(3))
    assert all(made.text[start:end].strip() for start, end, _ in spans)
    assert all(isinstance(line, Line) for line in made.lines)


def test_training_never_sees_the_kept_out_branch() -> None:
    words = Path(train.__file__).parent / "words"
    for kept in sorted((words / "kept_out").glob("*.txt")):
        known, unseen = (_entries(path) for path in (words / kept.name, kept))
        assert not known & unseen, kept.name
    assert next(generate(3, kept_out=True)) == next(generate(3, kept_out=True)) != next(generate(3))
    assert {theme.name for theme in usable(kept_out=True)}.isdisjoint(theme.name for theme in usable(kept_out=False))


def _entries(path: Path) -> set[str]:
    """What a word list holds: layouts with more than one field, headings of the sections that have their own, names."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    if path.stem == "layouts":
        rows = [line.split("\t") for line in lines]
        return {f"{table}: {pattern}" for table, _, pattern in rows if pattern.count("{") != 1 or "<" in pattern}
    if path.stem == "headings":
        own = ("work", "education", "publications", "skills", "projects", "awards", "languages", "certificates")
        return {word for line in lines if line.split("\t")[0] in own for word in line.split("\t")[1].split("|")}
    separator = {"given": " ", "family": " ", "schools": "\n"}.get(path.stem, "|")
    return {word for line in lines for word in line.split(separator)}
