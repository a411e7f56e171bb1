"""A few hundred mutated files, always the same; `fuzz.py` goes on for as long as one likes."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

import pytest
from read import fuzz

from talentgraph.read import READERS, read
from talentgraph.read.files import sniff


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    assert list(fuzz.findings(range(300), tmp_path)) == []


@pytest.mark.parametrize(("form", "number"), [("pdf", 27622)])
def test_what_fuzzing_has_found_stays_mended(tmp_path: Path, form: str, number: int) -> None:
    assert list(fuzz.findings([number], tmp_path, form)) == []


def test_each_reader_has_good_files(tmp_path: Path) -> None:
    assert {seed.form for seed in fuzz.seeds()} == set(READERS)
    for form, name, data in fuzz.seeds():
        (tmp_path / name).write_bytes(data)
        assert sniff(data, name) is READERS[form], name
        assert read(tmp_path / name).text
        assert fuzz.straight(form)(tmp_path / name).text


def test_faults_change_files() -> None:
    assert all(fuzz.mutated(seed.data, random.Random(seed.name)) != seed.data for seed in fuzz.seeds())


@pytest.mark.parametrize("way", [read, fuzz.straight("text")])
def test_a_failure_of_a_reader_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: fuzz.Read) -> None:
    monkeypatch.setattr("talentgraph.read.text.read_text", lambda data, source: 1 / 0)
    (tmp_path / "ada.txt").write_bytes(b"Ada")
    assert "ZeroDivisionError" in fuzz.complaint(tmp_path / "ada.txt", way)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are set in Linux's way")
@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda: os._exit(3), "ended with 3"),
        (lambda: bytearray(3 * 1024**3), "MemoryError"),
        (lambda: [time.process_time() for _ in iter(int, 1)], "TimeoutError"),
    ],
)
def test_what_ends_a_process_would_be_found(monkeypatch: pytest.MonkeyPatch, deed: object, said: str) -> None:
    monkeypatch.setattr("talentgraph.read.text.read_text", lambda data, source: deed())  # type: ignore[operator]
    monkeypatch.setattr(fuzz, "SECONDS", 1)
    watch = fuzz.Watch("text", 0.5, range(2))
    watch.run()
    assert watch.read == 2
    assert any(said in each for each in watch.seen), watch.seen
