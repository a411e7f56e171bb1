"""Reads the files of a folder, each in a process of its own with limits, and prints a line of JSON about each.

What a reader may not do (connect, start programs, open files elsewhere) ends its process.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import READERS, read

SECONDS, BYTES = 10, 1024**3
FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def guard(folder: Path) -> None:
    """End this process at the first thing that a reader may not do."""
    allowed = tuple({str(folder), sys.prefix, sys.base_prefix, str(Path(__file__).parents[2])})

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in FORBIDDEN:
            stop(event)
        if event == "open" and isinstance(arguments[0], str | bytes):
            path, flags = os.fsdecode(arguments[0]), arguments[2]
            if not os.path.abspath(path).startswith(allowed) or (isinstance(flags, int) and flags & WRITES):  # noqa: PTH100
                stop(f"open {path}")

    sys.addaudithook(hook)


def stop(what: str) -> None:
    os.write(1, json.dumps({"forbidden": what}).encode())
    os._exit(3)


def outcome(path: Path, root: Path) -> dict[str, Any]:
    """How reading a file ends."""
    try:
        found = read(path, root=root)
    except ReadError as error:
        return {"error": error.reason, "remedy": error.remedy}
    text = found.text
    return {
        "read": type(found).__name__,
        "text": text[:5000] if isinstance(found, Document) else "",
        "length": len(text),
    }


def report(path: Path, root: Path) -> None:
    """Read a file under limits and print how that ended."""
    size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + BYTES, size + BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    guard(root)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = outcome(path, root)
    seconds = time.process_time() - start
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    os.write(1, json.dumps({**found, "seconds": round(seconds, 2), "mib": peak}).encode())


def main(root: Path) -> None:
    for form in READERS.values():
        form.reader()
    for module in ("defusedxml.ElementTree", "selectolax.lexbor", "pypdfium2", "yaml", "encodings.idna"):
        try:
            import_module(module)
        except ImportError:
            continue
    for path in sorted(root.iterdir()):
        inside, outside = os.pipe()
        child = os.fork()
        if not child:
            os.dup2(outside, 1)
            try:
                report(path, root)
            except BaseException as error:
                os.write(1, json.dumps({"raised": repr(error)[:300]}).encode())
            os._exit(0)
        os.close(outside)
        with open(inside, "rb") as pipe:  # noqa: PTH123
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        found = json.loads(said) if said else {"killed": os.waitstatus_to_exitcode(status)}
        sys.stdout.write(json.dumps({"name": path.name, **found}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
