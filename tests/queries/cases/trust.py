"""Questions about what facts rest on: Ada's positions contradict each other, and two documents speak of her."""

from __future__ import annotations

from typing import Any

from queries.parity import Cases

from talentgraph.model import Edge, Node

_POSITIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "1": ("acme", {"title": "Engineer", "startDate": "2020", "endDate": "2022-01", "startYear": 2020, "endYear": 2022}),
    "2": ("acme", {"title": "Manager", "startDate": "2020"}),  # another title for 1
    "3": ("acme", {"title": "ENGINEER", "startDate": "2019", "endDate": "2021", "startYear": 2019, "endYear": 2021}),
    "4": (
        "globex",
        {"title": "Clerk", "startDate": "2015-05", "endDate": "2014-12", "startYear": 2015, "endYear": 2014},
    ),
    "5": ("globex", {"title": "Cook", "startDate": "2010-05", "endDate": "2010", "startYear": 2010, "endYear": 2010}),
    "6": (
        "globex",
        {"title": "CTO", "startDate": "2000", "startYear": 2000, "endYear": 2005, "employmentType": "full-time"},
    ),
    "7": (
        "labs",
        {"title": "CEO", "startDate": "2001", "startYear": 2001, "endYear": 2004, "employmentType": "full-time"},
    ),
    "8": (
        "acme",
        {"title": "CFO", "startDate": "2002", "startYear": 2002, "endYear": 2003, "employmentType": "full-time"},
    ),
}
_STUDIES: dict[str, dict[str, Any]] = {  # 2 is of another field; 3 is 1 once more, with another start
    "1": {"degree": "BSc", "field": "Physics", "startDate": "1990", "startYear": 1990, "endYear": 1994},
    "2": {"degree": "BSc", "field": "Law", "startDate": "1991", "startYear": 1991, "endYear": 1994},
    "3": {"degree": "bsc", "field": "physics", "startDate": "1992", "startYear": 1992, "endYear": 1994},
}
_QUOTES = {  # of which document, of what, with how much confidence
    "a1": ("a", "position/1", {"quote": "Engineer, 2020 - Jan 2022", "confidence": 0.4}),
    "b1": ("b", "position/1", {"quote": "engineer at Acme", "confidence": 0.6}),
    "a2": ("a", "position/2", {"quote": "Manager?", "confidence": 0.3}),
    "b2": ("b", "position/2", {"quote": "manager", "confidence": 0.2}),
    "a3": ("a", "position/3", {"quote": "work: ENGINEER"}),
    "a4": ("a", "person/ada", {"quote": "Ada Example", "confidence": 0.9}),
    "b4": ("b", "contact/ada", {"quote": "ada@example.org"}),
}
DRAWN = (
    [
        Node("person/ada", ("Person",), {"name": "Ada", "aliases": ["A. Example"], "hasProfile": True}),
        Node("person/ada-2", ("Person",), {"name": "Ada E.", "hasProfile": False}),
        Node("contact/ada", ("Contact",), {"name": "ada@example.org"}),
        *(
            Node(f"organization/{one}", ("Organization",), {"name": one.capitalize()})
            for one in ("acme", "globex", "labs")
        ),
        *(Node(f"position/{key}", ("Position",), {"name": str(v["title"]), **v}) for key, (_, v) in _POSITIONS.items()),
        *(Node(f"education/{key}", ("Education",), {"name": v["degree"], **v}) for key, v in _STUDIES.items()),
        *(Node(f"document/{one}", ("Document",), {"name": f"{one}.txt", "path": f"cvs/{one}.txt"}) for one in "ab"),
        *(Node(f"evidence/{key}", ("Evidence",), values) for key, (_, _, values) in _QUOTES.items()),
    ],
    [
        *(Edge(f"held {key}", "HELD", "person/ada", f"position/{key}") for key in _POSITIONS),
        *(Edge(f"at {key}", "AT", f"position/{key}", f"organization/{at}") for key, (at, _) in _POSITIONS.items()),
        *(Edge(f"studied {key}", "STUDIED", "person/ada-2", f"education/{key}") for key in _STUDIES),
        *(Edge(f"studied at {key}", "AT", f"education/{key}", "organization/globex") for key in _STUDIES),
        Edge("part", "PART_OF", "organization/labs", "organization/acme"),
        *(Edge(f"says {key}", "SUPPORTS", f"evidence/{key}", fact) for key, (_, fact, _) in _QUOTES.items()),
        *(
            Edge(f"from {key}", "FROM_DOCUMENT", f"evidence/{key}", f"document/{at}")
            for key, (at, _, _) in _QUOTES.items()
        ),
        Edge("same", "SAME_AS", "person/ada", "person/ada-2", {"probability": 0.8, "reason": "one given name"}),
        Edge(
            "same org", "SAME_AS", "organization/acme", "organization/labs", {"probability": 0.6, "reason": "spelling"}
        ),
    ],
)
CASES = {
    "weak_facts": Cases(
        demo=({"below": 90}, {"person": "Zofia Wiśniewska", "below": 80, "k": 2}),
        drawn=({}, {"below": 70}, {"person": "a. example", "k": 2}, {"person": "Ada E."}, {"below": 0}),
        random=({"below": 60}, {"person": "ada", "below": 100}, {"person": "person/0", "below": 200, "k": 3}),
    ),
    "conflicting_facts": Cases(
        sound_demo=True,
        drawn=({}, {"person": "ADA", "k": 2}, {"person": "Ada E."}),
        random=({}, {"person": "ada"}, {"k": 1}),
    ),
    "facts_by_document": Cases(
        demo=({"document": "tomas-echeverria.pdf"},),
        drawn=({"document": "a.txt"}, {"document": "CVS/B.TXT"}, {"document": "document/a"}, {"document": "c.txt"}),
        random=({"document": "document/0"}, {"document": "document/1.TXT"}),
    ),
    "duplicates": Cases(
        sound_demo=True,
        drawn=({}, {"label": "person"}, {"min_percent": 70}, {"k": 1}, {"label": "Venue"}),
        random=({}, {"label": "Person", "min_percent": 50}, {"k": 1}),
    ),
}
