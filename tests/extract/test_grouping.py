"""Entries by the layout that a section repeats."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from talentgraph.extract.grouping import Form, group
from talentgraph.extract.marks import Mark
from talentgraph.model import Line

FORM = Form(("EMPLOYER", "TITLE", "DATE"), (1.2, 1.0, 1.1))
LABELS = {"E": "EMPLOYER", "T": "TITLE", "D": "DATE", "P": "PLACE"}


def layout(rows: list[str]) -> tuple[Any, list[Mark]]:
    """A page whose lines are letters: E, T, D, P for marks, "-" for a bullet, "_" for a gap above."""
    lines, marks, offset = [], [], 0
    for number, row in enumerate(rows):
        letters = row.strip("-_")
        lines.append(Line(start=offset, end=offset + len(row) * 10, bullet="-" in row, gap="_" in row))
        for place, letter in enumerate(letters):
            start = offset + place * 10
            marks.append(Mark(start, start + 5, LABELS[letter], number))
        offset += len(row) * 10 + 1
    return SimpleNamespace(
        lines=tuple(lines), fills_line=lambda mark: False, line_text=lambda number: rows[number]
    ), marks


def divided(rows: list[str]) -> list[str]:
    page, marks = layout(rows)
    entries, _ = group(page, marks, FORM)
    return ["".join(mark.label[0] for mark in entry) for entry in entries]


def test_employer_first() -> None:
    assert divided(["ED", "T", "-", "ED", "T", "-"]) == ["EDT", "EDT"]


def test_title_first() -> None:
    assert divided(["_TD", "E", "-", "_TD", "E", "-"]) == ["TDE", "TDE"]


def test_dates_first() -> None:
    assert divided(["D", "T", "E", "D", "T", "E"]) == ["DTE", "DTE"]


def test_several_roles_at_one_employer() -> None:
    assert divided(["_E", "TD", "-", "TD", "-", "_E", "TD", "-"]) == ["ETD", "TD", "ETD"]


def test_a_missing_title_does_not_shift_the_rest() -> None:
    assert divided(["_ED", "-", "_ED", "T", "-", "_ED", "T"]) == ["ED", "EDT", "EDT"]


def test_places_stay_with_their_entry() -> None:
    assert divided(["_EP", "TD", "-", "_EP", "TD"]) == ["EPTD", "EPTD"]


@given(st.lists(st.sampled_from(["ED", "T", "-", "_TE", "D", "EP", "_E"]), max_size=12))
def test_no_mark_is_lost_or_doubled(rows: list[str]) -> None:
    page, marks = layout(rows)
    entries, order = group(page, marks, FORM)
    assert not order or [mark for entry in entries for mark in entry] == marks
