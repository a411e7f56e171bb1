"""The example notebooks run from top to bottom, as a reader would run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.ipynb"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    pytest.importorskip("pandas", reason="pip install 'talentgraph[test]'")
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    try:
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            if cell["cell_type"] == "code":
                done = shell.run_cell("".join(cell["source"]), silent=False)
                assert done.success, (number, done.error_in_exec or done.error_before_exec)
    finally:
        InteractiveShell.clear_instance()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_printed(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert all(
        cell["outputs"] == [] and cell["execution_count"] is None for cell in cells if cell["cell_type"] == "code"
    )


def test_rows_become_frames() -> None:
    pandas = pytest.importorskip("pandas", reason="pip install 'talentgraph[test]'")
    polars = pytest.importorskip("polars", reason="pip install 'talentgraph[test]'")
    from talentgraph.analyse import Flow

    rows = [Flow("move", "Acme", "organization/acme", "Globex", "organization/globex", 3, 2)]
    assert list(pandas.DataFrame(rows)["moves"]) == list(polars.DataFrame(rows)["moves"]) == [3]
