"""What a page says about its person in the words of schema.org, for pages that show hardly any text themselves.

Many profile pages are drawn by scripts: a saved copy shows nothing, but holds the data for search engines as JSON-LD
or as microdata. Where a page does show its text, that text is the document and this is not needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import Award, Basics, Certificate, Education, Language, Profile, Skill, Source, Work
from talentgraph.read.json_tree import read_json
from talentgraph.read.page_source import json_ld
from talentgraph.read.tree import Node, Said, joined, make, period, told

EXTRACTOR = "schema-org"
_ROLES = ("Role", "OrganizationRole", "EmployeeRole")
_ORCID = re.compile(r"orcid\.org/")
MAX_SCRIPTS = 50
MAX_DEPTH = 20  # of microdata in each other


def read_person(page: str, root: Any, source: Source) -> Profile | None:
    """The person that a page is about, or None where its data name none or several."""
    for text in (*json_ld(page)[:MAX_SCRIPTS], *_microdata(root)):
        try:
            people = list(_people(read_json(text, source.path)))
        except ReadError:
            continue
        if len(people) == 1:
            return _profile(people[0], text, source)
    return None


def _people(root: Node) -> Iterator[Node]:
    """The persons that stand on top: others are colleagues, authors and teachers."""
    for node in (root, *root.all("item"), *root.all("@graph"), *root.all("item/@graph")):
        for each in (node, *node.all("mainEntity")):
            if _is(each, "Person") and each.get("name", "givenName", "familyName"):
                yield each


def _is(node: Node, *kinds: str) -> bool:
    return any(said.text.rpartition("/")[2].rpartition(":")[2] in kinds for said in node.values("@type"))


def _profile(person: Node, text: str, source: Source) -> Profile:
    skills = [said for node in person.all("knowsAbout") for said in [_name(node)] if said]
    return Profile(
        source=source,
        text=text,
        basics=_basics(person),
        work=told(_works(person)),
        education=told(_education(node) for node in person.all("alumniOf")),
        skills=told([make(Skill, keywords=skills)]),
        awards=told(make(Award, title=said) for said in person.values("award", "awards")),
        certificates=told(_certificate(node) for node in person.all("hasCredential")),
        languages=told(make(Language, language=_name(node)) for node in person.all("knowsLanguage")),
        extractor=EXTRACTOR,
    )


def _basics(person: Node) -> Basics:
    links = person.values("sameAs")
    return make(
        Basics,
        name=person.get("name") or joined([person.get("givenName"), person.get("familyName")], " "),
        label=next((said for node in person.all("jobTitle") if (said := _name(node))), None),
        email=person.get("email"),
        phone=person.get("telephone"),
        url=person.get("url"),
        location=_place(person.all("address")) or _place(person.all("homeLocation")),
        summary=person.get("description"),
        orcid=next((said for said in links if _ORCID.search(said.text)), None),
        profiles=links,
        aliases=person.values("alternateName"),
    )


def _works(person: Node) -> Iterator[Work]:
    """A position for each employer; the title on top is that of the first."""
    titles = [said for node in person.all("jobTitle") if (said := _name(node))]
    for number, node in enumerate([*person.all("worksFor"), *person.all("hasOccupation")]):
        title = node.get("roleName", "jobTitle") or (titles[0] if titles and number == 0 else None)
        employer = _inner(node, "worksFor")
        yield make(
            Work,
            name=_name(employer) if not _is(node, "Occupation") else None,
            position=_name(node) if _is(node, "Occupation") else title,
            location=_place(employer.all("address")) or _place(employer.all("location")),
            **period(node.get("startDate"), node.get("endDate")),
        )


def _education(node: Node) -> Education:
    school = _inner(node, "alumniOf")
    return make(
        Education,
        institution=_name(school),
        study_type=node.get("roleName") if school is not node else None,
        location=_place(school.all("address")),
        **period(node.get("startDate"), node.get("endDate")),
    )


def _certificate(node: Node) -> Certificate:
    issuer = next((said for each in node.all("recognizedBy") if (said := _name(each))), None)
    return make(Certificate, name=_name(node), issuer=issuer)


def _inner(node: Node, key: str) -> Node:
    """What a role is about: schema.org repeats the property inside of a role."""
    return next(iter(node.all(key)), node) if _is(node, *_ROLES) or not node.has("name") else node


def _name(node: Node) -> Said | None:
    return node.value() or node.get("name")


def _place(nodes: list[Node]) -> Said | None:
    for node in nodes:
        keys = ("addressLocality", "addressRegion", "addressCountry/name", "addressCountry", "name")
        if said := node.said or joined([node.get(key) for key in keys] or [node.get("address")]):
            return said
    return None


def _microdata(root: Any) -> Iterator[str]:
    """The persons of microdata, written as JSON-LD."""
    if root is None:
        return
    for number, node in enumerate(root.css("[itemscope][itemtype$='schema.org/Person']:not([itemprop])")):
        if number < MAX_SCRIPTS:
            yield json.dumps(_item(node, 0), ensure_ascii=False, indent=1)


def _item(node: Any, depth: int) -> dict[str, Any]:
    kind = (node.attributes.get("itemtype") or "").rpartition("/")[2]
    item: dict[str, Any] = {"@type": kind}
    _properties(node, item, depth)
    return item


def _properties(node: Any, item: dict[str, Any], depth: int) -> None:
    child = node.child if depth < MAX_DEPTH else None
    while child is not None:
        attributes = child.attributes or {}
        if "itemprop" in attributes:
            value = _item(child, depth + 1) if "itemscope" in attributes else _content(child, attributes)
            for name in (attributes["itemprop"] or "").split()[:5]:
                item.setdefault(name, []).append(value)
        if "itemscope" not in attributes:
            _properties(child, item, depth + 1)
        child = child.next


def _content(node: Any, attributes: dict[str, Any]) -> str:
    said = next((attributes[key] for key in ("content", "datetime", "href", "src") if attributes.get(key)), None)
    return said or " ".join(str(node.text(deep=True)).split())
