"""Projects in many layouts, without help from a model."""

# ruff: noqa: E501 - layouts are easier to read on one line

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Project

TEXT = "Ada Example\nada@example.org\n\nEDUCATION\n\nAcme University\tOslo\nMSc\t2012\n\nPROJECTS\n\n{}\n\nINTERESTS\n\nChess\n"
PAGE = "# Ada Example\n\n## Education\n\n### Acme University\nMSc 2012\n\n## Projects\n\n{}\n\n## Interests\n\nChess\n"

LAYOUTS = {
    "tools behind a bar": (
        "Gitlytics | Python, Flask, Docker\tJune 2020 – Present\n- Developed a web application\n- Drew its charts\n"
        "Simple Paintball | Spigot API, Java\tMay 2018 – May 2020\n- Wrote a plugin\n- Published it",
        [
            ("Gitlytics", "2020-06", None, ("Python", "Flask", "Docker")),
            ("Simple Paintball", "2018-05", "2020-05", ("Java",)),
        ],
    ),
    "a sentence behind a colon": (
        "- Tiny fork: added a backend for boards, in Rust\n- Meteor Map: a web page of meteorites with Vue.js and PostGIS.",
        [("Tiny fork", None, None, ("Rust",)), ("Meteor Map", None, None, ("Vue.js", "PostGIS"))],
    ),
    "a sentence below": (
        "Meteor Map (2021)\nA web page of meteorites with Vue.js.\n\nTide Clock (2019)\nA clock of tides, built with C++ and Qt.",
        [("Meteor Map", "2021", None, ("Vue.js",)), ("Tide Clock", "2019", None, ("C++", "Qt"))],
    ),
    "short words below": (
        "meteor-map\t2021\nMeteorites on a map\ntide-clock\t2019\nTides on a clock\nslow-mail\t2018\nLetters by tortoise",
        [("meteor-map", "2021", None, ()), ("tide-clock", "2019", None, ()), ("slow-mail", "2018", None, ())],
    ),
    "tools labelled": (
        "Meteor Map\t2021\nKeywords: Vue.js, PostGIS\nTide Clock\t2019\nKeywords: C++, Qt",
        [("Meteor Map", "2021", None, ("Vue.js", "PostGIS")), ("Tide Clock", "2019", None, ("C++", "Qt"))],
    ),
}


def read(folder: Path, text: str, suffix: str = ".txt") -> tuple[Project, ...]:
    return profile(*labelled(folder, text, suffix), "test").projects


@pytest.mark.parametrize("layout", LAYOUTS)
def test_projects(tmp_path: Path, layout: str) -> None:
    body, wanted = LAYOUTS[layout]
    found = read(tmp_path, TEXT.format(body))
    assert [(p.name, p.start_date, p.end_date, p.keywords) for p in found] == wanted


def test_headings_are_names_and_what_stands_below_is_told(tmp_path: Path) -> None:
    body = "### Meteor Map: A Page\n*Jan 2021 – Mar 2021*\n\nShows where meteorites fell.\n\n- Drew it\n\n### Tide Clock\n*2019*\n"
    first, last = read(tmp_path, PAGE.format(body), ".md")
    assert (first.name, first.start_date, first.end_date) == ("Meteor Map: A Page", "2021-01", "2021-03")
    assert (first.description, first.highlights) == ("Shows where meteorites fell.", ("Drew it",))
    assert (last.name, last.description) == ("Tide Clock", None)


def test_the_organisation_and_the_address(tmp_path: Path) -> None:
    body = "Meteor Map, Acme University\t2021\nDesigned the page and its database.\nhttps://example.org/meteor"
    (project,) = read(tmp_path, TEXT.format(body))
    assert (project.name, project.entity, project.url) == (
        "Meteor Map",
        "Acme University",
        "https://example.org/meteor",
    )
    assert project.description == "Designed the page and its database."
    assert project.keywords == ()


def test_lines_of_tools_are_no_projects(tmp_path: Path) -> None:
    body = "### Meteor Map\n\n- Shows where they fell\n- Technologies: Python, Go\n\nPython\n\n### Tide Clock\n\n- Shows tides\n"
    assert [p.name for p in read(tmp_path, PAGE.format(body), ".md")] == ["Meteor Map", "Tide Clock"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{PROJECT:Tide Clock}: Tides by the hour (2021)\n{PROJECT:Slow Mail}: Letters by tortoise (2019)",
            ["Tide Clock", "Slow Mail"],
        ),
        (
            "{PROJECT:Tide Clock}: Tides by the hour (2021)\n{PROJECT:Slow Mail: Letters by tortoise} (2019)",
            ["Tide Clock: Tides by the hour", "Slow Mail: Letters by tortoise"],
        ),
        (
            '{PROJECT:Thesis}: "Tides by the hour" (2021)\n{PROJECT:Thesis}: "Letters by tortoise" (2019)',
            ['Thesis: "Tides by the hour"', 'Thesis: "Letters by tortoise"'],
        ),
        (
            "{PROJECT:A long clock of tides for\nharbours} · 2021\n{PROJECT:Slow Mail} · 2019",
            ["A long clock of tides for harbours", "Slow Mail"],
        ),
    ],
)
def test_a_name_ends_where_those_of_its_section_do(tmp_path: Path, marked: str, names: list[str]) -> None:
    found = profile(*labelled(tmp_path, TEXT.format(marked)), "test").projects
    assert [project.name for project in found] == names
