"""talentgraph: a folder of CVs becomes a knowledge graph, offline, with the sentence behind every fact.

In reading order:

    build                        files and folders to a workspace, the whole way
    Document, Profile            what a file says; what it says about its person
    read, extract, resolve       the stages, each a module: read.read, extract.extract, resolve.resolve
    rows, Node, Edge             the graph as plain rows
    to_networkx, from_networkx   the graph as a networkx.MultiDiGraph
    open                         a workspace as such a graph, to analyse
    open_embedded, open_neo4j    a database that answers Cypher
    queries, analyse             the questions, as Cypher and as functions on the networkx graph
    explorer                     one HTML page that shows the graph
    export, workspace            files of other programs; the folder that a build writes
    TalentGraphError             what all errors are children of

Each name is imported when it is first used, so that `import talentgraph` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from talentgraph import analyse, export, extract, queries, read, resolve, workspace
    from talentgraph.draw.explorer import explorer
    from talentgraph.errors import TalentGraphError
    from talentgraph.graph import from_networkx, rows, to_networkx
    from talentgraph.model import Decision, Document, Edge, Identities, Node, Problem, Profile
    from talentgraph.opened import TalentGraph, open
    from talentgraph.pipeline import Report, build, extract_profiles
    from talentgraph.stores import Store, open_embedded, open_neo4j

__version__ = "0.1.0"

_MODULES = ("read", "extract", "resolve", "workspace", "queries", "analyse", "export", "draw", "stores", "graph")
_HOMES = {
    "build": "pipeline",
    "extract_profiles": "pipeline",
    "Report": "pipeline",
    "Document": "model",
    "Profile": "model",
    "Identities": "model",
    "Decision": "model",
    "Problem": "model",
    "Node": "model",
    "Edge": "model",
    "rows": "graph",
    "to_networkx": "graph",
    "from_networkx": "graph",
    "open": "opened",
    "TalentGraph": "opened",
    "Store": "stores",
    "open_embedded": "stores",
    "open_neo4j": "stores",
    "explorer": "draw.explorer",
    "TalentGraphError": "errors",
}

__all__ = [
    "Decision",
    "Document",
    "Edge",
    "Identities",
    "Node",
    "Problem",
    "Profile",
    "Report",
    "Store",
    "TalentGraph",
    "TalentGraphError",
    "analyse",
    "build",
    "explorer",
    "export",
    "extract",
    "extract_profiles",
    "from_networkx",
    "open",
    "open_embedded",
    "open_neo4j",
    "queries",
    "read",
    "resolve",
    "rows",
    "to_networkx",
    "workspace",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
