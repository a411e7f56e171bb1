"""Whether a document speaks of one person's life at all: most files that lie beside CVs do not."""

from __future__ import annotations

from dataclasses import fields

from talentgraph.model import Problem, Profile, Record, Span

_TOP = 4  # lines of a document in which the name of its person may stand alone
_SHORT = 20  # lines of a document that may be no more than a name and an address
_CV = frozenset(
    {"work", "education", "publications", "skills", "projects", "awards", "certificates", "languages", "teaching"}
)
REASON = "no profile found in this document"
REMEDY = "give CVs, biographies or profiles, in English, Spanish, German, French or Portuguese"


def gated(profile: Profile) -> Profile:
    """The profile, emptied where nothing says that its document is one, with a note that tells so.

    >>> from talentgraph.model import Project, Source
    >>> source = Source(path="licence.txt", sha256="0", media_type="text/plain")
    >>> found = gated(Profile(source=source, text="Permission is granted", projects=(Project(name="Permission"),)))
    >>> found.projects, found.notes[0].reason
    ((), 'no profile found in this document')
    """
    if is_profile(profile):
        return profile
    note = Problem(path=profile.source.path, reason=REASON, remedy=REMEDY)
    return Profile(
        source=profile.source,
        text=profile.text,
        sections=profile.sections,
        extractor=profile.extractor,
        notes=(*profile.notes, note),
    )


def is_profile(profile: Profile) -> bool:
    """Whether a position or a degree was found, or a name on a line of its own with records or ways to reach it.

    A name has to be followed by what goes with one: a title, a few lines of contact details, or a section of a CV.
    """
    if _has_stint(profile):
        return True
    name = _heading_name(profile)
    return name is not None and (
        _is_card(profile) or _has_title(profile, name) or (_has_records(profile) and _has_section(profile))
    )


def _has_stint(profile: Profile) -> bool:
    """Whether somebody was something, or for some time, somewhere."""
    work = any(w.name and (w.position or w.start_date or w.end_date or w.current) for w in profile.work)
    return work or any(e.institution and (e.study_type or e.start_date or e.end_date) for e in profile.education)


def _heading_name(profile: Profile) -> Span | None:
    """Where the name stands, if it has a line or cell to itself at the top."""
    spans = profile.basics.evidence.get("name", ())
    if len(spans) != 1:
        return None
    (start, end) = spans[0]
    return (start, end) if profile.text.count("\n", 0, start) < _TOP and _is_alone(profile.text, start, end) else None


def _is_alone(text: str, start: int, end: int) -> bool:
    first = max(text.rfind(sign, 0, start) for sign in "\n\f\t") + 1
    last = min((at for sign in "\n\f\t" if (at := text.find(sign, end)) >= 0), default=len(text))
    return not any(map(str.isalnum, text[first:start] + text[end:last]))


def _is_card(profile: Profile) -> bool:
    """Whether a document tells little more than how to reach its person."""
    basics = profile.basics
    return profile.text.count("\n") < _SHORT and bool(basics.email or basics.phone or basics.orcid)


def _has_title(profile: Profile, name: Span) -> bool:
    """Whether a title fills a line right below the name."""
    spans = profile.basics.evidence.get("label", ())
    if not spans or not name[1] <= spans[0][0]:
        return False
    (start, end) = spans[0]
    return profile.text.count("\n", name[1], start) <= 2 and _is_alone(profile.text, start, end)


def _has_records(profile: Profile) -> bool:
    many = (getattr(profile, field.name) for field in fields(profile))
    return any(isinstance(records, tuple) and records and isinstance(records[0], Record) for records in many)


def _has_section(profile: Profile) -> bool:
    return any(section.heading and section.kind in _CV for section in profile.sections)
