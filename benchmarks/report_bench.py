"""How long the whole report takes, at three sizes of unit: warm, and from the start of a process.

Prints milliseconds, and the most memory that the process used. Nothing is asserted: the machine decides.
"""

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.analysis_bench import FIRST_DAY, ON, SIZES, Rows, median_ms, store, synthetic
from dashboard.data.engine import open_engine
from dashboard.data.reference import ssyk_titles
from dashboard.data.schema import upgrade
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import CONTRACTS, GENDERS, REFERRERS, SUBSIDIES
from dashboard.reports.access import Store
from dashboard.reports.report_input import report_input
from dashboard.reports.report_json import AREAS, report

TIMES = 5
POSTAL_CODES = ("18630", "18632", "18695", "18686", "11121", "75320")
MEGABYTE = 1024


def rich(employers: int, seed: int = 1) -> Rows:
    """The synthetic unit with wishes, occupations, positions, steps and all the rest that a report counts."""
    rows, dice = synthetic(employers, seed), np.random.default_rng(seed)
    codes = tuple(ssyk_titles(4))

    def some(most: int) -> str:
        return ";".join(str(code) for code in dice.choice(codes, size=int(dice.integers(1, most + 1))))

    for row in rows["employers"]:
        row |= {"occupations": some(3), "sni_code": "10710", "position_precision": "exact"}
        row |= {"map_latitude": 59.5 + dice.normal() / 5, "map_longitude": 18.1 + dice.normal() / 3}
    for row in rows["clients"]:
        enrolled = FIRST_DAY + dt.timedelta(days=int(dice.integers(1000)))
        row |= {"enrolled_on": enrolled, "gender": str(dice.choice(GENDERS)), "wished_occupations": some(3)}
        row |= {"referrer": str(dice.choice(REFERRERS)), "postal_code": str(dice.choice(POSTAL_CODES))}
        for step in range(1, int(dice.integers(1, 6))):
            entered = enrolled + dt.timedelta(days=30 * step)
            rows["steps"].append({"client_id": row["client_id"], "step": step, "entered_on": entered})
    for row in rows["contacts"]:
        about = f"K{int(dice.integers(len(rows['clients']))):06}"
        row["client_id"] = about if dice.random() < 0.3 else None
    for row in rows["placements"]:
        row |= {"occupation": str(dice.choice(codes)), "contract": str(dice.choice(CONTRACTS))}
        row |= {"subsidy": str(dice.choice(SUBSIDIES))}
    return rows


def from_start(folder: Path) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and megabytes, of `brygga report` as its own process."""
    environment = {**os.environ, "BRYGGA_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}"}
    brygga = [sys.executable, "-c", "from dashboard.cli import main; main()"]
    measure = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    command = [sys.executable, "-c", measure, *brygga, "report", "--on", ON.isoformat()]
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    processor, memory = done.stdout.split()
    return time.perf_counter() - start, float(processor), int(memory) / MEGABYTE


def show(size: int, name: str, taken: float, unit: str = "ms") -> None:
    print(f"  {size:>6} employers  {name:<38}{taken:>9.1f} {unit}", flush=True)


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            engine = open_engine(f"sqlite:///{folder / 'bench.db'}")
            upgrade(engine)
            store(engine, rich(size))
            kept = Store(engine)
            report(kept, ON)
            show(size, "whole report, warm", median_ms(partial(report, kept, ON), TIMES))
            given = report_input(kept, ON, Period.year_to(ON), (), None)
            for area, make in AREAS.items():
                show(size, f"  {area}", median_ms(partial(make, given), TIMES))
            seconds, processor, megabytes = from_start(folder)
            show(size, "brygga report, from process start", seconds * 1000)
            show(size, "  of the processor", processor * 1000)
            show(size, "  most memory", megabytes, "MB")
            engine.dispose()


if __name__ == "__main__":
    main()
