"""What invented people did: where they studied and worked, and which papers they wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from talentgraph.evaluate.identity.naming import Person
from talentgraph.evaluate.identity.things import Thing
from talentgraph.evaluate.identity.words import chance, words

_PAPERS = 9  # of a group
_ABOUT = 6  # words that a group writes about, of those of its field


@dataclass(frozen=True, slots=True)
class Stay:
    """Years at an organisation, to study or to work."""

    kind: Literal["study", "work"]
    thing: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, its series, its year, and who wrote it."""

    title: str
    series: str
    year: int
    authors: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody's field, stays and teacher, and how many documents there are."""

    person: Person
    topic: str
    stays: tuple[Stay, ...]
    teacher: Person | None = None
    documents: int = 1


def invent_stays(home: Thing, things: Mapping[str, Thing], random: Random) -> tuple[Stay, ...]:
    """One to three schools, of which one is mostly that of the group, then up to three employers."""
    schools = [thing for thing in things.values() if thing.id.startswith("school") and not thing.parent]
    places = [thing for thing in things.values() if thing.kind == "organization"]
    studied = random.sample(schools, random.choice((0, 1, 1, 2))) + ([home] if chance(random, 0.8) else [])
    year = random.randint(1998, 2014)
    stays: list[Stay] = []
    for thing in studied or [home]:
        stays.append(Stay("study", thing.id, year, year := year + random.randint(2, 5)))
    for thing in random.choices(places, [_weight(thing, home) for thing in places], k=random.randint(1, 3)):
        stays.append(Stay("work", thing.id, year, year := year + random.randint(1, 4)))
    return tuple(stays)


def invent_papers(
    topic: str, group: Sequence[Person], others: Sequence[Life], things: Mapping[str, Thing], random: Random
) -> list[Paper]:
    """The papers of a group, some with somebody of another group of the same field."""
    guests = [life.person for life in others if life.topic == topic]
    about = random.sample(words()["topics"][topic].split(), _ABOUT)
    papers = []
    for _ in range(_PAPERS):
        authors = random.sample(group, random.randint(2, min(4, len(group))))
        if guests and chance(random, 0.3):
            authors.append(random.choice(guests))
        series = random.choice([thing for thing in things.values() if _of(thing, topic)])
        papers.append(Paper(_title(about, random), series.id, random.randint(2008, 2024), tuple(authors)))
    return papers


def _of(thing: Thing, topic: str) -> bool:
    short = thing.id.removeprefix("series ").partition(" / ")[0]
    return thing.kind == "venue" and short in words()["venues"][topic]


def _weight(thing: Thing, home: Thing) -> int:
    """Colleagues meet: the group's own school and its departments are likelier than others."""
    return 60 if home.id in (thing.id, thing.parent) else 8 if thing.id.startswith("firm") else 1


def _title(about: Sequence[str], random: Random) -> str:
    table = words()["titles"]
    first, second = random.sample(table["adjectives"].split(), 2)
    one, other = random.sample(about, 2)
    noun = random.choice(table["nouns"].split())
    return f"{first} {noun} {random.choice(table['joints'])} {second} {one} and {other}"
