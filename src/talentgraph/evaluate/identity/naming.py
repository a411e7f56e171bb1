"""People of a cohort: invented names, and the many ways in which they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from talentgraph.evaluate.identity import noise
from talentgraph.evaluate.identity.words import chance, skewed, words

Order = Literal["given first", "family first", "letters last"]

_ORIGINS = {
    "english": 5, "german": 2, "romance": 2, "northern": 2, "chinese": 4, "indian": 2, "arabic": 1, "russian": 1,
    "korean": 1,
}  # fmt: skip
_SURNAMED_AGAIN = 0.06  # people who have changed their family name
_RARE = 0.6  # names made of a beginning and an end, where an origin has such
_OTHERWISE = 0.12  # mentions in another spelling, where the name has one


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as printed, and what makes it differ from the usual form."""

    text: str
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody; `former` is the family name before the present one."""

    id: str
    given: str
    family: str
    origin: str
    middle: str = ""
    former: str = ""

    def others(self) -> Iterator[tuple[str, str, str]]:
        """Other spellings, as what it is, given name and family name."""
        yield from _by_tables(self)
        if self.origin == "german":
            yield "transliteration", noise.in_two_letters(self.given), noise.in_two_letters(self.family)
        if self.origin == "russian":
            given, family = (noise.romanised(name, scholarly=True) for name in (self.given, self.family))
            yield "transliteration", given, family
            yield "script", self.given, self.family
        if self.former:
            yield "married name", self.given, self.former
            yield "married name", self.given, f"{self.former}-{self.family}"
        if "-" in self.given:
            yield "syllables", self.given.replace("-", " "), self.family
            first, _, second = self.given.partition("-")
            yield "syllables", first + second.lower(), self.family


@dataclass(frozen=True, slots=True)
class Style:
    """How one document prints names."""

    order: Order = "given first"
    initials: bool = False
    marks: bool = True
    scanned: bool = False


def invent_person(number: int, random: Random) -> Person:
    """Somebody new. Names are combined by chance, frequent ones often."""
    origin = random.choices(list(_ORIGINS), list(_ORIGINS.values()))[0]
    given, family = _part(origin, "given", random), _part(origin, "family", random)
    letter = random.choice("ABCDEFGHJKLMNPRSTVW") if origin == "english" and chance(random, 0.4) else ""
    former = _part(origin, "family", random) if chance(random, _SURNAMED_AGAIN) else ""
    return Person(f"person {number}", given, family, origin, letter, former if former != family else "")


def _part(origin: str, part: str, random: Random) -> str:
    """A given or a family name: a frequent one, or a rare one made of a beginning and an end."""
    rare = words()["rare"][origin].get(part)
    if rare and chance(random, _RARE):
        return "".join(random.choice(some.split()) for some in rare)
    return skewed(random, words()["names"][origin][part].split())


def namesake(person: Person, other: Person) -> Person:
    """The person with the name of another one."""
    return replace(person, given=other.given, family=other.family, origin=other.origin, middle="", former="")


def print_author(person: Person, style: Style, random: Random) -> Printed:
    """The name in a list of authors."""
    what, given, family = "", *_usual(person)
    others = list(person.others())
    if others and chance(random, _OTHERWISE):
        what, given, family = random.choice(others)
    if what == "script" and person.origin == "chinese":
        return Printed(family + given, frozenset({what}))
    short = style.initials and what != "script"
    middle = person.middle if chance(random, 0.6) else ""
    text = _ordered(_initials(given, middle) if short else [given, *([f"{middle}."] if middle else [])], family, style)
    traits = {what} if what else set()
    traits |= {"initials"} if short else set()
    traits |= {"order"} if style.order != "given first" else set()
    return spoilt(Printed(text, frozenset(traits)), style, random)


def print_owner(person: Person, style: Style, random: Random) -> Printed:
    """The name at the head of a document of one's own."""
    given, family = _usual(person)
    middle = f" {person.middle}." if person.middle and chance(random, 0.5) else ""
    title = "Dr. " if chance(random, 0.08) else ""
    printed = Printed(f"{title}{given}{middle} {family}", frozenset({"title"} if title else ()))
    return spoilt(printed, style, random)


def spoilt(printed: Printed, style: Style, random: Random) -> Printed:
    """The name after typing, and after scanning where the document is a scan."""
    text, traits = printed.text, set(printed.traits)
    if not style.marks and (plain := noise.without_marks(text)) != text:
        text = plain
        traits.add("no diacritics")
    if chance(random, 0.01) and (wrong := noise.typo(text, random)) != text:
        text = wrong
        traits.add("typo")
    if style.scanned and chance(random, 0.15) and (read := noise.scanned(text, random)) != text:
        text = read
        traits.add("OCR")
    return Printed(text, frozenset(traits))


def _usual(person: Person) -> tuple[str, str]:
    if person.origin == "russian":
        return noise.romanised(person.given), noise.romanised(person.family)
    return person.given, person.family


def _by_tables(person: Person) -> Iterator[tuple[str, str, str]]:
    given, family, tables = person.given, person.family, words()
    if given in tables["short"]:
        yield "nickname", tables["short"][given], family
    other = tables["spellings"]
    if given in other or family in other:
        yield "transliteration", other.get(given, given), other.get(family, family)
    if person.origin == "chinese" and given in tables["signs"] and family in tables["signs"]:
        yield "script", tables["signs"][given], tables["signs"][family]


def _initials(given: str, middle: str) -> list[str]:
    """The letters with points: "J.-H.", "A. B."."""
    hyphened = "-".join(f"{part[0].upper()}." for part in given.replace(" ", "-").split("-"))
    return [hyphened, *([f"{middle}."] if middle else [])]


def _ordered(given: list[str], family: str, style: Style) -> str:
    if style.order == "given first":
        return " ".join((*given, family))
    if style.order == "letters last" and style.initials:
        return f"{family} {''.join(given).replace('.', '').replace('-', '')}"
    return f"{family}, {' '.join(given)}"
