"""Profile ⇄ JSON: a superset of JSON Resume, with evidence and confidence beside each value."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from talentgraph.errors import ProfileError
from talentgraph.model import Profile, Record, Section

_RECORDS = (
    "work", "education", "publications", "skills", "projects", "awards", "certificates", "languages",
    "volunteer", "interests", "references", "accounts",
)  # fmt: skip
_JSON_NAMES = {"advisors": "advisor"}  # where JSON Resume, or the field, has another word than camel case gives


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """A profile as plain data. What is unknown is absent.

    >>> from talentgraph.model import Basics
    >>> from talentgraph.model import Source
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> profile_to_json(Profile(source=source, basics=Basics(name="Ada Example")))["basics"]
    {'name': 'Ada Example'}
    """
    data: dict[str, Any] = {"basics": _record_to_json(profile.basics)}
    for kind in _RECORDS:
        if records := getattr(profile, kind):
            data[kind] = [_record_to_json(record) for record in records]
    data["meta"] = {
        "document": _plain(profile.source),
        "sections": [_section_to_json(section) for section in profile.sections],
        "extractor": profile.extractor,
        "corrected": profile.corrected,
    }
    if profile.notes:
        data["meta"]["notes"] = [_plain(note) for note in profile.notes]
    return data


def profile_from_json(data: Mapping[str, Any], text: str = "", *, path: str = "profile") -> Profile:
    """The profile in plain data; `text` is what its evidence points into, `path` names it in errors.

    Raises ProfileError with the place in the file when a value has the wrong form.
    """
    from pydantic import ValidationError

    meta = data.get("meta") or {}
    meta = meta if isinstance(meta, Mapping) else {}
    flat = {
        "source": _snake(meta.get("document") or {}),
        "sections": _each(_section_from_json, meta.get("sections") or ()),
        "extractor": meta.get("extractor", ""),
        "corrected": meta.get("corrected", False),
        "notes": meta.get("notes") or (),
        "text": text,
        "basics": _snake(data.get("basics") or {}),
        **{kind: _each(_snake, data.get(kind) or ()) for kind in _RECORDS},
    }
    try:
        profile: Profile = _adapter().validate_python(flat)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ProfileError(f"{path}: {place}: {first['msg']}; correct the value or delete the file") from error
    return profile


@lru_cache(maxsize=1)
def _adapter() -> Any:
    from pydantic import TypeAdapter  # 0.1 s that `--help` need not pay

    return TypeAdapter(Profile)


def _record_to_json(record: Record) -> dict[str, Any]:
    data = _plain(record)
    evidence, confidence = data.pop("evidence", {}), data.pop("confidence", {})
    if evidence:
        data["evidence"] = {place_out(key): [list(span) for span in spans] for key, spans in evidence.items()}
    if confidence:
        data["confidence"] = {place_out(key): round(value, 3) for key, value in confidence.items()}
    return data


def _plain(item: Any) -> dict[str, Any]:
    """The set fields of a dataclass, under their JSON names."""
    fields = ((field.name, getattr(item, field.name)) for field in dataclasses.fields(item))
    return {
        _camel(name): list(value) if isinstance(value, tuple) else value
        for name, value in fields
        if value not in (None, (), False, {}) and value != ""
    }


def _section_to_json(section: Section) -> list[Any]:
    return [section.start, section.end, section.kind, list(section.heading) if section.heading else None]


def _each(parse: Callable[[Any], Any], rows: Any) -> Any:
    """The parsed rows; what is no list stays as it is, to be refused with its place."""
    return [parse(row) for row in rows] if isinstance(rows, list | tuple) else rows


def _section_from_json(row: Any) -> Any:
    if not isinstance(row, list | tuple) or len(row) != 4:
        return row
    return dict(zip(("start", "end", "kind", "heading"), row, strict=True))


def _snake(data: Any) -> Any:
    """A JSON object with the field names of the dataclasses; the keys of evidence and confidence too."""
    if not isinstance(data, Mapping):
        return data
    result: dict[str, Any] = {}
    for key, value in data.items():
        if key in ("evidence", "confidence") and isinstance(value, Mapping):
            value = {_place_in(place): item for place, item in value.items()}
        result[_uncamel(key)] = value
    return result


def place_out(place: str) -> str:
    """The name that a field, or an item of one, has in JSON.

    >>> place_out("start_date"), place_out("keywords.0")
    ('startDate', 'keywords.0')
    """
    name, dot, rest = place.partition(".")
    return _camel(name) + dot + rest


def _place_in(place: str) -> str:
    name, dot, rest = place.partition(".")
    return _uncamel(name) + dot + rest


def _camel(name: str) -> str:
    if name in _JSON_NAMES:
        return _JSON_NAMES[name]
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _uncamel(name: str) -> str:
    for snake, other in _JSON_NAMES.items():
        if name == other:
            return snake
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)
