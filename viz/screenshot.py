"""Makes a picture of an explorer page: python viz/screenshot.py graph/explorer.html [target.png] [hash]."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

LARGEST = 400_000  # bytes
FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")


def screenshot(page: Path, target: Path, state: str = "") -> int:
    """Writes the picture and returns its size in bytes; `state` is the hash of the address, as `node=person/ada`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        view = browser.new_page(viewport={"width": 1400, "height": 900}, color_scheme="light", reduced_motion="reduce")
        view.goto(page.resolve().as_uri() + (f"#{state}" if state else ""))
        view.wait_for_selector("html[data-ready]")
        view.wait_for_timeout(500)
        view.screenshot(path=target)
        browser.close()
    return target.stat().st_size


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    made = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent / "screenshots" / "demo.png"
    size = screenshot(Path(sys.argv[1]), made, sys.argv[3] if len(sys.argv) > 3 else "")
    print(f"{made}: {size:,} bytes")
    sys.exit(f"larger than {LARGEST:,} bytes" if size > LARGEST else 0)
