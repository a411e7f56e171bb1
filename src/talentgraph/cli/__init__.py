"""The command line: one command a verb, each a thin door to one public function.

Results go to stdout, progress and problems to stderr. Exit status: 0 done, 1 done with problems (listed), 2 wrong
usage or nothing readable.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from talentgraph import __version__
from talentgraph.cli import ask, decide, draw, learn, make, measure, serve, share
from talentgraph.cli.output import complain
from talentgraph.cli.registry import registry
from talentgraph.errors import TalentGraphError

app = typer.Typer(
    name="talentgraph",
    help="A folder of CVs becomes a knowledge graph, offline, with the sentence behind every fact.",
    rich_markup_mode=None,  # plain help: importing rich for it would double the time
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
)

for command in (
    make.demo,
    make.extract,
    make.build,
    ask.show,
    ask.find,
    ask.stats,
    ask.query,
    ask.cypher,
    decide.review,
    decide.explain,
    decide.merge,
    decide.not_same,
    decide.split,
    share.export,
    share.load,
    serve.serve,
    learn.train,
):
    app.command()(command)
app.add_typer(draw.draw, name="draw")
app.add_typer(measure.evaluate, name="evaluate")
app.add_typer(registry, name="registry")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"talentgraph {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """A folder of CVs becomes a knowledge graph, offline, with the sentence behind every fact."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line, by default that of this process; always leaves by SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    try:
        app(args=arguments)
    except TalentGraphError as error:
        complain(str(error))
        raise SystemExit(2) from None
    except OSError as error:
        complain(
            f"{error.filename or 'talentgraph'}: {error.strerror or error}; choose another place, or free this one"
        )
        raise SystemExit(2) from None
