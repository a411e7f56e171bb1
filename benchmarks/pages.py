# ruff: noqa: T201
"""How quickly the explorer opens and moves in a real Chromium that draws WebGL on the processor.

    python benchmarks/pages.py [--runs 3] [--keep FOLDER] [--only NAME …]

Writes the page of invented cohorts of 1,000, 5,000 and 20,000 nodes, and of a dense graph of as many with evidence for
every stint, and prints one line a page: its size; the time from the start of the navigation to the first frame after
the picture was drawn, the median of some runs, once as the clock has it and once as the processor time of the page and
of the process that draws; and the JavaScript of one frame, while the picture is zoomed and dragged and while the
pointer goes from node to node. For the latter the calls of WebGL do nothing, so that what is measured is what remains
with a graphics card: the processor time of all script, over the frames in which script ran. The exit status is 1 where
a bar is missed. `--keep` leaves the pages in a folder, and takes them from there the next time.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from invented import Size, invent
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from talentgraph import explorer
from talentgraph.draw.projection import is_drawn
from talentgraph.model import Edge, Node

sys.path.append(str(Path(__file__).resolve().parents[1] / "viz"))
from cohort import cohort
from screenshot import FLAGS, SIZES

Rows = tuple[list[Node], list[Edge]]
DENSE = Size(people=8_000, stints=40_000, organizations=2_000, technologies=1_500, venues=400, papers=8_000)
PAGES: dict[str, tuple[Callable[[], Rows], float]] = {  # how it is made, and its bar for the first picture in seconds
    "1000": (lambda: cohort(1_000), 1.5),
    "5000": (lambda: cohort(5_000), 3.0),
    "20000": (lambda: cohort(20_000), 5.0),
    "dense": (lambda: invent(DENSE), 5.0),
}
FRAME, HEAVY = 8.0, 12.0  # the other bars: milliseconds of script a frame, megabytes of a page
MOVES = 60

# Marks the first frame that comes after the processor has drawn what the page asked WebGL for first.
SEEN = """(() => {
    const seen = () => { performance.mark("seen"); document.documentElement.dataset.seen = ""; };
    const drawn = (gl, sync) => {
        const done = [gl.ALREADY_SIGNALED, gl.CONDITION_SATISFIED].includes(gl.clientWaitSync(sync, 0, 0));
        requestAnimationFrame(done ? seen : () => drawn(gl, sync));
    };
    let waits = false;
    for (const name of ["drawArrays", "drawArraysInstanced"]) {
        const draw = WebGL2RenderingContext.prototype[name];
        WebGL2RenderingContext.prototype[name] = function (...values) {
            draw.apply(this, values);
            if (waits) return;
            waits = true;
            requestAnimationFrame(() => {
                drawn(this, this.fenceSync(this.SYNC_GPU_COMMANDS_COMPLETE, 0));
                this.flush();
            });
        };
    }
})()"""

# Lets WebGL do nothing; what the pointer reads is one node after the other. Counts the frames in which script runs.
IDLE = """(() => {
    const gl = WebGL2RenderingContext.prototype;
    for (const name of ["drawArrays", "drawArraysInstanced", "drawElements", "bufferData", "bufferSubData", "clear"])
        gl[name] = () => {};
    let node = 0;
    gl.readPixels = (x, y, wide, high, form, type, pixels) => {
        if (!window.pointing) return;
        node = node % 900 + 1;
        pixels.set([node >> 16, node >> 8 & 255, node & 255, 255]);
    };
    const ask = window.requestAnimationFrame, frames = window.frames_ = new Set();
    window.requestAnimationFrame = (act) => ask((time) => { frames.add(time); act(time); });
})()"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a page: megabytes, seconds, and milliseconds of script a frame."""

    name: str
    nodes: str
    size: float
    paint: float
    work: float
    moving: float
    pointing: float

    @property
    def late(self) -> bool:
        """Whether a bar is missed."""
        return self.paint > PAGES[self.name][1] or max(self.moving, self.pointing) > FRAME or self.size > HEAVY


def main() -> int:
    """Measure every page and print a line for it."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        print(f"{'':6} {'drawn':>7} {'MB':>6} {'picture s':>10} {'bar':>5} {'cpu s':>6}  ms: moving  pointing")
        found = []
        for name in options.only or PAGES:
            page, drawn = _write(name, options.keep or Path(scratch))
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            found.append(_measure(name, page, drawn, browser, options.runs))
            browser.close()
    late = [one.name for one in found if one.late]
    print(f"\nbars missed: {', '.join(late)}" if late else "\nall within the bars")
    return 1 if late else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", nargs="*", choices=list(PAGES))
    return parser.parse_args()


def _write(name: str, folder: Path) -> tuple[Path, str]:
    """The file of a page, as it was kept or newly made, and how many nodes it draws."""
    found = list(folder.glob(f"{name}-*.html"))
    if not found:
        nodes, edges = PAGES[name][0]()
        found = [folder / f"{name}-{sum(map(is_drawn, nodes))}.html"]
        folder.mkdir(parents=True, exist_ok=True)
        found[0].write_text(explorer(nodes, edges, title="Invented people"), encoding="utf-8")
    return found[0], found[0].stem.partition("-")[2]


def _measure(name: str, page: Path, drawn: str, browser: Browser, runs: int) -> Figures:
    """All figures of a page; prints them."""
    paints = [_paint(page, browser) for _ in range(runs)]
    size = page.stat().st_size / 1e6
    moving, pointing = _frames(page, browser)
    paint, work = (median(times) for times in zip(*paints, strict=True))
    one = Figures(name, drawn, size, paint, work, moving, pointing)
    line = f"{name:6} {int(drawn):7,} {one.size:6.1f} {one.paint:10.2f} {PAGES[name][1]:5.1f} {one.work:6.2f}"
    print(f"{line} {one.moving:10.1f} {one.pointing:10.1f}", flush=True)
    return one


def _open(page: Path, browser: Browser, before: str, state: str) -> Page:
    """The page in a fresh context, with a script that runs before its own."""
    wide, high = SIZES["desktop"]
    view = browser.new_context(viewport={"width": wide, "height": high}, reduced_motion="reduce").new_page()
    view.add_init_script(before)
    view.goto(page.resolve().as_uri(), wait_until="commit")
    view.wait_for_selector(f"html[data-{state}]", timeout=120_000)
    return view


def _paint(page: Path, browser: Browser) -> tuple[float, float]:
    """Seconds from the start of the navigation to the first frame with the picture, by the clock and by processors."""
    session = browser.new_browser_cdp_session()
    before = _work(session)
    view = _open(page, browser, SEEN, "seen")
    work = _work(session) - before
    seconds: float = view.evaluate("performance.getEntriesByName('seen')[0].startTime") / 1000
    view.context.close()
    return seconds, work


def _work(session: CDPSession) -> float:
    """The processor time of the pages and of the process that draws, in seconds."""
    spent: Counter[str] = Counter()
    for process in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        spent[process["type"]] += process["cpuTime"]
    return spent["renderer"] + spent["GPU"]


def _frames(page: Path, browser: Browser) -> tuple[float, float]:
    """Milliseconds of script a frame, while the picture is zoomed and dragged, and while the pointer visits nodes."""
    view = _open(page, browser, IDLE, "ready")
    session = view.context.new_cdp_session(view)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    view.wait_for_timeout(1000)
    moving = _script(view, session, _move)
    view.evaluate("window.pointing = true")
    pointing = _script(view, session, _point)
    view.context.close()
    return moving, pointing


def _script(view: Page, session: CDPSession, act: Callable[[Page], None]) -> float:
    """Milliseconds of script a frame in which script ran, while something is done with the page."""
    view.evaluate("frames_.clear()")
    before = _spent(session)
    act(view)
    spent = _spent(session) - before
    frames: int = view.evaluate("frames_.size")
    return 1000 * spent / max(frames, 1)


def _spent(session: CDPSession) -> float:
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration"))


def _move(view: Page) -> None:
    """Zoom in and out around the middle, then drag to and fro."""
    box = view.locator(".stage").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    view.mouse.move(x, y)
    for i in range(MOVES):
        view.mouse.wheel(0, -60 if i < MOVES / 2 else 60)
        view.wait_for_timeout(16)
    view.mouse.move(x + 300, y + 200)
    view.mouse.down()
    for i in range(MOVES):
        view.mouse.move(x + 300 - 5 * abs(MOVES / 2 - i), y + 200)
        view.wait_for_timeout(16)
    view.mouse.up()


def _point(view: Page) -> None:
    """The pointer goes over the picture; every step is another node."""
    box = view.locator(".stage").bounding_box()
    assert box is not None
    for i in range(MOVES):
        view.mouse.move(box["x"] + 300 + 5 * i, box["y"] + 300)
        view.wait_for_timeout(16)


if __name__ == "__main__":
    raise SystemExit(main())
