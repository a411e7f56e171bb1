"""Questions about people: the drawn graph has two employers, one with a part, and chains of acquaintance."""

from __future__ import annotations

from typing import Any

from queries.parity import Cases

from talentgraph.model import Edge, Node


def person(name: str, *aliases: str) -> Node:
    return Node(f"person/{name.lower()}", ("Person",), {"name": name, "aliases": list(aliases)})


def evidence(place: str, start: int, quote: str, **values: Any) -> Node:
    properties = {"quote": quote, "page": 1, "charStart": start, "charEnd": start + len(quote), **values}
    return Node(f"evidence/{place}/{start}-{start + len(quote)}", ("Evidence",), properties)


NODES = [
    *(person(name) for name in ("Ben", "Cyd", "Dan", "Eve", "Fay")),
    person("Ada", "A. Example", "Ada of Example"),
    Node("organization/acme", ("Organization", "Company"), {"name": "Acme", "aliases": ["ACME Inc"]}),
    Node("organization/acme-labs", ("Organization",), {"name": "Acme Labs"}),
    Node("organization/globex", ("Organization",), {"name": "Globex, Inc", "aliases": []}),
    Node("organization/uni", ("Organization", "University"), {"name": "Uni X"}),
    Node("position/ada/1", ("Position",), {"name": "Engineer, Acme Labs", "startDate": "2020", "startYear": 2020}),
    Node("position/ada/2", ("Position",), {"name": "Intern, Globex"}),
    Node("position/ben/1", ("Position",), {"name": "Engineer, Acme"}),
    Node("education/ada/1", ("Education",), {"name": "PhD, Uni X", "endDate": "2019-06"}),
    Node("education/ben/1", ("Education",), {"name": "PhD, Uni X"}),
    Node("education/fay/1", ("Education",), {"name": "PhD, Uni X", "isCurrent": True}),
    Node("technology/c++", ("Technology",), {"name": "C++", "aliases": ["cpp"]}),
    Node("technology/cuda", ("Technology",), {"name": "CUDA", "aliases": []}),
    Node("venue/eurosys", ("Venue",), {"name": "EuroSys", "aliases": ["European Systems"]}),
    Node("venue/osdi", ("Venue",), {"name": "OSDI", "aliases": []}),
    Node("publication/x", ("Publication",), {"name": "X", "title": "X", "year": 2020}),
    Node("publication/y", ("Publication",), {"name": "Y", "title": "Y"}),
    Node("document/a", ("Document",), {"name": "ada.txt", "path": "cvs/ada.txt"}),
    Node("document/b", ("Document",), {"name": "ben.txt", "path": "cvs/ben.txt"}),
    evidence("a/basics", 0, "Ada", confidence=0.9, section="head"),
    evidence("a/work.0", 9, "Engineer at Acme Labs", confidence=0.5, section="work"),
    evidence("a/skills.0", 50, "C++", section="skills"),
    evidence("b/basics", 0, "Ben", section="head"),
    evidence("b/skills.0", 50, "I love C++", section="skills"),
    evidence("b/publications.0", 90, "Ada, Ben. X.", confidence=0.25),
]
ROWS = [
    ("HELD", "person/ada", "position/ada/1", {}),
    ("HELD", "person/ada", "position/ada/2", {}),
    ("HELD", "person/ben", "position/ben/1", {}),
    ("AT", "position/ada/1", "organization/acme-labs", {}),
    ("AT", "position/ada/2", "organization/globex", {}),
    ("AT", "position/ben/1", "organization/acme", {}),
    ("PART_OF", "organization/acme-labs", "organization/acme", {}),
    ("STUDIED", "person/ada", "education/ada/1", {}),
    *(("STUDIED", f"person/{one}", f"education/{one}/1", {}) for one in ("ben", "fay")),
    *(("AT", f"education/{one}/1", "organization/uni", {}) for one in ("ada", "ben", "fay")),
    ("FOLLOWED_BY", "education/ada/1", "position/ada/1", {}),
    ("LISTS", "person/ada", "technology/c++", {}),
    ("LISTS", "person/ben", "technology/c++", {}),
    ("USED", "position/ada/1", "technology/cuda", {}),
    ("SKILLED_IN", "person/ada", "technology/cuda", {}),
    ("SKILLED_IN", "person/ada", "technology/c++", {"months": 3, "stated": True}),
    ("SKILLED_IN", "person/ben", "technology/c++", {"stated": True}),
    ("SKILLED_IN", "person/cyd", "technology/c++", {"months": 30, "lastUsed": 2021, "stated": False}),
    ("SKILLED_IN", "person/dan", "technology/c++", {"lastUsed": 2019}),
    ("AUTHORED", "person/ada", "publication/x", {"position": 1}),
    ("AUTHORED", "person/ben", "publication/x", {"position": 2}),
    ("AUTHORED", "person/ada", "publication/y", {}),
    ("PUBLISHED_IN", "publication/x", "venue/eurosys", {}),
    ("PUBLISHED_IN", "publication/y", "venue/osdi", {}),
    ("COAUTHORED_WITH", "person/ada", "person/ben", {"count": 1}),
    ("WORKED_WITH", "person/ada", "person/ben", {"organization": "organization/acme", "overlapMonths": 12}),
    ("WORKED_WITH", "person/ben", "person/cyd", {"organization": "organization/acme", "overlapMonths": 5}),
    ("STUDIED_WITH", "person/ben", "person/eve", {"organization": "organization/uni", "overlapMonths": 5}),
    ("ADVISED", "person/cyd", "person/ben", {}),
    ("ADVISED", "person/dan", "person/cyd", {}),
    ("ADVISED", "person/dan", "person/eve", {}),
    ("STUDIED_AT", "person/ada", "organization/uni", {"firstYear": 2010}),
    ("STUDIED_AT", "person/ben", "organization/uni", {}),
    ("STUDIED_AT", "person/fay", "organization/uni", {"lastYear": 2015}),
    ("WORKED_AT", "person/ada", "organization/acme", {"firstYear": 2020}),
    ("WORKED_AT", "person/ada", "organization/uni", {"firstYear": 2020}),
    ("WORKED_AT", "person/ben", "organization/acme", {}),
    ("WORKED_AT", "person/fay", "organization/acme", {"firstYear": 1999}),  # before the studies
    ("SUPPORTS", "evidence/a/basics/0-3", "person/ada", {}),
    ("SUPPORTS", "evidence/a/work.0/9-30", "position/ada/1", {}),
    ("SUPPORTS", "evidence/a/skills.0/50-53", "technology/c++", {}),
    ("SUPPORTS", "evidence/b/basics/0-3", "person/ben", {}),
    ("SUPPORTS", "evidence/b/skills.0/50-60", "technology/c++", {}),
    ("SUPPORTS", "evidence/b/publications.0/90-102", "publication/x", {}),
    ("SUPPORTS", "evidence/b/publications.0/90-102", "person/ada", {}),
    *(("FROM_DOCUMENT", node.id, f"document/{node.id[9]}", {}) for node in NODES if node.id.startswith("evidence/")),
]
EDGES = [Edge(f"edge/{number:02}", *row) for number, row in enumerate(ROWS)]

DRAWN = (NODES, EDGES)
CASES = {
    "colleagues": Cases(
        demo=({"person": "Hana Kovářová"},),
        drawn=(
            {"person": "Ben"},
            {"person": "Ben", "min_months": 6},
            {"person": "Ben", "organization": "acme inc"},
            {"person": "Nobody"},
        ),
        random=({"person": "ada", "min_months": 2}, {"person": "ada", "organization": "ben"}),
    ),
    "evidence": Cases(
        demo=({"person": "Hana Kovářová"},),
        drawn=({"person": "Ada"}, {"person": "person/ben"}),
        random=({"person": "ada"},),
    ),
    "experts": Cases(
        demo=({"technology": "vLLM"},),
        drawn=({"technology": "cpp"}, {"technology": "C++", "min_months": 12}, {"technology": "C++", "k": 1}),
        random=({"technology": "Ada", "k": 2}, {"technology": "technology/1", "min_months": 12}),
    ),
    "feeder_universities": Cases(
        demo=({"min_people": 1}, {}),
        drawn=({}, {"min_people": 1}, {"min_people": 1, "since": 2021}),
        random=({"min_people": 1}, {"min_people": 1, "since": 2003}),
    ),
    "find_people": Cases(
        demo=({"technologies": ["vLLM"]}, {}),
        drawn=(
            {},
            {"technologies": ["CPP", "technology/cuda"], "venues": ["european systems", "OSDI"]},
            {"organizations": ["acme inc", "Globex, Inc"], "min_organizations": 2},
            {"organizations": ["Acme", "Nowhere"]},
            {"technologies": ["Fortran"]},
        ),
        random=(
            {"technologies": ["ada"], "organizations": ["Ben", "ada"], "venues": []},
            {"organizations": ["ADA", "ben", "émile"], "min_organizations": 2, "venues": ["ada"]},
        ),
    ),
    "intro_paths": Cases(
        demo=({"person": "Hana Kovářová", "other": "Yuki Hasegawa"},),
        drawn=(
            {"person": "a. example", "other": "DAN"},
            {"person": "Ada", "other": "Dan", "k": 1},
            {"person": "Ada", "other": "Dan", "max_hops": 2},
            {"person": "Ada", "other": "Fay"},
            {"person": "Ada", "other": "Ada"},
        ),
        random=(
            {"person": "ADA", "other": "ben", "k": 3},
            {"person": "émile", "other": "ada", "max_hops": 1},
            {"person": "person/0", "other": "person/4", "k": 9},
        ),
    ),
}
