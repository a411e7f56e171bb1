"""Bad files end in a document or in an error with reason and remedy: soon, in little memory, and without a trace."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from read import hostile

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are set in Linux's way")
STEERING = re.compile("[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
CHILD = Path(__file__).with_name("hostile_child.py")

# What must still be read, and the words in it.
READ = {
    "zeros-late.txt": "Ada Example",
    "controls.txt": "Ada",
    "controls-c1.txt": "Ada",
    "bidi.txt": "Ada elpmaxE",
    "bidi.html": "Ada elpmaxE",
    "bidi.md": "Ada elpmaxE",
    "bidi.docx": "Ada elpmaxE",
    "bidi.tex": "Ada elpmaxE",
    "utf-16.txt": "Ada Example\nEducation",
    "utf-16-no-mark.txt": "Ada Example\nEducation",
    "latin-1.txt": "Zoë Exâmple",
    "latin-1.md": "Zoë Exâmple",
    "latin-1.tex": "Zoë",
    "html.pdf": "Ada Example",
    "pdf.docx": "Ada Example",
    "names.docx": "Ada",
    "script.pdf": "Ada Example",
    "launch.pdf": "Ada Example",
    "xfa.pdf": "Ada Example",
    "half-a-table.pdf": "Ada Example",
    "inline-image.html": "Ada",
    "controls.pdf": "Ada",
    "10000-full-pages.pdf": "Ada Example",
    "count-lies.pdf": "Ada Example",
    "hidden.pdf": "Ada Example",
    "huge-white.pdf": "Ada Example",
}
# What must be refused, and for what reason.
REFUSED = {
    "empty.pdf": "is empty",
    "blank.txt": "is empty",
    "zeros.txt": "not a text file",
    "image.pdf": "no PDF",
    "image.txt": "not a text file",
    "text.docx": "no DOCX",
    "text.odt": "no ODT",
    "rtf.txt": "RTF",
    "ole.docx": "encrypted",
    "sheet.docx": "no DOCX",
    "unknown.xyz": "cannot be read",
    "bomb-ratio.docx": "too large",
    "bomb-part.docx": "too large",
    "bomb-styles.docx": "too large",
    "bomb-ratio.odt": "too large",
    "bomb-headers.docx": "too large",
    "many-members.docx": "too many parts",
    "crc.docx": "damaged",
    "encrypted.docx": "encrypted",
    "method.docx": "damaged",
    "laughs.docx": "entities",
    "outside.docx": "entities",
    "laughs.odt": "entities",
    "outside.odt": "entities",
    "laughs-Skills.xml": "entities",
    "outside-record.xml": "entities",
    "10000-pages.pdf": "holds no text",
    "all-hidden.pdf": "anybody sees",
    "cut-short.pdf": "its end is missing",
    "nothing.pdf": "damaged",
    "no-text.pdf": "text",
    "one-line.txt": "",
    "million-lines.txt": "more text",
    "too-large.pdf": "too large",
    "broken.json": "not valid JSON",
    "not-a-resume.json": "no JSON Resume",
    "deep.html": "deeply",
    "locked.pdf": "encrypted",
}


def locked() -> bytes:
    """A PDF that opens with a password only."""
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0), invariant=True)
    canvas.drawString(50, 700, "Ada Example")
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How reading each bad file ended, by its name; a file is removed as soon as it has been read."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in [*hostile.corpus(), ("locked.pdf", locked())]:
        (folder / name).write_bytes(data)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, str(CHILD), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    for path in folder.iterdir():
        path.unlink()
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


def test_there_are_many_bad_files_and_each_has_an_outcome(outcomes: dict[str, dict[str, Any]]) -> None:
    assert len(outcomes) >= 200
    bad = [found for found in outcomes.values() if not found.keys() & {"read", "error"}]
    assert bad == []  # killed for time or memory, a forbidden deed, or an error that is no ReadError


def test_every_refusal_has_a_reason_and_a_remedy(outcomes: dict[str, dict[str, Any]]) -> None:
    assert [found for found in outcomes.values() if "error" in found and not (found["error"] and found["remedy"])] == []


def test_no_text_steers_a_screen(outcomes: dict[str, dict[str, Any]]) -> None:
    assert {name for name, found in outcomes.items() if STEERING.search(found.get("text", ""))} == set()


@pytest.mark.parametrize("name", READ)
def test_what_is_harmless_is_read(outcomes: dict[str, dict[str, Any]], name: str) -> None:
    assert READ[name] in outcomes[name].get("text", ""), outcomes[name]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(outcomes: dict[str, dict[str, Any]], name: str) -> None:
    assert REFUSED[name] in outcomes[name].get("error", "read"), outcomes[name]


def test_the_limits_bite(tmp_path: Path) -> None:
    """The child does end what it is there to end: else all of the above says nothing."""
    (tmp_path / "ada.txt").write_text("Ada", encoding="utf-8")
    for deed, kind in {
        "while True: pass": "killed",
        "bytearray(2 * 1024**3)": "raised",
        "open('/etc/hostname').read()": "forbidden",
        "open(r'%s', 'w')" % (tmp_path / "new"): "forbidden",  # noqa: UP031
        "__import__('socket').create_connection(('127.0.0.1', 9))": "forbidden",
    }.items():
        code = f"import hostile_child as c; c.SECONDS = 1\ndef read(path, root):\n    {deed}\nc.read = read\n"
        code += f"import pathlib; c.main(pathlib.Path(r'{tmp_path}'))"
        environment = {**os.environ, "PYTHONPATH": str(CHILD.parent)}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        assert kind in json.loads(done.stdout), (deed, done.stdout)
