"""Questions about careers: Ada moves twice, Ben goes from a university to a company, Cyd has no dates, Dan a gap."""

from __future__ import annotations

from typing import Any

from queries.parity import Cases

from talentgraph.model import Edge, Node


def node(kind: str, key: str, name: str, **values: Any) -> Node:
    return Node(
        f"{kind.lower()}/{key}", (kind, values.pop("type")) if "type" in values else (kind,), {"name": name} | values
    )


def dates(start: str | None, end: str | None, **values: Any) -> dict[str, Any]:
    """The dates of a stint, as a build writes them."""
    given = {"startDate": start, "endDate": end, "startYear": start and int(start[:4]), "endYear": end and int(end[:4])}
    return {key: value for key, value in given.items() if value is not None} | values


PRESENT = {"isCurrent": True, "currentAsOf": "2022-06"}
NODES = [
    *(node("Person", name.lower(), name) for name in ("Ada", "Ben", "Cyd", "Dan")),
    node("Organization", "acme", "Acme", aliases=["ACME Inc"], type="Company"),
    node("Organization", "acme-labs", "Acme Labs", type="Company"),
    node("Organization", "globex", "Globex", type="Company"),
    node("Organization", "uni", "Uni X", type="University"),
    node("Position", "ada/1", "Engineer", level="mid", **dates("2015-03", "2018-02")),
    node("Position", "ada/2", "Senior Engineer", level="senior", **dates("2018-03", "2020-12")),
    node("Position", "ada/3", "Director", level="director", **dates("2020-06", None, **PRESENT)),
    node("Position", "ben/1", "Postdoc", level="postdoc", **dates("2016", "2018")),
    node("Position", "ben/2", "Lead", level="lead", **dates("2019-01", None)),
    node("Position", "cyd/1", "Engineer", level="mid"),
    node("Position", "dan/1", "Engineer", level="mid", **dates("2012-01", "2014-12")),
    node("Position", "dan/2", "Engineer", level="mid", **dates("2016-01", "2016-12")),
    node("Position", "dan/3", "Professor", level="professor", **dates("2016-07", "2017-06")),
    node("Education", "dan/1", "PhD", **dates("2008", "2011")),
]
_STINTS = {
    "ada/1": "acme-labs",
    "ada/2": "acme",
    "ada/3": "globex",
    "ben/1": "uni",
    "ben/2": "acme",
    "cyd/1": "acme-labs",
    "dan/1": "acme",
    "dan/2": "acme-labs",
    "dan/3": "uni",
}
ROWS: list[tuple[str, str, str, dict[str, Any]]] = [
    *(("HELD", f"person/{key[:3]}", f"position/{key}", {}) for key in _STINTS),
    *(("AT", f"position/{key}", f"organization/{place}", {}) for key, place in _STINTS.items()),
    *(
        ("FOLLOWED_BY", f"position/{one}", f"position/{next_one}", {})
        for one, next_one in (("ada/1", "ada/2"), ("ada/2", "ada/3"), ("ben/1", "ben/2"), ("dan/1", "dan/2"))
    ),
    ("FOLLOWED_BY", "position/dan/2", "position/dan/3", {}),
    ("FOLLOWED_BY", "education/dan/1", "position/dan/1", {}),
    ("STUDIED", "person/dan", "education/dan/1", {}),
    ("AT", "education/dan/1", "organization/uni", {}),
    ("PART_OF", "organization/acme-labs", "organization/acme", {}),
    ("WORKED_WITH", "person/ada", "person/ben", {"organization": "organization/acme", "overlapMonths": 24}),
    ("COAUTHORED_WITH", "person/ben", "person/dan", {"count": 1}),
    ("ADVISED", "person/dan", "person/ben", {}),
]
EDGES = [Edge(f"edge/{number:02}", *row) for number, row in enumerate(ROWS)]

DRAWN = (NODES, EDGES)
CASES = {
    "career_flow": Cases(
        demo=({"min_people": 1}, {"level": "whole", "min_people": 2}),
        drawn=({}, {"min_people": 1}, {"min_people": 1, "level": "whole"}, {"min_people": 1, "since": 2018}),
        random=({"min_people": 1, "since": 2002}, {"min_people": 2, "level": "whole"}),
    ),
    "career_gaps": Cases(
        demo=({"person": "Hana Kovářová", "min_months": 1},),
        drawn=({"person": "Dan"}, {"person": "dan", "min_months": 13}, {"person": "Cyd"}),
        random=({"person": "ada", "min_months": 0}, {"person": "zoë 🚀"}, {"person": "person/0", "min_months": 6}),
    ),
    "first_senior_title": Cases(
        demo=({"organization": "Larkspur Systems"},),
        drawn=({"organization": "ACME inc"}, {"organization": "Acme", "levels": ["director"]}),
        random=({"organization": "ada"}, {"organization": "ben", "levels": ["mid", "junior"]}),
    ),
    "sector_moves": Cases(demo=({},), drawn=({}, {"since": 2017}), random=({}, {"since": 2002})),
    "tenure": Cases(
        demo=({"organization": "Larkspur Systems"},),
        drawn=({"organization": "acme"}, {"organization": "Acme Labs"}),
        random=({"organization": "ada"}, {"organization": "émile"}),
    ),
    "ways_into": Cases(
        demo=({"organization": "NVIDIA", "people": ["Hana Kovářová", "Yuki Hasegawa"]},),
        drawn=(
            {"organization": "Globex", "people": ["Dan", "Ben", "Ada", "Cyd"]},
            {"organization": "Globex", "people": ["Dan", "Ben", "Ada", "Cyd"], "k": 2},
            {"organization": "Uni X", "people": ["Ada"]},
        ),
        random=(
            {"organization": "ada", "people": ["ben", "person/0", "person/2"], "k": 5},
            {"organization": "organization/1", "people": ["Ada", "émile", "zoë 🚀"]},
        ),
    ),
    "who_was_at": Cases(
        demo=({"organization": "NVIDIA", "year": 2022},),
        drawn=tuple({"organization": "Acme", "year": year} for year in (2014, 2016, 2019, 2023)),
        random=({"organization": "ada", "year": 2002}, {"organization": "émile", "year": 2004}),
    ),
}
