"""From an analysed text to a profile: each kind of record has a file of its own, this one lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talentgraph.extract.education import degrees
from talentgraph.extract.honours import awards, certificates
from talentgraph.extract.others import interests, references
from talentgraph.extract.page import Page
from talentgraph.extract.people import basics
from talentgraph.extract.projects import projects
from talentgraph.extract.prose import is_prose, with_prose
from talentgraph.extract.publications import papers
from talentgraph.extract.service import service
from talentgraph.extract.skills import skills
from talentgraph.extract.tongues import languages
from talentgraph.extract.work import positions
from talentgraph.model import Document, Profile

if TYPE_CHECKING:
    from spacy.tokens import Doc


def profile(document: Document, doc: Doc, extractor: str) -> Profile:
    """What an analysed document says about its person."""
    page = Page(document, doc)
    person = basics(page)
    found = Profile(
        source=document.source,
        text=document.text,
        sections=document.sections,
        basics=person,
        work=tuple(positions(page)),
        education=tuple(degrees(page)),
        publications=tuple(papers(page, person.name)),
        skills=tuple(skills(page)),
        projects=tuple(projects(page)),
        awards=tuple(awards(page)),
        certificates=tuple(certificates(page)),
        languages=tuple(languages(page)),
        volunteer=tuple(service(page)),
        interests=tuple(interests(page)),
        references=tuple(references(page)),
        extractor=extractor,
        notes=document.notes,
    )
    return with_prose(document, found) if is_prose(document) and not _is_listed(found) else found


def _is_listed(found: Profile) -> bool:
    """Whether a section lists whole positions, one as the other, as no story does."""
    whole = [w for w in found.work if w.name and w.position and (w.start_date or w.end_date or w.current)]
    return len(whole) > 1
