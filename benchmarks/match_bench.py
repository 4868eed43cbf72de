"""How long it takes to rank employers for a client, at three sizes of unit.

The unit is that of `report_bench`, with needs and adjustments. The employers' state is known, as it is after
any other page; the match itself is worked out anew. Prints milliseconds. Nothing is asserted: the machine
decides.
"""

import tempfile
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.analysis_bench import ON, SIZES, Rows, median_ms, store
from benchmarks.finder_bench import encoded
from benchmarks.report_bench import rich, show
from dashboard.analysis.matching import match
from dashboard.data.engine import open_engine
from dashboard.data.schema import upgrade
from dashboard.domain.access import Role, Viewer
from dashboard.domain.vocabulary import SUPPORT_NEEDS
from dashboard.pages import client
from dashboard.pages import match as match_page
from dashboard.reports.access import Access, Store
from dashboard.reports.client import ground_of_clients
from dashboard.reports.client_rights import require_client
from dashboard.reports.match import wanted_for
from dashboard.reports.state import PageState

TIMES = 9
ONE = "K000003"


def with_needs(rows: Rows, seed: int = 3) -> Rows:
    """The same rows, with support needs and adjustments."""
    dice = np.random.default_rng(seed)
    for table, column in (("clients", "support_needs"), ("employers", "adjustments")):
        for row in rows[table]:
            row[column] = ";".join(dice.choice(SUPPORT_NEEDS, size=int(dice.integers(1, 5)), replace=False))
    return rows


def measure(size: int, access: Access) -> None:
    state = PageState(day=ON)
    row = require_client(access, ONE)
    given = ground_of_clients(access, state)
    wanted = wanted_for(given, row)
    show(size, "match, worked out", median_ms(partial(match, given.basis, given.state, wanted), TIMES))
    show(size, "page of the match", median_ms(lambda: encoded(match_page.layout(access, state, ONE)), TIMES))
    show(size, "page of the client", median_ms(lambda: encoded(client.layout(access, state, ONE)), TIMES))


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, with_needs(rich(size)))
            measure(size, Access(Viewer(1, "Bench", Role.MANAGER), Store(engine)))
            engine.dispose()


if __name__ == "__main__":
    main()
