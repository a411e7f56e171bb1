"""Questions about people among others: two fields that one person connects, and who left a university for where.

C: Ada, Ben        Go: Cyd, Dan        both: Eve        Ben and Cyd worked with Fay, who knows neither, and Dan with Ada
Uni: Ada until 2010, then Acme; Ben until 2012, then nothing known; Cyd still; Dan until 2015, at its lab before
"""

from __future__ import annotations

from queries.parity import Cases

from talentgraph.model import Edge, Node

_PEOPLE = ("ada", "ben", "cyd", "dan", "eve", "fay")
_SKILLS = ("ada c", "ben c", "eve c", "cyd go", "dan go", "eve go")
_STINTS = {  # whose, where, what is known of it
    "1": ("ada", "acme", {"title": "Engineer", "startYear": 2010, "startDate": "2010-09"}),
    "2": ("ada", "globex", {"title": "Director", "startYear": 2014}),
    "3": ("ben", "acme", {"title": "Engineer"}),
    "4": ("dan", "lab", {"title": "Fellow", "startYear": 2015}),
    "5": ("dan", "globex", {"title": "Engineer", "startYear": 2016, "startDate": "2016"}),
    "6": ("dan", "acme", {"title": "Engineer", "startYear": 2009}),
}
_STUDIES = {"ada": "bachelor", "ben": "doctor", "dan": "doctor"}
_UNTIL = {"ada": {"lastYear": 2010}, "ben": {"lastYear": 2012}, "cyd": {"firstYear": 2013}, "dan": {"lastYear": 2015}}
_TIES = (("ben", "fay"), ("cyd", "fay"), ("ada", "dan"))
DRAWN = (
    [
        *(
            Node(f"person/{one}", ("Person",), {"name": one.capitalize(), "hasProfile": one != "fay"})
            for one in _PEOPLE
        ),
        *(Node(f"technology/{one}", ("Technology",), {"name": one.capitalize()}) for one in ("c", "go")),
        *(
            Node(f"organization/{one}", ("Organization",), {"name": one.capitalize()})
            for one in ("acme", "globex", "lab")
        ),
        Node("organization/uni", ("Organization", "University"), {"name": "Uni", "aliases": ["University of X"]}),
        Node("venue/osdi", ("Venue",), {"name": "OSDI"}),
        Node("publication/x", ("Publication",), {"name": "X"}),
        *(Node(f"position/{key}", ("Position",), {"name": key, **values}) for key, (_, _, values) in _STINTS.items()),
        *(
            Node(f"education/{one}", ("Education",), {"name": one, "degreeLevel": level})
            for one, level in _STUDIES.items()
        ),
        Node("education/more", ("Education",), {"name": "more"}),
    ],
    [
        *(Edge(text, "SKILLED_IN", f"person/{text.split()[0]}", f"technology/{text.split()[1]}") for text in _SKILLS),
        *(Edge(f"held {key}", "HELD", f"person/{who}", f"position/{key}") for key, (who, _, _) in _STINTS.items()),
        *(Edge(f"at {key}", "AT", f"position/{key}", f"organization/{at}") for key, (_, at, _) in _STINTS.items()),
        *(
            Edge(f"uni {one}", "STUDIED_AT", f"person/{one}", "organization/uni", years)
            for one, years in _UNTIL.items()
        ),
        *(Edge(f"studied {one}", "STUDIED", f"person/{one}", f"education/{one}") for one in _STUDIES),
        *(Edge(f"degree {one}", "AT", f"education/{one}", "organization/uni") for one in _STUDIES),
        Edge("more", "STUDIED", "person/dan", "education/more"),
        Edge("more at", "AT", "education/more", "organization/acme"),
        Edge("part", "PART_OF", "organization/lab", "organization/uni"),
        *(
            Edge(
                f"tie {one}",
                "WORKED_WITH",
                f"person/{one}",
                f"person/{two}",
                {"overlapMonths": 3, "organization": "organization/acme"},
            )
            for one, two in _TIES
        ),
        Edge("worked ada", "WORKED_AT", "person/ada", "organization/acme"),
        Edge("worked ben", "WORKED_AT", "person/ben", "organization/acme"),
        Edge("paper ben", "AUTHORED", "person/ben", "publication/x"),
        Edge("paper fay", "AUTHORED", "person/fay", "publication/x"),
        Edge("paper", "PUBLISHED_IN", "publication/x", "venue/osdi"),
    ],
)
CASES = {
    "similar_people": Cases(
        demo=({"person": "Zofia Wiśniewska"}, {"person": "Hana Kovářová", "k": 2}),
        drawn=({"person": "ada"}, {"person": "Ben", "k": 2}, {"person": "Nobody"}),
        random=({"person": "ada"}, {"person": "person/0", "k": 2}),
    ),
    "brokers": Cases(
        demo=({"a": "CUDA", "b": "Rust"}, {"a": "ETH Zurich", "b": "vLLM", "k": 1}),
        drawn=({"a": "c", "b": "GO"}, {"a": "C", "b": "C"}, {"a": "Acme", "b": "Go", "k": 1}),
        random=({"a": "ada", "b": "ben"}, {"a": "technology/0", "b": "organization/0", "k": 2}),
    ),
    "count_people": Cases(
        demo=({}, {"technologies": ["Rust", "Python"], "min_universities": 2}, {"degree": "doctor"}),
        drawn=(
            {},
            {"technologies": ["C"]},
            {"technologies": ["C", "Go"]},
            {"organizations": ["uni"]},
            {"degree": "Doctor", "min_universities": 2},
            {"min_employers": 3, "organizations": ["Acme", "Globex"]},
        ),
        random=(
            {"technologies": ["ada"]},
            {"organizations": ["ben", "ada"]},
            {"degree": "DOCTOR"},
            {"min_universities": 1, "min_employers": 1},
        ),
    ),
    "alumni": Cases(
        demo=({"organization": "ETH Zurich"}, {"organization": "NVIDIA"}),
        drawn=({"organization": "university of x"}, {"organization": "Acme"}, {"organization": "Nowhere"}),
        random=({"organization": "ada"}, {"organization": "organization/0"}),
    ),
}
