"""Which documents belong to which gold, and what is said when they do not fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talentgraph.errors import ProfileError, TalentGraphError
from talentgraph.evaluate.cases import find_cases, find_names


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "docs").mkdir()
    for person in ("ada", "bo"):
        gold = {"basics": {"name": person}, "work": [{"name": "Acme"}]}
        (tmp_path / "gold" / f"{person}.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def names(place: Path, **options: Any) -> list[tuple[str, str]]:
    cases, _ = find_cases(place / "gold", place / "docs", **options)
    return [(case.name, case.path.name) for case in cases]


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Ada", encoding="utf-8")


def test_a_folder_a_person_or_a_file_a_person(place: Path) -> None:
    write(place / "docs" / "ada" / "plain.txt")
    write(place / "docs" / "ada" / "classic.md")
    write(place / "docs" / "ada" / ".hidden")
    write(place / "docs" / "bo.txt")
    write(place / "docs" / "bo.md")
    write(place / "docs" / "nobody.txt")
    expected = [
        ("ada/classic", "classic.md"),
        ("ada/plain", "plain.txt"),
        ("bo/md", "bo.md"),
        ("bo/txt", "bo.txt"),
    ]
    assert names(place) == expected
    assert names(place, variants=["plain", "md"]) == [expected[1], expected[2]]


def test_two_files_of_one_name_are_two_variants(place: Path) -> None:
    write(place / "docs" / "ada" / "cv.txt")
    write(place / "docs" / "ada" / "cv.md")
    assert names(place) == [("ada/cv.md", "cv.md"), ("ada/cv.txt", "cv.txt")]


def test_the_gold_is_no_document_of_itself(place: Path) -> None:
    write(place / "gold" / "ada.txt")
    cases, alone = find_cases(place / "gold", place / "gold")
    assert [case.name for case in cases] == ["ada/txt"]
    assert alone == ["bo"]


@pytest.mark.parametrize("folder", ["gold", "."])
def test_coverage_says_what_is_hidden(place: Path, folder: str) -> None:
    write(place / "docs" / "ada" / "plain.txt")
    write(place / "docs" / "ada" / "short.txt")
    write(place / "docs" / "bo.txt")
    coverage = {
        "ada": {"short": {"hidden": ["work.0.name"]}, "plain": {"hidden": []}},
        "bo": {"any": {"hidden": ["work.0.name"]}},
    }
    (place / folder / "coverage.json").write_text(json.dumps({"documents": coverage}), encoding="utf-8")
    cases, _ = find_cases(place / "gold", place / "docs")
    shown = {case.name: case.gold.value("work", 0, "name") for case in cases}
    assert shown == {"ada/plain": "Acme", "ada/short": "", "bo/txt": ""}


def test_names_stand_in_the_gold_folder_or_beside_it(place: Path) -> None:
    (place / "aliases.tsv").write_text("Harbour Institute\tHIT\n", encoding="utf-8")
    assert find_names(place / "gold").key("hit", "employers") == find_names(place / "gold").key(
        "harbour institute", "employers"
    )
    (place / "gold" / "aliases.tsv").write_text("", encoding="utf-8")
    assert find_names(place / "gold").key("hit", "employers") == "hit"


@pytest.mark.parametrize(
    ("gold", "where"),
    [
        ("[]", "ada.json: is no JSON object"),
        ("{", "ada.json: is no JSON"),
        ('{"basics": []}', "ada.json: basics"),
        ('{"work": [1]}', "ada.json: work"),
        ('{"skills": {"name": "C"}}', "ada.json: skills"),
    ],
)
def test_broken_gold_is_named_with_its_place(place: Path, gold: str, where: str) -> None:
    write(place / "docs" / "ada.txt")
    (place / "gold" / "ada.json").write_text(gold, encoding="utf-8")
    with pytest.raises(ProfileError, match=f"^{where}"):
        find_cases(place / "gold", place / "docs")


@pytest.mark.parametrize(("gold", "docs"), [("gold", "docs"), ("docs", "gold"), ("gold", "none"), ("none", "docs")])
def test_nothing_to_compare_says_what_to_do(place: Path, gold: str, docs: str) -> None:
    with pytest.raises(TalentGraphError, match=r"; (name|give)"):
        find_cases(place / gold, place / docs)


def test_broken_coverage_is_named(place: Path) -> None:
    write(place / "docs" / "ada.txt")
    (place / "coverage.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ProfileError, match=r"coverage\.json"):
        find_cases(place / "gold", place / "docs")
