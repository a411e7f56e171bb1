"""Commands that hand the graph on: export, load."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from talentgraph.cli.output import note, print_line, print_rows, progress_bar
from talentgraph.cli.places import Contacts, Database, Neo4j, User, Workspace, open_store
from talentgraph.errors import TalentGraphError

Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file or folder to write.", show_default=False)]


def export(
    form: Annotated[str | None, typer.Argument(help="A form; without one, the list.", show_default=False)] = None,
    workspace: Workspace = Path("graph"),
    output: Output = None,
    include_contacts: Contacts = False,
) -> None:
    """Write the graph in a form that other programs read."""
    from talentgraph.export import WRITERS
    from talentgraph.export import export as export_graph

    if form is None:
        print_rows([{"form": name, "description": writer.description} for name, writer in WRITERS.items()])
        return
    print_line(str(export_graph(workspace, form, output, include_contacts=include_contacts).resolve()))


def load(
    neo4j: Neo4j = None,
    workspace: Workspace = Path("graph"),
    user: User = "neo4j",
    database: Database = None,
    include_contacts: Contacts = False,
) -> None:
    """Load the graph into Neo4j: what is new or differs is written, what is gone is removed."""
    from talentgraph.export import read_content
    from talentgraph.stores import load as load_graph

    if not neo4j:
        raise TalentGraphError("name the server: talentgraph load --neo4j bolt://localhost:7687")
    content = read_content(workspace, include_contacts=include_contacts)
    with open_store(workspace, neo4j=neo4j, user=user, database=database) as store, progress_bar() as bar:

        def show(done: int, total: int) -> None:
            if bar:
                bar(done, total, "rows")

        try:
            changes = load_graph(store, content.nodes, content.edges, progress=show)
        except KeyboardInterrupt:
            note("ended before all was written; the same command completes it")
            raise
    note(f"{changes.written + changes.unchanged} nodes and relationships are in the database")
    note(f"{changes.written} written, {changes.unchanged} unchanged, {changes.removed} removed")
    if changes.emptied:
        note(f"{changes.emptied} nodes stay, emptied, because relationships that others made end there")
