"""Never invent: each value of each profile stands in its document where its evidence says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from read import good, hostile

from talentgraph import demo, pipeline, read
from talentgraph.extract.faithful import unfounded
from talentgraph.model import Basics, Profile, Publication, Section, Source, Work

SOURCE = Source(path="ada.txt", sha256="0", media_type="text/plain")
TEXT = "Ada Example\nAcme Labs, Sep – Mar 2021 until now; in submission; ada at example dot org; Part-time pilot"
SLOW = {"zeros-late.txt", "glyphs.pdf", "lines.pdf", "deep.docx"}  # how long they take is tested where they are read
SECTIONS = (Section(0, len(TEXT), "head"),)


def spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def work(value: object, name: str, *words: str) -> Profile:
    record = Work(**{name: value}, evidence={name: spans(*words)})  # type: ignore[arg-type]
    return Profile(source=SOURCE, text=TEXT, sections=SECTIONS, work=(record,))


@pytest.mark.parametrize(
    ("value", "name", "words"),
    [
        ("ACME labs", "name", ("Acme Labs",)),
        ("Example, Acme", "name", ("Example", "Acme")),
        ("2020-09", "start_date", ("Sep", "Mar 2021")),
        ("2021-03", "end_date", ("Mar 2021",)),
        (True, "current", ("now",)),
        ("part-time", "employment_type", ("Part-time pilot",)),
    ],
)
def test_what_the_text_says_in_other_letters_is_said(value: object, name: str, words: tuple[str, ...]) -> None:
    assert unfounded(work(value, name, *words)) == ()


@pytest.mark.parametrize(
    ("value", "name", "words"),
    [
        ("Acme Labs Oslo", "name", ("Acme Labs",)),
        ("Acme", "name", ("Example",)),
        ("Acme", "name", ()),
        ("2020-09", "start_date", ("Sep",)),
        ("2021-04", "end_date", ("Mar 2021",)),
        ("2022-03", "end_date", ("Mar 2021",)),
        (True, "current", ("Ada",)),
        ("internship", "employment_type", ("Part-time pilot",)),
    ],
)
def test_what_the_text_does_not_say_is_told(value: object, name: str, words: tuple[str, ...]) -> None:
    assert unfounded(work(value, name, *words)) == (f"work.0.{name}",)


def test_items_of_lists_and_disguised_addresses_count_too() -> None:
    basics = Basics(email="ada@example.org", evidence={"email": spans("ada at example dot org")})
    paper = Publication(authors=("Ada", "Bo"), evidence={"authors.0": spans("Ada"), "authors.1": spans("Acme")})
    profile = Profile(source=SOURCE, text=TEXT, sections=SECTIONS, basics=basics, publications=(paper,))
    assert unfounded(profile) == ("publications.0.authors.1",)
    assert unfounded(replace(profile, text="")) != ()


def profiles(files: Iterable[tuple[str, bytes]], folder: Path) -> list[Profile]:
    for number, (name, data) in enumerate(files):
        if len(data) < 90_000 and name not in SLOW:
            path = folder / f"{number:03}" / name
            path.parent.mkdir()
            path.write_bytes(data)
    return [found for found in pipeline.read_profiles(read.walk([folder])) if isinstance(found, Profile)]


def test_nothing_is_invented_from_good_files_of_any_format(tmp_path: Path) -> None:
    found = profiles(((name, data) for _, name, data in good.files()), tmp_path)
    assert len(found) > 25
    assert {p.source.path: unfounded(p) for p in found if unfounded(p)} == {}


def test_nothing_is_invented_from_bad_files(tmp_path: Path) -> None:
    found = profiles(hostile.corpus(), tmp_path)
    assert len(found) > 10
    assert {p.source.path: unfounded(p) for p in found if unfounded(p)} == {}


def test_nothing_is_invented_of_the_demo() -> None:
    found = list(pipeline.read_profiles(read.walk([demo.cvs()])))
    assert len(found) == 12
    assert [unfounded(profile) for profile in found if isinstance(profile, Profile)] == [()] * 12
