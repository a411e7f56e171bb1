"""Mutates good files of each format and reports whatever its reader makes of them that is no ReadError.

    python tests/read/fuzz.py --formats docx,odt --minutes 10

Each reader gets the given minutes of processor time, in a process of its own with limits. Reproduce a finding with
the format and the seed that it names: `--formats docx --seed N --count 1`.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import mmap
import os
import random
import re
import signal
import struct
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source
from talentgraph.read import READERS, read

SECONDS, BYTES = 10, 1024**3  # that a file may cost
STEERING = re.compile("[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WORDS = [
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", "\u202e".encode(), b"%", b"{", b"}", b"<",
    b">", b"\\", b'"', b"'", b"&", b"&amp;", b"]]>", b"<![CDATA[", b"<!DOCTYPE a [", b",", b":", b"- ", b"&a", b"*a",
    b"<!--", b"&#0;", b"\n", b"\f", b"\t", b" " * 50, b"-1", b"99999999999", b"1e999", b"null", b"[]", b"obj",
    b"stream", b"endstream", b"R", b"\\begin{itemize}", b"\\end{itemize}", b"\\item[", b"\\newcommand{\\a}{\\a}",
    b"***", b"|", b"`", b"0000", b"9999-99-99", b"\\u0000", b"\\ud800", b"NaN", b"true", b"@", b"(", b")",
]  # fmt: skip
Read = Callable[[Path], Document | Profile]


class Seed(NamedTuple):
    """A good file."""

    form: str
    name: str
    data: bytes


@cache
def seeds() -> tuple[Seed, ...]:
    """Good files, at least one of each format."""
    sys.path.append(str(Path(__file__).parents[1]))  # where this is run as a script
    from read import good

    return tuple(Seed(*row) for row in good.files())


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """A file with one to eight faults in it; in archives, mostly inside of a part."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        return _zip({**parts, name: mutated(parts[name], chance)})
    for _ in range(chance.randint(1, 8)):
        data = _fault(data, chance, others)
    return data


def _fault(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    place, other = (chance.randrange(len(data) + 1) for _ in range(2))
    first, last = min(place, other), max(place, other)
    kind = chance.randrange(9)
    if kind == 0:
        return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    if kind == 1:
        return data[:place] + chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 500)) + data[place:]
    if kind == 2:
        return data[:first] + data[min(last, first + 40) :]
    if kind == 3:
        return data[: max(place, len(data) // 2)]
    if kind == 4:
        return data[:place] + data[first : first + 200] * chance.choice((1, 2, 50)) + data[place:]
    if kind == 5:
        flipped = bytes(byte ^ 1 << chance.randrange(8) for byte in data[place : place + 4])
        return data[:place] + flipped + data[place + 4 :]
    if kind == 6:
        return data[:first] + data[last:] + data[first:last]
    if kind == 7 and others:
        graft = chance.choice(others)
        start = chance.randrange(len(graft) + 1)
        return data[:place] + graft[start : start + chance.choice((20, 200, 2000))] + data[place:]
    return _renumbered(data, chance)


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", data[:200_000]))
    if not numbers:
        return data
    number = chance.choice(numbers)
    value = str(chance.choice((-1, 0, 1, 13, 99, 255, 65536, 2**31, 2**63, 10**400))).encode()
    return data[: number.start()] + value + data[number.end() :]


def complaint(path: Path, read: Read = read) -> str:
    """What is wrong with how a file is read, "" when nothing is."""
    try:
        found = read(path)
    except ReadError as error:
        cause = error.__cause__
        if error.reason.startswith("cannot be read as") and cause is not None and "Pdfium" not in type(cause).__name__:
            return f"unforeseen {type(cause).__name__} at {_line(cause)}"
        return "" if error.reason and error.remedy else f"an error without a remedy: {error}"
    except TimeoutError:
        return f"took more than {SECONDS} seconds"
    except BaseException as error:
        known = "Pdfium" in type(error).__name__  # of a damaged page; `read` makes it a ReadError
        return "" if known else f"{type(error).__name__} at {_line(error)}"
    if isinstance(found, Document):
        return "the text holds signs that steer a screen" if STEERING.search(found.text) else ""
    return "evidence outside of the text" if any(not _inside(found.text, span) for span in _spans(found)) else ""


def _spans(item: Any) -> Iterator[tuple[int, int]]:
    """All evidence in a profile."""
    if isinstance(item, Mapping):
        yield from (span for spans in item.values() if isinstance(spans, tuple) for span in spans)
    elif isinstance(item, tuple):
        for each in item:
            yield from _spans(each)
    elif is_dataclass(item):
        for field in fields(item):
            if field.name != "sections":
                yield from _spans(getattr(item, field.name))


def _inside(text: str, span: tuple[int, int]) -> bool:
    return 0 <= span[0] <= span[1] <= len(text)


def _line(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"


def straight(form: str) -> Read:
    """Reads a file as one of a format, whatever it looks like."""

    def function(path: Path) -> Document | Profile:
        data = path.read_bytes()
        made = Source(path=path.name, sha256=hashlib.sha256(data).hexdigest(), media_type=READERS[form].media_type)
        if not data.strip():
            raise ReadError(path.name, "is empty", "leave it out")
        try:
            return READERS[form].reader()(data, made, **{"owner": None} if "owner" in READERS[form].options else {})
        except RecursionError as error:  # as `read` has it
            raise ReadError(path.name, "is nested too deeply", "save it anew") from error

    return function


def findings(numbers: Iterable[int], folder: Path, form: str = "") -> Iterator[tuple[int, str, str]]:
    """The complaints about mutated files, with the seed and the name of each.

    Of one format, every other file goes straight to its reader; the others are told from what they hold, first.
    """
    good = [seed for seed in seeds() if form in ("", seed.form)]
    for number in numbers:
        chance = random.Random(number)
        seed = good[number % len(good)]
        path = folder / seed.name
        path.write_bytes(mutated(seed.data, chance, [other.data for other in good if other.form == seed.form]))
        way = straight(seed.form) if form and number // len(good) % 2 else read
        if said := complaint(path, way):
            yield number, seed.name, said


def _zip(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


class Watch:
    """Runs the files of one format in a child with limits; begins again behind a file that ends the child."""

    def __init__(self, form: str, minutes: float, numbers: range, *, doubts: bool = True) -> None:
        self.form, self.seconds, self.numbers, self.doubts = form, 60 * minutes, numbers, doubts
        self.now = mmap.mmap(-1, 8)  # the number that the child is at
        self.spent, self.read, self.seen = 0.0, 0, Counter[str]()

    def run(self) -> None:
        """Until the time or the numbers are used up."""
        self.now[:] = struct.pack("q", self.numbers.start - 1)
        while self.spent < self.seconds and (start := self._at() + 1) < self.numbers.stop:
            status = self._one_child(start)
            self.read += self._at() + 1 - start
            if status and self._again(self._at()):
                self.tell(self._at(), "?", f"the process ended with {status}")

    def tell(self, number: int, name: str, said: str) -> None:
        """A finding; of each kind the first is printed."""
        if "Timeout" in said and not self._again(number):
            return
        self.seen[said] += 1
        if self.doubts and self.seen[said] == 1:
            sys.stdout.write(f"{self.form}: seed {number}, {name}: {said}\n")
            sys.stdout.flush()

    def _again(self, number: int) -> bool:
        """Whether a file is a finding a second time, too: on a busy machine, clocks may be wrong once."""
        if not self.doubts:
            return True
        second = Watch(self.form, 1, range(number, number + 1), doubts=False)
        second.run()
        return bool(second.seen)

    def _at(self) -> int:
        return int(struct.unpack("q", self.now[:])[0])

    def _one_child(self, start: int) -> int:
        inside, outside = os.pipe()
        child = os.fork()
        if not child:
            os.close(inside)
            self._work(start, outside)
        os.close(outside)
        with open(inside, encoding="utf-8") as pipe:  # noqa: PTH123
            for line in pipe:
                self.tell(*json.loads(line))
        _, status, usage = os.wait4(child, 0)
        self.spent += usage.ru_utime + usage.ru_stime
        return os.waitstatus_to_exitcode(status)

    def _work(self, start: int, outside: int) -> NoReturn:
        _limit_memory()
        signal.signal(signal.SIGPROF, _late)
        with TemporaryDirectory() as folder, open(outside, "w", encoding="utf-8") as pipe:  # noqa: PTH123
            for found in findings(self._counted(start), Path(folder), self.form):
                pipe.write(json.dumps(found) + "\n")
                pipe.flush()
        os._exit(0)

    def _counted(self, start: int) -> Iterator[int]:
        """The numbers while there is time; each arms the clock for its file."""
        for number in islice(count(start), max(0, self.numbers.stop - start)):
            signal.setitimer(signal.ITIMER_PROF, 0)
            if self.spent + time.process_time() > self.seconds:
                return
            self.now[:] = struct.pack("q", number)
            _limit_time()
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            yield number
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory() -> None:
    import resource

    size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + BYTES, size + BYTES))


def _limit_time() -> None:
    """End the process soon after a file's time: what runs in C hears no clock."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + SECONDS + 3, hard))


def _late(_: int, __: FrameType | None) -> NoReturn:
    raise TimeoutError


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--formats", default=",".join(READERS), help="names of readers, parted by commas")
    options.add_argument("--minutes", type=float, default=1.0, help="of processor time, for each reader")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--count", type=int, default=10**9)
    given = options.parse_args()
    found = 0
    for form in given.formats.split(","):
        READERS[form].reader()  # imported before the clock runs
        watch = Watch(form, given.minutes, range(given.seed, given.seed + given.count))
        watch.run()
        found += watch.seen.total()
        said = f"{watch.seen.total()} findings of {len(watch.seen)} kinds in {watch.read} files"
        sys.stdout.write(f"{form}: {said}, {watch.spent / 60:.1f} minutes\n")
        sys.stdout.flush()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
