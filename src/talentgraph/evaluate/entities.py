"""Names in a document: which of those that the gold gives were found, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from talentgraph.evaluate.gold import Record, Shown, records, text, texts
from talentgraph.evaluate.matching import same
from talentgraph.evaluate.spelling import NO_NAMES, Kind, Names, normal, spellings

ENTITIES = (
    "person", "employers", "institutions", "venues", "technologies", "titles", "awards", "coauthors", "projects",
)  # fmt: skip
FIELDS = {
    "employers": ("work", "name"),
    "institutions": ("education", "institution"),
    "venues": ("publications", "publisher"),
    "titles": ("publications", "name"),
    "awards": ("awards", "title"),
    "projects": ("projects", "name"),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A name and the places of the profile where it stands.

    `counts` is false for what is neither asked for nor wrong: what the document does not show, what is optional, the
    heading of a group of skills.
    """

    name: str
    further: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """How the names of one class fared in one document; `ignored` are found names that are neither right nor wrong."""

    correct: tuple[tuple[Entity, Entity], ...]  # what the gold gives, and what was found
    missed: tuple[Entity, ...]
    wrong: tuple[Entity, ...]
    ignored: tuple[Entity, ...] = ()

    def counts(self) -> tuple[int, int, int]:
        """Numbers of names: right, found, and asked for."""
        right = len(self.correct)
        return right, right + len(self.wrong), right + len(self.missed)


def match_entities(kind: Kind, gold: Shown, found: Record, names: Names = NO_NAMES) -> Found:
    """The largest one-to-one matching of the names of one class, equal spellings first.

    >>> from talentgraph.evaluate.gold import shown
    >>> gold, found = {"work": [{"name": "Acme Inc."}]}, {"work": [{"name": "ACME"}, {"name": "Bee Labs"}]}
    >>> match_entities("employers", shown(gold), found).counts()
    (1, 2, 1)
    """
    given = _distinct(_given(kind, gold), kind, names)
    asked = [entity for entity in given if entity.counts]
    predicted = _distinct(_predicted(kind, gold, found), kind, names)
    pairs = assign([[_weight(kind, one, other, names) for other in predicted] for one in asked])
    optional = [entity for entity in given if not entity.counts]
    left = [entity for number, entity in enumerate(predicted) if number not in pairs.values()]
    ignored = [entity for entity in left if _is_ignored(kind, entity, asked, optional, names=names)]
    return Found(
        correct=tuple((asked[one], predicted[other]) for one, other in sorted(pairs.items())),
        missed=tuple(entity for number, entity in enumerate(asked) if number not in pairs),
        wrong=tuple(entity for entity in left if entity not in ignored),
        ignored=tuple(ignored),
    )


def assign(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """The one-to-one matching of rows to columns with the largest sum; a weight of 0 is no match.

    >>> assign([[1, 1], [1, 0]])
    {0: 1, 1: 0}
    """
    if not weights or not weights[0]:
        return {}
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(weights, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if weights[row][column]}


def _weight(kind: Kind, gold: Entity, found: Entity, names: Names) -> float:
    if normal(gold.name, kind) == normal(found.name, kind):
        return 1.001
    return float(same(kind, gold.name, found.name, gold.further, names))


def _is_ignored(
    kind: Kind, entity: Entity, asked: Iterable[Entity], optional: Iterable[Entity], *, names: Names
) -> bool:
    """Whether a name that fits none is neither right nor wrong: optional, a heading, or half of a joint name."""
    if not entity.counts or any(same(kind, other.name, entity.name, other.further, names) for other in optional):
        return True
    return any(normal(entity.name, kind) in _parts(kind, other) for other in asked)


def _parts(kind: Kind, gold: Entity) -> frozenset[str]:
    return spellings(gold.name, kind).short | frozenset(normal(name, kind) for name in gold.further)


def _distinct(entities: Iterable[Entity], kind: Kind, names: Names) -> list[Entity]:
    """One entity a normal form, with all its places; it counts if it counts once."""
    found: dict[str | int, Entity] = {}
    for entity in entities:
        if (key := names.key(normal(entity.name, kind), kind)) == "":
            continue
        known = found.get(key, entity)
        first = entity if entity.counts and not known.counts else known
        places = known.places if known is entity else known.places + entity.places
        found[key] = replace(first, places=places)
    return list(found.values())


def _given(kind: Kind, gold: Shown) -> Iterator[Entity]:
    """The names of one class that the gold gives."""
    if kind == "person":
        yield _entity(gold, text(gold.gold.get("basics") or {}, "name"), "basics.name")
    elif kind == "technologies":
        yield from _given_technologies(gold)
    elif kind == "coauthors":
        yield from _authors(gold.gold, _aliases(gold), gold.hidden)
    else:
        section, field = FIELDS[kind]
        for number, record in enumerate(records(gold.gold, section)):
            further = tuple(filter(None, texts(record, "aka")))
            yield replace(_entity(gold, text(record, field), f"{section}.{number}.{field}"), further=further)


def _given_technologies(gold: Shown) -> Iterator[Entity]:
    """Technologies of the skills section; headings of groups and technologies of projects are optional."""
    for number, skill in enumerate(records(gold.gold, "skills")):
        keywords = list(filter(None, texts(skill, "keywords")))
        heading = _entity(gold, text(skill, "name"), f"skills.{number}.name")
        yield replace(heading, counts=heading.counts and not keywords)
        for place, word in enumerate(texts(skill, "keywords")):
            yield _entity(gold, word, f"skills.{number}.keywords.{place}")
    for project in records(gold.gold, "projects"):
        yield from (Entity(word, counts=False) for word in texts(project, "keywords"))


def _predicted(kind: Kind, gold: Shown, found: Record) -> Iterator[Entity]:
    """The names of one class that were found."""
    if kind == "person":
        yield Entity(text(found.get("basics") or {}, "name"), places=("basics.name",))
    elif kind == "technologies":
        for number, skill in enumerate(records(found, "skills")):
            words = texts(skill, "keywords")
            yield from (Entity(w, places=(f"skills.{number}.keywords.{i}",)) for i, w in enumerate(words))
            yield Entity(text(skill, "name"), places=(f"skills.{number}.name",), counts=not any(words))
    elif kind == "coauthors":
        yield from _authors(found, (*_aliases(gold), text(found.get("basics") or {}, "name")), frozenset())
    else:
        section, field = FIELDS[kind]
        for number, record in enumerate(records(found, section)):
            yield Entity(text(record, field), places=(f"{section}.{number}.{field}",))


def _authors(data: Record, own: tuple[str, ...], hidden: frozenset[str]) -> Iterator[Entity]:
    """All authors but the person."""
    for number, paper in enumerate(records(data, "publications")):
        for place, author in enumerate(texts(paper, "authors")):
            if normal(author) not in ("", "et al") and not any(same("coauthors", name, author) for name in own if name):
                where = f"publications.{number}.authors.{place}"
                yield Entity(author, places=(where,), counts=where not in hidden)


def _aliases(gold: Shown) -> tuple[str, ...]:
    return tuple(texts(gold.gold.get("basics") or {}, "aliases"))


def _entity(gold: Shown, name: str, place: str) -> Entity:
    return Entity(name, places=(place,), counts=place not in gold.hidden)
