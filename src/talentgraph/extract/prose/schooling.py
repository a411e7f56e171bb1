"""Schooling: degrees, schools and advisors of a clause become studies."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re

from talentgraph.extract.prose import gaps
from talentgraph.extract.prose.memory import Memory
from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_surely_person
from talentgraph.extract.prose.posting import names_other_place, near_topic
from talentgraph.extract.prose.scene import MASK, Scene
from talentgraph.extract.prose.story import Study
from talentgraph.extract.prose.tables import cues
from talentgraph.values import organizations

_ONGOING = re.compile(
    r"(?<!\w)(?:finish|finishing|pursuing|doing|completing|working (?:on|towards?)|cursando|cursa|prépare)\s(?:my|his|her|their|an?|the|un|una|su)?\s?$",
    re.I,
)
_STUDENT = re.compile(r"student|candidate|undergraduate$|doctorand|doctorant|doktorand|estudiante", re.I)
_GENERIC = re.compile(r"(?:(?:first|undergraduate|graduate|honou?rs) )?degree$", re.I)
_DEGREE_FOLLOWS = re.compile(r"^\s?\((?:\ue000|[A-Z])")


def take_degree(memory: Memory, scene: Scene, item: Mention) -> None:
    """A degree: of the study that is spoken of, or of a new one."""
    study, gap = memory.study_here(scene), scene.gap(item)
    generic = study is not None and study.degree is not None and _GENERIC.search(scene.words(study.degree))
    if study is not None and generic and study.org is not None and re.search(r"[:(]\s?$", gap):
        study.degree = None  # "my first degree is from Acme University: BSc"
    if study is None or study.degree is not None or _is_elsewhere(memory, scene, study):
        fresh = study is None
        study = memory.open_study(scene)
        if names_other_place(scene, item):
            pass
        elif memory.where is not None:
            study.org = memory.where
        elif fresh and memory.topic is not None and near_topic(memory, scene, item):
            study.org = memory.topic
    study.degree = item
    _take_school_of_post(memory, scene, study)
    if study.org is not None:
        memory.org = study.org
    past = scene.time(memory.language, item.start) == "past"
    past = past or re.match(r"\W*(?:and\s)?(?:after|before|nach|tras|après|após)\s", scene.masked, re.I) is not None
    study.current = (_STUDENT.search(scene.words(item)) is not None and not past) or (
        _ONGOING.search(gap) is not None and not past
    )
    study.held = scene.present(memory.language, item.start)
    if study.held is None and (verb := _ONGOING.search(scene.before(item.start))):
        study.held = (scene.clause.start + verb.start(), scene.clause.start + verb.end())
    memory.date_it(scene, study)


def _is_elsewhere(memory: Memory, scene: Scene, study: Study) -> bool:
    """Whether a study without degree was told of in another clause that "where" does not point to."""
    return study.org is not None and study.clause != scene.clause.start and memory.where is None


def _take_school_of_post(memory: Memory, scene: Scene, study: Study) -> None:
    """ "I was at Acme University: BSc 2013": what looked like a post was the place of study."""
    post = memory.post_here(scene)
    if study.org is not None or post is None or post.org is None or post.title or post.role or post.date:
        return
    if organizations.kind(scene.words(post.org)) == "University" and post in memory.story.posts:
        memory.story.posts.remove(post)
        study.org, memory.post = post.org, None


def take_school(memory: Memory, scene: Scene, item: Mention) -> None:
    """An organisation behind words for studying."""
    words, gap = scene.words(item), scene.gap(item)
    if gaps.is_unit(words) or gaps.is_subject(words) or is_surely_person(words):
        return
    if not (gaps.ADJACENT.search(gap) or gaps.AND.match(gap) or (gaps.DIRECT.search(gap))):
        return
    if not gaps.is_known(words) and not re.search(
        r"(?:at|from|en la|por la|à l['’]|an der|@|na|pela)\s?$|[(,]\s?$|^\s?$", gap
    ):
        return
    study = memory.study_here(scene)
    if study is None or study.org is not None:
        if study is not None and study.degree is None and study.date is None:
            return
        joined = gaps.AND.match(gap) and not gaps.COMMA.fullmatch(gap)
        if not (
            study is None
            or joined
            or _DEGREE_FOLLOWS.match(scene.after(item.end))
            or re.search(r"(?:at|from|an der|an|en la|à l['’]|à|na|no)\s?(?:the\s)?$", gap)
        ):
            return
        study = memory.open_study(scene)
    study.org = memory.org = item
    if study.degree is None and (area := _studied(scene, item)):
        study.area = area


_STUDIED = re.compile(
    r"(?<!\w)(?:studied|studying|read|reading|graduated in|majored in|trained in|estudió|estudié|licenció en|graduó en|formou-se em|graduou-se em|étudié|studierte|studiert habe ich|studium der|studium des)\s(?!at\b|from\b|for\b|with\b|under\b)(?P<area>[^,;.()]{3,50}?)\s(?:at|from|en la|en el|na|no|pela|an der|à l|à|in)\s",
    re.I,
)


def _studied(scene: Scene, item: Mention) -> Mention | None:
    """The subject between a verb and the school: "read Chemistry at ..."."""
    start = scene.clause.start
    last = max(_STUDIED.finditer(scene.text, start, item.start), key=lambda m: m.end(), default=None)
    if last is None or last.end() < item.start - 6:
        return None
    return Mention(last.start("area"), last.end("area"), "FIELD")


def names_advisor(memory: Memory, scene: Scene, item: Mention) -> bool:
    """Whether a name behind a word for advisors is one: only small words or other names stand between."""
    words, head = scene.words(item), scene.before(item.start)
    if organizations.lookup(words) is not None or not gaps.is_someone(words):
        return False
    match = max(cues("advisor", memory.language).finditer(head), key=lambda m: m.end(), default=None)
    if match is None or len(head[match.end() :].replace(MASK, "").split()) > 6:
        return False
    if match.group().lower() in ("under", "bei ") and memory.study_here(scene) is None:
        return False
    return re.search(r"(?<!\w)(?:at|of the|in the|in)\s$", scene.gap(item)) is None


def is_with_advisor(memory: Memory, scene: Scene, item: Mention) -> bool:
    """ "with Bo Li" behind a degree."""
    words = scene.words(item)
    study = memory.study_here(scene)
    if study is None or study.degree is None or not gaps.is_someone(words):
        return False
    gap = scene.gap(item)
    joined = re.fullmatch(r"\s?(?:,|and|und|y|et|e|,\sand)\s(?:,?\s?as second supervisor,?\s)?", gap) and study.advisors
    return bool(joined) or (
        gaps.ADVISOR_WITH.search(gap) is not None
        and re.search(r"with|bei|con|avec|com|mit|under", gap, re.I) is not None
        and "work" not in gap
    )


def advise(memory: Memory, item: Mention) -> None:
    """Note an advisor of the study spoken of last."""
    study = memory.study or next(reversed(memory.story.studies), None)
    if study is None:
        memory.waiting.append(item.span)
    elif item.span not in study.advisors:
        study.advisors.append(item.span)
