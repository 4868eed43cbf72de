"""How long the page of today takes on the server, and how much it sends, for a manager and for a coach.

The employers of `analysis_bench`, whose last contacts lie near the day. Prints medians in milliseconds and
gzipped kilobytes. Nothing is asserted: the machine decides.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.analysis_bench import ON, SIZES, median_ms, store, synthetic
from benchmarks.finder_bench import encoded, kilobytes
from dashboard.callbacks.today import draw_today
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.domain.period import today
from dashboard.pages.today import layout
from dashboard.reports.access import Access, Store
from dashboard.reports.state import PageState

TIMES = 9
QUERIES = {"whole": "", "one kind": "&sak=cooling", "second page": "&sida=2"}


def measure(access: Access, who: str, report: Callable[[str], None]) -> None:
    # Without a day the forms are drawn too; with one the figures are the same on every machine.
    for name, day in (("today", ""), (str(ON), f"per={ON}")):
        state = PageState.parse(day)
        started = time.perf_counter()
        layout(access, state)
        report(f"{who + ', ' + name + ', first':<38}{(time.perf_counter() - started) * 1000:>9.1f} ms")
        page = median_ms(lambda state=state: encoded(layout(access, state)), TIMES)  # type: ignore[misc]
        sent = kilobytes(layout(access, state))
        report(f"{who + ', ' + name + ', the page':<38}{page:>9.1f} ms{sent:>8.1f} kB")
        for what, change in QUERIES.items():
            asked = f"?{day}{change}"
            drawn = median_ms(lambda asked=asked: draw_today(access, asked, None, "/idag"), TIMES)  # type: ignore[misc]
            report(f"{who + ', ' + name + ', drawn anew: ' + what:<38}{drawn:>9.1f} ms")


def main() -> None:
    print(f"  the forms are those of {today()}", flush=True)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, synthetic(size))
            kept = Store(engine)
            coach = str(kept.world().coaches["coach_id"].iloc[0])
            people = {
                "manager": Viewer(1, "Bench", Role.MANAGER),
                "coach": Viewer(2, "Bench", Role.COACH, coach),
            }
            for who, viewer in people.items():
                measure(
                    Access(viewer, kept),
                    who,
                    lambda line, size=size: print(f"  {size:>6} employers  {line}", flush=True),  # type: ignore[misc]
                )
            engine.dispose()


if __name__ == "__main__":
    main()
