"""The graph in the files of other programs: one module a form, all of them in WRITERS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Generic, TypeVar

from talentgraph import graph, workspace
from talentgraph.errors import TalentGraphError
from talentgraph.export import json_resume, neo4j_admin, node_link, script, tables, xml
from talentgraph.export.content import Content
from talentgraph.model import Edge, Node

R = TypeVar("R", Node, Edge)


@dataclass(frozen=True, slots=True)
class Writer:
    """A form of export. `suffix` is that of its file; without one it writes a folder.

    One that `streams` needs nothing but the rows, and gets them as they are read.
    """

    write: Callable[[Content, Path], None]
    suffix: str
    description: str
    streams: bool = False


WRITERS = {
    "graphml": Writer(xml.write_graphml, ".graphml", "GraphML, for Gephi, yEd, igraph, networkx and Neo4j's APOC"),
    "gexf": Writer(xml.write_gexf, ".gexf", "GEXF, for Gephi"),
    "csv": Writer(tables.write_csv, "", "nodes.csv and edges.csv in a folder, safe to open as a spreadsheet"),
    "cypher": Writer(script.write_cypher, ".cypher", "a script that makes the graph, for cypher-shell"),
    "neo4j-admin": Writer(
        neo4j_admin.write_neo4j_admin, "", "a folder for Neo4j's offline importer, for millions of rows", streams=True
    ),
    "json": Writer(node_link.write_json, ".json", "node-link JSON, for networkx and D3"),
    "json-resume": Writer(json_resume.write_json_resume, "", "a folder with one JSON Resume a person"),
}


def export(folder: Path, form: str, output: Path | None = None, *, include_contacts: bool = False) -> Path:
    """Write the graph of the workspace `folder` in the form named; returns the file or folder written.

    `form` is a key of WRITERS. Without `output` the result lies in the current folder, as `talentgraph.graphml`
    and the like. Contact details stay out unless `include_contacts`. Raises TalentGraphError for an unknown form,
    WorkspaceError where `folder` is no workspace.
    """
    writer = find_writer(form)
    target = output or Path(f"talentgraph{writer.suffix or '-' + form}")
    read = stream_content if writer.streams else read_content
    content = read(folder, include_contacts=include_contacts)
    try:
        writer.write(content, target)
    except OSError as error:
        raise TalentGraphError(f"{target}: {error.strerror or error}; choose another place with --output") from error
    return target


def find_writer(form: str) -> Writer:
    """The writer of a form.

    >>> find_writer("graphml").suffix
    '.graphml'
    """
    if form not in WRITERS:
        close = get_close_matches(form, WRITERS, 1)
        hint = f"did you mean {close[0]}?" if close else f"choose one of {', '.join(WRITERS)}"
        raise TalentGraphError(f"there is no export named {form!r}; {hint}")
    return WRITERS[form]


def read_content(folder: Path, *, include_contacts: bool = False) -> Content:
    """What a workspace holds for an export."""
    nodes, edges = workspace.read_rows(folder)
    if not include_contacts:
        nodes, edges = graph.without_contacts(nodes, edges)
    return Content(
        nodes=tuple(nodes),
        edges=tuple(edges),
        profiles=tuple(workspace.read_profiles(folder)),
        mentions=workspace.read_identities(folder).mentions,
        contacts=include_contacts,
    )


def stream_content(folder: Path, *, include_contacts: bool = False) -> Content:
    """The rows of a workspace, read anew each time they are gone through."""
    nodes, edges = workspace.stream_rows(folder)
    hidden = frozenset() if include_contacts else frozenset(graph.contact_ids(nodes, edges))
    return Content(nodes=_Shown(nodes, hidden), edges=_Shown(edges, hidden), contacts=include_contacts)


@dataclass(frozen=True, slots=True)
class _Shown(Generic[R]):
    """The rows that are not hidden, nor at a node that is."""

    rows: Iterable[R]
    hidden: frozenset[str]

    def __iter__(self) -> Iterator[R]:
        for row in self.rows:
            ends = (row.source, row.target) if isinstance(row, Edge) else (row.id,)
            if self.hidden.isdisjoint(ends):
                yield row
