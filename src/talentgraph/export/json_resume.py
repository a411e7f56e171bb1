"""One JSON Resume a person, as other tools for CVs read it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from talentgraph.codec import profile_to_json
from talentgraph.export.content import Content
from talentgraph.model import Profile, mention
from talentgraph.values.contacts import redact

_PLACE = ("address", "postalCode", "city", "region", "countryCode")
_CONTACTS = ("email", "phone", "url", "image", "location", "profiles", *_PLACE)
_META = ("canonical", "version", "lastModified")


def write_json_resume(content: Content, target: Path) -> None:
    """Write `target`/ada-example.json and so on; a second document of one person becomes ada-example-2.json."""
    target.mkdir(parents=True, exist_ok=True)
    seen: Counter[str] = Counter()
    for profile in content.profiles:
        name = _file_name(profile, content)
        seen[name] += 1
        path = target / (f"{name}-{seen[name]}.json" if seen[name] > 1 else f"{name}.json")
        data = resume(profile, contacts=content.contacts)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def resume(profile: Profile, *, contacts: bool = False) -> dict[str, Any]:
    """A profile as JSON Resume: no evidence, no confidence, and no contact details unless asked for.

    With contacts, a JSON Resume that was read comes back whole but for `$schema`, what is empty, and runs of blanks.

    >>> from talentgraph.model import Basics, Source
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> resume(Profile(source=source, basics=Basics(name="Ada Example", email="ada@example.org")))
    {'basics': {'name': 'Ada Example'}}
    """
    full = profile_to_json(profile)
    about = full.pop("meta")["document"]
    data = {kind: _bare(value) for kind, value in full.items()}
    basics, accounts = data["basics"], data.pop("accounts", [])
    if not contacts:
        data["basics"] = {key: value for key, value in basics.items() if key not in _CONTACTS}
        return {kind: _redacted(value) for kind, value in data.items()}
    if location := _location(basics):
        basics["location"] = location
    if profiles := _profiles(basics.get("profiles", ()), accounts):
        basics["profiles"] = profiles
    if meta := {key: about[key] for key in _META if key in about}:
        data["meta"] = meta
    return data


def _location(basics: dict[str, Any]) -> dict[str, str]:
    """The place of the person: its parts where they are known, else all of it as the address."""
    whole = basics.pop("location", None)
    parts = {key: basics.pop(key) for key in _PLACE if key in basics}
    return parts or ({"address": whole} if whole else {})


def _profiles(links: Iterable[str], accounts: list[dict[str, str]]) -> list[dict[str, str]]:
    """The accounts, and the links that are of none."""
    known = {account.get("url") for account in accounts}
    return [*accounts, *({"url": link} for link in links if link not in known)]


def _file_name(profile: Profile, content: Content) -> str:
    person = content.mentions.get(mention(profile.source.path, "basics"), "")
    safe = re.sub(r"[^\w-]+", "-", person.removeprefix("person/")).strip("-")
    return safe or profile.source.sha256[:12]


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if key not in ("evidence", "confidence")}


def _redacted(value: Any) -> Any:
    """Plain data without the contact details inside its texts."""
    if isinstance(value, list):
        return [_redacted(item) for item in value]
    if isinstance(value, dict):
        return {key: _redacted(item) for key, item in value.items() if key != "url"}
    return redact(value) if isinstance(value, str) else value
