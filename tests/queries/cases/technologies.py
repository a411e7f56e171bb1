"""Questions about technologies: four people who know some of three.

CUDA: Ada, Ben, Cyd        vLLM: Ada, Ben        COBOL: Cyd, Dan
Ada uses CUDA at Acme Labs (a part of Acme) 2020-2022, Ben at Globex since 2021, Cyd at a time that is not known.
"""

from __future__ import annotations

from queries.parity import Cases

from talentgraph.model import Edge, Node

_SKILLS = {"cuda": ("ada", "ben", "cyd"), "vllm": ("ada", "ben"), "cobol": ("cyd", "dan")}
_POSITIONS = {
    "ada": {"startYear": 2020, "endYear": 2022},
    "ben": {"startYear": 2021, "isCurrent": True, "currentAsOf": "2023-05"},
    "cyd": {},
    "dan": {"endYear": 2019},
}
_USED = {"ada": "cuda", "ben": "cuda", "cyd": "cuda", "dan": "cobol"}
_AT = {"ada": "acme-labs", "ben": "globex", "cyd": "globex", "dan": "acme"}
DRAWN = (
    [
        *(Node(f"person/{one}", ("Person",), {"name": one.capitalize()}) for one in _POSITIONS),
        Node("technology/cuda", ("Technology",), {"name": "CUDA", "aliases": ["Cuda kernels"]}),
        Node("technology/vllm", ("Technology",), {"name": "vLLM"}),
        Node("technology/cobol", ("Technology",), {"name": "COBOL"}),
        *(Node(f"position/{one}", ("Position",), {"name": one, **years}) for one, years in _POSITIONS.items()),
        *(Node(f"organization/{one}", ("Organization",), {"name": one}) for one in ("acme", "acme-labs", "globex")),
        Node("publication/x", ("Publication",), {"name": "X", "year": 2020}),
        Node("project/x", ("Project",), {"name": "X", "startDate": "2020"}),
    ],
    [
        *(
            Edge(f"{one}-{two}", "SKILLED_IN", f"person/{one}", f"technology/{two}")
            for two, people in _SKILLS.items()
            for one in people
        ),
        *(Edge(f"held {one}", "HELD", f"person/{one}", f"position/{one}") for one in _POSITIONS),
        *(Edge(f"used {one}", "USED", f"position/{one}", f"technology/{two}") for one, two in _USED.items()),
        *(Edge(f"at {one}", "AT", f"position/{one}", f"organization/{two}") for one, two in _AT.items()),
        Edge("part", "PART_OF", "organization/acme-labs", "organization/acme"),
        Edge("paper", "AUTHORED", "person/ben", "publication/x"),
        Edge("paper used", "USED", "publication/x", "technology/cuda"),
        Edge("project", "WORKED_ON", "person/dan", "project/x"),
        Edge("project used", "USED", "project/x", "technology/cuda"),
    ],
)
CASES = {
    "technology_trends": Cases(
        demo=(
            {"technologies": ["CUDA", "vLLM"]},
            {"organization": "NVIDIA"},
            {"since": 2020, "min_people": 2, "top": 50},
        ),
        drawn=(
            {},
            {"technologies": ["cuda KERNELS", "Nothing"]},
            {"organization": "Acme"},
            {"organization": "Globex", "technologies": ["COBOL"]},
            {"organization": "Nowhere"},
            {"top": 1},
            {"since": 2021, "until": 2022, "min_people": 2},
        ),
        random=(
            {},
            {"technologies": ["ada"], "since": 2001, "until": 2003},
            {"organization": "organization/0"},
            {"min_people": 2, "top": 1},
        ),
    ),
    "technologies_together": Cases(
        demo=({}, {"technologies": ["CUDA", "vLLM", "PyTorch"], "min_people": 1}, {"top": 5}),
        drawn=(
            {},
            {"min_people": 1},
            {"top": 2, "min_people": 1},
            {"technologies": ["cuda", "cobol"], "min_people": 0},
        ),
        random=({"min_people": 1}, {"technologies": ["ada", "BEN"], "min_people": 0}, {"top": 2}),
    ),
    "adjacent_technologies": Cases(
        demo=({"technology": "CUDA"}, {"technology": "vLLM", "min_people": 1, "k": 3}),
        drawn=({"technology": "CUDA"}, {"technology": "vLLM", "min_people": 1, "k": 1}, {"technology": "Nothing"}),
        random=({"technology": "ada", "min_people": 1}, {"technology": "technology/0", "min_people": 1, "k": 1}),
    ),
}
