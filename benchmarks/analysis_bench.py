"""How long reading and analysing take, at three sizes of unit.

Each employer has 6 contacts, 1 placement and 5 follow-ups on average; every 60 employers have a coach.
Prints medians in milliseconds. Nothing is asserted: the machine decides.
"""

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sqlalchemy import Engine, insert

from dashboard.analysis.coded import encode
from dashboard.analysis.leaving import if_coaches_leave, leaving_summary
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import select
from dashboard.data.engine import open_engine, writing
from dashboard.data.models import UNIT_TABLES, Base
from dashboard.data.readers import read_world
from dashboard.data.schema import upgrade
from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import (
    CONTACT_KINDS,
    INITIATORS,
    OUTCOMES,
    OWNERSHIPS,
    PARTIES,
    PLACEMENT_KINDS,
)
from dashboard.reports.report_json import report

SIZES, TIMES = (300, 3_000, 30_000), 5
ON = dt.date(2026, 6, 30)
FIRST_DAY = dt.date(2023, 7, 1)
DAYS = (ON - FIRST_DAY).days + 60
EMPLOYERS_PER_COACH, EMPLOYERS_PER_CLIENT = 60, 3
CONTACTS, FOLLOW_UPS = 6, 5

Rows = dict[str, list[dict[str, object]]]


def synthetic(employers: int, seed: int = 1) -> Rows:
    """An invented unit with that many employers, the same for the same seed."""
    dice = np.random.default_rng(seed)
    coaches, clients = max(5, employers // EMPLOYERS_PER_COACH), max(20, employers // EMPLOYERS_PER_CLIENT)
    placements = employers
    home = dice.integers(coaches, size=employers)

    def day(late: int = 0) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=int(dice.integers(late, DAYS)))

    def coach_of(employer: int) -> str:
        # Mostly the employer's own coach, now and then a colleague: the network hangs together loosely.
        known = home[employer] if dice.random() < 0.8 else dice.integers(coaches)
        return f"C{known:05}"

    rows: Rows = {table.__tablename__: [] for table in UNIT_TABLES}
    rows["units"] = [{"unit_id": "U1", "name": "Unit", "municipality_code": "0115"}]
    rows["coaches"] = [{"coach_id": f"C{n:05}", "name": f"Coach {n}"} for n in range(coaches)]
    rows["employers"] = [
        {
            "employer_id": f"E{n:06}",
            "name": f"Employer {n}",
            "ownership": str(dice.choice(OWNERSHIPS)),
            "capacity": int(dice.integers(1, 4)),
            "municipality_code": "0115",
        }
        for n in range(employers)
    ]
    rows["clients"] = [
        {"client_id": f"K{n:06}", "coach_id": f"C{n % coaches:05}", "enrolled_on": FIRST_DAY}
        for n in range(clients)
    ]
    for n in range(CONTACTS * employers):
        employer = int(dice.integers(employers))
        rows["contacts"].append(
            {
                "contact_id": f"X{n:07}",
                "employer_id": f"E{employer:06}",
                "coach_id": coach_of(employer),
                "contacted_on": day(),
                "kind": str(dice.choice(CONTACT_KINDS)),
                "initiated_by": INITIATORS[int(dice.random() < 0.2)],
            }
        )
    starts = [day() for _n in range(placements)]
    for n, start in enumerate(starts):
        employer = int(dice.integers(employers))
        ended = bool(dice.random() < 0.7)
        rows["placements"].append(
            {
                "placement_id": f"P{n:07}",
                "client_id": f"K{int(dice.integers(clients)):06}",
                "employer_id": f"E{employer:06}",
                "coach_id": coach_of(employer),
                "kind": str(dice.choice(PLACEMENT_KINDS[:-1])),
                "started_on": start,
                "ended_on": start + dt.timedelta(days=int(dice.integers(10, 200))) if ended else None,
                "outcome": str(dice.choice(OUTCOMES)) if ended else None,
            }
        )
    for n in range(FOLLOW_UPS * employers):
        placed = int(dice.integers(placements))
        planned = starts[placed] + dt.timedelta(days=int(dice.integers(150)))
        done = bool(dice.random() < 0.8)
        rows["follow_ups"].append(
            {
                "follow_up_id": f"F{n:07}",
                "placement_id": f"P{placed:07}",
                "planned_on": planned,
                "done_on": planned + dt.timedelta(days=int(dice.integers(5))) if done else None,
                "party": str(dice.choice(PARTIES)),
            }
        )
    return rows


def store(engine: Engine, rows: Rows) -> None:
    """Put the rows in an empty database."""
    with writing(engine, "bench") as connection:
        for model in UNIT_TABLES:
            if rows[model.__tablename__]:
                connection.execute(
                    insert(Base.metadata.tables[model.__tablename__]), rows[model.__tablename__]
                )


def median_ms(action: Callable[[], object], times: int) -> float:
    taken = []
    for _time in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def measure(engine: Engine, times: int) -> dict[str, float]:
    definitions = Definitions()
    world = read_world(engine)
    coded = encode(world)
    scope = select(coded, (), None, ON)
    state = employer_state(scope, ON, definitions)
    coach = (str(state.coaches.index[0]),)
    actions: dict[str, Callable[[], object]] = {
        "read_world": lambda: read_world(engine),
        "encode": lambda: encode(world),
        "select + employer_state": lambda: employer_state(select(coded, (), None, ON), ON, definitions),
        "if_coaches_leave (one)": lambda: if_coaches_leave(state, scope, coach, ON, definitions),
        "if_leaves (every coach)": lambda: leaving_summary(state, scope, definitions),
        "report, cold": lambda: report(engine, ON),
    }
    return {name: median_ms(action, times) for name, action in actions.items()}


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
            upgrade(engine)
            store(engine, synthetic(size))
            for name, taken in measure(engine, TIMES).items():
                print(f"  {size:>6} employers  {name:<26}{taken:>9.1f} ms", flush=True)
            engine.dispose()


if __name__ == "__main__":
    main()
