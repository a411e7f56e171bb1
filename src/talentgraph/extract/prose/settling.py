"""Settling: the pieces of a story become posts and studies that fit together.

Short names stand for the long ones of the same text, what is said twice becomes one, and what follows ends what was.
"""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import tokens
from talentgraph.extract.prose.story import Dated, Post, Story, Study
from talentgraph.extract.prose.tables import words
from talentgraph.values import organizations
from talentgraph.values.dates import DateRange
from talentgraph.values.text import fold

_DEFINITION = re.compile(
    r"(?:[A-Z][a-z]+-)?[A-Z][a-z]+(?:an|ish|ese|ch|ss)(?:-born)?\s[a-z]"
)  # "a Belgian statistician"
_SMALL = words("small")


def settle(text: str, story: Story, names: Sequence[Mention] = ()) -> None:
    """Make the posts and studies of a story whole, in place."""
    _inherit(text, story.posts)
    _share_dates(story.posts)
    _join_names(text, story, [name for name in names if organizations.kind(text[slice(*name.span)]) is not None])
    for post in story.posts:
        _dates(post)
    story.posts[:] = _merged(text, story.posts)
    _headers(text, story.posts)
    story.posts[:] = [p for p in story.posts if p.org is not None]
    _close(text, story.posts)
    _inherit_studies(story.studies)
    story.studies[:] = _merged_studies(text, [s for s in story.studies if s.org is not None])
    employers = {fold(text[slice(*p.org.span)]) for p in story.posts if p.org is not None}
    story.tools[:] = [span for span in story.tools if fold(text[slice(*span)]) not in employers]


def _share_dates(posts: Sequence[Post]) -> None:
    """ "first an A and later a B (2015-2019)": posts of one clause and employer share a range."""
    for first, second in zip(posts, posts[1:], strict=False):
        if (
            first.clause == second.clause
            and first.org is second.org
            and first.date is None
            and second.date is not None
            and second.date.end
        ):
            first.date = second.date


def _headers(text: str, posts: list[Post]) -> None:
    """A title beside the name is that of the present post that has none, or of the last one joined."""
    headers = [p for p in posts if p.header and p.org is None and p.title is not None]
    if not headers:
        return
    employed = [p for p in posts if p.org is not None]
    bare = [
        p
        for p in employed
        if p.title is None and not p.role and p.end is None and (p.current or p.begins or p.time == "present")
    ]
    target = max(bare, key=lambda p: (p.current, p.start[0] if p.start else ""), default=None)
    if target is None and any(p.current for p in employed):
        return
    if target is not None:
        target.title, target.current = headers[0].title, True
        target.held = target.held or headers[0].held


def _inherit(text: str, posts: Sequence[Post]) -> None:
    """A post without employer takes that of the one before or after it in its sentence."""
    for number, post in enumerate(posts):
        if post.org is not None or post.title is None or _DEFINITION.match(text[slice(*post.title.span)]):
            continue
        near = [
            posts[n] for n in (number - 1, number + 1) if 0 <= n < len(posts) and posts[n].sentence == post.sentence
        ]
        if donor := next((p for p in near if p.org is not None), None):
            post.org = donor.org
            post.time = post.time or donor.time


def _inherit_studies(studies: Sequence[Study]) -> None:
    """Degrees of one sentence that name one school between them share it."""
    for study, following in zip(studies, studies[1:], strict=False):
        undated = study.org is None and study.degree is not None and study.date is None
        if undated and following.org is not None and following.clause == study.clause:
            study.org = following.org
    for order in (range(len(studies)), range(len(studies) - 1, -1, -1)):
        step = 1 if order.step < 0 else -1
        for number in order:
            study, other = studies[number], number + step
            if (
                study.org is None
                and study.degree is not None
                and 0 <= other < len(studies)
                and studies[other].sentence == study.sentence
            ):
                study.org = studies[other].org


def _words(text: str, mention: Mention) -> tuple[str, ...]:
    return tuple(fold(w[2]) for w in tokens(text, *mention.span))


def _join_names(text: str, story: Story, names: Sequence[Mention]) -> None:
    """Short names of organisations stand for the longest name of the text that holds their words."""
    told: list[Post | Study] = [*story.posts, *story.studies]
    all_orgs = [*(item.org for item in told if item.org is not None), *names]
    for item in told:
        if item.org is not None and (whole := _whole(text, item.org, all_orgs)) is not None:
            item.extra.append(item.org)
            item.org = whole


def _whole(text: str, short: Mention, orgs: Sequence[Mention]) -> Mention | None:
    words = _words(text, short)
    entry = organizations.lookup(text[short.start : short.end])
    best = None
    for org in orgs:
        other = _words(text, org)
        if len(other) <= len(words):
            continue
        same = entry is not None and organizations.lookup(text[org.start : org.end]) == entry
        inside = set(words) <= set(other) - _SMALL and (
            entry is None or words[-1:] == other[-1:] or words[:1] == other[:1]
        )
        initials = len(words) == 1 and words[0] == "".join(w[0] for w in other if w not in _SMALL)
        if (same or inside or initials) and (best is None or len(other) > len(_words(text, best))):
            best = org
    return best


def _dates(post: Post) -> None:
    """Start, end and "current" from the date and the time of the clause."""
    date = post.date
    if date is None:
        post.current = post.time == "present"
    elif date.current or date.end:
        post.start = (date.start, date.start_span or date.span) if date.start else None
        post.end = (date.end, date.end_span or date.span) if date.end else None
        post.current = date.current
        post.held = date.span if date.current else post.held
    elif date.start and not post.came_from and (post.begins or post.time == "present"):
        post.start = (date.start, date.span)
        post.current = post.time == "present"
    elif date.start and post.came_from:
        post.end = (date.start, date.span)
    elif date.start and post.until is not None:
        post.start = (date.start, date.span)
    elif date.start:
        post.start = post.end = (date.start, date.span)
    if post.until is not None and (last := post.until.end or post.until.start):
        post.end, post.current = (last, post.until.span), False


def _label(text: str, post: Post) -> str:
    return fold(text[post.title.start : post.title.end]) if post.title else post.role


def _merged(text: str, posts: Sequence[Post]) -> list[Post]:
    """Posts that tell of one and the same become one."""
    kept: list[Post] = []
    for post in posts:
        other = next((k for k in kept if _same(text, k, post)), None)
        if other is None:
            kept.append(post)
        else:
            _absorb(other, post)
    return kept


def _same(text: str, a: Post, b: Post) -> bool:
    if (
        a.org is not None
        and b.org is not None
        and organizations.key(text[slice(*a.org.span)]) != organizations.key(text[slice(*b.org.span)])
    ):
        return False
    if a.org is None or b.org is None:
        return False
    left, right = _label(text, a), _label(text, b)
    if (
        left
        and right
        and left != right
        and not (set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split()))
    ) and not (a.role in ("founder", "co-founder") or b.role in ("founder", "co-founder")):
        return False
    if a.start and b.start and a.start[0][:4] != b.start[0][:4]:
        return False
    return (
        not (a.end and b.end and a.end[0][:4] != b.end[0][:4])
        and not (a.current and b.end)
        and not (b.current and a.end)
    )


def _absorb(a: Post, b: Post) -> None:
    a.org = a.org or b.org
    if a.title is None or (b.title is not None and b.title.end - b.title.start > a.title.end - a.title.start):
        a.title = b.title or a.title
    if a.title is None and b.role:
        a.role, a.word = b.role, b.word
    a.start = a.start if a.start and (b.start is None or len(a.start[0]) >= len(b.start[0])) else b.start
    a.end = a.end or b.end
    a.current = (a.current or b.current) and a.end is None
    a.extra += b.extra
    a.held = a.held or b.held
    a.team = a.team or b.team
    a.header = a.header and b.header


def _close(text: str, posts: Sequence[Post]) -> None:
    """What follows ends what was: the next post at an employer, and the new employer of one who came or moved."""
    for number, post in enumerate(posts):
        if post.org is None or post.end is not None:
            continue
        if post.came_from and (start := _joined_then(posts, post)):
            post.end, post.current = start, False
            continue
        following = posts[number + 1] if number + 1 < len(posts) else None
        over = post.start is None and not post.current and text[post.clause : post.clause + 6].lower() == "after "
        if over and following is not None and following.sentence == post.sentence:
            post.end = following.start
        if post.start is None or post.current:
            continue
        later = [
            p.start
            for p in posts
            if p.start and p.org is not None and p.org.span == post.org.span and p.start[0] > post.start[0]
        ]
        if later:
            post.end = min(later)
        elif following is not None and following.moved and following.start and following.start[0] > post.start[0]:
            post.end = following.start


def _joined_then(posts: Sequence[Post], post: Post) -> Dated | None:
    """When the one who came from a post joined the next: in the same sentence, or else at the latest start."""
    at = next(number for number, p in enumerate(posts) if p is post)
    before = [p for p in posts[:at] if p.start and (p.begins or p.current)]
    if before:
        return before[-1].start
    return next((p.start for p in posts[at + 1 :] if p.start and p.begins and p.sentence == post.sentence), None)


def _merged_studies(text: str, studies: Sequence[Study]) -> list[Study]:
    kept: list[Study] = []
    for study in studies:
        other = next((k for k in kept if _same_study(text, k, study)), None)
        if other is None:
            kept.append(study)
            continue
        other.degree, other.area, other.date = (
            other.degree or study.degree,
            other.area or study.area,
            other.date or study.date,
        )
        other.advisors += study.advisors
        other.extra += study.extra
        other.current = other.current or study.current
    return kept


def _same_study(text: str, a: Study, b: Study) -> bool:
    assert a.org is not None
    assert b.org is not None
    if organizations.key(text[slice(*a.org.span)]) != organizations.key(text[slice(*b.org.span)]):
        return False
    if a.degree is None or b.degree is None:
        return True
    return fold(text[slice(*a.degree.span)]) == fold(text[slice(*b.degree.span)])


def one(date: DateRange | None) -> str:
    """The year or month of a single date, "" for none."""
    return (date.start or date.end or "") if date else ""
