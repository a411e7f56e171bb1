"""Sections: which lines are headings, and of what kind."""

from __future__ import annotations

from collections.abc import Sequence

from talentgraph.model import Line, Section, Style


def find_sections(text: str, lines: Sequence[Line], styles: Sequence[Style]) -> tuple[Section, ...]:
    """The sections of a text, in order and without gaps; the first, without heading, is the head."""
    return (Section(0, len(text), "head"),)
