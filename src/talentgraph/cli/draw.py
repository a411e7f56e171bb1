"""Commands that draw: the explorer or a pyvis view, and charts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentgraph.cli.groups import WithDefault
from talentgraph.cli.output import note, print_line
from talentgraph.cli.places import Workspace
from talentgraph.errors import TalentGraphError

if TYPE_CHECKING:
    from talentgraph.model import Node

Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file to write.", show_default=False)]
Chart = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file: .svg, or .html for a page.", show_default=False)
]
Person = Annotated[str, typer.Argument(help="A person's name, or enough of it.")]

draw = typer.Typer(
    cls=WithDefault,
    help="Draw the graph as one HTML page; `draw timeline PERSON`, `draw lineage PERSON` and `draw flow` are charts.",
    rich_markup_mode=None,
)


@draw.callback()
def _pictures() -> None:
    """Draw the graph as one HTML page; `draw timeline PERSON`, `draw lineage PERSON` and `draw flow` are charts."""


@draw.command()
def page(
    workspace: Workspace = Path("graph"),
    ego: Annotated[str | None, typer.Option(help="Only what is around this person.", show_default=False)] = None,
    depth: Annotated[int, typer.Option(help="How many steps around.", min=1, max=6)] = 2,
    path: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Only the ways between two people (with --pyvis).", metavar="A B", show_default=False),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(help="Only so many nodes, the best connected (with --pyvis).", min=1, show_default=False),
    ] = None,
    pyvis: Annotated[bool, typer.Option("--pyvis", help="A small pyvis view instead of the explorer.")] = False,
    output: Output = None,
) -> None:
    """Draw the graph, or one person's surroundings, as one HTML file."""
    from talentgraph.draw import draw as draw_page

    person = _person(workspace, ego).id if ego else None
    ends = (_person(workspace, path[0]).id, _person(workspace, path[1]).id) if path else None
    written = draw_page(workspace, output, pyvis=pyvis, ego=person, depth=depth, path=ends, top=top)
    print_line(str(written.resolve()))


@draw.command()
def timeline(name: Person, workspace: Workspace = Path("graph"), output: Chart = None) -> None:
    """Draw the stints and papers of a person over the years."""
    _chart("timeline", name, workspace, output)


@draw.command()
def lineage(name: Person, workspace: Workspace = Path("graph"), output: Chart = None) -> None:
    """Draw the advisors above a person, and the students below."""
    _chart("lineage", name, workspace, output)


@draw.command()
def flow(
    workspace: Workspace = Path("graph"),
    level: Annotated[str, typer.Option(help="organization, or whole: parts count as their wholes.")] = "organization",
    since: Annotated[int, typer.Option(help="Only moves of this year and later.")] = 0,
    min_people: Annotated[int, typer.Option(min=1, help="Moves of fewer people are not named.")] = 3,
    output: Chart = None,
) -> None:
    """Draw where people move from and to, as a Sankey diagram."""
    from talentgraph import analyse, graph
    from talentgraph import workspace as folder
    from talentgraph.draw import charts, write_chart

    web = graph.to_networkx(*folder.read_rows(workspace))
    rows = analyse.career_flow(web, level=level, since=since, min_people=min_people)
    named = [(str(row.origin), str(row.destination), row.people or 0) for row in rows if row.kind == "move"]
    hidden = sum(row.moves for row in rows if row.kind == "suppressed")
    unnamed = f"{hidden} moves of fewer than {min_people} people each are not named" if hidden else ""
    if unnamed:
        note(f"note: {unnamed}; see --min-people")
    chart = charts.flow(named, title="Career flow", note=unnamed)
    print_line(str(write_chart(chart, _free(output or Path("flow.svg")), title="Career flow").resolve()))


def _chart(kind: str, name: str, workspace: Path, output: Path | None) -> None:
    from talentgraph import workspace as folder
    from talentgraph.draw import charts, write_chart
    from talentgraph.workspace.names import harmless

    person = _person(workspace, name)
    made = {"timeline": charts.timeline, "lineage": charts.lineage}[kind](*folder.read_rows(workspace), person.id)
    target = output or Path(f"{kind}-{harmless(person.id.partition('/')[2])}.svg")
    title = f"{kind.title()} of {person.properties.get('name', name)}"
    print_line(str(write_chart(made, _free(target), title=title).resolve()))


def _person(workspace: Path, name: str) -> Node:
    from talentgraph import workspace as folder
    from talentgraph.analyse.card import find_person

    return find_person(folder.read_rows(workspace)[0], name)


def _free(target: Path) -> Path:
    if target.suffix.lower() not in (".svg", ".html", ".htm"):
        raise TalentGraphError(f"{target}: a chart is an SVG or an HTML file; let its name end in .svg or .html")
    return target
