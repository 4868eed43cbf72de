"""What a person waits for, in a real browser: first load, another question, coach, day, drawing or network.

Transferred bytes are compressed ones, as the browser's own protocol counts them. A change is drawn when the
heading of the list (Arbetsgivare), or the finding, caption or heading (Nätverk) says something new.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.analysis_bench import store, synthetic
from benchmarks.finder_bench import placed
from dashboard.data.accounts import add_account
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role
from tests.browser.conftest import ARGUMENTS

SIZES = (300, 3_000, 30_000)
PASSWORD = "sju-granar-i-rad-4711"
STARTS_WITHIN_S = 90
QUIET_AFTER_MS = 6_000
"""Without a graphics card the map keeps the browser busy for a while after the first load."""
CHANGES = ("private", "municipal", "association", "state")
ADDRESSES = {
    "/natverk": {
        "question": (
            "#natverk-fynd",
            [f"fraga={one}" for one in ("strongest", "cooling", "leaving", "shared")],
        ),
        "coach": ("#natverk-fynd", [f"fraga=single_coach&coach=C0000{n}" for n in (1, 2, 3, 4)]),
        "day": ("#natverk-fynd", [f"fraga=single_coach&per=2026-0{n}-15" for n in (1, 2, 3, 4)]),
        "drawing": ("#natverk-text", ["vy=ladder", "farg=warmth", "vy=ladder&farg=sector", ""]),
        "network": ("#lager-rubrik", ["lager=coaches", "lager=ways", "lager=referrers", "lager=alike"]),
    },
    "/arbetsgivare": {"ownership": ("#ag-rubrik", [f"agarform={one}" for one in CHANGES])},
}
"""What is changed on each page: where it is seen to be drawn, and the addresses one after another."""


@contextmanager
def served(employers: int) -> Iterator[str]:
    """A server of its own with an invented network of that size; its address."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'brygga.db'}")
        upgrade(engine)
        store(engine, placed(synthetic(employers)))
        add_account(engine, username="matare", name="Mätare", role=Role.MANAGER, password=PASSWORD)
        engine.dispose()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {**os.environ, "BRYGGA_DATA_DIR": folder, "BRYGGA_PORT": str(port)}
        command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(20)


def _answering(address: str) -> str:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=2).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return address
    raise TimeoutError(address)


class Meter:
    """Counts the compressed bytes that a page receives."""

    def __init__(self, page: Page) -> None:
        self.received = 0.0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, Any]) -> None:
        self.received += event["encodedDataLength"]

    def during(self, page: Page, act: Callable[[], object], settled: str, before: str) -> tuple[float, float]:
        """Milliseconds until the text of `settled` is not `before`, and kB received until all is quiet."""
        self.received = 0
        started = time.perf_counter()
        act()
        page.wait_for_function(
            "([place, old]) => { const found = document.querySelector(place);"
            " return found && found.textContent.trim() && found.textContent !== old; }",
            arg=[settled, before],
            timeout=60_000,
        )
        taken = 1000 * (time.perf_counter() - started)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)
        return taken, self.received / 1000


def _text(page: Page, place: str) -> str:
    return page.eval_on_selector(place, "found => found.textContent") or ""


def measure(page: Page, address: str, size: int) -> None:
    """Sign in, and measure both pages."""
    meter = Meter(page)
    page.goto(f"{address}/logga-in")
    page.fill("input[name=username]", "matare")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state("networkidle")
    for path, changed in ADDRESSES.items():
        open_it = partial(page.goto, address + path, wait_until="commit")
        taken, received = meter.during(page, open_it, next(iter(changed.values()))[0], "-")
        _report(size, f"{path} loaded", taken, received)
        page.wait_for_timeout(QUIET_AFTER_MS)
        for what, (settled, queries) in changed.items():
            results = [
                meter.during(page, partial(_go, page, f"{path}?{query}"), settled, _text(page, settled))
                for query in queries
            ]
            times, sizes = zip(*results, strict=True)
            _report(size, f"{path} {what} changed", statistics.median(times), statistics.median(sizes))


def _go(page: Page, there: str) -> None:
    """To another state of the page at hand, as a link in it leads."""
    page.evaluate(f"history.pushState({{}}, '', '{there}'); dispatchEvent(new PopStateEvent('popstate'))")


PLAYED = """() => new Promise((done) => {
  const slider = document.querySelector('#natverk-tid input[type=range]');
  const steps = [], start = performance.now();
  let pictures = 0, running = true;
  const tick = () => { pictures += 1; if (running) { requestAnimationFrame(tick); } };
  const moved = new MutationObserver(() => steps.push(performance.now()));
  moved.observe(slider, { attributeFilter: ['aria-valuetext'] });
  requestAnimationFrame(tick);
  const button = document.querySelector('.n-time__play');
  button.click();
  const label = button.textContent;
  const wait = setInterval(() => {
    if (button.isConnected && button.textContent === label) { return; }
    running = false;
    clearInterval(wait);
    done({ steps, pictures, seconds: (performance.now() - start) / 1000 });
  }, 50);
})"""
"""Plays the film to its end: when each step was shown, and how many pictures the browser drew."""


def measure_play(page: Page, address: str, size: int) -> None:
    """Pictures a second while the film plays, and the steps that came half a step late or more."""
    page.goto(f"{address}/natverk")
    page.wait_for_selector("#natverk-tid input[type=range]:enabled", timeout=60_000)
    page.wait_for_timeout(QUIET_AFTER_MS)
    played = page.evaluate(PLAYED)
    gaps = [after - before for before, after in pairwise(played["steps"])]
    usual = statistics.median(gaps)
    late = sum(gap > 1.5 * usual for gap in gaps)
    print(
        f"  {size:>6} employers  /natverk played {len(gaps) + 1} steps, every {usual:.0f} ms, {late} late,"
        f" longest {max(gaps):.0f} ms, {played['pictures'] / played['seconds']:.0f} pictures a second",
        flush=True,
    )


def _report(size: int, what: str, milliseconds: float, kilobytes: float) -> None:
    print(f"  {size:>6} employers  {what:<34}{milliseconds:>8.0f} ms{kilobytes:>9.1f} kB", flush=True)


def main() -> None:
    """Print medians for each size."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        for size in SIZES:
            with served(size) as address:
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                measure(page, address, size)
                measure_play(page, address, size)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
