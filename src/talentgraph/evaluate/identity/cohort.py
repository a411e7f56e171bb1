"""A cohort of invented people with known truth: profiles, and for each name in them what it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from talentgraph.evaluate.identity.documents import write_profile
from talentgraph.evaluate.identity.life import Life, Paper, Stay, invent_papers, invent_stays
from talentgraph.evaluate.identity.naming import Person, invent_person, namesake
from talentgraph.evaluate.identity.things import Rivals, Thing, invent_things
from talentgraph.evaluate.identity.truth import Named
from talentgraph.evaluate.identity.words import chance, words
from talentgraph.model import Profile
from talentgraph.values.text import fold

_GROUP = 6  # people who write papers together
_OUTSIDE = 3  # of a group's people, one in so many has no document
_NAMESAKES = 0.05  # people with the full name of another one, who works on something else


@dataclass(frozen=True, slots=True)
class Cohort:
    """Profiles; what each of their names stands for, by mention; and things that are easily taken for one."""

    profiles: tuple[Profile, ...]
    truth: Mapping[str, Named]
    rivals: tuple[Rivals, ...] = ()


def invent(people: int = 300, *, seed: int = 1, namesakes: float = _NAMESAKES) -> Cohort:
    """A cohort in which about so many people have documents; the same seed gives the same cohort.

    `namesakes` is the share of people who have the full name of another one besides those that chance gives it.

    >>> cohort = invent(12)
    >>> cohort.truth == invent(12).truth, cohort.truth == invent(12, seed=2).truth
    (True, False)
    """
    things, rivals = invent_things(Random(f"{seed} things"))
    groups = _groups(people, namesakes, Random(f"{seed} people"))
    lives, papers = _lives(groups, things, Random(f"{seed} lives"))
    profiles: list[Profile] = []
    truth: dict[str, Named] = {}
    random = Random(f"{seed} documents")
    for life in lives:
        if life.documents:
            written = [write_profile(life, number, papers, things, random) for number in range(life.documents)]
            profiles += [profile for profile, _ in written]
            for _, names in written:
                truth |= names
    everybody = [person for _, group in groups for person in group]
    return Cohort(tuple(profiles), truth, (*rivals, *_alike(everybody)))


def _groups(people: int, namesakes: float, random: Random) -> list[tuple[str, list[Person]]]:
    """People in groups of one field; some have the name of somebody in another field."""
    fields = list(words()["topics"])
    whole = max(2, round(people * _OUTSIDE / (_OUTSIDE - 1) / _GROUP))
    groups = [
        (fields[number % len(fields)], [invent_person(number * _GROUP + at, random) for at in range(_GROUP)])
        for number in range(whole)
    ]
    for number, (_, group) in enumerate(groups):
        for at, person in enumerate(group):
            if chance(random, namesakes):
                other = random.choice(groups[(number + 1) % whole][1])  # the next group has another field
                group[at] = namesake(person, other)
    return groups


def _lives(
    groups: Sequence[tuple[str, list[Person]]], things: Mapping[str, Thing], random: Random
) -> tuple[list[Life], list[Paper]]:
    """What the people did, where, and how many documents each has."""
    lives: list[Life] = []
    papers: list[Paper] = []
    for topic, group in groups:
        home = random.choice([thing for thing in things.values() if thing.id.startswith("school") and not thing.parent])
        papers += invent_papers(topic, group, lives, things, random)
        for at, person in enumerate(group):
            stays: tuple[Stay, ...] = invent_stays(home, things, random)
            documents = 0 if at % _OUTSIDE == _OUTSIDE - 1 else random.choices((1, 2, 3), (60, 28, 12))[0]
            lives.append(Life(person, topic, stays, group[0] if at else None, documents))
    return lives, papers


def _alike(people: Sequence[Person]) -> list[Rivals]:
    """Pairs of people with one full name, or with one family name and one first letter."""
    found = []
    by_family: dict[str, list[Person]] = {}
    for person in people:
        by_family.setdefault(fold(person.family), []).append(person)
    for group in by_family.values():
        for a, b in combinations(group, 2):
            if fold(a.given) == fold(b.given):
                found.append(Rivals(a.id, b.id, "namesakes"))
            elif a.given[0] == b.given[0]:
                found.append(Rivals(a.id, b.id, "one family name and first letter"))
    return found
