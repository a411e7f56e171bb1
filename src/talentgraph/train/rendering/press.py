"""The press: a browser that prints pages, opened when the first page comes and closed at the end."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import Any

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Press:
    """Prints web pages to PDF while its block lasts. Pages are printed offline, without scripts."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._page: Any = None

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()

    def print_page(self, html: str) -> bytes:
        """The PDF of a page."""
        if self._page is None:
            self._page = self._start()
        self._page.set_content(html)
        pdf: bytes = self._page.pdf(prefer_css_page_size=True)
        return pdf

    def _start(self) -> Any:
        from playwright.sync_api import sync_playwright

        playwright = self._open.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        self._open.callback(browser.close)
        context = browser.new_context(offline=True, java_script_enabled=False)
        return context.new_page()


def browser_path() -> str | None:
    """The browser of this machine, if it has one."""
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)
