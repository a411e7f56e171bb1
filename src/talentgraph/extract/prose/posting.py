"""Posting: titles and employers of a clause become posts."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re

from talentgraph.extract.prose import gaps
from talentgraph.extract.prose.memory import Memory
from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_place, is_surely_person
from talentgraph.extract.prose.scene import Scene
from talentgraph.extract.prose.story import Post
from talentgraph.extract.prose.tables import cues
from talentgraph.values import organizations

_SAYS = re.compile(
    r"(?:(?<!\w)(?:as|is|was|am|are|be|been|became|becoming|serves?|served)|['’]m)\s(?:also\s|currently\s|now\s|the\s|an?\s)*$",
    re.I,
)
_MOVED = re.compile(r"(?<!\w)(?:moved|transferred|switched|left|returned|returning|came|joined|went)(?!\w)", re.I)
_JOINT = re.compile(r"\s?(?:and|&|/|y|et|und|e)\s(?:an?\s|the\s)?")
_GROUP = re.compile(
    r"(?<!\w)(?:group|team|lab|laborator\w+|society|chapter|podcast|community|meetup|journal|initiative)(?!\w)", re.I
)


def take_title(memory: Memory, scene: Scene, item: Mention) -> None:
    """A title: of the post that is spoken of, or of a new one."""
    states = scene.states(item.start, memory.language)
    gap = scene.gap(item)
    if ("service" in states and not _SAYS.search(gap)) or ("advisor" in states and not gap.strip(" ,()")):
        return
    if _is_of_other(memory, scene, item):
        return
    post = memory.post_here(scene)
    if (
        post is not None
        and post.org is not None
        and post.clause != scene.clause.start
        and names_other_place(scene, item)
    ):
        post = None  # "... and was a fellow at Acme" is another post
    if post is not None and post.title is not None and _is_joint(scene, post, item):
        post.extra.append(item)
        return
    if post is None or post.title is not None or post.role or (post.date is not None and memory.pending is not None):
        post = memory.open_post(scene, item.start)
    post.title = item
    post.header = _is_header(scene, item)
    if not post.time and post.header:
        post.time, post.held = "present", item.span
    if post.org is None:
        _give_employer(memory, scene, item, post)
    memory.date_it(scene, post)


def _is_of_other(memory: Memory, scene: Scene, item: Mention) -> bool:
    """ "Bo Li, a director at ...", "engineer Bo Li": the title is the other person's."""
    after = [i for i in scene.items if i.start >= item.end and i.kind == "NAME"][:1]
    if after and scene.text[item.end : after[0].start] == " " and _is_other(memory, scene, after[0]):
        return True
    if after and scene.text[item.end : after[0].start] == " " and gaps.is_self(scene.words(after[0]), memory.own):
        return re.match(r",?\s(?:of|at)\s", scene.after(after[0].end)) is None  # "Professor Ada Example": an address
    return gaps.someone_with_title(scene, item, memory.own)


def _is_other(memory: Memory, scene: Scene, item: Mention) -> bool:
    words = scene.words(item)
    return gaps.is_someone(words) and " " in words and not gaps.is_self(words, memory.own)


def _is_joint(scene: Scene, post: Post, item: Mention) -> bool:
    """ "CTO and co-founder": one post with two titles."""
    if post.org is not None or post.date is not None or post.title is None or not _JOINT.fullmatch(scene.gap(item)):
        return False
    return re.search(r"founder", scene.text[post.title.start : item.end], re.I) is not None


def _is_header(scene: Scene, item: Mention) -> bool:
    """Whether a title stands beside the name or opens a sentence, without a verb before it."""
    head = scene.before(item.start)
    alone = re.fullmatch(
        r"\W*(?:\ue000+(?:\s?\([^()]*\))?[\W\ue000]*)?(?:dr|prof)?\W*(?:(?:currently|now|an?|the)\s)*", head, re.I
    )
    return (
        scene.clause.first
        and alone is not None
        and (not head.strip() or scene.opens_with_self or head.strip().lower() in ("currently", "now"))
    )


def _give_employer(memory: Memory, scene: Scene, item: Mention, post: Post) -> None:
    """The employer that "where", or the name that opened the entry, stands for."""
    if names_other_place(scene, item):
        return
    if memory.where is not None:
        post.org = memory.where
    elif memory.topic is not None and near_topic(memory, scene, item):
        post.org = memory.org = memory.topic


def names_other_place(scene: Scene, item: Mention) -> bool:
    """Whether an organisation follows a title or degree directly: "..., Engineer at Acme"."""
    after = next((i for i in scene.items if i.start >= item.end and i.kind not in ("FIELD",)), None)
    if after is None or after.kind != "NAME":
        return False
    between = scene.masked[item.end - scene.clause.start : after.start - scene.clause.start]
    return (
        re.fullmatch(
            r"[\ue000 ,()]*(?:(?:in|of)\s[\ue000]+)?\s?(?:at|of|for|from|with|@|chez|bei|na|no|en|à)\s(?:the\s|la\s|el\s)?",
            between,
        )
        is not None
    )


def near_topic(memory: Memory, scene: Scene, item: Mention) -> bool:
    """Whether only small words stand between the name that opened an entry and a mention."""
    topic = memory.topic
    if topic is None or item.start - topic.end > 80:
        return False
    start = scene.clause.start
    words = (
        scene.masked[topic.end - start : item.start - start]
        if topic.start >= start
        else scene.text[topic.end : start] + scene.before(item.start)
    )
    return gaps.LIGHT.match(words) is not None


def take_employer(memory: Memory, scene: Scene, item: Mention, states: frozenset[str]) -> None:
    """An organisation behind words for work: of the post that is spoken of, or of a new one."""
    words, gap = scene.words(item), scene.gap(item)
    if gaps.CAREER.fullmatch(gap) and gap.strip() and scene.before(item.start) == gap:
        memory.post = None  # "before: Acme (2016-2019)" is another post
    post = memory.post_here(scene)
    if gaps.is_unit(words) or gaps.UNIT_AFTER.match(scene.after(item.end)):
        if post is not None and post.team is None:
            post.team = item
        return
    if post is not None and post.org is not None:
        _next_employer(memory, scene, item, post)
        return
    apposed = post is not None and post.title is not None and gaps.APPOSED.fullmatch(gap)
    if not (gaps.LICENSE.search(gap) or gaps.DIRECT.search(gap) or apposed or gaps.CAREER.fullmatch(gap)):
        return
    if (
        re.search(r"(?<!\w)for\s$", gap)
        and post is not None
        and post.title is not None
        and "ssistant" in scene.words(post.title)
        and not gaps.is_known(words)
    ):
        return  # the course that one assists in
    if apposed and not gaps.is_known(words) and is_surely_person(words):
        return
    if apposed and not gaps.is_known(words) and _goes_on_as_subject(scene, item):
        return
    if post is None:
        if states <= {"lead"} and not re.search(
            r"(?<!\w)(?:at|of|for|@|am|an|bei|en|à|na|no|del|do|da)\s(?:the\s|la\s|der\s|el\s)?$", gap
        ):
            return
        post = memory.open_post(scene, item.start)
    if post.title is not None and re.search(r"founder", scene.words(post.title), re.I) and _GROUP.search(gap):
        memory.story.posts.remove(post)
        memory.post, memory.org = None, item
        return
    post.org = memory.org = item
    _describe(memory, scene, post, gap, states, item)


def _goes_on_as_subject(scene: Scene, item: Mention) -> bool:
    """Whether a name is the first word of a field: "Civil and Environmental Engineering"."""
    whole = re.match(r"[^\W\d_]+(?:(?:\sand|\s&)?\s[A-Z][a-z]+){1,4}", scene.text[item.start : item.start + 70])
    return (
        whole is not None
        and gaps.is_subject(" ".join(whole.group().split()[-2:]))
        and whole.end() > item.end - item.start
    )


def _next_employer(memory: Memory, scene: Scene, item: Mention, post: Post) -> None:
    """One more organisation in a clause: coordinated, or where the person came from."""
    gap = scene.gap(item)
    came = gaps.FROM.search(gap) is not None
    words = scene.words(item)
    names = [i for i in scene.items if i.kind == "NAME" and i.end <= item.start and not is_place(scene.words(i))]
    goes_on = not names or post.org is None or names[-1].span == post.org.span or post.org.start < scene.clause.start
    if goes_on and gaps.AND.match(gap) and not (gaps.COMMA.fullmatch(gap) and not gaps.is_known(words)):
        if (
            gaps.COMMA.fullmatch(gap)
            and post.title is not None
            and post.org is not None
            and post.title.start < post.org.start
        ):
            post.extra.append(item)  # "Royal College, University of Example": the whole
            return
        new = memory.open_post(scene, item.start)
        new.org, new.time, new.begins, new.role, new.word = item, post.time, post.begins, post.role, post.word
        if post.title is not None and post.org is not None and post.title.start < post.org.start:
            new.title = post.title
        memory.org = item
    elif came or (
        gaps.AT_ONLY.search(gap)
        and (gaps.is_known(words) or not re.search(r"(?<!\w)(?:for|with|of)\s(?:the\s)?$", gap))
    ):
        new = memory.open_post(scene, item.start)
        new.org, new.came_from = item, came
        if post.role == "intern" and not came:
            new.role, new.word = post.role, post.word
        memory.org = item
        _describe(memory, scene, new, gap, frozenset(), item)


def _describe(memory: Memory, scene: Scene, post: Post, gap: str, states: frozenset[str], item: Mention) -> None:
    """The role that a verb says: interned, founded; and whether one came from here, or moved here."""
    head = scene.before(item.start)
    if post.came_from or (gaps.FROM.search(gap) and re.search(r"join|came|moved|here|hired|us", head, re.I)):
        post.came_from, post.time = True, "past"
    if gaps.EX.search(gap):
        post.time = "past"
    post.moved = _MOVED.search(head) is not None and not post.came_from
    if post.title is not None:
        return
    for kind in ("intern", "found"):
        match = max(cues(kind, memory.language).finditer(head), key=lambda m: m.end(), default=None)
        if kind in states and match is not None:
            co = re.match(r"co|mit", match.group(), re.I)
            post.role = "intern" if kind == "intern" else "co-founder" if co else "founder"
            post.word = (scene.clause.start + match.start(), scene.clause.start + match.end())


def take_founded(memory: Memory, scene: Scene, item: Mention) -> bool:
    """ "Acme, a company that she founded": the role stands behind the name."""
    match = gaps.FOUNDED_AFTER.match(scene.text[item.end : item.end + 120])
    if match is None:
        return False
    if (post := memory.post_here(scene)) is not None and post.org is None and post.title is not None:
        return False
    post = memory.open_post(scene, item.start)
    post.org, post.role = item, "co-founder" if match["verb"].lower().startswith("co") else "founder"
    post.word = (item.end + match.start("verb"), item.end + match.end("verb"))
    post.begins, post.time = True, "past"
    memory.org = item
    return True


def take_bare(memory: Memory, scene: Scene, item: Mention) -> bool:
    """ "at Acme since 2019" without a verb."""
    if not re.search(r"(?:^|[\s,:])(?:at|@)\s(?:the\s)?(?:[\w-]+\s(?:startup|company|firm)\s)?$", scene.gap(item)):
        return False
    if (
        organizations.lookup(scene.words(item)) is None
        and not re.search(r"startup|company|firm", scene.gap(item))
        and not re.match(r"\ssince", scene.after(item.end))
    ):
        return False
    post = memory.open_post(scene, item.start)
    post.org = memory.org = item
    return True
