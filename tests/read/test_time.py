"""Files of one repeated sign: each is read or refused in time that grows with its length, not with its square."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from read import good
from read.fuzz import straight

from talentgraph.errors import ReadError
from talentgraph.read.files import sniff

GOOD = {name: (form, data) for form, name, data in good.files()}
# Where in which file the sign is repeated.
CASES = [
    ("a.bib", b"Bo {van", " "),
    ("a.bib", b"Bo {van", "\t"),
    ("a.bib", b"Example, Ada", ","),
    ("a.yaml", b"C++, Go", " "),
    ("a.yaml", b"C++, Go", "x, "),
    ("a.yaml", b"C++, Go", "("),
    ("old.xml", b"<Employer>", "\u00e9"),
    ("old.xml", b"C++&lt;/li", " "),
    ("old.xml", b"C++&lt;/li", "\n"),
    ("new.xml", b' xmlns:oa="', "2019-"),
    ("new.xml", b"<CandidatePerson>", '<a b="'),
    ("section.xml", b' xmlns:c="', "A."),
    ("section.xml", b"<a:employments", "<!--"),
    ("profile.json", b"student", " "),
    ("variant.json", b", Bo Sample", "9"),
    ("variant.json", b", Bo Sample", " "),
    ("variant.json", b", Go", " "),
    ("a.md", b"Ada Example\n*", "#"),
    ("a.md", b"Ada Example\n*", "<!--"),
]


@pytest.mark.parametrize(("name", "place", "sign"), CASES)
def test_a_sign_repeated(tmp_path: Path, name: str, place: bytes, sign: str) -> None:
    form, data = GOOD[name]
    assert place in data
    at = data.index(place)
    path = tmp_path / name
    path.write_bytes(data[:at] + (sign * (60_000 // len(sign))).encode() + data[at:])
    start = time.process_time()
    for read in (lambda path: sniff(path.read_bytes(), name), straight(form)):
        with suppress(ReadError):
            read(path)
    assert time.process_time() - start < 4
