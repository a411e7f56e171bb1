"""What "present" means in a document."""

from __future__ import annotations

from collections.abc import Iterator

from talentgraph.model import Profile
from talentgraph.values.dates import year


def as_of(profile: Profile) -> str | None:
    """The date up to which "present" is known to last: the document's own, else the latest that it states."""
    source = profile.source
    if own := source.dated or source.last_modified:
        return own[:10]
    return max((date for date in _dates(profile) if year(date) is not None), default=None)


def _dates(profile: Profile) -> Iterator[str]:
    """Every date that a profile states."""
    dates = [date for work in profile.work for date in (work.start_date, work.end_date)]
    dates += [date for course in profile.education for date in (course.start_date, course.end_date)]
    dates += [date for project in profile.projects for date in (project.start_date, project.end_date)]
    dates += [paper.release_date for paper in profile.publications]
    dates += [award.date for award in profile.awards] + [paper.date for paper in profile.certificates]
    yield from filter(None, dates)
