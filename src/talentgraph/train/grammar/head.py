"""The head of a CV: name, what the person is, and how to reach them."""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar import names, prose
from talentgraph.train.grammar.pieces import Part, Row, rows
from talentgraph.train.grammar.pools import chance, layouts, pick, weighted


def section(random: Random, person: tuple[str, str]) -> list[Row]:
    """The head rows of a CV."""
    name = " ".join(person)
    if chance(random, 0.15):
        name = f"{person[0]} {random.choice('ABCDEFGHJKLMNPRSTW')}. {person[1]}"
    name = name.upper() if chance(random, 0.12) else name
    address = ".".join(person).lower().replace(" ", ".")
    values: dict[str, str | tuple[Part, ...]] = {
        "person": name,
        "title": prose.job_title(random)
        if chance(random, 0.8)
        else f"{prose.job_title(random)} in {prose.field(random)}",
        "employer": names.employer(random),
        "place": names.place(random),
        "street": (
            Part(f"{random.randint(10, 900)} {names.coined(random)} {pick(random, 'St', 'Street', 'Ave', 'Road')}"),
        ),
        "code": (Part(f"{random.randint(10000, 99999)}"),),
        "degree": (Part(pick(random, "PhD", "M.Sc.", "Ph.D.", "MD")),),
        "word": (
            Part(
                pick(random, "Curriculum Vitae", "CURRICULUM VITAE", "Resume", "CV", "Lebenslauf", "Résumé"), "", "word"
            ),
        ),
        "mail": (Part(f"{address}@example.{pick(random, 'com', 'org', 'edu')}", "", "mail"),),
        "phone": (Part(_phone(random), "", "phone"),),
        "link": (Part(_link(random, address), "", "link"),),
    }
    values["contact"] = _contact(random, values)
    bullets = chance(random, 0.15)
    found = rows(weighted(random, layouts("head heads")).split("|"), values)
    return [
        Row(row.parts, "name" if _names_person(row) else "bullet" if bullets else "entry", row.gap) for row in found
    ]


def _names_person(row: Row) -> bool:
    return any(part.field == "person" for part in row.parts)


def _contact(random: Random, values: dict[str, str | tuple[Part, ...]]) -> tuple[Part, ...]:
    """Ways to reach the person on one line."""
    separator = pick(random, " | ", " | ", " · ", ", ", "\t", " • ", "      ", " / ", " – ", "; ")
    pieces: list[tuple[Part, ...]] = []
    for name in ("place", "mail", "phone", "link"):
        value = values[name]
        if isinstance(value, str):
            value = (Part(value, "PLACE", "place"),)
        if chance(random, 0.7 if name != "mail" else 0.95):
            pieces.append(
                (Part({"mail": "E-mail: ", "phone": "Tel: ", "link": "Web: "}.get(name, "")), *value)
                if separator == "\t"
                else value
            )
    if chance(random, 0.3):
        pieces.append((Part(pick(random, "LinkedIn", "GitHub", "Google Scholar", "ORCID: 0000-0002-1825-0097")),))
    random.shuffle(pieces)
    joined = [part for number, piece in enumerate(pieces) for part in ((Part(separator),) if number else ()) + piece]
    return tuple(part for part in joined if part.text)


def _phone(random: Random) -> str:
    digits = f"{random.randint(0, 9999):04}"
    return pick(
        random,
        f"+1 (555) 010 {digits}",
        f"+1 202 555 {digits}",
        f"(503) 555-{digits}",
        f"+49 30 5550 {digits}",
        f"+1-555-010-{digits}",
        f"555.010.{digits}",
    )


def _link(random: Random, address: str) -> str:
    return pick(
        random,
        f"https://{address}.example.com",
        f"www.{address}.example.org",
        f"{address}.example.com",
        f"github.com/{address}",
        f"https://example.edu/~{address}",
    )
