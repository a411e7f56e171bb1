"""Questions about who advised whom: three generations, two advisors of one student, and a circle of two.

Emmy ─▶ Ada ─▶ Ben ─▶ Dan          Gus ◀─▶ Hal
   ╰──▶ Cyd ─▶ Ben, Eve
"""

from __future__ import annotations

from queries.parity import Cases

from talentgraph.model import Edge, Node

_PEOPLE = ("Emmy", "Ada", "Ben", "Cyd", "Dan", "Eve", "Gus", "Hal")
_ADVISED = (
    ("emmy", "ada", {"startYear": 1980, "endYear": 1985}),
    ("emmy", "cyd", {}),
    ("ada", "ben", {"startYear": 2000}),
    ("cyd", "ben", {"endYear": 2004}),
    ("cyd", "eve", {}),
    ("ben", "dan", {}),
    ("gus", "hal", {}),
    ("hal", "gus", {}),
)
DRAWN = (
    [Node(f"person/{one.lower()}", ("Person",), {"name": one, "aliases": []}) for one in _PEOPLE],
    [Edge(f"{one}>{two}", "ADVISED", f"person/{one}", f"person/{two}", years) for one, two, years in _ADVISED],
)
CASES = {
    "lineage": Cases(
        demo=({"person": "hana kovářová"}, {"person": "Tomás Echeverría", "max_generations": 1}),
        drawn=({"person": "dan"}, {"person": "Dan", "max_generations": 2}, {"person": "Gus"}, {"person": "Emmy"}),
        random=({"person": "ada"}, {"person": "person/0", "max_generations": 2}),
    ),
    "descendants": Cases(
        demo=({"person": "Bertrand Aellen"}, {"person": "Bertrand Aellen", "max_generations": 1}),
        drawn=({"person": "emmy"}, {"person": "Emmy", "max_generations": 1}, {"person": "Gus"}, {"person": "Dan"}),
        random=({"person": "ada"}, {"person": "person/0", "max_generations": 2}),
    ),
    "common_ancestors": Cases(
        demo=({"person": "Hana Kovářová", "other": "Tomás Echeverría"},),
        drawn=(
            {"person": "Dan", "other": "Eve"},
            {"person": "Dan", "other": "Eve", "k": 1},
            {"person": "Dan", "other": "Ada"},
            {"person": "Gus", "other": "Hal"},
            {"person": "Ada", "other": "Gus"},
            {"person": "Ada", "other": "Ada"},
        ),
        random=({"person": "ada", "other": "ben"}, {"person": "person/0", "other": "person/1", "k": 2}),
    ),
}
