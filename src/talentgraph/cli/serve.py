"""The command that lets other programs ask: serve."""

from __future__ import annotations

import os
import secrets
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from talentgraph.cli.output import note, print_line
from talentgraph.cli.places import Workspace


def serve(
    workspace: Workspace = Path("graph"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port, on this machine only.")] = 7687,
    writable: Annotated[bool, typer.Option(help="Let clients write; the next build undoes it.")] = False,
) -> None:
    """Let Neo4j's drivers and tools ask the embedded database over Bolt, until Ctrl-C."""
    from talentgraph.stores.bolt import USER, serving
    from talentgraph.workspace import locate

    given = os.environ.get("NEO4J_PASSWORD")
    password = given or secrets.token_urlsafe(12)
    with (
        _ended_by_signals(),
        serving(locate(workspace) / "store", password=password, port=port, writable=writable) as uri,
    ):
        print_line(uri)
        sys.stdout.flush()
        secret = "the password in NEO4J_PASSWORD" if given else f"password {password}"
        note(f"user {USER}, {secret}, {'writable' if writable else 'read-only'}; Ctrl-C ends it")
        threading.Event().wait()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End the block, in good order, when the process is told to end."""

    def end(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt:
        note("ended")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
