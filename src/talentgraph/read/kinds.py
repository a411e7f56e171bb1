"""What a structured file holds, told from its content: which JSON, XML, YAML, BibTeX or ZIP it is."""

from __future__ import annotations

import json
import re
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.read.json_resume import SECTIONS
from talentgraph.read.limits import MAX_DATA_CHARS

_HEAD = 64 * 1024  # bytes in which a file shows what it is
_OTHER_JSON = "json"  # whose reader says what is missing
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_EUROPASS = ("SkillsPassport", "LearnerInfo", "Europass", "Candidate")
_RENDERCV = re.compile(r"^cv:[ \t]*(?:#.*)?$", re.MULTILINE)
_RESUME = re.compile(r"^basics:[ \t]*(?:#.*)?$", re.MULTILINE)
_BIBTEX = re.compile(r"(?:\s*%[^\n]*\n)*\s*@[A-Za-z]+\s*[{(]")


def json_kind(data: bytes) -> str | None:
    """The format of JSON: orcid-json, openreview or json; None when it is no JSON.

    >>> json_kind(b'{"orcid-identifier": {}}'), json_kind(b'{"basics": {}}'), json_kind(b"{")
    ('orcid-json', 'json', None)
    """
    if len(data) > MAX_DATA_CHARS * 4:  # bytes; its reader refuses it
        return _OTHER_JSON
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or any(key in content for key in SECTIONS):
        return _OTHER_JSON
    if _is_orcid(content):
        return "orcid-json"
    return "openreview" if _is_openreview(content) else _OTHER_JSON


def _is_orcid(content: dict[str, Any]) -> bool:
    keys = ("orcid-identifier", "activities-summary", "affiliation-group", "employment-summary", "education-summary")
    if any(key in content for key in keys):
        return True
    return "path" in content and any(key in content for key in ("group", "other-names", "external-identifiers"))


def _is_openreview(content: dict[str, Any]) -> bool:
    profiles = content.get("profiles")
    if isinstance(profiles, list):
        return any(isinstance(each, dict) and _is_openreview(each) for each in profiles)
    inner = content.get("content")
    return isinstance(inner, dict) and isinstance(inner.get("names"), list)


def xml_kind(data: bytes, name: str) -> str:
    """The format of XML: orcid-xml or europass. Raises ReadError for other XML.

    >>> xml_kind(b"<!-- a CV --><SkillsPassport>", "ada.xml")
    'europass'
    """
    head = _COMMENT.sub(" ", _text(data))
    root = _ROOT.search(head)
    if root and root[1] in _EUROPASS:
        return "europass"
    if "orcid.org/ns/" in head:
        return "orcid-xml"
    reason = "is XML, but neither a Europass CV nor an ORCID record"
    raise ReadError(name, reason, "export it as Europass XML, or save the document as PDF or text")


def text_kind(data: bytes) -> str | None:
    """The format of a text that is structured after all: rendercv, bibtex, json and its like; else None.

    >>> text_kind(b"cv:\\n  name: Ada Example\\n"), text_kind(b"@article{ada, title = {T}}"), text_kind(b"Ada")
    ('rendercv', 'bibtex', None)
    """
    head = _text(data)
    if head.lstrip()[:1] == "{":
        return json_kind(data)
    if _RENDERCV.search(head) or _RESUME.search(head):
        return "rendercv"
    return "bibtex" if _BIBTEX.match(head) else None


def zip_kind(data: bytes) -> str | None:
    """The format of a ZIP archive of data: linkedin, or None.

    >>> zip_kind(b"PK... Positions.csv"), zip_kind(b"PK... word/document.xml")
    ('linkedin', None)
    """
    return "linkedin" if any(name in data for name in (b"Profile.csv", b"Positions.csv", b"Education.csv")) else None


def _text(data: bytes) -> str:
    """The head of a file as text, whatever its encoding: only its ASCII letters count."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
