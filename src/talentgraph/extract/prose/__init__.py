"""Prose: biographies, "About" texts and the like, told in sentences instead of sections and lines.

clauses     sentences and clauses        mentions    dates, degrees, titles, names
scene       whose clause it is           telling     posts and studies, clause by clause
works       papers, honours, tools       settling    what belongs together
"""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import RULE
from talentgraph.extract.prose import records
from talentgraph.extract.prose.clauses import Clause, clauses
from talentgraph.extract.prose.detection import is_prose as is_prose
from talentgraph.extract.prose.detection import language_of, lists
from talentgraph.extract.prose.gaps import is_self, is_someone
from talentgraph.extract.prose.memory import Memory
from talentgraph.extract.prose.mentions import Mention, mentions, schools
from talentgraph.extract.prose.person import Self, find_self, is_told_of
from talentgraph.extract.prose.scene import scenes
from talentgraph.extract.prose.settling import settle
from talentgraph.extract.prose.story import Story
from talentgraph.extract.prose.telling import tell
from talentgraph.extract.prose.works import tell_works
from talentgraph.model import Basics, Document, Profile


def with_prose(document: Document, profile: Profile) -> Profile:
    """A profile with what the prose of its document tells, in place of what was found by layout."""
    person = find_self(document)
    if person.span is None:
        return profile
    text = document.text
    language = language_of(text)
    parts = clauses(document, lists(document))
    found = mentions(document, parts, language)
    others = (text[slice(*m.span)] for m in found if m.kind == "NAME")
    if not is_told_of(text, person, (name for name in others if is_other(name, person.words))):
        return profile
    story = read_story(document, person, parts, found)
    return replace(
        profile,
        basics=_named(text, profile.basics, person),
        work=tuple(records.positions(text, story.posts)),
        education=tuple(records.studies(text, story.studies)),
        publications=(
            *(p for p in profile.publications if p.authors or p.publisher),
            *records.publications(text, story.works),
        ),
        skills=tuple(records.skills(text, story.tools)),
        awards=(*profile.awards, *records.awards(text, story.honours)),
    )


def is_other(name: str, own: frozenset[str]) -> bool:
    """Whether a name is another person's."""
    return " " in name and is_someone(name) and not is_self(name, own)


def read_story(document: Document, person: Self, parts: Sequence[Clause], found: Sequence[Mention]) -> Story:
    """All that the clauses and mentions of a document tell of the person."""
    language = language_of(document.text)
    memory = Memory(language, person.words, schools(document.text, found), first_person=person.first_person)
    for scene in scenes(document.text, parts, found, person):
        tell(memory, scene)
        tell_works(scene, language, memory.story, owner=memory.owner)
    if memory.story.studies:
        memory.story.studies[0].advisors[:0] = memory.waiting
    settle(document.text, memory.story, [m for m in found if m.kind == "NAME"])
    return memory.story


def _named(text: str, basics: Basics, person: Self) -> Basics:
    if person.span is None:
        return basics
    fields = Fields(text)
    fields.put("name", [person.span], RULE)
    evidence = {**basics.evidence, **fields.evidence}
    confidence = {**basics.confidence, **fields.confidence}
    return replace(basics, name=fields.values["name"], evidence=evidence, confidence=confidence)
