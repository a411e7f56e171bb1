"""Which files are read by whom, what is walked, and that failures are errors with a remedy."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document
from talentgraph.read import READERS, Limits, read, walk


def test_the_source_is_described(tmp_path: Path) -> None:
    path = tmp_path / "team" / "ada.txt"
    path.parent.mkdir()
    path.write_bytes(b"Ada Example")
    document = read(path, root=tmp_path)
    assert isinstance(document, Document)
    assert document.source.path == "team/ada.txt"
    assert document.source.sha256 == hashlib.sha256(b"Ada Example").hexdigest()
    assert document.source.media_type == "text/plain"
    assert read(path).source.path == "ada.txt"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("ada.txt", b"<!DOCTYPE html><html><body>Ada", "text/html"),
        ("ada", b"Ada", "text/plain"),
        ("ada.MD", b"# Ada", "text/markdown"),
        ("ada.txt", b'{"basics": {"name": "Ada"}}', "application/json"),
        ("ada.htm", b"<p>Ada", "text/html"),
    ],
)
def test_content_decides_before_the_name(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name).source.media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.pdf", b" \n", "is empty"),
        ("fake.pdf", b"not a PDF", "is no PDF"),
        ("fake.docx", b"not a DOCX", "is no DOCX"),
        ("broken.pdf", b"%PDF-1.7\nnothing more", "damaged"),
        ("sheet.xlsx", b"PK\x03\x04xl/workbook.xml", "ZIP"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or encrypted Office"),
        ("old.rtf", b"{\\rtf1 Ada}", "RTF"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "cannot be read"),
        ("binary.txt", b"\x00\x01\x02Ada", "not a text file"),
        ("other.json", b"[]", "no JSON Resume"),
        ("program.exe", b"MZ", "cannot be read"),
    ],
)
def test_hostile_and_foreign_files_are_read_errors(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        read(tmp_path / name, root=tmp_path)
    assert caught.value.path == name
    assert caught.value.remedy


def test_missing_files_folders_and_large_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="not a file"):
        read(tmp_path)
    (tmp_path / "ada.txt").write_text("Ada Example", encoding="utf-8")
    with pytest.raises(ReadError, match="too large"):
        read(tmp_path / "ada.txt", limits=Limits(file_bytes=4))


def test_an_unforeseen_failure_is_a_read_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, source: object) -> Document:
        raise ZeroDivisionError("secret words of the document")

    monkeypatch.setattr("talentgraph.read.text.read_text", fail)
    (tmp_path / "ada.txt").write_text("Ada", encoding="utf-8")
    with pytest.raises(ReadError, match="ZeroDivisionError") as caught:
        read(tmp_path / "ada.txt")
    assert "secret" not in str(caught.value)


def test_every_reader_exists() -> None:
    assert all(callable(form.reader()) for form in READERS.values())


def test_walk_is_ordered_and_stays_inside(tmp_path: Path) -> None:
    root, outside = tmp_path / "cvs", tmp_path / "outside.txt"
    outside.write_text("x", encoding="utf-8")
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config", "c/d/e.md"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (root / "link-out.txt").symlink_to(outside)
    (root / "link-in.txt").symlink_to(root / "b.txt")
    (root / "loop").symlink_to(root, target_is_directory=True)
    found = [path.relative_to(base).as_posix() for path, base in walk([root])]
    assert found == ["a/1.txt", "a/2.txt", "b.txt", "c/d/e.md", "link-in.txt"]
    assert list(walk([outside])) == [(outside, tmp_path)]
    with pytest.raises(ReadError, match="does not exist"):
        list(walk([tmp_path / "none"]))


def test_links_in_a_circle_and_names_that_steer_a_screen(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    name = "ada\u202efdp\x1b[2J.txt"
    (tmp_path / name).write_text("Ada", encoding="utf-8")
    assert [path.name for path, _ in walk([tmp_path])] == [name]
    assert read(tmp_path / name, root=tmp_path).source.path == "ada\ufffdfdp\ufffd[2J.txt"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Nothing is closed to root, so root becomes somebody else for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
def test_what_may_not_be_opened_is_a_read_error() -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for name in ("closed/ada.txt", "open/ada.txt"):
            (base / name).parent.mkdir()
            (base / name).write_text("Ada", encoding="utf-8")
        for path, mode in ((base, 0o755), (base / "open", 0o755), (base / "closed", 0), (base / "open/ada.txt", 0)):
            path.chmod(mode)
        with as_nobody():
            found = list(walk([base]))
            assert [path.name for path, _ in found] == ["closed", "ada.txt"]
            for path, root in found:
                with pytest.raises(ReadError, match="cannot be opened"):
                    read(path, root=root)
        (base / "closed").chmod(0o700)
