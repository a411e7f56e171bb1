"""The records of the Research Organization Registry: its published JSON in schema 2, or the zip around it."""

from __future__ import annotations

import codecs
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from talentgraph.errors import TalentGraphError

_TYPES = {
    "education": "University",
    "company": "Company",
    "healthcare": "Hospital",
    "government": "GovernmentAgency",
    "nonprofit": "Nonprofit",
    "facility": "ResearchInstitute",
}
_REMEDY = "take the zip of https://doi.org/10.5281/zenodo.6347574, or the file …_schema_v2.json inside it"
_PIECE = 1 << 20  # bytes read at once
_LONGEST = 1 << 24  # letters of one record


@dataclass(frozen=True, slots=True)
class Record:
    """An organisation of the registry. `names` are its name first, labels and aliases, `acronyms` its short forms,
    `parents` the ids of what it is part of."""

    id: str
    name: str
    type: str = ""
    country: str = ""
    city: str = ""
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()


def read_ror(path: Path) -> Iterator[Record]:
    """The records of a dump, one after the other; what was withdrawn is left out.

    Raises TalentGraphError with the file and the remedy where it is no such dump.
    """
    if not path.is_file():
        raise TalentGraphError(f"{path}: there is no such file; {_REMEDY}")
    count = 0
    try:
        with _opened(path) as file:
            for value in _values(file):
                for item in _items(value):
                    count += 1
                    if item.get("status") != "withdrawn":
                        yield _record(item)
    except (zipfile.BadZipFile, OSError) as error:
        raise TalentGraphError(f"{path}: cannot be read ({error}); {_REMEDY}") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        what = "of schema 1" if isinstance(error, _OldSchemaError) else "no registry dump of schema 2"
        raise TalentGraphError(f"{path}: {what}, at record {count or 1}; {_REMEDY}") from error
    if not count:
        raise TalentGraphError(f"{path}: holds no records; {_REMEDY}")


class _OldSchemaError(ValueError):
    """A record with one name."""


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The JSON file, or the one in the zip: that of schema 2 where there are two."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        members = sorted(name for name in archive.namelist() if name.endswith(".json"))
        if not members:
            raise zipfile.BadZipFile("no JSON inside")
        with archive.open(next((name for name in members if "v2" in name), members[0])) as file:
            yield io.BufferedReader(file)  # type: ignore[type-var]


def _values(file: BinaryIO) -> Iterator[Any]:
    """The values of a JSON array, or the one value that is no array, without having all of it in memory."""
    decode, text = json.JSONDecoder().raw_decode, ""
    reader = codecs.getincrementaldecoder("utf-8-sig")()
    opened = more = False
    while True:
        data = file.read(_PIECE)
        text = (text + reader.decode(data, final=not data)).lstrip()
        if text and not (opened or more):
            opened = text[0] == "["
            text, more = text[1:] if opened else text, True
        while text := text.lstrip(" \t\r\n,"):
            if text[0] == "]" and opened:
                return
            try:
                value, end = decode(text)
            except json.JSONDecodeError:
                if not data or (opened and len(text) > _LONGEST):
                    raise
                break  # the rest of the value is still to come
            yield value
            text = text[end:]
        if not data:
            if opened:
                raise ValueError("the file ends before its array does")
            return


def _items(value: Any) -> list[Mapping[str, Any]]:
    """A record, or those of an answer of the registry's web service."""
    if "hits" in value:
        return [hit["_source"] for hit in value["hits"]["hits"]]
    return list(value["items"]) if "items" in value else [value]


def _record(item: Mapping[str, Any]) -> Record:
    if "names" not in item and "name" in item:
        raise _OldSchemaError
    names = [(str(name["value"]), set(name["types"])) for name in item["names"]]
    shown = next((value for value, types in names if "ror_display" in types), names[0][0])
    places = [place.get("geonames_details") or {} for place in item.get("locations") or ()]
    place = places[0] if places else {}
    return Record(
        id=str(item["id"]),
        name=shown,
        type=next((_TYPES[kind] for kind in item.get("types") or () if kind in _TYPES), ""),
        country=str(place.get("country_code") or ""),
        city=str(place.get("name") or ""),
        names=tuple(dict.fromkeys((shown, *(value for value, types in names if types & {"label", "alias"})))),
        acronyms=tuple(value for value, types in names if types == {"acronym"}),
        parents=tuple(str(each["id"]) for each in item.get("relationships") or () if each["type"] == "parent"),
    )
