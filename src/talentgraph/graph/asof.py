"""What "present" means in a document."""

from __future__ import annotations

from collections.abc import Iterator

from talentgraph.model import Education, Profile, Work
from talentgraph.values.dates import year


def as_of(profile: Profile) -> str | None:
    """The date up to which "present" is known to last: the document's own, else the latest that it states."""
    source = profile.source
    own = (source.dated or source.last_modified or "")[:10]
    stints: tuple[Work | Education, ...] = (*profile.work, *profile.education)
    if own and not any(_is_later(stint, own) for stint in stints):
        return own
    return max((date for date in _dates(profile) if year(date) is not None), default=None)


def _is_later(stint: Work | Education, own: str) -> bool:
    """Whether a stint began after a document was dated: then the date is that of a template.

    What is still to begin, as an internship next summer, stands there up to a year before.
    """
    start, made = year(stint.start_date), year(own)
    if start is None or stint.start_date is None or made is None:
        return False
    known = min(len(stint.start_date), len(own))
    return start > made + 1 or (stint.current and stint.start_date[:known] > own[:known])


def _dates(profile: Profile) -> Iterator[str]:
    """Every date that a profile states."""
    dates = [date for work in profile.work for date in (work.start_date, work.end_date)]
    dates += [date for course in profile.education for date in (course.start_date, course.end_date)]
    dates += [date for project in profile.projects for date in (project.start_date, project.end_date)]
    dates += [paper.release_date for paper in profile.publications]
    dates += [award.date for award in profile.awards] + [paper.date for paper in profile.certificates]
    yield from filter(None, dates)
