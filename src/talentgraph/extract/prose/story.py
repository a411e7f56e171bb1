"""The story: what the clauses of a text tell of one person, as posts, studies and the like, still in pieces."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

from dataclasses import dataclass, field

from talentgraph.extract.prose.mentions import Mention
from talentgraph.model import Span
from talentgraph.values.dates import DateRange

Dated = tuple[str, Span]


@dataclass(slots=True)
class Post:
    """A post while it is read. `time` is "present", "past" or "" where the text does not say."""

    sentence: int
    clause: int = 0  # where the clause begins that tells of it
    org: Mention | None = None
    title: Mention | None = None
    team: Mention | None = None
    role: str = ""  # what a verb says in place of a title: "intern", "founder"
    word: Span | None = None  # that verb
    date: DateRange | None = None
    until: DateRange | None = None  # a second date, that ends it
    time: str = ""
    begins: bool = False  # its date is its start
    came_from: bool = False  # it ended when the next one began
    moved: bool = False  # it ended the one before
    header: bool = False  # a title beside the name
    extra: list[Mention] = field(default_factory=list)
    held: Span | None = None  # the words that say that it lasts
    start: Dated | None = None
    end: Dated | None = None
    current: bool = False


@dataclass(slots=True)
class Study:
    """A course of study while it is read."""

    sentence: int
    clause: int = 0
    org: Mention | None = None
    degree: Mention | None = None
    area: Mention | None = None
    date: DateRange | None = None
    current: bool = False
    held: Span | None = None  # the words that say that it lasts
    advisors: list[Span] = field(default_factory=list)
    extra: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """A published work, or a venue alone, while it is read."""

    name: Span | None = None
    venue: Span | None = None
    date: DateRange | None = None


@dataclass(slots=True)
class Story:
    """All that was read."""

    posts: list[Post] = field(default_factory=list)
    studies: list[Study] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    tools: list[Span] = field(default_factory=list)
    honours: list[tuple[Span, DateRange | None]] = field(default_factory=list)
