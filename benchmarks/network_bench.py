"""How long the network page takes on the server, and how much it sends, at three sizes of unit.

*First* is the first page after new data (places worked out and stored); *cold* a question that nobody has
asked yet; *warm* one asked before; *another day* a day that nobody has asked for yet, ten of them. The film
is sent once, and playing it asks for nothing more. Sizes are of gzip's default level. Nothing is asserted.
"""

import datetime as dt
import gzip
import json
import math
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from benchmarks.analysis_bench import ON, SIZES, median_ms, store, synthetic
from dashboard.analysis.layout import Layout, Tie, stable_layout
from dashboard.callbacks.network import draw_network, fill_film
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.pages.network import drawn_now, layout
from dashboard.reports.access import Access, Store
from dashboard.reports.network_picture import picture
from dashboard.reports.positions import ties_ever
from dashboard.reports.state import QUESTIONS, PageState

TIMES, DAYS = 15, 10
FEW = 1_500
"""As many employers as are placed at once."""
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

    days = sorted(new_day(access, drawn, ON - dt.timedelta(days=37 * each)) for each in range(1, DAYS + 1))
    report(f"another day             {statistics.median(days):>9.1f} ms, slowest {days[-1]:.1f} ms")
    start = time.perf_counter()
    film = fill_film(access, None, None, f"?{page}", "/natverk")
    report(
        f"film                    {1000 * (time.perf_counter() - start):>9.1f} ms  {kilobytes(encoded(film))}"
    )
    report(f"film, a month           {len(gzip.compress(encoded(film))) / len(film['frames']):>9.0f} B sent")
    for share in (1 / SIZES[0], 0.05):
        moved = moved_by(ties_ever(access.store.world()), share)
        report(
            f"{100 * share:.1f} % more employers    moves the others by {100 * moved:.2f} % of the picture"
        )


def new_day(access: Access, drawn: Any, day: dt.date) -> float:
    """Milliseconds for a day that nobody has asked for."""
    start = time.perf_counter()
    encoded(draw_network(access, f"?per={day.isoformat()}", "/natverk", drawn))
    return 1000 * (time.perf_counter() - start)


def moved_by(ties: pd.DataFrame, share: float) -> float:
    """How far the farthest moved node goes when the last employers are added to the others.

    Measured on a screen that shows the whole picture, as a share of its longer side.
    """
    employers = sorted(ties["employer_id"].unique())[:FEW]
    rows = ties[ties["employer_id"].isin(employers)]
    new = set(employers[len(employers) - max(1, round(share * len(employers))) :])
    every = [Tie(*row) for row in rows.itertuples(index=False)]
    before = stable_layout([tie for tie in every if tie.employer_id not in new])
    was, became = shown(before), shown(stable_layout(every, before))
    return max(math.dist(place, became[key]) for key, place in was.items())


def shown(layout: Layout) -> dict[str, tuple[float, float]]:
    """Every node's place in the frame of all."""
    nodes = {**layout.coaches, **layout.employers}
    left, top = min(point.x for point in nodes.values()), min(point.y for point in nodes.values())
    side = max(max(p.x for p in nodes.values()) - left, max(p.y for p in nodes.values()) - top)
    return {key: ((point.x - left) / side, (point.y - top) / side) for key, point in nodes.items()}


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
