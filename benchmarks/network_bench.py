"""How long the network page takes on the server, and how much it sends, at three sizes of unit.

*First* is the first page after new data (places worked out and stored); *cold* a question that nobody has
asked yet; *warm* one asked before. Sizes are of gzip's default level. Nothing is asserted.
"""

import gzip
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from benchmarks.analysis_bench import ON, SIZES, median_ms, store, synthetic
from dashboard.callbacks.network import draw_network
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.pages.network import drawn_now, layout
from dashboard.reports.access import Access, Store
from dashboard.reports.network_picture import picture
from dashboard.reports.state import QUESTIONS, PageState

TIMES = 15
STEPS = {
    "question": "fraga=strongest",
    "two coaches leave": "fraga=leaving&om=C00001,C00002",
    "employer": "fraga=leaving&arbetsgivare=E000007",
    "neighbourhood": "fraga=leaving&arbetsgivare=E000007&djup=2",
    "ladder": "fraga=strongest&vy=ladder",
    "ladder by sector": "fraga=strongest&vy=ladder&farg=sector",
    "search": "fraga=single_coach&q=er+1",
    "sorted by name": "fraga=single_coach&sort=name",
    "a coach's network": "fraga=single_coach&coach=C00001",
}


def encoded(value: Any) -> bytes:
    """As it leaves the server: what need not be sent again left out."""
    parts = [part for part in value if part is not no_update] if isinstance(value, tuple) else value
    return json.dumps(parts, cls=PlotlyJSONEncoder).encode()


def measure(access: Access, report: Callable[[str], None]) -> None:
    page = f"per={ON.isoformat()}"
    start = time.perf_counter()
    first = encoded(layout(access, PageState.parse(page)))
    report(f"first page              {1000 * (time.perf_counter() - start):>9.1f} ms  {kilobytes(first)}")
    state = PageState.parse(page)
    drawn = drawn_now(access, state, picture(access, state))
    for question in QUESTIONS:
        start = time.perf_counter()
        encoded(draw_network(access, f"?per=2026-05-31&fraga={question}", "/natverk", drawn))
        report(f"cold, {question:<18}{1000 * (time.perf_counter() - start):>9.1f} ms")
    start = time.perf_counter()
    encoded(draw_network(access, f"?{page}&vy=ladder", "/natverk", drawn))
    report(f"cold, ladder            {1000 * (time.perf_counter() - start):>9.1f} ms")
    for name, query in STEPS.items():
        step = f"?{page}&{query}"
        answer = draw_network(access, step, "/natverk", drawn)
        taken = median_ms(lambda step=step: draw_network(access, step, "/natverk", drawn), TIMES)  # type: ignore[misc]
        report(f"warm, {name:<18}{taken:>9.1f} ms  {kilobytes(encoded(answer))}")


def kilobytes(body: bytes) -> str:
    return f"{len(body) / 1000:>7.1f} kB, {len(gzip.compress(body)) / 1000:.1f} kB sent"


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, synthetic(size))
            access = Access(Viewer(1, "Bench", Role.MANAGER), Store(engine))
            access.store.world()
            measure(access, lambda line, size=size: print(f"  {size:>6} employers  {line}", flush=True))  # type: ignore[misc]
            engine.dispose()


if __name__ == "__main__":
    main()
