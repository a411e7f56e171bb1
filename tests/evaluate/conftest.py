"""An evaluation of three invented documents: one with errors, one without, one not read. A browser, and axe."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluate.invented import GOLD, make, profile

from talentgraph.evaluate import Evaluation
from talentgraph.model import Problem

_AXE = Path(__file__).parents[2] / "viz" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def evaluation() -> Evaluation:
    return make([profile(), profile(GOLD, confidence=0.95), Problem(path="x", reason="is empty")])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="pip install 'talentgraph[test]'")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("needs Chromium: apt install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Any], list[Any]]:
    """What axe finds wrong on an open page."""

    def violations(opened: Any) -> list[Any]:
        if not _AXE.is_file():
            pytest.skip("needs axe-core: run `npm install` in viz/")
        opened.evaluate(_AXE.read_text(encoding="utf-8"))
        says = "v => [v.id, v.nodes.map(n => n.target + ' ' + n.failureSummary)]"
        return list(opened.evaluate(f"axe.run().then(r => r.violations.map({says}))"))

    return violations
