"""People: which mentions are one person. The surest reasons come first; a family name alone is never one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, groupby

from talentgraph.resolve.clusters import Clusters
from talentgraph.resolve.comparison import Comparison, by_key
from talentgraph.resolve.mentions import Mention
from talentgraph.values import people
from talentgraph.values.text import fold

Groups = dict[str, list[Mention]]


def link(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """Join the mentions, which come sorted by id, that are the same person."""
    _same_owner(clusters, [mention for mention in mentions if mention.role == "owner"])
    _owner_among_authors(clusters, mentions)
    _same_paper(clusters, mentions)
    _same_full_name(clusters, [mention for mention in mentions if is_full(mention.text)])
    _short_forms(clusters, mentions)


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one person; contexts are employers, places and co-authors, parted by commas.

    >>> compare("Bee, Ada", "Ada Bee").band
    'same'
    """
    return by_key(full_key(left), full_key(right))


def is_full(name: str) -> bool:
    """Whether a name has a given name that is written out.

    >>> is_full("Ada Bee"), is_full("A. Bee"), is_full("Beeson AB"), is_full("Bee"), is_full("王小明")
    (True, False, False, False, True)
    """
    given = re.split(r"[\s.\-]+", people.parse(name).given)[0]
    if not given or given.lower() == given.upper():  # letters without case: every sign is a part of the name
        return bool(given)
    return len(given) > 1 and not (given.isupper() and len(given) < 4 and not name.isupper())


def full_key(name: str) -> str:
    """The normal form by which full names are equal: "Xiao Ming Bee" and "Xiaoming Bee".

    >>> full_key("Bee, Xiao-Ming") == full_key("Xiaoming Bee")
    True
    """
    parts = people.parse(name)
    return "/".join(re.sub(r"[\W_]", "", fold(part)) for part in (parts.given, parts.family, parts.suffix))


def best_name(mentions: Iterable[Mention]) -> str:
    """The name to show: the owner's own, else the full name that is printed most often, else the longest."""
    mentions = list(mentions)
    own = [mention.text for mention in mentions if mention.role == "owner"]
    names = own or [m.text for m in mentions if is_full(m.text)] or [m.text for m in mentions]
    count = Counter(names)
    return readable(min(count, key=lambda name: (-count[name], -len(name), name)))


def readable(name: str) -> str:
    """The name with the family name last, without titles.

    >>> readable("Bee, Ada"), readable("Prof. Ada Bee"), readable("王小明")
    ('Ada Bee', 'Ada Bee', '王小明')
    """
    name = " ".join(name.split())
    parts = people.parse(name)
    if " " not in name or not parts.family:
        return name
    return " ".join(part for part in (parts.given, parts.family, parts.suffix) if part)


def _same_owner(clusters: Clusters, owners: list[Mention]) -> None:
    """Documents about the same person."""
    for left, right in _pairs(owners, lambda mention: mention.email):
        clusters.join(left.id, right.id, "the same e-mail address", evident=True)
    for left, right in _pairs(owners, lambda mention: mention.orcid):
        clusters.join(left.id, right.id, "the same ORCID", evident=True)
    full = [owner for owner in owners if is_full(owner.text)]
    for left, right in _pairs(full, lambda mention: full_key(mention.text)):
        if left.traits & right.traits:
            clusters.join(left.id, right.id, "the same name and a common employer, school or paper", evident=True)


def _pairs(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> Iterator[tuple[Mention, Mention]]:
    """All pairs of mentions with the same key, if they have one."""
    groups: Groups = defaultdict(list)
    for mention in mentions:
        if value := key(mention):
            groups[value].append(mention)
    for _, group in sorted(groups.items()):
        yield from combinations(group, 2)


def _owner_among_authors(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """The owner of a document is the author of its papers whose name fits, if one does."""
    owners = {mention.path: mention for mention in mentions if mention.role == "owner"}
    authors = [mention for mention in mentions if mention.line]
    for _, line in groupby(sorted(authors, key=lambda m: (m.line, m.id)), key=lambda m: m.line):
        group = list(line)
        owner = owners[group[0].path]
        names = (owner.text, *owner.aliases)
        keys = {people.key(name) for name in names}
        equal = [author for author in group if people.key(author.text) in keys]
        fitting = equal or [a for a in group if any(people.compatible(a.text, name) for name in names)]
        if len(fitting) == 1:
            clusters.join(owner.id, fitting[0].id, "an author of the papers in their own document")


def _same_paper(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """One paper in two documents: authors of the same name, or the only ones whose short form fits."""
    papers: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if mention.paper:
            papers[mention.paper][mention.line].append(mention)
    for _, lines in sorted(papers.items()):
        for left, right in combinations([lines[line] for line in sorted(lines)], 2):
            _same_list(clusters, left, right)


def _same_list(clusters: Clusters, left: list[Mention], right: list[Mention]) -> None:
    """Join the authors of two printed lists of one paper."""
    for author in left:
        equal = [other for other in right if people.key(other.text) == people.key(author.text)]
        fitting = equal or [other for other in right if people.compatible(other.text, author.text)]
        if len(fitting) == 1 and _only(author, fitting[0], left, exact=bool(equal)):
            clusters.join(author.id, fitting[0].id, "an author of the same paper", evident=True)


def _only(author: Mention, other: Mention, authors: list[Mention], *, exact: bool) -> bool:
    """Whether no second author fits the other one."""
    if exact:
        return sum(people.key(mention.text) == people.key(other.text) for mention in authors) == 1
    return [mention for mention in authors if people.compatible(mention.text, other.text)] == [author]


def _same_full_name(clusters: Clusters, mentions: list[Mention]) -> None:
    """Equal full names are one person, unless two documents' owners share the name."""
    groups: Groups = defaultdict(list)
    for mention in mentions:
        groups[full_key(mention.text)].append(mention)
    for _, group in sorted(groups.items()):
        owners = {id(clusters.of[m.id]): m for m in group if clusters.of[m.id].owned}
        if len(owners) > 1:
            _same_document(clusters, [m for m in group if not clusters.of[m.id].owned], "the same name in one document")
            continue
        first = next(iter(owners.values()), group[0])
        for mention in group:
            clusters.join(first.id, mention.id, "the same full name")


def _same_document(clusters: Clusters, mentions: list[Mention], reason: str) -> None:
    for left, right in _pairs(mentions, lambda mention: f"{mention.path}#{people.key(mention.text)}"):
        clusters.join(left.id, right.id, reason)


def _short_forms(clusters: Clusters, mentions: Sequence[Mention]) -> None:
    """A short form is the only full name that fits it in its document or paper, else a person of its own there."""
    full: Groups = defaultdict(list)
    for mention in mentions:
        if is_full(mention.text):
            for place in (mention.path, mention.paper):
                full[place].append(mention)
    short = [m for m in mentions if not is_full(m.text) and people.parse(m.text).given]
    wanted: list[tuple[str, str]] = []
    for mention in short:
        near = [other for place in (mention.path, mention.paper) if place for other in full[place]]
        fitting = {id(clusters.of[o.id]): o.id for o in near if people.compatible(o.text, mention.text)}
        if len(fitting) == 1:
            wanted.append((mention.id, next(iter(fitting.values()))))
    for left, right in wanted:  # chosen before any is joined, so that the order does not matter
        clusters.join(left, right, "the only full name that its short form fits nearby")
    _same_document(clusters, short, "the same short form in one document")
