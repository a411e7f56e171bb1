"""A real Chromium, with the network watched."""

from __future__ import annotations

import shutil

import pytest
from draw.sample import rows

from talentgraph.draw import explorer

FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")


@pytest.fixture(scope="module")
def chromium():
    sync_api = pytest.importorskip("playwright.sync_api", reason="pip install 'talentgraph[test]'")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("needs Chromium: apt install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_text(explorer(*rows(), title="Twelve careers"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def load(chromium):
    """Opens an address; afterwards nothing may have been requested and nothing may have failed."""
    contexts, opened, seen, failed = [], set(), [], []

    def open_(address: str, *, size=(1400, 900), scheme="light", before=""):
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            reduced_motion="reduce",
            bypass_csp=False,
        )
        contexts.append(context)
        opened.add(address.partition("#")[0])
        page = context.new_page()
        page.on("request", lambda request: seen.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
        if before:
            page.add_init_script(before)
        page.goto(address)
        page.wait_for_selector("html[data-ready]", timeout=60_000)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in seen if not url.startswith(("file:", "blob:"))] == []
    assert {url.partition("#")[0] for url in seen if url.startswith("file:")} == opened
    assert len([url for url in seen if url.startswith("file:")]) <= 3 * len(contexts)  # a page may turn to a part of it
    assert failed == []
