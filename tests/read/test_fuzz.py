"""A few hundred mutated files, always the same; `fuzz.py` goes on for as long as one likes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from read import fuzz


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    assert list(fuzz.findings(iter(range(300)), tmp_path)) == []


def test_faults_change_files() -> None:
    good = fuzz.seeds()
    assert all(fuzz.mutated(data, random.Random(name)) != data for name, data in good.items())


def test_a_failure_of_a_reader_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talentgraph.read.text.read_text", lambda data, source: 1 / 0)
    (tmp_path / "ada.txt").write_bytes(b"Ada")
    assert "ZeroDivisionError" in fuzz.complaint(tmp_path / "ada.txt")
