"""The embedded database behind Bolt on loopback, so that Neo4j's own drivers and tools can ask it.

The engine's Bolt door takes a read-only database only outside transactions, and drivers always open one. So a copy is
served, to a user who has the right to read and no other; with `writable` it is the database itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from talentgraph.errors import StoreError
from talentgraph.stores.embedded import engine

USER = "neo4j"
_HOST, _NAME = "127.0.0.1", "store"
_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_ROUNDS = 65536
_MANAGE = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
_CHANGE = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


@contextmanager
def serving(folder: Path, *, password: str, port: int = 7687, writable: bool = False) -> Iterator[str]:
    """The address of the database in `folder` for the user neo4j, as long as the block lasts.

    Raises MissingExtra where the engine is not installed, StoreError when there is no database, the port is taken, or
    the engine has no Bolt door.
    """
    arcadedb = engine()
    folder = folder.absolute()
    if not arcadedb.database_exists(str(folder)):
        raise StoreError(f"{folder}: there is no database here; make one with `talentgraph build`")
    _check_port(port)
    root = Path(tempfile.mkdtemp(prefix="talentgraph-serve-"))  # for this user only
    try:
        _write_rights(root / "config", password, writable=writable)
        databases = folder.parent if writable else root / "databases"
        if not writable:
            shutil.copytree(folder, databases / _NAME)
        server = _start(arcadedb, root, databases, port)
        try:
            yield f"bolt://{_HOST}:{port}"
        finally:
            server.stop()
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _start(arcadedb: Any, root: Path, databases: Path, port: int) -> Any:
    settings = {
        "host": _HOST,
        "http_port": _free_port(),  # the engine has no server without it; the same users and rights hold there
        "server_plugins": _PLUGIN,
        "bolt_host": _HOST,
        "bolt_port": port,
        "bolt_defaultDatabase": _NAME,
        "server_databaseDirectory": str(databases),
    }
    server = arcadedb.create_server(root_path=str(root), config=settings)
    try:
        server.start()
    except arcadedb.ArcadeDBError as error:
        raise StoreError(f"the embedded database ({arcadedb.__version__}) opens no Bolt door here: {error}") from error
    return server


def _write_rights(folder: Path, password: str, *, writable: bool) -> None:
    """Say who may enter, and what they may do."""
    folder.mkdir()
    rights = {"admin": (_MANAGE, _CHANGE), "reader": ([], ["readRecord"]), "*": ([], [])}
    groups = {
        name: {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}
        for name, (access, records) in rights.items()
    }
    users = {"root": ("admin", secrets.token_urlsafe(32)), USER: ("admin" if writable else "reader", password)}
    rows = [
        {"name": name, "databases": {"*": [group]}, "password": _hashed(secret)}
        for name, (group, secret) in users.items()
    ]
    (folder / "server-groups.json").write_text(json.dumps({"version": 2, "databases": {"*": {"groups": groups}}}))
    (folder / "server-users.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def _hashed(password: str) -> str:
    """A password as the engine keeps it."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(digest).decode()}"


def _check_port(port: int) -> None:
    """Raise StoreError unless the port is free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            raise StoreError(f"port {port} is taken or not allowed here; choose another with --port") from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])
