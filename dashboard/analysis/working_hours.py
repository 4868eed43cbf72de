"""Hours of work by week, over time: how many of those in work are in it part-time."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.basis import Basis
from dashboard.analysis.coded import EMPLOYMENT, Flags, day_number
from dashboard.analysis.intervals import Share
from dashboard.domain.period import months_after

FULL_TIME = 35.0
"""Hours by week from which work is full-time, as Statistics Sweden has it."""
CLASSES: Mapping[str, tuple[float, float]] = {
    "under_10": (0.0, 10.0),
    "10_19": (10.0, 20.0),
    "20_34": (20.0, FULL_TIME),
    "from_35": (FULL_TIME, float("inf")),
}
"""Classes of hours: from, and to less than."""
UNKNOWN = "unknown"
DAYS = 6
MONTHS = 6


@dataclass(frozen=True, slots=True)
class HoursOn:
    """Those in work on one day.

    Attributes:
        day: the day.
        by_class: clients by the hours of all their employments together; every class, and "unknown".
        part_time: those with fewer than 35 hours, of those whose hours are known.
        median: median hours of those; None without any.
    """

    day: dt.date
    by_class: Mapping[str, int]
    part_time: Share
    median: float | None


def hours_over_time(basis: Basis) -> tuple[HoursOn, ...]:
    """The day, and every half-year before it; the earliest first."""
    days = [months_after(basis.scope.date, -MONTHS * back) for back in reversed(range(DAYS))]
    return tuple(hours_on(basis, day) for day in days)


def hours_on(basis: Basis, day: dt.date) -> HoursOn:
    """The hours of those who were in work on a day, as they are recorded now."""
    rows, number = basis.scope.coded.placements, day_number(day)
    runs = in_work_on(basis, number)
    worked = basis.scope.coded.world.placements["hours_per_week"].to_numpy(dtype=np.float64)
    clients, place = np.unique(rows.client[runs], return_inverse=True)
    # One job without hours makes the sum unknown.
    hours = np.zeros(len(clients))
    np.add.at(hours, place, worked[runs])
    known = hours[~np.isnan(hours)]
    return HoursOn(
        day=day,
        by_class={
            **{name: int(((low <= known) & (known < high)).sum()) for name, (low, high) in CLASSES.items()},
            UNKNOWN: len(hours) - len(known),
        },
        part_time=Share(int((known < FULL_TIME).sum()), len(known)),
        median=float(np.median(known)) if len(known) else None,
    )


def in_work_on(basis: Basis, number: int) -> Flags:
    """The selection's employments that ran on a day: one flag a placement of the world."""
    rows = basis.scope.coded.placements
    jobs: Flags = basis.scope.has_placement & (rows.kind == EMPLOYMENT)
    return jobs & (rows.start <= number) & (number < basis.ends)
