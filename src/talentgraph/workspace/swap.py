"""Replacing a folder as a whole, so that a process killed at any moment leaves the old one or the new one.

The new folder is written beside the old one. Two renames swap them: the old one steps aside, the new one takes its
place. Where a process dies between the two, `settle` puts the old one back when the folder is next opened.

    .NAME.new-…      being written
    .NAME.previous   the old folder, between the two renames
    .NAME.gone-…     on its way out
    .NAME.lock       held by the one who writes; the system lets go of it when the process ends
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from talentgraph.errors import WorkspaceError

_PATIENCE = 30.0  # seconds to wait for another writer


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new, empty folder that takes the place of `folder` when the block ends well, and vanishes otherwise."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        _settle(folder)
        _sweep(folder)
        staging = _beside(folder, f"new-{secrets.token_hex(4)}")
        staging.mkdir()
        try:
            yield staging
            _swap(staging, folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def settle(folder: Path) -> Path:
    """The folder, put back in its place where a swap was cut in the middle."""
    folder = folder.resolve()
    if not folder.exists() and _beside(folder, "previous").exists():
        with locked(folder):
            _settle(folder)
    return folder


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the right to change a folder; raises WorkspaceError when another process keeps it for long."""
    path = _beside(folder.resolve(), "lock")
    deadline = time.monotonic() + patience
    while (file := _grasp(path)) is None:
        if time.monotonic() > deadline:
            raise WorkspaceError(f"{folder}: another talentgraph process is writing it; wait for it and try again")
        time.sleep(0.05)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        file.close()


def _swap(staging: Path, folder: Path) -> None:
    previous = _beside(folder, "previous")
    try:
        if folder.exists():
            folder.rename(previous)
        staging.rename(folder)
    except OSError as error:
        if previous.exists() and not folder.exists():
            previous.rename(folder)
        reason = error.strerror or "it cannot be renamed"
        raise WorkspaceError(
            f"{folder}: {reason}; close programs that have it open, or choose a folder that is not a mount point"
        ) from error
    _sweep(folder)


def _settle(folder: Path) -> None:
    previous = _beside(folder, "previous")
    if previous.exists() and not folder.exists():
        previous.rename(folder)


def _sweep(folder: Path) -> None:
    """Remove what dead processes left beside the folder. Only the holder of the lock may do this."""
    previous = _beside(folder, "previous")
    if previous.exists():  # renamed first, so that a half removed folder is never put back
        previous.rename(_beside(folder, f"gone-{secrets.token_hex(4)}"))
    prefixes = (f".{folder.name}.new-", f".{folder.name}.gone-")
    for entry in folder.parent.iterdir():
        if entry.name.startswith(prefixes) and entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)


def _beside(folder: Path, ending: str) -> Path:
    return folder.parent / f".{folder.name}.{ending}"


def _grasp(path: Path) -> IO[bytes] | None:
    """The open and locked file, or None when someone else holds it."""
    try:
        file = path.open("ab")
    except OSError as error:
        raise WorkspaceError(f"{path.parent}: {error.strerror}; choose a folder that you may write to") from error
    try:
        _lock(file)
        if os.fstat(file.fileno()).st_ino == path.stat().st_ino:  # not removed by its last holder meanwhile
            return file
    except OSError:
        pass
    file.close()
    return None


if os.name == "nt":  # pragma: no cover

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
