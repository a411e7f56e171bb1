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
BARS = {"position": 0.9, "education": 0.9, "paper": 0.9, "author": 0.9, "technology": 0.95, "award": 0.9}  # F1
Fact = tuple[str, ...]


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


@pytest.mark.parametrize("kind", BARS)
def test_facts(profiles: dict[str, Profile], rows: tuple[list[Node], list[Edge]], kind: str) -> None:
    """The extractor is statistical: of each kind so much of what the files say is found, and so little beside it."""
    wanted = {fact for fact in _wanted() if fact[0] == kind}
    found = {fact for fact in _found(profiles, _Graph(*rows)) if fact[0] == kind}
    right = len(wanted & found)
    score = 2 * right / (len(wanted) + len(found))
    assert score >= BARS[kind], f"{score:.3f}; missed {sorted(wanted - found)}; too much {sorted(found - wanted)}"


def test_technologies_are_used_where_the_files_say_so(profiles: dict[str, Profile]) -> None:
    for file, truth in facts().items():
        used = {fold(word) for work in profiles[file].work for word in work.keywords}
        assert len(used & {fold(word) for word in truth["used"]}) >= 0.7 * len(truth["used"]), file


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


def _wanted() -> set[Fact]:
    """What the files say, as flat facts: a kind, then its parts."""
    found: set[Fact] = set()
    for file, truth in facts().items():
        for work in truth["work"]:
            when = (work["startDate"], work.get("endDate", ""), str(work["current"]))
            found.add(("position", file, work["name"], work["position"], *when))
        for study in truth["education"]:
            when = (study["startDate"], study.get("endDate", ""))
            found.add(
                ("education", file, study["institution"], study["studyType"], study["area"], *when)
                + ((study["advisor"],) if "advisor" in study else ())
            )
        for paper in truth["publications"]:
            status = paper["status"] if paper["status"] != "published" else ""
            found.add(("paper", fold(paper["name"]), paper["venue"], str(paper["year"]), status))
            found |= {("author", fold(paper["name"]), author) for author in paper["authors"]}
        found |= {("technology", file, fold(word)) for word in truth["skills"]}
        found |= {("award", file, fold(title)) for title in truth["awards"]}
    return found


def _found(profiles: dict[str, Profile], graph: _Graph) -> set[Fact]:
    """What the build found, in the same form."""
    found: set[Fact] = set()
    for file, profile in profiles.items():
        for w in profile.work:
            when = (w.start_date or "", w.end_date or "", str(w.current))
            found.add(("position", file, w.name or "", w.position or "", *when))
        for e in profile.education:
            what = (e.institution or "", e.study_type or "", e.area or "", e.start_date or "", e.end_date or "")
            found.add(("education", file, *what, *e.advisors))
        found |= {("technology", file, fold(word)) for skill in profile.skills for word in skill.keywords}
        found |= {("award", file, fold(award.title or "")) for award in profile.awards}
    for node in (node for node in graph.nodes.values() if node.labels[0] == "Publication"):
        title, status = fold(str(node.properties.get("title"))), str(node.properties.get("status", ""))
        year = str(node.properties.get("year", ""))
        found.add(("paper", title, *graph.names(node.id, "PUBLISHED_IN"), year, status.replace("published", "")))
        found |= {("author", title, author) for author in graph.names_into(node.id, "AUTHORED")}
    return found


def _pairs(graph: _Graph, kind: str) -> set[tuple[str, str]]:
    ends = [(graph.nodes[edge.source], graph.nodes[edge.target]) for edge in graph.edges if edge.type == kind]
    return {(str(a.properties["name"]), str(b.properties["name"])) for a, b in ends}
