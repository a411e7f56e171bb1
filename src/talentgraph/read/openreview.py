"""OpenReview profiles, as the API gives them (version 2): one object, or one in a list of profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Account, Basics, Education, Profile, Publication, Skill, Source, Work
from talentgraph.read.json_tree import read_json
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, joined, make, once, part, period, told
from talentgraph.values.degrees import level
from talentgraph.values.text import fold

EXTRACTOR = "openreview"
_LINKS = ("homepage", "gscholar", "dblp", "linkedin", "semanticScholar", "github", "wikipedia", "aclanthology")
_STUDENT = re.compile(r"(?:student|candidate|researcher in training)\b.*", re.IGNORECASE)
_ADVISOR = re.compile(r"(?:advisor|adviser|supervisor)\b.*", re.IGNORECASE)
_POSTDOC = re.compile(r"post-?\s?doc", re.IGNORECASE)


def read_openreview(data: bytes, source: Source) -> Profile:
    """An OpenReview profile. Raises ReadError when the file holds none, or those of several people."""
    text = decode(data, source.path)
    root = read_json(text, source.path)
    found = [node for each in (root, *root.all("profiles")) for node in each.all("content") if node.has("names")]
    if len(found) != 1:
        reason = "holds the profiles of several people" if found else "is no OpenReview profile"
        raise ReadError(source.path, reason, "give one profile a file")
    content = found[0]
    history = content.all("history")
    advisors = list(_advisors(content))
    return Profile(
        source=source,
        text=text,
        basics=_basics(content),
        work=told(_work(node, advisors) for node in history if not _is_student(node)),
        education=told(
            [*(_education(node, advisors) for node in history if _is_student(node)), *_other(history, advisors)]
        ),
        publications=told(_publication(node) for node in content.all("publications/content")),
        skills=told([make(Skill, keywords=once(content.values("expertise/keywords")))]),
        accounts=told(_account(content, key) for key in _LINKS),
        extractor=EXTRACTOR,
    )


def _basics(content: Node) -> Basics:
    names = [name for node in content.all("names") if (name := _name(node))]
    preferred = [name for node in content.all("names") if _flag(node, "preferred") and (name := _name(node))]
    name = next(iter([*preferred, *names]), None)
    aliases = [other for other in once(names) if name and fold(other.text) != fold(name.text)]
    history = content.all("history")
    return make(
        Basics,
        name=name,
        label=history[0].get("position") if history else None,
        email=next(
            (said for said in content.values("preferredEmail", "emailsConfirmed", "emails") if _whole(said)), None
        ),
        url=content.get("homepage"),
        orcid=content.get("orcid"),
        profiles=[link for key in _LINKS for link in content.values(key)],
        aliases=aliases,
    )


def _name(node: Node) -> Said | None:
    return node.get("fullname") or joined([node.get("first"), node.get("middle"), node.get("last")], " ")


def _account(content: Node, key: str) -> Account:
    """A link as the account of a network; the file's key is its name."""
    url = content.get(key)
    return make(Account, network=Said(key, url.spans), url=url) if url else Account()


def _flag(node: Node, key: str) -> bool:
    said = node.get(key)
    return said is not None and said.text == "true"


def _whole(email: Said) -> bool:
    """Whether an address is given; the site hides the first letters of most."""
    return "*" not in email.text


def _is_student(node: Node) -> bool:
    position = node.get("position")
    return position is not None and _STUDENT.search(position.text) is not None and not _POSTDOC.search(position.text)


def _stay(node: Node) -> dict[str, Any]:
    """When and where: an open end is how the site says that somebody is there."""
    place = [node.get(f"institution/{key}") for key in ("city", "stateProvince", "country")]
    dates = period(node.get("start"), node.get("end"), open_is_current=True)
    return {"location": joined(place), **dates}


def _work(node: Node, advisors: list[tuple[Said, Said, Node]]) -> Work:
    position = node.get("position")
    is_postdoc = position is not None and _POSTDOC.search(position.text)
    managers = [
        name for kind, name, when in advisors if is_postdoc and _POSTDOC.search(kind.text) and _meet(node, when)
    ]
    return make(
        Work,
        name=node.get("institution/name", "institution/domain"),
        position=position,
        team=node.get("institution/department"),
        managers=managers,
        **_stay(node),
    )


def _education(node: Node, advisors: list[tuple[Said, Said, Node]]) -> Education:
    degree = _before(node.get("position"), _STUDENT)
    return make(
        Education,
        institution=node.get("institution/name", "institution/domain"),
        department=node.get("institution/department"),
        study_type=degree,
        advisors=[name for kind, name, when in advisors if _same_degree(degree, kind) and _meet(node, when)],
        **_stay(node),
    )


def _other(history: list[Node], advisors: list[tuple[Said, Said, Node]]) -> Iterator[Education]:
    """A degree of its own for advisors whose degree the history does not name."""
    studies = [node for node in history if _is_student(node)]
    for kind, name, when in advisors:
        known = any(
            _same_degree(_before(node.get("position"), _STUDENT), kind) and _meet(node, when) for node in studies
        )
        if not known and not _POSTDOC.search(kind.text) and level(kind.text):
            dates = period(when.get("start"), when.get("end"))
            yield make(Education, study_type=kind, advisors=[name], **dates)


def _advisors(content: Node) -> Iterator[tuple[Said, Said, Node]]:
    """The person's advisors as (what of, name, relation): "PhD Advisor" is one, "PhD Advisee" is none."""
    for node in content.all("relations"):
        relation, name = node.get("relation"), node.get("name")
        if relation and name and _ADVISOR.search(relation.text):
            yield _before(relation, _ADVISOR) or relation, name, node


def _before(said: Said | None, mark: re.Pattern[str]) -> Said | None:
    """What stands before the word for student or advisor."""
    match = mark.search(said.text) if said else None
    return (
        part(said, 0, match.start() if said.text[: match.start()].strip() else len(said.text))
        if said and match
        else said
    )


def _same_degree(degree: Said | None, kind: Said) -> bool:
    return degree is not None and level(degree.text) is not None and level(degree.text) == level(kind.text)


def _meet(node: Node, other: Node) -> bool:
    """Whether two stretches of years can be one; what is open lasts."""

    def years(each: Node) -> tuple[int, int]:
        start, end = (said.text[:4] if (said := each.get(key)) else "" for key in ("start", "end"))
        return int(start) if start.isdecimal() else 0, int(end) if end.isdecimal() else 9999

    (a, b), (c, d) = years(node), years(other)
    return a <= d and c <= b


def _publication(node: Node) -> Publication:
    return make(
        Publication,
        name=node.get("title"),
        publisher=node.get("venue"),
        authors=node.values("authors/value") or node.values("authors"),
    )
