"""What an import may cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

import talentgraph

HEAVY = {"spacy", "networkx", "neo4j", "arcadedb", "pyvis", "pydantic", "pypdfium2", "scipy", "rich", "numpy"}


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    code = f"import sys, json; {statement}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("statement", ["import talentgraph", "import talentgraph.cli"])
def test_nothing_heavy_is_imported(statement: str) -> None:
    assert not modules_after(statement) & HEAVY


def test_every_public_name_is_there() -> None:
    for name in talentgraph.__all__:
        assert getattr(talentgraph, name) is not None, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        talentgraph.nonsense  # noqa: B018


def test_help_is_quick() -> None:
    """Under 0.3 s on an idle machine; the best of five, so that a busy one does not fail the test."""
    command = [sys.executable, "-c", "from talentgraph.cli import main; main(['--help'])"]
    best = min(_seconds(command) for _ in range(5))
    assert best < (1.0 if os.environ.get("CI") else 0.6)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - started
