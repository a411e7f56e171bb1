"""The commands of the registry of organisations: registry import ror."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from talentgraph.cli.output import note

registry = typer.Typer(help="The registry of research organisations that names are linked to.", no_args_is_help=True)
imports = typer.Typer(help="Take a registry in.", no_args_is_help=True)
registry.add_typer(imports, name="import")


@imports.callback()
def _import() -> None:
    """Take a registry in."""


@imports.command()
def ror(
    file: Annotated[Path, typer.Argument(help="The dump in schema 2: the zip as published, or the JSON inside it.")],
    to: Annotated[
        Path | None,
        typer.Option(help="Where the index goes, by default the user's data folder, or $TALENTGRAPH_REGISTRY."),
    ] = None,
) -> None:
    """Take in the Research Organization Registry, so that organisations have their ROR ids from the next build on."""
    from talentgraph.cli.output import progress_bar
    from talentgraph.errors import TalentGraphError
    from talentgraph.resolve.registry import default_path, import_ror

    target = to or default_path()
    if target is None:
        raise TalentGraphError("$TALENTGRAPH_REGISTRY is empty, which means no registry; name a file with --to")
    with progress_bar() as progress:
        count = import_ror(
            file, target, progress=(lambda done: progress(done, done, "organisations")) if progress else None
        )
    note(f"{count} organisations are in {target}")
    if to and to != default_path():
        note(f"builds find it with TALENTGRAPH_REGISTRY={target}")
