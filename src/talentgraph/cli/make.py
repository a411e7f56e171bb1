"""Commands that make something of documents: demo, extract, build."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentgraph.cli.output import note, print_line, print_problems, print_rows, progress_bar

if TYPE_CHECKING:
    from talentgraph.pipeline import Report
    from talentgraph.read import Limits

Paths = Annotated[list[Path], typer.Argument(help="Files and folders of CVs.", exists=True, show_default=False)]
Model = Annotated[
    str | None,
    typer.Option(
        help="A spaCy pipeline, as a folder or an installed package: one made by `talentgraph train`, or any other.",
        show_default=False,
    ),
]
Labels = Annotated[
    Path | None,
    typer.Option(help="A TOML file that says what the labels of the pipeline mean.", exists=True, show_default=False),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        help="A folder of your own lists and patterns, by default `lexicon` in the output.",
        exists=True,
        file_okay=False,
        show_default=False,
    ),
]
Owner = Annotated[str | None, typer.Option(help="Whose publications BibTeX files list.", show_default=False)]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        help="How much is read, as NAME=NUMBER: pages of a PDF, megabytes of a file, scans (pages of a document that "
        "are recognised), scan-seconds (for each of them).",
        show_default=False,
    ),
]
MergeAt = Annotated[
    float, typer.Option(help="How probable it must be that two are one for them to become one node.", min=0.5, max=1)
]
Registry = Annotated[
    Path | None,
    typer.Option(
        help="The index of organisations, by default that of `registry import`.",
        exists=True,
        dir_okay=False,
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="Number of processes.", min=1)]


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="The workspace to write.")] = Path("talentgraph-demo"),
    no_open: Annotated[bool, typer.Option("--no-open", help="Only name the page; do not open it.")] = False,
) -> None:
    """Build the graph of twelve invented people and open it."""
    from talentgraph.demo import build_demo, questions

    with progress_bar() as progress:
        report = build_demo(output, progress=progress)
    _print_counts(report)
    for title, rows in questions(output):
        print_rows(rows, title=title)
    page = (output / "explorer.html").resolve()
    print_line(f"The explorer: {page}")
    print_line(f"Ask more: talentgraph query -w {_quoted(output)}")
    if not no_open and _has_screen():
        typer.launch(page.as_uri())
    _finish(report)


def extract(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the profiles.")],
    model: Model = None,
    labels: Labels = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 1,
    owner: Owner = None,
    limit: Limit = None,
) -> None:
    """Write what each document says as one JSON profile."""
    from talentgraph.pipeline import extract_profiles

    with progress_bar() as progress:
        report = extract_profiles(
            paths,
            output,
            model=model,
            labels=labels,
            lexicon=lexicon,
            jobs=jobs,
            owner=owner,
            progress=progress,
            limits=_limits(limit or ()),
        )
    note(f"{report.documents} profiles in {output}")
    _finish(report)


def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="The workspace to write.")] = Path("graph"),
    model: Model = None,
    labels: Labels = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 1,
    owner: Owner = None,
    limit: Limit = None,
    merge_at: MergeAt = 0.95,
    registry: Registry = None,
) -> None:
    """Build the graph of CVs: a workspace that the other commands open."""
    from talentgraph.pipeline import build as build_workspace

    with progress_bar() as progress:
        report = build_workspace(
            paths,
            output,
            model=model,
            labels=labels,
            lexicon=lexicon,
            jobs=jobs,
            owner=owner,
            progress=progress,
            limits=_limits(limit or ()),
            merge_at=merge_at,
            registry=registry,
        )
    _print_counts(report)
    print_line(f"The explorer: {(output / 'explorer.html').resolve()}")
    _finish(report)


_LIMITS = {"pages": ("pages", 1), "megabytes": ("file_bytes", 1 << 20), "scans": ("scans", 1)}
_LIMITS["scan-seconds"] = ("scan_seconds", 1)


def _limits(told: Sequence[str]) -> Limits:
    """Limits from NAME=NUMBER; what is not told stays as it is."""
    from talentgraph.read import Limits

    found = {}
    for text in told:
        name, _, number = text.partition("=")
        if name not in _LIMITS or not re.fullmatch(r"[1-9][0-9]{0,5}", number):
            names = ", ".join(_LIMITS)
            raise typer.BadParameter(f"{text!r} is not NAME=NUMBER with one of the names {names} and a positive number")
        field, unit = _LIMITS[name]
        found[field] = int(number) * unit
    return Limits(**found)


def _finish(report: Report) -> None:
    for line in report.notices:
        note(f"note: {line}")
    print_problems(report.problems)
    if report.problems:
        raise typer.Exit(1)


def _print_counts(report: Report) -> None:
    rows = [{"label": label, "nodes": count} for label, count in sorted(report.labels.items())]
    title = f"{report.documents} documents, {report.nodes} nodes, {report.edges} relationships"
    print_rows(rows, title=title)


def _has_screen() -> bool:
    """Whether a browser can show a page here: not in CI, in a pipe, or on a server without a display."""
    if os.environ.get("CI") or not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))
