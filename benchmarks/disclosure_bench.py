"""How long the audit of a publication takes: twelve tables, one alone and one beside two earlier ones.

Prints seconds for units of four sizes, each the median of three, and how much is hidden.
"""

import statistics
import time
from collections.abc import Callable

from dashboard.analysis.disclosure import facts, protect
from dashboard.domain.disclosure import Earlier
from tests.analysis.published_units import invented_persons, unit

FLOOR, TIMES = 5, 3
SIZES = (30, 60, 120, 600)


def main() -> None:
    """Print a row for each size."""
    print(f"{'persons':>8}{'counts':>8}{'hidden':>8}{'alone':>8}{'facts':>8}{'third':>8}")
    for size in SIZES:
        print(_row(size))


def _row(size: int) -> str:
    persons = invented_persons(size, seed=size)
    first = unit(persons, size)
    release = protect(first, FLOOR)
    second = unit(persons[3:] + invented_persons(9, size, first=5_000), size)
    then = Earlier(first, release)
    earlier = (Earlier(second, protect(second, FLOOR, [then])), then)
    third = unit(persons[5:] + invented_persons(14, size, first=5_000), size)
    hidden = sum(value is None for value in release.counts.values())
    alone = _seconds(lambda: protect(first, FLOOR))
    why = _seconds(lambda: facts(first, FLOOR, release))
    beside = _seconds(lambda: protect(third, FLOOR, earlier))
    return f"{size:8}{len(first.counts):8}{hidden:8}{alone:8.2f}{why:8.2f}{beside:8.2f}"


def _seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return statistics.median(once() for _time in range(TIMES))
