"""LinkedIn's data export: a ZIP archive of CSV files.

The text of the profile is that of the files read, one after the other, each below a line with its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import (
    Account,
    Award,
    Basics,
    Certificate,
    Education,
    Language,
    Profile,
    Project,
    Publication,
    Skill,
    Source,
    Span,
    Volunteer,
    Work,
)
from talentgraph.read.archives import Archive
from talentgraph.read.csv_tree import read_csv
from talentgraph.read.limits import MAX_DATA_CHARS
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, dated, joined, make, part, period, split, told
from talentgraph.values import degrees

EXTRACTOR = "linkedin"
FILES = (
    "Profile.csv", "Profile Summary.csv", "Email Addresses.csv", "PhoneNumbers.csv", "Positions.csv", "Education.csv",
    "Skills.csv", "Publications.csv", "Languages.csv", "Certifications.csv", "Honors.csv", "Projects.csv",
    "Volunteering.csv", "Courses.csv", "Patents.csv",
)  # fmt: skip
_WEBSITE = re.compile(r"\[(?:[^\[\]:]*:)?([^\[\]]+)\]|(https?://[^\s,\[\]]+)")
_BULLETS = re.compile(r"(?:^|\n)[^\S\n]*+[•●▪·*–-]\s")
_Tables = Mapping[str, list[Node]]


def read_linkedin(data: bytes, source: Source) -> Profile:
    """A LinkedIn data export. Raises ReadError when the archive holds no profile."""
    text, tables = _tables(Archive(data, source.path), source.path)
    person = next(iter(tables["Profile.csv"]), Node(""))
    profile = Profile(
        source=source,
        text=text,
        basics=_basics(person, tables),
        work=told(_work(row) for row in tables["Positions.csv"]),
        education=told(_education(row) for row in tables["Education.csv"]),
        publications=told(_publications(tables)),
        skills=told([make(Skill, keywords=[said for row in tables["Skills.csv"] if (said := row.get("Name"))])]),
        projects=told(_project(row) for row in tables["Projects.csv"]),
        awards=told(_award(row) for row in tables["Honors.csv"]),
        certificates=told(_certificate(row) for row in tables["Certifications.csv"]),
        languages=told(_language(row) for row in tables["Languages.csv"]),
        volunteer=told(_volunteer(row) for row in tables["Volunteering.csv"]),
        accounts=told(make(Account, network=Said("Twitter", each.spans), username=each) for each in _handles(person)),
        extractor=EXTRACTOR,
    )
    if not (profile.basics.evidence or profile.work or profile.education):
        raise ReadError(
            source.path, "is a LinkedIn export without a profile", "request the export with the profile in it"
        )
    return profile


def _tables(archive: Archive, path: str) -> tuple[str, dict[str, list[Node]]]:
    """The text of the files, and their rows by file name."""
    members = {PurePosixPath(name).name: name for name in reversed(archive.names)}
    text = ""
    tables: dict[str, list[Node]] = {}
    for name in FILES:
        tables[name] = []
        if name in members:
            text += ("\n" if text and not text.endswith("\n") else "") + name + "\n"
            content = decode(archive.read(members[name]), path)
            if len(text) + len(content) > MAX_DATA_CHARS:
                raise ReadError(path, "is too large when unpacked", "leave the file out")
            tables[name] = _rows(content, len(text), path)
            text += content
    return text, tables


def _rows(content: str, offset: int, path: str) -> list[Node]:
    try:
        return read_csv(content, offset=offset)
    except ValueError as error:
        raise ReadError(path, f"is larger than a career ({error})", "leave the file out") from error


def _basics(row: Node, tables: _Tables) -> Basics:
    mails = tables["Email Addresses.csv"]
    primary = [mail for mail in mails if (said := mail.get("Primary")) and said.text.casefold() == "yes"]
    mail = next((said for each in [*primary, *mails] if (said := each.get("Email Address"))), None)
    phone = next((said for each in tables["PhoneNumbers.csv"] if (said := each.get("Number"))), None)
    about = next((said for each in tables["Profile Summary.csv"] if (said := each.get("Profile Summary"))), None)
    links = list(_websites(row))
    return make(
        Basics,
        name=joined([row.get("First Name"), row.get("Last Name")], " "),
        label=row.get("Headline"),
        email=mail,
        phone=phone,
        url=links[0] if links else None,
        profiles=links,
        location=row.get("Geo Location"),
        address=row.get("Address"),
        postal_code=row.get("Zip Code"),
        summary=row.get("Summary") or about,
        aliases=[
            said for maiden in row.values("Maiden Name") if (said := joined([row.get("First Name"), maiden], " "))
        ],
    )


def _websites(row: Node) -> Iterator[Said]:
    """The addresses in a cell as "[PORTFOLIO:https://example.org],[COMPANY:https://example.com]"."""
    for said in row.values("Websites"):
        for match in _WEBSITE.finditer(said.text):
            yield part(said, *match.span(1 if match[1] else 2))


def _handles(row: Node) -> Iterator[Said]:
    for said in row.values("Twitter Handles"):
        yield from (part(said, *match.span(1)) for match in re.finditer(r"\[([^\[\]]+)\]", said.text))


def _period(row: Node, *, is_open: bool = False) -> dict[str, Any]:
    start, end = row.get("Started On", "Start Date"), row.get("Finished On", "End Date")
    return period(start, end, open_is_current=is_open)


def _work(row: Node) -> Work:
    return make(
        Work,
        name=row.get("Company Name"),
        position=row.get("Title"),
        location=row.get("Location"),
        **_description(row.get("Description")),
        **_period(row, is_open=True),
    )


def _description(said: Said | None) -> dict[str, Any]:
    """A description as summary and highlights: what stands behind bullets are highlights."""
    match = _BULLETS.search(said.text) if said else None
    if said is None or match is None:
        return {"summary": said}
    before = part(said, 0, match.start())
    lines = split(part(said, match.start(), len(said.text)), _BULLETS.pattern)
    return {"summary": before if before.text else None, "highlights": lines}


def _education(row: Node) -> Education:
    study_type, area = _degree(row.get("Degree Name"))
    return make(
        Education,
        institution=row.get("School Name"),
        study_type=study_type,
        area=area,
        score=_noted(row.get("Notes"), degrees.score),
        honours=_noted(row.get("Notes"), degrees.honours),
        **_period(row),
    )


def _degree(said: Said | None) -> tuple[Said | None, Said | None]:
    """Degree and field of "BSc, Physics"."""
    if said is None or "," not in said.text:
        return said, None
    comma = said.text.index(",")
    area = part(said, comma + 1, len(said.text))
    return part(said, 0, comma), area if area.text else None


def _noted(said: Said | None, find: Callable[[str], tuple[str, Span] | None]) -> Said | None:
    """What a function finds in a note."""
    found = find(said.text) if said else None
    return Said(found[0], part(said, *found[1]).spans) if said and found else None


def _publications(tables: _Tables) -> Iterator[Publication]:
    for row in tables["Publications.csv"]:
        yield make(
            Publication,
            name=row.get("Name"),
            publisher=row.get("Publisher"),
            release_date=dated(row.get("Published On")),
            url=row.get("Url"),
            summary=row.get("Description"),
        )
    for row in tables["Patents.csv"]:
        name, date = row.get("Title"), dated(row.get("Issued On", "Filed On"))
        kind = Said("patent", name.spans) if name else None
        yield make(Publication, name=name, type=kind, release_date=date, url=row.get("Url"))


def _project(row: Node) -> Project:
    fields = _period(row)
    del fields["current"]
    return make(Project, name=row.get("Title"), description=row.get("Description"), url=row.get("Url"), **fields)


def _award(row: Node) -> Award:
    return make(Award, title=row.get("Title"), date=dated(row.get("Issued On")), summary=row.get("Description"))


def _certificate(row: Node) -> Certificate:
    date = dated(row.get("Started On"))
    return make(Certificate, name=row.get("Name"), issuer=row.get("Authority"), date=date, url=row.get("Url"))


def _language(row: Node) -> Language:
    return make(Language, language=row.get("Name"), fluency=row.get("Proficiency"))


def _volunteer(row: Node) -> Volunteer:
    return make(
        Volunteer,
        organization=row.get("Company Name"),
        position=row.get("Role"),
        summary=row.get("Description"),
        **_period(row, is_open=True),
    )
