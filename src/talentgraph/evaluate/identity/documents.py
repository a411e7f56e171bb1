"""CVs of invented people as profiles, and what each name in them stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from talentgraph.evaluate.identity.life import Life, Paper, Stay
from talentgraph.evaluate.identity.naming import Order, Printed, Style, print_author, print_owner
from talentgraph.evaluate.identity.things import Thing, print_thing
from talentgraph.evaluate.identity.truth import Named
from talentgraph.evaluate.identity.words import chance
from talentgraph.model import Basics, Education, Kind, Profile, Publication, Skill, Source, Work, mention

_STYLES: dict[tuple[Order, bool], int] = {
    ("given first", False): 50, ("given first", True): 25, ("family first", True): 12, ("family first", False): 5,
    ("letters last", True): 8,
}  # fmt: skip
_SKILLS = 8


class _Names:
    """What the names of a document stand for, as it is written."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: dict[str, Named] = {}

    def add(self, place: str, kind: Kind, entity: str, printed: Printed, context: str = "") -> str:
        """Note a name; returns it."""
        named = Named(kind, entity, printed.text, printed.traits, context)
        self.found[mention(self.path, place)] = named
        return printed.text


def write_profile(
    life: Life, number: int, papers: Sequence[Paper], things: Mapping[str, Thing], random: Random
) -> tuple[Profile, dict[str, Named]]:
    """One of somebody's CVs; the later ones of a person are older and say less."""
    style = _style(random)
    until = 2025 - 3 * number
    names = _Names(f"{life.person.id.replace(' ', '')}-{number}.txt")
    stays = [stay for stay in life.stays if stay.start < until] or list(life.stays[:1])
    own = [paper for paper in papers if life.person in paper.authors and paper.year <= until]
    work, education = _work(stays, things, names, style, random), _education(life, stays, things, names, style, random)
    places = [record.name or "" for record in work] + [record.institution or "" for record in education]
    name = names.add("basics", "person", life.person.id, print_owner(life.person, style, random), ", ".join(places))
    profile = Profile(
        source=Source(path=names.path, sha256="", media_type="text/plain"),
        basics=Basics(name=name, email=_email(life, random), orcid=_orcid(life, random)),
        work=work,
        education=education,
        publications=tuple(_paper(paper, at, things, names, style, random) for at, paper in enumerate(own)),
        skills=(_skills(life, things, names, style, random),),
    )
    return profile, names.found


def _style(random: Random) -> Style:
    order, initials = random.choices(list(_STYLES), list(_STYLES.values()))[0]
    return Style(order, initials, marks=chance(random, 0.7), scanned=chance(random, 0.1))


def _work(
    stays: Sequence[Stay], things: Mapping[str, Thing], names: _Names, style: Style, random: Random
) -> tuple[Work, ...]:
    records = []
    for at, stay in enumerate(reversed([stay for stay in stays if stay.kind == "work"])):
        thing = things[stay.thing]
        place = thing.place if chance(random, 0.6) else ""
        name = names.add(f"work.{at}.name", "organization", thing.id, print_thing(thing, style, random), place)
        start, end = str(stay.start), str(stay.end)
        records.append(Work(name=name, position="Researcher", location=place or None, start_date=start, end_date=end))
    return tuple(records)


def _education(
    life: Life, stays: Sequence[Stay], things: Mapping[str, Thing], names: _Names, style: Style, random: Random
) -> tuple[Education, ...]:
    records = []
    for at, stay in enumerate(reversed([stay for stay in stays if stay.kind == "study"])):
        thing, teacher = things[stay.thing], life.teacher
        printed = print_thing(thing, style, random)
        name = names.add(f"education.{at}.institution", "organization", thing.id, printed, thing.place)
        advisors: tuple[str, ...] = ()
        if at == 0 and teacher is not None and chance(random, 0.5):
            said = print_author(teacher, Style(marks=style.marks, scanned=style.scanned), random)
            advisors = (names.add(f"education.{at}.advisors.0", "person", teacher.id, said, name),)
        start, end = str(stay.start), str(stay.end)
        records.append(Education(institution=name, study_type="MSc", advisors=advisors, start_date=start, end_date=end))
    return tuple(records)


def _paper(
    paper: Paper, number: int, things: Mapping[str, Thing], names: _Names, style: Style, random: Random
) -> Publication:
    place = f"publications.{number}"
    printed = [print_author(author, style, random) for author in paper.authors]
    for at, (author, one) in enumerate(zip(paper.authors, printed, strict=True)):
        beside = ", ".join(other.text for other in printed if other is not one)
        names.add(f"{place}.authors.{at}", "person", author.id, one, beside)
    venue = print_thing(things[paper.series], style, random, year=paper.year)
    return Publication(
        name=paper.title,
        publisher=names.add(f"{place}.publisher", "venue", paper.series, venue),
        release_date=str(paper.year),
        authors=tuple(one.text for one in printed),
    )


def _skills(life: Life, things: Mapping[str, Thing], names: _Names, style: Style, random: Random) -> Skill:
    known = [thing for thing in things.values() if thing.kind == "technology"]
    chosen = Random(life.person.id).sample(known, _SKILLS)  # the same in all of somebody's documents
    printed = [print_thing(thing, style, random) for thing in chosen]
    for at, (thing, one) in enumerate(zip(chosen, printed, strict=True)):
        beside = ", ".join(other.text for other in printed if other is not one)
        names.add(f"skills.0.keywords.{at}", "technology", thing.id, one, beside)
    return Skill(name="Skills", keywords=tuple(one.text for one in printed))


def _email(life: Life, random: Random) -> str | None:
    """One of two addresses, which most documents print."""
    number = life.person.id.split()[1]
    return f"{random.choice(('mail', 'post'))}{number}@example.org" if chance(random, 0.7) else None


def _orcid(life: Life, random: Random) -> str | None:
    number = int(life.person.id.split()[1])
    return f"0000-0002-{number // 10000:04}-{number % 10000:04}" if chance(random, 0.2) else None
