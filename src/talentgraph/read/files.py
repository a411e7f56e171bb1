"""Which files there are, what they hold, and who reads them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path, PurePath
from typing import NamedTuple

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source
from talentgraph.read import kinds
from talentgraph.read.limits import DEFAULT, Limits

_SUPPORTED = "give a PDF, DOCX, ODT, HTML, LaTeX, Markdown, text file, or an export such as JSON Resume or ORCID"

_TEX = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*\\documentclass\b")
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

Reader = Callable[..., Document | Profile]  # of the bytes, the source, and the options of its format


class Format(NamedTuple):
    """A format: its media type, the suffixes that promise it, the function that reads it, and what it may be told."""

    media_type: str
    suffixes: tuple[str, ...]
    module: str
    function: str
    options: tuple[str, ...] = ()

    def reader(self) -> Reader:
        """The function, imported when it is first needed."""
        reader: Reader = getattr(import_module(f"talentgraph.read.{self.module}"), self.function)
        return reader


READERS: dict[str, Format] = {
    "pdf": Format("application/pdf", (".pdf",), "pdf", "read_pdf", ("limits",)),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",), "docx", "read_docx"
    ),
    "odt": Format("application/vnd.oasis.opendocument.text", (".odt",), "odt", "read_odt"),
    "html": Format("text/html", (".html", ".htm", ".xhtml"), "html", "read_html"),
    "json": Format("application/json", (".json",), "json_resume", "read_json_resume"),
    "latex": Format("application/x-tex", (".tex", ".ltx", ".latex"), "latex", "read_latex"),
    "orcid-json": Format("application/vnd.orcid+json", (), "orcid", "read_orcid_json"),
    "orcid-xml": Format("application/vnd.orcid+xml", (), "orcid", "read_orcid_xml"),
    "openreview": Format("application/json", (), "openreview", "read_openreview"),
    "rendercv": Format("application/yaml", (".yaml", ".yml"), "rendercv", "read_rendercv"),
    "europass": Format("application/xml", (), "europass", "read_europass"),
    "bibtex": Format("application/x-bibtex", (".bib", ".bibtex"), "bibtex", "read_bibtex", ("owner",)),
    "linkedin": Format("application/zip", (), "linkedin", "read_linkedin"),
    "markdown": Format("text/markdown", (".md", ".markdown", ".mdown", ".mkd"), "text", "read_markdown"),
    "text": Format("text/plain", (".txt", ".text", ".asc", ""), "text", "read_text"),
}


def read(
    path: Path, *, root: Path | None = None, limits: Limits = DEFAULT, owner: str | None = None
) -> Document | Profile:
    """What a file says: a Document, or a Profile where the file is structured already.

    `root` is the folder that was given; the document's path is relative to it, with forward slashes. Without it
    the path is the file's name. `limits` say how much is read. `owner` names the person whose list a BibTeX file is.
    Raises ReadError (and nothing else) with the reason and what to do.
    """
    name = name_of(path, root)
    data = _bytes(path, name, limits.file_bytes)
    form = sniff(data, name)
    source = Source(path=name, sha256=hashlib.sha256(data).hexdigest(), media_type=form.media_type)
    told = {"owner": owner, "limits": limits}
    reader = form.reader()
    try:
        return reader(data, source, **{option: told[option] for option in form.options})
    except ReadError:
        raise
    except RecursionError as error:
        raise ReadError(name, "is nested too deeply", "save the file anew with the program it was made with") from error
    except Exception as error:  # a reader met what nobody foresaw: the batch must go on
        reason = f"cannot be read as {form.media_type} ({type(error).__name__})"
        raise ReadError(name, reason, "save the file anew or convert it to PDF or text") from error


def sniff(data: bytes, name: str) -> Format:
    """The format of a file, by its first bytes and then by its name. Raises ReadError when there is none."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head[:512].lower()
    if b"%PDF-" in data[:1024]:
        return READERS["pdf"]
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError(name, "is an old or encrypted Office file", "save it as DOCX without a password, or as PDF")
    if lower.startswith((b"<!doctype html", b"<html")) or (b"<html" in lower and lower.startswith((b"<?xml", b"<!--"))):
        return READERS["html"]
    if lower.startswith((b"<?xml", b"\xff\xfe<", b"\xfe\xff\0<")) or name.casefold().endswith(".xml"):
        return READERS[kinds.xml_kind(data, name)]
    if lower.startswith(b"{\\rtf"):
        raise ReadError(name, "is an RTF file, which cannot be read yet", "save it as DOCX or PDF")
    return _by_suffix(data, name)


def walk(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """All files in files and folders, with the folder that each path is relative to.

    Folders are searched recursively, in the order of the names; hidden files and folders are left out, and so are
    links that lead out of the folder. Raises ReadError for a path that does not exist.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from ((file, path) for file in _files(path, path.resolve()))
        elif path.exists():
            yield path, path.parent
        else:
            raise ReadError(str(path), "does not exist", "check the path")


def _files(folder: Path, root: Path) -> Iterator[Path]:
    """The files below a folder; a folder below it that cannot be opened is one of them, and `read` says why."""
    levels = [_entries(folder)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif (kind := _kind(entry, root)) == "folder":
            levels.append(_entries(entry))
        elif kind == "file":
            yield entry


def _entries(folder: Path) -> Iterator[Path]:
    """What is visible in a folder, by name. Raises ReadError where the folder that was given cannot be opened."""
    try:
        found = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        raise ReadError(folder.name, f"cannot be opened ({error.strerror})", "check its permissions") from error
    return iter(sorted(found, key=lambda entry: entry.name))


def _kind(entry: Path, root: Path) -> str:
    """What an entry is: a file, a folder, or "" for what is left out; what cannot be opened counts as a file."""
    try:
        if not _inside(entry, root):
            return ""
        if not entry.is_dir():
            return "file" if entry.is_file() else ""
        if entry.is_symlink():  # a link to a folder above would never end
            return ""
        return (
            "folder"
            if os.access(entry, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
            else "file"
        )
    except OSError:
        return "file"


def _inside(entry: Path, root: Path) -> bool:
    try:
        return not entry.is_symlink() or entry.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # links in a circle
        return False


def name_of(path: Path, root: Path | None) -> str:
    """The name of a file below its folder, with forward slashes and without characters that steer a screen.

    >>> name_of(Path("cvs/team/ada.pdf"), Path("cvs"))
    'team/ada.pdf'
    """
    name = PurePath(path).relative_to(root).as_posix() if root and path.is_relative_to(root) else path.name
    return _STEERING.sub("\ufffd", name)


def _bytes(path: Path, name: str, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            next(path.iterdir(), None)  # says so where it may not be opened
        if not path.is_file():
            raise ReadError(name, "is not a file" if path.exists() else "does not exist", "check the path")
        if (size := path.stat().st_size) > max_bytes:
            raise ReadError(
                name, f"is too large ({size >> 20} MiB)", "CVs are smaller: leave it out, or raise --limit megabytes"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(name, f"cannot be opened ({error.strerror or error})", "check its permissions") from error
    if not data.strip():
        raise ReadError(name, "is empty", "leave it out or replace it")
    return data


def _zipped(data: bytes, name: str) -> Format:
    if b"content.xml" in data and b"META-INF/manifest.xml" in data:
        return READERS["odt"]
    if b"word/" in data:
        return READERS["docx"]
    if kind := kinds.zip_kind(data):
        return READERS[kind]
    raise ReadError(name, "is a ZIP archive but no DOCX or ODT", "unpack it, or save the document as DOCX or PDF")


def _by_suffix(data: bytes, name: str) -> Format:
    suffix = PurePath(name).suffix.casefold()
    form = next((form for form in READERS.values() if suffix in form.suffixes), None)
    if form in (READERS["pdf"], READERS["docx"], READERS["odt"]):
        raise ReadError(name, f"is no {suffix[1:].upper()} file, whatever its name says", "save or export it again")
    if form is None:
        raise ReadError(name, f"has a format that cannot be read ({suffix or 'unknown'})", _SUPPORTED)
    if form in (READERS["text"], READERS["json"], READERS["rendercv"]) and (kind := kinds.text_kind(data)):
        return READERS[kind]
    if form is READERS["text"] and _TEX.match(data):
        return READERS["latex"]
    return form
