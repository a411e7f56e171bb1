"""Mentions: every place of a profile that names a person, an organisation, a venue or a technology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from talentgraph.model import Kind, Profile, Publication, mention, part_of_place
from talentgraph.resolve import organizations, registry, traits
from talentgraph.values import technology_names, venue_names
from talentgraph.values.text import closed, fold, has_words

Role = Literal["owner", "author", "advisor", "manager", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place that names something.

    `key` is the normal form by which mentions of organisations, venues and technologies are the same; `name` the
    canonical name where a list knows it. For people: `paper` is the key of the paper whose author this is, `line`
    the publication in this document, `traits` what else is said of the person (see traits.py).
    """

    id: str
    kind: Kind
    text: str
    path: str
    key: str = ""
    name: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    whole: str = ""
    role: Role = ""
    paper: str = ""
    line: str = ""
    aliases: tuple[str, ...] = ()
    orcid: str = ""
    email: str = ""
    traits: frozenset[str] = frozenset()
    printed: bool = True

    @property
    def nameless(self) -> bool:
        """Whether this is the owner of a document that says no name, called as the document is."""
        return self.role == "owner" and self.text == _document_name(self.path)


def collect(profile: Profile, papers: Mapping[str, str]) -> Iterator[Mention]:
    """All mentions of a profile; `papers` are the keys of the publications."""
    found = [*_organizations(profile), *_venues(profile), *_technologies(profile)]
    yield from found
    named = [(each.id, each.key) for each in found if each.kind == "organization"]
    yield _owner(profile, traits.of_owner(profile, named, papers))
    yield from _people(profile, papers)


def printed_only(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without organisations that no document names; what they were parts of stays the whole."""
    named = {m.key for m in mentions if m.printed}
    dropped = {m.id: m.whole for m in mentions if not m.printed and m.key not in named}

    def above(whole: str) -> str:
        while whole in dropped:
            whole = dropped[whole]
        return whole

    kept = (m for m in mentions if m.id not in dropped)
    return [replace(m, whole=above(m.whole)) if m.whole in dropped else m for m in kept]


def _owner(profile: Profile, own: frozenset[str]) -> Mention:
    basics, path = profile.basics, profile.source.path
    return Mention(
        id=mention(path, "basics"),
        kind="person",
        text=(basics.name or "").strip() or _document_name(path),
        path=path,
        role="owner",
        aliases=basics.aliases,
        orcid=(basics.orcid or "").strip().upper().rpartition("/")[2],
        email=fold(basics.email or ""),
        traits=own,
    )


def _document_name(path: str) -> str:
    """A node needs a name; the document's is no guess."""
    return path.rpartition("/")[2].partition(".")[0] or path


def _people(profile: Profile, papers: Mapping[str, str]) -> Iterator[Mention]:
    path = profile.source.path
    for number, paper in enumerate(profile.publications):
        yield from _authors(path, number, paper, papers.get(mention(path, f"publications.{number}"), ""))
    for number, education in enumerate(profile.education):
        yield from _named(path, f"education.{number}.advisors", education.advisors, "advisor")
    for number, work in enumerate(profile.work):
        yield from _named(path, f"work.{number}.managers", work.managers, "manager")


def _authors(path: str, number: int, paper: Publication, key: str) -> Iterator[Mention]:
    """The authors of a paper, who share what it says."""
    line = mention(path, f"publications.{number}")
    common = traits.of_paper(paper, key)
    for at, name in enumerate(paper.authors):
        if has_words(name):
            place = f"{line}.authors.{at}"
            yield Mention(
                id=place, kind="person", text=name, path=path, role="author", paper=key, line=line, traits=common
            )


def _named(path: str, place: str, names: tuple[str, ...], role: Role) -> Iterator[Mention]:
    for at, name in enumerate(names):
        if has_words(name):
            yield Mention(id=mention(path, f"{place}.{at}"), kind="person", text=name, path=path, role=role)


def _organizations(profile: Profile) -> Iterator[Mention]:
    path = profile.source.path
    beside = [*(work.name or "" for work in profile.work), *(each.institution or "" for each in profile.education)]
    beside = [name for name in dict.fromkeys(beside) if " " in name.strip()]
    for number, work in enumerate(profile.work):
        name, around = work.name or "", work.location or ""
        yield from _chain(path, f"work.{number}.name", organizations.named(name, around, path, beside), around)
        yield from _chain(path, f"work.{number}.team", organizations.team_of(name, work.team or "", around), around)
    for number, education in enumerate(profile.education):
        institution, department = education.institution or "", education.department or ""
        around = education.location or ""
        whole = organizations.named(institution, around, path, beside)
        yield from _chain(path, f"education.{number}.institution", whole, around)
        found = organizations.department_of(institution, department, around)
        yield from _chain(path, f"education.{number}.department", found, around)


def _chain(path: str, place: str, found: tuple[organizations.Named, ...], around: str = "") -> Iterator[Mention]:
    """A mention of an organisation, and of the wholes that it is part of."""
    for depth, named in enumerate(found):
        last = depth + 1 == len(found)
        record = registry.of_organization(named, around)
        registered = {"rorId": record.id, "type": record.type, "countryCode": record.country} if record else {}
        yield Mention(
            id=mention(path, place + ".whole" * depth),
            kind="organization",
            text=named.text,
            path=path,
            key=named.key,
            name=named.name,
            properties={**registered, **{name: value for name, value in named.properties.items() if value}},
            printed=named.printed,
            aliases=named.others,
            whole="" if last else mention(path, place + ".whole" * (depth + 1)),
        )


def _venues(profile: Profile) -> Iterator[Mention]:
    for number, paper in enumerate(profile.publications):
        if paper.publisher and has_words(paper.publisher):
            found = venue_names.named(closed(paper.publisher.strip()), paper.name or "")
            yield from _venue(profile.source.path, f"publications.{number}.publisher", found)


def _venue(path: str, place: str, found: venue_names.Named) -> Iterator[Mention]:
    """A venue, or a workshop or track and the venue that it is part of. The year is the publication's."""
    whole = mention(path, f"{place}.whole") if found.whole else ""
    yield Mention(
        id=mention(path, place),
        kind="venue",
        text=_series_as_printed(found),
        path=path,
        key=found.key or fold(found.text),
        name=found.name,
        properties={"acronym": found.acronym or None, "type": found.entry.type if found.entry else None},
        whole=whole,
    )
    if found.whole:
        yield from _venue(path, f"{place}.whole", found.whole)


def _series_as_printed(found: venue_names.Named) -> str:
    """The name of a series where the text prints it, else the text without its year ("ATC '23" → "ATC")."""
    return found.name if found.name and fold(found.name) in fold(found.text) else found.text


def _technologies(profile: Profile) -> Iterator[Mention]:
    for number, skill in enumerate(profile.skills):
        names = {f"skills.{number}.keywords.{at}": name for at, name in enumerate(skill.keywords)}
        if not names and skill.name:
            names = {f"skills.{number}.name": skill.name}
        yield from _technology_mentions(profile.source.path, names)
    for kind in ("work", "projects"):
        for number, record in enumerate(getattr(profile, kind)):
            names = {f"{kind}.{number}.keywords.{at}": name for at, name in enumerate(record.keywords)}
            yield from _technology_mentions(profile.source.path, names)


def _technology_mentions(path: str, names: Mapping[str, str]) -> Iterator[Mention]:
    """The technologies of a list; where a place names several ("C/C++"), the first has the place for its own."""
    beside = ", ".join(names.values())
    for place, text in names.items():
        for number, name in enumerate(technology_names.split(text) if has_words(text) else ()):
            found = technology_names.named(name, beside)
            yield Mention(
                id=mention(path, part_of_place(place, number)),
                kind="technology",
                text=name,
                path=path,
                key=found.key,
                name=found.name,
                properties={"kind": found.entry.kind if found.entry else None},
            )
