"""A small graph with everything in it that a file format may stumble over."""

from __future__ import annotations

import pytest

from talentgraph.export.content import Content
from talentgraph.model import Basics, Edge, Node, Profile, Source

HOSTILE = "=cmd|' /C calc'!A0\x00 \\u0027 \\' </data> \x0c \u202e; MATCH (n) DETACH DELETE n //"


@pytest.fixture
def content() -> Content:
    ada = {"name": "Ada Øster", "aliases": ["A. Øster", "=Ada"], "hasProfile": True}
    profile = Profile(
        source=Source(path="ada.txt", sha256="0" * 64, media_type="text/plain"),
        basics=Basics(name="Ada Øster", email="ada@example.org", phone="+1 555 010 1111", location="Oslo"),
    )
    return Content(
        nodes=(
            Node("evidence/1", ("Evidence",), {"quote": HOSTILE, "marks": [0, 4, 6, 9], "confidence": 0.5, "page": 1}),
            Node("organization/acme", ("Organization", "Company"), {"name": 'Acme\'s "Labs"', "aliases": []}),
            Node("person/ada-oster", ("Person",), ada),
        ),
        edges=(
            Edge("e1", "WORKED_AT", "person/ada-oster", "organization/acme", {"firstYear": 2019, "derived": True}),
            Edge("e2", "SUPPORTS", "evidence/1", "person/ada-oster"),
            Edge("e3", "WORKED_AT", "person/ada-oster", "organization/acme", {"firstYear": 2023, "derived": True}),
        ),
        profiles=(profile,),
        mentions={"ada.txt#basics": "person/ada-oster"},
    )
