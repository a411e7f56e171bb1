"""Random graphs of the whole vocabulary: names that clash in capitals, dates that are missing or partial, cycles,
edges beside each other, stints of several people, and edges marked as derived that need not follow from anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

from hypothesis import strategies as st

from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS, RELATIONSHIPS, Relationship

Graph = tuple[list[Node], list[Edge]]

COUNTS = {
    "Person": 5,
    "Organization": 4,
    "Position": 5,
    "Education": 3,
    "Publication": 3,
    "Technology": 3,
    "Evidence": 3,
}
_QUOTES = ("evidence/a/basics/0", "evidence/a/work.0/1", "evidence/b/skills.0/0")
_DOCUMENTS = {"a": "document/0", "b": "document/1"}
_FIRST = [label for label in LABELS.values() if not label.parent]
IDS = {
    label.name: [f"{label.name.lower()}/{number}" for number in range(COUNTS.get(label.name, 2))] for label in _FIRST
} | {"Evidence": list(_QUOTES)}

NAMES = st.sampled_from(["Ada", "ada", "Ben", "Émile", "Zoë 🚀", "Zoë 'x' $y {z}"])
YEARS = st.integers(2000, 2004)
DATES = st.one_of(
    YEARS.map(str),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "organization": st.sampled_from([*IDS["Organization"], "organization/gone"]),
    "overlapMonths": st.integers(1, 3),
    "months": st.integers(1, 30),
    "count": st.integers(1, 3),
    "position": st.integers(1, 3),
    "level": st.sampled_from(["intern", "junior", "mid", "senior", "director", "student", "postdoc", "professor"]),
    "degreeLevel": st.sampled_from(["bachelor", "master", "doctor"]),
    **dict.fromkeys(("confidence", "probability"), st.sampled_from([0.25, 0.5, 0.75, 1.0])),
    "title": st.sampled_from(["Engineer", "engineer", "Manager"]),
    "degree": st.sampled_from(["PhD", "BSc"]),
    "employmentType": st.sampled_from(["full-time", "part-time"]),
    "reason": st.sampled_from(["one name", "one ORCID"]),
    "derived": st.just(True),
    **dict.fromkeys(("isCurrent", "stated"), st.booleans()),
    "hasProfile": st.sampled_from([True, True, True, False]),
    **dict.fromkeys(("startYear", "endYear", "firstYear", "lastYear", "lastUsed", "year"), YEARS),
    **dict.fromkeys(("startDate", "endDate", "currentAsOf", "date"), DATES),
    **dict.fromkeys(("page", "charStart", "charEnd", "pages"), st.integers(1, 3)),
}
_ALWAYS = ("organization", "overlapMonths", "count")  # the build writes no such edge without
# Edges that questions walk most are drawn more often than the rest.
_OFTEN = (
    "HELD",
    "AT",
    "USED",
    "WORKED_WITH",
    "COAUTHORED_WITH",
    "ADVISED",
    "PUBLISHED_IN",
    "WORKED_AT",
    "STUDIED",
    "SKILLED_IN",
    "LISTS",
    "SUPPORTS",
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph of some forty nodes and 60 to 120 edges."""
    nodes = [draw(_nodes(label, one)) for label, ids in IDS.items() for one in ids]
    rows = draw(st.lists(st.sampled_from(_KINDS).flatmap(_edges), min_size=60, max_size=120))
    edges = [Edge(f"edge/{number}", *row) for number, row in enumerate(rows)]
    edges += [Edge(f"from/{quote}", "FROM_DOCUMENT", quote, _DOCUMENTS[quote[9]]) for quote in _QUOTES]
    return nodes, [_dated(edge) for edge in edges]


def _nodes(label: str, one: str) -> st.SearchStrategy[Node]:
    narrower = [found.name for found in LABELS.values() if found.parent == label]
    labels = st.sampled_from([(label,), *((label, name) for name in narrower)])
    named = {"name": NAMES, "aliases": st.lists(NAMES, max_size=1)}
    own = {name: VALUES[name] for name in LABELS[label].properties if name in VALUES}
    own |= {"path": st.just(f"{one}.txt")} if label == "Document" else {}
    own |= {"quote": st.just(one)} if label == "Evidence" else {}
    return st.builds(_node, st.just(one), labels, st.fixed_dictionaries(named), st.fixed_dictionaries({}, optional=own))


def _node(one: str, labels: tuple[str, ...], named: dict[str, Any], own: dict[str, Any]) -> Node:
    return Node(one, labels, {**named, **_consistent(own)})


def _edges(kind: Relationship) -> st.SearchStrategy[tuple[str, str, str, dict[str, Any]]]:
    """An edge between any two different nodes that the vocabulary lets it join."""
    pairs = list(_ends(kind))
    values = {
        name: VALUES[name] for name in (*kind.properties, *(["derived"] if kind.derived else [])) if name in VALUES
    }
    must = {name: values.pop(name) for name in _ALWAYS if name in values}
    return st.builds(
        lambda pair, given: (kind.name, *pair, given),
        st.sampled_from(pairs),
        st.fixed_dictionaries(must, optional=values),
    )


def _ends(kind: Relationship) -> Iterable[tuple[str, str]]:
    for source, target in product(kind.sources, kind.targets):
        if kind.name != "PART_OF" or source == target:
            yield from (pair for pair in product(IDS.get(source, ()), IDS.get(target, ())) if pair[0] != pair[1])


def _dated(edge: Edge) -> Edge:
    return Edge(edge.id, edge.type, edge.source, edge.target, _consistent(dict(edge.properties)))


def _consistent(values: dict[str, Any]) -> dict[str, Any]:
    """The year of a date follows from it, as in a build; ends may lie before starts, as in documents."""
    for date, year in (("startDate", "startYear"), ("endDate", "endYear")):
        if date in values:
            values[year] = int(values[date][:4])
    return values


_TIMES = {"FROM_DOCUMENT": 0, "AUTHORED": 6, "FOLLOWED_BY": 6} | dict.fromkeys(_OFTEN, 3)  # a quote has one document
_KINDS = [kind for kind in RELATIONSHIPS.values() for _ in range(_TIMES.get(kind.name, 1))]
