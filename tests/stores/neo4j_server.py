"""A real Neo4j for the tests: jars from Maven, kept in a cache folder, and a server on a free loopback port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = "5.26.12"  # as in pom.xml
ENABLE = "install a JDK 17 (java, javac) and Maven (mvn), with access to Maven Central for the first run"
_HERE = Path(__file__).resolve().parent
_PACKAGES = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")


class Unavailable(Exception):
    """Neo4j cannot be had here; the message says why, and how to have it."""


@contextmanager
def server(*, password: bool = False) -> Iterator[str]:
    """The URI of a new, empty server; with `password` it asks for one, at first "neo4j" for the user neo4j."""
    class_path = _prepare()
    home, port = tempfile.mkdtemp(prefix="talentgraph-neo4j-"), _free_port()
    opens = [f"--add-opens={package}=ALL-UNNAMED" for package in _PACKAGES]
    command = ["java", "-Xmx512m", *opens, "-cp", class_path, "Neo4jServer", home, str(port), str(password).lower()]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=home
    )
    try:
        _await_ready(process)
        yield f"bolt://127.0.0.1:{port}"
    finally:
        process.kill()  # its folder goes too, so nothing is lost
        process.communicate()
        shutil.rmtree(home, ignore_errors=True)


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
