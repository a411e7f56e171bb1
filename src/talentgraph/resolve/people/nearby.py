"""People within one document and one paper: the surest reasons, before any other document is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.mentions import Mention
from talentgraph.resolve.people.blocking import families
from talentgraph.resolve.people.names import full_key, is_full
from talentgraph.values import people
from talentgraph.values.likeness import liken
from talentgraph.values.readings import is_nobody, is_self

_LOOSEST = -5.5  # bits that a likeness may cost where the document leaves no other


def join_nearby(clusters: Clusters, mentions: Sequence[Mention]) -> list[Mention]:
    """Join what is one person within a document or a paper; returns the mentions that are somebody's name."""
    _same_owner(clusters, [mention for mention in mentions if mention.role == "owner"])
    _owner_among_authors(clusters, mentions)
    named = [mention for mention in mentions if mention.role == "owner" or not is_nobody(mention.text)]
    _same_paper(clusters, named)
    _same_document(clusters, [m for m in named if is_full(m.text)], full_key, "the same full name in one document")
    _short_forms(clusters, named)
    return named


def fits(left: str, right: str) -> bool:
    """Whether two names can be one person's, and say more than a family name.

    >>> fits("A. Quillfeather", "Quillfeather, Ada"), fits("Quillfeather", "Ada Quillfeather")
    (True, False)
    """
    likeness = liken(left, right)
    return bool(likeness.given) and not likeness.contradicts and likeness.cost > _LOOSEST


def _same_owner(clusters: Clusters, owners: list[Mention]) -> None:
    """Documents about the same person."""
    for left, right in _neighbours(owners, lambda mention: mention.email):
        clusters.join(left.id, right.id, "the same e-mail address", evident=True)
    for left, right in _neighbours(owners, lambda mention: mention.orcid):
        clusters.join(left.id, right.id, "the same ORCID", evident=True)


def _neighbours(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> Iterator[tuple[Mention, Mention]]:
    """Each mention and the next one with the same key, if they have one."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if value := key(mention):
            groups[value].append(mention)
    for _, group in sorted(groups.items()):
        yield from pairwise(group)


def _owner_among_authors(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """The owner of a document is the author of its papers whose name fits, if one does, and who is called "Me"."""
    owners = {mention.path: mention for mention in mentions if mention.role == "owner"}
    authors = [mention for mention in mentions if mention.line]
    for _, line in groupby(sorted(authors, key=lambda m: (m.line, m.id)), key=lambda m: m.line):
        group = list(line)
        if owner := owners.get(group[0].path):
            fitting = _owners_place(owner, group)
            if len(fitting) == 1:
                clusters.join(owner.id, fitting[0].id, "an author of the papers in their own document")


def _owners_place(owner: Mention, authors: list[Mention]) -> list[Mention]:
    """The authors of a line who may be the owner: those called so, else those whose name fits."""
    names = (owner.text, *owner.aliases)
    keys = {people.key(name) for name in names}
    if equal := [author for author in authors if people.key(author.text) in keys or is_self(author.text)]:
        return equal
    return [author for author in authors if any(fits(author.text, name) for name in names)]


def _same_paper(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """One paper in two documents: authors of the same name, or the only ones whose short form fits."""
    papers: defaultdict[str, defaultdict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if mention.paper:
            papers[mention.paper][mention.line].append(mention)
    for _, lines in sorted(papers.items()):
        ordered = [lines[line] for line in sorted(lines)]
        for number, left in enumerate(ordered):
            for right in ordered[number + 1 : number + 1 + _LISTS]:
                _same_list(clusters, left, right)


_LISTS = 12  # printed lists of one paper that each is compared with


def _same_list(clusters: Clusters, left: list[Mention], right: list[Mention]) -> None:
    """Join the authors of two printed lists of one paper."""
    keys = {author.id: people.key(author.text) for author in (*left, *right)}
    for author in left:
        equal = [other for other in right if keys[other.id] == keys[author.id]]
        fitting = equal or [other for other in right if fits(other.text, author.text)]
        if len(fitting) == 1 and _only(author, fitting[0], left, keys if equal else {}):
            clusters.join(author.id, fitting[0].id, "an author of the same paper", evident=True)


def _only(author: Mention, other: Mention, authors: list[Mention], keys: dict[str, str]) -> bool:
    """Whether no second author fits the other one; with keys, whether none is called the same."""
    if keys:
        return sum(keys[mention.id] == keys[other.id] for mention in authors) == 1
    return [mention for mention in authors if fits(mention.text, other.text)] == [author]


def _same_document(clusters: Clusters, mentions: Iterable[Mention], key: Callable[[str], str], reason: str) -> None:
    for left, right in _neighbours(mentions, lambda mention: f"{mention.path}#{key(mention.text)}"):
        clusters.join(left.id, right.id, reason)


def _short_forms(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """A short form is the only full name that fits it in its document or paper, else a person of its own there."""
    full: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if is_full(mention.text):
            for family in families(mention.text):
                full[f"{mention.path}#{family}"].append(mention)
                if mention.paper:
                    full[f"{mention.paper}#{family}"].append(mention)
    short = [m for m in mentions if not is_full(m.text) and people.parse(m.text).given]
    wanted: list[tuple[str, str]] = []
    for mention in short:
        places = [place for place in (mention.path, mention.paper) if place]
        near = [other for place in places for family in families(mention.text) for other in full[f"{place}#{family}"]]
        fitting = {id(clusters.of[o.id]): o.id for o in near if fits(o.text, mention.text)}
        if len(fitting) == 1:
            wanted.append((mention.id, next(iter(fitting.values()))))
    for left, right in wanted:  # chosen before any is joined, so that the order does not matter
        clusters.join(left, right, "the only full name that its short form fits nearby")
    _same_document(clusters, short, people.key, "the same short form in one document")
