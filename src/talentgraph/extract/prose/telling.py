"""Telling: clause by clause, what is said of the person is sorted into posts and studies."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re

from talentgraph.extract.prose import gaps
from talentgraph.extract.prose.memory import Memory
from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_place
from talentgraph.extract.prose.posting import near_topic, take_bare, take_employer, take_founded, take_title
from talentgraph.extract.prose.scene import Scene
from talentgraph.extract.prose.schooling import advise, is_with_advisor, names_advisor, take_degree, take_school
from talentgraph.extract.prose.story import Post, Study
from talentgraph.values import organizations
from talentgraph.values.text import fold

_WHERE = re.compile(r"[^\w\ue000]*(?:where|donde|où|wo|onde|which)(?!\w)", re.I)
_WHO = re.compile(r"[^\w\ue000]*(?:who|whose|whom|qui|quien)\s", re.I)
_INTRO = re.compile(r"[^\w\ue000]*(?:before|prior to|since|while|until|avant|antes de|bevor|vor)\s", re.I)
_AFTER = re.compile(r"[^\w\ue000]*(?:and\s)?(?:after|before|prior to|following|nach|tras|después de|après)\s", re.I)
_HERE = re.compile(
    r"(?<!\w)(?:been (?:here|there)|came here|arrived here|joined us|joined(?=\s(?:in|on|from)\s)|came (?=in\s\ue000))(?!\w)",
    re.I,
)
_DEATH = re.compile(
    r"(?:died|passed away|death|born|passing|aged|né|née|nació|geboren|founded in|as of|retire[sd]?|retirement|since then)\W*(?:\w+\s){0,3}$",
    re.I,
)
_UNTIL_RETIRED = re.compile(r"(?:until|till)\s(?:\w+\s){0,3}(?:retire\w*|death|closure|emigrat\w+)\W*(?:in\s)?$", re.I)
_EXPECTED = re.compile(r"expected|anticipated|expect(?:s|ing) to", re.I)
_PRE = re.compile(
    r"[^\w\ue000]*(?:(?:and|but|then|y|et|und|e)\s)?(?:(?:in|from|since|between|de|en|entre|desde|depuis|seit|von|em|during|by|around|im|the)\s)*(?:academic year\s)?",
    re.I,
)


_GROUP_OF = re.compile(
    r"(?:group|lab|laboratory|team|supervision|guidance|direction|leadership|grupo|équipe|gruppe) (?:of|de|von|da|do|del)\s(?:\w+\.?\s)?$",
    re.I,
)
_TILL = re.compile(r"(?<!\w)(?:until|till|through|hasta|jusqu\S*|bis|até)\s(?:\w+\s){0,4}$", re.I)
_COURSE = re.compile(r"[A-Z]{2,5}\s?\d{1,4}[A-Z]?")
_THERE = re.compile(r"(?<!\w)(?:there|allí|dort|là|lá)(?!\w)", re.I)


def tell(memory: Memory, scene: Scene) -> None:
    """Take in one clause."""
    if scene.clause.sentence != memory.sentence:
        memory.open_sentence(scene)
    owner = scene.owner(memory.language)
    if _WHO.match(scene.masked):
        owner = "self" if memory.named and gaps.is_self(memory.named, memory.own) else "other"
    elif memory.first_person and scene.opens_with_third:
        owner = "other"
    memory.owner = owner or memory.owner
    memory.named = next((scene.words(i) for i in reversed(scene.items) if i.kind == "NAME"), memory.named)
    _note_advisors(memory, scene)
    if memory.owner == "other":
        return
    if _AFTER.match(scene.masked):
        memory.post = None
    memory.where = memory.org if _WHERE.match(scene.masked) else None
    _reopen(memory)
    for item in scene.items:
        if not is_barred(memory, scene, item) and not _is_mere_reference(scene, item):
            _take(memory, scene, item)
    if _THERE.search(scene.masked):
        for study in memory.story.studies:
            if study.clause == scene.clause.start and study.org is None:
                study.org = memory.org
    if _INTRO.match(scene.masked):
        _found_before(memory, scene)
        memory.pending = None


def _found_before(memory: Memory, scene: Scene) -> None:
    """ "Before starting the company in 2018, ...": the start of what was founded."""
    if memory.pending is None or not scene.has("found", memory.language):
        return
    for post in memory.story.posts:
        words = scene.text[post.title.start : max([post.title.end, *(m.end for m in post.extra)])] if post.title else ""
        if post.date is None and (post.role in ("founder", "co-founder") or "founder" in words.lower()):
            post.date, post.begins = memory.pending.date, True
            return


def _reopen(memory: Memory) -> None:
    """ "Acme, where she was X" and "Acme, which she joined": the post that was told last goes on only if it is there."""
    if memory.where is not None and (memory.post is None or memory.post.org is not memory.where):
        memory.post = None


def _note_advisors(memory: Memory, scene: Scene) -> None:
    """ "Bo Li was her advisor", whoever the subject is."""
    for item in scene.items:
        if (
            item.kind == "NAME"
            and not gaps.is_self(scene.words(item), memory.own)
            and gaps.ADVISOR_AFTER.match(scene.after(item.end))
        ):
            advise(memory, item)


def is_barred(memory: Memory, scene: Scene, item: Mention) -> bool:
    """Whether what stands before a mention makes it untrue of the person: "not", "will", another person."""
    if item.kind in ("DATE", "FIELD"):
        return False
    if any(scene.has(kind, memory.language, item.start) for kind in ("future", "not", "kin")):
        return True
    for other in scene.items:
        if (
            other.kind == "TITLE"
            and other.end <= item.start
            and gaps.someone_with_title(scene, other, memory.own)
            and not scene.opens_with_self
        ):
            return True
        if other.kind == "NAME" and other.end < item.start:
            words = scene.words(other)
            if (
                gaps.VERB_AFTER.match(scene.after(other.end))
                and gaps.is_someone(words)
                and not gaps.is_self(words, memory.own)
            ):
                return True
    return False


def _is_mere_reference(scene: Scene, item: Mention) -> bool:
    """ "Before Acme ...", "Prior to joining Acme ...": only says when."""
    if (
        item.kind not in ("NAME", "DATE")
        or not _INTRO.match(scene.masked)
        or any(i.kind == "TITLE" for i in scene.items)
    ):
        return False
    return gaps.INTRO_ORG.match(scene.before(item.start)) is not None


def _take(memory: Memory, scene: Scene, item: Mention) -> None:
    if item.kind == "DATE":
        _take_date(memory, scene, item)
    elif item.kind == "TITLE":
        take_title(memory, scene, item)
    elif item.kind == "DEGREE":
        take_degree(memory, scene, item)
    elif item.kind == "FIELD" and memory.study is not None and memory.study.area is None:
        memory.study.area = item
    elif item.kind == "NAME":
        _take_name(memory, scene, item)


# -- dates --------------------------------------------------------------------------------------------------


def _take_date(memory: Memory, scene: Scene, item: Mention) -> None:
    date, gap = item.date, scene.gap(item)
    if date is None or (_DEATH.search(gap) and not _UNTIL_RETIRED.search(gap)):
        return
    if gap.endswith(" of ") and any(i.kind == "TITLE" and i.start == item.end + 1 for i in scene.items):
        return  # "the Class of 1960 Professor"
    later = [i for i in scene.items if i.start > item.start and i.kind in ("TITLE", "DEGREE", "NAME")]
    before = scene.before(item.start)
    if memory.pending is not None and _TILL.search(gap):
        memory.until = item
        return
    if _PRE.fullmatch(before) and (later or re.match(r"\s*,|\s*$", scene.after(item.end))):
        memory.pending = item
        return
    target = _dated(memory, scene, item)
    if isinstance(target, Post) and target.date is not None and (_TILL.search(gap) or (date.end and not date.start)):
        target.until = date
        return
    if _HERE.search(before) and (target is None or target.date is not None or isinstance(target, Study)):
        target = _latest_post(memory)
        if target is not None:
            target.begins = True
    if (
        target is None
        and memory.topic is not None
        and near_topic(memory, scene, item)
        and date.end
        and organizations.kind(scene.words(memory.topic)) != "University"
    ):
        target = memory.open_post(scene, item.start)
        target.org = memory.org = memory.topic
    if target is None or target.date is not None:
        named = any(i.kind == "NAME" and i.start == item.end + 1 for i in scene.items)
        if not named or re.search(
            r"(?:(?<!\w)(?:in|from|since|during|by|until|en|de|desde|em|depuis|seit)|,|\()\s?$", gap
        ):  # not of "Acme's 2012 Medal"
            memory.pending = item
        return
    target.date = date
    if isinstance(target, Post):
        target.begins = target.begins or (scene.begins(item.start) and not re.search(r"\([^()]*$", before))
        if _UNTIL_RETIRED.search(gap) and date.start:
            target.begins = False
    elif _EXPECTED.search(before):
        target.current = True


def _latest_post(memory: Memory) -> Post | None:
    """The post told of last that is not over."""
    posts = [p for p in memory.story.posts if p.date is None and p.time != "past"]
    return posts[-1] if posts else None


def _dated(memory: Memory, scene: Scene, item: Mention) -> Post | Study | None:
    """What a date belongs to: the post or study spoken of last in this sentence."""
    post, study = memory.post_here(scene), memory.study_here(scene)
    if post is not None and study is not None:
        return post if _last_place(post) > _last_place(study) else study
    return post if post is not None else study


def _last_place(told: Post | Study) -> int:
    marks = (told.org, told.title) if isinstance(told, Post) else (told.org, told.degree, told.area)
    return max((mark.start for mark in marks if mark is not None), default=-1)


# -- names --------------------------------------------------------------------------------------------------


def _take_name(memory: Memory, scene: Scene, item: Mention) -> None:
    words, gap = scene.words(item), scene.gap(item)
    states = scene.states(item.start, memory.language)
    if gaps.is_self(words, memory.own) or _is_place_here(memory, scene, item):
        return
    if (
        ("advisor" in states and names_advisor(memory, scene, item))
        or ("study" in states or memory.study_here(scene))
        and is_with_advisor(memory, scene, item)
    ):
        advise(memory, item)
        return
    if (
        not gaps.is_known(words)
        and gaps.is_someone(words)
        and gaps.WITH.search(gap)
        and not (states & {"work", "intern", "found"} and gaps.AT_ONLY.search(gap) and "with" not in gap)
    ):
        return
    if gaps.is_someone(words) and _GROUP_OF.search(gap):
        return
    if _is_postnominal(memory, scene, item):
        return
    if _is_others(memory, scene, item) or take_founded(memory, scene, item):
        return
    _sort_name(memory, scene, item, states)


def _is_postnominal(memory: Memory, scene: Scene, item: Mention) -> bool:
    """Letters behind the name: "Ada Example, FRS, is ..."."""
    words = scene.words(item)
    behind = [i for i in scene.items if i.kind == "NAME" and i.end <= item.start][-1:]
    if not words.isupper() or scene.gap(item) != ", " or not behind or organizations.lookup(words) is not None:
        return False
    return gaps.is_self(scene.words(behind[0]), memory.own)


def _sort_name(memory: Memory, scene: Scene, item: Mention, states: frozenset[str]) -> None:
    gap = scene.gap(item)
    study = memory.study_here(scene)
    waits = (
        study is not None
        and study.org is None
        and not states & {"work", "lead", "found", "intern", "service", "award", "pub"}
    )
    spoken = any(i.kind == "QUOTE" and i.end <= item.start for i in scene.items)
    if states & {"pub", "service"} or (_COURSE.fullmatch(scene.words(item))):
        return
    if "study" in states or waits:
        take_school(memory, scene, item)
    elif (
        states & {"award", "pub", "service", "advisor"}
        or spoken
        or gaps.is_subject(scene.words(item))
        or "tech" in states
        and not re.search(r"(?<!\w)(?:at|for|@|from|to|join\w*)\s(?:the\s)?(?:\w+\s)?$", gap)
    ):
        return
    elif states & {"work", "lead", "found", "intern"}:
        take_employer(memory, scene, item, states)
    elif (
        not take_bare(memory, scene, item)
        and item is scene.items[0]
        and re.fullmatch(r"[\W\d]*(?:and\s)?(?:a year at\s|the\s)?", gap)
    ):
        memory.topic, memory.post = item, None


def _is_place_here(memory: Memory, scene: Scene, item: Mention) -> bool:
    """Whether a name is a mere place: not one that stands for an organisation of this text."""
    words, gap = scene.words(item), scene.gap(item)
    if not is_place(words):
        return (
            organizations.lookup(words) is not None
            and is_town(words)
            and re.fullmatch(r",\s|\s\(|\sin\s", gap) is not None
            and any(i.kind == "NAME" and i.end <= item.start for i in scene.items)
        )
    if fold(words) in memory.schools and not re.search(r",\s$|based in\s$|\(\s?$", gap):
        return False
    study = memory.study_here(scene)
    return not (study is not None and study.org is None and re.search(r"(?:\s|^)in\s$", gap) and gaps.names_city(words))


def is_town(words: str) -> bool:
    """Whether a name that is an organisation's is a town's in the first place."""
    from talentgraph.values import places

    return places.known(words) and " " not in words


def _is_others(memory: Memory, scene: Scene, item: Mention) -> bool:
    """ "Bo Li of Acme", "Bo Li (Acme)": the organisation is the other person's."""
    earlier = [i for i in scene.items if i.end <= item.start]
    if not earlier or earlier[-1].kind != "NAME":
        return False
    words, gap = scene.words(earlier[-1]), scene.gap(item)
    if gaps.is_self(words, memory.own) or not gaps.is_someone(words):
        return False
    post = memory.post_here(scene)
    if post is not None and post.org is None and post.title is not None and re.search(r"(?:at|in)\s(?:the\s)?$", gap):
        return False
    return re.fullmatch(r",?\s?(?:of|from|\(|,|\(of|now at|at|with|then at|in)\s?(?:the\s)?", gap) is not None
