"""Where the profile of a document lies in a workspace: names that no document can choose to do harm with."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff<>:"|?*\\/]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)  # files that Windows cannot have
_LONGEST = 100  # bytes of one part; leaves room for endings
_DEEPEST = 180  # characters of a whole path, for systems that allow 260


def profile_names(paths: Iterable[str]) -> dict[str, str]:
    """The place of each document's profile below `profiles/`, without the endings `.json` and `.txt`.

    A document's ending is left out where that is enough to tell the documents of a folder apart, also on file
    systems that do not see case. The result depends on the set of paths only.

    >>> profile_names(["cvs/ada.pdf", "cvs/ben.pdf", "cvs/ben.docx"])
    {'cvs/ada.pdf': 'cvs/ada', 'cvs/ben.docx': 'cvs/ben.docx', 'cvs/ben.pdf': 'cvs/ben.pdf'}
    >>> profile_names(["../../etc/passwd", "CON.txt"])
    {'../../etc/passwd': '_/_/etc/passwd', 'CON.txt': '_CON'}
    """
    ordered = sorted(set(paths))
    short = {path: _place(path, PurePosixPath(path).stem) for path in ordered}
    seen = Counter(name.casefold() for name in short.values())
    taken = {folder for path in ordered for folder in _folders(short[path])}
    names = {}
    for path in ordered:
        name = short[path] if seen[short[path].casefold()] == 1 else _place(path, PurePosixPath(path).name)
        names[path] = _free(name, taken)
        taken |= {f"{names[path]}{ending}".casefold() for ending in (".json", ".txt")}
    return names


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where its files would lie on top of others."""
    number, candidate = 1, name
    while any(f"{candidate}{ending}".casefold() in taken for ending in (".json", ".txt")):
        number += 1
        candidate = f"{name}~{number}"
    return candidate


def _folders(name: str) -> list[str]:
    parts = name.casefold().split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def _place(path: str, last: str) -> str:
    """The path with harmless parts and `last` as its last part."""
    folders = [part for part in path.split("/")[:-1] if part]
    place = "/".join(harmless(part) for part in (*folders, last))
    if len(place) <= _DEEPEST:
        return place
    return f"deep~{_digest('/'.join(folders))}/{harmless(last)}"


def harmless(text: str) -> str:
    """A text as one part of a path, harmless on every system.

    >>> harmless("a/b"), harmless("CON")
    ('a_b', '_CON')
    """
    part = _UNSAFE.sub("_", unicodedata.normalize("NFC", text)).rstrip(". ") or "_"
    if part != text.rstrip(". ") and len(part.strip("_")) == 0:
        part = "_"
    if _RESERVED.fullmatch(part):
        part = f"_{part}"
    if len(part.encode()) > _LONGEST:
        part = f"{part.encode()[: _LONGEST - 9].decode(errors='ignore')}~{_digest(text)}"
    return part


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
