"""The whole way: what a build writes, what it survives, and that order and time change nothing."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from talentgraph import pipeline, read, stores, workspace
from talentgraph.demo import cvs
from talentgraph.errors import TalentGraphError
from talentgraph.model import Decision, Problem
from talentgraph.pipeline import Report, build, extract_profiles, rebuild
from talentgraph.read import Limits

CV = """Ada Example
ada@example.org

Experience

Acme Labs, Oslo
Research Engineer, Mar 2019 - Aug 2021
- Wrote storage engines in Rust.

Education

University of Oslo
MSc in Computer Science, 2017 - 2019
"""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cvs" / "ada.txt"
    path.parent.mkdir()
    path.write_text(CV, encoding="utf-8")
    return path


def rows(folder: Path) -> bytes:
    return (folder / "nodes.jsonl").read_bytes() + (folder / "edges.jsonl").read_bytes()


def test_a_build_writes_a_workspace(cv: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    report = build([cv.parent], tmp_path / "graph", progress=lambda *step: seen.append(step))
    assert (report.documents, report.problems) == (1, ())
    assert seen == [(1, 1, "ada.txt")]
    nodes, edges = workspace.read_rows(tmp_path / "graph")
    assert (len(nodes), len(edges)) == (report.nodes, report.edges)
    assert {"person/ada-example", "organization/acme-labs"} <= {node.id for node in nodes}
    assert "ada@example.org" not in (tmp_path / "graph/explorer.html").read_text(encoding="utf-8")


def test_order_time_and_processes_change_nothing(tmp_path: Path) -> None:
    paths = sorted(cvs().glob("*.md")) + sorted(cvs().glob("*.txt"))
    build(paths, tmp_path / "one")
    build(paths[::-1], tmp_path / "two", jobs=2)
    assert rows(tmp_path / "one") == rows(tmp_path / "two")
    build(paths, tmp_path / "one")
    assert rows(tmp_path / "one") == rows(tmp_path / "two")


def test_what_cannot_be_read_is_a_problem(cv: Path, tmp_path: Path) -> None:
    (cv.parent / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    report = build([cv.parent], tmp_path / "graph")
    assert report.documents == 1
    assert [problem.path for problem in report.problems] == ["broken.pdf"]
    assert workspace.read_problems(tmp_path / "graph") == list(report.problems)


def test_what_a_document_leaves_out_is_a_problem_each_time(tmp_path: Path) -> None:
    path = _pages(tmp_path / "ada.pdf", "Ada Example", "Page two", "Page three")
    for folder in ("graph", "graph", "other"):
        report = build([path], tmp_path / folder, limits=Limits(pages=1))
        assert report.documents == 1
        assert ("ada.pdf", "pages 2-3") in [(problem.path, problem.place) for problem in report.problems]
        assert workspace.read_problems(tmp_path / folder) == list(report.problems)
        [profile] = workspace.read_profiles(tmp_path / folder)
        assert "pages 2-3" in [note.place for note in profile.notes]
        assert set(profile.notes) <= set(report.problems)
    assert "pages 2-3" not in [problem.place for problem in build([path], tmp_path / "graph").problems]


def _pages(path: Path, *texts: str) -> Path:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    sheet = canvas.Canvas(str(path))
    for words in texts:
        sheet.drawString(50, 700, words)
        sheet.showPage()
    sheet.save()
    return path


def test_nothing_readable_leaves_the_old_workspace(cv: Path, tmp_path: Path) -> None:
    build([cv], tmp_path / "graph")
    before = rows(tmp_path / "graph")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(TalentGraphError, match="nothing to read"):
        build([empty], tmp_path / "graph")
    (empty / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(TalentGraphError, match=r"none of 1 files could be read; the first: broken\.pdf"):
        build([empty], tmp_path / "graph")
    assert rows(tmp_path / "graph") == before


def test_a_failure_of_ours_costs_one_file_and_quotes_nothing(cv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, **options: object) -> None:
        raise ValueError("Ada Example, ada@example.org")

    monkeypatch.setattr(read, "read", fail)
    [found] = pipeline.read_profiles([(cv, cv.parent)])
    assert isinstance(found, Problem)
    assert (found.path, "ValueError" in found.reason, "Ada" in found.reason) == ("ada.txt", True, False)


def test_a_corrected_profile_wins_until_its_document_changes(cv: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build([cv], folder)
    path = folder / "profiles" / "ada.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["basics"]["label"] = "Keeper of Logs"
    data["meta"]["corrected"] = True
    path.write_text(json.dumps(data), encoding="utf-8")
    assert _headline(build([cv], folder)) == "Keeper of Logs"
    assert _headline(build([cv], folder)) == "Keeper of Logs"
    cv.write_text(CV + "\nOslo\n", encoding="utf-8")
    report = build([cv], folder)
    assert _headline(report) != "Keeper of Logs"
    assert [problem.path for problem in report.problems] == ["ada.txt"]


def _headline(report: Report) -> object:
    nodes, _ = workspace.read_rows(report.folder)
    return next(node for node in nodes if node.id == "person/ada-example").properties.get("headline")


def test_without_the_embedded_database_a_build_says_so(
    cv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "embedded_is_installed", lambda: False)
    report = build([cv], tmp_path / "graph")
    assert "no build for this platform" in report.notices[0]
    assert report.problems == ()
    assert not (tmp_path / "graph" / "store").exists()
    assert (tmp_path / "graph" / "explorer.html").exists()


def test_profiles_lie_as_their_documents_do(tmp_path: Path) -> None:
    (tmp_path / "cvs/001").mkdir(parents=True)
    (tmp_path / "cvs/001/plain.txt").write_text(CV, encoding="utf-8")
    report = extract_profiles([tmp_path / "cvs"], tmp_path / "out")
    assert report.documents == 1
    data = json.loads((tmp_path / "out/001/plain.json").read_text(encoding="utf-8"))
    assert data["basics"]["name"] == "Ada Example"
    assert data["work"][0]["name"] == "Acme Labs"


def test_profiles_never_overwrite_the_documents(cv: Path) -> None:
    with pytest.raises(TalentGraphError, match="would overwrite"):
        extract_profiles([cv.parent], cv.parent)
    assert cv.read_text(encoding="utf-8") == CV


def test_names_with_blanks_and_other_letters(tmp_path: Path) -> None:
    folder = tmp_path / "lebensläufe – 履歴書"
    folder.mkdir()
    shutil.copy(cvs() / "hana-kovarova.md", folder / "Hana Kovářová.md")
    report = build([folder], tmp_path / "der graph ü")
    assert (report.documents, report.problems) == (1, ())


def test_two_folders_that_hold_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder, name in (("a", "Ada Example"), ("b", "Bea Sample")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "cv.txt").write_text(f"{name}\n\nSkills\n\nRust, Python\n", encoding="utf-8")
    build([tmp_path / "a", tmp_path / "b", tmp_path / "a" / "cv.txt"], tmp_path / "graph")
    found = workspace.read_profiles(tmp_path / "graph")
    assert {profile.source.path: profile.basics.name for profile in found} == {
        "a/cv.txt": "Ada Example",
        "b/cv.txt": "Bea Sample",
    }


def test_files_with_the_same_content_are_read_once(cv: Path, tmp_path: Path) -> None:
    text = cv.read_text(encoding="utf-8")
    for name, content in {"a/1.md": text, "b.md": text, "c.md": text.replace("2", "3"), "d.md": ""}.items():
        path = tmp_path / "cvs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    report = build([tmp_path / "cvs"], tmp_path / "graph")
    assert report.documents == 2
    assert "b.md: has the same content as a/1.md, which is read in its place" in report.notices
    assert [problem.path for problem in report.problems] == ["d.md"]


def test_a_rebuild_reads_no_documents_and_keeps_title_problems_and_rows(cv: Path, tmp_path: Path) -> None:
    (cv.parent / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    folder = tmp_path / "graph"
    first = build([cv.parent], folder, title="Mine & others", merge_at=0.9)
    before, page = rows(folder), (folder / "explorer.html").read_text(encoding="utf-8")
    shutil.rmtree(cv.parent)
    again = rebuild(folder)
    assert again == first
    assert rows(folder) == before
    assert (folder / "explorer.html").read_text(encoding="utf-8") == page
    assert workspace.read_settings(folder) == workspace.Settings(title="Mine & others", merge_at=0.9)


def test_decisions_take_effect_with_a_rebuild_and_are_taken_back(cv: Path, tmp_path: Path) -> None:
    (cv.parent / "bea.txt").write_text(
        CV.replace("Ada Example", "Bea Sample").replace("ada@", "bea@"), encoding="utf-8"
    )
    folder = tmp_path / "graph"
    build([cv.parent], folder)
    before = rows(folder)
    same = Decision(verdict="same", left="person/ada-example", right="person/bea-sample", by="tester")
    workspace.add_decisions(folder, [same])
    assert rebuild(folder).problems == ()
    assert rows(folder) != before
    assert "person/bea-sample" not in {node.id for node in workspace.read_rows(folder)[0]}
    workspace.add_decisions(folder, [replace(same, verdict="open")])
    rebuild(folder)
    assert rows(folder) == before


def test_a_decision_that_names_nothing_is_a_problem(cv: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build([cv.parent], folder)
    workspace.add_decisions(folder, [Decision(verdict="same", left="person/ada-example", right="person/gone")])
    for report in (rebuild(folder), rebuild(folder), build([cv.parent], folder)):
        (problem,) = report.problems
        assert "person/gone is not there" in problem.reason


def test_a_lexicon_elsewhere_is_found_again(cv: Path, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    build([cv.parent], tmp_path / "graph", lexicon=words)
    assert workspace.read_settings(tmp_path / "graph").lexicon == str(words)
