"""Where the nodes stand: a force-directed layout in numpy, the same on every run.

Linked nodes pull each other and all nodes push each other apart (the energy is LinLog, which pulls communities
apart). The push is summed on a grid by a Fourier transform, as galaxy simulations do, so that its cost hardly grows
with the number of nodes. The start is the spectral layout. Components are laid out on their own and packed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from talentgraph.draw.communities import Community, communities
from talentgraph.draw.projection import PULL, project
from talentgraph.model import Edge, Node

Array = NDArray[np.float64]
_GRID = 128  # cells a side: less than one node a cell up to some 10,000 nodes
_SPACE = 1.0  # the room that a node takes
_ACROSS = 0.25  # what is left of a pull between two communities, in graphs of many nodes
_SMALL = 8  # nodes of a component that is soon at rest
_CHOSEN = 100  # components that are packed as near as they fit
_FEW, _MANY = 150, 1500  # nodes; few are clear without that


def positions(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    groups: Sequence[Community] | None = None,
    rounds: int | None = None,
) -> dict[str, tuple[float, float]]:
    """Positions of the drawn nodes, by id; a unit is about the distance of two neighbours.

    `groups` are the communities that shall stand apart, by default those that `communities` finds; `rounds` says how
    often the nodes of a component are moved, by default 300 or 400 times.

    >>> positions([Node("person/ada", ("Person",))], [])
    {'person/ada': (0.0, 0.0)}
    """
    drawn, between = project(nodes, edges)
    shared = sorted(node.id for node in drawn if node.labels[0] == "Technology")
    ids = sorted({node.id for node in drawn} - set(shared)) + shared
    if not ids:
        return {}
    groups = communities(nodes, edges) if groups is None else groups
    belongs = {member: number for number, group in enumerate(groups) for member in group.members}
    places = _places(_adjacency(ids, between, belongs), len(ids) - len(shared), rounds)
    return {id_: (round(float(x), 3), round(float(y), 3)) for id_, (x, y) in zip(ids, places, strict=True)}


def _places(adjacency: Any, core: int, rounds: int | None) -> Array:
    """The first `core` nodes by their own links; the others (technologies) amid the nodes that they belong to.

    Technologies join nearly everyone, so they would pull all communities into one ball.
    """
    if not 0 < core < adjacency.shape[0]:
        return _layout(adjacency.shape[0], adjacency, rounds)
    places = _layout(core, adjacency[:core][:, :core], rounds)
    ties = adjacency[core:][:, :core]
    degree = np.asarray(ties.sum(axis=1)).ravel()[:, None]
    amid = ties @ places / np.maximum(degree, 1e-9)
    reach = np.abs(places).max() + _SPACE
    loose = np.where(degree > 0, 0.0, reach)  # what belongs to no one stands outside
    turned = _spiral(len(amid)) / math.sqrt(len(amid))
    return _separate(np.vstack([places, amid * 1.12 + turned * (0.12 * reach + loose)]), fixed=core)


def _adjacency(ids: Sequence[str], edges: Sequence[Edge], belongs: Mapping[str, int]) -> Any:
    """The symmetric sparse matrix of pulls; those between two communities are weak, so that these stand apart."""
    from scipy.sparse import coo_matrix

    index = {id_: i for i, id_ in enumerate(ids)}
    many = min(1.0, max(0.0, (len(ids) - _FEW) / (_MANY - _FEW)))
    left_over = _ACROSS**many
    across = [belongs.get(e.source) != belongs.get(e.target) for e in edges]
    rows = sorted(
        (index[e.source], index[e.target], PULL[e.type] * (left_over if apart else 1))
        for e, apart in zip(edges, across, strict=True)
    )
    if not rows:
        return coo_matrix((len(ids), len(ids))).tocsr()
    left, right, pull = (np.array(column) for column in zip(*rows, strict=True))
    half = coo_matrix((pull.astype(float), (left, right)), shape=(len(ids), len(ids)))
    return (half + half.T).tocsr()


def _layout(count: int, adjacency: Any, rounds: int | None) -> Array:
    from scipy.sparse.csgraph import connected_components

    _, label = connected_components(adjacency, directed=False)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    groups.sort(key=lambda group: (-len(group), int(group[0])))
    places = np.zeros((count, 2))
    known: dict[bytes, Array] = {}  # of the many small components most are like others
    for group in groups:
        places[group] = _once(adjacency[group][:, group], rounds, known)
    radii = [_radius(places[group]) for group in groups]
    for group, centre in zip(groups, _pack(radii), strict=True):
        places[group] += centre
    return places


def _once(adjacency: Any, rounds: int | None, known: dict[bytes, Array]) -> Array:
    """A component, which is not laid out again if it is small and like one that was."""
    if adjacency.shape[0] > _SMALL:
        return _component(adjacency, rounds)
    key = adjacency.toarray().tobytes()
    if key not in known:
        known[key] = _component(adjacency, rounds)
    return known[key]


def _component(adjacency: Any, rounds: int | None) -> Array:
    """One connected component around the origin, wider than high."""
    count = adjacency.shape[0]
    if count == 1:
        return np.zeros((1, 2))
    places = _refine(_start(adjacency), adjacency, rounds=rounds or _rounds(count))
    places = _level(places)
    places = _separate(places * _scale(places))
    centred: Array = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return centred


def _rounds(count: int) -> int:
    if count <= _SMALL:
        return 100
    return 400 if count < 1500 else 300


def _start(adjacency: Any) -> Array:
    """The two smoothest ways to spread the component over a line (eigenvectors of its Laplacian)."""
    from scipy.sparse import diags
    from scipy.sparse.linalg import eigsh

    count = adjacency.shape[0]
    spread = _spiral(count)
    if count < 5:
        return spread
    weight = np.sqrt(np.asarray(adjacency.sum(axis=1)).ravel())
    walk = diags(1 / weight) @ adjacency @ diags(1 / weight)
    _, vectors = eigsh(walk, k=3, which="LA", v0=np.linspace(1, 2, count), tol=1e-3, ncv=min(count, 24))
    found = vectors[:, 1::-1] / weight[:, None]
    found *= np.where(found[np.abs(found).argmax(axis=0), [0, 1]] < 0, -1, 1)  # the sign of an eigenvector is free
    found = np.sign(found) * np.sqrt(np.abs(found) / (np.abs(found).max(axis=0) + 1e-12))
    start: Array = found * math.sqrt(count) + 0.3 * spread
    return start


def _spiral(count: int) -> Array:
    turn = np.arange(count) * math.pi * (3 - math.sqrt(5))
    spiral: Array = np.column_stack([np.cos(turn), np.sin(turn)]) * np.sqrt(np.arange(count) + 0.5)[:, None]
    return spiral


def _refine(places: Array, adjacency: Any, *, rounds: int) -> Array:
    """Pull along the edges, push between all; steps get shorter until nothing moves."""
    links = adjacency.tocoo()
    once = links.row < links.col
    left, right, pull = links.row[once], links.col[once], links.data[once]
    mass = 1 + np.sqrt(np.asarray(adjacency.sum(axis=1)).ravel())
    size = math.sqrt(len(places))
    for step in range(rounds):
        force = _push(places, mass) - 0.012 * places * mass[:, None] * 2
        _pull(force, places, (left, right, pull))
        length = np.hypot(*force.T)[:, None] + 1e-9
        heat = 0.12 * size * (1 - step / rounds) ** 2 + 0.01
        places = places + force / length * np.minimum(length * 0.35, heat)
    return places


def _pull(force: Array, places: Array, links: tuple[NDArray[np.int32], NDArray[np.int32], Array]) -> None:
    """Adds the pull of the edges; beyond a short reach it grows with the logarithm of the distance only."""
    left, right, pull = links
    away = places[right] - places[left]
    far = np.hypot(*away.T)
    step = away * (4 * pull * np.log1p(far) / (far + 1e-9))[:, None]
    for axis in (0, 1):
        force[:, axis] += np.bincount(left, step[:, axis], len(places)) - np.bincount(right, step[:, axis], len(places))


def _push(places: Array, mass: Array) -> Array:
    """The push of all nodes on all: exact for a few, on a grid for many."""
    if len(places) > 300:
        return _push_on_grid(places, mass)
    away = places[:, None, :] - places[None, :, :]
    near = (away**2).sum(axis=2) + 0.05
    push: Array = (away * (mass[:, None] * mass[None, :] / near)[:, :, None]).sum(axis=1)
    return push


def _push_on_grid(places: Array, mass: Array) -> Array:
    from scipy.fft import irfft2, rfft2

    low, cell = places.min(axis=0), float(np.ptp(places, axis=0).max()) / (_GRID - 2) + 1e-9
    spot = (places - low) / cell
    corner = spot.astype(int)
    part = spot - corner
    shares = [
        ((corner[:, 0] + i) * _GRID + corner[:, 1] + j, np.abs(1 - i - part[:, 0]) * np.abs(1 - j - part[:, 1]))
        for i in (0, 1)
        for j in (0, 1)
    ]
    grid = np.sum([np.bincount(at, share * mass, _GRID * _GRID) for at, share in shares], axis=0)
    wave = rfft2(grid.reshape(_GRID, _GRID), (2 * _GRID, 2 * _GRID))
    push = np.zeros_like(places)
    for direction, kernel in enumerate(_kernels()):
        field = irfft2(wave * kernel)[:_GRID, :_GRID].ravel() / cell
        push[:, direction] = mass * sum(field[at] * share for at, share in shares)
    return push


@lru_cache(maxsize=1)
def _kernels() -> tuple[Any, Any]:
    """The transforms of the push (one over the distance, softened within a cell) along both axes, in cells."""
    from scipy.fft import rfft2

    steps = np.arange(2 * _GRID)
    signed = np.where(steps < _GRID, steps, steps - 2 * _GRID).astype(float)
    near = signed[:, None] ** 2 + signed[None, :] ** 2 + 0.3
    return rfft2(signed[:, None] / near), rfft2(signed[None, :] / near)


def _level(places: Array) -> Array:
    """Turned so that the long side lies flat, as screens do."""
    centred = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes *= np.where(axes[np.arange(2), np.abs(axes).argmax(axis=1)] < 0, -1, 1)[:, None]
    turned: Array = centred @ axes.T
    return turned


def _scale(places: Array) -> float:
    """The factor that makes the typical distance to the nearest neighbour one."""
    from scipy.spatial import cKDTree

    nearest = cKDTree(places).query(places, k=2)[0][:, 1]
    return _SPACE * 1.5 / (float(np.median(nearest)) + 1e-6)


def _separate(places: Array, *, fixed: int = 0) -> Array:
    """Nodes nearer than their room move apart, a few rounds; the first `fixed` ones stay."""
    from scipy.spatial import cKDTree

    kept, places = places[:fixed], places + 1e-4 * _spiral(len(places))
    for _ in range(30):
        pairs = cKDTree(places).query_pairs(_SPACE, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort(pairs.T)]
        away = places[pairs[:, 1]] - places[pairs[:, 0]]
        far = np.hypot(*away.T)[:, None] + 1e-9
        step = away / far * (_SPACE - far) * 0.3
        for axis in (0, 1):
            places[:, axis] += np.bincount(pairs[:, 1], step[:, axis], len(places))
            places[:, axis] -= np.bincount(pairs[:, 0], step[:, axis], len(places))
        places[:fixed] = kept
    return places


def _radius(places: Array) -> float:
    return float(np.hypot(*places.T).max()) + _SPACE


def _pack(radii: Sequence[float]) -> Array:
    """Centres of discs that do not overlap, the first in the middle, the others as near to it as they fit.

    The more discs there are, the longer it takes to find the nearest free spot, so only the largest get theirs; the
    others stand in rings around them.
    """
    centres = np.zeros((len(radii), 2))
    sizes = np.array(radii)
    reach = 0.0
    for i in range(1, min(len(radii), _CHOSEN)):
        reach = max(reach - 2 * sizes[i], sizes[0] + sizes[i])
        centres[i], reach = _spot(centres[:i], sizes[:i], sizes[i], reach)
    if len(radii) > _CHOSEN:
        edge = float((np.hypot(*centres[:_CHOSEN].T) + sizes[:_CHOSEN]).max())
        centres[_CHOSEN:] = _rings(sizes[_CHOSEN:], edge)
    return centres


def _rings(sizes: Array, edge: float) -> Array:
    """Centres of discs that stand side by side in rings around a disc of radius `edge`, the largest innermost."""
    centres = np.zeros((len(sizes), 2))
    turn, reach, outer = 2 * math.pi, 0.0, edge
    for i in np.argsort(-sizes, kind="stable"):
        size = float(sizes[i])
        step = 2 * math.asin(size / reach) if reach > size else math.inf
        if turn + step > 2 * math.pi:
            turn, reach = 0.0, outer + size
            outer += 2 * size
            step = 2 * math.asin(size / reach)
        centres[i] = reach * math.cos(turn + step / 2), reach * math.sin(turn + step / 2)
        turn += step
    return centres


def _spot(centres: Array, sizes: Array, size: float, reach: float) -> tuple[Array, float]:
    """The first free spot on growing rings; also how far out the ring was."""
    while True:
        turn = np.linspace(0, 2 * math.pi, max(8, int(4 * reach / size)), endpoint=False)
        ring = np.column_stack([np.cos(turn), np.sin(turn)]) * reach
        gap = np.hypot(*(ring[:, None, :] - centres[None, :, :]).transpose(2, 0, 1)) - sizes - size
        free = np.flatnonzero(gap.min(axis=1) >= -1e-6)
        if len(free):
            return ring[free[0]], reach
        reach += size / 2
