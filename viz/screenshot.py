"""Pictures of explorer pages.

python viz/screenshot.py graph/explorer.html [target.png] [hash]     one page, as it opens or in a state
python viz/screenshot.py --all FOLDER [graph/explorer.html …]        the demo, 1,000, 5,000 and 20,000 nodes, and
                                                                     the pages named: light and dark, desktop and phone
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cohort import cohort
from PIL import Image
from playwright.sync_api import sync_playwright

from talentgraph import build, demo, explorer

LARGEST = 400_000  # bytes; a larger picture keeps 256 colours
FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
SIZES = {"desktop": (1400, 900), "phone": (390, 844)}


def screenshot(page: Path, target: Path, state: str = "", *, scheme: str = "light", size: str = "desktop") -> int:
    """Writes the picture and returns its size in bytes; `state` is the hash of the address, as `node=person/ada`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    width, height = SIZES[size]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        view = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        view.goto(page.resolve().as_uri() + (f"#{state}" if state else ""))
        view.wait_for_selector("html[data-ready]", timeout=120_000)
        view.wait_for_timeout(800)
        view.screenshot(path=target)
        browser.close()
    if target.stat().st_size > LARGEST:
        Image.open(target).convert("RGB").quantize(256).save(target, optimize=True)
    return target.stat().st_size


def pages(folder: Path) -> Iterator[Path]:
    """The pages that are looked at: the demo, and invented cohorts of three sizes."""
    build([demo.cvs()], folder / "demo", title="Twelve invented people")
    yield shutil.copy(folder / "demo" / "explorer.html", folder / "demo.html")
    for number in (1_000, 5_000, 20_000):
        page = folder / f"{number}.html"
        page.write_text(explorer(*cohort(number), title=f"{number:,} invented nodes"), encoding="utf-8")
        yield page


def picture_all(folder: Path, more: list[Path]) -> None:
    """Pictures of all pages, light and dark, on a desktop and on a phone."""
    with TemporaryDirectory() as scratch:
        for page in [*pages(Path(scratch)), *more]:
            for scheme in ("light", "dark"):
                for size in SIZES:
                    target = folder / f"{page.stem}-{scheme}-{size}.png"
                    print(f"{target}: {screenshot(page, target, scheme=scheme, size=size):,} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1:] == ["--all"]:
        sys.exit(__doc__)
    if sys.argv[1] == "--all":
        picture_all(Path(sys.argv[2]), [Path(page) for page in sys.argv[3:]])
        sys.exit()
    made = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent / "screenshots" / "demo.png"
    size = screenshot(Path(sys.argv[1]), made, sys.argv[3] if len(sys.argv) > 3 else "")
    print(f"{made}: {size:,} bytes")
    sys.exit(f"larger than {LARGEST:,} bytes" if size > LARGEST else 0)
