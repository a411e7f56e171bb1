from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from factory import moved, people
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph import graph, workspace
from talentgraph.errors import ProfileError, TalentGraphError, WorkspaceError
from talentgraph.identity import Likely, Reason
from talentgraph.model import Decision, Edge, Identities, Node, Problem, Profile
from talentgraph.resolve import resolve

TESTS = Path(__file__).parent
SAME = Decision(verdict="same", left="person/ada-example", right="person/ben-sample", by="tester", why="for a test")


def build(folder: Path, profiles: list[Profile] | None = None, **more: object) -> Path:
    profiles = people() if profiles is None else profiles
    identities = resolve(profiles)
    nodes, edges = graph.rows(profiles, identities)
    return workspace.write(
        folder,
        profiles=profiles,
        identities=identities,
        nodes=nodes,
        edges=edges,
        **more,  # type: ignore[arg-type]
    )


def beside(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.parent.iterdir() if entry != folder)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    problems = [Problem(path="x.pdf", reason="no text", remedy="run OCR", place="page 2")]
    parts = {"explorer.html": lambda path: path.write_text("page"), "store": lambda path: path.mkdir()}
    folder = build(tmp_path / "graph", problems=problems, parts=parts)
    identities = resolve(people())
    assert workspace.read_profiles(folder) == people()
    assert workspace.read_identities(folder) == identities
    assert workspace.read_rows(folder) == graph.rows(people(), identities)
    assert workspace.read_problems(folder) == problems
    assert workspace.read_decisions(folder) == []
    assert (folder / "explorer.html").read_text() == "page"
    assert (folder / "store").is_dir()
    assert (folder / "profiles/cvs/ben.json").is_file()
    assert (folder / "profiles/cvs/ben.txt").read_text(encoding="utf-8") == people()[1].text
    assert beside(folder) == []


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    one, other = build(tmp_path / "one"), build(tmp_path / "other", people()[::-1])
    for path in sorted(one.rglob("*.*")):
        assert path.read_bytes() == (other / path.relative_to(one)).read_bytes(), path


def test_an_identity_before_decisions_is_kept(tmp_path: Path) -> None:
    identities = resolve(people(), [SAME])
    workspace.write(tmp_path / "graph", profiles=people(), identities=identities, nodes=[], edges=[])
    assert identities.before
    assert workspace.read_identities(tmp_path / "graph") == identities


def test_decisions_and_files_of_others_are_carried_over(tmp_path: Path) -> None:
    folder = build(tmp_path / "graph")
    workspace.add_decisions(folder, [SAME])
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("mine")
    (folder / "profiles" / "cvs" / "photo.png").write_bytes(b"png")
    (folder / "explorer.html").write_text("an old page")
    raw = (folder / "decisions.jsonl").read_bytes()
    build(folder, people()[:1])
    assert (folder / "decisions.jsonl").read_bytes() == raw
    assert workspace.read_decisions(folder) == [SAME]
    assert (folder / "notes" / "mine.txt").read_text() == "mine"
    assert (folder / "profiles" / "cvs" / "photo.png").read_bytes() == b"png"
    assert not (folder / "profiles" / "cvs" / "ben.json").exists()
    assert not (folder / "explorer.html").exists()  # of the graph that is gone


def test_a_decision_is_appended_behind_a_line_without_an_end(tmp_path: Path) -> None:
    folder = build(tmp_path / "graph")
    (folder / "decisions.jsonl").write_text('{"verdict": "different", "left": "a", "right": "b"}')
    workspace.add_decisions(folder, [SAME])
    assert [decision.verdict for decision in workspace.read_decisions(folder)] == ["different", "same"]


def test_corrected_profiles_are_offered(tmp_path: Path) -> None:
    folder = build(tmp_path / "graph")
    assert workspace.corrected_profiles(folder) == {}
    path = folder / "profiles/cvs/ben.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["meta"]["corrected"] = True
    data["basics"]["name"] = "Benjamin Sample"
    path.write_text(json.dumps(data), encoding="utf-8-sig")  # as some editors save it
    (ben,) = workspace.corrected_profiles(folder).values()
    assert (ben.source.path, ben.basics.name, ben.text) == ("cvs/ben.txt", "Benjamin Sample", people()[1].text)
    assert workspace.corrected_profiles(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("content", ["file", "folder"])
def test_a_folder_of_others_is_not_replaced(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "graph"
    if content == "file":
        folder.write_text("precious")
    else:
        folder.mkdir()
        (folder / "thesis.tex").write_text("precious")
    with pytest.raises(WorkspaceError, match="choose"):
        build(folder)
    assert (folder if content == "file" else folder / "thesis.tex").read_text() == "precious"
    assert beside(folder) == []


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    build(tmp_path)
    assert workspace.exists(tmp_path)


def test_a_part_that_fails_changes_nothing(tmp_path: Path) -> None:
    folder = build(tmp_path / "graph")

    def fail(path: Path) -> None:
        path.write_text("half")
        raise TalentGraphError("no")

    with pytest.raises(TalentGraphError, match="no"):
        build(folder, people()[:1], parts={"explorer.html": fail})
    assert workspace.read_profiles(folder) == people()
    assert beside(folder) == []


@pytest.mark.parametrize(
    ("name", "line", "place"),
    [
        ("nodes.jsonl", '{"id": "x"', "nodes.jsonl:2: not JSON"),
        ("nodes.jsonl", '{"id": "x"}', "nodes.jsonl:2: 'labels' is missing"),
        ("edges.jsonl", "[]", "edges.jsonl:2: "),
        ("edges.jsonl", "\udcff", "edges.jsonl:2: not UTF-8"),
        ("decisions.jsonl", '{"verdict": "maybe", "left": "a", "right": "b"}', "decisions.jsonl:2: the verdict"),
        ("decisions.jsonl", '{"verdict": "same", "left": "a", "right": "b", "x": 1}', "decisions.jsonl:2: "),
        ("identities.jsonl", '{"what": 1}', "identities.jsonl:2: neither"),
        ("problems.jsonl", "3", "problems.jsonl:2: "),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, name: str, line: str, place: str) -> None:
    folder = build(tmp_path / "graph", problems=[Problem(path="x", reason="y")])
    workspace.add_decisions(folder, [SAME])
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    (folder / name).write_bytes("\n".join([lines[0], line]).encode("utf-8", "surrogateescape"))
    read = {"decisions": workspace.read_decisions, "identities": workspace.read_identities}.get(name.split(".")[0])
    with pytest.raises(WorkspaceError) as caught:
        (read or (workspace.read_problems if name == "problems.jsonl" else workspace.read_rows))(folder)
    assert place in str(caught.value)
    assert str(folder) in str(caught.value)


@pytest.mark.parametrize("text", ["{", "[]", '{"work": 3}', '{"basics": {"name": ["a"]}}'])
def test_a_broken_profile_is_named(tmp_path: Path, text: str) -> None:
    folder = build(tmp_path / "graph")
    (folder / "profiles/cvs/ben.json").write_text(text)
    with pytest.raises(ProfileError, match=r"cvs.ben\.json"):
        workspace.read_profiles(folder)


def test_what_is_no_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="does not exist; make one with: talentgraph build"):
        workspace.read_rows(tmp_path / "nowhere")
    with pytest.raises(WorkspaceError, match="is not a talentgraph workspace"):
        workspace.read_rows(tmp_path)


def test_two_documents_of_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"ada\.txt"):
        workspace.write_profiles(tmp_path, [people()[0], people()[0]])


def test_a_second_writer_waits_and_gives_up(tmp_path: Path) -> None:
    from talentgraph.workspace import swap

    refused = pytest.raises(WorkspaceError, match="another talentgraph process")
    with swap.locked(tmp_path / "graph"), refused, swap.locked(tmp_path / "graph", patience=0.1):
        pass
    with swap.locked(tmp_path / "graph", patience=0.1):
        pass


CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
import factory
from talentgraph import workspace
from talentgraph.model import Identities, Node
from talentgraph.workspace import lines, swap
folder, point = Path({folder!r}), {point!r}
def die(*ignored):
    os.kill(os.getpid(), signal.SIGKILL)
rename, count = os.rename, 0
def renamed(source, target, **more):
    global count
    count += 1
    if point == f"before rename {{count}}": die()
    rename(source, target, **more)
    if point == f"after rename {{count}}": die()
os.rename = renamed
def part(path):
    path.mkdir()
    (path / "half").write_text("half")
    if point == "in a part": die()
if point.startswith("at "):
    module, name = point[3:].split(".")
    setattr({{"workspace": workspace, "lines": lines, "swap": swap}}[module], name, die)
workspace.write(folder, profiles=factory.people()[:1], identities=Identities(), nodes=[Node("new", ("Person",))],
                edges=[], parts={{"store": part}})
"""

POINTS = {
    "at workspace.write_profiles": "old",
    "at lines.identity_rows": "old",
    "in a part": "old",
    "at workspace._carry_over": "old",
    "at swap._swap": "old",
    "before rename 1": "old",
    "after rename 1": "old",
    "before rename 2": "old",
    "after rename 2": "new",
    "before rename 3": "new",
    "after rename 3": "new",
    "never": "new",
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("point", "expected"), POINTS.items())
def test_a_build_that_is_killed_leaves_a_whole_workspace(tmp_path: Path, point: str, expected: str) -> None:
    folder = build(tmp_path / "graph")
    workspace.add_decisions(folder, [SAME])
    code = CHILD.format(tests=str(TESTS), folder=str(folder), point=point)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == (0 if point == "never" else -signal.SIGKILL), result.stderr
    assert workspace.read_profiles(folder) == (people() if expected == "old" else people()[:1])
    assert ("new" in {node.id for node in workspace.read_rows(folder)[0]}) == (expected == "new")
    assert workspace.read_decisions(folder) == [SAME]
    build(folder)  # and the next build cleans up
    assert workspace.read_profiles(folder) == people()
    assert workspace.read_decisions(folder) == [SAME]
    assert beside(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_that_is_killed_after_the_swap_was_cut_goes_on_from_the_old_workspace(tmp_path: Path) -> None:
    folder = build(tmp_path / "graph")
    workspace.add_decisions(folder, [SAME])
    code = CHILD.format(tests=str(TESTS), folder=str(folder), point="after rename 1")
    subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert not folder.exists()
    assert workspace.exists(folder)
    build(folder)
    assert workspace.read_decisions(folder) == [SAME]


NASTY = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    "a/../b.pdf",
    "C:\\Users\\x.pdf",
    "CON.pdf",
    "nul",
    "com1.tar.gz",
    "line\nbreak.pdf",
    "bidi\u202etxt.pdf",
    "\udcff.pdf",
    "trailing. ",
    " ",
    ".pdf",
    "x" * 300 + ".pdf",
    "/".join(["deep"] * 100) + "/x.pdf",
    "ä" * 200,
]


@pytest.mark.parametrize("path", NASTY)
def test_hostile_names_stay_inside(tmp_path: Path, path: str) -> None:
    folder = build(tmp_path / "outer" / "graph", [moved(people()[0], path)])
    assert [profile.source.path for profile in workspace.read_profiles(folder)] == [path]
    outside = [entry for entry in tmp_path.rglob("*") if not entry.is_relative_to(folder)]
    assert outside == [tmp_path / "outer"]


part = st.text(st.sampled_from("aAbé. \\:~1\n"), max_size=4) | st.sampled_from(
    ["..", "a.pdf", "A.docx", "a.json", "con"]
)
paths = st.lists(part, min_size=1, max_size=3).map("/".join)


@settings(max_examples=200)
@given(st.sets(paths, max_size=8))
def test_names_are_safe_and_do_not_meet(some: set[str]) -> None:
    names = workspace.profile_names(some)
    assert names.keys() == some
    assert workspace.profile_names(sorted(some, reverse=True)) == names
    files = [f"{name}{ending}".casefold() for name in names.values() for ending in (".json", ".txt")]
    folders = {str(parent) for file in files for parent in PurePosixPath(file).parents}
    assert len(set(files)) == len(files)
    assert not folders & set(files)
    for name in names.values():
        assert not name.startswith("/")
        assert all(p not in ("", ".", "..") and p == p.rstrip(". ") for p in name.split("/")), name
        assert not PureWindowsPath(f"{name}.json").is_reserved()
        assert not PureWindowsPath(name).is_absolute()


def test_documents_of_one_stem_do_not_overwrite_each_other(tmp_path: Path) -> None:
    ada = people()[0]
    both = [moved(ada, "cvs/ada.docx"), moved(ada, "cvs/Ada.pdf"), moved(ada, "cvs/ada.json"), moved(ada, "x/ada.pdf")]
    folder = build(tmp_path / "graph", both)
    assert len(workspace.read_profiles(folder)) == 4
    assert (folder / "profiles/x/ada.json").is_file()
    assert (folder / "profiles/cvs/ada.docx.json").is_file()


strange = st.text(st.characters(), max_size=6)  # surrogates, line separators and all
values = strange | st.integers(-(2**53), 2**53) | st.booleans() | st.lists(strange, max_size=2)


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(strange, values, max_size=3), strange)
def test_any_row_survives_the_disk(tmp_path_factory: pytest.TempPathFactory, properties: dict, text: str) -> None:  # type: ignore[type-arg]
    folder = tmp_path_factory.mktemp("rows") / "graph"
    node, edge = Node(text, (text,), properties), Edge(text, text, text, text, properties)
    workspace.write(folder, profiles=[], identities=Identities(), nodes=[node], edges=[edge])
    assert workspace.read_rows(folder) == ([node], [edge])


def test_doubts_and_what_decisions_are_about_survive_the_disk(tmp_path: Path) -> None:
    several = Decision(verdict="different", left="person/ada-example", right=("ada.txt#basics", "x#basics"))
    pair = Likely("person/a", "person/b", 0.8, (Reason("name", "initials fit", 1.5),))
    found = replace(resolve(people(), [SAME, several]), likely=(pair,))
    folder = workspace.write(tmp_path / "graph", profiles=people(), identities=found, nodes=[], edges=[])
    assert workspace.read_identities(folder) == found
    (folder / "nodes.jsonl").touch()
    workspace.add_decisions(folder, [SAME, several])
    assert workspace.read_decisions(folder) == [SAME, several]
