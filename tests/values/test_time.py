"""What strangers write costs no time: patterns that could try each of very many ways to match."""

from __future__ import annotations

import time

import pytest

from talentgraph.values.authors import split_authors

UNITS = (
    "9",
    " ",
    "\n",
    ",",
    "1,",
    "^{1,",
    "(",
    "(1",
    "* ",
    "and ",
    "A and ",
    "&",
    "; ",
    "A. ",
    "AB-",
    "et ",
    " ,",
    "·",
)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["", "x", ")a"])
def test_authors(unit: str, end: str) -> None:
    start = time.process_time()
    split_authors(f"Ada Bee{unit * 5000}{end}")
    assert time.process_time() - start < 2


def test_marks_behind_names_are_dropped_however_they_are_mixed() -> None:
    found = split_authors("Ada Bee^{1,2}, Carl Dee (Acme)*, Eff E.1,3, Gus Hay ¹² & , and Ida Jay")
    assert [name for _, name in found] == ["Ada Bee", "Carl Dee", "Eff E.", "Gus Hay", "Ida Jay"]
