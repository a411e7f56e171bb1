"""What the README says is so: its examples run, its vocabulary and its packages are the real ones."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from talentgraph import queries, stores
from talentgraph.demo import cvs
from talentgraph.schema import LABELS, RELATIONSHIPS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all Python examples have run, over a few of the demo's CVs in `cvs`."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(cvs(), place / "cvs")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        namespace: dict[str, object] = {}
        for block in blocks("python"):
            if "open_embedded" not in block or stores.embedded_is_installed():
                exec(compile(block, "README.md", "exec"), namespace)
    assert len(blocks("python")) >= 3
    return place


def test_the_examples_in_python_run(place: Path) -> None:
    assert (place / "people.graphml").stat().st_size > 1000
    assert (place / "people.html").stat().st_size > 1000


@pytest.mark.parametrize("statement", blocks("cypher"))
def test_the_examples_in_cypher_find_something(place: Path, statement: str) -> None:
    if not stores.embedded_is_installed():
        pytest.skip("the embedded database has no build for this platform")
    with stores.open_embedded(place / "graph" / "store", read_only=True) as store:
        assert store.run(statement)


def test_the_two_commands() -> None:
    section = README.split("## Quick start\n")[1].split("\n## ")[0]
    first, second = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)[:2]
    assert first.endswith("talentgraph demo\n")
    assert second.endswith("python -m pytest\n")


@pytest.mark.parametrize("label", LABELS.values(), ids=lambda label: label.name)
def test_every_label_is_in_the_vocabulary(label) -> None:  # type: ignore[no-untyped-def]
    if label.parent:
        assert f"`{label.name}`" in _row(f"| `{label.parent}`")
    else:
        assert _cells(_row(f"| `{label.name}`"))[1] == ", ".join(label.properties)


@pytest.mark.parametrize("relationship", RELATIONSHIPS.values(), ids=lambda relationship: relationship.name)
def test_every_relationship_is_in_the_vocabulary(relationship) -> None:  # type: ignore[no-untyped-def]
    row = _row(f"| `{relationship.name}`")
    _, sources, targets, properties = _cells(row)
    assert sources == ", ".join(relationship.sources)
    assert targets in ("any node", ", ".join(relationship.targets))
    assert (properties, "(derived)" in row) == (", ".join(relationship.properties), relationship.derived)


@pytest.mark.parametrize("name", queries.names())
def test_every_question_is_in_the_list(name: str) -> None:
    _, title, *seconds = _cells(_row(f"| `{name}`"))
    assert title == queries.get(name).title
    assert len(seconds) == 2
    for usual, slowest in (map(float, each.split(" / ")) for each in seconds):
        assert usual <= slowest


def test_every_base_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w-]+", requirement)[0] for requirement in project["dependencies"]}  # type: ignore[index]
    section = README.split("## What it stands on")[1].split("\n## ")[0]
    rows = [_cells(line) for line in section.splitlines() if line.startswith("| ")][1:]
    assert {name for cell, reason in rows if reason for name in cell.split(", ")} == wanted


def _row(start: str) -> str:
    rows = [line for line in README.splitlines() if line.startswith(start)]
    assert len(rows) == 1, f"{start}: {rows}"
    return rows[0]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]
