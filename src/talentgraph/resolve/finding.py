"""Which node a person means by a name, an id or a mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from talentgraph.errors import QueryError
from talentgraph.identity import Identities, Identity
from talentgraph.values.text import fold

_MOST = 8  # candidates that an error lists


def find(identities: Identities, term: str) -> Identity:
    """The one node with an id, a mention, a name or an alias, however it is spelt; or whose name has all the words.

    Raises QueryError with the candidates when there are several, and with the nearest names when there is none.

    >>> zoe = Identity(id="person/zoe-nunez", kind="person", name="Zoë Núñez")
    >>> find(Identities(nodes={zoe.id: zoe}), "nunez").id
    'person/zoe-nunez'
    """
    return _single(term, candidates(identities, term), identities)


def find_two(identities: Identities, left: str, right: str) -> tuple[Identity, Identity]:
    """The two nodes that are meant; a name of several kinds is of the kind that the other one has."""
    one, other = candidates(identities, left), candidates(identities, right)
    kinds = {node.kind for node in one} & {node.kind for node in other}
    one = [node for node in one if node.kind in kinds] or one
    other = [node for node in other if node.kind in kinds] or other
    found = _single(left, one, identities), _single(right, other, identities)
    if found[0].kind != found[1].kind:
        first, second = (f"{node.id} is a {node.kind}" for node in found)
        raise QueryError(f"{first} and {second}; two kinds are never one")
    return found


def candidates(identities: Identities, term: str) -> list[Identity]:
    """The nodes that a term may mean, by the surest way in which any is found."""
    node_id = identities.mentions.get(term, term)
    if node_id in identities.nodes:
        return [identities.nodes[node_id]]
    wanted = fold(term)
    ways: tuple[Callable[[Identity], bool], ...] = (
        lambda node: fold(node.name) == wanted,
        lambda node: wanted in map(fold, node.aliases),
        lambda node: any(_has_words(name, wanted) for name in _names(node)),
    )
    for way in ways:
        if found := [node for node in identities.nodes.values() if way(node)]:
            return found
    return []


def described(nodes: Iterable[Identity]) -> str:
    """Some nodes in an error message."""
    listed = sorted(nodes, key=lambda node: node.id)
    more = f", and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return ", ".join(f"{node.id} ({node.name})" for node in listed[:_MOST]) + more


def _single(term: str, found: list[Identity], identities: Identities) -> Identity:
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(f"{term!r} may be {described(found)}; give one of these ids")
    names: dict[str, Identity] = {}
    for node in identities.nodes.values():
        for name in map(fold, (*_names(node), node.id)):
            names |= dict.fromkeys((name, *name.split()), node)
    near = {names[each].id: names[each] for each in get_close_matches(fold(term), names, 3, 0.7)}
    raise QueryError(
        f"there is nothing named {term!r}" + (f"; did you mean {described(near.values())}?" if near else "")
    )


def _names(node: Identity) -> Iterator[str]:
    yield node.name
    yield from node.aliases


def _has_words(name: str, wanted: str) -> bool:
    return bool(wanted) and set(wanted.split()) <= set(fold(name).split())
