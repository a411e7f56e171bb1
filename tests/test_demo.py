"""The twelve invented people: what their files say is what the graph says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from talentgraph import workspace
from talentgraph.demo import build_demo, cvs, facts, questions
from talentgraph.model import Edge, Node, Profile
from talentgraph.pipeline import Report
from talentgraph.values.text import fold

FILES = sorted(facts())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return build_demo(tmp_path_factory.mktemp("demo") / "graph")


@pytest.fixture(scope="module")
def profiles(report: Report) -> dict[str, Profile]:
    return {profile.source.path: profile for profile in workspace.read_profiles(report.folder)}


@pytest.fixture(scope="module")
def rows(report: Report) -> tuple[list[Node], list[Edge]]:
    return workspace.read_rows(report.folder)


def test_all_files_are_read(report: Report) -> None:
    assert (report.documents, report.problems) == (12, ())
    assert sorted(path.name for path in cvs().iterdir()) == FILES


@pytest.mark.parametrize("file", FILES)
def test_names(profiles: dict[str, Profile], file: str) -> None:
    assert profiles[file].basics.name == facts()[file]["name"]


@pytest.mark.parametrize("file", FILES)
def test_positions(profiles: dict[str, Profile], file: str) -> None:
    found = [(w.name, w.position, w.start_date, w.end_date, w.current) for w in profiles[file].work]
    wanted = [(w["name"], w["position"], w["startDate"], w.get("endDate"), w["current"]) for w in facts()[file]["work"]]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("file", FILES)
def test_education(profiles: dict[str, Profile], file: str) -> None:
    found = [
        (e.institution, e.study_type, e.area, e.start_date, e.end_date, list(e.advisors))
        for e in profiles[file].education
    ]
    wanted = [
        (
            e["institution"],
            e["studyType"],
            e["area"],
            e["startDate"],
            e.get("endDate"),
            [e["advisor"]] if "advisor" in e else [],
        )
        for e in facts()[file]["education"]
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("file", FILES)
def test_publications(rows: tuple[list[Node], list[Edge]], file: str) -> None:
    graph = _Graph(*rows)
    for paper in facts()[file]["publications"]:
        node = next((n for n in graph.nodes.values() if n.labels[0] == "Publication" and _same(n, paper["name"])), None)
        assert node, paper["name"]
        assert node.properties.get("year") == paper["year"], paper
        assert graph.names(node.id, "PUBLISHED_IN") == [paper["venue"]], paper
        assert sorted(graph.names_into(node.id, "AUTHORED")) == sorted(paper["authors"]), paper
        if paper["status"] in ("accepted", "submitted"):
            assert node.properties.get("status") == paper["status"], paper


@pytest.mark.parametrize("file", FILES)
def test_technologies(profiles: dict[str, Profile], file: str) -> None:
    listed = {fold(word) for skill in profiles[file].skills for word in skill.keywords}
    assert {fold(word) for word in facts()[file]["skills"]} <= listed
    used = {fold(word) for work in profiles[file].work for word in work.keywords}
    assert {fold(word) for word in facts()[file]["used"]} <= used


def test_careers_cross(rows: tuple[list[Node], list[Edge]]) -> None:
    graph = _Graph(*rows)
    assert _pairs(graph, "ADVISED") >= {
        ("Zofia Wiśniewska", "Tomás Echeverría"),
        ("Zofia Wiśniewska", "Hana Kovářová"),
        ("Gareth Penhaligon", "Mei-Ling Tsai"),
    }
    met = {frozenset(pair) for pair in _pairs(graph, "WORKED_WITH")}
    assert frozenset(("Chukwuemeka Obi", "Yuki Hasegawa")) in met
    assert frozenset(("Aanya Krishnamurthy", "Søren Lindqvist")) in met
    assert frozenset(("Gareth Penhaligon", "Yuki Hasegawa")) not in met


def test_nobody_is_there_twice(rows: tuple[list[Node], list[Edge]]) -> None:
    people = [str(node.properties["name"]) for node in rows[0] if node.labels[0] == "Person"]
    outside = {"Bertrand Aellen", "Odile Marchand", "Ruth Abernathy", "Seo Ha-yun", "Ivone Cavalcanti"}
    assert sorted(people) == sorted({each["name"] for each in facts().values()} | outside)


def test_evidence_reproduces_its_quote(rows: tuple[list[Node], list[Edge]], profiles: dict[str, Profile]) -> None:
    graph = _Graph(*rows)
    seen = 0
    for node in (node for node in rows[0] if node.labels[0] == "Evidence"):
        [document] = graph.targets(node.id, "FROM_DOCUMENT")
        text = profiles[str(document.properties["path"])].text
        start, end, quote = (node.properties[name] for name in ("charStart", "charEnd", "quote"))
        assert text[start:end] == quote  # type: ignore[misc]
        marks: Any = node.properties.get("marks", [])
        assert all(0 <= mark <= len(str(quote)) for mark in marks)
        seen += 1
    assert seen > 200


def test_two_questions_have_answers(report: Report) -> None:
    found = questions(report.folder)
    assert len(found) == 2
    assert all(title and answers for title, answers in found)


@pytest.mark.parametrize("file", [name for name in FILES if not name.endswith((".pdf", ".docx"))])
def test_contact_details_are_invented(file: str) -> None:
    text = (cvs() / file).read_text(encoding="utf-8")
    addresses = re.findall(r"[\w.]+@[\w.]+\w", text)
    assert addresses
    assert all(re.search(r"@example\.(com|org)$", address) for address in addresses)
    assert re.findall(r"\+1 555 010 \d{4}", text)


class _Graph:
    """The rows by id, with the names at the ends of relationships."""

    def __init__(self, nodes: list[Node], edges: list[Edge]) -> None:
        self.nodes, self.edges = {node.id: node for node in nodes}, edges

    def targets(self, node: str, kind: str) -> list[Node]:
        return [self.nodes[edge.target] for edge in self.edges if (edge.source, edge.type) == (node, kind)]

    def names(self, node: str, kind: str) -> list[str]:
        return [str(target.properties["name"]) for target in self.targets(node, kind)]

    def names_into(self, node: str, kind: str) -> list[str]:
        sources = [self.nodes[edge.source] for edge in self.edges if (edge.target, edge.type) == (node, kind)]
        return [str(source.properties["name"]) for source in sources]


def _pairs(graph: _Graph, kind: str) -> set[tuple[str, str]]:
    ends = [(graph.nodes[edge.source], graph.nodes[edge.target]) for edge in graph.edges if edge.type == kind]
    return {(str(a.properties["name"]), str(b.properties["name"])) for a, b in ends}


def _same(node: Node, title: str) -> bool:
    return fold(str(node.properties.get("title") or node.properties.get("name"))) == fold(title)
