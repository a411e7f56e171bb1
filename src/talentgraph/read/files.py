"""Which files there are, what they hold, and who reads them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path, PurePath
from typing import NamedTuple

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source

MAX_FILE_BYTES = 64 * 1024 * 1024  # larger files are no CVs
_SUPPORTED = "give a PDF, DOCX, HTML, Markdown, text or JSON Resume file"

Reader = Callable[[bytes, Source], Document | Profile]


class Format(NamedTuple):
    """A format: its media type, the suffixes that promise it, and the function that reads it."""

    media_type: str
    suffixes: tuple[str, ...]
    module: str
    function: str

    def reader(self) -> Reader:
        """The function, imported when it is first needed."""
        reader: Reader = getattr(import_module(f"talentgraph.read.{self.module}"), self.function)
        return reader


READERS: dict[str, Format] = {
    "pdf": Format("application/pdf", (".pdf",), "pdf", "read_pdf"),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",), "docx", "read_docx"
    ),
    "html": Format("text/html", (".html", ".htm", ".xhtml"), "html", "read_html"),
    "json": Format("application/json", (".json",), "json_resume", "read_json_resume"),
    "markdown": Format("text/markdown", (".md", ".markdown", ".mdown", ".mkd"), "text", "read_markdown"),
    "text": Format("text/plain", (".txt", ".text", ".asc", ""), "text", "read_text"),
}


def read(path: Path, *, root: Path | None = None) -> Document | Profile:
    """What a file says: a Document, or a Profile where the file is structured already.

    `root` is the folder that was given; the document's path is relative to it, with forward slashes. Without it
    the path is the file's name. Raises ReadError (and nothing else) with the reason and what to do.
    """
    name = _relative(path, root)
    data = _bytes(path, name)
    form = sniff(data, name)
    source = Source(path=name, sha256=hashlib.sha256(data).hexdigest(), media_type=form.media_type)
    reader = form.reader()
    try:
        return reader(data, source)
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
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or not _inside(entry, root):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link to a folder above would never end
                yield from _files(entry, root)
        elif entry.is_file():
            yield entry


def _inside(entry: Path, root: Path) -> bool:
    return not entry.is_symlink() or entry.resolve().is_relative_to(root)


def _relative(path: Path, root: Path | None) -> str:
    if root is not None:
        try:
            return PurePath(path).relative_to(root).as_posix()
        except ValueError:
            pass
    return path.name


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise ReadError(name, "is not a file" if path.exists() else "does not exist", "check the path")
        if (size := path.stat().st_size) > MAX_FILE_BYTES:
            raise ReadError(name, f"is too large ({size >> 20} MiB)", "CVs are smaller; leave the file out")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(name, f"cannot be opened ({error.strerror or error})", "check its permissions") from error
    if not data.strip():
        raise ReadError(name, "is empty", "leave it out or replace it")
    return data


def _zipped(data: bytes, name: str) -> Format:
    if b"word/" in data:
        return READERS["docx"]
    raise ReadError(name, "is a ZIP archive but no DOCX", "unpack it, or save the document as DOCX or PDF")


def _by_suffix(data: bytes, name: str) -> Format:
    suffix = PurePath(name).suffix.casefold()
    form = next((form for form in READERS.values() if suffix in form.suffixes), None)
    if form in (READERS["pdf"], READERS["docx"]):
        raise ReadError(name, f"is no {suffix[1:].upper()} file, whatever its name says", "save or export it again")
    if form is None:
        raise ReadError(name, f"has a format that cannot be read ({suffix or 'unknown'})", _SUPPORTED)
    if form is READERS["text"] and data.lstrip()[:1] == b"{" and _is_json(data):
        return READERS["json"]
    return form


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
