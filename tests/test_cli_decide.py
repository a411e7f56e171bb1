"""Deciding on the command line: merge, split, not-same, explain and review, also in a dialogue."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from factory import named, people
from typer.testing import CliRunner, Result

from talentgraph import graph, pipeline, workspace
from talentgraph.cli import app, decide
from talentgraph.draw.explorer import explorer
from talentgraph.draw.pyvis_view import pyvis_view
from talentgraph.errors import QueryError
from talentgraph.export import WRITERS, export
from talentgraph.identity import Identities, Likely, Reason
from talentgraph.model import Work
from talentgraph.resolve import resolve

EVIL = "\x1b[2J\u202eevil"
PAIRS = (
    Likely("person/ben-sample", "person/cho-third", 0.5, (Reason("name", f"initials fit {EVIL}", 1.5),)),
    Likely("person/ada-example", "person/grace-teacher", 0.94, (Reason("place", "one town", 0.5),)),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decide") / "graph"
    identities = replace(resolve(people()), likely=PAIRS)
    nodes, edges = graph.rows(people(), identities)
    return workspace.write(folder, profiles=people(), identities=identities, nodes=nodes, edges=edges)


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "graph"))


def run(folder: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, [*arguments, "-w", str(folder)], input=answers)


def owners(folder: Path) -> dict[str, str]:
    mentions = workspace.read_identities(folder).mentions
    return {mention.partition("#")[0]: node for mention, node in mentions.items() if mention.endswith("#basics")}


def test_a_merge_is_written_and_built_and_taken_back(folder: Path) -> None:
    done = run(folder, "merge", "Ben Sample", "cho third", "--why", "married name", "--by", "ada", "--build")
    assert done.exit_code == 0, done.output
    assert "decided: person/ben-sample and person/cho-third are one" in done.stdout
    (decision,) = workspace.read_decisions(folder)
    assert (decision.by, decision.why, decision.at[:2]) == ("ada", "married name", "20")
    assert owners(folder)["cvs/ben.txt"] == owners(folder)["cvs/cho.txt"]
    done = run(folder, "explain", "Ben Sample", "Cho Third")
    assert "decided by ada: married name" in done.stdout
    assert run(folder, "merge", "Cho Third", "Ben Sample", "--undo", "--build").exit_code == 0
    assert owners(folder)["cvs/ben.txt"] != owners(folder)["cvs/cho.txt"]


def test_without_build_the_graph_stays_and_the_way_is_told(folder: Path) -> None:
    before = (folder / "edges.jsonl").read_bytes()
    done = run(folder, "not-same", "Ben Sample", "Cho Third")
    assert "at once with --build" in done.stderr
    assert (folder / "edges.jsonl").read_bytes() == before
    assert [decision.verdict for decision in workspace.read_decisions(folder)] == ["different"]
    assert workspace.read_decisions(folder)[0].by
    assert "1 decision waits for the next build" in run(folder, "explain", "Ben Sample").stderr


def test_a_split_shows_what_goes_where_and_asks(folder: Path) -> None:
    done = run(folder, "split", "Ada Example", answers="n\n")
    assert done.exit_code == 0
    assert workspace.read_decisions(folder) == []
    assert "person/ada-example keeps\n  ada.txt#basics: Ada Example" in done.stdout
    assert "another person gets\n  cvs/ben.txt#publications.0.authors.0: A. Example" in done.stdout
    assert "A very small store for large things" in done.stdout
    assert run(folder, "split", "Ada Example", "ben.txt", "--yes", "--build").exit_code == 0
    mentions = workspace.read_identities(folder).mentions
    assert mentions["cvs/ben.txt#publications.0.authors.0"] != mentions["ada.txt#basics"] == "person/ada-example"
    assert run(folder, "split", "Ada Example", "--undo", "--build").exit_code == 0
    assert workspace.read_identities(folder).mentions == resolve(people()).mentions


def test_what_cannot_be_followed_is_a_problem_of_the_build(folder: Path) -> None:
    (folder / "decisions.jsonl").write_text('{"verdict": "same", "left": "person/gone", "right": "person/cho-third"}\n')
    done = run(folder, "not-same", "Ben Sample", "Cho Third", "--build")
    assert done.exit_code == 1
    assert "problem: decisions.jsonl: that person/gone and person/cho-third are one cannot be followed" in done.stderr


def test_an_unclear_name_writes_nothing(folder: Path) -> None:
    done = run(folder, "merge", "Ben Sample", "Nobody")
    assert isinstance(done.exception, QueryError)
    assert workspace.read_decisions(folder) == []


def test_explanations_quote_documents_in_both_forms(folder: Path) -> None:
    done = run(folder, "explain", "Ada Example", "A. Example")
    assert "person/ada-example (Ada Example) is one" in done.stdout
    assert "“" in done.stdout
    found = json.loads(run(folder, "explain", "Ben Sample", "Cho Third", "--json").stdout)
    assert (found["verdict"], found["left"]["id"]) == ("two", "person/ben-sample")
    assert found["against"] == "both are authors of one paper"
    assert found["left"]["quotes"][0]["document"]
    assert "ben@example.net" not in json.dumps(found)


def test_a_review_in_a_pipe_is_a_list(folder: Path) -> None:
    done = run(folder, "review")
    assert done.exit_code == 0
    assert done.stdout.index("person/ben-sample") < done.stdout.index("person/ada-example")
    assert "\x1b" not in done.stdout
    rows = json.loads(run(folder, "review", "--json", "--limit", "1").stdout)
    assert [row["left"]["name"] for row in rows] == ["Ben Sample"]
    assert rows[0]["left"]["quotes"]
    assert rows[0]["gain"] > 0


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "_is_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_a_review_asks_and_writes_each_answer(folder: Path) -> None:
    done = run(folder, "review", "--by", "ada", answers="what\nn\ny\n")
    assert done.exit_code == 0, done.output
    decisions = [(each.verdict, each.left, each.right, each.by) for each in workspace.read_decisions(folder)]
    assert decisions == [
        ("different", "person/ben-sample", "person/cho-third", "ada"),
        ("same", "person/ada-example", "person/grace-teacher", "ada"),
    ]
    assert "1/2  Ben Sample  =?  Cho Third  (0.50)" in done.stdout
    assert "2 answers written." in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "nothing found" in run(folder, "review").output  # both are answered


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("answers", ["s\nq\n", "s\n", ""])
def test_skipping_and_leaving_write_nothing(folder: Path, answers: str) -> None:
    done = run(folder, "review", answers=answers)
    assert done.exit_code == 0
    assert "0 answers written." in done.stdout
    assert workspace.read_decisions(folder) == []


@pytest.mark.usefixtures("terminal")
def test_answers_are_built_at_once_where_wanted(folder: Path) -> None:
    done = run(folder, "review", "--build", "--limit", "1", answers="n\n")
    assert "The graph now has" in done.stdout
    assert workspace.read_identities(folder).held
    assert pipeline.rebuild(folder).problems == ()


def test_questions_of_an_empty_graph() -> None:
    from talentgraph.analyse.reviewing import questions

    assert questions(Identities(), [], []) == []


@pytest.mark.parametrize("form", sorted(set(WRITERS) - {"json-resume"}))
def test_likely_pairs_go_into_exports(folder: Path, form: str) -> None:
    export(folder, form, target := folder.parent / "out")
    files = [target] if target.is_file() else [path for path in target.rglob("*") if path.is_file()]
    assert any("SAME_AS" in path.read_text(encoding="utf-8") and "one town" in path.read_text() for path in files)


def test_likely_pairs_are_drawn(folder: Path) -> None:
    nodes, edges = workspace.read_rows(folder)
    others = [edge for edge in edges if edge.type != "SAME_AS"]
    pages = [explorer(nodes, some, title="People") for some in (edges, others)]
    assert pages[0].count('"SAME_AS"') > pages[1].count('"SAME_AS"')
    titles = [edge["title"] for edge in pyvis_view(nodes, edges).edges]
    assert "same as (probability 0.94, reason one town)" in titles


def test_no_name_steers_the_terminal(tmp_path: Path) -> None:
    work = (Work(name=f"Globex {EVIL}"),)
    profiles = [named(f"{each}.txt", f"Eve {EVIL} Example", work=work) for each in "ab"]
    identities = resolve(profiles)
    nodes, edges = graph.rows(profiles, identities)
    folder = workspace.write(tmp_path / "graph", profiles=profiles, identities=identities, nodes=nodes, edges=edges)
    node = identities.mentions["a.txt#basics"]
    for command in (["explain", node], ["explain", node, "--json"], ["split", node, "b.txt", "--yes", "--why", EVIL]):
        done = run(folder, *command)
        assert done.exit_code == 0, done.output
        assert not {"\x1b", "\u202e"} & set(done.output)
        assert "evil" in done.output
