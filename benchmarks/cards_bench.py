"""How long each card of Outcomes and of Method takes on the server, and what the page answers first.

The rich unit of `report_bench`: a third as many clients as employers, and as many placements. A card is drawn
as its callback draws it, on a day that nothing has been worked out for. Prints medians in milliseconds of the
processor, and gzipped kilobytes of the first answer. Nothing is asserted: the machine decides.
"""

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.analysis_bench import ON, SIZES, store
from benchmarks.finder_bench import encoded, kilobytes
from benchmarks.report_bench import rich
from dashboard.callbacks import costs, method, outcomes
from dashboard.callbacks.card_places import DrawCard
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.pages import costs as costs_page
from dashboard.pages import method as method_page
from dashboard.pages import outcomes as outcomes_page
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState

TIMES = 5
PAGES: Mapping[str, Mapping[str, DrawCard]] = {
    outcomes_page.PATH: outcomes.DRAW,
    method_page.PATH: method.DRAW,
}
LAYOUTS = {
    outcomes_page.PATH: outcomes_page.layout,
    method_page.PATH: method_page.layout,
    costs_page.PATH: costs_page.layout,
}


def taken_ms(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def first_answers(access: Access) -> Mapping[str, float]:
    """Milliseconds until each page answers for the first time after its data has changed."""
    return {
        path: taken_ms(lambda layout=layout: encoded(layout(access, PageState(day=ON))))  # type: ignore[misc]
        for path, layout in LAYOUTS.items()
    }


def drawn_on(access: Access, day: dt.date) -> Mapping[str, float]:
    """Milliseconds of each card on a day, in the order in which they stand."""
    search = f"?per={day}"
    found = {
        f"{path} {key}": taken_ms(partial(draw, access, search, None, path))
        for path, draws in PAGES.items()
        for key, draw in draws.items()
    }
    whole = taken_ms(partial(costs.draw_costs, access, search, None, costs_page.PATH))
    return {**found, f"{costs_page.PATH} (the whole page)": whole}


def cards(access: Access) -> Mapping[str, float]:
    """The median of some days, the first of which also loads what is loaded once."""
    days = [drawn_on(access, ON - dt.timedelta(days=before)) for before in range(1, TIMES + 1)]
    return {name: statistics.median(day[name] for day in days) for name in days[0]}


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, rich(size))
            access = Access(Viewer(1, "Bench", Role.MANAGER), Store(engine))
            access.store.snapshot()
            for path, taken in first_answers(access).items():
                sent = kilobytes(LAYOUTS[path](access, PageState(day=ON)))
                print(f"  {size:>6} employers  {path + ', first answer':<42}{taken:>9.1f} ms{sent:>8.1f} kB")
            for name, taken in cards(access).items():
                print(f"  {size:>6} employers  {name:<42}{taken:>9.1f} ms", flush=True)
            engine.dispose()


if __name__ == "__main__":
    main()
