"""Lists and patterns of the user's own, as files in the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentgraph import workspace
from talentgraph.errors import TalentGraphError
from talentgraph.extract import gazetteer
from talentgraph.model import Profile
from talentgraph.pipeline import build, extract_profiles
from talentgraph.values import lexicon, organizations, technologies, venues

CV = """Ada Example
ada@example.org

Experience

Zyx Qwv\tMar 2019 – Aug 2021
Engineer
- Wrote it all in Frobnicate.

Skills

Frobnicate, Rust

Publications

A. Example and B. Sample. Counting Sheep in Parallel. In Sheepconf 2020.
"""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cvs" / "ada.txt"
    path.parent.mkdir()
    path.write_text(CV, encoding="utf-8")
    return path


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def names(folder: Path) -> dict[str, object]:
    nodes, _ = workspace.read_rows(folder)
    return {node.id: node.properties["name"] for node in nodes if "name" in node.properties}


def aliases(folder: Path) -> list[object]:
    """The aliases of the organisations."""
    nodes, _ = workspace.read_rows(folder)
    found = [node.properties.get("aliases") for node in nodes if node.labels[0] == "Organization"]
    return [alias for many in found if isinstance(many, list) for alias in many]


def profile(folder: Path) -> Profile:
    (found,) = workspace.read_profiles(folder)
    return found


LISTS = {
    "organizations_tsv": "# ours\nZyxwave Quantum Works\tCompany\tNO\tZyx Qwv|ZQW\n",
    "technologies_tsv": "Frobnicate\tlanguage\n",
    "venues_tsv": "SHEEP\tConference on Counting Sheep\tconference\tSheepconf\n",
}


def test_lists_in_the_workspace_are_known_and_give_names(cv: Path, tmp_path: Path) -> None:
    build([cv.parent], tmp_path / "plain")
    assert "organization/zyxwave-quantum-works" not in names(tmp_path / "plain")
    folder = tmp_path / "graph"
    write(folder / "lexicon", **LISTS)
    build([cv.parent], folder, jobs=2)
    found = names(folder)
    assert found["organization/zyxwave-quantum-works"] == "Zyx Qwv"  # as printed; the lexicon's name is an alias
    assert found["technology/frobnicate"] == "Frobnicate"
    assert "Frobnicate" in profile(folder).work[0].keywords
    assert profile(folder).work[0].name == "Zyx Qwv"
    assert profile(folder).extractor.startswith(f"{profile(tmp_path / 'plain').extractor} with lexicon ")
    assert (folder / "lexicon" / "venues.tsv").exists()


def test_a_changed_lexicon_changes_the_next_build(cv: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    write(folder / "lexicon", **LISTS)
    build([cv.parent], folder)
    first = profile(folder)
    write(folder / "lexicon", organizations_tsv="Zyx Holdings\tCompany\tNO\tZyx Qwv\n", technologies_tsv="")
    build([cv.parent], folder)
    second = profile(folder)
    assert "Zyx Holdings" in aliases(folder)
    assert "Zyxwave Quantum Works" not in aliases(folder)
    assert "Frobnicate" not in second.work[0].keywords
    assert first.extractor != second.extractor


def test_patterns_find_what_the_model_does_not(cv: Path, tmp_path: Path) -> None:
    cv.write_text(CV.replace("Engineer", "xyzzy of qux"), encoding="utf-8")
    patterns = '{"label": "TITLE", "pattern": [{"LOWER": "xyzzy"}, {"LOWER": "of"}, {"LOWER": "qux"}]}\n\n'
    write(tmp_path / "words", patterns_jsonl=patterns + '{"label": "EMPLOYER", "pattern": "Zyx Qwv"}\n')
    extract_profiles([cv.parent], tmp_path / "out", lexicon=tmp_path / "words")
    found = (tmp_path / "out" / "ada.json").read_text(encoding="utf-8")
    assert '"position": "xyzzy of qux"' in found
    assert '"name": "Zyx Qwv"' in found


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        (
            "organizations_tsv",
            "Acme\tCompany\nBolt\tShop\n",
            r"organizations\.tsv:2: unknown 'Shop' in column 2; write",
        ),
        (
            "organizations_tsv",
            "Acme    Company\n",
            r"organizations\.tsv:1: blanks inside the name; part columns by one tab",
        ),
        ("technologies_tsv", "# x\n\tlanguage\n", r"technologies\.tsv:2: the first column is empty"),
        (
            "technologies_tsv",
            "A\tlanguage\tB\tambiguous\tC\tD\tE\n",
            r"technologies\.tsv:1: 7 columns where the list has 6",
        ),
        ("companies_tsv", "Acme\n", r"companies\.tsv: no list has this name; rename it to one of .*organizations\.tsv"),
        ("patterns_jsonl", '\n{"label": "EMPLOYER"\n', r"patterns\.jsonl:2: not JSON"),
        ("patterns_jsonl", '{"label": "JOB", "pattern": "x"}\n', r"patterns\.jsonl:1: there is no label 'JOB'"),
        (
            "patterns_jsonl",
            '{"label": "TITLE", "pattern": 7}\n',
            r"patterns\.jsonl:1: the pattern is neither words nor",
        ),
        (
            "patterns_jsonl",
            '{"label": "TITLE", "pattern": [{"LOWR": "x"}]}\n',
            r"patterns\.jsonl:1: no pattern of spaCy",
        ),
    ],
)
def test_a_line_with_a_fault_is_refused_with_its_place(
    file: str, text: str, complaint: str, cv: Path, tmp_path: Path
) -> None:
    write(tmp_path / "graph" / "lexicon", **{file: text})
    with pytest.raises(TalentGraphError, match=complaint):
        build([cv.parent], tmp_path / "graph")
    assert lexicon.current() == {}


def test_lists_hold_inside_the_block_only() -> None:
    before = organizations.lookup("Zyx Qwv"), technologies.lookup("Frobnicate"), venues.parse("Sheepconf 2020").series
    lists = {
        "organizations.tsv": (("Zyxwave", "Company", "", "Zyx Qwv"),),
        "technologies.tsv": (("Frobnicate", "tool"),),
    }
    with lexicon.added(lists):
        assert organizations.lookup("Zyx Qwv") == organizations.Entry("Zyxwave", "Company", "", ("Zyx Qwv",))
        assert technologies.lookup("Frobnicate") is not None
        assert [hit.kind for hit in gazetteer.find(["Zyx", "Qwv"])] == ["company"]
    assert before == (None, None, "Sheepconf")
    assert organizations.lookup("Zyx Qwv") is None
    assert [hit.kind for hit in gazetteer.find(["Zyx", "Qwv"])] != ["company"]


def test_what_a_user_says_goes_before_what_ships() -> None:
    with lexicon.added({"organizations.tsv": (("Migros Institute", "ResearchInstitute", "", "MIT"),)}):
        assert organizations.kind("Migros Institute") == "ResearchInstitute"
        assert organizations.lookup("Massachusetts Institute of Technology") is not None
        assert organizations.lookup("MIT").name == "Migros Institute"  # type: ignore[union-attr]


def test_an_alias_of_several_means_the_marked_one() -> None:
    rows = (
        ("Zyx Institute of Tests", "University", "NO", "ZIT", "", "Oslo|Viken"),
        ("Zyzzyva Institute of Tests", "University", "SE", "ZIT*|ZyT"),
        ("Zyo Institute of Trials", "University", "DK", "ZyT"),
    )
    with lexicon.added({"organizations.tsv": ()}), lexicon.added({"organizations.tsv": rows}):
        zit = organizations.bearers("ZIT")
        assert [entry.country for entry in zit.entries] == ["SE", "NO"]
        assert zit.usual is not None
        assert zit.usual.aliases == ("ZIT", "ZyT")
        assert zit.entries[1].place == ("Oslo", "Viken")
        assert organizations.lookup("ZIT") == zit.usual
    assert organizations.bearers("ZIT").entries == ()


def test_an_alias_of_several_without_a_mark_is_a_tie() -> None:
    ranks = {organizations.Entry("One Zyx"): 3, organizations.Entry("Two Zyx"): 3}
    assert organizations._ranked(ranks).usual is None
