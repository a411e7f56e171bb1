"""A small graph as a pyvis network, and that network as a page that needs no network and runs no text."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talentgraph.draw.explorer import digest, fill, island
from talentgraph.draw.frames import framed
from talentgraph.draw.positions import positions
from talentgraph.draw.projection import project, without_contacts
from talentgraph.errors import TalentGraphError
from talentgraph.model import Edge, Node
from talentgraph.schema import LABELS

if TYPE_CHECKING:
    from pyvis.network import Network

MOST_NODES, MOST_EDGES = 1_000, 3_000  # beyond this the canvas of vis-network moves too slowly
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "hover": True},
    "nodes": {"font": {"size": 14, "strokeWidth": 3, "strokeColor": "#ffffff", "color": "#161b26"}},
    "edges": {
        "smooth": False,
        "color": {"color": "#c3c8d0", "highlight": "#1d4ed8"},
        "arrows": {"to": {"scaleFactor": 0.4}},
    },
}  # fmt: skip
_KNOWS = ("WORKED_WITH", "STUDIED_WITH", "COAUTHORED_WITH", "ADVISED")
_LANDMARKS = ("Person", "Organization", "Venue")
_SHAPES = {"Organization": "square", "Venue": "diamond"}
_SPACING = 90.0  # pixels between neighbours
_SCREEN = 900.0  # pixels that the whole is shown in, when the page opens
_NAMED = 16  # dots whose names are large enough to be read then
_QUIET = ("SKILLED_IN", "LISTS", "USED", "WORKED_WITH", "STUDIED_WITH")  # join nearly everyone
_NIGHT = {"#c3c8d0": "#3b475b", "#e9ebef": "#222b3a", "#ffffff": "#10141c", "#161b26": "#f1f5f9", "#1d4ed8": "#8fb0ff"}


def pyvis_view(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    ego: str | None = None,
    depth: int = 2,
    path: tuple[str, str] | None = None,
    top: int | None = None,
) -> Network:
    """The drawn part of the graph as a directed pyvis network, with positions and without physics.

    `ego` is a node id or a name: only what lies within `depth` steps of it is kept. `path` names two people: only those
    on the shortest ways between them, over people who know each other, are kept. `top` keeps that many nodes, the best
    connected first. The network shows itself in a notebook. Raises TalentGraphError when more than 1,000 nodes or 3,000
    edges are left, when a name is no node's, or when no way joins the two.

    >>> network = pyvis_view([Node("person/ada", ("Person",), {"name": "Ada Example"})], [])
    >>> [node["label"] for node in network.nodes]
    ['Ada Example']
    """
    drawn, between = project(*without_contacts(nodes, edges))
    if ego is not None:
        drawn, between = _keep(drawn, between, _around(drawn, between, _find(drawn, ego), depth))
    if path is not None:
        drawn, between = _keep(drawn, between, ways(drawn, between, *(_find(drawn, end) for end in path)))
    if top is not None:
        drawn, between = _keep(drawn, between, _best(drawn, between, top))
    _check(drawn, between)
    return _network(drawn, between)


def surroundings(
    nodes: Sequence[Node], edges: Sequence[Edge], *, ego: str, depth: int = 2
) -> tuple[list[Node], list[Edge]]:
    """All rows that belong to what lies within `depth` drawn steps of `ego`: its dots, their facts and evidence."""
    drawn, between = project(nodes, edges)
    near = _around(drawn, between, _find(drawn, ego), depth)
    outside = {node.id for node in drawn} - near
    reached = set(near)
    for _ in range(2):  # stints, then what hangs on stints: places and evidence
        reached |= {e.target for e in edges if e.source in reached} | {e.source for e in edges if e.target in reached}
        reached -= outside
    reached |= {e.target for e in edges if e.type == "FROM_DOCUMENT" and e.source in reached}
    return _keep(nodes, edges, reached)


def write_pyvis(network: Network, path: Path, *, title: str = "talentgraph") -> None:
    """Writes the network as one HTML page, in UTF-8, with vis-network inside: it makes no request."""
    path.write_text(page_of(network, title=title), encoding="utf-8", newline="\n")


def page_of(network: Network, *, title: str) -> str:
    """The network as one HTML page that makes no request and runs no text; not by the template of pyvis, which does."""
    import pyvis

    library = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2"
    script = (library / "vis-network.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": _OPTIONS,
        "night": _night(),
        "key": _key(network),
    }
    policy = f"default-src 'none'; script-src '{digest(script)}' '{digest(_START)}'; style-src '{digest(_STYLE)}'"
    return fill(
        _PAGE, policy=policy, title=html.escape(title), style=_STYLE, data=island(data), library=script, start=_START
    )


def _night() -> dict[str, str]:
    """Colours of light pages and what stands for them on dark ones."""
    return _NIGHT | {label.colour[0]: label.colour[1] for label in LABELS.values()}


def _key(network: Network) -> list[list[Any]]:
    """The kinds that are shown, each with its colour, its shape, and how many there are."""
    count = Counter(node.get("color") for node in network.nodes)
    return [
        [name, label.colour[0], _SHAPES.get(name, "dot"), count[label.colour[0]]]
        for name, label in LABELS.items()
        if label.drawn and not label.parent and count[label.colour[0]]
    ]


def _find(nodes: Sequence[Node], wanted: str) -> str:
    names = [node.id for node in nodes if str(node.properties.get("name", "")).casefold() == wanted.casefold()]
    found = [node.id for node in nodes if node.id == wanted] or names
    if not found:
        raise TalentGraphError(f"no node has the id or the name {wanted!r}; give a name as the graph spells it")
    if len(found) > 1:
        raise TalentGraphError(f"{wanted!r} is the name of {len(found)} nodes; give one id: {', '.join(found[:5])}")
    return found[0]


def _around(nodes: Sequence[Node], edges: Iterable[Edge], centre: str, depth: int) -> set[str]:
    near: dict[str, set[str]] = {node.id: set() for node in nodes}
    for edge in edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    seen = ring = {centre}
    for _ in range(depth):
        ring = {other for id_ in ring for other in near[id_]} - seen
        seen = seen | ring
    return seen


def ways(nodes: Sequence[Node], edges: Iterable[Edge], start: str, end: str) -> set[str]:
    """The people on the shortest ways between two, over people who know each other."""
    import networkx as nx

    people = nx.Graph()
    people.add_nodes_from(node.id for node in nodes if node.labels[0] == "Person")
    people.add_edges_from((e.source, e.target) for e in edges if e.type in _KNOWS)
    try:
        far, back = (nx.single_source_shortest_path_length(people, one) for one in (start, end))
    except nx.NodeNotFound:
        raise TalentGraphError("a path leads from one person to another; give the names of two") from None
    if end not in far:
        raise TalentGraphError(f"no chain of people who know each other joins {start} and {end}")
    return {one for one in far if one in back and far[one] + back[one] == far[end]}


def _best(nodes: Sequence[Node], edges: Iterable[Edge], top: int) -> set[str]:
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    return set(sorted((node.id for node in nodes), key=lambda id_: (-degree[id_], id_))[:top])


def _keep(nodes: Sequence[Node], edges: Sequence[Edge], ids: set[str]) -> tuple[list[Node], list[Edge]]:
    return [n for n in nodes if n.id in ids], [e for e in edges if e.source in ids and e.target in ids]


def _check(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    if len(nodes) > MOST_NODES or len(edges) > MOST_EDGES:
        raise TalentGraphError(
            f"{len(nodes):,} nodes and {len(edges):,} edges are too many for the pyvis view "
            f"(at most {MOST_NODES:,} and {MOST_EDGES:,}); choose fewer with ego and depth, or with top, "
            "or open the explorer, which shows them all"
        )


def _network(nodes: Sequence[Node], edges: Sequence[Edge]) -> Network:
    network = _shown_in_notebooks()(directed=True, height="100vh", width="100%", cdn_resources="in_line")
    places = positions(nodes, edges)
    key = {node.id: f"n{i}" for i, node in enumerate(nodes)}  # opaque: ids hold names, and pyvis trusts ids
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    shrunk = max(1.0, _SPACING * _extent(places.values()) / _SCREEN)
    named = _best([node for node in nodes if node.labels[0] in _LANDMARKS], edges, _NAMED)
    for node in nodes:
        look = _dot(node, places[node.id], degree[node.id], shrunk)
        font = {"font": {"size": round(13 * shrunk)}} if node.id in named and shrunk > 1 else {}
        network.add_node(key[node.id], **look, **font)
    seen: Counter[frozenset[str]] = Counter()
    for edge in edges:
        pair = frozenset((edge.source, edge.target))
        network.add_edge(key[edge.source], key[edge.target], title=_said(_words(edge)), **_line(edge, seen[pair]))
        seen[pair] += 1
    for option, value in _OPTIONS.items():
        network.options.__dict__[option] = value
    return network


@lru_cache(maxsize=1)
def _shown_in_notebooks() -> type[Network]:
    """The pyvis network with a page of our own in notebooks; made when asked for, as importing pyvis takes long."""
    from pyvis.network import Network

    class Shown(Network):  # type: ignore[misc]  # pyvis has no types
        """A pyvis network that a notebook shows without the network, and whose texts run nothing."""

        def _repr_html_(self) -> str:
            return framed(page_of(self, title="talentgraph"), title="talentgraph")

    return Shown


def _extent(places: Iterable[tuple[float, float]]) -> float:
    """How far the places lie apart, along the longer axis."""
    axes = list(zip(*places, strict=True))
    return max((max(axis) - min(axis) for axis in axes), default=0.0)


def _dot(node: Node, place: tuple[float, float], degree: int, shrunk: float) -> dict[str, Any]:
    kind = node.labels[0]
    name = str(node.properties.get("name") or node.id)
    return {
        "label": name if len(name) <= 40 else f"{name[:38]}…",
        "title": _said(f"{name}\n{kind}, {degree} {'link' if degree == 1 else 'links'}"),
        "color": LABELS[kind].colour[0],
        "shape": _SHAPES.get(kind, "dot"),
        "size": round((7 + 2.2 * degree**0.5) * shrunk**0.6, 1),
        "x": round(place[0] * _SPACING, 1),
        "y": round(-place[1] * _SPACING, 1),
    }


def _words(edge: Edge) -> str:
    facts = ", ".join(f"{key} {value}" for key, value in edge.properties.items() if key != "derived")
    return edge.type.replace("_", " ").lower() + (f" ({facts})" if facts else "")


def _line(edge: Edge, number: int) -> dict[str, Any]:
    """How a line looks: those after the first between two nodes bend, so that each is seen."""
    look: dict[str, Any] = {"color": "#e9ebef"} if edge.type in _QUIET else {}
    if number:
        look["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": 0.15 * number}
    return look


def _said(text: str) -> str:
    """A plain title. pyvis' own template takes titles for HTML when one holds "href", so the letters are parted."""
    return re.sub("(?i)h(?=ref)", lambda match: match[0] + "\u2060", text)


_STYLE = """
html,body{margin:0;height:100%;font:14px system-ui,sans-serif;background:#fff;color:#161b26}#graph{height:100%}
body{display:flex;flex-direction:column}#graph{flex:1;min-height:0}
header{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline;padding:10px 16px;border-bottom:1px solid #d5d8de}
h1{font-size:16px;margin:0 12px 0 0}header span{white-space:nowrap}
i{display:inline-block;width:10px;height:10px;margin-right:6px;border-radius:50%;background:var(--c)}
i.square{border-radius:2px}i.diamond{border-radius:1px;rotate:45deg;width:8px;height:8px}
div.vis-tooltip{position:absolute;visibility:hidden;padding:6px 10px;white-space:pre;background:#fff;color:#161b26;
border:1px solid #d5d8de;border-radius:8px;pointer-events:none;z-index:5;max-width:40em;overflow:hidden}
@media (prefers-color-scheme:dark){html,body,div.vis-tooltip{background:#10141c;color:#f1f5f9}
header,div.vis-tooltip{border-color:#2a3242}}
"""
_START = """
let data = JSON.parse(document.getElementById("data").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
if (dark) {
  const painted = ["color", "strokeColor", "highlight"];
  const { nodes, edges, options } = data;
  const turned = (key, value) => (painted.includes(key) && data.night[value]) || value;
  data = { ...data, ...JSON.parse(JSON.stringify({ nodes, edges, options }), turned) };
}
for (const [kind, colour, shape, count] of data.key) {
  const mark = Object.assign(document.createElement("i"), { className: shape }), item = document.createElement("span");
  mark.style.setProperty("--c", dark ? data.night[colour] : colour);
  item.append(mark, `${kind} ${count}`);
  document.querySelector("header").append(item);
}
window.network = new vis.Network(document.getElementById("graph"),
  {nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges)}, data.options);
window.network.once("afterDrawing", () => { window.network.fit(); document.documentElement.dataset.ready = "true"; });
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title><style>{{style}}</style></head>
<body><header><h1>{{title}}</h1></header><main id="graph" aria-label="{{title}}"></main>
<script type="application/json" id="data">{{data}}</script>
<script>{{library}}</script><script>{{start}}</script></body></html>
"""
