"""How long the networks behind the ties take, at three sizes of unit.

The unit is that of `report_bench`, whose employers have occupations and places. Prints milliseconds, of one
run each: they are built once per data version. Nothing is asserted: the machine decides.
"""

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.analysis_bench import ON, SIZES, median_ms, store
from benchmarks.report_bench import rich, show
from dashboard.analysis.basis import basis
from dashboard.analysis.communities import communities
from dashboard.analysis.likeness import likeness
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.data.engine import open_engine
from dashboard.data.readers import read_world
from dashboard.data.schema import upgrade
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.reports.layers import LAYERS, measure


def time_them(size: int, scope: Scope) -> None:
    definitions = Definitions()
    state = employer_state(scope, ON, definitions)
    given, alike = basis(scope, Period.year_to(ON), definitions), likeness(state, definitions)
    for name in LAYERS:
        links = len(measure(name, given, state).links.start)
        show(size, f"network “{name}”, {links} links", median_ms(partial(measure, name, given, state), 1))
    show(size, "who is alike", median_ms(partial(likeness, state, definitions), 1))
    show(size, "groups, 20 seeds", median_ms(partial(communities, alike), 1))


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, rich(size))
            time_them(size, select(read_world(engine), (), None, ON))
            engine.dispose()


if __name__ == "__main__":
    main()
