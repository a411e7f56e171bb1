"""Where a command looks: the options for a workspace and for Neo4j, and the store behind them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentgraph.errors import StoreError

if TYPE_CHECKING:
    from talentgraph.stores import Store

Workspace = Annotated[Path, typer.Option("--workspace", "-w", help="The folder that `build` wrote.")]
Neo4j = Annotated[
    str | None,
    typer.Option("--neo4j", help="Ask a Neo4j server, as bolt://localhost:7687; password from NEO4J_PASSWORD."),
]
User = Annotated[str, typer.Option(help="The user on the Neo4j server.")]
Database = Annotated[str | None, typer.Option(help="The database on the Neo4j server.")]
Contacts = Annotated[bool, typer.Option("--include-contacts", help="Take e-mail addresses and the like along.")]


@contextmanager
def open_store(folder: Path, *, neo4j: str | None, user: str, database: str | None) -> Iterator[Store]:
    """The database of a workspace, or a Neo4j server where a URI is given."""
    from talentgraph import stores
    from talentgraph.workspace import locate

    if neo4j:
        store = stores.open_neo4j(neo4j, user=user, password=password(user), database=database)
    else:
        store = stores.open_embedded(locate(folder) / "store", read_only=True)
    try:
        yield store
    finally:
        store.close()


def password(user: str) -> str:
    """The password from the environment or a prompt, never from the command line; empty where none is wanted."""
    given = os.environ.get("NEO4J_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise StoreError("no password; set NEO4J_PASSWORD, to nothing where the server asks for none")
    return str(typer.prompt(f"Password of {user}", default="", show_default=False, hide_input=True, err=True))
