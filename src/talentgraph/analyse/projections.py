"""Parts of the graph as simple weighted graphs, for the algorithms of networkx: centrality, communities, paths.

    work_graph      people who worked or studied at one place at the same time, by months
    move_graph      organizations between which people moved, by people
    coauthor_graph  people who wrote together, by papers

Nodes are those of the graph, by id, with their `name`; a `weight` says how strong a tie is. Each is a plain networkx
graph, so an algorithm runs on it as it is, on another backend too: `networkx.pagerank(move_graph(graph), backend=…)`.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from talentgraph.analyse.crossings import career_flow
from talentgraph.analyse.lookup import labelled, place

if TYPE_CHECKING:
    import networkx as nx

_TOGETHER = ("WORKED_WITH", "STUDIED_WITH")


def work_graph(graph: nx.MultiDiGraph, *, min_months: int = 1) -> nx.Graph:
    """People as nodes; `weight` is the most months that two were at one organization at the same time.

    `organizations` names the places. Pairs whose dates are not known have no edge. Everybody is a node, also alone.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> people = [Node(f"person/{name}", ("Person",), {"name": name.title()}) for name in ("ada", "ben")]
    >>> edge = Edge("e", "WORKED_WITH", "person/ada", "person/ben", {"organization": "Acme", "overlapMonths": 7})
    >>> work_graph(to_networkx(people, [edge])).edges["person/ada", "person/ben"]
    {'weight': 7, 'organizations': ['Acme']}
    """
    found = _people(graph)
    for left, right, edge in graph.edges(data=True):
        months = edge.get("overlapMonths")
        if edge["type"] not in _TOGETHER or not isinstance(months, int) or months < min_months:
            continue
        values = found.get_edge_data(left, right, {"weight": 0, "organizations": []})
        places = {*values["organizations"], str(place(graph, edge))}
        found.add_edge(left, right, weight=max(values["weight"], months), organizations=sorted(places))
    return found


def coauthor_graph(graph: nx.MultiDiGraph, *, since: int = 0) -> nx.Graph:
    """People as nodes; `weight` is the number of papers that two wrote together, those of `since` and later.

    A paper without a year counts where `since` is not given.

    >>> from talentgraph.graph import to_networkx
    >>> from talentgraph.model import Edge, Node
    >>> nodes = [Node("person/ada", ("Person",)), Node("person/ben", ("Person",)), Node("paper", ("Publication",))]
    >>> edges = [Edge(name, "AUTHORED", f"person/{name}", "paper") for name in ("ada", "ben")]
    >>> coauthor_graph(to_networkx(nodes, edges)).edges["person/ada", "person/ben"]["weight"]
    1
    """
    found = _people(graph)
    for paper in labelled(graph, "Publication"):
        if (graph.nodes[paper].get("year") or 0) < since:
            continue
        authors = sorted({source for source, _, kind in graph.in_edges(paper, data="type") if kind == "AUTHORED"})
        for left, right in combinations(authors, 2):
            weight = found.get_edge_data(left, right, {"weight": 0})["weight"]
            found.add_edge(left, right, weight=weight + 1)
    return found


def move_graph(
    graph: nx.MultiDiGraph, *, level: str = "organization", since: int = 0, min_people: int = 1
) -> nx.DiGraph:
    """Organizations as nodes; `weight` is the number of people who moved from one to the other (see `career_flow`).

    >>> import networkx as nx
    >>> move_graph(nx.MultiDiGraph()).number_of_nodes()
    0
    """
    import networkx as nx

    found = nx.DiGraph()
    for row in career_flow(graph, level=level, since=since, min_people=min_people):
        if row.kind == "move":
            found.add_node(row.origin_id, name=row.origin)
            found.add_node(row.destination_id, name=row.destination)
            found.add_edge(row.origin_id, row.destination_id, weight=row.people)
    return found


def _people(graph: nx.MultiDiGraph) -> nx.Graph:
    import networkx as nx

    found = nx.Graph()
    found.add_nodes_from((person, {"name": graph.nodes[person].get("name")}) for person in labelled(graph, "Person"))
    return found
