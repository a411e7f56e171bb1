"""Questions about papers: three papers at two venues, one of them without a year.

X (OSDI 2020): Ada, Ben        Y (OSDI): Ada, Ben, Cyd        Z (SOSP 2024): Ada, Cyd, Dan (who has no document)
    Ben advised Ada. All were at Acme: Ada 2015-2022, Ben since 2018 up to 2024 at least, Cyd 1999-2001, Dan until 2023.
"""

from __future__ import annotations

from queries.parity import Cases

from talentgraph.model import Edge, Node

_AUTHORS = {"x": ("ada", "ben"), "y": ("ada", "ben", "cyd"), "z": ("ada", "cyd", "dan")}
_VENUES = {"x": "osdi", "y": "osdi", "z": "sosp"}
_PEOPLE = ("Ada", "Ben", "Cyd", "Dan")
_STAYS = {
    "ada": {"startYear": 2015, "endYear": 2022},
    "ben": {"startYear": 2018, "isCurrent": True, "currentAsOf": "2024-03"},
    "cyd": {"startYear": 1999, "endYear": 2001},
    "dan": {"endYear": 2023},
}
_NODES = [
    *(Node(f"person/{one.lower()}", ("Person",), {"name": one, "hasProfile": one != "Dan"}) for one in _PEOPLE),
    Node("publication/x", ("Publication",), {"name": "X", "year": 2020}),
    Node("publication/y", ("Publication",), {"name": "Y"}),
    Node("publication/z", ("Publication",), {"name": "Z", "year": 2024}),
    Node("venue/osdi", ("Venue",), {"name": "OSDI", "aliases": ["Operating Systems"]}),
    Node("venue/sosp", ("Venue",), {"name": "SOSP"}),
    *(Node(f"position/{one}", ("Position",), {"name": "Engineer", **years}) for one, years in _STAYS.items()),
    Node("organization/acme", ("Organization", "Company"), {"name": "Acme", "aliases": ["ACME Inc"]}),
]
_EDGES = [
    *(
        Edge(f"{one}-{work}", "AUTHORED", f"person/{one}", f"publication/{work}")
        for work, people in _AUTHORS.items()
        for one in people
    ),
    *(
        Edge(f"{work}-{venue}", "PUBLISHED_IN", f"publication/{work}", f"venue/{venue}")
        for work, venue in _VENUES.items()
    ),
    *(Edge(f"held {one}", "HELD", f"person/{one}", f"position/{one}") for one in _STAYS),
    *(Edge(f"at {one}", "AT", f"position/{one}", "organization/acme") for one in _STAYS),
    Edge("0", "ADVISED", "person/ben", "person/ada"),
    Edge("1", "WORKED_AT", "person/ada", "organization/acme"),
    Edge("2", "STUDIED_AT", "person/dan", "organization/acme"),
]
DRAWN = (_NODES, _EDGES)
CASES = {
    "coauthors": Cases(
        demo=({"person": "Zofia Wiśniewska"}, {"person": "Tomás Echeverría", "min_papers": 2}),
        drawn=({"person": "ADA"}, {"person": "Ada", "min_papers": 2}, {"person": "Nobody"}),
        random=({"person": "ada"}, {"person": "zoë 🚀", "min_papers": 2}),
    ),
    "coauthor_network": Cases(
        demo=({}, {"organization": "ETH Zurich"}, {"venue": "OSDI", "since": 2022}),
        drawn=(
            {},
            {"k": 1},
            {"since": 2021},
            {"venue": "operating systems"},
            {"venue": "Nowhere"},
            {"organization": "acme inc"},
            {"organization": "Nowhere"},
        ),
        random=(
            {},
            {"organization": "ada", "k": 2},
            {"venue": "ben"},
            {"organization": "organization/0", "since": 2002},
        ),
    ),
    "conflicts": Cases(
        demo=({"people": ["Zofia Wiśniewska"], "reviewers": ["Hana Kovářová", "Gareth Penhaligon"], "year": 2026},),
        drawn=(
            {"people": ["ADA", "Ben"], "reviewers": ["Ben", "Cyd", "Dan"], "year": 2025},
            {"people": ["Ada"], "reviewers": ["Ben", "Cyd", "Dan"], "year": 2025, "years": 1},
            {"people": ["Ada"], "reviewers": ["Nobody"], "year": 2025},
            {"people": [], "reviewers": [], "year": 2025},
        ),
        random=(
            {"people": ["ada", "person/0"], "reviewers": ["ben", "person/1", "person/0"], "year": 2004, "years": 2},
            {"people": ["person/2"], "reviewers": ["person/3", "ada"], "year": 2004},
        ),
    ),
    "venue_people": Cases(
        demo=({"venue": "OSDI"}, {"venue": "eurosys", "since": 2023}),
        drawn=({"venue": "osdi"}, {"venue": "OSDI", "since": 2021}, {"venue": "SOSP", "until": 2023}),
        random=({"venue": "ada"}, {"venue": "venue/0", "since": 2001, "until": 2003}),
    ),
}
