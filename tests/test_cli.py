"""The command line: what goes to stdout and stderr, exit status, and that no document steers a terminal."""

from __future__ import annotations

import csv
import io
import json
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from talentgraph import stores
from talentgraph.cli import main
from talentgraph.cli.output import plain, print_json, print_rows
from talentgraph.demo import cvs

embedded = pytest.mark.skipif(not stores.embedded_is_installed(), reason="the embedded database has no build here")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of three people, built by the command itself in a process of its own."""
    place = tmp_path_factory.mktemp("cli")
    (place / "cvs").mkdir()
    for name in ("hana-kovarova.md", "gareth-penhaligon.txt", "rafael-monteiro-da-silva.json"):
        shutil.copy(cvs() / name, place / "cvs" / name)
    command = [sys.executable, "-m", "talentgraph", "build", "cvs"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "3 documents" in done.stdout
    return place / "graph"


class Done:
    def __init__(self, status: object, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run a command line in this process."""

    def run(*arguments: object) -> Done:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Done(left.value.code or 0, out, err)

    return run


def test_show_gives_facts_with_quotes(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("show", "kovarova", "-w", graph)
    assert done.status == 0
    assert "Hana Kovářová" in done.out
    assert "Larkspur Systems (2020-09 to 2022-09)" in done.out
    assert "hana-kovarova.md, page 1" in done.out
    assert "hana@example.org" not in done.out


def test_show_as_json(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(run("show", "Gareth Penhaligon", "-w", graph, "--json").out)
    assert {"Positions", "Education", "Publications"} <= set(data["facts"])
    assert data["facts"]["Positions"][0]["quotes"]


def test_an_unknown_person_gets_suggestions(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("show", "Hanna Kovarov", "-w", graph)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "did you mean Hana Kovářová" in done.err


def test_no_workspace_is_one_line(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("stats", "-w", tmp_path / "nothing")
    assert done.status == 2
    assert done.err.startswith("talentgraph: ")
    assert done.err.count("\n") == 1


def test_stats_in_three_forms(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(run("stats", "-w", graph, "--json").out)
    table = list(csv.DictReader(io.StringIO(run("stats", "-w", graph, "--csv").out)))
    assert [row["name"] for row in rows] == [row["name"] for row in table]
    assert {"kind": "node", "name": "Document", "count": 3} in rows
    assert "Document" in run("stats", "-w", graph).out
    assert run("stats", "-w", graph, "--json", "--csv").status == 2


@embedded
def test_the_questions(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    names = [row["name"] for row in json.loads(run("query", "--json").out)]
    assert len(names) >= 6
    done = run("query", names[0][:-1] + "x", "-w", graph)
    assert done.status == 2
    assert names[0] in done.err
    done = run("query", "coauthors", "-p", "person=Hana Kovarova", "-w", graph, "--json")
    assert (json.loads(done.out), done.status) == ([], 0)
    assert "did you mean Hana Kovářová?" in done.err


@embedded
def test_cypher(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    statement = "MATCH (p:Person {name: $name})-[:WORKED_AT]->(o) RETURN o.name AS employer ORDER BY employer"
    done = run("cypher", statement, "-p", "name=Hana Kovářová", "-w", graph, "--json")
    assert json.loads(done.out) == [{"employer": "ETH Zurich"}, {"employer": "Larkspur Systems"}]
    assert run("cypher", "MATCH (n) DETACH DELETE n", "-w", graph).status == 2
    assert run("cypher", "MATCH (p:Person) RETURN count(p) AS n", "-p", "nonsense", "-w", graph).status == 2


def test_exports(run, graph: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from talentgraph.export import WRITERS

    for form in WRITERS:
        done = run("export", form, "-w", graph, "-o", tmp_path / form)
        assert done.status == 0, done.err
        files = [path for path in [tmp_path / form, *tmp_path.glob(f"{form}/*")] if path.is_file()]
        assert files
        assert all("example.org" not in path.read_text(encoding="utf-8") for path in files), form
    assert run("export", "graphlm", "-w", graph).err == (
        "talentgraph: there is no export named 'graphlm'; did you mean graphml?\n"
    )


def test_draw(run, graph: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for options in ([], ["--ego", "Hana Kovarova", "--depth", "1", "--pyvis"]):
        page = tmp_path / f"page{len(options)}.html"
        done = run("draw", "-w", graph, "-o", page, *options)
        assert (done.status, Path(done.out.strip())) == (0, page), done.err
        assert "hana@example.org" not in page.read_text(encoding="utf-8")


def test_a_page_around_one_person_has_the_name_as_its_title(run, graph: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for options in ((), ("--pyvis",)):
        run("draw", "-w", graph, "--ego", "hana kovarova", "--depth", "1", "-o", tmp_path / "page.html", *options)
        title = (tmp_path / "page.html").read_text(encoding="utf-8").partition("<title>")[2].partition("<")[0]
        assert title.removeprefix("talentgraph: ") == "Hana Kovářová"


@pytest.mark.parametrize("top", ["0", "-3"])
def test_the_best_connected_are_at_least_one(run, graph: Path, top: str) -> None:  # type: ignore[no-untyped-def]
    assert run("draw", "-w", graph, "--pyvis", "--top", top).status == 2


def test_draw_without_a_command_is_the_explorer(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    assert "timeline" in run("draw", "--help").out
    assert run("draw", "-w", graph).out.strip() == str((graph / "explorer.html").resolve())


@pytest.mark.parametrize("kind", ["timeline", "lineage"])
@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_charts(run, graph: Path, tmp_path: Path, kind: str, suffix: str) -> None:  # type: ignore[no-untyped-def]
    done = run("draw", kind, "hana kovarova", "-w", graph, "-o", tmp_path / f"chart.{suffix}")
    assert done.status == 0, done.err
    content = (tmp_path / f"chart.{suffix}").read_text(encoding="utf-8")
    assert "Hana Kovářová" in content
    assert "hana@example.org" not in content
    assert run("draw", kind, "hana", "-w", graph, "-o", tmp_path / "chart.png").status == 2


def test_the_flow_of_careers(run, graph: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "flow.svg"
    done = run("draw", "flow", "-w", graph, "-o", target, "--min-people", "1")
    assert (done.status, done.out.strip()) == (0, str(target.resolve())), done.err
    assert "→" in target.read_text(encoding="utf-8")
    assert "moves of fewer than 9 people each are not named" in run(
        "draw", "flow", "-w", graph, "-o", target, "--min-people", "9"
    ).err  # fmt: skip


def test_only_the_pyvis_view_draws_a_path_or_the_best_connected(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("draw", "-w", graph, "--top", "3")
    assert (done.status, "add --pyvis" in done.err) == (2, True)


def test_extract(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("extract", cvs() / "hana-kovarova.md", "-o", tmp_path / "out")
    assert done.status == 0, done.err
    assert json.loads((tmp_path / "out/hana-kovarova.json").read_text(encoding="utf-8"))["work"]


def test_the_owner_of_a_list_of_publications(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "papers.bib").write_text("@article{a, title={On Caches}, author={Bo Sample and Ada Example}}")
    assert run("extract", tmp_path / "papers.bib", "-o", tmp_path / "out").status == 2
    done = run("extract", tmp_path / "papers.bib", "-o", tmp_path / "out", "--owner", "Ada Example")
    assert done.status == 0
    data = json.loads((tmp_path / "out" / "papers.json").read_text(encoding="utf-8"))
    assert data["basics"]["name"] == "Ada Example"
    assert data["publications"][0]["authors"] == ["Bo Sample", "Ada Example"]


def test_problems_are_listed_and_are_status_1(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "cvs").mkdir()
    shutil.copy(cvs() / "hana-kovarova.md", tmp_path / "cvs")
    (tmp_path / "cvs" / "b\x1b[31m.pdf").write_bytes(b"%PDF-1.7 and no more")
    done = run("extract", tmp_path / "cvs", "-o", tmp_path / "out")
    assert done.status == 1
    assert "problem: b\ufffd[31m.pdf: " in done.err
    assert "\x1b" not in done.err


def test_nothing_readable_is_status_2(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "cvs").mkdir()
    done = run("build", tmp_path / "cvs", "-o", tmp_path / "graph")
    assert (done.status, done.out) == (2, "")
    assert "nothing to read" in done.err
    assert run("build", tmp_path / "missing").status == 2


@embedded
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_until_it_is_told_to_end(  # type: ignore[no-untyped-def]
    run, graph: Path, monkeypatch: pytest.MonkeyPatch, end: signal.Signals
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "correct-horse-battery")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "talentgraph", "serve", "-w", str(graph), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        uri = server.stdout.readline().strip()
        assert uri == f"bolt://127.0.0.1:{port}"
        done = run("cypher", "MATCH (p:Person) RETURN count(p) AS n", "--neo4j", uri, "--json")
        server.send_signal(end)
        out, err = server.communicate(timeout=30)
    assert json.loads(done.out)[0]["n"] >= 3
    assert (server.returncode, out, "Traceback" in err, "read-only" in err) == (0, "", False, True)


def test_query_says_what_a_question_takes(run) -> None:  # type: ignore[no-untyped-def]
    told = run("query", "experts", "--about").out
    for part in ("Who knows a technology best", "Technology", "must be given", "CUDA", "min_months", "last_used"):
        assert part in told
    found = json.loads(run("query", "find_people", "--about", "--json").out)
    assert [row["takes"] for row in found["parameters"]][:3:2] == ["Technology, more than one", "integer"]
    assert "RETURN p.name AS person" in found["statement"]
    assert "did you mean experts" in run("query", "expert", "--about").err


def test_load_wants_a_server(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    assert "--neo4j" in run("load", "-w", graph).err


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://127.0.0.1:1", "no Neo4j server answers"),
        ("neo4j://127.0.0.1:1", "no Neo4j server answers"),
        ("http://localhost:7474", "no Bolt address"),
        ("localhost", "no Bolt address"),
        ("bolt://127.0.0.1:x", "127.0.0.1:x"),
        ("bolt://[::1", "Invalid IPv6"),
    ],
)
def test_load_says_in_one_line_what_is_wrong_with_an_address(run, graph: Path, uri: str, said: str) -> None:  # type: ignore[no-untyped-def]
    done = run("load", "--neo4j", uri, "-w", graph)
    assert (done.status, said in done.err, done.err.count("\n")) == (2, True, 1), done.err


def test_load_without_a_password_says_where_it_looks(run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.delenv("NEO4J_PASSWORD")
    done = run("load", "--neo4j", "bolt://127.0.0.1:1", "-w", graph)
    assert (done.status, "set NEO4J_PASSWORD" in done.err, done.err.count("\n")) == (2, True, 1)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-a-secret")


def test_version_and_help(run) -> None:  # type: ignore[no-untyped-def]
    assert run("--version").out.startswith("talentgraph 0.")
    assert "build" in run("--help").out


STEERING = "a\x1b]0;owned\x07\x9b31m\u202eb\u2066\nc\U000e0041"


def test_text_is_stripped_of_what_steers_a_terminal() -> None:
    assert plain(STEERING) == "a]0;owned31mb c"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_rows_are_stripped_in_every_form(form, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    print_rows([{STEERING: STEERING, "list": [STEERING, "[bold]x[/bold] :smile:"]}], form=form)
    out = capsys.readouterr().out
    assert plain(out.replace("\n", "")) == out.replace("\n", "")
    assert "[bold]x[/bold] :smile:" in out


def test_json_keeps_what_it_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([STEERING, "\\u0000", "\0"])
    assert json.loads(capsys.readouterr().out) == [STEERING, "\\u0000", "\0"]


def test_a_place_that_cannot_be_written_is_one_line(run, graph: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("draw", "-w", graph, "-o", "/dev/null/x.html")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "/dev/null" in done.err


def test_limits_are_told_by_name(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "ada.txt").write_text("Ada Example\n\nSkills\n\nRust\n" + " " * 2**20, encoding="utf-8")
    told = run("extract", tmp_path / "ada.txt", "-o", tmp_path / "out", "--limit", "megabytes=1", "--limit", "pages=3")
    assert told.status == 2
    assert "is too large" in told.err
    assert run("extract", tmp_path / "ada.txt", "-o", tmp_path / "out", "--limit", "megabytes=2").status == 0


@pytest.mark.parametrize("limit", ["pages", "pages=0", "pages=-1", "pages=many", "letters=3", "pages=9999999999"])
def test_a_wrong_limit_names_the_right_ones(run, tmp_path: Path, limit: str) -> None:  # type: ignore[no-untyped-def]
    done = run("extract", cvs(), "-o", tmp_path / "out", "--limit", limit)
    assert done.status == 2
    assert "megabytes" in done.err
