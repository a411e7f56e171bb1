"""The command on invented CVs: figures on stdout, a page in a folder, problems on stderr."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from talentgraph.cli import main
from talentgraph.demo import cvs, facts

FILES = ("hana-kovarova.md", "gareth-penhaligon.txt", "mei-ling-tsai.docx")


class Done(NamedTuple):
    status: object
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process."""

    def run(*arguments: object) -> Done:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        return Done(left.value.code or 0, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gold of three people of the demo, and their files."""
    place = tmp_path_factory.mktemp("evaluate")
    (place / "gold").mkdir()
    (place / "docs").mkdir()
    for name in FILES:
        shutil.copy(cvs() / name, place / "docs" / name)
        gold = json.dumps(_as_json_resume(facts()[name]))
        (place / "gold" / f"{Path(name).stem}.json").write_text(gold, encoding="utf-8")
    return place


def _as_json_resume(truth: dict[str, Any]) -> dict[str, Any]:
    papers = [{**each, "publisher": each["venue"], "releaseDate": str(each["year"])} for each in truth["publications"]]
    return {
        "basics": {"name": truth["name"]},
        "work": truth["work"],
        "education": truth["education"],
        "publications": papers,
        "skills": [{"keywords": truth["skills"]}],
        "awards": [{"title": title} for title in truth["awards"]],
    }


def test_figures_as_tables_and_the_page(run: Run, place: Path, tmp_path: Path) -> None:
    done = run("evaluate", place / "gold", place / "docs", "-o", tmp_path / "out")
    assert done.status == 0, done.err
    for title in ("F1 by layout", "By class", "Facts of the records that were found", "Confidence", "Worst documents"):
        assert title in done.out
    assert f"The page: {tmp_path / 'out' / 'evaluation.html'}" in done.out
    page = (tmp_path / "out" / "evaluation.html").read_text(encoding="utf-8")
    assert "Hana Kovářová" in page
    assert "hana@example.org" not in page
    assert "Hana" not in done.out


def test_figures_as_json(run: Run, place: Path, tmp_path: Path) -> None:
    done = run("evaluate", "profiles", place / "gold", place / "docs", "-o", tmp_path / "out", "--json")
    assert done.status == 0, done.err
    data = json.loads(done.out)
    assert data["all"]["documents"] == 3
    assert data["all"]["ENTITY_F1"] > 0.8
    assert sorted(data["variants"]) == ["docx", "md", "txt"]
    assert data == json.loads((tmp_path / "out" / "evaluation.json").read_text(encoding="utf-8"))


def test_only_some_variants_in_two_processes(run: Run, place: Path, tmp_path: Path) -> None:
    done = run("evaluate", place / "gold", place / "docs", "-o", tmp_path, "--variants", "md, txt", "-j", 2, "--json")
    assert sorted(json.loads(done.out)["variants"]) == ["md", "txt"]


def test_contact_details_only_if_asked_for(run: Run, place: Path, tmp_path: Path) -> None:
    arguments = (place / "gold", place / "docs", "-o", tmp_path, "--variants", "md", "--include-contacts")
    assert run("evaluate", *arguments).status == 0
    assert "hana@example.org" in (tmp_path / "evaluation.html").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_a_problem_and_counts_as_empty(run: Run, place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "set")
    (tmp_path / "set" / "docs" / "hana-kovarova.md").unlink()
    (tmp_path / "set" / "docs" / "gareth-penhaligon.txt").write_bytes(b"")
    done = run("evaluate", tmp_path / "set" / "gold", tmp_path / "set" / "docs", "-o", tmp_path / "out", "--json")
    assert done.status == 1
    assert "note: hana-kovarova: has gold but no document" in done.err
    assert "problem: gareth-penhaligon.txt: is empty" in done.err
    assert json.loads(done.out)["variants"]["txt"]["ENTITY_F1"] == 0


def test_wrong_usage_is_one_line(run: Run, place: Path, tmp_path: Path) -> None:
    done = run("evaluate", place / "docs", place / "gold", "-o", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("talentgraph: ")
    assert done.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_help_names_the_kinds(run: Run) -> None:
    assert "profiles" in run("evaluate", "--help").out
    assert "documents" in run("evaluate", "profiles", "--help").out.casefold()
    assert "profiles" in run("evaluate").out + run("evaluate").err
