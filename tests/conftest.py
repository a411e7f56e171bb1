"""What all tests share: a Neo4j server, and the rule that with TALENTGRAPH_REQUIRE_ALL=1 a skipped test fails."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from talentgraph.stores import Store, open_embedded, open_neo4j

_HERE = Path(__file__).parent

settings.register_profile("repeatable", derandomize=True)  # the same examples on each run
settings.load_profile("repeatable")
os.environ["TALENTGRAPH_REGISTRY"] = ""  # tests do not depend on what the user has imported


@pytest.fixture(scope="session")
def neo4j_server() -> ModuleType:
    """The module that starts servers: `with neo4j_server.server(password=True) as uri: …`."""
    path = _HERE / "stores" / "neo4j_server.py"
    spec = importlib.util.spec_from_file_location("neo4j_server", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_server: ModuleType) -> Iterator[str]:
    """The URI of a Neo4j that asks for no password, shared by all tests: empty it first."""
    try:
        with neo4j_server.server() as uri:
            yield uri
    except neo4j_server.Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once of each engine."""
    if request.param == "neo4j":
        store = open_neo4j(request.getfixturevalue("neo4j_uri"))
        store.run("MATCH (n) DETACH DELETE n", write=True)
    else:
        pytest.importorskip("arcadedb", reason="the embedded engine has no build for this platform")
        store = open_embedded(tmp_path / "store")
    with store:
        yield store


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """A skip is a failure where everything is required."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    """The same for a module that skips itself."""
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("TALENTGRAPH_REQUIRE_ALL") != "1" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"skipped under TALENTGRAPH_REQUIRE_ALL=1: {reason}"
