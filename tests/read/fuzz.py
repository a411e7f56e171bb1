"""Mutates good files of every format and reports whatever is no ReadError: `python tests/read/fuzz.py --minutes 10`.

Reproduce a finding with the seed that it names: `--seed N --count 1`.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from talentgraph import demo
from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import read

SECONDS = 10
STEERING = re.compile("[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WORDS = [
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", "\u202e".encode(), b"%", b"{", b"}", b"<",
    b">", b"\\", b'"',
    b"<!--", b"&#0;", b"\n", b"\f", b"\t", b" " * 50, b"-1", b"99999999999", b"1e999", b"null", b"[]", b"obj",
    b"stream", b"endstream", b"R", b"\\begin{itemize}", b"\\end{itemize}", b"\\item[", b"\\newcommand{\\a}{\\a}",
    b"***", b"|", b"`",
]  # fmt: skip
TEX = rb"""\documentclass{moderncv}\name{Ada}{Example}\newcommand{\at}[2][x]{\textbf{#2} (#1)}
\begin{document}\section{Experience}\cventry{2010--2014}{Cook}{Acme}{Town}{}{Soup \begin{itemize}\item \at{one} $x^2$
\item[two] \'e \href{https://example.org/%20}{page}\end{itemize}}
\section{Education}\begin{tabular}{ll}a & b\\\end{tabular}
\end{document}"""
ODT = (
    '<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<o:body><o:text><t:h t:outline-level="1">Ada</t:h><t:list>'
    "<t:list-item><t:p>one<t:tab/>two</t:p></t:list-item></t:list>"
    "</o:text></o:body></o:d>"
)
OTHERS: dict[str, bytes] = {
    "a.tex": TEX,
    "a.bib": b'@article{a, title = {The {C}ache}, author = "Ada Example and Bo {\\"O}", year = 2020}\n'
    b'@string{x = "y"}\n',
    "a.yaml": b"cv:\n  name: Ada Example\n  sections:\n    experience:\n"
    b"      - company: Acme\n        start_date: 2020-01\n",
    "a.xml": b"<?xml version='1.0'?><SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Ada</FirstName>"
    b"</PersonName></Identification></LearnerInfo></SkillsPassport>",
    "o.xml": b"<?xml version='1.0'?>"
    b"<record:record xmlns:record='http://www.orcid.org/ns/record'><a>Ada</a></record:record>",
    "o.json": b'{"orcid-identifier": {"path": "0000-0002-1825-0097"}, '
    b'"person": {"name": {"given-names": {"value": "Ada"}}}}',
    "r.json": b'{"content": {"names": [{"fullname": "Ada"}], "history": [{"position": "PhD student", "start": 2010}]}}',
    "j.html": b'<!doctype html><script type="application/ld+json">{"@type": "Person", "name": "Ada"}'
    b"</script><p>Ada</p>",
}


def seeds() -> dict[str, bytes]:
    """Good files of every format by name."""
    found = {path.name: path.read_bytes() for path in sorted(demo.cvs().iterdir())}
    found |= OTHERS
    found["a.odt"] = _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": ODT.encode(),
                           "META-INF/manifest.xml": b"<m/>"})  # fmt: skip
    found["l.zip"] = _zip(
        {"Profile.csv": b"First Name,Last Name\nAda,Example\n", "Positions.csv": b"Company Name,Title\nA,B\n"}
    )
    return found


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with one to eight faults in it; in archives, mostly inside of a part."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        return _zip({**parts, name: mutated(parts[name], chance)})
    for _ in range(chance.randint(1, 8)):
        data = _fault(data, chance)
    return data


def _fault(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    other = chance.randrange(len(data) + 1)
    first, last = min(place, other), max(place, other)
    kind = chance.randrange(8)
    if kind == 0:
        return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    if kind == 1:
        return data[:place] + chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 500)) + data[place:]
    if kind == 2:
        return data[:first] + data[min(last, first + 40) :]
    if kind == 3:
        return data[:place]
    if kind == 4:
        return data[:place] + data[first : first + 200] * chance.choice((1, 2, 50)) + data[place:]
    if kind == 5:
        return (
            data[:place]
            + bytes(byte ^ 1 << chance.randrange(8) for byte in data[place : place + 4])
            + data[place + 4 :]
        )
    if kind == 6:
        return data[:first] + data[last:] + data[first:last]
    numbers = list(re.finditer(rb"\d+", data[:200_000]))
    if not numbers:
        return data
    number = chance.choice(numbers)
    value = str(chance.choice((-1, 0, 1, 255, 65536, 2**31, 2**63))).encode()
    return data[: number.start()] + value + data[number.end() :]


def complaint(path: Path) -> str:
    """What is wrong with how a file is read, "" when nothing is."""
    try:
        found = read(path)
    except ReadError as error:
        cause = error.__cause__
        if error.reason.startswith("cannot be read as") and cause is not None:
            line = _line(cause)
            return f"unforeseen {type(cause).__name__} at {line}" if "Pdfium" not in type(cause).__name__ else ""
        return "" if error.reason and error.remedy else f"an error without a remedy: {error}"
    except TimeoutError:
        return f"took more than {SECONDS} seconds"
    except BaseException as error:
        return f"{type(error).__name__} at {_line(error)}"
    if isinstance(found, Document) and STEERING.search(found.text):
        return "the text holds signs that steer a screen"
    return ""


def _line(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"


def findings(numbers: Iterator[int], folder: Path) -> Iterator[tuple[int, str, str]]:
    """The complaints about mutated files, with the seed and the name of each."""
    good = seeds()
    names = sorted(good)
    for number in numbers:
        chance = random.Random(number)
        name = names[number % len(names)]
        path = folder / name
        path.write_bytes(mutated(good[name], chance))
        if said := complaint(path):
            yield number, name, said


def _zip(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _timed(numbers: Iterator[int], end: float, given: argparse.Namespace) -> Iterator[int]:
    for given.read, number in enumerate(numbers):
        if time.monotonic() > end:
            return
        signal.alarm(SECONDS)
        yield number
    signal.alarm(0)


def _late(_: int, __: FrameType | None) -> NoReturn:
    raise TimeoutError


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--count", type=int, default=sys.maxsize)
    given = options.parse_args()
    signal.signal(signal.SIGALRM, _late)
    numbers = _timed(iter(range(given.seed, given.seed + given.count)), time.monotonic() + 60 * given.minutes, given)
    seen: Counter[str] = Counter()
    last = given.seed
    with tempfile.TemporaryDirectory() as folder:
        for last, name, said in findings(numbers, Path(folder)):
            seen[said] += 1
            if seen[said] == 1:
                sys.stdout.write(f"seed {last}, {name}: {said}\n")
                with suppress(OSError):
                    sys.stdout.flush()
    sys.stdout.write(f"{sum(seen.values())} findings of {len(seen)} kinds in {given.read} files\n")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
