"""A real Neo4j for the tests: jars from Maven, kept in a cache folder, and a server on a free loopback port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

VERSION = "5.26.12"  # as in pom.xml
ENABLE = "install a JDK 17 (java, javac) and Maven (mvn), with access to Maven Central for the first run"
_HERE = Path(__file__).resolve().parent
_PACKAGES = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")


class Unavailable(Exception):
    """Neo4j cannot be had here; the message says why, and how to have it."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs, and what kills it as a power cut would."""

    uri: str
    pid: int
    kill: Callable[[], None]


@contextmanager
def server(*, password: bool = False) -> Iterator[str]:
    """The URI of a new, empty server; with `password` it asks for one, at first "neo4j" for the user neo4j."""
    with new_home() as home, running(home, password=password) as started:
        yield started.uri


@contextmanager
def new_home() -> Iterator[Path]:
    """A folder for the data of a server."""
    home = Path(tempfile.mkdtemp(prefix="talentgraph-neo4j-"))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def running(home: Path, *, password: bool = False, read_only: bool = False, port: int = 0) -> Iterator[Server]:
    """A server on a home, which may hold data of an earlier one; it is killed at the end."""
    port = port or _free_port()
    arguments = [str(home), str(port), str(password).lower(), str(read_only).lower()]
    process = subprocess.Popen(
        [*java(), "Neo4jServer", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=home,
    )

    def kill() -> None:
        process.kill()
        process.communicate()

    try:
        _await_ready(process)
        yield Server(f"bolt://127.0.0.1:{port}", process.pid, kill)
    finally:
        kill()


def java() -> list[str]:
    """The command that runs a class of Neo4j, which comes next."""
    class_path = _prepare()
    return ["java", "-Xmx512m", *(f"--add-opens={package}=ALL-UNNAMED" for package in _PACKAGES), "-cp", class_path]


def import_folder(home: Path, folder: Path) -> str:
    """Let the offline importer make the database of a new home, as import.args in the folder says; what it says."""
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").touch()
    command = [*java(), "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@import.args"]
    env = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError("the import failed: " + (done.stdout + done.stderr)[-2000:])
    return done.stdout


@lru_cache(maxsize=1)
def _prepare() -> str:
    """The class path, made on the first call: some 116 MB of jars, and the small server class."""
    missing = [tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None]
    if missing:
        raise Unavailable(f"no {', '.join(missing)} for Neo4j: {ENABLE}")
    folder = _cache() / f"neo4j-{VERSION}"
    jars, classes = folder / "lib", folder / "classes"
    if not jars.is_dir():
        _fetch(jars)
    classes.mkdir(exist_ok=True)
    _run(["javac", "-cp", f"{jars}/*", "-d", str(classes), str(_HERE / "Neo4jServer.java")])
    return os.pathsep.join((str(classes), f"{jars}/*"))


def _fetch(jars: Path) -> None:
    """Let Maven copy the jars beside their place, then put them there: a fetch that breaks leaves nothing."""
    jars.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="lib-", dir=jars.parent))
    try:
        _run(
            [
                "mvn",
                "-q",
                "-B",
                "-f",
                str(_HERE / "pom.xml"),
                "dependency:copy-dependencies",
                f"-DoutputDirectory={part}",
            ]
        )
        part.rename(jars)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return Path(home) / "talentgraph" if home else _HERE.parents[1] / ".cache"


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{command[0]} failed for Neo4j: {(done.stdout + done.stderr)[-500:]}; {ENABLE}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_ready(process: subprocess.Popen[str]) -> None:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if line.strip() == "ready":
            return
    raise RuntimeError("Neo4j did not start: " + "".join(said)[-2000:])
