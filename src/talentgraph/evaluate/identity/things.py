"""Organisations, series and technologies of a cohort: their names by rule, and which of them are look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from random import Random

from talentgraph.evaluate.identity.naming import Printed, Style, spoilt
from talentgraph.evaluate.identity.words import chance, words
from talentgraph.model import Kind

_USUAL = 0.5  # of the mentions are in the usual form, where there are others
_SMALL = {"of", "de", "di", "and", "for", "the", "on", "in", "degli"}
_SHORTER = {
    "Conference": "Conf.", "International": "Intl.", "Symposium": "Symp.", "Transactions": "Trans.", "Journal": "J.",
    "Processing": "Process.", "Recognition": "Recognit.", "Analysis": "Anal.", "Intelligence": "Intell.",
    "Automation": "Autom.", "Engineering": "Eng.", "Machine": "Mach.", "Language": "Lang.", "Letters": "Lett.",
    "Proceedings": "Proc.", "Systems": "Syst.", "Association": "Assoc.", "Linguistics": "Linguist.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that names stand for. Its usual form comes first; `{year}`, `{yy}` and `{nth}` are filled in."""

    id: str
    kind: Kind
    forms: tuple[Printed, ...]
    place: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two things that are easily taken for one, and why."""

    left: str
    right: str
    why: str


def print_thing(thing: Thing, style: Style, random: Random, *, year: int = 2015) -> Printed:
    """A name of the thing as a document prints it."""
    form = thing.forms[0] if len(thing.forms) == 1 or chance(random, _USUAL) else random.choice(thing.forms[1:])
    text = form.text.format(year=year, yy=f"{year % 100:02}", nth=_ordinal(year - 1980))
    return spoilt(Printed(text, form.traits), style, random)


def invent_things(random: Random) -> tuple[dict[str, Thing], list[Rivals]]:
    """All organisations, series and technologies by id, and the look-alikes among them."""
    schools, firms = list(_schools()), list(_firms(random))
    things = [*schools, *_departments(schools, random), *firms, *_series(), *_technologies()]
    by_id = {thing.id: thing for thing in things}
    parts = [Rivals(thing.id, thing.parent, "part and whole") for thing in things if thing.parent]
    return by_id, [*parts, *_sisters(things), *_same_city(schools), *_same_stem(firms), *_listed()]


def _forms(usual: str, others: Iterable[tuple[str, str]]) -> tuple[Printed, ...]:
    """The usual form and the others (what it is, text), each once."""
    found = {usual: Printed(usual)}
    for what, text in others:
        found.setdefault(text, Printed(text, frozenset({what})))
    return tuple(found.values())


def _letters(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word not in _SMALL)


def _schools() -> Iterator[Thing]:
    """Universities: forms by the kind of name, in English too, with initials where those are usual."""
    for kind, table in words()["schools"].items():
        for city in table["cities"]:
            native, _, english = city.partition("|")
            parts = {"c": native, "e": english or native}
            initials = _letters(table["forms"][0].format(**parts, a=""))
            usual, *others = (form.format(**parts, a=initials) for form in table["forms"])
            named = [(_what(usual, other), other) for other in others]
            named += [("place added", f"{usual}, {native}")] if native not in usual else []
            named += [("case", usual.upper())]
            yield Thing(f"school {kind} {native}", "organization", _forms(usual, named), place=english or native)


def _what(usual: str, other: str) -> str:
    if other.isupper():
        return "acronym"
    english = other.startswith(("University of", "Technical University", "Polytechnic"))
    return "translation" if english and not usual.startswith("University of") else "short form"


def _departments(schools: list[Thing], random: Random) -> Iterator[Thing]:
    table = words()["departments"]
    for school in schools:
        for name in random.sample(table["names"], 2):
            names = school.forms[: 1 + len(school.forms) // 2]
            usual, *others = (form.format(d=name, u=one.text) for form in table["forms"] for one in names)
            forms = _forms(usual, [("department", other) for other in others])
            yield Thing(f"{school.id} / {name}", "organization", forms, school.place, school.id)


def _firms(random: Random) -> Iterator[Thing]:
    """Firms: invented ones, half with a unit, some renamed, and real ones with their legal forms."""
    table = words()["companies"]
    places, stems = words()["places"]["names"], table["stems"].split()
    for number, stem in enumerate(stems):
        for end in random.sample(table["ends"].split(), 2):
            name, legal = f"{stem} {end}", random.choice(table["legal"])
            new = f"{stems[number - 1]}{stem[:3].lower()}" if chance(random, 0.3) else ""
            yield _firm(name, [legal], random.choice(places), new=new)
            if chance(random, 0.5):
                unit = f"{name} {random.choice(table['units'].split())}"
                forms = _forms(unit, [("legal form", f"{unit} {legal}"), ("case", unit.upper())])
                yield Thing(f"firm {unit}", "organization", forms, parent=f"firm {name}")
    for name, (legal, *others) in words()["firms"].items():
        yield _firm(name, [legal], random.choice(places), others=others)


def _firm(name: str, legal: list[str], place: str, *, new: str = "", others: Iterable[str] = ()) -> Thing:
    forms = [("legal form", f"{name}{', ' if end.endswith('Inc.') else ' '}{end}") for end in legal]
    forms += [("case", name.upper()), ("place added", f"{name}, {place}"), ("place added", f"{name} ({place})")]
    forms += [("other name", other) for other in others]
    if new:
        forms += [("renamed", new), ("renamed and said", f"{new} (formerly {name})")]
    return Thing(f"firm {name}", "organization", _forms(name, forms), place)


def _series() -> Iterator[Thing]:
    """Conferences and journals with acronym, year, ordinal and shortened words, and workshops at conferences."""
    for table in words()["venues"].values():
        for short, name in table.items():
            series = Thing(f"series {short}", "venue", _forms(short, _series_forms(short, name)))
            yield series
            if "Journal" not in name and "Trans" not in name and "Letters" not in name:
                shop = _forms(f"{short} Workshop on New Ideas", [
                    ("year", f"{short} {{year}} Workshop on New Ideas"),
                    ("order", f"Workshop on New Ideas at {short}"),
                    ("year", f"Workshop on New Ideas @ {short} {{year}}"),
                ])  # fmt: skip
                yield Thing(f"{series.id} / workshop", "venue", shop, parent=series.id)


def _series_forms(short: str, name: str) -> Iterator[tuple[str, str]]:
    yield "full name", name
    yield "full name", f"{name} ({short})"
    yield "abbreviation", " ".join(_SHORTER.get(word, word) for word in name.split() if word not in _SMALL)
    if not re.search("Journal|Trans|Letters", name):
        yield from (("year", f"{short} {{year}}"), ("year", f"{short} '{{yy}}"), ("year", f"{short}'{{yy}}"))
        yield "proceedings", f"Proc. of {short} {{year}}"
        yield "proceedings", f"Proceedings of the {{nth}} {name}"


def _technologies() -> Iterator[Thing]:
    for name, others in words()["technologies"].items():
        named = [(_alias(name, other), other) for other in others]
        yield Thing(f"technology {name}", "technology", _forms(name, named))


def _alias(name: str, other: str) -> str:
    if re.sub(r"\W", "", name).lower() == re.sub(r"\W", "", other).lower():
        return "case and signs"
    return "version" if re.fullmatch(r".*\d", other) and other.startswith(name[:1]) else "alias"


def _sisters(things: list[Thing]) -> Iterator[Rivals]:
    """Parts of one whole."""
    parts: dict[str, list[str]] = {}
    for thing in things:
        if thing.parent:
            parts.setdefault(thing.parent, []).append(thing.id)
    return (Rivals(a, b, "parts of one whole") for some in parts.values() for a, b in combinations(some, 2))


def _same_city(schools: list[Thing]) -> Iterator[Rivals]:
    """Universities of one city or state, and the campuses of one system."""
    for a, b in combinations(schools, 2):
        if a.place == b.place:
            yield Rivals(a.id, b.id, "one city")
        elif a.id.startswith("school system") and b.id.startswith("school system"):
            yield Rivals(a.id, b.id, "campuses")


def _same_stem(firms: list[Thing]) -> Iterator[Rivals]:
    whole = [firm for firm in firms if not firm.parent]
    for a, b in combinations(whole, 2):
        if a.forms[0].text.split()[0] == b.forms[0].text.split()[0]:
            yield Rivals(a.id, b.id, "one first word")


def _listed() -> Iterator[Rivals]:
    for a, b in words()["look_alikes"]["technologies"]:
        yield Rivals(f"technology {a}", f"technology {b}", "look-alikes")


def _ordinal(number: int) -> str:
    end = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 // 10 != 1 else 0, "th")
    return f"{number}{end}"
