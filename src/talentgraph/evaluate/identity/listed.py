"""Identity over lists: names from a file are resolved as documents are, and pairs of names compared."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from talentgraph.errors import TalentGraphError
from talentgraph.model import Identities, Kind, Profile, Publication, Skill, Source, Work, mention
from talentgraph.resolve import compare, resolve

Row = Mapping[str, str]

_ITEMS, _PAIRS = ("class", "string", "context"), ("id", "class", "left", "right")
_PREDICTION = ("class", "string", "context", "cluster", "parent")
_LINKED = "affiliation"  # a class of its own: organisations that are looked for in the registry


@dataclass(slots=True)
class _Listed:
    """The names of one document, in the order of the file."""

    organizations: list[str] = field(default_factory=list)
    technologies: list[str] = field(default_factory=list)
    papers: list[tuple[str, str, list[str]]] = field(default_factory=list)  # title, venue, authors
    lines: dict[str, int] = field(default_factory=dict)  # title → its number among the papers

    def add(self, kind: Kind, text: str, title: str) -> str:
        """Put a name in; returns the place that it has in the profile."""
        if kind == "person":
            authors = self.papers[self._line(title)][2]
            authors.append(text)
            return f"publications.{self.lines[title]}.authors.{len(authors) - 1}"
        if kind == "venue":
            self.papers.append(("", text, []))
            return f"publications.{len(self.papers) - 1}.publisher"
        names = self.technologies if kind == "technology" else self.organizations
        names.append(text)
        return f"skills.0.keywords.{len(names) - 1}" if kind == "technology" else f"work.{len(names) - 1}.name"

    def profile(self, path: str) -> Profile:
        """The document that says all this and nothing else."""
        return Profile(
            source=Source(path=path, sha256="", media_type="text/plain"),
            work=tuple(Work(name=name) for name in self.organizations),
            skills=(Skill(keywords=tuple(self.technologies)),),
            publications=tuple(
                Publication(name=title or None, publisher=venue or None, authors=tuple(authors))
                for title, venue, authors in self.papers
            ),
        )

    def _line(self, title: str) -> int:
        if title not in self.lines:
            self.lines[title] = len(self.papers)
            self.papers.append((title, "", []))
        return self.lines[title]


def read_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table with tabs between, quotes meaning nothing; raises TalentGraphError if a column is missing."""
    csv.field_size_limit(10_000_000)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
            missing = set(columns) - set(reader.fieldnames or ())
            rows = [{name: value or "" for name, value in row.items() if name} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TalentGraphError(f"cannot read {path}: {error}") from error
    if missing:
        raise TalentGraphError(f"{path} has no column {', '.join(sorted(missing))}; it needs {', '.join(columns)}")
    return rows


def predict_items(items: Iterable[Row]) -> list[dict[str, str]]:
    """The cluster of each name, and that of the organisation or venue that it is part of.

    Names of one `context` stand in one document; that of a person is "document|title of the publication". A context
    "-" or none is a document of its own.

    >>> rows = [{"class": "technology", "string": name, "context": "-"} for name in ("k8s", "Kubernetes", "Go")]
    >>> [row["cluster"] for row in predict_items(rows)]
    ['technology/kubernetes', 'technology/kubernetes', 'technology/go']
    """
    listed: dict[str, _Listed] = defaultdict(_Listed)
    placed = [(row, _place(listed, number, row)) for number, row in enumerate(items)]
    found = resolve([names.profile(path) for path, names in listed.items()])
    above = dict(reversed(found.part_of))
    return [
        {**{name: row[name] for name in _ITEMS}, "cluster": cluster, "parent": _parent(found, above, place)}
        for row, place in placed
        if (cluster := _cluster(found, row, place))
    ]


def predict_pairs(pairs: Iterable[Row], *, line: float = 0.5) -> list[dict[str, str]]:
    """The label of each pair: `same` where the probability reaches the line, else `different`; and the probability."""
    rows = []
    for row in pairs:
        probability = compare(
            _kind(row["class"]),
            row["left"],
            row["right"],
            left_context=row.get("left_context", ""),
            right_context=row.get("right_context", ""),
        ).probability
        label = "same" if probability >= line else "different"
        rows.append({"id": row["id"], "label": label, "probability": f"{probability:.4f}"})
    return rows


def write_predictions(
    folder: Path, *, items: Path | None = None, pairs: Path | None = None, line: float = 0.5
) -> list[Path]:
    """Write `pred.tsv` for a file of names and `pairs.tsv` for one of pairs into a folder, which is made."""
    named = read_rows(items, _ITEMS) if items else None
    asked = read_rows(pairs, _PAIRS) if pairs else None
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    if named is not None:
        written.append(_write(folder / "pred.tsv", _PREDICTION, predict_items(named)))
    if asked is not None:
        written.append(_write(folder / "pairs.tsv", ("id", "label", "probability"), predict_pairs(asked, line=line)))
    return written


def _place(listed: dict[str, _Listed], number: int, row: Row) -> str:
    """Put a name into its document; returns the mention that it becomes there."""
    context, _, title = row["context"].partition("|")
    path = f"listed/{context}" if context not in ("", "-") else f"alone/{number}"
    return mention(path, listed[path].add(_kind(row["class"]), row["string"], title))


def _kind(name: str) -> Kind:
    kind: Kind | None = next((kind for kind in get_args(Kind) if kind == name), None)
    if name == _LINKED:
        return "organization"
    if kind is None:
        raise TalentGraphError(f"unknown class {name!r}; known are {', '.join((*get_args(Kind), _LINKED))}")
    return kind


def _cluster(found: Identities, row: Row, place: str) -> str:
    """The node of a mention; for an affiliation its id in the registry. Empty where nothing is known."""
    node = found.mentions.get(place, "")
    return found.nodes[node].properties.get("rorId", "") if node and row["class"] == _LINKED else node


def _parent(found: Identities, above: Mapping[str, str], place: str) -> str:
    """What a mention is part of: the whole that it names itself, else one that its node is part of."""
    node = found.mentions[place]
    whole = found.mentions.get(f"{place}.whole", "")
    return whole if whole and whole != node else above.get(node, "")


def _write(target: Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    """Write a table with tabs between; blanks of every kind inside a value become one."""
    lines = ["\t".join(columns), *("\t".join(" ".join(row[name].split()) for name in columns) for row in rows)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return target
