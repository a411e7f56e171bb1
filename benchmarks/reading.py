# ruff: noqa: T201
"""How well and how fast documents are read, per variant of a folder of CVs with their facts.

    python benchmarks/reading.py --eval FOLDER [--variants kendall-print,layout] [--people 10] [--misses]

FOLDER holds `cvs/<person>/<variant>.<suffix>`, `gold/<person>.json` (JSON Resume) and `coverage.json`, which names the
facts that a document does not show. Columns:

    verbatim   share of the strings shown that are found whole; letters and digits count, and a name may be turned round
    cohesion   share of jobs whose employer, title and years lie within BLOCK lines; the employer of several roles may
               stand further above
    kinds      share of records that lie in a section of their kind
    pages/s    PDF pages a second of processor time, from bytes to Document
    ratio      that time, divided by what pypdfium2 alone needs for the text of the same pages
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

from talentgraph.model import Document, Source
from talentgraph.read import read
from talentgraph.read.pdf import read_pdf

BLOCK = 6  # lines
NAMES = {
    "work": ("name", "position"),
    "education": ("institution", "studyType", "area", "advisor"),
    "publications": ("name", "publisher", "authors"),
    "skills": ("name", "keywords"),
    "awards": ("title",),
    "projects": ("name",),
    "certificates": ("name",),
    "languages": ("language",),
}


class Flat(NamedTuple):
    """The letters and digits of a text, and where each of them stood."""

    text: str
    places: list[int]


class Fact(NamedTuple):
    """A string of the gold."""

    section: str
    record: int
    key: str
    value: str


def main() -> None:
    options = _options()
    root = Path(options.eval)
    hidden = json.loads((root / "coverage.json").read_text(encoding="utf-8"))["documents"]
    totals: dict[str, Counter[str]] = {}
    for path in sorted((root / "cvs").glob("*/*"))[: 6 * options.people or None]:
        if options.variants and path.stem not in options.variants.split(","):
            continue
        gold = json.loads((root / "gold" / f"{path.parent.name}.json").read_text(encoding="utf-8"))
        cover = hidden[path.parent.name][path.stem]
        counts = totals.setdefault(path.stem, Counter())
        for miss in measure(path, gold, set(cover["hidden"]), counts):
            if options.misses:
                print(path.parent.name, path.stem, miss)
    _report(totals)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well and how fast documents are read")
    parser.add_argument("--eval", required=True, help="a folder with cvs, gold and coverage.json")
    parser.add_argument("--variants", default="", help="only these, parted by commas")
    parser.add_argument("--people", type=int, default=0, help="only the documents of about so many people")
    parser.add_argument("--misses", action="store_true", help="say what was not found (shows document text)")
    return parser.parse_args()


def measure(path: Path, gold: dict[str, Any], hidden: set[str], counts: Counter[str]) -> Iterator[str]:
    """Count the hits of one document; yields what was missed."""
    document = read(path)
    assert isinstance(document, Document)
    if path.suffix == ".pdf":
        _time(path, counts)
    flat = flatten(document.text)
    yield from _verbatim(gold, hidden, flat, counts)
    yield from _cohesion(gold, hidden, document, flat, counts)
    yield from _kinds(gold, hidden, document, flat, counts)


def _time(path: Path, counts: Counter[str]) -> None:
    """Both ways in turn, on the same bytes; the better of two."""
    data = path.read_bytes()
    source = Source(path=path.name, sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf")
    ours, bare = [], []
    for _ in range(2):
        ours.append(_spent(lambda: read_pdf(data, source)))
        bare.append(_spent(lambda: _bare_text(data)))
    counts["ours"] += min(ours)  # type: ignore[assignment]
    counts["bare"] += min(bare)  # type: ignore[assignment]
    counts["pages"] += _bare_text(data)


def _spent(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _bare_text(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        return len(document)


def flatten(text: str) -> Flat:
    """Letters that count when strings are compared."""
    letters, places = [], []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKC", letter).casefold():
            if part.isalnum() or part in "+#":
                letters.append(part)
                places.append(place)
    return Flat("".join(letters), places)


def facts(gold: dict[str, Any], hidden: set[str]) -> Iterator[Fact]:
    """All strings that the document shows."""
    if gold.get("basics", {}).get("name"):
        yield Fact("basics", 0, "name", gold["basics"]["name"])
    for section, keys in NAMES.items():
        for number, record in enumerate(gold.get(section, ())):
            for key in keys:
                value = record.get(key)
                values = value if isinstance(value, list) else [value]
                for item, name in enumerate(values):
                    paths = {f"{section}.{number}.{key}", f"{section}.{number}.{key}.{item}"}
                    if name and not paths & hidden:
                        yield Fact(section, number, key, name)


def _verbatim(gold: dict[str, Any], hidden: set[str], flat: Flat, counts: Counter[str]) -> Iterator[str]:
    for fact in facts(gold, hidden):
        counts["strings"] += 1
        if any(flatten(form).text in flat.text for form in _forms(fact)):
            counts["found"] += 1
        else:
            yield f"verbatim {fact}"


def _forms(fact: Fact) -> Iterator[str]:
    """How a string may be written: people also with the last name first."""
    yield fact.value
    words = fact.value.split()
    if fact.key == "authors":
        yield from (" ".join([*words[place:], *words[:place]]) for place in range(1, len(words)))


def _cohesion(
    gold: dict[str, Any], hidden: set[str], document: Document, flat: Flat, counts: Counter[str]
) -> Iterator[str]:
    starts = [line.start for line in document.lines]
    names = {job.get("name") for job in gold.get("work", ())}
    for number, job in enumerate(gold.get("work", ())):
        parts = [job.get("name"), job.get("position")]
        for key in ("startDate", "endDate"):
            if job.get(key) and f"work.{number}.{key}" not in hidden:
                parts.append(job[key][:4])
        rows = [[bisect_right(starts, place) for place in places(flat, part)] for part in parts if part]
        if len(rows) < 3:
            continue
        counts["jobs"] += 1
        others = [bisect_right(starts, place) for name in names - {parts[0]} for place in places(flat, name or "")]
        rows[0] += _inherited(rows[0], rows[1], others)
        if all(rows) and _width(rows) < BLOCK:
            counts["whole"] += 1
        else:
            yield f"cohesion {parts}"


def _inherited(employers: list[int], titles: list[int], others: list[int]) -> Iterator[int]:
    """Lines of titles that stand below an employer, with no other employer between: a further role there."""
    for title in titles:
        above = max((line for line in employers if line <= title), default=None)
        if above is not None and not any(above < line <= title for line in others):
            yield title


def _width(rows: list[list[int]]) -> int:
    """The least number of lines from the first to the last of one line of each list."""
    best = 10**9
    for anchor in rows[0]:
        near = [min(row, key=lambda line: abs(line - anchor)) for row in rows]
        best = min(best, max(near) - min(near))
    return best


def places(flat: Flat, value: str) -> list[int]:
    """Where a string stands in a document."""
    word = flatten(value).text
    found = [match.start() for match in re.finditer(re.escape(word), flat.text)] if word else []
    return [flat.places[place] for place in found]


def _kinds(
    gold: dict[str, Any], hidden: set[str], document: Document, flat: Flat, counts: Counter[str]
) -> Iterator[str]:
    for fact in _first(facts(gold, hidden)):
        found = places(flat, fact.value)
        if not found:
            continue
        counts["records"] += 1
        kinds = {
            section.kind for section in document.sections for place in found if section.start <= place < section.end
        }
        if fact.section in kinds:
            counts["kinds"] += 1
        else:
            yield f"kinds {fact.section} {fact.value!r} in {sorted(kinds)}"


def _first(all_facts: Iterable[Fact]) -> Iterator[Fact]:
    """The first string of each record."""
    seen = set()
    for fact in all_facts:
        if fact.section != "basics" and (fact.section, fact.record) not in seen:
            seen.add((fact.section, fact.record))
            yield fact


def _report(totals: dict[str, Counter[str]]) -> None:
    print(f"{'variant':14} {'verbatim':>9} {'cohesion':>9} {'kinds':>9} {'pages/s':>8} {'ratio':>6}")
    rows = [*sorted(totals.items()), ("all", sum(totals.values(), Counter()))]
    for variant, counts in rows:
        shares = [
            f"{100 * counts[hits] / max(counts[of], 1):9.2f}"
            for hits, of in (("found", "strings"), ("whole", "jobs"), ("kinds", "records"))
        ]
        speed = (
            f"{counts['pages'] / counts['ours']:8.1f} {counts['ours'] / counts['bare']:6.2f}" if counts["bare"] else ""
        )
        print(f"{variant:14}", *shares, speed)


if __name__ == "__main__":
    main()
