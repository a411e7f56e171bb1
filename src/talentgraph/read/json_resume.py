"""JSON Resume files become profiles directly; the evidence points into the file's own text.

The standard is that of version 1.0; the keys of older versions and of common variants are read too. What is missing,
null, empty or of another kind than expected is as good as absent.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

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
from talentgraph.read.json_tree import read_json
from talentgraph.read.text import decode
from talentgraph.read.tree import Node, Said, authors_of, dated, joined, make, period, split, told

EXTRACTOR = "json-resume"
_R = TypeVar("_R", bound=Record)
_Keys = Mapping[str, tuple[str, ...]]

# The keys of the file for a field, the standard's own first; a field that is not named here has its own name as key.
_COMMON: _Keys = {
    "url": ("url", "website", "homepage", "link"),
    "keywords": ("keywords", "technologies", "tags"),
    "date": ("date", "issueDate", "year"),
    "advisors": ("advisor", "advisors", "supervisor"),
}
_BASICS: _Keys = {
    "name": ("name", "fullName"), "label": ("label", "headline", "title"), "phone": ("phone", "telephone", "mobile"),
    "image": ("image", "picture"), "address": ("location/address",), "postal_code": ("location/postalCode",),
    "city": ("location/city",), "region": ("location/region",), "country_code": ("location/countryCode",),
}  # fmt: skip
_RECORDS: dict[str, tuple[type[Record], tuple[str, ...], _Keys]] = {
    "work": (Work, ("work", "experience"), {
        "name": ("name", "company", "organization", "employer"), "position": ("position", "title", "jobTitle"),
    }),
    "volunteer": (Volunteer, ("volunteer",), {"organization": ("organization", "name", "company")}),
    "education": (Education, ("education",), {
        "institution": ("institution", "school", "university", "name"), "study_type": ("studyType", "degree"),
        "area": ("area", "major", "fieldOfStudy"), "score": ("score", "gpa"),
    }),
    "publications": (Publication, ("publications",), {
        "name": ("name", "title"), "publisher": ("publisher", "journal", "venue"),
        "release_date": ("releaseDate", "date", "year"),
    }),
    "skills": (Skill, ("skills",), {"name": ("name", "category")}),
    "projects": (Project, ("projects",), {"name": ("name", "title"), "entity": ("entity", "company")}),
    "awards": (Award, ("awards",), {"title": ("title", "name"), "awarder": ("awarder", "issuer")}),
    "certificates": (Certificate, ("certificates", "certifications"), {
        "name": ("name", "title"), "issuer": ("issuer", "authority"),
    }),
    "languages": (Language, ("languages",), {
        "language": ("language", "name"), "fluency": ("fluency", "level", "proficiency"),
    }),
    "interests": (Interest, ("interests",), {}),
    "references": (Reference, ("references",), {}),
}  # fmt: skip
SECTIONS = ("basics", *(key for _, keys, _ in _RECORDS.values() for key in keys))
_DATES = ("start_date", "end_date", "current")
_FLAGS = frozenset(("true", "false"))


def read_json_resume(data: bytes, source: Source) -> Profile:
    """A JSON Resume file. Raises ReadError for other JSON."""
    text = decode(data, source.path)
    root = read_json(text, source.path)
    if not any(node.said or node.children for key in SECTIONS for node in root.all(key)):
        reason = "is JSON, but no JSON Resume, ORCID record or OpenReview profile"
        raise ReadError(source.path, reason, "a JSON Resume has keys such as basics, work or education")
    return resume(root, text, source)


def resume(root: Node, text: str, source: Source) -> Profile:
    """The profile in the tree of a JSON Resume."""
    basics = next((node for node in root.all("basics") if node.children), Node("basics"))
    accounts = told(make(Account, **_fields(Account, node, {})) for node in basics.all("profiles"))
    records: dict[str, Any] = {kind: _records(root, *spec) for kind, spec in _RECORDS.items()}
    meta: dict[str, Any] = {
        key: " ".join(said.text.split()) if (said := root.get(f"meta/{name}")) else None for key, name in _META.items()
    }
    return Profile(
        source=dataclasses.replace(source, **meta),
        text=text,
        basics=_basics(basics),
        accounts=accounts,
        extractor=EXTRACTOR,
        **records,
    )


_META = {"canonical": "canonical", "version": "version", "last_modified": "lastModified"}


def _basics(node: Node) -> Basics:
    fields = _fields(Basics, node, _BASICS)
    fields["profiles"] = node.values("profiles/url", "profiles")
    fields["location"] = _location(node)
    return make(Basics, **fields)


def _records(root: Node, form: type[_R], sections: tuple[str, ...], keys: _Keys) -> tuple[_R, ...]:
    nodes = [node for section in sections for node in root.all(section)]
    return told(make(form, **_fields(form, node, keys)) for node in nodes if node.children)


def _fields(form: type[Record], node: Node, keys: _Keys) -> dict[str, Any]:
    """The values of a record's fields in an object of the file."""
    fields: dict[str, Any] = {}
    for item in dataclasses.fields(form):
        name = item.name
        if name in ("evidence", "confidence", *_DATES):
            continue
        paths = keys.get(name) or _COMMON.get(name) or (_camel(name),)
        if name == "location":
            fields[name] = _location(node)
        elif "tuple" in str(item.type):
            fields[name] = _list(name, [child for path in paths for child in node.all(path)])
        elif item.type != "bool":
            fields[name] = _text(name, node, paths)
    if "start_date" in form.__dataclass_fields__:
        fields |= _period(node, has_current="current" in form.__dataclass_fields__)
    if "status" in fields and fields["status"] and fields["status"].text not in _STATUSES:
        del fields["status"]
    return fields


_STATUSES = ("published", "accepted", "submitted", "preprint")


def _text(name: str, node: Node, paths: tuple[str, ...]) -> Said | None:
    """A single value; of a list all, of an object its name."""
    for path in paths:
        found = [said for child in node.all(path) if (said := _value(child)) and said.text not in _FLAGS]
        if found:
            return dated(found[0]) if name in ("date", "release_date") else joined(found)
    return None


def _value(node: Node) -> Said | None:
    return node.value() or node.get("name")


def _list(name: str, nodes: list[Node]) -> list[Said]:
    """The values of a list, which some files write as one text."""
    found = [said for node in nodes if (said := _value(node)) and said.text not in _FLAGS]
    if len(found) == 1 and name in ("keywords", "authors") and nodes[0].alone:
        return authors_of(found[0]) if name == "authors" else split(found[0])
    return found


def _location(node: Node) -> Said | None:
    """A place: a text, or of an object the parts that tell most."""
    parts = [node.get(f"location/{key}") for key in ("city", "region", "countryCode")]
    found = node.get("location") or joined(parts)
    return found or node.get("location/address", "location/name", "location/country")


def _period(node: Node, *, has_current: bool) -> dict[str, Any]:
    end = node.get("endDate", "end_date", "end")
    fields = period(node.get("startDate", "start_date", "start"), end)
    flag = node.get("current", "isCurrent")
    if not has_current:
        del fields["current"]
    elif flag and flag.text == "true" and not fields["end_date"]:
        fields["current"] = flag
    return fields


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)
