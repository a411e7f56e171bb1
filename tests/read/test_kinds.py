"""Which structured format a file is, by its content, under any name."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.read import READERS, files, kinds, read

JSON = b'{"basics": {"name": "Ada"}}'
ORCID = b'{"orcid-identifier": {"path": "0000"}, "person": {}}'
OPENREVIEW = b'{"id": "~Ada1", "content": {"names": [{"fullname": "Ada"}]}}'
YAML = b"# my CV\ncv:\n  name: Ada\n"
BIBTEX = b"\xef\xbb\xbf% my papers\n\n@article{a, title={T}}"
EUROPASS = (
    b"<?xml version='1.0'?><!-- <other/> -->\n<SkillsPassport xmlns='http://europass.cedefop.europa.eu/Europass'/>"
)
CANDIDATE = b"<?xml version='1.0'?><Candidate xmlns='http://www.europass.eu/1.0'/>"
ORCID_XML = b"<?xml version='1.0'?><w:works xmlns:w='http://www.orcid.org/ns/activities'/>"


@pytest.mark.parametrize(
    ("data", "names", "expected"),
    [
        (JSON, ("a.json", "a.txt", "a", "a.yaml"), "json"),
        (ORCID, ("a.json", "a.txt"), "orcid-json"),
        (b'{"affiliation-group": []}', ("a.json",), "orcid-json"),
        (OPENREVIEW, ("a.json", "a.txt"), "openreview"),
        (b'{"profiles": [' + OPENREVIEW + b"]}", ("a.json",), "openreview"),
        (b'{"profiles": [{"url": "x"}], "basics": {}}', ("a.json",), "json"),
        (YAML, ("a.yaml", "a.yml", "a.txt", "a"), "rendercv"),
        (BIBTEX, ("a.bib", "a.txt", "a"), "bibtex"),
        (EUROPASS, ("a.xml", "a.txt", "a"), "europass"),
        (EUROPASS.decode().encode("utf-16"), ("a.xml", "a"), "europass"),
        (CANDIDATE, ("a.xml",), "europass"),
        (ORCID_XML, ("a.xml", "a.txt"), "orcid-xml"),
        (b"PK\x03\x04 export/Positions.csv", ("a.zip", "a"), "linkedin"),
        (b"Ada\nI wrote the cv: it is short\n", ("a.txt",), "text"),
        (b"{Ada}", ("a.txt",), "text"),
        (b"Mail me @ada (home)", ("a.txt",), "text"),
    ],
)
def test_content_decides(data: bytes, names: tuple[str, ...], expected: str) -> None:
    for name in names:
        assert files.sniff(data, name) is READERS[expected], name


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", b"<rss><channel/></rss>"),
        ("a.xml", b"not XML at all"),
        ("a.json", b'{"name": "package", "version": "1.0"}'),
        ("a.json", b"{broken"),
        ("a.yaml", b"services: {}"),
        ("a.bib", b"no entries"),
        ("a.zip", b"PK\x03\x04photo.jpg"),
        ("a.csv", b"First Name,Last Name\nAda,Example\n"),
    ],
)
def test_foreign_files_are_errors_with_a_remedy(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(tmp_path / name)
    assert caught.value.reason
    assert caught.value.remedy
    assert "cannot be read as" not in caught.value.reason  # nobody foresaw that


def test_json_beyond_measure_is_not_even_parsed() -> None:
    assert kinds.json_kind(b"[" + b"[]," * 6_000_000 + b"[]]") == "json"
