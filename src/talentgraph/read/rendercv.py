"""RenderCV files: `cv` with contact details, and sections of entries whose keys tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.model import (
    Account,
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Profile,
    Project,
    Publication,
    Record,
    Reference,
    Skill,
    Source,
    Volunteer,
    Work,
)
from talentgraph.read.headings import heading_kind
from talentgraph.read.json_resume import resume
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, dated, joined, make, part, parts, period, told
from talentgraph.read.yaml_tree import read_yaml
from talentgraph.values.dates import find_dates

EXTRACTOR = "rendercv"
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"\*\*\*|\*\*|\*(?=\S)|(?<=\S)\*|`|~~")
_NETWORKS = {
    "linkedin": "https://linkedin.com/in/", "github": "https://github.com/", "gitlab": "https://gitlab.com/",
    "orcid": "https://orcid.org/", "google scholar": "https://scholar.google.com/citations?user=",
}  # fmt: skip
_KINDS: dict[type[Record], str] = {
    Work: "work", Education: "education", Publication: "publications", Skill: "skills", Project: "projects",
    Award: "awards", Certificate: "certificates", Language: "languages", Volunteer: "volunteer",
    Interest: "interests", Reference: "references",
}  # fmt: skip


def read_rendercv(data: bytes, source: Source) -> Profile:
    """A RenderCV file; a JSON Resume that is written in YAML too. Raises ReadError for other YAML."""
    text = decode(data, source.path)
    root = read_yaml(text, source.path)
    if root.has("basics"):
        return resume(root, text, source)
    cv = next((node for node in root.all("cv") if node.children), None)
    if cv is None or not cv.has("name", "sections"):
        raise ReadError(source.path, "is YAML, but no RenderCV file", "it needs the key cv with name and sections")
    sections = [section for node in cv.all("sections") for section in _sections(node)]
    records: dict[str, list[Record]] = {kind: [] for kind in _KINDS.values()}
    for title, entries in sections:
        for record in _records(title, entries):
            records[_KINDS[type(record)]].append(record)
    summary = joined(
        (said for title, entries in sections if _kind(title) == "summary" for said in _texts(entries)), "\n"
    )
    return Profile(
        source=source,
        text=text,
        basics=_basics(cv, summary),
        accounts=told(_account(node) for node in cv.all("social_networks")),
        extractor=EXTRACTOR,
        **{kind: told(found) for kind, found in records.items()},  # type: ignore[arg-type]
    )


def _sections(node: Node) -> Iterator[tuple[str, list[Node]]]:
    """The sections in order: (title, entries)."""
    for title in dict.fromkeys(child.name for child in node.children):
        yield title, node.all(title) if "/" not in title else [c for c in node.children if c.name == title]


def _kind(title: str) -> str:
    words = title.replace("_", " ")
    if re.search(r"volunteer|community", words, re.IGNORECASE):
        return "service"
    return heading_kind(words) or "other"


def _basics(cv: Node, summary: Said | None) -> Basics:
    orcid = [node.get("username") for node in cv.all("social_networks") if _network(node) == "orcid"]
    return make(
        Basics,
        name=cv.get("name"),
        label=_plain(cv.get("headline", "label")),
        email=cv.get("email"),
        phone=_phone(cv.get("phone")),
        url=cv.get("website"),
        image=cv.get("photo"),
        location=cv.get("location"),
        summary=summary,
        orcid=next(iter(orcid), None),
        profiles=[said for node in cv.all("social_networks") if (said := _url(node))],
    )


def _phone(said: Said | None) -> Said | None:
    return part(said, 4, len(said.text)) if said and said.text.startswith("tel:") else said


def _network(node: Node) -> str:
    said = node.get("network")
    return said.text.casefold() if said else ""


def _url(node: Node) -> Said | None:
    """The address of an account on a network whose addresses are known."""
    user, start = node.get("username"), _NETWORKS.get(_network(node))
    return Said(start + user.line.text, user.spans) if user and start else None


def _account(node: Node) -> Account:
    return make(Account, network=node.get("network"), username=node.get("username"), url=_url(node))


def _records(title: str, entries: Iterable[Node]) -> Iterator[Record]:
    """The records that the entries of a section make, by their keys and then by the section's title."""
    kind = _kind(title)
    for node in entries:
        if node.has("company", "position"):
            yield _volunteer(node, "company") if kind == "service" else _work(node)
        elif node.has("institution"):
            yield _education(node)
        elif node.has("authors") and node.has("title"):
            yield _publication(node)
        elif node.has("label", "details"):
            yield from _pair(kind, _plain(node.get("label")), _plain(node.get("details")))
        elif node.has("name"):
            yield from _named(kind, node)
        elif said := _plain(node.get("bullet", "number", "reversed_number") or node.said):
            yield from _line(kind, said)


def _work(node: Node) -> Work:
    return make(
        Work,
        name=_plain(node.get("company")),
        position=_plain(node.get("position")),
        location=_plain(node.get("location")),
        summary=_plain(node.get("summary")),
        highlights=_highlights(node),
        **_period(node),
    )


def _education(node: Node) -> Education:
    return make(
        Education,
        institution=_plain(node.get("institution")),
        area=_plain(node.get("area")),
        study_type=_plain(node.get("degree")),
        location=_plain(node.get("location")),
        **_grade(_highlights(node)),
        **_period(node),
    )


def _grade(lines: list[Said]) -> dict[str, Any]:
    """The grade and the courses that the lines of an education name."""
    fields: dict[str, Any] = {}
    for said in lines:
        if match := re.match(r"(GPA|Grade|Coursework|Courses)\s*:\s*", said.text):
            rest = part(said, match.end(), len(said.text))
            score = re.match(r"[\d.,]+(?:\s*/\s*[\d.,]*\d)?", rest.text)
            if match[1].startswith("Course"):
                fields["courses"] = _items(rest)
            elif score:
                fields["score"] = part(rest, 0, score.end())
    return fields


def _publication(node: Node) -> Publication:
    return make(
        Publication,
        name=_plain(node.get("title")),
        publisher=_plain(node.get("journal")),
        release_date=dated(node.get("date")),
        doi=node.get("doi"),
        url=node.get("url"),
        authors=[name for said in node.values("authors") if (name := _plain(said))],
        summary=_plain(node.get("summary")),
    )


def _named(kind: str, node: Node) -> Iterator[Record]:
    """The record of an entry that has a name: a project unless its section says something else."""
    name, summary = _plain(node.get("name")), _plain(node.get("summary"))
    date = dated(node.get("date", "start_date"))
    if kind == "awards":
        yield make(Award, title=name, date=date, summary=summary or next(iter(_highlights(node)), None))
    elif kind == "certificates":
        yield make(Certificate, name=name, issuer=summary, date=date, url=node.get("url"))
    elif kind == "service":
        yield _volunteer(node, "name")
    elif kind in ("publications", "patents"):
        yield make(Publication, name=name, release_date=date, summary=summary, url=node.get("url"))
    elif kind == "work":
        yield make(Work, name=name, summary=summary, highlights=_highlights(node), **_period(node))
    elif kind == "references":
        yield make(Reference, name=name, reference=summary)
    elif kind not in ("talks", "teaching", "interests"):
        fields = _period(node)
        del fields["current"]
        url = _link(node.get("name"))
        yield make(Project, name=name, description=summary, url=url, highlights=_highlights(node), **fields)


def _volunteer(node: Node, key: str) -> Volunteer:
    return make(
        Volunteer,
        organization=_plain(node.get(key)),
        position=_plain(node.get("position")),
        summary=_plain(node.get("summary")),
        highlights=_highlights(node),
        **_period(node),
    )


def _pair(kind: str, label: Said | None, details: Said | None) -> Iterator[Record]:
    """The record of an entry on one line: a label and what belongs to it."""
    if kind == "languages":
        yield make(Language, language=label, fluency=details)
    elif kind == "awards":
        yield make(Award, title=label, summary=details, date=_date_in(details))
    elif kind == "certificates":
        yield make(Certificate, name=label, issuer=details, date=_date_in(details))
    elif kind == "interests":
        yield make(Interest, name=label, keywords=_items(details))
    elif label and re.fullmatch(r"(?:natural |spoken )?languages", label.text, re.IGNORECASE) and kind != "skills":
        yield from (make(Language, language=each) for each in _items(details))
    elif kind in ("skills", "other"):
        yield make(Skill, name=label, keywords=_items(details))


def _line(kind: str, said: Said) -> Iterator[Record]:
    """The record of a line of text, where the section says what its lines are."""
    if kind == "awards":
        yield make(Award, title=_undated(said), date=_date_in(said))
    elif kind == "certificates":
        yield make(Certificate, name=_undated(said), date=_date_in(said))
    elif kind == "skills":
        yield make(Skill, keywords=_items(said))
    elif kind == "languages":
        yield from (make(Language, language=each) for each in _items(said))
    elif kind == "interests":
        yield make(Interest, name=said)


def _items(said: Said | None) -> list[Said]:
    """The items of a list: commas in brackets part none."""
    if said is None:
        return []
    cuts, in_brackets = [], False
    for match in reversed(list(re.finditer(r"[()]|[,;](?=\s)", said.text))):
        if match[0] in "()":
            in_brackets = match[0] == ")"
        elif not in_brackets:
            cuts.append(match.span())
    return parts(said, reversed(cuts))


def _date_in(said: Said | None) -> Said | None:
    found = find_dates(said.text) if said else []
    return dated(part(said, *found[0].span)) if said and found else None


def _undated(said: Said) -> Said:
    """A line without the date at its end."""
    found = find_dates(said.text)
    at_end = found and found[-1].span[1] >= len(said.text.rstrip(" ).")) and found[-1].span[0] > 0
    return part(said, 0, len(said.text[: found[-1].span[0]].rstrip(" ,;(–-"))) if at_end else said


def _texts(entries: Iterable[Node]) -> Iterator[Said]:
    for node in entries:
        if said := _plain(node.said or node.get("bullet")):
            yield said


def _highlights(node: Node) -> list[Said]:
    return [plain for said in node.values("highlights") if (plain := _plain(said))]


def _period(node: Node) -> dict[str, Any]:
    """The dates of an entry; `date` stands in place of start and end, and may be a range."""
    start, end = node.get("start_date"), node.get("end_date")
    if start or end:
        return period(start, end, open_is_current=True)
    date = node.get("date")
    found = find_dates(date.text) if date else []
    if not date or not found or not (found[0].end or found[0].current):
        return {"start_date": None, "end_date": dated(date), "current": False}
    first = Said(found[0].start, date.spans) if found[0].start else None
    last = Said(found[0].end, date.spans) if found[0].end else None
    return {"start_date": first, "end_date": last, "current": Said("True", date.spans) if found[0].current else False}


def _plain(said: Said | None) -> Said | None:
    """A value without Markdown; its place is that of the value as written."""
    if said is None:
        return None
    words = _MARKS.sub("", _LINK.sub(r"\1", said.text)).strip()
    if words == said.text:
        return said
    start = said.text.find(words)
    return part(said, start, start + len(words)) if start >= 0 and words else Said(words, said.spans) if words else None


def _link(said: Said | None) -> Said | None:
    """The address of the first link in Markdown."""
    match = re.search(r"\]\(([^()\s]+)\)", said.text) if said else None
    return part(said, *match.span(1)) if said and match else None
