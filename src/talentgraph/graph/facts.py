"""What one profile says, as nodes and edges."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from talentgraph import schema
from talentgraph.graph.asof import as_of
from talentgraph.graph.collect import Names, Rows, escaped
from talentgraph.graph.evidence import Target, support, support_contact
from talentgraph.model import Education, Identities, Identity, Profile, Publication, Work
from talentgraph.resolve.comparison import Lines
from talentgraph.resolve.papers import doi_key, tail
from talentgraph.values import dates, degrees, people, places, titles, venues
from talentgraph.values.contacts import redact
from talentgraph.values.text import fold

_LABELS = {"person": "Person", "organization": "Organization", "venue": "Venue", "technology": "Technology"}


def add_identities(rows: Rows, identities: Identities) -> None:
    """The nodes that mentions stand for, which organisation is part of which, and which two are probably one."""
    for identity in identities.nodes.values():
        _identity(rows, identity)
    for pair in identities.likely:
        if pair.probability >= Lines().probably:
            probability = round(pair.probability, 3)
            rows.edge("SAME_AS", pair.left, pair.right, probability=probability, reason=pair.says, derived=True)
    for part, whole in identities.part_of:
        rows.edge("PART_OF", part, whole)


def add_profile(rows: Rows, profile: Profile, names: Names) -> None:
    """Everything that one document says."""
    _document(rows, profile)
    _owner(rows, profile, names)
    for number, work in enumerate(profile.work):
        _position(rows, profile, names, number, work)
    for number, education in enumerate(profile.education):
        _education(rows, profile, names, number, education)
    for number, paper in enumerate(profile.publications):
        _publication(rows, profile, names, number, paper)
    _skills(rows, profile, names)
    _projects(rows, profile, names)
    _honours(rows, profile, names)


def _identity(rows: Rows, identity: Identity) -> None:
    label = _LABELS[identity.kind]
    kind = identity.properties.get("type", "")
    narrower = schema.LABELS.get(kind)
    labels = (label, kind) if narrower and narrower.parent == label else (label,)
    allowed = {name: identity.properties.get(name) for name in schema.LABELS[label].properties}
    if label == "Person":
        parts = people.parse(identity.name)
        allowed |= {"givenName": parts.given, "familyName": parts.family, "hasProfile": False}
    rows.node(identity.id, *labels, name=identity.name, aliases=list(identity.aliases), **allowed)


def _document(rows: Rows, profile: Profile) -> None:
    source = profile.source
    rows.node(
        f"document/{escaped(source.path)}",
        "Document",
        name=source.path.rpartition("/")[2],
        path=source.path,
        sha256=source.sha256,
        mediaType=source.media_type,
        pages=source.pages,
        language=source.language,
    )


def _owner(rows: Rows, profile: Profile, names: Names) -> None:
    """The person of the document, and where the person can be reached."""
    basics, owner = profile.basics, names.owner
    _, known = rows.nodes[owner]
    known["hasProfile"] = True
    headline = redact(basics.label) if basics.label else None
    rows.node(owner, "Person", headline=headline, orcid=basics.orcid)
    support(rows, profile, "basics", basics, [Target(owner)])
    for key, kind, value in _contacts(profile):
        digest = hashlib.sha256(fold(value).encode("utf-8", "replace")).hexdigest()[:12]
        contact = rows.node(f"contact/{kind}/{digest}", "Contact", name=value, kind=kind, value=value)
        rows.edge("REACHED_AT", owner, contact)
        support_contact(rows, profile, key, contact)


def _contacts(profile: Profile) -> Iterator[tuple[str, str, str]]:
    """The owner's contact details as (key, kind, value)."""
    basics = profile.basics
    for key, kind in (("email", "email"), ("phone", "phone"), ("url", "url"), ("location", "address")):
        if value := getattr(basics, key):
            yield key, kind, value
    for number, link in enumerate(basics.profiles):
        yield f"profiles.{number}", "url", link


def _position(rows: Rows, profile: Profile, names: Names, number: int, work: Work) -> None:
    place = f"work.{number}"
    organization = names.of(f"{place}.team") if _stands_alone(names, place) else names.of(f"{place}.name")
    if not (organization or work.position):
        return
    held = rows.node(
        _stint_id("position", names.owner, organization, (titles.key(work.position or ""), work.start_date)),
        "Position",
        name=_title(rows, work.position, organization),
        title=work.position,
        level=titles.level(work.position) if work.position else None,
        employmentType=work.employment_type or titles.employment_type(work.position or ""),
        team=work.team,
        **_dates(work, profile),
    )
    rows.edge("HELD", names.owner, held)
    targets = [Target(held), *_at(rows, held, organization, names.of(f"{place}.name"))]
    if team := names.of(f"{place}.team"):
        targets.append(Target(team, ("team",)))
    targets += _located(rows, held, work.location)
    targets += _used(rows, names, held, f"{place}.keywords", len(work.keywords))
    targets += [
        Target(manager, (f"managers.{i}",))
        for i in range(len(work.managers))
        if (manager := names.of(f"{place}.managers.{i}"))
    ]
    support(rows, profile, place, work, targets)


def _stands_alone(names: Names, place: str) -> bool:
    """Whether the team is an organisation of its own, and no department named after its employer."""
    team = names.of(f"{place}.team")
    identity = names.identities.nodes.get(team) if team else None
    return identity is not None and not identity.properties.get("unit", False)


def _at(rows: Rows, stint: str, *organizations: str | None) -> Iterator[Target]:
    """The organisation of a stint is the first; the others are only supported."""
    known = [organization for organization in dict.fromkeys(organizations) if organization]
    if known:
        rows.edge("AT", stint, known[0])
    for organization in known:
        yield Target(organization, ("name", "institution", "team"))


def _located(rows: Rows, node: str, location: str | None) -> Iterator[Target]:
    if location:
        place = f"location/{tail(location)}"
        city = location.partition(",")[0].strip() if "," in location else None
        rows.node(place, "Location", name=location, city=city, countryCode=places.country_code(location))
        rows.edge("LOCATED_IN", node, place)
        yield Target(place, ("location",))


def _used(rows: Rows, names: Names, node: str, place: str, count: int, *, kind: str = "USED") -> Iterator[Target]:
    """The technologies of a list of keywords."""
    for number in range(count):
        for technology in names.all(f"{place}.{number}"):
            rows.edge(kind, node, technology)
            yield Target(technology, (f"keywords.{number}",))


def _education(rows: Rows, profile: Profile, names: Names, number: int, education: Education) -> None:
    place = f"education.{number}"
    organization = names.of(f"{place}.institution")
    if not (organization or education.study_type):
        return
    course = (degrees.key(education.study_type or ""), education.area, education.start_date or education.end_date)
    name = ", ".join(part for part in (education.study_type, education.area) if part)
    studied = rows.node(
        _stint_id("education", names.owner, organization, course),
        "Education",
        name=_title(rows, name, organization),
        degree=education.study_type,
        degreeLevel=degrees.level(education.study_type) if education.study_type else None,
        field=education.area,
        honours=education.honours,
        **_grade(education.score),
        **_dates(education, profile),
    )
    rows.edge("STUDIED", names.owner, studied)
    targets = [Target(studied), *_at(rows, studied, organization), *_located(rows, studied, education.location)]
    if department := names.of(f"{place}.department"):
        targets.append(Target(department, ("department",)))
    targets += _advisors(rows, names, place, education)
    support(rows, profile, place, education, targets)


def _advisors(rows: Rows, names: Names, place: str, education: Education) -> Iterator[Target]:
    for number in range(len(education.advisors)):
        advisor = names.of(f"{place}.advisors.{number}")
        if advisor and advisor != names.owner:
            start, end = dates.year(education.start_date), dates.year(education.end_date)
            rows.edge("ADVISED", advisor, names.owner, startYear=start, endYear=end)
            yield Target(advisor, (f"advisors.{number}",))


def _publication(rows: Rows, profile: Profile, names: Names, number: int, paper: Publication) -> None:
    place, key = f"publications.{number}", names.paper(number)
    if key is None and paper.publisher:  # "accepted at ATC '23" names the venue, and no title
        key = f"{_person(names.owner)}/{tail(paper.publisher)}"
    if key is None:
        return
    venue = names.of(f"{place}.publisher")
    year = dates.year(paper.release_date) or (venues.parse(paper.publisher).year if paper.publisher else None)
    written = rows.node(
        f"publication/{key}",
        "Publication",
        name=paper.name or paper.publisher,
        title=paper.name,
        year=year,
        status=paper.status,
        type=paper.type,
        doi=doi_key(paper.doi),
    )
    targets = [Target(written), *_authors(rows, names, place, paper, written)]
    if venue:
        rows.edge("PUBLISHED_IN", written, venue)
        targets.append(Target(venue, ("publisher",)))
    support(rows, profile, place, paper, targets)


def _authors(rows: Rows, names: Names, place: str, paper: Publication, written: str) -> Iterator[Target]:
    """The authors in order; the owner too where the list leaves the owner out."""
    found = set()
    for number in range(len(paper.authors)):
        if author := names.of(f"{place}.authors.{number}"):
            rows.edge("AUTHORED", author, written, position=number + 1)
            found.add(author)
            yield Target(author, (f"authors.{number}",))
    if names.owner not in found:
        rows.edge("AUTHORED", names.owner, written)
        yield Target(names.owner)


def _skills(rows: Rows, profile: Profile, names: Names) -> None:
    for number, skill in enumerate(profile.skills):
        place = f"skills.{number}"
        targets = list(_used(rows, names, names.owner, f"{place}.keywords", len(skill.keywords), kind="LISTS"))
        for technology in names.all(f"{place}.name"):
            rows.edge("LISTS", names.owner, technology)
            targets.append(Target(technology, ("name",)))
        if targets:
            support(rows, profile, place, skill, targets)


def _projects(rows: Rows, profile: Profile, names: Names) -> None:
    for number, project in enumerate(profile.projects):
        if not project.name:
            continue
        node = rows.node(
            f"project/{_person(names.owner)}/{tail(project.name)}",
            "Project",
            name=project.name,
            description=redact(project.description) if project.description else None,
            startDate=project.start_date,
            endDate=project.end_date,
        )
        rows.edge("WORKED_ON", names.owner, node)
        place = f"projects.{number}"
        used = _used(rows, names, node, f"{place}.keywords", len(project.keywords))
        support(rows, profile, place, project, [Target(node), *used])


def _honours(rows: Rows, profile: Profile, names: Names) -> None:
    """Awards and certificates."""
    for number, award in enumerate(profile.awards):
        if award.title:
            node = _honour_id("award", names.owner, award.title, award.date)
            rows.node(node, "Award", name=award.title, awarder=award.awarder, date=award.date)
            rows.edge("RECEIVED", names.owner, node)
            support(rows, profile, f"awards.{number}", award, [Target(node)])
    for number, paper in enumerate(profile.certificates):
        if paper.name:
            node = _honour_id("certificate", names.owner, paper.name, paper.date)
            rows.node(node, "Certificate", name=paper.name, issuer=paper.issuer, date=paper.date)
            rows.edge("RECEIVED", names.owner, node)
            support(rows, profile, f"certificates.{number}", paper, [Target(node)])


def _honour_id(kind: str, owner: str, title: str, date: str | None) -> str:
    return f"{kind}/{_person(owner)}/{tail(title)}" + (f"/{tail(date)}" if date else "")


def _stint_id(kind: str, owner: str, organization: str | None, parts: Iterable[str | None]) -> str:
    """The id of a stint: whose, where, what and since when; `-` stands for what is not known."""
    where = organization.partition("/")[2] if organization else "-"
    return "/".join((kind, _person(owner), where, *(tail(part) if part else "-" for part in parts)))


def _person(owner: str) -> str:
    return owner.partition("/")[2]


def _title(rows: Rows, title: str | None, organization: str | None) -> str:
    """A readable name of a stint."""
    where = str(rows.nodes[organization][1].get("name", "")) if organization else ""
    return ", ".join(part for part in (title, where) if part)


def _dates(record: Work | Education, profile: Profile) -> dict[str, Any]:
    """The dates of a stint as its properties; whether it goes on is known where it does, or where it ended."""
    current = True if record.current else False if record.end_date else None
    return {
        "startDate": record.start_date,
        "endDate": record.end_date,
        "startYear": dates.year(record.start_date),
        "endYear": dates.year(record.end_date),
        "datePrecision": dates.precision(record.start_date or record.end_date),
        "isCurrent": current,
        "currentAsOf": as_of(profile) if current else None,
    }


def _grade(score: str | None) -> dict[str, str]:
    """A printed grade as value and scale: "3.88/4.0"."""
    value, slash, scale = (score or "").partition("/")
    return {"gpa": value.strip(), "gpaScale": scale.strip() if slash else ""}
