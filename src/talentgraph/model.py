"""The nouns of talentgraph, as frozen dataclasses without behaviour beyond looking things up.

    Document   what a file says: text in reading order, lines, styles, sections
    Profile    what one document says about its person: JSON Resume records with evidence
    Node/Edge  the rows of the graph
    Decision   what a person decided about two nodes (in `identity`, as are Identities)
    Problem    what could not be read, and why

Offsets are half-open and count characters of the document's text. Pages are separated by a form feed in the
text, lines by a line feed, and cells of one line (columns, right-hand dates) by a tab.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from talentgraph.identity import Decision as Decision
from talentgraph.identity import Identities as Identities
from talentgraph.identity import Identity as Identity
from talentgraph.identity import Kind as Kind

Span = tuple[int, int]
Box = tuple[float, float, float, float]
Scalar = str | int | float | bool
Property = Scalar | list[str] | list[int]

SectionKind = Literal[
    "head", "summary", "work", "education", "publications", "skills", "projects", "awards",
    "certificates", "languages", "service", "talks", "teaching", "interests", "references", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a document and how it looks. `level` is the depth of a bullet or an indent, from 0."""

    start: int
    end: int
    box: Box | None = None  # x0, y0, x1, y1 in points from the top left corner of the page
    size: float | None = None  # of the letters, in points
    bold: bool = False
    heading: int = 0  # 1 to 6 where the file marks a heading, else 0
    bullet: bool = False
    level: int = 0
    gap: bool = False  # more blank space above it than lines of one paragraph have
    column: int = 0  # from 1 where the page has several: the same on all pages that the column runs over


@dataclass(frozen=True, slots=True)
class Style:
    """A stretch of text inside a line that is set apart: `bold`, `italic` or a `link`."""

    start: int
    end: int
    kind: Literal["bold", "italic", "link"]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of whole lines under one heading; `heading` is the span of the heading line, if it has one."""

    start: int
    end: int
    kind: SectionKind
    heading: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file behind a document. `path` is relative to the folder that was given, with forward slashes."""

    path: str
    sha256: str
    media_type: str
    pages: int | None = None
    language: str | None = None
    canonical: str | None = None  # this and the next two: what a structured file says of itself
    version: str | None = None
    last_modified: str | None = None
    dated: str | None = None  # when it was last changed, as the file or its text says: what "present" means in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read or understood. It holds no text of the document."""

    path: str
    reason: str
    remedy: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file, read: its text in reading order, and how the text looks.

    `notes` say what of the file was left out, and why: pages that are pictures, text that nobody sees.
    """

    source: Source
    text: str
    lines: tuple[Line, ...] = ()
    styles: tuple[Style, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records of a profile have in common.

    `evidence` maps a field to the places in the text that say it; items of a list field have keys of their
    own ("keywords.0", "authors.2"). `confidence` maps the same keys to a number from 0 to 1.
    """

    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics(Record):
    """The person a document is about. `profiles` are links (LinkedIn, GitHub, …).

    `location` is the place as one text; where a file names its parts, they stand in `address` to `country_code` too.
    """

    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    location: str | None = None
    summary: str | None = None
    orcid: str | None = None
    profiles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    image: str | None = None
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    region: str | None = None
    country_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """An account of the person on a network; `url` is one of the `profiles` of the basics."""

    network: str | None = None
    username: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Record):
    """A position. Dates keep the precision of the text: `2021`, `2021-03` or `2021-03-15`."""

    name: str | None = None
    position: str | None = None
    team: str | None = None
    location: str | None = None
    employment_type: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    summary: str | None = None
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    url: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer(Record):
    """Unpaid work and service."""

    organization: str | None = None
    position: str | None = None
    url: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    summary: str | None = None
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Record):
    """A course of study; `advisors` are those of this degree."""

    institution: str | None = None
    department: str | None = None
    study_type: str | None = None
    area: str | None = None
    score: str | None = None
    honours: str | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    advisors: tuple[str, ...] = ()
    thesis: str | None = None
    url: str | None = None
    courses: tuple[str, ...] = ()


PublicationStatus = Literal["published", "accepted", "submitted", "preprint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Record):
    """A paper; `publisher` is the venue as printed, `authors` all authors in order as printed."""

    name: str | None = None
    publisher: str | None = None
    release_date: str | None = None
    status: PublicationStatus | None = None
    type: str | None = None
    doi: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Record):
    """A group of technologies of the skills section; `name` is the heading of the group, if any."""

    name: str | None = None
    keywords: tuple[str, ...] = ()
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """A project of the person."""

    name: str | None = None
    entity: str | None = None
    description: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    url: str | None = None
    keywords: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """An honour that the person received."""

    title: str | None = None
    awarder: str | None = None
    date: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """A certificate that the person holds."""

    name: str | None = None
    issuer: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Record):
    """A natural language that the person speaks."""

    language: str | None = None
    fluency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Record):
    """Something that the person cares for."""

    name: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """What somebody says about the person."""

    name: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one document says about its person.

    `text` is the text that the evidence points into; it is kept in a file beside the profile. `corrected` says
    that a person has edited the profile, so that it wins over extraction until the document changes. `notes` are
    those of the document.
    """

    source: Source
    text: str = ""
    sections: tuple[Section, ...] = ()
    basics: Basics = field(default_factory=Basics)
    work: tuple[Work, ...] = ()
    education: tuple[Education, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[Skill, ...] = ()
    projects: tuple[Project, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[Language, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    accounts: tuple[Account, ...] = ()
    extractor: str = ""
    corrected: bool = False
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph; the first label is the most general one."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship of the graph, from `source` to `target` (node ids)."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Property] = field(default_factory=dict)


def mention(path: str, place: str) -> str:
    """The name of a mention.

    >>> mention("ada.pdf", "work.0.name")
    'ada.pdf#work.0.name'
    """
    return f"{path}#{place}"


def part_of_place(place: str, number: int) -> str:
    """The place of one of several things that a place names ("C/C++"); the first has the place for its own.

    >>> part_of_place("skills.0.keywords.2", 0), part_of_place("skills.0.keywords.2", 1)
    ('skills.0.keywords.2', 'skills.0.keywords.2.part.1')
    """
    return f"{place}.part.{number}" if number else place


def page_of(text: str, offset: int) -> int:
    """The page, from 1, on which an offset of a text lies.

    >>> page_of("one\\ftwo", 5)
    2
    """
    return 1 + text.count("\f", 0, offset)
