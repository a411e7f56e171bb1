"""ORCID records, as the registry's API gives them: JSON and XML, whole or a section of one, versions 2 and 3."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Profile,
    Project,
    Publication,
    Source,
    Volunteer,
    Work,
)
from talentgraph.read.json_tree import read_json
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, dated, joined, make, once, period, told
from talentgraph.read.xml_tree import read_xml
from talentgraph.values.text import fold

EXTRACTOR = "orcid"


def read_orcid_json(data: bytes, source: Source) -> Profile:
    """An ORCID record in JSON."""
    text = decode(data, source.path)
    return _profile(read_json(text, source.path), text, source)


def read_orcid_xml(data: bytes, source: Source) -> Profile:
    """An ORCID record in XML."""
    text = decode(data, source.path)
    return _profile(read_xml(text, source.path), text, source)


def _profile(root: Node, text: str, source: Source) -> Profile:
    whole = Node("", children=[root])  # so that a section that is the root is found too
    profile = Profile(
        source=source,
        text=text,
        basics=_basics(root),
        work=told(_work(node) for node in _each(whole, "employment", "invited-position")),
        education=told(_education(node) for node in _each(whole, "education")),
        publications=told(_publications(whole)),
        projects=told(_funding(node) for node in _each(whole, "funding")),
        awards=told(_distinction(node) for node in _each(whole, "distinction")),
        certificates=told(_qualification(node) for node in _each(whole, "qualification")),
        volunteer=told(_service(node) for node in _each(whole, "service", "membership")),
        interests=told(
            [make(Interest, keywords=[said for node in root.find("keyword") if (said := node.get("content"))])]
        ),
        extractor=EXTRACTOR,
    )
    if not (profile.basics.evidence or any(getattr(profile, kind) for kind in _KINDS)):
        raise ReadError(
            source.path, "is an ORCID record without content", "export the whole record, with what is public"
        )
    return profile


_KINDS = ("work", "education", "publications", "projects", "awards", "certificates", "volunteer")


def _each(root: Node, *kinds: str) -> Iterator[Node]:
    """The entries of some kinds: `employment-summary` in records, `employment` where it is given in full."""
    for node in _first(root, _mark, *(f"{kind}-summary" for kind in kinds), *kinds):
        if node.has("organization", "title", "role-title"):
            yield node


def _first(root: Node, mark: Callable[[Node], Hashable], *names: str) -> Iterator[Node]:
    """Nodes of some names; of the versions of one entry, which stand in a group, the first of each mark."""
    grouped = [[*group.find(*names)] for group in root.find("group", "affiliation-group")]
    known = {id(node) for group in grouped for node in group}
    alone = ([node] for node in root.find(*names) if id(node) not in known)
    for group in [*grouped, *alone]:
        versions: dict[Hashable, Node] = {}
        for node in group:
            versions.setdefault(mark(node), node)
        yield from versions.values()


def _mark(node: Node) -> Hashable:
    """What the versions of one affiliation or funding have in common."""
    said = (node.get("role-title", "title/title"), node.get("organization/name"))
    dates = _date(node, "start-date"), _date(node, "end-date")
    return tuple(fold(each.text) if each else "" for each in (*said, *dates))


def _basics(root: Node) -> Basics:
    person = next(iter([node for node in (root, *root.find("person")) if node.has("name", "biography")]), root)
    given = joined((person.get("name/given-names"), person.get("name/family-name")), " ")
    credit = person.get("name/credit-name")
    aliases = person.values("other-names/other-name/content")
    links = person.values("researcher-urls/researcher-url/url")
    return make(
        Basics,
        name=credit or given,
        email=person.get("emails/email/email"),
        url=links[0] if links else None,
        location=person.get("addresses/address/country"),
        country_code=person.get("addresses/address/country"),
        summary=person.get("biography/content"),
        orcid=root.get("orcid-identifier/path") or person.get("name/@path", "name/path"),
        profiles=links,
        aliases=_others([given, *aliases] if credit else aliases, credit or given),
    )


def _others(names: Iterable[Said | None], name: Said | None) -> list[Said]:
    """Names other than the one, each once."""
    return [other for other in once(names) if not name or fold(other.text) != fold(name.text)]


def _date(node: Node, path: str) -> Said | None:
    parts = [node.get(f"{path}/{unit}") for unit in ("year", "month", "day")]
    return dated(joined(parts, "-")) if parts[0] else None


def _period(node: Node, *, is_open: bool = True) -> dict[str, Any]:
    """The dates of an entry. The registry leaves the end open for what goes on."""
    return period(_date(node, "start-date"), _date(node, "end-date"), open_is_current=is_open)


def _place(node: Node) -> Said | None:
    return joined(node.get(f"organization/address/{part}") for part in ("city", "region", "country"))


def _work(node: Node) -> Work:
    return make(
        Work,
        name=node.get("organization/name"),
        position=node.get("role-title"),
        team=node.get("department-name"),
        location=_place(node),
        url=node.get("url"),
        **_period(node),
    )


def _education(node: Node) -> Education:
    return make(
        Education,
        institution=node.get("organization/name"),
        department=node.get("department-name"),
        study_type=node.get("role-title"),
        location=_place(node),
        url=node.get("url"),
        **_period(node),
    )


def _service(node: Node) -> Volunteer:
    position, organization = node.get("role-title"), node.get("organization/name")
    return make(Volunteer, organization=organization, position=position, url=node.get("url"), **_period(node))


def _distinction(node: Node) -> Award:
    title, awarder = node.get("role-title"), node.get("organization/name")
    return make(Award, title=title, awarder=awarder, date=_date(node, "start-date") or _date(node, "end-date"))


def _qualification(node: Node) -> Certificate:
    name, issuer = node.get("role-title"), node.get("organization/name")
    date = _date(node, "end-date") or _date(node, "start-date")
    return make(Certificate, name=name, issuer=issuer, date=date, url=node.get("url"))


def _funding(node: Node) -> Project:
    fields = _period(node)
    del fields["current"]
    title, entity = node.get("title/title"), node.get("organization/name")
    return make(Project, name=title, entity=entity, type=node.get("type"), url=node.get("url"), **fields)


def _publications(root: Node) -> Iterator[Publication]:
    for node in _first(root, _title, "work-summary", "work"):
        if node.get("title/title"):
            yield _publication(node)


def _title(node: Node) -> str:
    said = node.get("title/title")
    return fold(said.text) if said else ""


def _publication(node: Node) -> Publication:
    doi = [
        each.get("external-id-value")
        for each in node.all("external-ids/external-id")
        if (form := each.get("external-id-type")) and form.text.casefold() == "doi"
    ]
    kind = node.get("type")
    return make(
        Publication,
        name=node.get("title/title"),
        publisher=node.get("journal-title"),
        release_date=_date(node, "publication-date"),
        type=kind,
        status=kind if kind and kind.text == "preprint" else None,
        doi=next(iter(doi), None),
        url=node.get("url"),
        summary=node.get("short-description"),
        authors=_authors(node),
    )


def _authors(node: Node) -> list[Said]:
    """The authors of a work given in full; contributors of another role are none."""
    found = []
    for each in node.all("contributors/contributor"):
        role = each.get("contributor-attributes/contributor-role")
        if (name := each.get("credit-name")) and (role is None or role.text.casefold() in ("author", "co-author")):
            found.append(name)
    return found
